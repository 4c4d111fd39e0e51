"""Peak memory of long exports beside short ones, for each format: it must not grow with the walk.

    python -m tests.benchmarks.export_memory --frames 5000 --side 512

Each export runs in a process of its own. The frames are gradients that are made when they are read, so
that what is measured is the export's.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from sd3explorer.export import FORMATS, Clip, Options, Quality, export


class Gradients:
    """Frames whose colours turn slowly."""

    def __init__(self, count, side):
        self.count = count
        down, across = np.mgrid[0:side, 0:side].astype(np.float32) / side
        self.base = np.stack([down, across, 1.0 - down], -1) * 200.0

    def __len__(self):
        return self.count

    def __getitem__(self, index):
        return (self.base + 55.0 * (index % 100) / 100.0).astype(np.uint8)


def measure(target, frames, side, quality):
    """Exports in this process; prints peak memory in MB, size of the export in MB, and seconds."""
    start = time.perf_counter()
    clip = Clip(Gradients(frames, side), range(frames), 25.0, 0, 8)
    outcome = export(clip, target, Options(quality=quality))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(f"{peak:.0f} {outcome.bytes / 1e6:.2f} {time.perf_counter() - start:.1f}")


def peak_of(name, frames, parsed):
    """The same in a child process: peak, size and seconds as texts, or why there are none."""
    with tempfile.TemporaryDirectory(dir=parsed.folder) as folder:
        words = [str(Path(folder, name)), "--frames", str(frames), "--side", str(parsed.side)]
        command = [sys.executable, "-m", __spec__.name, "--target", *words, "--quality", parsed.quality]
        child = subprocess.run(command, capture_output=True, text=True, check=False)
        if child.returncode:
            return child.stderr.strip().splitlines()[-1:]
        return child.stdout.split()


def main():
    """Prints a row for each format."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--frames", type=int, default=5_000, help="frames of the long walk")
    parser.add_argument("--short", type=int, default=500, help="frames of the short one")
    parser.add_argument("--side", type=int, default=512, help="width and height of each")
    parser.add_argument("--quality", choices=[*Quality], default=Quality.QUICK)
    parser.add_argument(
        "--only", nargs="*", help="suffixes of the formats to measure; all that play, and frames"
    )
    parser.add_argument("--folder", type=Path, help="where to write to")
    parser.add_argument("--target", type=Path, help=argparse.SUPPRESS)
    parsed = parser.parse_args()
    if parsed.target:
        measure(parsed.target, parsed.frames, parsed.side, Quality(parsed.quality))
        return
    print(f"{parsed.side}², {parsed.quality}: peak memory in MB, size in MB, seconds")
    # A contact sheet is one picture, so it takes what its pixels take.
    for choice in FORMATS:
        suffix = choice.suffixes[0] if choice.suffixes else ""
        if (choice.animates or choice.is_folder) and (not parsed.only or suffix in parsed.only):
            for frames in (parsed.short, parsed.frames):
                row = peak_of(f"walk{suffix}", frames, parsed)
                print(
                    f"{choice.name:16} {frames:6} frames  {'  '.join(f'{cell:>9}' for cell in row)}",
                    flush=True,
                )


if __name__ == "__main__":
    main()

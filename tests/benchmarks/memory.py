"""Peak memory of `sd3explorer render` and its engine, for 200 and for 2,000 frames of 128 × 128."""

import json
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path


def main():
    """Runs and prints the comparison."""
    peaks = {frames: peak(frames) for frames in (200, 2000)}
    for frames, (command, engine) in peaks.items():
        print(f"{frames:5} frames: command {command:.0f} MB, engine {engine:.0f} MB")
    print(f"together: {sum(peaks[2000]) / sum(peaks[200]):.3f} ×")


def peak(frames):
    """Megabytes that the command and its engine had at most."""
    noise = {"kind": "varying", "seed": frames}
    document = {"format": "sd3explorer-walk", "version": 1, "noise": noise, "timing": {"frames": frames}}
    with tempfile.TemporaryDirectory() as folder:
        walk = Path(folder, "walk.sd3walk")
        walk.write_text(json.dumps(document))
        words = ["render", str(walk), "-o", str(Path(folder, "out.gif")), "--num-steps", "1"]
        words += ["--guidance-scale", "1", "--store", str(Path(folder, "frames"))]
        with subprocess.Popen(
            [sys.executable, "-m", "sd3explorer", *words], stderr=subprocess.DEVNULL
        ) as process:
            highest = {}
            watcher = threading.Thread(target=watch, args=(process, highest))
            watcher.start()
            assert process.wait() == 0
            watcher.join()
    return highest.pop(process.pid), max(highest.values())


def watch(process, highest):
    """Notes the peak memory of a process and its children while it runs."""
    while process.poll() is None:
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        for each in (process.pid, *map(int, children)):
            try:
                status = Path(f"/proc/{each}/status").read_text()
            except OSError:
                continue
            for line in status.splitlines():
                if line.startswith("VmHWM"):
                    highest[each] = max(highest.get(each, 0), int(line.split()[1]) / 1000)
        time.sleep(0.2)


if __name__ == "__main__":
    main()

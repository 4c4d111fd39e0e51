"""What it takes to read a prompt with a T5-XXL that lies beside a model: seconds, and memory at most.

    python -m tests.benchmarks.t5 FOLDER [--dtype F8_E4M3]

Its weights have the real shapes and are random. The file, of 9.5 GB or of 4.8 with eight bits, is made in
the folder and removed.
"""

import argparse
import math
import resource
import time
from pathlib import Path

import ml_dtypes
import numpy as np

from sd3explorer.presets.checkpoints.files import stored_in
from sd3explorer.presets.checkpoints.header import read_header
from tests.presets.checkpoints.real import bare

DTYPES = {"F16": np.float16, "F8_E4M3": ml_dtypes.float8_e4m3fn}
TOKENS = 77
# Small enough that no sum overflows, whatever the order.
SCALE = 0.02
NUMBERS_AT_ONCE = 2**24


def fill(file, dtype):
    """Writes random numbers in place of holes; those of norms are near one."""
    noise = np.random.default_rng(0).normal(0.0, SCALE, NUMBERS_AT_ONCE).astype(np.float32)
    with file.open("r+b") as opened:
        for name, tensor in read_header(file).tensors.items():
            opened.seek(tensor.start)
            left = math.prod(tensor.shape)
            while left:
                part = noise[: min(left, NUMBERS_AT_ONCE)] + ("norm" in name)
                opened.write(part.astype(dtype).tobytes())
                left -= len(part)


def main():
    """Makes the file, reads prompts, and prints what that took."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--dtype", choices=list(DTYPES), default="F16")
    parsed = parser.parse_args()
    file = bare(parsed.folder / "t5xxl.safetensors", "t5", dtype=parsed.dtype)
    try:
        fill(file, DTYPES[parsed.dtype])
        # What makes Keras takes its time, and is no part of this.
        from sd3explorer.diffusion.t5 import encode

        t5 = stored_in((file,), {})["t5"]
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        for texts in (1, 2, 8):
            ids = np.random.default_rng(texts).integers(0, t5.shape.words, (texts, TOKENS), dtype=np.int32)
            start = time.perf_counter()
            found = encode(t5, ids, lambda: False)
            seconds = time.perf_counter() - start
            assert np.isfinite(found).all()
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            print(
                f"{texts} texts of {TOKENS} tokens: {seconds:.1f} s, memory {before / 1e6:.2f} → "
                f"{peak / 1e6:.2f} GB, numbers of {np.abs(found).mean():.3f} on average",
                flush=True,
            )
    finally:
        file.unlink()


if __name__ == "__main__":
    main()

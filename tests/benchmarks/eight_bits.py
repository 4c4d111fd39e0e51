"""Memory and time of a model that stays in eight bits, beside the same one turned when it is loaded.

Run with `python -m tests.benchmarks.eight_bits`; `KERAS_BACKEND` says on what. The denoiser has the width of
Stable Diffusion 3.5 Large and fewer blocks, with random weights, a scale for each; text encoders and VAE are
the starter model's. Each way has a process of its own, and they take turns at the steps, of which processor
time is counted, so that other programs matter less.
"""

import argparse
import json
import math
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import ml_dtypes
import numpy as np

from sd3explorer.presets.checkpoints.architecture import Transformer
from sd3explorer.presets.checkpoints.layout import Turn, weights

WIDTH, HEADS = 2432, 38
ROUNDS, FEW_STEPS, MANY_STEPS = 3, 1, 2
WAYS = ("in eight bits", "turned")
BYTES = {"F8_E4M3": 1, "F32": 4}


def main() -> None:
    """Prints what each way takes, and the ratios."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--precision", default="bfloat16")
    parser.add_argument("--side", type=int, default=256, help="height and width of the picture")
    parser.add_argument("--way", choices=WAYS, help=argparse.SUPPRESS)
    parser.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.way:
        work(asked.file, asked.way, asked.precision, asked.side)
        return
    with tempfile.TemporaryDirectory() as folder:
        file = written(Path(folder), asked.layers)
        processes = {way: started(file, way, asked.precision, asked.side) for way in WAYS}
        found: dict[str, dict[str, Any]] = {}
        for way, process in processes.items():
            found[way] = answer(process, "load") | answer(process, "warm")
            print(
                f"{way}:", ", ".join(f"{name} {value:.2f}" for name, value in found[way].items()), flush=True
            )
        seconds: dict[str, list[float]] = {way: [] for way in WAYS}
        for number in range(ROUNDS):
            for way in WAYS if number % 2 else WAYS[::-1]:
                seconds[way].append(answer(processes[way], "step")["seconds"])
        pictures = {way: answer(process, "picture")["digest"] for way, process in processes.items()}
        for process in processes.values():
            process.communicate("")
    for way, each in seconds.items():
        print(f"{way}: {statistics.median(each):.2f} s of processor time a step, {min(each):.2f} at best")
    pairs = zip(*(seconds[way] for way in WAYS), strict=True)
    print(f"ratio: {statistics.median(a / b for a, b in pairs):.3f}")
    print(
        "the pictures are", "the same" if len(set(pictures.values())) == 1 else "not the same", "to the bit"
    )


def written(folder: Path, layers: int) -> Path:
    """Writes the model."""
    # Takes seconds, which the processes that only measure are spared.
    from sd3explorer.diffusion.loading import load_backbone
    from sd3explorer.presets.locate import present
    from tests.presets.checkpoints.written import (
        PREFIXES,
        stability_tensors,
        starter_architecture,
        write_facts,
    )

    starter = present("starter")
    write_facts(folder, starter)
    architecture = starter_architecture(starter)
    model = load_backbone(starter, (64, 64), "float32")
    tensors = stability_tensors(model, architecture, np.float32, ("vae", "clip_l", "clip_g"))
    shape = Transformer(WIDTH, layers, HEADS, 64, 4096, architecture.mmdit.pooled, qk_norm=True)
    random = np.random.default_rng(0)
    entries: dict[str, tuple[str, tuple[int, ...]]] = {
        name: ("F32", array.shape) for name, array in tensors.items()
    }
    spread: dict[str, float] = {}
    for weight in weights("mmdit", shape):
        name = PREFIXES["mmdit"] + weight.name
        is_kernel = weight.turn is Turn.TRANSPOSED
        entries[name] = ("F8_E4M3" if is_kernel else "F32", weight.shape)
        spread[name] = 1.0 if is_kernel else 0.1
        if is_kernel:
            scale = name.removesuffix("weight") + "scale_weight"
            entries[scale] = ("F32", ())
            tensors[scale] = np.float32(0.5 * weight.shape[1] ** -0.5)
    header, offset = {}, 0
    for name, (dtype, each) in entries.items():
        end = offset + BYTES[dtype] * math.prod(each)
        header[name] = {"dtype": dtype, "shape": list(each), "data_offsets": [offset, end]}
        offset = end
    file = folder / "large.safetensors"
    with file.open("wb") as opened:
        text = json.dumps(header).encode()
        opened.write(len(text).to_bytes(8, "little") + text)
        for name, (dtype, each) in entries.items():
            numbers = tensors.get(name)
            if numbers is None:
                numbers = np.float32(spread[name]) * random.standard_normal(each, np.float32)
            kind = ml_dtypes.float8_e4m3fn if dtype == "F8_E4M3" else np.float32
            opened.write(np.ascontiguousarray(numbers).astype(kind).tobytes())
    print(f"{layers} blocks, {file.stat().st_size / 1e9:.2f} GB in the file", flush=True)
    return file


def started(file: Path, way: str, precision: str, side: int) -> subprocess.Popen[str]:
    """A process for one way."""
    words = ["--file", str(file), "--way", way, "--precision", precision, "--side", str(side)]
    return subprocess.Popen(
        [sys.executable, "-m", "tests.benchmarks.eight_bits", *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def answer(process: subprocess.Popen[str], question: str) -> dict[str, Any]:
    """What a process says to a question."""
    assert process.stdin is not None and process.stdout is not None
    process.stdin.write(question + "\n")
    process.stdin.flush()
    return json.loads(process.stdout.readline())


def work(file: Path, way: str, precision: str, side: int) -> None:
    """Answers questions until there are no more."""
    import hashlib
    import os

    from sd3explorer.diffusion import backend

    compiler = backend.select(os.environ.get("KERAS_BACKEND"))
    from sd3explorer.diffusion.pipeline import Pipeline
    from sd3explorer.presets.checkpoints import checkpoint
    from sd3explorer.presets.locate import locate
    from sd3explorer.walk.walk import Walk

    if way == "turned":
        checkpoint.eight_bit_kernels = lambda part: ()
    preset = locate(str(file))
    recipe = replace(Walk().recipe(0, preset.facts(precision)), guidance_scale=1.0)
    pipeline: Any = None

    def rendered(steps: int) -> Any:
        return pipeline.render([replace(recipe, num_steps=steps)], 1, lambda: False)[0]

    for line in sys.stdin:
        before = memory("VmRSS")
        Path("/proc/self/clear_refs").write_text("5")
        start = time.perf_counter()
        match line.strip():
            case "load":
                pipeline = Pipeline.load(preset, (side, side), precision, compiler)
                found: dict[str, Any] = {"GB before": before, "GB at most to load": memory("VmHWM")}
                found |= {"GB loaded": memory("VmRSS"), "s to load": time.perf_counter() - start}
            case "warm":
                rendered(1)
                found = {"GB at most to render": memory("VmHWM"), "GB rendered": memory("VmRSS")}
            case "step":
                begun = time.process_time()
                rendered(FEW_STEPS)
                middle = time.process_time()
                rendered(MANY_STEPS)
                both = time.process_time() - middle - (middle - begun)
                found = {"seconds": both / (MANY_STEPS - FEW_STEPS)}
            case _:
                found = {"digest": hashlib.sha256(rendered(2).tobytes()).hexdigest()}
        print(json.dumps(found), flush=True)


def memory(name: str) -> float:
    """Of this process, in GB, as Linux calls it."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1e6 for line in lines if line.startswith(name))


if __name__ == "__main__":
    main()

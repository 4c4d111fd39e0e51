"""What a LoRA costs whose strength varies from frame to frame, beside the same one merged.

Run with `python -m tests.benchmarks.loras`; `KERAS_BACKEND` says on what. Both take turns in one process, and
processor time is counted, so that other programs matter less.
"""

import os
import statistics
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from sd3explorer.diffusion import backend

COMPILER = backend.select(os.environ.get("KERAS_BACKEND"))

from sd3explorer.diffusion.pipeline import Pipeline  # noqa: E402 (the backend comes first)
from sd3explorer.presets.checkpoints.layout import Turn, layout  # noqa: E402
from sd3explorer.presets.checkpoints.serialized import architecture_of  # noqa: E402
from sd3explorer.presets.locate import present  # noqa: E402
from sd3explorer.presets.loras.lora import preset_with_loras  # noqa: E402
from sd3explorer.walk.recipe import Adapter  # noqa: E402
from sd3explorer.walk.walk import Walk  # noqa: E402
from tests.presets.loras.made import pair, write_lora  # noqa: E402

RANK, FRAMES, ROUNDS = 8, 4, 7
FEW_STEPS, MANY_STEPS = 2, 18


def main() -> None:
    """Prints the seconds of steps for each way, and their ratio."""
    starter = present("starter")
    weights = layout(architecture_of(starter.configuration()["config"]))["mmdit"]
    blocks = [
        each
        for each in weights
        if each.turn is Turn.TRANSPOSED and (".attn" in each.name or ".mlp" in each.name)
    ]
    pairs = {w.name.removesuffix(".weight"): pair(w.shape, seed, RANK) for seed, w in enumerate(blocks)}
    with tempfile.TemporaryDirectory() as folder:
        file = write_lora(Path(folder, "all.safetensors"), pairs, alpha=0.01)
        preset = preset_with_loras(starter, [str(file)])
        pipeline = Pipeline.load(preset, (128, 128), "float32", COMPILER)
        facts = preset.facts("float32")
        adapters = (Adapter(preset.loras[0].identity, 0.5),)
        plain = Walk().recipe(1, facts)
        ways = {"merged": replace(plain, merged=adapters), "varying": replace(plain, added=adapters)}

        def seconds(way: str, steps: int) -> float:
            recipes = [replace(ways[way], num_steps=steps)] * FRAMES
            start = time.process_time()
            pipeline.render(recipes, FRAMES, lambda: False)
            return time.process_time() - start

        taken: dict[str, list[float]] = {way: [] for way in ways}
        for number in range(ROUNDS + 1):
            for way in ways if number % 2 else reversed(ways):
                of_steps = seconds(way, MANY_STEPS) - seconds(way, FEW_STEPS)
                if number:
                    taken[way].append(of_steps)
    for way, each in taken.items():
        print(f"{way}: {statistics.median(each):.2f} s of {len(blocks)} modules of rank {RANK}")
    pairs_of_times = zip(taken["varying"], taken["merged"], strict=True)
    print(f"ratio: {statistics.median(a / b for a, b in pairs_of_times):.3f}")
    print(f"of the least: {min(taken['varying']) / min(taken['merged']):.3f}")


if __name__ == "__main__":
    main()

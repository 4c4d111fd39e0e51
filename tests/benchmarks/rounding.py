"""How far frames are from those of KerasHub's steps in float64: ours, and KerasHub's own in float32.

Run it where frames are suspected of rounding too much, as on another device.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import numpy as np

from sd3explorer.diffusion import backend
from sd3explorer.presets.locate import locate
from sd3explorer.walk.noises import Orbit
from sd3explorer.walk.paths import Hold, Prompts
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk

PROMPT, SEED, FRAMES = "a robot on a yellow background", 42, 8
CASES = [(guidance_scale, num_steps) for guidance_scale in (1.0, 5.0, 8.0) for num_steps in (4, 6, 28)]


def kerashubs(precision, target):
    """Keeps the frames of KerasHub's own steps, with all of the model in one precision."""
    import keras

    keras.config.set_floatx(precision)
    from tests.diffusion import seed_guide

    guide = seed_guide.load(locate("starter").folder, precision)
    embeddings, latents = seed_guide.orbit(guide, PROMPT, FRAMES)
    batch = [np.concatenate(part) for part in zip(*embeddings, strict=True)]
    frames = [
        guide.generate(np.stack(latents), batch, num_steps, guidance_scale if guidance_scale > 1.0 else None)
        for guidance_scale, num_steps in CASES
    ]
    np.save(target, np.stack(frames))


def in_a_process_of_its_own(precision, target):
    command = [sys.executable, "-m", "tests.benchmarks.rounding", "--kerashubs", precision, str(target)]
    subprocess.run(command, check=True, env={**os.environ, "KERAS_BACKEND": "tensorflow"})
    return np.load(target).astype(int)


def ours(backend_name):
    compiler = backend.select(backend_name)
    from sd3explorer.diffusion.pipeline import Pipeline

    preset = locate("starter")
    pipeline, facts = Pipeline.load(preset, (128, 128), "float32", compiler), preset.facts("float32")
    for guidance_scale, num_steps in CASES:
        sampler = Sampler(num_steps, guidance_scale)
        walk = Walk(path=Hold(Prompts(PROMPT)), noise=Orbit(SEED), timing=Timing(FRAMES), sampler=sampler)
        recipes = [walk.recipe(index, facts) for index in range(FRAMES)]
        yield np.stack(pipeline.render(recipes, FRAMES, lambda: False)).astype(int)


def apart(frames, exact):
    difference = np.abs(frames - exact)
    return f"{difference.max():3d}  {difference.mean():.4f}"


def main():
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--backend", choices=backend.BACKENDS)
    words.add_argument("--kerashubs", nargs=2, help=argparse.SUPPRESS)
    asked = words.parse_args()
    if asked.kerashubs:
        kerashubs(*asked.kerashubs)
        return
    with tempfile.TemporaryDirectory() as folder:
        exact, theirs = (
            in_a_process_of_its_own(precision, Path(folder, f"{precision}.npy"))
            for precision in ("float64", "float32")
        )
    print("guidance  steps   ours: most, mean   KerasHub's   of 255")
    for case, mine in enumerate(ours(asked.backend)):
        guidance_scale, num_steps = CASES[case]
        figures = apart(mine, exact[case]), apart(theirs[case], exact[case])
        print(f"{guidance_scale:8g}  {num_steps:5d}   {figures[0]:>16}   {figures[1]:>10}", flush=True)


if __name__ == "__main__":
    main()

"""Pictures as keyframes: how they come back, what they cost, and whether backends agree.

Run with `python -m tests.benchmarks.pictures`. Ten pictures are drawn by the starter model itself, ten are
nothing that it knows. Each backend that is installed has a process of its own; processor time is counted.
With `--sheet FILE` one more picture shows what becomes of four of them at some strengths.
"""

import argparse
import importlib.util
import io
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from sd3explorer.machine.backends import BACKENDS
from sd3explorer.walk.pictures import KeyframePicture, Mode, picture_of
from sd3explorer.walk.recipe import Gaussian, Prompt, Recipe
from tests.waves import waves

SIDE, STEPS, SCALE, AT_ONCE, ROUNDS = 128, 16, 2.5, 5, 5
KNOWN = (
    "a 3d dog face on a teal background",
    "pizza, flat",
    "an ink fox",
    "a 3d cat",
    "castle, flat",
    "red apple, 3d",
    "3d owl on black",
    "ink whale on white",
    "3d rocket on blue",
    "skull, flat",
)
STRENGTHS = (0.0, 0.3, 0.6, 0.9)
Picture = NDArray[np.uint8]


def main() -> None:
    """Prints a line for each backend, and how far they are apart."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--sheet", type=Path, help="file for pictures at some strengths")
    parser.add_argument("--work", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.work:
        work(asked.work, asked.sheet)
        return
    found: dict[str, Picture] = {}
    with tempfile.TemporaryDirectory() as folder:
        for backend in BACKENDS:
            if importlib.util.find_spec(backend) is None:
                continue
            file = Path(folder) / f"{backend}.npy"
            sheet = ["--sheet", str(asked.sheet)] if asked.sheet and not found else []
            subprocess.run(
                [sys.executable, "-m", __spec__.name, "--work", str(file), *sheet],
                env=os.environ | {"KERAS_BACKEND": backend},
                check=True,
            )
            found[backend] = np.load(file).astype(int)
    first, *others = found
    for other in others:
        apart = np.abs(found[first] - found[other])
        print(f"{first} and {other}: at most {apart.max()} of 255, on average {apart.mean():.4f}")


def unknown(number: int) -> Picture:
    """Clouds in three colours, finer and finer; or waves."""
    if number % 2:
        return waves(number)
    random = np.random.default_rng(number)
    frequencies = np.hypot(*np.meshgrid(np.fft.fftfreq(SIDE), np.fft.fftfreq(SIDE))) + 1 / SIDE
    noise = np.fft.fft2(random.standard_normal((3, SIDE, SIDE))) / frequencies ** (2 - number / 8)
    shades = np.fft.ifft2(noise).real
    shades = (shades - shades.min()) / np.ptp(shades)
    return (255 * np.moveaxis(shades, 0, -1)).astype(np.uint8)


def work(file: Path, sheet: Path | None) -> None:
    """What one backend makes of them."""
    from sd3explorer.diffusion import backend

    compiler = backend.select(None)
    from sd3explorer.diffusion.pipeline import Pipeline
    from sd3explorer.presets.locate import locate

    preset = locate("starter")
    assert preset is not None
    pipeline = Pipeline.load(preset, (SIDE, SIDE), "float32", compiler)
    fingerprint = preset.facts("float32").fingerprint

    def recipe(prompt: str) -> Recipe:
        return Recipe(Prompt.of(prompt), Prompt(""), Gaussian(7), STEPS, SCALE, (SIDE, SIDE), fingerprint)

    def rendered(recipes: list[Recipe]) -> list[Picture]:
        parts = [recipes[start : start + AT_ONCE] for start in range(0, len(recipes), AT_ONCE)]
        return [image for part in parts for image in pipeline.render(part, AT_ONCE, lambda: False)]

    def shown(picture: KeyframePicture, prompt: str) -> Recipe:
        plain = recipe(prompt)
        return replace(plain, noise=picture.noise(plain.noise), pull=picture.pull(1.0))

    drawn = rendered([recipe(prompt) for prompt in KNOWN])
    pictures = [*drawn, *(unknown(number) for number in range(10))]
    given = [KeyframePicture(_written(pixels)) for pixels in pictures]
    own = [_round_trip(pipeline, picture) for picture in given]
    for mode in Mode:
        back = rendered([shown(replace(each, mode=mode, strength=0.0), "a photo") for each in given])
        lost = [
            _likeness(pixels, vae) - _likeness(pixels, image)
            for pixels, vae, image in zip(pictures, own, back, strict=True)
        ]
        print(
            f"{compiler.__name__.rsplit('.', 1)[-1]}, {mode} at strength 0: loses at most {max(lost):.2f} dB "
            f"of what the VAE alone gives back ({min(map(_likeness, pictures, own)):.1f} to "
            f"{max(map(_likeness, pictures, own)):.1f} dB)",
            flush=True,
        )
    frames = [
        shown(replace(given[place], mode=mode, strength=0.5), KNOWN[3]) for place in (0, 12) for mode in Mode
    ]
    np.save(file, np.array(rendered(frames)))
    for weight in (1.0, 0.5):
        pull = replace(frames[0].pull, weight=weight)
        cost = _cost(rendered, [recipe(KNOWN[3])] * AT_ONCE, [replace(frames[0], pull=pull)] * AT_ONCE)
        print(f"led to a picture for half of its steps by {weight}: {cost:.2f} x a plain frame", flush=True)
    if sheet:
        rows = [
            rendered([shown(replace(given[place], mode=mode, strength=each), KNOWN[3]) for each in STRENGTHS])
            for place in (0, 2, 11, 12)
            for mode in Mode
        ]
        Image.fromarray(np.concatenate([np.concatenate(row, axis=1) for row in rows])).save(sheet)


def _cost(rendered, plain: list[Recipe], led: list[Recipe]) -> float:
    seconds: dict[str, list[float]] = {"plain": [], "led": []}
    for _ in range(ROUNDS):
        for name, recipes in (("plain", plain), ("led", led)):
            start = time.process_time()
            rendered(recipes)
            seconds[name].append(time.process_time() - start)
    return statistics.median(seconds["led"]) / statistics.median(seconds["plain"])


def _round_trip(pipeline, picture: KeyframePicture) -> Picture:
    from keras import ops

    latents = pipeline._pictures.latents(picture.latents)
    return pipeline._decode(ops.convert_to_tensor(latents[None]), lambda: False)[0][0]


def _written(pixels: Picture):
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "WEBP", lossless=True)
    return picture_of(file.getvalue())


def _likeness(one: Picture, other: Picture) -> float:
    return float(10 * np.log10(255**2 / np.mean((one.astype(float) - other.astype(float)) ** 2)))


if __name__ == "__main__":
    main()

"""What a preset is worth, in numbers; each function is one row or some rows of the table."""

import itertools
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from PIL import Image, ImageFilter

from sd3explorer.presets.catalog import STARTER

from . import pictures
from .captions import describe, prompt
from .computer import Computer
from .likeness import Likeness
from .sampling import Frame, Sampler
from .scenes import Figure, Scene, compose, draw, held_out, plain_scenes
from .things import COLOURS, FIRST_THINGS, INK, LATER_THINGS, STYLES, THINGS
from .vae import VAE, to_input, to_pictures

# How far drawings are moved, enlarged, blurred and made noisy to see whether they are still recognized.
MOVE, ENLARGE, BLUR, NOISE = 8, 0.15, 3.0, 30.0

# The styles that there were from the beginning.
FIRST_STYLES = tuple(style for style in STYLES if style != INK)

# Long prompts, none of which is among those that training strews its captions with.
STRANGE_FRAMES = (
    "A lovely {}, shot on an old camera, 35mm f2.0, kodak portra 400, film grain",
    "{} standing in the rain at night, neon lights, wet streets",
    "a watercolour painting of {}, soft morning light, on rough paper",
    "an ultra realistic render of {} by a great master, octane, 8k",
    "my grandmother once had {} in her garden",
    "breathtaking {}, dramatic clouds, wide angle lens",
)

Pictures = np.ndarray


@dataclass(frozen=True, slots=True)
class Fidelity:
    """Shares of pictures that show what was asked for.

    Args:
        thing: The thing, whatever its style and background.
        style: The style.
        colour: The background's colour.
    """

    thing: float
    style: float
    colour: float


@dataclass(frozen=True, slots=True)
class Asked:
    """A prompt and the scene that it asks for."""

    text: str
    scene: Scene


def plain_prompts(seed: int, count: int) -> list[Asked]:
    """Prompts for scenes of the first things, whose combination with style and colour wasn't trained on."""
    return held_out_prompts(FIRST_THINGS, seed, count)


def later_prompts(seed: int, count: int) -> list[Asked]:
    """The same of the things that were added later."""
    return held_out_prompts(LATER_THINGS, seed, count)


def ink_prompts(seed: int, count: int) -> list[Asked]:
    """The same of all things in ink."""
    return held_out_prompts(THINGS, seed, count, (INK,))


def held_out_prompts(
    things: Container[str], seed: int, count: int, styles: Container[str] = FIRST_STYLES
) -> list[Asked]:
    """Prompts for scenes of some things in some styles that training didn't see."""
    out = held_out(seed)
    scenes = [
        scene
        for scene in plain_scenes()
        if scene in out and scene.figures[0].thing in things and scene.style in styles
    ]
    chosen = np.random.default_rng([seed, 5]).permutation(len(scenes))[:count]
    forms = (prompt, comma_prompt)
    return [Asked(forms[row % 2](scenes[index]), scenes[index]) for row, index in enumerate(chosen)]


def comma_prompt(scene: Scene) -> str:
    """The same as `captions.prompt` with commas: "pizza, flat, teal background"."""
    return f"{scene.figures[0].thing}, {scene.style}, {scene.colour} background"


def framed_prompts(seed: int, count: int) -> list[Asked]:
    """The same as `plain_prompts` in long frames of words that the picture doesn't show, nor training had."""
    rng = np.random.default_rng([seed, 6])
    return [
        Asked(STRANGE_FRAMES[rng.integers(len(STRANGE_FRAMES))].format(asked.text), asked.scene)
        for asked in plain_prompts(seed, count)
    ]


def other_words(seed: int) -> list[Asked]:
    """Every other word for one of the first things, flat or 3d in turn, on colours by chance."""
    rng = np.random.default_rng([seed, 7])
    scenes = {(scene.figures[0].thing, scene.style, scene.colour): scene for scene in plain_scenes()}
    asked = []
    for thing, words in FIRST_THINGS.items():
        for word in words:
            style = FIRST_STYLES[len(asked) % len(FIRST_STYLES)]
            colour = list(COLOURS)[rng.integers(len(COLOURS))]
            text = f"a {style} {word} on a {colour} background"
            asked.append(Asked(text, scenes[thing, style, colour]))
    return asked


def fidelity(sampler: Sampler, likeness: Likeness, asked: Sequence[Asked]) -> Fidelity:
    """How many of the pictures made from these prompts seem to show what they ask for."""
    made = sampler([Frame(each.text, seed) for seed, each in enumerate(asked)])
    return judged(made, [each.scene for each in asked], likeness)


def judged(made: Pictures, scenes: Sequence[Scene], likeness: Likeness) -> Fidelity:
    """The shares of pictures that seem to show these scenes."""
    seen = [likeness.look(picture) for picture in made]
    rows = list(zip(seen, scenes, strict=True))
    return Fidelity(
        thing=float(np.mean([each.thing == scene.figures[0].thing for each, scene in rows])),
        style=float(np.mean([each.style == scene.style for each, scene in rows])),
        colour=float(np.mean([each.colour == scene.colour for each, scene in rows])),
    )


def composed_scenes(taught: Container[Scene], seed: int, count: int) -> list[Scene]:
    """Scenes of small things, or of several, that training didn't show.

    Args:
        taught: What it did show.
        seed: Of the choice.
        count: How many.
    """
    rng = np.random.default_rng([seed, 11])
    scenes = (compose(rng) for _ in itertools.count())
    wanted = (scene for scene in scenes if scene.figures[0].size < 1 and scene not in taught)
    return list(itertools.islice(wanted, count))


def composed(sampler: Sampler, likeness: Likeness, scenes: Sequence[Scene], seed: int) -> float:
    """The share of things that are where composed scenes want them, in pictures made from their captions."""
    rng = np.random.default_rng([seed, 12])
    made = sampler([Frame(describe(scene, rng, vague=0), number) for number, scene in enumerate(scenes)])
    return found(made, scenes, likeness)


def found(made: Pictures, scenes: Sequence[Scene], likeness: Likeness) -> float:
    """The share of scenes' things that pictures seem to show in the places where the scenes have them."""
    return float(
        np.mean(
            [
                likeness.look(cut_out(picture, figure)).thing == figure.thing
                for picture, scene in zip(made, scenes, strict=True)
                for figure in scene.figures
            ]
        )
    )


def cut_out(picture: np.ndarray, figure: Figure) -> np.ndarray:
    """The square of a picture in which a figure is, as large as the picture."""
    side = len(picture)
    left, top = (side * (middle - figure.size / 2) for middle in (figure.x, figure.y))
    box = (max(left, 0.0), max(top, 0.0), *(min(edge + side * figure.size, side) for edge in (left, top)))
    return np.asarray(Image.fromarray(picture).resize((side, side), Image.Resampling.BILINEAR, box))


def trustworthiness(likeness: Likeness, work: Path, seed: int) -> Fidelity:
    """How often `Likeness` is right about true pictures: moved, enlarged, blurred and noisy drawings."""
    rng = np.random.default_rng([seed, 8])
    colours = list(COLOURS)
    scenes = [
        scene
        for scene in plain_scenes()
        if scene.colour == colours[sum(map(ord, repr(scene))) % len(colours)]
    ]
    return judged(np.stack([distorted(draw(scene, work), rng) for scene in scenes]), scenes, likeness)


def distorted(picture: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """The picture as a model that draws well, but not exactly, might draw it."""
    side = len(picture)
    fill = tuple(int(value) for value in picture[0, 0])
    zoom = 1 / rng.uniform(1 - ENLARGE, 1 + ENLARGE)
    left, top = rng.uniform(-MOVE, MOVE, 2) + side * (1 - zoom) / 2
    image = Image.fromarray(picture).transform(
        (side, side),
        Image.Transform.AFFINE,
        (zoom, 0, left, 0, zoom, top),
        Image.Resampling.BILINEAR,
        fillcolor=fill,
    )
    blurred = np.asarray(image.filter(ImageFilter.GaussianBlur(rng.uniform(0, BLUR))), np.float32)
    return np.clip(blurred + rng.normal(0, NOISE, picture.shape), 0, 255).astype(np.uint8)


@dataclass(frozen=True, slots=True)
class Halfway:
    """Distances to the nearest drawing, averaged.

    Args:
        ends: Of the pictures that walks begin and end with.
        middles: Of the pictures half-way.
    """

    ends: float
    middles: float


def halfway(sampler: Sampler, likeness: Likeness, seed: int, count: int) -> Halfway:
    """Whether the pictures half-way between two prompts are pictures."""
    asked = plain_prompts(seed, 2 * count)
    ways = list(zip(asked[:count], asked[count:], strict=True))
    frames = [
        Frame(first.text, row, last.text, t)
        for row, (first, last) in enumerate(ways)
        for t in (0.0, 0.5, 1.0)
    ]
    distances = np.array([likeness.look(picture).distance for picture in sampler(frames)]).reshape(-1, 3)
    return Halfway(ends=float(distances[:, [0, 2]].mean()), middles=float(distances[:, 1].mean()))


@torch.no_grad()
def psnr(vae: VAE, drawings: Pictures, computer: Computer, seed: int) -> float:
    """Peak signal-to-noise ratio in dB of drawings on colours, encoded and decoded; the mean over them."""
    rng = np.random.default_rng([seed, 9])
    vae = vae.to(computer.device).eval()
    ratios = []
    for drawing in drawings:
        laid = np.round(pictures.on_colour(drawing, rng.integers(0, 256, 3))).astype(np.uint8)
        decoded = vae.decoder(vae.encode(to_input(torch.from_numpy(laid[None]).to(computer.device))))
        error = to_pictures(decoded)[0].cpu().numpy().astype(np.float32) - laid
        ratios.append(10 * np.log10(255**2 / max(float(np.square(error).mean()), 1e-12)))
    return float(np.mean(ratios))


def taught_drawings(work: Path, seed: int, count: int) -> Pictures:
    """Drawings that the denoiser is taught."""
    files = [(set_name, pictures.slug(thing)) for thing in THINGS for set_name in STYLES.values()]
    return some(lambda file: pictures.load(work, *file), files, seed, count)


def held_out_drawings(work: Path, seed: int, count: int) -> Pictures:
    """Drawings of the trained sets that were kept from the VAE's training."""
    files = [
        (emoji_set.name, name)
        for emoji_set in pictures.SETS
        if emoji_set.name != pictures.UNSEEN
        for name in pictures.rendered(work, emoji_set.name)
        if pictures.held_out(name)
    ]
    return some(lambda file: pictures.load(work, *file), files, seed, count)


def unseen_drawings(work: Path, seed: int, count: int) -> Pictures:
    """Drawings of the set that nothing was ever trained on."""
    names = pictures.rendered(work, pictures.UNSEEN)
    return some(lambda name: pictures.load(work, pictures.UNSEEN, name), names, seed, count)


def some(load: Callable[..., np.ndarray | None], items: list, seed: int, count: int) -> Pictures:
    """At most `count` of them by chance, loaded."""
    chosen = np.random.default_rng([seed, 10]).permutation(len(items))[:count]
    return np.stack([load(items[index]) for index in sorted(chosen)])


def seconds_per_frame(
    preset: Path, steps: Sequence[int], batch_size: int = 4, runs: int = 3
) -> dict[int, float]:
    """The fastest of some runs of KerasHub itself, with guidance, by the number of steps."""
    import time

    from keras_hub.models import StableDiffusion3Backbone, StableDiffusion3TextToImage
    from keras_hub.models import StableDiffusion3TextToImagePreprocessor as Preprocessor

    backbone = StableDiffusion3Backbone.from_preset(str(preset), dtype="float32")
    preprocessor = Preprocessor.from_preset(str(preset))
    result = {}
    for count in steps:
        # Another number of steps fails in a task that has compiled its loop already.
        task = StableDiffusion3TextToImage(backbone, preprocessor)
        times = []
        for _ in range(runs + 1):
            began = time.perf_counter()
            task.generate(
                ["a flat fox on a teal background"] * batch_size,
                num_steps=count,
                guidance_scale=STARTER.sampler.guidance_scale,
            )
            times.append((time.perf_counter() - began) / batch_size)
        # The first run compiles.
        result[count] = min(times[1:])
    return result

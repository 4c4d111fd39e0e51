"""Scenes: which things a picture shows, where and how large, on which background; and how they are drawn."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from . import pictures
from .things import COLOURS, INK, STYLES, THINGS

# A background whose red, green and blue weigh less than this together is dark.
DARK, WEIGHTS = 128, (0.299, 0.587, 0.114)

# The share of plain scenes (one thing, one style, one colour) that training never sees, to be asked for in
# the evaluation.
HELD_OUT_SHARE = 0.15


@dataclass(frozen=True, slots=True)
class Figure:
    """A thing in a scene.

    Args:
        thing: One of `THINGS`.
        size: Share of the picture's side.
        x: Where its middle is, from the left, in [0, 1].
        y: The same from the top.
    """

    thing: str
    size: float = 1.0
    x: float = 0.5
    y: float = 0.5


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything that a picture shows.

    Args:
        figures: Things, those behind first.
        style: One of `STYLES`.
        colour: One of `COLOURS`, of the background.
        place: Words for where the things are or how large, as in "in the top left corner".
    """

    figures: tuple[Figure, ...]
    style: str
    colour: str
    place: str = ""

    @property
    def plain(self) -> bool:
        """Whether this is one thing in its usual size and place."""
        return self.figures == (Figure(self.figures[0].thing),)


PLACES = {
    "in the top left corner": (0.25, 0.25),
    "in the top right corner": (0.75, 0.25),
    "in the bottom left corner": (0.25, 0.75),
    "in the bottom right corner": (0.75, 0.75),
    "on the left": (0.25, 0.5),
    "on the right": (0.75, 0.5),
    "in the distance": (0.5, 0.5),
}
# One size for all that is small, in places that are whole tokens of the denoiser apart: so a thing's small
# picture is nearly the same numbers wherever it is, and is learnt once.
SMALL = 0.5


def plain_scenes() -> list[Scene]:
    """Every thing in every style on every colour, in a fixed order: those in ink come last."""
    others = [style for style in STYLES if style != INK]
    return [
        Scene((Figure(thing),), style, colour)
        for styles in (others, [INK])
        for thing in THINGS
        for style in styles
        for colour in COLOURS
    ]


def held_out(seed: int) -> set[Scene]:
    """The plain scenes that are kept from training; white backgrounds never are."""
    scenes = [scene for scene in plain_scenes() if scene.colour != "white"]
    drawn = np.random.default_rng([seed, 1]).random(len(scenes)) < HELD_OUT_SHARE
    return {scene for scene, out in zip(scenes, drawn, strict=True) if out}


def training_scenes(seed: int, composed: int) -> list[Scene]:
    """What the denoiser is trained on: the plain scenes that aren't held out, and composed ones.

    Args:
        seed: Of every choice.
        composed: How many composed scenes.
    """
    out = held_out(seed)
    rng = np.random.default_rng([seed, 2])
    return [scene for scene in plain_scenes() if scene not in out] + [compose(rng) for _ in range(composed)]


def compose(rng: np.random.Generator) -> Scene:
    """A scene of small, large or several things, by chance."""
    things = list(THINGS)
    one, other = (things[index] for index in rng.choice(len(things), 2, replace=False))
    style, colour = rng.choice(list(STYLES)), rng.choice(list(COLOURS))
    kind = rng.choice(["small", "large", "two", "three", "pair", "pair"])
    if kind == "small":
        place = str(rng.choice(list(PLACES)))
        figures = (Figure(one, SMALL, *PLACES[place]),)
    elif kind == "large":
        place, figures = "close-up", (Figure(one, 1.5),)
    elif kind == "two":
        place, figures = "two", (Figure(one, SMALL, 0.25), Figure(one, SMALL, 0.75))
    elif kind == "three":
        spots = ((0.5, 0.25), (0.25, 0.75), (0.75, 0.75))
        place, figures = "three", tuple(Figure(one, SMALL, *spot) for spot in spots)
    else:
        place, figures = "pair", (Figure(one, SMALL, 0.25), Figure(other, SMALL, 0.75))
    return Scene(figures, str(style), str(colour), place)


def draw(scene: Scene, work: Path) -> np.ndarray:
    """The scene's picture.

    Args:
        scene: What to draw.
        work: Where the emoji were rendered.

    Returns:
        uint8 (SIDE, SIDE, 3).

    Raises:
        FileNotFoundError: If one of its things isn't drawn in its style.
    """
    side = pictures.SIDE
    canvas = np.broadcast_to(np.array(COLOURS[scene.colour], np.float32), (side, side, 3))
    for figure in scene.figures:
        rgba = drawing(work, figure.thing, scene.style)
        if scene.style == INK and dark(scene.colour):
            rgba = pictures.negative(rgba)
        canvas = pictures.on_colour(placed(rgba, figure), canvas)
    return np.round(canvas).astype(np.uint8)


def drawing(work: Path, thing: str, style: str) -> np.ndarray:
    """A thing in a style, uint8 (SIDE, SIDE, 4).

    Raises:
        FileNotFoundError: If it isn't rendered.
    """
    name = pictures.slug(thing)
    rgba = pictures.load(work, STYLES[style], name)
    if rgba is None:
        raise FileNotFoundError(f"no picture of {name} in {STYLES[style]}; run the stage `pictures`")
    return rgba


def dark(colour: str) -> bool:
    """Whether black can hardly be seen on one of `COLOURS`."""
    return float(np.dot(COLOURS[colour], WEIGHTS)) < DARK


def placed(rgba: np.ndarray, figure: Figure) -> np.ndarray:
    """A drawing in the figure's size and place on an empty picture; what goes over the edge is cut."""
    if (figure.size, figure.x, figure.y) == (1.0, 0.5, 0.5):
        return rgba
    side = len(rgba)
    small = Image.fromarray(rgba).resize((round(side * figure.size),) * 2, Image.Resampling.LANCZOS)
    empty = Image.new("RGBA", (side, side))
    empty.paste(small, (round(side * figure.x - small.width / 2), round(side * figure.y - small.height / 2)))
    return np.asarray(empty)

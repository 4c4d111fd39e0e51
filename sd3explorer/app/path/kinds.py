"""How the window shows each kind of path."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Any

from PySide6.QtCore import QLocale

from sd3explorer.app.path.blend_editor import BlendEditor
from sd3explorer.app.path.grid_editor import GridEditor
from sd3explorer.app.path.morph_editor import MorphEditor
from sd3explorer.app.path.noise_kinds import noise_kind
from sd3explorer.app.path.path_editor import PathEditor
from sd3explorer.app.path.prompt_card import OnePromptEditor
from sd3explorer.app.path.shapes import CIRCLE_ALONE, Cells, Line, Point, Ray, Route, Shape
from sd3explorer.app.path.wander_editor import WanderEditor
from sd3explorer.app.texts import translate
from sd3explorer.walk.map.route import keyframe_places, pin_places, place_on
from sd3explorer.walk.paths import Blend, Grid, Hold, Morph, Path, Wander
from sd3explorer.walk.recipe import RandomDirection
from sd3explorer.walk.walk import Walk

MOST_TICKS = 160


@dataclass(frozen=True, slots=True)
class PathKind:
    """How the window shows a kind of path.

    The functions are given a walk on a path of the kind.

    Args:
        type: The kind.
        label: Its name.
        tip: What it does, in a few words.
        make_editor: Makes its editor.
        shape: What the drawing shows.
        sentence: What a walk on it shows; the noise's clause and a full stop follow.
        place: Where a frame is, in a few words: "row 2, column 3"; "" where there is nothing to say.
        frames_tip: Why the number of frames can't be chosen, where the path sets it.
    """

    type: type[Path]
    label: str
    tip: str
    make_editor: Callable[[], PathEditor]
    shape: Callable[[Walk], Shape]
    sentence: Callable[[Walk], str]
    place: Callable[[Walk, int], str]
    frames_tip: str = ""


@cache
def path_kinds() -> tuple[PathKind, ...]:
    """All kinds, in the order in which they are offered. For when the language is known."""
    return (
        PathKind(
            Morph,
            translate("Path", "Morph"),
            translate("Path", "Through two or more prompts, one after the other"),
            MorphEditor,
            _line_of_keyframes,
            _morph_sentence,
            lambda walk, index: _t(walk.place(index), walk.path.steps(walk.frame_count)),
        ),
        PathKind(
            Blend,
            translate("Path", "Blend"),
            translate("Path", "Mixes of many prompts, along a route over the map"),
            BlendEditor,
            _route_on_map,
            lambda walk: translate(
                "Path", "Along a route between {prompts} prompts in {frames} frames"
            ).format(prompts=len(walk.path.prompts), frames=walk.frame_count),
            lambda walk, index: _t(walk.place(index), walk.path.steps(walk.frame_count)),
        ),
        PathKind(
            Grid,
            translate("Path", "Grid"),
            translate("Path", "All mixes of four prompts"),
            GridEditor,
            lambda walk: Cells(_path(walk).rows, _path(walk).columns),
            lambda walk: translate("Path", "Every mix of four prompts, {rows} × {columns} frames").format(
                rows=_path(walk).rows, columns=_path(walk).columns
            ),
            lambda walk, index: translate("Path", "row {row}, column {column}").format(
                row=index // _path(walk).columns + 1, column=index % _path(walk).columns + 1
            ),
            frames_tip=translate("Path", "A grid has rows × columns frames"),
        ),
        PathKind(
            Wander,
            translate("Path", "Wander"),
            translate("Path", "Away from one prompt, step by step"),
            WanderEditor,
            lambda walk: Ray(_shares(walk.path, walk), isinstance(_path(walk).direction, RandomDirection)),
            lambda walk: translate(
                "Path", "Drifting away from one prompt in {frames} frames, until the picture falls apart"
            ).format(frames=walk.frame_count),
            lambda walk, index: translate("Path", "distance {distance}").format(
                distance=f"{float(walk.place(index)) * _path(walk).step_size:.3g}"
            ),
        ),
        PathKind(
            Hold,
            translate("Path", "Hold"),
            translate("Path", "One prompt for all frames; the noise may move"),
            OnePromptEditor,
            _line_of_noise,
            lambda walk: translate("Path", "One prompt in {frames} frames").format(frames=walk.frame_count),
            lambda walk, index: (
                _t(walk.place(index), walk.noise.steps(walk.frame_count)) if walk.noise.moves else ""
            ),
        ),
    )


def path_kind(path: Path) -> PathKind:
    """How a path is shown."""
    return next(kind for kind in path_kinds() if kind.type is type(path))


def _path(walk: Walk) -> Any:
    """The path, with the fields of its kind."""
    return walk.path


def _t(place: Fraction, steps: int) -> str:
    return f"t {QLocale().toString(float(place / steps), 'f', 2)}"


def _shares(way: Any, walk: Walk) -> Callable[[int], float]:
    """How far along a way each frame is."""
    steps = way.steps(walk.frame_count)
    return lambda index: float(walk.place(index) / steps)


def _line_of_keyframes(walk: Walk) -> Shape:
    morph, frames = _path(walk), walk.frame_count
    shown = range(0, frames, max(1, math.ceil(frames / MOST_TICKS)))
    # The places of an even walk have its easings in them.
    line = morph if walk.placement is None else morph.without_easings()

    def share(index: int) -> float:
        return line.progress(walk.place(index), frames)

    return Line(
        share,
        morph.closed,
        ticks=tuple(map(share, shown)),
        diamonds=tuple(map(float, morph.starts())),
    )


def _route_on_map(walk: Walk) -> Shape:
    blend, frames = _path(walk), walk.frame_count
    # The places of an even walk have its easings in them.
    line = blend if walk.placement is None else blend.without_easings()
    stops = keyframe_places(blend)
    return Route(
        tuple(pin_places(blend.pins)),
        tuple([*stops, stops[0]] if blend.closed else stops),
        lambda index: place_on(line, walk.place(index), frames),
    )


def _line_of_noise(walk: Walk) -> Shape:
    noise, frames = walk.noise, walk.frame_count
    pinned = noise.anchors(frames)
    if len(pinned) == 1:
        return Point(CIRCLE_ALONE if noise_kind(noise).circles else 0.0)
    steps = noise.steps(frames)
    places = tuple(float(anchor.place / steps) for anchor in pinned)
    return Line(_shares(noise, walk), noise.is_closed, ticks=places)


def _morph_sentence(walk: Walk) -> str:
    prompts = len(walk.path.prompts)
    text = (
        translate("Path", "Through {prompts} prompts in {frames} frames")
        if prompts > 2
        else translate("Path", "From one prompt to another in {frames} frames")
    )
    return text.format(prompts=prompts, frames=walk.frame_count)

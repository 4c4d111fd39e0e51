"""A walk's prompts as text that gives the same path when it is read."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from sd3explorer.walk.error import WalkError
from sd3explorer.walk.lists.lines import written_line
from sd3explorer.walk.lists.reading import read
from sd3explorer.walk.lists.table import written_table
from sd3explorer.walk.paths import Keyframe, Morph
from sd3explorer.walk.timing import Motion
from sd3explorer.walk.walk import Walk


def text_of(walk: Walk) -> str:
    """The prompts of a walk: one a line, or as CSV where a line can't say all of it.

    In the table are frame numbers; spans, as in the walk file, where keyframes lie between frames, where the
    path is closed, and where the motion is even, which chooses frames itself.
    """
    keyframes = _keyframes(walk)
    lines = "".join(f"{written_line(each.prompts)}\n" for each in keyframes)
    if _is_same(lines, walk):
        return lines
    frames = _frames(walk)
    table = "" if frames is None else written_table(keyframes, frames)
    return table if _is_same(table, walk) else written_table(keyframes, None)


def _keyframes(walk: Walk) -> Sequence[Keyframe]:
    if isinstance(walk.path, Morph):
        return walk.path.keyframes
    return [Keyframe(each.prompt, each.negative_prompt) for each in walk.path.prompts]


def _frames(walk: Walk) -> list[int] | None:
    """The frame of each keyframe; None where one has none of its own."""
    path = walk.path
    if not isinstance(path, Morph) or path.closed or walk.timing.motion is Motion.EVEN:
        return None
    places = path.places(walk.frame_count)
    return [int(place) for place in places] if all(place.denominator == 1 for place in places) else None


def _is_same(text: str, walk: Walk) -> bool:
    """Whether a text is read as the walk's prompts, with ways of the same proportions between them."""
    try:
        prompts = read(text, walk.frame_count)
    except WalkError:
        return False
    keyframes = _keyframes(walk)
    return (
        prompts.frames in (None, walk.frame_count)
        and _without_spans(prompts.keyframes) == _without_spans(keyframes)
        and _proportions(prompts.keyframes, walk) == _proportions(keyframes, walk)
    )


def _without_spans(keyframes: Sequence[Keyframe]) -> list[Keyframe]:
    return [replace(keyframe, span=1.0) for keyframe in keyframes]


def _proportions(keyframes: Sequence[Keyframe], walk: Walk) -> list[Fraction]:
    closed = isinstance(walk.path, Morph) and walk.path.closed
    spans = [Fraction(keyframe.span) for keyframe in (keyframes if closed else keyframes[:-1])]
    return [span / sum(spans) for span in spans]

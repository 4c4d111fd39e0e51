"""Prompts of Parseq: those of its document, or those of the frames that it has rendered."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import cast

from sd3explorer.walk.error import WalkError
from sd3explorer.walk.fields import integer, number, shown, text
from sd3explorer.walk.limits import FRAME_RATES, MAX_FRAMES
from sd3explorer.walk.lists.lines import Cleaner, keyframe_of, split_negative
from sd3explorer.walk.lists.prompt_list import Entry, PromptList, check_count, listed
from sd3explorer.walk.paths import Prompts

_KEYFRAMES, _RENDERED, _PROMPTS = "keyframes", "rendered_frames", "prompts"
_ITS_PROMPT = ("deforum_prompt", "prompt")

_Object = Mapping[str, object]


def is_parseq(document: _Object) -> bool:
    """Whether a JSON object is a document of Parseq, or what it has rendered."""
    return any(isinstance(document.get(key), list) for key in (_KEYFRAMES, _RENDERED))


def read_parseq(document: _Object) -> PromptList:
    """The prompts in a document of Parseq.

    Those of the document itself, if there are any: each begins at its frame, and the morph to the next one
    there as well. Else those of its rendered frames or keyframes, where they change.

    Args:
        document: One for which `is_parseq` is true.

    Raises:
        WalkError: A field is impossible; the message names it.
    """
    cleaner = Cleaner()
    frames = _frames(document)
    prompts = document.get(_PROMPTS)
    if prompts:
        entries = [_entry(each, name, cleaner) for name, each in _named(prompts)]
    else:
        entries = _changes(document, cleaner)
    check_count(len(entries))
    if len(entries) == 1:
        entries = [replace(entries[0], frame=0)]
    return listed(entries, frames, _rate(document), cleaner.notes)


def _named(prompts: object) -> list[tuple[str, _Object]]:
    if isinstance(prompts, list):
        each = cast(list[object], prompts)
        named = [(f"{_PROMPTS}[{index}]", _object(value, _PROMPTS)) for index, value in enumerate(each)]
        return [(name, value) for name, value in named if value.get("enabled") is not False]
    return [(_PROMPTS, _object(prompts, _PROMPTS))]


def _entry(document: _Object, name: str, cleaner: Cleaner) -> Entry:
    positive, negative = (text(document.get(key, ""), f"{name}.{key}") for key in ("positive", "negative"))
    prompts = Prompts(positive.strip(), negative.strip())
    start = 0 if document.get("allFrames") else document.get("from", 0)
    return Entry(keyframe_of(cleaner.cleaned(prompts), name), _whole(start, f"{name}.from"), name)


def _changes(document: _Object, cleaner: Cleaner) -> list[Entry]:
    """The frames from which on another prompt shows."""
    entries: list[Entry] = []
    for name, frame, each in _timed(document):
        key = next((key for key in _ITS_PROMPT if key in each), None)
        if key is None:
            continue
        prompts = cleaner.cleaned(split_negative(text(each[key], f"{name}.{key}")))
        keyframe = keyframe_of(prompts, name)
        if not entries or entries[-1].keyframe != keyframe:
            entries.append(Entry(keyframe, frame, name))
    return entries


def _timed(document: _Object) -> list[tuple[str, int, _Object]]:
    key = _RENDERED if isinstance(document.get(_RENDERED), list) else _KEYFRAMES
    timed: list[tuple[str, int, _Object]] = []
    for index, value in enumerate(cast(Sequence[object], document[key])):
        name = f"{key}[{index}]"
        each = _object(value, name)
        timed.append((name, _whole(each.get("frame"), f"{name}.frame"), each))
    return sorted(timed, key=lambda each: each[1])


def _frames(document: _Object) -> int | None:
    timed = _timed(document)
    return timed[-1][1] + 1 if timed else None


def _rate(document: _Object) -> float | None:
    options = document.get("options")
    rate = cast(_Object, options).get("output_fps") if isinstance(options, dict) else None
    return None if rate is None else number(rate, "options.output_fps", *FRAME_RATES)


def _object(value: object, name: str) -> _Object:
    if not isinstance(value, dict):
        raise WalkError(f"{name}: must be an object in braces, not {shown(value)}")
    return cast(_Object, value)


def _whole(value: object, name: str) -> int:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return integer(value, name, 0, MAX_FRAMES - 1)

"""Prompts of Deforum: `{"0": "…", "30": "…"}`, alone or in the file with its settings."""

from collections.abc import Iterator, Mapping
from typing import cast

from sd3explorer.walk.error import WalkError
from sd3explorer.walk.fields import integer, number, text
from sd3explorer.walk.limits import FRAME_RATES, MAX_FRAMES
from sd3explorer.walk.lists.frame_number import depends_on_length, frame_number
from sd3explorer.walk.lists.lines import Cleaner, keyframe_of, split_negative
from sd3explorer.walk.lists.prompt_list import Entry, PromptList, check_count, listed
from sd3explorer.walk.paths import Prompts
from sd3explorer.walk.printable import shortened

_PROMPTS = ("prompts", "animation_prompts")

# What Deforum puts before each prompt, and behind what to lead away from.
_BEFORE, _BEHIND = "animation_prompts_positive", "animation_prompts_negative"


def is_settings(document: Mapping[str, object]) -> bool:
    """Whether a JSON object is a file with settings, among which are prompts."""
    return any(key in document for key in _PROMPTS)


def read_settings(document: Mapping[str, object], frames: int) -> PromptList:
    """The prompts in a file with settings.

    Args:
        document: One for which `is_settings` is true.
        frames: What `max_f` is at least where the file doesn't say it.

    Raises:
        WalkError: A field is impossible; the message names it.
    """
    key = next(key for key in _PROMPTS if key in document)
    prompts = document[key]
    if isinstance(prompts, list):
        return read_texts(cast(list[object], prompts), key)
    if not isinstance(prompts, dict):
        raise WalkError(f'{key}: must be an object with a prompt for each frame, as in {{"0": "a dog"}}')
    said = document.get("max_frames")
    count = None if said is None else integer(said, "max_frames", 1, MAX_FRAMES)
    rate = document.get("fps")
    return read_prompts(
        cast(dict[str, object], prompts),
        frames,
        count,
        frame_rate=None if rate is None else number(rate, "fps", *FRAME_RATES),
        around=Prompts(_text(document, _BEFORE), _text(document, _BEHIND).replace("--neg", "").strip()),
        parent=f"{key}.",
    )


def read_prompts(
    document: Mapping[str, object],
    frames: int,
    count: int | None = None,
    frame_rate: float | None = None,
    around: Prompts | None = None,
    parent: str = "",
) -> PromptList:
    """The prompts in an object with one for each frame number.

    Args:
        document: The object.
        frames: What `max_f` is at least where the list doesn't say it.
        count: Number of frames, where the list says it: what `max_f` is.
        frame_rate: Frames per second, where the list says it.
        around: What comes before each prompt, and behind each negative one.
        parent: Where the object stands, for messages: "prompts.".

    Raises:
        WalkError: A frame number or a prompt is impossible.
    """
    check_count(len(document))
    names = {key: f'{parent}"{shortened(key)}"' for key in document}
    if count is None and any(map(depends_on_length, names)):
        count = max([frames, *_least_lengths(names)])
    cleaner = Cleaner()
    entries: list[Entry] = []
    for key, value in document.items():
        name = names[key]
        frame = frame_number(key, name, count or frames)
        prompts = cleaner.cleaned(_within(around or Prompts(), split_negative(text(value, name))))
        entries.append(Entry(keyframe_of(prompts, name), frame, name))
    return listed(entries, count, frame_rate, cleaner.notes)


def read_texts(document: list[object], parent: str) -> PromptList:
    """The prompts in a list of texts.

    Args:
        document: The list.
        parent: Where it stands, for messages.

    Raises:
        WalkError: One is no text, or impossible.
    """
    check_count(len(document))
    cleaner = Cleaner()
    entries: list[Entry] = []
    for index, value in enumerate(document):
        name = f"{parent}[{index}]"
        prompts = cleaner.cleaned(split_negative(text(value, name)))
        entries.append(Entry(keyframe_of(prompts, name), None, name))
    return listed(entries, notes=cleaner.notes)


def _least_lengths(names: Mapping[str, str]) -> Iterator[int]:
    """How many frames each frame number needs that doesn't depend on that, by their names."""
    return (frame_number(key, name, 0) + 1 for key, name in names.items() if not depends_on_length(key))


def _text(document: Mapping[str, object], key: str) -> str:
    value = document.get(key)
    return "" if value is None else text(value, key).strip()


def _within(around: Prompts, prompts: Prompts) -> Prompts:
    return Prompts(
        f"{around.prompt} {prompts.prompt}".strip(),
        f"{prompts.negative_prompt} {around.negative_prompt}".strip(),
    )

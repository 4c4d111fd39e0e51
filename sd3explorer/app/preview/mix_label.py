"""Where a frame is on its path, in a few words: "t 0.33 · dog 35 % → cat 65 %"."""

from sd3explorer.app.path.kinds import path_kind
from sd3explorer.app.prompt_names import DOT, mixed_names
from sd3explorer.walk.walk import Walk


def place_text(walk: Walk, index: int) -> str:
    """Where a frame is on its path, and which prompts it mixes.

    Args:
        walk: The walk.
        index: The frame, from 0.
    """
    where = path_kind(walk.path).place(walk, index)
    return DOT.join(text for text in (where, mix_text(walk, index)) if text)


def mix_text(walk: Walk, index: int) -> str:
    """The prompts that a frame mixes, each with its share: "dog 35 % → cat 65 %".

    Args:
        walk: The walk.
        index: The frame, from 0.
    """
    return mixed_names(walk.embeddings(index).positive, walk.path)

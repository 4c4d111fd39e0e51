"""File names that people recognise and every disk takes."""

import re
import unicodedata

_LONGEST = 60
# File systems take 255 bytes; a suffix and a number have to have room beside these.
_MOST_BYTES = 220
# Letters, marks, numbers, and symbols such as emoji.
_KEPT = frozenset("LMN") | {"So"}
_INVISIBLE = "Cf"
# Windows takes them for devices, whatever suffix follows.
_DEVICES = re.compile(r"con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]")


def file_stem(title: str) -> str:
    """A file name without a suffix: "Dog to cat" becomes "dog-to-cat".

    Letters of all scripts, digits and emoji stay; whatever else there is becomes a hyphen, and what
    can't be seen is left out.

    Args:
        title: What people call it; anything.

    Returns:
        At most 60 characters, at least 1, none of which is a dot or means anything to a file system
        or a shell. "walk" where nothing is left of the title.
    """
    text = unicodedata.normalize("NFC", title.lower())
    visible = (character for character in text if unicodedata.category(character) != _INVISIBLE)
    stem = re.sub("-{2,}", "-", "".join(character if _is_kept(character) else "-" for character in visible))
    return _on_every_disk(stem.strip("-")[:_LONGEST])


def title_stem(title: str) -> str:
    """A file name without a suffix that reads like the title: its spaces and capitals stay.

    Args:
        title: What people call it; anything.

    Returns:
        At most 80 characters, at least 1, as `file_stem` gives them, but with spaces and capitals.
    """
    kept = "".join(letter if letter.isalnum() or letter in " -_" else "-" for letter in title)
    return _on_every_disk(kept.strip(" -")[:80])


def _on_every_disk(stem: str) -> str:
    stem = stem.encode("utf-8", "ignore")[:_MOST_BYTES].decode("utf-8", "ignore").rstrip(" -") or "walk"
    return f"{stem}-walk" if _DEVICES.fullmatch(stem.lower()) else stem


def _is_kept(character: str) -> bool:
    category = unicodedata.category(character)
    return character == "_" or category in _KEPT or category[0] in _KEPT

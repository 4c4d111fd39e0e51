"""File names that people recognise and every disk takes."""

import re
import unicodedata

# With four bytes a character and a suffix, still below the 255 bytes that file systems take.
_LONGEST = 60
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
    stem = stem.strip("-")[:_LONGEST].rstrip("-") or "walk"
    return f"{stem}-walk" if _DEVICES.fullmatch(stem) else stem


def _is_kept(character: str) -> bool:
    category = unicodedata.category(character)
    return character == "_" or category in _KEPT or category[0] in _KEPT

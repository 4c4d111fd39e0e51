"""How the text of a message becomes a sentence that fits into the room there is."""

import re

from PySide6.QtGui import QFontMetrics

# A word is broken after these, or after so many letters.
_WITHIN_WORDS = re.compile(r"[/\\_.-]+|[^/\\_.-]{16}")


def as_sentence(text: str) -> str:
    """The text begun with a capital, unless its first word is a name: stable_diffusion_3, timing.frames."""
    first = text.split(" ", 1)[0]
    return text[:1].upper() + text[1:] if first.replace("'", "").isalpha() else text


def shortened(text: str, length: int) -> str:
    """The text without its middle, where it has more characters than `length`."""
    if len(text) <= length:
        return text
    half = length // 2
    return f"{text[:half].rstrip()} … {text[-half:].lstrip()}"


def breakable(text: str, metrics: QFontMetrics, width: int) -> str:
    """A text whose words all fit into a width: longer ones, as paths, may be broken within, without a sign.

    Args:
        text: The text.
        metrics: Of the font that it is written in.
        width: Of a line, in pixels.
    """
    words = text.split(" ")
    fits = [metrics.horizontalAdvance(word) <= width for word in words]
    broken = (_WITHIN_WORDS.sub("\\g<0>\N{ZERO WIDTH SPACE}", word) for word in words)
    return " ".join(word if fit else part for word, part, fit in zip(words, broken, fits, strict=True))

"""The size of pictures in words: as it is shown, and as people type it."""

import re

from PySide6.QtCore import QLocale

_NUMBER = r"(\d+(?:[.,]\d+)?)"


def size_text(sides: tuple[int, int], scale: float) -> str:
    """A size as it is shown: "256 × 256  (2×)".

    Args:
        sides: Width and height in pixels; zeros while unknown.
        scale: The factor that leads to them.
    """
    factor = f"{_local(scale, 3)}×" if scale >= 1.0 else f"{_local(100.0 * scale, 4)} %"
    width, height = sides
    return f"{width} × {height}  ({factor})" if width and height else factor


def scale_of(text: str, width: int) -> float | None:
    """The scale that a size asks for.

    Args:
        text: A width in pixels ("300", "300 px", "300 × 200"), a percentage ("50 %") or a factor
            ("2×", "2x").
        width: Of the pictures as they are; 0 while that isn't known.

    Returns:
        A factor above 0, or None if the text is none of these.
    """
    text = text.strip().casefold()
    if match := re.match(rf"{_NUMBER}\s*%", text):
        scale = _number(match) / 100.0
    elif match := re.fullmatch(rf"{_NUMBER}\s*[×x]", text):
        scale = _number(match)
    elif width and (match := re.match(rf"{_NUMBER}\s*(px|[×x]|$)", text)):
        scale = _number(match) / width
    else:
        return None
    return scale or None


def _local(number: float, digits: int) -> str:
    """A number with few digits where these are all, else with as many as anybody reads."""
    return QLocale().toString(number, "g", digits if float(f"{number:.{digits}g}") == number else 6)


def _number(match: re.Match[str]) -> float:
    return float(match[1].replace(",", "."))

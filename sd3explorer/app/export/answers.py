"""What people type into the fields of the export, and what it means."""

import re

_NUMBER = r"(\d+(?:[.,]\d+)?)"
_BYTES = {"": 1_000_000, "b": 1, "kb": 1_000, "mb": 1_000_000, "gb": 1_000_000_000}


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


def bytes_of(text: str) -> int | None:
    """How many bytes a size asks for: "8 MB", "500 kB", "8" (MB); None if it is no size."""
    match = re.fullmatch(rf"{_NUMBER}\s*([kmg]?b|)", text.strip().casefold())
    return round(_number(match) * _BYTES[match[2]]) or None if match else None


def _number(match: re.Match[str]) -> float:
    return float(match[1].replace(",", "."))

"""Captions of the frames on a contact sheet."""

from functools import cache
from html import escape

import numpy as np
import pyvips
from PIL import Image, ImageDraw, ImageFont

from sd3explorer.export.clip import Clip, Frame

_LEAST_FONT_SIZE = 10
_BRIGHTNESS = 200
_ELLIPSIS = "…"


def strip_height(width: int) -> int:
    """Height in pixels of the caption below a frame of this width."""
    return 2 * _font_size(width)


def caption(clip: Clip, index: int, width: int) -> Frame:
    """The caption of a frame: its prompt, if it shows one and no mix, else its number.

    Args:
        clip: The clip.
        index: Which of its frames.
        width: Of the frame in pixels.

    Returns:
        uint8 array of shape (`strip_height(width)`, width, 3), grey on black.
    """
    size = _font_size(width)
    # A character is a pixel wide or more, and prompts can be very long.
    prompt = " ".join(clip.prompts.get(index, "")[: 4 * width].split())
    prompt = "".join(character for character in prompt if character.isprintable())
    ink = _shortened(prompt, size, width - size) if prompt else None
    if ink is None:
        ink = _ink(str(clip.first + index + 1), size)
    strip = Image.new("L", (width, strip_height(width)))
    strip.paste(_BRIGHTNESS, (size // 2, (strip.height - ink.height) // 2), ink)
    return np.asarray(strip.convert("RGB"))


def _font_size(width: int) -> int:
    return max(_LEAST_FONT_SIZE, width // 20)


def _shortened(text: str, size: int, width: int) -> Image.Image | None:
    """A text in one line, which ends in an ellipsis where it is too long; None if it can't be written."""
    try:
        ink = _ink(text, size)
        if ink.width <= width:
            return ink
        # As many characters as fit, found by halving.
        fits, too_many = 0, len(text)
        while too_many - fits > 1:
            middle = (fits + too_many) // 2
            if _ink(text[:middle].rstrip() + _ELLIPSIS, size).width <= width:
                fits = middle
            else:
                too_many = middle
        return _ink(text[:fits].rstrip() + _ELLIPSIS, size)
    except pyvips.Error:
        # A system without any font.
        return None


def _ink(text: str, size: int) -> Image.Image:
    """Where the ink of a line of text goes: a mask, cropped to it at the left and right."""
    if text.replace(_ELLIPSIS, "").isascii():
        # Pillow's own font, the same everywhere, has little more than the letters of English.
        font = _font(size)
        left, _, right, _ = font.getbbox(text)
        mask = Image.new("L", (max(1, round(right - left)), 2 * size))
        ImageDraw.Draw(mask).text((-left, size), text, fill=255, font=font, anchor="lm")
        return mask
    # The system's fonts. A point is a pixel at 72 dots per inch.
    return Image.fromarray(pyvips.Image.text(escape(text, quote=False), font=f"sans {size}", dpi=72).numpy())


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.load_default(size)
    assert isinstance(font, ImageFont.FreeTypeFont)
    return font

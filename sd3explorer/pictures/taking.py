"""From files of any kind to pictures as walks hold them: upright, in sRGB, small."""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import numpy as np
from PIL import Image, ImageCms, ImageOps

from sd3explorer.pictures.error import PictureError
from sd3explorer.pictures.pixels import MAX_SIDE
from sd3explorer.walk.files import reading, reason
from sd3explorer.walk.pictures import MAX_PICTURE_BYTES, picture_of
from sd3explorer.walk.printable import shortened
from sd3explorer.walk.recipe import Picture

# What cameras and painters write. Pillow knows more, each with a decoder that a stranger's file could reach.
FORMATS = ("PNG", "JPEG", "WEBP", "AVIF", "GIF", "TIFF", "BMP")
SUFFIXES = (".png", ".jpg", ".jpeg", ".jpe", ".jfif", ".webp", ".avif", ".gif", ".tif", ".tiff", ".bmp")

# In memory each takes 3 bytes or more.
MAX_PIXELS = 128_000_000
MAX_BYTES = 256_000_000

# Of more, a file without loss is too large, and takes seconds to find that out.
_LOSSLESS_PIXELS = 512 * 512
_QUALITIES = (95, 90, 80, 65, 50)


def take(file: Path) -> Picture:
    """The picture in a file.

    Args:
        file: Any that Pillow reads of `FORMATS`; of an animation, its first frame.

    Raises:
        PictureError: It can't be read, or is no picture, or too large.
    """
    name = shortened(file.name)
    try:
        with reading(file) as opened_file:
            return _taken(opened_file, name)
    except OSError as error:
        raise PictureError(f"{name} can't be read: {reason(error)}") from error


def take_bytes(data: bytes) -> Picture:
    """The picture in bytes, as they come from the clipboard.

    Raises:
        PictureError: They are no picture, or it is too large.
    """
    return _taken(io.BytesIO(data), "the picture")


def _taken(source: BinaryIO, name: str) -> Picture:
    with opened_source(source, name) as image:
        try:
            small = _upright(image)
        # Each decoder fails at damaged bytes in its own way.
        except Exception as error:
            raise PictureError(f"{name} is damaged or incomplete; copy it again") from error
    return picture_of(_written(small))


@contextmanager
def opened_source(source: BinaryIO, name: str) -> Iterator[Image.Image]:
    """A picture of which nothing but the header was read.

    Args:
        source: The file.
        name: What a message calls it.

    Raises:
        PictureError: It is no picture, or too large.
    """
    if source.seek(0, io.SEEK_END) > MAX_BYTES:
        raise PictureError(f"{name} has more than {MAX_BYTES // 1_000_000} MB; save a smaller copy of it")
    source.seek(0)
    with warnings.catch_warnings():
        # Small damage is no reason to refuse a picture, and Pillow's own limit is below ours.
        warnings.simplefilter("ignore")
        try:
            image = Image.open(source, formats=FORMATS)
        except Image.DecompressionBombError as error:
            raise PictureError(_too_many(name)) from error
        except Exception as error:
            raise PictureError(f"{name} can't be read as a picture; save it as PNG or JPEG") from error
        with image:
            if image.width * image.height > MAX_PIXELS:
                raise PictureError(_too_many(name))
            yield image


def _too_many(name: str) -> str:
    return f"{name} has more than {MAX_PIXELS // 1_000_000} megapixels; save a smaller copy of it"


def _upright(image: Image.Image) -> Image.Image:
    """The picture in sRGB without transparency, turned as its camera was held, as large as walks hold it."""
    # Of JPEG, no more than that is decoded.
    image.draft("RGB" if image.mode in ("L", "RGB", "YCbCr") else image.mode, (MAX_SIDE, MAX_SIDE))
    image.load()
    profile = image.info.get("icc_profile")
    turned = ImageOps.exif_transpose(image)
    if turned.mode.startswith(("I", "F")):
        turned = _eight_bits(turned)
    if max(turned.size) > MAX_SIDE and turned.mode not in ("P", "1", "PA"):
        turned.thumbnail((MAX_SIDE, MAX_SIDE), Image.Resampling.LANCZOS)
    turned = _in_srgb(_on_white(turned), profile)
    turned.thumbnail((MAX_SIDE, MAX_SIDE), Image.Resampling.LANCZOS)
    return turned


def _eight_bits(image: Image.Image) -> Image.Image:
    values = np.asarray(image)
    if image.mode == "F":
        return Image.fromarray((np.nan_to_num(np.clip(values, 0.0, 1.0)) * 255.0).astype(np.uint8))
    # Pillow has 16 bits in several modes, some of them wider.
    return Image.fromarray((np.clip(values, 0, 0xFFFF).astype(np.uint32) >> 8).astype(np.uint8))


def _on_white(image: Image.Image) -> Image.Image:
    """A transparent picture on white; any other as it is."""
    if not image.has_transparency_data:
        return image
    image = image.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", image.size, "white"), image).convert("RGB")


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    if image.mode not in ("RGB", "L", "CMYK", "LAB"):
        image = image.convert("RGB")
    if profile:
        try:
            srgb = ImageCms.createProfile("sRGB")
            converted = ImageCms.profileToProfile(
                image, ImageCms.ImageCmsProfile(io.BytesIO(profile)), srgb, outputMode="RGB"
            )
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            # A profile that is damaged, or of another kind of colours, says nothing.
            converted = None
        if converted is not None:
            return converted
    return image.convert("RGB")


def _written(image: Image.Image) -> bytes:
    """A WebP file that a walk takes: as good as it can be, else a smaller picture."""
    if image.width * image.height <= _LOSSLESS_PIXELS:
        data = _webp(image, lossless=True)
        if len(data) <= MAX_PICTURE_BYTES:
            return data
    while True:
        for quality in _QUALITIES:
            data = _webp(image, quality=quality)
            if len(data) <= MAX_PICTURE_BYTES:
                return data
        image = image.resize((max(image.width * 2 // 3, 1), max(image.height * 2 // 3, 1)))


def _webp(image: Image.Image, **how: int | bool) -> bytes:
    file = io.BytesIO()
    # Nothing goes along: where a photo was taken is nobody's business.
    image.save(file, "WEBP", method=4, exif=b"", xmp=b"", icc_profile=b"", **how)
    return file.getvalue()

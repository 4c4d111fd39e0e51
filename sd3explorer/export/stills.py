"""Still pictures: every frame as a PNG, or all of them on a contact sheet."""

from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from sd3explorer.export.captions import caption, strip_height
from sd3explorer.export.clip import Clip, ExportError, Frame, Size
from sd3explorer.export.comments import (
    JPEG_COMMENTS,
    PNG_TEXTS,
    add_jpeg_comment,
    exchange_jpeg_comment,
    exchange_png_texts,
)
from sd3explorer.export.format import ANY_OPTIONS, Format, NoRoomError
from sd3explorer.export.options import Encoding
from sd3explorer.export.packet import wrap
from sd3explorer.export.parameters import parameters

# What libjpeg takes; the format itself would go to 65,535.
MAX_JPEG_SIDE = 65_500

_BEST_JPEG, _WORST_JPEG = 95, 40
_JPEG_SUFFIXES = (".jpg", ".jpeg")


def write_frames(clip: Clip, folder: Path, encoding: Encoding = Encoding()) -> Size:
    """Writes each frame once, in the order of the walk, as `frame-0001.png` and so on.

    Args:
        clip: At least one frame.
        folder: Existing folder.
        encoding: Whether it should be quick.

    Returns:
        Size of each frame.

    Raises:
        OSError: A file can't be written.
        Exception: Whatever reading a frame raised.
    """
    count = len(clip.frames)
    digits = max(4, len(str(count)))
    size = (0, 0)
    for index in range(count):
        path = folder / f"frame-{index + 1:0{digits}}.png"
        size = _write_png(clip.frames[index], path, clip, clip.first + index, encoding)
    return size


def write_contact_sheet(clip: Clip, path: Path, encoding: Encoding = Encoding()) -> Size:
    """Writes the contact sheet as a PNG, or as a JPEG where the suffix says so.

    Args:
        clip: At least one frame.
        path: File to write.
        encoding: Its quality, captions, and whether it should be quick.

    Returns:
        Size of the sheet.

    Raises:
        ExportError: The sheet is too large for the format or for the memory.
        OSError: The file can't be written.
        Exception: Whatever reading a frame raised.
    """
    if path.suffix.lower() in _JPEG_SUFFIXES:
        sheet = contact_sheet(clip, MAX_JPEG_SIDE, encoding.captions)
        quality = round(encoding.between(_BEST_JPEG, _WORST_JPEG))
        # Without subsampling (4:4:4), so that colours end where the frames do.
        size = _write_picture(sheet, path, format="JPEG", quality=quality, subsampling=0)
        if clip.walk is not None:
            add_jpeg_comment(path, wrap(clip.walk))
        return size
    # A sheet of one frame is that frame.
    index = clip.first if len(clip.frames) == 1 else None
    return _write_png(contact_sheet(clip, captions=encoding.captions), path, clip, index, encoding)


def exchange_frames(source: Path, clip: Clip, folder: Path) -> None:
    """Writes the frames of `write_frames` once more, with the walk that a clip carries.

    Raises:
        NoRoomError: They are others.
        OSError: A file can't be read or written.
    """
    files = sorted(source.glob("frame-*.png"))
    if len(files) != len(clip.frames):
        raise NoRoomError
    for index, file in enumerate(files):
        _exchange_png(file, clip, clip.first + index, folder / file.name)


def exchange_contact_sheet(source: Path, clip: Clip, target: Path) -> None:
    """Writes a contact sheet of `write_contact_sheet` once more, with the walk that a clip carries.

    Raises:
        OSError: The file can't be read or written.
    """
    if source.suffix.lower() in _JPEG_SUFFIXES:
        exchange_jpeg_comment(source, wrap(clip.walk) if clip.walk is not None else None, target)
    else:
        _exchange_png(source, clip, clip.first if len(clip.frames) == 1 else None, target)


def contact_sheet(clip: Clip, max_side: int | None = None, captions: bool = False) -> Frame:
    """All frames on one picture, in rows of `clip.columns`, in the order of the walk, without gaps.

    Frames are read one by one; places left over in the last row are black.

    Args:
        clip: At least one frame, of any size (height, width).
        max_side: The longest side that the picture may have.
        captions: Whether each frame has its caption below it.

    Returns:
        uint8 array of shape (rows · height, columns · width, 3), where the height of captions adds to
        that of the frames. A single row is only as wide as its frames.

    Raises:
        ExportError: The picture would be larger than `max_side`, or than the memory.
        Exception: Whatever reading a frame raised.
    """
    count = len(clip.frames)
    columns = min(clip.columns, count)
    frame = clip.frames[0]
    height, width, _ = frame.shape
    cell = height + (strip_height(width) if captions else 0)
    sheet = _blank(-(-count // columns) * cell, columns * width, max_side)
    for index in range(count):
        top, left = index // columns * cell, index % columns * width
        sheet[top : top + height, left : left + width] = frame if index == 0 else clip.frames[index]
        if captions:
            sheet[top + height : top + cell, left : left + width] = caption(clip, index, width)
    return sheet


def _blank(height: int, width: int, max_side: int | None) -> Frame:
    if max_side is not None and max(height, width) > max_side:
        raise ExportError(
            f"a contact sheet of {width:,} × {height:,} pixels is too large for JPEG, which takes "
            f"{max_side:,} a side; choose PNG, or other columns"
        )
    try:
        return np.zeros((height, width, 3), np.uint8)
    except MemoryError as error:
        raise ExportError(
            f"a contact sheet of {width:,} × {height:,} pixels does not fit into memory; "
            "choose a folder of PNG frames"
        ) from error


def _texts(clip: Clip, index: int | None, height: int, width: int) -> dict[str, str]:
    if clip.walk is None:
        return {}
    made = parameters(clip.walk, index, height, width, clip.facts)
    return {"parameters": made, "Comment": wrap(clip.walk)}


def _exchange_png(source: Path, clip: Clip, index: int | None, target: Path) -> None:
    with Image.open(source) as opened:
        width, height = opened.size
    exchange_png_texts(source, _texts(clip, index, height, width), target)


def _write_png(pixels: Frame, path: Path, clip: Clip, index: int | None, encoding: Encoding) -> Size:
    texts = PngInfo()
    height, width, _ = pixels.shape
    for keyword, text in _texts(clip, index, height, width).items():
        texts.add_itxt(keyword, text)
    return _write_picture(pixels, path, format="PNG", pnginfo=texts, compress_level=encoding.png_level)


def _write_picture(pixels: Frame, path: Path, **options: Any) -> Size:
    # By way of memory, as Pillow's own writing to files loses the reason when it fails.
    encoded = BytesIO()
    picture = Image.fromarray(pixels)
    picture.save(encoded, **options)
    path.write_bytes(encoded.getbuffer())
    return picture.size


PNG_FRAMES = Format(
    "PNG frames", (), write_frames, "PNG text", readers=(PNG_TEXTS,), exchange=exchange_frames
)

CONTACT_SHEET = Format(
    "Contact sheet",
    (".png", ".jpg", ".jpeg"),
    write_contact_sheet,
    "PNG text, JPEG comment",
    options=ANY_OPTIONS | {"max_bytes", "captions", "columns"},
    aliases=(".jpeg",),
    graded=(".jpg", ".jpeg"),
    readers=(PNG_TEXTS, JPEG_COMMENTS),
    exchange=exchange_contact_sheet,
)

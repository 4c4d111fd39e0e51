"""Small pictures of exports."""

from pathlib import Path

import pyvips

from sd3explorer.export.clip import ExportError, Frame
from sd3explorer.export.formats import format_for


def thumbnail(source: Path, side: int) -> Frame:
    """A small picture of an export: of the first frame of an animation or folder, or of the whole sheet.

    Memory doesn't grow with the size of a sheet.

    Args:
        source: A file or folder that was exported.
        side: Width and height that the picture gets at most.

    Returns:
        uint8 array of shape (height, width, 3).

    Raises:
        ExportError: It can't be read.
    """
    path = min(source.glob("frame-*.png"), default=source) if source.is_dir() else source
    container = format_for(path).container
    try:
        picture = _first_picture(path, container, side) if container else _picture(path, side)
        return picture.colourspace("srgb").extract_band(0, n=3).numpy()
    except pyvips.Error as error:
        raise ExportError(f"{path.name} can't be read: {' '.join(error.detail.split())}") from error
    except Exception as error:
        # Each decoder fails at damaged bytes in its own way.
        raise ExportError(f"{path.name} can't be read: it is no such video, or damaged") from error


def _picture(path: Path, side: int) -> pyvips.Image:
    return pyvips.Image.thumbnail(str(path), side, height=side, size="down", fail_on="truncated")


def _first_picture(path: Path, container: str, side: int) -> pyvips.Image:
    # When it is needed: it takes long.
    import av

    # The whole path, as "a:b.mp4" would be a file b.mp4 by way of the protocol a.
    with av.open(str(path.absolute()), format=container) as video:
        frame = next(video.decode(video=0)).to_ndarray(format="rgb24")
    return pyvips.Image.new_from_array(frame).thumbnail_image(side, height=side, size="down")

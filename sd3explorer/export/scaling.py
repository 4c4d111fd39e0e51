"""Frames in another size, each scaled when it is read, so that memory stays flat."""

import numpy as np
from PIL import Image

from sd3explorer.export.clip import ExportError, Frame, Frames, Size

# 800 MB of memory; the decoders of most programs draw the line here.
MOST_PIXELS = 2**28


class ScaledFrames:
    """Frames whose pictures are larger or smaller.

    Args:
        frames: The frames.
        scale: Factor by which width and height change.
        smooth: Whether whole factors above 1 blur from pixel to pixel; else they repeat pixels. All
            other factors are Lanczos.
    """

    __slots__ = ("_frames", "_scale", "_smooth")

    def __init__(self, frames: Frames, scale: float, smooth: bool) -> None:
        self._frames = frames
        self._scale = scale
        self._smooth = smooth

    def __len__(self) -> int:
        return len(self._frames)

    def __getitem__(self, index: int, /) -> Frame:
        frame = self._frames[index]
        if self._scale == 1.0:
            return frame
        height, width, _ = frame.shape
        size = scaled_size((width, height), self._scale)
        if self._scale > 1.0 and self._scale.is_integer() and not self._smooth:
            factor = int(self._scale)
            return frame.repeat(factor, axis=0).repeat(factor, axis=1)
        return np.asarray(Image.fromarray(frame).resize(size, Image.Resampling.LANCZOS))


def scaled_size(size: Size, scale: float) -> Size:
    """The size of a picture after scaling.

    Raises:
        ExportError: Nothing would be left of it, or it would be too large for the memory.
    """
    width, height = (round(side * scale) for side in size)
    if min(width, height) < 1:
        raise ExportError(
            f"scale: {scale:g} leaves nothing of {size[0]:,} × {size[1]:,} pixels; "
            f"choose {_at_least(1.0 / min(size))} or more"
        )
    if width * height > MOST_PIXELS:
        raise ExportError(
            f"scale: {scale:g} makes {width:,} × {height:,} pixels of {size[0]:,} × {size[1]:,}, which is "
            "more than programs read; choose a smaller one"
        )
    return width, height


def _at_least(scale: float) -> str:
    text = f"{scale:.2g}"
    return text if float(text) >= scale else f"{scale * 1.05:.2g}"

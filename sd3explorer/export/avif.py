"""Animated AVIFs, where Pillow was built with them."""

from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, features

from sd3explorer.export.clip import Clip, ExportError
from sd3explorer.export.packet import wrap, xmp
from sd3explorer.export.times import MILLISECONDS

_QUALITY = 80


def has_avif() -> bool:
    """Whether AVIFs can be written here."""
    return bool(features.check("avif"))


def write_avif(clip: Clip, path: Path) -> None:
    """Writes one round of playback as an animated AVIF, which always repeats.

    Memory doesn't grow with the number of frames, but for the encoded file, which is far smaller.

    Args:
        clip: At least one frame.
        path: File to write.

    Raises:
        ExportError: The frames can't be encoded.
        OSError: The file can't be written.
        Exception: Whatever reading a frame raised.
    """
    reel = _Reel(clip)
    delays = MILLISECONDS.delays(clip.frame_rate, reel.n_frames)
    encoded = BytesIO()
    try:
        reel.save(
            encoded,
            format="AVIF",
            save_all=True,
            duration=delays,
            quality=_QUALITY,
            # Full resolution of colour: prompts often ask for saturated ones.
            subsampling="4:4:4",
            # Several times as fast as the default, at files about a fifth larger.
            speed=8,
            xmp=xmp(wrap(clip.walk)) if clip.walk is not None else None,
        )
    except (RuntimeError, ValueError) as error:
        raise ExportError(f"the frames could not be encoded: {error}; choose another format") from error
    # By way of memory, as Pillow's own writing to files loses the reason when it fails.
    path.write_bytes(encoded.getbuffer())


class _Reel(Image.Image):
    """One round of a clip as Pillow knows animations: frames that are read when they are loaded.

    Pillow would make a list of all images that are to follow a first one.
    """

    def __init__(self, clip: Clip) -> None:
        super().__init__()
        self._clip = clip
        self._place = 0
        self.n_frames = len(clip.playback_order)
        self.is_animated = self.n_frames > 1
        self._loaded: int | None = None
        self.load()

    def tell(self) -> int:
        """The place in the order of playback."""
        return self._place

    def seek(self, frame: int) -> None:
        """Goes to a place in the order of playback."""
        if not 0 <= frame < self.n_frames:
            raise EOFError
        self._place = frame

    def load(self) -> Any:
        """Reads the frame at that place, unless it is the last one that was read."""
        if self._loaded != self._place:
            picture = Image.fromarray(self._clip.frames[self._clip.playback_order[self._place]])
            self.im, self._size, self._mode = picture.im, picture.size, picture.mode
            self._loaded = self._place
        return super().load()

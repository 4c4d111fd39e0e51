"""The frame store: every frame ever rendered, on disk, by the digest of its recipe."""

import contextlib
import hashlib
import os
import threading
import time
import zlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from PIL import Image as PillowImage
from PIL.PngImagePlugin import PngInfo

from sd3explorer.render.messages import Image, RenderError
from sd3explorer.walk.files import reason, replacing

DEFAULT_LIMIT = 10 * 2**30

# How full the store is after making room, so that it isn't made anew for every frame.
KEPT_SHARE = 0.9

# Older than this, an unfinished file was left behind by a process that is gone.
LEFT_BEHIND_SECONDS = 3600.0

CHECKSUM = "sha256"


class FrameStore:
    """Frames as PNG files in a folder that several processes may use at once.

    A frame is written whole or not at all, and carries a checksum of its pixels, so that what
    can be read is right. When the folder grows over its limit, the frames that were not used for
    the longest time go first; those used since this store was opened stay.

    Args:
        folder: Where the frames are; made when it isn't there.
        limit: Size in bytes that the folder may have.

    Raises:
        RenderError: The folder can't be made.
    """

    def __init__(self, folder: Path, limit: int = DEFAULT_LIMIT) -> None:
        self._folder = folder
        self._limit = limit
        self._opened = time.time()
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise self._unusable(error) from error
        # Counted with the first frame that is kept, and in a thread: a full store has so many files
        # that a window would open late, or that frame show late.
        self._size: int | None = None
        self._bound = limit
        self._making_room = threading.Lock()

    def get(self, digest: str) -> Image | None:
        """The frame of a recipe, and a note that it was used.

        Args:
            digest: The recipe's digest.

        Returns:
            uint8 (height, width, 3), or None if there is no such frame, or only a damaged one.
        """
        path = self._path(digest)
        try:
            with PillowImage.open(path) as picture:
                image = np.asarray(picture.convert("RGB"))
                sound = picture.info.get(CHECKSUM) == _checksum(image)
            if sound:
                os.utime(path)
                return image
        except FileNotFoundError:
            return None
        except (OSError, ValueError, SyntaxError, PillowImage.DecompressionBombError):
            # Not readable as a PNG: damaged like one with a wrong checksum.
            pass
        with contextlib.suppress(OSError):
            path.unlink()
        return None

    def has(self, digest: str) -> bool:
        """Whether there is a frame of a recipe; reading it tells whether it is sound."""
        return self._path(digest).is_file()

    def put(self, digest: str, image: Image) -> None:
        """Keeps the frame of a recipe.

        Args:
            digest: The recipe's digest.
            image: uint8 (height, width, 3).

        Raises:
            RenderError: It can't be written.
        """
        path = self._path(digest)
        notes = PngInfo()
        notes.add_text(CHECKSUM, _checksum(image))
        try:
            path.parent.mkdir(exist_ok=True)
            # After a loss of power the checksum tells which of the last frames are whole.
            with replacing(path, durable=False) as temporary:
                # Of the strategies of level 1, this one is a fifth faster, and smaller too.
                PillowImage.fromarray(image).save(
                    temporary, format="PNG", pnginfo=notes, compress_level=1, compress_type=zlib.Z_RLE
                )
                # Another process that makes room may remove the frame as soon as it is there.
                size = temporary.stat().st_size
        except OSError as error:
            raise self._unusable(error) from error
        if self._size is not None:
            self._size += size
        if (self._size is None or self._size > self._bound) and self._making_room.acquire(blocking=False):
            threading.Thread(target=self._make_room, name="making room for frames").start()

    def _make_room(self) -> None:
        try:
            self._size = self._size_with_room()
            # Where frames of this session alone are too many, that isn't found out at every frame.
            self._bound = max(self._limit, int(self._size / KEPT_SHARE))
        except OSError:
            # The folder is gone, which whoever writes the next frame is told.
            pass
        finally:
            self._making_room.release()

    def _size_with_room(self) -> int:
        # Other processes write and remove here too, so count anew.
        files = sorted(self._files(), key=lambda file: file[1].st_mtime)
        size = sum(status.st_size for _, status in files)
        for path, status in files if size > self._limit else ():
            if size <= self._limit * KEPT_SHARE or status.st_mtime >= self._opened:
                break
            with contextlib.suppress(OSError):
                path.unlink()
            size -= status.st_size
        return size

    def _files(self) -> Iterator[tuple[Path, os.stat_result]]:
        for path in self._folder.glob("??/*.png"):
            try:
                status = path.stat()
            except OSError:
                continue
            if path.name.startswith("."):
                if status.st_mtime < self._opened - LEFT_BEHIND_SECONDS:
                    path.unlink(missing_ok=True)
                continue
            yield path, status

    def _path(self, digest: str) -> Path:
        return self._folder / digest[:2] / f"{digest}.png"

    def _unusable(self, error: OSError) -> RenderError:
        return RenderError(
            f"the frame store {self._folder} can't be written: {reason(error)}; "
            "free some space or choose another folder for it"
        )


def _checksum(image: Image) -> str:
    digest = hashlib.sha256(str(image.shape).encode())
    digest.update(np.ascontiguousarray(image).data)
    return digest.hexdigest()

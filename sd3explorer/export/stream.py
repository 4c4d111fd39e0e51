"""Frames through libvips as a stream: raw pictures go in at one end, a file's bytes come out at the other.

Memory holds a few frames at a time, however many there are.
"""

import struct
import zlib
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
import pyvips

from sd3explorer.export.clip import ExportError, Frame, Frames

# libvips makes no image taller than this, and takes an animation as one image: all its frames in a column.
MAX_ROWS = 100_000_000


def encode(
    frames: Frames,
    order: Sequence[int],
    path: Path,
    save: Callable[[pyvips.Image, pyvips.Target], None],
) -> None:
    """Writes an animation with one of libvips' savers.

    The saver runs in a thread of its own, so that Ctrl+C reaches the caller's thread while it
    waits, and ends the export within a frame.

    Args:
        frames: Frames, each uint8 (height, width, 3), all of one size.
        order: Indices of the frames to write; at least one.
        path: File to write.
        save: Sends an image, all frames of `order` below each other, to a target. The image
            is a private copy whose metadata may be set; its rows can be read once, in order.

    Raises:
        ExportError: There are more frames than libvips takes, or it could not encode them.
        OSError: The file can't be written.
        Exception: Whatever reading a frame raised.
    """
    with path.open("wb") as file, ThreadPoolExecutor(max_workers=1) as encoder:
        pipe = _Pipe(_tall_png(frames, order), file)
        try:
            encoder.submit(_run, pipe, save).result()
        except BaseException as stop:
            pipe.stop(stop)
            raise


class _Pipe:
    """Both ends of libvips' pipe, and the first thing that went wrong at either.

    libvips calls the ends from threads of its own. An exception can't cross them, so it is kept
    here while a -1, libvips' word for "failed", ends the encoding.
    """

    __slots__ = ("_file", "_pieces", "_rest", "failure")

    def __init__(self, pieces: Iterator[bytes], file: BinaryIO) -> None:
        self._pieces = pieces
        self._file = file
        self._rest = memoryview(b"")
        self.failure: BaseException | None = None

    def stop(self, failure: BaseException) -> None:
        """Makes the next read or write fail; the first failure is the one that is kept."""
        self.failure = self.failure or failure

    def read(self, buffer: Any) -> int:
        """Fills the start of a writable C buffer; returns how many bytes, 0 at the end, -1 on failure."""
        try:
            return -1 if self.failure else self._fill(memoryview(buffer))
        except BaseException as failure:
            self.stop(failure)
            return -1

    def write(self, data: Any) -> int:
        """Writes a C buffer; returns how many bytes were taken, -1 on failure."""
        try:
            return -1 if self.failure else self._file.write(data)
        except BaseException as failure:
            self.stop(failure)
            return -1

    def _fill(self, buffer: memoryview) -> int:
        if not self._rest:
            self._rest = memoryview(next(self._pieces, b""))
        count = min(len(buffer), len(self._rest))
        buffer[:count] = self._rest[:count]
        self._rest = self._rest[count:]
        return count


def _run(pipe: _Pipe, save: Callable[[pyvips.Image, pyvips.Target], None]) -> None:
    source = pyvips.SourceCustom()
    # on_read would need bytes objects, and offers no way to say that reading failed.
    source.signal_connect("read", pipe.read)
    target = pyvips.TargetCustom()
    target.on_write(pipe.write)
    try:
        # Unless asked to fail, libvips takes a source that fails for a picture cut short, and encodes
        # all the frames that are missing as black.
        image = pyvips.Image.new_from_source(source, "", access="sequential", fail_on="truncated")
        save(image.copy(), target)
    except pyvips.Error as error:
        if pipe.failure is None:
            raise not_encoded(error) from error
    # libvips carries on over some failures, so no error from it doesn't mean that there was none.
    if pipe.failure is not None:
        raise pipe.failure


def not_encoded(error: pyvips.Error) -> ExportError:
    """What libvips says went wrong, as one sentence."""
    detail = " ".join(error.detail.split()) or error.message
    return ExportError(f"the frames could not be encoded: {detail}; choose another format")


def _tall_png(frames: Frames, order: Sequence[int]) -> Iterator[bytes]:
    # The one format that every build of libvips reads as a stream and that needs no compression.
    first = frames[order[0]]
    height, width, _ = first.shape
    if height * len(order) > MAX_ROWS:
        raise ExportError(
            f"{len(order):,} frames are too many for one animation, which takes {MAX_ROWS // height:,} "
            "of this height; choose a folder of PNG frames"
        )
    header = struct.pack(">IIBBBBB", width, height * len(order), 8, 2, 0, 0, 0)
    deflate = zlib.compressobj(level=0)
    yield b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header)
    yield _chunk(b"IDAT", deflate.compress(_rows(first)))
    for index in order[1:]:
        yield _chunk(b"IDAT", deflate.compress(_rows(frames[index])))
    yield _chunk(b"IDAT", deflate.flush()) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(data, zlib.crc32(kind)))


def _rows(frame: Frame) -> bytes:
    # A PNG row starts with the number of its filter; 0 is none.
    return np.pad(frame.reshape(len(frame), -1), ((0, 0), (1, 0))).tobytes()

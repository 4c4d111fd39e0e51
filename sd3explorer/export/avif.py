"""Animated AVIFs, where Pillow was built with them."""

import os
import shutil
import struct
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, features

from sd3explorer.export import boxes
from sd3explorer.export.clip import Clip, ExportError, Size
from sd3explorer.export.format import PLAYING_OPTIONS, Format, NoRoomError, Reader, Repeats
from sd3explorer.export.options import Encoding
from sd3explorer.export.packet import NO_XMP, description, wrap, xmp
from sd3explorer.export.source import DamagedError, Source
from sd3explorer.export.times import MILLISECONDS

_BEST, _WORST = 80, 35
# Places in the file are 32-bit numbers.
_MOST_BYTES = 2**32 - 1


def has_avif() -> bool:
    """Whether AVIFs can be written here."""
    return bool(features.check("avif"))


def write_avif(clip: Clip, path: Path, encoding: Encoding = Encoding()) -> Size:
    """Writes one round of playback as an animated AVIF that repeats as often as the clip says.

    Memory doesn't grow with the number of frames, but for the encoded file, which is far smaller.

    Args:
        clip: At least one frame.
        path: File to write.
        encoding: Its quality, and whether it should be quick.

    Returns:
        Size of its pictures.

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
            quality=round(encoding.between(_BEST, _WORST)),
            # Full resolution of colour: prompts often ask for saturated ones.
            subsampling="4:4:4",
            # Chromium takes the full range for this one in animations, and shows too much contrast.
            range="limited",
            # Several times as fast as the default, at files about a fifth larger.
            speed=10 if encoding.quick else 8,
            # Without a walk too, so that there is a place for one, should it be wanted later.
            xmp=_carrying(clip),
        )
    except (RuntimeError, ValueError) as error:
        raise ExportError(f"the frames could not be encoded: {error}; choose another format") from error
    if reel.is_animated:
        _leave_out_times(encoded.getbuffer())
        if clip.rounds:
            _say_rounds(encoded.getbuffer(), clip.rounds)
    # By way of memory, as Pillow's own writing to files loses the reason when it fails.
    path.write_bytes(encoded.getbuffer())
    return reel.size


def exchange_walk(source: Path, clip: Clip, target: Path) -> None:
    """Writes an AVIF of `write_avif` once more, with the walk that a clip carries.

    A walk that is longer than the one before goes to the end of the file, and where that was are blanks.

    Raises:
        NoRoomError: It has no place for one.
        OSError: The file can't be read or written.
    """
    with source.open("rb") as opened:
        try:
            place = boxes.xmp_place(Source(opened))
        except DamagedError as error:
            raise NoRoomError from error
    if place is None:
        raise NoRoomError
    shutil.copyfile(source, target)
    text = _carrying(clip)
    with target.open("r+b") as written:
        written.seek(place.start)
        if len(text) <= place.length:
            written.write(text.ljust(place.length))
            return
        written.write(b" " * place.length)
        start = written.seek(0, os.SEEK_END) + 8
        if start + len(text) > _MOST_BYTES:
            raise NoRoomError
        written.write(struct.pack(">I4s", len(text) + 8, b"mdat") + text)
        for pointer in place.pointers:
            written.seek(pointer)
            written.write(struct.pack(">II", start, len(text)))


def _carrying(clip: Clip) -> bytes:
    return xmp(wrap(clip.walk)) if clip.walk is not None else NO_XMP


def _leave_out_times(data: memoryview) -> None:
    """Makes an animation say nothing of when it was written, so that a walk always gives the same file.

    Reference:
        ISO/IEC 14496-12, sections 8.2.2, 8.3.2 and 8.4.2, in version 1 of these boxes.
    """
    with suppress(ValueError, IndexError, struct.error):
        movie = _box(data, b"moov")
        track = _box(movie, b"trak")
        for header in (_box(movie, b"mvhd"), _box(track, b"tkhd"), _box(_box(track, b"mdia"), b"mdhd")):
            if header[0] == 1:
                struct.pack_into(">QQ", header, 4, 0, 0)


def _say_rounds(data: memoryview, rounds: int) -> None:
    """Makes an animation that repeats without end, as Pillow writes it, end after so many rounds.

    It does so in the way of libavif, which Pillow has no access to: the edit list is one round
    long and says whether it repeats, the movie and its track are as long as all rounds.

    Reference:
        ISO/IEC 14496-12, sections 8.2.2, 8.3.2 and 8.6.6, in version 1 of these boxes.
    """
    try:
        movie = _box(data, b"moov")
        track = _box(movie, b"trak")
        edits = _box(_box(track, b"edts"), b"elst")
        of_movie, of_track = _box(movie, b"mvhd"), _box(track, b"tkhd")
        if {edits[0], of_movie[0], of_track[0]} != {1}:
            raise ValueError("another version of these boxes")
        (one_round,) = struct.unpack_from(">Q", edits, 8)
        edits[3] = 1 if rounds > 1 else 0
        struct.pack_into(">Q", of_movie, 24, rounds * one_round)
        struct.pack_into(">Q", of_track, 28, rounds * one_round)
    except (ValueError, IndexError, struct.error) as error:
        # A Pillow with another encoder; half an answer would be a file that nobody can read.
        raise ExportError("an AVIF made here can only repeat forever; choose another format") from error


def _box(data: memoryview, wanted: bytes) -> memoryview:
    """What is in the first box of a kind."""
    while True:
        length, kind = struct.unpack_from(">I4s", data)
        if length < 8:
            raise ValueError("a box without an end")
        if kind == wanted:
            return data[8:length]
        data = data[length:]


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


def _descriptions(source: Source) -> Iterator[bytes]:
    return map(description, boxes.xmp(source))


AVIF = Format(
    "Animated AVIF",
    (".avif",),
    write_avif,
    "XMP",
    options=PLAYING_OPTIONS,
    animates=True,
    repeats=Repeats.AS_ASKED,
    times=MILLISECONDS,
    graded=(".avif",),
    # What libavif reads.
    max_side=32_768,
    readers=(Reader(lambda head: head[4:8] == b"ftyp" and head[8:12] in (b"avif", b"avis"), _descriptions),),
    container="mp4",
    exchange=exchange_walk,
)

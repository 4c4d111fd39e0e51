"""Videos: MP4 for everything, WebM where patents matter."""

# PyAV's stubs leave the arguments of some types out.
# pyright: reportUnknownMemberType=false

from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import numpy as np

from sd3explorer.export import boxes, ebml
from sd3explorer.export.clip import Clip, Frame, Size
from sd3explorer.export.format import PLAYING_OPTIONS, Format, Reader, Repeats
from sd3explorer.export.options import Encoding
from sd3explorer.export.packet import wrap

# Functions import PyAV when they need it: commands that write no video start sooner.
if TYPE_CHECKING:
    import av

# BT.709, which players take HD video for, said outright so that no player has to guess.
_BT709 = 1


@dataclass(frozen=True, slots=True)
class _Kind:
    """A container and its codec.

    Args:
        container: By FFmpeg's name.
        codec: By FFmpeg's name.
        best: Rate factor at which a frame that is held looks like the original.
        worst: Rate factor beyond which nobody would want to look.
        digits: How many of them follow the point that the codec reads.
        thorough: The codec's options when it may take its time.
        quick: Its options when it may not.
        container_options: The container's.
    """

    container: str
    codec: Literal["libx264", "libvpx-vp9"]
    best: int
    worst: int
    digits: int
    thorough: dict[str, str]
    quick: dict[str, str]
    container_options: dict[str, str] = field(default_factory=dict[str, str])

    def options(self, encoding: Encoding) -> dict[str, str]:
        """The codec's options."""
        speed = self.quick if encoding.quick else self.thorough
        return {"crf": f"{encoding.between(self.best, self.worst):.{self.digits}f}"} | speed


# x264's code for AVX-512 comes to another file each time.
_H264 = {"x264-params": "cpu-independent=1"}
_MP4 = _Kind(
    "mp4",
    "libx264",
    16,
    34,
    1,
    _H264 | {"preset": "medium"},
    _H264 | {"preset": "veryfast"},
    {"movflags": "+faststart"},
)
_VP9 = {"b": "0", "row-mt": "1"}
# Without the number by chance that each would get.
_WEBM = _Kind(
    "webm",
    "libvpx-vp9",
    20,
    50,
    0,
    _VP9 | {"cpu-used": "3"},
    _VP9 | {"cpu-used": "6"},
    {"fflags": "+bitexact"},
)


def write_mp4(clip: Clip, path: Path, encoding: Encoding = Encoding()) -> Size:
    """Writes one round of playback as H.264, yuv420p, with its index in front, as the web wants it.

    Whether it repeats is up to the player. Memory doesn't grow with the number of frames.

    Args:
        clip: At least one frame.
        path: File to write.
        encoding: Its quality, and whether it should be quick.

    Returns:
        Size of its pictures.

    Raises:
        OSError: The file can't be written.
        Exception: Whatever reading a frame raised.
    """
    return _write(clip, path, _MP4, encoding)


def write_webm(clip: Clip, path: Path, encoding: Encoding = Encoding()) -> Size:
    """Writes one round of playback as VP9; see `write_mp4`."""
    return _write(clip, path, _WEBM, encoding)


def _write(clip: Clip, path: Path, kind: _Kind, encoding: Encoding) -> Size:
    import av
    from av.video.reformatter import ColorRange

    rate = Fraction(clip.frame_rate).limit_denominator(1000)
    # The whole path, as "a:b.mp4" would be a file b.mp4 by way of the protocol a.
    with av.open(
        str(path.absolute()), "w", format=kind.container, options=kind.container_options
    ) as container:
        container.metadata.update(_metadata(clip))
        stream = container.add_stream(kind.codec, rate=rate, options=kind.options(encoding))
        stream.pix_fmt = "yuv420p"
        context = stream.codec_context
        context.colorspace = context.color_primaries = context.color_trc = _BT709
        context.color_range = ColorRange.MPEG
        for number, index in enumerate(clip.playback_order):
            pixels = _even(clip.frames[index])
            if number == 0:
                stream.height, stream.width, _ = pixels.shape
            container.mux(stream.encode(_picture(pixels)))
        container.mux(stream.encode(None))
        return stream.width, stream.height


def exchange_walk(source: Path, clip: Clip, target: Path) -> None:
    """Writes a video of `write_mp4` or `write_webm` once more, with the walk that a clip carries."""
    import av

    kind = _MP4 if source.suffix.lower() == ".mp4" else _WEBM
    with (
        av.open(str(source.absolute()), format=kind.container) as read,
        av.open(str(target.absolute()), "w", format=kind.container, options=kind.container_options) as made,
    ):
        made.metadata.update(_metadata(clip))
        [there] = read.streams.video
        stream = made.add_stream_from_template(there)
        for packet in read.demux(there):
            # The last one of a demuxer is empty.
            if packet.dts is not None:
                packet.stream = stream
                made.mux(packet)


def _metadata(clip: Clip) -> dict[str, str]:
    return {} if clip.walk is None else {"title": clip.walk.title, "comment": wrap(clip.walk)}


def _picture(pixels: Frame) -> "av.VideoFrame":
    import av
    from av.video.reformatter import ColorRange, Colorspace

    picture = av.VideoFrame.from_ndarray(pixels, format="rgb24")
    return picture.reformat(
        format="yuv420p",
        dst_colorspace=Colorspace.ITU709,
        dst_color_range=ColorRange.MPEG,
        interpolation="LANCZOS",
    )


def _even(frame: Frame) -> Frame:
    # Colours are kept for two by two pixels; an odd side repeats its last row or column.
    height, width, _ = frame.shape
    if height % 2 == 0 and width % 2 == 0:
        return np.ascontiguousarray(frame)
    return np.pad(frame, ((0, height % 2), (0, width % 2), (0, 0)), mode="edge")


def _is_mp4(head: bytes) -> bool:
    # AVIFs are built of such boxes too.
    return head[4:8] == b"ftyp" and head[8:12] not in (b"avif", b"avis")


MP4 = Format(
    "MP4 video",
    (".mp4",),
    write_mp4,
    "comment",
    exchange=exchange_walk,
    options=PLAYING_OPTIONS,
    animates=True,
    repeats=Repeats.UP_TO_PLAYER,
    graded=(".mp4",),
    max_side=16_384,
    readers=(Reader(_is_mp4, boxes.comments),),
    container="mp4",
    is_video=True,
)
WEBM = replace(
    MP4,
    name="WebM video",
    suffixes=(".webm",),
    write=write_webm,
    graded=(".webm",),
    readers=(Reader(lambda head: head.startswith(b"\x1a\x45\xdf\xa3"), ebml.comments),),
    container="webm",
)

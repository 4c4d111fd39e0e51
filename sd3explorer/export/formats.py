"""The formats that frames can be exported to, what each can do, and which of them a file name asks for."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from sd3explorer.export.apng import write_apng
from sd3explorer.export.avif import has_avif, write_avif
from sd3explorer.export.clip import Clip, ExportError, Size
from sd3explorer.export.gif import write_gif
from sd3explorer.export.options import Encoding, Options, spoken
from sd3explorer.export.stills import write_contact_sheet, write_frames
from sd3explorer.export.times import GIF_TIMES, MILLISECONDS, Times
from sd3explorer.export.video import write_mp4, write_webm
from sd3explorer.export.webp import write_webp


class Repeats(Enum):
    """Whether an animation starts over after its end."""

    AS_ASKED = "as asked"
    UP_TO_PLAYER = "up to the player"


Write = Callable[[Clip, Path, Encoding], Size]

_ANY = frozenset({"scale", "smooth", "quality"})
_PLAYING = _ANY | {"rounds", "ending", "max_bytes"}


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write a clip, and what it can do.

    Args:
        name: What it is called in a list to choose from.
        suffixes: Suffixes of its files, in lower case with their dot; none for a folder.
        write: Writes a clip to a path: an empty file, or an empty folder. The path is a temporary
            one that keeps the suffix; the exporter puts it into place.
        metadata: Where in it the walk is.
        options: Names of the fields of `Options` that it knows.
        animates: Whether it plays the frames; else it holds each of them once.
        repeats: Whether it starts over, if it plays at all.
        times: How long its frames can show; None where any frame rate plays, or nothing does.
        graded: Those of its suffixes whose quality can be lowered to save space.
        shrinks_first: How small pictures become, as a factor, before quality is lowered. A GIF looks
            better with fewer pixels than with fewer colours, at the same number of bytes, down to
            half its width and height.
        max_side: The most pixels that a frame of it may be wide or high.
    """

    name: str
    suffixes: tuple[str, ...]
    write: Write
    metadata: str
    options: frozenset[str] = _ANY
    animates: bool = False
    repeats: Repeats | None = None
    times: Times | None = None
    graded: tuple[str, ...] = ()
    shrinks_first: float = 1.0
    max_side: int | None = None

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder of files."""
        return not self.suffixes

    def frame_count(self, clip: Clip) -> int:
        """How many frames it holds of a clip, which is how many are read for it."""
        return len(clip.playback_order) if self.animates else len(clip.frames)

    def is_graded(self, path: Path) -> bool:
        """Whether the quality of a file of it can be lowered to save space, by the file's suffix."""
        return path.suffix.lower() in self.graded

    def known(self, options: Options) -> Options:
        """The options without those that it doesn't know, which are as they are by default."""
        return Options(**{name: getattr(options, name) for name in options.asked() & self.options})

    def check(self, options: Options) -> None:
        """Makes sure that it knows all that is asked for.

        Raises:
            ExportError: It doesn't; says which formats do.
        """
        for name in sorted(options.asked() - self.options):
            others = ", ".join(other.name for other in FORMATS if name in other.options)
            raise ExportError(f"{spoken(name)}: not for {self.name}; leave it out, or choose from {others}")

    def played_rate(self, frame_rate: float) -> float:
        """The frame rate at which it plays what was asked to play at `frame_rate`."""
        return self.times.rate(frame_rate) if self.times else frame_rate


PNG_FRAMES = Format("PNG frames", (), write_frames, "PNG text")

_GIF = Format(
    "Animated GIF",
    (".gif",),
    write_gif,
    "comment",
    _PLAYING | {"dither"},
    animates=True,
    repeats=Repeats.AS_ASKED,
    times=GIF_TIMES,
    graded=(".gif",),
    shrinks_first=0.5,
    max_side=65_535,
)
_WEBP = Format(
    "Animated WebP",
    (".webp",),
    write_webp,
    "XMP",
    _PLAYING,
    animates=True,
    repeats=Repeats.AS_ASKED,
    times=MILLISECONDS,
    graded=(".webp",),
    max_side=16_383,
)
_AVIF = Format(
    "Animated AVIF",
    (".avif",),
    write_avif,
    "XMP",
    _PLAYING,
    animates=True,
    repeats=Repeats.AS_ASKED,
    times=MILLISECONDS,
    graded=(".avif",),
    # What libavif reads.
    max_side=32_768,
)
_APNG = Format(
    "Animated PNG",
    (".apng",),
    write_apng,
    "PNG text",
    _PLAYING,
    animates=True,
    repeats=Repeats.AS_ASKED,
    times=MILLISECONDS,
)
_MP4 = Format(
    "MP4 video",
    (".mp4",),
    write_mp4,
    "comment",
    _PLAYING,
    animates=True,
    repeats=Repeats.UP_TO_PLAYER,
    graded=(".mp4",),
    max_side=16_384,
)
_WEBM = replace(_MP4, name="WebM video", suffixes=(".webm",), write=write_webm, graded=(".webm",))
_SHEET = Format(
    "Contact sheet",
    (".png", ".jpg", ".jpeg"),
    write_contact_sheet,
    "PNG text, JPEG comment",
    _ANY | {"max_bytes", "captions", "columns"},
    graded=(".jpg", ".jpeg"),
)

FORMATS = (_GIF, _WEBP, *([_AVIF] if has_avif() else []), _APNG, _MP4, _WEBM, _SHEET, PNG_FRAMES)


def format_for(target: Path) -> Format:
    """The format that a file's or folder's name asks for.

    Args:
        target: Its suffix picks the format, in either case. One without a suffix, and a folder
            that exists, whatever it is called, get PNG frames.

    Raises:
        ExportError: No format has this suffix.
    """
    suffix = target.suffix.lower()
    if any(target.name.lower() in choice.suffixes for choice in FORMATS):
        raise ExportError(f"{target.name} is a suffix without a name; put a name in front of it")
    if not suffix or _is_folder(target):
        return PNG_FRAMES
    for choice in FORMATS:
        if suffix in choice.suffixes:
            return choice
    raise ExportError(f"{target.name} can't be written: {target.suffix} is no known format; {_choices()}")


def _is_folder(target: Path) -> bool:
    # Where that can't be said, the name decides, and the exporter finds out what is wrong.
    try:
        return target.is_dir()
    except OSError:
        return False


def _choices() -> str:
    files = [f"{', '.join(choice.suffixes)} ({choice.name})" for choice in FORMATS if not choice.is_folder]
    return f"choose {', '.join(files)}, or a name without a suffix for a folder of PNG frames"

"""The formats that frames can be exported to, what each can do, and which of them a file name asks for."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from sd3explorer.export.apng import write_apng
from sd3explorer.export.avif import has_avif, write_avif
from sd3explorer.export.clip import Clip, ExportError
from sd3explorer.export.gif import write_gif
from sd3explorer.export.stills import write_contact_sheet, write_frames
from sd3explorer.export.times import GIF_TIMES, MILLISECONDS, Times
from sd3explorer.export.video import write_mp4, write_webm
from sd3explorer.export.webp import write_webp


class Repeats(Enum):
    """Whether an animation starts over after its end."""

    AS_ASKED = "as the walk says"
    ALWAYS = "always"
    UP_TO_PLAYER = "up to the player"


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write a clip, and what it can do.

    Args:
        name: What it is called in a list to choose from.
        suffixes: Suffixes of its files, in lower case with their dot; none for a folder.
        write: Writes a clip to a path: an empty file, or an empty folder. The path is a temporary
            one that keeps the suffix; the exporter puts it into place.
        metadata: Where in it the walk is.
        animates: Whether it plays the frames; else it holds each of them once.
        repeats: Whether it starts over, if it plays at all.
        times: How long its frames can show; None where any frame rate plays, or nothing does.
        lossy: Whether pixels change a little; a GIF's colours do.
    """

    name: str
    suffixes: tuple[str, ...]
    write: Callable[[Clip, Path], None]
    metadata: str
    animates: bool = False
    repeats: Repeats | None = None
    times: Times | None = None
    lossy: bool = False

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder of files."""
        return not self.suffixes

    def frame_count(self, clip: Clip) -> int:
        """How many frames it holds of a clip, which is how many are read for it."""
        return len(clip.playback_order) if self.animates else len(clip.frames)

    def played_rate(self, frame_rate: float) -> float:
        """The frame rate at which it plays what was asked to play at `frame_rate`."""
        return self.times.rate(frame_rate) if self.times else frame_rate


def _animation(
    name: str,
    suffix: str,
    write: Callable[[Clip, Path], None],
    metadata: str,
    repeats: Repeats,
    times: Times | None = MILLISECONDS,
    lossy: bool = True,
) -> Format:
    return Format(name, (suffix,), write, metadata, True, repeats, times, lossy)


PNG_FRAMES = Format("PNG frames", (), write_frames, "PNG text")

_AVIF = _animation("Animated AVIF", ".avif", write_avif, "XMP", Repeats.ALWAYS)

FORMATS = (
    _animation("Animated GIF", ".gif", write_gif, "comment", Repeats.AS_ASKED, GIF_TIMES),
    _animation("Animated WebP", ".webp", write_webp, "XMP", Repeats.AS_ASKED),
    *([_AVIF] if has_avif() else []),
    _animation("Animated PNG", ".apng", write_apng, "PNG text", Repeats.AS_ASKED, lossy=False),
    _animation("MP4 video", ".mp4", write_mp4, "comment", Repeats.UP_TO_PLAYER, None),
    _animation("WebM video", ".webm", write_webm, "comment", Repeats.UP_TO_PLAYER, None),
    Format("Contact sheet", (".png", ".jpg", ".jpeg"), write_contact_sheet, "PNG text, JPEG comment"),
    PNG_FRAMES,
)


def format_for(target: Path) -> Format:
    """The format that a file's or folder's name asks for.

    Args:
        target: Its suffix picks the format, in either case. One without a suffix, and a folder
            that exists, whatever it is called, get PNG frames.

    Raises:
        ExportError: No format has this suffix.
    """
    suffix = target.suffix.lower()
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

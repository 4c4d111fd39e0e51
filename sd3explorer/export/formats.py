"""The formats that frames can be exported to, and which of them a file name asks for."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sd3explorer.export.clip import Clip, ExportError
from sd3explorer.export.gif import write_gif
from sd3explorer.export.stills import write_contact_sheet, write_frames


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write a clip.

    Args:
        name: What it is called in a list to choose from.
        suffixes: Suffixes of its files, in lower case with their dot; none for a folder.
        write: Writes a clip to a path: an empty file, or an empty folder. The path is a temporary
            one that keeps the suffix; the exporter puts it into place.
        animates: Whether it plays the frames; else it holds each of them once.
    """

    name: str
    suffixes: tuple[str, ...]
    write: Callable[[Clip, Path], None]
    animates: bool = False

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder of files."""
        return not self.suffixes

    def frame_count(self, clip: Clip) -> int:
        """How many frames it holds of a clip, which is how many are read for it."""
        return len(clip.playback_order) if self.animates else len(clip.frames)


PNG_FRAMES = Format("PNG frames", (), write_frames)

FORMATS = (
    Format("Animated GIF", (".gif",), write_gif, animates=True),
    Format("Contact sheet", (".png", ".jpg", ".jpeg"), write_contact_sheet),
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

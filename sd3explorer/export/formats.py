"""The table of the formats that frames can be exported to, and which of them a file name asks for."""

from pathlib import Path

from sd3explorer.export.apng import APNG
from sd3explorer.export.avif import AVIF, has_avif
from sd3explorer.export.clip import ExportError
from sd3explorer.export.format import Format
from sd3explorer.export.gif import GIF
from sd3explorer.export.options import Options, spoken
from sd3explorer.export.stills import CONTACT_SHEET, PNG_FRAMES
from sd3explorer.export.video import MP4, WEBM
from sd3explorer.export.webp import WEBP

# In the order in which they are offered.
FORMATS = (GIF, WEBP, *([AVIF] if has_avif() else []), APNG, MP4, WEBM, CONTACT_SHEET, PNG_FRAMES)


def check_known(chosen: Format, options: Options) -> None:
    """Makes sure that a format knows all that is asked for.

    Raises:
        ExportError: It doesn't; says which formats do.
    """
    for name in sorted(options.asked() - chosen.options):
        others = ", ".join(other.name for other in FORMATS if name in other.options)
        raise ExportError(f"{spoken(name)}: not for {chosen.name}; leave it out, or choose from {others}")


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
    return f"choose {', '.join(files)}; PNG frames go into a folder, whose name has no suffix"

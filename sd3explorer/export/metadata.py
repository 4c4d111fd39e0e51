"""The walk that an exported file carries."""

from pathlib import Path

from sd3explorer.export.containers import texts
from sd3explorer.export.formats import FORMATS
from sd3explorer.export.packet import unwrap
from sd3explorer.export.source import DamagedError
from sd3explorer.walk.error import WalkError
from sd3explorer.walk.file import SUFFIX
from sd3explorer.walk.files import reason
from sd3explorer.walk.walk import Walk

# Of files that `read_walk` looks into, in lower case: walk files and exported ones.
SUFFIXES = (SUFFIX, *dict.fromkeys(suffix for choice in FORMATS for suffix in choice.suffixes))


def read(file: Path) -> Walk | None:
    """The walk in an exported file; None when it carries none.

    Neither its size nor what is in it does harm: nothing is decoded, and no more is read than a walk
    can be long.

    Args:
        file: A picture or video.

    Raises:
        WalkError: The file can't be read, is damaged, or carries a walk that this app can't read.
    """
    try:
        for text in texts(file):
            walk = _walk(file, text)
            if walk is not None:
                return walk
    except DamagedError as error:
        raise WalkError(f"{file}: is damaged, or not what its name says") from error
    except OSError as error:
        raise WalkError(f"{file}: can't be read: {reason(error)}") from error
    return None


def read_walk(file: Path) -> Walk:
    """The walk in a file of any kind: a walk file, or one that was exported.

    Raises:
        WalkError: The file can't be read, or holds no walk this app knows.
    """
    if not is_exported(file):
        return Walk.load(file)
    walk = read(file)
    if walk is None:
        raise WalkError(
            f"{file}: carries no walk; it was made by another program, or its walk was left out or lost on "
            "the way"
        )
    return walk


def carries_walk(file: Path) -> bool:
    """Whether an exported file carries a walk, or something that should be one.

    Pictures of other programs carry none, even where they don't keep to the rules of their format.
    """
    try:
        return is_exported(file) and any(unwrap(text) is not None for text in texts(file))
    except WalkError:
        return True
    except (DamagedError, OSError):
        return False


def is_exported(file: Path) -> bool:
    """Whether a file's name is that of a picture or video, not of a walk file."""
    return file.suffix.lower() in SUFFIXES and file.suffix.lower() != SUFFIX


def _walk(file: Path, text: bytes) -> Walk | None:
    try:
        return unwrap(text)
    except WalkError as error:
        raise WalkError(f"{file}: the walk in it can't be used: {error}") from error

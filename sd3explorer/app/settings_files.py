"""The files in which Qt keeps settings: what lies in their places and is none of them is set aside."""

import contextlib
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths

SET_ASIDE = ".damaged"
_SUFFIXES = (".conf", ".ini", ".lock")


def settings_folder() -> Path:
    """Where the app's settings are, once the application has its name."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    return Path(place) / QCoreApplication.organizationName()


def set_aside_others(folder: Path) -> None:
    """Renames what lies in the place of a settings file and is no file: Qt would wait for a pipe for ever.

    To be called before the first settings are read.

    Args:
        folder: Where the settings files are; it need not be there.
    """
    # Where it can't be looked into or changed, settings are those of a first start.
    with contextlib.suppress(OSError):
        for path in sorted(folder.iterdir()):
            if path.suffix in _SUFFIXES and path.exists() and not path.is_file():
                path.rename(_free(path.with_name(path.name + SET_ASIDE)))


def _free(path: Path) -> Path:
    number, found = 2, path
    while found.exists():
        found, number = path.with_name(f"{path.name}-{number}"), number + 1
    return found

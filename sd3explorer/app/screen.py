"""Whether there is a screen to open a window on, and all that Qt needs for it."""

import ctypes
import os
import sys
from pathlib import Path

# What a bare Debian 12 lacks.
QT_PACKAGES = (
    "libdbus-1-3 libegl1 libfontconfig1 libgl1 libglib2.0-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 "
    "libxcb-shape0 libxkbcommon-x11-0"
)


def has_screen() -> bool:
    """Whether there is one; without, Qt would end the process with a trace of its own."""
    return not sys.platform.startswith("linux") or any(
        map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    )


def load_plugin() -> None:
    """Loads Qt's plugin for X11 where it is to be used; Qt would end the process if it lacks a library.

    Raises:
        ImportError: Qt itself lacks a library.
        OSError: The plugin lacks one.
    """
    from PySide6.QtCore import QLibraryInfo

    if os.environ.get("WAYLAND_DISPLAY") or os.environ.get("QT_QPA_PLATFORM"):
        return
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    for plugin in plugins.glob("platforms/libqxcb.so"):
        ctypes.CDLL(os.fspath(plugin))

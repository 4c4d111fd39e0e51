"""What Qt needs of a screen, looked at before it is used."""

import ctypes
import os
from pathlib import Path

from PySide6.QtCore import QLibraryInfo


def load_plugin() -> None:
    """Loads Qt's plugin for X11 where it is to be used; Qt ends the process if a library of it isn't there.

    Raises:
        OSError: A library isn't there.
    """
    if (
        not os.environ.get("DISPLAY")
        or os.environ.get("WAYLAND_DISPLAY")
        or os.environ.get("QT_QPA_PLATFORM")
    ):
        return
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    for plugin in plugins.glob("platforms/libqxcb.so"):
        ctypes.CDLL(os.fspath(plugin))

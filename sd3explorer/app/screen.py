"""Whether there is a screen to open a window on, all that Qt needs for it, and what fits on it."""

import ctypes
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext, QSize, QtMsgType
    from PySide6.QtWidgets import QApplication, QWidget

# What a bare Debian 12 lacks.
QT_PACKAGES = (
    "libdbus-1-3 libegl1 libfontconfig1 libgl1 libglib2.0-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 "
    "libxcb-shape0 libxkbcommon-x11-0"
)

# Which screen Qt looks for; the first one that is set decides.
VARIABLES = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY")


# Of a window, in pixels: its frame, and the system's panels that say nothing of themselves.
FRAME_WIDTH, FRAME_HEIGHT = 16, 48


def resize_within_screen(window: "QWidget", size: "QSize") -> None:
    """Gives a window a size, or less where its screen is smaller."""
    from PySide6.QtCore import QSize

    window.resize(size.boundedTo(window.screen().availableSize() - QSize(FRAME_WIDTH, FRAME_HEIGHT)))


def has_screen() -> bool:
    """Whether there may be one."""
    return not sys.platform.startswith("linux") or any(map(os.environ.get, VARIABLES))


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


def open_application() -> "QApplication":
    """Qt's application; without a screen, the process ends with a sentence and exit status 1.

    Qt would end it with a core dump. No exception gets through Qt, but it passes its message to
    handler the reason before that.
    """
    from PySide6.QtCore import qInstallMessageHandler
    from PySide6.QtWidgets import QApplication

    said: list[str] = []

    def take(kind: "QtMsgType", context: "QMessageLogContext", text: str) -> None:
        said.append(text)
        if kind.name == "QtFatalMsg":
            sys.stderr.write(f"sd3explorer: {_no_screen(said)}\n")
            sys.stderr.flush()
            os._exit(1)

    qInstallMessageHandler(take)
    try:
        application = QApplication(sys.argv[:1])
    finally:
        qInstallMessageHandler(None)
    for text in said:
        print(text, file=sys.stderr)
    return application


def _no_screen(said: list[str]) -> str:
    name = next(filter(os.environ.get, VARIABLES), None)
    setting, remedy = (f" with {name}={os.environ[name]}", f"set {name} otherwise, or ") if name else ("", "")
    # That a plugin couldn't be loaded says nothing of why.
    reasons = [text for text in said if not text.startswith("Could not load the Qt platform plugin")]
    reason = f" ({' '.join(reasons[0].split())})" if len(reasons) > 1 else ""
    return f"Qt can't open a window{setting}{reason}; {remedy}use: sd3explorer render"

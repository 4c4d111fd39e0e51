"""One app for all starts: a second one hands its file to the window that is open, and ends."""

import json
import logging
import os
import platform
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication

logger = logging.getLogger(__name__)

# A window that is busy for longer is not waited for: another one opens.
MILLISECONDS_TO_ANSWER = 3000
MOST_BYTES = 16_384
# By Wayland's protocol xdg-activation: who holds it may bring a window to the front.
TOKEN = "XDG_ACTIVATION_TOKEN"
TAKEN = b"taken\n"


class SingleInstance(QObject):
    """What starts that come later meet, for as long as this one is open.

    Args:
        folder: Of the user's own, where starts find each other.
        parent: Qt's owner.

    Signals:
        asked: Somebody started the app again; with a file to open, or None.
    """

    asked = Signal(object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._meet)
        name = _name(folder)
        with suppress(OSError):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if _connected(name) is not None:
            # An earlier window, beside which this one was asked for, stays the one that starts find.
            return
        # Left behind by one that crashed.
        QLocalServer.removeServer(name)
        if not self._server.listen(name):
            logger.warning("later starts will not find this window: %s", self._server.errorString())

    def close(self) -> None:
        """Answers no more."""
        self._server.close()

    def _meet(self) -> None:
        caller = self._server.nextPendingConnection()
        caller.readyRead.connect(lambda: self._listen(caller))
        caller.disconnected.connect(caller.deleteLater)

    def _listen(self, caller: QLocalSocket) -> None:
        if not caller.canReadLine():
            if caller.bytesAvailable() > MOST_BYTES:
                caller.abort()
            return
        request = _read(bytes(caller.readLine(MOST_BYTES).data()))
        # Something that must be answered first is open here.
        if request is not None and QApplication.activeModalWidget() is None:
            file, token = request
            caller.write(TAKEN)
            caller.flush()
            if token:
                os.environ[TOKEN] = token
            self.asked.emit(file)
        caller.disconnectFromServer()


def hand_over(file: Path | None, folder: Path) -> bool:
    """Has the window that is open, if there is one, open a file and come to the front.

    Args:
        file: What to open; None only brings it to the front.
        folder: As for `SingleInstance`.

    Returns:
        Whether it does; if not, this start opens a window of its own.
    """
    socket = _connected(_name(folder))
    if socket is None:
        return False
    request = {"file": None if file is None else str(file.absolute()), "token": os.environ.get(TOKEN, "")}
    socket.write(json.dumps(request).encode() + b"\n")
    taken = socket.waitForReadyRead(MILLISECONDS_TO_ANSWER) and socket.readAll().data() == TAKEN
    socket.abort()
    return taken


def _connected(name: str) -> QLocalSocket | None:
    """A connection to the window that is open, if one is."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    return socket if socket.waitForConnected(MILLISECONDS_TO_ANSWER) else None


def _name(folder: Path) -> str:
    # The folder may be shared by several computers.
    return str(folder / f"window-{platform.node()}")


def _read(line: bytes) -> tuple[Path | None, str] | None:
    try:
        request = json.loads(line)
        file, token = request["file"], request["token"]
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    if not isinstance(token, str) or not isinstance(file, str | None):
        return None
    return (None if file is None else Path(file)), token

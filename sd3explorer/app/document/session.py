"""What was open last, so that the next start continues there."""

import contextlib
import logging
from collections.abc import Callable
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, QSettings, QTimer

from sd3explorer.app.document.document import Document
from sd3explorer.app.document.files import Files
from sd3explorer.app.kept_paths import kept_path, path_kept
from sd3explorer.app.messages import MessageBar
from sd3explorer.app.playhead import Playhead
from sd3explorer.app.texts import translate
from sd3explorer.walk.cache_files import discard
from sd3explorer.walk.error import WalkError
from sd3explorer.walk.file import SUFFIX
from sd3explorer.walk.walk import Walk

logger = logging.getLogger(__name__)

# What a start that ends sooner has shown is not shown again by itself.
MILLISECONDS_TO_PROVE = 5000
# How long the playhead stays somewhere before that is remembered: while it plays, nothing is written.
MILLISECONDS_TO_STAY = 500

FILE, RECOVERY, FRAME, BEGINS = "session/file", "session/recovery", "session/frame", "session/begins"


class Session(QObject):
    """Remembers the walk that a window shows and the frame under its playhead.

    A walk that has a file is known by it, unsaved edits by their recovery file; a walk without either
    is kept here.

    Args:
        document: The window's document.
        playhead: Whose frame is remembered.
        files: What opens a walk.
        messages: Where it says why it begins with something else.
        folder: Of the walk that has no file; made when it isn't there.
        parent: Qt's parent.
    """

    def __init__(
        self,
        document: Document,
        playhead: Playhead,
        files: Files,
        messages: MessageBar,
        folder: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._playhead = playhead
        self._files = files
        self._messages = messages
        self._kept = folder / f"last{SUFFIX}"
        self._proving = QTimer(self, singleShot=True, interval=MILLISECONDS_TO_PROVE)
        self._proving.timeout.connect(self._end_beginning)
        self._staying = QTimer(self, singleShot=True, interval=MILLISECONDS_TO_STAY)
        self._staying.timeout.connect(self._remember_frame)
        document.file_changed.connect(self._remember)
        # Not only when the window closes: it may not live to that.
        playhead.moved.connect(self._staying.start)

    def begin(self, otherwise: Callable[[], object]) -> None:
        """Shows what was open last.

        What an earlier start did not survive is not shown again; the next one begins afresh.

        Args:
            otherwise: Begins with something else, where there is nothing, or it can't be shown.
        """
        settings = QSettings()
        file, recovery = path_kept(settings.value(FILE)), str(settings.value(RECOVERY, ""))
        frame = cast(int, settings.value(FRAME, 0, type=int))
        if settings.contains(BEGINS):
            self._end_beginning()
            otherwise()
            self._explain(file)
            return
        settings.setValue(BEGINS, "true")
        # Before anything can go wrong.
        settings.sync()
        self._proving.start()
        try:
            found = self._files.reopen(file, recovery) or self._show_kept()
        except WalkError as error:
            otherwise()
            self._messages.show_message(str(error))
            return
        if not found:
            otherwise()
            return
        self._playhead.move_to(max(0, min(frame, self._document.walk.frame_count - 1)))

    def close(self) -> None:
        """Remembers how the window is left. For when it closes."""
        self._end_beginning()
        self._staying.stop()
        self._remember()
        document = self._document
        with contextlib.suppress(OSError):
            # Nothing else belongs there, and a folder would be in the way for ever.
            discard(self._kept)
        if document.file is None and not document.modified and document.walk != Walk():
            try:
                # Prompts are private.
                self._kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                document.walk.save(self._kept)
            except (OSError, WalkError) as error:
                logger.warning("the next start begins with another walk: %s", error)

    def _remember(self) -> None:
        settings = QSettings()
        file = self._document.file
        settings.setValue(FILE, "" if file is None else kept_path(file))
        settings.setValue(RECOVERY, self._files.recovery_name)
        settings.setValue(FRAME, self._playhead.index)

    def _remember_frame(self) -> None:
        QSettings().setValue(FRAME, self._playhead.index)

    def _end_beginning(self) -> None:
        self._proving.stop()
        QSettings().remove(BEGINS)

    def _show_kept(self) -> bool:
        try:
            walk = Walk.load(self._kept)
        except WalkError:
            return False
        self._files.begin(walk)
        return True

    def _explain(self, file: Path | None) -> None:
        text = translate("Session", "The app ended while it was starting, so it begins with another walk.")
        if file is None:
            self._messages.show_message(text, level="info")
            return
        open_it = (translate("Session", "Open {0}").format(file.name), lambda: self._files.open(file))
        self._messages.show_message(text, actions=[open_it], level="info")

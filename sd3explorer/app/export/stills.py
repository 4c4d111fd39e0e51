"""Frames as pictures that are dragged out of the window: from the preview, and from the strip."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QObject, QPoint, Qt, QThread, QUrl, Signal
from PySide6.QtGui import QDrag, QGuiApplication, QImage, QMouseEvent, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from sd3explorer.app.document.document import Document
from sd3explorer.app.export.files import RunFolder
from sd3explorer.app.frames.frames import Frames
from sd3explorer.app.frames.states import FrameState
from sd3explorer.export import Clip, ExportError, Frame, Options, export, file_stem
from sd3explorer.render.job import StoredFrames
from sd3explorer.render.messages import RenderError
from sd3explorer.render.store import FrameStore
from sd3explorer.walk.files import reason
from sd3explorer.walk.model import ModelFacts
from sd3explorer.walk.walk import Walk

logger = logging.getLogger(__name__)

# More are an export.
MOST_STILLS = 100
# Of the picture under the pointer, in pixels.
DRAGGED_SIDE = 96


def still(pixels: Frame, walk: Walk, index: int, facts: ModelFacts | None) -> Clip:
    """A frame alone, which carries its walk.

    Args:
        pixels: uint8 (height, width, 3).
        walk: The walk that it is of.
        index: The frame, from 0.
        facts: What the walk leaves to its model; None while that isn't known.
    """
    # While an edit is on its way to the frames, the playhead may be beyond the end of the walk.
    first = min(index, walk.frame_count - 1)
    # A contact sheet of one frame is that frame.
    return Clip([pixels], [0], 1.0, rounds=1, columns=1, walk=walk, first=first, facts=facts)


@dataclass(frozen=True, slots=True)
class _Order:
    """Which frames are wanted as files.

    Args:
        walk: The walk, with the places of its frames.
        facts: What to know of its model.
        carries_walk: Whether the files carry it.
        stem: What the files are called, without number and suffix.
        indices: The frames, from 0.
    """

    walk: Walk
    facts: ModelFacts
    carries_walk: bool
    stem: str
    indices: tuple[int, ...]


class Stills(QObject):
    """Makes files of frames, in a thread, and lets them be dragged as soon as they are there.

    Args:
        document: What the files are called after.
        frames: The frames.
        store: Where frames are kept.
        folder: Where the files are until the window closes.
        carries_walk: Whether files carry the walk.
        parent: Qt's owner.
        drag: What drags a file; with the widget, the data and a picture.
        pressed: Whether the button is down.

    Signals:
        reported: Why nothing can be dragged, as a sentence.
        failed: What went wrong, as a sentence.
    """

    reported = Signal(str)
    failed = Signal(str)

    def __init__(
        self,
        document: Document,
        frames: Frames,
        store: FrameStore,
        folder: Path,
        carries_walk: Callable[[], bool],
        parent: QObject | None = None,
        drag: Callable[[QWidget, QMimeData, QPixmap], object] | None = None,
        pressed: Callable[[], bool] | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._frames = frames
        self._store = store
        self._folder = RunFolder(folder)
        self._carries_walk = carries_walk
        self._drag = drag or _drag
        self._pressed = pressed or _is_pressed
        self._thread: _StillsThread | None = None
        self._source: QWidget | None = None
        # Whether the button was released since: what it is pressed for then is something else.
        self._let_go = False
        # Of the last drag: where it was let go too early, the next one finds them.
        self._made: tuple[_Order, list[Path]] | None = None

    def drag(self, source: QWidget, indices: Sequence[int]) -> None:
        """Drags frames out of a widget, once their files are made. Those that aren't rendered stay.

        Args:
            source: The widget.
            indices: The frames, from 0.
        """
        order = self._order(indices)
        if order is None or (self._thread is not None and self._thread.order != order):
            return
        self._source, self._let_go = source, False
        if self._thread is not None:
            return
        if self._made is not None and self._made[0] == order and all(map(Path.exists, self._made[1])):
            self._give(self._made[1])
            return
        try:
            names = (f"{order.stem}-{index + 1:04}.png" for index in order.indices)
            places = [self._folder.place_for(name) for name in names]
        except OSError as error:
            text = self.tr("The pictures could not be made ready: {0}; free some space")
            self.failed.emit(text.format(reason(error)))
            return
        self._thread = _StillsThread(order, places, self._store, self)
        self._thread.failed.connect(self.failed)
        self._thread.finished.connect(self._end)
        QGuiApplication.setOverrideCursor(Qt.CursorShape.BusyCursor)
        # Of all widgets: the source's viewport may be what gets it.
        QCoreApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        self._thread.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Notices while files are made that the button is released; leaves everything alone."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            self._let_go |= event.button() == Qt.MouseButton.LeftButton
        return super().eventFilter(watched, event)

    def close(self) -> None:
        """Ends the thread, and removes the files."""
        if self._thread is not None:
            self._thread.requestInterruption()
            self._thread.wait()
            self._thread = None
            self._rest()
        self._folder.close()

    def _order(self, indices: Sequence[int]) -> _Order | None:
        frames, facts = self._frames, self._frames.facts
        there = [index for index in indices if index < frames.count]
        done = [index for index in there if frames.state(index) is FrameState.DONE]
        if facts is None or frames.looking_up or not done:
            self.reported.emit(self.tr("Only frames that are rendered can be dragged"))
            return None
        if len(done) > MOST_STILLS:
            text = self.tr("{0} frames at once are too many to drag: select {1}, or export the walk")
            self.reported.emit(text.format(len(done), MOST_STILLS))
            return None
        stem = file_stem(self._document.display_name)
        return _Order(frames.placed_walk.alone, facts, self._carries_walk(), stem, tuple(done))

    def _end(self) -> None:
        thread, self._thread = self._thread, None
        if thread is None:
            return
        self._rest()
        if thread.is_whole:
            self._made = thread.order, thread.places
            self._give(thread.places)
        thread.deleteLater()

    def _rest(self) -> None:
        QGuiApplication.restoreOverrideCursor()
        QCoreApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]

    def _give(self, files: Sequence[Path]) -> None:
        source, self._source = self._source, None
        if source is None:
            return
        if self._let_go or not self._pressed():
            self.reported.emit(self.tr("The pictures are ready now: drag them once more"))
            return
        first = QImage(str(files[0]))
        size = DRAGGED_SIDE * source.devicePixelRatio()
        small = QPixmap.fromImage(first).scaled(
            int(size),
            int(size),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        small.setDevicePixelRatio(source.devicePixelRatio())
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
        if len(files) == 1:
            data.setImageData(first)
        self._drag(source, data, small)


class _StillsThread(QThread):
    """Writes frames to files."""

    failed = Signal(str)

    def __init__(self, order: _Order, places: list[Path], store: FrameStore, parent: QObject) -> None:
        super().__init__(parent)
        self.order = order
        self.places = places
        self.is_whole = False
        self._store = store

    def run(self) -> None:
        """Writes them, in the thread."""
        order = self.order
        frames = StoredFrames(order.walk, order.facts, self._store)
        carried = order.walk if order.carries_walk else None
        try:
            for index, place in zip(order.indices, self.places, strict=True):
                if self.isInterruptionRequested():
                    return
                clip = still(frames[index], order.walk, index, order.facts)
                export(replace(clip, walk=carried), place, Options())
        except (ExportError, RenderError) as error:
            self.failed.emit(str(error))
        except Exception as error:
            # It would end the thread without a word.
            logger.exception("stills could not be written")
            self.failed.emit(f"the pictures could not be written: {error or type(error).__name__}")
        else:
            self.is_whole = True


def _is_pressed() -> bool:
    return bool(QApplication.mouseButtons() & Qt.MouseButton.LeftButton)


def _drag(source: QWidget, data: QMimeData, picture: QPixmap) -> None:
    drag = QDrag(source)
    drag.setMimeData(data)
    drag.setPixmap(picture)
    drag.setHotSpot(QPoint(picture.deviceIndependentSize().toSize().width() // 2, 0))
    drag.exec(Qt.DropAction.CopyAction)

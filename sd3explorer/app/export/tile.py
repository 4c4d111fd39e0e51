"""The tile of the export panel: a file that can be dragged out of the window, or how far it is."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QPoint, QRect, Qt, QUrl, Signal
from PySide6.QtGui import (
    QDrag,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sd3explorer.app.export.picture import Picture
from sd3explorer.app.export.thread import Exported
from sd3explorer.app.icons import icon

DRAG_SIZE = 96


class ExportTile(QFrame):
    """Shows one exported file and gives it away: by drag, by Return (save), by Ctrl+C (copy).

    Args:
        parent: Owner.
    """

    save_requested = Signal()
    copy_requested = Signal()
    stop_requested = Signal()
    make_requested = Signal()
    drag_began = Signal()
    drag_refused = Signal()  # there is nothing to drag

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._exported: Exported | None = None
        self._pressed_at: QPoint | None = None
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._picture = Picture(self)
        self._name = _NameLabel(self)
        self._detail = QLabel(self, wordWrap=True)
        self._bar = QProgressBar(self, textVisible=False)
        self._bar.setAccessibleName(self.tr("Progress of the export"))
        self._stop = self._small_button(lambda: self.stop_requested.emit())
        self._stop.setIcon(icon("stop", self._stop))
        self._stop.setProperty("flat", True)
        self._stop.setToolTip(self.tr("Stop making this file"))
        self._stop.setAccessibleName(self.tr("Stop"))
        self._make = self._small_button(lambda: self.make_requested.emit())
        self._lay_out()
        self.show_missing("")

    def show_missing(self, text: str) -> None:
        """Shows that there is no file, and why."""
        self._picture.set_image(None)
        self._show(None, "", text)

    def show_progress(self, name: str, done: int, total: int, attempt: int = 1) -> None:
        """Shows that a file is being made.

        Args:
            name: Of the file.
            done: Frames that are in it.
            total: Frames that it will have.
            attempt: Which try it is, from 1, of finding a file that is small enough.
        """
        percent = self.tr("{percent} %").format(percent=100 * done // max(total, 1))
        if attempt > 1:
            text = self.tr("try {n} · {percent}").format(n=attempt, percent=percent)
        else:
            text = percent if done < total else self.tr("finishing…")
        self._show(None, name, text, busy=True)
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def show_exported(self, exported: Exported) -> None:
        """Shows a file that is ready."""
        self._picture.set_image(exported.picture)
        text = self.tr("{frames} · {pixels} · {size} · drag me out").format(
            frames=exported.frames_text, pixels=exported.pixels_text, size=exported.size_text
        )
        self._show(exported, exported.path.name, text)

    def show_stopped(self, name: str) -> None:
        """Shows that a file isn't made because the user said so."""
        self._show(None, name, self.tr("Stopped"), again=self.tr("Make it"))

    def show_large(self, name: str, text: str) -> None:
        """Shows that a file isn't made by itself, as it would be so large."""
        self._show(None, name, text, again=self.tr("Make it"))

    def show_failure(self, name: str, sentence: str) -> None:
        """Shows why a file couldn't be made."""
        self._show(None, name, sentence, again=self.tr("Try again"), role="error")

    def mime_data(self) -> QMimeData:
        """What is dragged: the place of a file that is complete, and on the disk."""
        data = QMimeData()
        if self._exported is not None:
            data.setUrls([QUrl.fromLocalFile(str(self._exported.path))])
        return data

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Notes where a drag may begin."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Begins a drag once the mouse has gone far enough."""
        if self._pressed_at is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        way = event.position().toPoint() - self._pressed_at
        if way.manhattanLength() >= QApplication.startDragDistance():
            self._pressed_at = None
            self._drag()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Forgets where a drag might have begun."""
        self._pressed_at = None

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Return saves, Ctrl+C copies."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.save_requested.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Shows the focus as an amber border."""
        super().focusInEvent(event)
        self._show_focus(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Takes the amber border away."""
        super().focusOutEvent(event)
        self._show_focus(False)

    def _drag(self) -> None:
        if self._exported is None:
            self.drag_refused.emit()
            return
        if not self._exported.path.exists():
            # The system's cleaner has been at the cache.
            self.make_requested.emit()
            return
        self.drag_began.emit()
        drag = QDrag(self)
        drag.setMimeData(self.mime_data())
        pixmap = self._picture.drawn(DRAG_SIZE)
        drag.setPixmap(pixmap)
        drag.setHotSpot(QRect(QPoint(), pixmap.deviceIndependentSize().toSize()).center())
        drag.exec(Qt.DropAction.CopyAction)

    def _show(
        self,
        exported: Exported | None,
        name: str,
        detail: str,
        *,
        busy: bool = False,
        again: str = "",
        role: str = "dim",
    ) -> None:
        self._exported = exported
        self._name.set_full_text(name)
        # A sentence about a failure names the file itself.
        self._name.setVisible(bool(name) and role != "error")
        self._detail.setText(detail)
        if self._detail.property("role") != role:
            self._detail.setProperty("role", role)
            _polish_again(self._detail)
        self._bar.setVisible(busy)
        self._stop.setVisible(busy)
        self._make.setText(again)
        self._make.setVisible(bool(again))
        if busy:
            # What takes its place is less high, and the buttons below would move away under the hand.
            self.setMinimumHeight(self.minimumSizeHint().height())
        self.setAccessibleName(name or self.tr("Export"))
        self.setAccessibleDescription(detail)
        self.setToolTip(
            self.tr("Drag it into a folder, a browser or a chat. Return saves it, Ctrl+C copies it.")
            if exported
            else ""
        )
        if exported:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.unsetCursor()

    def _show_focus(self, focused: bool) -> None:
        self.setProperty("selected", focused)
        _polish_again(self)

    def _small_button(self, pressed: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setCursor(Qt.CursorShape.ArrowCursor)
        button.clicked.connect(pressed)
        return button

    def _lay_out(self) -> None:
        progress = QHBoxLayout()
        progress.addWidget(self._bar)
        progress.addWidget(self._stop)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addStretch()
        words.addWidget(self._name)
        words.addWidget(self._detail)
        words.addLayout(progress)
        words.addWidget(self._make, 0, Qt.AlignmentFlag.AlignLeft)
        words.addStretch()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 10)
        layout.setSpacing(10)
        layout.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addLayout(words, 1)


class _NameLabel(QLabel):
    """A file name in bold; its middle gives way where it is too long."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._full_text = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setTextFormat(Qt.TextFormat.PlainText)
        font = self.font()
        font.setBold(True)
        self.setFont(font)

    def set_full_text(self, text: str) -> None:
        self._full_text = text
        self._elide()

    def resizeEvent(self, event: object) -> None:  # noqa: N802
        self._elide()

    def _elide(self) -> None:
        elided = self.fontMetrics().elidedText(self._full_text, Qt.TextElideMode.ElideMiddle, self.width())
        self.setText(elided)
        self.setToolTip(self._full_text if elided != self._full_text else "")


def _polish_again(widget: QWidget) -> None:
    widget.style().unpolish(widget)
    widget.style().polish(widget)

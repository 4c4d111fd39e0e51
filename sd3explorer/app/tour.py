"""What a newcomer is shown once: where to write, to render, and to take the finished file."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSettings, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sd3explorer.app.drop_frame import DropFrame
from sd3explorer.app.fields import push_button
from sd3explorer.app.shortcuts import key_names
from sd3explorer.app.theme import colours

SEEN = "tour/seen"
WIDTH = 300
MARGIN = 12


@dataclass(frozen=True, slots=True)
class _Step:
    title: str
    text: str
    about: QWidget


class Tour(QFrame):
    """A card beside what it is about, which nothing waits for; the rest of the window works on.

    It takes the keyboard when it begins, unless somebody is typing.

    Args:
        window: The window.
        prompts: Where prompts are written.
        render: What renders.
        finished: Where the finished file is.
    """

    def __init__(self, window: QWidget, prompts: QWidget, render: QWidget, finished: QWidget) -> None:
        super().__init__(window)
        self._about = (prompts, render, finished)
        self._watched = (window, *self._about)
        self._key = key_names({})["render"]
        self._number = 0
        self._outline = DropFrame(window)
        self.setObjectName("tour")
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self._title = QLabel(self)
        self._text = QLabel(self, wordWrap=True)
        self._count = QLabel(self)
        self._count.setProperty("role", "dim")
        self.skip: QPushButton = push_button(self.tr("Close"), self.end)
        self.go_on: QPushButton = push_button("", self._go_on)
        self._lay_out()
        self.hide()

    @property
    def text(self) -> str:
        """What it says now, or "" while it says nothing."""
        return "" if self.isHidden() else f"{self._title.text()}: {self._text.text()}"

    def begin_once(self) -> None:
        """Begins if it never has before."""
        if not cast(bool, QSettings().value(SEEN, False, type=bool)):
            self.begin()

    def begin(self) -> None:
        """Begins at its first step."""
        QSettings().setValue(SEEN, True)
        for watched in self._watched:
            watched.installEventFilter(self)
        self._number = 0
        self._show()
        # Who types isn't interrupted.
        if not isinstance(self.window().focusWidget(), QLineEdit | QPlainTextEdit):
            self.go_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Goes, and doesn't come back by itself."""
        for watched in self._watched:
            watched.removeEventFilter(self)
        self._outline.hide()
        self.hide()

    def show_keys(self, names: Mapping[str, str]) -> None:
        """Names keys from now on.

        Args:
            names: What they are called, by the actions' ids; "" where one has none.
        """
        self._key = names["render"]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Closes on Escape, which comes to the window last; follows what it is about."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.LayoutRequest):
            self._place()
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.ShortcutOverride:
                # Else it would stop rendering.
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.end()
                return True
        return False

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        """Follows the colours of the scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and not self.isHidden():
            self._show_colours()

    def _steps(self) -> tuple[_Step, ...]:
        prompts, render, finished = self._about
        by_key = self.tr(" {0} does the same.").format(self._key) if self._key else ""
        return (
            _Step(
                self.tr("Say what to see"),
                self.tr("Each card is a prompt, and the walk leads from one to the next. Change the words."),
                prompts,
            ),
            _Step(
                self.tr("Render"),
                self.tr("Frames that are missing appear, coarse to fine, and after every edit.") + by_key,
                render,
            ),
            _Step(
                self.tr("Take it with you"),
                self.tr("The finished file waits here: drag it into a folder, a browser or a chat."),
                finished,
            ),
        )

    def _go_on(self) -> None:
        if self._number + 1 == len(self._about):
            self.end()
        else:
            self._number += 1
            self._show()

    def _show(self) -> None:
        steps = self._steps()
        step, count = steps[self._number], len(steps)
        self._title.setText(step.title)
        self._text.setText(step.text)
        self._count.setText(self.tr("{0} of {1}").format(self._number + 1, count))
        self.go_on.setText(self.tr("Done") if self._number + 1 == count else self.tr("Next"))
        self.setAccessibleName(self.tr("Tour, {0} of {1}").format(self._number + 1, count))
        self.setAccessibleDescription(f"{step.title}: {step.text}")
        self._show_colours()
        self.show()
        self._place()
        self.raise_()
        event = QAccessibleAnnouncementEvent(self, f"{step.title}: {step.text}")
        QAccessible.updateAccessibility(event)

    def _show_colours(self) -> None:
        shown = colours(self)
        sheet = (
            f"#tour {{ background: {shown.raised.name()}; border: 1px solid {shown.accent.name()};"
            " border-radius: 8px; }"
        )
        if sheet != self.styleSheet():
            self.setStyleSheet(sheet)

    def _place(self) -> None:
        window, about = self.window(), self._about[self._number]
        target = QRect(about.mapTo(window, QPoint()), about.size())
        self.resize(WIDTH, self.heightForWidth(WIDTH))
        around = target.adjusted(-3, -3, 3, 3) & window.rect()
        if self._outline.geometry() != around:
            self._outline.setGeometry(around)
        self._outline.setVisible(about.isVisible())
        self._outline.raise_()
        self.raise_()
        self.move(_beside(target, self.size().width(), self.height(), window.rect()))

    def _lay_out(self) -> None:
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self._count, 1)
        below.addWidget(self.skip)
        below.addWidget(self.go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addLayout(below)


def _beside(target: QRect, width: int, height: int, room: QRect) -> QPoint:
    """A place at the right of something, below it or at its left, wherever there is room."""
    right, left = target.right() + MARGIN, target.left() - MARGIN - width
    below = target.bottom() + MARGIN
    if target.bottom() < room.height() // 3 and below + height < room.bottom():
        return QPoint(max(MARGIN, min(target.left(), room.right() - width)), below)
    x = right if right + width <= room.right() else max(MARGIN, left)
    y = min(target.top() + MARGIN, room.bottom() - height - MARGIN)
    return QPoint(x, max(MARGIN, y))

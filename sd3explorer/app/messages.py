"""The one place for messages: a quiet bar that waits until it is read."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sd3explorer.app import theme
from sd3explorer.app.icons import icon
from sd3explorer.walk.printable import printable

logger = logging.getLogger(__name__)

Action = tuple[str, Callable[[], object]]

# Long enough to read two sentences.
MILLISECONDS_FOR_NEWS = 8000

# Where less is left for the text, the buttons go below it.
LEAST_TEXT_WIDTH = 300


@dataclass(frozen=True, slots=True)
class _Message:
    text: str
    details: str
    actions: tuple[Action, ...]
    level: str
    topic: str


class MessageBar(QFrame):
    """Says what happened, what was kept and what to do next; nothing else waits for it."""

    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "message")
        self.setAccessibleName(self.tr("Message"))
        self._details = ""
        self._shown: _Message | None = None
        self._waiting: list[_Message] = []
        self._passing = QTimer(self, singleShot=True, interval=MILLISECONDS_FOR_NEWS)
        self._passing.timeout.connect(self.dismiss)
        self._mark = QLabel()
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._buttons = QHBoxLayout()
        self._offered: list[QPushButton] = []
        self._more = QPushButton(self.tr("Details"))
        self._more.setCheckable(True)
        self._copy = QPushButton(self.tr("Copy details"))
        self._copy.clicked.connect(self._copy_details)
        self._close = QToolButton()
        self._close.setProperty("flat", True)
        self._close.setIcon(icon("close", self._close))
        self._close.setAccessibleName(self.tr("Dismiss the message"))
        self._close.setToolTip(self.tr("Dismiss the message"))
        self._close.clicked.connect(self.dismiss)
        self._box = QPlainTextEdit(readOnly=True)
        self._box.setAccessibleName(self.tr("Details of the message"))
        self._box.setMaximumHeight(140)
        self._more.toggled.connect(self._box.setVisible)
        self._lay_out()
        self.hide()

    @property
    def text(self) -> str:
        """What it says, or "" while it says nothing."""
        return "" if self.isHidden() else self._text.text()

    @property
    def level(self) -> str:
        """Of what kind the message is: "error" or "info"."""
        return str(self.property("level"))

    def show_message(
        self,
        text: str,
        details: str = "",
        actions: Sequence[Action] = (),
        level: str = "error",
        topic: str = "",
    ) -> None:
        """Says something until it is dismissed; what is only news goes by itself.

        A message that offers something to do comes back after one that was said in between, unless
        that was about the same.

        Args:
            text: One or two sentences, begun in lower or upper case.
            details: What an engineer would want to see; offered to be read and copied.
            actions: What can be done about it; the message then goes.
            level: "error", "info", or "news", which goes by itself even where something can be done about it.
            topic: What it is about, for `retract`; "" where that is the text itself.
        """
        logger.log(logging.ERROR if level == "error" else logging.INFO, "%s", printable(text))
        message = _Message(text, details, tuple(actions), level, topic or text)
        if self._shown is not None and self._shown.actions and self._shown.level != "news":
            self._waiting.append(self._shown)
        self._forget(message.topic)
        self._show(message)

    def dismiss(self) -> None:
        """Goes back to a message that still waits for an answer, or says nothing any more."""
        self._passing.stop()
        self._shown = None
        if self._waiting:
            self._show(self._waiting.pop())
        elif not self.isHidden():
            self.hide()
            self.dismissed.emit()

    def clear_news(self) -> None:
        """Takes back what needs no answer: another walk is shown, and it was about the last one."""
        shown = self._shown
        if shown is not None and (shown.level == "news" or not shown.actions):
            self.dismiss()

    def retract(self, topic: str) -> None:
        """Takes back what isn't true any more.

        Args:
            topic: What it was about: what `show_message` was given, or its text.
        """
        self._forget(topic)
        if self._shown is not None and self._shown.topic == topic:
            self.dismiss()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Leaves the text room to be read."""
        super().resizeEvent(event)
        self._place_buttons()

    def _forget(self, topic: str) -> None:
        self._waiting = [message for message in self._waiting if message.topic != topic]

    def _show(self, message: _Message) -> None:
        text, details, actions, level = message.text, message.details, message.actions, message.level
        self._shown = message
        self._details = details
        self._passing.stop()
        if level == "news" or (level == "info" and not actions):
            self._passing.start()
        self.setProperty("level", level)
        shown = theme.colours(self)
        colour = shown.error if level == "error" else shown.dim
        self._mark.setPixmap(
            icon("warning", self).pixmap(16, 16) if level == "error" else self._mark.pixmap()
        )
        self._mark.setVisible(level == "error")
        self.setStyleSheet(
            f"MessageBar {{ background: {shown.raised.name()}; border: 1px solid {colour.name()};"
            " border-radius: 8px; }"
        )
        self._text.setText(_as_sentence(text))
        self._offer(actions)
        for button in (self._more, self._copy):
            button.setVisible(bool(details))
        self._place_buttons()
        self._more.setChecked(False)
        self._box.setPlainText(details)
        self._box.hide()
        self.show()

    def _offer(self, actions: Sequence[Action]) -> None:
        while self._offered:
            self._offered.pop().deleteLater()
        for text, work in actions:
            button = QPushButton(text)
            button.clicked.connect(lambda _=False, work=work: self._act(work))
            self._buttons.insertWidget(len(self._offered), button)
            self._offered.append(button)

    def _act(self, work: Callable[[], None]) -> None:
        self.dismiss()
        work()

    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(f"{self._text.text()}\n\n{self._details}")

    def _lay_out(self) -> None:
        for button in (self._more, self._copy):
            self._buttons.addWidget(button)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.addWidget(self._text, 1)
        self._body.addLayout(self._buttons)
        self._body.setAlignment(self._buttons, Qt.AlignmentFlag.AlignLeft)
        line = QHBoxLayout()
        line.addWidget(self._mark)
        line.addLayout(self._body, 1)
        line.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 8)
        column.addLayout(line)
        column.addWidget(self._box)

    def _place_buttons(self) -> None:
        narrow = self.width() - self._buttons.sizeHint().width() < LEAST_TEXT_WIDTH
        self._body.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )


def _as_sentence(text: str) -> str:
    # A name that begins the sentence stays as it is: stable_diffusion_3_medium, timing.frames.
    first = text.split(" ", 1)[0]
    return text[:1].upper() + text[1:] if first.replace("'", "").isalpha() else text

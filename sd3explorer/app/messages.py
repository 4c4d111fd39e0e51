"""The one place for messages: a quiet bar over the picture, which waits until it is read."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QGuiApplication,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
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
from sd3explorer.app.message_text import as_sentence, breakable, shortened
from sd3explorer.walk.printable import printable

logger = logging.getLogger(__name__)

Action = tuple[str, Callable[[], object]]

# Long enough to read two sentences.
MILLISECONDS_FOR_NEWS = 8000

# Where less is left for the text, the buttons go below it.
LEAST_TEXT_WIDTH = 300
# Margins, mark and cross, beside which the buttons have room; where it is too little, two stand in a line.
BESIDE_BUTTONS = 80

# How many characters of a text are shown where there isn't room for more.
SHORTER = (400, 320, 240, 180, 120, 80)

# Around the bar, where it lies over something.
MARGIN = 12
WIDEST = 860
# As much of its height may be hidden by the bar, where there is another place.
MOST_OF_PICTURE = 0.3


@dataclass(frozen=True, slots=True)
class _Message:
    text: str
    details: str
    actions: tuple[Action, ...]
    level: str
    topic: str


class MessageBar(QFrame):
    """Says what happened, what was kept and what to do next; nothing waits for it, and nothing makes way."""

    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "message")
        self.setAccessibleName(self.tr("Message"))
        # What lies under it is neither grabbed nor zoomed through it.
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self._under: QWidget | None = None
        self._top = 0
        self._otherwise: QWidget | None = None
        self._details = ""
        # What was fitted last: a text, into how much room, above how many details.
        self._fitted: tuple[object, ...] = ()
        self._shown: _Message | None = None
        self._waiting: list[_Message] = []
        self._passing = QTimer(self, singleShot=True, interval=MILLISECONDS_FOR_NEWS)
        self._passing.timeout.connect(self.dismiss)
        # Made in the order of the Tab key.
        self._mark = QLabel(self)
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._buttons = QGridLayout()
        self._offered: list[QPushButton] = []
        # Which of them were laid out last, in how many columns.
        self._arranged: tuple[list[QPushButton], int] = ([], 0)
        self._more = QPushButton(self.tr("Details"), self)
        self._more.setCheckable(True)
        self._copy = QPushButton(self.tr("Copy details"), self)
        self._copy.clicked.connect(self._copy_details)
        self._close = QToolButton(self)
        self._close.setProperty("flat", True)
        self._close.setIcon(icon("close", self._close))
        self._close.setAccessibleName(self.tr("Dismiss the message"))
        self._close.setToolTip(self.tr("Dismiss the message"))
        self._close.clicked.connect(self.dismiss)
        self._box = QPlainTextEdit(self, readOnly=True)
        self._box.setAccessibleName(self.tr("Details of the message"))
        self._box.setMinimumHeight(48)
        self._box.setMaximumHeight(140)
        for shown in (self._box, self._copy):
            shown.hide()
            self._more.toggled.connect(shown.setVisible)
        self._lay_out()
        self.hide()

    def lay_over(self, under: QWidget, top: int, otherwise: QWidget | None = None) -> None:
        """Lies on a widget from now on, which keeps its place and its size.

        Args:
            under: The widget; its window becomes the bar's owner.
            top: How much of it is left free above the bar, in pixels, where there is room for that.
            otherwise: What it lies on instead, at the bottom, where it would hide most of the first one.
        """
        self._under, self._top, self._otherwise = under, top, otherwise
        self.setParent(under.window())
        for widget in (under, otherwise):
            if widget is not None:
                widget.installEventFilter(self)

    @property
    def text(self) -> str:
        """What it says, or "" while it says nothing."""
        return "" if self.isHidden() or self._shown is None else as_sentence(self._shown.text)

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
        self._place_buttons(self.width())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Follows the size of what it lies on."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._fit()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Becomes as high as what it says needs."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def _fit(self) -> None:
        if self._under is None or self.isHidden():
            return
        under, otherwise = self._under, self._otherwise
        room = self._room_on(under)
        height = self._height_in(room)
        top = min(room.top() - MARGIN + self._top, room.bottom() + 1 - height)
        if otherwise is not None and height > MOST_OF_PICTURE * under.height():
            room = self._room_on(otherwise)
            height = self._height_in(room)
            top = room.bottom() + 1 - height
        width = min(room.width(), WIDEST)
        left = room.left() + (room.width() - width) // 2
        self.setGeometry(QRect(left, top, width, height))

    def _room_on(self, widget: QWidget) -> QRect:
        place = widget.mapTo(self.window(), QPoint()) if widget is not self.window() else QPoint()
        return QRect(place, widget.size()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)

    def _height_in(self, room: QRect) -> int:
        """How high it is there, its text shortened to what there is room for."""
        width = min(room.width(), WIDEST)
        self._place_buttons(width)
        self._shorten(width, room.height())
        return min(self.heightForWidth(width), room.height())

    def _shorten(self, width: int, height: int) -> None:
        """Leaves out the middle of a text that there isn't room for; the details have all of it."""
        key = (self.text, width, height, self._more.isChecked())
        if key == self._fitted:
            return
        self._fitted = key
        for length in (len(self.text), *SHORTER):
            is_whole = length >= len(self.text)
            text = shortened(self.text, length)
            self._text.setText(breakable(text, self._text.fontMetrics(), width - BESIDE_BUTTONS))
            self._more.setVisible(bool(self._details) or not is_whole)
            details = self._details if is_whole else f"{self.text}\n\n{self._details}".strip()
            if self._box.toPlainText() != details:
                self._box.setPlainText(details)
            self._place_buttons(width)
            # Layouts within it would still say what the text before needed.
            self._column.activate()
            if self.heightForWidth(width) <= height:
                break

    def _forget(self, topic: str) -> None:
        self._waiting = [message for message in self._waiting if message.topic != topic]

    def _show(self, message: _Message) -> None:
        details, actions, level = message.details, message.actions, message.level
        self._shown = message
        self._details, self._fitted = details, ()
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
        self._text.setText(as_sentence(message.text))
        self._offer(actions)
        self._more.setVisible(bool(details))
        self._place_buttons(self.width())
        self._more.setChecked(False)
        self._box.setPlainText(details)
        self.show()
        self.raise_()
        self._fit()
        self._announce(level)

    def _announce(self, level: str) -> None:
        """Has screen readers say it, as it doesn't take the keyboard."""
        self.setAccessibleDescription(self.text)
        event = QAccessibleAnnouncementEvent(self, self.text)
        how = QAccessible.AnnouncementPoliteness
        event.setPoliteness(how.Assertive if level == "error" else how.Polite)
        QAccessible.updateAccessibility(event)

    def _offer(self, actions: Sequence[Action]) -> None:
        while self._offered:
            gone = self._offered.pop()
            gone.hide()
            gone.deleteLater()
        for text, work in actions:
            button = QPushButton(text, self)
            button.clicked.connect(lambda _=False, work=work: self._act(work))
            button.show()
            # Before those that are always there, as they are seen.
            QWidget.setTabOrder(self._offered[-1] if self._offered else self._text, button)
            self._offered.append(button)

    def _act(self, work: Callable[[], None]) -> None:
        self.dismiss()
        work()

    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(f"{self.text}\n\n{self._details}")

    def _lay_out(self) -> None:
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.addWidget(self._text, 1)
        self._body.addLayout(self._buttons)
        self._body.setAlignment(self._buttons, Qt.AlignmentFlag.AlignLeft)
        line = QHBoxLayout()
        line.addWidget(self._mark)
        line.addLayout(self._body, 1)
        line.addWidget(self._close)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 8)
        column.addLayout(line)
        column.addWidget(self._box)

    def _place_buttons(self, width: int) -> None:
        shown = [each for each in (*self._offered, self._more, self._copy) if not each.isHidden()]
        widths = [each.sizeHint().width() + self._buttons.spacing() for each in shown]
        beside = width - sum(widths) >= LEAST_TEXT_WIDTH
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._body.setDirection(across if beside else down)
        columns = len(shown) if sum(widths) + BESIDE_BUTTONS <= width else 2
        if (arranged := (shown, columns)) == self._arranged:
            # Anything else would ask for another layout, which comes here again.
            return
        self._arranged = arranged
        for number, each in enumerate(shown):
            self._buttons.addWidget(each, *divmod(number, columns))

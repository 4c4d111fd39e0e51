"""The bar above the map: how pins are mixed, and what adds, arranges and removes them."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from sd3explorer.app.drops import pictures_of
from sd3explorer.app.fields import push_button
from sd3explorer.app.map.board import Board
from sd3explorer.walk.limits import MAX_PINS, MAX_TEXT
from sd3explorer.walk.map.mixing import Layout

# Of the field for prompts, in pixels.
LEAST_WIDTH = 120


class PromptLine(QLineEdit):
    """A field for a prompt; a list that is pasted into it isn't made one.

    Signals:
        lines_pasted: The lines of a list.
    """

    lines_pasted = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Reports a list that is pasted; leaves pictures to the map."""
        if not event.matches(QKeySequence.StandardKey.Paste):
            super().keyPressEvent(event)
            return
        data = QGuiApplication.clipboard().mimeData()
        text = data.text()[: MAX_TEXT * MAX_PINS]
        lines = [line.strip()[:MAX_TEXT] for line in text.splitlines() if line.strip()]
        if pictures_of(data):
            event.ignore()
        elif len(lines) > 1:
            self.lines_pasted.emit(lines)
        else:
            super().keyPressEvent(event)


class PinBar(QWidget):
    """What becomes of pins.

    Signals:
        layout_chosen: How pins are to be mixed, a `Layout`.
        prompts_added: More prompts for the map.
        picture_asked: A picture is to become a pin.
        seed_asked: The chosen pin is wanted again, with another noise.
        arranging_asked: Pins are to go where they belong.
        removal_asked: The chosen pin is to go.
    """

    layout_chosen = Signal(object)
    prompts_added = Signal(object)
    picture_asked = Signal()
    seed_asked = Signal()
    arranging_asked = Signal()
    removal_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has_room = True
        self.layouts = QComboBox()
        self.layouts.setAccessibleName(self.tr("How pins are mixed"))
        self.layouts.addItem(self.tr("As a map"), Layout.MAP)
        self.layouts.addItem(self.tr("As a square of four"), Layout.SQUARE)
        self.layouts.activated.connect(lambda _: self.layout_chosen.emit(self.layouts.currentData()))
        self.prompt = PromptLine()
        self.prompt.lines_pasted.connect(self._add_all)
        self.prompt.setMaxLength(MAX_TEXT)
        self.prompt.setMinimumWidth(LEAST_WIDTH)
        self.prompt.setPlaceholderText(self.tr("Another prompt for the map"))
        self.prompt.setAccessibleName(self.tr("Another prompt for the map"))
        self.prompt.returnPressed.connect(self._add)
        self.prompt.textChanged.connect(lambda _: self._show_add())
        self.add = push_button(self.tr("&Add"), self._add)
        self.picture = push_button(self.tr("&Picture…"), self.picture_asked.emit)
        self.picture.setToolTip(self.tr("Put a picture on the map; you can drop or paste one as well"))
        self.seed = push_button(self.tr("Another &seed"), self.seed_asked.emit)
        self.seed.setToolTip(self.tr("Put the selected pin on the map again, with a noise of its own"))
        self.arrange = push_button(self.tr("A&rrange"), self.arranging_asked.emit)
        self.arrange.setToolTip(self.tr("Put pins where they belong, except those that you moved"))
        self.remove = push_button(self.tr("Re&move pin"), self.removal_asked.emit)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.layouts)
        row.addWidget(self.prompt, 1)
        for button in (self.add, self.picture, self.seed, self.arrange, self.remove):
            row.addWidget(button)

    def show_board(self, board: Board, chosen: int | None, can_arrange: bool) -> None:
        """Shows what can be done.

        Args:
            board: What is on the map.
            chosen: The pin that is chosen, if any.
            can_arrange: Whether it is known where pins belong.
        """
        self._has_room = board.room > 0
        self.layouts.setCurrentIndex(self.layouts.findData(board.layout))
        self.layouts.setEnabled(board.can_be_square)
        self.prompt.setEnabled(self._has_room)
        self.picture.setEnabled(self._has_room)
        self.seed.setEnabled(self._has_room and chosen is not None)
        self.arrange.setEnabled(can_arrange and board.layout is Layout.MAP)
        self.remove.setEnabled(chosen is not None and board.pins[chosen].added)
        self._show_add()

    def _show_add(self) -> None:
        self.add.setEnabled(bool(self.prompt.text().strip()) and self._has_room)

    def _add(self) -> None:
        text = self.prompt.text().strip()
        if text and self._has_room:
            self.prompt.clear()
            self.prompts_added.emit([text])

    def _add_all(self, lines: list[str]) -> None:
        if self._has_room:
            self.prompts_added.emit(lines)

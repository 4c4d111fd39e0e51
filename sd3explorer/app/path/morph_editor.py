"""The editor of a morph: its keyframes as cards, and between them the ways that lead from one to the next."""

from bisect import bisect_left
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QPushButton, QScrollArea, QVBoxLayout, QWidget

from sd3explorer.app.icons import icon
from sd3explorer.app.path.drawing import way_bounds
from sd3explorer.app.path.keyframe_card import HANDLE, KeyframeCard, WayRow
from sd3explorer.app.theme import colours
from sd3explorer.presets.tokens import Vocabulary
from sd3explorer.walk.file import MAX_KEYFRAMES
from sd3explorer.walk.paths import Keyframe, Morph
from sd3explorer.walk.timing import Easing


class MorphEditor(QWidget):
    """Shows a morph and says what it should become.

    Signals:
        edited: The morph as it should become, the name of the edit, and its merge key.
        keyframe_selected: Somebody came to a keyframe; with its place in the list, from 0.
    """

    edited = Signal(object, str, str)
    keyframe_selected = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._morph = Morph(())
        self._frames: list[int] = []
        self._index = 0
        self._selected = -1
        self._vocabulary: Vocabulary | None = None
        self._gap: int | None = None
        self.cards: list[KeyframeCard] = []
        self.ways: list[WayRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self.add_button = _AddButton(self.tr("Add prompt"))
        self.add_button.clicked.connect(self.add)
        self.closed = QCheckBox(self.tr("Lead back to the first prompt"))
        self.closed.setToolTip(self.tr("The walk ends where it starts, so that it can loop"))
        self.closed.toggled.connect(self._close)
        below = QVBoxLayout()
        below.setContentsMargins(HANDLE // 2, 4, 0, 0)
        below.setSpacing(8)
        below.addWidget(self.add_button)
        below.addWidget(self.closed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(self._list)
        layout.addLayout(below)
        self._line = _DropLine(self)

    def show_path(self, morph: Morph, frames: int) -> None:
        """Shows a morph.

        Args:
            morph: The path.
            frames: How many frames the walk has.
        """
        if morph == self._morph and self._frames == way_bounds(morph, frames):
            return
        self._morph = morph
        self._frames = way_bounds(morph, frames)
        self._make_rows(len(morph.keyframes))
        for number, keyframe in enumerate(morph.keyframes):
            frame = min(self._frames[number], frames - 1)
            self.cards[number].show_keyframe(number, len(morph.keyframes), MAX_KEYFRAMES, keyframe, frame)
            self._show_way(number)
        self.closed.blockSignals(True)
        self.closed.setChecked(morph.closed)
        self.closed.blockSignals(False)
        self.add_button.setEnabled(len(morph.keyframes) < MAX_KEYFRAMES)
        self._select(self._nearest(self._index))

    def show_place(self, index: int) -> None:
        """Marks the keyframe that the playhead is on or nearest to."""
        self._index = index
        self._select(self._nearest(index))

    def show_vocabulary(self, vocabulary: Vocabulary | None) -> None:
        """Takes what the model reads."""
        self._vocabulary = vocabulary
        for card in self.cards:
            card.show_vocabulary(vocabulary)

    def focus_prompt(self) -> None:
        """Puts the cursor into the prompt of the keyframe that is marked."""
        self._focus(max(self._selected, 0))

    def add(self) -> None:
        """Adds an empty keyframe at the end."""
        self._change((*self._morph.keyframes, Keyframe()), self.tr("add prompt"))
        self._focus(len(self._morph.keyframes) - 1)

    def duplicate(self, number: int) -> None:
        """Adds a copy of a keyframe after it."""
        keyframes = self._morph.keyframes
        copied = (*keyframes[: number + 1], *keyframes[number:])
        self._change(copied, self.tr("duplicate prompt {number}").format(number=number + 1))
        self._focus(number + 1)

    def remove(self, number: int) -> None:
        """Takes a keyframe out; two stay."""
        keyframes = self._morph.keyframes
        if len(keyframes) > 2:
            rest = keyframes[:number] + keyframes[number + 1 :]
            self._change(rest, self.tr("delete prompt {number}").format(number=number + 1))
            self._focus(min(number, len(rest) - 1))

    def move_keyframe(self, number: int, place: int) -> None:
        """Moves a keyframe to another place in the list, together with its way to the next."""
        keyframes = list(self._morph.keyframes)
        place = min(max(place, 0), len(keyframes) - 1)
        if place != number:
            keyframes.insert(place, keyframes.pop(number))
            self._change(tuple(keyframes), self.tr("move keyframe"))
            self._focus(place)

    def _change(self, keyframes: tuple[Keyframe, ...], text: str, merge: str = "") -> None:
        self.edited.emit(replace(self._morph, keyframes=keyframes), text, merge)

    def _set(self, number: int, keyframe: Keyframe, text: str, merge: str = "") -> None:
        keyframes = self._morph.keyframes
        if keyframe != keyframes[number]:
            self._change((*keyframes[:number], keyframe, *keyframes[number + 1 :]), text, merge)

    def _set_prompt(self, number: int, prompt: str) -> None:
        text = self.tr("edit prompt {number}").format(number=number + 1)
        self._set(number, replace(self._morph.keyframes[number], prompt=prompt), text, f"prompt {number + 1}")

    def _set_negative_prompt(self, number: int, prompt: str) -> None:
        keyframe = replace(self._morph.keyframes[number], negative_prompt=prompt)
        text = self.tr("edit what prompt {number} avoids").format(number=number + 1)
        self._set(number, keyframe, text, f"negative prompt {number + 1}")

    def _set_easing(self, number: int, easing: Easing) -> None:
        self._set(number, replace(self._morph.keyframes[number], easing=easing), self.tr("easing"))

    def _set_span(self, number: int, span: float) -> None:
        keyframe = replace(self._morph.keyframes[number], span=span)
        self._set(number, keyframe, self.tr("change length"), f"span {number + 1}")

    def _close(self, closed: bool) -> None:
        text = self.tr("lead back to the first prompt") if closed else self.tr("end at the last prompt")
        self.edited.emit(replace(self._morph, closed=closed), text, "")

    def _make_rows(self, count: int) -> None:
        while len(self.cards) > count:
            for row in (self.cards.pop(), self.ways.pop()):
                self._list.removeWidget(row)
                row.hide()
                row.deleteLater()
        while len(self.cards) < count:
            self._make_row(len(self.cards))

    def _make_row(self, number: int) -> None:
        card, way = KeyframeCard(self), WayRow(self)
        card.prompt_edited.connect(lambda text: self._set_prompt(number, text))
        card.negative_prompt_edited.connect(lambda text: self._set_negative_prompt(number, text))
        card.entered.connect(lambda: self._enter(number))
        card.duplicate.connect(lambda: self.duplicate(number))
        card.remove.connect(lambda: self.remove(number))
        card.move_up.connect(lambda: self.move_keyframe(number, number - 1))
        card.move_down.connect(lambda: self.move_keyframe(number, number + 1))
        card.dragged.connect(self._drag)
        card.dropped.connect(lambda: self._drop(number))
        card.drag_cancelled.connect(self._end_drag)
        way.easing_chosen.connect(lambda easing: self._set_easing(number, easing))
        way.span_edited.connect(lambda span: self._set_span(number, span))
        card.show_vocabulary(self._vocabulary)
        self.cards.append(card)
        self.ways.append(way)
        self._list.addWidget(card)
        self._list.addWidget(way)
        # Where it is seen: what is made late comes last otherwise.
        before = self.add_button.previousInFocusChain() or self
        for field in (*_fields(card), *_fields(way)):
            QWidget.setTabOrder(before, field)
            before = field

    def _show_way(self, number: int) -> None:
        last = number == len(self._morph.keyframes) - 1
        self.ways[number].setVisible(self._morph.closed or not last)
        if number + 1 < len(self._frames):
            frames = self._frames[number + 1] - self._frames[number]
            self.ways[number].show_way(number, self._morph.keyframes[number], frames, leads_back=last)

    def _nearest(self, index: int) -> int:
        """The keyframe nearest to a frame; of a closed path the end is the first again."""
        after = bisect_left(self._frames, index)
        near = [number for number in (after - 1, after) if 0 <= number < len(self._frames)]
        nearest = min(near, key=lambda number: abs(self._frames[number] - index))
        return nearest % len(self._morph.keyframes)

    def _select(self, number: int) -> None:
        if number != self._selected or not self.cards[number].frame.property("selected"):
            self._selected = number
            for other, card in enumerate(self.cards):
                card.show_selected(other == number)

    def _enter(self, number: int) -> None:
        if number < len(self._morph.keyframes):
            self._select(number)
            self.keyframe_selected.emit(number)

    def _focus(self, number: int) -> None:
        if number < len(self.cards):
            self.cards[number].focus_prompt()
            self._scroll_to(self.cards[number])

    def _scroll_to(self, card: KeyframeCard) -> None:
        area = self._scroll_area()
        if area:
            # Later: a card that was only just made has no place yet.
            QTimer.singleShot(0, card, lambda: area.ensureWidgetVisible(card, 0, 8))

    def _scroll_area(self) -> QScrollArea | None:
        parent = self.parentWidget()
        while parent and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        return parent

    def _drag(self, y: int) -> None:
        here = self.mapFromGlobal(QPoint(0, y)).y()
        self._gap = sum(here > card.geometry().center().y() for card in self.cards)
        last = self._gap == len(self.cards)
        edge = self.cards[-1].geometry().bottom() if last else self.cards[self._gap].y()
        self._line.setGeometry(HANDLE // 2, max(edge - 3, 0), self.width() - HANDLE // 2, 3)
        self._line.show()
        self._line.raise_()
        area = self._scroll_area()
        if area:
            area.ensureVisible(0, here, 0, 24)

    def _drop(self, number: int) -> None:
        gap = self._gap
        self._end_drag()
        if gap is not None:
            self.move_keyframe(number, gap - (gap > number))

    def _end_drag(self) -> None:
        self._gap = None
        self._line.hide()


class _AddButton(QPushButton):
    """A dashed place where another card would be."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setIcon(icon("add", self))
        self.setProperty("dashed", True)


class _DropLine(QWidget):
    """Where a dragged card would go."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        painter = QPainter(self)
        painter.setPen(QPen(colours(self).accent, 3))
        painter.drawLine(self.rect().left(), 1, self.rect().right(), 1)


def _fields(row: QWidget) -> list[QWidget]:
    """What the Tab key comes to within a row, in order."""
    return [widget for widget in row.findChildren(QWidget) if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]

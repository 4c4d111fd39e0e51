"""The rows of the morph editor, a page at a time: a card for each keyframe, and the ways between them."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from sd3explorer.app.path.handle import HANDLE
from sd3explorer.app.path.keyframe_card import KeyframeCard, WayRow
from sd3explorer.app.path.others_button import OthersButton
from sd3explorer.app.path.prompt_edit import CHARACTERS_AT_ONCE
from sd3explorer.app.prompt_names import mixed_names
from sd3explorer.app.tab_order import fields, put_behind
from sd3explorer.app.theme import colours
from sd3explorer.presets.tokens import Vocabulary
from sd3explorer.walk.following import followed
from sd3explorer.walk.loras import Lora
from sd3explorer.walk.paths import Keyframe, Morph

# Rows of more keyframes would take seconds to make and to lay out.
MOST_ROWS = 50
# How many rows of a page that is turned to come before the one that is looked for.
ROWS_BEFORE = 2

# Making a row takes as long as laying out so many characters.
ROW_CHARACTERS = 1500


class KeyframeList(QWidget):
    """Shows the keyframes of a morph; those before and after the page are a button away.

    Keyframes are named by their number in the morph, from 0.

    Signals:
        prompt_edited, negative_prompt_edited: The keyframe and its new text.
        dwell_edited: The keyframe, and for how many frames it is held.
        lora_edited: The keyframe, a LoRA's place in the model's list, and how much the keyframe shows of it.
        seed_edited, guidance_edited: The keyframe and what it has of its own; None leaves it to the walk.
        seed_asked, guidance_asked: The keyframe that shall have one of its own.
        picture_edited: The keyframe, what it has of a picture or None, and whether more such edits follow.
        picture_dropped: The keyframe, and paths or the bytes of pictures.
        prompt_asked: The keyframe whose mix shall become a prompt.
        easing_chosen, span_edited: The keyframe and what its way becomes.
        entered: Somebody came to a keyframe.
        duplicate, remove: The keyframe.
        moved: The keyframe, and its new place.
    """

    prompt_edited = Signal(int, str)
    negative_prompt_edited = Signal(int, str)
    dwell_edited = Signal(int, int)
    lora_edited = Signal(int, int, float)
    seed_edited = Signal(int, object)
    guidance_edited = Signal(int, object)
    seed_asked = Signal(int)
    guidance_asked = Signal(int)
    picture_edited = Signal(int, object, bool)
    picture_dropped = Signal(int, object)
    prompt_asked = Signal(int)
    easing_chosen = Signal(int, object)
    span_edited = Signal(int, float)
    entered = Signal(int)
    duplicate = Signal(int)
    remove = Signal(int)
    moved = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._morph = Morph(())
        self._most = 0
        self._frames: list[int] = []
        self._lengths: list[int] = []
        self._loras: Sequence[Lora] = ()
        self._shape = (1, 1)
        self._last_frame = 0
        self._first = 0
        self._filled = 0
        self._selected = -1
        self._vocabulary: Vocabulary | None = None
        self._gap: int | None = None
        # What each row shows; it may take a moment until that is its keyframe.
        self._contents: list[tuple[object, ...]] = []
        self.cards: list[KeyframeCard] = []
        self.ways: list[WayRow] = []
        self._fill_more = QTimer(self, singleShot=True, interval=0)
        self._fill_more.timeout.connect(self._fill)
        self.earlier = OthersButton(self.tr("{count} earlier prompts"), self)
        self.later = OthersButton(self.tr("{count} more prompts"), self)
        self.earlier.clicked.connect(lambda: self._turn_to(max(self._first - MOST_ROWS, 0)))
        self.later.clicked.connect(lambda: self._turn_to(self._first + self._row_count))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(_beside_handles(self.earlier))
        layout.addLayout(self._rows)
        layout.addLayout(_beside_handles(self.later))
        self._line = _DropLine(self)

    def show_morph(
        self,
        morph: Morph,
        most: int,
        frames: list[int],
        lengths: list[int],
        last_frame: int,
        loras: Sequence[Lora] = (),
        shape: tuple[int, int] = (1, 1),
    ) -> None:
        """Shows a morph.

        Args:
            morph: The path.
            most: How many keyframes there may be.
            frames: The frames that its keyframes are on, or nearest to.
            lengths: How many frames each way takes.
            last_frame: The walk's, from 0.
            loras: Those of the model, where their strengths vary along the path; else none.
            shape: Height and width of the walk's frames.
        """
        row = self._row_in_use()
        number = None if row is None else followed(self._first + row, self._morph, morph)
        self._loras, self._shape = loras, shape
        self._morph, self._most = morph, most
        self._frames, self._lengths, self._last_frame = frames, lengths, last_frame
        if row is None or number is None or number == self._first + row:
            self._show_page(self._first)
        else:
            self._take_along(row, number)

    def show_vocabulary(self, vocabulary: Vocabulary | None) -> None:
        """Takes what the model reads."""
        self._vocabulary = vocabulary
        self._show_page(self._first)

    def select(self, number: int) -> None:
        """Marks a keyframe."""
        self._selected = number
        for row in range(self._filled):
            self._show_selected(row)

    def focus_prompt(self, number: int) -> None:
        """Puts the cursor into the prompt of a keyframe, and turns to it where it isn't on the page."""
        if not 0 <= number < len(self._morph.keyframes):
            return
        if not self._first <= number < self._first + self._row_count:
            self._show_page(max(number - ROWS_BEFORE, 0))
        while self._filled <= number - self._first:
            self._fill()
        card = self.cards[number - self._first]
        card.focus_prompt()
        self._scroll_to(card)

    def focus_own(self, number: int, guidance: bool) -> None:
        """Comes to what a keyframe has of its own: its guidance, or its seed."""
        row = number - self._first
        if not 0 <= row < self._filled or (own := self.cards[row].own) is None:
            return
        field = own.guidance if guidance else own.seed
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        area = self._scroll_area()
        if area:
            # Later: a field that was only just made has no place yet.
            QTimer.singleShot(0, field, lambda: area.ensureWidgetVisible(field, 0, 24))

    @property
    def _row_count(self) -> int:
        return min(len(self._morph.keyframes) - self._first, MOST_ROWS)

    def _turn_to(self, first: int) -> None:
        self._show_page(first)
        self.focus_prompt(first)

    def _row_in_use(self) -> int | None:
        """The row that has the keyboard, or gets it when its window does; None where another place has it."""
        focus = self.window().focusWidget()
        for row, pair in enumerate(zip(self.cards[: self._filled], self.ways, strict=False)):
            if focus and any(each.isAncestorOf(focus) for each in pair):
                return row
        return None

    def _take_along(self, row: int, number: int) -> None:
        """Shows the keyframe that one is at in another place, by the same card: it gets the next key."""
        on_page = self._first <= number < self._first + MOST_ROWS
        self._first = self._on_page(self._first if on_page else number - row)
        place = number - self._first
        while len(self.cards) <= place:
            self._make_row(len(self.cards))
        self._move_row(row, place)
        self._show_page(self._first)
        while self._filled <= place:
            self._fill()
        self._scroll_to(self.cards[place])

    def _move_row(self, row: int, place: int) -> None:
        # As itself, with its cursor and what is half typed, which other fields wouldn't have.
        self.cards.insert(place, self.cards.pop(row))
        self.ways.insert(place, self.ways.pop(row))
        self._contents.insert(place, self._contents.pop(row))
        moved = self.cards[place], self.ways[place]
        for widget in moved:
            self._rows.removeWidget(widget)
        for number, widget in enumerate(moved):
            self._rows.insertWidget(2 * place + number, widget)
        self._lead_tab_through(place)

    def _on_page(self, first: int) -> int:
        """Where a page begins that is to begin at a keyframe, which may be gone, or fit with all others."""
        count = len(self._morph.keyframes)
        return max(min(first, count - 1), 0) if count > MOST_ROWS else 0

    def _show_page(self, first: int) -> None:
        count = len(self._morph.keyframes)
        self._first = self._on_page(first)
        self._filled = 0
        while len(self.cards) > self._row_count:
            self._contents.pop()
            for row in (self.cards.pop(), self.ways.pop()):
                self._rows.removeWidget(row)
                row.hide()
                row.deleteLater()
        self.earlier.show_count(self._first)
        self.later.show_count(count - self._first - self._row_count)
        self._fill()

    def _fill(self) -> None:
        """Fills some of the rows that are still to be filled, and the others later."""
        characters = 0
        # Else each row that is made would lay out all of them.
        self._column.setEnabled(False)
        while self._filled < self._row_count and characters < CHARACTERS_AT_ONCE:
            characters += self._fill_row(self._filled)
            self._filled += 1
        self._column.setEnabled(True)
        if self._filled < self._row_count:
            self._fill_more.start()
        else:
            self._fill_more.stop()

    def _fill_row(self, row: int) -> int:
        """Fills a row, and says how many characters it was worth."""
        if row == len(self.cards):
            self._make_row(row)
        number, keyframes = self._first + row, self._morph.keyframes
        keyframe, card, way = keyframes[number], self.cards[row], self.ways[row]
        card.show_vocabulary(self._vocabulary)
        frame = min(self._frames[number], self._last_frame)
        loras, mix = self._loras_at(keyframe), self._mix_of(keyframe)
        had_picture = card.shows_picture
        card.show_keyframe(number, len(keyframes), self._most, keyframe, frame, loras, mix, self._shape)
        self._show_selected(row)
        last = number == len(keyframes) - 1
        way.setVisible(self._morph.closed or not last)
        if number < len(self._lengths):
            way.show_way(number, keyframe, self._lengths[number], leads_back=last)
        content = (keyframe.prompt, keyframe.negative_prompt, self._vocabulary)
        if content == self._contents[row]:
            if had_picture and not card.shows_picture:
                # What was below the picture has moved up, out of sight maybe.
                self._scroll_to(card)
            return 0
        self._contents[row] = content
        return ROW_CHARACTERS + len(keyframe.prompt) + len(keyframe.negative_prompt)

    def _loras_at(self, keyframe: Keyframe) -> Sequence[Lora]:
        if not keyframe.lora_strengths:
            return self._loras
        # One of both is shown late, right after an edit.
        both = zip(self._loras, keyframe.lora_strengths, strict=False)
        return [replace(lora, strength=strength) for lora, strength in both]

    def _mix_of(self, keyframe: Keyframe) -> str:
        return mixed_names(keyframe.embeddings.positive, self._morph) if keyframe.mix else ""

    def _show_selected(self, row: int) -> None:
        self.cards[row].show_selected(self._first + row == self._selected)

    def _make_row(self, row: int) -> None:
        card, way = KeyframeCard(self), WayRow(self)
        card.prompt_edited.connect(lambda text: self._report(self.prompt_edited, card, text))
        card.negative_prompt_edited.connect(
            lambda text: self._report(self.negative_prompt_edited, card, text)
        )
        card.dwell_edited.connect(lambda dwell: self._report(self.dwell_edited, card, dwell))
        card.lora_edited.connect(
            lambda place, strength: self._report(self.lora_edited, card, place, strength)
        )
        card.seed_edited.connect(lambda seed: self._report(self.seed_edited, card, seed))
        card.guidance_edited.connect(lambda scale: self._report(self.guidance_edited, card, scale))
        card.seed_asked.connect(lambda: self._report(self.seed_asked, card))
        card.guidance_asked.connect(lambda: self._report(self.guidance_asked, card))
        card.picture_edited.connect(
            lambda picture, many: self._report(self.picture_edited, card, picture, many)
        )
        card.picture_dropped.connect(lambda pictures: self._report(self.picture_dropped, card, pictures))
        card.prompt_asked.connect(lambda: self._report(self.prompt_asked, card))
        card.entered.connect(lambda: self._report(self.entered, card))
        card.duplicate.connect(lambda: self._report(self.duplicate, card))
        card.remove.connect(lambda: self._report(self.remove, card))
        card.move_up.connect(lambda: self._move(card, -1))
        card.move_down.connect(lambda: self._move(card, 1))
        card.dragged.connect(self._drag)
        card.dropped.connect(lambda: self._drop(card))
        card.drag_cancelled.connect(self._end_drag)
        card.grown.connect(lambda: self._follow(card))
        way.easing_chosen.connect(lambda easing: self._report(self.easing_chosen, card, easing))
        way.span_edited.connect(lambda span: self._report(self.span_edited, card, span))
        self._contents.append(())
        self.cards.append(card)
        self.ways.append(way)
        self._rows.addWidget(card)
        self._rows.addWidget(way)
        self._lead_tab_through(row)

    def _lead_tab_through(self, row: int) -> None:
        # Where it is seen: what is made late comes last otherwise.
        before = fields(self.ways[row - 1])[-1] if row else self.earlier
        card = self.cards[row]
        put_behind(before, (card, *fields(card), *fields(self.ways[row])))

    def _report(self, signal: SignalInstance, card: KeyframeCard, *what: object) -> None:
        # A row that isn't filled yet shows another keyframe.
        if card in self.cards[: self._filled]:
            signal.emit(self._number_of(card), *what)

    def _number_of(self, card: KeyframeCard) -> int:
        return self._first + self.cards.index(card)

    def _move(self, card: KeyframeCard, by: int) -> None:
        if card in self.cards:
            self._report(self.moved, card, self._number_of(card) + by)

    def _scroll_to(self, card: KeyframeCard) -> None:
        area = self._scroll_area()
        if area:
            # Later: a card that was only just made has no place yet.
            QTimer.singleShot(0, card, lambda: area.ensureWidgetVisible(card, 0, 8))

    def _follow(self, card: KeyframeCard) -> None:
        """Keeps all of a card in sight that grows while one writes in it."""
        area, focus = self._scroll_area(), QApplication.focusWidget()
        if focus and card.isAncestorOf(focus) and area and card.height() <= area.viewport().height():
            self._scroll_to(card)

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

    def _drop(self, card: KeyframeCard) -> None:
        gap = self._gap
        self._end_drag()
        if gap is not None and card in self.cards:
            self._report(self.moved, card, self._first + gap - (gap > self.cards.index(card)))

    def _end_drag(self) -> None:
        self._gap = None
        self._line.hide()


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


def _beside_handles(button: QWidget) -> QHBoxLayout:
    # As wide as a card: the diamonds stand out at the left.
    indented = QHBoxLayout()
    indented.setContentsMargins(HANDLE // 2, 0, 0, 0)
    indented.addWidget(button)
    return indented

"""The editor of a blend: its prompts. Their weights are drawn on the map."""

from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from sd3explorer.app.path.path_editor import PathEditor
from sd3explorer.app.path.picture_field import PictureField, shape_of
from sd3explorer.app.path.prompt_card import PromptCard
from sd3explorer.app.path.prompt_edit import CHARACTERS_AT_ONCE
from sd3explorer.presets.tokens import Vocabulary
from sd3explorer.walk.model import ModelFacts
from sd3explorer.walk.paths import Blend, Prompts
from sd3explorer.walk.pictures import KeyframePicture
from sd3explorer.walk.walk import Walk

# Cards of more prompts would take seconds to make and to lay out.
PAGE = 12


class PinCard(PromptCard):
    """A pin: its prompts, and its picture if it has one.

    Signals:
        picture_edited: As `PictureField.edited`.
    """

    picture_edited = Signal(object, bool)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.picture: PictureField | None = None

    def show_picture(self, number: int, picture: KeyframePicture | None, shape: tuple[int, int]) -> None:
        """Shows the picture.

        Args:
            number: The pin's place among all, from 0.
            picture: What it has of one; None where it has none.
            shape: Height and width of the walk's frames.
        """
        if picture is not None and self.picture is None:
            # Made late, as few pins have any.
            self.picture = PictureField(self)
            self.picture.edited.connect(self.picture_edited)
            self.column.insertWidget(0, self.picture)
        if self.picture is not None:
            self.picture.show_picture(number, picture, shape)


class BlendEditor(PathEditor):
    """Shows the prompts of a blend, a page at a time, and says what it should become."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._blend = Blend.of([Prompts()])
        self._first = 0
        # Prompts and negative prompts of the page that are shown by now.
        self._filled = 0
        self._vocabulary: Vocabulary | None = None
        self._walk, self._facts = Walk(), None
        self._fill_more = QTimer(self, singleShot=True, interval=0)
        self._fill_more.timeout.connect(self._fill)
        self.cards: list[PinCard] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        self.previous = QPushButton(self.tr("Earlier prompts"))
        self.next = QPushButton(self.tr("More prompts"))
        for button, pages in ((self.previous, -1), (self.next, 1)):
            button.setProperty("dashed", True)
            button.clicked.connect(lambda _, pages=pages: self._turn(pages))
        turns = QHBoxLayout()
        turns.addWidget(self.previous)
        turns.addWidget(self.next)
        self.note = QLabel(wordWrap=True)
        self.note.setProperty("role", "dim")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(self._column)
        layout.addLayout(turns)
        layout.addWidget(self.note)

    def show_path(self, path: Blend, frames: int) -> None:
        """Shows a blend."""
        self._blend = path
        if self._first >= len(path.pins):
            self._first = 0
        self._show_page()
        text = self.tr("{0} prompts, mixed along a route of {1} keyframes. The map shows and draws it.")
        self.note.setText(text.format(len(path.pins), len(path.keyframes)))

    def show_walk(self, walk: Walk) -> None:
        """Shows a walk's blend."""
        self._walk = walk
        super().show_walk(walk)

    def show_facts(self, facts: ModelFacts | None) -> None:
        """Takes the size of frames, which says what part of a picture they show."""
        self._facts = facts
        self._show_page()

    def show_vocabulary(self, vocabulary: Vocabulary | None) -> None:
        """Takes what the model reads."""
        self._vocabulary = vocabulary
        self._filled = 0
        self._fill()

    def focus_prompt(self) -> None:
        """Puts the cursor into the first prompt of the page."""
        self.cards[0].fields.focus_prompt()

    def _turn(self, pages: int) -> None:
        self._first += pages * PAGE
        self._show_page()

    def _show_page(self) -> None:
        count = len(self._blend.pins)
        shown = min(count - self._first, PAGE)
        while len(self.cards) < shown:
            self._add_card()
        for place, card in enumerate(self.cards):
            card.setVisible(place < shown)
            name = self.tr("Prompt {0}").format(self._first + place + 1)
            card.fields.prompt.edit.setAccessibleName(name)
            card.fields.prompt.edit.setPlaceholderText(name)
            if place < shown:
                number = self._first + place
                card.show_picture(number, self._blend.pins[number].picture, shape_of(self._walk, self._facts))
        self.previous.setVisible(self._first > 0)
        self.next.setVisible(self._first + PAGE < count)
        self._filled = 0
        self._fill()

    def _add_card(self) -> None:
        card = PinCard(self.tr("Prompt {0}").format(len(self.cards) + 1))
        place = len(self.cards)
        card.edited.connect(lambda prompts, negative: self._set_prompts(place, prompts, negative))
        card.picture_edited.connect(lambda picture, often: self._set_picture(place, picture, often))
        self.cards.append(card)
        self._column.addWidget(card)

    def _fill(self) -> None:
        """Fills the cards, long texts one by one, so that the window needn't wait."""
        pins = self._blend.pins[self._first : self._first + PAGE]
        characters = 0
        while self._filled < 2 * min(len(pins), len(self.cards)) and characters < CHARACTERS_AT_ONCE:
            place, negative = divmod(self._filled, 2)
            characters += self.cards[place].fill(pins[place].prompts, self._vocabulary, bool(negative))
            self._filled += 1
        if self._filled < 2 * min(len(pins), len(self.cards)):
            self._fill_more.start()

    def _set_prompts(self, place: int, prompts: Prompts, negative: bool) -> None:
        number = self._first + place
        if 2 * place + negative >= self._filled or number >= len(self._blend.pins):
            # It still shows other prompts.
            return
        pins = list(self._blend.pins)
        # The card may still show what another pin avoids.
        pins[number] = (
            replace(pins[number], negative_prompt=prompts.negative_prompt)
            if negative
            else replace(pins[number], prompt=prompts.prompt)
        )
        text = self.tr("edit what prompt {0} avoids") if negative else self.tr("edit prompt {0}")
        merge = f"{'negative ' if negative else ''}pin {number}"
        self.edited.emit(replace(self._blend, pins=tuple(pins)), text.format(number + 1), merge)

    def _set_picture(self, place: int, picture: KeyframePicture | None, one_of_many: bool) -> None:
        number = self._first + place
        pins = list(self._blend.pins)
        pins[number] = replace(pins[number], picture=picture)
        text = self.tr("change picture {0}") if picture else self.tr("remove picture {0}")
        merge = f"picture of pin {number}" if one_of_many else ""
        self.edited.emit(replace(self._blend, pins=tuple(pins)), text.format(number + 1), merge)

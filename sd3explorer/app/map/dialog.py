"""The map's window: pins, the picture under the pointer, and the route that becomes the walk's path."""

import secrets
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from sd3explorer.app.drops import PictureDrops
from sd3explorer.app.frames.frames import Frames
from sd3explorer.app.map.aside import MapAside
from sd3explorer.app.map.board import Board, board_of
from sd3explorer.app.map.feed import MapFeed
from sd3explorer.app.map.pin_bar import PinBar
from sd3explorer.app.map.view import MapView, ShownPin, ShownWalk
from sd3explorer.app.message_text import as_sentence
from sd3explorer.app.path.picture_field import shape_of, shown_part
from sd3explorer.app.picture_source import PictureSource, Taken
from sd3explorer.app.playhead import Playhead
from sd3explorer.app.rendering.render_control import RenderControl
from sd3explorer.app.rendering.render_thread import RenderThread
from sd3explorer.app.screen import resize_within_screen
from sd3explorer.app.sheet.plan import drawn
from sd3explorer.render.messages import EngineSettings, Measured
from sd3explorer.render.store import FrameStore
from sd3explorer.walk.editing import even_from_the_start
from sd3explorer.walk.limits import MAX_PINS
from sd3explorer.walk.map.layout import Points
from sd3explorer.walk.map.mixing import Layout
from sd3explorer.walk.paths import Pin, Place
from sd3explorer.walk.pictures import MAX_PICTURES, KeyframePicture, Mode
from sd3explorer.walk.recipe import Prompt
from sd3explorer.walk.walk import Walk

FIRST_SIZE = QSize(980, 720)
# Before the picture is refined that the pointer rests at.
MILLISECONDS_OF_CALM = 350
MILLISECONDS_BETWEEN_LINES = 250
# Of the walk's line, and of the pictures along it.
MOST_POINTS, MOST_PICTURES = 200, 7


class MapDialog(QDialog):
    """Shows prompts as pins on a plane; one walks between them by hand.

    Args:
        frames: The walk and its frames.
        playhead: Which frame is looked at.
        control: What renders.
        thread: What reports pictures and distances.
        store: Where pictures are kept.
        parent: Qt's owner.

    Signals:
        edited: The walk as it should become, the name of the edit, and its merge key.
    """

    edited = Signal(object, str, str)

    def __init__(
        self,
        frames: Frames,
        playhead: Playhead,
        control: RenderControl,
        thread: RenderThread,
        store: FrameStore,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Map"))
        self._frames, self._playhead, self._control, self._thread = frames, playhead, control, thread
        self._walk, self._board = Walk(), Board()
        # The distances that the places of now come from, by prompt.
        self._measured: Measured | None = None
        # The engine that is asked for others; None is none for the model of now.
        self._asked: EngineSettings | None = None
        self._problem = ""
        # What came of what was asked for last, in the place of a hint.
        self._answer = ""
        self._source = PictureSource(self)
        self._source.taken.connect(self._take_pictures)
        PictureDrops(self).dropped.connect(self._source.take)
        self._feed = MapFeed(control, thread, store, self)
        self._feed.changed.connect(self._show_picture)
        self._calm = QTimer(self, singleShot=True, interval=MILLISECONDS_OF_CALM)
        self._calm.timeout.connect(self._feed.refine)
        self._make_widgets()
        resize_within_screen(self, FIRST_SIZE)
        thread.measured.connect(self._take_distances)
        thread.measuring_failed.connect(self._take_trouble)
        frames.reset.connect(self._look_again)
        # Frames may come by dozens.
        self._line_soon = QTimer(self, singleShot=True, interval=MILLISECONDS_BETWEEN_LINES)
        self._line_soon.timeout.connect(self._show_line)
        frames.changed.connect(lambda *_: self._show_line_soon())
        playhead.moved.connect(lambda _: self._show_line())

    def show_walk(self, walk: Walk) -> None:
        """Shows the map of another walk, while it is open."""
        before, self._walk = self._walk, walk
        if walk.model != before.model:
            # Another model takes other prompts for alike.
            self._measured = self._asked = None
        if self.isVisible() and walk != before:
            self._take_board(board_of(walk, self._board))

    def forget(self) -> None:
        """Begins anew with another document: nothing that was drawn or seen is about it."""
        self._board, self._answer = Board(), ""
        self._source.forget()
        self._feed.forget()
        self.view.look_at_nothing()
        self.view.let_go()
        self.aside.closed.setChecked(False)
        self.aside.mix.clear()
        self._show_picture()

    def shut_down(self) -> None:
        """Closes it and ends its threads. For when the app ends."""
        self.hide()
        self._rest()
        self._source.wait()
        self._feed.close()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """Begins with the walk of now."""
        super().showEvent(event)
        if not event.spontaneous():
            self._take_board(board_of(self._walk, self._board))
            alone = len(self._board.pins) < 2
            (self.bar.prompt if alone else self.view).setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 (Qt's name)
        """Ends its rendering."""
        self._rest()
        super().closeEvent(event)

    def reject(self) -> None:
        """Closes it by Escape."""
        self._rest()
        super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Pastes a picture."""
        if not (event.matches(QKeySequence.StandardKey.Paste) and self._source.paste()):
            super().keyPressEvent(event)

    def use_route(self) -> None:
        """Makes the walk go along the route."""
        if not self._board.has_route:
            return
        walk = replace(self._walk, path=self._board.blend(), placement=None)
        self._board = replace(self._board, strokes=())
        self.edited.emit(even_from_the_start(walk, self._walk), self.tr("Walk along a route"), "")
        self._answer = self.tr("The walk follows it now: render it, or undo to get its previous path back")
        self._show_board()

    def _rest(self) -> None:
        self._calm.stop()
        self._line_soon.stop()
        self._feed.look(None)

    def _make_widgets(self) -> None:
        self.view = MapView()
        self.view.looked_at.connect(self._look_at)
        self.view.stroke_drawn.connect(self._draw)
        self.view.pin_moved.connect(self._move)
        self.view.pin_chosen.connect(lambda _: self._show_buttons())
        self.view.removal_asked.connect(self._remove)
        self.view.step_back_asked.connect(self._step_back)
        self.bar = PinBar()
        self.bar.layout_chosen.connect(self._choose_layout)
        self.bar.prompts_added.connect(lambda texts: self._add(*map(Pin, texts)))
        self.bar.picture_asked.connect(lambda: self._source.choose(self.tr("Picture for the map")))
        self.bar.seed_asked.connect(self._add_seed)
        self.bar.arranging_asked.connect(self._arrange)
        self.bar.removal_asked.connect(self._remove)
        self.aside = MapAside()
        self.aside.step_back_asked.connect(self._step_back)
        self.aside.clearing_asked.connect(self._clear)
        self.aside.closing_set.connect(lambda closed: self._change(replace(self._board, closed=closed)))
        self.aside.walk_asked.connect(self.use_route)
        columns, layout = QHBoxLayout(), QVBoxLayout(self)
        columns.addWidget(self.view, 1)
        columns.addWidget(self.aside)
        layout.addWidget(self.bar)
        layout.addLayout(columns, 1)

    def _take_board(self, board: Board) -> None:
        """Shows another board, and finds out where its new pins belong."""
        self._board = board
        prompts = _prompts(board)
        if self._measured is None or not set(prompts) <= set(self._measured.prompts):
            self._measure(prompts)
        elif any(each.pin.place is None for each in board.pins):
            self._board = board.placed(self._angles())
        self._show_board()

    def _measure(self, prompts: tuple[Prompt, ...]) -> None:
        settings = self._control.engine_settings
        # Else of another model, which is still being looked up.
        if settings is not None and self._frames.walk.model == self._walk.model:
            self._problem, self._asked = "", settings
            self._thread.measure(settings, prompts)

    def _take_distances(self, measured: Measured, settings: EngineSettings) -> None:
        if settings != self._asked or not set(_prompts(self._board)) <= set(measured.prompts):
            return
        self._measured = measured
        self._board = self._board.placed(self._angles())
        self._show_board()

    def _take_trouble(self, reason: str) -> None:
        self._problem = reason
        self._show_hint()

    def _angles(self) -> Points:
        assert self._measured is not None
        numbers = {prompt: number for number, prompt in enumerate(self._measured.prompts)}
        order = [numbers[Prompt.of(each.pin.prompt)] for each in self._board.pins]
        return np.asarray(self._measured.angles, np.float64)[np.ix_(order, order)]

    def _look_again(self) -> None:
        """The walk's model became known, or another one."""
        if self.isVisible():
            self._take_board(self._board)

    def _change(self, board: Board) -> None:
        self._answer = ""
        self._board = board
        self._show_board()

    def _choose_layout(self, layout: Layout) -> None:
        self._change(replace(self._board, layout=layout))
        self.view.setFocus()
        if self.view.cross is not None:
            self._look_at(self.view.cross)

    def _add(self, *pins: Pin) -> None:
        board = self._board.with_pins(pins)
        is_new = len(board.pins) > len(self._board.pins)
        # A full map says so by itself.
        self._answer = "" if is_new or not board.room else self.tr("That is already on the map")
        self._take_board(board)

    def _add_seed(self) -> None:
        if self.view.chosen is not None:
            self._take_board(self._board.with_another_seed(self.view.chosen, drawn(1, secrets.randbelow)[0]))

    def _take_pictures(self, given: list[Taken]) -> None:
        if not self.isVisible():
            return
        answers = [self._pin_picture(taken) for taken in given]
        self._answer = " ".join(dict.fromkeys(answer for answer in answers if answer))
        self._show_hint()

    def _pin_picture(self, taken: Taken) -> str:
        """What is to be said of a picture that was given, or "" where it simply is a pin now."""
        if taken.picture is None:
            return taken.problem
        if len(self._board.pictures) >= MAX_PICTURES:
            return self.tr("A walk has at most {0} pictures").format(MAX_PICTURES)
        self._add(Pin(picture=KeyframePicture(taken.picture, Mode.THROUGH, 0.0)))
        return self._answer

    def _remove(self) -> None:
        number = self.view.chosen
        if number is not None and len(self._board.pins) > 1 and self._board.pins[number].added:
            self._change(self._board.without(number))

    def _arrange(self) -> None:
        if self._measured is not None:
            self._change(self._board.arranged_anew(self._angles()))

    def _draw(self, stroke: list[Place]) -> None:
        self._change(replace(self._board, strokes=(*self._board.strokes, tuple(stroke))))

    def _clear(self) -> None:
        self._change(replace(self._board, strokes=()))

    def _move(self, number: int, place: Place) -> None:
        self._change(self._board.with_pin_at(number, place))

    def _step_back(self) -> None:
        self._change(replace(self._board, strokes=self._board.strokes[:-1]))

    def _look_at(self, place: Place) -> None:
        facts = self._frames.facts
        self.view.show_mix(self._board.mix(place))
        there = self._board.walk_at(self._walk, place)
        index = min(self._playhead.index, there.frame_count - 1)
        self.aside.mix.setText(self._board.described(place))
        if facts is None or self._frames.walk.model != self._walk.model:
            self._show_hint()
            return
        self._feed.look(there.recipe(index, facts))
        self._calm.start()

    def _show_board(self) -> None:
        board = self._board
        self.view.show_pins(self._shown_pins())
        route = board.route
        self.view.show_route([*route, route[0]] if board.closed and len(route) > 1 else route)
        self._show_line()
        self._show_buttons()
        self._show_hint()
        self._show_picture()

    def _shown_pins(self) -> list[ShownPin]:
        board, shape = self._board, shape_of(self._walk, self._frames.facts)
        parts = enumerate(zip(board.places, board.names(), board.pins, strict=True))
        return [
            ShownPin(
                place,
                name,
                each.pin.prompt or name,
                board.layout is Layout.MAP,
                number < board.shown,
                each.pin.picture and shown_part(each.pin.picture, shape),
                replace(each.pin, place=None),
            )
            for number, (place, name, each) in parts
        ]

    def _show_buttons(self) -> None:
        board = self._board
        self.bar.show_board(board, self.view.chosen, self._measured is not None)
        self.aside.show_board(board)

    def _show_hint(self) -> None:
        self.aside.hint.setText(self._hint())

    def _hint(self) -> str:
        if self._answer:
            return self._answer
        if self._problem:
            return self.tr("Pins are on a circle: {0}").format(self._problem)
        if self._frames.facts is None:
            return as_sentence(self._frames.absence)
        if len(self._board.pins) < 2:
            return self.tr("Add prompts or pictures: between two or more of them there is something to find")
        if self._board.room == 0:
            return self.tr("The map is full: there is room for {0} pins").format(MAX_PINS)
        if self._measured is None:
            return self.tr("Finding out how far apart the prompts are…")
        if self._board.has_route:
            return self.tr("Draw on, or click to continue the route straight; Backspace takes it back")
        return self.tr(
            "Move over the map to look around · drag to draw a route · click pins to go through them"
        )

    def _show_picture(self) -> None:
        text = self._feed.failure or self.tr("Move over the map to see what is mixed there")
        self.aside.picture.show_picture(self._feed.image, self._feed.is_draft, text)

    def _show_line_soon(self) -> None:
        if self.isVisible() and not self._line_soon.isActive():
            self._line_soon.start()

    def _show_line(self) -> None:
        if not self.isVisible():
            return
        walk = self._frames.placed_walk if self._frames.walk == self._walk else self._walk
        count, index = walk.frame_count, min(self._playhead.index, walk.frame_count - 1)
        line = [self._board.place_of(walk, number) for number in _spread(count, MOST_POINTS)]
        pictures = [
            (place, image)
            for number in _spread(count, MOST_PICTURES)
            if (place := self._board.place_of(walk, number)) is not None
            and (image := self._frames.thumbnail(number)) is not None
        ]
        self.view.show_walk(
            ShownWalk(
                tuple(place for place in line if place is not None),
                self._board.place_of(walk, index),
                tuple(pictures),
            )
        )


def _prompts(board: Board) -> tuple[Prompt, ...]:
    return tuple(dict.fromkeys(Prompt.of(each.pin.prompt) for each in board.pins))


def _spread(count: int, most: int) -> list[int]:
    """Some numbers below one, evenly, the first and the last among them."""
    if count <= most:
        return list(range(count))
    return [round(number * (count - 1) / (most - 1)) for number in range(most)]

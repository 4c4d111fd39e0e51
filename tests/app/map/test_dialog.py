"""The map by real events, with an engine that paints gradients."""

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sd3explorer.app.map.dialog import MapDialog
from sd3explorer.walk.limits import MAX_PINS
from sd3explorer.walk.map.layout import CORNERS
from sd3explorer.walk.map.mixing import Layout
from sd3explorer.walk.mix import Mix
from sd3explorer.walk.model import Model
from sd3explorer.walk.paths import Blend, Grid, Keyframe, Morph, Pin, Prompts
from sd3explorer.walk.pictures import KeyframePicture, Mode, picture_of
from sd3explorer.walk.recipe import Gaussian, Inverted
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.timing import Motion, Timing
from sd3explorer.walk.walk import Walk
from tests.gradient import CrashingInMeasuringModel, GradientModel

WALK = Walk(
    path=Morph((Keyframe("a dog"), Keyframe("a cat with a hat"), Keyframe("a fox in the snow at night"))),
    timing=Timing(9, motion=Motion.STEADY),
    sampler=Sampler(16, 1.0),
)


class Desk:
    """A bench with a map on it."""

    def __init__(self, qtbot, bench, store, walk=WALK):
        self.qtbot, self.bench = qtbot, bench
        bench.show(walk)
        self.walk, self.edits = walk, []
        self.map = MapDialog(bench.frames, bench.playhead, bench.control, bench.thread, store)
        qtbot.addWidget(self.map)
        self.map.edited.connect(self.take)
        self.map.show_walk(walk)

    def take(self, walk, text, merge):
        self.edits.append(text)
        self.walk = walk
        self.bench.show(walk)
        self.map.show_walk(walk)

    def open(self):
        with self.qtbot.waitExposed(self.map):
            self.map.show()
        self.qtbot.waitUntil(lambda: self.map._measured is not None)
        return self.map

    def move(self, *places):
        for place in places:
            QTest.mouseMove(self.map.view, self.map.view.spot(place).toPoint())

    def drag(self, *places):
        view = self.map.view
        QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=view.spot(places[0]).toPoint())
        self.move(*places[1:])
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=view.spot(places[-1]).toPoint())

    def click(self, place):
        QTest.mouseClick(self.map.view, Qt.MouseButton.LeftButton, pos=self.map.view.spot(place).toPoint())


@pytest.fixture
def desk(qtbot, bench_with, store):
    desk = Desk(qtbot, bench_with(GradientModel), store)
    yield desk
    desk.map.shut_down()


def test_pins_lie_where_their_prompts_belong(desk):
    opened = desk.open()
    dog, cat, fox = opened._board.places
    apart = [abs(one[0] - other[0]) + abs(one[1] - other[1]) for one, other in ((dog, cat), (dog, fox))]
    assert apart[0] < apart[1]


def test_the_picture_under_the_pointer_comes_as_a_draft_and_then_in_full(qtbot, bench_with, store):
    desk = Desk(qtbot, bench_with(apart=True), store)
    opened = desk.open()
    desk.move((0.4, 0.4), (0.45, 0.45))
    qtbot.waitUntil(lambda: opened._feed.image is not None)
    qtbot.waitUntil(lambda: not opened._feed.is_draft)
    assert opened.aside.picture._image is not None
    assert "%" in opened.aside.mix.text()
    desk.map.shut_down()


def test_what_rounds_to_nothing_is_not_named(desk):
    board = desk.open()._board
    (left, top), (right, bottom), _ = board.places
    way = [(left + share * (right - left), top + share * (bottom - top)) for share in np.linspace(0, 0.3, 40)]
    assert any(0.0 < weight < 0.005 for place in way for weight in board.mix(place))
    assert not any(" 0\N{NO-BREAK SPACE}%" in board.described(place) for place in way)


def test_the_last_place_wins(desk, qtbot):
    opened = desk.open()
    desk.move(*((0.2 + step / 40, 0.5) for step in range(20)))
    last = opened._feed._looked_at
    qtbot.waitUntil(lambda: opened._feed._store.has(last.digest))


def test_a_route_that_is_drawn_becomes_a_blend_in_one_step(desk):
    opened = desk.open()
    desk.drag((0.1, 0.9), (0.3, 0.5), (0.9, 0.9))
    assert opened.aside.use.isEnabled()
    opened.aside.use.click()
    assert desk.edits == ["Walk along a route"]
    path = desk.walk.path
    assert isinstance(path, Blend)
    assert [pin.prompt for pin in path.pins] == [each.prompt for each in WALK.path.keyframes]
    assert desk.walk.frame_count == 9
    assert not opened.aside.use.isEnabled()


def test_a_click_leads_through_a_pin(desk):
    opened = desk.open()
    first, second, _ = opened._board.places
    desk.click(first)
    desk.click(second)
    opened.aside.use.click()
    weights = [keyframe.weights for keyframe in desk.walk.path.keyframes]
    assert (weights[0], weights[-1]) == ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0))


def test_steps_are_taken_back(desk):
    opened = desk.open()
    desk.drag((0.1, 0.9), (0.9, 0.9))
    desk.click((0.5, 0.95))
    opened.view.setFocus()
    QTest.keyClick(opened.view, Qt.Key.Key_Backspace)
    assert len(opened._board.strokes) == 1
    opened.aside.clear.click()
    assert not opened._board.strokes
    assert not opened.aside.use.isEnabled()


def test_a_pin_is_moved_by_hand_and_stays_there(desk):
    opened = desk.open()
    desk.drag(opened._board.places[0], (0.5, 0.9), (0.6, 0.9))
    assert opened._board.places[0] == pytest.approx((0.6, 0.9), abs=0.01)
    opened.bar.arrange.click()
    assert opened._board.places[0] == pytest.approx((0.6, 0.9), abs=0.01)
    assert not opened._board.strokes


def test_another_prompt_is_put_where_it_belongs_and_the_others_stay(desk, qtbot):
    opened = desk.open()
    before = opened._board.places
    QTest.keyClicks(opened.bar.prompt, "a bear")
    QTest.keyClick(opened.bar.prompt, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: all(each.pin.place for each in opened._board.pins))
    assert opened._board.places[:3] == before
    assert opened.bar.prompt.text() == ""
    desk.click(opened._board.places[3])
    opened.bar.remove.click()
    assert len(opened._board.pins) == 3


def test_the_prompts_of_the_walk_stay_on_its_map(desk):
    opened = desk.open()
    desk.click(opened._board.places[0])
    assert not opened.bar.remove.isEnabled()


def test_it_goes_by_keys_alone(desk):
    opened = desk.open()
    view = opened.view
    view.setFocus()
    for key in (Qt.Key.Key_N, Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return):
        QTest.keyClick(view, key)
    assert len(opened._board.strokes) == 2
    assert opened._board.route[0] == opened._board.places[0]


def test_a_grid_is_a_square_in_which_one_moves_freely(qtbot, bench_with, store):
    corners = tuple(Prompts(text) for text in ("a dog", "a cat", "a fox", "an owl"))
    walk = replace(WALK, path=Grid(corners, 3, 3))
    desk = Desk(qtbot, bench_with(GradientModel), store, walk)
    opened = desk.open()
    assert opened._board.layout is Layout.SQUARE
    assert tuple(opened._board.places) == CORNERS
    desk.drag((0.5, 0.5), (0.5, 0.9))
    opened.aside.use.click()
    assert isinstance(desk.walk.path, Blend)
    assert desk.walk.path.keyframes[0].weights == pytest.approx((0.25,) * 4, abs=0.02)
    desk.map.shut_down()


def test_an_engine_that_ends_while_it_measures_is_reported_and_pins_stay_on_a_circle(
    qtbot, bench_with, store
):
    desk = Desk(qtbot, bench_with(CrashingInMeasuringModel, apart=True), store)
    with qtbot.waitExposed(desk.map):
        desk.map.show()
    qtbot.waitUntil(lambda: "Pins are on a circle" in desk.map.aside.hint.text())
    assert len(desk.map._board.places) == 3
    desk.map.shut_down()


def test_an_empty_map_asks_for_prompts(qtbot, bench_with, store):
    empty = replace(WALK, path=Morph((Keyframe(), Keyframe())))
    desk = Desk(qtbot, bench_with(GradientModel), store, empty)
    opened = desk.open()
    assert "Add prompts or pictures" in opened.aside.hint.text()
    assert opened.focusWidget() is opened.bar.prompt
    qtbot.keyClicks(opened.bar.prompt, "an owl")
    qtbot.keyClick(opened.bar.prompt, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "drag to draw a route" in opened.aside.hint.text())
    desk.map.shut_down()


def test_a_full_map_says_so(desk):
    opened = desk.open()
    opened._change(opened._board.with_pins([Pin(f"thing {number}") for number in range(10_000)]))
    assert len(opened._board.pins) == MAX_PINS
    assert "room for" in opened.aside.hint.text()
    assert not opened.bar.prompt.isEnabled()
    opened._add(Pin("one more"))
    assert "room for" in opened.aside.hint.text()


def photo(tmp_path, name="photo.png"):
    Image.effect_noise((96, 32), 40).convert("RGB").save(tmp_path / name)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / name))])
    return mime


def drop(widget, mime):
    centre, copy = QPointF(widget.rect().center()), Qt.DropAction.CopyAction
    how = mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(centre.toPoint(), copy, *how)
    QApplication.sendEvent(widget, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(widget, QDropEvent(centre, copy, *how))


def test_a_picture_that_is_dropped_is_a_pin_through_which_a_route_leads(desk, qtbot, tmp_path):
    opened = desk.open()
    drop(opened, photo(tmp_path))
    qtbot.waitUntil(lambda: len(opened._board.pins) == 4 and opened._board.pins[3].pin.place is not None)
    assert opened._board.names() == ["dog", "cat with", "fox in the snow at night", "picture"]
    assert opened.view._pins[3].image.width() == opened.view._pins[3].image.height()
    desk.click(opened._board.places[0])
    desk.click(opened._board.places[3])
    opened.use_route()
    pin = desk.walk.path.pins[3]
    assert (pin.picture.mode, pin.picture.strength) == (Mode.THROUGH, 0.0)
    last = desk.walk.path.noise(8, 9, Gaussian(1))
    assert last == Inverted(pin.picture.latents)


def test_each_of_several_pictures_that_are_dropped_is_a_pin(desk, qtbot, tmp_path):
    opened = desk.open()
    mime = photo(tmp_path)
    Image.new("RGB", (32, 32), "teal").save(tmp_path / "other.png")
    (tmp_path / "text.png").write_text("no picture")
    mime.setUrls(
        [QUrl.fromLocalFile(str(tmp_path / name)) for name in ("photo.png", "text.png", "other.png")]
    )
    drop(opened, mime)
    qtbot.waitUntil(lambda: len(opened._board.pins) == 5)
    assert "text.png can't be read as a picture" in opened.aside.hint.text()


def test_a_picture_that_was_dropped_for_another_document_is_no_pin(desk, qtbot, tmp_path):
    opened = desk.open()
    drop(opened, photo(tmp_path))
    opened.forget()
    opened.show_walk(desk.walk)
    opened._source.wait()
    QApplication.processEvents()
    assert not opened._board.pictures


def test_a_route_that_is_being_drawn_goes_on_when_a_picture_arrives(desk, qtbot, tmp_path):
    opened = desk.open()
    drop(opened, photo(tmp_path))
    QTest.mousePress(opened.view, Qt.MouseButton.LeftButton, pos=opened.view.spot((0.02, 0.02)).toPoint())
    desk.move((0.1, 0.05), (0.2, 0.05))
    qtbot.waitUntil(lambda: len(opened._board.pins) == 4)
    desk.move((0.3, 0.05), (0.4, 0.05))
    end = opened.view.spot((0.4, 0.05)).toPoint()
    QTest.mouseRelease(opened.view, Qt.MouseButton.LeftButton, pos=end)
    assert [len(stroke) for stroke in opened._board.strokes] == [5]
    assert not opened.view._stroke


def test_a_route_that_is_being_drawn_is_none_of_another_document(desk):
    opened = desk.open()
    QTest.mousePress(opened.view, Qt.MouseButton.LeftButton, pos=opened.view.spot((0.02, 0.02)).toPoint())
    desk.move((0.1, 0.05))
    opened.forget()
    opened.show_walk(replace(desk.walk, path=Morph((Keyframe("an owl"), Keyframe("a bear")))))
    QTest.mouseRelease(opened.view, Qt.MouseButton.LeftButton, pos=opened.view.spot((0.1, 0.05)).toPoint())
    assert not opened._board.strokes and not opened.view._stroke


def test_the_chosen_pin_stays_chosen_when_others_come_or_go(desk, qtbot, tmp_path):
    opened = desk.open()
    drop(opened, photo(tmp_path))
    desk.click(opened._board.places[1])
    qtbot.waitUntil(lambda: len(opened._board.pins) == 4)
    assert opened.view.chosen == 1
    opened.show_walk(replace(desk.walk, path=Morph(desk.walk.path.keyframes[1:])))
    prompts = [each.pin.prompt for each in opened._board.pins]
    assert prompts[opened.view.chosen] == "a cat with a hat"


def test_distances_that_another_model_measured_are_not_taken(desk):
    opened = desk.open()
    late, settings = opened._measured, desk.bench.control.engine_settings
    opened.show_walk(replace(desk.walk, model=Model("stable_diffusion_3.5_medium")))
    opened._thread.measured.emit(late, settings)
    assert opened._measured is None


def test_a_list_that_is_pasted_is_a_pin_for_each_line(desk, qtbot):
    opened = desk.open()
    QGuiApplication.clipboard().setText("an owl\n\n  a bear \na dog")
    qtbot.keyClick(opened.bar.prompt, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [each.pin.prompt for each in opened._board.pins[3:]] == ["an owl", "a bear"]
    QGuiApplication.clipboard().setText("a horse")
    qtbot.keyClick(opened.bar.prompt, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert opened.bar.prompt.text() == "a horse"


def test_a_picture_is_pasted(desk, qtbot, tmp_path):
    opened = desk.open()
    QGuiApplication.clipboard().setMimeData(photo(tmp_path))
    qtbot.keyClick(opened.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(opened._board.pins) == 4)


def test_a_picture_that_cannot_be_read_is_reported_and_forgotten(desk, qtbot, tmp_path):
    opened = desk.open()
    mime = photo(tmp_path)
    (tmp_path / "photo.png").write_bytes(b"no picture")
    drop(opened, mime)
    qtbot.waitUntil(lambda: "photo.png" in opened.aside.hint.text())
    assert len(opened._board.pins) == 3
    desk.click((0.9, 0.9))
    assert "photo.png" not in opened.aside.hint.text()


def test_pictures_of_keyframes_are_on_the_map_and_the_walk_leads_from_one_to_the_other(
    qtbot, bench_with, store
):
    pictures = [KeyframePicture(picture_of(content)) for content in (b"one", b"other")]
    path = Morph(tuple(Keyframe(picture=each) for each in pictures))
    desk = Desk(qtbot, bench_with(GradientModel), store, replace(WALK, path=path))
    opened = desk.open()
    assert [each.pin.picture for each in opened._board.pins] == pictures
    start, end = opened._board.places
    middle = opened._board.place_of(desk.walk, 4)
    assert middle == pytest.approx(((start[0] + end[0]) / 2, (start[1] + end[1]) / 2))
    desk.map.shut_down()


def test_a_pin_comes_again_with_another_seed_near_to_it(desk, qtbot):
    opened = desk.open()
    assert not opened.bar.seed.isEnabled()
    desk.click(opened._board.places[0])
    opened.bar.seed.click()
    first, *others, new = opened._board.pins
    assert (new.pin.prompt, len(others)) == (first.pin.prompt, 2)
    assert new.pin.seed is not None
    places = opened._board.places
    apart = [abs(place[0] - places[-1][0]) + abs(place[1] - places[-1][1]) for place in places[:-1]]
    assert apart[0] == min(apart)


def test_a_route_stays_when_the_map_is_closed_by_mistake(desk, qtbot):
    opened = desk.open()
    desk.drag((0.1, 0.9), (0.9, 0.9))
    qtbot.keyClick(opened.view, Qt.Key.Key_Escape)
    assert not opened.isVisible()
    opened.show()
    assert opened._board.has_route


def test_nothing_of_a_document_is_on_the_map_of_the_next(desk, qtbot):
    opened = desk.open()
    desk.drag((0.1, 0.9), (0.9, 0.9))
    opened.aside.closed.setChecked(True)
    desk.move((0.4, 0.4), (0.45, 0.45))
    qtbot.waitUntil(lambda: opened._feed.image is not None)
    opened.close()
    opened.forget()
    desk.take(Walk(path=Morph((Keyframe("a bear"), Keyframe("an owl")))), "another", "")
    opened.show()
    assert not opened._board.has_route
    assert (opened.aside.mix.text(), opened.aside.closed.isChecked()) == ("", False)
    assert (opened.aside.picture._image, opened.view.cross) == (None, None)
    assert [each.pin.prompt for each in opened._board.pins] == ["a bear", "an owl"]


def test_what_is_there_already_is_not_added_without_a_word(desk, qtbot):
    opened = desk.open()
    qtbot.keyClicks(opened.bar.prompt, "a dog")
    qtbot.keyClick(opened.bar.prompt, Qt.Key.Key_Return)
    assert opened.aside.hint.text() == "That is already on the map"
    desk.drag((0.1, 0.9), (0.9, 0.9))
    assert "Draw on" in opened.aside.hint.text()
    opened.use_route()
    assert "The walk follows it now" in opened.aside.hint.text()


def test_a_square_mixes_anew_what_is_under_the_cross(qtbot, bench_with, store):
    four = replace(WALK, path=Morph(tuple(map(Keyframe, ("a dog", "a cat", "a fox", "an owl")))))
    desk = Desk(qtbot, bench_with(GradientModel), store, four)
    opened = desk.open()
    desk.move((0.5, 0.5), (0.52, 0.52))
    before = opened.aside.mix.text()
    opened.bar.layout_chosen.emit(Layout.SQUARE)
    assert opened.aside.mix.text() != before
    desk.map.shut_down()


def test_a_keyframe_between_others_with_a_picture_of_its_own_is_a_pin(qtbot, bench_with, store):
    mix = Mix(Prompts("a dog"), Prompts("a cat"), Fraction(1, 2))
    picture = KeyframePicture(picture_of(b"one"))
    path = Morph((Keyframe("a dog"), Keyframe("a dog", mix=mix, picture=picture), Keyframe("a cat", mix=mix)))
    desk = Desk(qtbot, bench_with(GradientModel), store, replace(WALK, path=path))
    assert [each.pin.picture for each in desk.open()._board.pins] == [None, picture]
    desk.map.shut_down()

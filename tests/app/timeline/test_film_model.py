"""The frames of a walk as the cells of a filmstrip."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from sd3explorer.app.frames.states import FrameState
from sd3explorer.app.timeline.film_model import FilmModel, Role
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk
from tests.app.fake_frames import FakeFrames


@pytest.fixture
def frames(qapp):
    return FakeFrames(Walk(timing=Timing(11)))


@pytest.fixture
def film(frames):
    film = FilmModel(frames)
    film.tester = QAbstractItemModelTester(film)
    return film


def state(film, row):
    return film.data(film.index(row), Role.STATE)


def tooltip(film, row):
    return film.data(film.index(row), Qt.ItemDataRole.ToolTipRole)


def test_every_frame_has_a_cell(film):
    assert film.rowCount() == 11


def test_a_cell_has_the_state_and_picture_of_its_frame(frames, film):
    frames.set_state(3, 3, FrameState.DONE)
    assert state(film, 3) is FrameState.DONE
    picture = film.data(film.index(3), Qt.ItemDataRole.DecorationRole)
    assert picture.pixelColor(0, 0) == frames.colour(3)


def test_a_frame_without_a_picture_is_not_asked_for_one(frames, film):
    frames.set_state(3, 3, FrameState.QUEUED)
    assert film.data(film.index(3), Qt.ItemDataRole.DecorationRole) is None
    assert not frames.asked


def test_a_frame_on_a_bridge_says_so(frames, film):
    frames.bridges = (range(3, 5),)
    assert tooltip(film, 3) == "Frame 4, on a bridge over a cut: not rendered"
    assert tooltip(film, 5) == "Frame 6: not rendered"


def test_frames_share_a_cell(film):
    film.set_group(5)
    assert film.rowCount() == 3
    assert film.frames_of(2) == range(10, 11)


def test_a_shared_cell_shows_the_best_of_its_frames(frames, film):
    film.set_group(5)
    frames.set_state(1, 1, FrameState.FAILED)
    frames.set_state(3, 3, FrameState.DRAFT)
    assert state(film, 0) is FrameState.DRAFT
    frames.set_state(4, 4, FrameState.DONE)
    assert state(film, 0) is FrameState.DONE
    assert film.data(film.index(0), Qt.ItemDataRole.DecorationRole).pixelColor(0, 0) == frames.colour(4)


def test_only_the_cells_of_changed_frames_change(qtbot, frames, film):
    film.set_group(5)
    with qtbot.waitSignal(film.dataChanged) as told:
        frames.set_state(5, 10, FrameState.DONE)
    assert [index.row() for index in told.args[:2]] == [1, 2]


def test_the_same_number_of_frames_keeps_the_cells(qtbot, frames, film):
    with qtbot.assertNotEmitted(film.modelReset), qtbot.waitSignal(film.dataChanged):
        frames.show_walk(Walk(title="another", timing=Timing(11)))


def test_another_number_of_frames_makes_other_cells(qtbot, frames, film):
    with qtbot.waitSignal(film.modelReset):
        frames.show_walk(Walk(timing=Timing(7)))
    assert film.rowCount() == 7


def test_the_tooltip_names_frame_and_state(frames, film):
    frames.set_state(2, 2, FrameState.DRAFT)
    assert tooltip(film, 2) == "Frame 3: draft"


def test_the_tooltip_says_why_a_frame_failed(frames, film):
    frames.set_state(2, 2, FrameState.FAILED)
    assert tooltip(film, 2) == "Frame 3: failed\nThe GPU has no memory left"


def test_the_tooltip_of_a_shared_cell_counts_its_frames(frames, film):
    film.set_group(5)
    frames.set_state(0, 2, FrameState.DONE)
    assert tooltip(film, 0) == "Frames 1 to 5: 3 of 5 rendered"


def test_screen_readers_read_what_the_tooltip_says(film):
    assert film.data(film.index(4), Qt.ItemDataRole.AccessibleTextRole) == "Frame 5: not rendered"

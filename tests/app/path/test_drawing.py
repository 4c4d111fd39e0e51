from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint

from sd3explorer.app.path.drawing import PathDrawing
from sd3explorer.app.path.morph_editor import way_bounds
from sd3explorer.app.theme import colours
from sd3explorer.walk.easing import Easing
from sd3explorer.walk.editing import keyframe_frames
from sd3explorer.walk.noises import Orbit, Travel
from sd3explorer.walk.paths import Grid, Hold, Keyframe, Morph, Prompts, Wander
from sd3explorer.walk.recipe import RandomDirection
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk

DOG = Prompts("dog")
LINE = Morph((Keyframe("dog"), Keyframe("cat"), Keyframe("fox")))
GRID = Grid((DOG, DOG, DOG, DOG), rows=3, columns=5)
PATHS = (LINE, replace(LINE, closed=True), GRID, Wander(DOG), Wander(DOG, 0.1, RandomDirection(1)), Hold(DOG))


def walk_on(path, frames=25, **others):
    return Walk(path=path, timing=Timing(frames=frames), **others)


@pytest.fixture
def drawing(qtbot):
    drawing = PathDrawing()
    qtbot.addWidget(drawing)
    drawing.resize(260, 92)
    return drawing


def colour_at(drawing, index):
    return drawing.grab().toImage().pixelColor(drawing.place_of(index).toPoint())


@pytest.mark.parametrize("path", PATHS, ids=repr)
def test_the_dot_is_where_the_frame_under_the_playhead_is(drawing, path):
    drawing.show_walk(walk_on(path))
    drawing.show_place(7)
    assert colour_at(drawing, 7) == colours(drawing).accent


@pytest.mark.parametrize("path", PATHS, ids=repr)
@pytest.mark.parametrize("frames", [1, 2, 100_000])
def test_every_frame_is_inside_the_drawing(drawing, path, frames):
    walk = walk_on(path, frames)
    drawing.show_walk(walk)
    for index in (0, walk.frame_count // 2, walk.frame_count - 1):
        drawing.show_place(index)
        drawing.grab()
        assert drawing.rect().contains(drawing.place_of(index).toPoint())


def test_an_open_morph_goes_from_left_to_right(drawing):
    drawing.show_walk(walk_on(LINE))
    places = [drawing.place_of(index).x() for index in range(25)]
    assert places == sorted(places)


def test_easing_in_starts_slowly(drawing):
    drawing.show_walk(walk_on(Morph((Keyframe("dog", easing=Easing.EASE_IN), Keyframe("cat")))))
    steps = [drawing.place_of(index + 1).x() - drawing.place_of(index).x() for index in range(24)]
    assert steps[0] < steps[12] < steps[23]


def test_a_closed_morph_comes_back_to_its_start(drawing):
    drawing.show_walk(walk_on(replace(LINE, closed=True), frames=1000))
    away = drawing.place_of(999) - drawing.place_of(0)
    assert away.manhattanLength() < 2.0


def test_a_grid_is_read_row_by_row(drawing):
    drawing.show_walk(walk_on(GRID))
    first, beside, below = (drawing.place_of(index) for index in (0, 1, 5))
    assert beside.x() > first.x() and beside.y() == first.y()
    assert below.y() > first.y() and below.x() == first.x()


def test_an_orbit_circles_around_the_place(drawing):
    drawing.show_walk(walk_on(Hold(DOG), frames=4, noise=Orbit()))
    middle = drawing.place_of(0).toPoint()
    accent = colours(drawing).accent
    for index, (x, y) in enumerate(((0, -1), (1, 0), (0, 1), (-1, 0))):
        drawing.show_place(index)
        image = drawing.grab().toImage()
        assert image.pixelColor(middle + QPoint(23 * x, 23 * y)) == accent
        assert image.pixelColor(middle) != accent


@pytest.mark.parametrize("closed", [False, True])
@pytest.mark.parametrize("spans", [(1, 1, 1), (1, 2, 3), (0.5, 7, 0.25), (1, 1, 1, 1, 1, 1, 1)])
@pytest.mark.parametrize("frames", [1, 2, 10, 64])
def test_ways_lie_between_the_frames_of_the_keyframes(spans, closed, frames):
    morph = Morph(tuple(Keyframe("dog", span=float(span)) for span in spans), closed)
    bounds = way_bounds(Walk(path=morph, timing=Timing(frames)))
    assert [min(bound, frames - 1) for bound in bounds[: len(spans)]] == keyframe_frames(
        walk_on(morph, frames)
    )
    assert bounds[len(spans) :] == ([frames] if closed else [])


def test_noise_that_travels_under_one_prompt_is_a_line_or_a_ring(drawing):
    drawing.show_walk(walk_on(Hold(DOG), noise=Travel((1, 2, 3))))
    line = [drawing.place_of(index) for index in range(25)]
    assert [place.x() for place in line] == sorted({place.x() for place in line})
    drawing.show_walk(walk_on(Hold(DOG), noise=Travel((1, 2, 3), closed=True)))
    ring = [drawing.place_of(index) for index in range(25)]
    assert len({place.y() for place in ring}) > 9
    drawing.show_place(7)
    assert colour_at(drawing, 7) == colours(drawing).accent


@pytest.mark.parametrize("path", PATHS, ids=repr)
def test_what_is_drawn_is_said_below_it_and_to_screen_readers(drawing, path):
    drawing.show_walk(walk_on(path))
    shown = drawing.grab().toImage()
    below = [shown.pixelColor(x, y) for x in range(60, 200) for y in range(76, 92)]
    assert len({colour.name() for colour in below}) > 3
    assert "frames" in drawing.accessibleDescription()
    assert drawing._area.bottom() <= 92 - 16

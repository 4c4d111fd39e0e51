"""The status bar: what the engine does, in words and as a bar."""

import pytest
from PySide6.QtWidgets import QProgressBar

from sd3explorer.app.rendering.render_control import RenderState
from sd3explorer.app.status_line import StatusLine


@pytest.fixture
def line(qtbot):
    line = StatusLine()
    qtbot.addWidget(line)
    return line


@pytest.mark.parametrize(
    ("state", "on", "text"),
    [
        (RenderState(working=True, total=25, looked_at=17), True, "Looking for even places · 17 rendered"),
        (RenderState(total=25, looked_at=17), False, "17 rendered to find even places · Ctrl+Return goes on"),
        (RenderState(total=25, looked_at=17), True, "0 of 25 frames"),
        (RenderState(total=25, looked_at=0), False, "0 of 25 frames · Ctrl+Return renders the rest"),
        (RenderState(done=25, total=25), True, "All 25 frames rendered"),
    ],
)
def test_it_says_how_far_an_even_walk_is(line, state, on, text):
    line.show_render(state, on)
    assert line.text == text


@pytest.mark.parametrize(("looked_at", "value"), [(0, 0), (17, 17), (31, 24)])
def test_its_bar_fills_while_places_are_looked_for_and_is_full_when_they_are_found(line, looked_at, value):
    bar = line.findChild(QProgressBar)
    line.show_render(RenderState(working=True, total=25, looked_at=looked_at), on=True)
    assert (bar.value(), bar.maximum()) == (value, 25)

"""The status bar: what the engine does, in words and as a bar."""

from dataclasses import replace

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
        (
            RenderState(working=True, total=25, looked_at=17, search_done=0.399),
            True,
            "Making the motion even · 39\N{NO-BREAK SPACE}% · 17 rendered",
        ),
        (
            RenderState(total=25, looked_at=17),
            False,
            "17 rendered to make the motion even · Ctrl+Return continues",
        ),
        (RenderState(total=25, looked_at=17), True, "0 of 25 frames"),
        (RenderState(total=25, looked_at=0), False, "0 of 25 frames · Ctrl+Return renders the rest"),
        (RenderState(done=25, total=25), False, "All 25 frames rendered"),
        (RenderState(done=25, total=25), True, "All 25 frames rendered · rendering continues after edits"),
        (RenderState(done=25, total=25, looking_up=True), True, "Looking up frames…"),
        (RenderState(total=25, looked_at=17, looking_up=True), False, "Looking up frames…"),
        (RenderState(done=3, total=25, looking_up=True, working=True), True, "Rendering 4 of 25"),
        (RenderState(total=1), True, "0 of 1 frame"),
        (RenderState(total=1), False, "0 of 1 frame · Ctrl+Return renders the rest"),
    ],
)
def test_it_says_how_far_an_even_walk_is(line, state, on, text):
    line.show_render(state, on)
    assert line.text == text


@pytest.mark.parametrize(
    ("state", "share"),
    [
        (RenderState(total=25, looked_at=0), 0.0),
        (RenderState(total=25, looked_at=31, search_done=0.8), 0.8),
        (RenderState(total=100_000, looked_at=31, search_done=0.99999), 0.999),
        (RenderState(total=25, done=5), 0.2),
        (RenderState(total=100_000, done=99_999), 0.999),
        (RenderState(total=25, done=25), 1.0),
    ],
)
def test_its_bar_fills_with_the_search_for_places_and_then_with_frames_and_is_full_at_the_end(
    line, state, share
):
    bar = line.findChild(QProgressBar)
    for working in (True, False):
        line.show_render(replace(state, working=working), on=True)
        assert bar.value() / bar.maximum() == share


def test_its_bar_is_empty_while_nobody_knows_what_is_done(line):
    line.show_render(RenderState(done=25, total=25, looking_up=True), on=True)
    assert line.findChild(QProgressBar).value() == 0


def test_while_a_model_is_fetched_it_says_how_far_and_afterwards_what_there_is(line):
    line.show_render(RenderState(done=25, total=25), on=False)
    line.show_fetching("Fetching SD 3: 2 of 6 GB")
    bar = line.findChild(QProgressBar)
    assert (line.text, bar.maximum()) == ("Fetching SD 3: 2 of 6 GB", 0)
    line.show_render(RenderState(done=3, total=25, working=True), on=True)
    assert line.text == "Rendering 4 of 25"
    line.show_render(RenderState(done=25, total=25), on=True)
    assert line.text.startswith("Fetching")
    line.show_fetching("")
    assert line.text == "All 25 frames rendered · rendering continues after edits"
    assert bar.value() == bar.maximum() > 0


def test_hints_name_the_key_that_was_chosen(line):
    line.show_render(RenderState(total=25), on=False)
    line.show_keys({"render": "F9"})
    assert line.text == "0 of 25 frames · F9 renders the rest"
    line.show_render(RenderState(total=25, looked_at=17), on=False)
    assert line.text == "17 rendered to make the motion even · F9 continues"


def test_without_a_key_hints_name_none(line):
    line.show_keys({"render": ""})
    line.show_render(RenderState(total=25), on=False)
    assert line.text == "0 of 25 frames"
    line.show_render(RenderState(total=25, looked_at=17), on=False)
    assert line.text == "17 rendered to make the motion even"

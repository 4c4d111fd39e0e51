"""The bar of versions where there is little room."""

import pytest

from sd3explorer.app.versions.bar import VersionsBar
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.versions import Version
from sd3explorer.walk.walk import Walk

NAMES = ("before the cat", "the one that everybody at the meeting liked best")


@pytest.fixture
def bar(qtbot):
    bar = VersionsBar()
    qtbot.addWidget(bar)
    versions = tuple(Version(name, Walk(timing=Timing(number + 5))) for number, name in enumerate(NAMES))
    bar.show_walk(Walk(versions=versions))
    bar.show()
    return bar


@pytest.mark.parametrize("width", [460, 700, 1100])
def test_what_the_choice_is_for_is_read_in_full(qtbot, bar, width):
    bar.resize(width, bar.height())
    qtbot.waitUntil(lambda: bar.wipe.geometry().right() < width)
    assert bar.compare.shown_text() == "Compare with…"


def test_a_long_name_that_is_chosen_ends_in_an_ellipsis(qtbot, bar):
    bar.resize(460, bar.height())
    bar.show_compared(NAMES[1], False)
    qtbot.waitUntil(lambda: bar.wipe.geometry().right() < 460)
    shown = bar.compare.shown_text()
    assert NAMES[1].startswith(shown.removesuffix("…"))
    assert shown.endswith("…")

"""The list of engines: a row for each, and nothing where there is but one."""

import pytest

from sd3explorer.app.engines_button import EnginesButton
from sd3explorer.render.messages import Activity, DeviceMemory, Engines, EngineState, Phase

GB = 10**9
FAST = EngineState("GPU 0", Activity.RENDERING, 93.6, DeviceMemory("GPU 0", 7 * GB, 24 * GB))
COLD = EngineState("GPU 1", Phase.BUILDING)
SLOW = EngineState("CPU", Activity.READY, 1.27)
LOST = EngineState("GPU 1", Activity.GIVEN_UP, problem="the driver crashed")


@pytest.fixture
def button(qtbot):
    button = EnginesButton()
    qtbot.addWidget(button)
    return button


def test_each_engine_has_a_row(button):
    button.show_engines(Engines((FAST, COLD, SLOW)))
    assert button.text() == "3 engines ▾"
    assert button.rows == [
        ["GPU 0", "Rendering", "94 frames/min", "7.0 GB / 24.0 GB"],
        ["GPU 1", "Loading the model", "", ""],
        ["CPU", "Ready", "1.3 frames/min", ""],
    ]
    assert "GPU 1, Loading the model; CPU, Ready" in button.accessibleDescription()


@pytest.mark.parametrize("activity", [*Activity, *Phase])
def test_whatever_an_engine_does_has_a_name(button, activity):
    button.show_engines(Engines((FAST, EngineState("GPU 1", activity))))
    assert button.rows[1][1]


def test_one_that_is_given_up_is_said_at_a_glance(button):
    button.show_engines(Engines((FAST, LOST)))
    assert button.text() == "2 engines · 1 given up ▾"
    assert button.rows[1][:2] == ["GPU 1", "Given up"]


@pytest.mark.parametrize("engines", [None, Engines(()), Engines((FAST,))])
def test_one_engine_alone_needs_no_list(button, engines):
    button.show_engines(Engines((FAST, COLD)))
    assert not button.isHidden()
    button.show_engines(engines)
    assert button.isHidden()
    assert len(button.rows) == len(engines.states if engines else ())


def test_keys_open_the_list_and_close_it(button, qtbot):
    from PySide6.QtCore import Qt, QTimer

    button.show_engines(Engines((FAST, COLD)))
    button.show()
    seen = []

    def look():
        seen.append(button.menu().isVisible())
        qtbot.keyClick(button.menu(), Qt.Key.Key_Escape)

    # An open menu has an event loop of its own.
    QTimer.singleShot(50, look)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert seen == [True]
    assert not button.menu().isVisible()

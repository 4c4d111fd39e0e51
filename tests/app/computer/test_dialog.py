"""The check of this computer, in the window."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QPushButton

from sd3explorer.app.computer.dialog import ComputerDialog
from sd3explorer.machine.backends import Seen
from sd3explorer.machine.computer import Computer
from sd3explorer.machine.report import Checkup
from sd3explorer.render.messages import RenderError

FOUND = Checkup(
    Computer("Linux", cores=4, memory=8_000_000_000, free_memory=4_000_000_000),
    (Seen("tensorflow", rates=(("float32", 1e11),), precision="float32"),),
    "tensorflow",
    "the default",
)


class Looker:
    """Looks until it is let go, or stopped."""

    def __init__(self):
        self.go_on = threading.Event()
        self.stopped = 0

    def __call__(self, stopped, on_part):
        on_part("importing TensorFlow", 1, 2)
        while not self.go_on.wait(0.01):
            if stopped():
                self.stopped += 1
                raise RenderError("was stopped")
        return FOUND


@pytest.fixture
def looker():
    return Looker()


@pytest.fixture
def dialog(qtbot, looker):
    dialog = ComputerDialog(check=looker)
    qtbot.addWidget(dialog)
    dialog.show()
    yield dialog
    dialog.shut_down()


def button(dialog, text):
    return next(each for each in dialog.findChildren(QPushButton) if each.text().replace("&", "") == text)


def test_it_shows_how_far_it_is_then_what_was_found_and_copies_it(dialog, looker, qtbot):
    qtbot.waitUntil(lambda: dialog.summary == "Importing TensorFlow…")
    assert not button(dialog, "Copy").isEnabled()
    looker.go_on.set()
    qtbot.waitUntil(lambda: button(dialog, "Copy").isEnabled())
    assert dialog.summary == FOUND.summary
    button(dialog, "Copy").click()
    assert QGuiApplication.clipboard().text().strip() == FOUND.report.strip()


def test_it_can_be_stopped_and_begun_again(dialog, looker, qtbot):
    button(dialog, "Stop").click()
    qtbot.waitUntil(lambda: dialog.summary == "The check was stopped.")
    assert (looker.stopped, button(dialog, "Copy").isEnabled()) == (1, False)
    looker.go_on.set()
    button(dialog, "Check again").click()
    qtbot.waitUntil(lambda: dialog.summary == FOUND.summary)


@pytest.mark.parametrize("ends", [False, True])
def test_the_focus_goes_to_what_comes_next(dialog, looker, qtbot, ends):
    assert dialog.focusWidget() == button(dialog, "Stop")
    (looker.go_on.set if ends else button(dialog, "Stop").click)()
    following = button(dialog, "Copy" if ends else "Check again")
    qtbot.waitUntil(following.isEnabled)
    assert dialog.focusWidget() == following


def test_who_checks_again_by_a_key_can_stop_it_by_the_next(dialog, looker, qtbot):
    looker.go_on.set()
    qtbot.waitUntil(button(dialog, "Copy").isEnabled)
    looker.go_on.clear()
    button(dialog, "Check again").setFocus()
    qtbot.keyClick(button(dialog, "Check again"), Qt.Key.Key_Space)
    assert dialog.focusWidget() == button(dialog, "Stop")


def test_the_focus_stays_where_somebody_has_put_it(dialog, looker, qtbot):
    box = dialog.findChild(QCheckBox)
    box.setFocus()
    looker.go_on.set()
    qtbot.waitUntil(button(dialog, "Copy").isEnabled)
    assert dialog.focusWidget() == box


@pytest.mark.parametrize("way", ["close", "reject", "shut_down"])
def test_closing_it_ends_the_check(dialog, looker, qtbot, way):
    getattr(dialog, way)()
    qtbot.waitUntil(lambda: looker.stopped == 1)
    assert not dialog.isVisible()


def test_it_checks_anew_when_it_comes_up_again(dialog, looker, qtbot):
    dialog.close()
    looker.go_on.set()
    dialog.show()
    qtbot.waitUntil(lambda: dialog.summary == FOUND.summary)


def test_the_last_logs_and_the_walk_are_in_the_report_only_if_somebody_wants_them(qtbot, looker):
    looker.go_on.set()
    dialog = ComputerDialog(check=looker, logs=lambda: "engine.log: died", walk=lambda: '{"prompt": "a dog"}')
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.report != "")
    alone = dialog.report
    assert "died" not in alone and "a dog" not in alone
    dialog.with_logs = True
    assert dialog.report.startswith(alone) and dialog.report.endswith("engine.log: died")
    walk = next(box for box in dialog.findChildren(QCheckBox) if "prompts" in box.text())
    walk.click()
    assert "a dog" in dialog.report
    walk.click()
    dialog.with_logs = False
    assert dialog.report == alone
    dialog.shut_down()

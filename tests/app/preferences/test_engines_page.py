"""Engines on other machines, in the preferences."""

import threading
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from sd3explorer.app.preferences.current import CurrentPreferences
from sd3explorer.app.preferences.dialog import PreferencesDialog
from sd3explorer.app.preferences.machines import Found
from sd3explorer.app.preferences.remembered import Preferences, preferences_file, remember, remembered
from sd3explorer.presets.catalog import title
from sd3explorer.render.copying import Parcel
from sd3explorer.render.handshake import About, Offer
from sd3explorer.render.messages import RenderError
from sd3explorer.render.store import FrameStore

MODEL = SimpleNamespace(name="mine")
BOX, CELLAR = "ssh://box", "ssh://me@cellar:2222/~/bin/sd3explorer"


class Machines:
    """Answers in the place of machines.

    Attributes:
        may_answer: Set when they may.
        lacking: What they lack.
    """

    def __init__(self):
        self.may_answer = threading.Event()
        self.may_answer.set()
        self.asked, self.copied, self.lacking = [], [], ()

    def look(self, address, preset, stopped):
        self.asked.append(address)
        self._wait(stopped)
        if "cellar" in address:
            raise RenderError("cellar is not known to ssh yet; run once: ssh cellar")
        about = About("0.1.0", ("tensorflow",), ("RTX 4090",), ("starter", "stable_diffusion_3_medium"))
        return Found(about, self.lacking if preset else ())

    def copy(self, address, preset, on_progress, stopped):
        total = sum(parcel.size for parcel in self.lacking)
        on_progress(total // 2, total)
        self._wait(stopped)
        self.copied.append((address, preset))
        self.lacking = ()

    def _wait(self, stopped):
        while not self.may_answer.wait(0.01):
            if stopped():
                raise RenderError("that was stopped")


@pytest.fixture
def machines():
    return Machines()


@pytest.fixture
def dialog(qtbot, tmp_path, machines):
    dialog = PreferencesDialog(
        CurrentPreferences(), FrameStore(tmp_path / "frames"), machines=machines, preset=lambda: MODEL
    )
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show_page(dialog.engines)
    yield dialog
    dialog.shut_down()


@pytest.fixture
def page(dialog):
    return dialog.engines


def listed(page):
    return [page.engines.item(row).text() for row in range(page.engines.count())]


def test_an_engine_is_added_kept_and_removed(qtbot, dialog, page):
    assert not page.add.isEnabled()
    for address in ("box", CELLAR, BOX):
        page.address.setText(address)
        page.add.click()
    assert listed(page) == [BOX, CELLAR]
    assert dialog.preferences.now.engines == remembered().engines == (BOX, CELLAR)
    assert f"engines={BOX} {CELLAR}" in preferences_file().read_text()
    page.engines.setCurrentRow(0)
    page.remove.click()
    assert listed(page) == list(remembered().engines) == [CELLAR]


def test_what_is_no_address_is_reported_and_stays_in_the_field(page):
    page.address.setText("ssh://-oProxyCommand=x")
    page.add.click()
    assert "is not an address of an engine" in page.found.text()
    assert (listed(page), page.address.text()) == ([], "ssh://-oProxyCommand=x")


def test_what_a_machine_has_is_shown_before_it_is_added(qtbot, page, machines):
    page.address.setText("box")
    page.test.click()
    qtbot.waitUntil(lambda: "It works" in page.found.text())
    assert page.found.text() == (
        "It works: sd3explorer 0.1.0 with TensorFlow; RTX 4090. Models: starter, stable_diffusion_3_medium\n"
        "It has all that this walk needs."
    )
    assert machines.asked == [BOX]


def test_a_key_that_is_pressed_twice_tests_and_adds_nothing(qtbot, dialog, page, machines):
    dialog.show_page(page)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    machines.may_answer.clear()
    page.address.setText(BOX)
    page.test.setFocus()
    for _ in range(2):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Space)
    machines.may_answer.set()
    qtbot.waitUntil(page.test.isEnabled)
    assert (machines.asked, listed(page)) == ([BOX], [])


def test_why_one_can_not_be_used_is_shown_of_one_in_the_list_too(qtbot, page):
    page.address.setText(CELLAR)
    page.add.click()
    page.engines.setCurrentRow(0)
    page.test.click()
    qtbot.waitUntil(lambda: page.found.text().startswith("Cellar is not known to ssh yet; run once"))


def test_a_machine_that_does_not_answer_keeps_nobody_waiting(qtbot, dialog, page, machines):
    machines.may_answer.clear()
    page.address.setText("box")
    page.test.click()
    qtbot.waitUntil(lambda: machines.asked == [BOX])
    assert not page.test.isEnabled()
    dialog.shut_down()


def parcel(model="/models/glow & co.safetensors", size=44_000_000, lora=""):
    """Something that a machine lacks."""
    return Parcel(title(model), Offer(model, "1", size, lora, "file", (("file", size),)), (Path(model),))


def tested(qtbot, page):
    page.address.setText("box")
    page.test.click()
    qtbot.waitUntil(lambda: "It works" in page.found.text() and page.test.isEnabled())


def test_a_small_model_that_is_missing_there_is_copied(qtbot, page, machines):
    machines.lacking = (parcel(),)
    tested(qtbot, page)
    assert page.copy.text() == "&Copy glow && co there (44 MB)"
    machines.may_answer.clear()
    page.copy.click()
    qtbot.waitUntil(lambda: page.found.text() == "Copying: 22 MB of 44 MB")
    assert page.stop.hasFocus()
    assert not page.copy.isVisible()
    machines.may_answer.set()
    # What is there now is looked at once more.
    qtbot.waitUntil(lambda: "It works" in page.found.text() and page.test.isEnabled())
    assert machines.copied == [(BOX, MODEL)]
    assert page.found.text().endswith("It has all that this walk needs.")
    # And not on what would press something else.
    assert page.address.hasFocus()
    assert not page.copy.isVisible()
    assert not page.stop.isVisible()


def test_a_copy_is_stopped(qtbot, page, machines):
    machines.lacking = (parcel(),)
    tested(qtbot, page)
    machines.may_answer.clear()
    page.copy.click()
    qtbot.waitUntil(lambda: page.found.text().startswith("Copying"))
    page.stop.click()
    qtbot.waitUntil(page.test.isEnabled)
    assert page.found.text() == "Stopped."
    assert machines.copied == []


def test_progress_that_arrives_after_a_stop_is_not_shown(qtbot, page, machines):
    machines.lacking = (parcel(),)
    tested(qtbot, page)
    machines.may_answer.clear()
    page.copy.click()
    page.stop.click()
    # Without Qt's event loop: it has ended, and what it reported was not delivered yet.
    page._thread.wait()
    qtbot.waitUntil(page.test.isEnabled)
    assert page.found.text() == "Stopped."


@pytest.mark.parametrize("agrees", [True, False])
def test_a_large_model_is_copied_only_when_one_says_so_once_more(qtbot, page, machines, monkeypatch, agrees):
    machines.lacking = (parcel(size=18_000_000_000),)
    tested(qtbot, page)
    asked = []

    def answer(box):
        asked.append(box.text())
        box.buttons()[
            [button.text() for button in box.buttons()].index("Copy" if agrees else "Cancel")
        ].click()

    monkeypatch.setattr(QMessageBox, "exec", answer)
    page.copy.click()
    assert asked == ["18.0 GB will be copied to box. That may take hours."]
    qtbot.waitUntil(page.test.isEnabled)
    assert bool(machines.copied) is agrees


def test_a_model_of_a_hub_is_to_be_fetched_there(qtbot, page, machines):
    machines.lacking = (parcel("stable_diffusion_3_medium"),)
    tested(qtbot, page)
    assert (
        "It lacks Stable Diffusion 3 Medium; fetch it there with: sd3explorer models fetch"
        in page.found.text()
    )
    assert not page.copy.isVisible()


def test_what_the_file_has_beside_addresses_counts_for_nothing():
    remember(Preferences(engines=(BOX,)))
    file = preferences_file()
    file.write_text(file.read_text().replace(BOX, f"-oProxyCommand=x {BOX} ssh://a$b {BOX}"))
    assert remembered().engines == (BOX,)

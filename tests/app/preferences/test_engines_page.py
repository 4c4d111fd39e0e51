"""Engines on other machines, in the preferences."""

import threading

import pytest

from sd3explorer.app.preferences.dialog import PreferencesDialog
from sd3explorer.app.preferences.remembered import Preferences, preferences_file, remember, remembered
from sd3explorer.render.handshake import About
from sd3explorer.render.messages import RenderError
from sd3explorer.render.store import FrameStore

BOX, CELLAR = "ssh://box", "ssh://me@cellar:2222/~/bin/sd3explorer"


class Machines:
    """Answers in the place of machines.

    Attributes:
        may_answer: Set when they may.
    """

    def __init__(self):
        self.may_answer = threading.Event()
        self.may_answer.set()
        self.asked = []

    def __call__(self, address, stopped):
        self.asked.append(address)
        while not self.may_answer.wait(0.01):
            if stopped():
                raise RenderError("that was stopped")
        if "cellar" in address:
            raise RenderError("cellar is not known to ssh yet; run once: ssh cellar")
        return About("0.1.0", ("tensorflow",), ("RTX 4090",), ("starter", "stable_diffusion_3_medium"))


@pytest.fixture
def machines():
    return Machines()


@pytest.fixture
def dialog(qtbot, tmp_path, machines):
    dialog = PreferencesDialog(FrameStore(tmp_path / "frames"), ask=machines)
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
    assert dialog.preferences.engines == remembered().engines == (BOX, CELLAR)
    assert f"engines={BOX} {CELLAR}" in preferences_file().read_text()
    page.engines.setCurrentRow(0)
    page.remove.click()
    assert listed(page) == list(remembered().engines) == [CELLAR]


def test_what_is_no_address_is_told_and_stays_in_the_field(page):
    page.address.setText("ssh://-oProxyCommand=x")
    page.add.click()
    assert "is no address of an engine" in page.found.text()
    assert (listed(page), page.address.text()) == ([], "ssh://-oProxyCommand=x")


def test_what_a_machine_has_is_shown_before_it_is_added(qtbot, page, machines):
    page.address.setText("box")
    page.test.click()
    qtbot.waitUntil(lambda: "It works" in page.found.text())
    assert page.found.text() == (
        "It works: sd3explorer 0.1.0 with TensorFlow; RTX 4090. Models: starter, stable_diffusion_3_medium"
    )
    assert machines.asked == [BOX]


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


def test_what_the_file_has_beside_addresses_counts_for_nothing():
    remember(Preferences(engines=(BOX,)))
    file = preferences_file()
    file.write_text(file.read_text().replace(BOX, f"-oProxyCommand=x {BOX} ssh://a$b {BOX}"))
    assert remembered().engines == (BOX,)

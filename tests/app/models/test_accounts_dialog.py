"""The dialog for tokens: what is typed goes to the hub's library, and nowhere else."""

import logging
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from sd3explorer.app.models.accounts_dialog import AccountsDialog
from sd3explorer.presets.accounts import HUBS
from sd3explorer.presets.preset import PresetError

TOKEN = "hf_secretsecret"


class Hub:
    """Takes a token when it is told to."""

    def __init__(self):
        self.given = []
        self.refusal = ""
        self.may_answer = threading.Event()
        self.may_answer.set()

    def sign_in(self, hub, token, stopped):
        self.given.append((hub.id, token))
        while not self.may_answer.wait(0.005) and not stopped():
            pass
        if self.refusal:
            raise PresetError(self.refusal)
        return "ada"


@pytest.fixture
def hub(tmp_path, monkeypatch):
    for each in HUBS:
        for variable in each.variables:
            monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setenv("KAGGLE_CONFIG_DIR", str(tmp_path))
    monkeypatch.setattr("huggingface_hub.constants.HF_TOKEN_PATH", str(tmp_path / "token"))
    return Hub()


@pytest.fixture
def dialog(qtbot, hub):
    shown = AccountsDialog(sign_in=hub.sign_in)
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    qtbot.waitUntil(lambda: said(shown).count("No token yet.") == 2)
    yield shown
    shown.shut_down()


def said(dialog):
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def field(dialog, title):
    return next(each for each in dialog.findChildren(QLineEdit) if each.accessibleName().endswith(title))


def enter(qtbot, dialog, title="Hugging Face"):
    qtbot.keyClicks(field(dialog, title), TOKEN)
    qtbot.keyClick(field(dialog, title), Qt.Key.Key_Return)


@pytest.mark.parametrize(("title", "name"), [("Kaggle", "kaggle"), ("Hugging Face", "huggingface")])
def test_what_is_typed_goes_to_the_hub_and_leaves_the_window(title, name, dialog, hub, qtbot):
    enter(qtbot, dialog, title)
    qtbot.waitUntil(lambda: "Signed in as ada" in said(dialog))
    assert hub.given == [(name, TOKEN)]
    assert field(dialog, title).text() == ""


def test_nobody_sees_what_is_typed(dialog):
    assert all(each.echoMode() == QLineEdit.EchoMode.Password for each in dialog.findChildren(QLineEdit))


def test_a_token_is_neither_said_nor_logged(dialog, hub, qtbot, caplog):
    hub.refusal = "Hugging Face doesn't know this token"
    with caplog.at_level(logging.DEBUG):
        enter(qtbot, dialog)
        qtbot.waitUntil(lambda: "doesn't know this token." in said(dialog))
    assert TOKEN not in said(dialog)
    assert TOKEN not in caplog.text


def test_nothing_can_be_entered_where_nothing_is_typed(dialog):
    buttons = [each for each in dialog.findChildren(QPushButton) if each.text() == "Sign in"]
    assert [each.isEnabled() for each in buttons] == [False, False]


def test_the_end_of_the_app_stops_asking(dialog, hub, qtbot):
    hub.may_answer.clear()
    enter(qtbot, dialog)
    assert "Asking Hugging Face…" in said(dialog)
    dialog.shut_down()
    assert "Signed in" not in said(dialog)


def test_what_is_entered_while_it_still_looks_is_not_lost(qtbot, hub, monkeypatch):
    looks = threading.Event()
    monkeypatch.setattr("sd3explorer.app.models.accounts_dialog.is_signed_in", lambda _: looks.wait(20))
    dialog = AccountsDialog(sign_in=hub.sign_in)
    qtbot.addWidget(dialog)
    dialog.show()
    enter(qtbot, dialog)
    looks.set()
    qtbot.waitUntil(lambda: "Signed in as ada" in said(dialog))
    dialog.shut_down()


def test_what_waits_to_be_entered_is_not_lost_to_another_look(qtbot, dialog, hub, monkeypatch):
    may_look = threading.Event()
    monkeypatch.setattr("sd3explorer.app.models.accounts_dialog.is_signed_in", lambda hub: may_look.wait())
    dialog.hide()
    dialog.show()
    enter(qtbot, dialog)
    dialog.hide()
    dialog.show()
    may_look.set()
    qtbot.waitUntil(lambda: len(hub.given) == 1)


def test_a_variable_that_comes_first_is_named(qtbot, hub, monkeypatch):
    monkeypatch.setenv("HF_TOKEN", "hf_x")
    dialog = AccountsDialog(sign_in=hub.sign_in)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: "HF_TOKEN is set, and comes before" in said(dialog))
    dialog.shut_down()

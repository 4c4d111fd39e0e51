"""The sheet of all keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QTreeWidget

from sd3explorer.app.shortcuts import Shortcut
from sd3explorer.app.shortcuts_dialog import ShortcutsDialog

ACTIONS = [
    Shortcut("Open", "Ctrl+O", "File"),
    Shortcut("Cut & paste", "Ctrl+X", "Edit"),
    Shortcut("Stop", "Esc", "Render"),
    Shortcut("About", "", "Help"),
]


@pytest.fixture
def dialog(qtbot):
    shown = ShortcutsDialog(ACTIONS)
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


def rows(dialog):
    """What can be seen: for each group, what its keys do."""
    tree = dialog.findChild(QTreeWidget)
    groups = [tree.topLevelItem(number) for number in range(tree.topLevelItemCount())]
    return {
        group.text(0): {
            group.child(number).text(0): group.child(number).text(1)
            for number in range(group.childCount())
            if not group.child(number).isHidden()
        }
        for group in groups
        if not group.isHidden()
    }


def search(dialog, qtbot, text):
    qtbot.keyClicks(dialog.findChild(QLineEdit), text)


def nothing_found(dialog):
    return any(
        label.text().startswith("No shortcut") and label.isVisible() for label in dialog.findChildren(QLabel)
    )


def test_actions_are_shown_by_group_with_their_keys(dialog):
    assert rows(dialog)["File"] == {"Open": "Ctrl+O"}


def test_an_ampersand_that_is_meant_stays(dialog):
    assert rows(dialog)["Edit"] == {"Cut & paste": "Ctrl+X"}


def test_actions_without_a_key_are_left_out(dialog):
    assert "Help" not in rows(dialog)


def test_the_keys_of_the_panels_are_there(dialog):
    assert rows(dialog)["Timeline"]["Move the keyframe a frame forward"] == "Alt+Right"
    assert rows(dialog)["Path"]["Duplicate the prompt"] == "Ctrl+D"


def test_one_can_search_at_once(dialog, qtbot):
    qtbot.waitUntil(lambda: dialog.focusWidget() is dialog.findChild(QLineEdit))


def test_the_search_finds_what_a_key_does(dialog, qtbot):
    search(dialog, qtbot, "OPEN")
    assert rows(dialog) == {"File": {"Open": "Ctrl+O"}}


def test_the_search_finds_a_key(dialog, qtbot):
    search(dialog, qtbot, "ctrl+x")
    assert rows(dialog) == {"Edit": {"Cut & paste": "Ctrl+X"}}


def test_the_search_finds_all_of_a_group(dialog, qtbot):
    search(dialog, qtbot, "timeline")
    assert set(rows(dialog)) == {"Timeline"}
    assert len(rows(dialog)["Timeline"]) > 1


def test_all_words_must_be_there_in_any_order(dialog, qtbot):
    search(dialog, qtbot, "back keyframe")
    assert rows(dialog) == {"Timeline": {"Move the keyframe a frame back": "Alt+Left"}}


def test_finding_nothing_is_said(dialog, qtbot):
    assert not nothing_found(dialog)
    search(dialog, qtbot, "xyzzy")
    assert rows(dialog) == {}
    assert nothing_found(dialog)


def test_an_empty_search_shows_all_again(dialog, qtbot):
    everything = rows(dialog)
    search(dialog, qtbot, "xyzzy")
    dialog.findChild(QLineEdit).clear()
    assert rows(dialog) == everything
    assert not nothing_found(dialog)


def test_escape_closes_it(dialog, qtbot):
    qtbot.keyClick(dialog.findChild(QLineEdit), Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_window_can_be_used_beside_it(dialog):
    assert not dialog.isModal()

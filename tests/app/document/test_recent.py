"""The list of recent files and its menu."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QMenu

from sd3explorer.app.document.recent import (
    KEY,
    MAX_RECENT,
    add_recent_file,
    clear_recent_files,
    fill_recent_menu,
    forget_recent_file,
    is_gone,
    recent_files,
)


@pytest.fixture
def menu(qtbot):
    shown = QMenu()
    qtbot.addWidget(shown)
    return shown


@pytest.fixture
def file(tmp_path):
    def made(name):
        path = tmp_path / f"{name}.sd3walk"
        path.touch()
        return path

    return made


def texts(menu):
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def test_there_are_none_at_first():
    assert recent_files() == []


def test_they_are_listed_although_nobody_knows_the_home_folder(file, menu, monkeypatch):
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)
    path = file("one")
    add_recent_file(path)
    fill_recent_menu(menu, lambda _: None)
    assert str(path.parent) in texts(menu)[0]


def test_one_file_is_remembered(file):
    add_recent_file(file("a"))
    assert recent_files() == [file("a")]


def test_the_latest_comes_first(file):
    for name in "abc":
        add_recent_file(file(name))
    assert recent_files() == [file("c"), file("b"), file("a")]


def test_a_file_that_is_opened_again_moves_to_the_front(file):
    for name in "aba":
        add_recent_file(file(name))
    assert recent_files() == [file("a"), file("b")]


def test_only_so_many_are_remembered(file):
    for number in range(MAX_RECENT + 1):
        add_recent_file(file(str(number)))
    assert len(recent_files()) == MAX_RECENT
    assert file("0") not in recent_files()


def test_one_that_was_forgotten_is_not_listed(file):
    add_recent_file(file("a"))
    add_recent_file(file("b"))
    forget_recent_file(file("a"))
    assert recent_files() == [file("b")]


def test_a_disk_that_sleeps_is_not_woken_for_the_list(menu, file, monkeypatch):
    add_recent_file(file("a"))

    def look(*_, **__):
        raise AssertionError("the disk was asked")

    with monkeypatch.context() as asleep:
        for name in ("stat", "lstat"):
            asleep.setattr(os, name, look)
        fill_recent_menu(menu, print)
    assert texts(menu)[0].startswith("&1  a  —  ")


def test_what_somebody_else_has_written_into_the_settings_makes_no_long_menu():
    QSettings().setValue(KEY, ["relative", *(f"/walks/{number}.sd3walk" for number in range(50))])
    assert recent_files() == [Path(f"/walks/{number}.sd3walk") for number in range(MAX_RECENT)]


def test_a_file_whose_name_is_no_text_is_remembered(menu):
    path = Path(os.fsdecode(b"/walks/ow\xffl.sd3walk"))
    add_recent_file(path)
    fill_recent_menu(menu, print)
    assert recent_files() == [path]


def test_a_relative_path_is_remembered_as_the_place_it_meant(file, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    add_recent_file(file("a").relative_to(tmp_path))
    monkeypatch.chdir("/")
    assert recent_files() == [file("a")]


def test_a_file_is_gone_that_is_no_longer_in_its_folder(file):
    assert not is_gone(file("a"))
    file("a").unlink()
    assert is_gone(file("a").with_name("b"))


def test_a_file_on_a_drive_that_was_taken_out_may_come_back(tmp_path):
    assert not is_gone(tmp_path / "drive" / "a.sd3walk")


def test_choosing_one_opens_it(menu, file):
    add_recent_file(file("a"))
    add_recent_file(file("b"))
    opened = []
    fill_recent_menu(menu, opened.append)
    menu.actions()[1].trigger()
    assert opened == [file("a")]


def test_each_is_shown_with_its_folder_and_a_key(menu, file, tmp_path):
    add_recent_file(file("cats & dogs"))
    fill_recent_menu(menu, print)
    assert texts(menu)[0] == f"&1  cats && dogs  —  {tmp_path}"


def test_a_tab_in_a_name_does_not_begin_the_column_of_keys(menu, file, tmp_path):
    add_recent_file(file("cats\tCtrl+S"))
    fill_recent_menu(menu, print)
    assert texts(menu)[0] == f"&1  cats Ctrl+S  —  {tmp_path}"


def test_one_that_can_not_be_looked_at_may_be_there(tmp_path):
    # Looking at a name that no disk takes fails, as it does in a folder that is another user's.
    assert not is_gone(tmp_path / ("b" * 300 + ".sd3walk"))


def test_the_home_folder_is_shortened(menu, file, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path.parent))
    add_recent_file(file("a"))
    fill_recent_menu(menu, print)
    assert texts(menu)[0].endswith(f"~/{tmp_path.name}")


def test_the_list_can_be_cleared_from_the_menu(menu, file):
    add_recent_file(file("a"))
    fill_recent_menu(menu, print)
    menu.actions()[-1].trigger()
    assert recent_files() == []


def test_an_empty_list_says_so_and_opens_nothing(menu):
    fill_recent_menu(menu, print)
    assert texts(menu) == ["No recent walks"]
    assert not menu.actions()[0].isEnabled()


def test_filling_again_shows_the_list_as_it_is_now(menu, file):
    add_recent_file(file("a"))
    fill_recent_menu(menu, print)
    clear_recent_files()
    fill_recent_menu(menu, print)
    assert texts(menu) == ["No recent walks"]

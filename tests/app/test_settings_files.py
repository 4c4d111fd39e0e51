"""What lies in the places of settings files and is none."""

import os

import pytest
from PySide6.QtCore import QSettings

from sd3explorer.app.preferences.remembered import Preferences, preferences_file, remember, remembered
from sd3explorer.app.settings_files import set_aside_others, settings_folder


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are none on Windows")
def test_a_pipe_or_a_folder_is_set_aside_before_qt_waits_for_it(tmp_path, hang_guard):
    for make in (os.mkfifo, os.mkdir, os.mkfifo):
        make(tmp_path / "preferences.ini")
        make(tmp_path / "sd3explorer.conf.lock")
        (tmp_path / "sd3explorer.conf").write_text("[a]")
        set_aside_others(tmp_path)
        assert not (tmp_path / "preferences.ini").exists()
    assert (tmp_path / "sd3explorer.conf").read_text() == "[a]"
    names = sorted(path.name for path in tmp_path.iterdir() if path.name.startswith("preferences"))
    assert names == ["preferences.ini.damaged", "preferences.ini.damaged-2", "preferences.ini.damaged-3"]


def test_where_there_are_no_settings_yet_nothing_happens(tmp_path):
    set_aside_others(tmp_path / "none")
    assert list(tmp_path.iterdir()) == []


def test_settings_are_kept_where_what_is_no_file_is_set_aside(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    folder = settings_folder()
    for file in (preferences_file(), QSettings().fileName()):
        # Tests have their settings elsewhere.
        assert str(file).endswith((f"{folder.name}/preferences.ini", f"{folder.name}/{folder.name}.ini"))


@pytest.mark.parametrize(
    "content", [b"\0\xff" * 999, b"[rendering\nmodel=", b"model=@Variant(\\0\\0\\0\\x7f)"]
)
def test_preferences_that_are_damaged_are_the_usual_ones_and_can_be_written_again(content):
    file = preferences_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    assert remembered() == Preferences()
    remember(Preferences(model="sd3"))
    assert b"model=sd3" in file.read_bytes()

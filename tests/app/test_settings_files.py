"""What lies in the places of settings files and is none."""

import os
import subprocess
import sys

import pytest

from sd3explorer.app.preferences.remembered import Preferences, preferences_file, remember, remembered
from sd3explorer.app.settings_files import set_aside_others


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


# The window's start, up to the window.
START = """
import sys
from sd3explorer.app import main
from sd3explorer.render.places import choose_place

def opened(*_):
    print("opened")
    sys.exit(0)

main.MainWindow = opened
main.start(None, choose_place, new_window=True)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="folders of settings are as on Linux")
def test_the_window_starts_where_there_are_pipes_for_settings(tmp_path):
    names = "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"
    folder = tmp_path / "sd3explorer"
    folder.mkdir()
    for name in ("preferences.ini", "sd3explorer.conf"):
        os.mkfifo(folder / name)
    environment = os.environ | dict.fromkeys(names, str(tmp_path))
    done = subprocess.run([sys.executable, "-c", START], env=environment, stdout=subprocess.PIPE, timeout=60)
    assert done.stdout == b"opened\n"
    assert {"preferences.ini.damaged", "sd3explorer.conf.damaged"} <= {path.name for path in folder.iterdir()}


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

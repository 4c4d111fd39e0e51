"""The window as a process of its own: how it ends when it is told to."""

import os
import signal
import subprocess
import sys

import psutil
import pytest

from sd3explorer.app.document.recovery import Recovery

# Starts the app with an edit that isn't saved, and says so once the window rests in what it was told to do.
WINDOW = """
import sys
from dataclasses import replace
from PySide6.QtCore import QTimer
from sd3explorer.app import main

def work(window, doing):
    window.document.edit(replace(window.document.walk, title="Precious"), "Change title")
    QTimer.singleShot(500, lambda: print("ready", flush=True))
    if doing == "asking":
        window.close()
    elif doing == "choosing a file":
        window.files.save_as()

def follow(window):
    end_on_signals(window)
    QTimer.singleShot(0, window, lambda: work(window, sys.argv[1]))

end_on_signals, main._end_on_signals = main._end_on_signals, follow
sys.exit(main.start(None))
"""

SECONDS_TO_END = 60


@pytest.mark.parametrize(
    ("number", "doing"),
    [(signal.SIGHUP, "rendering"), (signal.SIGTERM, "asking"), (signal.SIGINT, "choosing a file")],
)
def test_a_window_that_is_told_to_end_asks_nobody_and_loses_nothing(tmp_path, qapp, number, doing):
    places = {
        f"XDG_{kind}_HOME": str(tmp_path / kind.lower()) for kind in ("CACHE", "STATE", "CONFIG", "DATA")
    }
    (tmp_path / "tmp").mkdir()
    environment = os.environ | places | {"TMPDIR": str(tmp_path / "tmp"), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", WINDOW, doing]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as window:
        try:
            assert window.stdout.readline() == "ready\n"
            engines = psutil.Process(window.pid).children(recursive=True)
            window.send_signal(number)
            assert window.wait(SECONDS_TO_END) == 0
        finally:
            window.kill()
    assert engines
    assert psutil.wait_procs(engines, SECONDS_TO_END)[1] == []
    assert list((tmp_path / "tmp").iterdir()) == []
    next_window = Recovery(tmp_path / "state" / "sd3explorer" / "recovery")
    assert [left.walk.title for left in next_window.leftovers()] == ["Precious"]
    next_window.close()

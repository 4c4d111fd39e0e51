"""A window that doesn't answer leaves a trace of where it hangs."""

import os
import signal
import time

import pytest

from sd3explorer.app.hang_watch import MILLISECONDS_BETWEEN_BEATS, HangWatch


def hang_for_a_while(file, before):
    """Returns once something was written, as whatever keeps the window busy returns some time."""
    until = time.monotonic() + 20
    while file.stat().st_size == before and time.monotonic() < until:
        time.sleep(0.01)


def test_the_stacks_of_a_hang_are_written_and_when_it_was_is_logged(qtbot, tmp_path, caplog):
    file = tmp_path / "crash.log"
    with file.open("a") as opened:
        watch = HangWatch(opened, seconds=0.2)
        hang_for_a_while(file, 0)
        assert "hang_for_a_while" in file.read_text()
        qtbot.waitUntil(lambda: "the window didn't answer for" in caplog.text)
        watch.stop()


def test_a_window_that_answers_leaves_none(qtbot, tmp_path):
    file = tmp_path / "crash.log"
    with file.open("a") as opened:
        watch = HangWatch(opened, seconds=60)
        qtbot.wait(MILLISECONDS_BETWEEN_BEATS // 20)
        watch.stop()
        assert file.read_text() == ""


@pytest.mark.skipif(not hasattr(signal, "SIGCONT"), reason="this system stops no process")
def test_an_app_that_was_stopped_and_goes_on_did_not_hang(qtbot, tmp_path, caplog):
    before = signal.getsignal(signal.SIGCONT)
    caplog.set_level("INFO")
    with (tmp_path / "crash.log").open("a") as opened:
        watch = HangWatch(opened, seconds=60)
        # As after an hour in the background of a terminal.
        watch._last -= 3600
        os.kill(os.getpid(), signal.SIGCONT)
        qtbot.waitUntil(lambda: "the app was stopped for 3600 s" in caplog.text)
        watch._beat()
        watch.stop()
    assert "didn't answer" not in caplog.text
    assert signal.getsignal(signal.SIGCONT) == before

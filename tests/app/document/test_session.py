"""The next start goes on where the last one was left."""

import os
import sys
from dataclasses import replace
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget

from sd3explorer.app.document.document import Document
from sd3explorer.app.document.files import Files
from sd3explorer.app.document.recovery import FileLock, Recovery
from sd3explorer.app.document.session import Session
from sd3explorer.app.messages import MessageBar
from sd3explorer.app.playhead import Playhead
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk

EXAMPLE = Walk(title="Example")
MINE = Walk(title="Mine", timing=Timing(frames=20))


@pytest.fixture
def start(qtbot, tmp_path):
    """Starts a window's part of it; each start is another one."""
    started = []

    def start():
        parent = QWidget()
        qtbot.addWidget(parent)
        document, playhead, messages = Document(parent), Playhead(parent), MessageBar(parent)
        document.walk_changed.connect(playhead.set_walk)
        recovery, lock = Recovery(tmp_path / "recovery", parent), FileLock(tmp_path / "locks")
        files = Files(document, messages, recovery, lock, parent)
        session = Session(document, playhead, files, messages, tmp_path / "session", parent)
        window = SimpleNamespace(
            document=document, playhead=playhead, files=files, session=session, messages=messages
        )
        started.append(window)
        session.begin(lambda: files.begin(EXAMPLE))
        return window

    yield start
    for window in started:
        close(window)


def close(window, keep_edits=False):
    if window.files:
        window.session.close()
        window.files.close(keep_edits)
    window.files = None


def kill(window):
    """As if it were gone at once, once it had proven that it starts."""
    window.session._end_beginning()
    window.session._staying.stop()
    window.files._recovery.write()
    window.files.close(keep_edits=True)
    window.files = None


def saved(window, file, walk=MINE):
    window.files.begin(walk)
    window.document.save(file)
    return window


def test_the_first_start_has_nothing_to_go_on_with(start):
    assert start().document.walk == EXAMPLE


def test_a_file_is_open_again_at_the_frame_that_was_looked_at(start, tmp_path):
    window = saved(start(), tmp_path / "mine.sd3walk")
    window.playhead.move_to(13)
    close(window)
    window = start()
    assert (window.document.walk, window.document.file) == (MINE, tmp_path / "mine.sd3walk")
    assert not window.document.modified
    assert window.playhead.index == 13


@pytest.mark.skipif(sys.platform == "win32", reason="names are text there")
def test_a_file_whose_name_is_no_text_is_open_again(start, tmp_path):
    file = tmp_path / os.fsdecode(b"ow\xffl.sd3walk")
    MINE.save(file)
    window = start()
    window.files.open(file)
    close(window)
    QSettings().sync()
    assert start().document.file == file


def test_the_frame_is_known_after_a_crash_too(start, tmp_path, qtbot):
    window = saved(start(), tmp_path / "mine.sd3walk")
    window.playhead.move_to(13)
    qtbot.waitUntil(lambda: not window.session._staying.isActive())
    kill(window)
    assert start().playhead.index == 13


def test_saving_does_not_forget_the_frame(start, tmp_path):
    window = start()
    window.files.begin(MINE)
    window.playhead.move_to(13)
    window.document.save(tmp_path / "mine.sd3walk")
    kill(window)
    assert start().playhead.index == 13


def test_a_frame_that_is_gone_is_the_last_one(start, tmp_path):
    window = saved(start(), tmp_path / "mine.sd3walk")
    window.playhead.move_to(19)
    close(window)
    replace(MINE, timing=Timing(frames=5)).save(tmp_path / "mine.sd3walk")
    assert start().playhead.index == 4


def test_a_walk_without_a_file_is_there_again(start):
    window = start()
    window.files.begin(MINE)
    close(window)
    window = start()
    assert (window.document.walk, window.document.file) == (MINE, None)
    assert not window.document.modified


def test_a_folder_in_its_place_keeps_no_later_walk_from_being_there_again(start, tmp_path):
    (tmp_path / "session" / "last.sd3walk" / "inside").mkdir(parents=True)
    window = start()
    window.files.begin(MINE)
    close(window)
    assert start().document.walk == MINE


def test_it_is_kept_where_only_its_owner_reads_it(start, tmp_path):
    close(start())
    assert (tmp_path / "session").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("end", [kill, lambda window: close(window, keep_edits=True)])
@pytest.mark.parametrize("has_file", [True, False])
def test_unsaved_edits_are_back_after_any_end(start, tmp_path, end, has_file):
    window = start()
    if has_file:
        saved(window, tmp_path / "mine.sd3walk")
    window.document.edit(replace(MINE, title="Edited"), "Change title")
    end(window)
    window = start()
    assert window.document.walk.title == "Edited"
    assert window.document.file == (tmp_path / "mine.sd3walk" if has_file else None)
    assert window.document.modified
    assert window.messages.text == "Unsaved changes of “Edited” are back."
    window.files.offer_leftovers()
    assert "Restore" not in window.messages.text


def test_edits_that_were_thrown_away_do_not_come_back(start):
    window = start()
    window.document.edit(replace(MINE, title="Edited"), "Change title")
    close(window)
    assert start().document.walk == EXAMPLE


@pytest.mark.parametrize("content", [None, b"{"])
def test_a_file_that_cannot_be_opened_any_more_is_named(start, tmp_path, content):
    close(saved(start(), tmp_path / "mine.sd3walk"))
    if content is None:
        (tmp_path / "mine.sd3walk").unlink()
    else:
        (tmp_path / "mine.sd3walk").write_bytes(content)
    window = start()
    assert window.document.walk == EXAMPLE
    assert "mine.sd3walk" in window.messages.text


def test_a_start_that_failed_is_not_repeated(start, tmp_path):
    close(saved(start(), tmp_path / "mine.sd3walk"))
    window = start()
    window.files.close()
    window.files = None
    after = start()
    assert after.document.walk == EXAMPLE
    assert after.messages.text.startswith("The app ended while it was starting")
    next(button for button in after.messages._offered if button.text() == "Open mine.sd3walk").click()
    assert after.document.walk == MINE
    close(after)
    assert start().document.walk == MINE


def test_a_start_that_lasts_is_proven(start, tmp_path, qtbot):
    close(saved(start(), tmp_path / "mine.sd3walk"))
    window = start()
    window.session._proving.timeout.emit()
    window.files.close()
    window.files = None
    assert start().document.walk == MINE

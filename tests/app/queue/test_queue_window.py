"""The queue in the window: its dialog, what it looks at, and a process that runs it."""

import os
import threading
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from sd3explorer.app.queue.button import QueueButton
from sd3explorer.app.queue.dialog import QueueDialog
from sd3explorer.app.queue.leaving import after_asking
from sd3explorer.app.queue.rows import state_of
from sd3explorer.app.queue.watch import QueueState, QueueWatch
from sd3explorer.queue.entry import Doing, Entry, Order, QueueError, State
from sd3explorer.queue.process import QueueProcess
from sd3explorer.queue.runner import Runner
from sd3explorer.queue.walk_queue import WalkQueue
from sd3explorer.render.local import ThisProcess
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk
from tests.gradient import GradientModel

# For what would hang: much longer than it takes.
SECONDS_AT_MOST = 20
WALK = Walk(title="Short", timing=Timing(frames=4))


class EndlessModel(GradientModel):
    """Renders until it is stopped."""

    def render(self, recipes, batch_size, should_stop, show):
        while not should_stop():
            time.sleep(0.005)
        return []


class InThread:
    """Runs the queue in a thread, where the window has a process."""

    load_model = GradientModel

    def __init__(self, queue, store, tmp_path):
        place = ThisProcess(tmp_path / "log", load_model=lambda settings: self.load_model(settings))
        self.runner = Runner(queue, place, store)
        self.thread = None
        self.words = None
        self.complaint = ""

    def start(self, words, log):
        self.words = words
        self.thread = threading.Thread(target=self.work)
        self.thread.start()
        return self

    def work(self):
        with closing(self.runner.run()) as events:
            for _ in events:
                pass

    @property
    def has_ended(self):
        return not self.thread.is_alive()


@pytest.fixture
def queue(tmp_path):
    return WalkQueue(tmp_path / "queue")


@pytest.fixture
def process(queue, store, tmp_path):
    process = InThread(queue, store, tmp_path)
    yield process
    if process.thread is not None:
        queue.set_paused(True)
        process.thread.join()


@pytest.fixture
def watch(qapp, queue, process, tmp_path):
    watch = QueueWatch(queue, tmp_path / "queue.log", process.start)
    yield watch
    watch.close()


@pytest.fixture
def dialog(qtbot, watch):
    dialog = QueueDialog(watch)
    dialog.run_asked.connect(lambda: watch.run(["--precision", "float32"]))
    dialog.show()
    yield dialog
    dialog.hide()
    dialog.deleteLater()


def add(qtbot, queue, watch, *names):
    for name in names:
        queue.add(Order(replace(WALK, title=name), queue._folder.parent / f"{name}.gif"))
    watch.look()
    qtbot.waitUntil(lambda: len(watch.state.entries) >= len(names))


def titles(dialog):
    return [dialog.rows.entry(row).title for row in range(dialog.rows.rowCount())]


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def entry(number=1, state=State.RUNNING, doing=Doing.RENDERING, share=0.436, reason="", frames=64):
    return Entry(number, "Dog to cat", frames, Path("/films/dog.gif"), state, doing, share, reason, None)


def test_a_window_without_a_queue_makes_no_file_for_one(qtbot, watch, tmp_path):
    watch.look()
    watch._pool.waitForDone()
    assert not (tmp_path / "queue").exists()


def test_an_empty_queue_invites(qtbot, dialog):
    assert "add walks, start the queue, and find their files in the morning" in dialog.hint.text()
    assert not dialog.run.isEnabled()
    assert not dialog.remove.isEnabled()
    assert dialog.add.isEnabled()


def test_what_another_program_adds_is_seen(qtbot, dialog, queue, watch):
    add(qtbot, queue, watch, "a", "b")
    qtbot.waitUntil(lambda: titles(dialog) == ["a", "b"])
    assert dialog.selected().title == "a"
    assert dialog.run.text() == "&Start"
    assert dialog.run.isEnabled()


def test_files_are_made_one_after_the_other(qtbot, dialog, queue, watch, process, tmp_path):
    add(qtbot, queue, watch, "a", "b")
    ended = []
    watch.ended.connect(lambda entry: ended.append((entry.title, entry.state)))
    click(dialog.run)
    qtbot.waitUntil(lambda: len(ended) == 2)
    assert ended == [("a", State.DONE), ("b", State.DONE)]
    assert process.words == ["--precision", "float32"]
    qtbot.waitUntil(lambda: dialog.hint.text() == "All done.")
    assert (tmp_path / "a.gif").exists()
    assert not dialog.run.isEnabled()
    assert dialog.show_file.isEnabled()
    with qtbot.waitSignal(dialog.shown_asked) as shown:
        click(dialog.show_file)
    assert shown.args == [tmp_path / "a.gif"]
    click(dialog.clear)
    qtbot.waitUntil(lambda: titles(dialog) == [])


def test_it_is_paused_and_goes_on(qtbot, dialog, queue, watch, process):
    process.load_model = EndlessModel
    queue.add(Order(WALK, queue._folder.parent / "a.png"))
    watch.look()
    qtbot.waitUntil(lambda: dialog.run.isEnabled())
    click(dialog.run)
    qtbot.waitUntil(lambda: dialog.run.text() == "&Pause")
    click(dialog.run)
    qtbot.waitUntil(lambda: dialog.run.text() == "&Start")
    assert watch.state.paused
    assert watch.state.entries[0].state is State.WAITING
    click(dialog.run)
    qtbot.waitUntil(lambda: watch.state.is_run)


def test_entries_are_moved_by_keys_and_stay_selected(qtbot, dialog, queue, watch):
    add(qtbot, queue, watch, "a", "b", "c")
    dialog.view.setCurrentIndex(dialog.rows.index(2))
    QTest.keyClick(dialog.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: titles(dialog) == ["a", "c", "b"])
    assert dialog.selected().title == "c"
    QTest.keyClick(dialog.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: titles(dialog) == ["c", "a", "b"])
    assert not dialog.up.isEnabled()
    click(dialog.down)
    qtbot.waitUntil(lambda: titles(dialog) == ["a", "c", "b"])
    click(dialog.down)
    qtbot.waitUntil(lambda: titles(dialog) == ["a", "b", "c"])
    assert not dialog.down.isEnabled()


@pytest.mark.parametrize(("row", "after"), [(0, "cab"), (2, "acb"), (-1, "abc")])
def test_one_is_dragged_between_others(qtbot, dialog, queue, watch, row, after):
    add(qtbot, queue, watch, "a", "b", "c")
    data = dialog.rows.mimeData([dialog.rows.index(2 if row != 2 else 1)])
    nowhere = dialog.rows.index(-1)
    dragged = after[0] if row == 0 else None
    dialog.rows.dropMimeData(data, Qt.DropAction.MoveAction, row if row != 2 else 3, 0, nowhere)
    qtbot.waitUntil(lambda: "".join(titles(dialog)) == after)
    assert dragged in (None, "c")


def test_delete_removes_what_is_selected_and_selects_what_follows(qtbot, dialog, queue, watch):
    add(qtbot, queue, watch, "a", "b", "c")
    dialog.view.setCurrentIndex(dialog.rows.index(1))
    QTest.keyClick(dialog.view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: titles(dialog) == ["a", "c"])
    assert dialog.selected().title == "c"


def test_one_that_failed_says_why_and_is_made_again(qtbot, dialog, queue, watch):
    add(qtbot, queue, watch, "a")
    with queue.run_alone():
        queue.end(queue.take().id, State.FAILED, "the disk is full")
    watch.look()
    qtbot.waitUntil(lambda: dialog.retry.isEnabled())
    assert state_of(dialog.selected()) == "Failed · 4 frames · the disk is full"
    # Where there is room for all of it.
    assert dialog.hint.text() == "The disk is full"
    click(dialog.retry)
    qtbot.waitUntil(lambda: not dialog.retry.isEnabled())
    assert state_of(dialog.selected()) == "Waits · 4 frames"


def test_a_key_that_is_pressed_twice_makes_it_again_and_removes_nothing(qtbot, dialog, queue, watch):
    add(qtbot, queue, watch, "a")
    with queue.run_alone():
        queue.end(queue.take().id, State.FAILED, "the disk is full")
    watch.look()
    qtbot.waitUntil(dialog.retry.isEnabled)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.retry.setFocus()
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not dialog.retry.isEnabled())
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Space)
    watch._pool.waitForDone()
    assert [entry.title for entry in queue.entries()] == ["a"]


def test_what_can_not_be_done_is_said(qtbot, dialog, queue, watch):
    add(qtbot, queue, watch, "a")
    with qtbot.waitSignal(watch.failed) as failed:
        watch.add(Order(WALK, queue._folder.parent / "a.gif"))
    assert "choose another name" in failed.args[0]
    assert dialog.hint.text() == failed.args[0]


def test_a_process_that_can_not_be_started_is_reported(qtbot, queue, tmp_path):
    def start(words, log):
        raise QueueError("the queue can't be started: no room; see queue.log")

    watch = QueueWatch(queue, tmp_path / "queue.log", start)
    with qtbot.waitSignal(watch.failed) as failed:
        watch.run([])
    assert failed.args == ["the queue can't be started: no room; see queue.log"]
    watch.close()


def test_a_process_that_ends_too_soon_is_reported_with_what_it_said(qtbot, queue, tmp_path):
    class Ended:
        has_ended = True
        complaint = "there is no such device"

    watch = QueueWatch(queue, tmp_path / "queue.log", lambda *_: Ended())
    queue.add(Order(WALK, tmp_path / "a.gif"))
    with qtbot.waitSignal(watch.failed) as failed:
        watch.run([])
    assert failed.args == ["The queue stopped: there is no such device"]
    watch.close()


def test_a_pause_right_before_the_window_closes_happens(qtbot, queue, tmp_path):
    watch = QueueWatch(queue, tmp_path / "queue.log")
    for _ in range(20):
        watch.set_watched(True)
    watch.pause()
    watch.close()
    assert queue.paused


def test_a_queue_that_can_not_be_read_is_reported_once(qtbot, queue, tmp_path):
    (tmp_path / "queue").write_text("")
    watch = QueueWatch(queue, tmp_path / "queue.log")
    failures = []
    watch.failed.connect(failures.append)
    with qtbot.waitSignal(watch.failed):
        watch.set_watched(True)
    for _ in range(3):
        with qtbot.waitSignal(watch._answers.failed):
            watch.look()
    assert len(failures) == 1
    (tmp_path / "queue").unlink()
    with qtbot.waitSignal(watch.changed):
        watch.look()
    watch.close()


def test_what_had_ended_before_is_no_news(qtbot, queue, tmp_path):
    number = queue.add(Order(WALK, tmp_path / "a.gif"))
    with queue.run_alone():
        queue.take()
        queue.end(number, State.DONE, "")
    watch = QueueWatch(queue, tmp_path / "queue.log")
    ended = []
    watch.ended.connect(ended.append)
    with qtbot.waitSignal(watch.changed):
        watch.look()
    assert ended == []
    watch.close()


@pytest.mark.parametrize(
    ("state", "text"),
    [
        (QueueState(), ""),
        (QueueState((entry(state=State.DONE),)), ""),
        (QueueState((entry(state=State.WAITING), entry(2, State.WAITING))), "Queue: 2 waiting"),
        (
            QueueState((entry(state=State.DONE), entry(2), entry(3, State.WAITING)), is_run=True),
            "Queue: 2 of 3 · 43 %",
        ),
    ],
)
def test_the_status_line_says_how_the_queue_is(qtbot, state, text):
    parent = QWidget()
    qtbot.addWidget(parent)
    button = QueueButton(parent)
    button.show_queue(state)
    assert button.text() == text
    assert button.isHidden() == (not text)
    assert button.accessibleName() == text


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        (entry(), "Rendering · 43 % · 64 frames"),
        (entry(doing=Doing.PREPARING), "Getting ready · 64 frames"),
        (entry(doing=Doing.WRITING, share=0.999), "Writing the file · 99 % · 64 frames"),
        (entry(doing=Doing.SEARCHING, frames=1), "Making the motion even · 43 % · 1 frame"),
        (entry(state=State.DONE, reason="2.1 MB"), "Done · 64 frames · 2.1 MB"),
    ],
)
def test_an_entry_says_how_far_it_is(shown, text):
    assert state_of(shown) == text


def leave(qtbot, watch, answer):
    """Closes a window while the queue runs; returns whether it goes on to close."""
    window = QWidget()
    qtbot.addWidget(window)
    gone = []
    after_asking(window, watch, lambda: gone.append(True))
    for box in window.findChildren(QMessageBox):
        next(button for button in box.findChildren(QPushButton) if answer in button.text()).click()
    return bool(gone)


class Running:
    def __init__(self, is_ours):
        self.is_ours = is_ours
        self.state = QueueState((entry(),), is_run=True)
        self.paused = False

    def pause(self):
        self.paused = True


@pytest.mark.parametrize(
    ("is_ours", "answer", "goes", "pauses"),
    [
        (True, "Let it continue", True, False),
        (True, "Pause it", True, True),
        (True, "Cancel", False, False),
        (False, "nobody asks", True, False),
    ],
)
def test_quitting_asks_what_becomes_of_a_queue_that_this_window_started(qtbot, is_ours, answer, goes, pauses):
    watch = Running(is_ours)
    assert leave(qtbot, watch, answer) == goes
    assert watch.paused == pauses


def test_a_real_process_runs_the_queue_of_its_user_and_says_what_is_wrong(tmp_path, monkeypatch, qtbot):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    WalkQueue(tmp_path / "state" / "sd3explorer" / "queue").set_paused(True)
    process = QueueProcess(["--precision", "float32"], tmp_path / "logs" / "queue.log")
    qtbot.waitUntil(lambda: process.has_ended)
    assert process.complaint == "the queue is paused; to continue, run: sd3explorer queue resume"


def a_file_in_its_folders_place(log):
    log.parent.write_text("")


def a_pipe(log):
    log.parent.mkdir()
    os.mkfifo(log)


def a_link(log):
    log.parent.mkdir()
    log.symlink_to(log.parent / "elsewhere")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
@pytest.mark.parametrize("leave", [a_file_in_its_folders_place, a_pipe, a_link])
def test_the_queue_runs_whatever_is_in_the_place_of_its_log_and_says_what_is_wrong(
    tmp_path, monkeypatch, qtbot, leave
):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    WalkQueue(tmp_path / "state" / "sd3explorer" / "queue").set_paused(True)
    log = tmp_path / "logs" / "queue.log"
    leave(log)
    process = within_time(lambda: QueueProcess(["--precision", "float32"], log))
    qtbot.waitUntil(lambda: process.has_ended)
    assert within_time(lambda: process.complaint).startswith("the queue is paused")
    assert not (log.parent / "elsewhere").exists()


def within_time(work):
    """What a function returns; fails where it hangs."""
    found = []
    thread = threading.Thread(target=lambda: found.append(work()), daemon=True)
    thread.start()
    thread.join(SECONDS_AT_MOST)
    assert found, "it hangs"
    return found[0]


def test_a_log_says_only_what_the_last_process_wrote(tmp_path, monkeypatch, qtbot):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    WalkQueue(tmp_path / "state" / "sd3explorer" / "queue").set_paused(True)
    log = tmp_path / "queue.log"
    log.write_text("what an earlier one wrote\n" * 1000)
    process = QueueProcess(["--precision", "float32"], log)
    qtbot.waitUntil(lambda: process.has_ended)
    assert log.read_text().count("\n") == 1

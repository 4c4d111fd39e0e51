"""From a walk in the window, by way of the queue, to its file."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from sd3explorer.app import main_window
from sd3explorer.app.main_window import MainWindow
from sd3explorer.app.parts import Storage
from sd3explorer.export import read_walk
from sd3explorer.presets.locate import locate
from sd3explorer.render import estimate
from sd3explorer.render.local import ThisProcess
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk
from tests.app.queue.test_queue_window import InThread
from tests.gradient import GradientModel

WALK = Walk(title="Short", timing=Timing(frames=4), sampler=Sampler(4, 1.0))


@pytest.fixture
def window(qtbot, store, tmp_path):
    QSettings().setValue("engine/warm", False)
    storage = Storage(store, tmp_path / "exports", tmp_path / "state", tmp_path / "app.log")
    window = MainWindow(storage, locate, ThisProcess(tmp_path / "engine.log", load_model=GradientModel))
    process = InThread(window.watch._queue, store, tmp_path)
    window.watch._start = process.start
    window.show()
    with qtbot.waitSignal(window.frames.reset):
        window.files.begin(WALK)
    yield window
    window.document.show(WALK)
    window.close()
    window.deleteLater()
    if process.thread is not None:
        window.watch._queue.set_paused(True)
        process.thread.join()


def dialogs():
    return [
        each for each in QApplication.topLevelWidgets() if isinstance(each, QFileDialog) and each.isVisible()
    ]


def choose(qtbot, file):
    """Answers the dialog that asks for a file."""
    qtbot.waitUntil(lambda: len(dialogs()) == 1)
    (dialog,) = dialogs()
    dialog.fileSelected.emit(str(file))
    dialog.close()


def trigger(window, name):
    window.actions_by_id[name].trigger()


def test_a_walk_is_added_made_and_found(qtbot, window, tmp_path, monkeypatch):
    unloaded = []
    monkeypatch.setattr(window.control, "unload", lambda: unloaded.append(True))
    trigger(window, "queue_walk")
    choose(qtbot, tmp_path / "short.gif")
    qtbot.waitUntil(lambda: window.messages.text == "short.gif is waiting in the queue, which isn't started")
    qtbot.waitUntil(lambda: window._status.queue.text() == "Queue: 1 waiting")
    window._status.queue.click()
    assert window.queue.isVisible()
    said = []
    monkeypatch.setattr(window._notices, "_say", lambda title, text: said.append(title))
    window.queue.run.click()
    qtbot.waitUntil(lambda: said == ["short.gif is made"])
    assert unloaded == [True]
    assert read_walk(tmp_path / "short.gif").title == "Short"
    assert not window._status.queue.isVisible()


def test_what_is_edited_while_it_is_asked_where_to_is_not_meant(qtbot, window, tmp_path):
    trigger(window, "queue_walk")
    window.document.edit(Walk(title="Another"), "edit")
    choose(qtbot, tmp_path / "short.gif")
    qtbot.waitUntil(lambda: len(window.watch.state.entries) == 1)
    assert window.watch.state.entries[0].title == "Short"


def test_so_much_is_asked_about(qtbot, window, monkeypatch):
    monkeypatch.setattr(estimate, "LARGE", 1)
    trigger(window, "queue_walk")
    box = next(box for box in window.findChildren(QMessageBox) if box.isVisible())
    assert box.text() == "This walk needs a lot of space, and time."
    assert box.informativeText().startswith("4 frames of 128 × 128 take up to 131 kB in the frame store. ")
    box.reject()
    assert not dialogs()


def test_a_target_that_waits_already_is_refused_in_the_window(qtbot, window, tmp_path):
    for _ in range(2):
        trigger(window, "queue_walk")
        choose(qtbot, tmp_path / "short.gif")
    qtbot.waitUntil(lambda: "choose another name" in window.messages.text)
    assert len(window.watch.state.entries) == 1


def test_closing_asks_first_where_the_queue_was_started_here(qtbot, window, monkeypatch):
    asked = []
    with monkeypatch.context() as running:
        running.setattr(type(window.watch), "is_ours", True)
        running.setattr(main_window, "after_asking", lambda *arguments: asked.append(arguments[:2]))
        window.close()
        assert window.isVisible()
        assert asked == [(window, window.watch)]


def test_the_folder_of_a_file_is_shown(qtbot, window, monkeypatch):
    shown = []
    monkeypatch.setattr(window._commands, "_open_folder", lambda folder, otherwise: shown.append(folder))
    window.queue.shown_asked.emit(Path("/films/short.gif"))
    assert shown == [Path("/films")]

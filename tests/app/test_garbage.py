"""Garbage with parts of Qt in it ends in the window's thread, and soon."""

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject, QTimer

from sd3explorer.app import garbage
from sd3explorer.app.garbage import GarbageCollection


class Ticking(QObject):
    """Has a timer that runs, and is garbage as soon as nobody has it."""

    def __init__(self):
        super().__init__()
        self._timer = QTimer(self, interval=1)
        self._timer.start()
        self._own = self


@pytest.fixture
def ends():
    """The threads in which garbage ended."""
    return []


@pytest.fixture
def throw_away(ends):
    def throw_away():
        weakref.finalize(Ticking(), lambda: ends.append(threading.current_thread()))

    return throw_away


@pytest.fixture
def collection(monkeypatch):
    monkeypatch.setattr(garbage, "MILLISECONDS_BETWEEN_LOOKS", 20)
    gc.enable()
    collection = GarbageCollection()
    yield
    collection.deleteLater()


def make_objects():
    for _ in range(20):
        [[] for _ in range(10_000)]


def in_another_thread(call):
    thread = threading.Thread(target=call)
    thread.start()
    thread.join()


def test_left_to_python_it_ends_in_whichever_thread_makes_objects(ends):
    gc.enable()
    # Without Qt in it, as that would end the tests.
    thing = type("Thing", (), {})()
    thing.own = thing
    weakref.finalize(thing, lambda: ends.append(threading.current_thread()))
    del thing
    in_another_thread(make_objects)
    assert ends and ends != [threading.main_thread()]


def test_it_does_not_end_in_another_thread(throw_away, ends, collection):
    throw_away()
    in_another_thread(make_objects)
    assert ends == []
    assert not gc.isenabled()


def test_it_ends_soon_in_the_thread_of_the_window(qtbot, throw_away, ends, collection):
    throw_away()
    kept = [[] for _ in range(2 * gc.get_threshold()[0])]
    qtbot.waitUntil(lambda: bool(ends))
    assert ends == [threading.main_thread()]
    assert kept


@pytest.fixture
def eager():
    """Python finds each generation due after a few objects."""
    before = gc.get_threshold()
    gc.set_threshold(100, 1, 1)
    yield
    gc.set_threshold(*before)


def test_what_lived_on_for_long_ends_too(qtbot, throw_away, ends, eager, collection):
    thing = Ticking()
    weakref.finalize(thing, lambda: ends.append("lived on"))
    gc.collect(1)
    del thing
    gc.collect(1)
    assert ends == []
    kept = []

    def ended():
        kept.extend([] for _ in range(1000))
        return bool(ends)

    qtbot.waitUntil(ended)
    assert ends == ["lived on"]

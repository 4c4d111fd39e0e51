"""The queue in its file, which several processes look at and change."""

import os
import random
import socket
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from sd3explorer.export import Options, Quality
from sd3explorer.queue.entry import Doing, Order, QueueError, State
from sd3explorer.queue.walk_queue import MOST_ATTEMPTS, MOST_ENTRIES, WalkQueue
from sd3explorer.walk.model import Model
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "queue"


@pytest.fixture
def queue(folder):
    return WalkQueue(folder)


def order(name, **options):
    return Order(Walk(title=name, timing=Timing(frames=7)), Path(f"/films/{name}.gif"), Options(**options))


def titles(queue):
    return [entry.title for entry in queue.entries()]


def states(queue):
    return {entry.title: entry.state for entry in queue.entries()}


def test_what_is_added_waits_in_that_order(queue):
    numbers = [queue.add(order(name)) for name in "abc"]
    entries = queue.entries()
    assert [entry.id for entry in entries] == numbers
    assert {entry.state for entry in entries} == {State.WAITING}
    assert [(entry.title, entry.frames, entry.target) for entry in entries][:1] == [
        ("a", 7, Path("/films/a.gif"))
    ]


def test_a_walk_without_a_title_is_called_by_its_file(queue):
    queue.add(Order(Walk(), Path("/films/owl-to-frog.gif")))
    assert titles(queue) == ["owl-to-frog"]


def test_an_order_comes_out_as_it_went_in(queue):
    asked = Order(
        Walk(title="A “fine” walk\n"),
        Path("/films/a.webp"),
        Options(scale=2.5, quality=Quality.QUICK, max_bytes=8_000_000, captions=True),
        carries_walk=False,
    )
    assert queue.order(queue.add(asked)) == asked


NO_TEXT = Path(os.fsdecode(b"/films/ow\xffl.gif"))


@pytest.mark.skipif(sys.platform == "win32", reason="names are text there")
def test_a_target_whose_name_is_no_text_comes_out_as_it_went_in(queue):
    number = queue.add(Order(Walk(), NO_TEXT))
    assert queue.order(number).target == NO_TEXT
    assert [(entry.title, entry.target) for entry in queue.entries()] == [("ow\\udcffl", NO_TEXT)]
    with pytest.raises(QueueError, match=r"ow\\udcffl\.gif is what number 1 of the queue becomes"):
        queue.add(Order(Walk(), NO_TEXT))


def test_why_one_failed_may_name_what_is_no_text(queue):
    number = queue.add(order("a"))
    queue.take()
    queue.end(number, State.FAILED, f"{NO_TEXT} can't be written")
    assert queue.entries()[0].reason == "/films/ow\\udcffl.gif can't be written"


def test_a_walk_whose_model_is_where_names_are_no_text_is_refused_with_the_place(queue):
    with pytest.raises(QueueError, match=r'"preset": "/st\\udcff" has bytes that are no text; rename'):
        queue.add(Order(Walk(model=Model("/st\udcff")), Path("/films/a.gif")))
    assert queue.entries() == []


def test_another_process_finds_what_this_one_added(queue, folder):
    queue.add(order("a"))
    assert titles(WalkQueue(folder)) == ["a"]


def test_nobody_else_may_read_it(queue, folder):
    queue.add(order("a"))
    assert folder.stat().st_mode & 0o077 == 0


def test_two_that_wait_can_not_become_the_same_file(queue):
    number = queue.add(order("a"))
    with pytest.raises(QueueError, match=f"/films/a.gif is what number {number} of the queue becomes"):
        queue.add(order("a"))
    with queue.run_alone():
        queue.take()
        queue.end(number, State.DONE, "")
    queue.add(order("a"))


def test_one_file_is_known_by_its_other_names(queue, tmp_path):
    (tmp_path / "films").mkdir()
    (tmp_path / "link").symlink_to("films")
    (tmp_path / "films" / "b.gif").symlink_to("a.gif")
    queue.add(Order(Walk(), tmp_path / "films" / "a.gif"))
    for name in ("films/../films/a.gif", "link/a.gif", "films/b.gif"):
        with pytest.raises(QueueError, match="is what number 1 of the queue becomes"):
            queue.add(Order(Walk(), tmp_path / name))
    queue.add(Order(Walk(), tmp_path / "films" / "c.gif"))


def test_there_is_an_end_to_how_many_it_holds(queue, monkeypatch):
    monkeypatch.setattr("sd3explorer.queue.walk_queue.MOST_ENTRIES", 3)
    assert MOST_ENTRIES > 3
    for name in "abc":
        queue.add(order(name))
    with pytest.raises(QueueError, match="holds 3 walks at most"):
        queue.add(order("d"))


def test_entries_are_moved(queue):
    a, b, c = (queue.add(order(name)) for name in "abc")
    queue.move(c, before=a)
    assert titles(queue) == ["c", "a", "b"]
    queue.move(c, before=None)
    assert titles(queue) == ["a", "b", "c"]
    queue.move(b, before=b)
    queue.add(order("d"))
    assert titles(queue) == ["a", "b", "c", "d"]


@pytest.mark.parametrize("change", ["remove", "retry", "order", "move"])
def test_a_number_that_is_not_there_is_named(queue, change):
    with pytest.raises(QueueError, match="the queue has no number 77"):
        getattr(queue, change)(77, *([None] if change == "move" else []))


def test_a_number_is_never_given_again(queue):
    first = queue.add(order("a"))
    queue.remove(first)
    assert queue.add(order("a")) > first


def test_what_runs_is_the_first_that_waits(queue):
    a, b = queue.add(order("a")), queue.add(order("b"))
    with queue.run_alone():
        assert queue.take().id == a
        queue.report(a, Doing.RENDERING, 0.25)
        entry = queue.entries()[0]
        assert (entry.state, entry.doing, entry.share) == (State.RUNNING, Doing.RENDERING, 0.25)
        queue.end(a, State.FAILED, "the disk is full")
        assert queue.take().id == b
        queue.end(b, State.DONE, "")
        assert queue.take() is None
    assert states(queue) == {"a": State.FAILED, "b": State.DONE}
    assert queue.entries()[0].reason == "the disk is full"
    assert queue.clear() == 2
    assert queue.entries() == []


def test_one_that_failed_waits_again_when_asked(queue):
    number = queue.add(order("a"))
    with queue.run_alone():
        queue.take()
        queue.end(number, State.FAILED, "the disk is full")
        queue.retry(number)
        assert queue.take().reason == ""
    with pytest.raises(QueueError, match="has yet to be made"):
        queue.retry(number)


def test_a_pause_is_known_to_all(queue, folder):
    number = queue.add(order("a"))
    with queue.run_alone():
        queue.take()
        assert queue.wants(number)
        WalkQueue(folder).set_paused(True)
        assert not queue.wants(number)
        queue.give_back(number)
        assert queue.take() is None
        queue.set_paused(False)
        assert queue.take().id == number


def test_what_is_removed_while_it_runs_is_not_wanted_and_does_not_come_back(queue):
    number = queue.add(order("a"))
    with queue.run_alone():
        queue.take()
        queue.remove(number)
        assert not queue.wants(number)
        queue.report(number, Doing.WRITING, 0.5)
        queue.give_back(number)
        queue.end(number, State.DONE, "")
    assert queue.entries() == []


def test_one_process_runs_it_at_a_time(queue, folder):
    assert not queue.is_run
    with queue.run_alone():
        assert queue.is_run
        with (
            pytest.raises(QueueError, match="another program is already running the queue"),
            WalkQueue(folder).run_alone(),
        ):
            pass
    assert not queue.is_run


TAKE = """
import os, sys
from pathlib import Path
from sd3explorer.queue.walk_queue import WalkQueue
queue = WalkQueue(Path(sys.argv[1]))
with queue.run_alone():
    queue.take()
    os._exit(9)
"""


def test_what_a_program_had_begun_that_was_killed_waits_again_in_its_place(queue, folder):
    for name in "ab":
        queue.add(order(name))
    subprocess.run([sys.executable, "-c", TAKE, folder])
    assert states(queue) == {"a": State.WAITING, "b": State.WAITING}
    with queue.run_alone():
        assert queue.take().title == "a"


def test_one_that_takes_the_program_down_with_it_does_not_keep_the_others_waiting(queue):
    for name in "ab":
        queue.add(order(name))
    for _ in range(MOST_ATTEMPTS):
        with queue.run_alone():
            assert queue.give_up() == []
            assert queue.take().title == "a"
    with queue.run_alone():
        (given_up,) = queue.give_up()
        assert (given_up.title, given_up.state) == ("a", State.FAILED)
        assert given_up.reason == "the program ended 3 times while working on this"
        assert queue.take().title == "b"


def test_pauses_do_not_count_as_such_ends(queue):
    number = queue.add(order("a"))
    for _ in range(MOST_ATTEMPTS + 2):
        with queue.run_alone():
            assert queue.give_up() == []
            assert queue.take().id == number
            queue.give_back(number)


def test_a_file_that_is_no_queue_is_set_aside(queue, folder):
    folder.mkdir()
    (folder / "queue.db").write_bytes(b"something else" * 100)
    with pytest.raises(QueueError, match=r"starts anew; what is left of it is now .*damaged-1\.db"):
        queue.entries()
    assert queue.entries() == []
    assert (folder / "damaged-1.db").read_bytes().startswith(b"something else")


def test_a_file_with_a_damaged_schema_is_set_aside_too(queue, folder):
    queue.add(order("a"))
    data = (folder / "queue.db").read_bytes()
    (folder / "queue.db").write_bytes(data.replace(b"place REAL", b"pl\2ce REAL"))
    with pytest.raises(QueueError, match=r"starts anew; what is left of it is now .*damaged-1\.db"):
        queue.entries()
    assert queue.entries() == []


def make_pipe(file):
    os.mkfifo(file)


def make_folder(file):
    file.mkdir()


def make_link(file):
    file.symlink_to(file.with_name("elsewhere"))


@pytest.mark.parametrize("make", [make_pipe, make_folder, make_link])
def test_what_lies_in_its_place_is_set_aside_and_never_followed(queue, folder, make):
    folder.mkdir()
    make(folder / "queue.db")
    queue.add(order("a"))
    assert titles(queue) == ["a"]
    assert not (folder / "elsewhere").exists()


def make_socket(file):
    with socket.socket(socket.AF_UNIX) as listening:
        # Their names may be shorter than those of files.
        listening.bind(os.path.relpath(file))


@pytest.mark.parametrize("make", [make_pipe, make_folder, make_link, make_socket])
def test_what_lies_in_the_place_of_its_lock_keeps_nobody_from_running_it(queue, folder, make, monkeypatch):
    folder.mkdir()
    monkeypatch.chdir(folder)
    make(folder / "queue.lock")
    assert not queue.is_run
    with queue.run_alone():
        assert queue.is_run
    assert not (folder / "elsewhere").exists()


def test_a_damaged_file_costs_no_more_than_a_sentence(queue, folder):
    for name in "abc":
        queue.add(order(name))
    whole = (folder / "queue.db").read_bytes()
    flips = random.Random(5)
    for _ in range(60):
        damaged = bytearray(whole)
        for place in flips.sample(range(len(whole)), 20):
            damaged[place] ^= 1 << flips.randrange(8)
        (folder / "queue.db").write_bytes(damaged[: flips.choice([len(whole), 5000])])
        for look in (queue.entries, lambda: [queue.order(entry.id) for entry in queue.entries()]):
            try:
                look()
            except Exception as error:
                assert type(error).__module__.startswith("sd3explorer"), error


def test_a_newer_apps_queue_is_left_alone(queue, folder):
    queue.add(order("a"))
    with sqlite3.connect(folder / "queue.db") as database:
        database.execute("PRAGMA user_version = 99")
    with pytest.raises(QueueError, match="newer sd3explorer; update this one"):
        queue.entries()
    assert [file.name for file in folder.iterdir() if file.suffix == ".db"] == ["queue.db"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_can_not_be_written_to_is_named(queue, folder):
    folder.mkdir()
    folder.chmod(0o500)
    with pytest.raises(QueueError, match="make its folder writable"):
        queue.add(order("a"))


def test_a_file_in_the_place_of_its_folder_is_named(queue, folder):
    folder.write_text("")
    with pytest.raises(QueueError, match=f"{folder} can't be written to"):
        queue.entries()
    assert not queue.is_run

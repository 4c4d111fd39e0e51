import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import contextmanager

import numpy as np
import pytest

from sd3explorer.render import store as store_module
from sd3explorer.render import store_limit
from sd3explorer.render.messages import RenderError
from sd3explorer.render.store import FrameStore
from sd3explorer.walk.cache_files import replacing_cached

A, B, C = ("aa" + "0" * 62, "bb" + "0" * 62, "cc" + "0" * 62)


@pytest.fixture
def image():
    return np.random.default_rng(0).integers(0, 256, (64, 48, 3), dtype=np.uint8)


def file_of(folder, digest):
    return folder / digest[:2] / f"{digest}.png"


def age(folder, digest, seconds):
    then = time.time() - seconds
    os.utime(file_of(folder, digest), (then, then))


def test_a_frame_comes_back_as_it_was(tmp_path, image):
    store = FrameStore(tmp_path)
    store.put(A, image)
    assert (store.get(A) == image).all()


def test_frames_outlive_the_process(tmp_path, image):
    FrameStore(tmp_path).put(A, image)
    assert (FrameStore(tmp_path).get(A) == image).all()


def test_an_unknown_frame_is_none(tmp_path):
    assert FrameStore(tmp_path).get(A) is None


@pytest.mark.parametrize("where", [0, 0.1, 0.5, 0.9, 0.999])
def test_a_damaged_frame_is_none_and_is_removed(tmp_path, image, where):
    store = FrameStore(tmp_path)
    store.put(A, image)
    path = file_of(tmp_path, A)
    data = bytearray(path.read_bytes())
    data[int(len(data) * where)] ^= 0x55
    path.write_bytes(data)
    found = store.get(A)
    assert found is None or (found == image).all()
    if found is None:
        assert not path.exists()


def test_a_truncated_frame_is_none(tmp_path, image):
    store = FrameStore(tmp_path)
    store.put(A, image)
    path = file_of(tmp_path, A)
    path.write_bytes(path.read_bytes()[:-40])
    assert store.get(A) is None


def test_another_picture_under_the_same_name_is_none(tmp_path, image):
    from PIL import Image

    store = FrameStore(tmp_path)
    store.put(A, image)
    Image.fromarray(image).save(file_of(tmp_path, A))
    assert store.get(A) is None


@pytest.fixture
def crowded(tmp_path, image):
    """A store with room for two frames and a half, and A and B in it from long ago."""
    first = FrameStore(tmp_path)
    for number, digest in enumerate((A, B)):
        first.put(digest, image)
        age(tmp_path, digest, 1000 - number)
    return FrameStore(tmp_path, limit=int(file_of(tmp_path, A).stat().st_size * 2.5))


def until_there_is_room():
    for thread in threading.enumerate():
        if thread.name == "making room for frames":
            thread.join()


def test_over_the_limit_the_frames_unused_for_longest_go_first(crowded, image):
    crowded.put(C, image)
    until_there_is_room()
    assert crowded.get(A) is None
    assert crowded.get(B) is not None
    assert crowded.get(C) is not None


def test_reading_a_frame_counts_as_using_it(crowded, image):
    crowded.get(A)
    crowded.put(C, image)
    until_there_is_room()
    assert crowded.get(A) is not None
    assert crowded.get(B) is None


def test_frames_of_this_session_stay_whatever_the_limit(tmp_path, image):
    store = FrameStore(tmp_path, limit=1)
    store.put(A, image)
    until_there_is_room()
    store.put(B, image)
    until_there_is_room()
    assert store.get(A) is not None
    assert store.get(B) is not None


def test_a_store_that_is_open_for_days_spares_only_what_was_used_a_while_ago(tmp_path, image, monkeypatch):
    store = FrameStore(tmp_path, limit=1, spares=3600.0)
    store.put(A, image)
    store.put(B, image)
    until_there_is_room()
    store.hold("window", [B])
    for digest in (A, B):
        age(tmp_path, digest, 7200)
    since_boot = store_module._since_boot
    monkeypatch.setattr(store_module, "_since_boot", lambda: since_boot() + 7200)
    store.free()
    assert not store.has(A)
    assert store.has(B)
    store.put(C, image)
    until_there_is_room()
    assert store.has(C)


def test_what_was_used_long_ago_takes_no_memory(tmp_path, image, monkeypatch):
    store = FrameStore(tmp_path, spares=3600.0)
    store.put(A, image)
    until_there_is_room()
    since_boot = store_module._since_boot
    monkeypatch.setattr(store_module, "_since_boot", lambda: since_boot() + 7200)
    store.put(B, image)
    store.free()
    assert [*store._used] == [f"{B}.png"]


@pytest.mark.parametrize(
    "days",
    [365, -0.5, -2, -365, -40_000],
    ids=["a year on", "half a day back", "back", "a year back", "1970"],
)
def test_a_clock_that_is_set_while_a_store_is_open_costs_no_frame_and_spares_none(
    tmp_path, image, monkeypatch, days
):
    FrameStore(tmp_path).put(A, image)
    age(tmp_path, A, 1000)
    store = FrameStore(tmp_path, spares=3600.0)
    store.put(B, image)
    until_there_is_room()
    right = time.time
    monkeypatch.setattr(time, "time", lambda: max(right() + days * 24 * 3600, 0.0))
    store.free()
    assert store.has(B)
    assert not store.has(A)


def test_frames_that_somebody_holds_stay_while_room_is_made(crowded, image):
    crowded.hold("window", [A])
    crowded.put(C, image)
    until_there_is_room()
    assert crowded.has(A)
    assert not crowded.has(B)


def test_what_is_held_no_more_goes(crowded, image):
    crowded.hold("window", [A])
    crowded.hold("window", [])
    crowded.put(C, image)
    until_there_is_room()
    assert not crowded.has(A)


def test_a_limit_holds_at_once_and_for_all_who_open_the_store(tmp_path, image, monkeypatch):
    monkeypatch.setattr(store_limit, "LEAST_LIMIT", 1)
    before = FrameStore(tmp_path)
    for number, digest in enumerate((A, B)):
        before.put(digest, image)
        age(tmp_path, digest, 1000 - number)
    beside = FrameStore(tmp_path)
    limit = int(file_of(tmp_path, A).stat().st_size * 1.5)
    left = FrameStore(tmp_path).limit_to(limit)
    assert left == beside.usage()
    assert (beside.has(A), beside.has(B)) == (False, True)
    assert beside.limit == FrameStore(tmp_path).limit == limit


@pytest.mark.parametrize("kept", [b"", b"much\n", b"-5\n", b"1\n", b"9" * 39, b"9" * 1000, b"\xff"])
def test_what_is_no_limit_is_as_if_none_was_chosen(tmp_path, kept):
    (tmp_path / store_limit.NAME).write_bytes(kept)
    assert FrameStore(tmp_path).limit == store_limit.DEFAULT_LIMIT


def test_a_limit_that_cannot_be_kept_is_refused_with_a_reason(tmp_path):
    folder = tmp_path / "frames"
    store = FrameStore(folder)
    folder.rmdir()
    with pytest.raises(RenderError, match=r"can't be written: .*; make it writable or choose another"):
        store.limit_to(10**9)


def test_freed_is_all_that_was_not_used_since_the_store_was_opened(tmp_path, image):
    before = FrameStore(tmp_path)
    for digest in (A, B):
        before.put(digest, image)
        age(tmp_path, digest, 60)
    store = FrameStore(tmp_path)
    store.put(C, image)
    store.get(A)
    assert store.free() == store.usage() == sum(file_of(tmp_path, each).stat().st_size for each in (A, C))
    assert not store.has(B)


def test_another_process_may_remove_a_frame_as_soon_as_it_is_there(tmp_path, image, monkeypatch):
    @contextmanager
    def gone_at_once(path, durable):
        with replacing_cached(path, durable) as file:
            yield file
        path.unlink()

    monkeypatch.setattr(sys.modules[FrameStore.__module__], "replacing_cached", gone_at_once)
    store = FrameStore(tmp_path)
    store.put(A, image)
    until_there_is_room()
    assert store.get(A) is None


def test_two_processes_use_one_store_at_once(tmp_path):
    script = """
import sys, numpy as np
from pathlib import Path
from sd3explorer.render.store import FrameStore
store = FrameStore(Path(sys.argv[1]), limit=60_000)
for round in range(3):
    for number in range(40):
        image = np.full((32, 32, 3), number, np.uint8)
        image[::2] = np.random.default_rng(number).integers(0, 256, (16, 32, 3))
        digest = f"{number:02x}" + "0" * 62
        found = store.get(digest)
        assert found is None or (found == image).all()
        store.put(digest, image)
"""
    running = [subprocess.Popen([sys.executable, "-c", script, str(tmp_path)]) for _ in range(2)]
    assert [process.wait() for process in running] == [0, 0]
    assert not list(tmp_path.rglob(".*"))


def test_a_full_disk_is_said_and_leaves_nothing_half_written(tmp_path, image, monkeypatch):
    store = FrameStore(tmp_path)

    def no_space(*arguments, **options):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("PIL.Image.Image.save", no_space)
    with pytest.raises(RenderError, match="no space left on device; free some space"):
        store.put(A, image)
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_a_folder_that_cannot_be_made_is_said(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(RenderError, match=r"frame store .* can't be written: not a directory"):
        FrameStore(tmp_path / "file" / "frames")


def test_what_a_killed_process_left_behind_is_swept_up_with_the_first_frame(tmp_path, image):
    left = tmp_path / "aa" / ".aa-x.png"
    left.parent.mkdir()
    left.write_bytes(b"half")
    os.utime(left, (1, 1))
    FrameStore(tmp_path).put(A, image)
    until_there_is_room()
    assert not left.exists()


def test_a_frame_does_not_wait_until_a_full_store_is_counted(tmp_path, image, monkeypatch):
    counting = threading.Event()
    store = FrameStore(tmp_path)
    monkeypatch.setattr(store, "_files", lambda: counting.wait(20) and iter(()))
    store.put(A, image)
    assert not counting.is_set()
    assert store.has(A)
    counting.set()
    until_there_is_room()


def test_a_store_that_has_no_room_to_make_is_not_counted_at_every_frame(tmp_path, image, monkeypatch):
    store = FrameStore(tmp_path, limit=1)
    for number in range(20):
        store.put(f"{number:02x}" + "0" * 62, image)
        until_there_is_room()
    counted = []
    monkeypatch.setattr(store, "_files", lambda: counted.append(True) or iter(()))
    store.put(A, image)
    until_there_is_room()
    assert not counted


def test_keeping_a_frame_does_not_wait_for_the_disk(tmp_path, image, monkeypatch):
    def wait(file):
        raise AssertionError("it waits")

    monkeypatch.setattr(os, "fsync", wait)
    FrameStore(tmp_path).put(A, image)
    until_there_is_room()
    assert FrameStore(tmp_path).get(A) is not None


def test_a_kill_leaves_whole_frames_or_none(tmp_path):
    script = """
import sys, numpy as np
from pathlib import Path
from sd3explorer.render.store import FrameStore
store = FrameStore(Path(sys.argv[1]))
image = np.random.default_rng(0).integers(0, 256, (256, 256, 3), np.uint8)
print("begins", flush=True)
for number in range(100_000):
    store.put(f"{number % 256:02x}{number:062x}", image)
"""
    kept = 0
    for seconds in (0.05, 0.1, 0.15):
        command = [sys.executable, "-c", script, str(tmp_path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
            process.stdout.readline()
            time.sleep(seconds)
            process.send_signal(signal.SIGKILL)
        store = FrameStore(tmp_path)
        for file in tmp_path.glob("??/[!.]*.png"):
            assert store.get(file.stem) is not None
            kept += 1
    assert kept

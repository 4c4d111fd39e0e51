import os
import subprocess
import sys
import time

import numpy as np
import pytest

from sd3explorer.render.messages import RenderError
from sd3explorer.render.store import FrameStore

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


def test_over_the_limit_the_frames_unused_for_longest_go_first(crowded, image):
    crowded.put(C, image)
    assert crowded.get(A) is None
    assert crowded.get(B) is not None
    assert crowded.get(C) is not None


def test_reading_a_frame_counts_as_using_it(crowded, image):
    crowded.get(A)
    crowded.put(C, image)
    assert crowded.get(A) is not None
    assert crowded.get(B) is None


def test_frames_of_this_session_stay_whatever_the_limit(tmp_path, image):
    store = FrameStore(tmp_path, limit=1)
    store.put(A, image)
    store.put(B, image)
    assert store.get(A) is not None
    assert store.get(B) is not None


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
    assert not left.exists()

import errno
import signal
import threading
import time
from pathlib import Path

import numpy as np
import pytest

from sd3explorer.export import ExportError
from sd3explorer.export.stream import encode

FRAMES = list(np.random.default_rng(0).integers(0, 256, (100, 32, 32, 3), dtype=np.uint8))


class Saver:
    """Saves a GIF fast, and knows whether it came to its end."""

    finished = False

    def __call__(self, column, target):
        column.gifsave_target(target, effort=1, page_height=32)
        self.finished = True


@pytest.fixture
def save():
    return Saver()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "walk.gif"


@pytest.mark.parametrize("broken", [0, 3, 99])
def test_an_exception_of_a_frame_reaches_the_caller_as_it_is(path, save, failing, broken):
    error = LookupError("lost")
    with pytest.raises(LookupError) as raised:
        encode(failing(FRAMES, broken, error), range(100), path, save)
    assert raised.value is error


def test_an_exception_of_a_frame_ends_reading_and_encoding(path, save, failing):
    frames = failing(FRAMES, 3, LookupError("lost"))
    with pytest.raises(LookupError):
        encode(frames, range(100), path, save)
    assert frames.reads == 4
    assert not save.finished


def test_ctrl_c_reaches_the_caller_and_ends_reading_and_encoding(path, save):
    class Interrupted(list):
        reads = 0

        def __getitem__(self, index):
            self.reads += 1
            if self.reads == 4:
                signal.pthread_kill(threading.main_thread().ident, signal.SIGINT)
            if self.reads > 4:
                time.sleep(0.01)  # for the main thread to wake up
            return super().__getitem__(index)

    frames = Interrupted(FRAMES)
    # So many that a busy machine wakes it before they are read.
    order = [*range(100)] * 100
    with pytest.raises(KeyboardInterrupt):
        encode(frames, order, path, save)
    assert frames.reads < len(order)
    assert not save.finished


def test_a_full_disk_reaches_the_caller_with_its_number_and_ends_the_encoding(save, failing):
    frames = failing(FRAMES, None, None)
    with pytest.raises(OSError) as full:
        encode(frames, range(100), Path("/dev/full"), save)
    assert full.value.errno == errno.ENOSPC
    assert frames.reads < 100
    assert not save.finished


def test_what_libvips_cannot_encode_is_one_sentence(path, save):
    too_wide = np.zeros((32, 65_536, 3), np.uint8)
    sentence = r"^the frames could not be encoded: .*frame too large; choose another format$"
    with pytest.raises(ExportError, match=sentence):
        encode([too_wide], [0], path, save)


def test_the_column_holds_the_frames_exactly(path):
    columns = []

    def save(column, target):
        columns.append(column.numpy())

    encode(FRAMES, [2, 0, 1], path, save)
    np.testing.assert_array_equal(columns[0], np.vstack([FRAMES[2], FRAMES[0], FRAMES[1]]))

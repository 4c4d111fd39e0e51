"""What a process of ours says is read without running anything, whatever it is that it says."""

import io
import os
import zlib
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from sd3explorer.processes.child import Child
from sd3explorer.processes.message import MARK, read_message, write_message
from sd3explorer.render.messages import Compiled, Phase, Rendered, Status
from sd3explorer.render.worker import Answer, GivenUp
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.walk import Walk


def written(value):
    pipe = io.BytesIO()
    write_message(pipe, value)
    return pipe.getvalue()


def framed(data):
    """Bytes as a message has them."""
    return MARK + len(data).to_bytes(8) + zlib.crc32(data).to_bytes(4) + data


def read(data):
    return read_message(io.BytesIO(data))


class Calling:
    """Pickled, it is a call."""

    def __init__(self, function, *arguments):
        self.call = function, arguments

    def __reduce__(self):
        return self.call


VALUES = (
    {"a": [1, 2.5, None, True, "é", b"x"], "b": (range(3), frozenset({1}), {2}, bytearray(b"y"))},
    Answer(3, Compiled(4, True)),
    Status(Phase.BUILDING),
    (Fraction(1, 3), Path("/tmp")),
)


@pytest.mark.parametrize("value", VALUES, ids=str)
def test_values_come_as_they_were(value):
    assert read(written(value)) == value


@pytest.mark.parametrize("dtype", ["uint8", "float32", "int64", "bool"])
def test_arrays_come_as_they_were(dtype):
    array = np.arange(12).reshape(3, 4).astype(dtype)
    for each in (array, array.T, array[::2], array[:0]):
        assert np.array_equal(read(written(each)), each)
        assert read(written(each)).dtype == dtype
    assert read(written(np.float32(0.5))) == np.float32(0.5)


def test_a_frame_comes_as_it_was(facts):
    rendered = Rendered(Walk(sampler=Sampler(num_steps=2)).recipe(3, facts), np.ones((8, 8, 3), np.uint8))
    found = read(written(rendered))
    assert found.recipe == rendered.recipe
    assert np.array_equal(found.image, rendered.image)


HOSTILE = (
    (os.system, "touch ran"),
    (eval, "open('ran', 'w')"),
    (exec, "open('ran', 'w')"),
    (getattr, "", "upper"),
    (open, "ran", "w"),
    (Path.touch, Path("ran")),
    (Child, print, (), Path("ran")),
    (__import__, "antigravity"),
)


@pytest.mark.parametrize("call", HOSTILE, ids=lambda call: call[0].__name__)
def test_nothing_that_a_message_names_is_called(call, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(EOFError, match="is no part of a message"):
        read(written(Calling(*call)))
    assert not list(tmp_path.iterdir())


# By way of our modules to what they import, and to functions and modules of ours.
NAMES = (
    b"csd3explorer.processes.child\nsubprocess.Popen\n",
    b"csd3explorer.processes.child\nos\n",
    b"csd3explorer.render.worker\nmain\n",
    b"csd3explorer.__main__\nmain\n",
)


@pytest.mark.parametrize("name", NAMES)
def test_there_is_no_way_through_our_modules_to_what_they_import(name):
    with pytest.raises(EOFError):
        read(framed(name + b"."))


@pytest.mark.parametrize(
    "data", [b"", b"\x80", b"no message", b"\x80\x05N", b"\x8e" + b"\xff" * 8, b"(((" * 99]
)
def test_bytes_that_are_no_message_are_its_end(data):
    for each in (data, framed(data), written("whole")[:-1], written("whole")[:6]):
        with pytest.raises(EOFError):
            read(each)


def test_a_message_of_which_one_bit_is_another_is_none():
    sound = written(["a frame"])
    for place in range(len(sound)):
        changed = bytearray(sound)
        changed[place] ^= 1
        with pytest.raises(EOFError):
            read(bytes(changed))


def test_what_comes_first_is_read_before_that():
    pipe = io.BytesIO(written(GivenUp("a reason")) + b"garbage")
    assert read_message(pipe) == GivenUp("a reason")
    with pytest.raises(EOFError):
        read_message(pipe)

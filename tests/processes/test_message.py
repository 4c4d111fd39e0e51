"""What a process of ours says is read without running anything, whatever it is that it says."""

import io
import math
import pickle
import zlib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import msgpack
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from sd3explorer.processes.message import (
    HEAD,
    MARK,
    MOST_BYTES,
    VERSION,
    MessageError,
    message,
    read_message,
    write_message,
)
from sd3explorer.processes.values import LARGE, MOST_NESTED, Kinds


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True, slots=True)
class Point:
    x: object
    y: object = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    name: str


@dataclass(frozen=True, slots=True)
class Stranger:
    x: object


KINDS = Kinds(Colour, Point, Named)
RGB = hnp.arrays(np.uint8, hnp.array_shapes(min_dims=0, max_dims=4, min_side=0))
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(st.characters()),
    st.binary(max_size=2 * LARGE),
)
VALUES = st.recursive(
    SCALARS | st.just(Colour.RED) | st.builds(Named, name=st.text()),
    lambda inner: st.one_of(
        st.lists(inner),
        st.lists(inner).map(tuple),
        st.dictionaries(st.text() | st.integers() | st.tuples(st.integers()), inner),
        st.builds(Point, inner, inner),
    ),
    max_leaves=20,
)


def written(value, kinds=KINDS):
    pipe = io.BytesIO()
    write_message(pipe, message(value, kinds))
    return pipe.getvalue()


def read(data, **options):
    return read_message(io.BytesIO(data), KINDS, **options)


def framed(data, version=VERSION):
    """Bytes as a message has them."""
    return HEAD.pack(MARK, version, len(data), zlib.crc32(data)) + data


def saying(tree, *buffers, sizes=None):
    """A message with a tree of plain values in it."""
    head = msgpack.packb([[len(each) for each in buffers] if sizes is None else sizes, tree])
    return framed(len(head).to_bytes(4) + head + b"".join(buffers))


def same(one, other):
    """Whether two values are equal, and of the same types all through; NaN is itself."""
    if type(one) is not type(other):
        return False
    if isinstance(one, float):
        signs = math.copysign(1, one) == math.copysign(1, other)
        return (math.isnan(one) and math.isnan(other)) or (one == other and signs)
    if isinstance(one, list | tuple):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, dict):
        return same(list(one.items()), list(other.items()))
    if isinstance(one, Point):
        return same((one.x, one.y), (other.x, other.y))
    return one == other


@given(VALUES)
def test_values_come_as_they_were(value):
    assert same(read(written(value)), value)


@given(st.sampled_from(["bool", "uint8", "int64", "float16", "float32", "float64"]), st.data())
def test_arrays_come_as_they_were(dtype, data):
    array = data.draw(hnp.arrays(dtype, hnp.array_shapes(min_dims=0, max_dims=4, min_side=0)))
    for each in (
        array,
        array.T,
        array[::2] if array.ndim else array,
        array.astype(array.dtype.newbyteorder(">")),
    ):
        found = read(written((each, "behind")))[0]
        assert np.array_equal(found, each, equal_nan=dtype.startswith("float"))
        assert (found.shape, found.dtype, found.flags.writeable) == (each.shape, np.dtype(dtype), True)


@pytest.mark.parametrize(
    "value", [2**64, -(2**63) - 1, 10**100, Path("/tmp/x"), np.float32(0.5), "\ud800"], ids=str
)
def test_what_msgpack_has_no_notation_for_comes_as_it_was(value):
    found = read(written((value,)))[0]
    assert found == value
    assert type(found) is type(value)


def test_what_a_value_has_several_times_is_sent_once():
    large = bytes(100_000)
    data = written([Point(large, large)] * 8)
    assert len(data) < 110_000
    assert read(data) == [Point(large, large)] * 8


@pytest.mark.parametrize(
    "value",
    [Stranger(1), object(), {1, 2}, print, Kinds, np.array([None]), 1j],
    ids=lambda value: type(value).__name__,
)
def test_what_is_not_listed_is_not_even_sent(value):
    with pytest.raises(TypeError, match="is no part of a message"):
        message([value], KINDS)


def test_what_is_nested_too_deep_is_neither_sent_nor_read():
    deep, tree = (), [0]
    for _ in range(MOST_NESTED - 1):
        deep, tree = (deep,), [0, tree]
    assert read(written(deep)) == deep == read(saying(tree))
    with pytest.raises(ValueError, match="too deep"):
        message((deep,), KINDS)
    for levels in (1, 200, 5_000):
        for _ in range(levels):
            tree = [0, tree]
        with pytest.raises(MessageError):
            read(saying(tree) if levels < 400 else framed(b"\x00\x00\xff\xff" + b"\x91" * 65535))


HOSTILE = {
    "a kind that isn't listed": ["Stranger", 1],
    "a name of a module": ["os:system", "touch ran"],
    "a kind of Python's": ["type", "x"],
    "too many fields": ["Point", 1, 2, 3],
    "too few fields": ["Point", 1],
    "a member that there isn't": ["Colour", "blue"],
    "an enum of nothing": ["Colour"],
    "a builtin that there isn't": [99, 1],
    "a kind that is a list": [[1], 2],
    "nothing": [],
    "half a dictionary": [2, 1],
    "a key that can't be one": [2, [1, 1], 2],
    "a map": {"a": 1},
    "an array of objects": [3, "|O", [1], 0],
    "an array of pointers": [3, "O8", [1], 0],
    "an array of other size": [3, "|u1", [2**40], 0],
    "an array of unknown size": [3, "|u1", [-5], 0],
    "an array of no shape": [3, "|u1", None, 0],
    "bytes that aren't there": [7, 5],
    "bytes from the end": [7, -1],
    "bytes by a name": [7, "x"],
    "a scalar of nothing": [4, "<f4", b""],
    "a scalar of several": [4, "|u1", b"abc"],
    "a path of bytes": [5, b"x"],
    "a number of letters": [6, "xyz"],
    "an extension": msgpack.ExtType(5, b"x"),
    "a time": msgpack.Timestamp(1),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_message_with_anything_else_is_none(case):
    with pytest.raises(MessageError):
        read(saying(HOSTILE[case], b"abc"))


@pytest.mark.parametrize("sizes", [[], [2], [4], [3, 1], [-1, 4], [2**63], ["3"], None])
def test_bytes_that_follow_are_as_many_as_was_said(sizes):
    data = saying([7, 0], b"abc", sizes=[3])
    assert read(data) == b"abc"
    with pytest.raises(MessageError):
        read(saying([7, 0], b"abc", sizes={} if sizes is None else sizes))


def test_a_pickle_is_no_message():
    for data in (pickle.dumps("x"), pickle.dumps(print)):
        for each in (data, framed(data), framed(len(data).to_bytes(4) + data)):
            with pytest.raises(EOFError):
                read(each)


@pytest.mark.parametrize("data", [b"", b"\x80", b"no message", b"(((" * 99, b"\xc1" * 40], ids=repr)
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


def test_another_version_is_refused_by_its_number():
    with pytest.raises(MessageError, match=f"version 9 of the protocol, and {VERSION} is read here"):
        read(framed(written("x")[HEAD.size :], version=9))


def test_what_is_longer_than_was_agreed_on_is_not_even_begun():
    data = written(bytes(1000))
    assert read(data, most_bytes=len(data)) == bytes(1000)
    with pytest.raises(MessageError, match="is too long"):
        read(data, most_bytes=1000)
    with pytest.raises(MessageError, match="is too long"):
        read(HEAD.pack(MARK, VERSION, 2**62, 0))
    # What is only announced takes no memory.
    with pytest.raises(EOFError, match="isn't whole"):
        read(HEAD.pack(MARK, VERSION, MOST_BYTES, 0))


def test_what_comes_first_is_read_before_that():
    pipe = io.BytesIO(written(Colour.RED) + b"garbage that is no message")
    assert read_message(pipe, KINDS) is Colour.RED
    with pytest.raises(MessageError):
        read_message(pipe, KINDS)


def test_kinds_with_one_name_are_refused():
    with pytest.raises(ValueError, match="one name"):
        Kinds(Point, type("Point", (), {}))

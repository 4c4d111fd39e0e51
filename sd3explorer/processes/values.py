"""Values as bytes and back: plain ones, arrays, and dataclasses and enums that are listed. Nothing that runs.

What stands for a value is what msgpack has a notation for. Everything that is made of parts is an array there
that begins with what it is: a number of the table below, or the name of a kind. Large bytes and arrays
follow behind as they are in memory.
"""

import os
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path, PurePath
from typing import Any, TypeAlias, cast

import msgpack
import numpy as np
from numpy.typing import NDArray

Buffer: TypeAlias = "bytes | bytearray | memoryview[int]"

_TUPLE, _LIST, _DICT, _ARRAY, _SCALAR, _PATH, _INTEGER, _BYTES = range(8)

_DTYPES = {
    np.dtype(name).newbyteorder("<").str: np.dtype(name).newbyteorder("<")
    for name in (
        *("bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"),
        *("float16", "float32", "float64"),
    )
}

_PLAIN = (bool, int, float, str, bytes)

# A blend of a hundred pins is as many mixes of two.
MOST_NESTED = 250
# Bytes from here on follow behind, each once, however often a value has them.
LARGE = 512

_SIZE_BYTES = 4


class Kinds:
    """Which dataclasses and enums values are made of, beside builtin ones; each is known by its name.

    Args:
        kinds: These. A dataclass is sent by the fields that it is made with.
    """

    def __init__(self, *kinds: type) -> None:
        self.by_name: Mapping[str, type] = {kind.__name__: kind for kind in kinds}
        if len(self.by_name) < len(kinds):
            raise ValueError("two kinds have one name")
        self.fields: Mapping[type, tuple[str, ...]] = {
            kind: tuple(each.name for each in fields(cast(Any, kind)) if each.init)
            for kind in kinds
            if is_dataclass(kind)
        }


def packed(value: object, kinds: Kinds) -> list[Buffer]:
    """A value as bytes, in pieces, which are not copied where they are large.

    Raises:
        TypeError: It is made of something else.
        ValueError: It is nested too deep.
    """
    return _Writer(kinds).pieces(value)


def unpacked(data: bytearray, kinds: Kinds) -> Any:
    """The value that bytes stand for. Arrays are views of them.

    Raises:
        ValueError: They stand for none of these kinds.
    """
    try:
        end = _SIZE_BYTES + int.from_bytes(data[:_SIZE_BYTES])
        if end > len(data):
            raise ValueError("its head isn't whole")
        head: Any = msgpack.unpackb(
            memoryview(data)[_SIZE_BYTES:end],
            raw=False,
            strict_map_key=True,
            unicode_errors="surrogatepass",
            object_pairs_hook=_refuse,
            ext_hook=_refuse,
            timestamp=0,
        )
        sizes, tree = head
        return _Reader(kinds, _parts(memoryview(data)[end:], sizes)).value(tree, 0)
    except ValueError:
        raise
    except Exception as error:
        # What nobody of ours has written may raise anything.
        raise ValueError(f"{type(error).__name__}: {error}") from error


class _Writer:
    def __init__(self, kinds: Kinds) -> None:
        self._kinds = kinds
        self._buffers: list[Buffer] = []
        # What was kept stays alive as long as its number counts.
        self._numbers: dict[int, tuple[int, object]] = {}

    def pieces(self, value: object) -> list[Buffer]:
        tree = self._plain(value, 0)
        sizes = [len(buffer) for buffer in self._buffers]
        head = cast(bytes, msgpack.packb([sizes, tree], unicode_errors="surrogatepass"))
        return [len(head).to_bytes(_SIZE_BYTES), head, *self._buffers]

    def _plain(self, value: Any, depth: int) -> Any:
        kind: Any = type(value)
        if value is None or kind in (bool, float, str):
            return value
        if kind is int:
            return value if -(2**63) <= value < 2**64 else [_INTEGER, format(value, "x")]
        if kind is bytes:
            return value if len(value) < LARGE else [_BYTES, self._kept(value, value)]
        if depth == MOST_NESTED:
            raise ValueError("it is nested too deep")
        depth += 1
        if kind is tuple or kind is list:
            return [_TUPLE if kind is tuple else _LIST, *(self._plain(each, depth) for each in value)]
        if kind in self._kinds.fields:
            names = self._kinds.fields[kind]
            return [kind.__name__, *(self._plain(getattr(value, name), depth) for name in names)]
        if kind is dict:
            return [_DICT, *(self._plain(part, depth) for item in value.items() for part in item)]
        if isinstance(value, Enum) and self._kinds.by_name.get(kind.__name__) is kind:
            return [kind.__name__, self._plain(value.value, depth)]
        if isinstance(value, np.ndarray | np.generic):
            return self._array(value)
        if isinstance(value, PurePath):
            return [_PATH, os.fspath(value)]
        raise TypeError(f"{kind.__module__}.{kind.__qualname__} is no part of a message")

    def _array(self, value: "NDArray[Any] | np.generic") -> list[Any]:
        array = np.asarray(value)
        dtype = array.dtype.newbyteorder("<")
        if dtype.str not in _DTYPES:
            raise TypeError(f"an array of {array.dtype} is no part of a message")
        if isinstance(value, np.generic):
            return [_SCALAR, dtype.str, array.astype(dtype).tobytes()]
        flat = np.ascontiguousarray(array, dtype).reshape(-1).view(np.uint8)
        return [_ARRAY, dtype.str, list(array.shape), self._kept(value, flat.data)]

    def _kept(self, value: object, buffer: Buffer) -> int:
        number, _ = self._numbers.setdefault(id(value), (len(self._buffers), value))
        if number == len(self._buffers):
            self._buffers.append(buffer)
        return number


class _Reader:
    def __init__(self, kinds: Kinds, buffers: "list[memoryview[int]]") -> None:
        self._kinds = kinds
        self._buffers = buffers
        self._bytes: dict[int, bytes] = {}
        self._builtin: dict[int, Callable[..., Any]] = {
            _ARRAY: self._array,
            _SCALAR: _scalar,
            _PATH: lambda text: Path(_of(str, text)),
            _INTEGER: lambda text: int(_of(str, text), 16),
            _BYTES: self._large,
        }

    def value(self, plain: Any, depth: int) -> Any:
        if not isinstance(plain, list):
            if plain is not None and type(plain) not in _PLAIN:
                raise ValueError(f"{plain!r:.50} is no part of a message")
            return plain
        if depth == MOST_NESTED:
            raise ValueError("it is nested too deep")
        kind, *parts = cast(list[Any], plain)
        if type(kind) is int and kind in self._builtin:
            return self._builtin[kind](*parts)
        values = [self.value(part, depth + 1) for part in parts]
        if type(kind) is str:
            return self._of_kind(kind, values)
        if type(kind) is not int or kind not in (_TUPLE, _LIST, _DICT):
            raise ValueError(f"{kind!r:.50} is no part of a message")
        if kind == _DICT:
            return dict(zip(values[::2], values[1::2], strict=True))
        return tuple(values) if kind == _TUPLE else values

    def _of_kind(self, name: str, values: list[Any]) -> Any:
        kind: Any = self._kinds.by_name.get(name)
        if kind is None:
            raise ValueError(f"{name!r:.50} is no part of a message")
        if issubclass(kind, Enum):
            return kind(*values)
        return kind(**dict(zip(self._kinds.fields[kind], values, strict=True)))

    def _array(self, dtype: str, shape: list[int], number: int) -> "NDArray[Any]":
        if any(_of(int, size) < 0 for size in _of(list, shape)):
            raise ValueError("an array has no such shape")
        return np.frombuffer(self._buffer(number), _DTYPES[dtype]).reshape(shape)

    def _large(self, number: int) -> bytes:
        if number not in self._bytes:
            self._bytes[number] = bytes(self._buffer(number))
        return self._bytes[number]

    def _buffer(self, number: int) -> "memoryview[int]":
        if type(number) is not int or number < 0:
            raise ValueError("there are no such bytes")
        return self._buffers[number]


def _parts(data: "memoryview[int]", sizes: list[int]) -> "list[memoryview[int]]":
    parts: list[memoryview[int]] = []
    start = 0
    for size in sizes:
        if type(size) is not int or not 0 <= size <= len(data) - start:
            raise ValueError("some of its bytes are missing")
        parts.append(data[start : start + size])
        start += size
    if start != len(data):
        raise ValueError("it has bytes that belong to nothing")
    return parts


def _scalar(dtype: str, data: bytes) -> Any:
    [value] = np.frombuffer(_of(bytes, data), _DTYPES[dtype])
    return value


def _of(kind: type, value: Any) -> Any:
    if type(value) is not kind:
        raise ValueError(f"{value!r:.50} is no {kind.__name__}")
    return value


def _refuse(*_: object) -> None:
    raise ValueError("it has a part that no message has")

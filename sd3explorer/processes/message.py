"""Messages between processes of ours: values of known kinds alone, as what is read must not run anything.

Each is a pickle behind its length and its CRC-32: bytes that are no message never reach an unpickler.
"""

import io
import pickle
import zlib
from dataclasses import is_dataclass
from enum import Enum
from typing import Any, BinaryIO

# What values of ours are made of, beside builtin ones that have no name in a message.
_KNOWN = {
    ("builtins", "bytearray"),
    ("builtins", "frozenset"),
    ("builtins", "range"),
    ("builtins", "set"),
    ("builtins", "slice"),
    ("fractions", "Fraction"),
    ("numpy", "dtype"),
    ("numpy", "ndarray"),
    ("numpy._core.multiarray", "_reconstruct"),
    ("numpy._core.multiarray", "scalar"),
    ("numpy._core.numeric", "_frombuffer"),
    ("numpy.core.multiarray", "_reconstruct"),
    ("numpy.core.multiarray", "scalar"),
    ("numpy.core.numeric", "_frombuffer"),
    ("pathlib", "Path"),
    ("pathlib", "PosixPath"),
    ("pathlib", "PurePosixPath"),
    ("pathlib", "WindowsPath"),
    ("pathlib._local", "Path"),
    ("pathlib._local", "PosixPath"),
    ("pathlib._local", "WindowsPath"),
}
MARK = b"sd3x"
LENGTH_BYTES, CHECKSUM_BYTES = 8, 4
# Of the pictures of a batch, as large as a model makes any, several times.
MOST_BYTES = 2**32

_OURS = __name__.partition(".")[0]


def write_message(pipe: BinaryIO, value: object) -> None:
    """Writes a message.

    Raises:
        OSError: Nobody reads it any more.
    """
    data = pickle.dumps(value)
    pipe.write(MARK + len(data).to_bytes(LENGTH_BYTES) + zlib.crc32(data).to_bytes(CHECKSUM_BYTES) + data)
    pipe.flush()


def read_message(pipe: BinaryIO) -> Any:
    """The next message.

    Args:
        pipe: Where a process of ours writes messages to, one behind the other.

    Raises:
        EOFError: There is none: the process has ended, maybe in the middle of one, or writes something else.
    """
    head = pipe.read(len(MARK) + LENGTH_BYTES + CHECKSUM_BYTES)
    mark, length, checksum = head[: len(MARK)], head[len(MARK) : -CHECKSUM_BYTES], head[-CHECKSUM_BYTES:]
    if mark != MARK or len(length) < LENGTH_BYTES or int.from_bytes(length) > MOST_BYTES:
        raise EOFError("there is no message")
    data = pipe.read(int.from_bytes(length))
    if len(data) < int.from_bytes(length) or zlib.crc32(data) != int.from_bytes(checksum):
        raise EOFError("the message isn't whole")
    try:
        return _Reader(io.BytesIO(data)).load()
    except Exception as error:
        # What is no message of ours may raise anything.
        raise EOFError(str(error)) from error


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str, /) -> Any:
        if (module, name) in _KNOWN:
            return super().find_class(module, name)
        # Plain values alone: no class that does something when it is made, no way to what a module imports.
        if module.partition(".")[0] == _OURS and not module.endswith("__main__") and "." not in name:
            found = super().find_class(module, name)
            if isinstance(found, type) and (is_dataclass(found) or issubclass(found, Enum)):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no part of a message")

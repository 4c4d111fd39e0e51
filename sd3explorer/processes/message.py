"""Messages between processes of ours, on this machine or two: how they stand in a stream.

Each is a value of known kinds (`values.py`) behind a mark, the version of how it is written, its length and
its CRC-32. What is read runs nothing, and takes no more memory than was agreed on.
"""

import struct
import zlib
from collections.abc import Callable
from io import BufferedIOBase
from typing import Any, TypeAlias

from sd3explorer.processes.values import Buffer, Kinds, packed, unpacked

# To be raised whenever another version would read something else, or nothing.
VERSION = 2
MARK = b"sd3x"
HEAD = struct.Struct(">4sBQI")

# Of the pictures of a batch, as large as a model makes any, several times.
MOST_BYTES = 2**32
# So many are read at once, and there is room for.
_BLOCK_BYTES, _ROOM_BYTES = 2**18, 2**24

Message: TypeAlias = "list[Buffer]"
OnBytes: TypeAlias = Callable[[int], None]


class MessageError(EOFError):
    """What was read is no message, and why, as a clause."""


def message(value: object, kinds: Kinds) -> Message:
    """A value as it is written, in pieces.

    Args:
        value: The value.
        kinds: What it may be made of.

    Raises:
        TypeError: It is made of something else.
        ValueError: It is nested too deep.
    """
    pieces = packed(value, kinds)
    checksum = 0
    for piece in pieces:
        checksum = zlib.crc32(piece, checksum)
    return [HEAD.pack(MARK, VERSION, sum(map(len, pieces)), checksum), *pieces]


def write_message(pipe: BufferedIOBase, written: Message) -> None:
    """Writes a message.

    Raises:
        OSError: Nobody reads it any more.
    """
    for piece in written:
        pipe.write(piece)
    pipe.flush()


def read_message(
    pipe: BufferedIOBase, kinds: Kinds, most_bytes: int = MOST_BYTES, on_bytes: OnBytes = lambda _: None
) -> Any:
    """The next message.

    Args:
        pipe: Where a process of ours writes messages to, one behind the other.
        kinds: What it may be made of.
        most_bytes: How long it may be.
        on_bytes: Called with how many bytes of it have come, first with those of its head.

    Raises:
        EOFError: There is none: the stream has ended, maybe in the middle of one; or `MessageError`, where
            something else is in it.
    """
    head = pipe.read(HEAD.size)
    if len(head) < HEAD.size:
        raise EOFError("the stream has ended")
    mark, version, length, checksum = HEAD.unpack(head)
    if mark != MARK:
        raise MessageError("there is no message")
    if version != VERSION:
        raise MessageError(f"it is written in version {version} of the protocol, and {VERSION} is read here")
    if length > most_bytes:
        raise MessageError(f"a message of {length} bytes is too long")
    on_bytes(len(head))
    data = _read(pipe, length, on_bytes)
    if zlib.crc32(data) != checksum:
        raise MessageError("the message was changed on its way")
    try:
        return unpacked(data, kinds)
    except ValueError as error:
        raise MessageError(str(error)) from error


def _read(pipe: BufferedIOBase, length: int, on_bytes: OnBytes) -> bytearray:
    data = bytearray()
    # Room is made as it is needed, as nobody has to send what was announced.
    while len(data) < length:
        start = len(data)
        data.extend(bytes(min(length - start, _ROOM_BYTES)))
        while start < len(data):
            with memoryview(data)[start : start + _BLOCK_BYTES] as block:
                count = pipe.readinto(block)
            if not count:
                raise EOFError("the message isn't whole")
            start += count
            on_bytes(count)
    return data

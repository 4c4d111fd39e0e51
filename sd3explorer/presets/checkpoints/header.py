"""The header of a `.safetensors` file, which may be anybody's: read with bounds, and without its tensors.

The format: https://huggingface.co/docs/safetensors/index#format
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from sd3explorer.presets.preset import PresetError
from sd3explorer.walk.files import reading, reason
from sd3explorer.walk.printable import shortened

# Stable Diffusion 3.5 Large with everything has 1,900 tensors, whose header has 240 kB. Some programs put
# all of their settings in there too.
MOST_BYTES = 32 * 2**20
MOST_TENSORS = 50_000
MOST_AXES = 8
LENGTH_BYTES = 8

# Bytes of a number, by the format's name of its dtype.
SIZES = {
    "F64": 8,
    "I64": 8,
    "U64": 8,
    "F32": 4,
    "I32": 4,
    "U32": 4,
    "F16": 2,
    "BF16": 2,
    "I16": 2,
    "U16": 2,
    "F8_E4M3": 1,
    "F8_E5M2": 1,
    "F8_E8M0": 1,
    "I8": 1,
    "U8": 1,
    "BOOL": 1,
}

# What other files begin with that are taken for models, what they are, and what to do.
OTHERS = (
    (b"GGUF", "is a GGUF file, whose weights are packed; take the .safetensors file of the same model"),
    (
        b"version https://git-lfs",
        "is a pointer of Git LFS, not the file that it points to; run `git lfs pull`, or download it",
    ),
    (b"PK\x03\x04", "is a pickle of PyTorch, which may run anything; take the .safetensors file instead"),
    (b"\x80\x02", "is a pickle of PyTorch, which may run anything; take the .safetensors file instead"),
    (b"\x89HDF", "is a file of HDF5; if it is of a KerasHub preset, choose the preset's folder"),
)
PAGES = (b"<!doctype", b"<html", b"<?xml", b"<head")
PAGE = "is a web page that was saved instead of a model; log in to its site, and download it again"
AGAIN = "download or copy it again"


@dataclass(frozen=True, slots=True)
class Tensor:
    """Where a tensor is.

    Args:
        dtype: The format's name of it: "BF16".
        shape: Of the tensor.
        start: Of its numbers in the file, in bytes.
        file: The file.
    """

    dtype: str
    shape: tuple[int, ...]
    start: int
    file: Path

    @property
    def size(self) -> int:
        """In bytes."""
        return math.prod(self.shape) * SIZES[self.dtype]


@dataclass(frozen=True, slots=True)
class Header:
    """What a file has.

    Args:
        file: Which.
        size: Of the whole, in bytes.
        tensors: By their names in there.
        metadata: What its writer noted.
    """

    file: Path
    size: int
    tensors: Mapping[str, Tensor]
    metadata: Mapping[str, str]


def read_header(file: Path) -> Header:
    """Reads what a file has, in milliseconds.

    Raises:
        PresetError: It can't be read, or is something else, or is damaged; says which file, and what it is.
    """
    try:
        with reading(file) as opened:
            size = opened.seek(0, 2)
            opened.seek(0)
            first = opened.read(LENGTH_BYTES + 512)
            _refuse_others(file, first)
            length = int.from_bytes(first[:LENGTH_BYTES], "little")
            if not 2 <= length <= min(size - LENGTH_BYTES, MOST_BYTES):
                raise _damaged(file, size, "it is not a .safetensors file, or its beginning is lost")
            opened.seek(LENGTH_BYTES)
            text = opened.read(length)
    except OSError as error:
        raise PresetError(f"{file} can't be read: {reason(error)}") from error
    try:
        document: object = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _damaged(file, size, "its header is no JSON") from error
    if not isinstance(document, dict):
        raise _damaged(file, size, "its header is not a JSON object")
    entries = cast(dict[str, object], document)
    metadata = entries.pop("__metadata__", None)
    if len(entries) > MOST_TENSORS:
        raise _damaged(file, size, f"it has more than {MOST_TENSORS:,} tensors")
    begin = LENGTH_BYTES + length
    tensors = {name: _tensor(name, entry, file, begin, size) for name, entry in entries.items()}
    return Header(file, size, tensors, _texts(metadata))


def _refuse_others(file: Path, first: bytes) -> None:
    for beginning, what in OTHERS:
        if first.startswith(beginning):
            raise PresetError(f"{file} {what}")
    if first.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(PAGES):
        raise PresetError(f"{file} {PAGE}")
    if not first:
        raise PresetError(f"{file} is empty; {AGAIN}")


def _tensor(name: str, entry: object, file: Path, begin: int, size: int) -> Tensor:
    match entry:
        case {"dtype": str(dtype), "shape": list(), "data_offsets": [int(start), int(end)]}:
            shape = cast(list[object], cast(dict[str, Any], entry)["shape"])
        case _:
            raise _damaged(file, size, f'it doesn\'t say where "{shortened(name)}" is')
    if dtype not in SIZES:
        raise PresetError(
            f'{file} has weights in "{shortened(dtype)}", which can\'t be read here; '
            "take a file with 16 or 32 bits a weight"
        )
    sides = tuple(side for side in shape if type(side) is int and 0 <= side < 2**40)
    if len(sides) != len(shape) or len(sides) > MOST_AXES:
        raise _damaged(file, size, f'"{shortened(name)}" has an impossible shape')
    tensor = Tensor(dtype, sides, begin + start, file)
    if not 0 <= start <= end or end - start != tensor.size:
        raise _damaged(file, size, f'"{shortened(name)}" has more or fewer bytes than its shape')
    if begin + end > size:
        raise PresetError(f"{file} is cut off: it has {size:,} bytes, not all that it should; {AGAIN}")
    return tensor


def _texts(metadata: object) -> dict[str, str]:
    if not isinstance(metadata, dict):
        return {}
    pairs = cast(dict[str, object], metadata).items()
    return {key: value for key, value in pairs if isinstance(value, str)}


def _damaged(file: Path, size: int, what: str) -> PresetError:
    return PresetError(f"{file} is damaged ({size:,} bytes): {what}; {AGAIN}")

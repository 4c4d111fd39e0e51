"""Tensors by their names in the layout, over one file or several, read one at a time and as they are kept."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

import ml_dtypes
import numpy as np
from numpy.typing import NDArray

from sd3explorer.presets.checkpoints.header import SIZES, Tensor
from sd3explorer.walk.files import reading

DTYPES: dict[str, Any] = {
    "F64": np.dtype("<f8"),
    "F32": np.dtype("<f4"),
    "F16": np.dtype("<f2"),
    "BF16": np.dtype(ml_dtypes.bfloat16),
    "F8_E4M3": np.dtype(ml_dtypes.float8_e4m3fn),
    "F8_E5M2": np.dtype(ml_dtypes.float8_e5m2),
}

# What a weight of eight bits is multiplied by, as a whole or row by row: ComfyUI's name, and diffusers'.
SCALES = ("scale_weight", "weight_scale")


@dataclass(frozen=True, slots=True)
class Origin:
    """What a weight of the layout is made of.

    Args:
        keys: Names of the tensors whose rows it has, one after the other.
        swapped: Whether its second half of rows comes first in the file.
        transposed: Whether its rows are columns in the file.
        laid: Its shape in the file, put together where KerasHub takes axes apart; () is the layout's.
        axes: Which of these the axes of the layout are, in their order; () are all, as they are.
    """

    keys: tuple[str, ...]
    swapped: bool = False
    transposed: bool = False
    laid: tuple[int, ...] = ()
    axes: tuple[int, ...] = ()


def origin_shape(origin: Origin, tensors: Mapping[str, Tensor]) -> tuple[int, ...]:
    """The shape of a weight as it is in the files, its parts put together.

    Raises:
        ValueError: Its parts don't fit together.
    """
    first, *others = (tensors[key].shape for key in origin.keys)
    if origin.transposed:
        first = first[::-1]
    if not others:
        return first
    if any(other[1:] != first[1:] for other in others) or not first:
        raise ValueError("its parts have different shapes")
    return (first[0] + sum(other[0] for other in others), *first[1:])


def read_weight(origin: Origin, tensors: Mapping[str, Tensor], shape: tuple[int, ...]) -> NDArray[Any]:
    """Reads a weight.

    It is read, not mapped into memory: a file that another program cuts off would end this one then.

    Args:
        origin: What it is made of.
        tensors: Of its part, by name.
        shape: That it has to have; axes of one are added where the file leaves them out.

    Returns:
        Of the dtype that it is kept in; float32 where it is scaled.

    Raises:
        OSError: It can't be read, or the file has become shorter.
    """
    return _whole(origin, [_read(key, tensors) for key in origin.keys]).reshape(shape)


def eight_bits(origin: Origin, tensors: Mapping[str, Tensor]) -> str | None:
    """Name of the dtype of a weight that is kept in eight bits, all of it in the same; None of any other."""
    dtype, *others = {tensors[key].dtype for key in origin.keys}
    return DTYPES[dtype].name if not others and SIZES[dtype] == 1 and dtype in DTYPES else None


def is_scaled(origin: Origin, tensors: Mapping[str, Tensor]) -> bool:
    """Whether a weight of eight bits, or a part of it, is multiplied by something."""
    return any(scale_key(key, tensors) for key in origin.keys)


def read_eight_bits(
    origin: Origin, tensors: Mapping[str, Tensor], shape: tuple[int, ...]
) -> tuple[NDArray[Any], NDArray[np.float32] | None]:
    """Reads a weight of eight bits as it is kept, see `read_weight`.

    Returns:
        Its numbers, and what each of its rows is multiplied by; None where it isn't scaled.
    """
    numbers = _whole(origin, [_numbers(tensors[key]) for key in origin.keys]).reshape(shape)
    if not is_scaled(origin, tensors):
        return numbers, None
    return numbers, _whole(origin, [_row_scales(key, tensors) for key in origin.keys])


def _whole(origin: Origin, parts: list[NDArray[Any]]) -> NDArray[Any]:
    """A weight of its parts, or what there is for each of its rows."""
    whole = parts[0] if len(parts) == 1 else np.concatenate(parts)
    if origin.transposed:
        whole = whole.T
    if origin.axes:
        whole = whole.reshape(origin.laid).transpose(origin.axes)
    return np.roll(whole, len(whole) // 2, axis=0) if origin.swapped else whole


def scale_key(key: str, tensors: Mapping[str, Tensor]) -> str | None:
    """The name of the tensor that a weight of eight bits is scaled by; None where there is none."""
    module, _, kind = key.rpartition(".")
    if kind != "weight":
        return None
    return next((name for scale in SCALES if (name := f"{module}.{scale}") in tensors), None)


def samples(origin: Origin, tensors: Mapping[str, Tensor], size: int) -> Iterator[bytes]:
    """A few blocks of a weight's bytes, from its beginning, its middle and its end, as the layout has them.

    Args:
        origin: What it is made of.
        tensors: Of its part, by name.
        size: Of a block, in bytes.

    Raises:
        OSError: They can't be read.
    """
    pieces = [(tensors[key], 0, tensors[key].size) for key in origin.keys]
    if origin.swapped:
        (tensor, _, end), *_ = pieces
        pieces = [(tensor, end // 2, end), (tensor, 0, end // 2)]
    whole = sum(end - start for _, start, end in pieces)
    middle = max(whole // 2 - size // 2, 0)
    for start in sorted({0, middle, max(whole - size, 0)}):
        yield _block(pieces, start, min(start + size, whole))


def _block(pieces: list[tuple[Tensor, int, int]], start: int, end: int) -> bytes:
    found, passed = b"", 0
    for tensor, begin, stop in pieces:
        first, last = max(start - passed, 0), min(end - passed, stop - begin)
        if first < last:
            with reading(tensor.file) as file:
                file.seek(tensor.start + begin + first)
                found += file.read(last - first)
        passed += stop - begin
    return found


def _read(key: str, tensors: Mapping[str, Tensor]) -> NDArray[Any]:
    tensor = tensors[key]
    array = _numbers(tensor)
    if SIZES[tensor.dtype] > 1 or scale_key(key, tensors) is None:
        return array
    return array.astype(np.float32) * _row_scales(key, tensors).reshape(-1, *(1,) * (array.ndim - 1))


def _row_scales(key: str, tensors: Mapping[str, Tensor]) -> NDArray[np.float32]:
    rows, scale = tensors[key].shape[0], scale_key(key, tensors)
    # One for all, or one for each row.
    factors = np.ones(1, np.float32) if scale is None else _numbers(tensors[scale]).astype(np.float32)
    return np.broadcast_to(factors.reshape(-1), rows)


def _numbers(tensor: Tensor) -> NDArray[Any]:
    array = np.empty(tensor.shape, DTYPES[tensor.dtype])
    with reading(tensor.file) as file:
        file.seek(tensor.start)
        # Straight into the array, through no buffer of Python's.
        count = file.readinto(memoryview(cast(Any, array.reshape(-1).view(np.uint8))))
    if count != tensor.size:
        raise OSError(f"{tensor.file} has become shorter")
    return array


def parameters(tensors: Mapping[str, Tensor]) -> int:
    """Number of numbers in tensors."""
    return sum(math.prod(tensor.shape) for tensor in tensors.values())

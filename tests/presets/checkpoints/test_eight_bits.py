"""Kernels in eight bits: which stay so, with which scales, and what that spares."""

import ml_dtypes
import numpy as np
import pytest

from sd3explorer.presets.checkpoints.eight_bits import eight_bit_kernels
from sd3explorer.presets.checkpoints.header import read_header
from sd3explorer.presets.checkpoints.layout import Turn
from sd3explorer.presets.checkpoints.recognise import stored_parts
from sd3explorer.presets.checkpoints.tensors import Origin, eight_bits, read_eight_bits, read_weight
from sd3explorer.presets.locate import locate
from sd3explorer.presets.sources import about
from tests.presets.checkpoints.real import bare, real
from tests.presets.checkpoints.written import write

E4M3, E5M2 = ml_dtypes.float8_e4m3fn, ml_dtypes.float8_e5m2
GIBIBYTE = 2**30


def part_of(file, name):
    return stored_parts(read_header(file).tensors, str(file), {}, False)[name]


def test_the_kernels_of_the_denoiser_stay_and_nothing_else(tmp_path):
    file = real(tmp_path / "eight.safetensors", "SD3.5 large", "vae", "clip_l", dtype="F8_E4M3")
    found = {kernel.weight.name for kernel in eight_bit_kernels(part_of(file, "mmdit"))}
    dense = {weight.name for weight in part_of(file, "mmdit").weights if weight.turn is Turn.TRANSPOSED}
    assert found == dense
    assert not any(kernel.is_scaled for kernel in eight_bit_kernels(part_of(file, "mmdit")))
    assert not [*eight_bit_kernels(part_of(file, "vae")), *eight_bit_kernels(part_of(file, "clip_l"))]


def test_so_the_large_model_fits_a_card_of_16_gigabytes(tmp_path):
    for name in ("clip_l", "clip_g"):
        bare(tmp_path / f"{name}.safetensors", name)
    bare(tmp_path / "t5xxl_fp16.safetensors", "t5")
    eight = about(real(tmp_path / "eight.safetensors", "SD3.5 large", "vae", dtype="F8_E4M3"))
    half = about(real(tmp_path / "half.safetensors", "SD3.5 large", "vae"))
    assert {*eight.parts} == {*half.parts} == {"mmdit", "vae", "clip_l", "clip_g", "t5"}
    in_eight_bits = [
        locate(str(tmp_path / f"{name}.safetensors")).in_eight_bits for name in ("eight", "half")
    ]
    assert in_eight_bits == [True, False]
    assert eight.in_eight_bits > 0.98 * 8_146_280_768
    assert half.memory(on_gpu=True) - eight.memory(on_gpu=True) == eight.in_eight_bits
    assert eight.memory(on_gpu=True) < 16 * GIBIBYTE < half.memory(on_gpu=True)
    # On a processor, what isn't in eight bits has four bytes.
    assert 3 * eight.in_eight_bits == half.memory(on_gpu=False) - eight.memory(on_gpu=False)


@pytest.fixture
def tensors(tmp_path):
    random = np.random.default_rng(0)
    rows = {name: random.normal(size=(4, 3)).astype(E4M3) for name in "qkv"}
    found = {f"{name}.weight": array for name, array in rows.items()}
    found |= {"q.scale_weight": np.float32(0.5), "k.weight_scale": np.array([[1], [2], [3], [4]], np.float32)}
    found |= {"other.weight": rows["q"].astype(E5M2), "wide.weight": rows["q"].astype(np.float16)}
    return read_header(write(tmp_path / "some.safetensors", found)).tensors


@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.parametrize("keys", ["q", "k", "v", "qkv", "vv"])
def test_scaled_row_by_row_they_are_the_weight(keys, swapped, tensors):
    origin = Origin(tuple(f"{key}.weight" for key in keys), swapped)
    shape = (4 * len(keys), 3)
    numbers, scales = read_eight_bits(origin, tensors, shape)
    assert numbers.dtype == E4M3
    assert (scales is None) == (set(keys) == {"v"})
    wide = numbers.astype(np.float32) * (1 if scales is None else scales[:, None])
    assert np.array_equal(wide, read_weight(origin, tensors, shape).astype(np.float32))


@pytest.mark.parametrize(
    ("keys", "dtype"), [("q", "float8_e4m3fn"), (["other"], "float8_e5m2"), (["q", "other"], None)]
)
def test_all_parts_of_a_kernel_have_the_same_eight_bits(keys, dtype, tensors):
    assert eight_bits(Origin(tuple(f"{key}.weight" for key in keys)), tensors) == dtype
    assert eight_bits(Origin(("wide.weight",)), tensors) is None

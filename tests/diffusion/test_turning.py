"""Weights of 16 and 8 bits are turned into what is computed with one after the other, and not all at once."""

import sys
from pathlib import Path

import keras
import pytest
from keras import ops

WIDTH, LAYERS = 1536, 10
# Of one kernel in 32 bits.
MEGABYTES = WIDTH**2 * 4 / 1e6


def megabytes(name):
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1e3 for line in lines if line.startswith(name))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a peak that begins anew")
@pytest.mark.parametrize("dtype", ["bfloat16", "float8_e4m3fn"])
def test_the_weights_of_few_layers_are_wide_at_once(dtype, compiler):
    if compiler.has_accelerator():
        pytest.skip("the memory of this process is not where the work is done")
    zeros = ops.cast(ops.zeros((WIDTH, WIDTH)), dtype)
    kernels = [keras.Variable(zeros, dtype=dtype, trainable=False) for _ in range(LAYERS)]

    def through(inputs):
        for kernel in kernels:
            inputs = ops.tanh(ops.matmul(inputs, ops.cast(kernel, "bfloat16")))
        return inputs

    function = compiler.compile_function(through, kernels)
    inputs = ops.ones((4, WIDTH), "bfloat16")
    ops.convert_to_numpy(ops.cast(function(inputs), "float32"))
    before = megabytes("VmRSS")
    Path("/proc/self/clear_refs").write_text("5")
    ops.convert_to_numpy(ops.cast(function(inputs), "float32"))
    assert megabytes("VmHWM") - before < LAYERS / 2 * MEGABYTES

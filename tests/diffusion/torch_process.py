"""A denoising loop on PyTorch in processes of their own, as Keras has another backend in the tests'."""

import json
import os
import subprocess
import sys
from functools import cache

# Imports Keras, TensorFlow and PyTorch with its compiler once, which takes longer than all the rest, and
# forks for each program: that runs in a process of its own, in which nothing was computed yet.
SERVER = """
import json, os, sys, tempfile, traceback
import keras, numpy as np, tensorflow, torch, torch._inductor.compile_fx
from pathlib import Path
from sd3explorer.diffusion.compilers import torch as compiler
from sd3explorer.diffusion.programs import Programs

def run(program, environment, output, errors):
    os.dup2(output.fileno(), 1)
    os.dup2(errors.fileno(), 2)
    os.environ.clear()
    os.environ.update(environment)
    status = 1
    try:
        exec(program, dict(globals()))
        status = 0
    except BaseException:
        traceback.print_exc()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)

for line in sys.stdin:
    with tempfile.TemporaryFile("w+") as output, tempfile.TemporaryFile("w+") as errors:
        child = os.fork()
        if not child:
            run(*json.loads(line), output, errors)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        output.seek(0)
        errors.seek(0)
        print(json.dumps([status, output.read(), errors.read()]), flush=True)
"""

ENVIRONMENT = {
    "KERAS_BACKEND": "torch",
    # Processes that compile side by side import PyTorch once more each.
    "TORCHINDUCTOR_COMPILE_THREADS": "1",
    # It compiles programs to find out whether the processor's vectors can be compiled for.
    "TORCHINDUCTOR_VEC_ISA_OK": "1",
}

PROGRAM = """
kept = None
{before}
layer = keras.layers.Dense(3)
layer.build((2, 3))
calls = []

def step(latents, sigma, next_sigma, modulation):
    calls.append(latents.shape)
    halves = keras.ops.convert_to_tensor([0.5, 0.5, 0.5])
    return latents + (next_sigma - sigma) * keras.ops.tanh(layer(latents)) * modulation * halves

loop = compiler.compile_loop(step, layer.variables, kept)

def denoised(rows):
    latents, levels = torch.ones(rows, 3), torch.linspace(1.0, 0.0, 4)
    return loop(latents, levels, torch.ones(3, 1), (), lambda latents: True)

def step_by_step(latents):
    for sigma, next_sigma in ((1.0, 2 / 3), (2 / 3, 1 / 3), (1 / 3, 0.0)):
        velocity = 0.5 * torch.tanh(latents @ layer.kernel.value + layer.bias.value)
        latents = latents + (next_sigma - sigma) * velocity
    return latents

def close(rows):
    return torch.allclose(denoised(rows), step_by_step(torch.ones(rows, 3)), atol=1e-6)

"""


@cache
def server():
    """It ends with the process of the tests, whose end closes its input."""
    return subprocess.Popen(
        [sys.executable, "-c", SERVER],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, **ENVIRONMENT},
    )


def answer(program, before="", **environment):
    process = server()
    environment = {**os.environ, **ENVIRONMENT, **environment}
    process.stdin.write(json.dumps([PROGRAM.format(before=before) + program, environment]) + "\n")
    process.stdin.flush()
    status, output, errors = json.loads(process.stdout.readline())
    assert status == 0, errors
    return output.split()


def as_on_a_gpu(folder):
    return f"""
compiler.compiles = lambda: True
compiler.prepare(Path({str(folder)!r}))
kept = Programs(Path({str(folder)!r}) / "models" / "model")
kept.folder.mkdir(parents=True, exist_ok=True)
"""

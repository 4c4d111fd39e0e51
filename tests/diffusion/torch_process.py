"""A denoising loop on PyTorch in processes of their own."""

from tests.diffusion import forks

PROGRAM = """
import keras, numpy as np, torch
from pathlib import Path
from sd3explorer.diffusion.compilers import torch as compiler
from sd3explorer.diffusion.programs import Programs
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


def answer(program, before="", **environment):
    return forks.output_of("torch", PROGRAM.format(before=before) + program, **environment).split()


def as_on_a_gpu(folder):
    return f"""
compiler.compiles = lambda: True
compiler.prepare(Path({str(folder)!r}))
kept = Programs(Path({str(folder)!r}) / "models" / "model")
kept.folder.mkdir(parents=True, exist_ok=True)
"""

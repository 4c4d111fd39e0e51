"""PyTorch's graphs of denoising steps, in processes of their own, as Keras has another backend here."""

import hashlib
import os
import shutil
import subprocess
import sys

import pytest

pytest.importorskip("torch")

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
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(before=before) + program],
        capture_output=True,
        text=True,
        env={**os.environ, "KERAS_BACKEND": "torch", **environment},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def test_keras_layers_are_gone_through_once_for_each_shape():
    assert answer("print(close(2), close(2), len(calls), close(5), len(calls))") == [
        "True",
        "True",
        "1",
        "True",
        "2",
    ]


def test_weights_that_change_are_not_part_of_the_graph():
    assert answer("denoised(2); layer.kernel.assign(2 * layer.kernel.value); print(close(2))") == ["True"]


def test_of_a_text_that_all_frames_share_a_single_row_is_kept():
    kept = """
import numpy
from types import SimpleNamespace
from sd3explorer.diffusion.conditions import Conditions
from sd3explorer.diffusion.text import TextEmbedding
from sd3explorer.walk.recipe import Prompt

embedding = TextEmbedding(numpy.ones((1, 5), "float32"), numpy.ones(5, "float32"), 0)
denoiser = SimpleNamespace(
    condition=lambda context, pooled: (context, pooled),
    modulations=lambda sigmas, pooled: sigmas.reshape(-1, 1, 1) * pooled[None],
)
conditions = Conditions(denoiser, lambda prompt: embedding, lambda function: function)
row = conditions._same_modulations(conditions.texts([Prompt("cats")] * 8), (1.0, 0.5))
print(tuple(row.shape) == (2, 1, 5), row.untyped_storage().nbytes() // row.element_size())
"""
    assert answer(kept) == ["True", "10"]


def as_on_a_gpu(folder):
    return f"""
compiler.compiles = lambda: True
compiler.prepare(Path({str(folder)!r}))
kept = Programs(Path({str(folder)!r}) / "models" / "model")
kept.folder.mkdir(parents=True, exist_ok=True)
"""


@pytest.fixture(scope="module")
def after_a_run_on_a_gpu(tmp_path_factory):
    if shutil.which("g++") is None:
        pytest.skip("PyTorch compiles with a compiler of C++")
    folder = tmp_path_factory.mktemp("programs")
    assert answer("print(close(2), len(calls))", as_on_a_gpu(folder)) == ["True", "1"]
    assert any((folder / "torch").iterdir())
    return folder


def test_on_a_gpu_another_process_reads_the_program_and_traces_nothing(after_a_run_on_a_gpu):
    assert answer("print(close(2), len(calls))", as_on_a_gpu(after_a_run_on_a_gpu)) == ["True", "0"]


def test_a_kept_program_that_does_not_run_is_made_anew(after_a_run_on_a_gpu):
    [program] = (after_a_run_on_a_gpu / "models" / "model").iterdir()
    program.write_bytes(hashlib.sha256(b"junk").digest() + b"junk")
    on_a_gpu = as_on_a_gpu(after_a_run_on_a_gpu)
    assert answer("print(close(2), len(calls))", on_a_gpu) == ["True", "1"]
    assert answer("print(close(2), len(calls))", on_a_gpu) == ["True", "0"]


def test_a_pytorch_that_makes_no_programs_to_keep_compiles_all_the_same(after_a_run_on_a_gpu):
    older = (
        as_on_a_gpu(after_a_run_on_a_gpu)
        + """
import importlib
del importlib.import_module("torch._inductor.standalone_compile").standalone_compile
kept = None
"""
    )
    compiled = "from torch._dynamo.utils import counters; print(close(2), counters['stats']['unique_graphs'])"
    assert answer(compiled, older) == ["True", "1"]


def test_a_gpu_without_triton_has_fused_attention_all_the_same():
    asked = "print(compiler.has_fused_attention())"
    assert answer(asked, "torch.cuda.is_available = lambda: True; compiler.has_triton = lambda: False") == [
        "True"
    ]
    assert answer(asked, "torch.cuda.is_available = lambda: False") == ["False"]


def test_a_folder_for_programs_that_cannot_be_made_harms_nothing(tmp_path):
    (tmp_path / "file").write_text("in the way")
    in_the_way = f"compiler.prepare(Path({str(tmp_path / 'file')!r}))"
    assert answer("print(close(2))", in_the_way) == ["True"]


def test_a_graph_that_cannot_be_compiled_runs_as_it_is(tmp_path):
    assert answer("print(close(2))", as_on_a_gpu(tmp_path), CXX="/nowhere") == ["True"]

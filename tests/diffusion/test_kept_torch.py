"""PyTorch's programs, compiled as on a GPU, in processes of their own."""

import shutil

import pytest

from tests.diffusion.signing import signed
from tests.diffusion.torch_process import answer, as_on_a_gpu
from tests.installed import needs

pytestmark = needs("torch")


@pytest.fixture(scope="module")
def after_a_run_on_a_gpu(tmp_path_factory):
    if shutil.which("g++") is None:
        pytest.skip("PyTorch compiles with a compiler of C++")
    folder = tmp_path_factory.mktemp("programs")
    finished = "print(close(2), len(calls)); compiler.finish_compiling(kept.root)"
    assert answer(finished, as_on_a_gpu(folder)) == ["True", "1"]
    assert list((folder / "torch").rglob("*.so"))
    return folder


def test_on_a_gpu_another_process_reads_the_program_and_traces_nothing(after_a_run_on_a_gpu):
    assert answer("print(close(2), len(calls))", as_on_a_gpu(after_a_run_on_a_gpu)) == ["True", "0"]


def test_a_kept_program_that_does_not_run_is_made_anew(after_a_run_on_a_gpu):
    [program] = (after_a_run_on_a_gpu / "models" / "model").iterdir()
    junk = signed(b"junk", program)
    program.write_bytes(junk)
    assert answer("print(close(2), len(calls))", as_on_a_gpu(after_a_run_on_a_gpu)) == ["True", "1"]
    assert program.read_bytes() != junk


def test_one_damaged_bit_in_each_kept_file_is_found_and_mended(after_a_run_on_a_gpu):
    damaged = {}
    for file in (path for path in after_a_run_on_a_gpu.rglob("*") if path.is_file() and path.stat().st_size):
        data = bytearray(file.read_bytes())
        data[len(data) // 2] ^= 0x80
        damaged[file] = bytes(data)
        file.write_bytes(data)
    assert answer("print(close(2), len(calls))", as_on_a_gpu(after_a_run_on_a_gpu)) == ["True", "1"]
    assert not [file for file, data in damaged.items() if file.exists() and file.read_bytes() == data]


def test_a_pytorch_that_makes_no_programs_to_keep_compiles_all_the_same(after_a_run_on_a_gpu):
    older = (
        as_on_a_gpu(after_a_run_on_a_gpu)
        + """
import importlib
importlib.import_module("torch._inductor.standalone_compile").standalone_compile = None
kept = None
"""
    )
    compiled = "from torch._dynamo.utils import counters; print(close(2), counters['stats']['unique_graphs'])"
    assert answer(compiled, older) == ["True", "1"]


def test_a_graph_that_cannot_be_compiled_runs_as_it_is(tmp_path):
    assert answer("print(close(2))", as_on_a_gpu(tmp_path), CXX="/nowhere") == ["True"]

"""Compiled programs that are kept between runs."""

import os
import shutil
import subprocess
import sys
from types import SimpleNamespace

import pytest
from tensorflow.errors import ResourceExhaustedError

from sd3explorer.diffusion import programs
from sd3explorer.diffusion.compilers import tensorflow
from sd3explorer.diffusion.programs import Programs, drop_damaged, vouch

# For a process of its own, as a backend takes one folder for good.
PRODUCT = """
import sys
from pathlib import Path
from sd3explorer.diffusion import backend
from sd3explorer.diffusion.programs import Programs
root, name, traces = Path(sys.argv[1]), sys.argv[2], sys.argv[3] == "traces"
compiler = backend.select(name, root)
import keras, numpy as np
from keras import ops
weight = keras.Variable(np.full((3, 3), 2.0, np.float32))
def product(pair, more):
    assert traces, "traced although a program was kept"
    return ops.matmul(pair["x"], weight) + more, ops.sum(more)
kept = Programs(root)
run = compiler.compile_function(product, [weight], kept)
first, second = run({"x": ops.ones((2, 3))}, ops.full((2, 3), 0.5))
assert np.array_equal(ops.convert_to_numpy(first), np.full((2, 3), 6.5)), first
assert float(ops.convert_to_numpy(second)) == 3.0
compiler.finish_compiling(root)
"""


@pytest.fixture
def kept(tmp_path):
    return Programs(tmp_path)


def product(root, backend, traces="traces"):
    environment = {name: value for name, value in os.environ.items() if name != "KERAS_BACKEND"}
    command = [sys.executable, "-c", PRODUCT, str(root), backend, traces]
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


def test_a_program_is_read_as_it_was_written(kept):
    kept.write("step (8, 16)", b"code")
    assert kept.read("step (8, 16)") == b"code"
    assert kept.read("step (4, 16)") is None


@pytest.mark.parametrize("damage", [b"", b"code", b"\0" * 40])
def test_a_damaged_program_is_none(kept, damage):
    kept.write("step", b"code")
    [file] = kept.folder.iterdir()
    file.write_bytes(damage)
    assert kept.read("step") is None


def test_a_folder_that_cannot_be_written_to_keeps_nothing_and_harms_nothing(tmp_path, starter, caplog):
    (tmp_path / "file").write_text("in the way")
    kept = Programs.of(tmp_path / "file", starter.folder, ())
    kept.write("step", b"code")
    assert kept.read("step") is None
    assert "can't be kept" in caplog.text


def test_what_a_program_depends_on_has_a_folder_of_its_own(tmp_path, starter, monkeypatch):
    def folder(*about):
        return Programs.of(tmp_path, starter.folder, about).folder

    assert folder("jax", "float32") == folder("jax", "float32")
    before = {folder("jax", "float32"), folder("jax", "float16"), folder("tensorflow", "float32")}
    monkeypatch.setattr(programs, "_versions", lambda: ["keras 99"])
    assert len(before | {folder("jax", "float32")}) == 4


def test_models_that_were_used_last_are_kept(tmp_path, starter, monkeypatch):
    monkeypatch.setattr(programs, "MODELS", 2)
    folders = []
    for index, precision in enumerate(("float32", "float16", "bfloat16")):
        folders.append(Programs.of(tmp_path, starter.folder, (precision,)).folder)
        if folders[-1].exists():
            os.utime(folders[-1], (index, index))
    assert [folder.exists() for folder in folders] == [False, True, True]


def test_an_executable_that_nobody_vouched_for_is_removed(tmp_path):
    (tmp_path / "one.pb").write_bytes(b"whole")
    vouch(tmp_path)
    (tmp_path / "two.pb").write_bytes(b"half")
    drop_damaged(tmp_path)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["one.pb", "one.sha256"]
    (tmp_path / "one.pb").write_bytes(b"who")
    drop_damaged(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_of_executables_that_is_not_there_or_cannot_be_one_harms_nothing(tmp_path, caplog):
    (tmp_path / "file").write_text("in the way")
    for folder in (tmp_path / "gone", tmp_path / "file" / "tensorflow"):
        vouch(folder)
        assert f"can't be kept in {folder}" in caplog.text


@pytest.mark.parametrize(("room", "writes"), [(2**30, True), (2**20, False)])
def test_where_there_is_little_room_executables_are_read_and_none_written(
    tmp_path, monkeypatch, room, writes
):
    monkeypatch.setenv("TF_XLA_FLAGS", "")
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: SimpleNamespace(free=room))
    tensorflow.keep_executables(tmp_path)
    flags = os.environ["TF_XLA_FLAGS"].split()
    assert f"--tf_xla_persistent_cache_directory={tmp_path}" in flags
    assert ("--tf_xla_persistent_cache_read_only" not in flags) is writes


def test_a_full_disk_is_not_taken_for_too_little_memory():
    full, too_little = (
        ResourceExhaustedError(None, None, message)
        for message in ("programs/one.tmp; No space left on device", "OOM when allocating tensor")
    )
    assert not tensorflow.is_out_of_memory(full)
    assert tensorflow.is_out_of_memory(too_little)


def test_the_oldest_executables_go_where_there_are_too_many(tmp_path, monkeypatch):
    for age, name in enumerate(("new", "older", "oldest")):
        (tmp_path / f"{name}.pb").write_bytes(bytes(100))
        os.utime(tmp_path / f"{name}.pb", (1000 - age, 1000 - age))
    vouch(tmp_path)
    monkeypatch.setattr(programs, "EXECUTABLES_LIMIT", 250)
    drop_damaged(tmp_path)
    assert sorted(file.name for file in tmp_path.glob("*.pb")) == ["new.pb", "older.pb"]
    assert not (tmp_path / "oldest.sha256").exists()


@pytest.mark.parametrize("backend", ["tensorflow", "jax"])
def test_another_process_computes_the_same_without_tracing(tmp_path, backend):
    pytest.importorskip(backend)
    for traces in ("traces", "reads"):
        done = product(tmp_path, backend, traces)
        assert done.returncode == 0, done.stderr


def test_a_program_with_the_flash_attention_of_a_gpu_can_be_kept():
    jax = pytest.importorskip("jax")
    from sd3explorer.diffusion.compilers import jax as compiler

    numbers = jax.numpy.ones(3)
    for target in compiler.FLASH_ATTENTION:
        attention = jax.ffi.ffi_call(target, jax.ShapeDtypeStruct(numbers.shape, numbers.dtype))
        assert target in compiler.export(attention, numbers).mlir_module()


def test_a_gpu_is_told_what_this_version_of_xla_knows_and_nothing_else(monkeypatch):
    jax = pytest.importorskip("jax")
    from sd3explorer.diffusion.compilers import jax as compiler

    told = compiler.compiler_options.__wrapped__
    assert told() is None
    monkeypatch.setattr(jax, "default_backend", lambda: "gpu")
    assert told() == compiler.GPU_OPTIONS
    monkeypatch.setattr(compiler, "GPU_OPTIONS", {"xla_gpu_of_another_version": True})
    assert told() is None


def test_executables_are_found_again_and_damaged_ones_are_made_anew(tmp_path):
    executables = tmp_path / "tensorflow"
    assert product(tmp_path, "tensorflow").returncode == 0
    [first] = executables.glob("*.pb")
    made = first.stat().st_mtime_ns
    assert product(tmp_path, "tensorflow").returncode == 0
    assert [file.stat().st_mtime_ns for file in executables.glob("*.pb")] == [made]
    first.write_bytes(first.read_bytes()[:100])
    assert product(tmp_path, "tensorflow").returncode == 0
    assert [file.name for file in executables.glob("*.pb")] == [first.name]
    assert first.stat().st_size > 100


def test_a_program_that_tensorflow_does_not_give_away_is_compiled_all_the_same(kept, monkeypatch, caplog):
    import tensorflow as tf

    from sd3explorer.diffusion.compilers.kept_tensorflow import KeptFunction, Module

    def broken(self):
        raise ValueError("no such format")

    monkeypatch.setattr(Module, "to_bytes", broken)
    monkeypatch.setattr(KeptFunction, "_traced", lambda *_: broken(None))
    double = KeptFunction(lambda x: 2.0 * x, [], kept)
    assert float(double(tf.constant(1.5))) == 3.0
    assert "compiled anew in every process" in caplog.text

"""Compiled programs that are kept between runs."""

import os
import shutil
import time
from types import SimpleNamespace

import pytest
from tensorflow.errors import ResourceExhaustedError

from sd3explorer.diffusion import programs
from sd3explorer.diffusion.compilers import tensorflow
from sd3explorer.diffusion.programs import Programs
from tests.diffusion import forks
from tests.diffusion.signing import signed, unsigned

# For a process of its own, as a backend takes one folder for good.
PRODUCT = """
import os
from pathlib import Path
from sd3explorer.diffusion import backend
from sd3explorer.diffusion.programs import Programs
# All tests may have one, which would be taken.
os.environ.pop("TF_XLA_FLAGS", None)
root, traces = Path({root!r}), {traces}
compiler = backend.select({backend!r}, root)
import keras, numpy as np
from keras import ops
weight = keras.Variable(np.full((3, 3), 2.0, np.float32))
def product(pair, more):
    assert traces, "traced although a program was kept"
    return ops.matmul(pair["x"], weight) + more, ops.sum(more)
kept = Programs(root)
run = compiler.compile_function(product, [weight], kept)
first, second = run({{"x": ops.ones((2, 3))}}, ops.full((2, 3), 0.5))
assert np.array_equal(ops.convert_to_numpy(first), np.full((2, 3), 6.5)), first
assert float(ops.convert_to_numpy(second)) == 3.0
compiler.finish_compiling(root)
"""


@pytest.fixture
def kept(tmp_path):
    return Programs(tmp_path)


def product(root, backend, traces=True):
    forks.output_of(backend, PRODUCT.format(root=str(root), backend=backend, traces=traces))


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


def test_a_program_that_a_stranger_wrote_is_none(kept):
    kept.write("step", b"code")
    [file] = kept.folder.iterdir()
    file.write_bytes(unsigned(b"other code"))
    assert kept.read("step") is None


def test_a_program_in_another_models_place_is_none(tmp_path):
    one, other = (Programs(tmp_path / "models" / name) for name in ("one", "other"))
    for model in (one, other):
        model.folder.mkdir(parents=True)
        model.write("step", model.folder.name.encode())
    [place], [source] = one.folder.iterdir(), other.folder.iterdir()
    shutil.copy(source, place)
    assert one.read("step") is None
    assert other.read("step") == b"other"


def test_a_program_in_another_ones_place_is_none(kept):
    kept.write("step", b"code")
    [first] = kept.folder.iterdir()
    kept.write("guided step", b"more code")
    [second] = set(kept.folder.iterdir()) - {first}
    shutil.copy(second, first)
    assert kept.read("step") is None
    assert kept.read("guided step") == b"more code"


def test_without_a_key_nothing_is_kept_or_read(kept, monkeypatch):
    kept.write("step", b"code")
    monkeypatch.setattr(programs, "own_key", lambda: None)
    assert kept.read("step") is None
    kept.write("another step", b"code")
    assert len(list(kept.folder.iterdir())) == 1


def a_folder(place):
    place.mkdir()
    (place / "inside").write_text("more")


def a_pipe(place):
    os.mkfifo(place)


def a_link_to_nowhere(place):
    place.symlink_to(place.parent.parent / "outside")


@pytest.mark.parametrize("leave", [a_folder, a_pipe, a_link_to_nowhere])
def test_what_is_no_file_in_a_programs_place_is_replaced(tmp_path, leave):
    kept = Programs(tmp_path / "kept")
    kept.folder.mkdir()
    kept.write("step", b"code")
    [file] = kept.folder.iterdir()
    file.unlink()
    leave(file)
    assert kept.read("step") is None
    kept.write("step", b"code")
    assert kept.read("step") == b"code"
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]


@pytest.mark.parametrize("leave", [a_pipe, a_link_to_nowhere, lambda place: place.write_bytes(b"no folder")])
def test_what_is_no_folder_in_the_place_of_a_models_programs_is_replaced(tmp_path, starter, leave):
    folder = Programs.of(tmp_path, starter.configuration(), ()).folder
    for place in (folder, folder.parent):
        shutil.rmtree(place)
        leave(place)
        kept = Programs.of(tmp_path, starter.configuration(), ())
        kept.write("step", b"code")
        assert kept.read("step") == b"code"


def test_a_folder_that_cannot_be_written_to_keeps_nothing_and_harms_nothing(tmp_path, starter, caplog):
    (tmp_path / "file").write_text("in the way")
    kept = Programs.of(tmp_path / "file", starter.configuration(), ())
    kept.write("step", b"code")
    assert kept.read("step") is None
    assert "can't be kept" in caplog.text


def test_what_a_program_depends_on_has_a_folder_of_its_own(tmp_path, starter, monkeypatch):
    def folder(*about):
        return Programs.of(tmp_path, starter.configuration(), about).folder

    assert folder("jax", "float32") == folder("jax", "float32")
    before = {folder("jax", "float32"), folder("jax", "float16"), folder("tensorflow", "float32")}
    monkeypatch.setattr(programs, "_versions", lambda: ["keras 99"])
    assert len(before | {folder("jax", "float32")}) == 4


def test_a_model_of_another_shape_has_a_folder_of_its_own(tmp_path, starter):
    configuration = starter.configuration()
    before = Programs.of(tmp_path, configuration, ()).folder
    assert Programs.of(tmp_path, dict(reversed(configuration.items())), ()).folder == before
    configuration["config"]["mmdit_num_layers"] += 1
    assert Programs.of(tmp_path, configuration, ()).folder != before


def test_models_that_were_used_last_are_kept(tmp_path, starter, monkeypatch):
    monkeypatch.setattr(programs, "MODELS", 2)
    folders = []
    for index, precision in enumerate(("float32", "float16", "bfloat16")):
        folders.append(Programs.of(tmp_path, starter.configuration(), (precision,)).folder)
        if folders[-1].exists():
            os.utime(folders[-1], (index, index))
    assert [folder.exists() for folder in folders] == [False, True, True]


def test_models_dated_in_the_future_make_room_for_the_one_in_use(tmp_path, starter, monkeypatch):
    monkeypatch.setattr(programs, "MODELS", 2)
    later = time.time() + 10**8
    for name in "abc":
        (tmp_path / "models" / name).mkdir(parents=True)
        os.utime(tmp_path / "models" / name, (later, later))
    in_use = [
        Programs.of(tmp_path, starter.configuration(), (precision,)).folder
        for precision in ("float32", "float16")
    ]
    assert set((tmp_path / "models").iterdir()) == set(in_use)


@pytest.mark.parametrize(("room", "writes"), [(2**30, True), (2**20, False)])
def test_where_there_is_little_room_executables_are_read_and_none_written(
    tmp_path, monkeypatch, room, writes
):
    monkeypatch.setenv("TF_XLA_FLAGS", "")
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: SimpleNamespace(free=room))
    tensorflow.keep_executables(tmp_path)
    flags = os.environ["TF_XLA_FLAGS"].split()
    assert f'--tf_xla_persistent_cache_directory="{tmp_path}"' in flags
    assert ("--tf_xla_persistent_cache_read_only" not in flags) is writes


def test_flags_of_a_file_stay_beside_those_that_keep_executables(tmp_path, monkeypatch):
    file = tmp_path / "flags"
    file.write_text("--tf_xla_min_cluster_size=4\n")
    monkeypatch.setenv("TF_XLA_FLAGS", str(file))
    tensorflow.keep_executables(tmp_path / "kept")
    first, *others = os.environ["TF_XLA_FLAGS"].split()
    assert first == "--tf_xla_min_cluster_size=4"
    assert f'--tf_xla_persistent_cache_directory="{tmp_path / "kept"}"' in others


def test_a_full_disk_is_not_taken_for_too_little_memory():
    full, too_little = (
        ResourceExhaustedError(None, None, message)
        for message in ("programs/one.tmp; No space left on device", "OOM when allocating tensor")
    )
    assert not tensorflow.is_out_of_memory(full)
    assert tensorflow.is_out_of_memory(too_little)


@pytest.fixture(scope="module", params=["tensorflow", "jax"])
def after_a_run(request, tmp_path_factory):
    """A backend, and the folder with what it kept: one that a shell or a list of flags would take apart."""
    pytest.importorskip(request.param)
    root = tmp_path_factory.mktemp("kept") / """it's "our" folder"""
    root.mkdir()
    product(root, request.param)
    return request.param, root


@pytest.fixture
def restored(after_a_run, tmp_path):
    """The same for each test. JAX finds nothing again at another place."""
    shutil.copytree(after_a_run[1], tmp_path / "copy")
    yield after_a_run
    shutil.rmtree(after_a_run[1])
    shutil.copytree(tmp_path / "copy", after_a_run[1])


def kept_files(root):
    return [path for path in root.rglob("*") if path.is_file()]


def test_another_process_computes_the_same_without_tracing(restored):
    backend, root = restored
    executables = {file: file.read_bytes() for file in kept_files(root / backend)}
    assert executables
    product(root, backend, traces=False)
    assert {file: file.read_bytes() for file in kept_files(root / backend)} == executables


def test_one_damaged_bit_in_each_kept_file_is_found_and_mended(restored):
    backend, root = restored
    damaged = {}
    for file in kept_files(root):
        data = bytearray(file.read_bytes())
        data[len(data) // 2] ^= 0x80
        damaged[file] = bytes(data)
        file.write_bytes(data)
    assert [file for file in damaged if file.parent == root / backend]
    product(root, backend)
    assert set(kept_files(root)) == damaged.keys()
    assert not [file for file, data in damaged.items() if file.read_bytes() == data]


def test_what_came_into_the_place_of_kept_files_is_replaced(restored):
    backend, root = restored
    for file in kept_files(root / backend):
        file.unlink()
        os.mkfifo(file)
    [program] = [path for path in root.iterdir() if path.is_file()]
    junk = signed(b"junk", program)
    program.write_bytes(junk)
    product(root, backend)
    assert program.read_bytes() != junk
    assert not [path for path in root.rglob("*") if path.is_fifo()]


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
    monkeypatch.setattr(jax, "default_backend", lambda: "gpu")
    assert told() == compiler.GPU_OPTIONS
    monkeypatch.setattr(compiler, "GPU_OPTIONS", {"xla_gpu_of_another_version": True})
    assert told() is None


def test_a_program_that_tensorflow_does_not_give_away_is_compiled_all_the_same(kept, monkeypatch, caplog):
    import tensorflow as tf

    from sd3explorer.diffusion.compilers.kept_tensorflow import Captured, KeptFunction, Module

    def broken(self):
        raise ValueError("no such format")

    monkeypatch.setattr(Module, "to_bytes", broken)
    monkeypatch.setattr(KeptFunction, "_traced", lambda *_: broken(None))
    double = KeptFunction(lambda x: 2.0 * x, Captured([]), kept)
    assert float(double(tf.constant(1.5))) == 3.0
    assert "compiled anew in every process" in caplog.text

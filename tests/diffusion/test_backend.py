import importlib
import os
import subprocess
import sys
from contextlib import suppress
from types import SimpleNamespace

import keras
import pytest

from sd3explorer.diffusion import backend
from sd3explorer.diffusion.backend import DiffusionError
from sd3explorer.machine.backends import TITLES


def test_an_unknown_backend_is_refused_with_those_there_are():
    with pytest.raises(
        DiffusionError, match='no backend is called "mxnet"; there are tensorflow, jax, torch'
    ):
        backend.select("mxnet")


def test_a_second_backend_in_one_process_is_refused():
    pytest.importorskip("jax")
    with pytest.raises(DiffusionError, match="Keras already runs on tensorflow in this process, not on jax"):
        backend.select("jax")


def test_a_backend_that_is_not_installed_is_named_with_the_command_that_installs_it(monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(DiffusionError, match=r"jax isn't installed; run: pip install 'sd3explorer\[jax\]'"):
        backend.select("jax")


# In a process of its own, as Keras has another backend in this one.
SELECTING = """
import sys
from sd3explorer.diffusion.backend import DiffusionError, select
try:
    select(sys.argv[1])
except DiffusionError as error:
    print(error)
"""


def refusal_of(name, *options, **variables):
    command = [sys.executable, *options, "-c", SELECTING, name]
    done = subprocess.run(
        command, env=os.environ | variables, capture_output=True, text=True, check=True, timeout=120
    )
    return done.stdout.strip()


@pytest.mark.parametrize(
    ("name", "variable", "value"),
    [
        ("jax", "JAX_PLATFORMS", "nosuch"),
        ("torch", "TORCH_LOGS", "nosuch"),
        ("torch", "KERAS_TORCH_DEVICE", "xla"),
    ],
)
def test_what_a_backend_is_told_and_cannot_do_is_named(name, variable, value):
    pytest.importorskip(name)
    sentence = refusal_of(name, **{variable: value})
    assert sentence.startswith(f"{TITLES[name]} can't be started with {variable}={value}: ")
    assert sentence.endswith("; correct or unset it")


def test_a_process_that_keras_cannot_run_in_is_refused_with_the_remedy():
    assert refusal_of("tensorflow", "-OO").endswith("start Python without -OO, and PYTHONOPTIMIZE unset")
    assert refusal_of("tensorflow", TF_USE_LEGACY_KERAS="1").endswith("unset it")


def test_an_error_of_a_backend_that_was_told_nothing_stays_what_it_is(monkeypatch):
    monkeypatch.delenv("JAX_PLATFORMS", raising=False)
    for name in [name for name in os.environ if name.startswith("JAX_")]:
        monkeypatch.delenv(name)
    with pytest.raises(ValueError, match="of its own"), backend._with_orders("jax"):
        raise ValueError("of its own")


@pytest.mark.parametrize("name", ["jax", "tensorflow"])
def test_flags_may_be_in_a_file(name, tmp_path):
    pytest.importorskip(name)
    file = tmp_path / "flags"
    file.write_text("--xla_cpu_multi_thread_eigen=true\n")
    assert refusal_of(name, XLA_FLAGS=str(file)) == ""
    os.mkfifo(tmp_path / "pipe")
    for where in ("pipe", "nowhere"):
        sentence = refusal_of(name, XLA_FLAGS=str(tmp_path / where))
        assert sentence.startswith("XLA_FLAGS=")
        assert sentence.endswith("; correct or unset it")


def imports_jax(name):
    """As TensorFlow does where it can."""
    with suppress(ImportError):
        import jax  # noqa: F401 (imported, that is the question)
    return importlib.import_module(name)


def test_tensorflow_starts_without_jax_which_can_be_imported_later(monkeypatch):
    pytest.importorskip("jax")
    for name in [name for name in sys.modules if name.partition(".")[0] == "jax"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(backend, "importlib", SimpleNamespace(import_module=imports_jax, util=importlib.util))
    backend.select("tensorflow")
    assert "jax" not in sys.modules
    assert importlib.util.find_spec("jax")


def test_jax_stays_where_it_was_imported_before(monkeypatch):
    monkeypatch.setitem(sys.modules, "jax", sys)
    backend.select("tensorflow")
    assert sys.modules["jax"] is sys


DAMAGED = [
    b'{"floatx": "float33"}',
    b'{"epsilon": "1e-7"}',
    b'{"image_data_format": 1}',
    b"[]",
    b"[" * 100_000,
]


@pytest.mark.parametrize("content", DAMAGED, ids=range(len(DAMAGED)))
def test_settings_that_keras_would_end_at_are_named_with_the_remedy(tmp_path, content):
    file = tmp_path / "keras.json"
    file.write_bytes(content)
    with pytest.raises(DiffusionError) as caught:
        backend._check_settings(file)
    assert str(caught.value) == f"{file} is damaged; remove it"


def test_settings_in_the_home_of_nobody_are_none(monkeypatch):
    monkeypatch.setenv("KERAS_HOME", "~nobodyhere")
    backend._check_settings(backend._settings_file())


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir])
def test_settings_of_keras_that_are_no_file_are_not_waited_for(tmp_path, make):
    make(tmp_path / "keras.json")
    with pytest.raises(DiffusionError, match=r"keras\.json can't be read: .*; remove it"):
        backend._check_settings(tmp_path / "keras.json")


@pytest.mark.parametrize("content", [None, b"{}", b"", b"\xff", b'{"floatx": "float16", "epsilon": 0.001}'])
def test_other_settings_of_keras_will_do(tmp_path, content):
    if content is not None:
        (tmp_path / "keras.json").write_bytes(content)
    backend._check_settings(tmp_path / "keras.json")


def test_frames_do_not_depend_on_settings_of_keras_that_somebody_else_has():
    keras.config.set_floatx("float16")
    keras.config.set_epsilon(1e-3)
    keras.config.set_image_data_format("channels_first")
    backend.select(None)
    settings = keras.config.floatx(), keras.config.epsilon(), keras.config.image_data_format()
    assert settings == ("float32", 1e-7, "channels_last")

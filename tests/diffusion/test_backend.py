import os
import subprocess
import sys

import keras
import pytest

from sd3explorer.diffusion import backend
from sd3explorer.diffusion.backend import DiffusionError
from sd3explorer.diffusion.compilers.flags import flags_in


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


def test_what_a_backend_is_told_and_cannot_do_is_named():
    pytest.importorskip("jax")
    sentence = refusal_of("jax", JAX_PLATFORMS="nosuch")
    assert sentence.startswith("JAX can't be started with JAX_PLATFORMS=nosuch: ")
    assert sentence.endswith("; correct or unset it")


def test_what_pytorch_is_told_is_named_as_well(monkeypatch):
    monkeypatch.setenv("KERAS_TORCH_DEVICE", "xla")
    sentence = (
        r"^PyTorch can't be started with KERAS_TORCH_DEVICE=xla: .*no such device; correct or unset it$"
    )
    with pytest.raises(DiffusionError, match=sentence), backend._with_orders("torch"):
        raise RuntimeError("no such device")


def test_a_process_that_keras_cannot_run_in_is_refused_with_the_remedy():
    assert refusal_of("tensorflow", "-OO").endswith("start Python without -OO, and PYTHONOPTIMIZE unset")
    assert refusal_of("tensorflow", TF_USE_LEGACY_KERAS="1").endswith("unset it")


def test_an_error_of_a_backend_that_was_told_nothing_stays_what_it_is(monkeypatch):
    monkeypatch.delenv("JAX_PLATFORMS", raising=False)
    for name in [name for name in os.environ if name.startswith("JAX_")]:
        monkeypatch.delenv(name)
    with pytest.raises(ValueError, match="of its own"), backend._with_orders("jax"):
        raise ValueError("of its own")


@pytest.mark.parametrize("name", ["pipe", "nowhere"])
def test_a_file_of_flags_that_cannot_be_read_is_named(name, tmp_path, monkeypatch):
    os.mkfifo(tmp_path / "pipe")
    monkeypatch.setenv("XLA_FLAGS", str(tmp_path / name))
    with pytest.raises(DiffusionError, match=r"^XLA_FLAGS=.*; correct or unset it$"):
        flags_in("XLA_FLAGS")


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

import keras
import pytest

from sd3explorer.diffusion import backend
from sd3explorer.diffusion.backend import DiffusionError


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


def test_frames_do_not_depend_on_settings_of_keras_that_somebody_else_has():
    keras.config.set_floatx("float16")
    keras.config.set_epsilon(1e-3)
    keras.config.set_image_data_format("channels_first")
    backend.select(None)
    settings = keras.config.floatx(), keras.config.epsilon(), keras.config.image_data_format()
    assert settings == ("float32", 1e-7, "channels_last")

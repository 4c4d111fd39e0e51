"""Which backend is preferred, of those that are there and what they see."""

import pytest

from sd3explorer.machine.backends import Seen, fastest, installed, preferred, reason

CPU = {
    name: Seen(name, rates=(("float32", 1e9),), precision="float32")
    for name in ("tensorflow", "jax", "torch")
}
GPU = {name: Seen(name, "RTX", 2**34, (("float32", 1e12),), "float32") for name in CPU}
BROKEN = {name: Seen(name, problem="no such library") for name in CPU}


@pytest.mark.parametrize(
    ("seen", "chosen"),
    [
        ([CPU["tensorflow"], CPU["jax"], CPU["torch"]], "tensorflow"),
        ([CPU["tensorflow"], CPU["jax"], GPU["torch"]], "torch"),
        ([GPU["tensorflow"], GPU["torch"]], "tensorflow"),
        ([CPU["tensorflow"], GPU["jax"], GPU["torch"]], "jax"),
        ([BROKEN["tensorflow"], CPU["jax"]], "jax"),
        ([BROKEN["tensorflow"], BROKEN["jax"]], "tensorflow"),
        ([], "tensorflow"),
    ],
)
def test_a_gpu_comes_first_then_the_default_and_what_is_broken_never(seen, chosen):
    assert preferred(seen) == chosen


def test_another_backend_than_the_default_is_explained():
    text = reason("torch", [CPU["tensorflow"], CPU["jax"], GPU["torch"]])
    assert text == "PyTorch computes here: it has the GPU (RTX), which TensorFlow and JAX can't use"
    assert reason("jax", [BROKEN["tensorflow"], CPU["jax"]]) == (
        "JAX computes here, as TensorFlow can't be used"
    )
    assert reason("tensorflow", [CPU["tensorflow"]]) == ""


def test_the_fastest_is_so_at_the_precision_that_suits_it():
    half = Seen("jax", "RTX", None, (("float32", 1e12), ("float16", 8e12)), "float16")
    single = Seen("torch", "RTX", None, (("float32", 2e12), ("float16", 1e12)), "float32")
    assert fastest([single, half, BROKEN["tensorflow"]]) is half
    assert fastest([BROKEN["tensorflow"]]) is None


def test_what_is_installed_is_known_without_importing_it():
    assert "tensorflow" in installed()

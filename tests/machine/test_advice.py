"""What is missing, on invented computers."""

from dataclasses import replace

import pytest

from sd3explorer.machine.advice import advice
from sd3explorer.machine.backends import Seen
from sd3explorer.machine.cards import Card
from sd3explorer.machine.computer import Computer

ADA = Card("NVIDIA GeForce RTX 4090", 24 * 2**30, "580.65.06", (8, 9))
PASCAL = Card("NVIDIA GeForce GTX 1080", 8 * 2**30, "580.65.06", (6, 1))
LINUX = Computer("Linux", distribution="ubuntu", cards=(ADA,))
WINDOWS = Computer("Windows", architecture="AMD64", cards=(ADA,))
MAC = Computer("Darwin", architecture="arm64", apple=True)
ON_CPU = Seen("tensorflow", rates=(("float32", 1e9),), precision="float32")
PIP = "python -m pip install"


def commands(computer, *seen):
    return [each.command for each in advice(computer, seen or (ON_CPU,))]


def with_driver(computer, version, card=ADA):
    return replace(computer, cards=(replace(card, driver=version),))


def test_where_nothing_is_missing_nothing_is_advised():
    assert advice(LINUX, [replace(ON_CPU, gpu=ADA.name)]) == []
    assert advice(replace(LINUX, cards=()), [ON_CPU]) == []
    # Another backend has the GPU.
    assert advice(WINDOWS, [ON_CPU, Seen("torch", ADA.name)]) == []


def test_damage_to_the_app_itself_comes_first():
    one = advice(replace(LINUX, damaged=("sd3explorer/cli.py",)), [ON_CPU])
    assert one[0].text == (
        "Of sd3explorer itself, sd3explorer/cli.py isn't what was installed. Install sd3explorer again."
    )
    assert one[1:] == advice(LINUX, [ON_CPU])
    for files, text in (
        (("a\n.py", "b"), "a\\n.py, b aren't what was installed"),
        (tuple("abcdef"), "a, b, c and 3 more aren't what was installed"),
    ):
        assert text in advice(replace(LINUX, damaged=files), [ON_CPU])[0].text


def test_on_linux_tensorflow_or_jax_get_the_gpu():
    assert commands(LINUX) == [f'{PIP} "tensorflow[and-cuda]>=2.20"', f'{PIP} --upgrade "jax[cuda13]"']


@pytest.mark.parametrize(
    ("driver", "card", "jax", "torch"),
    [
        ("580.65.06", ADA, "cuda13", "cu130"),
        ("575.57.08", ADA, "cuda12", "cu128"),
        ("550.54.14", ADA, "cuda12", "cu126"),
        ("580.65.06", PASCAL, "cuda12", "cu126"),
        ("581.29", replace(ADA, capability=None), "cuda13", "cu130"),
    ],
)
def test_builds_are_those_that_driver_and_card_can_run(driver, card, jax, torch):
    assert f"jax[{jax}]" in commands(with_driver(LINUX, driver, card))[1]
    assert commands(with_driver(WINDOWS, driver, card)) == [
        f"{PIP} torch --index-url https://download.pytorch.org/whl/{torch}"
    ]


def test_on_windows_a_pytorch_for_the_processor_is_replaced_and_no_other_is_advised():
    [given] = advice(WINDOWS, [ON_CPU, Seen("jax"), Seen("torch")])
    assert "TensorFlow and JAX have no GPU on Windows" in given.text
    assert "--force-reinstall --no-deps torch --index-url" in given.command


def test_linux_within_windows_is_linux():
    assert "and-cuda" in commands(replace(LINUX, in_windows=True))[0]


def test_on_arm_only_jax_is_built_for_cuda():
    assert commands(replace(LINUX, architecture="aarch64")) == [f'{PIP} --upgrade "jax[cuda13]"']


@pytest.mark.parametrize(
    ("distribution", "command"),
    [("ubuntu", "sudo ubuntu-drivers install"), ("debian", "sudo apt install nvidia-driver"), ("gentoo", "")],
)
def test_a_card_without_a_driver_needs_one_first(distribution, command):
    computer = replace(LINUX, distribution=distribution, cards=(Card("NVIDIA graphics card"),))
    [given] = advice(computer, [ON_CPU])
    assert given.command == command
    assert "no driver" in given.text
    assert ("nvidia.com" in given.text) is not command


def test_a_driver_that_is_too_old_is_named():
    [given] = advice(with_driver(LINUX, "470.256.02"), [ON_CPU])
    assert "470.256.02, is too old: backends need 525 or newer" in given.text


@pytest.mark.parametrize("value", ["", "-1"])
def test_a_gpu_that_somebody_hid_needs_no_package(value):
    [given] = advice(replace(LINUX, variables=(("CUDA_VISIBLE_DEVICES", value),)), [ON_CPU])
    assert "hides the GPU" in given.text


def test_of_a_mac_only_what_is_known_is_said():
    [given] = advice(MAC, [ON_CPU])
    assert "not tested" in given.text
    assert given.command == f'{PIP} "torch>=2.6"'
    assert advice(MAC, [ON_CPU, Seen("torch", "Apple's GPU")]) == []
    assert advice(Computer("Darwin"), [ON_CPU]) == []


def test_what_is_broken_is_installed_again_for_the_device_that_is_there():
    broken = Seen("jax", problem="JAX can't be started")
    assert commands(replace(LINUX, cards=()), ON_CPU, broken) == [
        f'{PIP} --force-reinstall --no-deps "jax>=0.6" jaxlib'
    ]
    broken = Seen("torch", problem="PyTorch can't be started")
    assert "whl/cu130" in commands(WINDOWS, ON_CPU, broken)[0]


def test_tensorflow_is_needed_by_all():
    assert commands(replace(LINUX, cards=()), Seen("jax")) == [f'{PIP} "tensorflow>=2.20"']

"""The contracts of imports name everything that they are about."""

import pkgutil
import tomllib
from pathlib import Path

import pytest

import sd3explorer
from sd3explorer.walk.noises import NOISES
from sd3explorer.walk.paths import PATHS

ROOMS = {f"sd3explorer.{module.name}" for module in pkgutil.iter_modules(sd3explorer.__path__)}


def contract(name):
    with (Path(__file__).parents[1] / "pyproject.toml").open("rb") as file:
        contracts = tomllib.load(file)["tool"]["importlinter"]["contracts"]
    [named] = [each for each in contracts if each["name"] == name]
    return named


def test_every_kind_of_path_and_noise_is_named():
    named = contract("A kind of path or noise knows no other")["modules"]
    assert set(named) == {kind.__module__ for kind in (*PATHS, *NOISES)}


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("Only diffusion/ knows Keras, and bench/", {"sd3explorer.diffusion", "sd3explorer.bench"}),
        (
            "Only the engine, inside a worker, reaches into diffusion/",
            {"sd3explorer.diffusion", "sd3explorer.bench"},
        ),
        ("No room but app/ knows Qt", {"sd3explorer.app"}),
    ],
)
def test_every_other_room_is_named(name, others):
    assert set(contract(name)["source_modules"]) == ROOMS - others

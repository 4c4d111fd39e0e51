"""KerasHub's weights in the models of diffusers give KerasHub's numbers."""

import json
import subprocess
import sys

import pytest

from tests.installed import needs

pytestmark = needs("torch", "diffusers")

LAYOUTS = ("starter", "SD3", "SD3.5")


@pytest.fixture(scope="module")
def comparison():
    command = [sys.executable, "-m", "tests.bench.compare_diffusers"]
    return json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)


@pytest.mark.parametrize("part", ["transformer", "decoder"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_diffusers_computes_what_kerashub_does(comparison, layout, part):
    assert comparison[layout][part] <= 1e-4

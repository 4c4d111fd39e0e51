"""KerasHub's weights in the models of diffusers give KerasHub's numbers."""

import json

import pytest

from tests.diffusion import forks
from tests.installed import needs

pytestmark = needs("torch", "diffusers")

LAYOUTS = ("starter", "SD3", "SD3.5")


@pytest.fixture(scope="module")
def comparison():
    imports = "import json; from tests.bench.compare_diffusers import compare_all"
    return json.loads(forks.output_of("torch", f"{imports}; print(json.dumps(compare_all()))"))


@pytest.mark.parametrize("part", ["transformer", "decoder"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_diffusers_computes_what_kerashub_does(comparison, layout, part):
    assert comparison[layout][part] <= 1e-4

"""The table of weights: the numbers of tensors and parameters that the real models have."""

import dataclasses

import numpy as np
import pytest

from sd3explorer.presets.checkpoints.layout import layout, weights
from tests.presets.checkpoints.family import FAMILY, MEDIUM, PARTS


@pytest.mark.parametrize("name", PARTS)
def test_a_part_has_as_many_tensors_and_parameters_as_its_real_file(name):
    part, shape, tensors, parameters = PARTS[name]
    found = weights(part, shape)
    assert (len(found), sum(weight.parameters for weight in found)) == (tensors, parameters)


@pytest.mark.parametrize("name", FAMILY)
def test_a_whole_model_has_the_parameters_that_kerashub_publishes(name):
    architecture, published = FAMILY[name]
    parts = layout(architecture)
    assert "t5" not in parts
    # KerasHub counts CLIP-L's projection too, which is the identity.
    assert sum(w.parameters for part in parts.values() for w in part) + 768**2 == published


def test_no_two_weights_have_a_name_or_a_place_in_common():
    parts = layout(dataclasses.replace(MEDIUM, t5=PARTS["t5"][1]))
    places = [weight.place for part in parts.values() for weight in part]
    assert len(set(places)) == len(places)
    for part in parts.values():
        assert len({weight.name for weight in part}) == len(part)


def test_a_turned_weight_has_all_numbers_in_the_targets_shape():
    small = dataclasses.replace(PARTS["clip_l"][1], width=8, layers=1, heads=2, intermediate=16, words=4)
    for weight in weights("clip_l", small):
        array = np.arange(weight.parameters).reshape(weight.shape)
        turned = weight.turned(array)
        assert turned.shape == weight.target
        assert np.array_equal(np.sort(turned, axis=None), np.arange(weight.parameters))

"""Walks that come back to their start."""

from dataclasses import replace

import pytest

from sd3explorer.walk.looping import led_back, with_way_back
from sd3explorer.walk.noises import Fixed, Orbit, Travel, Varying
from sd3explorer.walk.paths import Grid, Hold, Keyframe, Morph, Prompts
from sd3explorer.walk.walk import Walk

MORPH = Morph((Keyframe("a dog"), Keyframe("a cat")))
STAYS = Hold(Prompts("a dog"))


@pytest.mark.parametrize(
    ("path", "noise", "parts"),
    [
        (MORPH, Fixed(1), 1),
        (MORPH, Travel((1, 2)), 2),
        (STAYS, Travel((1, 2)), 1),
        (STAYS, Orbit(1), 0),
        (Grid.of((Prompts("a dog"),)), Varying(1), 0),
    ],
)
def test_all_parts_that_can_lead_back_do_and_no_others_change(path, noise, parts):
    walk = Walk(path=path, noise=noise)
    assert led_back(walk) == (False,) * parts
    back = with_way_back(walk, True)
    assert led_back(back) == (True,) * parts
    assert with_way_back(back, False) == walk
    assert (back == walk) == (parts == 0)


def test_a_walk_whose_parts_all_lead_back_has_no_jump():
    walk = Walk(path=MORPH, noise=Travel((1, 2)))
    assert with_way_back(walk, True).trail.is_closed
    assert not replace(walk, path=replace(MORPH, closed=True)).trail.is_closed

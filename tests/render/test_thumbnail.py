"""The small picture of a walk, which file managers show."""

from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from sd3explorer.render.history import History
from sd3explorer.render.store import FrameStore
from sd3explorer.render.thumbnail import thumbnail
from sd3explorer.walk.model import ModelFacts
from sd3explorer.walk.paths import Keyframe, Morph
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk

WALK = Walk("Dog to cat", Morph((Keyframe("a dog"), Keyframe("a cat"))), timing=Timing(4))
FACTS = ModelFacts("starter", (64, 64), 8, 7.0)
COLOURS = [(250, 0, 0), (0, 250, 0), (0, 0, 250), (250, 250, 0)]


@pytest.fixture
def store(tmp_path):
    return FrameStore(tmp_path / "frames")


def render(store, frames):
    for index in frames:
        store.put(WALK.recipe(index, FACTS).digest, np.full((64, 64, 3), COLOURS[index], np.uint8))
    History(store.folder).put(WALK, FACTS, store)


def picture(store, size=128):
    return Image.open(BytesIO(thumbnail(WALK, store, size)))


def test_four_frames_make_a_square(store):
    render(store, range(4))
    made = picture(store, 100)
    assert made.size == (100, 100)
    assert [made.getpixel(place) for place in ((25, 25), (75, 25), (25, 75), (75, 75))] == COLOURS


def test_of_fewer_the_first_is_shown(store):
    render(store, (1, 2))
    assert picture(store).getpixel((20, 20)) == COLOURS[1]


def test_of_what_is_not_rendered_there_is_none(store):
    assert thumbnail(WALK, store, 128) is None

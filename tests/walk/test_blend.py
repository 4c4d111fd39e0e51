"""Blends: weights of prompts from keyframe to keyframe."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sd3explorer.walk.error import WalkError
from sd3explorer.walk.limits import MAX_PINS
from sd3explorer.walk.noises import Fixed
from sd3explorer.walk.paths import Blend, Pin, Prompts, Weights
from sd3explorer.walk.paths.blend import alone, blended
from sd3explorer.walk.pictures import KeyframePicture, Mode, picture_of
from sd3explorer.walk.recipe import Gaussian, Inverted, Prompt, Slerp, shares
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk

DOG, CAT, FOX = Pin("a dog", "a toy"), Pin("a cat"), Pin("a fox", seed=5)
PINS = (DOG, CAT, FOX)
PHOTO, OTHER = picture_of(b"a photo"), picture_of(b"another")


@st.composite
def blends(draw):
    count = draw(st.integers(1, 5))
    places = st.none() | st.tuples(st.floats(0, 1), st.floats(0, 1))
    pictures = st.none() | st.sampled_from(
        [KeyframePicture(PHOTO, Mode.THROUGH, 0.25), KeyframePicture(OTHER)]
    )
    pin = st.builds(
        Pin,
        st.text("abc", max_size=2),
        st.text("xy", max_size=1),
        st.none() | st.integers(0, 2),
        places,
        pictures,
    )
    weights = st.lists(st.sampled_from([0.0, 0.25, 0.5, 1.0]), min_size=count, max_size=count)
    keyframe = st.builds(
        Weights,
        weights.filter(any).map(tuple),
        st.sampled_from([1.0, 0.5, 3.0]),
        dwell=st.integers(0, 3),
        place=places,
    )
    pins = draw(st.lists(pin, min_size=count, max_size=count))
    keyframes = draw(st.lists(keyframe, min_size=2, max_size=4))
    return Blend(tuple(pins), tuple(keyframes), draw(st.booleans()))


def refusal(document):
    with pytest.raises(WalkError) as caught:
        Walk.from_document({"format": "sd3explorer-walk", "version": 1, "path": document})
    return str(caught.value)


@given(blends(), st.integers(2, 30))
def test_a_walk_on_it_comes_back_from_its_file_as_it_was(blend, frames):
    walk = Walk(path=blend, timing=Timing(frames))
    assert Walk.parse(walk.dump().encode()) == walk


@given(blends(), st.integers(2, 30), st.data())
def test_the_shares_of_a_frame_are_its_weights(blend, frames, data):
    index = data.draw(st.integers(0, frames - 1))
    expected: dict[str, float] = {}
    for pin, weight in zip(blend.pins, blend.weights_at(index, frames), strict=True):
        expected[pin.prompt] = expected.get(pin.prompt, 0.0) + weight
    found = shares(blend.embeddings(index, frames).positive)
    assert {**dict.fromkeys(expected, 0.0), **found} == pytest.approx(expected, abs=1e-5)


@given(blends(), st.integers(2, 30))
def test_weights_are_those_of_a_keyframe_where_it_is_met(blend, frames):
    for anchor, keyframe in zip(blend.anchors(frames), blend.keyframes, strict=True):
        assert blend.weights_at(anchor.place, frames) == pytest.approx(keyframe.shares)


@pytest.mark.parametrize("place", range(3))
def test_a_pin_alone_is_exactly_its_prompt(place):
    blend = Blend(PINS, (Weights(alone(place, 3)),) * 2)
    pair = blend.embeddings(0, 9)
    assert pair == PINS[place].prompts.embeddings


def test_between_two_pins_it_is_what_a_morph_shows_there():
    of = [Prompts("a dog"), Prompts("a cat")]
    blend, walk = Blend.of(of), Walk(timing=Timing(5))
    for index in range(5):
        shown = blend.embeddings(index, 5).positive
        expected = Walk(path=type(walk.path).of(of)).path.embeddings(index, 5).positive
        assert shown == expected


def test_equal_prompts_count_as_one_so_equal_frames_have_equal_recipes():
    one, other = Prompt("a"), Prompt("b")
    assert blended([(one, 0.2), (other, 0.5), (one, 0.3)]) == blended([(one, 0.5), (other, 0.5)])
    assert blended([(one, 0.2), (one, 0.3)]) == one


def test_a_share_that_shows_nowhere_is_none():
    assert blended([(Prompt("a"), 1.0), (Prompt("b"), 1e-9)]) == Prompt("a")


def test_noise_goes_to_the_seeds_of_the_pins_and_the_walk_has_the_rest():
    blend, own = Blend.of([each.prompts for each in PINS]), Fixed(7).noise(0, 5)
    assert blend.noise(0, 5, own) == own
    with_seed = replace(blend, pins=PINS)
    assert with_seed.noise(4, 5, own) == Gaussian(5)
    assert with_seed.noise(3, 5, own).t == pytest.approx(0.5)


def test_prompts_that_are_met_again_are_one_pin():
    a, b = Prompts("a"), Prompts("b")
    blend = Blend.of([a, b, a])
    assert blend.prompts == (a, b)
    assert [each.weights for each in blend.keyframes] == [(1.0, 0.0), (0.0, 1.0), (1.0, 0.0)]


def test_of_more_prompts_than_there_is_room_for_the_first_ones_are_pins():
    blend = Blend.of([Prompts(str(number)) for number in range(10_000)])
    assert len(blend.pins) == len(blend.keyframes) == MAX_PINS


def test_a_closed_blend_leads_back_to_its_start():
    blend = replace(Blend.of([Prompts("a"), Prompts("b")]), closed=True)
    assert blend.weights_at(3, 4) == blend.weights_at(1, 4) == (0.5, 0.5)


def test_a_file_with_10_000_pins_is_refused_in_a_sentence():
    document = Blend(PINS, (Weights((1.0, 0.0, 0.0)),) * 2).document()
    pins = document["pins"] * 3334
    assert refusal(document | {"pins": pins}) == "path.pins: a blend has 1 to 100 pins, not 10002"


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("pins", [], "path.pins: a blend has 1 to 100 pins, not 0"),
        ("keyframes", [{"weights": [1, 0, 0]}], "path.keyframes: a blend needs 2 to 1000 keyframes, not 1"),
        ("keyframes", [{"weights": [1]}] * 2, "weights: must have a weight for each of the 3 pins, not 1"),
        ("keyframes", [{"weights": [0, 0, 0]}] * 2, "one weight at least must be larger than 0"),
        (
            "keyframes",
            [{"weights": [-1, 0, 0]}] * 2,
            "path.keyframes[0].weights[0]: must be a number from 0 to 1",
        ),
        ("keyframes", [{"weights": [1, 0, 0], "place": [1]}] * 2, "place: must have two numbers"),
        ("pins", [{"place": [2, 0]}], "path.pins[0].place[0]: must be a number from 0 to 1, not 2"),
        ("pins", [{"lora": 1}], "path.pins[0].lora: is not a field here"),
    ],
)
def test_what_is_impossible_in_a_file_is_refused_by_name(field, value, message):
    document = Blend(PINS, (Weights((1.0, 0.0, 0.0)),) * 2).document() | {field: value}
    assert message in refusal(json.loads(json.dumps(document)))


class TestPictures:
    THROUGH = KeyframePicture(PHOTO, Mode.THROUGH, 0.0)
    BLEND = Blend((CAT, Pin(picture=THROUGH)), (Weights((1.0, 0.0)), Weights((0.0, 1.0))))
    OWN = Gaussian(7)

    def test_where_one_is_alone_the_walk_goes_through_it(self):
        assert self.BLEND.noise(4, 5, self.OWN) == Inverted(self.THROUGH.latents)
        assert self.BLEND.pull(4, 5) == self.THROUGH.pull(1.0)

    def test_elsewhere_its_noise_is_mixed_in_and_it_pulls_less(self):
        assert self.BLEND.noise(3, 5, self.OWN) == Slerp(self.OWN, Inverted(self.THROUGH.latents), 0.75)
        assert self.BLEND.pull(3, 5) == self.THROUGH.pull(0.75)
        assert self.BLEND.pull(2, 5) is None
        assert self.BLEND.noise(0, 5, self.OWN) == self.OWN

    def test_pins_with_one_picture_pull_together(self):
        pins = (CAT, Pin("a dog", picture=self.THROUGH), Pin("a fox", picture=self.THROUGH))
        still = Weights((0.2, 0.4, 0.4))
        weight = Blend(pins, (still, still)).pull(0, 5).weight
        assert weight == pytest.approx(self.THROUGH.pull(0.8).weight)

    def test_near_one_it_starts_from_the_noise_of_its_own_seed(self):
        near = Pin(seed=3, picture=KeyframePicture(PHOTO, Mode.NEAR, 0.5))
        still = Weights((1.0,))
        blend = Blend((near,), (still, still))
        assert blend.noise(0, 5, self.OWN) == Gaussian(3)
        assert blend.pull(0, 5) == near.picture.pull(1.0)

    def test_they_can_be_exchanged(self):
        assert self.BLEND.pictures == (PHOTO,)
        assert self.BLEND.with_pictures(lambda _: OTHER).pictures == (OTHER,)
        assert Blend.of([Prompts("a dog")]).with_pictures(lambda _: OTHER).pictures == ()

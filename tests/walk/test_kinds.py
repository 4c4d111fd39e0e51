"""What every kind of path and noise keeps to, whichever there are."""

import json
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sd3explorer.walk.error import WalkError
from sd3explorer.walk.fields import Fields
from sd3explorer.walk.kind import read_kind
from sd3explorer.walk.noises import NOISES, Travel
from sd3explorer.walk.paths import PATHS, Keyframe, Morph, Prompts
from sd3explorer.walk.recipe import Drift, Gaussian, Prompt, shares

FIVE = [Prompts("a", "not a"), Prompts("b"), Prompts("c"), Prompts("d"), Prompts("e")]

odd_spans = st.sampled_from([0.3, 1e-6, 1e6, 1 / 3, 0.1, 1.0])
odd_frame_counts = st.sampled_from([1, 2, 3, 7, 64, 101, 9_973])


def fields_of(document):
    return Fields(json.loads(json.dumps(document)), "path")


def unmixed(embedding):
    return embedding.start if isinstance(embedding, Drift) else embedding


@pytest.mark.parametrize("kind", PATHS)
@pytest.mark.parametrize("count", [1, 2, 4, 5])
def test_a_path_of_some_prompts_has_these_and_no_others(kind, count):
    path = kind.of(FIVE[:count])
    assert set(path.prompts) <= set(FIVE[:count])
    assert path.prompts[0] == FIVE[0]


@pytest.mark.parametrize("kind", PATHS)
def test_a_path_comes_back_from_its_fields_as_it_was(kind):
    path = kind.of(FIVE)
    assert read_kind(fields_of(path.document()), PATHS) == path


@pytest.mark.parametrize("kind", PATHS)
def test_a_path_refuses_fields_that_it_does_not_know_and_names_its_own(kind):
    document = kind.of(FIVE).document()
    with pytest.raises(WalkError) as caught:
        read_kind(fields_of(document | {"colour": "red"}), PATHS)
    assert "path.colour: is not a field here; there are kind" in str(caught.value)
    assert all(name in str(caught.value) for name in document)


@pytest.mark.parametrize("kind", PATHS)
@pytest.mark.parametrize("asked", [1, 7, 64])
def test_anchors_lie_on_the_path_and_show_their_prompts_unmixed(kind, asked):
    path = kind.of(FIVE)
    frames = path.frame_count(asked)
    anchors = path.anchors(frames)
    assert [anchor.prompts for anchor in anchors] == list(path.prompts)
    assert all(0 <= anchor.frame < frames for anchor in anchors)
    for anchor in anchors:
        # Of one frame all anchors but the first are left out.
        if frames > 1 and anchor.place.denominator == 1 and anchor.place < frames:
            shown = path.embeddings(int(anchor.place), frames)
            assert unmixed(shown.positive) == Prompt.of(anchor.prompts.prompt)
            assert unmixed(shown.negative) == Prompt.of(anchor.prompts.negative_prompt)


@pytest.mark.parametrize("kind", PATHS)
def test_shares_of_a_frame_sum_up_to_1(kind):
    path = kind.of(FIVE)
    frames = path.frame_count(9)
    for index in range(frames):
        mixed = shares(path.embeddings(index, frames).positive)
        assert sum(mixed.values()) == pytest.approx(1.0)


@given(spans=st.lists(odd_spans, min_size=2, max_size=5), frames=odd_frame_counts, closed=st.booleans())
def test_whatever_the_spans_an_anchor_between_frames_is_next_to_the_frames_that_show_most_of_it(
    spans, frames, closed
):
    path = Morph(tuple(Keyframe(f"{number}", span=span) for number, span in enumerate(spans)), closed)
    for anchor in path.anchors(frames):
        assert abs(anchor.frame - anchor.place) <= Fraction(1, 2) or anchor.place > frames - 1
        if anchor.place == anchor.frame:
            assert shares(path.embeddings(anchor.frame, frames).positive) == {anchor.prompts.prompt: 1.0}
        if anchor.place < frames and frames > 1:
            assert path.progress(anchor.frame, frames) == pytest.approx(
                float(anchor.place / path.steps(frames)), abs=1 / path.steps(frames)
            )


@given(spans=st.lists(odd_spans, min_size=2, max_size=5), frames=odd_frame_counts, closed=st.booleans())
def test_the_share_of_a_keyframe_is_how_far_a_frame_is_from_the_other_one(spans, frames, closed):
    path = Morph(tuple(Keyframe(f"{number}", span=span) for number, span in enumerate(spans)), closed)
    places = [*path.places(frames), Fraction(path.steps(frames))][: len(spans) + closed]
    for index in sorted({0, frames // 3, frames // 2, frames - 1}):
        number = max(n for n, place in enumerate(places) if place <= index)
        mixed = shares(path.embeddings(index, frames).positive)
        here = mixed.get(f"{number % len(spans)}", 0.0)
        if number + 1 < len(places):
            start, end = places[number], places[number + 1]
            assert 1.0 - here == pytest.approx(float((index - start) / (end - start)))
        else:
            assert here == 1.0


@pytest.mark.parametrize("kind", NOISES)
def test_a_noise_comes_back_from_its_fields_as_it_was(kind):
    noise = kind.of((7, 2**64 - 1))
    assert read_kind(fields_of(noise.document()), NOISES) == noise


@pytest.mark.parametrize("kind", NOISES)
@pytest.mark.parametrize("frames", [1, 7, 9])
def test_a_noise_starts_from_its_seeds_where_these_are_pinned(kind, frames):
    noise = kind.of((7, 8))
    for anchor in noise.anchors(frames):
        if anchor.place.denominator == 1 and (frames > 1 or anchor.place == 0):
            assert noise.noise(int(anchor.place), frames) == Gaussian(anchor.seed)


@pytest.mark.parametrize("kind", NOISES)
def test_a_noise_takes_other_seeds_and_stays_as_it_is_otherwise(kind):
    noise = kind.of((7, 8))
    seeds = [anchor.seed for anchor in noise.anchors(9)]
    assert noise.with_seeds((1, 2)).with_seeds(seeds) == noise


def test_a_travel_stays_closed_with_other_seeds():
    assert Travel((1, 2), closed=True).with_seeds((3, 4)) == Travel((3, 4), closed=True)

"""A walk's prompts as text, and back."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sd3explorer.walk.easing import Bezier, Easing
from sd3explorer.walk.lists import read, text_of, with_prompts
from sd3explorer.walk.loras import Lora
from sd3explorer.walk.mix import Mix
from sd3explorer.walk.model import Model
from sd3explorer.walk.paths import Grid, Hold, Keyframe, Morph, Prompts, Wander
from sd3explorer.walk.timing import Motion, Timing
from sd3explorer.walk.walk import Walk

texts = st.text(max_size=12) | st.sampled_from(
    [
        "",
        "a dog",
        "#1 dog",
        "a --neg b",
        "--neg",
        "prompt",
        '"a", b',
        "a\nb",
        "a\r\nb",
        '{"0": "a"}',
        "{0|1}",
        " a ",
    ]
)
keyframes = st.builds(
    Keyframe,
    texts,
    texts,
    st.sampled_from([1.0, 1.0, 2.0, 0.1, 1e-6, 1e6]) | st.floats(1e-6, 1e6),
    st.sampled_from([*Easing, Easing.LINEAR, Bezier(0.25, 0.5, 0.75, 1.0)]),
    st.sampled_from([0, 0, 0, 3, 10_000]),
    st.sampled_from([(), (0.5,), (-2.0,)]),
    st.sampled_from([None, None, Mix(Prompts("a dog"), Prompts("a", "{b|c}", (0.5,)), Fraction(1, 3))]),
    st.sampled_from([None, 7, 2**64 - 1, Mix(7, None, Fraction(1, 2))]),
    st.sampled_from([None, 1.5]),
)
morphs = st.builds(Morph, st.lists(keyframes, min_size=2, max_size=4).map(tuple), st.booleans())
holds = st.builds(Hold, st.builds(Prompts, texts, texts))
walks = st.builds(
    Walk,
    path=morphs | holds,
    timing=st.builds(Timing, st.sampled_from([1, 2, 7, 31, 64]), motion=st.sampled_from(Motion)),
    model=st.just(Model(loras=(Lora("ink.safetensors"),))),
)


def without_spans(path):
    """All that keyframes have but their spans, of which only the proportions count."""
    if not isinstance(path, Morph):
        return path
    return replace(path, keyframes=tuple(replace(keyframe, span=1.0) for keyframe in path.keyframes))


@given(walks)
def test_pasting_what_was_copied_gives_the_same_path(walk):
    pasted = with_prompts(walk, read(text_of(walk), walk.frame_count))
    assert replace(pasted, path=walk.path) == walk
    assert without_spans(pasted.path) == without_spans(walk.path)
    assert pasted.path.places(walk.frame_count) == walk.path.places(walk.frame_count)
    strengths = walk.model.lora_strengths
    for frame in range(walk.frame_count):
        assert pasted.embeddings(frame) == walk.embeddings(frame)
        place = (frame, walk.frame_count, strengths)
        assert pasted.path.lora_strengths(*place) == walk.path.lora_strengths(*place)


@given(st.lists(st.integers(1, 99), min_size=2, max_size=4), st.sampled_from([0.5, 1.0, 3.0]))
def test_frames_that_were_copied_come_along_into_any_walk(ways, unit):
    assume(len(set(ways)) > 1)
    path, frames = morph(*(way * unit for way in ways), 1.0), sum(ways) + 1
    text = text_of(Walk(path=path, timing=Timing(frames)))
    other = Walk(path=Hold(Prompts("a bear")), timing=Timing(33, motion=Motion.EVEN))
    pasted = with_prompts(other, read(text, 33))
    assert text.startswith('"frame"')
    assert pasted.frame_count == frames
    assert pasted.path.places(frames) == path.places(frames)


def morph(*spans, **more):
    return Morph(tuple(Keyframe(f"prompt {number}", span=span) for number, span in enumerate(spans)), **more)


def test_even_spans_are_one_prompt_a_line():
    walk = Walk(path=Morph((Keyframe("a dog", span=2.0), Keyframe("a cat", "dark", span=2.0))))
    assert text_of(walk) == "a dog\na cat --neg dark\n"


def test_uneven_ones_are_csv_with_frames():
    assert text_of(Walk(path=morph(1.0, 2.0, 1.0), timing=Timing(31))) == (
        '"frame","prompt","negative_prompt"\n0,"prompt 0",""\n10,"prompt 1",""\n30,"prompt 2",""\n'
    )


@pytest.mark.parametrize(
    "walk",
    [
        Walk(path=morph(1.0, 2.0, 1.0), timing=Timing(30)),
        Walk(path=morph(1.0, 2.0, 1.0), timing=Timing(31, motion=Motion.EVEN)),
        Walk(path=morph(1.0, 2.0, 1.0, closed=True), timing=Timing(31)),
    ],
    ids=["between frames", "even", "closed"],
)
def test_where_frames_do_not_say_it_spans_do(walk):
    assert text_of(walk).startswith('"span","prompt","negative_prompt"\n1.0,"prompt 0",""\n2.0,')


@pytest.mark.parametrize("kind", [Grid, Wander])
def test_of_other_paths_the_prompts_are_copied(kind):
    prompts = [Prompts("a"), Prompts("b"), Prompts("c"), Prompts("d")]
    assert text_of(Walk(path=kind.of(prompts))).split() == [each.prompt for each in kind.of(prompts).prompts]

"""The four paths: which text embedding each frame gets."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sd3explorer.walk.easing import Easing
from sd3explorer.walk.paths import EmbeddingPair, Grid, Hold, Keyframe, Morph, Prompts, Wander
from sd3explorer.walk.recipe import Drift, Ones, Prompt, RandomDirection, Slerp, slerp_between
from sd3explorer.walk.tempo import Beat
from sd3explorer.walk.timing import position

DOG, CAT, FOX, OWL = Prompt("dog"), Prompt("cat"), Prompt("fox"), Prompt("owl")
CORNERS = (Prompts("dog"), Prompts("cat"), Prompts("fox"), Prompts("owl"))
EIGHT = tuple(Keyframe(f"prompt {number}", f"not {number}") for number in range(8))


def positives(path, frames):
    return [path.embeddings(index, frames).positive for index in range(frames)]


def negatives(path, frames):
    return [path.embeddings(index, frames).negative for index in range(frames)]


def morph(*keyframes, closed=False):
    return Morph(tuple(Keyframe(k) if isinstance(k, str) else k for k in keyframes), closed)


# Morph


def test_a_morph_starts_at_its_first_keyframe():
    assert positives(morph("dog", "cat"), 5)[0] == DOG


def test_an_open_morph_ends_at_its_last_keyframe():
    assert positives(morph("dog", "cat"), 5)[-1] == CAT


def test_a_morph_slerps_from_keyframe_to_keyframe():
    expected = [DOG, Slerp(DOG, CAT, 0.25), Slerp(DOG, CAT, 0.5), Slerp(DOG, CAT, 0.75), CAT]
    assert positives(morph("dog", "cat"), 5) == expected


def test_64_frames_meet_each_of_8_keyframes_exactly():
    assert positives(Morph(EIGHT), 64)[::9] == [Prompt(keyframe.prompt) for keyframe in EIGHT]


def test_64_frames_of_a_closed_morph_meet_each_of_8_keyframes_exactly():
    assert positives(Morph(EIGHT, closed=True), 64)[::8] == [Prompt(keyframe.prompt) for keyframe in EIGHT]


@pytest.mark.parametrize("spans", [(0.1, 0.2, 0.7), (1 / 3, 1 / 3, 1 / 3), (1e-6, 1.0, 1e6)])
def test_every_keyframe_starts_where_its_spans_say_whatever_the_rounding(spans):
    path = morph(*(Keyframe(name, span=span) for name, span in zip("abc", spans, strict=True)), "d")
    total = sum(map(Fraction, spans))
    assert path.starts() == [sum(map(Fraction, spans[:n]), Fraction()) / total for n in range(4)]


@given(
    st.lists(st.floats(1e-6, 1e6) | st.integers(1, 9), min_size=2, max_size=9),
    st.integers(1, 300),
    st.data(),
    st.booleans(),
)
def test_the_place_between_two_keyframes_is_rounded_once(spans, frames, data, closed):
    index = data.draw(st.integers(0, frames - 1))
    path = morph(*(Keyframe(str(n), span=span) for n, span in enumerate(spans)), closed=closed)
    ways = [Fraction(span) for span in (spans if closed else spans[:-1])]
    way = position(index, frames, closed) * sum(ways)
    segment = 0
    while segment < len(ways) - 1 and way >= ways[segment]:
        way -= ways[segment]
        segment += 1
    start, end = Prompt(str(segment)), Prompt(str((segment + 1) % len(spans)))
    expected = slerp_between(start, end, float(way / ways[segment]))
    assert path.embeddings(index, frames).positive == expected


class Watched(tuple):
    """Keyframes that count how often all of them are gone through."""

    times = 0

    def __iter__(self):
        Watched.times += 1
        return super().__iter__()

    def __getitem__(self, place):
        Watched.times += isinstance(place, slice)
        return super().__getitem__(place)


@pytest.mark.parametrize("closed", [False, True])
def test_no_frame_of_a_morph_but_the_first_looks_at_all_its_keyframes(closed):
    path = Morph(Watched(EIGHT), closed)
    path.embeddings(0, 64)
    Watched.times = 0
    positives(path, 64)
    assert Watched.times == 0


def test_a_keyframe_is_met_where_the_spans_say():
    path = morph(Keyframe("dog", span=3.0), Keyframe("cat", span=1.0), "fox")
    assert positives(path, 5)[3] == CAT


def test_spans_share_out_the_way():
    path = morph(Keyframe("dog", span=3.0), Keyframe("cat", span=1.0), "fox")
    assert positives(path, 9)[3:8] == [
        Slerp(DOG, CAT, 0.5),
        Slerp(DOG, CAT, pytest.approx(2 / 3)),
        Slerp(DOG, CAT, pytest.approx(5 / 6)),
        CAT,
        Slerp(CAT, FOX, 0.5),
    ]


def test_spans_count_relative_to_each_other_only():
    short, long = (morph(Keyframe("dog", span=s), Keyframe("cat", span=2 * s), "fox") for s in (0.5, 4.0))
    assert positives(short, 16) == positives(long, 16)


def test_the_last_keyframes_span_is_no_way_of_an_open_morph():
    assert positives(morph("dog", Keyframe("cat", span=9.0)), 16) == positives(morph("dog", "cat"), 16)


def test_the_last_keyframes_span_is_the_way_back_of_a_closed_morph():
    path = morph("dog", Keyframe("cat", span=3.0), closed=True)
    assert positives(path, 4)[:2] == [DOG, CAT]


def test_a_closed_morph_leads_back_to_its_first_keyframe():
    path = morph("dog", "cat", "fox", closed=True)
    assert positives(path, 6)[-1] == Slerp(FOX, DOG, 0.5)


def test_a_closed_morph_shows_no_frame_twice():
    assert len(set(positives(morph("dog", "cat", "fox", closed=True), 64))) == 64


def test_a_morphs_keyframes_start_at_equal_distances_unless_said_otherwise():
    assert Morph(EIGHT[:5]).starts() == [Fraction(number, 4) for number in range(5)]


def test_a_closed_morphs_last_keyframe_starts_before_the_way_back():
    assert Morph(EIGHT[:4], closed=True).starts() == [Fraction(number, 4) for number in range(4)]


@pytest.mark.parametrize("easing", Easing)
def test_the_easing_of_a_keyframe_shares_out_the_way_that_follows(easing):
    path = morph(Keyframe("dog", easing=easing), "cat")
    assert positives(path, 5)[1] == Slerp(DOG, CAT, easing.ease(0.25))


def test_the_easing_of_a_keyframe_leaves_the_way_before_alone():
    path = morph("dog", Keyframe("cat", easing=Easing.EASE_IN), "fox")
    assert positives(path, 9)[2] == Slerp(DOG, CAT, 0.5)


@pytest.mark.parametrize("easing", Easing)
def test_easing_meets_the_keyframes_all_the_same(easing):
    path = Morph(tuple(replace(keyframe, easing=easing) for keyframe in EIGHT))
    assert positives(path, 64)[::9] == [Prompt(keyframe.prompt) for keyframe in EIGHT]


def test_a_keyframe_shows_for_as_many_more_frames_as_it_dwells():
    path = morph("dog", Keyframe("cat", dwell=2), "fox")
    assert positives(path, 7) == [DOG, Slerp(DOG, CAT, 0.5), CAT, CAT, CAT, Slerp(CAT, FOX, 0.5), FOX]


def test_the_first_and_the_last_keyframe_of_an_open_morph_dwell_too():
    path = morph(Keyframe("dog", dwell=1), Keyframe("cat", dwell=2))
    assert positives(path, 6) == [DOG, DOG, Slerp(DOG, CAT, 0.5), CAT, CAT, CAT]


def test_the_last_keyframe_of_a_closed_morph_dwells_before_the_way_back():
    path = morph("dog", Keyframe("cat", dwell=1), closed=True)
    assert positives(path, 5) == [DOG, Slerp(DOG, CAT, 0.5), CAT, CAT, Slerp(CAT, DOG, 0.5)]


def test_a_keyframe_is_placed_where_it_is_first_met():
    path = morph(Keyframe("dog", dwell=1), Keyframe("cat", dwell=2), "fox")
    assert path.places(8) == [0, 3, 7]


@given(st.integers(1, 40), st.lists(st.integers(0, 30), min_size=2, max_size=5), st.booleans())
def test_negative_prompts_dwell_as_long(frames, dwells, closed):
    path = Morph(tuple(Keyframe(f"{n}", f"{n}", dwell=dwell) for n, dwell in enumerate(dwells)), closed)
    assert negatives(path, frames) == positives(path, frames)


def test_without_easings_there_is_nothing_held_either():
    path = morph(Keyframe("dog", span=2.0, easing=Easing.EASE_IN, dwell=3), Keyframe("cat", dwell=1))
    assert path.without_easings() == morph(Keyframe("dog", span=2.0), "cat")


def test_other_paths_have_one_beat_and_hold_nowhere():
    for path in (Grid(CORNERS), Wander(Prompts("dog")), Hold(Prompts("dog"))):
        assert (path.beats(), path.end_dwell) == ((Beat(1.0, Easing.LINEAR, 0),), 0)


@pytest.mark.parametrize(("closed", "dwells", "end"), [(False, [1, 2], 3), (True, [1, 2, 3], 0)])
def test_a_morph_has_a_beat_for_each_way(closed, dwells, end):
    keyframes = (Keyframe("dog", span=span, dwell=dwell) for span, dwell in [(2.0, 1), (0.5, 2), (1.0, 3)])
    path = Morph(tuple(keyframes), closed)
    assert [beat.dwell for beat in path.beats()] == dwells
    assert [beat.weight for beat in path.beats()] == [2.0, 0.5, 1.0][: len(dwells)]
    assert path.end_dwell == end


@pytest.mark.parametrize(("closed", "step"), [(False, 9), (True, 8)])
def test_changing_one_of_eight_keyframes_changes_only_the_frames_beside_it(closed, step):
    edited = (*EIGHT[:3], replace(EIGHT[3], prompt="an owl"), *EIGHT[4:])
    before, after = positives(Morph(EIGHT, closed), 64), positives(Morph(edited, closed), 64)
    changed = [index for index in range(64) if before[index] != after[index]]
    assert changed == list(range(2 * step + 1, 4 * step))


def test_changing_a_negative_prompt_leaves_the_prompts_alone():
    edited = (*EIGHT[:3], replace(EIGHT[3], negative_prompt="dark"), *EIGHT[4:])
    assert positives(Morph(edited), 64) == positives(Morph(EIGHT), 64)


def test_negative_prompts_morph_along():
    path = morph(Keyframe("dog", "dark"), Keyframe("cat", "blurry"))
    dark, blurry = Prompt("dark"), Prompt("blurry")
    assert negatives(path, 3) == [dark, Slerp(dark, blurry, 0.5), blurry]


def test_equal_negative_prompts_stand_still():
    assert set(negatives(morph("dog", "cat", "fox"), 16)) == {Prompt("")}


def test_a_morph_between_equal_prompts_stands_still():
    assert set(positives(morph("dog", "dog"), 16)) == {DOG}


@pytest.mark.parametrize("closed", [False, True])
def test_a_morph_of_one_frame_is_its_first_keyframe(closed):
    assert positives(morph("dog", "cat", closed=closed), 1) == [DOG]


def test_a_morph_of_fewer_frames_than_keyframes_still_has_both_ends():
    assert positives(Morph(EIGHT), 2) == [Prompt("prompt 0"), Prompt("prompt 7")]


def test_a_morph_of_one_prompt_stays_there():
    assert Morph.of([Prompts("dog", "blurry")]) == Morph((Keyframe("dog", "blurry"),) * 2)


def test_a_morph_of_a_grids_prompts_has_all_four():
    assert Morph.of(Grid(CORNERS).prompts) == morph("dog", "cat", "fox", "owl")


def test_a_grid_of_too_few_prompts_repeats_them():
    assert Grid.of(CORNERS[:2]).corners == (*CORNERS[:2], *CORNERS[:2])


# Grid


def test_a_grid_has_its_prompts_in_the_corners():
    frames = positives(Grid(CORNERS, rows=3, columns=5), 15)
    assert [frames[index] for index in (0, 4, 10, 14)] == [DOG, CAT, FOX, OWL]


def test_a_grid_mixes_columns_within_a_row_and_then_rows():
    frames = positives(Grid(CORNERS, rows=5, columns=5), 25)
    assert frames[2 * 5 + 1] == Slerp(Slerp(DOG, CAT, 0.25), Slerp(FOX, OWL, 0.25), 0.5)


def test_a_grids_top_row_slerps_between_the_top_corners():
    assert positives(Grid(CORNERS, rows=3, columns=3), 9)[:3] == [DOG, Slerp(DOG, CAT, 0.5), CAT]


def test_a_grids_left_column_slerps_between_the_left_corners():
    assert positives(Grid(CORNERS, rows=3, columns=3), 9)[::3] == [DOG, Slerp(DOG, FOX, 0.5), FOX]


def test_a_grid_is_counted_row_by_row():
    assert positives(Grid(CORNERS, rows=2, columns=3), 6)[3] == FOX


def test_a_grid_of_one_row_goes_between_the_top_corners():
    assert positives(Grid(CORNERS, rows=1, columns=3), 3) == [DOG, Slerp(DOG, CAT, 0.5), CAT]


def test_a_grid_of_one_column_goes_between_the_left_corners():
    assert positives(Grid(CORNERS, rows=3, columns=1), 3) == [DOG, Slerp(DOG, FOX, 0.5), FOX]


def test_a_grid_of_one_frame_is_its_top_left_corner():
    assert positives(Grid(CORNERS, rows=1, columns=1), 1) == [DOG]


def test_a_grid_mixes_negative_prompts_alike():
    dark, blurry = Prompt("dark"), Prompt("blurry")
    grid = Grid((Prompts("dog", "dark"), Prompts("cat", "blurry"), *CORNERS[2:]), rows=1, columns=3)
    assert negatives(grid, 3) == [dark, Slerp(dark, blurry, 0.5), blurry]


def test_a_finer_grid_keeps_the_frames_of_the_coarser_one():
    coarse = positives(Grid(CORNERS, rows=3, columns=4), 12)
    fine = positives(Grid(CORNERS, rows=5, columns=7), 35)
    assert [fine[2 * row * 7 + 2 * column] for row in range(3) for column in range(4)] == coarse


# Wander


def test_a_wander_starts_at_its_prompt():
    assert positives(Wander(Prompts("dog")), 4)[0] == DOG


def test_a_wander_drifts_a_step_further_with_each_frame():
    drifts = positives(Wander(Prompts("dog"), step_size=0.5), 4)[1:]
    assert drifts == [Drift(DOG, Ones(), distance) for distance in (0.5, 1.0, 1.5)]


def test_a_wander_back_drifts_the_other_way():
    assert positives(Wander(Prompts("dog"), step_size=-0.5), 3)[2] == Drift(DOG, Ones(), -1.0)


def test_a_wander_drifts_in_its_direction():
    path = Wander(Prompts("dog"), 0.5, RandomDirection(9))
    assert positives(path, 2)[1] == Drift(DOG, RandomDirection(9), 0.5)


def test_a_longer_wander_keeps_the_frames_of_the_shorter_one():
    path = Wander(Prompts("dog"))
    assert positives(path, 32)[:16] == positives(path, 16)


def test_a_wander_without_a_step_stands_still():
    assert set(positives(Wander(Prompts("dog"), step_size=0.0), 4)) == {DOG}


def test_a_wanders_negative_prompt_stays():
    assert set(negatives(Wander(Prompts("dog", "dark")), 4)) == {Prompt("dark")}


# Hold


def test_a_hold_is_the_same_in_every_frame():
    path = Hold(Prompts("dog", "dark"))
    pairs = {path.embeddings(index, 64) for index in range(64)}
    assert pairs == {EmbeddingPair(DOG, Prompt("dark"))}

"""The frames of a walk: looked up, read and compared in the background."""

import itertools
import os
import shutil
import threading
import time
from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from sd3explorer.app.frames import tasks
from sd3explorer.app.frames.frames import Frames
from sd3explorer.app.frames.place_finder import PlaceFinder, Places
from sd3explorer.app.frames.states import FrameState
from sd3explorer.app.frames.survey import draft_of, survey, unknown
from sd3explorer.presets.locate import locate, starter_folder
from sd3explorer.render.messages import RenderError
from sd3explorer.render.store import FrameStore
from sd3explorer.walk import recipe as recipes
from sd3explorer.walk.model import Model
from sd3explorer.walk.paths import Hold, Keyframe, Morph, Prompts
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.spots import Bridge, OnBridge, Placement
from sd3explorer.walk.timing import Motion, Timing
from sd3explorer.walk.walk import Walk
from tests.gradient import gradient

WALK = Walk(path=Morph((Keyframe("a dog"), Keyframe("a cat"))), timing=Timing(8), sampler=Sampler(20, 3.0))


@pytest.fixture
def frames(qtbot, store):
    frames = Frames(store, locate, lambda stopped: "float32")
    yield frames
    frames.close()


@pytest.fixture
def shown(qtbot, frames):
    def show(walk=WALK):
        with qtbot.waitSignal(frames.reset):
            frames.show_walk(walk)
        return frames

    return show


def keep(store, frames, *indices):
    for index in indices:
        recipe = frames.recipes[index]
        store.put(recipe.digest, gradient(recipe))


class Work:
    """How often digests were compared or hashed, or copied with a set of them."""

    done = 0


class CountedDigest(str):
    __slots__ = ()

    def __eq__(self, other):
        Work.done += 1
        return str.__eq__(self, other)

    def __hash__(self):
        Work.done += 1
        return str.__hash__(self)


class CountedSet(set):
    def __iter__(self):
        Work.done += len(self)
        return super().__iter__()

    def __or__(self, other):
        Work.done += len(self)
        return super().__or__(other)


def work_of_missing(frames, indices):
    """What it takes to find out which frames are missing where every other one is kept."""
    digests = tuple(map(CountedDigest, frames.digests))
    order = dict(zip(digests, range(frames.count), strict=True))
    frames._survey = replace(frames._survey, digests=digests, order=order)
    frames._states.kept = CountedSet(digests[::2])
    frames._states.failures = {digests[1]: "too large"}
    Work.done = 0
    assert len(frames.missing(0, indices)) == frames.count // 2 - 1
    return Work.done


@pytest.mark.parametrize("named", [False, True])
def test_to_find_out_what_is_missing_takes_twice_the_work_for_twice_the_frames(shown, named):
    once, twice = (
        work_of_missing(shown(replace(WALK, timing=Timing(count))), range(count) if named else None)
        for count in (100, 200)
    )
    assert 0 < once < twice < 2.5 * once


def test_a_new_walk_has_no_frames_yet(shown):
    frames = shown()
    assert frames.count == 8
    assert {frames.state(index) for index in range(8)} == {FrameState.MISSING}
    assert frames.image(0) is None
    assert frames.nearest(3) is None
    assert not frames.all_done


def test_frames_of_the_walk_that_is_open_stay_when_others_make_room(qtbot, store, shown):
    frames = shown()
    keep(store, frames, *range(8))
    anew = FrameStore(store.folder, limit=1)
    opened = Frames(anew, locate, lambda stopped: "float32")
    with qtbot.waitSignal(opened.reset):
        opened.show_walk(WALK)
    anew.free()
    assert all(anew.has(digest) for digest in opened.digests)
    opened.close()
    # All of them were looked at since the store was opened, but for those that were only held.
    anew.free()
    assert not all(anew.has(digest) for digest in frames.digests)


def test_recipes_hold_the_precision_that_frames_are_rendered_in(qtbot, store, starter):
    for dtype in ("float32", "bfloat16"):
        frames = Frames(store, locate, lambda stopped, dtype=dtype: dtype)
        with qtbot.waitSignal(frames.reset):
            frames.show_walk(WALK)
        assert not frames.looking_up
        assert frames.precision == dtype
        assert frames.recipes[0].model == starter.facts(dtype).fingerprint
        frames.close()


def test_a_precision_that_cannot_be_found_out_is_reported(qtbot, store):
    def find(stopped):
        raise RenderError("the engine can't start: no such library")

    frames = Frames(store, locate, find)
    with qtbot.waitSignal(frames.trouble) as told:
        frames.show_walk(WALK)
    assert told.args == ["the engine can't start: no such library"]
    assert not frames.recipes
    frames.close()


def test_closing_stops_the_search_for_a_precision_and_an_edit_does_not(qtbot, store):
    searching = threading.Event()
    stops = []

    def find(stopped):
        searching.set()
        while not stopped():
            time.sleep(0.001)
            stops.append(False)
        stops.append(True)
        raise RenderError("stopped")

    frames = Frames(store, locate, find)
    frames.show_walk(WALK)
    assert searching.wait(60)
    assert frames.looking_up
    frames.show_walk(replace(WALK, timing=Timing(4)))
    looked = len(stops)
    qtbot.waitUntil(lambda: len(stops) > looked + 5)
    assert not any(stops)
    frames.close()
    assert stops[-1]


@pytest.fixture
def huge(tmp_path):
    """A walk of a model whose weights take minutes to read."""
    folder = tmp_path / "huge"
    folder.mkdir()
    for name in ("config.json", "preprocessor.json"):
        shutil.copy(starter_folder() / name, folder)
    (folder / "model.weights.h5").touch()
    os.truncate(folder / "model.weights.h5", 2**36)
    return replace(WALK, model=Model(str(folder)))


class Look:
    """Locates presets, and tells when it has begun to, and whether it is to stop."""

    def __init__(self):
        self.begun = threading.Event()
        self.stops = []

    def __call__(self, preset, stopped):
        def note():
            self.begun.set()
            self.stops.append(stopped())
            return self.stops[-1]

        return locate(preset, note)


@pytest.fixture
def look():
    return Look()


@pytest.fixture
def reading(qtbot, store, huge, look, hang_guard):
    frames = Frames(store, look, lambda stopped: "float32")
    frames.show_walk(huge)
    assert look.begun.wait(60)
    yield frames
    frames.close()


def test_closing_does_not_wait_for_weights_to_be_read(reading, look):
    reading.close()
    assert look.stops.index(True) == len(look.stops) - 1


def test_another_model_does_not_wait_for_weights_to_be_read(qtbot, reading):
    with qtbot.waitSignal(reading.reset):
        reading.show_walk(WALK)
    assert reading.preset.name == "starter"
    assert reading.problem == ""


def test_an_edit_does_not_begin_anew_to_read_weights(qtbot, reading, huge, look):
    reading.show_walk(replace(huge, timing=Timing(4)))
    looked = len(look.stops)
    qtbot.waitUntil(lambda: len(look.stops) > looked + 3)
    assert not any(look.stops)


def test_frames_that_were_rendered_before_are_there_at_once(qtbot, shown, store):
    keep(store, shown(), 0, 3)
    frames = shown()
    assert [frames.state(index) for index in (0, 1, 3)] == [
        FrameState.DONE,
        FrameState.MISSING,
        FrameState.DONE,
    ]
    assert frames.done_count == 2
    qtbot.waitUntil(lambda: frames.image(3) is not None)
    pixel = frames.image(3).pixelColor(5, 7)
    assert [pixel.red(), pixel.green(), pixel.blue()] == gradient(frames.recipes[3])[7, 5].tolist()


def test_a_frame_that_arrives_is_shown_without_reading_it(qtbot, shown):
    frames = shown()
    recipe = frames.recipes[2]
    with qtbot.waitSignal(frames.changed) as told:
        frames.take_frame(recipe, gradient(recipe))
    assert told.args == [2, 2]
    assert frames.state(2) is FrameState.DONE
    assert frames.image(2) is not None
    assert frames.thumbnail(2) is not None


def test_equal_frames_arrive_together(qtbot, shown):
    same = replace(WALK, path=Morph((Keyframe("a dog"), Keyframe("a dog"))))
    frames = shown(same)
    with qtbot.waitSignal(frames.changed) as told:
        frames.take_frame(frames.recipes[0], gradient(frames.recipes[0]))
    assert told.args == [0, 7]
    assert frames.all_done


def test_the_nearest_frame_with_a_picture_is_found_on_either_side(shown):
    frames = shown()
    for index in (0, 5):
        frames.take_frame(frames.recipes[index], gradient(frames.recipes[index]))
    assert [frames.nearest(index) for index in range(8)] == [0, 0, 0, 5, 5, 5, 5, 5]


def test_what_is_missing_comes_coarse_to_fine(shown):
    frames = shown()
    frames.take_frame(frames.recipes[0], gradient(frames.recipes[0]))
    missing = [frames.recipes.index(recipe) for recipe in frames.missing(first=5).values()]
    assert missing == [5, 7, 3, 1, 2, 4, 6]
    some = [frames.recipes.index(recipe) for recipe in frames.missing(first=5, indices=[4, 0, 2]).values()]
    assert some == [4, 2]


def test_a_draft_is_marked_as_one_and_still_to_be_rendered(shown):
    frames = shown()
    draft = frames.drafts_around(3, 1)[0]
    assert draft == draft_of(frames.recipes[3])
    assert draft.num_steps == 5
    frames.take_frame(draft, gradient(draft))
    assert frames.state(3) is FrameState.DRAFT
    assert frames.image(3) is not None
    assert frames.digests[3] in frames.missing(0)


def test_a_draft_of_a_frame_on_a_bridge_goes_over_that_bridge_in_fewer_steps(facts):
    def frame(num_steps, before):
        bridge = Bridge(Fraction(1, 4), Fraction(1, 2), before)
        walk = replace(WALK, sampler=Sampler(num_steps, 3.0))
        return walk.recipe_at(OnBridge(bridge, Fraction(1, 3)), facts)

    assert draft_of(frame(20, 12)) == frame(5, 3)


def test_drafts_are_made_of_the_nearest_frames_without_a_picture(shown):
    frames = shown()
    frames.take_frame(frames.recipes[4], gradient(frames.recipes[4]))
    assert frames.drafts_around(4, 3) == [draft_of(frames.recipes[index]) for index in (3, 5, 2)]


def test_a_frame_takes_the_place_of_its_draft(shown):
    frames = shown()
    draft = frames.drafts_around(3, 1)[0]
    frames.take_frame(draft, gradient(draft))
    frames.take_frame(frames.recipes[3], gradient(frames.recipes[3]))
    assert frames.state(3) is FrameState.DONE


def test_between_a_draft_and_a_finished_frame_no_change_is_reported(shown):
    frames = shown()
    for recipe in frames.drafts_around(3, 2):
        frames.take_frame(recipe, gradient(recipe))
    assert frames.change(2) is not None
    frames.take_frame(frames.recipes[3], gradient(frames.recipes[3]))
    assert frames.change(2) is None
    frames.take_frame(frames.recipes[2], gradient(frames.recipes[2]))
    assert frames.change(2) is not None


def test_a_failed_frame_says_why_until_it_may_be_tried_again(shown):
    frames = shown()
    frames.take_failure(frames.recipes[1], "too hot")
    assert frames.state(1) is FrameState.FAILED
    assert frames.failure(1) == "too hot"
    assert frames.digests[1] not in frames.missing(0)
    frames.forget_failures()
    assert frames.state(1) is FrameState.MISSING


def test_what_is_being_denoised_can_be_seen(shown):
    frames = shown()
    frames.take_denoising([frames.recipes[1]], [np.full((16, 16, 3), 99, np.uint8)])
    assert frames.denoising(1).pixelColor(0, 0).red() == 99
    frames.take_frame(frames.recipes[1], gradient(frames.recipes[1]))
    assert frames.denoising(1) is None


def test_change_between_frames_is_known_where_both_are(qtbot, shown):
    frames = shown()
    for index, grey in ((0, 10), (1, 30), (3, 90)):
        frames.take_frame(frames.recipes[index], np.full((128, 128, 3), grey, np.uint8))
    assert frames.change(0) == pytest.approx(20.0, rel=1e-2)
    assert frames.change(1) is None
    assert frames.change(7) is None


def test_change_is_found_out_for_frames_rendered_before(qtbot, shown, store):
    keep(store, shown(), 0, 1)
    frames = shown()
    qtbot.waitUntil(lambda: frames.change(0) is not None)


def test_an_edit_keeps_the_frames_it_does_not_touch(shown):
    frames = shown()
    frames.take_frame(frames.recipes[0], gradient(frames.recipes[0]))
    frames.take_frame(frames.recipes[7], gradient(frames.recipes[7]))
    shown(replace(WALK, path=Morph((Keyframe("a dog"), Keyframe("a fox")))))
    # Nothing wrote it to the store, so only pictures in memory would wrongly stay.
    assert frames.state(7) is FrameState.MISSING


def test_the_frames_that_come_next_are_read_before_they_are_shown(qtbot, shown, store):
    keep(store, shown(), 0, 1, 2, 3)
    frames = shown()
    # Frames are told to have changed when they were compared, too.
    qtbot.waitUntil(lambda: all(frames.change(index) is not None for index in (0, 1, 2)))
    read = []
    frames.changed.connect(lambda first, last: read.append(first))
    frames.read_ahead(0, 1)
    qtbot.waitUntil(lambda: {1, 2, 3} <= set(read))
    assert all(frames.image(index) is not None for index in (1, 2, 3))


def test_a_damaged_file_in_the_store_is_a_missing_frame(qtbot, shown, store, tmp_path):
    keep(store, shown(), 0)
    [file] = (tmp_path / "frames").glob("??/*.png")
    file.write_bytes(b"no picture")
    frames = shown()
    frames.image(0)
    qtbot.waitUntil(lambda: frames.state(0) is FrameState.MISSING)


def test_a_damaged_file_is_a_missing_frame_even_if_nobody_looks_at_it(qtbot, shown, store, tmp_path):
    keep(store, shown(), 0)
    [file] = (tmp_path / "frames").glob("??/*.png")
    file.write_bytes(b"no picture")
    frames = shown()
    qtbot.waitUntil(lambda: frames.state(0) is FrameState.MISSING)


def test_frames_that_cannot_be_read_are_reported_once_and_stay(qtbot, shown, store, monkeypatch):
    keep(store, shown(), 0, 1, 2)
    with monkeypatch.context() as patch:

        def unreadable(digest):
            raise RenderError("too many open files")

        patch.setattr(store, "get", unreadable)
        frames = shown()
        told = []
        frames.trouble.connect(told.append)
        for index in range(3):
            frames.image(index)
        qtbot.waitUntil(lambda: bool(told))
        frames.close()
        qtbot.wait(0)
    assert told == ["too many open files"]
    assert [frames.state(index) for index in range(3)] == [FrameState.DONE] * 3


def test_a_model_that_is_not_here_leaves_the_frames_unknown(shown):
    frames = shown(replace(WALK, model=Model("stable_diffusion_3_medium")))
    assert frames.preset is None
    assert frames.count == 8
    assert not frames.missing(0)
    assert frames.state(0) is FrameState.MISSING


def test_an_impossible_model_is_reported_in_words(qtbot, frames):
    with qtbot.waitSignal(frames.trouble) as told:
        frames.show_walk(replace(WALK, model=Model("no-such-model")))
    assert "no-such-model" in told.args[0]


def test_only_the_last_of_many_edits_is_shown(qtbot, frames):
    shown = []
    frames.reset.connect(lambda: shown.append(frames.count))
    for count in range(2, 60):
        frames.show_walk(replace(WALK, timing=Timing(count)))
    qtbot.waitUntil(lambda: shown[-1:] == [59])
    assert len(shown) < 58


def test_drafts_to_be_refined_come_nearest_first(shown):
    frames = shown()
    for index in (1, 6, 2):
        draft = frames.drafts_around(index, 1)[0]
        frames.take_frame(draft, gradient(draft))
    frames.take_frame(frames.recipes[2], gradient(frames.recipes[2]))
    frames.take_failure(frames.recipes[6], "too hot")
    assert frames.drafted(5) == [frames.recipes[1]]
    frames.forget_failures()
    assert frames.drafted(5) == [frames.recipes[6], frames.recipes[1]]


@pytest.fixture
def digested_here(monkeypatch):
    """What is digested of recipes in the window's thread."""
    here, digested = threading.get_ident(), []
    sha256 = recipes.hashlib.sha256

    def watch(data=b""):
        if threading.get_ident() == here and data.startswith(b'{"recipe"'):
            digested.append(data)
        return sha256(data)

    monkeypatch.setattr(recipes.hashlib, "sha256", watch)
    return digested


LONG = replace(WALK, timing=Timing(3000))


def test_the_window_digests_and_makes_no_recipe_of_what_it_wants_rendered(shown, monkeypatch, digested_here):
    frames = shown(LONG)
    monkeypatch.setattr(Walk, "recipe", lambda *_: pytest.fail("a recipe is made before its turn"))
    missing = frames.missing(first=7)
    frames.set_queued(missing)
    assert len(missing) == 3000
    assert next(iter(missing)) == frames.digests[7]
    assert {frames.state(index) for index in range(3000)} == {FrameState.QUEUED}
    assert digested_here == []


def test_looking_thousands_of_frames_up_leaves_python_to_the_window_again_and_again(store, monkeypatch):
    rests, clock = [], itertools.count(0.0, 0.0001)
    monkeypatch.setattr(tasks, "monotonic", lambda: next(clock))
    monkeypatch.setattr(tasks, "sleep", rests.append)
    find = PlaceFinder(store).find
    preset = locate(LONG.model.preset)
    assert survey(LONG, lambda: preset, lambda: "float32", find, store, unknown(LONG), lambda: False)
    # A frame takes 0.1 ms by this clock.
    assert len(rests) == pytest.approx(3000 * 0.0001 / tasks.WORK_SECONDS, rel=0.2)


def test_in_the_next_round_of_a_search_only_new_spots_are_digested(store, facts, monkeypatch):
    def look_up(spots, before):
        placed = replace(even, placement=Placement(even.placement_key(), spots))
        wanted = {even.recipe_at(Fraction(1, 3), facts): Fraction(1, 3)}
        digested.clear()
        return survey(
            even,
            lambda: locate("starter"),
            lambda: "float32",
            lambda *_: Places(placed, wanted),
            store,
            before,
            lambda: False,
        )

    even = replace(WALK, timing=Timing(8, motion=Motion.EVEN))
    digested, digest = [], recipes.Recipe.digest
    monkeypatch.setattr(
        recipes.Recipe, "digest", property(lambda self: digested.append(self) or digest.fget(self))
    )
    coarse = tuple(Fraction(number // 4) for number in range(8))
    for spot in (0, 1):
        store.put(digest.fget(even.recipe_at(Fraction(spot), facts)), np.zeros((128, 128, 3), np.uint8))
    first = look_up(coarse, unknown(even))
    again = look_up((*coarse[:3], Fraction(1, 2), *coarse[4:]), first)
    known = {even.recipe_at(Fraction(spot), facts) for spot in (0, 1)}
    assert even.recipe_at(Fraction(1, 2), facts) in digested and not known & set(digested)
    assert again.digests == tuple(digest.fget(recipe) for recipe in again.recipes)
    # Spots of another walk have the same names.
    other = replace(even, sampler=Sampler(9, 3.0))
    other = replace(other, placement=Placement(other.placement_key(), coarse))
    elsewhere = replace(first, placed=other, digests=("of another walk",) * 8)
    assert look_up(coarse, elsewhere).digests == first.digests


def test_what_is_wanted_has_the_recipe_of_each_digest(shown):
    frames = shown()
    missing = frames.missing(first=5)
    assert [recipe.digest for recipe in missing.values()] == list(missing)
    draft = draft_of(frames.recipes[5])
    both = missing.after([draft])
    assert list(both) == [draft.digest, *missing]
    assert (both[draft.digest], both[frames.digests[3]]) == (draft, frames.recipes[3])


def test_where_thousands_of_frames_change_that_is_reported_once(qtbot, shown):
    frames = shown(LONG)
    told = []
    frames.changed.connect(lambda first, last: told.append((first, last)))
    frames.set_queued(frames.digests[::2])
    assert told == [(0, 2999)]


def test_frames_that_come_are_counted_and_those_that_go_no_more(qtbot, shown, store):
    frames = shown()
    for index in (3, 5):
        frames.take_frame(frames.recipes[index], gradient(frames.recipes[index]))
        frames.take_frame(frames.recipes[index], gradient(frames.recipes[index]))
    assert frames.done_count == 2
    gone = frames.digests[3]
    frames._take_read(gone, False)
    frames._take_read(gone, False)
    assert frames.done_count == 1
    assert [frames.nearest(index) for index in (0, 3, 7)] == [5, 5, 5]


@pytest.mark.parametrize("count", [9, 3000])
def test_a_recipe_that_all_frames_have_counts_for_all(qtbot, shown, count):
    frames = shown(Walk(path=Hold(Prompts("a fox")), timing=Timing(count), sampler=Sampler(20, 3.0)))
    assert len(frames.missing(0)) == 1
    frames.take_frame(frames.recipes[0], gradient(frames.recipes[0]))
    assert frames.all_done and frames.done_count == count
    assert frames.nearest(count - 1) == count - 1
    frames._take_read(frames.digests[0], False)
    assert frames.done_count == 0 and frames.nearest(4) is None


def test_the_states_of_frames_in_a_row_are_those_of_each(shown, store):
    keep(store, shown(), 0, 3)
    frames = shown()
    frames.set_queued(frames.digests[4:6])
    assert frames.states_of(range(2, 7)) == tuple(frames.state(index) for index in range(2, 7))
    assert frames.states_of(range(6, 10)) == (FrameState.MISSING,) * 4


def test_the_neighbours_of_a_frame_come_from_both_sides(shown):
    frames = shown()
    drafts = frames.drafts_around(1, 5)
    assert drafts == [draft_of(frames.recipes[index]) for index in (1, 0, 2, 3, 4)]

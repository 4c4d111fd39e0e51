"""What of a walk is rendered, and what comes from the store."""

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from sd3explorer.render import job
from sd3explorer.render.job import FailedFrame, Frame, Job, LookedUp, Searching, StoredFrames
from sd3explorer.render.local import LocalRenderer
from sd3explorer.render.messages import DeviceMemory, EngineSettings, Rendered, RenderError
from sd3explorer.render.store import FrameStore
from sd3explorer.walk import recipe as recipes
from sd3explorer.walk.noises import Fixed, Orbit
from sd3explorer.walk.paths import Hold, Keyframe, Morph, Prompts
from sd3explorer.walk.recipe import shares
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.spots import Bridge, OnBridge, Placement
from sd3explorer.walk.timing import Motion, Timing
from sd3explorer.walk.walk import Walk
from tests.gradient import GradientModel, LeapingModel, OverflowingModel, gradient


@pytest.fixture
def store(tmp_path):
    return FrameStore(tmp_path)


@pytest.fixture
def renderer(starter):
    return LocalRenderer(EngineSettings(starter, (128, 128)), GradientModel)


@pytest.fixture
def run(facts, store, renderer):
    def run(walk, **options):
        return list(Job(walk, facts, store, renderer, batch_size=4).run(**options))

    return run


def morph(prompts, frames):
    keyframes = tuple(Keyframe(prompt) for prompt in prompts)
    return Walk(path=Morph(keyframes), timing=Timing(frames), sampler=Sampler(num_steps=1))


def rendered(events):
    return sorted(event.index for event in events if isinstance(event, Frame) and not event.from_store)


def test_every_frame_comes_once_with_its_picture(run, facts):
    walk = morph("ab", 11)
    frames = [event for event in run(walk) if isinstance(event, Frame)]
    assert sorted(frame.index for frame in frames) == list(range(11))
    for frame in frames:
        assert (frame.image == gradient(walk.recipe(frame.index, facts))).all()


def test_the_second_time_nothing_is_rendered(run):
    run(morph("ab", 11))
    assert rendered(run(morph("ab", 11))) == []


def test_no_engine_is_asked_when_nothing_is_missing(run, facts, store):
    class Untouched:
        def render(self, batches):
            raise AssertionError("nothing is missing")

    run(morph("ab", 11))
    assert len(list(Job(morph("ab", 11), facts, store, Untouched(), batch_size=4).run())) == 11


def test_an_interrupted_walk_renders_only_what_is_missing(facts, store, renderer):
    walk = morph("ab", 64)
    events = Job(walk, facts, store, renderer, batch_size=4).run()
    done = [next(event.index for event in events if isinstance(event, Frame)) for _ in range(10)]
    events.close()
    again = list(Job(walk, facts, store, renderer, batch_size=4).run())
    assert len(rendered(again)) == 64 - len(done)


@pytest.mark.parametrize("changed", range(8))
def test_changing_one_of_eight_keyframes_renders_only_the_frames_beside_it(run, changed):
    prompts = list("abcdefgh")
    run(morph(prompts, 64))
    prompts[changed] = "changed"
    beside = [frame for frame in range(64) if abs(frame - 9 * changed) < 9]
    assert rendered(run(morph(prompts, 64))) == beside


def test_going_from_33_to_65_frames_renders_32(run):
    run(morph("abc", 33))
    assert rendered(run(morph("abc", 65))) == list(range(1, 65, 2))


def test_doubling_a_loop_keeps_every_second_frame(run):
    loop = Walk(path=Hold(Prompts("a")), noise=Orbit(1), timing=Timing(16), sampler=Sampler(num_steps=1))
    run(loop)
    assert rendered(run(replace(loop, timing=Timing(32)))) == list(range(1, 32, 2))


def test_undoing_an_edit_renders_nothing(run):
    run(morph("ab", 9))
    run(morph("ax", 9))
    assert rendered(run(morph("ab", 9))) == []


def test_equal_recipes_are_rendered_once(run, renderer):
    held = Walk(path=Hold(Prompts("a")), noise=Fixed(1), timing=Timing(20), sampler=Sampler(num_steps=1))
    events = run(held)
    assert len([event for event in events if isinstance(event, Frame)]) == 20
    images = [event.image for event in events if isinstance(event, Frame)]
    assert all(np.shares_memory(image, images[0]) for image in images)


class Clock:
    """Every look at it takes a third of a second."""

    def __init__(self):
        self.seconds = 0.0

    def __call__(self):
        self.seconds += 1 / 3
        return self.seconds


@pytest.mark.parametrize("kept", [False, True])
def test_who_waits_while_many_frames_are_looked_up_hears_of_it_again_and_again(run, monkeypatch, kept):
    if kept:
        run(morph("ab", 12))
    monkeypatch.setattr(job, "monotonic", Clock())
    events = [event for event in run(morph("ab", 12)) if isinstance(event, LookedUp | Frame)]
    told = [event.frames for event in events if isinstance(event, LookedUp)]
    assert len(told) >= 3 and told == sorted(set(told))
    if not kept:
        assert [type(event) for event in events[: len(told)]] == [LookedUp] * len(told)


def test_a_short_look_is_not_reported(run):
    assert not [event for event in run(morph("ab", 12)) if isinstance(event, LookedUp)]


def test_each_recipe_is_made_and_digested_once(run, monkeypatch):
    made, digested = [], []
    make, digest = Walk.recipe, recipes.hashlib.sha256
    monkeypatch.setattr(Walk, "recipe", lambda walk, *rest: made.append(rest[0]) or make(walk, *rest))
    monkeypatch.setattr(recipes.hashlib, "sha256", lambda data: digested.append(data) or digest(data))
    run(morph("ab", 11))
    assert sorted(made) == list(range(11))
    assert len([data for data in digested if data.startswith(b'{"recipe"')]) == 11


def test_frames_are_rendered_in_the_order_that_is_asked_for(run):
    order = [event.index for event in run(morph("ab", 8), order=[5, 2, 7]) if isinstance(event, Frame)]
    assert order == [5, 2, 7]


def test_a_frame_that_fails_is_reported_and_not_kept(facts, store, starter):
    class Overflowing(GradientModel):
        def render(self, recipes, batch_size, should_stop, show):
            return [None for _ in recipes]

    renderer = LocalRenderer(EngineSettings(starter, (128, 128)), Overflowing)
    walk = morph("ab", 3)
    events = list(Job(walk, facts, store, renderer, batch_size=4).run())
    assert sorted(event.index for event in events if isinstance(event, FailedFrame)) == [0, 1, 2]
    assert store.get(walk.recipe(0, facts).digest) is None


def test_stored_frames_are_read_one_by_one(run, facts, store):
    walk = morph("ab", 5)
    run(walk)
    frames = StoredFrames(walk, facts, store)
    assert len(frames) == 5
    assert (frames[-1] == gradient(walk.recipe(4, facts))).all()
    assert len(frames[1:3]) == 2
    with pytest.raises(IndexError):
        frames[5]


def test_a_frame_that_was_removed_meanwhile_is_named(facts, store):
    with pytest.raises(RenderError, match="frame 3 is no longer in the frame store"):
        StoredFrames(morph("ab", 5), facts, store)[2]


def test_what_a_renderer_tells_beside_frames_is_passed_on(facts, store):
    class Talking:
        def render(self, batches):
            list(batches)
            yield DeviceMemory("GPU 0", 1, 2)

    assert list(Job(morph("ab", 2), facts, store, Talking(), batch_size=4).run()) == [
        DeviceMemory("GPU 0", 1, 2)
    ]


def even(a_walk, **timing):
    return replace(a_walk, timing=replace(a_walk.timing, motion=Motion.EVEN, **timing))


EVEN = even(morph("ab", 9))


@pytest.fixture
def an_even_job(facts, store, renderer):
    def an_even_job(a_renderer=renderer, walk=EVEN):
        return Job(walk, facts, store, a_renderer, batch_size=4)

    return an_even_job


class Counting:
    """Renders as another does, and remembers what, and in which batches."""

    def __init__(self, renderer):
        self._renderer, self.recipes, self.batches = renderer, [], []

    def render(self, batches):
        def counted():
            for batch in batches:
                self.batches.append(batch)
                yield batch

        for event in self._renderer.render(counted()):
            if isinstance(event, Rendered):
                self.recipes.append(event.recipe)
            yield event


def test_of_a_steady_walk_nothing_but_its_frames_is_rendered_and_nothing_looked_for(
    an_even_job, renderer, store, facts, monkeypatch
):
    monkeypatch.delattr(job, "Finder")
    steady, counting = morph("abc", 12), Counting(renderer)
    events = list(an_even_job(counting, steady).run())
    assert {*counting.recipes} == {steady.recipe(index, facts) for index in range(12)}
    assert len(counting.recipes) == 12
    assert not [event for event in events if isinstance(event, Searching)]
    assert not (store.folder / "places").exists()


def test_of_an_even_walk_every_frame_comes_once_where_it_was_found_to_lie(an_even_job, facts):
    job = an_even_job()
    frames = [event for event in job.run() if isinstance(event, Frame)]
    assert job.walk.placement is not None and job.walk == replace(EVEN, placement=job.walk.placement)
    assert sorted(frame.index for frame in frames) == list(range(9))
    assert all(frame.recipe == job.walk.recipe(frame.index, facts) for frame in frames)
    assert all((frame.image == gradient(frame.recipe)).all() for frame in frames)


def test_how_far_a_search_has_come_is_reported_before_any_frame(an_even_job, renderer):
    counting = Counting(renderer)
    events = [event for event in an_even_job(counting).run() if isinstance(event, Searching | Frame)]
    told = [event for event in events if isinstance(event, Searching)]
    assert told and events[: len(told)] == told
    # Each frame as it is kept, so that an interruption at any time is told of all that are.
    everything = range(1, len(counting.recipes) + 1)
    assert [(event.looked_at, event.rendered) for event in told] == [(count, count) for count in everything]


def test_how_far_a_search_is_rises_with_every_frame_up_to_its_end(an_even_job):
    done = [event.done for event in an_even_job().run() if isinstance(event, Searching)]
    assert done == sorted(set(done))
    assert done[0] > 0.0 and done[-1] <= 1.0


def test_the_end_of_a_closed_walk_which_is_its_start_is_looked_at_once(an_even_job):
    closed = replace(EVEN, path=replace(EVEN.path, closed=True))
    told = [event for event in an_even_job(walk=closed).run() if isinstance(event, Searching)]
    assert all(event.looked_at == event.rendered for event in told)


def test_what_a_search_has_rendered_is_rendered_once_and_kept(an_even_job, renderer, store):
    counting = Counting(renderer)
    events = list(an_even_job(counting).run())
    assert len(set(counting.recipes)) == len(counting.recipes) >= 9
    assert all(store.has(recipe.digest) for recipe in counting.recipes)
    assert rendered(events) == list(range(9))


def test_frames_on_a_bridge_and_beside_it_share_no_batch(an_even_job, facts, store, renderer):
    # As a file has them whose frames were rendered elsewhere.
    walk = replace(EVEN, sampler=Sampler(num_steps=4))
    bridge = Bridge(Fraction(1, 4), Fraction(1, 2), 2)
    spots = (0, 1 / 8, 1 / 4, *(OnBridge(bridge, Fraction(part, 4)) for part in (1, 2, 3)), 1 / 2, 3 / 4, 1)
    spots = tuple(spot if isinstance(spot, OnBridge) else Fraction(spot) for spot in spots)
    walk = replace(walk, placement=Placement(walk.placement_key(), spots))
    counting = Counting(renderer)
    events = list(an_even_job(counting, walk).run())
    assert rendered(events) == list(range(9))
    assert [len({recipe.course for recipe in batch}) for batch in counting.batches] == [1] * 3
    assert sorted(map(len, counting.batches)) == [2, 3, 4]


class Untouched:
    def render(self, batches):
        raise AssertionError("nothing is missing")


def test_the_second_time_nothing_of_an_even_walk_is_rendered_or_looked_for(an_even_job):
    first = an_even_job()
    list(first.run())
    second = an_even_job(Untouched())
    events = list(second.run())
    assert second.walk == first.walk
    assert not [event for event in events if isinstance(event, Searching)]
    assert rendered(events) == []


def test_places_that_were_lost_are_found_again_from_the_frames(an_even_job, store):
    first = an_even_job()
    list(first.run())
    for file in (store.folder / "places").iterdir():
        file.unlink()
    again = an_even_job(Untouched())
    events = list(again.run())
    assert again.walk == first.walk
    assert [event.rendered for event in events if isinstance(event, Searching)][-1] == 0


def test_after_an_edit_of_a_keyframe_little_is_rendered_but_beside_it(facts, store, starter, an_even_job):
    counting = Counting(LocalRenderer(EngineSettings(starter, (128, 128)), LeapingModel))
    list(an_even_job(counting, even(morph("abcde", 48))).run())
    before = len(counting.recipes)
    edited = an_even_job(counting, even(morph("abcdx", 48)))
    list(edited.run())
    anew = counting.recipes[before:]
    elsewhere = [recipe for recipe in anew if "x" not in dict.fromkeys(shares(recipe.embedding))]
    assert len(anew) - len(elsewhere) >= 5
    # Without what is known of the ways there it is 14.
    assert len(elsewhere) <= 8


def test_what_other_searches_have_seen_may_be_gone_from_the_store(an_even_job, store, renderer):
    list(an_even_job().run())
    for file in store.folder.rglob("*"):
        if file.is_file() and file.parent.name != "places":
            file.unlink()
    counting = Counting(renderer)
    longer = even(morph("ab", 12))
    assert rendered(list(an_even_job(counting, longer).run())) == list(range(12))


@pytest.mark.parametrize("frames", [1, 2, 7])
def test_an_interrupted_search_goes_on_with_what_is_missing(an_even_job, renderer, frames):
    counting = Counting(renderer)
    events = an_even_job(counting).run()
    for _ in range(frames):
        next(event for event in events if isinstance(event, Searching))
    events.close()
    before = list(counting.recipes)
    job = an_even_job(counting)
    list(job.run())
    assert before and len(counting.recipes) > len(before)
    assert len(set(counting.recipes)) == len(counting.recipes)


def test_a_walk_whose_places_are_known_is_rendered_as_they_say(an_even_job, renderer, facts):
    spots = tuple(Fraction(number, 64) for number in (0, 1, 2, 3, 5, 8, 13, 21, 64))
    known = replace(EVEN, placement=Placement(EVEN.placement_key(), spots))
    counting = Counting(renderer)
    events = list(an_even_job(counting, known).run())
    assert not [event for event in events if isinstance(event, Searching)]
    assert set(counting.recipes) == {known.recipe_at(spot, facts) for spot in spots}


@pytest.mark.parametrize("walk", [even(morph("ab", 2)), even(replace(EVEN, path=Hold(Prompts("a"))))])
def test_a_walk_with_nothing_to_even_out_is_rendered_as_a_steady_one(an_even_job, walk, facts):
    job = an_even_job(walk=walk)
    events = list(job.run())
    assert not [event for event in events if isinstance(event, Searching)]
    assert (
        job.walk == walk and len([event for event in events if isinstance(event, Frame)]) == walk.frame_count
    )


def test_a_search_ends_with_the_first_round_that_cannot_be_rendered(an_even_job, starter):
    renderer = Counting(LocalRenderer(EngineSettings(starter, (128, 128)), OverflowingModel))
    job = an_even_job(renderer)
    events = [event for event in job.run() if isinstance(event, Frame | FailedFrame | Searching)]
    assert job.walk == EVEN
    assert [event.index for event in events] == [None] * sum(map(len, renderer.batches))
    assert all("its numbers became infinite" in event.reason for event in events)


def test_frames_of_an_even_walk_are_read_from_the_store_at_their_places(an_even_job, facts, store):
    job = an_even_job()
    list(job.run())
    frames = StoredFrames(job.walk, facts, store)
    assert [
        (frame == gradient(job.walk.recipe(index, facts))).all() for index, frame in enumerate(frames)
    ] == ([True] * 9)

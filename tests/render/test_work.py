"""What engines render together: each takes for itself, and at the end they help each other out."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sd3explorer.render.work import LOSSES_ALLOWED, Pace, Work
from sd3explorer.walk.noises import Varying
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk

STEPS = 10


class Clock:
    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture(scope="module")
def recipes(facts):
    walk = Walk(noise=Varying(1), timing=Timing(64), sampler=Sampler(STEPS))
    return [walk.recipe(index, facts) for index in range(64)]


@pytest.fixture
def clock():
    return Clock()


def in_batches(recipes, size):
    return [recipes[start : start + size] for start in range(0, len(recipes), size)]


def a_pace(seconds_per_batch):
    return Pace(seconds_per_batch / STEPS if seconds_per_batch else None)


def settle(work, engine, batch):
    return [work.settle(engine, recipe)[0] for recipe in batch]


def test_the_next_batch_goes_to_the_first_that_asks(recipes):
    work = Work(in_batches(recipes[:12], 4), [Pace(), Pace()])
    assert work.take(1, 4) == recipes[:4]
    assert work.take(0, 4) == recipes[4:8]
    assert work.take(1, 4) == recipes[8:12]
    assert work.take(0, 4) is None


def test_what_comes_next_is_decided_when_somebody_has_room(recipes):
    urgent = []

    def batches():
        yield recipes[:2]
        yield urgent

    work = Work(batches(), [Pace()])
    work.take(0, 2)
    urgent += recipes[5:7]
    assert work.take(0, 2) == recipes[5:7]


def test_a_batch_is_cut_for_who_takes_fewer_and_the_rest_comes_next(recipes):
    work = Work(in_batches(recipes[:16], 8), [Pace(), Pace()])
    assert work.take(0, 3) == recipes[:3]
    assert work.take(1, 8) == recipes[3:8]
    assert work.take(1, 8) == recipes[8:16]


def test_what_one_gives_back_comes_before_anything_new(recipes):
    work = Work(in_batches(recipes[:16], 4), [Pace(), Pace()])
    work.take(0, 4)
    work.take(0, 4)
    work.settle(0, recipes[1])
    work.give_back(0)
    assert [work.take(1, 4) for _ in range(3)] == [
        [recipes[0], *recipes[2:4]],
        recipes[4:8],
        recipes[8:12],
    ]


def test_who_has_nothing_waits_for_what_others_may_give_back_and_ends_with_the_last_frame(recipes):
    work = Work([recipes[:2]], [Pace(), Pace()])
    work.take(0, 2)
    looks = iter([False, False, True])
    assert work.wait(1, 2, lambda: next(looks)) is None
    assert next(looks, None) is None
    settle(work, 0, recipes[:2])
    assert work.wait(1, 2, lambda: False) is None


def test_batches_that_come_to_be_wanted_after_the_end_are_taken(recipes):
    coming = []

    class Batches:
        def __iter__(self):
            return self

        def __next__(self):
            if not coming:
                raise StopIteration
            return coming.pop()

    work = Work(Batches(), [Pace(), Pace()])
    coming.append(recipes[:2])
    work.take(0, 2)
    assert work.take(1, 2) is None
    coming.append(recipes[2:4])
    assert work.wait(1, 2, lambda: False) == recipes[2:4]


def test_at_the_end_what_only_waits_goes_to_who_is_done(recipes, clock):
    work = Work(in_batches(recipes[:12], 4), [a_pace(8.0), a_pace(8.0)], clock)
    work.take(0, 4)
    work.take(1, 4)
    work.take(0, 4)
    clock.now = 4.0
    assert work.take(1, 4) is None
    settle(work, 1, recipes[4:8])
    # Its second batch would only be done at 16.
    assert work.take(1, 4) == recipes[8:12]


def test_what_one_works_on_stays_its_own_where_another_would_be_no_sooner(recipes, clock):
    work = Work([recipes[:4]], [a_pace(8.0), a_pace(6.0)], clock)
    work.take(0, 4)
    clock.now = 3.0
    assert work.take(1, 4) is None


@pytest.mark.parametrize("known", [True, False])
def test_a_fast_one_does_in_the_end_what_a_slow_one_would_hold_up(recipes, clock, known):
    work = Work([recipes[:4]], [a_pace(60.0 if known else 0.0), a_pace(2.0)], clock)
    work.take(0, 4)
    clock.now = 3.0
    assert work.take(1, 4) == recipes[:4]
    assert work.wait(1, 4, lambda: True) is None
    assert settle(work, 1, recipes[:3]) == [True] * 3
    # Now the slow one works for nothing.
    assert work.settle(1, recipes[3]) == (True, [0])
    assert settle(work, 0, recipes[:4]) == [False] * 4


def test_one_that_gets_ready_is_not_waited_for(recipes, clock):
    work = Work([recipes[:4]], [a_pace(2.0), a_pace(2.0)], clock)
    work.take(0, 4)
    work.pause(0)
    assert work.take(1, 4) == recipes[:4]


def test_one_that_hangs_is_not_waited_for_without_end(recipes, clock):
    work = Work([recipes[:4]], [a_pace(2.0), a_pace(2.0)], clock)
    work.take(0, 4)
    clock.now = 3.0
    assert work.take(1, 4) is None
    clock.now = 5.0
    assert work.take(1, 4) == recipes[:4]


@pytest.mark.parametrize("seconds", [0.0, 8.0])
def test_one_that_has_not_shown_how_fast_it_is_takes_what_only_waits(recipes, clock, seconds):
    work = Work(in_batches(recipes[:8], 4), [a_pace(seconds), Pace(), Pace()], clock)
    work.take(0, 4)
    work.take(0, 4)
    assert work.take(1, 4) == recipes[4:8]
    assert work.take(2, 4) is None


def test_no_frame_is_taken_over_twice(recipes, clock):
    work = Work([recipes[:4]], [a_pace(60.0), a_pace(2.0), a_pace(2.0)], clock)
    work.take(0, 4)
    assert work.take(1, 4) == recipes[:4]
    assert work.take(2, 4) is None


def test_what_was_taken_over_and_given_back_is_not_lost(recipes, clock):
    work = Work([recipes[:4]], [a_pace(60.0), a_pace(2.0)], clock)
    work.take(0, 4)
    work.take(1, 4)
    work.give_back(0)
    assert work.is_open(recipes[0])
    work.give_back(1)
    assert work.take(0, 4) == recipes[:4]


def test_the_pace_is_that_of_work_without_what_comes_before_it(recipes, clock):
    pace = Pace()
    work = Work(in_batches(recipes[:12], 4), [pace], clock)
    work.take(0, 4)
    work.pause(0)
    work.take(0, 4)
    clock.now = 100.0
    settle(work, 0, recipes[:4])
    assert pace.frames_per_minute is None
    clock.now = 102.0
    settle(work, 0, recipes[4:8])
    assert pace.frames_per_minute == pytest.approx(120.0)
    assert pace.seconds(STEPS) == pytest.approx(2.0)
    assert pace.seconds(2 * STEPS) == pytest.approx(4.0)


def test_a_frame_alone_says_nothing_of_the_pace_of_batches(recipes, clock):
    pace = Pace()
    work = Work(in_batches(recipes[:2], 1), [pace], clock)
    work.take(0, 8)
    clock.now = 1.0
    settle(work, 0, recipes[:1])
    assert pace.frames_per_minute is None


@settings(max_examples=40)
@given(st.data())
def test_whatever_engines_do_every_frame_is_answered_once(recipes, data):
    engines, clock = data.draw(st.integers(1, 4)), Clock()
    frames = recipes[: data.draw(st.integers(1, 24))]
    batches = in_batches(frames, data.draw(st.integers(1, 8)))
    work = Work(batches, [a_pace(data.draw(st.sampled_from([0.0, 1.0, 5.0]))) for _ in range(engines)], clock)
    have = [[] for _ in range(engines)]
    answered = Counter()
    for _ in range(data.draw(st.integers(0, 60))):
        engine = data.draw(st.integers(0, engines - 1))
        clock.now += data.draw(st.sampled_from([0.0, 1.0, 10.0]))
        match data.draw(st.sampled_from(["take", "answer", "give back", "pause"])):
            case "take":
                have[engine] += work.take(engine, data.draw(st.integers(1, 8))) or []
            case "answer" if have[engine]:
                recipe = have[engine].pop(0)
                answered[recipe.digest] += work.settle(engine, recipe)[0]
            case "give back":
                work.give_back(engine)
                have[engine] = []
            case "pause":
                work.pause(engine)
    # Whatever happened, one that is left finishes.
    for engine in range(1, engines):
        work.give_back(engine)
    for recipe in have[0]:
        answered[recipe.digest] += work.settle(0, recipe)[0]
    while batch := work.wait(0, 8, lambda: False):
        for recipe in batch:
            answered[recipe.digest] += work.settle(0, recipe)[0]
    assert answered == Counter(recipe.digest for recipe in frames)


def test_what_a_lost_engine_worked_on_is_tried_in_halves_and_what_waited_there_as_a_whole(recipes):
    work = Work(in_batches(recipes[:8], 4), [Pace(), Pace()])
    assert work.take(0, 4) == recipes[:4]
    assert work.take(0, 4) == recipes[4:8]
    assert work.lose(0) == ()
    work.give_back(0)
    assert [work.take(1, 4) for _ in range(4)] == [recipes[4:8], recipes[:2], recipes[2:4], None]


def test_a_frame_that_engines_are_lost_with_alone_is_set_aside(recipes):
    work = Work([recipes[:2]], [Pace(), Pace()])
    assert work.take(0, 2) == recipes[:2]
    assert work.lose(0) == ()
    for _ in range(LOSSES_ALLOWED - 1):
        assert work.take(0, 2) == recipes[:1]
        assert work.lose(0) == ()
    assert work.take(0, 2) == recipes[:1]
    assert work.lose(0) == recipes[:1]
    assert work.take(1, 2) == recipes[1:2]
    assert settle(work, 1, recipes[1:2]) == [True]
    assert not work.is_left()


def test_what_another_engine_has_as_well_is_not_lost(recipes):
    work = Work([recipes[:4]], [Pace(), a_pace(1.0)])
    work.take(0, 4)
    work.pause(0)
    assert work.take(1, 4) == recipes[:4]
    assert work.lose(0) == ()
    assert work.take(0, 4) is None
    assert settle(work, 1, recipes[:4]) == [True] * 4


def test_one_that_joins_takes_as_the_others_do(recipes):
    work = Work(in_batches(recipes[:8], 4), [])
    assert work.is_left()
    assert [work.join(Pace()), work.join(Pace())] == [0, 1]
    assert [work.take(1, 4), work.take(0, 4)] == [recipes[:4], recipes[4:8]]

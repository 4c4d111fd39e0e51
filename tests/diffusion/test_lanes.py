"""Jobs side by side end together, fail together, and ask one thread alone whether to stop."""

import threading
import time

import numpy as np
import pytest

from sd3explorer.diffusion.lanes import share_size, side_by_side
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk

PICTURE = 128 * 128


@pytest.mark.parametrize(
    ("frames", "pixels", "lanes", "share"),
    [
        (8, PICTURE, 2, 4),
        (7, PICTURE, 2, 4),
        (1, PICTURE, 2, 1),
        (8, PICTURE, 1, 8),
        # Their decoders would need twice the memory.
        (8, 512 * 512, 2, 8),
        (4, 512 * 512, 2, 2),
    ],
)
def test_the_share_of_a_lane(frames, pixels, lanes, share):
    assert share_size(frames, pixels, lanes, pixels_at_once=1024 * 1024) == share


def test_jobs_are_done_at_the_same_time_and_give_their_results_in_order():
    together = threading.Barrier(3, timeout=60)

    def job(number):
        def run(should_stop):
            together.wait()
            return number

        return run

    assert side_by_side([job(1), job(2), job(3)], lambda: False) == [1, 2, 3]


def test_only_the_thread_that_calls_is_asked_whether_to_stop():
    asked_by = set()

    def should_stop():
        asked_by.add(threading.current_thread())
        return len(asked_by) > 1

    def job(should_stop):
        return [should_stop() for _ in range(5)]

    assert side_by_side([job, job, job], should_stop) == [[False] * 5] * 3
    assert asked_by == {threading.current_thread()}


def test_a_stop_reaches_all_jobs_even_when_the_first_one_is_done():
    began = threading.Event()

    def long(should_stop):
        began.set()
        while not should_stop():
            time.sleep(0.001)
        return "stopped"

    assert side_by_side([lambda should_stop: "done", long], began.is_set) == ["done", "stopped"]


@pytest.mark.parametrize("failing", [0, 1])
def test_a_failing_job_stops_the_others(failing):
    def fail(should_stop):
        raise MemoryError("too little")

    def long(should_stop):
        while not should_stop():
            time.sleep(0.001)

    jobs = [long, long]
    jobs[failing] = fail
    with pytest.raises(MemoryError, match="too little"):
        side_by_side(jobs, lambda: False)


def test_frames_of_two_lanes_are_those_of_one_lane(pipeline, compiler, facts, monkeypatch):
    walk = Walk(timing=Timing(8), sampler=Sampler(3, 5.0))
    recipes = [walk.recipe(index, facts) for index in range(2)]
    seen = []

    # Batches of two: other tests have compiled the programs for one frame and for two.
    def render():
        # Once to compile, once side by side.
        pipeline.render(recipes, 2, lambda: False)
        return np.array(pipeline.render(recipes, 2, lambda: False, lambda make: seen.append(make())), int)

    monkeypatch.setattr(compiler, "lanes", lambda: 2)
    two = render()
    assert {len(pictures) for pictures in seen} <= {0, 1, 2}
    monkeypatch.setattr(compiler, "lanes", lambda: 1)
    assert np.abs(two - render()).max() <= 1


def test_a_second_lane_has_nothing_to_trace(compiler, monkeypatch):
    import tensorflow as tf
    from keras import ops

    traced, while_loop = [], tf.while_loop

    def noticed(*loop, **options):
        traced.append(loop)
        return while_loop(*loop, **options)

    monkeypatch.setattr(tf, "while_loop", noticed)
    loop = compiler.compile_loop(lambda latents, sigma, next_sigma, modulations: latents + 1.0, [])
    together = threading.Barrier(2, timeout=60)

    def run(steps, meetings):
        def watch(latents):
            if meetings:
                meetings.pop().wait()
            return True

        return float(loop(ops.zeros(()), ops.linspace(1.0, 0.0, steps + 1), ops.zeros((8, 1)), (), watch))

    assert run(3, []) == 3.0
    jobs = [lambda should_stop, steps=steps: run(steps, [together]) for steps in (4, 5)]
    assert side_by_side(jobs, lambda: False) == [4.0, 5.0]
    assert len(traced) == 1

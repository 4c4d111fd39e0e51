"""Even walks in the window: the search for places goes on while frames are rendered."""

from dataclasses import replace

import pytest

from sd3explorer.app.frames.frames import FrameState
from sd3explorer.walk.paths import Keyframe, Morph
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.timing import Motion, Timing
from sd3explorer.walk.walk import Walk
from tests.gradient import GradientModel, gradient

WALK = Walk(
    path=Morph((Keyframe("a dog"), Keyframe("a cat"), Keyframe("a fox"))),
    timing=Timing(12, motion=Motion.EVEN),
    sampler=Sampler(8, 1.0),
)


@pytest.fixture
def bench(bench_with):
    bench = bench_with(GradientModel)
    bench.show(WALK)
    return bench


def test_a(bench):
    seen = []
    bench.control.changed.connect(lambda s: seen.append((s.working, s.looked_at, s.done)))
    resets = []
    bench.frames.reset.connect(lambda: resets.append((bench.frames.searching, bench.frames.looked_at)))
    bench.control.render()
    bench.wait_until_done()
    print(resets)
    print(seen)
    assert 0

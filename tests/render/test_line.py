"""How fast a line is, and when frames are squeezed for it."""

import numpy as np
import pytest

from sd3explorer.render.line import BYTES_TO_MEASURE, Press, Speed
from sd3explorer.render.squeezing import Squeezed


class Clock:
    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


def test_speed_is_that_within_messages_however_long_nothing_is_sent(clock):
    speed = Speed(clock)
    assert speed.bytes_per_second is None
    for _ in range(9):
        clock.now += 60.0
        speed.count(17)
        clock.now += 0.5
        speed.count(100_000)
    assert speed.bytes_per_second == pytest.approx(200_000)


def test_it_follows_a_line_that_becomes_another(clock):
    speed = Speed(clock)
    for rate in (1e5, 1e7):
        for _ in range(30):
            clock.now += BYTES_TO_MEASURE / rate
            speed.count(BYTES_TO_MEASURE)
        assert speed.bytes_per_second == pytest.approx(rate, rel=0.1)


@pytest.mark.parametrize(("rate", "pays"), [(None, False), (100e6, False), (1e6, True)])
def test_frames_are_squeezed_where_the_line_is_slower_than_that(rate, pays):
    press = Press()
    press.bytes_per_second = rate
    assert press.pays is pays
    assert isinstance(press.fitted(np.zeros((64, 64, 3), np.uint8)), Squeezed) is pays


def test_frames_that_do_not_get_smaller_are_left_alone_after_some(clock):
    press = Press(clock)
    press.bytes_per_second = 10e6
    noise = np.random.default_rng(1).integers(0, 256, (64, 64, 3), np.uint8)
    kinds = [isinstance(press.fitted(noise), Squeezed) for _ in range(60)]
    assert kinds[0]
    clock.now += 1.0
    assert not kinds[-1] or press.pays

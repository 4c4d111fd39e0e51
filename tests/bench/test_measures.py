import numpy as np
import pytest

from sd3explorer.bench.measures import Difference, Estimate, frame_rates, ratios


def test_an_estimate_is_the_median_between_its_bounds():
    estimate = Estimate.of([1.0, 2.0, 3.0, 4.0, 100.0])
    assert estimate.median == 3.0
    assert 1.0 <= estimate.low < 3.0 < estimate.high <= 100.0


def test_an_estimate_from_one_number_is_that_number():
    assert Estimate.of([2.0]) == Estimate(2.0, 2.0, 2.0)


def test_the_rate_is_frames_per_second():
    assert frame_rates([2.0, 2.0], 8).median == 4.0


def test_a_ratio_compares_within_the_round():
    # A machine that is slow in its second round is so for both.
    assert ratios([1.0, 10.0], [2.0, 20.0]) == Estimate(2.0, 2.0, 2.0)


def test_pictures_differ_in_255ths_whichever_is_brighter():
    dark, bright = np.zeros((1, 2, 2, 3), np.uint8), np.zeros((1, 2, 2, 3), np.uint8)
    bright[0, 0, 0, 0] = 255
    assert Difference.between(dark, bright) == Difference.between(bright, dark)
    assert Difference.between(dark, bright).largest == 255
    assert Difference.between(dark, bright).mean == pytest.approx(255 / 12)

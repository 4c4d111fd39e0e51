"""Easings: how a way is shared out, and the Bézier curves that say it more finely."""

from fractions import Fraction

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sd3explorer.walk.easing import Bezier, Easing, bezier_of, easing_of

SHARES = st.floats(0.0, 1.0)
# In order: parts of curves with such handles are within the bounds of handles themselves.
PAIRS = st.tuples(SHARES, SHARES).map(sorted)
CURVES = st.builds(Bezier, SHARES, SHARES, SHARES, SHARES)
# Upright in the middle, where a change of the time that is rounded away is a large one of the place.
UPRIGHT = Bezier(1.0, 0.0, 0.0, 1.0)
FLAT = Bezier(0.0, 1.0, 1.0, 0.0)
EASINGS = [*Easing, Bezier(0.42, 0.0, 0.58, 1.0), UPRIGHT, FLAT]


@st.composite
def neighbours(draw):
    steps = draw(st.integers(2, 100_000))
    index = draw(st.integers(0, steps - 2))
    return index / steps, (index + 1) / steps


def polynomial(first, second, s):
    """A coordinate of a curve at its parameter `s`, exact."""
    first, second = Fraction(first), Fraction(second)
    return 3 * (1 - s) ** 2 * s * first + 3 * (1 - s) * s**2 * second + s**3


@pytest.mark.parametrize("easing", EASINGS)
def test_easing_keeps_both_ends(easing):
    assert (easing.ease(0.0), easing.ease(1.0)) == (0.0, 1.0)


@pytest.mark.parametrize("easing", Easing)
@settings(deadline=None)
@given(places=neighbours())
def test_easing_keeps_frames_in_order(easing, places):
    before, after = places
    assert easing.ease(before) < easing.ease(after)


@pytest.mark.parametrize("easing", Easing)
@settings(deadline=None)
@given(t=SHARES)
def test_easing_stays_between_the_ends(easing, t):
    assert 0.0 <= easing.ease(t) <= 1.0


@pytest.mark.parametrize(
    ("easing", "halfway"),
    [(Easing.LINEAR, 0.5), (Easing.EASE_IN, 0.25), (Easing.EASE_OUT, 0.75), (Easing.EASE_IN_OUT, 0.5)],
)
def test_easing_in_starts_slowly_and_easing_out_ends_slowly(easing, halfway):
    assert easing.ease(0.5) == halfway


def test_easing_in_and_out_is_slow_at_both_ends():
    first, middle, last = (
        Easing.EASE_IN_OUT.ease(t + 0.01) - Easing.EASE_IN_OUT.ease(t) for t in (0.0, 0.495, 0.99)
    )
    assert first < middle > last


# Bézier curves


@settings(deadline=None)
@given(CURVES)
def test_every_curve_keeps_both_ends_exactly(curve):
    assert (curve.ease(0.0), curve.ease(1.0)) == (0.0, 1.0)


@settings(deadline=None)
@given(CURVES, SHARES, SHARES)
@example(UPRIGHT, 0.5, 0.5 + 2**-52)
@example(FLAT, 0.5, 0.5 + 2**-40)
def test_every_curve_keeps_the_order_of_places(curve, one, other):
    before, after = sorted((one, other))
    assert 0.0 <= curve.ease(before) <= curve.ease(after) <= 1.0


@settings(deadline=None)
@given(CURVES, SHARES.map(Fraction))
@example(UPRIGHT, Fraction(1, 2))
@example(UPRIGHT, Fraction(1, 2) + Fraction(1, 10**6))
@example(FLAT, Fraction(1, 2))
def test_the_place_is_where_the_curve_is_at_that_time(curve, s):
    time = polynomial(curve.x1, curve.x2, s)
    # A time that isn't a float lies between two that are; so does its place.
    low, high = curve.ease(max(float(time) - 2**-52, 0.0)), curve.ease(min(float(time) + 2**-52, 1.0))
    assert low - 1e-9 <= float(polynomial(curve.y1, curve.y2, s)) <= high + 1e-9


@pytest.mark.parametrize(
    ("curve", "t", "place"),
    [
        # The time is s³, the place 3s² - 2s³.
        (Bezier(0.0, 0.0, 0.0, 1.0), 0.125, 0.5),
        # The time is s, the place s³.
        (Bezier(1 / 3, 0.0, 2 / 3, 0.0), 0.5, 0.125),
        (Bezier(0.42, 0.0, 0.58, 1.0), 0.5, 0.5),
        (UPRIGHT, 0.5, 0.5),
    ],
)
def test_a_curve_goes_through_places_that_are_known(curve, t, place):
    assert curve.ease(t) == pytest.approx(place, abs=1e-9)


def test_an_upright_curve_is_followed_closely_where_rounding_would_lose_it():
    # At s = 1/2 + d its time is 1/2 + 4d³ and its place 1/2 + (3/2)d - 2d³.
    d = 2.0**-16
    assert UPRIGHT.ease(0.5 + 4 * d**3) == pytest.approx(0.5 + 1.5 * d - 2 * d**3, abs=1e-9)


@given(SHARES, SHARES, SHARES)
def test_a_curve_with_its_handles_on_the_diagonal_is_linear_to_the_last_digit(first, second, t):
    assert Bezier(first, first, second, second).ease(t) == t


@pytest.mark.parametrize("easing", Easing)
@settings(deadline=None)
@given(t=SHARES)
def test_each_named_easing_has_its_curve(easing, t):
    assert bezier_of(easing).ease(t) == pytest.approx(easing.ease(t), abs=1e-9)


@pytest.mark.parametrize("easing", EASINGS)
def test_a_curve_that_has_a_name_is_known_by_it(easing):
    assert easing_of(bezier_of(easing)) == easing


def test_a_curve_is_its_own():
    assert bezier_of(FLAT) is FLAT


@settings(deadline=None)
@given(PAIRS, PAIRS, st.floats(0.001, 0.999), SHARES)
def test_the_two_parts_of_a_split_curve_are_the_curve(times, places, t, share):
    (x1, x2), (y1, y2) = times, places
    curve = Bezier(x1, y1, x2, y2)
    first, second = curve.split(t)
    here = curve.ease(t)
    # Where a curve is upright, what is rounded in the time shows in the place.
    assert here * first.ease(share) == pytest.approx(curve.ease(t * share), abs=1e-4)
    rest = here + (1 - here) * second.ease(share)
    assert rest == pytest.approx(curve.ease(t + (1 - t) * share), abs=1e-4)


def test_a_split_curve_has_the_handles_of_de_casteljau():
    first, second = Bezier(0.0, 0.0, 1.0, 1.0).split(0.5)
    assert (first, second) == (Bezier(0.0, 0.0, 0.5, 0.5), Bezier(0.5, 0.5, 1.0, 1.0))


@settings(deadline=None)
@given(CURVES, st.floats(0.001, 0.999))
def test_the_parts_of_a_split_curve_can_be_written_to_a_file(curve, t):
    for part in curve.split(t):
        assert all(0.0 <= number <= 1.0 for number in (part.x1, part.y1, part.x2, part.y2))

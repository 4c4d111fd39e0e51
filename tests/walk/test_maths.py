"""The formulas on arrays: slerp, orbit and the noise that every machine draws alike."""

import math

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from sd3explorer.walk.maths import angles, gaussian, orbit, slerp

PLACES = [0.0, 0.1, 0.25, 0.5, 0.75, 0.9, 1.0]
LATENTS = (64, 64, 16)

# Frames in the stores of our users hang on these.
FIRST_OF_SEED_42 = [0.18170474469661713, -1.2426393032073975, -0.5515530109405518, 0.3664800226688385]


def vectors(size: int = 6):
    return arrays(np.float32, size, elements=st.floats(-100.0, 100.0, width=32))


def great_circle(start, end, t):
    """Slerp in float64; the angle by Kahan's formula, which loses nothing near 0 and π."""
    a, b = start.astype(np.float64), end.astype(np.float64)
    unit_a, unit_b = a / np.linalg.norm(a), b / np.linalg.norm(b)
    theta = 2.0 * math.atan2(np.linalg.norm(unit_a - unit_b), np.linalg.norm(unit_a + unit_b))
    return (math.sin((1.0 - t) * theta) * a + math.sin(t * theta) * b) / math.sin(theta)


def seed_guide(v1, v2, t, dot_threshold=0.9995):
    """The `interpolation` of the seed guide's `slerp`, word for word, with NumPy for `ops`."""
    dot = np.sum(v1 * v2 / (np.linalg.norm(np.ravel(v1)) * np.linalg.norm(np.ravel(v2))))
    if np.abs(dot) > dot_threshold:
        return (1 - t) * v1 + t * v2
    theta_0 = np.arccos(dot)
    theta_t = theta_0 * t
    s0 = np.sin(theta_0 - theta_t) / np.sin(theta_0)
    s1 = np.sin(theta_t) / np.sin(theta_0)
    return s0 * v1 + s1 * v2


def two_embeddings():
    """Two arrays of the shape of a prompt's embedding, alike to some degree as prompts are."""
    common, first, second = (gaussian((154, 64), 7, stream) for stream in range(3))
    return common + first, common + second


def unit_vectors(cosine):
    return (
        np.array([1.0, 0.0], np.float32),
        np.array([cosine, math.sqrt(1.0 - cosine * cosine)], np.float32),
    )


@settings(deadline=None, max_examples=50)
@given(vectors(), vectors(), st.floats(0.0, 1.0))
def test_slerp_follows_the_great_circle(start, end, t):
    length, other = float(np.linalg.norm(start)), float(np.linalg.norm(end))
    assume(min(length, other) > 1e-3)
    assume(abs(float(np.dot(start.astype(np.float64), end)) / (length * other)) < 0.99)
    np.testing.assert_allclose(
        slerp(start, end, t), great_circle(start, end, t), atol=2e-4 * max(length, other)
    )


@pytest.mark.parametrize("t", PLACES)
def test_slerp_of_two_embeddings_is_that_of_the_seed_guide(t):
    start, end = two_embeddings()
    np.testing.assert_allclose(slerp(start, end, t), seed_guide(start, end, np.float32(t)), atol=1e-5)


@settings(deadline=None, max_examples=50)
@given(vectors(), vectors())
def test_slerp_at_0_is_the_start_to_the_last_bit(start, end):
    assert slerp(start, end, 0.0).tobytes() == start.tobytes()


@settings(deadline=None, max_examples=50)
@given(vectors(), vectors())
def test_slerp_at_1_is_the_end_to_the_last_bit(start, end):
    assert slerp(start, end, 1.0).tobytes() == end.tobytes()


def test_slerp_takes_an_array_of_any_shape_as_one_vector():
    start, end = gaussian((2, 3, 4), 1), gaussian((2, 3, 4), 2)
    np.testing.assert_array_equal(slerp(start, end, 0.3).ravel(), slerp(start.ravel(), end.ravel(), 0.3))


def test_slerp_back_meets_the_same_places():
    start, end = two_embeddings()
    np.testing.assert_allclose(slerp(end, start, 0.75), slerp(start, end, 0.25), atol=1e-5)


def test_slerp_leaves_its_arguments_alone():
    start, end = two_embeddings()
    before = start.copy(), end.copy()
    slerp(start, end, 0.5)
    assert np.array_equal(start, before[0]) and np.array_equal(end, before[1])


@pytest.mark.parametrize("t", PLACES)
def test_slerp_of_equal_arrays_is_that_array(t):
    start, _ = two_embeddings()
    np.testing.assert_allclose(slerp(start, start.copy(), t), start, rtol=1e-6)


@pytest.mark.parametrize("t", PLACES)
@pytest.mark.parametrize("pair", ["equal", "opposite", "zero start", "zero end", "both zero"])
def test_slerp_is_finite_where_there_is_no_angle(pair, t):
    full, zero = two_embeddings()[0], np.zeros((154, 64), np.float32)
    start, end = {
        "equal": (full, full),
        "opposite": (full, -full),
        "zero start": (zero, full),
        "zero end": (full, zero),
        "both zero": (zero, zero),
    }[pair]
    with np.errstate(divide="raise", invalid="raise"):
        assert np.isfinite(slerp(start, end, t)).all()


@settings(deadline=None, max_examples=50)
@given(vectors(), vectors(), st.floats(0.0, 1.0))
def test_slerp_is_finite_for_all_finite_vectors(start, end, t):
    assert np.isfinite(slerp(start, end, t)).all()


@pytest.mark.parametrize("cosine", [0.99951, -0.99951])
def test_slerp_is_linear_where_the_two_are_almost_parallel(cosine):
    start, end = unit_vectors(cosine)
    np.testing.assert_allclose(slerp(start, end, 0.5), (start + end) / 2, atol=1e-7)


def test_slerp_is_no_longer_linear_just_below_that():
    start, end = unit_vectors(0.99949)
    assert np.linalg.norm(slerp(start, end, 0.5)) == pytest.approx(1.0, abs=1e-6)


@pytest.mark.parametrize("t", [0.0, 0.3, np.float64(0.3), 1.0])
@pytest.mark.parametrize("cosine", [0.0, 0.9999])
def test_slerp_keeps_float32(cosine, t):
    assert slerp(*unit_vectors(cosine), t).dtype == np.float32


@pytest.mark.parametrize("t", PLACES)
def test_slerp_keeps_the_variance_of_noise(t):
    noise = slerp(gaussian(LATENTS, 1), gaussian(LATENTS, 2), t)
    assert noise.var() == pytest.approx(1.0, rel=0.02)


@pytest.mark.parametrize("eighths", range(8))
def test_orbit_keeps_the_variance_of_noise(eighths):
    noise = orbit(gaussian(LATENTS, 42, 0), gaussian(LATENTS, 42, 1), eighths * math.pi / 4)
    assert noise.var() == pytest.approx(1.0, rel=0.02)


def test_orbit_starts_at_the_first_noise():
    first, second = gaussian(LATENTS, 42, 0), gaussian(LATENTS, 42, 1)
    np.testing.assert_array_equal(orbit(first, second, 0.0), first)


def test_orbit_meets_the_second_noise_after_a_quarter_turn():
    first, second = gaussian(LATENTS, 42, 0), gaussian(LATENTS, 42, 1)
    np.testing.assert_allclose(orbit(first, second, math.pi / 2), second, atol=1e-6)


def test_orbit_follows_the_seed_guides_circle():
    first, second = gaussian(LATENTS, 42, 0), gaussian(LATENTS, 42, 1)
    expected = math.cos(1.0) * first.astype(np.float64) + math.sin(1.0) * second
    np.testing.assert_allclose(orbit(first, second, 1.0), expected, atol=1e-6)


def test_orbit_keeps_float32():
    assert orbit(gaussian((4,), 1), gaussian((4,), 2), 1.0).dtype == np.float32


@settings(deadline=None, max_examples=50)
@given(
    seed=st.integers(0, 2**63 - 1),
    stream=st.integers(0, 2**63 - 1),
    shape=st.tuples(st.integers(1, 9), st.integers(1, 9), st.just(16)),
)
def test_gaussian_is_the_documented_generator(seed, stream, shape):
    generator = np.random.Generator(np.random.Philox(key=[seed, stream]))
    expected = generator.standard_normal(shape, dtype=np.float32)
    np.testing.assert_array_equal(gaussian(shape, seed, stream), expected, strict=True)


@settings(deadline=None, max_examples=50)
@given(seed=st.integers(0, 2**64 - 1), stream=st.integers(0, 2**64 - 1))
def test_gaussian_takes_every_64_bit_of_seed_and_stream(seed, stream):
    # A key as one number of 128 bits, as NumPy reads a list with numbers from 2**63 as floats.
    generator = np.random.Generator(np.random.Philox(key=seed + (stream << 64)))
    expected = generator.standard_normal((2, 2, 16), dtype=np.float32)
    np.testing.assert_array_equal(gaussian((2, 2, 16), seed, stream), expected)


def test_gaussian_of_seed_42_is_what_it_always_was():
    assert gaussian((16, 16, 16), 42).ravel()[:4].tolist() == FIRST_OF_SEED_42


def test_gaussian_of_another_stream_is_other_noise():
    assert not np.array_equal(gaussian((4, 4, 16), 42, 0), gaussian((4, 4, 16), 42, 1))


def test_gaussian_of_another_seed_is_other_noise():
    assert not np.array_equal(gaussian((4, 4, 16), 42), gaussian((4, 4, 16), 43))


def test_gaussian_tells_the_largest_seed_from_the_one_before():
    assert not np.array_equal(gaussian((4, 4, 16), 2**64 - 1), gaussian((4, 4, 16), 2**64 - 2))


def test_gaussian_without_a_stream_is_stream_0():
    np.testing.assert_array_equal(gaussian((4, 4, 16), 42), gaussian((4, 4, 16), 42, 0))


def test_angles_between_vectors_are_those_that_a_slerp_goes_along():
    vectors = np.array([[2.0, 0.0], [0.0, 3.0], [1.0, 1.0], [0.0, 0.0]], np.float32)
    found = angles(vectors)
    right = math.pi / 2
    assert found[0] == pytest.approx([0.0, right, right / 2, right], abs=1e-6)
    assert (found == found.T).all()
    assert found.dtype == np.float32

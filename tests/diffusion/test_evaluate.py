"""What expressions stand for, with a stand-in for the text encoder."""

import numpy as np
import pytest

from sd3explorer.diffusion import evaluate
from sd3explorer.diffusion.text import TextEmbedding
from sd3explorer.walk import maths
from sd3explorer.walk.recipe import Drift, Gaussian, Ones, Orbit, Prompt, RandomDirection, Slerp

ROWS, PADDING = 6, 3
SHAPE = (8, 8, 16)


def encode(text):
    random = np.random.default_rng(len(text))
    context = random.normal(size=(ROWS, 10)).astype(np.float32)
    context[ROWS - PADDING :] = 0.0
    return TextEmbedding(context, random.normal(size=5).astype(np.float32), PADDING)


def test_a_prompt_is_its_embedding():
    assert np.array_equal(evaluate.embedding(Prompt("a"), encode).context, encode("a").context)


def test_context_and_pooled_embedding_are_each_interpolated_with_their_own_angle():
    mixed = evaluate.embedding(Slerp(Prompt("a"), Prompt("bb"), 0.3), encode)
    assert np.array_equal(mixed.context, maths.slerp(encode("a").context, encode("bb").context, 0.3))
    assert np.array_equal(mixed.pooled, maths.slerp(encode("a").pooled, encode("bb").pooled, 0.3))


def test_a_drift_along_ones_moves_every_component_alike():
    drifted = evaluate.embedding(Drift(Prompt("a"), Ones(), 0.5), encode)
    assert np.allclose(drifted.context - encode("a").context, 0.5)
    assert np.allclose(drifted.pooled - encode("a").pooled, 0.5)


def test_a_random_drift_moves_as_far_and_grows_straight():
    near, far = (
        evaluate.embedding(Drift(Prompt("a"), RandomDirection(7), distance), encode)
        for distance in (0.5, 1.0)
    )
    moved = near.context - encode("a").context
    assert np.sqrt(np.mean(moved[: ROWS - PADDING] ** 2)) == pytest.approx(0.5, rel=0.3)
    assert np.allclose(far.context - encode("a").context, 2.0 * moved, atol=1e-6)


def test_directions_differ_by_seed():
    one, two = (evaluate.embedding(Drift(Prompt("a"), RandomDirection(s), 1.0), encode) for s in (1, 2))
    assert not np.allclose(one.context, two.context)


@pytest.mark.parametrize("direction", [Ones(), RandomDirection(3)])
def test_padding_rows_stay_equal_to_each_other(direction):
    drifted = evaluate.embedding(Drift(Prompt("a"), direction, 0.5), encode)
    padding = drifted.context[ROWS - PADDING :]
    assert (padding == padding[0]).all()


def test_noises_are_what_they_say():
    first, second = maths.gaussian(SHAPE, 1, 0), maths.gaussian(SHAPE, 1, 1)
    assert np.array_equal(evaluate.noise(Gaussian(1, 1), SHAPE), second)
    half = evaluate.noise(Slerp(Gaussian(1), Gaussian(1, 1), 0.5), SHAPE)
    assert np.array_equal(half, maths.slerp(first, second, 0.5))
    turned = evaluate.noise(Orbit(Gaussian(1), Gaussian(1, 1), 0.4), SHAPE)
    assert np.array_equal(turned, maths.orbit(first, second, 0.4))

"""What steps need of a text that all frames share is computed once for all batches, and is the same."""

import numpy as np
import pytest
from keras import ops

from sd3explorer.diffusion.conditions import KEPT_MODULATIONS, KEPT_TEXTS, Conditions
from sd3explorer.diffusion.text import TextEmbedding
from sd3explorer.walk.recipe import Prompt

CATS, DOGS, NOTHING = Prompt("cats"), Prompt("dogs"), Prompt("")
SIGMAS = (1.0, 0.5)
PADDING = 2


def embedding(text):
    """Another one for each text, with two padding rows that are alike."""
    context = np.full((4, 3), float(len(text)), np.float32)
    context[0] += ord(text[0]) if text else 0.0
    return TextEmbedding(context, context[0], PADDING)


class Doubling:
    """In the place of a denoiser: makes twice of everything, and remembers of how many frames."""

    def __init__(self):
        self.conditions, self.levels = [], []

    def condition(self, context, pooled):
        self.conditions.append(int(context.shape[0]))
        return 2.0 * context, 2.0 * pooled

    def modulations(self, sigmas, pooled):
        self.levels.append(tuple(map(float, ops.convert_to_numpy(sigmas))))
        return ops.reshape(sigmas, (-1, 1, 1)) * pooled[None]


@pytest.fixture
def denoiser():
    return Doubling()


@pytest.fixture
def conditions(denoiser):
    return Conditions(denoiser, embedding, lambda function: function)


def test_each_frame_has_its_text_with_one_padding_row(conditions):
    texts = conditions.texts([CATS, DOGS])
    expected = [2.0 * embedding(prompt.text).context[:3] for prompt in (CATS, DOGS)]
    assert np.array_equal(ops.convert_to_numpy(texts.context), expected)
    assert np.array_equal(ops.convert_to_numpy(texts.pooled), [rows[0] for rows in expected])


def test_modulations_are_those_of_each_step_and_frame(conditions):
    texts = conditions.texts([CATS, DOGS])
    modulations = ops.convert_to_numpy(conditions.modulations(texts, SIGMAS))
    pooled = ops.convert_to_numpy(texts.pooled)
    assert np.array_equal(modulations, [sigma * pooled for sigma in SIGMAS])


def test_a_text_that_all_frames_share_is_computed_once(conditions, denoiser):
    for batch in ([CATS, CATS], [CATS, DOGS], [DOGS, CATS]):
        conditions.modulations(conditions.texts(batch), SIGMAS)
        conditions.modulations(conditions.texts([NOTHING, NOTHING]), SIGMAS)
    conditions.modulations(conditions.texts([CATS, CATS]), SIGMAS)
    # Cats and nothing once, the mixed ones each time.
    assert denoiser.conditions == [2] * 4
    assert denoiser.levels == [SIGMAS] * 4


def test_it_is_computed_again_for_other_noise_levels(conditions, denoiser):
    texts = conditions.texts([CATS, CATS])
    first, other = (
        ops.convert_to_numpy(conditions.modulations(texts, each)) for each in (SIGMAS, (0.3, 0.1))
    )
    assert denoiser.levels == [SIGMAS, pytest.approx((0.3, 0.1))]
    assert not np.array_equal(first, other)


@pytest.mark.parametrize("frames", [1, 3])
def test_shared_or_not_a_text_is_the_same(conditions, frames):
    shared, mixed = conditions.texts([CATS] * frames), conditions.texts([CATS, DOGS])
    for _ in range(2):
        modulations = ops.convert_to_numpy(conditions.modulations(shared, SIGMAS))
        expected = ops.convert_to_numpy(conditions.modulations(mixed, SIGMAS))[:, :1]
        assert np.array_equal(modulations, np.repeat(expected, frames, axis=1))


def test_only_a_few_are_kept(conditions, denoiser):
    for index in range(KEPT_TEXTS + 1):
        conditions.texts([Prompt("x" * index)])
    conditions.texts([Prompt("")])
    assert len(denoiser.conditions) == KEPT_TEXTS + 2
    texts = conditions.texts([CATS])
    for index in range(KEPT_MODULATIONS + 1):
        conditions.modulations(texts, (1.0, index / 100))
    conditions.modulations(texts, (1.0, 0.0))
    assert len(denoiser.levels) == KEPT_MODULATIONS + 2

"""What the denoising steps need of the texts; of one that all frames have in common it is computed once.

That is the negative text of most walks, and the prompt of those in which only the noise changes.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from keras import ops

from sd3explorer.diffusion import evaluate
from sd3explorer.diffusion.denoiser import Denoiser, Tensor, merged_context
from sd3explorer.walk.recipe import Embedding

# A prompt and a negative one, each for full batches and for a single frame.
KEPT_TEXTS = 4

# Of the two texts of a walk, each for eight stretches of steps. Those of SD3 Medium take 7 MB each.
KEPT_MODULATIONS = 16


@dataclass(frozen=True, slots=True, eq=False)
class Texts:
    """A text for each frame, in the width of the transformer; known by its identity.

    Args:
        context: (frames, rows, hidden), see `Denoiser.condition`.
        pooled: (frames, hidden).
        alike: Whether all frames have the same text.
        more: What else the denoiser's functions take: how strong LoRAs are that vary, (frames, LoRAs).
    """

    context: Tensor
    pooled: Tensor
    alike: bool
    more: tuple[Tensor, ...] = ()


class Conditions:
    """Makes them for frames that are denoised together.

    Args:
        denoiser: Whose functions say what is needed.
        encode: From a prompt to its embedding, see `evaluate.Encode`.
        compile_function: Compiles a function that uses the denoiser's weights.
    """

    def __init__(
        self,
        denoiser: Denoiser,
        encode: evaluate.Encode,
        compile_function: Callable[[Callable[..., Any]], Callable[..., Any]],
    ) -> None:
        self._encode = encode
        self._condition = compile_function(denoiser.condition)
        self._modulations = compile_function(denoiser.modulations)
        self._kept_texts = lru_cache(KEPT_TEXTS)(self._same_texts)
        self._kept_modulations = lru_cache(KEPT_MODULATIONS)(self._same_modulations)

    def texts(self, embeddings: Sequence[Embedding], strengths: Sequence[tuple[float, ...]] = ()) -> Texts:
        """The texts of frames.

        Args:
            embeddings: One for each frame.
            strengths: How strong each LoRA is that varies, for each frame; empty where none does.
        """
        if len(set(embeddings)) == 1 and len(set(strengths)) <= 1:
            return self._kept_texts(embeddings[0], len(embeddings), *strengths[:1])
        return self._new_texts(embeddings, strengths, alike=False)

    def modulations(self, texts: Texts, sigmas: tuple[float, ...]) -> Tensor:
        """The modulations of some steps, see `Denoiser.modulations`.

        Args:
            texts: As `texts` made them.
            sigmas: Noise levels of the steps.

        Returns:
            (steps, frames, numbers).
        """
        if texts.alike:
            row = self._kept_modulations(texts, sigmas)
            return ops.broadcast_to(row, (row.shape[0], texts.pooled.shape[0], row.shape[2]))
        return self._computed_modulations(texts, sigmas)

    def forget(self) -> None:
        """Keeps nothing of what was computed: weights have changed."""
        self._kept_texts.cache_clear()
        self._kept_modulations.cache_clear()

    def _same_texts(self, embedding: Embedding, frames: int, *strengths: tuple[float, ...]) -> Texts:
        return self._new_texts([embedding] * frames, strengths * frames, alike=True)

    def _new_texts(
        self, embeddings: Sequence[Embedding], strengths: Sequence[tuple[float, ...]], alike: bool
    ) -> Texts:
        texts = [evaluate.embedding(embedding, self._encode) for embedding in embeddings]
        context = np.stack([merged_context(text) for text in texts])
        pooled = np.stack([text.pooled for text in texts])
        more = (ops.convert_to_tensor(strengths, dtype="float32"),) if strengths else ()
        condition = self._condition(ops.convert_to_tensor(context), ops.convert_to_tensor(pooled), *more)
        return Texts(*condition, alike, more)

    def _same_modulations(self, texts: Texts, sigmas: tuple[float, ...]) -> Tensor:
        # By the program that other texts need anyway. One row of its result is all there is to keep; a slice
        # would hold on to the others on PyTorch.
        return ops.take(self._computed_modulations(texts, sigmas), [0], axis=1)

    def _computed_modulations(self, texts: Texts, sigmas: tuple[float, ...]) -> Tensor:
        levels = ops.convert_to_tensor(sigmas, dtype="float32")
        return self._modulations(levels, texts.pooled, *texts.more)

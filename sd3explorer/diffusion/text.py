"""From prompts to text embeddings."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from keras import ops
from keras_hub.models import StableDiffusion3Backbone

from sd3explorer.walk.maths import Array
from sd3explorer.walk.recipe import Adapter

# A prompt's embedding has 2.5 MB with SD3 Medium.
KEPT_PROMPTS = 128


@dataclass(frozen=True, slots=True)
class TextEmbedding:
    """What the denoiser gets of a text.

    Args:
        context: float32 (rows, 4096): a row for each token, then the padding rows.
        pooled: float32 (2048,), or as wide as the two CLIP encoders together.
        padding: Number of rows at the end of `context` that stand for no token, as the model
            has no T5; all equal to each other.
    """

    context: Array
    pooled: Array
    padding: int


class TextEncoder:
    """Encodes prompts, each distinct one once.

    Args:
        backbone: The model.
        tokenize: From a list of prompts to token ids by encoder, each (prompts, tokens), as
            `StableDiffusion3TextToImagePreprocessor.generate_preprocess` does.
        compile_function: Compiles a function that uses weights.
        merge: Has the encoders' weights be those with some LoRAs.

    Attributes:
        padding: Number of padding rows that its embeddings have.
    """

    def __init__(
        self,
        backbone: StableDiffusion3Backbone,
        tokenize: Callable[[list[str]], dict[str, Any]],
        compile_function: Callable[[Callable[..., Any], Sequence[Any]], Callable[..., Any]],
        merge: Callable[[Sequence[Adapter]], object] = lambda adapters: None,
    ) -> None:
        self._tokenize = tokenize
        self.padding = 0 if backbone.t5 is not None else int(backbone.clip_l.max_sequence_length)
        self._encode_ids = compile_function(_encoder(backbone), _weights(backbone))
        self._merge = merge
        self._known: OrderedDict[tuple[str, tuple[Adapter, ...]], TextEmbedding] = OrderedDict()

    def encode(self, prompt: str, adapters: tuple[Adapter, ...] = ()) -> TextEmbedding:
        """The embedding of a prompt.

        Args:
            prompt: The prompt.
            adapters: LoRAs that change the encoders.
        """
        key = prompt, adapters
        if key in self._known:
            self._known.move_to_end(key)
        else:
            self._merge(adapters)
            ids = {name: np.asarray(value) for name, value in self._tokenize([prompt]).items()}
            self._known[key] = self.encode_ids(ids)
        if len(self._known) > KEPT_PROMPTS:
            self._known.popitem(last=False)
        return self._known[key]

    def encode_ids(self, token_ids: dict[str, np.ndarray]) -> TextEmbedding:
        """The embedding of token ids: no tokenizer, and so no TensorFlow, is needed for it.

        Args:
            token_ids: For `clip_l`, `clip_g` and, where the model has it, `t5`: int32 (1, tokens).
        """
        tensors = {name: ops.convert_to_tensor(ids, dtype="int32") for name, ids in token_ids.items()}
        context, pooled = self._encode_ids(tensors)
        return TextEmbedding(
            context=ops.convert_to_numpy(context)[0],
            pooled=ops.convert_to_numpy(pooled)[0],
            padding=self.padding,
        )


def _weights(backbone: StableDiffusion3Backbone) -> list[Any]:
    """Those that are neither the denoiser's nor the VAE's."""
    others = {id(weight) for part in (backbone.diffuser, backbone.vae) for weight in part.variables}
    return [weight for weight in backbone.variables if id(weight) not in others]


def _encoder(backbone: StableDiffusion3Backbone) -> Callable[[dict[str, Any]], tuple[Any, Any]]:
    def encode(token_ids: dict[str, Any]) -> tuple[Any, Any]:
        # Asked for the same text twice, as KerasHub encodes prompts in pairs; XLA sees that.
        context, _, pooled, _ = backbone.encode_text_step(token_ids, token_ids)
        return ops.cast(context, "float32"), ops.cast(pooled, "float32")

    return encode

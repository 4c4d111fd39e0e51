"""From prompts to text embeddings."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, TypeAlias

import numpy as np
from keras import ops
from keras_hub.models import StableDiffusion3Backbone
from numpy.typing import NDArray

from sd3explorer.diffusion.emphasis import emphasised, row_weights
from sd3explorer.presets.pieces import T5_TOKENS
from sd3explorer.walk.emphasis import Stretch
from sd3explorer.walk.maths import Array
from sd3explorer.walk.recipe import Adapter

# From prompts to what T5 makes of them, float32 (prompts, tokens, 4096); None where it was stopped.
ReadOn: TypeAlias = Callable[[list[str], Callable[[], bool]], Array | None]

# A prompt's embedding has 2.5 MB with SD3 Medium.
KEPT_PROMPTS = 128

CLIP, T5 = "clip_l", "t5"

# A prompt, what changes the encoders, and where it counts for more or less.
_Key: TypeAlias = tuple[str, tuple[Adapter, ...], tuple[Stretch, ...]]


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
        read_on: What a T5 that is no part of the model makes of prompts.
        merge: Has the encoders' weights be those with some LoRAs.
        count_pieces: How many tokens a text is for that T5.

    Attributes:
        padding: Number of padding rows that its embeddings have.
    """

    def __init__(
        self,
        backbone: StableDiffusion3Backbone,
        tokenize: Callable[[list[str]], dict[str, Any]],
        compile_function: Callable[[Callable[..., Any], Sequence[Any]], Callable[..., Any]],
        read_on: ReadOn | None = None,
        merge: Callable[[Sequence[Adapter]], object] | None = None,
        count_pieces: Callable[[str], int] | None = None,
    ) -> None:
        self._tokenize = tokenize
        self._read_on = read_on
        self._tokens = int(backbone.clip_l.max_sequence_length)
        self.padding = 0 if read_on is not None or backbone.t5 is not None else self._tokens
        self._encode_ids = compile_function(_encoder(backbone), _weights(backbone))
        self._merge = merge
        self._count_pieces = count_pieces
        # What a T5 made of prompts that aren't encoded yet.
        self._rows: dict[str, Array] = {}
        self._known: OrderedDict[_Key, TextEmbedding] = OrderedDict()

    def prepare(self, prompts: Iterable[str], should_stop: Callable[[], bool]) -> bool:
        """Has a T5 read prompts, all of them at once, where it is read block by block for it.

        Args:
            prompts: Those that `encode` will be called with.
            should_stop: Asked again and again.

        Returns:
            Whether they can be encoded; it was stopped else.
        """
        if self._read_on is None:
            return True
        new = [prompt for prompt in dict.fromkeys(prompts) if self._rows_of(prompt) is None]
        rows = self._read_on(new, should_stop) if new else []
        if rows is None:
            return False
        self._rows.update(zip(new, rows, strict=True))
        return True

    def encode(
        self, prompt: str, adapters: tuple[Adapter, ...] = (), emphasis: tuple[Stretch, ...] = ()
    ) -> TextEmbedding:
        """The embedding of a prompt.

        Args:
            prompt: The prompt.
            adapters: LoRAs that change the encoders.
            emphasis: Where it counts for more or less than 1.
        """
        key = prompt, adapters, emphasis
        if key in self._known:
            self._known.move_to_end(key)
            return self._known[key]
        if emphasis:
            plain, empty = (self.encode(text, adapters) for text in (prompt, ""))
            context = emphasised(plain.context, empty.context, self._weights(prompt, emphasis))
            # The pooled embedding is of no token.
            embedding = replace(plain, context=context)
        else:
            if self._merge is not None:
                self._merge(adapters)
            embedding = self._with_rows(self._encoded(prompt), prompt)
        self._known[key] = embedding
        if len(self._known) > KEPT_PROMPTS:
            self._known.popitem(last=False)
        return embedding

    def _weights(self, prompt: str, emphasis: Sequence[Stretch]) -> Array:
        """How much each row of a prompt's embedding counts."""
        clip = row_weights(prompt, emphasis, partial(self._count, CLIP), 1, self._tokens)
        if self._count_pieces is not None:
            t5 = row_weights(prompt, emphasis, self._count_pieces, 0, T5_TOKENS)
        elif self.padding:
            t5 = np.ones(self.padding, np.float32)
        else:
            t5 = row_weights(prompt, emphasis, partial(self._count, T5), 0, self._ids(T5, "").size)
        return np.concatenate([clip, t5])

    def _count(self, encoder: str, text: str) -> int:
        """How many tokens an encoder makes of a text, those of start and end not counted."""
        first = 1 if encoder == CLIP else 0
        end = self._ids(encoder, "")[first]
        return int(np.argmax(self._ids(encoder, text) == end)) - first

    def _ids(self, encoder: str, text: str) -> NDArray[np.int32]:
        return np.asarray(self._tokenize([text])[encoder])[0]

    def _encoded(self, prompt: str) -> TextEmbedding:
        return self.encode_ids({name: np.asarray(ids) for name, ids in self._tokenize([prompt]).items()})

    def _with_rows(self, embedding: TextEmbedding, prompt: str) -> TextEmbedding:
        """What a T5 makes of a prompt in the place of the padding, which stands for a T5 that there isn't."""
        if self._read_on is None:
            return embedding
        self.prepare([prompt], lambda: False)
        context = np.concatenate([embedding.context[: self._tokens], self._rows_of(prompt)])
        self._rows.pop(prompt, None)
        return TextEmbedding(context, embedding.pooled, self.padding)

    def _rows_of(self, prompt: str) -> Array | None:
        """What a T5 makes of a prompt, where that is known: no LoRA changes it."""
        known = (
            each.context[self._tokens :]
            for (text, _, emphasis), each in self._known.items()
            if text == prompt and not emphasis
        )
        return self._rows[prompt] if prompt in self._rows else next(known, None)

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

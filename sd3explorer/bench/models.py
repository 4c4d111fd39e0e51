"""KerasHub's model, from a preset or of a given shape with random weights. Imports Keras."""

import math
import zlib
from collections.abc import Callable
from types import ModuleType
from typing import Any

import keras
import numpy as np
from keras_hub.models import CLIPTextEncoder, StableDiffusion3Backbone
from keras_hub.src.models.vae.vae_backbone import VAEBackbone

from sd3explorer.bench.messages import PROMPT, Texts, Work
from sd3explorer.bench.shapes import Shape
from sd3explorer.diffusion.loading import load_backbone, load_preprocessor, weights_to_come
from sd3explorer.diffusion.text import TextEncoder
from sd3explorer.walk.maths import gaussian

# Of a stand-in for a text encoder, which makes embeddings of the right shape and little else.
_WORDS, _LAYERS, _INTERMEDIATE_DIM = 64, 2, 64

# A prime, so that the rows of no weight are alike.
_RANDOM_NUMBERS = 1_048_573


def build(work: Work, precision: str) -> StableDiffusion3Backbone:
    """The model with its weights, the same in every process.

    Args:
        work: Which model, and for which size of picture.
        precision: Name of the dtype of weights and computations.

    Raises:
        DiffusionError: A file of the preset is damaged.
    """
    if not isinstance(work.model, Shape):
        return load_backbone(work.model, work.image_size, precision)
    with weights_to_come():
        backbone = _of_shape(work.model, work.image_size, precision)
    fill(backbone)
    return backbone


def encode_texts(backbone: StableDiffusion3Backbone, work: Work, compiler: ModuleType) -> Texts:
    """The embeddings that all ways get.

    Args:
        backbone: The model.
        work: Which model it is.
        compiler: Module of `diffusion.compilers` for Keras' backend.
    """
    tokenize = _tokenizer(backbone, work)
    encoder = TextEncoder(backbone, tokenize, compiler.compile_function)
    both = [encoder.encode(prompt) for prompt in (PROMPT, "")]
    return Texts(
        np.stack([text.context for text in both]),
        np.stack([text.pooled for text in both]),
        encoder.padding,
        {name: np.asarray(ids, np.int32) for name, ids in tokenize([PROMPT, ""]).items()},
    )


def fill(model: keras.Model) -> None:
    """Gives all weights random values that depend on their names alone.

    They are drawn once and used again and again, from another place for each weight: drawing the
    two billion of Stable Diffusion 3 Medium would take minutes. The scales are such that numbers
    stay about as large from layer to layer, as a trained model's do.
    """
    drawn = gaussian((_RANDOM_NUMBERS,), seed=3)
    for variable in model.variables:
        if keras.backend.is_float_dtype(variable.dtype):
            mean, scale = _distribution(variable.path, tuple(variable.shape))
            numbers = np.roll(drawn, zlib.crc32(variable.path.encode())) * np.float32(scale) + mean
            variable.assign(np.resize(numbers.astype(_numpy_dtype(variable.dtype)), variable.shape))


def _distribution(path: str, shape: tuple[int, ...]) -> tuple[np.float32, float]:
    """Mean and standard deviation of a weight."""
    *_, layer, kind = path.split("/")
    if kind in ("gamma", "scale"):
        return np.float32(1.0), 0.1
    if kind != "kernel":
        return np.float32(0.0), 0.5 if kind == "embeddings" else 0.02
    scale = 1.0 / math.sqrt(math.prod(shape[:-1]))
    # Blocks that change little, so that rounding errors don't grow from block to block.
    weak = "ada_layer_norm" in path or layer == "output_projection"
    return np.float32(0.0), 0.3 * scale if weak else scale


def _numpy_dtype(name: str) -> Any:
    if name != "bfloat16":
        return name
    import ml_dtypes

    return ml_dtypes.bfloat16


def _of_shape(shape: Shape, image_size: tuple[int, int], precision: str) -> StableDiffusion3Backbone:
    blocks = [max(number - 1, 1) for number in shape.decoder_blocks]
    return StableDiffusion3Backbone(
        mmdit_patch_size=shape.patch_size,
        mmdit_hidden_dim=shape.hidden_dim,
        mmdit_num_layers=shape.num_layers,
        mmdit_num_heads=shape.num_heads,
        mmdit_position_size=shape.position_size,
        mmdit_qk_norm=shape.qk_norm,
        mmdit_dual_attention_indices=shape.dual_attention or None,
        vae=VAEBackbone(
            list(shape.decoder_filters[::-1]),
            blocks[::-1],
            list(shape.decoder_filters),
            list(shape.decoder_blocks),
            sampler_method="mode",
            sample_channels=2 * shape.latent_channels,
            scale=shape.vae_scale,
            shift=shape.vae_shift,
            dtype=precision,
            name="vae",
        ),
        clip_l=_stand_in(shape, 0, precision, "clip_l"),
        clip_g=_stand_in(shape, 1, precision, "clip_g"),
        latent_channels=shape.latent_channels,
        shift=shape.shift,
        image_shape=(*image_size, 3),
        dtype=precision,
        name="stable_diffusion_3_backbone",
    )


def _stand_in(shape: Shape, which: int, precision: str, name: str) -> CLIPTextEncoder:
    return CLIPTextEncoder(
        vocabulary_size=_WORDS,
        embedding_dim=shape.clip_dims[which],
        hidden_dim=shape.clip_dims[which],
        num_layers=_LAYERS,
        num_heads=shape.clip_heads[which],
        intermediate_dim=_INTERMEDIATE_DIM,
        intermediate_output_index=-2,
        max_sequence_length=shape.clip_tokens,
        dtype=precision,
        name=name,
    )


def _tokenizer(backbone: StableDiffusion3Backbone, work: Work) -> Callable[[list[str]], dict[str, Any]]:
    try:
        import tensorflow  # noqa: F401 (KerasHub's tokenizers can't do without)
    except ImportError:
        return _made_up_words(backbone)
    return (
        _made_up_words(backbone)
        if isinstance(work.model, Shape)
        else load_preprocessor(work.model).generate_preprocess
    )


def _made_up_words(backbone: StableDiffusion3Backbone) -> Callable[[list[str]], dict[str, Any]]:
    """Token ids for prompts where there is no tokenizer: other ones for each, and always the same."""
    encoders = {"clip_l": backbone.clip_l, "clip_g": backbone.clip_g, "t5": backbone.t5}
    present = {name: encoder for name, encoder in encoders.items() if encoder is not None}

    def tokenize(prompts: list[str]) -> dict[str, Any]:
        lengths = {name: getattr(each, "max_sequence_length", 77) for name, each in present.items()}
        return {
            name: np.stack([_ids(prompt, lengths[name], each.vocabulary_size) for prompt in prompts])
            for name, each in present.items()
        }

    return tokenize


def _ids(prompt: str, length: int, words: int) -> np.ndarray:
    return np.random.default_rng(zlib.crc32(prompt.encode())).integers(words, size=length, dtype=np.int32)

"""The ways that are Keras': the seed guide's, KerasHub's own, and ours."""

from collections.abc import Callable, Iterable, Sequence
from types import ModuleType
from typing import Any

import numpy as np
from keras import ops
from keras_hub.models import StableDiffusion3Backbone, StableDiffusion3TextToImage
from numpy.typing import NDArray

from sd3explorer.bench.messages import PROMPT, Pictures, Texts, Work
from sd3explorer.bench.ways import BenchError
from sd3explorer.diffusion import evaluate
from sd3explorer.diffusion.pipeline import Pipeline
from sd3explorer.diffusion.programs import Programs
from sd3explorer.diffusion.text import TextEmbedding
from sd3explorer.walk.recipe import Recipe


class Seed:
    """KerasHub's steps in one compiled loop, as the seed guide has them; TensorFlow only.

    The guide's code fails inside of `tf.function`, as it leaves the schedule to be made there. Here it
    is made before.

    Args:
        backbone: The model.
        texts: The embeddings.
        work: What is rendered.
    """

    def __init__(self, backbone: StableDiffusion3Backbone, texts: Texts, work: Work) -> None:
        import tensorflow as tf

        backbone.configure_scheduler(work.num_steps)
        self._shape = latents_shape(backbone)
        self._embeddings = [
            ops.convert_to_tensor(np.repeat(part[which : which + 1], work.batch_size, 0))
            for part in (texts.context, texts.pooled)
            for which in (0, 1)
        ]
        self._num_steps = ops.convert_to_tensor(work.num_steps)
        self._scale = ops.convert_to_tensor(work.guidance_scale) if work.guided else None
        self._generate = tf.function(_seeds_loop(backbone), jit_compile=True)

    def render(self, recipes: Sequence[Recipe]) -> Pictures:
        """The pictures of a batch."""
        latents = ops.convert_to_tensor(starting_latents(recipes, self._shape))
        images = self._generate(latents, self._embeddings, self._num_steps, self._scale)
        images = ops.clip(ops.divide(ops.add(images, 1.0), 2.0), 0.0, 1.0)
        return ops.convert_to_numpy(ops.cast(ops.round(ops.multiply(images, 255.0)), "uint8"))


class KerasHub:
    """`StableDiffusion3TextToImage.generate`, which encodes the texts anew each time.

    Args:
        backbone: The model.
        texts: Their token ids are what it gets.
        work: What is rendered.
    """

    def __init__(self, backbone: StableDiffusion3Backbone, texts: Texts, work: Work) -> None:
        self._shape = latents_shape(backbone)
        self._model = _FromNoise(backbone, preprocessor=None)
        self._work = work
        prompts, negative_prompts = (
            {
                name: np.repeat(ids[which : which + 1], work.batch_size, 0)
                for name, ids in texts.token_ids.items()
            }
            for which in (0, 1)
        )
        self._inputs = {"prompts": prompts, "negative_prompts": negative_prompts}

    def render(self, recipes: Sequence[Recipe]) -> Pictures:
        """The pictures of a batch."""
        self._model.noise = starting_latents(recipes, self._shape)
        return self._model.generate(dict(self._inputs), self._work.num_steps, self._work.guidance_scale)


class Ours:
    """Our pipeline, on whichever backend Keras has.

    Args:
        backbone: The model.
        texts: The embeddings.
        work: What is rendered.
        precision: Name of the dtype that the model is in.
        compiler: Module of `diffusion.compilers` for Keras' backend.
        kept: Where its compiled programs are kept; None keeps none.
    """

    def __init__(
        self,
        backbone: StableDiffusion3Backbone,
        texts: Texts,
        work: Work,
        precision: str,
        compiler: ModuleType,
        kept: Programs | None = None,
    ) -> None:
        self._pipeline = Pipeline(backbone, _Encoded(texts), precision, compiler, kept)
        self._batch_size = work.batch_size

    def render(self, recipes: Sequence[Recipe]) -> Pictures:
        """The pictures of a batch."""
        pictures = self._pipeline.render(recipes, self._batch_size, lambda: False)
        finite = [picture for picture in pictures if picture is not None]
        if len(finite) < len(pictures):
            raise BenchError("its numbers became infinite or undefined; try another precision")
        return np.stack(finite)


def starting_latents(recipes: Sequence[Recipe], shape: tuple[int, int, int]) -> NDArray[np.float32]:
    """The noise that a batch starts from: float32 (batch, height // 8, width // 8, 16)."""
    return np.stack([evaluate.noise(recipe.noise, shape) for recipe in recipes])


def latents_shape(backbone: StableDiffusion3Backbone) -> tuple[int, int, int]:
    """Height and width in latents, and channels."""
    height, width, channels = (int(side) for side in backbone.latent_shape[1:])
    return height, width, channels


class _FromNoise(StableDiffusion3TextToImage):
    """Starts from noise that is given, where KerasHub draws its own."""

    noise: NDArray[np.float32]

    def make_generate_function(self) -> Callable[..., Any]:
        compiled = super().make_generate_function()
        return lambda latents, *rest: compiled(ops.convert_to_tensor(self.noise), *rest)


class _Encoded:
    """Stands in for a text encoder, as the texts are encoded already."""

    def __init__(self, texts: Texts) -> None:
        self.padding = texts.padding
        self._prompt, self._negative = (
            TextEmbedding(texts.context[which], texts.pooled[which], texts.padding) for which in (0, 1)
        )

    def prepare(self, prompts: Iterable[str], should_stop: Callable[[], bool]) -> bool:
        """Nothing is left to encode."""
        return True

    def encode(self, prompt: str) -> TextEmbedding:
        """The embedding of the prompt or, of any other text, the negative prompt's."""
        return self._prompt if prompt == PROMPT else self._negative


def _seeds_loop(backbone: StableDiffusion3Backbone) -> Callable[..., Any]:
    def generate(latents: Any, embeddings: Any, num_steps: Any, guidance_scale: Any) -> Any:
        def body(step: Any, latents: Any) -> Any:
            return backbone.denoise_step(latents, embeddings, step, num_steps, guidance_scale)

        return backbone.decode_step(ops.fori_loop(0, num_steps, body, latents))

    return generate

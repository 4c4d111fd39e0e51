"""From recipes to pictures: one loaded model, driven step by step so that it can be stopped."""

from collections.abc import Callable, Sequence
from types import ModuleType
from typing import Any, Protocol, TypeAlias

import numpy as np
from keras import ops
from keras_hub.models import StableDiffusion3Backbone
from numpy.typing import NDArray

from sd3explorer.diffusion import evaluate
from sd3explorer.diffusion.backend import DiffusionError
from sd3explorer.diffusion.denoiser import Denoiser, merged_context
from sd3explorer.diffusion.latent_colours import LatentColours
from sd3explorer.diffusion.loading import load_backbone, load_preprocessor
from sd3explorer.diffusion.schedule import sigmas
from sd3explorer.diffusion.text import TextEmbedding, TextEncoder
from sd3explorer.presets.folder import PresetFolder
from sd3explorer.walk.recipe import Recipe

PRECISIONS = ("float32", "bfloat16", "float16")

Picture: TypeAlias = NDArray[np.uint8]
Show: TypeAlias = Callable[[Callable[[], Sequence[Picture]]], None]


class Encoder(Protocol):
    """What the pipeline needs of a text encoder."""

    padding: int

    def encode(self, prompt: str) -> TextEmbedding:
        """The embedding of a prompt."""
        ...


class Pipeline:
    """A model for one size of picture, compiled on first use.

    Args:
        backbone: The model with its weights.
        encoder: What turns prompts into embeddings.
        precision: Name of the dtype that the model is in.
        compiler: Module of `compilers/` for Keras' backend.
    """

    def __init__(
        self, backbone: StableDiffusion3Backbone, encoder: Encoder, precision: str, compiler: ModuleType
    ) -> None:
        self.precision = precision
        self._compiler = compiler
        self._compiled: set[tuple[int, bool]] = set()
        self._backbone = backbone
        self._encoder = encoder
        self._denoiser = Denoiser(self._backbone, self._encoder.padding)
        self._condition = self._compile(self._denoiser.condition)
        self._steps = compiler.compile_loop(self._denoiser.step, self._backbone)
        self._guided_steps = compiler.compile_loop(self._denoiser.guided_step, self._backbone)
        self._decode = self._compile(self._denoiser.decode)
        self._colours: LatentColours | None = None

    @classmethod
    def load(
        cls, preset: PresetFolder, image_size: tuple[int, int], precision: str, compiler: ModuleType
    ) -> "Pipeline":
        """Loads a preset.

        Args:
            preset: The preset.
            image_size: Height and width in pixels.
            precision: Name of a dtype, or "auto": float32 on a CPU, float16 elsewhere.
            compiler: As for the class.

        Raises:
            DiffusionError: The preset can't be loaded, or there is no such precision.
        """
        precision = chosen_precision(precision, compiler)
        backbone = load_backbone(preset, image_size, precision)
        tokenize = load_preprocessor(preset).generate_preprocess
        encoder = TextEncoder(backbone, tokenize, compiler.compile_function)
        return cls(backbone, encoder, precision, compiler)

    def has_compiled(self, recipes: Sequence[Recipe], batch_size: int) -> bool:
        """Whether the programs for these recipes are compiled, which takes seconds to minutes."""
        return (batch_size, recipes[0].guided) in self._compiled

    def render(
        self,
        recipes: Sequence[Recipe],
        batch_size: int,
        should_stop: Callable[[], bool],
        show: Show | None = None,
    ) -> list[Picture | None]:
        """Renders up to `batch_size` recipes at once.

        A smaller batch is filled up to `batch_size`, so that one program serves all and a frame
        doesn't depend on the batch it lands in.

        Args:
            recipes: With the same `num_steps` and `guided`.
            batch_size: Number of frames that the compiled programs take.
            should_stop: Asked again and again, at least once in a denoising step; once true, it stays so.
            show: Told again and again, while latents are denoised, how to make small pictures of
                them: for each recipe uint8 (height // 8, width // 8, 3), or nothing before the first
                step is done. Only making them costs time.

        Returns:
            For each recipe uint8 (height, width, 3), or None where its numbers became infinite or
            undefined. Nothing when it was stopped.

        Raises:
            MemoryError: The device has too little memory for this batch size.
        """
        try:
            return self._render(recipes, batch_size, should_stop, show)
        except Exception as error:
            if self._compiler.is_out_of_memory(error):
                raise MemoryError(
                    f"a batch of {batch_size} frames needs more memory than there is"
                ) from error
            raise

    def memory(self) -> tuple[str, int, int] | None:
        """The device that does the work, its memory in use and in all, in bytes; None if unknown."""
        return self._compiler.memory()

    def _render(
        self, recipes: Sequence[Recipe], batch_size: int, should_stop: Callable[[], bool], show: Show | None
    ) -> list[Picture | None]:
        filled = [*recipes, *[recipes[-1]] * (batch_size - len(recipes))]
        shape = self._denoiser.latents_shape
        noise = np.stack([evaluate.noise(recipe.noise, shape) for recipe in filled])

        def watch(latents: Any) -> bool:
            if should_stop():
                return False
            if show is not None:
                show(lambda: self._small_pictures(latents, noise)[: len(recipes)])
            return True

        latents = self._denoised(_tensor(noise), filled, watch)
        if should_stop():
            return []
        images, finite = self._decode(latents)
        self._compiled.add((batch_size, recipes[0].guided))
        pictures = zip(ops.convert_to_numpy(images), ops.convert_to_numpy(finite), strict=True)
        return [image if good else None for image, good in pictures][: len(recipes)]

    def _denoised(self, latents: Any, recipes: Sequence[Recipe], watch: Callable[[Any], bool]) -> Any:
        schedule = _tensor(self._sigmas(recipes[0].num_steps))
        arguments = self._conditions(recipes)
        if not recipes[0].guided:
            return self._steps(latents, schedule, arguments, watch)
        scales = _tensor(np.array([recipe.guidance_scale for recipe in recipes], np.float32))
        return self._guided_steps(latents, schedule, (*arguments, scales), watch)

    def _conditions(self, recipes: Sequence[Recipe]) -> tuple[Any, Any]:
        expressions = [recipe.embedding for recipe in recipes]
        if recipes[0].guided:
            expressions += [recipe.negative_embedding for recipe in recipes]
        texts = [evaluate.embedding(expression, self._encoder.encode) for expression in expressions]
        context = np.stack([merged_context(text) for text in texts])
        return self._condition(_tensor(context), _tensor(np.stack([text.pooled for text in texts])))

    def _small_pictures(self, latents: Any, noise: NDArray[np.float32]) -> list[Picture]:
        if self._colours is None:
            # By the program that this batch needs at its end, so that nothing else is compiled for it.
            self._colours = LatentColours(
                lambda smooth: ops.convert_to_numpy(self._decode(_tensor(smooth))[0]), noise.shape
            )
        latents = ops.convert_to_numpy(latents)
        # The first step may take a minute to compile, in which there is nothing to see.
        return [] if np.array_equal(latents, noise) else list(self._colours.pictures(latents))

    def _sigmas(self, num_steps: int) -> NDArray[np.float32]:
        return sigmas(num_steps, float(self._backbone.shift), int(self._backbone.num_train_timesteps))

    def _compile(self, function: Callable[..., Any]) -> Callable[..., Any]:
        return self._compiler.compile_function(function, self._backbone)


def chosen_precision(precision: str, compiler: ModuleType) -> str:
    """The dtype that "auto" stands for on this machine, or the one that was asked for.

    Args:
        precision: Name of a dtype, or "auto".
        compiler: Module of `compilers/` for Keras' backend.

    Raises:
        DiffusionError: There is no such precision.
    """
    if precision == "auto":
        return "float16" if compiler.has_accelerator() else "float32"
    if precision not in PRECISIONS:
        raise DiffusionError(f'no precision is called "{precision}"; there are {", ".join(PRECISIONS)}')
    return precision


def _tensor(array: Any) -> Any:
    return ops.convert_to_tensor(array, dtype="float32")

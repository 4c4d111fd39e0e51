"""From recipes to pictures: one loaded model, driven step by step so that it can be stopped."""

from collections.abc import Callable, Sequence
from types import ModuleType
from typing import Any, TypeAlias

import numpy as np
from keras import ops
from numpy.typing import NDArray

from sd3explorer.diffusion import evaluate
from sd3explorer.diffusion.backend import DiffusionError
from sd3explorer.diffusion.decoder import Decoder
from sd3explorer.diffusion.denoiser import Denoiser, merged_context
from sd3explorer.diffusion.latent_colours import LatentColours
from sd3explorer.diffusion.loading import load_backbone, load_preprocessor
from sd3explorer.diffusion.portions import PortionedDecoder
from sd3explorer.diffusion.schedule import sigmas
from sd3explorer.diffusion.text import TextEncoder
from sd3explorer.presets.folder import PresetFolder
from sd3explorer.walk.recipe import Recipe

PRECISIONS = ("float32", "bfloat16", "float16")

Picture: TypeAlias = NDArray[np.uint8]
Show: TypeAlias = Callable[[Callable[[], Sequence[Picture]]], None]


class Pipeline:
    """A preset, loaded for one size of picture and compiled on first use.

    Args:
        preset: The preset.
        image_size: Height and width in pixels.
        precision: Name of a dtype, or "auto": float32 on a CPU, float16 elsewhere.
        compiler: Module of `compilers/` for Keras' backend.

    Raises:
        DiffusionError: The preset can't be loaded, or there is no such precision.
    """

    def __init__(
        self,
        preset: PresetFolder,
        image_size: tuple[int, int],
        precision: str,
        compiler: ModuleType,
    ) -> None:
        if precision not in ("auto", *PRECISIONS):
            raise DiffusionError(f'no precision is called "{precision}"; there are {", ".join(PRECISIONS)}')
        if precision == "auto":
            precision = "float16" if compiler.has_accelerator() else "float32"
        self.precision = precision
        self._compiler = compiler
        self._compiled: set[tuple[int, bool]] = set()
        self._backbone = load_backbone(preset, image_size, precision)
        preprocessor = load_preprocessor(preset)
        self._encoder = TextEncoder(
            self._backbone, preprocessor.generate_preprocess, compiler.compile_function
        )
        self._denoiser = Denoiser(self._backbone, self._encoder.padding)
        self._condition = self._compile(self._denoiser.condition)
        self._steps = compiler.compile_loop(self._denoiser.step, self._backbone)
        self._guided_steps = compiler.compile_loop(self._denoiser.guided_step, self._backbone)
        self._decode = PortionedDecoder(Decoder(self._backbone), self._compile, compiler.is_out_of_memory)
        self._colours: LatentColours | None = None

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
        decoded = self._decode(latents, should_stop)
        if decoded is None:
            return []
        self._compiled.add((batch_size, recipes[0].guided))
        pictures = zip(*decoded, strict=True)
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
            frames = max(self._decode.frames_at_once(noise.shape), 1)
            self._colours = LatentColours(self._decode.pictures, (frames, *noise.shape[1:]))
        latents = ops.convert_to_numpy(latents)
        # The first step may take a minute to compile, in which there is nothing to see.
        return [] if np.array_equal(latents, noise) else list(self._colours.pictures(latents))

    def _sigmas(self, num_steps: int) -> NDArray[np.float32]:
        return sigmas(num_steps, float(self._backbone.shift), int(self._backbone.num_train_timesteps))

    def _compile(self, function: Callable[..., Any]) -> Callable[..., Any]:
        return self._compiler.compile_function(function, self._backbone)


def _tensor(array: Any) -> Any:
    return ops.convert_to_tensor(array, dtype="float32")

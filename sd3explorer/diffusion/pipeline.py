"""From recipes to pictures: one loaded model, driven step by step so that it can be stopped."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import takewhile
from pathlib import Path
from types import ModuleType
from typing import Any, Protocol, TypeAlias, TypeVar

import numpy as np
from keras import ops
from keras_hub.models import StableDiffusion3Backbone
from numpy.typing import NDArray

from sd3explorer.diffusion.backend import DiffusionError
from sd3explorer.diffusion.conditions import Conditions
from sd3explorer.diffusion.decoder import Decoder
from sd3explorer.diffusion.denoiser import Denoiser
from sd3explorer.diffusion.denoising import Denoising, Share, steps_left_out
from sd3explorer.diffusion.eight_bits import has_undefined_kernels
from sd3explorer.diffusion.evaluate import embedding, inversions, prompts
from sd3explorer.diffusion.inversions import Inversions
from sd3explorer.diffusion.lanes import ShouldStop, one_by_one, share_size, side_by_side
from sd3explorer.diffusion.latent_colours import LatentColours
from sd3explorer.diffusion.loading import load_backbone, load_preprocessor, load_t5
from sd3explorer.diffusion.loras import Loras
from sd3explorer.diffusion.pictures import Pictures
from sd3explorer.diffusion.portions import PIXELS_AT_ONCE, PortionedDecoder
from sd3explorer.diffusion.precision import check_precision
from sd3explorer.diffusion.programs import Programs
from sd3explorer.diffusion.text import TextEmbedding, TextEncoder
from sd3explorer.diffusion.trajectories import Trajectories
from sd3explorer.presets.pieces import family_pieces
from sd3explorer.presets.preset import PIXELS_PER_LATENT, Preset, PresetError
from sd3explorer.walk import maths
from sd3explorer.walk.maths import Array
from sd3explorer.walk.recipe import Adapter, Prompt, Recipe, from_noise
from sd3explorer.walk.schedule import Schedule

# One bit of an exponent makes 1e30 of a hundredth; sound weights stay below some thousands.
LARGEST_WEIGHT = 1e9

Part = TypeVar("Part")
Picture: TypeAlias = NDArray[np.uint8]
# The programs of a step: for so many frames, with guidance or without, with which LoRAs that vary.
Needed: TypeAlias = tuple[int, bool, tuple[str, ...]]
SmallPictures: TypeAlias = Callable[[], Sequence[Picture]]
Show: TypeAlias = Callable[[SmallPictures], None]


class Encoder(Protocol):
    """What the pipeline needs of a text encoder."""

    padding: int

    def encode(self, prompt: str) -> TextEmbedding:
        """The embedding of a prompt; where there are LoRAs, it takes those that change the encoders too."""
        ...

    def prepare(self, prompts: Iterable[str], should_stop: ShouldStop) -> bool:
        """Encodes prompts; false where it was stopped."""
        ...


class Pipeline:
    """A model for one size of picture, compiled on first use.

    Args:
        backbone: The model with its weights.
        encoder: What turns prompts into embeddings.
        precision: Name of the dtype that the model is in.
        compiler: Module of `compilers/` for Keras' backend.
        kept: Where its compiled programs are kept for other processes; None keeps none.
        loras: What changes its weights; None where there is nothing.
    """

    def __init__(
        self,
        backbone: StableDiffusion3Backbone,
        encoder: Encoder,
        precision: str,
        compiler: ModuleType,
        kept: Programs | None = None,
        loras: Loras | None = None,
    ) -> None:
        self.precision = precision
        self._compiler = compiler
        self._kept = kept
        self._compiled: set[Needed] = set()
        self._backbone, self._loras = backbone, loras
        self._prepare = encoder.prepare
        encode = encoder.encode if loras is None else loras.encoding(encoder.encode)
        self._denoiser = Denoiser(self._backbone, encoder.padding, compiler.has_fused_attention())
        self._pictures = Pictures(
            backbone,
            self._denoiser.latents_shape,
            lambda function: self._compile(function, self._backbone.vae.variables),
        )
        self._inversions = Inversions(self._pictures.latents)
        self._trajectories = Trajectories(self._denoiser.latents_shape, self._inversions.noise)
        self._encode = encode
        self._schedule = Schedule(float(backbone.shift), int(backbone.num_train_timesteps))
        self._denoising = self._plain = self._compiled_denoising(self._denoiser)
        # For LoRAs that vary, those that did last.
        self._varying: tuple[tuple[str, ...], Denoising] | None = None
        self._decode = PortionedDecoder(
            Decoder(self._backbone),
            lambda function: self._compile(function, self._backbone.vae.variables),
            compiler.is_out_of_memory,
        )
        self._colours: LatentColours | None = None

    @classmethod
    def load(
        cls,
        preset: Preset,
        image_size: tuple[int, int],
        precision: str,
        compiler: ModuleType,
        programs: Path | None = None,
    ) -> "Pipeline":
        """Loads a preset.

        Args:
            preset: The preset.
            image_size: Height and width in pixels.
            precision: Name of a dtype.
            compiler: As for the class.
            programs: Folder of compiled programs, those that are kept for other processes; None keeps none.

        Raises:
            DiffusionError: The preset can't be loaded, or the device can't compute in this precision.
        """
        check_precision(precision, compiler)
        about = (compiler.__name__, compiler.has_accelerator(), image_size, precision)
        backbone = load_backbone(preset, image_size, precision)
        # Programs are made for weights of certain dtypes.
        about += (*((each.weight.name, each.dtype, each.is_scaled) for each in preset.eight_bits()),)
        kept = Programs.of(programs, preset.configuration(), about) if programs is not None else None
        tokenize = load_preprocessor(preset).generate_preprocess
        compile_function = partial(compiler.compile_function, programs=kept)
        read_on = load_t5(preset)
        loras = Loras(backbone, preset, compiler.weights_changed) if preset.loras else None
        encoder = TextEncoder(
            backbone,
            tokenize,
            compile_function,
            read_on,
            merge=loras.merge_in_text if loras else None,
            count_pieces=family_pieces().count if read_on else None,
        )
        return cls(backbone, encoder, precision, compiler, kept, loras)

    def has_compiled(self, recipes: Sequence[Recipe], batch_size: int) -> bool:
        """Whether the programs for these recipes are compiled, which takes seconds to minutes."""
        return self._needed(recipes, batch_size) <= self._compiled

    def warm(self, recipe: Recipe, batch_size: int, should_stop: Callable[[], bool]) -> None:
        """Compiles the programs that batches of this recipe's kind need, by a step and a decode.

        Its prompts are encoded, so the frames around it need not wait for that either.

        Args:
            recipe: One of that kind.
            batch_size: Number of frames that the compiled programs take.
            should_stop: Asked between two programs; once true, it stays so.

        Raises:
            MemoryError: The device has too little memory for this batch size.
        """
        plain = replace(recipe, pull=None)
        for _, guided, _ in self._needed([plain], batch_size) - self._compiled:
            scale = recipe.guidance_scale if guided else 1.0
            short = replace(from_noise(plain), num_steps=1, guidance_scale=scale, guidance_interval=None)
            self.render([short], batch_size, should_stop)
        if recipe.pull is not None and not should_stop():
            self._pictures.latents(recipe.pull.latents)

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
            recipes: With the same `course`.
            batch_size: Number of frames that the compiled programs take.
            should_stop: Asked again and again, at least once in a denoising step; once true, it stays so.
            show: Called again and again, while latents are denoised, with what makes small pictures of
                them: uint8 (height // 8, width // 8, 3) for each recipe whose first step is done, which
                may be the first few alone, or none. Only making them costs time.

        Returns:
            For each recipe uint8 (height, width, 3), or None where its numbers became infinite or
            undefined. Nothing when it was stopped.

        Raises:
            MemoryError: The device has too little memory for this batch size.
            DiffusionError: A LoRA can't be read.
        """
        try:
            self._take(recipes[0])
            return self._render(recipes, batch_size, should_stop, show)
        except PresetError as error:
            raise DiffusionError(str(error)) from error
        except Exception as error:
            if self._compiler.is_out_of_memory(error):
                raise MemoryError(
                    f"a batch of {batch_size} frames needs more memory than there is"
                ) from error
            raise

    def angles(self, prompts: Sequence[Prompt], should_stop: Callable[[], bool]) -> Array | None:
        """The angles between the embeddings of prompts, float32 (prompts, prompts), in radians.

        They are those between contexts, which a slerp goes along.

        Args:
            prompts: The prompts.
            should_stop: Asked before each is encoded.

        Returns:
            None where it was stopped.

        Raises:
            DiffusionError: A LoRA can't be read.
        """
        try:
            if not self._prepare((prompt.text for prompt in prompts), should_stop):
                return None
            contexts: list[Array] = []
            for prompt in prompts:
                if should_stop():
                    return None
                contexts.append(embedding(prompt, self._encode).context.ravel())
        except PresetError as error:
            raise DiffusionError(str(error)) from error
        return maths.angles(np.stack(contexts))

    def has_undefined_weights(self) -> bool:
        """Whether some of its weights are no numbers that a model has, as a damaged file's. Takes seconds."""
        # In float16 sound weights of other precisions may be infinite.
        largest = np.inf if self.precision == "float16" else LARGEST_WEIGHT
        # One after the other, and in a precision that all backends compare.
        weights = (ops.cast(weight, "float32") for weight in self._backbone.variables)
        undefined = any(not (np.abs(ops.convert_to_numpy(weight)) <= largest).all() for weight in weights)
        return undefined or has_undefined_kernels(self._backbone)

    def memory(self) -> tuple[str, int, int] | None:
        """The device that does the work, its memory in use and in all, in bytes; None if unknown."""
        return self._compiler.memory()

    def _take(self, recipe: Recipe) -> None:
        """Has weights and programs be those that a recipe asks for."""
        if self._loras is None:
            return
        changed = self._loras.merge(recipe.merged or ())
        varying = self._varying_loras(recipe)
        if varying and (self._varying is None or self._varying[0] != varying):
            self._compiled = {each for each in self._compiled if not each[2]}
            denoiser = self._loras.varying_denoiser(self._denoiser, varying)
            self._varying = varying, self._compiled_denoising(denoiser)
        self._denoising = self._varying[1] if varying and self._varying is not None else self._plain
        if changed:
            for denoising in (self._plain, *(self._varying or ())[1:]):
                denoising.forget()

    def _added(self, recipe: Recipe) -> tuple[Adapter, ...]:
        return () if self._loras is None else self._loras.added(recipe)

    def _varying_loras(self, recipe: Recipe) -> tuple[str, ...]:
        return tuple(adapter.lora for adapter in self._added(recipe))

    def _compiled_denoising(self, denoiser: Denoiser) -> Denoising:
        weights = denoiser.variables
        return Denoising(
            self._schedule,
            Conditions(denoiser, self._encode, lambda function: self._compile(function, weights)),
            self._compiler.compile_loop(denoiser.step, weights, self._kept),
            self._compiler.compile_loop(denoiser.guided_step, weights, self._kept),
            self._added,
            self._pictures.latents,
        )

    def _render(
        self, recipes: Sequence[Recipe], batch_size: int, should_stop: ShouldStop, show: Show | None
    ) -> list[Picture | None]:
        if not self._prepare(_prompts(recipes), should_stop):
            return []
        size, needed = self._share_size(batch_size), self._needed(recipes, batch_size)
        # The first share compiles what the others need too.
        do = side_by_side if needed <= self._compiled else one_by_one

        def denoise(
            trajectories: Sequence[Recipe], latents: Sequence[Array], steps: range
        ) -> list[Array] | None:
            parts = self._denoising.shares(trajectories, latents, steps, size)

            def small_mixes() -> list[Picture]:
                under_way = {
                    trajectory: latents
                    for part in parts
                    for trajectory, latents in zip(part.recipes, _begun(part), strict=False)
                }
                return self._small_pictures(self._trajectories.so_far(recipes, under_way), size)

            jobs = [
                partial(self._gone_on, part, show if part is parts[0] else None, small_mixes)
                for part in parts
            ]
            return _joined(do(jobs, should_stop), len(trajectories))

        def invert(trajectories: Sequence[Recipe], latents: Sequence[Array]) -> list[Array] | None:
            parts = self._denoising.shares(trajectories, latents, range(0), size)
            jobs = [partial(self._gone_back, part) for part in parts]
            return _joined(do(jobs, should_stop), len(trajectories))

        if not self._inversions.prepare(recipes, invert):
            return []
        starts = self._trajectories.starts(recipes, denoise)
        if starts is None:
            return []
        steps = range(recipes[0].first_step or 0, recipes[0].num_steps)
        shares = self._denoising.shares(recipes, starts, steps, size)

        def small_pictures() -> list[Picture]:
            begun = [latents for part in takewhile(len, map(_begun, shares)) for latents in part]
            return self._small_pictures(begun[: len(recipes)], size)

        jobs = [
            partial(self._rendered, share, show if share is shares[0] else None, small_pictures)
            for share in shares
        ]
        pictures = _joined(do(jobs, should_stop), len(recipes))
        if pictures is None:
            return []
        self._note_compiled(needed)
        return pictures

    def _gone_on(
        self, share: Share, show: Show | None, small_pictures: SmallPictures, should_stop: ShouldStop
    ) -> list[Array] | None:
        latents = self._denoised(share, show, small_pictures, should_stop)
        return None if should_stop() else list(ops.convert_to_numpy(latents))

    def _gone_back(self, share: Share, should_stop: ShouldStop) -> list[Array] | None:
        latents = self._denoising.inverted(share, lambda _: not should_stop())
        return None if should_stop() else list(ops.convert_to_numpy(latents))

    def _rendered(
        self, share: Share, show: Show | None, small_pictures: SmallPictures, should_stop: ShouldStop
    ) -> list[Picture | None] | None:
        decoded = self._decode(self._denoised(share, show, small_pictures, should_stop), should_stop)
        if decoded is None:
            return None
        return [image if good else None for image, good in zip(*decoded, strict=True)]

    def _denoised(
        self, share: Share, show: Show | None, small_pictures: SmallPictures, should_stop: ShouldStop
    ) -> Any:
        def watch(latents: Any) -> bool:
            if should_stop():
                return False
            share.latents = latents
            if show is not None:
                show(small_pictures)
            return True

        # What was watched may be where another share's latents are by now.
        share.latents = self._denoising.denoised(share, watch)
        return share.latents

    def _note_compiled(self, programs: set[Needed]) -> None:
        if programs <= self._compiled:
            return
        self._compiled |= programs
        if self._kept is not None:
            self._compiler.finish_compiling(self._kept.root)

    def _needed(self, recipes: Sequence[Recipe], batch_size: int) -> set[Needed]:
        size, varying = self._share_size(batch_size), self._varying_loras(recipes[0])
        first = max(self._trajectories.first_step(recipes), steps_left_out(recipes))
        guided_steps = self._schedule.guided_steps(recipes[0])[first:]
        if self._inversions.missing(recipes):
            guided_steps.append(False)
        return {(size, guided, varying) for guided in guided_steps}

    def _share_size(self, batch_size: int) -> int:
        height, width, _ = self._denoiser.latents_shape
        pixels = height * width * PIXELS_PER_LATENT**2
        return share_size(batch_size, pixels, self._compiler.lanes(), PIXELS_AT_ONCE)

    def _small_pictures(self, latents: Sequence[Array], share_size: int) -> list[Picture]:
        if not latents:
            return []
        # As many as are decoded at once anyway, so that nothing else is compiled for it.
        frames = max(self._decode.frames_at_once((share_size, *latents[0].shape)), 1)
        # The more pictures, the better the fit; a batch may be one frame alone, or many.
        if self._colours is None or self._colours.pictures_fitted < frames:
            self._colours = LatentColours(self._decode.pictures, (frames, *latents[0].shape))
        return list(self._colours.pictures(np.stack(latents)))

    def _compile(self, function: Callable[..., Any], variables: Sequence[Any]) -> Callable[..., Any]:
        return self._compiler.compile_function(function, variables, self._kept)


def _prompts(recipes: Sequence[Recipe]) -> Iterator[str]:
    for recipe in recipes:
        yield from prompts(recipe.embedding)
        if recipe.guided:
            yield from prompts(recipe.negative_embedding)
        if any(True for _ in inversions(recipe.noise)):
            yield ""


def _begun(share: Share) -> list[Array]:
    """Where the frames of a share are; nothing before the first step is done."""
    latents = ops.convert_to_numpy(share.latents)
    # That may take a minute to compile, in which there is nothing to see.
    return [] if np.array_equal(latents, share.start) else list(latents)


def _joined(parts: Sequence[list[Part] | None], frames: int) -> list[Part] | None:
    """What shares came to, without what they were filled up with; None where one was stopped."""
    whole: list[Part] = []
    for part in parts:
        if part is None:
            return None
        whole.extend(part)
    return whole[:frames]

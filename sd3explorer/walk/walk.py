"""The walk: the document that the window edits, the files hold and the engine renders."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import overload

from sd3explorer.walk.noises import Fixed, NoisePlan
from sd3explorer.walk.paths import Grid, Keyframe, Morph, Path
from sd3explorer.walk.recipe import Prompt, Recipe
from sd3explorer.walk.schedule import EVERY_LEVEL, Schedule
from sd3explorer.walk.timing import Timing


class WalkError(Exception):
    """What is wrong with a walk or its file, in one sentence that names the part."""


@dataclass(frozen=True, slots=True)
class Model:
    """Which model renders a walk, and how large.

    Args:
        preset: Name, handle or folder of a KerasHub preset.
        image_size: Height and width in pixels; None takes the preset's own.
    """

    preset: str = "starter"
    image_size: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Sampler:
    """How a frame is denoised. None takes the preset's own number.

    Args:
        num_steps: Denoising steps.
        guidance_scale: Weight of classifier-free guidance; 1 or less is none.
        guidance_interval: Noise levels from which a step is guided, lowest and highest, in [0, 1] from
            the picture to pure noise; None guides every step.
    """

    num_steps: int | None = None
    guidance_scale: float | None = None
    guidance_interval: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class ModelFacts:
    """What the recipes of a walk need to know of the preset it names.

    Args:
        fingerprint: Tells this model, in this precision, from every other.
        image_size: Height and width of its pictures in pixels, unless the walk says other.
        num_steps: Denoising steps, unless the walk says other.
        guidance_scale: Weight of guidance, unless the walk says other.
        schedule: The noise levels that it is denoised through.
    """

    fingerprint: str
    image_size: tuple[int, int]
    num_steps: int
    guidance_scale: float
    schedule: Schedule = Schedule()


@dataclass(frozen=True, slots=True)
class Walk:
    """A path, a noise, a timing, a sampler and a model.

    Args:
        title: What people call it.
        path: Which text embedding each frame gets.
        noise: Which starting latents each frame gets.
        timing: How many frames, how fast, how they end.
        sampler: How each frame is denoised.
        model: Which model does it, and how large.
    """

    title: str = ""
    path: Path = field(default_factory=lambda: Morph((Keyframe("a 3d dog face"), Keyframe("a 3d cat face"))))
    noise: NoisePlan = Fixed()
    timing: Timing = Timing()
    sampler: Sampler = Sampler()
    model: Model = Model()

    @staticmethod
    def load(file: str | FilePath) -> "Walk":
        """Reads a walk file.

        Raises:
            WalkError: The file can't be read, or isn't a walk this app knows.
        """
        from sd3explorer.walk.file import load

        return load(FilePath(file))

    def save(self, file: str | FilePath) -> None:
        """Writes a walk file, whole or not at all.

        Raises:
            WalkError: The file can't be written.
        """
        from sd3explorer.walk.file import save

        save(self, FilePath(file))

    @property
    def frame_count(self) -> int:
        """Number of frames: rows × columns of a grid, else what the timing says."""
        if isinstance(self.path, Grid):
            return self.path.rows * self.path.columns
        return self.timing.frames

    @property
    def playback_order(self) -> Sequence[int]:
        """The indices of the frames of one round of playback, in the order they show."""
        return self.timing.playback_order(self.frame_count)

    def image_size(self, facts: ModelFacts) -> tuple[int, int]:
        """Height and width of the frames in pixels."""
        return self.model.image_size or facts.image_size

    def recipe(self, index: int, facts: ModelFacts) -> Recipe:
        """The recipe of frame `index`.

        Args:
            index: Frame, from 0.
            facts: What to know of the model that `self.model.preset` names.
        """
        frames = self.frame_count
        pair = self.path.embeddings(index, frames)
        steps, scale = self.sampler.num_steps, self.sampler.guidance_scale
        scale = max(1.0, facts.guidance_scale if scale is None else scale)
        interval = self.sampler.guidance_interval
        return Recipe(
            embedding=pair.positive,
            # Without guidance nothing leads away from it: one recipe for one picture.
            negative_embedding=pair.negative if scale > 1.0 else Prompt(""),
            noise=self.noise.noise(index, frames),
            num_steps=facts.num_steps if steps is None else steps,
            guidance_scale=scale,
            image_size=self.image_size(facts),
            model=facts.fingerprint,
            # All noise levels are no choice of some, and without guidance there is none to choose for.
            guidance_interval=interval if scale > 1.0 and interval != EVERY_LEVEL else None,
        )


@dataclass(frozen=True, slots=True)
class Recipes(Sequence[Recipe]):
    """The recipes of a walk's frames, each made when it is asked for.

    Args:
        walk: The walk.
        facts: What to know of the walk's model.
    """

    walk: Walk
    facts: ModelFacts

    def __len__(self) -> int:
        return self.walk.frame_count

    @overload
    def __getitem__(self, index: int) -> Recipe: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Recipe]: ...

    def __getitem__(self, index: int | slice) -> Recipe | Sequence[Recipe]:
        """The recipe of a frame, or of several.

        Raises:
            IndexError: There is no such frame.
        """
        if isinstance(index, slice):
            return [self[number] for number in range(len(self))[index]]
        return self.walk.recipe(range(len(self))[index], self.facts)

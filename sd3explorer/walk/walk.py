"""The walk: the document that the window edits, the files hold and the engine renders."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import overload

from sd3explorer.walk import file as walk_file
from sd3explorer.walk.error import WalkError
from sd3explorer.walk.fields import Document
from sd3explorer.walk.kind import read_kind
from sd3explorer.walk.model import Model, ModelFacts
from sd3explorer.walk.noises import NOISES, Fixed, NoisePlan
from sd3explorer.walk.paths import PATHS, Keyframe, Morph, Path
from sd3explorer.walk.recipe import Prompt, Recipe
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.schedule import EVERY_LEVEL
from sd3explorer.walk.timing import Timing


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

    @classmethod
    def load(cls, file: str | FilePath) -> "Walk":
        """Reads a walk file.

        Raises:
            WalkError: The file can't be read, or isn't a walk this app knows.
        """
        data = walk_file.read(FilePath(file))
        try:
            return cls.parse(data)
        except WalkError as error:
            raise WalkError(f"{file}: {error}") from error

    def save(self, file: str | FilePath) -> None:
        """Writes a walk file, whole or not at all.

        Raises:
            WalkError: The file can't be written, or would be too large to be read again.
        """
        walk_file.write(self.dump(), FilePath(file))

    @classmethod
    def parse(cls, data: bytes) -> "Walk":
        """The walk in the bytes of a walk file.

        Raises:
            WalkError: They hold no walk this app knows.
        """
        return cls.from_document(walk_file.parse(data))

    def dump(self) -> str:
        """The text of the walk's file."""
        return walk_file.dump(self.parts())

    @classmethod
    def from_document(cls, document: object) -> "Walk":
        """The walk in a JSON document.

        Raises:
            WalkError: A field is missing, unknown, of the wrong type or impossible.
        """
        fields = walk_file.fields_of(document)
        default = cls()
        walk = cls(
            title=fields.text("title", default.title),
            model=Model.read(fields.part("model")),
            sampler=Sampler.read(fields.part("sampler")),
            path=read_kind(fields.part("path"), PATHS) if fields.has("path") else default.path,
            noise=read_kind(fields.part("noise"), NOISES),
            timing=Timing.read(fields.part("timing")),
        )
        fields.finish()
        return walk

    def parts(self) -> Document:
        """The walk's fields in its file, all but format and version; a file with them gives the walk back.

        A path that sets its number of frames leaves that out, so it comes back as the default.
        """
        timing = self.timing.document()
        if self.path.sets_frame_count:
            del timing["frames"]
        return {
            "title": self.title,
            "model": self.model.document(),
            "sampler": self.sampler.document(),
            "path": self.path.document(),
            "noise": self.noise.document(),
            "timing": timing,
        }

    @property
    def frame_count(self) -> int:
        """Number of frames: what the path sets, else what the timing says."""
        return self.path.frame_count(self.timing.frames)

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
        sampler = self.sampler.filled(facts)
        assert sampler.num_steps is not None and sampler.guidance_scale is not None
        scale = max(1.0, sampler.guidance_scale)
        interval = sampler.guidance_interval
        return Recipe(
            embedding=pair.positive,
            # Without guidance nothing leads away from it: one recipe for one picture.
            negative_embedding=pair.negative if scale > 1.0 else Prompt(""),
            noise=self.noise.noise(index, frames),
            num_steps=sampler.num_steps,
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

"""What every kind of path can say of itself."""

import math
from abc import abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar, Self

from sd3explorer.walk.kind import Kind
from sd3explorer.walk.paths.prompts import EmbeddingPair, Prompts
from sd3explorer.walk.recipe import Noise, Picture, Pull
from sd3explorer.walk.tempo import Beat


@dataclass(frozen=True, slots=True)
class Anchor:
    """Prompts that are pinned to a place on a path.

    Args:
        place: In frames from the first one, exact; it may lie between two of them.
        frame: The frame at that place, or the one that is nearest to it.
        prompts: What is pinned there, unmixed.
    """

    place: Fraction
    frame: int
    prompts: Prompts


class Path(Kind):
    """Which text embedding each frame of a walk gets.

    Its kinds are listed in `PATHS`.

    Attributes:
        sets_frame_count: Whether the path itself says how many frames there are.
        moves: Whether frames differ by it.
    """

    __slots__ = ()
    sets_frame_count: ClassVar[bool] = False
    moves: ClassVar[bool] = True

    @classmethod
    @abstractmethod
    def of(cls, prompts: Sequence[Prompts]) -> Self:
        """A path with as many of these prompts as it has room for.

        Where there are too few, they repeat: a repeated prompt costs no rendering and waits to be changed.

        Args:
            prompts: One or more.
        """

    @property
    @abstractmethod
    def prompts(self) -> tuple[Prompts, ...]:
        """All its prompts, in their order."""

    @abstractmethod
    def places(self, frames: int) -> Sequence[Fraction]:
        """Where each of its prompts shows unmixed first, in frames from the first one, exact.

        As many as there are `prompts`, in their order.

        Args:
            frames: Number of frames.
        """

    @abstractmethod
    def embeddings(self, place: int | Fraction, frames: int) -> EmbeddingPair:
        """The embeddings of a place.

        Args:
            place: In frames from the first one; of frame `index` it is `index`; it may lie between two.
            frames: Number of frames.
        """

    def lora_strengths(self, place: int | Fraction, frames: int, own: tuple[float, ...]) -> tuple[float, ...]:
        """How much of each LoRA a place shows.

        Args:
            place: As for `embeddings`.
            frames: Number of frames.
            own: What the model itself says, for each LoRA.
        """
        return own

    def varying_loras(self, own: tuple[float, ...]) -> tuple[bool, ...]:
        """For each LoRA whether its strength changes along the path.

        Args:
            own: As for `lora_strengths`.
        """
        return (False,) * len(own)

    def noise(self, place: int | Fraction, frames: int, own: Noise) -> Noise:
        """The noise that a place starts from.

        Args:
            place: As for `embeddings`.
            frames: Number of frames.
            own: What the walk's noise has there.
        """
        return own

    def pull(self, place: int | Fraction, frames: int) -> Pull | None:
        """How a place is led along a picture; None where there is none.

        Args:
            place: As for `embeddings`.
            frames: Number of frames.
        """
        return None

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """Those that it shows, each once."""
        return ()

    def with_pictures(self, change: Callable[[Picture], Picture]) -> Self:
        """The same path with other pictures.

        Args:
            change: From each of `pictures` to what it becomes.
        """
        return self

    def guidance_scale(self, place: int | Fraction, frames: int, own: float) -> float:
        """The weight of guidance at a place.

        Args:
            place: As for `embeddings`.
            frames: Number of frames.
            own: What the sampler says.
        """
        return own

    @property
    def has_seeds(self) -> bool:
        """Whether some of its prompts have a seed of their own."""
        return False

    @property
    def varies_guidance(self) -> bool:
        """Whether the weight of guidance may change along the path."""
        return False

    def beats(self) -> tuple[Beat, ...]:
        """Its ways, with what each has of the time."""
        return (Beat(),)

    @property
    def end_dwell(self) -> int:
        """Frames to hold at its end."""
        return 0

    def without_easings(self) -> Self:
        """The same path, along which frames are shared out evenly: without easings and dwells."""
        return self

    @abstractmethod
    def with_prompts(self, change: Callable[[Prompts], Prompts]) -> Self:
        """The same path through other prompts.

        Args:
            change: From each of `prompts`, in their order, to what it becomes; also of what is mixed.
        """

    def frame_count(self, frames: int) -> int:
        """Number of frames, where the timing asks for so many."""
        return frames

    def row_length(self) -> int | None:
        """After how many frames the motion begins anew, as in a grid's rows; None where it never does."""
        return None

    def anchors(self, frames: int) -> list[Anchor]:
        """What is pinned where.

        Args:
            frames: Number of frames.
        """
        pinned = zip(self.places(frames), self.prompts, strict=True)
        return [Anchor(place, nearest_frame(place, frames), prompts) for place, prompts in pinned]


def nearest_frame(place: Fraction, frames: int) -> int:
    """The frame that is nearest to a place, the later one of two; the last one where it is behind all.

    Args:
        place: In frames from the first one.
        frames: Number of frames.
    """
    return min(math.floor(place + Fraction(1, 2)), frames - 1)

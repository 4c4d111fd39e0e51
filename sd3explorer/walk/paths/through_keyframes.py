"""What kinds of paths with keyframes have in common: when each is met, and how long it is held."""

from dataclasses import replace
from typing import Generic, Protocol, Self, TypeVar

from sd3explorer.walk.easing import Bezier, Easing
from sd3explorer.walk.paths.path import Path
from sd3explorer.walk.tempo import Beat, Tempo


class Timed(Protocol):
    """What a keyframe says of time: its way to the next one, and for how long it is held before that."""

    @property
    def span(self) -> float:
        """Length of the way to the next keyframe, relative to the other spans."""
        ...

    @property
    def easing(self) -> Easing | Bezier:
        """How that way is shared out over its frames."""
        ...

    @property
    def dwell(self) -> int:
        """For how many more frames it shows, before that way begins."""
        ...


Key = TypeVar("Key", bound=Timed)


class ThroughKeyframes(Path, Generic[Key]):
    """A path through two or more keyframes; its kinds are dataclasses with these fields.

    Attributes:
        keyframes: In the order they are met.
        closed: Whether the path leads back from the last keyframe to the first.
    """

    __slots__ = ()
    keyframes: tuple[Key, ...]
    closed: bool
    # For the next frame, which shall not go through all keyframes again.
    _tempo: Tempo | None

    @property
    def is_closed(self) -> bool:
        """Whether it leads back from the last keyframe to the first."""
        return self.closed

    def beats(self) -> tuple[Beat, ...]:
        """The ways from keyframe to keyframe, by the spans."""
        ways = self.keyframes if self.closed else self.keyframes[:-1]
        return tuple(Beat(each.span, each.easing, each.dwell) for each in ways)

    @property
    def end_dwell(self) -> int:
        """The dwell of the last keyframe, where no way leads on."""
        return 0 if self.closed else self.keyframes[-1].dwell

    def tempo(self, frames: int) -> Tempo:
        """When it is where."""
        steps, tempo = self.steps(frames), self._tempo
        if tempo is None or tempo.steps != steps:
            tempo = Tempo(self.beats(), steps, self.end_dwell)
            object.__setattr__(self, "_tempo", tempo)
        return tempo

    def with_keyframe(self, number: int, **changes: object) -> Self:
        """The same path with a keyframe changed.

        Args:
            number: Keyframe, from 0.
            changes: Its fields that become something else.
        """
        keyframes = list(self.keyframes)
        keyframes[number] = replace(keyframes[number], **changes)  # type: ignore[type-var]
        return replace(self, keyframes=tuple(keyframes))  # type: ignore[type-var]

    def without_easings(self) -> Self:
        """The same path with all easings linear, and without dwells."""
        keyframes = (replace(each, easing=Easing.LINEAR, dwell=0) for each in self.keyframes)  # type: ignore[type-var]
        return replace(self, keyframes=tuple(keyframes))  # type: ignore[type-var]

"""What kinds of paths with one prompt have in common."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Self

from sd3explorer.walk.fields import Document, Fields
from sd3explorer.walk.paths.path import Path
from sd3explorer.walk.paths.prompts import Prompts


@dataclass(frozen=True, slots=True)
class OnePrompt(Path):
    """A path whose one prompt shows unmixed at its start."""

    prompt: Prompts

    @classmethod
    def read(cls, fields: Fields) -> Self:
        """The path in the fields of a walk file; kinds with more fields read theirs themselves."""
        return cls(Prompts.read(fields.take("prompt"), fields.path("prompt")))

    def contents(self) -> Document:
        """Its field in a walk file."""
        return {"prompt": self.prompt.document()}

    @classmethod
    def of(cls, prompts: Sequence[Prompts]) -> Self:
        """A path with the first of these prompts."""
        return cls(prompts[0])

    @property
    def prompts(self) -> tuple[Prompts, ...]:
        """The one there is."""
        return (self.prompt,)

    def with_prompts(self, change: Callable[[Prompts], Prompts]) -> Self:
        """The same path with another prompt."""
        return replace(self, prompt=change(self.prompt))

    def places(self, frames: int) -> Sequence[Fraction]:
        """The start."""
        return [Fraction(0)]

"""What paths and noises have in common: each is one of several kinds, in a file of its own."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import ClassVar, Self, TypeVar

from sd3explorer.walk.fields import Document, Fields
from sd3explorer.walk.timing import steps_of


class Kind(ABC):
    """One of several kinds. Each is a frozen dataclass in a file of its own, and listed in a table.

    Attributes:
        kind: Its name in walk files.
    """

    __slots__ = ()
    kind: ClassVar[str]

    @classmethod
    @abstractmethod
    def read(cls, fields: Fields) -> Self:
        """The value in the fields of a walk file, all but its kind.

        Raises:
            WalkError: A field is missing or impossible.
        """

    @abstractmethod
    def contents(self) -> Document:
        """Its fields in a walk file, all but its kind; `read` gives the equal value back."""

    def document(self) -> Document:
        """All its fields in a walk file; `read_kind` gives the equal value back."""
        return {"kind": self.kind} | self.contents()

    @property
    def is_closed(self) -> bool:
        """Whether it leads back to its start."""
        return False

    def steps(self, frames: int) -> int:
        """How many steps there are from frame to frame; see `timing.position`."""
        return steps_of(frames, self.is_closed)


OfKind = TypeVar("OfKind", bound=Kind)


def read_kind(fields: Fields, kinds: Sequence[type[OfKind]]) -> OfKind:
    """The value in the fields of a walk file.

    Args:
        fields: The fields.
        kinds: What it can be; the first is meant where no kind is named.

    Raises:
        WalkError: Its kind isn't known, or a field is missing, unknown or impossible.
    """
    by_name = {kind.kind: kind for kind in kinds}
    value = by_name[fields.word("kind", list(by_name), kinds[0].kind)].read(fields)
    fields.finish()
    return value

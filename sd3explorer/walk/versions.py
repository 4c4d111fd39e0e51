"""Named versions of a walk, as its file has them: each is a walk itself."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from sd3explorer.walk.error import WalkError
from sd3explorer.walk.fields import Document, Fields
from sd3explorer.walk.printable import shortened

MAX_VERSIONS = 50
LONGEST_NAME = 80

AWalk = TypeVar("AWalk")


@dataclass(frozen=True, slots=True)
class Version(Generic[AWalk]):
    """What a walk was when somebody kept it.

    Args:
        name: What people call it; no other version of the walk has the same.
        walk: The walk, without a title, versions and stars of its own.
    """

    name: str
    walk: AWalk


def read_versions(fields: Fields, read: Callable[[Fields], AWalk]) -> tuple[Version[AWalk], ...]:
    """The versions in the fields of a walk.

    Args:
        fields: The fields of the walk.
        read: Takes a walk from the fields of a version, and leaves those that it doesn't know.

    Raises:
        WalkError: There are too many, or one can't be read; the message names it.
    """
    if not fields.has("versions"):
        return ()
    items = fields.items("versions")
    if len(items) > MAX_VERSIONS:
        raise WalkError(f"versions: a walk has at most {MAX_VERSIONS} versions, not {len(items):,}")
    versions: list[Version[AWalk]] = []
    for number, item in enumerate(items):
        each = Fields(item, f"versions[{number}]")
        name = checked_name(each.text("name", longest=LONGEST_NAME), each.path("name"))
        if any(name == other.name for other in versions):
            raise WalkError(f'{each.path("name")}: there is another version "{shortened(name)}"')
        versions.append(Version(name, read(each)))
        each.finish()
    return tuple(versions)


def versions_document(
    versions: tuple[Version[AWalk], ...], write: Callable[[AWalk], Document]
) -> list[Document]:
    """The versions as a walk file has them; `read_versions` gives the equal values back."""
    return [{"name": version.name} | write(version.walk) for version in versions]


def checked_name(name: str, what: str) -> str:
    """A name that a version can have.

    Args:
        name: The name, around which spaces are taken away.
        what: What the name is of, for the message.

    Raises:
        WalkError: It is empty, too long, or more than one line.
    """
    name = name.strip()
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise WalkError(f"{what}: must be one line of 1 to {LONGEST_NAME} characters")
    return name

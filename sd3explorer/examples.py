"""The example walks that ship with the app."""

from contextlib import suppress
from functools import cache
from pathlib import Path

from sd3explorer.resources import resource
from sd3explorer.walk.error import WalkError
from sd3explorer.walk.file import SUFFIX
from sd3explorer.walk.walk import Walk


def example_names() -> list[str]:
    """Their names, those of the starter model first."""
    names = sorted(path.stem for path in resource("examples").glob(f"*{SUFFIX}"))
    return sorted(names, key=lambda name: name.startswith("sd3-"))


def example_path(name: str) -> Path:
    """The file of an example.

    Raises:
        WalkError: There is no such example; the message names those there are.
    """
    if name not in example_names():
        raise WalkError(f'no example is called "{name}"; there are {", ".join(example_names())}')
    return resource("examples", name + SUFFIX)


def example(name: str) -> Walk:
    """An example.

    Raises:
        WalkError: There is no such example, or its file is damaged; the message says what to do.
    """
    try:
        return Walk.load(example_path(name))
    except WalkError as error:
        if name not in example_names():
            raise
        raise WalkError(f"{error}; to have this example again, install sd3explorer again") from error


def examples() -> dict[str, Walk]:
    """All examples by their names, but for those whose files are damaged."""
    found: dict[str, Walk] = {}
    for name in example_names():
        with suppress(WalkError):
            found[name] = Walk.load(example_path(name))
    return found


@cache
def example_titles() -> frozenset[str]:
    """The titles of all examples."""
    return frozenset(walk.title for walk in examples().values())

"""The example walks that ship with the app."""

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


@cache
def example_titles() -> frozenset[str]:
    """The titles of all examples."""
    return frozenset(Walk.load(example_path(name)).title for name in example_names())

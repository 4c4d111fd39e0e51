"""A page that can be read."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """A page that can be read.

    Args:
        name: Identifies it among others; links of other pages name it.
        title: What it is called in the list.
        read: Its text, which is read when it is needed.
        markdown: Whether that is Markdown; plain otherwise.
        note: What stands behind the title, dimmed.
    """

    name: str
    title: str
    read: Callable[[], str]
    markdown: bool = False
    note: str = ""

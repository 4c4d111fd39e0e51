"""One thing that can be done, as a value."""

from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

Keys = QKeySequence.StandardKey | str


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be done.

    Args:
        id: Its name in the code.
        menu: The menu that it is in.
        text: What the menu says.
        keys: Its shortcuts, the first of which is shown.
        tip: What it does, in a sentence.
        icon: Name of its icon, or "".
        checkable: Whether it is on or off.
        separated: Whether a line is drawn above it.
    """

    id: str
    menu: str
    text: str
    keys: tuple[Keys, ...] = ()
    tip: str = ""
    icon: str = ""
    checkable: bool = False
    separated: bool = False

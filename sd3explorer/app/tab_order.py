"""Where the Tab key goes to what is made late.

Never found by `nextInFocusChain` or `previousInFocusChain`: PySide 6.11 takes what they return for a child of
the widget that was asked, loses whose child it was, and destroys it as garbage.
"""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def fields(widget: QWidget) -> list[QWidget]:
    """What the Tab key comes to within a widget, in the order it was made in; no part of another window."""
    window = widget.window()
    return [each for each in widget.findChildren(QWidget) if _takes_tab(each) and each.window() is window]


def put_behind(before: QWidget, following: Iterable[QWidget]) -> None:
    """Has the Tab key go from a widget to others, one after the other.

    Args:
        before: What it comes from.
        following: The others, in the same window.
    """
    for widget in following:
        QWidget.setTabOrder(before, widget)
        before = widget


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)

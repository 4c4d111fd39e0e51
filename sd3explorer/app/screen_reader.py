"""What the widgets that we draw ourselves are for screen readers, which Qt can't know."""

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget


@cache
def show_roles() -> None:
    """Has every widget with an attribute `accessible_role` take that role from now on."""
    QAccessible.installFactory(_interface)


def _interface(_: str, asked: QObject) -> QAccessibleInterface | None:
    role = getattr(asked, "accessible_role", None)
    return QAccessibleWidget(asked, role) if role is not None and isinstance(asked, QWidget) else None

"""Where a list is scrolled to, while its rows are replaced by those of now."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QModelIndex, QPoint
from PySide6.QtWidgets import QAbstractItemView


@contextmanager
def kept_in_sight(view: QAbstractItemView, name: Callable[[QModelIndex], str]) -> Iterator[None]:
    """Leaves what is seen at the top of a list where it is, so that a click hits what it was aimed at.

    A list that isn't scrolled shows its first rows, also if they are new.

    Args:
        view: The list, which scrolls by pixels.
        name: What a row is told from others by, before and after; "" for one that isn't followed.
    """
    bar = view.verticalScrollBar()
    rows = _rows(view, view.indexAt(QPoint(1, 1)).row() if bar.value() else -1)
    first = next((index for index in rows if name(index)), None)
    if first is None:
        yield
        return
    followed, top = name(first), view.visualRect(first).top()
    yield
    now = next((index for index in _rows(view, 0) if name(index) == followed), None)
    if now is not None:
        bar.setValue(bar.value() + view.visualRect(now).top() - top)


def _rows(view: QAbstractItemView, first: int) -> Iterator[QModelIndex]:
    model = view.model()
    return (model.index(row, 0) for row in range(first, model.rowCount())) if first >= 0 else iter(())

"""The four regions of the window, which can be resized and stay as they were left."""

from PySide6.QtCore import QEvent, QObject, QSettings, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QSplitter, QVBoxLayout, QWidget

SIDES, MIDDLE = (310, 270), 860
UPPER, LOWER = 562, 233
LEAST_SIDE = 250
# A heading, two rows and the edge of a third, which shows that there are more.
LEAST_SCROLLING = 106
HANDLE = 2


class Regions(QSplitter):
    """Path at the left, preview in the middle, settings at the right, timeline below.

    What is to be in them is made with a region as its parent: Qt works out the style of all that is in a
    widget anew when it gets another one, a quarter of the time that a window takes.

    Args:
        parent: The window.

    Attributes:
        left: Parent of the path.
        middle: Parent of the versions and the preview.
        settings: Parent of the first of the settings at the right.
        right: Parent of the others.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._upper = QSplitter(Qt.Orientation.Horizontal, self)
        self._left = _Squeezing(self._upper)
        self.middle = QWidget(self._upper)
        self._right = _Squeezing(self._upper)
        self.left = self._left.viewport()
        self.right = QWidget(self._right.viewport())
        self._settings = _Scrolling(self.right)
        self.settings = self._settings.viewport()

    def fill(
        self, left: QWidget, middle: tuple[QWidget, ...], right: tuple[QWidget, ...], below: QWidget
    ) -> None:
        """Puts in what was made for the regions.

        Args:
            left: The path.
            middle: Versions and preview, below each other; the last one grows.
            right: The settings, below each other; the first one scrolls where the room is short, as the
                others are to be seen always. Where even so there isn't room enough, all of them scroll.
            below: The timeline.
        """
        self._left.hold(left)
        _put_below_each_other(middle, self.middle)
        self._settings.hold(right[0])
        _put_settings((self._settings, *right[1:]), self.right)
        self._right.hold(self.right)
        self._right.scroll_alone(self._settings)
        self._upper.setSizes([SIDES[0], MIDDLE, SIDES[1]])
        self.addWidget(below)
        self.setSizes([UPPER, LOWER])
        for splitter, growing in ((self._upper, 1), (self, 0)):
            splitter.setHandleWidth(HANDLE)
            splitter.setChildrenCollapsible(False)
            splitter.setStretchFactor(growing, 1)

    @property
    def widths(self) -> list[int]:
        """Widths of left, middle and right, in pixels."""
        return self._upper.sizes()

    @widths.setter
    def widths(self, widths: list[int]) -> None:
        self._upper.setSizes(widths)

    def restore(self, settings: QSettings) -> None:
        """Makes them as large as they were."""
        self._upper.restoreState(settings.value("window/upper") or b"")
        self.restoreState(settings.value("window/whole") or b"")

    def keep(self, settings: QSettings) -> None:
        """Remembers how large they are."""
        settings.setValue("window/upper", self._upper.saveState())
        settings.setValue("window/whole", self.saveState())


class _Squeezing(QScrollArea):
    """Makes its content as low as that can be, and scrolls only where that isn't low enough."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._content: QWidget | None = None
        self._inner: _Scrolling | None = None
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def hold(self, content: QWidget) -> None:
        """Takes what it shows, which was made as a child of its viewport."""
        self._content = content
        self.setWidget(content)
        self.setMinimumWidth(max(LEAST_SIDE, _with_bar(self, content)))
        content.installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Fits the content."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Fits the content when it needs more or less room."""
        if watched is self._content and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def scroll_alone(self, inner: "_Scrolling") -> None:
        """Has something in it not scroll by itself where all of it scrolls: one bar is enough."""
        self._inner = inner

    def _fit(self) -> None:
        if self._content is None:
            return
        room = self.viewport().size()
        if self._inner is not None:
            self._inner.scroll_where(room.height() - self._content.minimumSizeHint().height())
        self._content.resize(room.width(), max(room.height(), self._content.minimumSizeHint().height()))


class _Scrolling(QScrollArea):
    """As high as its content would like to be, and scrolls where there is less room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._content: QWidget | None = None
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMinimumHeight(LEAST_SCROLLING)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        # What is in it takes the focus, and is scrolled to.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def hold(self, content: QWidget) -> None:
        """Takes what it shows, which was made as a child of its viewport."""
        self._content = content
        self.setWidget(content)
        self.setMinimumWidth(_with_bar(self, content))
        content.installEventFilter(self)

    def scroll_where(self, spare: int) -> None:
        """Scrolls by itself where it may be as low as that can be; else it is as high as its content.

        Args:
            spare: How much room is left around it, as high as it has to be now.
        """
        if self._content is None:
            return
        height = self._content.sizeHint().height()
        spare += self.minimumHeight() - min(LEAST_SCROLLING, height)
        least = min(LEAST_SCROLLING, height) if spare >= 0 else height
        if least != self.minimumHeight():
            self.setMinimumHeight(least)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """That of its content."""
        return self._content.sizeHint() if self._content else super().sizeHint()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Asks for more or less room when the content does."""
        if watched is self._content and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


def _with_bar(area: QScrollArea, content: QWidget) -> int:
    """The least width of what is in an area, and of the bar beside it."""
    return content.minimumSizeHint().width() + area.verticalScrollBar().sizeHint().width()


def _put_below_each_other(widgets: tuple[QWidget, ...], whole: QWidget) -> None:
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for widget in widgets:
        column.addWidget(widget)
    column.setStretchFactor(widgets[-1], 1)


def _put_settings(widgets: tuple[QWidget, ...], whole: QWidget) -> None:
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 12, 0, 12)
    column.setSpacing(18)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)

"""The bar above the preview: the versions of the walk, and which of them it is compared with."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from sd3explorer.app.eliding_box import ElidingBox
from sd3explorer.app.fields import leave_wheel
from sd3explorer.app.icons import icon
from sd3explorer.app.plain_text import without_mnemonics
from sd3explorer.app.shortcuts import key_names, with_key_name
from sd3explorer.walk.keeping import version_of
from sd3explorer.walk.walk import Walk

HEIGHT = 42
# Of a name, in pixels; the tooltip has all of it.
WIDEST_NAME, WIDEST_CHOICE = 150, 190
LEAST_CHIPS = 96


class VersionsBar(QFrame):
    """A button for each version; hidden where there is none.

    Signals:
        keep_asked: The walk as it is now shall be kept.
        show_asked, compare_asked, rename_asked, remove_asked: With the name of a version; of `compare_asked`
            it may be "", which compares with none.
        wipe_asked: Whether pictures shall be wiped, not side by side.
    """

    keep_asked = Signal()
    show_asked = Signal(str)
    compare_asked = Signal(str)
    rename_asked = Signal(str)
    remove_asked = Signal(str)
    wipe_asked = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setFixedHeight(HEIGHT)
        self.chips: list[VersionChip] = []
        self._names: tuple[str, ...] = ()
        self.keep = QToolButton(self)
        self.keep.setIcon(icon("add", self.keep))
        self.keep.setText(self.tr("Keep"))
        self.keep.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.keep.clicked.connect(self.keep_asked)
        self.compare = ElidingBox(self.tr("Compare with…"), self)
        self.compare.setAccessibleName(self.tr("Compare with"))
        self.compare.setMaximumWidth(WIDEST_CHOICE)
        # In a small window it gives way, or no version would be seen; what it is for can still be read.
        self.compare.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.compare.activated.connect(lambda _: self.compare_asked.emit(self.compare.currentData()))
        leave_wheel(self.compare)
        self.wipe = QToolButton(self)
        self.wipe.setText(self.tr("Wipe"))
        self.wipe.setCheckable(True)
        self.wipe.clicked.connect(self.wipe_asked)
        for control in (self.keep, self.wipe, self.compare):
            control.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._chips = QWidget()
        self._row = QHBoxLayout(self._chips)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._row.addStretch(1)
        self._lay_out()
        self.show_keys(key_names({}))
        self.hide()

    def show_keys(self, names: Mapping[str, str]) -> None:
        """Names keys in tooltips.

        Args:
            names: What they are called, by the actions' ids; "" where one has none.
        """
        for control, tip, action in (
            (self.keep, self.tr("Keep the walk as it is now as a version"), "keep_version"),
            (self.compare, self.tr("The version beside the walk as it is now"), "compare"),
            (self.wipe, self.tr("One over the other, with a line that you can drag"), "wipe"),
        ):
            control.setToolTip(with_key_name(tip, names[action]))

    def show_walk(self, walk: Walk) -> None:
        """Shows the versions of a walk, and which of them it is."""
        names = tuple(version.name for version in walk.versions)
        if names != self._names:
            self._names = names
            self._make_chips()
            self._fill_choices()
        now = version_of(walk) if names else ""
        self.keep.setEnabled(not now)
        for chip in self.chips:
            chip.setChecked(chip.name == now)
        self.setVisible(bool(names))
        self._scroll_soon()

    def show_compared(self, name: str, wiped: bool) -> None:
        """Shows what the walk is compared with; "" is nothing."""
        with QSignalBlocker(self.compare):
            self.compare.setCurrentIndex(max(self.compare.findData(name), 0))
        self.wipe.setEnabled(bool(name))
        self.wipe.setChecked(wiped)

    def _lay_out(self) -> None:
        area = QScrollArea(self)
        area.setWidget(self._chips)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        area.horizontalScrollBar().rangeChanged.connect(self._scroll_soon)
        area.setMinimumWidth(LEAST_CHIPS)
        self._area = area
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 4, 16, 4)
        layout.setSpacing(8)
        layout.addWidget(self.keep)
        layout.addWidget(area, 3)
        layout.addWidget(self.compare, 1)
        layout.addWidget(self.wipe)

    def _make_chips(self) -> None:
        # Those that are still there stay, and the keyboard with them.
        before = {chip.name: chip for chip in self.chips}
        self.chips = [before.pop(name, None) or self._chip(name) for name in self._names]
        for chip in before.values():
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        for place, chip in enumerate(self.chips):
            self._row.insertWidget(place, chip)

    def _chip(self, name: str) -> "VersionChip":
        chip = VersionChip(name, self._chips)
        chip.clicked.connect(lambda: self._show(chip))
        chip.compare_asked.connect(self.compare_asked)
        chip.rename_asked.connect(self.rename_asked)
        chip.remove_asked.connect(self.remove_asked)
        chip.reached.connect(lambda: self._area.ensureWidgetVisible(chip, 12, 0))
        return chip

    def _scroll_soon(self) -> None:
        # New buttons have no place before the next layout.
        QTimer.singleShot(0, self, self._scroll_to_now)

    def _scroll_to_now(self) -> None:
        for chip in self.chips:
            if chip.isChecked():
                self._area.ensureWidgetVisible(chip, 12, 0)

    def _show(self, chip: "VersionChip") -> None:
        # What is checked is what the walk is, whatever was clicked.
        chip.setChecked(not chip.isChecked())
        self.show_asked.emit(chip.name)

    def _fill_choices(self) -> None:
        chosen = self.compare.currentData()
        self.compare.clear()
        self.compare.addItem(self.tr("Compare with…"), "")
        for name in self._names:
            self.compare.addItem(name, name)
            self.compare.setItemData(self.compare.count() - 1, name, Qt.ItemDataRole.ToolTipRole)
        self.compare.setCurrentIndex(max(self.compare.findData(chosen), 0))


class VersionChip(QToolButton):
    """The button of a version: a click shows it, its menu has the rest."""

    compare_asked = Signal(str)
    rename_asked = Signal(str)
    remove_asked = Signal(str)
    reached = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = name
        self.setProperty("role", "chip")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        shown = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, WIDEST_NAME)
        self.setText(without_mnemonics(shown))
        self.setAccessibleName(self.tr("Version {0}").format(name))
        self.setToolTip(
            self.tr("{0}\nA click shows it, a double click renames it; its menu compares").format(name)
        )

    def menu_of_version(self) -> QMenu:
        """What can be done with it."""
        menu = QMenu(self)
        menu.addAction(self.tr("&Show"), self.click)
        menu.addAction(self.tr("&Compare with the walk as it is now"), self._compare)
        menu.addSeparator()
        menu.addAction(self.tr("&Rename…"), self._rename)
        menu.addAction(self.tr("R&emove"), self._remove)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 (Qt's name)
        """Says what can be done with it."""
        at_pointer = event.reason() == QContextMenuEvent.Reason.Mouse
        menu = self.menu_of_version()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos() if at_pointer else self.mapToGlobal(QPoint(0, self.height())))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Asks for another name."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._rename()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Return shows it, Delete removes it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._remove()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: object) -> None:  # noqa: N802 (Qt's name)
        """Is scrolled to."""
        super().focusInEvent(event)  # type: ignore[arg-type]
        self.reached.emit()

    def _compare(self) -> None:
        self.compare_asked.emit(self.name)

    def _rename(self) -> None:
        self.rename_asked.emit(self.name)

    def _remove(self) -> None:
        self.remove_asked.emit(self.name)

"""A part of a panel with a heading, which folds it away and stays as it was left."""

from typing import cast

from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from sd3explorer.app.icons import icon

SPACING = 6
ARROW = QSize(10, 10)


class Section(QWidget):
    """A heading, and below it what is put into `body`, which the heading folds away.

    Args:
        name: Its name in the settings, by which it is folded in the next window too.
        title: What the heading says.
        beside: What stands at the right of the heading, and stays when it is folded.
        parent: Qt's parent.

    Attributes:
        heading: A button that is pressed in while the section is open.
        body: Column of what is in it.
    """

    def __init__(
        self, name: str, title: str, beside: QWidget | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._setting = f"folded/{name}"
        self.heading = QToolButton(self)
        self.heading.setText(title)
        self.heading.setCheckable(True)
        self.heading.setProperty("role", "section")
        self.heading.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.heading.setIconSize(ARROW)
        self.heading.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._inside = QWidget(self)
        self.body = QVBoxLayout(self._inside)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(SPACING)
        row = QHBoxLayout()
        row.setSpacing(SPACING)
        row.addWidget(self.heading, 1)
        if beside is not None:
            row.addWidget(beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addLayout(row)
        column.addWidget(self._inside)
        if beside is not None:
            self.setTabOrder(self.heading, beside)
        self._icons = {True: icon("fold-open", self.heading), False: icon("fold-closed", self.heading)}
        folded = cast(bool, QSettings().value(self._setting, False, type=bool))
        self.heading.setChecked(not folded)
        self._show(not folded)
        self.heading.toggled.connect(self._show)
        self.heading.clicked.connect(self._remember)

    @property
    def folded(self) -> bool:
        """Whether what is in it is hidden."""
        return not self.heading.isChecked()

    def _show(self, is_open: bool) -> None:
        shown: QIcon = self._icons[is_open]
        self.heading.setIcon(shown)
        self.heading.setAccessibleDescription(self.tr("open") if is_open else self.tr("folded"))
        self._inside.setVisible(is_open)

    def _remember(self) -> None:
        QSettings().setValue(self._setting, self.folded)

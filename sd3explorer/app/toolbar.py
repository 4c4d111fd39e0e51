"""The toolbar: rendering at the left, model and memory at the right."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSizePolicy, QToolBar, QToolButton, QWidget

from sd3explorer.app.icons import icon
from sd3explorer.app.plain_text import without_mnemonics
from sd3explorer.app.texts import in_local_units, without_key
from sd3explorer.render.messages import DeviceMemory


class Toolbar(QToolBar):
    """Render, Stop, Live, and chips that lead to the models."""

    models_requested = Signal()

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Toolbar"))
        self.setMovable(False)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(16, 16))
        self.toggleViewAction().setVisible(False)
        for name in ("render", "stop", "live"):
            self.addAction(actions[name])
            actions[name].setIconText(without_key(actions[name].text()))
            # Qt leaves the buttons of a toolbar out of the order of the Tab key.
            self.widgetForAction(actions[name]).setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button = self.widgetForAction(actions["render"])
        button.setProperty("role", "primary")
        actions["render"].setIcon(icon("play", button))
        space = QWidget()
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(space)
        self._model = self._chip(self.tr("The model: choose another"))
        self._memory = self._chip(self.tr("Memory of the device that renders"))
        self.addWidget(self._model)
        self._memory_shown = self.addWidget(self._memory)
        self.show_memory(None)

    def show_model(self, name: str, image_size: tuple[int, int] | None) -> None:
        """Shows which model renders, and its pictures' height and width where that is known."""
        size = f" · {image_size[1]} × {image_size[0]}" if image_size else ""
        self._model.setText(f"{without_mnemonics(name)}{size} ▾")

    def show_memory(self, memory: DeviceMemory | None) -> None:
        """Shows how full the device's memory is; None while no engine runs."""
        self._memory_shown.setVisible(memory is not None)
        if memory is not None:
            self._memory.setText(
                f"{memory.device} · {in_local_units(memory.used)} / {in_local_units(memory.total)}"
            )

    def _chip(self, name: str) -> QToolButton:
        chip = QToolButton()
        chip.setProperty("role", "chip")
        chip.setAccessibleName(name)
        chip.setToolTip(name)
        chip.clicked.connect(self.models_requested)
        return chip

"""The row above the timeline: playing, and how even the motion is."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from sd3explorer.app.change_curve import Evenness
from sd3explorer.app.icons import icon
from sd3explorer.app.playhead import Playhead

BUTTON_WIDTH = 40


class TransportBar(QWidget):
    """Buttons that move the playhead and zoom, and a chip that tells how even the motion is.

    Args:
        playhead: What the buttons move.
        parent: Qt's owner.
    """

    zoom_in = Signal()
    zoom_out = Signal()
    zoom_to_fit = Signal()

    def __init__(self, playhead: Playhead, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._playhead = playhead
        self._evenness: Evenness | None = None
        self._play = QToolButton(self)
        self._change_title = QLabel(self.tr("Change between frames"), self)
        self.chip = QPushButton(self)
        self._lay_out()
        # As wide for both, so that nothing beside it moves.
        self._show_playing(True)
        self._show_playing(playhead.playing)
        self.show_evenness(None)
        self._play.clicked.connect(playhead.toggle)
        self.chip.clicked.connect(self._go_to_largest_change)
        playhead.playing_changed.connect(self._show_playing)

    def show_evenness(self, evenness: Evenness | None) -> None:
        """Shows how even the motion is; nothing where that isn't known."""
        self._evenness = evenness
        self._change_title.setVisible(evenness is not None)
        self.chip.setVisible(evenness is not None)
        if evenness is not None:
            self.chip.setText(self.tr("max ÷ median {ratio:.1f}").format(ratio=evenness.ratio))
            self.chip.setToolTip(
                self.tr(
                    "The largest change from a frame to the next, over the usual one; 1.0 is perfectly even. "
                    "Click to go there, after frame {frame}."
                ).format(frame=evenness.frame + 1)
            )

    def _lay_out(self) -> None:
        head, layout = self._playhead, QHBoxLayout(self)
        self._play.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._play.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._button("first", self.tr("First frame"), lambda: head.step(-head.index)))
        layout.addWidget(self._button("previous", self.tr("Previous frame"), lambda: head.step(-1)))
        layout.addWidget(self._play)
        layout.addWidget(self._button("next", self.tr("Next frame"), lambda: head.step(1)))
        layout.addWidget(self._button("last", self.tr("Last frame"), lambda: head.step(head.frame_count)))
        hint = QLabel(self.tr("J K L · ← → step · Space play · I make keyframe"), self)
        hint.setProperty("role", "dim")
        hint.setMinimumWidth(0)
        layout.addSpacing(10)
        layout.addWidget(hint)
        layout.addStretch(1)
        self._change_title.setProperty("role", "dim")
        self.chip.setProperty("role", "chip")
        layout.addWidget(self._change_title)
        layout.addWidget(self.chip)
        layout.addSpacing(6)
        layout.addWidget(self._flat("zoom-out", self.tr("Zoom out"), self.zoom_out.emit))
        layout.addWidget(self._flat("fit", self.tr("Show all frames"), self.zoom_to_fit.emit))
        layout.addWidget(self._flat("zoom-in", self.tr("Zoom in"), self.zoom_in.emit))

    def _button(self, picture: str, name: str, act: Callable[[], object]) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(picture, button))
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setMinimumWidth(BUTTON_WIDTH)
        button.setAutoRepeat(picture in ("previous", "next"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(act)
        return button

    def _flat(self, picture: str, name: str, act: Callable[[], object]) -> QToolButton:
        button = self._button(picture, name, act)
        button.setMinimumWidth(0)
        button.setProperty("flat", True)
        return button

    def _show_playing(self, playing: bool) -> None:
        self._play.setText(self.tr("Pause") if playing else self.tr("Play"))
        self._play.setIcon(icon("pause" if playing else "play", self._play))
        self._play.setMinimumWidth(max(self._play.sizeHint().width(), self._play.minimumWidth()))

    def _go_to_largest_change(self) -> None:
        if self._evenness is not None:
            self._playhead.step(self._evenness.frame - self._playhead.index)

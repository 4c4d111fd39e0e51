"""The export in a window of its own: its options, and what they make of it."""

from typing import cast

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sd3explorer.app.export.options_form import OptionsForm
from sd3explorer.app.export.player import Player
from sd3explorer.app.export.thread import Exported
from sd3explorer.app.screen import resize_within_screen
from sd3explorer.export import Options

FIRST_SIZE = QSize(920, 620)
_FORM_WIDTH = 290


class OptionsDialog(QDialog):
    """Changes the options of the export panel's file, and plays that file as it is on the disk.

    It doesn't block the window; every change takes effect at once, and is kept.

    Args:
        carry_action: Whether files carry their walk.
        parent: The export panel.
    """

    format_chosen = Signal(int)  # place in CHOICES
    options_changed = Signal(object)  # Options
    save_requested = Signal()

    def __init__(self, carry_action: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export options"))
        self._carry = QCheckBox(carry_action.text())
        self._carry.setToolTip(carry_action.toolTip())
        self._carry.setChecked(carry_action.isChecked())
        self._carry.toggled.connect(carry_action.setChecked)
        carry_action.toggled.connect(self._carry.setChecked)
        self._exported: Exported | None = None
        self._form = OptionsForm(self._carry)
        self._facts = _words("")
        self._note = _words("dim")
        self._note.setMinimumHeight(3 * self._note.fontMetrics().lineSpacing())
        self._bar = QProgressBar(textVisible=False)
        self._bar.setAccessibleName(self.tr("Progress of the export"))
        self._player = Player()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._save = self._buttons.addButton(self.tr("Save as…"), QDialogButtonBox.ButtonRole.ActionRole)
        self._lay_out()
        self._form.format_chosen.connect(self.format_chosen)
        self._form.changed.connect(self.options_changed)
        self._save.clicked.connect(self.save_requested)
        self._buttons.rejected.connect(self.reject)

    def show_options(
        self, place: int, options: Options, frame_size: tuple[int, int], has_pictures: bool = False
    ) -> None:
        """Shows what is chosen.

        Args:
            place: Of the format in `CHOICES`.
            options: What is chosen, whether that format knows it or not.
            frame_size: Width and height of the walk's frames; zeros while unknown.
            has_pictures: Whether keyframes of the walk have any, which it may carry.
        """
        self._form.show_options(place, options, frame_size, has_pictures)

    def show_missing(self, text: str) -> None:
        """Shows that there is no file, and why."""
        self._show(None, "", "")
        self._player.say(self.tr("Nothing to play yet"), text)

    def show_progress(self, text: str, done: int, total: int) -> None:
        """Shows how far the file is, beside the last picture of the one before."""
        # Its file may be gone already.
        self._player.stop()
        if self._player.image is None:
            self._player.say("", text)
        self._show(None, text, "", busy=True)
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def show_exported(self, exported: Exported) -> None:
        """Plays a file that is ready."""
        text = f"{exported.pixels_text} · {exported.frames_text} · {exported.size_text}"
        self._show(exported, text, exported.outcome.note)
        self._play()

    def show_failure(self, sentence: str) -> None:
        """Shows why there is no file."""
        self._show(None, "", "")
        self._player.say(self.tr("No file could be made"), sentence)

    def show_note(self, text: str) -> None:
        """Says what became of the file, until it is made anew."""
        self._note.setText(text)

    def set_can_save(self, can_save: bool) -> None:
        """Whether there is something to be saved."""
        self._save.setEnabled(can_save)

    def close_down(self) -> None:
        """Stops playing, and waits until no thread runs."""
        self._player.close_down()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """Plays what is ready."""
        super().showEvent(event)
        self._play()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 (Qt's name)
        """Stops playing, which nobody sees."""
        super().hideEvent(event)
        self._player.stop()

    def _play(self) -> None:
        if self._exported is not None and self.isVisible():
            self._player.play(self._exported.path, self._exported.outcome.width)

    def _show(self, exported: Exported | None, text: str, note: str, *, busy: bool = False) -> None:
        self._exported = exported
        self._facts.setText(text)
        self._note.setText(note)
        self._bar.setVisible(busy)

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(6)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._form)
        column.addStretch()
        column.addWidget(self._bar)
        column.addWidget(self._facts)
        column.addWidget(self._note)
        side = QWidget()
        side.setLayout(column)
        side.setFixedWidth(max(_FORM_WIDTH, self._form.sizeHint().width()))
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(side)
        both.addWidget(self._player, 1)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addLayout(both, 1)
        layout.addWidget(self._buttons)
        for button in self._buttons.buttons():
            # Return completes a field here.
            cast(QPushButton, button).setAutoDefault(False)
        resize_within_screen(self, FIRST_SIZE)


def _words(role: str) -> QLabel:
    label = QLabel(wordWrap=True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    label.setProperty("role", role)
    return label

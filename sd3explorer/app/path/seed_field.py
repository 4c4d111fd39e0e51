"""Where one types, shuffles or locks the seed of a noise."""

import secrets

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from sd3explorer.app.fields import leave_undo
from sd3explorer.app.icons import icon
from sd3explorer.walk.limits import MAX_SEED

# Shuffled seeds are short enough to be read out; typed ones may be any.
SHUFFLED = 2**32


class SeedValidator(QValidator):
    """Lets in whole numbers from 0 to the largest seed, and nothing else."""

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Whether a text is a seed, may become one, or can't."""
        if not text:
            return QValidator.State.Intermediate, text, position
        if not (text.isascii() and text.isdigit()) or int(text[:100]) > MAX_SEED or len(text) > 100:
            return QValidator.State.Invalid, text, position
        return QValidator.State.Acceptable, text, position


class SeedField(QWidget):
    """A seed and a button that draws another one.

    Signals:
        seed_edited: The user chose another seed; with it. An `object`, as Qt's numbers are too small.
    """

    seed_edited = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seed = 0
        self.edit = _SeedEdit()
        self.edit.setText("0")
        self.edit.setValidator(SeedValidator(self.edit))
        leave_undo(self.edit)
        self.edit.left.connect(self._tidy)
        self.shuffle_button = QToolButton()
        self.shuffle_button.setIcon(icon("shuffle", self.shuffle_button))
        self.shuffle_button.setToolTip(self.tr("Another seed at random"))
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(4)
        self.row.addWidget(self.edit, 1)
        self.row.addWidget(self.shuffle_button)
        self.setFocusProxy(self.edit)
        self.edit.textEdited.connect(self._take_text)
        self.shuffle_button.clicked.connect(self.shuffle)
        self.show_name(name)

    def show_name(self, name: str) -> None:
        """Names the field for screen readers."""
        self.edit.setAccessibleName(name)
        self.shuffle_button.setAccessibleName(self.tr("Shuffle: {name}").format(name=name))

    def show_seed(self, seed: int) -> None:
        """Shows a seed; what is being typed stays as it is when it means the same."""
        if seed != self._seed:
            self._seed = seed
            self.edit.setText(str(seed))

    def shuffle(self) -> None:
        """Draws another seed."""
        if self.isEnabled():
            self._choose(secrets.randbelow(SHUFFLED))
            self.edit.setText(str(self._seed))

    def _take_text(self, text: str) -> None:
        if self.edit.hasAcceptableInput():
            self._choose(int(text))

    def _choose(self, seed: int) -> None:
        if seed != self._seed:
            self._seed = seed
            self.seed_edited.emit(seed)

    def _tidy(self) -> None:
        self.edit.setText(str(self._seed))


class _SeedEdit(QLineEdit):
    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 (Qt's name)
        super().focusOutEvent(event)
        self.left.emit()

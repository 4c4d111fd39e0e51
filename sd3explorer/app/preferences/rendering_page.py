"""What computes, and in which model new walks begin."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from sd3explorer.app.models.lookout import Look, Lookout
from sd3explorer.app.preferences.page import Page, choice, note, show_choice
from sd3explorer.app.preferences.remembered import PRECISIONS, Preferences
from sd3explorer.machine.backends import AUTO, TITLES, installed
from sd3explorer.presets.catalog import STARTER, title
from sd3explorer.presets.library import Library


class RenderingPage(Page):
    """Model, backend and precision.

    Args:
        look: What looks for models; None looks through the library.
        backends: Those of Keras that are installed; None looks for them.
        parent: Qt's parent.
    """

    def __init__(
        self,
        look: Look | None = None,
        backends: Sequence[str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._lookout = Lookout(look, self)
        self._lookout.looked.connect(self._show_library)
        self._models: tuple[str, ...] = (STARTER.name,)
        there = installed() if backends is None else backends
        self.model = choice()
        self.backend = choice(
            (self.tr("Automatic: one that has the GPU"), AUTO), *((TITLES[name], name) for name in there)
        )
        self.precision = choice(
            (self.tr("Automatic: what suits the device"), AUTO), *((name, name) for name in PRECISIONS)
        )
        for box in (self.model, self.backend, self.precision):
            box.activated.connect(self._choose)
        self.form.addRow(self.tr("&Model of new walks"), self.model)
        self.form.addRow("", note(self.tr("For File › New. A walk that exists keeps its own.")))
        self.form.addRow(self.tr("&Backend"), self.backend)
        self.form.addRow(self.tr("Pre&cision"), self.precision)
        self.form.addRow(
            "",
            note(
                self.tr(
                    "Both apply at once, in this window. Another precision makes other frames: all are "
                    "rendered anew, and those of before come back with their precision."
                )
            ),
        )
        self.show_preferences(self.shown)

    def show_preferences(self, preferences: Preferences) -> None:
        """Shows preferences."""
        super().show_preferences(preferences)
        names = dict.fromkeys((*self._models, preferences.model))
        self.model.clear()
        for name in names:
            self.model.addItem(title(name), name)
        for box, value in (
            (self.model, preferences.model),
            (self.backend, preferences.backend),
            (self.precision, preferences.precision),
        ):
            show_choice(box, value)
        if self.backend.currentIndex() < 0:
            # It was there when it was chosen, and may be again.
            self.backend.setPlaceholderText(self.tr("{0} is not installed").format(preferences.backend))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """Looks which models there are."""
        super().showEvent(event)
        if not event.spontaneous():
            self._lookout.look([self.shown.model])

    def shut_down(self) -> None:
        """Ends its thread. For when the app ends."""
        self._lookout.shut_down()

    def _show_library(self, library: Library) -> None:
        self._models = tuple(entry.preset for entry in library.entries if entry.is_usable)
        if not self.model.view().isVisible():
            self.show_preferences(self.shown)

    def _choose(self) -> None:
        chosen = {
            "model": self.model.currentData(),
            "backend": self.backend.currentData() or self.shown.backend,
            "precision": self.precision.currentData(),
        }
        self.edited.emit(replace(self.shown, **chosen))

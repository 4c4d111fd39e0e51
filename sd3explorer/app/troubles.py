"""What goes wrong and may pass: said in the message bar, and taken back when it is over."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from sd3explorer.app.document.recovery import Recovery
from sd3explorer.app.frames.frames import Frames
from sd3explorer.app.messages import Action, MessageBar
from sd3explorer.app.models.dialog import ModelsDialog
from sd3explorer.app.rendering.render_thread import RenderThread
from sd3explorer.logs import tail

# What messages are about.
WALK, ENGINE, FETCHING, RECOVERY = "walk", "engine", "fetching", "recovery"


class Troubles(QObject):
    """Follows parts of the window, and says what is wrong with them.

    Args:
        messages: Where to say it.
        logs: Files whose ends are the details of engine trouble.
        parent: Qt's owner.
    """

    def __init__(
        self, messages: MessageBar, logs: Sequence[Path | None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._messages = messages
        self._logs = logs
        self._render_again: Callable[[], object] = lambda: None

    def follow_walk(self, frames: Frames, show_models: Callable[[], object]) -> None:
        """Says why a walk can't be rendered, until it was looked up anew.

        Args:
            frames: The walk's.
            show_models: Leads to other models, where its own is the trouble.
        """
        self._frames, self._show_models = frames, show_models
        frames.trouble.connect(self.show_walk)
        frames.reset.connect(self._hide_walk)

    def follow_engine(self, thread: RenderThread, render_again: Callable[[], object]) -> None:
        """Says why the engine doesn't work, until it does."""
        self._render_again = render_again
        thread.trouble.connect(self._show_rendering)
        thread.warming_failed.connect(self._show_engine)
        for works in (thread.rendered, thread.warmed):
            works.connect(self._hide_engine)

    def follow_fetching(self, models: ModelsDialog) -> None:
        """Says why a model can't be fetched, until one was."""
        self._models = models
        models.failed.connect(self._show_fetching)
        models.fetched.connect(self._hide_fetching)

    def follow_recovery(self, recovery: Recovery) -> None:
        """Says why edits can't be kept for a crash, until they are."""
        recovery.failed.connect(self._show_recovery)
        recovery.mended.connect(self._hide_recovery)

    def show_walk(self, text: str) -> None:
        """Says what is wrong with the walk as it is now."""
        models = [(self.tr("Models…"), self._show_models)] if self._frames.preset is None else []
        self._messages.show_message(text, actions=models, topic=WALK)

    def _hide_walk(self) -> None:
        self._messages.retract(WALK)

    def _show_rendering(self, text: str) -> None:
        self._show_engine(text, [(self.tr("Try again"), self._render_again)])

    def _show_engine(self, text: str, actions: Sequence[Action] = ()) -> None:
        details = "\n\n".join(filter(None, map(tail, self._logs)))
        self._messages.show_message(text, details, actions, topic=ENGINE)

    def _hide_engine(self) -> None:
        self._messages.retract(ENGINE)

    def _show_fetching(self, text: str) -> None:
        if not self._models.isVisible():
            # Else it says so itself, where one has asked for it.
            self._messages.show_message(text, topic=FETCHING)

    def _hide_fetching(self) -> None:
        self._messages.retract(FETCHING)

    def _show_recovery(self, text: str) -> None:
        self._messages.show_message(text, topic=RECOVERY)

    def _hide_recovery(self) -> None:
        self._messages.retract(RECOVERY)

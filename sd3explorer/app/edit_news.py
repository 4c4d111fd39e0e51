"""What came of an edit, said until it is undone."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from sd3explorer.app.document.document import Document
from sd3explorer.app.messages import Action, MessageBar


class EditNews(QObject):
    """Says in the message bar what an edit has changed and how it is undone, for as long as that is so.

    Args:
        document: Whose edits they are.
        messages: Where to say it.
        parent: Qt's owner.
    """

    def __init__(self, document: Document, messages: MessageBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stack = document.undo_stack
        self._messages = messages
        # How many edits had been made, by what the message is about.
        self._edits: dict[str, int] = {}
        self._stack.indexChanged.connect(self._take_back)

    def say(self, text: str, topic: str, actions: Sequence[Action] = (), level: str = "info") -> None:
        """Says something of the last edit, in place of what was said about the same.

        Args:
            text: A sentence or two.
            topic: What it is about.
            actions: What can be done then.
            level: "error" where a part of it could not be done.
        """
        self._messages.retract(topic)
        self._messages.show_message(text, actions=actions, level=level, topic=topic)
        self._edits[topic] = self._stack.index()

    def _take_back(self, edits: int) -> None:
        for topic in [topic for topic, made in self._edits.items() if edits < made]:
            del self._edits[topic]
            self._messages.retract(topic)

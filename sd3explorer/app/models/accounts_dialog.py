"""The dialog for tokens of the hubs: they are handed to the hubs' own libraries, and never shown again."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QThread, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QLineEdit, QPushButton, QWidget

from sd3explorer.app.fields import show_role
from sd3explorer.presets.accounts import HUBS, Hub, is_signed_in, sign_in
from sd3explorer.presets.identity import Stopped, StoppedError
from sd3explorer.presets.preset import PresetError

SignIn = Callable[[Hub, str, Stopped], str]

WIDTH = 620


class AccountsDialog(QDialog):
    """A field for each hub's token.

    Args:
        parent: Qt's parent.
        sign_in: What hands a token to its hub.
    """

    def __init__(self, parent: QWidget | None = None, sign_in: SignIn = sign_in) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Accounts"))
        layout = QGridLayout(self)
        layout.setVerticalSpacing(6)
        layout.setColumnStretch(1, 1)
        note = QLabel(
            self.tr(
                "Models with a licence are fetched with an account that has accepted it. A token stays "
                "with the hub's own library on this machine, which other programs share."
            ),
            wordWrap=True,
        )
        layout.addWidget(note, 0, 0, 1, 3)
        self._rows = [HubRow(hub, layout, 1 + 3 * number, sign_in, self) for number, hub in enumerate(HUBS)]
        self.resize(WIDTH, self.sizeHint().height())

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """Looks whether there are tokens whenever it comes up."""
        super().showEvent(event)
        if not event.spontaneous():
            for row in self._rows:
                row.look()

    def shut_down(self) -> None:
        """Closes it and waits for what it does. For when the app ends."""
        self.hide()
        for row in self._rows:
            row.end()


class HubRow(QObject):
    """The row of one hub: its field, and what became of the token.

    Args:
        hub: The hub.
        layout: Where its widgets go.
        at: The first of its three rows there.
        sign_in: What hands a token to its hub.
        parent: Qt's parent.
    """

    def __init__(self, hub: Hub, layout: QGridLayout, at: int, sign_in: SignIn, parent: QObject) -> None:
        super().__init__(parent)
        self._hub = hub
        self._sign_in = sign_in
        self._thread: _TokenThread | None = None
        self._next: _TokenThread | None = None
        name = QLabel(f"<b>{hub.title}</b>")
        name.setTextFormat(Qt.TextFormat.RichText)
        page = QLabel(self.tr('<a href="{0}">Make a token</a>').format(hub.tokens))
        page.setTextFormat(Qt.TextFormat.RichText)
        page.setOpenExternalLinks(True)
        self._field = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self._field.setAccessibleName(self.tr("Token of {0}").format(hub.title))
        self._field.setPlaceholderText(self._hint())
        self._field.textChanged.connect(self._show_ready)
        self._field.returnPressed.connect(self._begin)
        self._keep = QPushButton(self.tr("Sign in"))
        self._keep.setAutoDefault(False)
        self._keep.setAccessibleName(self.tr("Sign in to {0}").format(hub.title))
        self._keep.clicked.connect(self._begin)
        self._state = QLabel(wordWrap=True)
        self._state.setProperty("role", "dim")
        layout.addWidget(name, at, 0)
        layout.addWidget(self._field, at, 1)
        layout.addWidget(self._keep, at, 2)
        layout.addWidget(self._state, at + 1, 1)
        layout.addWidget(page, at + 1, 2)
        layout.setRowMinimumHeight(at + 2, 8)
        self._show_ready()

    def look(self) -> None:
        """Looks whether there is a token, in a thread, as the libraries take a moment to be imported."""
        # What waits says so too; a token that waits would be lost.
        if self._next is None:
            self._run(_TokenThread(self._look, self))

    def end(self) -> None:
        """Stops what it does, and waits for that."""
        self._next = None
        if self._thread is not None:
            self._thread.requestInterruption()
            self._thread.wait()

    def _begin(self) -> None:
        token = self._field.text()
        if not self._keep.isEnabled():
            return
        # Gone from the window before anything is done with it.
        self._field.clear()
        self._say(self.tr("Asking {0}…").format(self._hub.title))
        self._run(_TokenThread(lambda stopped: self._enter(token, stopped), self))

    def _run(self, thread: "_TokenThread") -> None:
        if self._thread is not None:
            self._next = thread
            return
        self._thread = thread
        thread.said.connect(self._say)
        thread.finished.connect(self._end_thread)
        thread.start()

    def _look(self, _: Stopped) -> tuple[str, str]:
        if self._hub.overriding:
            text = self.tr("The environment variable {0} is set, and comes before what is entered here.")
            return text.format(self._hub.overriding), "dim"
        if is_signed_in(self._hub):
            return self.tr("A token is kept in {0}. A new one replaces it.").format(self._hub.kept), "dim"
        return self.tr("No token yet."), "dim"

    def _enter(self, token: str, stopped: Stopped) -> tuple[str, str]:
        try:
            user = self._sign_in(self._hub, token, stopped)
        except StoppedError:
            return "", "dim"
        except PresetError as error:
            return f"{error}.", "error"
        return self.tr("Signed in as {0}; the token is kept in {1}.").format(user, self._hub.kept), "dim"

    def _say(self, text: str, role: str = "dim") -> None:
        self._state.setText(text)
        show_role(self._state, role)

    def _hint(self) -> str:
        if self._hub.id == "kaggle":
            return self.tr("API token, or all that is in kaggle.json")
        return self.tr("Access token, hf_…")

    def _show_ready(self) -> None:
        self._keep.setEnabled(bool(self._field.text().strip()))

    def _end_thread(self) -> None:
        if self._thread is not None:
            self._thread.deleteLater()
            self._thread = None
        if self._next is not None:
            following, self._next = self._next, None
            self._run(following)


class _TokenThread(QThread):
    said = Signal(str, str)

    def __init__(self, ask: Callable[[Stopped], tuple[str, str]], parent: QObject) -> None:
        super().__init__(parent)
        self._ask = ask

    def run(self) -> None:
        text, role = self._ask(self.isInterruptionRequested)
        if text and not self.isInterruptionRequested():
            self.said.emit(text, role)

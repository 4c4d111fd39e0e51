"""Other machines that render too."""

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from PySide6.QtCore import QObject, QThread, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QListWidget, QWidget

from sd3explorer.app.fields import push_button
from sd3explorer.app.preferences.page import Page, note
from sd3explorer.app.preferences.remembered import MOST_ENGINES, Preferences
from sd3explorer.machine.backends import TITLES
from sd3explorer.render.address import Address
from sd3explorer.render.handshake import About
from sd3explorer.render.messages import RenderError
from sd3explorer.render.ssh import OtherMachine

logger = logging.getLogger(__name__)

# Asks a machine what it has, given its address and what tells whether nobody wants to know any more.
AskMachine: TypeAlias = Callable[[str, Callable[[], bool]], About]

LIST_HEIGHT = 120


def ask_machine(address: str, stopped: Callable[[], bool]) -> About:
    """What a machine has.

    Args:
        address: Where it is.
        stopped: Asked again and again.

    Raises:
        RenderError: It can't be used, and what to do.
    """
    return OtherMachine.of_user(address).look(stopped)


class EnginesPage(Page):
    """A list of addresses, one to be added, and what is found there.

    Args:
        ask: What asks a machine what it has.
        parent: Qt's parent.
    """

    def __init__(self, ask: AskMachine = ask_machine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ask = ask
        self._thread: AskingThread | None = None
        self.engines = QListWidget()
        self.engines.setAccessibleName(self.tr("Engines on other machines"))
        self.engines.setFixedHeight(LIST_HEIGHT)
        self.address = QLineEdit(placeholderText="ssh://host")
        self.address.setAccessibleName(self.tr("Address of an engine"))
        self.test = push_button(self.tr("&Test"), self._test)
        self.add = push_button(self.tr("A&dd"), self._add)
        self.remove = push_button(self.tr("Re&move"), self._remove)
        self.found = note()
        self._lay_out()
        self.address.textChanged.connect(self._show_state)
        self.address.returnPressed.connect(self._add)
        self.engines.itemSelectionChanged.connect(self._show_state)
        self._show_state()

    def show_preferences(self, preferences: Preferences) -> None:
        """Shows preferences."""
        super().show_preferences(preferences)
        shown = [self.engines.item(row).text() for row in range(self.engines.count())]
        if shown != list(preferences.engines):
            self.engines.clear()
            self.engines.addItems(preferences.engines)
        self._show_state()

    def shut_down(self) -> None:
        """Waits for its thread. For when the app ends."""
        if self._thread is not None:
            self._thread.requestInterruption()
            self._thread.wait()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for widget in (self.address, self.test, self.add):
            buttons.addWidget(widget)
        below = QHBoxLayout()
        below.addWidget(self.remove)
        below.addStretch()
        what = self.tr(
            "Machines that you reach by ssh without a password, with the same version of sd3explorer and the "
            "model of the walk. They render beside this one."
        )
        self.form.addRow(note(what))
        self.form.addRow(self.engines)
        self.form.addRow(below)
        label = QLabel(self.tr("Add an &engine"))
        label.setBuddy(self.address)
        self.form.addRow(label, buttons)
        self.form.addRow("", self.found)

    def _show_state(self) -> None:
        typed, busy = bool(self.address.text().strip()), self._thread is not None
        selected = self.engines.currentItem() is not None and bool(self.engines.selectedItems())
        self.test.setEnabled((typed or selected) and not busy)
        self.add.setEnabled(typed and len(self.shown.engines) < MOST_ENGINES)
        self.remove.setEnabled(selected)

    def _add(self) -> None:
        address = self._read(self.address.text())
        if address is None:
            return
        self.address.clear()
        self.found.setText("")
        self.edited.emit(replace(self.shown, engines=tuple(dict.fromkeys((*self.shown.engines, address)))))

    def _remove(self) -> None:
        gone = {item.text() for item in self.engines.selectedItems()}
        left = tuple(each for each in self.shown.engines if each not in gone)
        self.edited.emit(replace(self.shown, engines=left))

    def _test(self) -> None:
        typed = self.address.text().strip()
        address = self._read(typed or self.engines.selectedItems()[0].text())
        if address is None:
            return
        self.found.setText(self.tr("Looking what there is…"))
        self._thread = AskingThread(self._ask, address, self)
        self._thread.found.connect(self._show_found)
        self._thread.failed.connect(self._show_problem)
        self._thread.finished.connect(self._end)
        self._thread.start()
        self._show_state()

    def _read(self, text: str) -> str | None:
        try:
            return str(Address.read(text))
        except RenderError as error:
            self._show_problem(str(error))
            return None

    def _show_found(self, about: About) -> None:
        devices = ", ".join(about.devices) or self.tr("no GPU, so its processor renders")
        backends = ", ".join(TITLES.get(each, each) for each in about.backends)
        models = ", ".join(about.models)
        self.found.setText(
            self.tr("It works: sd3explorer {0} with {1}; {2}. Models: {3}").format(
                about.version, backends, devices, models or self.tr("none")
            )
        )

    def _show_problem(self, problem: str) -> None:
        self.found.setText(problem[:1].upper() + problem[1:])

    def _end(self) -> None:
        if self._thread is not None:
            self._thread.deleteLater()
            self._thread = None
        self._show_state()


class AskingThread(QThread):
    """Asks a machine what it has, once.

    Args:
        ask: What asks it.
        address: Where it is.
        parent: Qt's parent.

    Signals:
        found: What it has.
        failed: Why it can't be used, as a sentence.
    """

    found = Signal(object)
    failed = Signal(str)

    def __init__(self, ask: AskMachine, address: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ask = ask
        self._address = address

    def run(self) -> None:
        """Asks, in the thread."""
        try:
            self.found.emit(self._ask(self._address, self.isInterruptionRequested))
        except RenderError as error:
            self.failed.emit(str(error))
        except Exception as error:
            logger.exception("a machine can't be asked")
            self.failed.emit(f"{type(error).__name__}: {error}")

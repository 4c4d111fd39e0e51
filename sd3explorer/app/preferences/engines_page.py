"""Other machines that render too."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QListWidget, QMessageBox, QWidget

from sd3explorer.app.fields import push_button, show_role
from sd3explorer.app.preferences.machines import Found, Machines, MachineThread, SshMachines
from sd3explorer.app.preferences.page import Page, note
from sd3explorer.app.preferences.remembered import MOST_ENGINES, Preferences
from sd3explorer.app.texts import in_local_units
from sd3explorer.machine.backends import TITLES
from sd3explorer.presets.preset import Preset
from sd3explorer.render.address import Address
from sd3explorer.render.copying import SMALL
from sd3explorer.render.lacking import fetching
from sd3explorer.render.messages import RenderError

LIST_HEIGHT = 120


class EnginesPage(Page):
    """A list of addresses, one to be added, what is found there, and a copy of what is missing there.

    Args:
        machines: What asks other machines; None takes those that ssh reaches.
        preset: The model of the walk that is open, as far as it is here.
        parent: Qt's parent.
    """

    def __init__(
        self,
        machines: Machines | None = None,
        preset: Callable[[], Preset | None] = lambda: None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._machines = machines or SshMachines()
        self._preset = preset
        self._thread: MachineThread | None = None
        # Whom it was asked of, for which model.
        self._tested: tuple[str, Preset | None] = ("", None)
        self._size = 0
        self._looks_again = False
        self.engines = QListWidget()
        self.engines.setAccessibleName(self.tr("Engines on other machines"))
        self.engines.setFixedHeight(LIST_HEIGHT)
        self.address = QLineEdit(placeholderText="ssh://host")
        self.address.setAccessibleName(self.tr("Address of an engine"))
        self.test = push_button(self.tr("&Test"), self._test)
        self.add = push_button(self.tr("A&dd"), self._add)
        self.remove = push_button(self.tr("Re&move"), self._remove)
        self.found = note()
        self.copy = push_button("", self._copy)
        self.stop = push_button(self.tr("&Stop"), self._stop)
        self.copy.hide()
        self.stop.hide()
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

    def _start(self, thread: MachineThread) -> None:
        if self.test.hasFocus():
            # Else the next key would press whatever comes next.
            self.address.setFocus()
        self._thread = thread
        thread.failed.connect(self._show_problem)
        thread.finished.connect(self._end)
        thread.start()
        self._show_state()

    def _stop(self) -> None:
        if self._thread is not None:
            self._thread.requestInterruption()
            self._say(self.tr("Stopped."))
            self._hide_stop()

    def _hide_stop(self) -> None:
        if self.stop.hasFocus():
            # Else the next key would press whatever comes next.
            self.address.setFocus()
        self.stop.hide()

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
        copying = QHBoxLayout()
        copying.addWidget(self.copy)
        copying.addWidget(self.stop)
        copying.addStretch()
        self.form.addRow("", copying)

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
        self._say("")
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
        self._look(address, self._preset(), self.tr("Checking what is there…"))

    def _look(self, address: str, preset: Preset | None, doing: str) -> None:
        self.copy.hide()
        self._say(doing)
        self._tested = address, preset
        thread = MachineThread(lambda _, stopped: self._machines.look(address, preset, stopped), self)
        thread.done.connect(self._show_found)
        self._start(thread)

    def _copy(self) -> None:
        address, preset = self._tested
        if preset is None or not self._may_copy():
            return
        self.stop.show()
        self.stop.setFocus()
        self.copy.hide()
        self._say(self.tr("Copying…"))
        thread = MachineThread(
            lambda on_progress, stopped: self._machines.copy(address, preset, on_progress, stopped), self
        )
        thread.progressed.connect(self._show_progress)
        thread.done.connect(self._look_again)
        self._start(thread)

    def _may_copy(self) -> bool:
        """Whether that much is meant, where it is much."""
        if self._size <= SMALL:
            return True
        box = QMessageBox(
            QMessageBox.Icon.NoIcon,
            self.tr("Copy the model"),
            self.tr("{0} will be copied to {1}. That may take hours.").format(
                in_local_units(self._size), Address.read(self._tested[0]).host
            ),
            QMessageBox.StandardButton.Cancel,
            self,
        )
        copy = box.addButton(self.tr("Copy"), QMessageBox.ButtonRole.AcceptRole)
        box.exec()
        return box.clickedButton() is copy

    def _look_again(self) -> None:
        # When this thread has ended.
        self._tested = self._tested[0], self._preset()
        self._looks_again = True

    def _read(self, text: str) -> str | None:
        try:
            return str(Address.read(text))
        except RenderError as error:
            self._show_problem(str(error))
            return None

    def _show_found(self, found: Found) -> None:
        about = found.about
        devices = ", ".join(about.devices) or self.tr("no GPU, so its processor renders")
        backends = ", ".join(TITLES.get(each, each) for each in about.backends)
        models = ", ".join(about.models)
        lines = [
            self.tr("It works: sd3explorer {0} with {1}; {2}. Models: {3}").format(
                about.version, backends, devices, models or self.tr("none")
            )
        ]
        lines += [
            self.tr("It lacks {0}; {1}").format(parcel.title, fetching(parcel.offer.model))
            for parcel in found.lacking
            if not parcel.can_be_copied
        ]
        if self._tested[1] is not None and not found.lacking:
            lines.append(self.tr("It has all that this walk needs."))
        self._say("\n".join(lines))
        self._size = sum(parcel.size for parcel in found.to_copy)
        names = ", ".join(parcel.title for parcel in found.to_copy)
        self.copy.setText(
            self.tr("&Copy {0} there ({1})").format(names.replace("&", "&&"), in_local_units(self._size))
        )
        self.copy.setVisible(bool(found.to_copy))

    def _show_progress(self, done: int, total: int) -> None:
        # What was on its way is not shown after a stop, of which a thread that has ended knows nothing.
        if not self.stop.isHidden():
            self._say(self.tr("Copying: {0} of {1}").format(in_local_units(done), in_local_units(total)))

    def _show_problem(self, problem: str) -> None:
        self._say(problem[:1].upper() + problem[1:], "error")

    def _say(self, text: str, role: str = "dim") -> None:
        self.found.setText(text)
        show_role(self.found, role)

    def _end(self) -> None:
        if self._thread is not None:
            self._thread.deleteLater()
            self._thread = None
        self._hide_stop()
        self._show_state()
        if self._looks_again:
            self._looks_again = False
            self._look(*self._tested, self.tr("Copied. Checking what is there…"))

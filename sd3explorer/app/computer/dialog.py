"""What this computer computes with, and what is missing: measured, shown, and copied into a report."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QCloseEvent, QFontDatabase, QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from sd3explorer.app.computer.check_thread import Check, CheckThread
from sd3explorer.app.fields import push_button
from sd3explorer.app.screen import resize_within_screen
from sd3explorer.logs import last_logs
from sd3explorer.machine.report import Checkup, without_user
from sd3explorer.render.checkup import check_computer

FIRST_SIZE = QSize(860, 660)


class ComputerDialog(QDialog):
    """Checks this computer when it comes up, and shows the report; closing it ends the check.

    Args:
        parent: Qt's parent.
        check: What looks this computer over.
        logs: What the logs say last.
        walk: The walk as its file has it.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        check: Check = check_computer,
        logs: Callable[[], str] = last_logs,
        walk: Callable[[], str] = lambda: "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("This computer"))
        self._check = check
        self._logs_said, self._walk_said = logs, walk
        self._found = ""
        self._thread: CheckThread | None = None
        self._must_check_again = False
        self._make_widgets()
        self._lay_out()
        resize_within_screen(self, FIRST_SIZE)

    @property
    def report(self) -> str:
        """The report as it is shown; "" until there is one."""
        return self._report.toPlainText()

    @property
    def with_logs(self) -> bool:
        """Whether the report has the ends of the logs."""
        return self._with_logs.isChecked()

    @with_logs.setter
    def with_logs(self, value: bool) -> None:
        self._with_logs.setChecked(value)

    @property
    def summary(self) -> str:
        """What it says above the report."""
        return self._summary.text()

    def stop(self) -> None:
        """Ends the check; what was shown before stays."""
        if self._thread is not None:
            self._thread.stop()
            if self._stop.hasFocus():
                # Else Qt would choose somebody for it, who would keep it.
                self.setFocus()
            self._stop.setEnabled(False)

    def shut_down(self) -> None:
        """Closes it, ends the check and waits for that. For when the app ends."""
        self.hide()
        self.stop()
        if self._thread is not None:
            self._thread.wait()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """Checks the computer anew whenever it comes up."""
        super().showEvent(event)
        if not event.spontaneous():
            self._start()
            self._stop.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 (Qt's name)
        """Ends the check, which nobody sees any more."""
        self.stop()
        super().closeEvent(event)

    def reject(self) -> None:
        """Closes it by Escape."""
        self.stop()
        super().reject()

    def _make_widgets(self) -> None:
        self._summary = QLabel(wordWrap=True)
        self._summary.setAccessibleName(self.tr("What was found"))
        self._report = QPlainTextEdit(readOnly=True)
        self._report.setAccessibleName(self.tr("Report on this computer"))
        self._report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._report.setPlaceholderText(self.tr("The report appears here."))
        self._bar = QProgressBar(textVisible=False)
        self._bar.setAccessibleName(self.tr("Parts that were checked"))
        # So that nothing below moves when it goes.
        policy = self._bar.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._bar.setSizePolicy(policy)
        self._with_logs = QCheckBox(self.tr("With the last &logs"))
        self._with_walk = QCheckBox(self.tr("With this &walk and its prompts"))
        for box in (self._with_logs, self._with_walk):
            box.toggled.connect(self._show_report)
        self._note = QLabel(
            self.tr(
                "To report a fault, copy this. Prompts are in it only if you say so; your name is left out."
            )
        )
        self._note.setProperty("role", "dim")
        self._again = push_button(self.tr("Check &again"), self._start)
        self._stop = push_button(self.tr("&Stop"), self.stop)
        self._stop.setToolTip(self.tr("Stops checking"))
        self._copy = push_button(self.tr("&Copy"), self._copy_report)
        self._copy.setProperty("role", "primary")
        self._copy.setToolTip(self.tr("Copies the report to the clipboard"))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self._again)
        buttons.addWidget(self._stop)
        buttons.addStretch()
        buttons.addWidget(self._copy)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(self._summary)
        layout.addWidget(self._bar)
        layout.addWidget(self._report, stretch=1)
        boxes = QHBoxLayout()
        boxes.addWidget(self._with_logs)
        boxes.addWidget(self._with_walk)
        boxes.addStretch()
        layout.addLayout(boxes)
        layout.addWidget(self._note)
        layout.addLayout(buttons)

    def _start(self) -> None:
        # One that was stopped may still be ending.
        self._must_check_again = self._thread is not None
        if self._must_check_again:
            return
        self._thread = CheckThread(self, self._check)
        self._thread.progressed.connect(self._show_progress)
        self._thread.found.connect(self._show_found)
        self._thread.finished.connect(self._end)
        self._found = ""
        self._show_report()
        self._summary.setText(self.tr("Checking…"))
        self._bar.setRange(0, 0)
        self._show_busy(True)
        self._thread.start()

    def _show_progress(self, doing: str, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._summary.setText(f"{doing[:1].upper()}{doing[1:]}…")

    def _show_found(self, found: Checkup) -> None:
        self._summary.setText(found.summary)
        self._found = found.report
        self._show_report()

    def _show_report(self) -> None:
        parts = [self._found] if self._found else []
        if parts and self._with_logs.isChecked():
            parts.append(self._logs_said())
        if parts and self._with_walk.isChecked():
            parts.append(without_user(self._walk_said()))
        self._report.setPlainText("\n".join(parts))

    def _end(self) -> None:
        if self._thread is not None:
            self._thread.deleteLater()
            self._thread = None
        if self._must_check_again and self.isVisible():
            self._start()
            return
        if not self.report:
            self._summary.setText(self.tr("The check was stopped."))
        # It stays where somebody has put it, who may be about to press a key.
        is_free = self.focusWidget() in (None, self, self._stop)
        self._show_busy(False)
        if self.isVisible() and is_free:
            (self._copy if self.report else self._again).setFocus()

    def _show_busy(self, busy: bool) -> None:
        self._bar.setVisible(busy)
        # First, as it takes the focus of the other one.
        self._stop.setEnabled(busy)
        self._again.setEnabled(not busy)
        self._copy.setEnabled(not busy and bool(self.report))

    def _copy_report(self) -> None:
        QGuiApplication.clipboard().setText(self.report)

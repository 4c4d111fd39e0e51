"""The export's options in a window of their own, and what the flow makes of them there."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QWidget

from sd3explorer.app.export.flow import ExportFlow
from sd3explorer.app.export.options_dialog import OptionsDialog
from sd3explorer.app.export.remembered import keep_options
from sd3explorer.app.export.thread import Exported
from sd3explorer.export import Options


class OptionsView(QObject):
    """The options dialog, which is made when it is first opened, and shows the flow from then on.

    Args:
        flow: Whose options they are.
        formats: Chooses the format.
        save_action: Saves the file.
        carry_action: Whether files carry their walk.
        panel: The export panel.
    """

    def __init__(
        self,
        flow: ExportFlow,
        formats: QComboBox,
        save_action: QAction,
        carry_action: QAction,
        panel: QWidget,
    ) -> None:
        super().__init__(panel)
        self.dialog: OptionsDialog | None = None
        self._flow = flow
        self._formats = formats
        self._save_action = save_action
        self._carry_action = carry_action
        self._panel = panel

    @property
    def asking(self) -> QWidget:
        """What a question is about: the dialog where it is in use, else the panel."""
        # The keyboard goes back there.
        return self.dialog if self.dialog is not None and self.dialog.isActiveWindow() else self._panel

    def open(self) -> None:
        """Opens the dialog, or brings it to the front."""
        if self.dialog is None:
            self.dialog = self._made_dialog()
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def show_note(self, text: str) -> None:
        """Says something in the dialog too, which may lie over the window's message."""
        if self.dialog is not None:
            self.dialog.show_note(text)

    def close_down(self) -> None:
        """Lets go of the file that is played."""
        if self.dialog is not None:
            self.dialog.close_down()

    def _made_dialog(self) -> OptionsDialog:
        dialog = OptionsDialog(self._carry_action, self._panel)
        dialog.format_chosen.connect(self._formats.setCurrentIndex)
        dialog.options_changed.connect(self._choose)
        dialog.save_requested.connect(self._save_action.trigger)
        dialog.set_can_save(self._save_action.isEnabled())
        self._save_action.enabledChanged.connect(dialog.set_can_save)
        flow = self._flow
        flow.changed.connect(lambda: self._show_options(dialog))
        flow.missing.connect(lambda: dialog.show_missing(flow.missing_text))
        flow.progressed.connect(lambda *progress: self._show_progress(dialog, *progress))
        flow.made.connect(dialog.show_exported)
        flow.unmade.connect(dialog.show_failure)
        flow.stopped.connect(lambda: dialog.show_missing(self._stopped_text()))
        self._show_options(dialog)
        self._show_file(dialog)
        return dialog

    def _show_file(self, dialog: OptionsDialog) -> None:
        exported: Exported | None = self._flow.exported
        if exported is not None:
            dialog.show_exported(exported)
        elif not self._flow.complete:
            dialog.show_missing(self._flow.missing_text)
        elif self._flow.busy:
            dialog.show_progress(self.tr("Making it…"), 0, 0)
        else:
            dialog.show_missing(self._stopped_text())

    def _show_options(self, dialog: OptionsDialog) -> None:
        flow = self._flow
        height, width = flow.walk.image_size(flow.facts) if flow.facts else (0, 0)
        dialog.show_options(
            self._formats.currentIndex(), flow.options, (width, height), bool(flow.walk.path.pictures)
        )

    def _show_progress(self, dialog: OptionsDialog, done: int, total: int, attempt: int) -> None:
        text = self.tr("Making it…") if attempt == 1 else self.tr("Making it smaller, try {n}…")
        dialog.show_progress(text.format(n=attempt), done, total)

    def _stopped_text(self) -> str:
        return self.tr("No file is being made; change an option to make one.")

    def _choose(self, options: Options) -> None:
        keep_options(options)
        self._flow.choose_options(options)

"""The export panel: the walk as a file, ready to be dragged out, saved or copied."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QLocale, QSettings, Qt, Signal
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QMessageBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sd3explorer.app.export.dialog import ask_where, ask_which_folder, copy_file
from sd3explorer.app.export.files import RunFolder
from sd3explorer.app.export.frame import FrameActions
from sd3explorer.app.export.maker import CHOICES, Choice, Maker, Order
from sd3explorer.app.export.options_dialog import OptionsDialog
from sd3explorer.app.export.remembered import keep_options, remembered_options
from sd3explorer.app.export.saver import Saver
from sd3explorer.app.export.thread import Exported
from sd3explorer.app.export.tile import ExportTile
from sd3explorer.app.fields import leave_wheel
from sd3explorer.app.icons import icon
from sd3explorer.export import Clip, ExportError, Frames, Options, file_stem, format_for
from sd3explorer.walk.model import ModelFacts
from sd3explorer.walk.walk import Walk

_FORMAT_SETTING = "export/format"
_CARRY_SETTING = "export/carries-walk"

_SHEET = next(choice for choice in CHOICES if not choice.format.animates and not choice.format.is_folder)


class ExportPanel(QWidget):
    """Makes a file of the walk as soon as all its frames are there, and gives it away.

    The actions are for menus; the panel has buttons for them as well.

    Args:
        folder: Where the files are until they are dragged out; the panel makes a folder of its own
            in it, and removes that in `close_down`.
        parent: Owner.
    """

    failed = Signal(str)  # what went wrong, as a sentence
    told = Signal(str)  # what went well
    mended = Signal(str)  # what had failed, and is no longer true

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._walk = Walk()
        self._facts: ModelFacts | None = None
        self._options = remembered_options()
        self._dialog: OptionsDialog | None = None
        self._stem = file_stem("")
        self._frames: Frames | None = None
        self._done = self._total = 0
        self._key = ""
        self._failure = ""
        self._folder = RunFolder(folder)
        self._maker = Maker(self._folder, self)
        self._tile = ExportTile(self)
        self._saver = Saver(self)
        self._frame = FrameActions(self._saver, self)
        self._note = QLabel(self, wordWrap=True)
        self._note.setProperty("role", "dim")
        self._make_actions()
        self._formats = self._make_formats()
        self._lay_out()
        self._connect()
        self._show_state()

    def show_walk(self, walk: Walk, title: str, facts: ModelFacts | None = None) -> None:
        """Shows how a walk plays and what its file is called.

        Args:
            walk: The walk.
            title: What people call it; it becomes the file's name.
            facts: What the walk leaves to its model; None while that isn't known.
        """
        self._walk, self._facts = walk, facts
        self._stem = file_stem(title)
        self._frame.show_walk(walk, self._stem, facts)
        self._show_state()

    def show_frames(self, frames: Frames | None, done: int, total: int, key: str) -> None:
        """Shows the frames of the walk; when all are there, its file is made.

        Args:
            frames: All frames, read when they are asked for; None while some are missing.
            done: How many are there.
            total: How many there will be.
            key: Tells these frames, how they play and the walk that goes with them from all others.
                What has been made of the same ones is used again.
        """
        self._frames, self._done, self._total, self._key = frames, done, total, key
        self._show_state()

    def show_frame(self, index: int, image: QImage | None) -> None:
        """Says which frame is under the playhead, and what it looks like, if it is there."""
        self._frame.show_frame(index, image)

    @property
    def saving(self) -> bool:
        """Whether something that the user wants saved isn't yet."""
        return self._saver.busy

    def after_saving(self, go_on: Callable[[], None]) -> None:
        """Goes on when nothing is being saved, or it may be stopped; asks in a sheet that blocks nothing."""
        if not self.saving:
            go_on()
            return
        text = self.tr("“{name}” is still being saved.").format(name=self._saver.name)
        box = QMessageBox(QMessageBox.Icon.NoIcon, self.tr("Quit?"), text, parent=self.window())
        box.setInformativeText(self.tr("If you quit now, there will be no such file."))
        wait = box.addButton(self.tr("Quit when it is saved"), QMessageBox.ButtonRole.AcceptRole)
        now = box.addButton(self.tr("Quit now"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(wait)
        box.buttonClicked.connect(lambda button: self._go_on(button is now, button is wait, go_on))
        # The window says why there will be no file; it must not quit as if there were one.
        self._saver.failed.connect(box.reject)
        box.open()

    def _go_on(self, now: bool, later: bool, go_on: Callable[[], None]) -> None:
        if now or (later and not self.saving):
            go_on()
        elif later:
            self._saver.then(go_on)

    def close_down(self) -> None:
        """Stops all work and removes the files that were held ready."""
        self._maker.close_down()
        self._saver.close_down()
        if self._dialog is not None:
            self._dialog.close_down()
        self._folder.close()

    @property
    def _choice(self) -> Choice:
        return CHOICES[self._formats.currentIndex()]

    @property
    def _known_options(self) -> Options:
        return self._choice.format.known(self._options)

    @property
    def _clip(self) -> Clip | None:
        # The walk and its frames are told one after the other, so they may not belong together yet.
        if self._frames is None or len(self._frames) != self._walk.frame_count:
            return None
        clip = Clip.of(self._walk, self._frames, self._facts)
        return clip if self.carry_action.isChecked() else replace(clip, walk=None)

    def _show_state(self) -> None:
        clip = self._clip
        key = self._key if self.carry_action.isChecked() else f"{self._key} without its walk"
        order = Order(key, self._stem, self._choice, self._known_options) if clip is not None else None
        if order != self._maker.wanted:
            # What waits to be saved is the clip of before, which won't be made any more.
            self._saver.go_on()
            self._take_failure_back()
        if order is None or clip is None:
            self._maker.cancel()
            self._tile.show_missing(self._missing_text())
            if self._dialog is not None:
                self._dialog.show_missing(self._missing_text())
        elif self._maker.order(order, clip) and self._maker.exported is None:
            self._show_progress(0, 1, 1)
        self._show_actions()
        self._show_note()
        self._show_options()

    def _missing_text(self) -> str:
        choice = self._choice
        follows = (
            self.tr("the folder follows when all are done")
            if choice.format.is_folder
            else self.tr("the {format} follows when all are done").format(format=choice.suffix[1:].upper())
        )
        return self.tr("{done} of {total} frames; {follows}").format(
            done=self._done, total=self._total, follows=follows
        )

    def _stopped_text(self) -> str:
        return self.tr("No file is being made; change an option to make one.")

    def _show_actions(self) -> None:
        complete, free = self._clip is not None, not self._saver.busy
        made = self._maker.exported is not None
        missing = self.tr("All frames must be rendered first; {done} of {total} are done").format(
            done=self._done, total=self._total
        )
        for action, enabled, tip in (
            (self.save_action, complete and free, self.tr("Save the file where you want it")),
            (
                self.copy_action,
                complete and made,
                self.tr("Copy the file, to paste it into a folder or a chat"),
            ),
            (self.save_sheet_action, complete and free, self.tr("Save one picture of all frames")),
        ):
            action.setEnabled(enabled)
            action.setToolTip(tip if complete else missing)

        if self._dialog is not None:
            self._dialog.set_can_save(self.save_action.isEnabled())

    def _show_options(self) -> None:
        if self._dialog is not None:
            height, width = self._walk.image_size(self._facts) if self._facts else (0, 0)
            self._dialog.show_options(self._formats.currentIndex(), self._options, (width, height))

    def _open_options(self) -> None:
        if self._dialog is None:
            self._dialog = OptionsDialog(self.carry_action, self)
            self._dialog.format_chosen.connect(self._formats.setCurrentIndex)
            self._dialog.options_changed.connect(self._choose_options)
            self._dialog.save_requested.connect(self._save)
            self._show_in_dialog()
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def _show_in_dialog(self) -> None:
        self._show_options()
        self._show_actions()
        if self._dialog is None:
            return
        if self._maker.exported is not None:
            self._dialog.show_exported(self._maker.exported)
        elif self._clip is None:
            self._dialog.show_missing(self._missing_text())
        elif self._maker.busy:
            self._dialog.show_progress(self.tr("Making it…"), 0, 0)
        else:
            self._dialog.show_missing(self._stopped_text())

    def _choose_options(self, options: Options) -> None:
        self._options = options
        keep_options(options)
        self._show_state()

    def _show_note(self) -> None:
        asked = self._walk.timing.frame_rate
        played = self._choice.format.played_rate(asked)
        notes: list[str] = []
        if played != asked:
            locale = QLocale()
            notes.append(
                self.tr("{format} plays {asked} as {played} fps").format(
                    format=self._choice.suffix[1:].upper(),
                    asked=locale.toString(float(asked), "g", 4),
                    played=locale.toString(played, "g", 4),
                )
            )
        if self._maker.exported is not None and self._maker.exported.outcome.note:
            notes.append(self._maker.exported.outcome.note)
        self._note.setText("\n".join(notes))
        self._note.setVisible(bool(notes))

    def _make_again(self) -> None:
        self._take_failure_back()
        self._show_progress(0, 1, 1)
        self._maker.make()

    def _stop_making(self) -> None:
        self._maker.stop()
        self._saver.go_on()
        self._tile.show_stopped(self._stem + self._choice.suffix)
        if self._dialog is not None:
            self._dialog.show_missing(self._stopped_text())

    def _show_progress(self, done: int, total: int, attempt: int) -> None:
        self._tile.show_progress(self._stem + self._choice.suffix, done, total, attempt)
        if self._dialog is not None:
            text = self.tr("Making it…") if attempt == 1 else self.tr("Making it smaller, try {n}…")
            self._dialog.show_progress(text.format(n=attempt), done, total)

    def _show_made(self, exported: Exported) -> None:
        self._tile.show_exported(exported)
        if self._dialog is not None:
            self._dialog.show_exported(exported)
        self._show_note()
        if self._saver.busy:
            self._saver.go_on(self._kept(exported.path))
        self._show_actions()

    def _show_failure(self, sentence: str) -> None:
        self._tile.show_failure(self._stem + self._choice.suffix, sentence)
        if self._dialog is not None:
            self._dialog.show_failure(sentence)
        self._failure = sentence
        self.failed.emit(sentence)
        self._saver.go_on()

    def _take_failure_back(self) -> None:
        if self._failure:
            self.mended.emit(self._failure)
        self._failure = ""

    def _choose_carrying(self, carries: bool) -> None:
        QSettings().setValue(_CARRY_SETTING, carries)
        self._frame.carries_walk = carries
        self._show_state()

    def _choose_format(self) -> None:
        QSettings().setValue(_FORMAT_SETTING, self._choice.label)
        self._show_state()

    def _save(self) -> None:
        if self.save_action.isEnabled():
            self._ask_where(self._stem, self._choice)

    def _save_sheet(self) -> None:
        self._ask_where(f"{self._stem}-sheet", _SHEET)

    def _ask_where(self, stem: str, choice: Choice) -> None:
        # The options, where they asked: the keyboard goes back to them.
        asks = self._dialog if self._dialog is not None and self._dialog.isActiveWindow() else self
        if choice.format.is_folder:
            ask_which_folder(asks, stem, self._save_clip)
        else:
            ask_where(asks, stem + choice.suffix, choice.format.name, choice.format.suffixes, self._save_clip)

    def _save_clip(self, target: Path) -> None:
        clip, options = self._clip, self._options_for(target)
        if clip is None:
            problem = self.tr("{name} was not saved: the walk has changed; save it when all frames are done")
            self.failed.emit(problem.format(name=target.name))
        elif self._maker.is_making(target, options):
            self._saver.wait_for(clip, target, options)
        else:
            self._saver.save(clip, target, options, self._kept(self._maker.ready_for(target, options)))

    def _options_for(self, target: Path) -> Options:
        # The name may ask for another format than the panel's, which knows other options.
        try:
            return format_for(target).known(self._options)
        except ExportError:
            # Why that can't be saved, the saver says.
            return self._options

    def _tell_saved(self, target: Path) -> None:
        text = self.tr("Saved as {path}").format(path=target)
        self._tell_in_dialog(text)
        self.told.emit(text)

    def _tell_failed(self, sentence: str) -> None:
        self._tell_in_dialog(sentence)
        self.failed.emit(sentence)

    def _tell_in_dialog(self, text: str) -> None:
        # It may lie over the window's message.
        if self._dialog is not None:
            self._dialog.show_note(text)

    def _copy(self) -> None:
        exported = self._maker.exported
        if exported is None:
            return
        if not exported.path.exists():
            self._make_again()
            return
        self._keep()
        still = not self._choice.format.animates and not self._choice.format.is_folder
        copy_file(exported.path, with_picture=still)
        self.told.emit(self.tr("{name} copied").format(name=exported.path.name))

    def _keep(self) -> None:
        if self._maker.exported is not None:
            self._kept(self._maker.exported.path)

    def _kept(self, path: Path | None) -> Path | None:
        # It must not go while it is being copied, even if the walk changes meanwhile.
        if path is not None:
            self._folder.keep(path)
        return path

    def _make_actions(self) -> None:
        def action(text: str, slot: Callable[[], None]) -> QAction:
            made = QAction(text, self)
            # Else buttons would leave the ellipsis out.
            made.setIconText(text)
            made.triggered.connect(slot)
            return made

        self.save_action = action(self.tr("Save as…"), self._save)
        self.copy_action = action(self.tr("Copy"), self._copy)
        self.save_frame_action, self.copy_frame_action = self._frame.save_action, self._frame.copy_action
        self.save_sheet_action = action(self.tr("Save contact sheet…"), self._save_sheet)
        self.options_action = action(self.tr("Export options…"), self._open_options)
        self.options_action.setToolTip(self.tr("Size, quality and more, with a preview of the file"))
        self.carry_action = QAction(self.tr("Files carry their walk"), self, checkable=True)
        self.carry_action.setToolTip(self.tr("Who opens such a file here gets the walk, prompts and all"))
        self.carry_action.setChecked(bool(QSettings().value(_CARRY_SETTING, True, type=bool)))
        self.carry_action.toggled.connect(self._choose_carrying)
        self._frame.carries_walk = self.carry_action.isChecked()

    def _make_formats(self) -> QComboBox:
        formats = QComboBox(self)
        formats.addItems([choice.label for choice in CHOICES])
        formats.setMinimumWidth(132)
        leave_wheel(formats)
        formats.setAccessibleName(self.tr("Format"))
        formats.setToolTip(self.tr("What kind of file the walk becomes"))
        remembered = formats.findText(str(QSettings().value(_FORMAT_SETTING, "")))
        formats.setCurrentIndex(max(remembered, 0))
        return formats

    def _connect(self) -> None:
        self._formats.currentIndexChanged.connect(self._choose_format)
        self._maker.progressed.connect(self._show_progress)
        self._maker.made.connect(self._show_made)
        self._maker.failed.connect(self._show_failure)
        self._tile.stop_requested.connect(self._stop_making)
        self._tile.make_requested.connect(self._make_again)
        self._tile.save_requested.connect(self._save)
        self._tile.copy_requested.connect(self._copy)
        self._tile.drag_began.connect(self._keep)
        self._saver.failed.connect(self._tell_failed)
        self._frame.told.connect(self.told)
        self._saver.busy_changed.connect(self._show_actions)
        self._saver.saved.connect(self._tell_saved)

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("EXPORT"), self)
        heading.setProperty("role", "heading")
        title = QHBoxLayout()
        title.addWidget(heading, 1)
        title.addWidget(self._options_button())
        label = QLabel(self.tr("For&mat"), self)
        label.setBuddy(self._formats)
        chosen = QHBoxLayout()
        chosen.addWidget(label, 1)
        chosen.addWidget(self._formats)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._button(self.save_action))
        buttons.addStretch()
        buttons.addWidget(self._button(self.copy_action))
        buttons.addWidget(self._more_button())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 0, 12, 0)
        layout.setSpacing(8)
        layout.addLayout(title)
        layout.addWidget(self._tile)
        layout.addLayout(chosen)
        layout.addLayout(buttons)
        # Below the buttons, which else would move when it comes and goes.
        layout.addWidget(self._note)
        layout.addWidget(self._saver)
        layout.addStretch()

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        return button

    def _options_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(self.options_action)
        button.setIcon(icon("options", button))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setProperty("flat", True)
        button.setAccessibleName(self.tr("Export options"))
        return button

    def _more_button(self) -> QToolButton:
        actions = [self.save_frame_action, self.copy_frame_action, self.save_sheet_action]
        menu = QMenu(self)
        menu.addActions(actions)
        menu.addSeparator()
        menu.addAction(self.carry_action)
        menu.setToolTipsVisible(True)
        self._tile.addActions([self.save_action, self.copy_action, *actions])
        self._tile.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        button = QToolButton(self)
        button.setIcon(icon("more", button))
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolTip(self.tr("Single frames and contact sheet"))
        button.setAccessibleName(self.tr("More ways to export"))
        return button

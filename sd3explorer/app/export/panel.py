"""The export panel: the walk as a file, ready to be dragged out, saved or copied."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLocale, QSettings, Qt, Signal
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sd3explorer.app.export.dialog import ask_about_size, ask_where, ask_which_folder
from sd3explorer.app.export.flow import ExportFlow
from sd3explorer.app.export.frame import FrameActions
from sd3explorer.app.export.leaving import after_saving
from sd3explorer.app.export.maker import CHOICES, Choice
from sd3explorer.app.export.options_view import OptionsView
from sd3explorer.app.export.remembered import for_another_walk, keep_options, remembered_options
from sd3explorer.app.export.saver import Saver
from sd3explorer.app.export.tile import ExportTile
from sd3explorer.app.fields import leave_wheel
from sd3explorer.app.icons import icon
from sd3explorer.app.section import Section
from sd3explorer.export import CONTACT_SHEET, Frames, Options, file_stem
from sd3explorer.queue.entry import Order
from sd3explorer.walk.model import ModelFacts
from sd3explorer.walk.walk import Walk

_FORMAT_SETTING = "export/format"
_CARRY_SETTING = "export/carries-walk"

_SHEET = next(choice for choice in CHOICES if choice.format is CONTACT_SHEET)


class ExportPanel(QWidget):
    """Makes a file of the walk as soon as all its frames are there, and gives it away.

    The actions are for menus; the panel has buttons for them as well.

    Args:
        folder: Where the files are until they are dragged out; the panel makes a folder of its own
            in it, and removes that in `close_down`.
        parent: Owner.
    """

    failed = Signal(str)  # what went wrong, as a sentence
    reported = Signal(str)  # what went well
    saved = Signal(object)  # the path of a file or folder, which went well
    mended = Signal(str)  # what had failed, and is no longer true
    saving_changed = Signal(bool)  # whether something that the user wants saved isn't yet

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        # In the order of the Tab key, which is that in which they are made.
        self._options_button = QToolButton(self)
        self._section = Section("export", self.tr("EXPORT"), self._options_button, self)
        self.tile = ExportTile(self)
        self._saver = Saver(self)
        self._formats = self._make_formats()
        carries_walk = bool(QSettings().value(_CARRY_SETTING, True, type=bool))
        self._flow = ExportFlow(
            folder,
            self._saver,
            CHOICES[self._formats.currentIndex()],
            remembered_options(),
            carries_walk,
            self,
        )
        self._frame = FrameActions(self._saver, self)
        self._frame.carries_walk = carries_walk
        self._note = QLabel(self, wordWrap=True)
        self._note.setProperty("role", "dim")
        self._make_actions()
        self._options = OptionsView(self._flow, self._formats, self.save_action, self.carry_action, self)
        self.options_action.triggered.connect(self._options.open)
        self._lay_out()
        self._connect()
        self._show_missing()
        self._show_state()

    def show_walk(self, walk: Walk, title: str, facts: ModelFacts | None = None) -> None:
        """Shows how a walk plays and what its file is called.

        Args:
            walk: The walk.
            title: What people call it; it becomes the file's name.
            facts: What the walk leaves to its model; None while that isn't known.
        """
        self._frame.show_walk(walk, file_stem(title), facts)
        self._flow.show_walk(walk, title, facts)

    @property
    def chosen(self) -> tuple[str, Options]:
        """The label of the format, and the options."""
        return self._flow.choice.label, self._flow.options

    def choose(self, label: str, options: Options) -> None:
        """Makes the file in another way.

        Args:
            label: Of the format; one that isn't known here leaves it as it is.
            options: The options.
        """
        place = next((n for n, choice in enumerate(CHOICES) if choice.label == label), -1)
        if place >= 0:
            self._formats.setCurrentIndex(place)
        keep_options(options)
        self._flow.choose_options(options)

    def begin_anew(self) -> None:
        """Another document begins, to which nothing belongs that was chosen for the last walk alone."""
        self._flow.choose_options(for_another_walk(self._flow.options))

    def show_frames(self, frames: Frames | None, done: int | None, total: int, key: str) -> None:
        """Shows the frames of the walk; when all are there, its file is made.

        Args:
            frames: All frames, read when they are asked for; None while some are missing.
            done: How many are there; None while nobody knows.
            total: How many there will be.
            key: Identifies these frames, how they play and the walk that goes with them, but for its title.
                What has been made of the same ones is used again.
        """
        self._flow.show_frames(frames, done, total, key)

    def show_frame(self, index: int, image: QImage | None) -> None:
        """Says which frame is under the playhead, and what it looks like, if it is there."""
        self._frame.show_frame(index, image)

    def ask_for_order(self, walk: Walk, title: str, answer: Callable[[Order], None]) -> None:
        """Asks where a walk's file shall go, in a dialog that blocks nothing.

        Args:
            walk: The walk, which need not be rendered.
            title: What people call it.
            answer: Called with the walk, the file, and how it is made, as chosen here.
        """
        flow = self._flow

        def order(target: Path) -> None:
            answer(Order(walk, target, flow.options_for(target), flow.carries_walk))

        self._ask_where(file_stem(title), flow.choice, order)

    @property
    def saving(self) -> bool:
        """Whether something that the user wants saved isn't yet."""
        return self._saver.busy

    def after_saving(self, go_on: Callable[[], None]) -> None:
        """Continues when nothing is being saved, or saving may stop; asks in a sheet that blocks nothing."""
        after_saving(self.window(), self._saver, go_on)

    def close_down(self) -> None:
        """Stops all work and removes the files that were held ready."""
        self._options.close_down()
        self._flow.close_down()

    def _show_state(self) -> None:
        self._show_actions()
        self._show_note()

    def _show_missing(self) -> None:
        self.tile.show_missing(self._flow.missing_text)

    def _show_actions(self) -> None:
        complete, free = self._flow.complete, not self._saver.busy
        made = self._flow.exported is not None
        missing = self.tr("All frames must be rendered first")
        if self._flow.done is not None:
            count = self.tr("{done} of {total} are done")
            count = count.format(done=self._flow.done, total=self._flow.total)
            missing = f"{missing}; {count}"
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

    def _show_note(self) -> None:
        asked = self._flow.walk.timing.frame_rate
        played = self._flow.choice.format.played_rate(asked)
        notes: list[str] = []
        if played != asked:
            locale = QLocale()
            notes.append(
                self.tr("{format} plays {asked} as {played} fps").format(
                    format=self._flow.choice.suffix[1:].upper(),
                    asked=locale.toString(float(asked), "g", 4),
                    played=locale.toString(played, "g", 4),
                )
            )
        exported = self._flow.exported
        if exported is not None and exported.outcome.note:
            notes.append(exported.outcome.note)
        self._note.setText("\n".join(notes))
        self._note.setVisible(bool(notes))

    def _show_stopped(self) -> None:
        self.tile.show_stopped(self._flow.name)

    def _show_progress(self, done: int, total: int, attempt: int) -> None:
        self.tile.show_progress(self._flow.name, done, total, attempt)

    def _refuse_drag(self) -> None:
        name = self._flow.name
        if not self._flow.complete:
            text = self.tr("{name} can't be dragged yet: {reason}")
            self.reported.emit(text.format(name=name, reason=self._flow.missing_text))
        elif self._flow.busy:
            text = self.tr("{name} is still being made; drag it when it is ready")
            self.reported.emit(text.format(name=name))
        else:
            self.reported.emit(self.tr("{name} isn't made yet: press the button on it").format(name=name))

    def _show_failure(self, sentence: str) -> None:
        self.tile.show_failure(self._flow.name, sentence)

    def _choose_carrying(self, carries: bool) -> None:
        QSettings().setValue(_CARRY_SETTING, carries)
        self._frame.carries_walk = carries
        self._flow.choose_carrying(carries)

    def _choose_format(self) -> None:
        choice = CHOICES[self._formats.currentIndex()]
        QSettings().setValue(_FORMAT_SETTING, choice.label)
        self._flow.choose(choice)

    def _save(self) -> None:
        if self.save_action.isEnabled():
            self._ask_where(self._flow.stem, self._flow.choice, self._save_to)

    def _save_sheet(self) -> None:
        self._ask_where(f"{self._flow.stem}-sheet", _SHEET, self._save_to)

    def _ask_where(self, stem: str, choice: Choice, answer: Callable[[Path], None]) -> None:
        asks = self._options.asking
        if choice.format.is_folder:
            ask_which_folder(asks, stem, answer)
        else:
            ask_where(asks, stem + choice.suffix, choice.format.name, choice.format.suffixes, answer)

    def _save_to(self, target: Path) -> None:
        needed = self._flow.needed_for(target)
        if needed is None:
            self._flow.save(target)
        else:
            ask_about_size(self._options.asking, needed, lambda: self._flow.save(target))

    def _show_held_back(self, sentence: str) -> None:
        self.tile.show_large(self._flow.name, sentence)

    def _report_saved(self, target: Path) -> None:
        self._options.show_note(self.tr("Saved as {path}").format(path=target))
        self.saved.emit(target)

    def _report_failed(self, sentence: str) -> None:
        self._options.show_note(sentence)
        self.failed.emit(sentence)

    def _make_actions(self) -> None:
        def action(text: str, slot: Callable[[], None] | None = None) -> QAction:
            made = QAction(text, self)
            # Else buttons would leave the ellipsis out.
            made.setIconText(text)
            if slot is not None:
                made.triggered.connect(slot)
            return made

        self.save_action = action(self.tr("Save as…"), self._save)
        self.copy_action = action(self.tr("Copy"), self._flow.copy)
        self.save_frame_action, self.copy_frame_action = self._frame.save_action, self._frame.copy_action
        self.save_sheet_action = action(self.tr("Save contact sheet…"), self._save_sheet)
        self.options_action = action(self.tr("Export options…"))
        self.options_action.setToolTip(self.tr("Size, quality and more, with a preview of the file"))
        self.carry_action = QAction(self.tr("Include the walk in the file"), self, checkable=True)
        self.carry_action.setToolTip(
            self.tr("Anyone who opens such a file here gets the walk, with its prompts")
        )
        self.carry_action.setChecked(self._flow.carries_walk)
        self.carry_action.toggled.connect(self._choose_carrying)

    def _make_formats(self) -> QComboBox:
        formats = QComboBox(self)
        formats.addItems([choice.local_label for choice in CHOICES])
        formats.setMinimumWidth(132)
        leave_wheel(formats)
        formats.setAccessibleName(self.tr("Format"))
        formats.setToolTip(self.tr("What kind of file the walk becomes"))
        remembered = formats.findText(str(QSettings().value(_FORMAT_SETTING, "")))
        formats.setCurrentIndex(max(remembered, 0))
        return formats

    def _connect(self) -> None:
        self._formats.currentIndexChanged.connect(self._choose_format)
        self._flow.changed.connect(self._show_state)
        self._flow.missing.connect(self._show_missing)
        self._flow.held_back.connect(self._show_held_back)
        self._flow.progressed.connect(self._show_progress)
        self._flow.made.connect(self.tile.show_exported)
        self._flow.stopped.connect(self._show_stopped)
        self._flow.unmade.connect(self._show_failure)
        self._flow.failed.connect(self.failed)
        self._flow.reported.connect(self.reported)
        self._flow.mended.connect(self.mended)
        self.tile.stop_requested.connect(self._flow.stop)
        self.tile.make_requested.connect(self._flow.make_again)
        self.tile.save_requested.connect(self._save)
        self.tile.copy_requested.connect(self._flow.copy)
        self.tile.drag_began.connect(self._flow.keep)
        self.tile.drag_refused.connect(self._refuse_drag)
        self._saver.failed.connect(self._report_failed)
        self._frame.reported.connect(self.reported)
        self._saver.busy_changed.connect(self._show_actions)
        self._saver.busy_changed.connect(self.saving_changed)
        self._saver.saved.connect(self._report_saved)

    def _lay_out(self) -> None:
        self._show_options_button()
        section = self._section
        section.body.setSpacing(8)
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
        layout.addWidget(section)
        section.body.addWidget(self.tile)
        section.body.addLayout(chosen)
        section.body.addLayout(buttons)
        # Below the buttons, which else would move when it comes and goes.
        section.body.addWidget(self._note)
        layout.addWidget(self._saver)
        layout.addStretch()

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        return button

    def _show_options_button(self) -> None:
        button = self._options_button
        button.setDefaultAction(self.options_action)
        button.setIcon(icon("options", button))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setProperty("flat", True)
        button.setAccessibleName(self.tr("Export options"))

    def _more_button(self) -> QToolButton:
        actions = [self.save_frame_action, self.copy_frame_action, self.save_sheet_action]
        menu = QMenu(self)
        menu.addActions(actions)
        menu.addSeparator()
        menu.addAction(self.carry_action)
        menu.setToolTipsVisible(True)
        self.tile.addActions([self.save_action, self.copy_action, *actions])
        self.tile.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        button = QToolButton(self)
        button.setIcon(icon("more", button))
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolTip(self.tr("Single frames and contact sheet"))
        button.setAccessibleName(self.tr("More ways to export"))
        return button

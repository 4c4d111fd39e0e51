"""The window: its regions, and what happens between them."""

import hashlib
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QSettings, QSize, QSysInfo, Qt, QTimer, QUrl
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QUndoStack,
)
from PySide6.QtWidgets import (
    QMainWindow,
)

from sd3explorer.app.actions import fill_menus, make_actions, shortcut_rows
from sd3explorer.app.document.document import Document
from sd3explorer.app.document.examples_dialog import EMPTY, ExamplesDialog
from sd3explorer.app.document.files import Files
from sd3explorer.app.document.recent import fill_recent_menu
from sd3explorer.app.document.recovery import FileLock, Recovery
from sd3explorer.app.export.panel import ExportPanel
from sd3explorer.app.frames.frames import Frames
from sd3explorer.app.frames.survey import FindPrecision, Locate
from sd3explorer.app.messages import Action, MessageBar
from sd3explorer.app.models.dialog import ModelsDialog
from sd3explorer.app.path.panel import PathPanel
from sd3explorer.app.path.prompt_edit import PromptEdit
from sd3explorer.app.playhead import Playhead
from sd3explorer.app.preview.preview import Preview
from sd3explorer.app.regions import Regions
from sd3explorer.app.rendering.render_control import RenderControl
from sd3explorer.app.rendering.render_thread import OpenRenderer, RenderThread
from sd3explorer.app.rendering.warming import Warming
from sd3explorer.app.sampler_panel import SamplerPanel
from sd3explorer.app.shortcuts_dialog import ShortcutsDialog
from sd3explorer.app.small_dialogs import ask_title, show_about
from sd3explorer.app.status_line import StatusLine
from sd3explorer.app.timeline.timeline import Timeline
from sd3explorer.app.toolbar import Toolbar
from sd3explorer.export import SUFFIXES
from sd3explorer.presets.catalog import STARTER
from sd3explorer.render.job import StoredFrames
from sd3explorer.render.messages import DeviceMemory
from sd3explorer.render.store import FrameStore
from sd3explorer.render.tuning import Tuning
from sd3explorer.walk.editing import keyframe_frames
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.walk import Walk

MILLISECONDS_BETWEEN_EXPORTS = 300
LEAST_SIZE = QSize(960, 600)
FIRST_SIZE = QSize(1440, 900)
# What messages are about whose cause can pass.
WALK, ENGINE, FETCHING, RECOVERY = "walk", "engine", "fetching", "recovery"
# What a window manager puts around a window.
ROOM_FOR_FRAME = QSize(16, 48)


@dataclass(frozen=True, slots=True)
class Places:
    """Where the window keeps things.

    Args:
        store: Rendered frames.
        exports: Folder for exported files that can be dragged out.
        state: Folder for recovery files and locks.
        log: File that the engine's output goes to.
        find_precision: Finds out what frames are rendered in.
        tuning: What was measured about the devices here; None measures nothing.
    """

    store: FrameStore
    exports: Path
    state: Path
    log: Path
    find_precision: FindPrecision
    tuning: Tuning | None = None


class MainWindow(QMainWindow):
    """The whole window on one walk.

    Args:
        places: Where things are kept.
        locate: Finds a preset that is here.
        open_renderer: Makes the renderer for a model.
    """

    def __init__(self, places: Places, locate: Locate, open_renderer: OpenRenderer) -> None:
        super().__init__()
        self._places = places
        self.document = Document(self)
        self.playhead = Playhead(self)
        self.frames = Frames(places.store, locate, places.find_precision, self)
        self._thread = RenderThread(places.store, open_renderer, self)
        self.control = RenderControl(self.frames, self.playhead, self._thread, self, places.tuning)
        self.warming = Warming(self.frames, self.playhead, self.control, self._thread, self)
        self.messages = MessageBar(self)
        self._recovery = Recovery(places.state / "recovery", self)
        self.files = Files(
            self.document, self.messages, self._recovery, FileLock(places.state / "locks"), self
        )
        self._vocabulary_of = ""
        self._closing = False
        self._make_regions()
        self._make_actions()
        self._toolbar = Toolbar(self.actions_by_id, self)
        self.addToolBar(self._toolbar)
        self._connect()
        self._restore_layout()
        self.setAcceptDrops(True)
        self._show_walk(self.document.walk)
        self._show_file()
        # Where the keys of playing and stepping mean what they say.
        self.timeline.setFocus()

    def begin(self, walk: Walk) -> None:
        """Shows a walk that has no file, and renders it where its model ships with the app."""
        self.files.begin(walk, self._render_first)

    def open(self, file: Path) -> None:
        """Opens a walk file."""
        self.files.open(file)

    def end(self) -> None:
        """Closes without asking, as nobody may be there: unsaved edits are offered at the next start."""
        self._close_unasked(keep_edits=True)

    def close_for_good(self, keep_edits: bool = False) -> None:
        """Ends all threads and the engine; called once, when the window closes.

        Args:
            keep_edits: Whether unsaved edits are kept for the next start.
        """
        self._closing = True
        self.playhead.pause()
        self._export_soon.stop()
        self.warming.close()
        self.control.close()
        self.export_panel.close_down()
        self._models.shut_down()
        self.frames.close()
        self.files.close(keep_edits)

    def _make_regions(self) -> None:
        self.path_panel = PathPanel()
        self.preview = Preview(self.frames, self.playhead)
        self.sampler_panel = SamplerPanel()
        self.export_panel = ExportPanel(self._places.exports)
        self.timeline = Timeline(self.frames, self.playhead)
        self._status = StatusLine(self)
        self.setStatusBar(self._status)
        self.regions = Regions(
            self.path_panel,
            (self.messages, self.preview),
            (self.sampler_panel, self.export_panel),
            self.timeline,
        )
        self.setCentralWidget(self.regions)
        self.setMinimumSize(LEAST_SIZE)
        self._models = ModelsDialog(self)
        self._export_soon = QTimer(self, singleShot=True, interval=MILLISECONDS_BETWEEN_EXPORTS)

    def _make_actions(self) -> None:
        head, stack = self.playhead, self.document.undo_stack
        self.actions_by_id = make_actions(
            self,
            {
                "new": self._choose_example,
                "open": self.files.choose_and_open,
                "save": self.files.save,
                "save_as": self.files.save_as,
                "export": self._export,
                "export_options": self.export_panel.options_action.trigger,
                "save_frame": self.export_panel.save_frame_action.trigger,
                "close": self.close,
                "undo": stack.undo,
                "redo": stack.redo,
                "copy_frame": self.export_panel.copy_frame_action.trigger,
                "edit_prompt": self.path_panel.focus_prompt,
                "make_keyframe": self._make_keyframe,
                "title": self._ask_title,
                "models": self._show_models,
                "render": self._render,
                "stop": self._stop,
                "live": lambda: self.control.set_live(self.actions_by_id["live"].isChecked()),
                "render_selection": lambda: self.control.render(self.timeline.selected_indices()),
                "retry": self._render,
                "warm": lambda: self.warming.set_enabled(self.actions_by_id["warm"].isChecked()),
                "unload": self._unload,
                "play": head.toggle,
                "shuttle_back": lambda: head.shuttle(-1),
                "pause": head.pause,
                "shuttle": lambda: head.shuttle(1),
                "previous": lambda: head.step(-1),
                "next": lambda: head.step(1),
                "back": lambda: head.step(-10),
                "on": lambda: head.step(10),
                "first": lambda: head.move_to(0),
                "last": lambda: head.move_to(head.frame_count - 1),
                "zoom_in": self.timeline.zoom_in,
                "zoom_out": self.timeline.zoom_out,
                "zoom_fit": self.timeline.zoom_to_fit,
                "smooth": lambda: self.preview.set_smooth(self.actions_by_id["smooth"].isChecked()),
                "shortcuts": self._show_shortcuts,
                "about": lambda: show_about(self),
            },
        )
        menus = fill_menus(self, self.actions_by_id)
        recent = next(iter(menus.values())).addMenu(self.tr("Open &recent"))
        next(iter(menus.values())).insertMenu(self.actions_by_id["save"], recent)
        recent.aboutToShow.connect(lambda: fill_recent_menu(recent, self.open))
        self.actions_by_id["smooth"].setChecked(True)
        self.actions_by_id["warm"].setChecked(self.warming.enabled)
        self.actions_by_id["render_selection"].setEnabled(False)
        self._follow_undo(stack)

    def _follow_undo(self, stack: QUndoStack) -> None:
        for name, text, can, say in (
            ("undo", self.tr("&Undo {0}"), stack.canUndoChanged, stack.undoTextChanged),
            ("redo", self.tr("&Redo {0}"), stack.canRedoChanged, stack.redoTextChanged),
        ):
            action = self.actions_by_id[name]
            action.setEnabled(False)
            can.connect(action.setEnabled)
            say.connect(lambda edit, action=action, text=text: action.setText(_named(text, edit)))

    def _connect(self) -> None:
        document, frames = self.document, self.frames
        document.begun.connect(self.path_panel.forget)
        document.begun.connect(lambda: self.playhead.move_to(0))
        document.walk_changed.connect(self._show_walk)
        document.file_changed.connect(self._show_file)
        document.modified_changed.connect(lambda _: self._show_file())
        for panel in (self.path_panel, self.sampler_panel, self.timeline):
            panel.edited.connect(document.edit)
        self.path_panel.keyframe_selected.connect(self._go_to_keyframe)
        self.playhead.moved.connect(self.path_panel.show_place)
        self.playhead.moved.connect(self._show_frame)
        self.sampler_panel.batch_size_changed.connect(self.control.set_batch_size)
        self.timeline.selection_changed.connect(self._show_selection)
        frames.reset.connect(self._show_model)
        frames.reset.connect(self._show_frames_soon)
        frames.changed.connect(self._show_frames_soon)
        frames.trouble.connect(self._show_walk_trouble)
        self._export_soon.timeout.connect(self._show_frames_to_export)
        self.control.changed.connect(lambda _: self._show_render())
        self._toolbar.models_requested.connect(self._show_models)
        self.warming.changed.connect(self._status.show_readiness)
        self._thread.trouble.connect(self._show_trouble)
        self._thread.warming_failed.connect(self._show_engine_trouble)
        self._thread.notice.connect(self._show_notice)
        self._thread.memory.connect(self._show_memory)
        for works in (self._thread.rendered, self._thread.warmed):
            works.connect(self._hide_engine_trouble)
        # However the engine ended, its memory is free again.
        for ended in (self._thread.unloaded, self._thread.trouble, self._thread.warming_failed):
            ended.connect(self._hide_memory)
        self.export_panel.failed.connect(self.messages.show_message)
        self.export_panel.told.connect(self._show_notice)
        self.export_panel.mended.connect(self.messages.retract)
        self._recovery.failed.connect(self._show_recovery_trouble)
        self._recovery.mended.connect(self._hide_recovery_trouble)
        self.preview.copy_requested.connect(self.export_panel.copy_frame_action.trigger)
        self.preview.save_requested.connect(self.export_panel.save_frame_action.trigger)
        self._models.chosen.connect(self._use_model)
        self._models.unload_requested.connect(self._unload)
        self._models.failed.connect(self._show_fetch_trouble)
        self._models.fetch_progress.connect(self._status.show_fetching)
        self._models.fetched.connect(self._hide_fetch_trouble)

    def _show_walk(self, walk: Walk) -> None:
        self.playhead.set_walk(walk)
        for panel in (self.path_panel, self.sampler_panel, self.timeline, self.preview):
            panel.show_walk(walk)
        self.path_panel.show_place(self.playhead.index)
        self.frames.show_walk(walk)
        self.actions_by_id["make_keyframe"].setEnabled(not self.timeline.why_no_keyframe())
        self._models.show_current(walk.model.preset)
        self._show_file()

    def _show_walk_trouble(self, text: str) -> None:
        self.messages.show_message(text, topic=WALK)

    def _show_model(self) -> None:
        # A walk that was looked up anew is without what was wrong with the one before.
        self.messages.retract(WALK)
        preset, facts = self.frames.preset, self.frames.facts
        self.sampler_panel.show_model(preset, facts)
        self.preview.set_facts(facts)
        name = self.frames.walk.model.preset
        self._toolbar.show_model(Path(name).name, self.frames.walk.image_size(facts) if facts else None)
        if name != self._vocabulary_of:
            self._vocabulary_of = name
            self.path_panel.show_vocabulary(preset.vocabulary() if preset else None)
        self._show_render()

    def _show_file(self) -> None:
        document = self.document
        name = document.display_name
        if document.file is not None and document.file.stem != name:
            name = f"{name} ({document.file.name})"
        # Qt puts its mark of unsaved edits where it finds one of these alone.
        self.setWindowTitle(f"{name.replace('[*]', '[*][*]')}[*] — sd3explorer")
        self.setWindowFilePath(str(document.file) if document.file else "")
        self.setWindowModified(document.modified)
        self._status.show_saved(document.modified, document.file is not None)
        self._show_frames_soon()

    def _show_render(self) -> None:
        problem = ""
        if self.frames.preset is None and self.frames.walk == self.document.walk:
            absent = self.tr("{0} is not on this machine: choose Walk › Models to fetch it")
            problem = self.frames.problem or absent.format(self.frames.walk.model.preset)
        self._status.show_render(self.control.state, self.control.on, problem)
        self.actions_by_id["stop"].setEnabled(self.control.on or self.control.state.working)

    def _show_memory(self, memory: DeviceMemory) -> None:
        self._toolbar.show_memory(memory)
        self._models.show_memory(memory.device, memory.used, memory.total)

    def _hide_memory(self) -> None:
        self._toolbar.show_memory(None)

    def _show_notice(self, text: str) -> None:
        self.messages.show_message(text, level="info")

    def _show_trouble(self, text: str) -> None:
        self._show_engine_trouble(text, [(self.tr("Try again"), self.control.render)])

    def _show_engine_trouble(self, text: str, actions: Sequence[Action] = ()) -> None:
        try:
            details = self._places.log.read_text(encoding="utf-8", errors="replace")[-20_000:]
        except OSError:
            details = ""
        self.messages.show_message(text, details, actions, topic=ENGINE)

    def _hide_engine_trouble(self) -> None:
        self.messages.retract(ENGINE)

    def _show_fetch_trouble(self, text: str) -> None:
        self.messages.show_message(text, topic=FETCHING)

    def _hide_fetch_trouble(self) -> None:
        self.messages.retract(FETCHING)

    def _show_recovery_trouble(self, text: str) -> None:
        self.messages.show_message(text, topic=RECOVERY)

    def _hide_recovery_trouble(self) -> None:
        self.messages.retract(RECOVERY)

    def _show_frames_soon(self) -> None:
        if not self._export_soon.isActive() and not self._closing:
            self._export_soon.start()

    def _show_frames_to_export(self) -> None:
        frames, facts = self.frames, self.frames.facts
        walk = frames.walk
        self._show_frame()
        self.export_panel.show_walk(walk, self.document.display_name, facts)
        ready, key = None, ""
        if frames.all_done and facts is not None and walk == self.document.walk:
            ready = StoredFrames(walk, facts, self._places.store)
            # These decide all digests, of which there may be 100,000.
            key = hashlib.sha256(repr((facts, walk.dump())).encode("utf-8", "replace")).hexdigest()
        self.export_panel.show_frames(ready, frames.done_count, frames.count, key)

    def _show_selection(self, chosen: list[int]) -> None:
        action = self.actions_by_id["render_selection"]
        action.setEnabled(bool(chosen))
        some = self.tr("Render s&election ({0} frames)").format(len(chosen))
        action.setText(some if len(chosen) > 1 else self.tr("Render s&election"))

    def _go_to_keyframe(self, number: int) -> None:
        self.playhead.move_to(keyframe_frames(self.document.walk)[number])

    def _make_keyframe(self) -> None:
        before = self.document.walk
        self.timeline.make_keyframe_here()
        self.path_panel.focus_prompt()
        prompt = self.path_panel.focusWidget()
        if self.document.walk != before and isinstance(prompt, PromptEdit):
            # That of the nearer keyframe, until one types another.
            prompt.selectAll()

    def _render_first(self) -> None:
        walk = self.document.walk
        if walk.model.preset == STARTER.name and walk != EMPTY:
            self.control.render()

    def _use_model(self, preset: str) -> None:
        walk = self.document.walk
        if preset == walk.model.preset:
            self.frames.look_again()
            return
        # Another model's own size, steps and guidance suit it better than those of the last one.
        model = replace(walk.model, preset=preset, image_size=None)
        self.document.edit(replace(walk, model=model, sampler=Sampler()), self.tr("Change model"))

    def _export(self) -> None:
        save = self.export_panel.save_action
        if save.isEnabled():
            save.trigger()
        else:
            self._show_notice(save.toolTip())

    def _render(self) -> None:
        if self.frames.preset is None and self.frames.walk == self.document.walk:
            absent = self.tr("{0} is not on this machine; fetch it, or choose another model.")
            self.messages.show_message(
                self.frames.problem or absent.format(self.document.walk.model.preset),
                actions=[(self.tr("Models…"), self._show_models)],
                topic=WALK,
            )
        self.control.render()

    def _stop(self) -> None:
        self.playhead.pause()
        self.control.stop()

    def _unload(self) -> None:
        self.warming.decline()
        self.control.unload()

    def _choose_example(self) -> None:
        dialog = ExamplesDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self.begin)
        dialog.open()

    def _show_models(self) -> None:
        self._models.show_current(self.document.walk.model.preset)
        self._models.show()
        self._models.raise_()

    def _show_shortcuts(self) -> None:
        dialog = ShortcutsDialog(shortcut_rows(self.actions_by_id), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    def _ask_title(self) -> None:
        def give(title: str) -> None:
            self.document.edit(replace(self.document.walk, title=title), self.tr("Change title"))

        ask_title(self, self.document.walk.title, give)

    def _show_frame(self) -> None:
        index = self.playhead.index
        self.export_panel.show_frame(index, self.frames.image(index))

    def _restore_layout(self) -> None:
        settings = QSettings()
        if not self.restoreGeometry(settings.value("window/geometry") or b""):
            self.resize(FIRST_SIZE.boundedTo(self.screen().availableSize() - ROOM_FOR_FRAME))
        self.regions.restore(settings)

    def _keep_layout(self) -> None:
        settings = QSettings()
        settings.setValue("window/geometry", self.saveGeometry())
        self.regions.keep(settings)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 (Qt's name)
        """Closes once edits are saved or thrown away, and exports that are being saved likewise."""
        if not self._closing and (self.document.modified or self.export_panel.saving):
            event.ignore()
            self.export_panel.after_saving(lambda: self.files.after_asking(self._close_unasked))
            return
        if not self._closing:
            self._keep_layout()
            self.close_for_good()
        super().closeEvent(event)

    def _close_unasked(self, keep_edits: bool = False) -> None:
        if self._closing:
            return
        self._keep_layout()
        self.close_for_good(keep_edits)
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Escape leaves a field that nobody else took it from."""
        if event.key() == Qt.Key.Key_Escape and self.focusWidget() is not None:
            self.timeline.setFocus()
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 (Qt's name)
        """Takes walk files, and exported files, which may carry one."""
        if _walk_url(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 (Qt's name)
        """Opens the walk in the file that was dropped."""
        url = _walk_url(event)
        if url is not None:
            event.acceptProposedAction()
            self._open_url(url)

    def _open_url(self, url: QUrl) -> None:
        file = _local_file(url)
        if file is not None:
            self.open(file)
            return
        text = self.tr("{0} is on another machine ({1}): copy it to this one, and open the copy.")
        self.messages.show_message(text.format(url.fileName(), url.host()))


def _walk_url(event: QDropEvent) -> QUrl | None:
    if event.source() is not None:
        # The tile of this very window, on its way to somewhere else.
        return None
    urls = [url for url in event.mimeData().urls() if url.isLocalFile() and "\0" not in url.path()]
    return next((url for url in urls if Path(url.path()).suffix.lower() in SUFFIXES), None)


def _local_file(url: QUrl) -> Path | None:
    """The file of a file URL; None where it is on another machine."""
    here = ("", "localhost", QSysInfo.machineHostName().lower())
    # Windows itself reads files of other machines.
    if sys.platform != "win32" and url.host().lower() not in here:
        return None
    local = QUrl(url)
    if local.host().lower() in here:
        local.setHost("")
    return Path(local.toLocalFile())


def _named(text: str, edit: str) -> str:
    # "Undo change title": the name of an edit stands in a sentence here.
    return text.format(edit[:1].lower() + edit[1:]).strip()

"""The window: its regions, and what happens between them."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, QUrl
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

from sd3explorer.app.commands import Commands
from sd3explorer.app.disk import wake
from sd3explorer.app.drop_frame import DropFrame
from sd3explorer.app.drops import accept_copy, dropped_places, local_file, pictures_in, urls_to_open
from sd3explorer.app.focus_guard import FocusGuard
from sd3explorer.app.frames.place_finder import guessed
from sd3explorer.app.frames.survey import Locate
from sd3explorer.app.parts import Storage, WindowParts
from sd3explorer.app.preferences.remembered import Preferences
from sd3explorer.app.prompt_lists import LISTS
from sd3explorer.app.queue.leaving import after_asking
from sd3explorer.app.shortcuts import key_names
from sd3explorer.app.toolbar import Toolbar
from sd3explorer.app.tour import Tour
from sd3explorer.presets.catalog import title
from sd3explorer.presets.loras.lora import check_lora, is_lora
from sd3explorer.presets.preset import PresetError
from sd3explorer.render.messages import DeviceMemory
from sd3explorer.render.place import Place
from sd3explorer.walk.arranging import can_be_reversed, has_prompts_to_shuffle
from sd3explorer.walk.editing import keyframe_frames
from sd3explorer.walk.limits import MAX_LORAS
from sd3explorer.walk.lists import has_wildcards
from sd3explorer.walk.lora_editing import with_lora
from sd3explorer.walk.loras import Lora
from sd3explorer.walk.printable import printable
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.walk import Walk

# What a message is about that says why a model can't be used.
REFUSED = "refused model"
# And what another model has changed.
MODEL = "model"
# And why nothing could be made of what was dropped.
DROPPED = "dropped"
# Actions whose keys work in dialogs that edit the walk, too.
IN_DIALOGS = ("render", "undo", "redo")


class MainWindow(WindowParts):
    """The whole window on one walk.

    Args:
        storage: Where things are kept.
        locate: Finds a preset that is here.
        place: Where to render.
    """

    def __init__(self, storage: Storage, locate: Locate, place: Place) -> None:
        super().__init__(storage, locate, place)
        self._vocabulary_of = ""
        self._commands = Commands(self)
        self.actions_by_id = self._commands.actions
        self._toolbar = Toolbar(self.actions_by_id, self)
        self.addToolBar(self._toolbar)
        self.tour = self._make_tour()
        self._connect()
        self._restore_layout()
        self._drop_frame = DropFrame(self)
        self.setAcceptDrops(True)
        self._show_walk(self.document.walk)
        self._show_file()
        # Where the keys of playing and stepping mean what they say.
        self.timeline.setFocus()
        FocusGuard(self.timeline)

    def begin(self, walk: Walk) -> None:
        """Shows a walk that has no file, and renders it where its model ships with the app."""
        self._commands.begin(walk)

    def open(self, file: Path) -> None:
        """Opens a walk file, or walks on through the prompts in a list."""
        self._commands.open(file)

    def end(self) -> None:
        """Closes without asking, as nobody may be there: unsaved edits are offered at the next start."""
        self._close_unasked(keep_edits=True)

    def _make_tour(self) -> Tour:
        render = self._toolbar.widgetForAction(self.actions_by_id["render"])
        tour = Tour(self, self.path_panel, render, self.export_panel.tile)
        self.actions_by_id["tour"].triggered.connect(tour.begin)
        return tour

    def _connect(self) -> None:
        document, frames = self.document, self.frames
        self.troubles.follow_walk(frames, self._commands.show_models)
        self.troubles.follow_engine(self._thread, self.control.render)
        self.troubles.follow_fetching(self.models)
        self.troubles.follow_recovery(self._recovery)
        document.begun.connect(self.control.begin_anew)
        document.begun.connect(self.path_panel.forget)
        document.begun.connect(self.preview.forget)
        document.begun.connect(self.export_panel.begin_anew)
        document.begun.connect(lambda: self.playhead.set_range(None))
        document.begun.connect(lambda: self.playhead.move_to(0))
        document.begun.connect(self.timeline.tracks.strip.deselect)
        document.begun.connect(_close_menus)
        document.begun.connect(self.disk.forget)
        document.begun.connect(self.map.forget)
        document.begun.connect(self.pictures.forget)
        document.begun.connect(self.models.only_add)
        for topic in (REFUSED, LISTS):
            document.begun.connect(partial(self.messages.retract, topic))
        document.walk_changed.connect(self._show_walk)
        document.file_changed.connect(self._show_file)
        document.modified_changed.connect(lambda _: self._show_file())
        for panel in (self.path_panel, self.sampler_panel, self.timeline):
            panel.edited.connect(self._edit)
        for dialog in (self.sheet, self.map):
            # What it did is rendered and undone without going back to the window.
            dialog.addActions([self.actions_by_id[name] for name in IN_DIALOGS])
        for edits in (self.sheet, self.map, self.pictures):
            edits.edited.connect(self._edit)
        self.path_panel.picture_dropped.connect(lambda number, sources: self.pictures.take(sources, number))
        self.sheet.failed.connect(self.messages.show_message)
        self.stars.changed.connect(self._show_stars)
        self.comparison.changed.connect(self._show_comparison)
        self.history.chosen.connect(self._commands.begin_again)
        self.history.failed.connect(self.messages.show_message)
        self.path_panel.keyframe_selected.connect(self._go_to_keyframe)
        self.playhead.moved.connect(self.path_panel.show_place)
        self.sampler_panel.batch_size_changed.connect(self.control.set_batch_size)
        self.sampler_panel.loras.chosen.connect(self._add_lora)
        self.timeline.selection_changed.connect(self._show_selection)
        frames.reset.connect(self._show_model)
        self.control.changed.connect(lambda _: self._show_render())
        self._toolbar.models_requested.connect(self._commands.show_models)
        self.warming.changed.connect(self._status.show_readiness)
        self._thread.notice.connect(self._show_notice)
        self.backend_chosen.connect(self._show_notice)
        self._thread.memory.connect(self._show_memory)
        self._thread.engines.connect(self._status.engines.show_engines)
        self._status.engines.asked.connect(self._commands.show_engines)
        # However the engine ended, its memory is free again.
        for ended in (self._thread.unloaded, self._thread.trouble, self._thread.warming_failed):
            ended.connect(self._hide_memory)
        self.export_panel.failed.connect(self.messages.show_message)
        self.export_panel.reported.connect(self._show_notice)
        self.export_panel.saved.connect(self._commands.report_saved)
        self.export_panel.mended.connect(self.messages.retract)
        self.preview.copy_requested.connect(self.export_panel.copy_frame_action.trigger)
        self.preview.save_requested.connect(self.export_panel.save_frame_action.trigger)
        for dragged in (self.preview.drag_asked, self.timeline.tracks.strip.drag_asked):
            dragged.connect(self.stills.drag)
        self.stills.reported.connect(self._show_notice)
        self.stills.failed.connect(self.messages.show_message)
        self.models.chosen.connect(self._use_model)
        self.models.refused.connect(self._show_refused)
        self.models.unload_requested.connect(self._commands.unload)
        self.models.fetch_progress.connect(self._status.show_fetching)
        self.control.changed.connect(self._notices.follow_rendering)
        self._thread.trouble.connect(self._notices.report_trouble)
        self.export_panel.saving_changed.connect(self._notices.follow_saving)
        self.export_panel.saved.connect(self._notices.report_saved)
        self.export_panel.failed.connect(self._notices.report_not_saved)
        self.watch.changed.connect(self._status.queue.show_queue)
        self.watch.ended.connect(self._notices.report_queue)
        self.watch.added.connect(self._commands.report_queued)
        self.watch.failed.connect(self.messages.show_message)
        self._status.queue.clicked.connect(self.actions_by_id["queue"].trigger)
        self.queue.add_asked.connect(self.actions_by_id["queue_walk"].trigger)
        self.queue.run_asked.connect(self._commands.run_queue)
        self.queue.shown_asked.connect(self._commands.show_folder)
        self.preferences.changed.connect(self._take_preferences)
        self._take_preferences(self.preferences.now)

    def _take_preferences(self, preferences: Preferences) -> None:
        self._commands.give_keys(preferences.keys)
        names = key_names(preferences.keys)
        for hints in (self._status, self.preview, self.timeline.transport, self.versions_bar, self.tour):
            hints.show_keys(names)
        self._autosave.set_on(preferences.autosave)
        self._notices.take_preferences(preferences)

    def _show_walk(self, walk: Walk) -> None:
        self.playhead.set_walk(walk)
        self.sampler_panel.show_walk(walk)
        self._show_places()
        self.path_panel.show_place(self.playhead.index)
        self.frames.show_walk(walk)
        self.actions_by_id["make_keyframe"].setEnabled(not self.timeline.why_no_keyframe())
        self.actions_by_id["draw_wildcards"].setEnabled(has_wildcards(walk.path))
        self.actions_by_id["reverse"].setEnabled(can_be_reversed(walk))
        self.actions_by_id["shuffle"].setEnabled(has_prompts_to_shuffle(walk))
        self.models.show_current(walk.model.preset)
        self._show_model_name()
        self.sheet.show_walk(walk)
        self.map.show_walk(walk)
        self._count_stars()
        self._show_file()

    def _edit(self, walk: Walk, text: str, merge: str) -> None:
        """Takes a panel's edit. What the panel was shown of places is no part of it, as it may be a guess."""
        if walk.placement != self.document.walk.placement:
            if self.frames.walk == self.document.walk:
                self.frames.keep_places(walk)
            walk = replace(walk, placement=None)
        self.document.edit(walk, text, merge)

    def _show_places(self) -> None:
        """Shows where the walk's frames lie, as far as that is known."""
        for panel in (self.path_panel, self.timeline, self.preview, self.pictures):
            panel.show_walk(self._placed_walk())

    def _placed_walk(self) -> Walk:
        walk, placed = self.document.walk, self.frames.placed_walk
        return placed if self.frames.walk == walk else guessed(walk, placed)

    def _show_model(self) -> None:
        preset, facts = self.frames.preset, self.frames.facts
        self._show_places()
        self.sampler_panel.show_model(preset, facts)
        for panel in (self.path_panel, self.timeline, self.pictures):
            panel.show_facts(facts)
        self.preview.set_facts(facts)
        self._show_model_name()
        read_by = self.frames.walk.model.preset if preset else ""
        if read_by != self._vocabulary_of:
            self._vocabulary_of = read_by
            self.path_panel.show_vocabulary(preset.vocabulary() if preset else None)
        self._show_render()

    def _show_model_name(self) -> None:
        """Its name is shown at once, as the precision may have to be measured before its facts are there."""
        walk = self.document.walk
        facts = self.frames.facts if self.frames.walk.model == walk.model else None
        self._toolbar.show_model(title(walk.model.preset), walk.image_size(facts) if facts else None)

    def _show_stars(self) -> None:
        stars = self.stars
        self.timeline.show_stars(stars.indices, stars.only)
        self.preview.show_stars(stars.indices)
        self.playhead.set_chosen(stars.indices if stars.only else ())
        self._count_stars()

    def _count_stars(self) -> None:
        only, indices = self.actions_by_id["only_starred"], self.stars.indices
        found, there = len(indices), len(self.document.walk.stars)
        # With other steps or places, what had a star may be no frame; it comes back with them.
        some = self.tr("Only starre&d ({0} of {1} stars are on a frame now)").format(found, there)
        only.setText(some if found < there else self.tr("Only starre&d"))
        only.setEnabled(bool(found))
        only.setChecked(self.stars.only)

    def _show_comparison(self) -> None:
        self.actions_by_id["compare"].setChecked(self.versions.compares)

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

    def _show_render(self) -> None:
        problem = ""
        frames = self.frames
        if frames.preset is None and frames.walk == self.document.walk and not frames.looking_up:
            # A message says why not.
            problem = self.tr("This walk can't be rendered")
            if not frames.problem:
                problem = self.tr("{0} is not on this machine").format(title(frames.walk.model.preset))
        self._status.show_render(self.control.state, self.control.on, problem)
        self.actions_by_id["stop"].setEnabled(self.control.on or self.control.state.working)
        self.actions_by_id["render"].setChecked(self.control.on)
        self.actions_by_id["retry"].setEnabled(frames.has_failures)

    def _show_memory(self, memory: DeviceMemory) -> None:
        self._toolbar.show_memory(memory)
        self.models.show_memory(memory.device, memory.used, memory.total)

    def _hide_memory(self) -> None:
        self._toolbar.show_memory(None)
        self._status.engines.show_engines(None)

    def _show_notice(self, text: str) -> None:
        self.messages.show_message(text, level="info")

    def _show_selection(self, chosen: list[int]) -> None:
        action = self.actions_by_id["render_selection"]
        action.setEnabled(bool(chosen))
        some = self.tr("Render s&election ({0} frames)").format(len(chosen))
        action.setText(some if len(chosen) > 1 else self.tr("Render s&election"))

    def _go_to_keyframe(self, number: int) -> None:
        walk = self._placed_walk()
        # Right after a keyframe was made on an even walk nobody knows its place, and one is there already.
        if walk.is_even and walk.placement is None and self.frames.walk != walk:
            return
        self.playhead.move_to(keyframe_frames(walk)[number])

    def _show_refused(self, text: str) -> None:
        # One such message is enough, and it is over when there is a model to walk on in.
        models = [(self.tr("Models…"), self._commands.show_models)]
        self.messages.show_message(text, actions=models, topic=REFUSED)

    def _use_model(self, preset: str) -> None:
        self.messages.retract(REFUSED)
        walk = self.document.walk
        if preset == walk.model.preset:
            self.frames.look_again()
            return
        # Another model's own size, steps and guidance suit it better than those of the last one.
        model = replace(walk.model, preset=preset, image_size=None)
        self.document.edit(replace(walk, model=model, sampler=Sampler()), self.tr("Change model"))
        if walk.sampler != Sampler() or walk.model.image_size is not None:
            text = self.tr("{0} has its own steps, guidance and size; Undo brings the previous ones back.")
            self.news.say(text.format(title(preset)), topic=MODEL)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 (Qt's name)
        """Closes once edits are saved or thrown away, and exports that are being saved likewise."""
        if not self._closing and (self.document.modified or self.export_panel.saving or self.watch.is_ours):
            event.ignore()
            after_queue = partial(after_asking, self, self.watch, self._close_unasked)
            self.export_panel.after_saving(lambda: self.files.after_asking(after_queue))
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
        """Takes walks, exported files, which may carry one, lists of prompts, pictures, models, and LoRAs."""
        if event.source() is None and (event.mimeData().hasUrls() or pictures_in(event)):
            # What can't be opened is taken too: what is dropped without a word seems to be broken.
            accept_copy(event)
            if urls_to_open(event) or pictures_in(event) or dropped_places(event):
                self._drop_frame.show_over(self.regions)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802 (Qt's name)
        """What was dragged here is gone."""
        self._drop_frame.hide()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 (Qt's name)
        """Opens the walk or the list in a file that was dropped, walks on in a model, or adds a LoRA."""
        self._drop_frame.hide()
        if event.source() is not None:
            return
        accept_copy(event)
        self.messages.retract(DROPPED)
        urls, places, pictures = urls_to_open(event), dropped_places(event), pictures_in(event)
        if urls and len(pictures) < 2:
            self._open_url(urls[0])
            if len(urls) > 1:
                text = self.tr("Of {0} files only {1} was opened: a window has one walk.")
                names = QLocale().toString(len(urls)), printable(urls[0].fileName())
                self.messages.show_message(text.format(*names), level="info", topic=DROPPED)
            return
        if pictures:
            # Of several, none is opened as a walk, even if one carries one.
            self.pictures.take(pictures)
            return
        if not places:
            self._refuse(event)
        self.disk.ask(
            lambda: [place for place in places if _is_lora(place)],
            partial(self._take, places),
            # Models are there for every walk.
            partial(self._add_models, places, use=False),
        )

    def _take(self, places: Sequence[Path], loras: Sequence[Path]) -> None:
        for lora in loras:
            self._add_lora(lora)
        self._add_models(places, loras, use=True)

    def _add_models(self, places: Sequence[Path], loras: Sequence[Path], use: bool) -> None:
        for place in places:
            if place not in loras:
                self.models.add(place, use)

    def _refuse(self, event: QDropEvent) -> None:
        names = [printable(url.fileName() or url.toDisplayString()) for url in event.mimeData().urls()[:1]]
        text = self.tr(
            "{0} can't be opened here: drop a walk, a picture or video that carries one, a list of prompts, "
            "a model or a LoRA"
        )
        self.messages.show_message(text.format(*names), topic=DROPPED)

    def _add_lora(self, file: Path) -> None:
        walk = self.document.walk
        try:
            check_lora(file, self.frames.preset)
        except PresetError as error:
            self.messages.show_message(str(error))
            return
        if len(walk.model.loras) >= MAX_LORAS:
            self.messages.show_message(self.tr("A model takes at most {0} LoRAs").format(MAX_LORAS))
            return
        self.document.edit(with_lora(walk, Lora(str(file))), self.tr("Add LoRA"))

    def _open_url(self, url: QUrl) -> None:
        file = local_file(url)
        if file is not None:
            self.disk.ask(partial(wake, file), lambda _: self.open(file))
            return
        text = self.tr("{0} is on another machine ({1}): copy it to this one, and open the copy.")
        self.messages.show_message(text.format(url.fileName(), url.host()))


def _close_menus() -> None:
    """What is open is about the walk before."""
    while (menu := QApplication.activePopupWidget()) is not None and menu.close():
        pass


def _is_lora(place: Path) -> bool:
    try:
        return place.is_file() and is_lora(place)
    except (OSError, PresetError):
        # Whatever it is, what is no LoRA is taken for a model, and refused as such.
        return False

"""What the menus, the toolbar and the keys do."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QUndoStack
from PySide6.QtWidgets import QDialog

from sd3explorer.app.actions import fill_menus, give_keys, make_actions
from sd3explorer.app.another_window import open_another_window
from sd3explorer.app.context_menus import FRAME, KEYFRAME, PICTURE, MenuKey, popup_menu
from sd3explorer.app.document.examples_dialog import EMPTY, ExamplesDialog
from sd3explorer.app.document.recent import fill_recent_menu, forget_recent_file, is_gone
from sd3explorer.app.drops import is_picture
from sd3explorer.app.help.documentation import documentation
from sd3explorer.app.help.licences import licences
from sd3explorer.app.help.reader import Reader
from sd3explorer.app.parts import WindowParts
from sd3explorer.app.path.prompt_edit import PromptEdit
from sd3explorer.app.preview.full_screen import FullScreen
from sd3explorer.app.preview.layers import Layer
from sd3explorer.app.shortcuts import keys_of, menu_shortcuts
from sd3explorer.app.shortcuts_dialog import ShortcutsDialog
from sd3explorer.app.small_dialogs import ask_about_room, ask_title, show_about
from sd3explorer.export import carries_walk
from sd3explorer.presets.catalog import STARTER
from sd3explorer.queue.entry import Order
from sd3explorer.render.estimate import estimate
from sd3explorer.walk.arranging import reversed_walk, with_prompts_shuffled
from sd3explorer.walk.lists import is_list
from sd3explorer.walk.paths import Hold
from sd3explorer.walk.printable import printable
from sd3explorer.walk.walk import Walk

# What keys do there too.
IN_FULL_SCREEN = (
    "play",
    "shuttle_back",
    "pause",
    "shuttle",
    "slower",
    "faster",
    "loop_from",
    "loop_to",
    "loop_all",
    "full_screen",
    "previous",
    "next",
    "back",
    "on",
    "first",
    "last",
    "star",
    "previous_star",
    "next_star",
    "only_starred",
    "smooth",
    "copy_frame",
    "close",
    "quit",
)


class Commands(QObject):
    """The actions of a window, in its menus, and what each of them does with the window's parts.

    Args:
        window: Whose commands they are.
    """

    def __init__(self, window: WindowParts) -> None:
        super().__init__(window)
        self._window = window
        self.actions = self._make_actions()
        self._fill_menus()
        self._full_screen = FullScreen(
            window.frames, window.playhead, [self.actions[name] for name in IN_FULL_SCREEN], window
        )
        self._offer_menus()
        self._follow_undo(window.document.undo_stack)

    def give_keys(self, chosen: Mapping[str, str]) -> None:
        """Gives actions their keys.

        Args:
            chosen: What they have instead of their usual ones, by their ids.
        """
        give_keys(self.actions, partial(keys_of, chosen=chosen))

    def begin(self, walk: Walk) -> None:
        """Shows a walk that has no file, and renders it where its model ships with the app.

        An empty walk gets the model that is preferred for new ones.
        """
        if walk == EMPTY:
            model = replace(walk.model, preset=self._window.preferences.now.model)
            walk = replace(walk, model=model)
        self._window.files.begin(walk, self._set_out)

    def open(self, file: Path) -> None:
        """Opens a walk file, walks on through the prompts in a list, or gives a picture to a keyframe."""
        if is_list(file):
            self._window.prompt_lists.open(file)
        elif is_picture(file) and not carries_walk(file):
            self._window.pictures.take([file])
        else:
            self._window.files.open(file)

    def begin_again(self, walk: Walk) -> None:
        """Shows a walk of the history, which has no file."""
        self._window.files.begin(walk)

    def show_models(self) -> None:
        """Opens the dialog with the models."""
        models = self._window.models
        models.show_current(self._window.document.walk.model.preset)
        models.show()
        models.raise_()

    def unload(self) -> None:
        """Ends the engine, which isn't warmed again for nothing."""
        self._window.warming.decline()
        self._window.control.unload()

    def _make_actions(self) -> dict[str, QAction]:
        window = self._window
        head, stack = window.playhead, window.document.undo_stack
        control, timeline, export = window.control, window.timeline, window.export_panel
        return make_actions(
            window,
            {
                "new": self._choose_example,
                "open": lambda: window.files.choose(self.open),
                "save": window.files.save,
                "save_as": window.files.save_as,
                "export": self._export,
                "export_options": export.options_action.trigger,
                "save_frame": export.save_frame_action.trigger,
                "new_window": self._open_window,
                "close": window.close,
                "quit": window.close,
                "undo": stack.undo,
                "redo": stack.redo,
                "copy_frame": export.copy_frame_action.trigger,
                "copy_prompts": window.prompt_lists.copy,
                "paste_prompts": lambda: window.pictures.paste() or window.prompt_lists.paste(),
                "draw_wildcards": window.prompt_lists.draw,
                "reverse": self._reverse,
                "shuffle": self._shuffle,
                "duplicate": self._duplicate,
                "edit_prompt": window.path_panel.focus_prompt,
                "make_keyframe": self._make_keyframe,
                "picture": window.pictures.choose,
                "explore": lambda: _raise(window.sheet),
                "map": lambda: _raise(window.map),
                "keep_version": window.versions.keep,
                "compare": window.versions.toggle,
                "wipe": window.versions.toggle_wipe,
                "star": window.stars.toggle,
                "previous_star": lambda: window.stars.go(-1),
                "next_star": lambda: window.stars.go(1),
                "only_starred": lambda: window.stars.set_only(self.actions["only_starred"].isChecked()),
                "history": self._show_history,
                "title": self._ask_title,
                "models": self.show_models,
                "render": self._render,
                "stop": self._stop,
                "live": lambda: control.set_live(self.actions["live"].isChecked()),
                "render_selection": self._render_selection,
                "queue_walk": self._queue_walk,
                "queue": lambda: _raise(window.queue),
                "retry": self._render,
                "warm": lambda: window.warming.set_enabled(self.actions["warm"].isChecked()),
                "unload": self.unload,
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
                "slower": lambda: head.step_pace(-1),
                "faster": lambda: head.step_pace(1),
                "loop_from": head.loop_from_here,
                "loop_to": head.loop_to_here,
                "loop_all": lambda: head.set_range(None),
                "full_screen": lambda: self._full_screen.toggle(),
                "zoom_in": timeline.zoom_in,
                "zoom_out": timeline.zoom_out,
                "zoom_fit": timeline.zoom_to_fit,
                "smooth": self._set_smooth,
                "onion": lambda: self._set_layer("onion", Layer.ONION),
                "difference": lambda: self._set_layer("difference", Layer.DIFFERENCE),
                "documentation": lambda: Reader(self.tr("Documentation"), documentation(), window).show(),
                "licences": lambda: Reader(self.tr("Licences"), licences(), window).show(),
                "shortcuts": self._show_shortcuts,
                "preferences": self._show_preferences,
                "check_computer": self._check_computer,
                "collect_report": self._collect_report,
                "show_log": self._show_log,
                "about": lambda: show_about(window),
            },
        )

    def _fill_menus(self) -> None:
        menus = fill_menus(self._window, self.actions)
        file_menu = next(iter(menus.values()))
        recent = file_menu.addMenu(self.tr("Open &recent"))
        file_menu.insertMenu(self.actions["save"], recent)
        recent.aboutToShow.connect(lambda: fill_recent_menu(recent, self._open_recent))
        walk_menu = next(menu for menu in menus.values() if self.actions["models"] in menu.actions())
        walk_menu.insertMenu(self.actions["models"], self._window.presets.menu)
        self.actions["smooth"].setChecked(True)
        self.actions["warm"].setChecked(self._window.warming.enabled)
        self.actions["render_selection"].setEnabled(False)

    def _open_recent(self, file: Path) -> None:
        self._window.disk.ask(partial(is_gone, file), partial(self._take_recent, file))

    def _take_recent(self, file: Path, gone: bool) -> None:
        if not gone:
            self._window.files.open(file)
            return
        forget_recent_file(file)
        text = self.tr("{0} is gone, so it is no longer among the recent walks")
        self._say(text.format(printable(str(file))))

    def _offer_menus(self) -> None:
        window, actions = self._window, self.actions
        timeline = window.timeline
        remove = [timeline.tracks.keyframes.remove_action]
        timeline.frame_menu_asked.connect(lambda place: popup_menu(timeline, actions, FRAME, place))
        timeline.keyframe_menu_asked.connect(
            lambda place: popup_menu(timeline, actions, KEYFRAME, place, remove)
        )
        window.preview.offer([actions[name] for name in PICTURE])
        MenuKey(window)
        actions["loop_all"].setEnabled(False)
        window.playhead.range_changed.connect(lambda frames: actions["loop_all"].setEnabled(bool(frames)))

    def _follow_undo(self, stack: QUndoStack) -> None:
        for name, text, can, say in (
            ("undo", self.tr("&Undo {0}"), stack.canUndoChanged, stack.undoTextChanged),
            ("redo", self.tr("&Redo {0}"), stack.canRedoChanged, stack.redoTextChanged),
        ):
            action = self.actions[name]
            action.setEnabled(False)
            can.connect(action.setEnabled)
            say.connect(lambda edit, action=action, text=text: action.setText(_named(text, edit)))

    def _make_keyframe(self) -> None:
        window = self._window
        held = isinstance(window.document.walk.path, Hold)
        number = window.timeline.make_keyframe_here()
        if number is None:
            window.path_panel.focus_prompt()
            return
        # Not where the mark is: of an even walk nobody knows yet which frame the keyframe comes to lie on.
        window.path_panel.focus_keyframe(number)
        prompt = window.path_panel.focusWidget()
        if held and isinstance(prompt, PromptEdit):
            # That of the held prompt, until one types another.
            prompt.selectAll()

    def _set_out(self) -> None:
        walk = self._window.document.walk
        if walk.path == EMPTY.path:
            # Else what one types would be taken for shortcuts.
            self._window.path_panel.focus_prompt()
        elif walk.model.preset == STARTER.name:
            self._window.control.render()

    def _set_smooth(self) -> None:
        smooth = self.actions["smooth"].isChecked()
        self._window.preview.set_smooth(smooth)
        self._full_screen.set_smooth(smooth)

    def _set_layer(self, name: str, layer: Layer) -> None:
        on = self.actions[name].isChecked()
        # One of them alone makes sense.
        for other in {"onion", "difference"} - {name}:
            self.actions[other].setChecked(False)
        self._window.preview.set_layer(layer if on else Layer.NONE)

    def _reverse(self) -> None:
        document = self._window.document
        document.edit(reversed_walk(document.walk), self.tr("Reverse"))

    def _shuffle(self) -> None:
        document = self._window.document
        shuffled = with_prompts_shuffled(document.walk, secrets.randbits(32))
        document.edit(shuffled, self.tr("Shuffle prompts"))

    def _duplicate(self) -> None:
        walk = self._window.document.walk
        self._window.files.begin(replace(walk, title=""))

    def _open_window(self) -> None:
        if not open_another_window():
            self._say(self.tr("Another window can't be opened: Python can't be started again"))

    def _export(self) -> None:
        save = self._window.export_panel.save_action
        if save.isEnabled():
            save.trigger()
        else:
            self._say(save.toolTip())

    def _render_selection(self) -> None:
        indices = self._window.timeline.selected_indices()
        self._after_asking(len(indices), lambda: self._window.control.render(indices))

    def _queue_walk(self) -> None:
        document, watch = self._window.document, self._window.watch
        # What is edited while the dialog is open isn't meant.
        ask = partial(
            self._window.export_panel.ask_for_order, document.walk.alone, document.display_name, watch.add
        )
        self._after_asking(document.walk.frame_count, ask)

    def run_queue(self) -> None:
        """Has the files of the queue made, by a process beside this one."""
        if not self._window.control.state.working:
            # Two engines may not fit into the memory of one device.
            self.unload()
        preferences = self._window.preferences.now
        words = ["--backend", preferences.backend, "--precision", preferences.precision]
        words += [word for engine in preferences.engines for word in ("--engine", engine)]
        self._window.watch.run(words)

    def report_queued(self, order: Order) -> None:
        """Says that a walk is in the queue, and how it becomes a file."""
        show = (self.tr("Show queue"), lambda: _raise(self._window.queue))
        text = self.tr("{0} waits in the queue").format(order.target.name)
        if not self._window.watch.state.is_run:
            text = self.tr("{0} is waiting in the queue, which isn't started").format(order.target.name)
        self._window.messages.show_message(text, actions=[show], level="news")

    def show_folder(self, target: Path) -> None:
        """Shows the folder of a file."""
        self._open_folder(target.parent, self.tr("No program here opens folders; it is in {0}"))

    def _after_asking(self, frames: int, go_on: Callable[[], None]) -> None:
        facts, walk = self._window.frames.facts, self._window.document.walk
        if facts is None:
            go_on()
            return
        needed = estimate(frames, walk.image_size(facts), self._window.store.folder)
        if needed.is_large:
            ask_about_room(self._window, needed, go_on)
        else:
            go_on()

    def _render(self) -> None:
        frames, walk = self._window.frames, self._window.document.walk
        if frames.preset is None and frames.walk == walk:
            self._window.troubles.show_walk(frames.absence)
        if self._window.control.on:
            self._window.control.render()
        else:
            self._after_asking(walk.frame_count, self._window.control.render)
        # Its own click changed the mark, which says whether it renders.
        self.actions["render"].setChecked(self._window.control.on)

    def _stop(self) -> None:
        self._window.playhead.pause()
        self._window.control.stop()

    def report_saved(self, target: Path) -> None:
        """Says where an export is, and shows it if one likes."""
        show = (self.tr("Show in folder"), lambda: self.show_folder(target))
        text = self.tr("Saved as {path}").format(path=target)
        self._window.messages.show_message(text, actions=[show], level="news")

    def _choose_example(self) -> None:
        dialog = ExamplesDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self.begin)
        dialog.open()

    def _show_shortcuts(self) -> None:
        shortcuts = menu_shortcuts(self._window.preferences.now.keys)
        dialog = ShortcutsDialog(shortcuts, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    def _show_history(self) -> None:
        self._window.history.show()
        self._window.history.raise_()
        self._window.history.activateWindow()

    def _check_computer(self) -> None:
        self._window.computer.show()
        self._window.computer.raise_()

    def _collect_report(self) -> None:
        self._window.computer.with_logs = True
        self._check_computer()

    def show_engines(self) -> None:
        """Shows which other machines render too."""
        dialog = self._window.preferences_dialog
        dialog.show_page(dialog.engines)

    def _show_preferences(self) -> None:
        self._window.preferences_dialog.show()
        self._window.preferences_dialog.raise_()

    def _show_log(self) -> None:
        log = self._window.log
        if not log.exists():
            self._say(self.tr("There is no log: {0} can't be written").format(log))
        else:
            self._open_folder(log.parent, self.tr("No program here opens folders; the logs are in {0}"))

    def _open_folder(self, folder: Path, otherwise: str) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._say(otherwise.format(folder))

    def _ask_title(self) -> None:
        document = self._window.document

        def give(title: str) -> None:
            document.edit(replace(document.walk, title=title), self.tr("Change title"))

        ask_title(self._window, document.walk.title, give)

    def _say(self, text: str) -> None:
        self._window.messages.show_message(text, level="info")


def _raise(dialog: QDialog) -> None:
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()


def _named(text: str, edit: str) -> str:
    # "Undo change title": the name of an edit stands in a sentence here.
    return text.format(edit[:1].lower() + edit[1:]).strip()

"""Everything that can be done from the menus, in one table: menus, toolbar and shortcut sheet read it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from sd3explorer.app.icons import icon
from sd3explorer.app.texts import translate, without_key

Keys = QKeySequence.StandardKey | str


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be done.

    Args:
        id: Its name in the code.
        menu: The menu that it is in.
        text: What the menu says.
        keys: Its shortcuts, the first of which is shown.
        tip: What it does, in a sentence.
        icon: Name of its icon, or "".
        checkable: Whether it is on or off.
        separated: Whether a line is drawn above it.
    """

    id: str
    menu: str
    text: str
    keys: tuple[Keys, ...] = ()
    tip: str = ""
    icon: str = ""
    checkable: bool = False
    separated: bool = False


def table() -> tuple[Entry, ...]:
    """The actions, in the order of the menus; made when a window is, as texts depend on the language."""
    key = QKeySequence.StandardKey
    file, edit, walk, render, play, view, about = (
        translate("Actions", "&File"),
        translate("Actions", "&Edit"),
        translate("Actions", "&Walk"),
        translate("Actions", "&Render"),
        translate("Actions", "&Playback"),
        translate("Actions", "&View"),
        translate("Actions", "&Help"),
    )
    return (
        Entry(
            "new",
            file,
            translate("Actions", "&New…"),
            (key.New,),
            translate("Actions", "Begin with an example or an empty walk"),
        ),
        Entry(
            "new_window",
            file,
            translate("Actions", "New &window"),
            ("Ctrl+Shift+N",),
            translate("Actions", "Open another window, beside this one"),
        ),
        Entry(
            "open",
            file,
            translate("Actions", "&Open…"),
            (key.Open,),
            translate("Actions", "Open a walk file, or a list of prompts"),
        ),
        Entry(
            "save",
            file,
            translate("Actions", "&Save"),
            (key.Save,),
            translate("Actions", "Save the walk"),
            separated=True,
        ),
        Entry(
            "save_as",
            file,
            translate("Actions", "Save &as…"),
            ("Ctrl+Shift+S",),
            translate("Actions", "Save the walk under another name"),
        ),
        Entry(
            "history",
            file,
            translate("Actions", "&History…"),
            ("Ctrl+H",),
            translate("Actions", "What was rendered before, by thumbnail"),
        ),
        Entry(
            "export",
            file,
            translate("Actions", "&Export…"),
            ("Ctrl+E",),
            translate("Actions", "Save the finished pictures"),
            "export",
            separated=True,
        ),
        Entry(
            "export_options",
            file,
            translate("Actions", "Export o&ptions…"),
            ("Ctrl+Alt+E",),
            translate("Actions", "Size, quality and more, with a preview of the file"),
        ),
        Entry(
            "save_frame",
            file,
            translate("Actions", "Save this &frame…"),
            ("Ctrl+Shift+E",),
            translate("Actions", "Save the frame under the playhead"),
        ),
        Entry(
            "close",
            file,
            translate("Actions", "&Close"),
            ("Ctrl+W",),
            translate("Actions", "Close this window"),
            separated=True,
        ),
        Entry(
            "quit",
            file,
            translate("Actions", "&Quit"),
            ("Ctrl+Q",),
            translate("Actions", "End the app; other windows stay"),
        ),
        Entry(
            "undo",
            edit,
            translate("Actions", "&Undo"),
            (key.Undo,),
            translate("Actions", "Take the last edit back"),
        ),
        Entry(
            "redo",
            edit,
            translate("Actions", "&Redo"),
            ("Ctrl+Y", "Ctrl+Shift+Z"),
            translate("Actions", "Do it again"),
        ),
        Entry(
            "copy_frame",
            edit,
            translate("Actions", "&Copy frame"),
            ("Ctrl+Shift+C",),
            translate("Actions", "Copy the frame under the playhead to the clipboard"),
            "copy",
            separated=True,
        ),
        Entry(
            "copy_prompts",
            edit,
            translate("Actions", "Copy pro&mpts as text"),
            ("Ctrl+C",),
            translate("Actions", "Copy all prompts, one a line, or as CSV with their frames"),
            separated=True,
        ),
        Entry(
            "paste_prompts",
            edit,
            translate("Actions", "Paste prompts or a picture"),
            ("Ctrl+Shift+V", "Ctrl+V"),
            translate("Actions", "Make the path of a list, or give a picture to the keyframe here"),
        ),
        Entry(
            "edit_prompt",
            edit,
            translate("Actions", "Edit &prompt"),
            ("Ctrl+L",),
            translate("Actions", "Go to the prompt at the playhead"),
        ),
        Entry(
            "preferences",
            edit,
            translate("Actions", "Pre&ferences…"),
            ("Ctrl+,",),
            translate("Actions", "Look, models, saving, keys, and what rendered frames take"),
            separated=True,
        ),
        Entry(
            "make_keyframe",
            walk,
            translate("Actions", "Make keyframe &here"),
            ("I",),
            translate("Actions", "Pin a prompt to this frame"),
            "diamond",
        ),
        Entry(
            "picture",
            walk,
            translate("Actions", "Keyframe from a p&icture…"),
            ("Ctrl+Shift+I",),
            translate("Actions", "Give a picture to the keyframe at the playhead, or make one of it"),
        ),
        Entry(
            "explore",
            walk,
            translate("Actions", "E&xplore…"),
            ("X",),
            translate("Actions", "Other seeds, steps and more of what is under the playhead, side by side"),
            "grid",
        ),
        Entry(
            "map",
            walk,
            translate("Actions", "&Map…"),
            ("M",),
            translate("Actions", "Prompts as pins: look around between them, and draw a route"),
        ),
        Entry(
            "draw_wildcards",
            walk,
            translate("Actions", "Draw &wildcards"),
            (),
            translate("Actions", "Make plain text of {red|blue} and __name__ in all prompts, by a new seed"),
        ),
        Entry(
            "reverse",
            walk,
            translate("Actions", "Re&verse"),
            (),
            translate("Actions", "Go through the walk from its end to its start"),
            separated=True,
        ),
        Entry(
            "shuffle",
            walk,
            translate("Actions", "&Shuffle prompts"),
            (),
            translate(
                "Actions", "Put the prompts into another order; lengths and easings stay where they are"
            ),
        ),
        Entry(
            "duplicate",
            walk,
            translate("Actions", "&Duplicate"),
            ("Ctrl+Shift+D",),
            translate("Actions", "Go on with a copy that has no file yet"),
        ),
        Entry(
            "keep_version",
            walk,
            translate("Actions", "&Keep version"),
            ("Ctrl+K",),
            translate("Actions", "Keep the walk as it is now, to come back to it or compare with it"),
            separated=True,
        ),
        Entry(
            "compare",
            walk,
            translate("Actions", "&Compare versions"),
            ("C",),
            translate("Actions", "Show another version beside the walk"),
            checkable=True,
        ),
        Entry(
            "wipe",
            walk,
            translate("Actions", "Compare by a &line"),
            ("Shift+C",),
            translate("Actions", "One version over the other with a line that you can drag, or side by side"),
        ),
        Entry(
            "title",
            walk,
            translate("Actions", "&Title…"),
            ("F2",),
            translate("Actions", "Give the walk a title"),
            separated=True,
        ),
        Entry(
            "models",
            walk,
            translate("Actions", "M&odels…"),
            ("Ctrl+M",),
            translate("Actions", "Choose the model, or fetch one"),
        ),
        Entry(
            "render",
            render,
            translate("Actions", "&Render"),
            ("Ctrl+Return", "Ctrl+Enter"),
            translate("Actions", "Render what is missing, and go on after every edit until it is stopped"),
            "play",
            checkable=True,
        ),
        Entry(
            "stop",
            render,
            translate("Actions", "&Stop"),
            ("Esc",),
            translate("Actions", "Stop rendering, now and after edits; finished frames stay"),
            "stop",
        ),
        Entry(
            "live",
            render,
            translate("Actions", "&Live"),
            ("Ctrl+Shift+L",),
            translate("Actions", "Show a quick draft wherever the playhead goes"),
            "bolt",
            checkable=True,
        ),
        Entry(
            "render_selection",
            render,
            translate("Actions", "Render s&election"),
            ("Ctrl+Shift+Return",),
            translate("Actions", "Render only the frames that are selected: drag over them with Shift"),
            separated=True,
        ),
        Entry(
            "queue_walk",
            render,
            translate("Actions", "Add to &queue…"),
            ("Ctrl+Shift+A",),
            translate("Actions", "Let this walk be rendered and exported when its turn comes"),
            separated=True,
        ),
        Entry(
            "queue",
            render,
            translate("Actions", "Sho&w queue"),
            (),
            translate("Actions", "What waits, what is being made, and what came of the rest"),
        ),
        Entry(
            "retry",
            render,
            translate("Actions", "&Try failed frames again"),
            (),
            translate("Actions", "Render frames again that could not be rendered"),
        ),
        Entry(
            "warm",
            render,
            translate("Actions", "&Get the engine ready in advance"),
            (),
            translate("Actions", "Load the model and compile while nothing is rendered yet"),
            checkable=True,
            separated=True,
        ),
        Entry(
            "unload",
            render,
            translate("Actions", "&Unload the model"),
            (),
            translate("Actions", "End the engine and give back its memory"),
        ),
        Entry(
            "play",
            play,
            translate("Actions", "&Play or pause"),
            ("Space",),
            translate("Actions", "Play the walk"),
            "play",
        ),
        Entry(
            "shuttle_back",
            play,
            translate("Actions", "Play &backwards"),
            ("J",),
            translate("Actions", "Play backwards; again is faster"),
        ),
        Entry("pause", play, translate("Actions", "P&ause"), ("K",), translate("Actions", "Stay here")),
        Entry(
            "shuttle",
            play,
            translate("Actions", "Play &forwards"),
            ("L",),
            translate("Actions", "Play forwards; again is faster"),
        ),
        Entry(
            "slower",
            play,
            translate("Actions", "Slo&wer"),
            ("<",),
            translate("Actions", "Play slower, down to a quarter of the speed"),
            separated=True,
        ),
        Entry(
            "faster",
            play,
            translate("Actions", "Fas&ter"),
            (">",),
            translate("Actions", "Play faster, up to the double speed"),
        ),
        Entry(
            "loop_from",
            play,
            translate("Actions", "Loop f&rom here"),
            ("[",),
            translate("Actions", "Play from this frame on, round and round"),
        ),
        Entry(
            "loop_to",
            play,
            translate("Actions", "Loop t&o here"),
            ("]",),
            translate("Actions", "Play up to this frame, round and round"),
        ),
        Entry(
            "loop_all",
            play,
            translate("Actions", "Clear loop ran&ge"),
            ("\\",),
            translate("Actions", "Play the whole walk again"),
        ),
        Entry(
            "previous",
            play,
            translate("Actions", "Pre&vious frame"),
            ("Left",),
            translate("Actions", "Go one frame back"),
            "previous",
            separated=True,
        ),
        Entry(
            "next",
            play,
            translate("Actions", "&Next frame"),
            ("Right",),
            translate("Actions", "Go one frame on"),
            "next",
        ),
        Entry(
            "back",
            play,
            translate("Actions", "Ten frames back"),
            ("Shift+Left",),
            translate("Actions", "Go ten frames back"),
        ),
        Entry(
            "on",
            play,
            translate("Actions", "Ten frames on"),
            ("Shift+Right",),
            translate("Actions", "Go ten frames on"),
        ),
        Entry(
            "first",
            play,
            translate("Actions", "F&irst frame"),
            ("Home",),
            translate("Actions", "Go to the first frame"),
            "first",
        ),
        Entry(
            "last",
            play,
            translate("Actions", "&Last frame"),
            ("End",),
            translate("Actions", "Go to the last frame"),
            "last",
        ),
        Entry(
            "star",
            play,
            translate("Actions", "&Star this frame"),
            ("S",),
            translate("Actions", "Put a star on the frame under the playhead, or take it away"),
            "star",
            separated=True,
        ),
        Entry(
            "previous_star",
            play,
            translate("Actions", "Previous star"),
            ("Ctrl+Left",),
            translate("Actions", "Go back to the last frame with a star"),
        ),
        Entry(
            "next_star",
            play,
            translate("Actions", "Next star"),
            ("Ctrl+Right",),
            translate("Actions", "Go on to the next frame with a star"),
        ),
        Entry(
            "only_starred",
            play,
            translate("Actions", "Only starre&d"),
            ("Shift+S",),
            translate("Actions", "Play and step through frames with a star alone, each for a second"),
            checkable=True,
        ),
        Entry(
            "zoom_in",
            view,
            translate("Actions", "Zoom timeline in"),
            ("Ctrl++", "Ctrl+="),
            "",
            "zoom-in",
        ),
        Entry("zoom_out", view, translate("Actions", "Zoom timeline out"), ("Ctrl+-",), "", "zoom-out"),
        Entry("zoom_fit", view, translate("Actions", "Whole walk in the timeline"), ("Ctrl+0",), "", "fit"),
        Entry(
            "smooth",
            view,
            translate("Actions", "S&mooth preview"),
            (),
            translate("Actions", "Smooth pixels when zoomed in"),
            checkable=True,
            separated=True,
        ),
        Entry(
            "onion",
            view,
            translate("Actions", "Onion s&kin"),
            ("O",),
            translate("Actions", "See the frames before and behind through the picture"),
            checkable=True,
        ),
        Entry(
            "difference",
            view,
            translate("Actions", "&Difference to the frame before"),
            ("D",),
            translate("Actions", "See only what has changed, brightened"),
            checkable=True,
        ),
        Entry(
            "full_screen",
            view,
            translate("Actions", "F&ull screen"),
            ("F11",),
            translate("Actions", "Only the picture, on black; Escape leaves"),
            separated=True,
        ),
        Entry(
            "documentation",
            about,
            translate("Actions", "&Documentation…"),
            (),
            translate("Actions", "All that there is to read, to search through without a network"),
        ),
        Entry(
            "tour",
            about,
            translate("Actions", "&Tour"),
            (),
            translate("Actions", "Where to write, to render, and to take the finished file"),
        ),
        Entry(
            "shortcuts",
            about,
            translate("Actions", "&Keyboard shortcuts"),
            ("?", "F1"),
            translate("Actions", "Everything that the keyboard can do"),
        ),
        Entry(
            "check_computer",
            about,
            translate("Actions", "&Check this computer…"),
            (),
            translate("Actions", "What it computes with, what is missing, and a report to copy"),
            separated=True,
        ),
        Entry(
            "collect_report",
            about,
            translate("Actions", "Collect a &report…"),
            (),
            translate("Actions", "What helps to find a fault: versions, this computer and the last logs"),
        ),
        Entry(
            "show_log",
            about,
            translate("Actions", "Show &logs"),
            (),
            translate("Actions", "The folder with what the app and the engine have written, for a report"),
        ),
        Entry(
            "licences",
            about,
            translate("Actions", "L&icences…"),
            (),
            translate("Actions", "Whose work the app is made of, and on what terms"),
            separated=True,
        ),
        Entry(
            "about",
            about,
            translate("Actions", "&About sd3explorer"),
            (),
            translate("Actions", "Version, licence and what it is built on"),
        ),
    )


def make_actions(window: QMainWindow, work: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """Makes the actions of a window.

    Args:
        window: Whose actions they are.
        work: What each one does, by its id. An action that is on or off is asked for its state.

    Returns:
        The actions by their ids.
    """
    actions: dict[str, QAction] = {}
    for entry in table():
        action = QAction(entry.text, window)
        action.setObjectName(entry.id)
        action.setCheckable(entry.checkable)
        if entry.icon:
            action.setIcon(icon(entry.icon, window))
            action.setIconVisibleInMenu(False)
        if entry.id in work:
            action.triggered.connect(lambda _=False, do=work[entry.id]: do())
        window.addAction(action)
        actions[entry.id] = action
    return actions


def fill_menus(window: QMainWindow, actions: Mapping[str, QAction]) -> dict[str, QMenu]:
    """Makes the menus of a window, and returns them by their titles."""
    menus: dict[str, QMenu] = {}
    for entry in table():
        if entry.menu not in menus:
            menus[entry.menu] = window.menuBar().addMenu(entry.menu)
        if entry.separated:
            menus[entry.menu].addSeparator()
        menus[entry.menu].addAction(actions[entry.id])
    return menus


def give_keys(actions: Mapping[str, QAction], keys: Callable[[Entry], list[QKeySequence]]) -> None:
    """Gives actions their keys, and tooltips that name them.

    Args:
        actions: By their ids.
        keys: Those of each, the first of which is shown.
    """
    for entry in table():
        action = actions[entry.id]
        action.setShortcuts(keys(entry))
        action.setToolTip(_with_key(entry.tip or without_key(entry.text), action))


def _with_key(tip: str, action: QAction) -> str:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{tip} ({keys})" if keys else tip

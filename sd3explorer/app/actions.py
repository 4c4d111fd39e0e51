"""Everything that can be done from the menus, in one table: menus, toolbar and shortcut sheet read it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from sd3explorer.app.icons import icon

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


def tr(text: str) -> str:
    """Marks and translates a text of the table."""
    return QCoreApplication.translate("Actions", text)


def table() -> tuple[Entry, ...]:
    """The actions, in the order of the menus; made when a window is, as texts depend on the language."""
    key = QKeySequence.StandardKey
    file, edit, walk, render, view, about = (
        tr("&File"),
        tr("&Edit"),
        tr("&Walk"),
        tr("&Render"),
        tr("&View"),
        tr("&Help"),
    )
    return (
        Entry("new", file, tr("&New…"), (key.New,), tr("Begin with an example or an empty walk")),
        Entry("open", file, tr("&Open…"), (key.Open,), tr("Open a walk file")),
        Entry("save", file, tr("&Save"), (key.Save,), tr("Save the walk"), separated=True),
        Entry("save_as", file, tr("Save &as…"), ("Ctrl+Shift+S",), tr("Save the walk under another name")),
        Entry(
            "export",
            file,
            tr("&Export…"),
            ("Ctrl+E",),
            tr("Save the finished pictures"),
            "export",
            separated=True,
        ),
        Entry(
            "save_frame",
            file,
            tr("Save this &frame…"),
            ("Ctrl+Shift+E",),
            tr("Save the frame under the playhead"),
        ),
        Entry("close", file, tr("&Quit"), (key.Quit, "Ctrl+Q"), tr("Close the window"), separated=True),
        Entry("undo", edit, tr("&Undo"), (key.Undo,), tr("Take the last edit back")),
        Entry("redo", edit, tr("&Redo"), (key.Redo, "Ctrl+Shift+Z"), tr("Do it again")),
        Entry(
            "copy_frame",
            edit,
            tr("&Copy frame"),
            ("Ctrl+Shift+C",),
            tr("Copy the frame under the playhead to the clipboard"),
            "copy",
            separated=True,
        ),
        Entry("edit_prompt", edit, tr("Edit &prompt"), ("Ctrl+L",), tr("Go to the prompt at the playhead")),
        Entry(
            "make_keyframe",
            walk,
            tr("Make &keyframe here"),
            ("I",),
            tr("Pin a prompt to this frame"),
            "diamond",
        ),
        Entry("title", walk, tr("&Title…"), ("F2",), tr("Give the walk a title"), separated=True),
        Entry("models", walk, tr("&Models…"), ("Ctrl+M",), tr("Choose the model, or fetch one")),
        Entry(
            "render",
            render,
            tr("&Render"),
            ("Ctrl+Return", "Ctrl+Enter"),
            tr("Render what is missing, and go on after every edit"),
            "play",
        ),
        Entry("stop", render, tr("&Stop"), ("Esc",), tr("Stop rendering; finished frames stay"), "stop"),
        Entry(
            "live",
            render,
            tr("&Live"),
            ("Ctrl+Shift+L",),
            tr("Show a quick draft wherever the playhead goes"),
            "bolt",
            checkable=True,
        ),
        Entry(
            "render_selection",
            render,
            tr("Render s&election"),
            ("Ctrl+Shift+Return",),
            tr("Render only the frames that are selected in the timeline"),
            separated=True,
        ),
        Entry(
            "retry",
            render,
            tr("&Try failed frames again"),
            (),
            tr("Render frames again that could not be rendered"),
        ),
        Entry("unload", render, tr("&Unload the model"), (), tr("End the engine and give back its memory")),
        Entry("play", view, tr("&Play or pause"), ("Space",), tr("Play the walk"), "play"),
        Entry("shuttle_back", view, tr("Play &backwards"), ("J",), tr("Play backwards; again is faster")),
        Entry("pause", view, tr("P&ause"), ("K",), tr("Stay here")),
        Entry("shuttle", view, tr("Play &forwards"), ("L",), tr("Play forwards; again is faster")),
        Entry(
            "previous",
            view,
            tr("P&revious frame"),
            ("Left",),
            tr("Go one frame back"),
            "previous",
            separated=True,
        ),
        Entry("next", view, tr("&Next frame"), ("Right",), tr("Go one frame on"), "next"),
        Entry("back", view, tr("Ten frames back"), ("Shift+Left",), tr("Go ten frames back")),
        Entry("on", view, tr("Ten frames on"), ("Shift+Right",), tr("Go ten frames on")),
        Entry("first", view, tr("F&irst frame"), ("Home",), tr("Go to the first frame"), "first"),
        Entry("last", view, tr("&Last frame"), ("End",), tr("Go to the last frame"), "last"),
        Entry("zoom_in", view, tr("Zoom timeline in"), ("Ctrl++", "Ctrl+="), "", "zoom-in", separated=True),
        Entry("zoom_out", view, tr("Zoom timeline out"), ("Ctrl+-",), "", "zoom-out"),
        Entry("zoom_fit", view, tr("Whole walk in the timeline"), ("Ctrl+0",), "", "fit"),
        Entry("smooth", view, tr("S&mooth preview"), (), tr("Smooth pixels when zoomed in"), checkable=True),
        Entry(
            "shortcuts",
            about,
            tr("&Keyboard shortcuts"),
            ("?", "F1"),
            tr("Everything that the keyboard can do"),
        ),
        Entry("about", about, tr("&About sd3explorer"), (), tr("Version, licence and what it is built on")),
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
        action.setShortcuts([QKeySequence(keys) for keys in entry.keys])
        action.setToolTip(_with_key(entry.tip or entry.text.replace("&", ""), action))
        action.setStatusTip(entry.tip)
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


def shortcut_rows(actions: Mapping[str, QAction]) -> list[tuple[str, str, str]]:
    """Text, keys and menu of every action that has keys, for the shortcut sheet."""
    return [
        (
            entry.text.replace("&", ""),
            actions[entry.id].shortcut().toString(),
            entry.menu.replace("&", ""),
        )
        for entry in table()
        if actions[entry.id].shortcuts()
    ]


def _with_key(tip: str, action: QAction) -> str:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{tip} ({keys})" if keys else tip

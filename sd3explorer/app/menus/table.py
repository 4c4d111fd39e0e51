"""All menus in one table: menus, toolbar, preferences and shortcut sheet read it."""

from sd3explorer.app.menus import edit, file, help, playback, render, view, walk
from sd3explorer.app.menus.entry import Entry


def table() -> tuple[Entry, ...]:
    """The actions, in the order of the menus; made when a window is, as texts depend on the language."""
    menus = (file, edit, walk, render, playback, view, help)
    return tuple(entry for menu in menus for entry in menu.entries())

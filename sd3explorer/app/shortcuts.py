"""Which keys do what: those of the menus, which can be changed, and those of the panels, which can't."""

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtGui import QKeySequence

from sd3explorer.app.menus.entry import Entry
from sd3explorer.app.menus.table import table
from sd3explorer.app.texts import translate, without_key

LONGEST_KEY = 64

# Said more shortly than by their names.
_SIGNS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}


class Shortcut(NamedTuple):
    """What a key does.

    Args:
        text: What it does, as the menu says it.
        keys: The key, in Qt's portable words: "Ctrl+Return"; "" where there is none.
        group: Menu or part of the window that it belongs to.
        id: The action's name in the code; "" where the key can't be changed.
    """

    text: str
    keys: str
    group: str
    id: str = ""


def panel_shortcuts() -> list[Shortcut]:
    """Keys of the panels, which no menu shows."""
    timeline, path = translate("ShortcutsDialog", "Timeline"), translate("ShortcutsDialog", "Path")
    return [
        Shortcut(
            translate("ShortcutsDialog", "Select frames in the strip (or drag there with Shift)"),
            "Shift+Right",
            timeline,
        ),
        Shortcut(translate("ShortcutsDialog", "Move the keyframe a frame forward"), "Alt+Right", timeline),
        Shortcut(translate("ShortcutsDialog", "Move the keyframe a frame back"), "Alt+Left", timeline),
        Shortcut(
            translate("ShortcutsDialog", "Move a handle of the speed curve a little"), "Shift+Up", timeline
        ),
        Shortcut(translate("ShortcutsDialog", "Make the speed curve straight"), "Del", timeline),
        Shortcut(
            translate("ShortcutsDialog", "Menu of what has the focus"),
            "Shift+F10",
            translate("ShortcutsDialog", "Everywhere"),
        ),
        Shortcut(translate("ShortcutsDialog", "Duplicate the prompt"), "Ctrl+D", path),
        Shortcut(translate("ShortcutsDialog", "Move the prompt up"), "Alt+Up", path),
        Shortcut(translate("ShortcutsDialog", "Move the prompt down"), "Alt+Down", path),
    ]


def menu_shortcuts(chosen: Mapping[str, str]) -> list[Shortcut]:
    """Every action of the menus with the first of its keys.

    Args:
        chosen: What actions have instead of their usual keys, by their ids.
    """
    return [
        Shortcut(plain(entry.text), shown_key(entry, chosen), plain(entry.menu), entry.id)
        for entry in table()
    ]


def keys_of(entry: Entry, chosen: Mapping[str, str]) -> list[QKeySequence]:
    """The keys of an action, the first of which is shown.

    Args:
        entry: The action.
        chosen: What actions have instead of their usual keys, by their ids.
    """
    own = chosen.get(entry.id)
    if own is not None:
        return [_sequence(own)] if own else []
    usual = [_usual(keys) for keys in entry.keys]
    # A key that was given to another action is no longer this one's.
    others = {_sequence(keys).toString() for action, keys in chosen.items() if keys and action != entry.id}
    return [keys for keys in usual if keys.toString() not in others]


def shown_key(entry: Entry, chosen: Mapping[str, str]) -> str:
    """The key of an action that menus show, in Qt's portable words; "" where it has none."""
    return next((keys.toString() for keys in keys_of(entry, chosen)), "")


def key_names(chosen: Mapping[str, str]) -> Mapping[str, str]:
    """What the keys of all actions are called in hints, by the actions' ids; "" where one has none.

    Args:
        chosen: What actions have instead of their usual keys, by their ids.
    """
    keys = {entry.id: shown_key(entry, chosen) for entry in table()}
    return {action: _SIGNS.get(key) or native(key) for action, key in keys.items()}


def with_key_name(tip: str, key: str) -> str:
    """A tooltip that names the key.

    Args:
        tip: What it says beside.
        key: What the key is called; "" where there is none.
    """
    return f"{tip} ({key})" if key else tip


def usual_key(action: str) -> str:
    """The key that an action comes with, in Qt's portable words; "" where it has none."""
    return next((shown_key(entry, {}) for entry in table() if entry.id == action), "")


def owner_of(key: str, chosen: Mapping[str, str], but: str = "") -> Shortcut | None:
    """What a key does already.

    Args:
        key: In Qt's portable words.
        chosen: What actions have instead of their usual keys, by their ids.
        but: The action that doesn't count.
    """
    wanted = _sequence(key).toString()
    for entry in table():
        if entry.id != but and wanted in (keys.toString() for keys in keys_of(entry, chosen)):
            return Shortcut(plain(entry.text), wanted, plain(entry.menu), entry.id)
    return next((each for each in panel_shortcuts() if _sequence(each.keys).toString() == wanted), None)


def with_key(chosen: Mapping[str, str], action: str, key: str) -> dict[str, str]:
    """The keys that were chosen, with one more; an action that had chosen this key loses it.

    Args:
        chosen: What actions have instead of their usual keys, by their ids.
        action: The id of the action that gets the key.
        key: In Qt's portable words; "" takes all keys from it.
    """
    rest = {other: "" if key and keys == key else keys for other, keys in chosen.items() if other != action}
    return {**rest, action: key}


def portable_key(text: object) -> str | None:
    """A key as Qt writes it, where a text is one key, or "" for none; None where it is anything else."""
    if not isinstance(text, str) or len(text) > LONGEST_KEY:
        return None
    sequence = _sequence(text)
    is_one = sequence.count() == 1 and bool(sequence.toString())
    return sequence.toString() if is_one or not text else None


def native(key: str) -> str:
    """A key as it is called on this system."""
    return _sequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def plain(text: str) -> str:
    """The text of a menu without marks of its own."""
    return without_key(text).removesuffix("…")


def _usual(keys: QKeySequence.StandardKey | str) -> QKeySequence:
    return _sequence(keys) if isinstance(keys, str) else QKeySequence(keys)


def _sequence(key: str) -> QKeySequence:
    return QKeySequence(key, QKeySequence.SequenceFormat.PortableText)

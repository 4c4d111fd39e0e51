"""The menu Edit: undo, the clipboard, preferences."""

from PySide6.QtGui import QKeySequence

from sd3explorer.app.menus.entry import Entry
from sd3explorer.app.texts import translate


def entries() -> tuple[Entry, ...]:
    """What can be done there, in its order; made when a window is, as texts depend on the language."""
    key = QKeySequence.StandardKey
    menu = translate("Actions", "&Edit")
    return (
        Entry(
            "undo",
            menu,
            translate("Actions", "&Undo"),
            (key.Undo,),
            translate("Actions", "Undo the last edit"),
        ),
        Entry(
            "redo",
            menu,
            translate("Actions", "&Redo"),
            ("Ctrl+Y", "Ctrl+Shift+Z"),
            translate("Actions", "Redo the last undone edit"),
        ),
        Entry(
            "copy_frame",
            menu,
            translate("Actions", "&Copy frame"),
            ("Ctrl+Shift+C",),
            translate("Actions", "Copy the frame under the playhead to the clipboard"),
            "copy",
            separated=True,
        ),
        Entry(
            "copy_prompts",
            menu,
            translate("Actions", "Copy pro&mpts as text"),
            ("Ctrl+C",),
            translate("Actions", "Copy all prompts, one per line, or as CSV with their frames"),
            separated=True,
        ),
        Entry(
            "paste_prompts",
            menu,
            translate("Actions", "Paste prompts or a picture"),
            ("Ctrl+Shift+V", "Ctrl+V"),
            translate("Actions", "Make a path from a list of prompts, or give the keyframe here a picture"),
        ),
        Entry(
            "edit_prompt",
            menu,
            translate("Actions", "Edit &prompt"),
            ("Ctrl+L",),
            translate("Actions", "Go to the prompt at the playhead"),
        ),
        Entry(
            "preferences",
            menu,
            translate("Actions", "Pre&ferences…"),
            ("Ctrl+,",),
            translate("Actions", "Appearance, models, saving, keys, and how much rendered frames may take"),
            separated=True,
        ),
    )

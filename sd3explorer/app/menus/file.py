"""The menu File: walks as files, exports, windows."""

from PySide6.QtGui import QKeySequence

from sd3explorer.app.menus.entry import Entry
from sd3explorer.app.texts import translate


def entries() -> tuple[Entry, ...]:
    """What can be done there, in its order; made when a window is, as texts depend on the language."""
    key = QKeySequence.StandardKey
    menu = translate("Actions", "&File")
    return (
        Entry(
            "new",
            menu,
            translate("Actions", "&New…"),
            (key.New,),
            translate("Actions", "Begin with an example or an empty walk"),
        ),
        Entry(
            "new_window",
            menu,
            translate("Actions", "New &window"),
            ("Ctrl+Shift+N",),
            translate("Actions", "Open another window, beside this one"),
        ),
        Entry(
            "open",
            menu,
            translate("Actions", "&Open…"),
            (key.Open,),
            translate("Actions", "Open a walk file, or a list of prompts"),
        ),
        Entry(
            "save",
            menu,
            translate("Actions", "&Save"),
            (key.Save,),
            translate("Actions", "Save the walk"),
            separated=True,
        ),
        Entry(
            "save_as",
            menu,
            translate("Actions", "Save &as…"),
            ("Ctrl+Shift+S",),
            translate("Actions", "Save the walk under another name"),
        ),
        Entry(
            "history",
            menu,
            translate("Actions", "&History…"),
            ("Ctrl+H",),
            translate("Actions", "What was rendered before, by thumbnail"),
        ),
        Entry(
            "export",
            menu,
            translate("Actions", "&Export…"),
            ("Ctrl+E",),
            translate("Actions", "Save the finished pictures"),
            "export",
            separated=True,
        ),
        Entry(
            "export_options",
            menu,
            translate("Actions", "Export o&ptions…"),
            ("Ctrl+Alt+E",),
            translate("Actions", "Size, quality and more, with a preview of the file"),
        ),
        Entry(
            "save_frame",
            menu,
            translate("Actions", "Save this &frame…"),
            ("Ctrl+Shift+E",),
            translate("Actions", "Save the frame under the playhead"),
        ),
        Entry(
            "close",
            menu,
            translate("Actions", "&Close"),
            ("Ctrl+W",),
            translate("Actions", "Close this window"),
            separated=True,
        ),
        Entry(
            "quit",
            menu,
            translate("Actions", "&Quit"),
            ("Ctrl+Q",),
            translate("Actions", "End the app; other windows stay"),
        ),
    )

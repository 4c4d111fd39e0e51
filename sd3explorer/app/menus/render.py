"""The menu Render: what the engine does."""

from sd3explorer.app.menus.entry import Entry
from sd3explorer.app.texts import translate


def entries() -> tuple[Entry, ...]:
    """What can be done there, in its order; made when a window is, as texts depend on the language."""
    menu = translate("Actions", "&Render")
    return (
        Entry(
            "render",
            menu,
            translate("Actions", "&Render"),
            ("Ctrl+Return", "Ctrl+Enter"),
            translate("Actions", "Render what is missing, and continue after every edit until it is stopped"),
            "play",
            checkable=True,
        ),
        Entry(
            "stop",
            menu,
            translate("Actions", "&Stop"),
            ("Esc",),
            translate("Actions", "Stop rendering, now and after edits; finished frames stay"),
            "stop",
        ),
        Entry(
            "live",
            menu,
            translate("Actions", "&Live"),
            ("Ctrl+Shift+L",),
            translate("Actions", "Show a quick draft wherever the playhead goes"),
            "bolt",
            checkable=True,
        ),
        Entry(
            "render_selection",
            menu,
            translate("Actions", "Render s&election"),
            ("Ctrl+Shift+Return",),
            translate("Actions", "Render only the frames that are selected: drag over them with Shift"),
            separated=True,
        ),
        Entry(
            "queue_walk",
            menu,
            translate("Actions", "Add to &queue…"),
            ("Ctrl+Shift+A",),
            translate("Actions", "Add this walk to the queue, which renders and exports it in its turn"),
            separated=True,
        ),
        Entry(
            "queue",
            menu,
            translate("Actions", "Sho&w queue"),
            (),
            translate("Actions", "What is waiting, what is being made, and what has become of the rest"),
        ),
        Entry(
            "retry",
            menu,
            translate("Actions", "&Try failed frames again"),
            (),
            translate("Actions", "Try again to render the frames that failed"),
        ),
        Entry(
            "warm",
            menu,
            translate("Actions", "&Get the engine ready in advance"),
            (),
            translate("Actions", "Load the model and compile while nothing is rendered yet"),
            checkable=True,
            separated=True,
        ),
        Entry(
            "unload",
            menu,
            translate("Actions", "&Unload the model"),
            (),
            translate("Actions", "Stop the engine and free its memory"),
        ),
    )

"""The menu Walk: what is done with the walk itself."""

from sd3explorer.app.menus.entry import Entry
from sd3explorer.app.texts import translate


def entries() -> tuple[Entry, ...]:
    """What can be done there, in its order; made when a window is, as texts depend on the language."""
    menu = translate("Actions", "&Walk")
    return (
        Entry(
            "make_keyframe",
            menu,
            translate("Actions", "Make keyframe &here"),
            ("I",),
            translate("Actions", "Pin a prompt to this frame"),
            "diamond",
        ),
        Entry(
            "picture",
            menu,
            translate("Actions", "Keyframe from a p&icture…"),
            ("Ctrl+Shift+I",),
            translate("Actions", "Give a picture to the keyframe at the playhead, or make one of it"),
        ),
        Entry(
            "explore",
            menu,
            translate("Actions", "E&xplore…"),
            ("X",),
            translate("Actions", "Other seeds, steps and more of what is under the playhead, side by side"),
            "grid",
        ),
        Entry(
            "map",
            menu,
            translate("Actions", "&Map…"),
            ("M",),
            translate("Actions", "Prompts as pins: look around between them, and draw a route"),
        ),
        Entry(
            "draw_wildcards",
            menu,
            translate("Actions", "Draw &wildcards"),
            (),
            translate(
                "Actions", "Choose from {red|blue} and __name__ in all prompts at random, by a new seed"
            ),
        ),
        Entry(
            "reverse",
            menu,
            translate("Actions", "Re&verse"),
            (),
            translate("Actions", "Go through the walk from its end to its start"),
            separated=True,
        ),
        Entry(
            "shuffle",
            menu,
            translate("Actions", "&Shuffle prompts"),
            (),
            translate(
                "Actions", "Put the prompts into another order; lengths and easings stay where they are"
            ),
        ),
        Entry(
            "duplicate",
            menu,
            translate("Actions", "&Duplicate"),
            ("Ctrl+Shift+D",),
            translate("Actions", "Continue with a copy that has no file yet"),
        ),
        Entry(
            "keep_version",
            menu,
            translate("Actions", "&Keep version"),
            ("Ctrl+K",),
            translate("Actions", "Keep the walk as it is now, to come back to it or compare with it"),
            separated=True,
        ),
        Entry(
            "compare",
            menu,
            translate("Actions", "&Compare versions"),
            ("C",),
            translate("Actions", "Show another version beside the walk"),
            checkable=True,
        ),
        Entry(
            "wipe",
            menu,
            translate("Actions", "Compare by a &line"),
            ("Shift+C",),
            translate("Actions", "One version over the other with a line that you can drag, or side by side"),
        ),
        Entry(
            "title",
            menu,
            translate("Actions", "&Title…"),
            ("F2",),
            translate("Actions", "Give the walk a title"),
            separated=True,
        ),
        Entry(
            "models",
            menu,
            translate("Actions", "M&odels…"),
            ("Ctrl+M",),
            translate("Actions", "Choose the model, or fetch one"),
        ),
    )

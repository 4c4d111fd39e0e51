"""The menu Playback: how the playhead moves."""

from sd3explorer.app.menus.entry import Entry
from sd3explorer.app.texts import translate


def entries() -> tuple[Entry, ...]:
    """What can be done there, in its order; made when a window is, as texts depend on the language."""
    menu = translate("Actions", "&Playback")
    return (
        Entry(
            "play",
            menu,
            translate("Actions", "&Play or pause"),
            ("Space",),
            translate("Actions", "Play the walk"),
            "play",
        ),
        Entry(
            "shuttle_back",
            menu,
            translate("Actions", "Play &backwards"),
            ("J",),
            translate("Actions", "Play backwards; again is faster"),
        ),
        Entry("pause", menu, translate("Actions", "P&ause"), ("K",), translate("Actions", "Stay here")),
        Entry(
            "shuttle",
            menu,
            translate("Actions", "Play &forwards"),
            ("L",),
            translate("Actions", "Play forwards; again is faster"),
        ),
        Entry(
            "slower",
            menu,
            translate("Actions", "Slo&wer"),
            ("<",),
            translate("Actions", "Play slower, down to a quarter of the speed"),
            separated=True,
        ),
        Entry(
            "faster",
            menu,
            translate("Actions", "Fas&ter"),
            (">",),
            translate("Actions", "Play faster, up to double speed"),
        ),
        Entry(
            "loop_from",
            menu,
            translate("Actions", "Loop f&rom here"),
            ("[",),
            translate("Actions", "Loop from this frame on"),
        ),
        Entry(
            "loop_to",
            menu,
            translate("Actions", "Loop t&o here"),
            ("]",),
            translate("Actions", "Loop up to this frame"),
        ),
        Entry(
            "loop_all",
            menu,
            translate("Actions", "Clear loop ran&ge"),
            ("\\",),
            translate("Actions", "Play the whole walk again"),
        ),
        Entry(
            "previous",
            menu,
            translate("Actions", "Pre&vious frame"),
            ("Left",),
            translate("Actions", "Go one frame back"),
            "previous",
            separated=True,
        ),
        Entry(
            "next",
            menu,
            translate("Actions", "&Next frame"),
            ("Right",),
            translate("Actions", "Go one frame forward"),
            "next",
        ),
        Entry(
            "back",
            menu,
            translate("Actions", "Ten frames back"),
            ("Shift+Left",),
            translate("Actions", "Go ten frames back"),
        ),
        Entry(
            "on",
            menu,
            translate("Actions", "Ten frames forward"),
            ("Shift+Right",),
            translate("Actions", "Go ten frames forward"),
        ),
        Entry(
            "first",
            menu,
            translate("Actions", "F&irst frame"),
            ("Home",),
            translate("Actions", "Go to the first frame"),
            "first",
        ),
        Entry(
            "last",
            menu,
            translate("Actions", "&Last frame"),
            ("End",),
            translate("Actions", "Go to the last frame"),
            "last",
        ),
        Entry(
            "star",
            menu,
            translate("Actions", "&Star this frame"),
            ("S",),
            translate("Actions", "Put a star on the frame under the playhead, or remove it"),
            "star",
            separated=True,
        ),
        Entry(
            "previous_star",
            menu,
            translate("Actions", "Previous star"),
            ("Ctrl+Left",),
            translate("Actions", "Go back to the last frame with a star"),
        ),
        Entry(
            "next_star",
            menu,
            translate("Actions", "Next star"),
            ("Ctrl+Right",),
            translate("Actions", "Go on to the next frame with a star"),
        ),
        Entry(
            "only_starred",
            menu,
            translate("Actions", "Only starre&d"),
            ("Shift+S",),
            translate("Actions", "Play and step through starred frames only, each for a second"),
            checkable=True,
        ),
    )

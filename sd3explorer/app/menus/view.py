"""The menu View: how things are shown."""

from sd3explorer.app.menus.entry import Entry
from sd3explorer.app.texts import translate


def entries() -> tuple[Entry, ...]:
    """What can be done there, in its order; made when a window is, as texts depend on the language."""
    menu = translate("Actions", "&View")
    return (
        Entry(
            "zoom_in",
            menu,
            translate("Actions", "Zoom timeline in"),
            ("Ctrl++", "Ctrl+="),
            "",
            "zoom-in",
        ),
        Entry("zoom_out", menu, translate("Actions", "Zoom timeline out"), ("Ctrl+-",), "", "zoom-out"),
        Entry("zoom_fit", menu, translate("Actions", "Whole walk in the timeline"), ("Ctrl+0",), "", "fit"),
        Entry(
            "smooth",
            menu,
            translate("Actions", "S&mooth preview"),
            (),
            translate("Actions", "Smooth pixels when zoomed in"),
            checkable=True,
            separated=True,
        ),
        Entry(
            "onion",
            menu,
            translate("Actions", "Onion s&kin"),
            ("O",),
            translate("Actions", "See the frames before and after through the picture"),
            checkable=True,
        ),
        Entry(
            "difference",
            menu,
            translate("Actions", "&Difference from the frame before"),
            ("D",),
            translate("Actions", "See only what has changed, brightened"),
            checkable=True,
        ),
        Entry(
            "full_screen",
            menu,
            translate("Actions", "F&ull screen"),
            ("F11",),
            translate("Actions", "Only the picture, on black; Escape leaves"),
            separated=True,
        ),
    )

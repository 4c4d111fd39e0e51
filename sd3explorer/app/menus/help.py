"""The menu Help: what there is to read, and to report."""

from sd3explorer.app.menus.entry import Entry
from sd3explorer.app.texts import translate


def entries() -> tuple[Entry, ...]:
    """What can be done there, in its order; made when a window is, as texts depend on the language."""
    menu = translate("Actions", "&Help")
    return (
        Entry(
            "documentation",
            menu,
            translate("Actions", "&Documentation…"),
            (),
            translate("Actions", "The documentation, searchable without a network"),
        ),
        Entry(
            "tour",
            menu,
            translate("Actions", "&Tour"),
            (),
            translate("Actions", "Where to write, to render, and to pick up the finished file"),
        ),
        Entry(
            "shortcuts",
            menu,
            translate("Actions", "&Keyboard shortcuts"),
            ("?", "F1"),
            translate("Actions", "All keys and what they do"),
        ),
        Entry(
            "check_computer",
            menu,
            translate("Actions", "&Check this computer…"),
            (),
            translate("Actions", "What it computes with, what is missing, and a report to copy"),
            separated=True,
        ),
        Entry(
            "collect_report",
            menu,
            translate("Actions", "Collect a &report…"),
            (),
            translate("Actions", "For a bug report: versions, this computer and the latest logs"),
        ),
        Entry(
            "show_log",
            menu,
            translate("Actions", "Show &logs"),
            (),
            translate("Actions", "The folder with the logs of the app and the engine, for a bug report"),
        ),
        Entry(
            "licences",
            menu,
            translate("Actions", "L&icences…"),
            (),
            translate("Actions", "The software that the app is made of, and its licences"),
            separated=True,
        ),
        Entry(
            "about",
            menu,
            translate("Actions", "&About sd3explorer"),
            (),
            translate("Actions", "Version, licence and what it is built on"),
        ),
    )

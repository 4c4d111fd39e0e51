"""What was chosen for exports, kept from one start of the app to the next."""

from dataclasses import replace

from PySide6.QtCore import QSettings

from sd3explorer.export import ExportError, Options

_SETTING = "export/options"


def keep_options(options: Options) -> None:
    """Keeps them for the next start, but for what is one walk's own."""
    QSettings().setValue(_SETTING, for_another_walk(options).dump())


def for_another_walk(options: Options) -> Options:
    """What of them counts for another walk too."""
    # How large its pictures should be follows from its own; whether others may see them is asked anew.
    return replace(options, scale=1.0, pictures=False)


def remembered_options() -> Options:
    """Those that were kept last; what can't be understood of them is as it is by default."""
    try:
        return Options.loads(str(QSettings().value(_SETTING, "{}")))
    except ExportError:
        # Another version may have kept them.
        return Options()

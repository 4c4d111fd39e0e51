"""What was chosen for exports, kept from one start of the app to the next."""

import json
from dataclasses import asdict, replace
from typing import Any, cast

from PySide6.QtCore import QSettings

from sd3explorer.export import ExportError, Options, Quality
from sd3explorer.walk.timing import Ending

_SETTING = "export/options"


def keep_options(options: Options) -> None:
    """Keeps them for the next start, but for what is one walk's own."""
    options = for_another_walk(options)
    values = asdict(options)
    QSettings().setValue(_SETTING, json.dumps({name: values[name] for name in sorted(options.asked())}))


def for_another_walk(options: Options) -> Options:
    """What of them counts for another walk too."""
    # How large its pictures should be follows from its own; whether others may see them is asked anew.
    return replace(options, scale=1.0, pictures=False)


def remembered_options() -> Options:
    """Those that were kept last; what can't be understood of them is as it is by default."""
    try:
        values = cast(dict[str, Any], dict(json.loads(str(QSettings().value(_SETTING, "{}")))))
        if values.get("ending") is not None:
            values["ending"] = Ending(values["ending"])
        if "quality" in values:
            values["quality"] = Quality(values["quality"])
        return Options(**values)
    except (TypeError, ValueError, ExportError):
        # Another version may have kept them.
        return Options()

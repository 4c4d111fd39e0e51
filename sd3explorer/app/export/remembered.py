"""What was chosen for exports, kept from one start of the app to the next."""

import json
from dataclasses import asdict, replace
from typing import Any, cast

from PySide6.QtCore import QSettings

from sd3explorer.export import ExportError, Options, Quality
from sd3explorer.walk.timing import Ending

_SETTING = "export/options"


def keep_options(options: Options) -> None:
    """Keeps them for the next start."""
    # Whether pictures may be seen by others is asked anew.
    options = replace(options, pictures=False)
    values = asdict(options)
    QSettings().setValue(_SETTING, json.dumps({name: values[name] for name in sorted(options.asked())}))


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

"""Where the app's own folders are, in the home of its user."""

from collections.abc import Callable
from pathlib import Path

import platformdirs

from sd3explorer.render.messages import RenderError

APP = "sd3explorer"


def default_store() -> Path:
    """The folder of the app's own frame store."""
    return cache_folder() / "frames"


def default_programs() -> Path:
    """The folder of the programs that were compiled, whichever process did."""
    return cache_folder() / "programs"


def default_tuning() -> Path:
    """The file with what was measured about the devices here."""
    return cache_folder() / "tuning.json"


def default_log() -> Path:
    """The file for what the engine writes."""
    return log_folder() / "engine.log"


def cache_folder() -> Path:
    """For what can be made again."""
    return _own(platformdirs.user_cache_path)


def state_folder() -> Path:
    """For what is kept from one start of the app to the next."""
    return _own(platformdirs.user_state_path)


def log_folder() -> Path:
    """For logs."""
    return _own(platformdirs.user_log_path)


def _own(find: Callable[[str], Path]) -> Path:
    try:
        folder = find(APP)
    except RuntimeError:
        folder = Path("~")
    if folder.parts[0] == "~":
        raise RenderError("it is unknown where your home folder is; set HOME to a folder")
    return folder

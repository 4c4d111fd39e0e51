"""Where frames, programs and logs are kept, for those who can't do without; see `processes.folders`."""

from pathlib import Path

from sd3explorer.processes import folders
from sd3explorer.render.error import RenderError


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
    return _known(folders.cache_folder())


def state_folder() -> Path:
    """For what is kept from one start of the app to the next."""
    return _known(folders.state_folder())


def log_folder() -> Path:
    """For logs."""
    return _known(folders.log_folder())


def _known(folder: Path | None) -> Path:
    if folder is None:
        raise RenderError("it is unknown where your home folder is; set HOME to a folder")
    return folder

"""Where the app's own folders are, in the home of its user."""

from collections.abc import Callable
from pathlib import Path

import platformdirs

from sd3explorer.processes.environment import SAFE_FOLDER

APP = "sd3explorer"


def cache_folder() -> Path | None:
    """For what can be made again; None where nobody knows the user's home."""
    return _own(platformdirs.user_cache_path)


def state_folder() -> Path | None:
    """For what is kept from one start of the app to the next; None where nobody knows the user's home."""
    return _own(platformdirs.user_state_path)


def data_folder() -> Path | None:
    """For what can't be made again, such as models; None where nobody knows the user's home."""
    return _own(platformdirs.user_data_path)


def log_folder() -> Path | None:
    """For logs; None where nobody knows the user's home."""
    return _own(platformdirs.user_log_path)


def _own(find: Callable[[str], Path]) -> Path | None:
    try:
        folder = find(APP)
    except RuntimeError:
        return None
    # Without a home it begins with "~", or lies in the one that libraries of ours are given.
    is_home = folder.is_absolute() and not folder.is_relative_to(SAFE_FOLDER)
    return folder if is_home else None

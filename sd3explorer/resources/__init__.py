"""Files that ship with the app."""

from importlib.resources import files
from pathlib import Path


def resource(*parts: str) -> Path:
    """The path of a file or folder that ships with the app.

    It lies inside the package, so a wheel, an editable install and a source checkout have it alike.
    """
    return Path(str(files(__name__))).joinpath(*parts)

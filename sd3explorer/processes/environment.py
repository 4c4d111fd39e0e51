"""The environment that processes of ours are started in: they run nothing of the current folder."""

import os
import sys
from pathlib import Path

from sd3explorer.resources import resource
from sd3explorer.walk.files import expanded

# A folder that is there and that strangers can't write to. Libraries look for programs and plugins in the
# current one, and some can't be loaded where that was deleted.
SAFE_FOLDER = Path(sys.prefix)

# Keras' settings, as all of ours have them.
KERAS_HOME = resource("keras")

# What can only break a program that isn't made for it, or numbers that nothing here uses and that Keras reads
# all the same. Frames depend on walks alone.
_BREAKING = frozenset(
    {
        "PYTHONOPTIMIZE",
        "PYTHONWARNINGS",
        "TF_USE_LEGACY_KERAS",
        "KERAS_NNX_ENABLED",
        "KERAS_MAX_EPOCHS",
        "KERAS_MAX_STEPS_PER_EPOCH",
    }
)

# Where this package was imported from; of a checkout that isn't installed, this is the current folder.
_HOME = Path(__file__).resolve().parents[2]


def environment() -> dict[str, str]:
    """Ours, without what breaks a Python process, or leads it, or one that it starts, to a stranger's code.

    What the user tells a backend, as by `JAX_PLATFORMS`, stays.
    """
    changes = {
        # The folder that a process is started in isn't where its modules are looked for.
        "PYTHONSAFEPATH": "1",
        "PYTHONPATH": os.pathsep.join(filter(_is_trusted, sys.path)),
        # Without the settings in somebody's ~/.keras/keras.json, which would change frames.
        "KERAS_HOME": os.fspath(KERAS_HOME),
    }
    if not has_home():
        # Libraries ask for one when they are imported, or take one called "~" in the current folder.
        changes["HOME"] = os.fspath(SAFE_FOLDER)
    kept = {name: value for name, value in os.environ.items() if name not in _BREAKING}
    return kept | changes


def has_home() -> bool:
    """Whether it is known where the user's home folder is."""
    return expanded("~").is_absolute()


def _is_trusted(entry: str) -> bool:
    if not Path(entry).is_absolute() or os.pathsep in entry:
        return False
    try:
        here = Path.cwd()
    except OSError:
        # It was deleted.
        return True
    return Path(os.path.realpath(entry)) not in {here} - {_HOME}

"""The files that processes of ours write their output to."""

from pathlib import Path
from typing import IO

# Of all that is logged: when, in which process, and where in the source.
RECORD_FORMAT = "%(asctime)s %(process)d %(levelname)s %(name)s: %(message)s"


def opened_log(log: Path) -> IO[bytes] | None:
    """Empties a log and opens it, to write to it and to read what was written.

    Args:
        log: The file; its folder need not be there yet.

    Returns:
        The file; None where it can't be written, or something else is in its place.
    """
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        # A pipe would have whoever opens it wait, and a link lead to somebody else's file.
        if not log.is_symlink() and (log.is_file() or not log.exists()):
            return log.open("w+b", buffering=0)
    except OSError:
        # What can't be logged is no reason not to work.
        pass
    return None

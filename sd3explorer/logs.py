"""What the app logs, for a report of a fault: one file in the log folder. Prompts are never logged.

The engine's process writes its own, `engine.log`, which has all that its libraries print. When this process
itself crashes or hangs, the stacks of its threads go to `crash.log`.
"""

import faulthandler
import logging
import platform
from collections.abc import Generator
from contextlib import contextmanager, suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TextIO

from sd3explorer.processes.log_file import RECORD_FORMAT
from sd3explorer.render.error import RenderError
from sd3explorer.render.folders import default_log, log_folder
from sd3explorer.version import __version__
from sd3explorer.walk.cache_files import is_cached
from sd3explorer.walk.files import reading

# In bytes, of a file that is full; so many full ones are kept beside the one that is written.
LARGEST, KEPT = 1_000_000, 3

# In bytes: what one reads of a log in the window, or pastes into a report.
LONGEST_TAIL = 10_000

logger = logging.getLogger(__name__)


def app_log() -> Path:
    """The file that command line and window log to.

    Raises:
        RenderError: It is unknown where it would be.
    """
    return log_folder() / "sd3explorer.log"


@contextmanager
def logged() -> Generator[None]:
    """Keeps in the app's log what is logged within the block; where that can't be written, nothing is."""
    root, ours = logging.getLogger(), logging.getLogger(__package__)
    handler, level = _handler(), ours.level
    root.addHandler(handler)
    ours.setLevel(logging.INFO)
    try:
        logger.info(
            "sd3explorer %s, Python %s, %s", __version__, platform.python_version(), platform.platform()
        )
        with crash_log() as file, _crashes_written(file):
            yield
    finally:
        ours.setLevel(level)
        root.removeHandler(handler)
        handler.close()


@contextmanager
def crash_log() -> Generator[TextIO | None]:
    """Gives the file for the stacks of threads in a crash or a hang; None where it can't be written."""
    file = _opened_crash_log()
    try:
        yield file
    finally:
        if file is not None:
            with suppress(OSError):
                file.close()


def last_logs() -> str:
    """What app, engine and crashes have written last, for a report of a fault. It names no user."""
    # Every command logs; few are a report.
    from sd3explorer.machine.report import without_user

    try:
        files = (app_log(), default_log(), _crash_log())
    except RenderError:
        return ""
    return without_user("\n\n".join(filter(None, map(tail, files))))


def tail(file: Path | None) -> str:
    """What was logged last, below the name of its file; "" where nothing was.

    Args:
        file: A log; None if there is none.
    """
    if file is None:
        return ""
    try:
        with reading(file) as opened:
            opened.seek(max(file.stat().st_size - LONGEST_TAIL, 0))
            end = opened.read(LONGEST_TAIL).decode(errors="replace").strip()
    except OSError:
        return ""
    return f"{file}:\n{end}" if end else ""


def _handler() -> logging.Handler:
    try:
        file = app_log()
        file.parent.mkdir(parents=True, exist_ok=True)
        # A pipe would have whoever opens it wait, and a link lead to somebody else's file.
        taken = file.is_symlink() or (file.exists() and not is_cached(file))
    except (OSError, RenderError):
        return logging.NullHandler()
    return logging.NullHandler() if taken else _LogFile(file)


def _crash_log() -> Path:
    return log_folder() / "crash.log"


def _opened_crash_log() -> TextIO | None:
    try:
        file = _crash_log()
        file.parent.mkdir(parents=True, exist_ok=True)
        if file.is_symlink() or (file.exists() and not is_cached(file)):
            return None
        is_full = file.exists() and file.stat().st_size > LARGEST
        return file.open("w" if is_full else "a")
    except (OSError, RenderError):
        return None


@contextmanager
def _crashes_written(file: TextIO | None) -> Generator[None]:
    # Whoever has them written elsewhere, as by PYTHONFAULTHANDLER, has reasons.
    if file is None or faulthandler.is_enabled():
        yield
        return
    faulthandler.enable(file)
    try:
        yield
    finally:
        faulthandler.disable()


class _LogFile(RotatingFileHandler):
    """A log that disturbs nobody, whatever happens to its file, and that several processes may write to.

    Each writes whole lines to its end. Where one can't rename what another has open, as on Windows, the
    file grows until one is alone with it.
    """

    def __init__(self, file: Path) -> None:
        super().__init__(
            file, maxBytes=LARGEST, backupCount=KEPT, encoding="utf-8", errors="backslashreplace", delay=True
        )
        self.setFormatter(logging.Formatter(RECORD_FORMAT))

    def doRollover(self) -> None:  # noqa: N802 (logging's name)
        """Begins a new file."""
        with suppress(OSError):
            super().doRollover()

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 (logging's name)
        """Lets go of a line that a full disk didn't take; the next one opens the file again."""
        self.close()

    def close(self) -> None:
        """Closes the file, whether or not it takes all of what was written."""
        with suppress(OSError, ValueError):
            super().close()

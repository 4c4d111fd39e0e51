"""A process that runs the queue, and lives on when the one that started it ends."""

import os
import subprocess
import sys
import tempfile
import weakref
from collections.abc import Sequence
from pathlib import Path

from sd3explorer.processes.environment import SAFE_FOLDER, environment
from sd3explorer.processes.log_file import opened_log
from sd3explorer.queue.entry import QueueError
from sd3explorer.walk.files import reason

# Nothing of the current folder is imported.
_PROGRAM = ("-P", "-m", "sd3explorer", "queue", "run")
# In bytes, of what a process wrote before it ended.
_LONGEST_COMPLAINT = 4000


class QueueProcess:
    """Runs the queue of this user.

    Args:
        words: What follows `sd3explorer queue run`.
        log: The file that it writes to. Without, if that can't be written.

    Raises:
        QueueError: It can't be started.
    """

    def __init__(self, words: Sequence[str], log: Path) -> None:
        try:
            # Whatever becomes of the log, its last sentence is known.
            self._output = opened_log(log) or tempfile.TemporaryFile(buffering=0)  # noqa: SIM115 (open as long as this)
            weakref.finalize(self, self._output.close)
            self._process = subprocess.Popen(
                [sys.executable, *_PROGRAM, *words],
                env=environment(),
                cwd=SAFE_FOLDER,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=self._output,
                # The end of a terminal, or Ctrl+C in it, is not meant for this one.
                start_new_session=os.name == "posix",
            )
        except OSError as error:
            raise QueueError(f"the queue can't be started: {reason(error)}; close some programs") from error

    @property
    def id(self) -> int:
        """The process's number."""
        return self._process.pid

    @property
    def has_ended(self) -> bool:
        """Whether it has come to its end."""
        return self._process.poll() is not None

    @property
    def complaint(self) -> str:
        """The last sentence that it wrote, once it has ended; "" where it wrote none."""
        try:
            end = self._output.seek(0, os.SEEK_END)
            self._output.seek(max(end - _LONGEST_COMPLAINT, 0))
            text = self._output.read(_LONGEST_COMPLAINT).decode(errors="replace")
        except OSError:
            return ""
        lines = [line for line in text.splitlines() if line.strip()]
        return lines[-1].removeprefix("sd3explorer: ") if lines else ""

"""Reading what models are in a process of its own, so that a window that shows them never waits.

A header has a thousand tensors, and a thread that takes forty of them apart leaves the window no time.
`python -m sd3explorer.presets.apart` reads lines with a model's name and place, as JSON, and answers each
with what the library says of it. It ends when its input does, so with its parent.
"""

import json
import subprocess
import sys
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import IO

from sd3explorer.presets.about import About
from sd3explorer.presets.entry import Entry, Reader
from sd3explorer.processes.environment import environment


class ReaderApart(Reader):
    """Reads what models are in a process, which is started for what isn't remembered, until `rest`."""

    def __init__(self) -> None:
        super().__init__()
        self._process: subprocess.Popen[str] | None = None

    def rest(self) -> None:
        """Ends the process; the next model begins another one."""
        if self._process is not None:
            self._process.kill()
            for pipe in (self._process.stdin, self._process.stdout):
                # What nobody reads any more can't be flushed.
                with suppress(OSError, ValueError):
                    if pipe is not None:
                        pipe.close()
            self._process.wait()
            self._process = None

    def read(self, preset: str, place: Path, settled: bool) -> Entry:
        """See `Reader`; where no process can be had, it is read here."""
        try:
            to, answers = self._pipes()
            to.write(json.dumps([preset, str(place), settled]) + "\n")
            to.flush()
            return _entry(answers.readline())
        except (OSError, ValueError, KeyError, TypeError):
            self.rest()
            return super().read(preset, place, settled)

    def _pipes(self) -> tuple[IO[str], IO[str]]:
        if self._process is None:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "sd3explorer.presets.apart"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                encoding="utf-8",
                env=environment(),
            )
        assert self._process.stdin is not None and self._process.stdout is not None
        return self._process.stdin, self._process.stdout


def _line(entry: Entry) -> str:
    return json.dumps(asdict(entry) | {"place": str(entry.place)})


def _entry(line: str) -> Entry:
    fields = json.loads(line)
    about = fields["about"]
    if about is not None:
        about = About(**about | {"parts": tuple(about["parts"]), "missing": tuple(about["missing"])})
    return Entry(**fields | {"place": Path(fields["place"]), "about": about})


def _main() -> None:
    reader = Reader()
    for line in sys.stdin:
        preset, place, settled = json.loads(line)
        print(_line(reader.read(preset, Path(place), settled)), flush=True)


if __name__ == "__main__":
    _main()

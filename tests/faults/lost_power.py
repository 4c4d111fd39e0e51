"""What a loss of power leaves of a folder: names in their order, and anything of what wasn't flushed.

That is what file systems with a journal promise, as ext4 and XFS: a name that comes or goes is lost with all
that came after it, and not with what came before the last flush of its folder. What a file holds is only
certain where the file was flushed.
"""

import os
import stat
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

# What changes names, and what flushes; what is made or written in between is seen with the next of them.
_CHANGES = ("replace", "rename", "link", "symlink", "unlink", "remove", "mkdir", "rmdir")
_BLOCK = 512


@dataclass(frozen=True, slots=True)
class _File:
    """What is at a path.

    Args:
        number: Tells files apart, whatever they are called.
        mode: Its kind and its permissions.
        when: When it was changed last, in nanoseconds.
        content: Of a file; of a link, where it leads.
    """

    number: int
    mode: int
    when: int
    content: bytes = b""


@dataclass(frozen=True, slots=True)
class Step:
    """A folder between two calls.

    Args:
        files: All that is in it, by path.
        flushed: What is certain to be in files, by their numbers.
        safe: The number of the latest step whose names are certain.
    """

    files: dict[str, _File]
    flushed: dict[int, bytes]
    safe: int


class Recorder:
    """Looks at a folder before and after each call that changes names in it, or flushes.

    Args:
        folder: Empty.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._looking = threading.RLock()
        # A number of the system may come again for another file.
        self._numbers: dict[int, int] = {}
        self._numbered = 0
        self.steps = [Step({}, {}, 0)]

    @contextmanager
    def recording(self) -> Iterator[None]:
        """Within it, it looks."""
        with ExitStack() as stack:
            for name in _CHANGES:
                stack.enter_context(patch.object(os, name, self._seen(getattr(os, name))))
            stack.enter_context(patch.object(os, "fsync", self._flushing(os.fsync)))
            yield
            self.look()

    def look(self) -> int:
        """Takes down what is there, and returns the number of the step."""
        with self._looking:
            files = self._files()
            if files != self.steps[-1].files:
                self.steps.append(replace(self.steps[-1], files=files))
            return len(self.steps) - 1

    def _seen(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def seen(*arguments: Any, **options: Any) -> Any:
            with self._looking:
                self.look()
                try:
                    return call(*arguments, **options)
                finally:
                    self.look()

        return seen

    def _flushing(self, call: Callable[[int], None]) -> Callable[[int], None]:
        def flush(descriptor: int) -> None:
            with self._looking:
                call(descriptor)
                number = self.look()
                step = self.steps[number]
                status = os.fstat(descriptor)
                if stat.S_ISDIR(status.st_mode):
                    folder = os.readlink(f"/proc/self/fd/{descriptor}")  # noqa: PTH115
                    safe = max(step.safe, self._last_change(os.path.relpath(folder, self._folder)))
                    self.steps.append(replace(step, safe=safe))
                else:
                    found = [each for each in step.files.values() if each.number == self._number(status)]
                    flushed = step.flushed | {each.number: each.content for each in found}
                    self.steps.append(replace(step, flushed=flushed))

        return flush

    def _last_change(self, folder: str) -> int:
        """The number of the step in which names in a folder changed last."""
        names = [_names_in(step, folder) for step in self.steps]
        return max(
            (number for number in range(1, len(names)) if names[number] != names[number - 1]), default=0
        )

    def _files(self) -> dict[str, _File]:
        found: dict[str, os.stat_result] = {}
        content: dict[str, bytes] = {}
        for path in sorted(self._folder.rglob("*")):
            name = os.fspath(path.relative_to(self._folder))
            try:
                status = path.lstat()
                if stat.S_ISLNK(status.st_mode):
                    content[name] = os.fsencode(path.readlink())
                elif stat.S_ISREG(status.st_mode):
                    content[name] = path.read_bytes()
            except FileNotFoundError:
                # Qt removes its locks without a call of ours.
                continue
            found[name] = status
        there = {status.st_ino for status in found.values()}
        self._numbers = {inode: number for inode, number in self._numbers.items() if inode in there}
        return {
            name: _File(self._number(status), status.st_mode, status.st_mtime_ns, content.get(name, b""))
            if not stat.S_ISDIR(status.st_mode)
            else _File(self._number(status), status.st_mode, 0)
            for name, status in found.items()
        }

    def _number(self, status: os.stat_result) -> int:
        if status.st_ino not in self._numbers:
            self._numbered += 1
            self._numbers[status.st_ino] = self._numbered
        return self._numbers[status.st_ino]


def lay_out(steps: list[Step], moment: int, random: Random, folder: Path) -> None:
    """Makes what may be on the disk when the power has gone.

    Args:
        steps: What was recorded.
        moment: The number of the step at which it went.
        random: Decides what had come to the disk by then.
        folder: Empty; where that is laid.
    """
    step = steps[moment]
    names = steps[random.randint(step.safe, moment)].files
    contents = {each.number: each.content for each in step.files.values()}
    came: dict[int, Path] = {}
    for name, file in names.items():
        path = folder / name
        if stat.S_ISDIR(file.mode):
            path.mkdir()
        elif stat.S_ISLNK(file.mode):
            path.symlink_to(os.fsdecode(file.content))
        elif file.number in came:
            path.hardlink_to(came[file.number])
        else:
            written = contents.get(file.number, file.content)
            path.write_bytes(_come(written, step.flushed.get(file.number), random))
            os.utime(path, ns=(file.when, file.when))
            came[file.number] = path
            path.chmod(stat.S_IMODE(file.mode))
    for name, file in names.items():
        if stat.S_ISDIR(file.mode):
            (folder / name).chmod(stat.S_IMODE(file.mode))


def _come(written: bytes, flushed: bytes | None, random: Random) -> bytes:
    """What a file holds of what was written to it."""
    if written == flushed:
        return written
    match random.randrange(6):
        case 0:
            return written
        case 1:
            return b""
        case 2:
            return written[: random.randrange(len(written) + 1)]
        case 3:
            return bytes(len(written))
        case 4:
            blocks = (written[start : start + _BLOCK] for start in range(0, len(written), _BLOCK))
            return b"".join(block if random.random() < 0.5 else bytes(len(block)) for block in blocks)
        case _:
            return written if flushed is None else flushed


def _names_in(step: Step, folder: str) -> dict[str, int]:
    return {name: file.number for name, file in step.files.items() if os.fspath(Path(name).parent) == folder}

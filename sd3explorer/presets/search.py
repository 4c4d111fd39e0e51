"""Looking through folders for what may be a model, by names alone, within bounds."""

import os
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from sd3explorer.presets.files import CONFIG, WEIGHTS
from sd3explorer.presets.identity import Stopped, never
from sd3explorer.presets.sources import file_endings, folder_marks

# What people have: some hundred files, two or three folders deep. A whole home has millions.
MAX_DEPTH = 6
MAX_ENTRIES = 50_000
MAX_FOUND = 1_000


@dataclass(frozen=True, slots=True)
class Search:
    """What was found.

    Args:
        found: Files and folders that may be models, each once, by whichever path came first.
        folders: Folders that were looked into.
        gone: Of the folders to begin with, those that can't be looked into.
        complete: Whether all was looked through; there may be too much of it.
    """

    found: tuple[Path, ...]
    folders: tuple[Path, ...]
    gone: tuple[Path, ...] = ()
    complete: bool = True


def search(roots: Iterable[Path], stopped: Stopped = never) -> Search:
    """Looks for models in folders and in those below them.

    Links are followed, and nothing is looked into twice, so links that lead in a circle end.

    Args:
        roots: Folders to begin with; a folder that is a model itself is found; so is a file.
        stopped: Asked at each folder; what was found until then is returned.
    """
    return _Looking(stopped).through(tuple(roots))


class _Looking:
    def __init__(self, stopped: Stopped) -> None:
        self._stopped = stopped
        self._seen: set[tuple[int, int]] = set()
        self._found: list[Path] = []
        self._folders: list[Path] = []
        self._left = MAX_ENTRIES
        self._marks = folder_marks()
        self._endings = file_endings()
        self._complete = True

    def through(self, roots: tuple[Path, ...]) -> Search:
        gone: list[Path] = []
        waiting: deque[tuple[Path, int]] = deque()
        for root in roots:
            try:
                is_folder = root.is_dir()
                if not is_folder:
                    root.stat()
            except (OSError, ValueError):
                gone.append(root)
                continue
            if is_folder:
                waiting.append((root, 0))
            else:
                self._find(root)
        while waiting and not self._is_enough():
            folder, depth = waiting.popleft()
            try:
                below = self._look_into(folder)
            except OSError:
                if depth == 0:
                    gone.append(folder)
                continue
            if depth < MAX_DEPTH:
                waiting.extend((path, depth + 1) for path in below)
            elif below:
                self._complete = False
        return Search(tuple(self._found), tuple(self._folders), tuple(gone), self._complete and not waiting)

    def _is_enough(self) -> bool:
        return self._left <= 0 or len(self._found) >= MAX_FOUND or self._stopped()

    def _look_into(self, folder: Path) -> list[Path]:
        """Finds the models in a folder, or that it is one; returns the folders in it."""
        if not self._is_new(folder):
            return []
        with os.scandir(folder) as opened:
            entries = sorted(islice(opened, self._left), key=lambda entry: entry.name)
        self._left -= max(1, len(entries))
        self._folders.append(folder)
        names = {entry.name for entry in entries}
        if names & self._marks and not self._is_stray(names):
            self._found.append(folder)
            return []
        if CONFIG in names:
            # A model of another library, in files of its own.
            return []
        below: list[Path] = []
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if _is_folder(entry):
                below.append(Path(entry.path))
            elif entry.name.lower().endswith(self._endings):
                self._find(Path(entry.path))
        return below

    def _find(self, file: Path) -> None:
        if len(self._found) < MAX_FOUND and file.is_file() and self._is_new(file):
            self._found.append(file)

    def _is_stray(self, names: set[str]) -> bool:
        """Whether a mark lies among models in files of their own, without the parts of its own model."""
        has_parts = "transformer" in names or names & set(WEIGHTS)
        return not has_parts and any(name.lower().endswith(self._endings) for name in names)

    def _is_new(self, path: Path) -> bool:
        try:
            status = path.stat()
        except OSError:
            return False
        key = (status.st_dev, status.st_ino)
        is_new = key not in self._seen
        self._seen.add(key)
        return is_new


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False

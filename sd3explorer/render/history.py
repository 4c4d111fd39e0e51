"""What was rendered when: for each walk a small record beside the frame store, until its frames are gone."""

import contextlib
import hashlib
import json
import logging
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import time
from typing import TypeVar

from sd3explorer.render.messages import RenderError
from sd3explorer.render.store import FrameStore
from sd3explorer.walk.cache_files import (
    discard,
    is_cached,
    make_cache_folder,
    read_cached,
    replacing_cached,
)
from sd3explorer.walk.error import WalkError
from sd3explorer.walk.fields import Fields, text
from sd3explorer.walk.files import reason
from sd3explorer.walk.keeping import content
from sd3explorer.walk.model import ModelFacts
from sd3explorer.walk.temporary import clear_left_behind
from sd3explorer.walk.walk import Walk

logger = logging.getLogger(__name__)

MAX_RECORDS = 400
# In bytes, with room for some pictures of keyframes. What is larger is not recorded.
LARGEST_RECORD = 2_000_000
# Frames by which one recognises a walk: its ends and what lies between.
THUMBNAILS = 4
# Before that there was no such record; behind it a clock was wrong.
_TIMES = (0.0, 1e11)
_OFF = "history-off"
# Some file systems note times to two seconds.
_STEP_NS = 2 * 10**9

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Record:
    """A walk that was rendered.

    Args:
        name: Of its file.
        walk: The walk, without versions and stars.
        when: When it was rendered last, as Unix time.
        frames: Digests of some of its frames, in their order.
    """

    name: str
    walk: Walk
    when: float
    frames: tuple[str, ...]

    def says(self, words: str) -> bool:
        """Whether all of these words are in its title or its prompts, in any case."""
        prompts = (f"{each.prompt}\n{each.negative_prompt}" for each in self.walk.path.prompts)
        everything = "\n".join((self.walk.title, *prompts)).casefold()
        return all(word in everything for word in words.casefold().split())


class History:
    """The records of what was rendered into a frame store, by whichever process.

    Each record is a file that is written whole or not at all. What can't be read, or isn't whole, is no
    record; so is one of whose frames none is left. Prompts are private: nobody else may look into the folder.

    Args:
        folder: Of the frame store.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "history"
        self._off = folder / _OFF

    @property
    def on(self) -> bool:
        """Whether anything is recorded."""
        try:
            return not is_cached(self._off)
        except OSError:
            return False

    def set_on(self, on: bool) -> None:
        """Records from now on, or doesn't; what is recorded stays.

        Raises:
            RenderError: That can't be written down.
        """
        try:
            if on:
                self._off.unlink(missing_ok=True)
            else:
                with replacing_cached(self._off):
                    pass
        except OSError as error:
            raise RenderError(f"{self._off} can't be changed: {reason(error)}; make it writable") from error

    def put(self, walk: Walk, facts: ModelFacts, store: FrameStore) -> None:
        """Records that a walk was rendered, where some of its frames are there.

        Where that can't be written, or shall not be, nothing happens.

        Args:
            walk: The walk, with the places of its frames where it is even.
            facts: What to know of its model.
            store: Where its frames are.
        """
        if not self.on:
            return
        looked_at = _spread(range(walk.frame_count), 4 * THUMBNAILS)
        digests = dict.fromkeys(walk.recipe(index, facts).digest for index in looked_at)
        there = [digest for digest in digests if store.has(digest)]
        if not there:
            return
        document = {
            "when": time(),
            "frames": _spread(there, THUMBNAILS),
            "walk": json.loads(_recorded(walk).dump()),
        }
        text = json.dumps(document, ensure_ascii=False)
        data = f"{_checksum(text)}\n{text}".encode("utf-8", "replace")
        if len(data) > LARGEST_RECORD:
            return
        with contextlib.suppress(OSError):
            self._make_folder()
            clear_left_behind(self._folder)
            file = self._file(_name(walk))
            before = self._written()
            with replacing_cached(file, durable=False) as opened:
                opened.write(data)
            _date_after(file, max((when for when, _ in before), default=0))
            for name in self._names()[MAX_RECORDS:]:
                self._remove(name)

    def records(self, store: FrameStore, outdated: Callable[[], bool] = lambda: False) -> list[Record]:
        """What was rendered and of which there are still frames, the newest first; forgets the rest.

        A record stays while it can't be found out whether its frames are there.

        Args:
            store: Where frames are.
            outdated: Asked again and again whether nobody wants to know any more.
        """
        found: list[Record] = []
        for name in self._names()[:MAX_RECORDS]:
            if outdated():
                break
            try:
                record = self._read(name)
            except PermissionError:
                continue
            except OSError as error:
                logger.info("a record of the history can't be read: %s", reason(error))
                continue
            if record is None or all(map(store.lacks, record.frames)):
                self._remove(name)
            else:
                found.append(record)
        return sorted(found, key=lambda record: record.when, reverse=True)

    def find(self, walk: Walk) -> Record | None:
        """The record of a walk, whatever its title, versions and stars; None where there is none.

        Raises:
            OSError: It can't be read as things are.
        """
        return self._read(_name(walk))

    def forget(self, name: str) -> None:
        """Removes a record.

        Raises:
            RenderError: It can't be removed.
        """
        try:
            discard(self._file(name))
        except OSError as error:
            raise RenderError(
                f"{self._file(name)} can't be removed: {reason(error)}; make its folder writable"
            ) from error

    def clear(self) -> None:
        """Removes all records, and what isn't one of them but lies there.

        Raises:
            RenderError: They can't be removed.
        """
        try:
            discard(self._folder)
        except OSError as error:
            raise RenderError(
                f"{self._folder} can't be removed: {reason(error)}; make it writable"
            ) from error

    def _read(self, name: str) -> Record | None:
        try:
            checksum, _, data = read_cached(self._file(name), LARGEST_RECORD).decode().partition("\n")
            if checksum != _checksum(data):
                return None
            fields = Fields(json.loads(data), "")
            frames = [text(frame, "frames", 64) for frame in fields.items("frames")[:THUMBNAILS]]
            return Record(
                name,
                Walk.from_document(fields.take("walk")),
                fields.number("when", *_TIMES),
                tuple(frame for frame in frames if _is_digest(frame)),
            )
        except FileNotFoundError:
            return None
        except (ValueError, RecursionError, WalkError):
            return None

    def _names(self) -> list[str]:
        """The names of all records, that which was written last first."""
        return [name for _, name in sorted(self._written(), reverse=True)]

    def _written(self) -> list[tuple[int, str]]:
        """When each record was written, in nanoseconds, and its name."""
        written: list[tuple[int, str]] = []
        try:
            for entry in self._folder.iterdir():
                if entry.suffix == ".json" and _is_digest(entry.stem):
                    with contextlib.suppress(OSError):
                        written.append((entry.lstat().st_mtime_ns, entry.stem))
        except OSError:
            return []
        return written

    def _make_folder(self) -> None:
        make_cache_folder(self._folder)
        with contextlib.suppress(OSError):
            self._folder.chmod(0o700)

    def _remove(self, name: str) -> None:
        with contextlib.suppress(OSError):
            discard(self._file(name))

    def _file(self, name: str) -> Path:
        return self._folder / f"{name}.json"


def _date_after(file: Path, others: int) -> None:
    """Dates a file after others, also where a clock was set back since they were written."""
    if file.stat().st_mtime_ns <= others:
        os.utime(file, ns=(others + _STEP_NS, others + _STEP_NS))


def _recorded(walk: Walk) -> Walk:
    """What is recorded of a walk; the places of an even one's frames are kept elsewhere."""
    return Walk(walk.title, walk.path, walk.noise, walk.timing, walk.sampler, walk.model)


def _name(walk: Walk) -> str:
    # A walk that is rendered once more, or gets a title, has one record still.
    return _checksum(content(walk).dump())


def _spread(items: Sequence[Item], number: int) -> list[Item]:
    """So many of some things, or all of them, from the first to the last."""
    if len(items) <= number:
        return list(items)
    return [items[place * (len(items) - 1) // (number - 1)] for place in range(number)]


def _is_digest(name: str) -> bool:
    return len(name) == 64 and set(name) <= set("0123456789abcdef")


def _checksum(data: str) -> str:
    return hashlib.sha256(data.encode("utf-8", "replace")).hexdigest()

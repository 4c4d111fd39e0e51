"""The queue in its file: an SQLite database that the window and the command line share."""

import json
import os
import sqlite3
import threading
from collections.abc import Generator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from time import time

from filelock import FileLock, Timeout

from sd3explorer.export import Options
from sd3explorer.queue.entry import Doing, Entry, Order, QueueError, State
from sd3explorer.walk.cache_files import discard, is_cached
from sd3explorer.walk.error import WalkError
from sd3explorer.walk.file import encoded
from sd3explorer.walk.files import reason
from sd3explorer.walk.printable import printable
from sd3explorer.walk.walk import Walk

# So many walks can be asked for at once.
MOST_ENTRIES = 1000
# So often a walk is begun that takes the program down with it.
MOST_ATTEMPTS = 3

_VERSION = 1
_TABLES = """
CREATE TABLE IF NOT EXISTS entries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    place REAL NOT NULL,
    walk TEXT NOT NULL,
    title TEXT NOT NULL,
    frames INTEGER NOT NULL,
    target TEXT NOT NULL,
    options TEXT NOT NULL,
    carries_walk INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting',
    doing TEXT NOT NULL DEFAULT 'preparing',
    share REAL NOT NULL DEFAULT 0,
    reason TEXT NOT NULL DEFAULT '',
    attempts INTEGER NOT NULL DEFAULT 0,
    ended REAL
);
CREATE TABLE IF NOT EXISTS switches (paused INTEGER NOT NULL);
INSERT INTO switches SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM switches);
"""
_COLUMNS = "id, title, frames, target, state, doing, share, reason, ended"
# Another process holds the database for milliseconds at a time.
_SECONDS_TO_WAIT = 10.0
# A look at whether somebody runs the queue takes its lock for a moment.
_SECONDS_FOR_LOCK = 2.0
_REMEDY = "make its folder writable, or free some space"
_DAMAGED = (
    "file is not a database",
    "database disk image is malformed",
    "malformed database schema",
    "unsupported file format",
    "no such table",
    "no such column",
)


class WalkQueue:
    """Walks that shall become files, in an order; any process may look at them and change them.

    Whoever makes the files is the one that runs the queue: one process at a time (`run_alone`). What that one
    had begun when it ended, by whatever cause, waits again.

    Args:
        folder: Where the queue is kept, which nobody else may look into; it need not be there yet.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file = folder / "queue.db"
        self._lock_path = folder / "queue.lock"
        # One of this object's own may be held by another of its threads.
        self._looking = threading.Lock()

    # For everybody.

    @property
    def exists(self) -> bool:
        """Whether anybody has used it so far."""
        return os.path.lexists(self._file)

    def add(self, order: Order) -> int:
        """Adds an order behind all others.

        Returns:
            Its number.

        Raises:
            QueueError: Another one that waits has this target, there are too many, or it can't be written.
        """
        target = order.target.absolute()
        kept = _kept_path(target)
        try:
            walk = encoded(order.walk.dump()).decode()
        except WalkError as error:
            raise QueueError(f"the walk can't be added: {error}") from error
        with self._changing() as database:
            unfinished = database.execute(
                "SELECT id, target FROM entries WHERE state IN ('waiting', 'running') ORDER BY place, id"
            )
            # One file has many names: through links, and up a folder and down again.
            place = os.path.realpath(target)
            same = next(
                (number for number, other in unfinished if os.path.realpath(_path(other)) == place), None
            )
            if same is not None:
                raise QueueError(
                    f"{printable(str(target))} is what number {same} of the queue becomes; "
                    "choose another name, or remove that one first"
                )
            (count,) = database.execute("SELECT count(*) FROM entries").fetchone()
            if count >= MOST_ENTRIES:
                raise QueueError(f"the queue holds {MOST_ENTRIES} walks at most; remove those that are done")
            added = database.execute(
                "INSERT INTO entries (place, walk, title, frames, target, options, carries_walk) "
                "VALUES ((SELECT coalesce(max(place), 0) + 1 FROM entries), ?, ?, ?, ?, ?, ?)",
                (
                    walk,
                    # A file's name says what people call the walk that it is of.
                    order.walk.title or _kept_text(order.target.stem),
                    order.walk.frame_count,
                    kept,
                    order.options.dump(),
                    order.carries_walk,
                ),
            )
            assert added.lastrowid is not None
            return added.lastrowid

    def entries(self) -> list[Entry]:
        """All entries in their order.

        Raises:
            QueueError: They can't be read.
        """
        with self._opened() as database:
            rows = database.execute(f"SELECT {_COLUMNS} FROM entries ORDER BY place, id").fetchall()
            running = self.is_run
        return [_entry(row, running) for row in rows]

    def order(self, number: int) -> Order:
        """What an entry asks for.

        Raises:
            QueueError: There is no such entry, or it can't be read.
            WalkError, ExportError: Another version wrote it, and this one can't read it.
        """
        with self._opened() as database:
            row = database.execute(
                "SELECT walk, target, options, carries_walk FROM entries WHERE id = ?", (number,)
            ).fetchone()
        if row is None:
            raise _unknown(number)
        walk, target, options, carries_walk = row
        try:
            document = json.loads(walk)
        except (ValueError, RecursionError, TypeError) as error:
            raise QueueError("its walk can't be read; remove it and add the walk again") from error
        return Order(Walk.from_document(document), _path(target), Options.loads(options), bool(carries_walk))

    def remove(self, number: int) -> None:
        """Removes an entry; one that runs is stopped, and its frames stay in the frame store.

        Raises:
            QueueError: There is no such entry, or it can't be written.
        """
        with self._changing() as database:
            if not database.execute("DELETE FROM entries WHERE id = ?", (number,)).rowcount:
                raise _unknown(number)

    def clear(self) -> int:
        """Removes the entries that are done or failed; says how many.

        Raises:
            QueueError: It can't be written.
        """
        with self._changing() as database:
            return database.execute("DELETE FROM entries WHERE state IN ('done', 'failed')").rowcount

    def move(self, number: int, before: int | None) -> None:
        """Moves an entry.

        Args:
            number: Which one.
            before: The entry that it comes before; None moves it behind all others.

        Raises:
            QueueError: There is no such entry, or it can't be written.
        """
        with self._changing() as database:
            numbers = [row[0] for row in database.execute("SELECT id FROM entries ORDER BY place, id")]
            for asked in (number, before):
                if asked is not None and asked not in numbers:
                    raise _unknown(asked)
            if number == before:
                return
            numbers.remove(number)
            numbers.insert(len(numbers) if before is None else numbers.index(before), number)
            database.executemany(
                "UPDATE entries SET place = ? WHERE id = ?",
                [(place, each) for place, each in enumerate(numbers)],
            )

    def retry(self, number: int) -> None:
        """Lets an entry that is done or failed wait again.

        Raises:
            QueueError: There is no such entry, it waits or runs already, or it can't be written.
        """
        with self._changing() as database:
            again = database.execute(
                "UPDATE entries SET state = 'waiting', share = 0, reason = '', attempts = 0, ended = NULL "
                "WHERE id = ? AND state IN ('done', 'failed')",
                (number,),
            )
            if not again.rowcount:
                if database.execute("SELECT 1 FROM entries WHERE id = ?", (number,)).fetchone() is None:
                    raise _unknown(number)
                raise QueueError(f"number {number} of the queue has yet to be made")

    @property
    def paused(self) -> bool:
        """Whether nothing is begun, and what runs is stopped.

        Raises:
            QueueError: That can't be read.
        """
        with self._opened() as database:
            return bool(database.execute("SELECT max(paused) FROM switches").fetchone()[0])

    def set_paused(self, paused: bool) -> None:
        """Pauses the queue, wherever it runs, or resumes it.

        Raises:
            QueueError: It can't be written.
        """
        with self._changing() as database:
            database.execute("UPDATE switches SET paused = ?", (paused,))

    @property
    def is_run(self) -> bool:
        """Whether some process runs the queue."""
        with self._looking:
            lock = self._lock()
            try:
                lock.acquire(timeout=0)
            except Timeout:
                return True
            except OSError:
                return False
            lock.release()
            return False

    # For the one that runs it.

    @contextmanager
    def run_alone(self) -> Generator[None]:
        """Runs the queue within the block, as the only one.

        Raises:
            QueueError: Another process runs it.
        """
        self._make_folder()
        lock = self._lock()
        try:
            lock.acquire(timeout=_SECONDS_FOR_LOCK)
        except Timeout as error:
            raise QueueError("another program is already running the queue") from error
        except OSError as error:
            raise QueueError(f"{lock.lock_file} can't be written: {reason(error)}; {_REMEDY}") from error
        try:
            yield
        finally:
            lock.release()

    def give_up(self) -> list[Entry]:
        """Lets entries fail that took the program down again and again, as they would hold up the others.

        Returns:
            Those.

        Raises:
            QueueError: It can't be written.
        """
        why = f"the program ended {MOST_ATTEMPTS} times while working on this"
        with self._changing() as database:
            # What ran when the program ended is said to run still.
            numbers = database.execute(
                "SELECT id FROM entries WHERE state = 'running' AND attempts >= ?", (MOST_ATTEMPTS,)
            ).fetchall()
            database.executemany(
                "UPDATE entries SET state = 'failed', ended = ?, reason = ? WHERE id = ?",
                [(time(), why, number) for (number,) in numbers],
            )
        return [entry for entry in self.entries() if (entry.id,) in numbers] if numbers else []

    def take(self) -> Entry | None:
        """Begins the first entry that waits; None where there is none, or the queue is paused.

        Raises:
            QueueError: It can't be written.
        """
        with self._changing() as database:
            if database.execute("SELECT max(paused) FROM switches").fetchone()[0]:
                return None
            row = database.execute(
                "SELECT id FROM entries WHERE state IN ('running', 'waiting') ORDER BY place, id LIMIT 1"
            ).fetchone()
            if row is None:
                return None
            database.execute("UPDATE entries SET state = 'waiting' WHERE state = 'running'")
            database.execute(
                "UPDATE entries SET state = 'running', doing = 'preparing', share = 0, "
                "attempts = attempts + 1 WHERE id = ?",
                row,
            )
            begun = database.execute(f"SELECT {_COLUMNS} FROM entries WHERE id = ?", row).fetchone()
        return _entry(begun, running=True)

    def wants(self, number: int) -> bool:
        """Whether an entry that runs shall continue: it is still there, and the queue isn't paused.

        Raises:
            QueueError: That can't be read.
        """
        with self._opened() as database:
            row = database.execute(
                "SELECT 1 FROM entries, switches WHERE id = ? AND state = 'running' AND NOT paused", (number,)
            ).fetchone()
        return row is not None

    def report(self, number: int, doing: Doing, share: float) -> None:
        """Says how far an entry is.

        Raises:
            QueueError: It can't be written.
        """
        with self._changing() as database:
            database.execute(
                "UPDATE entries SET doing = ?, share = ? WHERE id = ? AND state = 'running'",
                (doing.value, share, number),
            )

    def end(self, number: int, state: State, why: str) -> None:
        """Says what has become of an entry: done, or failed.

        Args:
            number: Which one.
            state: What it is now.
            why: Why it failed, or what there is to say of the file.

        Raises:
            QueueError: It can't be written.
        """
        with self._changing() as database:
            database.execute(
                "UPDATE entries SET state = ?, reason = ?, share = 1, ended = ? "
                "WHERE id = ? AND state = 'running'",
                (state.value, _kept_text(why), time(), number),
            )

    def give_back(self, number: int) -> None:
        """Lets an entry wait again that was begun and stopped.

        Raises:
            QueueError: It can't be written.
        """
        with self._changing() as database:
            database.execute(
                "UPDATE entries SET state = 'waiting', attempts = attempts - 1 "
                "WHERE id = ? AND state = 'running'",
                (number,),
            )

    def _lock(self) -> FileLock:
        return FileLock(self._lock_path, thread_local=False)

    @contextmanager
    def _changing(self) -> Generator[sqlite3.Connection]:
        with self._opened() as database:
            database.execute("BEGIN IMMEDIATE")
            yield database
            database.execute("COMMIT")

    @contextmanager
    def _opened(self) -> Generator[sqlite3.Connection]:
        try:
            with self._connected() as database:
                yield database
        except OverflowError as error:
            raise QueueError(
                "the queue has no such number; sd3explorer queue list shows those that it has"
            ) from error
        except sqlite3.Error as error:
            if not str(error).startswith(_DAMAGED):
                raise QueueError(f"{self._file}: {printable(str(error))}; {_REMEDY}") from error
            aside = self._set_aside()
            raise QueueError(
                f"the queue was damaged and starts anew; what is left of it is now {aside}"
            ) from error

    @contextmanager
    def _connected(self) -> Generator[sqlite3.Connection]:
        self._make_folder()
        database = sqlite3.connect(self._file, timeout=_SECONDS_TO_WAIT, isolation_level=None)
        # One text that was damaged costs no more than itself.
        database.text_factory = _decoded
        try:
            (version,) = database.execute("PRAGMA user_version").fetchone()
            if version > _VERSION:
                raise QueueError(f"{self._file} was written by a newer sd3explorer; update this one")
            if version < _VERSION:
                database.executescript(f"BEGIN IMMEDIATE;{_TABLES}PRAGMA user_version = {_VERSION};COMMIT;")
            yield database
        finally:
            # What was begun and not committed is taken back.
            database.close()

    def _make_folder(self) -> None:
        try:
            # Prompts are private.
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with suppress(FileNotFoundError):
                if self._file.lstat() and not is_cached(self._file):
                    # SQLite would wait for a pipe, and follow a link.
                    self._set_aside()
            lock = self._lock_path
            if os.path.lexists(lock) and not is_cached(lock):
                # There is nothing in a lock, and what isn't one could never be taken.
                discard(lock)
        except OSError as error:
            raise QueueError(f"{self._folder} can't be written to: {reason(error)}; {_REMEDY}") from error

    def _set_aside(self) -> Path:
        free = (self._folder / f"damaged-{number}.db" for number in range(1, 1_000_000))
        aside = next(path for path in free if not os.path.lexists(path))
        self._file.rename(aside)
        # Else SQLite would take it for the new one's.
        self._file.with_name("queue.db-journal").unlink(missing_ok=True)
        return aside


def _entry(row: Sequence[object], running: bool) -> Entry:
    number, title, frames, target, state, doing, share, why, ended = row
    try:
        known = State(str(state))
        activity = Doing(str(doing))
    except ValueError:
        known, activity, why = State.FAILED, Doing.PREPARING, "its record was damaged; add the walk again"
    if known is State.RUNNING and not running:
        # Whoever ran it has ended.
        known = State.WAITING
    return Entry(
        number if isinstance(number, int) else 0,
        str(title),
        frames if isinstance(frames, int) else 0,
        _path(target),
        known,
        activity,
        min(max(share, 0.0), 1.0) if isinstance(share, float) else 0.0,
        str(why),
        ended if isinstance(ended, float) else None,
    )


def _kept_path(path: Path) -> str | bytes:
    """A path as the database keeps it: as text, or else as the bytes that it is to the system."""
    try:
        str(path).encode()
    except UnicodeEncodeError:
        return os.fsencode(path)
    return str(path)


def _path(kept: object) -> Path:
    text = os.fsdecode(kept) if isinstance(kept, bytes) else str(kept)
    return Path(text.replace("\0", ""))


def _kept_text(text: str) -> str:
    """A text that the database takes: what is no character, as in a file's name, is written as its escape."""
    return text.encode(errors="backslashreplace").decode()


def _decoded(text: bytes) -> str:
    return text.decode(errors="replace")


def _unknown(number: int) -> QueueError:
    return QueueError(f"the queue has no number {number}; sd3explorer queue list shows those that it has")

"""Threads that ask where presets are, and fetch one, while the window goes on."""

import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal

from sd3explorer.presets.catalog import BUILT_IN, STARTER
from sd3explorer.presets.locate import HUBS, OnProgress, fetch, locate, path_called, starter_folder
from sd3explorer.presets.preset import Preset, PresetError
from sd3explorer.presets.sources import read
from sd3explorer.walk.files import reason
from sd3explorer.walk.printable import shortened

# The rate is that of the last so many seconds, so that it shows when the network grows slow.
RATE_SECONDS = 10.0

Fetch = Callable[[str, OnProgress], Preset]


@dataclass(frozen=True, slots=True)
class FetchProgress:
    """How far a download is.

    Args:
        done: Bytes that are here.
        total: Bytes that it will be, about; None when nobody knows.
        rate: Bytes per second of late; None while nobody knows.
    """

    done: int
    total: int | None
    rate: float | None

    @property
    def seconds_left(self) -> float | None:
        """How long it will take, if it goes on as of late; None while nobody knows."""
        if not self.rate or self.total is None or self.done >= self.total:
            return None
        return (self.total - self.done) / self.rate


class TransferRate:
    """How fast bytes arrive.

    Args:
        clock: Returns the time in seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._seen: deque[tuple[float, int]] = deque()

    def count(self, done: int) -> float | None:
        """Notes how many bytes are here by now.

        Returns:
            Bytes per second of late; None while it is unknown.
        """
        now = self._clock()
        self._seen.append((now, done))
        while len(self._seen) > 2 and self._seen[1][0] <= now - RATE_SECONDS:
            self._seen.popleft()
        since, before = self._seen[0]
        return max(0, done - before) / (now - since) if now > since else None


class FetchThread(QThread):
    """Fetches one preset. What has arrived stays when it is stopped, and the next fetch goes on with it.

    Args:
        preset: Name or handle.
        parent: Qt's parent.
        fetch: What fetches it.
    """

    progressed = Signal(object)
    fetched = Signal(object)
    failed = Signal(str)

    def __init__(self, preset: str, parent: QObject | None = None, fetch: Fetch = fetch) -> None:
        super().__init__(parent)
        self.preset = preset
        self._fetch = fetch
        self._rate = TransferRate()

    def stop(self) -> None:
        """Ends it within half a second; neither `fetched` nor `failed` follows."""
        self.requestInterruption()

    def run(self) -> None:
        """Fetches, in the thread."""
        try:
            preset = self._fetch(self.preset, self._report)
        except _StoppedError:
            return
        except (PresetError, OSError) as error:
            if not self.isInterruptionRequested():
                self.failed.emit(str(error))
            return
        self.fetched.emit(preset)

    def _report(self, done: int, total: int | None) -> None:
        # Raising here ends the process that downloads.
        if self.isInterruptionRequested():
            raise _StoppedError
        self.progressed.emit(FetchProgress(done, total, self._rate.count(done)))


class _StoppedError(Exception):
    """The user wants no more of it."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where the files of a preset are.

    Args:
        place: Where, for people to read; empty when it isn't here.
        size: Bytes of its weights; 0 when it isn't here.
        licence: Name of the licence of its weights, where its files or its name say it.
        problem: Why it can't be had; empty when it can.
    """

    place: str = ""
    size: int = 0
    licence: str = ""
    problem: str = ""

    @property
    def is_here(self) -> bool:
        """Whether its files are."""
        return bool(self.place)


class LocateThread(QThread):
    """Finds out where presets are: the first look into the hubs' caches takes a moment.

    Args:
        presets: Names, handles and paths.
        parent: Qt's parent.
    """

    located = Signal(object)

    def __init__(self, presets: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._presets = tuple(presets)

    def run(self) -> None:
        """Looks for each, in the thread."""
        self.located.emit({preset: whereabouts(preset) for preset in self._presets})


def whereabouts(preset: str) -> Whereabouts:
    """Where a preset is. Asks no network and, unlike `locate`, reads no weights."""
    try:
        here = _here(preset)
        # A folder may go while one looks into it.
        return Whereabouts(here.place, here.size, here.licence) if here else Whereabouts()
    except OSError as error:
        problem = f"{shortened(preset)} can't be read: {reason(error)}; put it back, or choose another one"
        return Whereabouts(problem=problem)
    except (PresetError, RuntimeError, ValueError) as error:
        return Whereabouts(problem=str(error))


def check_place(place: Path) -> Preset:
    """Whether a folder or file has a preset, without reading its weights.

    Raises:
        PresetError: It has none, or a damaged one.
    """
    try:
        is_there = place.exists()
    except OSError as error:
        problem = f"{shortened(str(place))} can't be read: {reason(error)}"
        raise PresetError(f"{problem}; put it back, or choose another one") from error
    if not is_there:
        raise PresetError(f"{place} is not there; put it back, or choose another one")
    return read(str(place), place, identity=str(place))


def is_known_by_name(preset: str) -> bool:
    """Whether it is a name or a handle, not a folder or file."""
    return preset.startswith(HUBS) or any(entry.name == preset for entry in BUILT_IN)


def _here(preset: str) -> Preset | None:
    if preset == STARTER.name:
        return check_place(starter_folder())
    return locate(preset) if is_known_by_name(preset) else check_place(path_called(preset))

"""A model of the library: where it is, what it is, and whether it can be used."""

import os
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from sd3explorer.presets.about import About
from sd3explorer.presets.catalog import BUILT_IN, STABILITY_LICENCE, STARTER, KnownPreset, known
from sd3explorer.presets.download import fetched_folder
from sd3explorer.presets.locate import HUBS, starter_folder
from sd3explorer.presets.preset import PresetError
from sd3explorer.presets.sources import about, read
from sd3explorer.walk.files import path_called, reason
from sd3explorer.walk.printable import shortened

# What says what a model is.
Ask = Callable[[Path], About]

# When a file was changed, as Unix time, its size, and its number on the disk.
Stamp = tuple[float, int, int]

# A file that changed less long ago may still be being copied.
SECONDS_TO_SETTLE = 3.0
# Of a model in a folder: so many are asked.
MOST_FILES = 200


@dataclass(frozen=True, slots=True)
class Entry:
    """A model of the library.

    Args:
        preset: As a walk names it: a name, a handle, or a path.
        place: Its folder or file; None where it is to be fetched.
        about: What it is; None where that is unknown.
        licence: Name of the licence of its weights, where it is known.
        problem: Why it can't be used, in a sentence; empty where it can, or can be fetched.
        settled: Whether its files have not changed just now. They are looked at again later.
        asked: Whether the user has named it, so that it is listed in any case.
    """

    preset: str
    place: Path | None = None
    about: About | None = None
    licence: str = ""
    problem: str = ""
    settled: bool = True
    asked: bool = False

    @property
    def is_usable(self) -> bool:
        """Whether a walk can be rendered with it as it is."""
        return self.place is not None and not self.problem and self.settled

    @property
    def can_be_fetched(self) -> bool:
        """Whether a hub may have it, and this machine has not."""
        return self.place is None and not self.problem

    @property
    def is_foreign(self) -> bool:
        """Whether it was found beside others and is no Stable Diffusion 3."""
        return self.place is not None and self.about is None and self.settled and not self.asked


class Reader:
    """Reads what models are, and remembers it while their files stay the same.

    Args:
        ask: What says what a model is.
    """

    def __init__(self, ask: Ask = about) -> None:
        self._ask = ask
        self._known: dict[tuple[str, Path], tuple[list[Stamp], Entry]] = {}

    def named(self, preset: str) -> Entry:
        """A model that is named, wherever it is."""
        try:
            place = _place_of(preset)
        except PresetError as error:
            return Entry(preset, problem=str(error))
        if place is not None:
            return self.entry(preset, place)
        entry = known(preset)
        if entry is None:
            return Entry(preset)
        return Entry(preset, about=_expected(entry), licence=entry.licence)

    def entry(self, preset: str, place: Path) -> Entry:
        """A model that is here.

        Args:
            preset: As a walk names it.
            place: Its folder or file.
        """
        stamp = list(_stamp(place))
        before, known_entry = self._known.get((preset, place), (None, None))
        if known_entry is not None and before == stamp:
            return known_entry
        entry = self.read(preset, place, not _is_fresh(stamp))
        lacks = entry.about is not None and entry.about.missing
        if entry.settled and not lacks:
            # What is missing may come to lie anywhere.
            self._known[preset, place] = stamp, entry
        return entry

    def read(self, preset: str, place: Path, settled: bool) -> Entry:
        """Reads a model that is here, remembered or not.

        Args:
            preset: As a walk names it.
            place: Its folder or file.
            settled: Whether its files have not changed just now.
        """
        facts, licence, problem = None, "", ""
        try:
            facts = self._ask(place)
            licence = _licence(preset, facts)
            if facts.missing or place.is_dir():
                # Whoever reads it says more: which file is missing, and where it is to be had.
                read(preset, place, identity=os.fspath(place))
        except PresetError as error:
            problem = str(error)
        except (OSError, ValueError) as error:
            why = reason(error) if isinstance(error, OSError) else str(error)
            problem = f"{place} can't be read: {why}; copy or fetch it again"
        return Entry(preset, place, facts, licence, problem, settled)


def preset_of(place: Path) -> str:
    """How a walk names a model: by its handle where the hub's cache has it, and by its path elsewhere."""
    for handle in _handles(place):
        entry = known(handle)
        if fetched_folder(handle) == place:
            return entry.name if entry is not None and entry.handle == handle else handle
    return os.fspath(place)


def _handles(place: Path) -> Iterable[str]:
    parts = place.parts
    if len(parts) > 2 and parts[-2] == "snapshots" and parts[-3].startswith("models--"):
        yield "hf://" + parts[-3].removeprefix("models--").replace("--", "/")
    if len(parts) > 6 and parts[-6] == "models" and parts[-1].isdecimal():
        yield "kaggle://" + "/".join(parts[-5:])


def is_settled(place: Path) -> bool:
    """Whether a file, or those of a folder, have not changed just now."""
    return not _is_fresh(_stamp(place))


def _place_of(preset: str) -> Path | None:
    """Where a model is that is here; None where it is to be fetched."""
    if preset == STARTER.name:
        return starter_folder()
    entry = next((entry for entry in BUILT_IN if entry.name == preset), None)
    handle = entry.handle if entry else preset
    if handle.startswith(HUBS):
        return fetched_folder(handle)
    try:
        place = path_called(preset)
        place.stat()
    except (OSError, ValueError) as error:
        why = reason(error) if isinstance(error, OSError) else str(error)
        raise PresetError(
            f"{shortened(preset)} is not there: {why}; put it back, or choose another one"
        ) from error
    return place


def _expected(entry: KnownPreset) -> About:
    """What a model of the catalogue will be when it was fetched."""
    return About(entry.title, (), "float16", entry.parameters, entry.size, ())


def _licence(preset: str, facts: About) -> str:
    entry = known(preset)
    if entry is not None:
        return entry.licence
    # Stability's licence holds for whatever is made of its models.
    derived = any(facts.kind == entry.title for entry in BUILT_IN if entry.licence == STABILITY_LICENCE)
    return STABILITY_LICENCE if derived else ""


def _is_fresh(stamps: Iterable[Stamp]) -> bool:
    now = time.time()
    return any(0 <= now - changed < SECONDS_TO_SETTLE for changed, _, _ in stamps)


def _stamp(place: Path) -> Iterator[Stamp]:
    """Of a file, or of those in a folder and in the folders in it."""
    files = chain([place], islice(chain(place.glob("*"), place.glob("*/*")), MOST_FILES))
    while True:
        try:
            file = next(files)
            if not file.is_dir():
                status = file.stat()
                yield status.st_mtime, status.st_size, status.st_ino
        except StopIteration:
            return
        except OSError:
            continue

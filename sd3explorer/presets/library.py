"""The library: all models that there are on this machine, and those that can be fetched."""

import os
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice
from pathlib import Path

from sd3explorer.presets import places
from sd3explorer.presets.about import About, memory_needed
from sd3explorer.presets.catalog import BUILT_IN, STABILITY_LICENCE, STARTER, KnownPreset, known
from sd3explorer.presets.download import fetched_folder, kaggle_models, snapshots
from sd3explorer.presets.identity import Stopped, never
from sd3explorer.presets.locate import HUBS, path_called, starter_folder
from sd3explorer.presets.preset import PresetError
from sd3explorer.presets.search import Search, search
from sd3explorer.presets.sources import about, read
from sd3explorer.walk.files import reason
from sd3explorer.walk.printable import shortened

# What says what a model is.
Ask = Callable[[Path], About]

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


@dataclass(frozen=True, slots=True)
class Library:
    """All models, in the order in which they are listed.

    Args:
        entries: Usable ones first, foreign ones last.
        folders: Folders that were looked into, or that something is missing in: to be watched.
        complete: Whether all was looked through.
        knows_programs: Whether a folder of another program was found, or one was added.
    """

    entries: tuple[Entry, ...]
    folders: tuple[Path, ...] = ()
    complete: bool = True
    knows_programs: bool = False

    @property
    def is_settled(self) -> bool:
        """Whether no model is just being copied."""
        return all(entry.settled for entry in self.entries)


def look(named: Iterable[str] = (), stopped: Stopped = never, ask: Ask = about) -> Library:
    """Looks for all models. Asks no network and reads no weights.

    Args:
        named: Models that are listed in any case, as that of the walk.
        stopped: Asked again and again; what was found until then is returned.
        ask: What says what a model is.
    """
    usual, own = places.usual_folders(), places.added()
    searches = {place: search(places.model_folders(place), stopped) for place in own}
    searches |= {folder: search([folder], stopped) for folder in (*usual, *snapshots(), *kaggle_models())}
    wanted = tuple(dict.fromkeys((*(entry.name for entry in BUILT_IN), *named)))
    entries = {preset: replace(_named(preset, ask), asked=True) for preset in wanted}
    seen = {_which(entry.place) for entry in entries.values() if entry.place is not None}
    for root, each in searches.items():
        if root in own and not each.found:
            entries.setdefault(os.fspath(root), _empty(root, each))
        for place in each.found:
            if stopped():
                break
            # Folders overlap, and one program's models are often links to another's.
            if (which := _which(place)) not in seen:
                seen.add(which)
                preset = _preset_of(place)
                entries.setdefault(preset, replace(_entry(preset, place, ask), asked=place in own))
    folders = [folder for each in searches.values() for folder in each.folders]
    folders += [gone.parent for each in searches.values() for gone in each.gone if gone.parent.is_dir()]
    return Library(
        tuple(sorted(entries.values(), key=_rank)),
        folders=tuple(dict.fromkeys(folders)),
        complete=all(each.complete for each in searches.values()),
        knows_programs=bool(usual or own),
    )


def add(place: Path, ask: Ask = about) -> None:
    """Adds a folder to look for models in, or a model, for this and all later starts.

    Raises:
        PresetError: It isn't there, or is a file that is no model, or it can't be remembered.
    """
    if place.is_file() and _is_settled(place):
        entry = _entry(os.fspath(place), place, ask)
        if entry.about is None:
            raise PresetError(entry.problem)
    places.add(place)


def _named(preset: str, ask: Ask) -> Entry:
    """A model that is named, wherever it is."""
    try:
        place = _place_of(preset)
    except PresetError as error:
        return Entry(preset, problem=str(error))
    if place is not None:
        return _entry(preset, place, ask)
    entry = known(preset)
    if entry is None:
        return Entry(preset)
    return Entry(preset, about=_expected(entry), licence=entry.licence)


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
    except (OSError, ValueError, RuntimeError) as error:
        why = reason(error) if isinstance(error, OSError) else str(error)
        raise PresetError(
            f"{shortened(preset)} is not there: {why}; put it back, or choose another one"
        ) from error
    return place


def _empty(root: Path, each: Search) -> Entry:
    """Stands for a place that was added and has no model."""
    if each.gone:
        problem = f"{root} is not there; put it back, or take it off the list"
    elif each.complete:
        problem = f"{root} has no model of Stable Diffusion 3; one that is put there will be listed"
    else:
        problem = f"{root} has too many files to look through; add the folder with models in it instead"
    return Entry(os.fspath(root), root, problem=problem, asked=True)


def _expected(entry: KnownPreset) -> About:
    """What a model of the catalogue will be when it was fetched."""
    memory = memory_needed(entry.parameters)
    return About(entry.title, (), "float16", entry.parameters, entry.size, (), memory)


def _entry(preset: str, place: Path, ask: Ask) -> Entry:
    settled = _is_settled(place)
    facts, licence, problem = None, "", ""
    try:
        facts = ask(place)
        licence = _licence(preset, facts)
        # What is missing is said by whoever reads it: which file, and where it is to be had.
        licence = read(preset, place, identity=os.fspath(place)).licence or licence
    except PresetError as error:
        problem = str(error)
    except (OSError, ValueError) as error:
        why = reason(error) if isinstance(error, OSError) else str(error)
        problem = f"{place} can't be read: {why}; copy or fetch it again"
    return Entry(preset, place, facts, licence, problem, settled)


def _licence(preset: str, facts: About) -> str:
    entry = known(preset)
    if entry is not None:
        return entry.licence
    # Stability's licence holds for whatever is made of its models.
    derived = any(facts.kind == entry.title for entry in BUILT_IN if entry.licence == STABILITY_LICENCE)
    return STABILITY_LICENCE if derived else ""


def _is_settled(place: Path) -> bool:
    now = time.time()
    return not any(0 <= now - changed < SECONDS_TO_SETTLE for changed in _changes(place))


def _changes(place: Path) -> Iterator[float]:
    """When a file, or those in a folder and in the folders in it, were changed, as Unix time."""
    files = chain([place], islice(chain(place.glob("*"), place.glob("*/*")), MOST_FILES))
    while True:
        try:
            file = next(files)
            if not file.is_dir():
                yield file.stat().st_mtime
        except StopIteration:
            return
        except OSError:
            continue


def _which(place: Path) -> tuple[int, int] | Path:
    """What is the same for two paths that lead to the same file or folder."""
    try:
        status = place.stat()
    except OSError:
        return place
    return status.st_dev, status.st_ino


def _preset_of(place: Path) -> str:
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


def _rank(entry: Entry) -> tuple[int, int, str]:
    if entry.is_usable:
        group = 0
    elif entry.place is not None and not entry.is_foreign:
        group = 1
    elif entry.place is None:
        group = 2
    else:
        group = 3
    names = [known_preset.name for known_preset in BUILT_IN]
    return group, names.index(entry.preset) if entry.preset in names else len(names), entry.preset.casefold()

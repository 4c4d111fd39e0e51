"""The library: all models that there are on this machine, and those that can be fetched."""

import os
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from sd3explorer.presets import places
from sd3explorer.presets.catalog import BUILT_IN
from sd3explorer.presets.checkpoints.missing import part_folders
from sd3explorer.presets.download import kaggle_models, snapshots
from sd3explorer.presets.entry import Entry, Reader, is_settled, preset_of
from sd3explorer.presets.identity import Stopped, never
from sd3explorer.presets.preset import PresetError
from sd3explorer.presets.search import Search, search

# Between two reports of what was found so far.
SECONDS_TO_REPORT = 1.0


@dataclass(frozen=True, slots=True)
class Library:
    """All models, in the order in which they are listed.

    Args:
        entries: Usable ones first, foreign ones last.
        folders: Folders that were looked into, or that something is missing in: to be watched.
        complete: Whether all was looked through.
        is_whole: Whether nothing was left out; False in a report of what was found so far.
        knows_programs: Whether a folder of another program was found, or one was added.
    """

    entries: tuple[Entry, ...]
    folders: tuple[Path, ...] = ()
    complete: bool = True
    is_whole: bool = True
    knows_programs: bool = False

    @property
    def is_settled(self) -> bool:
        """Whether no model is just being copied."""
        return all(entry.settled for entry in self.entries)


def look(
    named: Iterable[str] = (),
    stopped: Stopped = never,
    report: Callable[[Library], object] | None = None,
    reader: Reader | None = None,
) -> Library:
    """Looks for all models. Asks no network and reads no weights.

    Args:
        named: Models that are listed in any case, as that of the walk.
        stopped: Asked again and again; what was found until then is returned.
        report: Called now and then with what was found so far.
        reader: What reads what models are; one that is kept remembers it.
    """
    reader = reader or Reader()
    usual, own = places.usual_folders(), places.added()
    wanted = tuple(dict.fromkeys((*(entry.name for entry in BUILT_IN), *named)))
    entries = {preset: replace(reader.named(preset), asked=True) for preset in wanted}
    searches = {place: search(places.model_folders(place), stopped) for place in own}
    kaggle = kaggle_models()
    searches |= {
        folder: search([folder], stopped) for folder in (*usual, *places.copied(), *snapshots(), *kaggle)
    }
    seen = {_which(entry.place) for entry in entries.values() if entry.place is not None}
    reported = 0.0
    for root, each in searches.items():
        if root in own and not each.found:
            entries.setdefault(os.fspath(root), _empty(root, each))
        for place in each.found:
            if stopped():
                break
            if report is not None and time.monotonic() - reported > SECONDS_TO_REPORT:
                reported = time.monotonic()
                report(Library(_ranked(entries.values()), is_whole=False, knows_programs=True))
            # Folders overlap, and one program's models are often links to another's.
            if (which := _which(place)) not in seen:
                seen.add(which)
                preset = preset_of(place)
                if root in kaggle and preset == os.fspath(place):
                    # Its download has not come to an end.
                    continue
                entries.setdefault(preset, replace(reader.entry(preset, place), asked=place in own))
    folders = [folder for each in searches.values() for folder in each.folders]
    folders += [part for folder in folders for part in part_folders(folder)]
    folders += [gone.parent for each in searches.values() for gone in each.gone if gone.parent.is_dir()]
    return Library(
        _ranked(entries.values()),
        folders=tuple(dict.fromkeys(folders)),
        complete=all(each.complete for each in searches.values()),
        knows_programs=bool(usual or own),
    )


def add(place: Path) -> None:
    """Adds a folder to look for models in, or a model, for this and all later starts.

    Raises:
        PresetError: It isn't there, or is a file that is no model, or it can't be remembered.
    """
    if place.is_file() and is_settled(place):
        entry = Reader().entry(os.fspath(place), place)
        if entry.about is None:
            raise PresetError(entry.problem)
    places.add(place)


def _empty(root: Path, each: Search) -> Entry:
    """Stands for a place that was added and has no model."""
    if each.gone:
        problem = f"{root} is not there; put it back, or remove it from the list"
    elif each.complete:
        problem = f"{root} has no model of Stable Diffusion 3; one that is put there will be listed"
    else:
        problem = f"{root} has too many files to look through; add the folder with models in it instead"
    return Entry(os.fspath(root), root, problem=problem, asked=True)


def _which(place: Path) -> tuple[int, int] | Path:
    """What is the same for two paths that lead to the same file or folder."""
    try:
        status = place.stat()
    except OSError:
        return place
    return status.st_dev, status.st_ino


def _ranked(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=_rank))


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

"""The table of sources: in what kinds of files a model can be, and how each is read."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from sd3explorer.presets import kerashub
from sd3explorer.presets.about import About
from sd3explorer.presets.checkpoints import folder, reading
from sd3explorer.presets.checkpoints.architecture import T5, Architecture, Autoencoder, Clip, Transformer
from sd3explorer.presets.checkpoints.checkpoint import Checkpoint
from sd3explorer.presets.checkpoints.files import PartFiles
from sd3explorer.presets.checkpoints.lent import LentPart
from sd3explorer.presets.files import CONFIG, PREPROCESSOR, WEIGHTS
from sd3explorer.presets.identity import Stopped, never
from sd3explorer.presets.loras.file import LoraFile
from sd3explorer.presets.preset import Preset, PresetError
from sd3explorer.walk.schedule import Schedule


class Read(Protocol):
    """Reads what a model's files say of it."""

    def __call__(self, name: str, place: Path, identity: str | None, stopped: Stopped, /) -> Preset:
        """Reads a model that its source takes.

        Args:
            name: As the walk names it.
            place: Its folder or file.
            identity: Identifies its weights; None takes the digest of its files.
            stopped: Asked every few milliseconds while that is made.

        Raises:
            PresetError: Its files are missing or damaged.
        """
        ...


@dataclass(frozen=True, slots=True)
class HubFiles:
    """What such a model is in a repository of a hub.

    Args:
        kind: What such a repository is called in a sentence.
        needed: Of each of these at least one file is there.
        first: What is fetched before all the rest: a small file.
        check: Refuses a model by its first file, given the folder of that.
        patterns: Names of what else is fetched, and of the first.
        weights: Which files are fetched beside these, of those that a repository has.
    """

    kind: str
    needed: tuple[tuple[str, ...], ...]
    first: str
    check: Callable[[Path], object]
    patterns: tuple[str, ...]
    weights: Callable[[Collection[str]], Sequence[str]] = lambda _: ()

    def lack(self, names: Collection[str]) -> str:
        """What a repository with these files lacks, as a clause; empty where it is such a model."""
        for any_of in self.needed:
            if not {*any_of} & {*names}:
                return f"it has no {' or '.join(sorted(any_of))}, so it is no {self.kind}"
        return ""


@dataclass(frozen=True, slots=True)
class Source:
    """One kind of files.

    Args:
        label: What such models are called in a sentence.
        takes: Whether a path, which is there, is one by the look of it.
        read: Reads it.
        about: What there is to say of it, from headers alone.
        kinds: What its `Preset` is made of, that class included, beside builtin values and what all have.
        hub: What it is in a repository of a hub; None where it isn't fetched from any.
        endings: How their names end, where they are files, as ".safetensors"; none for folders.
        marks: By which files folders of it are found, as "model_index.json"; none for files.
    """

    label: str
    takes: Callable[[Path], bool]
    read: Read
    about: Callable[[Path], About]
    kinds: tuple[type, ...]
    hub: HubFiles | None = None
    endings: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()


# Files of models that nothing here reads. They are found, so that people learn why they can't be used.
UNREAD_ENDINGS = (".gguf", ".ckpt")

CHECKPOINT_KINDS = (Checkpoint, Architecture, Transformer, Autoencoder, Clip, T5, PartFiles, LentPart)

# The first that takes a path reads it; KerasHub takes any folder, and says what it lacks.
SOURCES = (
    Source(
        "checkpoints in .safetensors files",
        reading.is_file,
        reading.read_file,
        reading.about_file,
        CHECKPOINT_KINDS,
        endings=reading.ENDINGS,
    ),
    Source(
        "folders of diffusers",
        folder.is_pipeline,
        reading.read_pipeline,
        reading.about_pipeline,
        CHECKPOINT_KINDS,
        HubFiles(
            "model of diffusers",
            needed=((folder.INDEX,), ("transformer/config.json",)),
            first=folder.INDEX,
            check=folder.check_pipeline,
            patterns=folder.FETCHED,
            weights=folder.fetched_weights,
        ),
        marks=(folder.INDEX,),
    ),
    Source(
        "folders with a KerasHub preset",
        Path.is_dir,
        kerashub.read_folder,
        kerashub.about_folder,
        (kerashub.KerasHubPreset,),
        HubFiles(
            "preset of KerasHub",
            needed=((CONFIG,), (PREPROCESSOR,), WEIGHTS),
            first=CONFIG,
            check=kerashub.read_config,
            # Of what else a repository may hold nothing is needed.
            patterns=("*.json", "model*.h5", "assets/*", "*.txt", "*.md"),
        ),
        marks=WEIGHTS,
    ),
)


def is_model(place: Path) -> bool:
    """Whether a path looks like a model of some source.

    Raises:
        OSError: It can't be looked at.
    """
    return _source(place) is not None


def read(name: str, place: Path, identity: str | None = None, stopped: Stopped = never) -> Preset:
    """Reads what a model's files say of it, whichever source it is of.

    Args:
        name: As the walk names it.
        place: Its folder or file.
        identity: Identifies its weights; None takes the digest of its files.
        stopped: Asked every few milliseconds while that is made.

    Raises:
        PresetError: It is of no source, or its files are missing or damaged.
    """
    source = _source(place)
    if source is None:
        raise PresetError(f"{place} is not a model that can be used here; there are {labels()}")
    return source.read(name, place, identity, stopped)


def about(place: Path) -> About:
    """What there is to say of a model, in milliseconds, as only headers are read.

    Args:
        place: Its folder or file.

    Raises:
        PresetError: It is of no source, or its files are missing or damaged.
    """
    source = _source(place)
    if source is None:
        raise PresetError(f"{place} is not a model that can be used here; there are {labels()}")
    return source.about(place)


def hub_kinds() -> tuple[HubFiles, ...]:
    """What models of all sources are in a repository of a hub."""
    return tuple(source.hub for source in SOURCES if source.hub is not None)


def hub_files(names: Collection[str]) -> HubFiles:
    """What to fetch of a repository of a hub.

    Args:
        names: Of all its files.

    Raises:
        PresetError: It is of no source; a clause that says what it lacks.
    """
    for kind in hub_kinds():
        if not kind.lack(names):
            return kind
    raise PresetError("; ".join(kind.lack(names) for kind in hub_kinds()))


def labels() -> str:
    """What models of all sources are called, in a sentence."""
    return ", ".join(source.label for source in SOURCES)


def preset_kinds() -> tuple[type, ...]:
    """What presets of all sources are made of, to be sent to another process."""
    found = (kind for source in SOURCES for kind in source.kinds)
    return tuple(dict.fromkeys((Schedule, LoraFile, *found)))


def file_endings() -> tuple[str, ...]:
    """How the names of models end that are files, in lower case; those that can't be read come last."""
    return (*(ending for source in SOURCES for ending in source.endings), *UNREAD_ENDINGS)


def folder_marks() -> frozenset[str]:
    """Names of files, each of which makes a folder a model."""
    return frozenset(mark for source in SOURCES for mark in source.marks)


def _source(place: Path) -> Source | None:
    return next((source for source in SOURCES if source.takes(place)), None)

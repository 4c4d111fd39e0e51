"""A folder with a preset of KerasHub: what its files say, and how the model in there is loaded."""

import json
import os
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sd3explorer.presets.about import About
from sd3explorer.presets.checkpoints.assigning import assign
from sd3explorer.presets.checkpoints.hdf5 import PARTS, stored_parts
from sd3explorer.presets.checkpoints.layout import layout
from sd3explorer.presets.checkpoints.recognise import kind_of
from sd3explorer.presets.checkpoints.serialized import architecture_of
from sd3explorer.presets.configuration import BACKBONE, check_configuration
from sd3explorer.presets.digests import check_digests
from sd3explorer.presets.files import CONFIG, PREPROCESSOR, WEIGHTS, files_of, read_bytes
from sd3explorer.presets.identity import Stopped, identity_of, never
from sd3explorer.presets.preset import Preset, PresetError, again, traits
from sd3explorer.presets.tokenizers import check_tokenizers, read_vocabulary
from sd3explorer.presets.tokens import Vocabulary
from sd3explorer.presets.weights import check_weights, weight_files
from sd3explorer.walk.files import reason
from sd3explorer.walk.printable import shortened

# Control characters, ends of lines, and halves of characters.
UNSHOWABLE = ("Cc", "Zl", "Zp", "Cs")


@dataclass(frozen=True, slots=True, kw_only=True)
class KerasHubPreset(Preset):
    """A preset in a folder, as KerasHub writes it.

    Args:
        folder: Where its files are.
    """

    folder: Path

    @property
    def place(self) -> str:
        """The folder."""
        return str(self.folder)

    @property
    def size(self) -> int:
        """Of its weights, in bytes.

        Raises:
            OSError: They are gone.
        """
        return sum(weights.stat().st_size for weights in self.folder.glob("*.h5"))

    def vocabulary(self) -> Vocabulary | None:
        """How much of a prompt it reads; None where a T5 reads on, or a file is missing or damaged."""
        return read_vocabulary(self.folder)

    def configuration(self) -> dict[str, Any]:
        """See `Preset`."""
        return read_config(self.folder)

    @property
    def files(self) -> dict[str, Path]:
        """See `Preset`."""
        return _named(files_of(self.folder), self.folder)

    def check_weights(self) -> None:
        """See `Preset`."""
        check_weights(self.folder, self.configuration()["config"])
        check_digests(self.folder, weight_files(self.folder))

    def assign_weights(self, backbone: Any) -> None:
        """See `Preset`: these are KerasHub's own.

        Keras takes three times as long, as it looks for them at every attribute of every layer. It does so
        where there is a T5 or they are kept otherwise, and says what is wrong where they don't fit.
        """
        config = self.configuration()["config"]
        parts = {} if config.get("t5") else stored_parts(weight_files(self.folder), config, PARTS)
        for part in parts.values():
            assign(part, backbone)
        if parts:
            return
        whole, index = (self.folder / name for name in WEIGHTS)
        backbone.load_weights(os.fspath(whole if whole.exists() else index))

    def preprocessor(self) -> dict[str, Any]:
        """See `Preset`."""
        return read_preprocessor(self.folder)

    def check_tokenizers(self) -> None:
        """See `Preset`."""
        try:
            check_tokenizers(self.folder, self.configuration()["config"])
        except (LookupError, TypeError, ValueError) as error:
            file = self.folder / PREPROCESSOR
            raise PresetError(f"{file} is damaged; {again(file)}") from error
        files = files_of(self.folder)
        check_digests(self.folder, [file for file in files if not file.name.endswith(".h5")])

    def assign_vocabularies(self, preprocessor: Any) -> None:
        """See `Preset`."""
        preprocessor.load_preset_assets(os.fspath(self.folder))


def is_preset(folder: Path) -> bool:
    """Whether a path looks like a preset's folder."""
    return (folder / CONFIG).is_file() and any((folder / weights).is_file() for weights in WEIGHTS)


def read_folder(
    name: str, folder: Path, identity: str | None = None, stopped: Stopped = never
) -> KerasHubPreset:
    """Reads what a preset's files say of it.

    Args:
        name: As the walk names the preset.
        folder: Folder of a KerasHub preset.
        identity: Identifies its weights; None takes the digest of its files.
        stopped: Asked every few milliseconds while that is made.

    Raises:
        PresetError: A file is missing, damaged or no regular file, or it is no Stable Diffusion 3, or none
            that could be built, or the folder's name can't be shown.
    """
    if any(unicodedata.category(character) in UNSHOWABLE for character in str(folder)):
        raise PresetError(
            f'"{shortened(str(folder))}" holds control characters; give the folder another name'
        )
    try:
        files = files_of(folder)
    except OSError as error:
        raise _unreadable(error, folder) from error
    if not any((folder / weights).is_file() for weights in WEIGHTS):
        raise PresetError(f"{folder} has no {WEIGHTS[0]}, so it is not a complete preset; {again(folder)}")
    if not (folder / PREPROCESSOR).is_file():
        raise PresetError(f"{folder} has no {PREPROCESSOR}, so it is not a complete preset; {again(folder)}")
    config: dict[str, Any] = read_config(folder)["config"]
    read_preprocessor(folder)
    try:
        pictures = traits(config)
    except KeyError as error:
        raise PresetError(f"{folder / CONFIG} lacks {error}; {again(folder)}") from error
    except (IndexError, TypeError, ValueError) as error:
        raise PresetError(f"{folder / CONFIG} is damaged; {again(folder)}") from error
    if identity is None:
        try:
            identity = identity_of(_named(files, folder), stopped)
        except OSError as error:
            raise _unreadable(error, folder) from error
    return KerasHubPreset(name=name, folder=folder, identity=identity, **pictures)


def about_folder(folder: Path) -> About:
    """What there is to say of a preset; see `sources.about`."""
    config = read_config(folder)["config"]
    try:
        architecture = architecture_of(config)
        parts = layout(architecture)
        precision = config["dtype"]["config"]["name"]
        parameters = sum(weight.parameters for part in parts.values() for weight in part)
        size = sum(file.stat().st_size for file in weight_files(folder))
    except OSError as error:
        raise _unreadable(error, folder) from error
    except (LookupError, TypeError, ValueError, AttributeError, ZeroDivisionError) as error:
        raise PresetError(f"{folder / CONFIG} is damaged; {again(folder)}") from error
    return About(
        kind=kind_of(architecture.mmdit, str(folder)),
        parts=tuple(parts),
        precision=precision,
        parameters=parameters,
        size=size,
        missing=(),
    )


def read_config(folder: Path) -> dict[str, Any]:
    """The preset's configuration, as KerasHub wrote it.

    Raises:
        PresetError: It is missing or damaged, or of no Stable Diffusion 3 that could be built.
    """
    document = _read_object(folder / CONFIG)
    name = document.get("class_name")
    if name != BACKBONE:
        raise PresetError(f"{folder} holds a {shortened(str(name))}, not a Stable Diffusion 3 preset")
    _check(document, folder / CONFIG)
    return document


def read_preprocessor(folder: Path) -> dict[str, Any]:
    """What turns prompts into token ids, as KerasHub wrote it.

    Raises:
        PresetError: It is missing or damaged, or of no Stable Diffusion 3.
    """
    document = _read_object(folder / PREPROCESSOR)
    _check(document, folder / PREPROCESSOR)
    return document


def _named(files: list[Path], folder: Path) -> dict[str, Path]:
    return {file.relative_to(folder).as_posix(): file for file in files}


def _read_object(file: Path) -> dict[str, Any]:
    try:
        document = json.loads(read_bytes(file).decode())
        if isinstance(document, dict) and isinstance(document["config"], dict):
            return document
    except FileNotFoundError as error:
        raise PresetError(f"{file.parent} has no {file.name}, so it is not a KerasHub preset") from error
    except OSError as error:
        raise _unreadable(error, file) from error
    except (ValueError, KeyError, RecursionError):
        pass
    raise PresetError(f"{file} is damaged; {again(file)}")


def _check(document: dict[str, Any], file: Path) -> None:
    try:
        check_configuration(document)
    except ValueError as error:
        raise PresetError(f"{file} can't be used: {error}; {again(file)}") from error


def _unreadable(error: OSError, place: Path) -> PresetError:
    where = error.filename or place
    return PresetError(f"{where} can't be read: {reason(error)}; {again(place)}")

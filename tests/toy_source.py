"""A source of models that the app doesn't have: weights in a file of NumPy's, the rest as the starter."""

import zipfile
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from sd3explorer.presets.identity import identity_of, never
from sd3explorer.presets.kerashub import about_folder, read_folder
from sd3explorer.presets.locate import starter_folder
from sd3explorer.presets.preset import Preset, PresetError, traits
from sd3explorer.presets.sources import SOURCES, Source

ENDING = ".toy"


@dataclass(frozen=True, slots=True, kw_only=True)
class ToyPreset(Preset):
    """A file with all weights by their paths."""

    file: Path

    @property
    def place(self):
        return str(self.file)

    @property
    def files(self):
        return {self.file.name: self.file}

    @property
    def size(self):
        return self.file.stat().st_size

    @property
    def licence(self):
        return "Toy Licence"

    def vocabulary(self):
        return _starter().vocabulary()

    def configuration(self):
        return _starter().configuration()

    def check_weights(self):
        if not zipfile.is_zipfile(self.file):
            raise PresetError(f"{self.file} is damaged; copy it again")

    def assign_weights(self, backbone):
        with np.load(self.file) as arrays:
            for weight in backbone.weights:
                weight.assign(arrays[weight.path])

    def preprocessor(self):
        return _starter().preprocessor()

    def check_tokenizers(self):
        _starter().check_tokenizers()

    def assign_vocabularies(self, preprocessor):
        _starter().assign_vocabularies(preprocessor)


def takes(place):
    return place.suffix == ENDING and place.is_file()


def read(name, place, identity=None, stopped=never):
    identity = identity or identity_of({"weights": place}, stopped)
    return ToyPreset(name=name, identity=identity, file=place, **traits(_starter().configuration()["config"]))


def about(place):
    return replace(about_folder(starter_folder()), kind="Toy", size=place.stat().st_size)


def write(file, backbone):
    """Writes the weights of a model, in float32."""
    with file.open("wb") as opened:
        np.savez(opened, **{weight.path: np.asarray(weight, np.float32) for weight in backbone.weights})


# What somebody who adds it would write into the table.
WITH_TOYS = (Source("toy models", takes, read, about, (ToyPreset,), endings=(ENDING,)), *SOURCES)


def _starter():
    return read_folder("starter", starter_folder(), identity="")

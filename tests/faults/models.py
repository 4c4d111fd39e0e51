"""Models that anybody may have made: headers of checkpoints, and folders of presets, changed."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random
from typing import Any

from sd3explorer.presets import sources
from sd3explorer.presets.checkpoints.architecture import Architecture
from sd3explorer.presets.configuration import least_parameters
from sd3explorer.presets.preset import PresetError
from sd3explorer.resources import resource
from tests.faults.campaign import Campaign, Trial, check_sentence
from tests.faults.mutation import mutated_bytes, mutated_document, text_of
from tests.presets.headers import write_model
from tests.presets.test_hub_folders import TINY

PRESET_FILES = ("config.json", "preprocessor.json", "clip_l_tokenizer.json", "clip_g_preprocessor.json")


@contextmanager
def prepare_checkpoint(folder: Path) -> Iterator[Trial]:
    """The header of a small model, with its tensors moved, renamed, stretched and laid over each other."""
    architecture: Architecture = TINY
    data = write_model(folder / "model.safetensors", architecture).read_bytes()
    length = int.from_bytes(data[:8], "little")
    document: Any = json.loads(data[8 : 8 + length])
    tail = bytes(len(data) - 8 - length)
    file = folder / "changed.safetensors"

    def trial(random: Random) -> None:
        text = json.dumps(document).encode()
        if random.random() < 0.8:
            changed = mutated_document(document, random, [document, {"__metadata__": {"a": "b"}}])
            text = text_of(changed, random)
        header = len(text).to_bytes(8, "little") + text
        if random.random() < 0.3:
            header = mutated_bytes(header, random)
        file.write_bytes(header + tail)
        _read(file)

    yield trial


@contextmanager
def prepare_preset(folder: Path) -> Iterator[Trial]:
    """The starter model's configurations, changed; nothing is built of them."""
    place = folder / "preset"
    shutil.copytree(resource("models", "starter"), place, ignore=shutil.ignore_patterns("*.h5", "SHA256SUMS"))
    (place / "model.weights.h5").write_bytes(b"weights")
    known: dict[str, Any] = {name: json.loads((place / name).read_text()) for name in PRESET_FILES}

    def trial(random: Random) -> None:
        name = random.choice(PRESET_FILES)
        document = known[name]
        data = json.dumps(document).encode()
        if random.random() < 0.85:
            data = text_of(mutated_document(document, random, list(known.values())), random)
        if random.random() < 0.3:
            data = mutated_bytes(data, random)
        (place / name).write_bytes(data)
        try:
            _read(place)
        finally:
            (place / name).write_text(json.dumps(document))

    yield trial


def _read(place: Path) -> None:
    try:
        sources.about(place)
    except PresetError as error:
        check_sentence(error)
    try:
        # Its weights need not be read to identify it.
        preset = sources.read("changed", place, "identity")
        preset.check_tokenizers()
        config = preset.configuration()["config"]
    except PresetError as error:
        check_sentence(error)
        return
    # What asks for more than a model can be was refused.
    with suppress(KeyError, TypeError, AttributeError):
        # Where a field is missing, `check_weights` says so.
        assert least_parameters(config) < 10**15


CHECKPOINTS = Campaign(
    "checkpoints", "headers of checkpoints changed by their grammar", prepare_checkpoint, 10_000, short=20
)
PRESETS = Campaign(
    "presets", "configurations of presets changed by their grammar", prepare_preset, 10_000, short=60
)

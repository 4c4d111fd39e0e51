"""From a file or a diffusers folder to a model, or to what there is to say of it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from sd3explorer.presets.about import About
from sd3explorer.presets.checkpoints import missing, serialized
from sd3explorer.presets.checkpoints.architecture import SHIFT, Transformer
from sd3explorer.presets.checkpoints.checkpoint import Checkpoint, architecture, digest_of_files
from sd3explorer.presets.checkpoints.eight_bits import eight_bit_kernels
from sd3explorer.presets.checkpoints.files import PartFiles
from sd3explorer.presets.checkpoints.folder import (
    check_pipeline,
    is_pipeline,
    parts_in,
    parts_of_file,
    shift_in,
)
from sd3explorer.presets.checkpoints.header import read_header
from sd3explorer.presets.checkpoints.identity import digest_of
from sd3explorer.presets.checkpoints.lent import LentPart
from sd3explorer.presets.checkpoints.recognise import NAMES, Stored, kind_of
from sd3explorer.presets.checkpoints.tensors import parameters
from sd3explorer.presets.checkpoints.tokenizer import FOLDERS, own_folder, tokenizer_files
from sd3explorer.presets.identity import Stopped, identity_of, never
from sd3explorer.presets.preset import PresetError, traits
from sd3explorer.walk.files import reason

ENDINGS = (".safetensors", ".sft")
# Others that models come in; they are taken to say why they can't be used.
REFUSED = {
    ".gguf": "is a GGUF file, whose weights are packed; take the .safetensors file of the same model",
    **dict.fromkeys(
        (".ckpt", ".pt", ".pth", ".bin"),
        "is a pickle of PyTorch, which may run anything; take the .safetensors file of the same model",
    ),
}
NEEDED = ("mmdit", "vae", "clip_l", "clip_g")


@dataclass(frozen=True, slots=True)
class _Parts:
    """The parts of a model: where they are, and what they hold, by their names."""

    files: Mapping[str, PartFiles | LentPart]
    stored: Mapping[str, Stored]
    hints: str
    shift: float
    beside: Path

    @property
    def lacking(self) -> tuple[str, ...]:
        return tuple(name for name in NEEDED if name not in self.stored)

    @property
    def kind(self) -> str:
        mmdit = self.stored["mmdit"].shape
        assert isinstance(mmdit, Transformer)
        return kind_of(mmdit, self.hints)

    @property
    def size(self) -> int:
        return sum(part.size for part in self.stored.values())


def is_file(place: Path) -> bool:
    """Whether a path is a checkpoint in one file, or what is taken for one."""
    return place.suffix.lower() in (*ENDINGS, *REFUSED) and place.is_file()


def read_file(name: str, file: Path, identity: str | None = None, stopped: Stopped = never) -> Checkpoint:
    """Reads a model in one file; see `sources.Read`."""
    return _read(name, file, _parts_of_file(file), identity, stopped)


def read_pipeline(
    name: str, folder: Path, identity: str | None = None, stopped: Stopped = never
) -> Checkpoint:
    """Reads a model in a diffusers folder; see `sources.Read`."""
    return _read(name, folder, _parts_of_pipeline(folder), identity, stopped)


def about_file(file: Path) -> About:
    """What there is to say of a model in one file; see `sources.about`."""
    return _about(_parts_of_file(file))


def about_pipeline(folder: Path) -> About:
    """What there is to say of a model in a diffusers folder; see `sources.about`."""
    return _about(_parts_of_pipeline(folder))


def _about(parts: _Parts) -> About:
    numbers = {name: parameters(part.tensors) for name, part in parts.stored.items()}
    return About(
        kind=parts.kind,
        parts=tuple(parts.stored),
        precision=parts.stored["mmdit"].precision,
        parameters=sum(numbers.values()),
        size=parts.size,
        missing=parts.lacking,
        passing=numbers.get("t5", 0),
        in_eight_bits=sum(
            kernel.weight.parameters for part in parts.stored.values() for kernel in eight_bit_kernels(part)
        ),
    )


def _parts_of_file(file: Path) -> _Parts:
    refused = REFUSED.get(file.suffix.lower())
    if refused:
        raise PresetError(f"{file} {refused}")
    beside = file.parent
    files, stored = parts_of_file(file)
    if "mmdit" not in stored:
        parts = " and ".join(NAMES[name] for name in stored)
        raise PresetError(
            f"{file} is not a whole model but its {parts}: choose the file with the denoiser; parts that lie "
            "beside that are found"
        )
    mmdit = stored["mmdit"].shape
    assert isinstance(mmdit, Transformer)
    found = missing.find(file, mmdit, stored, [name for name in NEEDED if name not in stored])
    if "t5" not in stored and (t5 := missing.find_t5(file)):
        found["t5"] = t5
    return _Parts(
        files={**files, **{name: each for name, (each, _) in found.items()}},
        stored={**stored, **{name: part for name, (_, part) in found.items()}},
        hints=f"{file.name} {read_header(file).metadata.get('modelspec.title', '')}",
        shift=shift_in(beside) if is_pipeline(beside) else SHIFT,
        beside=beside,
    )


def _parts_of_pipeline(folder: Path) -> _Parts:
    check_pipeline(folder)
    files = parts_in(folder)
    if "mmdit" not in files:
        raise PresetError(
            f"{folder} has no .safetensors in its folder transformer; download or copy it again"
        )
    stored = {name: part.read() for name, part in files.items()}
    return _Parts(files, stored, str(folder), shift_in(folder), folder)


def _read(name: str, place: Path, parts: _Parts, identity: str | None, stopped: Stopped) -> Checkpoint:
    if parts.lacking:
        raise PresetError(missing.sentence(place, parts.lacking))
    built = architecture(parts.stored, parts.shift, str(place))
    tokenizers = {
        clip: folder
        for clip in FOLDERS
        if (folder := own_folder(clip, getattr(built, clip).words, parts.beside, str(place)))
    }
    if identity is not None:
        # Of a version on a hub, of which there may be more or fewer parts here.
        identity = f"{identity} {' '.join(parts.files)}"
    else:
        identity = _identity(parts, asdict(built), tokenizers, stopped)
    return Checkpoint(
        name=name,
        identity=identity,
        root=place,
        kind=parts.kind,
        architecture=built,
        parts=tuple(parts.files.values()),
        tokenizers=tuple(tokenizers.items()),
        weights_size=parts.size,
        in_eight_bits=any(True for _ in eight_bit_kernels(parts.stored["mmdit"])),
        **traits(serialized.backbone(built)["config"]),
    )


def _identity(parts: _Parts, built: dict[str, Any], tokenizers: Mapping[str, Path], stopped: Stopped) -> str:
    words = {
        f"{clip}/{file.name}": file for clip, folder in tokenizers.items() for file in tokenizer_files(folder)
    }
    files = {
        f"{part.name}/{number}": file
        for part in parts.files.values()
        for number, file in enumerate(part.files)
    }

    def digest(_: Mapping[str, Path], stopped: Stopped) -> str:
        return digest_of(sorted(parts.stored.items()), f"{built} {digest_of_files(words)}", stopped)

    try:
        return identity_of({**files, **words}, stopped, digest, f"checkpoint {built}")
    except OSError as error:
        where = error.filename or next(iter(files.values()))
        raise PresetError(f"{where} can't be read: {reason(error)}") from error

"""A checkpoint as a model: its parts wherever they are, given to Keras one tensor after the other."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sd3explorer.presets.catalog import SamplerDefaults
from sd3explorer.presets.checkpoints import serialized
from sd3explorer.presets.checkpoints.architecture import T5, Architecture, Clip
from sd3explorer.presets.checkpoints.assigning import assign
from sd3explorer.presets.checkpoints.eight_bits import eight_bit_kernels
from sd3explorer.presets.checkpoints.files import PartFiles
from sd3explorer.presets.checkpoints.folder import described, is_pipeline
from sd3explorer.presets.checkpoints.lent import LentPart
from sd3explorer.presets.checkpoints.recognise import Stored
from sd3explorer.presets.checkpoints.tokenizer import ClipTokenizer, read_tokenizer, tokenizer_files
from sd3explorer.presets.configuration import check_configuration
from sd3explorer.presets.digests import check_digests
from sd3explorer.presets.pieces import SentencePieces, family_pieces
from sd3explorer.presets.preset import EightBits, Preset, PresetError
from sd3explorer.presets.tokens import Vocabulary

# What suits the models of a kind, as their authors say.
SAMPLERS = {
    "Stable Diffusion 3.5 Medium": SamplerDefaults(num_steps=40, guidance_scale=4.5),
    "Stable Diffusion 3.5 Large": SamplerDefaults(guidance_scale=3.5),
    "Stable Diffusion 3.5 Large Turbo": SamplerDefaults(num_steps=4, guidance_scale=1.0),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkpoint(Preset):
    """A model in `.safetensors` files.

    Args:
        root: The file or folder that was chosen.
        kind: What people call such a model.
        architecture: What it is built like.
        parts: Its parts, some of which may be elsewhere.
        tokenizers: Of its CLIPs that have words of their own, where these are.
        weights_size: In bytes.
    """

    root: Path
    kind: str
    architecture: Architecture
    parts: tuple[PartFiles | LentPart, ...]
    tokenizers: tuple[tuple[str, Path], ...]
    weights_size: int

    @property
    def place(self) -> str:
        """The file or folder."""
        return str(self.root)

    @property
    def size(self) -> int:
        """See `Preset`: of the parts that are used, wherever they are."""
        for part in self.parts:
            for file in part.files:
                file.stat()
        return self.weights_size

    @property
    def files(self) -> dict[str, Path]:
        """See `Preset`: what others have lent lies beside the rest there."""
        base = self.root if self.root.is_dir() else self.root.parent
        found = {self.root.name: self.root} if base != self.root else {}
        beside = [file for _, folder in self.tokenizers for file in tokenizer_files(folder)]
        if is_pipeline(base):
            beside += described(base)
        found |= {file.relative_to(base).as_posix(): file for file in beside}
        for part in self.parts:
            if isinstance(part, LentPart):
                found |= {f"{part.folder.name}/{file.name}": file for file in part.needed}
                continue
            for file in part.files:
                is_own = file.is_relative_to(base)
                # Of a VAE by itself, only its name tells that it isn't Flux's.
                name = file.relative_to(base).as_posix() if is_own else f"sd3-{part.name}-{file.name}"
                found[name] = file
        return found

    @property
    def sampler(self) -> SamplerDefaults:
        """See `Preset`."""
        return SAMPLERS.get(self.kind, SamplerDefaults())

    def vocabulary(self) -> Vocabulary | None:
        """See `Preset`: of T5 where there is one, as that reads most."""
        try:
            if self.architecture.t5 is not None:
                return SentencePieces(family_pieces())
            return self._tokenizer("clip_l").vocabulary_for(self.architecture.clip_l.tokens)
        except (PresetError, ValueError):
            return None

    def configuration(self) -> dict[str, Any]:
        """See `Preset`."""
        return _checked(serialized.backbone(self.architecture), self.place)

    def check_weights(self) -> None:
        """See `Preset`: strict, as nothing may be missing and nothing left over, in shapes that are right."""
        for part in self.parts:
            self._stored(part)
        for file in dict.fromkeys(file for part in self.parts for file in part.files):
            check_digests(file.parent, [file])

    def assign_weights(self, backbone: Any) -> None:
        """See `Preset`: tensor by tensor, so that there is never a second copy of the model."""
        for part in self.parts:
            if part.name != "t5":
                assign(self._stored(part), backbone)

    def eight_bits(self) -> tuple[EightBits, ...]:
        """See `Preset`."""
        return tuple(kernel for part in self.parts for kernel in eight_bit_kernels(self._stored(part)))

    def t5(self) -> Stored | None:
        """See `Preset`."""
        part = next((part for part in self.parts if part.name == "t5"), None)
        return None if part is None else self._stored(part)

    def preprocessor(self) -> dict[str, Any]:
        """See `Preset`."""
        pads = {name: self._tokenizer(name).pads_with_end for name in ("clip_l", "clip_g")}
        return serialized.preprocessor(self.architecture, pads)

    def check_tokenizers(self) -> None:
        """See `Preset`."""
        for name in ("clip_l", "clip_g"):
            self._tokenizer(name)

    def assign_vocabularies(self, preprocessor: Any) -> None:
        """See `Preset`."""
        for name in ("clip_l", "clip_g"):
            words = self._tokenizer(name)
            tokenizer = getattr(preprocessor, f"{name}_preprocessor").tokenizer
            tokenizer.set_vocabulary_and_merges(words.vocabulary, list(words.merges))

    def _tokenizer(self, name: str) -> ClipTokenizer:
        clip: Clip = getattr(self.architecture, name)
        return read_tokenizer(name, clip.words, dict(self.tokenizers).get(name))

    def _stored(self, part: PartFiles | LentPart) -> Stored:
        found = part.read()
        if found.shape != getattr(self.architecture, part.name):
            raise PresetError(f"{part.files[0]} has changed since it was opened; open it again")
        return found


def _checked(document: dict[str, Any], place: str) -> dict[str, Any]:
    try:
        check_configuration(document)
    except ValueError as error:
        raise PresetError(f"{place} can't be used: {error}") from error
    return document


def digest_of_files(files: Mapping[str, Path]) -> str:
    """The digest of small files, by their names."""
    digest = hashlib.sha256()
    for name, file in files.items():
        digest.update(name.encode() + file.read_bytes())
    return digest.hexdigest()


def architecture(parts: Mapping[str, Stored], shift: float, place: str) -> Architecture:
    """What a model of these parts is built like.

    Raises:
        PresetError: They don't fit together.
    """
    shapes: dict[str, Any] = {name: part.shape for name, part in parts.items()}
    found = Architecture(**shapes, shift=shift)
    widths = found.clip_l.width + found.clip_g.width
    if widths != found.mmdit.pooled:
        raise PresetError(
            f"{place} needs text encoders of {found.mmdit.pooled} numbers together, these have {widths}; "
            "take those that belong to it"
        )
    if found.mmdit.context != serialized.CONTEXT or (found.t5 and found.t5.width != found.mmdit.context):
        t5 = f" and its T5 {found.t5.width}" if found.t5 else ""
        raise PresetError(
            f"{place} reads texts of {found.mmdit.context} numbers a token{t5}, "
            f"where {serialized.CONTEXT} are possible"
        )
    if found.vae.channels != found.mmdit.channels:
        raise PresetError(
            f"{place} has latents of {found.mmdit.channels} channels, its VAE of {found.vae.channels}"
        )
    if found.t5 and not _is_of_family(found.t5):
        raise PresetError(
            f"{place} has a T5 with {found.t5.words:,} words, too few for the tokenizer of Stable Diffusion 3"
        )
    return found


def _is_of_family(t5: T5) -> bool:
    return t5.words >= len(family_pieces()) and t5.buckets == serialized.T5_BUCKETS

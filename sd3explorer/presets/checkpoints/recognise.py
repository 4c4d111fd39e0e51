"""Which parts of a Stable Diffusion 3 some tensors are, or which other thing they are."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from numpy.typing import NDArray

from sd3explorer.presets.checkpoints import diffusers
from sd3explorer.presets.checkpoints.architecture import LATENT_CHANNELS, Part, Transformer
from sd3explorer.presets.checkpoints.header import SIZES, Tensor
from sd3explorer.presets.checkpoints.layout import Weight, weights
from sd3explorer.presets.checkpoints.shapes import Config, part_of
from sd3explorer.presets.checkpoints.tensors import DTYPES, SCALES, Origin, origin_shape, read_weight
from sd3explorer.presets.preset import PresetError
from sd3explorer.walk.files import reason
from sd3explorer.walk.printable import shortened

# What parts are called in Stability's files that hold several, and by Comfy.
PREFIXES = (
    ("mmdit", "model.diffusion_model."),
    ("vae", "first_stage_model."),
    ("clip_l", "text_encoders.clip_l.transformer."),
    ("clip_g", "text_encoders.clip_g.transformer."),
    ("t5", "text_encoders.t5xxl.transformer."),
    # Beside the transformers of the text encoders lie numbers that nothing here needs.
    ("", "text_encoders."),
)
# Some programs keep these too; nothing is computed with them here.
SKIPPED = ("logit_scale", "position_ids", "scaled_fp8", "scale_input", "input_scale", *SCALES)

# Of the real encoders, whose files don't say which they are.
WIDTHS = {768: "clip_l", 1280: "clip_g"}

NAMES = {
    "mmdit": "denoiser",
    "vae": "VAE",
    "clip_l": "text encoder CLIP-L",
    "clip_g": "text encoder CLIP-G",
    "t5": "text encoder T5",
}

Keys = Mapping[str, Tensor]
Has = Callable[[str], bool]
Read = TypeVar("Read")


@dataclass(frozen=True, slots=True)
class Stored:
    """A part in files.

    Args:
        name: Of the part.
        shape: What it is built like.
        shapes: Of its weights, by their names in the layout.
        origins: What each of them is made of.
        tensors: By their names in the files.
    """

    name: str
    shape: Part
    shapes: Mapping[str, tuple[int, ...]]
    origins: Mapping[str, Origin]
    tensors: Keys

    @property
    def weights(self) -> tuple[Weight, ...]:
        """Of the layout: all that it has, and nothing else."""
        return weights(self.name, self.shape)

    def read(self, name: str) -> NDArray[Any]:
        """Reads a weight, as it is kept.

        Args:
            name: In the layout.

        Raises:
            PresetError: Its file can't be read, or has become shorter.
        """
        return self.read_by(read_weight, name)

    def read_by(self, how: Callable[[Origin, Keys, tuple[int, ...]], Read], name: str) -> Read:
        """What a function of `tensors.py` reads of a weight; see `read`."""
        origin = self.origins[name]
        try:
            return how(origin, self.tensors, self.shapes[name])
        except OSError as error:
            file = self.tensors[origin.keys[0]].file
            raise PresetError(f"{file} can't be read: {reason(error)}; open it again") from error

    @property
    def size(self) -> int:
        """In bytes."""
        return sum(tensor.size for tensor in self.tensors.values())

    @property
    def precision(self) -> str:
        """Name of the dtype that most of its numbers have."""
        sizes = Counter[str]()
        for tensor in self.tensors.values():
            sizes[tensor.dtype] += tensor.size // SIZES[tensor.dtype]
        (dtype, _), *_ = sizes.most_common(1)
        return DTYPES[dtype].name


def stored_parts(
    tensors: Keys, place: str, configs: Mapping[str, Config], own_projection: bool
) -> dict[str, Stored]:
    """The parts that tensors are.

    Args:
        tensors: By their names in their files.
        place: Where they are, for messages. Of a text encoder whose width says nothing it says which.
        configs: What diffusers' configurations say of parts.
        own_projection: Whether a CLIP-L's projection counts, as in diffusers' folders. Stability's own
            program leaves it out (sd3_infer.py).

    Raises:
        PresetError: They are something else, or too few, too many or of wrong shapes.
    """
    refuse_others(tensors, place)
    groups = _groups(tensors, place)
    if not groups:
        some = shortened(next(iter(tensors), ""))
        raise PresetError(
            f'{place} holds no model that is known here: {len(tensors):,} tensors, as "{some}"; '
            "it must be a Stable Diffusion 3 or 3.5"
        )
    return {
        name: _stored(name, group, place, configs.get(name, {}), own_projection)
        for name, group in groups.items()
    }


def refuse_others(tensors: Keys, place: str) -> None:
    """Refuses models of other kinds, by what theirs are called.

    Raises:
        PresetError: They are such a model; says which.
    """

    def has(part: str) -> bool:
        return any(part in key for key in tensors)

    for is_it, what in OTHERS:
        if is_it(has):
            raise PresetError(f"{place} {what}")
    packed = next((tensor.dtype for tensor in tensors.values() if tensor.dtype in ("I8", "U8", "I32")), None)
    if has("comfy_quant") or has("bitsandbytes") or has(".absmax") or (packed and has("weight_scale")):
        raise PresetError(
            f"{place} has packed weights (int8 or nf4), which can't be read here; "
            "take a file with 16 bits a weight, or float8"
        )


def kind_of(mmdit: Transformer, hints: str = "") -> str:
    """What people call a model.

    Args:
        mmdit: Its denoiser.
        hints: Its file's name and what else may tell a turbo, which has the shapes of the other.
    """
    if (mmdit.width, mmdit.layers) == (2432, 38) and mmdit.qk_norm:
        turbo = " Turbo" if "turbo" in hints.lower() else ""
        return f"Stable Diffusion 3.5 Large{turbo}"
    if (mmdit.width, mmdit.layers) == (1536, 24):
        return "Stable Diffusion 3.5 Medium" if mmdit.qk_norm else "Stable Diffusion 3 Medium"
    version = "3.5" if mmdit.qk_norm else "3"
    return f"Stable Diffusion {version} of {mmdit.layers} layers"


def _is_lora(has: Has) -> bool:
    return has("lora_up.") or has("lora_A.") or has("lora.up.") or has("lora_down.")


def _is_lycoris(has: Has) -> bool:
    return has("lokr_w") or has("hada_w") or has("dora_scale")


def _is_flux(has: Has) -> bool:
    return has("double_blocks.") or has("single_transformer_blocks.")


def _is_sdxl(has: Has) -> bool:
    unet = has("input_blocks.") or has("down_blocks.1.attentions.")
    return has("conditioner.embedders.") or (unet and (has("label_emb.") or has("add_embedding.")))


def _is_sd1(has: Has) -> bool:
    return has("input_blocks.") or has("cond_stage_model.") or has("down_blocks.1.attentions.")


OTHERS: tuple[tuple[Callable[[Has], bool], str], ...] = (
    (_is_lycoris, "is a LyCORIS or DoRA, not a model: such changes to a model can't be used here"),
    (_is_lora, "is a LoRA, not a model: choose the model that it changes"),
    (lambda has: has("controlnet_"), "is a ControlNet, not a model, and can't be used here"),
    (_is_flux, "is a Flux, and only Stable Diffusion 3 and 3.5 can be used here"),
    (_is_sdxl, "is a Stable Diffusion XL model, and only Stable Diffusion 3 and 3.5 can be used here"),
    (_is_sd1, "is a Stable Diffusion 1 or 2, and only Stable Diffusion 3 and 3.5 can be used here"),
    (lambda has: has("quant_conv."), "has a VAE of another model, not of Stable Diffusion 3 or 3.5"),
)


def _groups(tensors: Keys, place: str) -> dict[str, dict[str, Tensor]]:
    """The tensors of each part, without what is before their names."""
    groups: dict[str, dict[str, Tensor]] = {}
    bare: dict[str, Tensor] = {}
    for key, tensor in tensors.items():
        name, prefix = next(((name, each) for name, each in PREFIXES if key.startswith(each)), ("", ""))
        if name:
            groups.setdefault(name, {})[key.removeprefix(prefix)] = tensor
        elif not prefix or not _is_skipped(key):
            bare[key] = tensor
    if bare and (name := _bare_part(bare, place)):
        groups.setdefault(name, {}).update(bare)
    elif groups and (left := [key for key in bare if not _is_skipped(key)]):
        raise PresetError(
            f'{place} has more than a model: "{shortened(left[0])}" belongs to none of its parts'
        )
    return groups


def _bare_part(keys: Keys, place: str) -> str:
    if diffusers.is_transformer(keys) or "joint_blocks.0.x_block.attn.qkv.weight" in keys:
        return "mmdit"
    if "decoder.conv_in.weight" in keys and "encoder.conv_in.weight" in keys:
        return "vae"
    if "encoder.block.0.layer.0.SelfAttention.q.weight" in keys:
        return "t5"
    embedding = keys.get("text_model.embeddings.token_embedding.weight")
    if embedding is None:
        return ""
    by_name = "clip_g" if "clip_g" in place or "text_encoder_2" in place else "clip_l"
    return WIDTHS.get(embedding.shape[-1] if embedding.shape else 0, by_name)


def _stored(name: str, tensors: Keys, place: str, config: Config, own_projection: bool) -> Stored:
    what = f"{place} can't be used: its {NAMES[name]}"
    unlike = (key for key, tensor in tensors.items() if tensor.dtype not in DTYPES and not _is_skipped(key))
    if odd := next(unlike, None):
        raise PresetError(
            f'{what} keeps "{shortened(odd)}" in {tensors[odd].dtype}, not in floating-point numbers'
        )
    origins = _origins(name, tensors, own_projection)
    shapes: dict[str, tuple[int, ...]] = {}
    for key, origin in origins.items():
        try:
            shapes[key] = origin_shape(origin, tensors)
        except ValueError as error:
            raise PresetError(f'{what} has a damaged "{shortened(key)}": {error}') from error
    try:
        shape = part_of(name, shapes, config)
        expected = {weight.name: weight.shape for weight in weights(name, shape)}
    except KeyError as error:
        raise PresetError(f"{what} lacks {error}; download or copy it again") from error
    except (IndexError, TypeError, ValueError, ZeroDivisionError) as error:
        raise PresetError(f"{what} has shapes that no such model has") from error
    _compare(expected, shapes, what)
    if name == "vae" and expected["decoder.conv_in.weight"][1] != LATENT_CHANNELS:
        raise PresetError(f"{place} has a VAE of another model, not of Stable Diffusion 3 or 3.5")
    return Stored(name, shape, expected, origins, tensors)


def _origins(name: str, tensors: Keys, own_projection: bool) -> dict[str, Origin]:
    keys = [key for key in tensors if not _is_skipped(key)]
    if name == "mmdit" and diffusers.is_transformer(tensors):
        origins = diffusers.transformer_origins(tensors)
        used = {key for origin in origins.values() for key in origin.keys}
        return origins | {key: Origin((key,)) for key in keys if key not in used}
    if name == "vae" and diffusers.is_vae(tensors):
        return diffusers.vae_origins(keys)
    origins = {key: Origin((key,)) for key in keys}
    if name == "t5" and (tied := origins.pop("encoder.embed_tokens.weight", None)):
        # The same embedding under its other name; some files have both.
        origins.setdefault("shared.weight", tied)
    if name in ("clip_l", "clip_g") and (turned := origins.pop("text_projection", None)):
        origins.setdefault("text_projection.weight", Origin(turned.keys, transposed=True))
    if name == "clip_l" and not own_projection:
        origins.pop("text_projection.weight", None)
    return origins


def _compare(
    expected: Mapping[str, tuple[int, ...]], found: Mapping[str, tuple[int, ...]], what: str
) -> None:
    """Refuses a part with tensors too few, too many, or of other shapes than its others ask for."""
    missing = [name for name in expected if name not in found]
    if missing:
        more = f" and {len(missing) - 1:,} more" if len(missing) > 1 else ""
        raise PresetError(f'{what} lacks "{missing[0]}"{more}; download or copy it again')
    left = [name for name in found if name not in expected]
    if left:
        more = f" and {len(left) - 1:,} more" if len(left) > 1 else ""
        raise PresetError(f'{what} has "{shortened(left[0])}"{more}, which no such model has')
    for name, shape in expected.items():
        # Dense layers of some are convolutions of one pixel in others.
        if found[name] != shape and (*found[name], 1, 1) != shape:
            raise PresetError(f'{what} has a "{name}" of {list(found[name])}, where {list(shape)} is right')


def _is_skipped(key: str) -> bool:
    return key.rpartition(".")[2] in SKIPPED

"""The shapes of models, without their weights: enough to count operations and to build one like it."""

from dataclasses import dataclass
from typing import Any

from sd3explorer.presets.catalog import STARTER
from sd3explorer.presets.locate import present


@dataclass(frozen=True, slots=True)
class Shape:
    """How large the parts of a Stable Diffusion 3 are.

    Args:
        image_size: Height and width that it was made for, in pixels.
        hidden_dim: Width of the transformer.
        num_layers: Number of its blocks.
        num_heads: Number of heads of its attention.
        position_size: Height and width of its table of positions, in patches.
        decoder_filters: Channels of each stage of the VAE's decoder, from latents to pixels.
        decoder_blocks: Residual blocks of each stage.
        qk_norm: How queries and keys are normalized: "rms_norm", or None.
        dual_attention: Which blocks have a second attention among the picture's tokens.
        clip_dims: Width of each of the two text encoders.
        clip_heads: Number of heads of each.
        clip_tokens: How many tokens they read.
        context_dim: Width of a row of the context.
        patch_size: Height and width of a patch, in latents.
        latent_channels: Channels of the latents.
        shift: Shift of the schedule towards noise.
        vae_scale: What latents were multiplied with for the transformer.
        vae_shift: What was taken from them before.
    """

    image_size: tuple[int, int]
    hidden_dim: int
    num_layers: int
    num_heads: int
    position_size: int
    decoder_filters: tuple[int, ...] = (512, 512, 256, 128)
    decoder_blocks: tuple[int, ...] = (3, 3, 3, 3)
    qk_norm: str | None = None
    dual_attention: tuple[int, ...] = ()
    clip_dims: tuple[int, int] = (768, 1280)
    clip_heads: tuple[int, int] = (12, 20)
    clip_tokens: int = 77
    context_dim: int = 4096
    patch_size: int = 2
    latent_channels: int = 16
    shift: float = 3.0
    vae_scale: float = 1.5305
    vae_shift: float = 0.0609

    @property
    def pooled_dim(self) -> int:
        """Width of a pooled embedding."""
        return sum(self.clip_dims)


def shape_of(config: dict[str, Any]) -> Shape:
    """The shape of a preset, from the part "config" of its configuration."""
    vae = config["vae"]["config"]
    clips = [config[name]["config"] for name in ("clip_l", "clip_g")]
    t5 = config.get("t5")
    return Shape(
        image_size=(config["image_shape"][0], config["image_shape"][1]),
        hidden_dim=config["mmdit_hidden_dim"],
        num_layers=config["mmdit_num_layers"],
        num_heads=config["mmdit_num_heads"],
        position_size=config["mmdit_position_size"],
        decoder_filters=tuple(vae["decoder_num_filters"]),
        decoder_blocks=tuple(vae["decoder_num_blocks"]),
        qk_norm=config.get("mmdit_qk_norm"),
        dual_attention=tuple(config.get("mmdit_dual_attention_indices") or ()),
        clip_dims=(clips[0]["hidden_dim"], clips[1]["hidden_dim"]),
        clip_heads=(clips[0]["num_heads"], clips[1]["num_heads"]),
        clip_tokens=clips[0]["max_sequence_length"],
        context_dim=t5["config"]["hidden_dim"] if t5 else 4096,
        patch_size=config["mmdit_patch_size"],
        latent_channels=config["latent_channels"],
        shift=config["shift"],
        vae_scale=vae["scale"],
        vae_shift=vae["shift"],
    )


def shape_like(name: str) -> Shape | None:
    """The shape of a preset that is known by name; None if it isn't.

    The sizes of Stability AI's models are those of KerasHub's conversion of their checkpoints.
    """
    if name == STARTER.name:
        return shape_of(present(name).configuration()["config"])
    return _SHAPES.get(name)


_LARGE = Shape(
    (1024, 1024), hidden_dim=2432, num_layers=38, num_heads=38, position_size=192, qk_norm="rms_norm"
)
_SHAPES = {
    "stable_diffusion_3_medium": Shape(
        (1024, 1024), hidden_dim=1536, num_layers=24, num_heads=24, position_size=192
    ),
    "stable_diffusion_3.5_medium": Shape(
        (1024, 1024),
        hidden_dim=1536,
        num_layers=24,
        num_heads=24,
        position_size=384,
        qk_norm="rms_norm",
        dual_attention=tuple(range(13)),
    ),
    "stable_diffusion_3.5_large": _LARGE,
    "stable_diffusion_3.5_large_turbo": _LARGE,
}
SHAPE_NAMES = (STARTER.name, *_SHAPES)

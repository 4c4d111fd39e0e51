"""From a model's configuration to what it is built like, so that the table of its weights can be had."""

from typing import Any

from sd3explorer.presets.checkpoints.architecture import T5, Clip, Transformer
from sd3explorer.presets.checkpoints.layout import Weight, weights

# Width of a text's rows where the model has no T5: that of T5's.
CONTEXT_WIDTH = 4096


def weights_of(config: dict[str, Any]) -> dict[str, tuple[Weight, ...]]:
    """The weights that a LoRA may change, by the part that they belong to; the VAE is no such part.

    Args:
        config: The part "config" of a `StableDiffusion3Backbone`'s configuration.

    Raises:
        KeyError, TypeError: A field is missing or of the wrong kind.
    """
    clips = {name: _clip(config[name]["config"]) for name in ("clip_l", "clip_g")}
    t5 = _t5(config["t5"]["config"]) if config.get("t5") else None
    mmdit = Transformer(
        width=config["mmdit_hidden_dim"],
        layers=config["mmdit_num_layers"],
        heads=config["mmdit_num_heads"],
        positions=config["mmdit_position_size"],
        context=t5.width if t5 else CONTEXT_WIDTH,
        pooled=sum(clip.width for clip in clips.values()),
        qk_norm=config.get("mmdit_qk_norm") is not None,
        dual=tuple(config.get("mmdit_dual_attention_indices") or ()),
        channels=config["latent_channels"],
        patch=config["mmdit_patch_size"],
    )
    parts = {"mmdit": mmdit, **clips, "t5": t5}
    return {name: weights(name, part) for name, part in parts.items() if part is not None}


def _clip(config: dict[str, Any]) -> Clip:
    return Clip(
        width=config["hidden_dim"],
        layers=config["num_layers"],
        heads=config["num_heads"],
        intermediate=config["intermediate_dim"],
        words=config["vocabulary_size"],
        tokens=config["max_sequence_length"],
        activation=config["intermediate_activation"],
        # KerasHub's model has one whether the file does or not.
        projected=True,
    )


def _t5(config: dict[str, Any]) -> T5:
    return T5(
        width=config["hidden_dim"],
        layers=config["num_layers"],
        heads=config["num_heads"],
        head_width=config.get("key_value_dim") or config["hidden_dim"] // config["num_heads"],
        intermediate=config["intermediate_dim"],
        words=config["vocabulary_size"],
    )

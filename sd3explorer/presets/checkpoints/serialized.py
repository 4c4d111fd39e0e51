"""An architecture as KerasHub serializes it: its model, and what turns prompts into tokens for that."""

from typing import Any

from sd3explorer.presets.checkpoints.architecture import (
    LATENT_SCALE,
    LATENT_SHIFT,
    SHIFT,
    T5,
    Architecture,
    Autoencoder,
    Clip,
    Transformer,
)

MODELS = "keras_hub.src.models"
STABLE_DIFFUSION = f"{MODELS}.stable_diffusion_3"

# Pictures of so many pixels a side are what Stability's models were trained for.
SIDE = 1024
PIXELS_PER_LATENT = 8

# What KerasHub gives to the denoiser where it has no T5, whatever that was built for.
CONTEXT = 4096
# And its T5 can tell so many distances apart.
T5_BUCKETS = 32


def image_side(architecture: Architecture) -> int:
    """Height and width of the pictures that a model is for, in pixels; at most half of what it can do."""
    mmdit = architecture.mmdit
    step = mmdit.patch * PIXELS_PER_LATENT
    return min(SIDE, max(mmdit.positions // 2, 1) * step)


def backbone(architecture: Architecture, side: int | None = None) -> dict[str, Any]:
    """The serialized `StableDiffusion3Backbone`, without T5, which is loaded by itself and let go again.

    Args:
        architecture: Of the model.
        side: Height and width of its pictures in pixels; None takes `image_side`.
    """
    mmdit = architecture.mmdit
    side = side or image_side(architecture)
    config = {
        "name": "stable_diffusion_3_backbone",
        "mmdit_patch_size": mmdit.patch,
        "mmdit_hidden_dim": mmdit.width,
        "mmdit_num_layers": mmdit.layers,
        "mmdit_num_heads": mmdit.heads,
        "mmdit_position_size": mmdit.positions,
        "mmdit_qk_norm": "rms_norm" if mmdit.qk_norm else None,
        "mmdit_dual_attention_indices": list(mmdit.dual) or None,
        "vae": _autoencoder(architecture.vae),
        "clip_l": _clip("clip_l", architecture.clip_l),
        "clip_g": _clip("clip_g", architecture.clip_g),
        "t5": None,
        "latent_channels": mmdit.channels,
        "output_channels": 3,
        "shift": architecture.shift,
        "image_shape": [side, side, 3],
    }
    module = f"{STABLE_DIFFUSION}.stable_diffusion_3_backbone"
    return _object(module, "StableDiffusion3Backbone", config)


def t5_encoder(architecture: T5) -> dict[str, Any]:
    """The serialized `T5Encoder`."""
    # KerasHub's "gelu" is exact, where T5 1.1 approximates it.
    activation = {
        "module": "builtins",
        "class_name": "function",
        "config": "gelu_approximate",
        "registered_name": "function",
    }
    config = {
        "name": "t5",
        "vocabulary_size": architecture.words,
        "num_layers": architecture.layers,
        "num_heads": architecture.heads,
        "hidden_dim": architecture.width,
        "intermediate_dim": architecture.intermediate,
        "key_value_dim": architecture.head_width,
        "activation": activation,
    }
    return _object(f"{STABLE_DIFFUSION}.t5_encoder", "T5Encoder", config, registered=False)


def preprocessor(architecture: Architecture, pads_with_end: dict[str, bool]) -> dict[str, Any]:
    """The serialized `StableDiffusion3TextToImagePreprocessor`, whose tokenizers have no words yet.

    Args:
        architecture: Of the model.
        pads_with_end: Of each CLIP, whether its texts are filled up with the token of their end.
    """
    config = {
        "name": "preprocessor",
        "clip_l_preprocessor": _clip_preprocessor("clip_l", architecture.clip_l, pads_with_end["clip_l"]),
        "clip_g_preprocessor": _clip_preprocessor("clip_g", architecture.clip_g, pads_with_end["clip_g"]),
        "t5_preprocessor": None,
    }
    module = f"{STABLE_DIFFUSION}.stable_diffusion_3_text_to_image_preprocessor"
    return _object(module, "StableDiffusion3TextToImagePreprocessor", config)


def _autoencoder(it: Autoencoder) -> dict[str, Any]:
    config = {
        "name": "vae",
        "encoder_num_filters": list(it.encoder_widths),
        "encoder_num_blocks": list(it.encoder_blocks),
        "decoder_num_filters": list(it.decoder_widths),
        "decoder_num_blocks": list(it.decoder_blocks),
        "sampler_method": "mode",
        "sample_channels": 2 * it.channels,
        "scale": it.scale,
        "shift": it.shift,
    }
    return _object(f"{MODELS}.vae.vae_backbone", "VAEBackbone", config, registered=False)


def _clip(name: str, it: Clip) -> dict[str, Any]:
    config = {
        "name": name,
        "vocabulary_size": it.words,
        "embedding_dim": it.width,
        "hidden_dim": it.width,
        "num_layers": it.layers,
        "num_heads": it.heads,
        "intermediate_dim": it.intermediate,
        "intermediate_activation": it.activation,
        # The last layer but one, as Stable Diffusion 3 was trained with.
        "intermediate_output_index": it.layers - 2,
        "max_sequence_length": it.tokens,
    }
    return _object(f"{MODELS}.clip.clip_text_encoder", "CLIPTextEncoder", config)


def _clip_preprocessor(name: str, it: Clip, pads_with_end: bool) -> dict[str, Any]:
    tokenizer = {
        "name": f"{name}_tokenizer",
        "config_file": f"{name}_tokenizer.json",
        "dtype": "int32",
        "pad_with_end_token": pads_with_end,
    }
    config = {
        "name": f"{name}_preprocessor",
        "config_file": f"{name}_preprocessor.json",
        "tokenizer": _object(f"{MODELS}.clip.clip_tokenizer", "CLIPTokenizer", tokenizer),
        "sequence_length": it.tokens,
        # The tokenizer does that, and not for letters of ASCII alone.
        "to_lower": False,
    }
    return _object(f"{MODELS}.clip.clip_preprocessor", "CLIPPreprocessor", config)


def _object(module: str, name: str, config: dict[str, Any], registered: bool = True) -> dict[str, Any]:
    return {
        "module": module,
        "class_name": name,
        "config": config,
        "registered_name": f"keras_hub>{name}" if registered else name,
    }


def architecture_of(config: dict[str, Any]) -> Architecture:
    """What a preset of KerasHub is built like.

    Args:
        config: The part "config" of its backbone's checked configuration.

    Raises:
        KeyError, TypeError, ValueError: A field is missing, or has a value that it can't have.
    """
    vae, clip_l, clip_g = (config[name]["config"] for name in ("vae", "clip_l", "clip_g"))
    t5 = config["t5"]["config"] if config.get("t5") else None
    return Architecture(
        mmdit=Transformer(
            width=config["mmdit_hidden_dim"],
            layers=config["mmdit_num_layers"],
            heads=config["mmdit_num_heads"],
            positions=config["mmdit_position_size"],
            context=t5["hidden_dim"] if t5 else CONTEXT,
            pooled=clip_l["hidden_dim"] + clip_g["hidden_dim"],
            qk_norm=config.get("mmdit_qk_norm") is not None,
            dual=tuple(config.get("mmdit_dual_attention_indices") or ()),
            channels=config.get("latent_channels", 16),
            patch=config["mmdit_patch_size"],
        ),
        vae=Autoencoder(
            encoder_widths=tuple(vae["encoder_num_filters"]),
            encoder_blocks=tuple(vae["encoder_num_blocks"]),
            decoder_widths=tuple(vae["decoder_num_filters"]),
            decoder_blocks=tuple(vae["decoder_num_blocks"]),
            channels=vae.get("sample_channels", 32) // 2,
            scale=vae.get("scale", LATENT_SCALE),
            shift=vae.get("shift", LATENT_SHIFT),
        ),
        clip_l=_clip_of(clip_l, projected=True),
        clip_g=_clip_of(clip_g, projected=True),
        t5=T5(
            width=t5["hidden_dim"],
            layers=t5["num_layers"],
            heads=t5["num_heads"],
            head_width=t5.get("key_value_dim") or t5["hidden_dim"] // t5["num_heads"],
            intermediate=t5["intermediate_dim"],
            words=t5["vocabulary_size"],
        )
        if t5
        else None,
        shift=config.get("shift", SHIFT),
    )


def _clip_of(config: dict[str, Any], projected: bool) -> Clip:
    return Clip(
        width=config["hidden_dim"],
        layers=config["num_layers"],
        heads=config["num_heads"],
        intermediate=config["intermediate_dim"],
        words=config["vocabulary_size"],
        tokens=config.get("max_sequence_length", 77),
        activation=config.get("intermediate_activation", "quick_gelu"),
        projected=projected,
    )

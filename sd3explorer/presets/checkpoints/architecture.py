"""What a model is built like: the numbers from which every name and shape of its weights follows."""

from dataclasses import dataclass

# What no tensor says; true of all of Stability's models (sd3_impls.py, sd3_infer.py of Stability-AI/sd3.5).
SHIFT = 3.0
LATENT_SCALE, LATENT_SHIFT = 1.5305, 0.0609
HEAD_WIDTH = 64
LATENT_CHANNELS = 16
PATCH_SIZE = 2


@dataclass(frozen=True, slots=True)
class Transformer:
    """The denoiser, an MMDiT.

    Args:
        width: Of its hidden states.
        layers: Number of joint blocks.
        heads: Of each attention.
        positions: How many patches high and wide a picture may be.
        context: Width of the rows of a text.
        pooled: Width of what the CLIPs make of a whole text.
        qk_norm: Whether queries and keys are normalized, as in Stable Diffusion 3.5.
        dual: Indices of the blocks with a second attention.
        channels: Of the latents.
        patch: Height and width of a patch in latents.
    """

    width: int
    layers: int
    heads: int
    positions: int
    context: int
    pooled: int
    qk_norm: bool = False
    dual: tuple[int, ...] = ()
    channels: int = LATENT_CHANNELS
    patch: int = PATCH_SIZE


@dataclass(frozen=True, slots=True)
class Autoencoder:
    """The VAE.

    Args:
        encoder_widths: Filters of the encoder's stages, from the picture to the latents.
        encoder_blocks: Their numbers of residual blocks.
        decoder_widths: Filters of the decoder's stages, from the latents to the picture.
        decoder_blocks: Their numbers of residual blocks.
        channels: Of the latents.
        scale: By which latents are divided when they are decoded.
        shift: What is added to them then.
    """

    encoder_widths: tuple[int, ...]
    encoder_blocks: tuple[int, ...]
    decoder_widths: tuple[int, ...]
    decoder_blocks: tuple[int, ...]
    channels: int = LATENT_CHANNELS
    scale: float = LATENT_SCALE
    shift: float = LATENT_SHIFT


@dataclass(frozen=True, slots=True)
class Clip:
    """A text encoder of CLIP.

    Args:
        width: Of its hidden states.
        layers: Number of layers.
        heads: Of each attention.
        intermediate: Width within a layer's MLP.
        words: Rows of its embedding.
        tokens: How many tokens it reads.
        activation: Keras' name: "quick_gelu" (OpenAI's CLIP-L) or "gelu" (OpenCLIP's G).
        projected: Whether it has a projection of its own; else that is the identity.
    """

    width: int
    layers: int
    heads: int
    intermediate: int
    words: int
    tokens: int
    activation: str
    projected: bool = False


@dataclass(frozen=True, slots=True)
class T5:
    """The text encoder T5, version 1.1.

    Args:
        width: Of its hidden states.
        layers: Number of layers.
        heads: Of each attention.
        head_width: Of each head.
        intermediate: Width within a layer's MLP.
        words: Rows of its embedding.
        buckets: Distances that its attention tells apart.
    """

    width: int
    layers: int
    heads: int
    head_width: int
    intermediate: int
    words: int
    buckets: int = 32


@dataclass(frozen=True, slots=True)
class Architecture:
    """A whole model.

    Args:
        mmdit: Its denoiser.
        vae: Its VAE.
        clip_l: Its smaller CLIP.
        clip_g: Its larger CLIP.
        t5: Its T5, where it has one.
        shift: Of its schedule of noise levels.
    """

    mmdit: Transformer
    vae: Autoencoder
    clip_l: Clip
    clip_g: Clip
    t5: T5 | None = None
    shift: float = SHIFT


Part = Transformer | Autoencoder | Clip | T5

"""Writes the trained model as a preset of KerasHub's, and shows that KerasHub computes what was trained."""

import shutil
from pathlib import Path
from typing import Any

import torch

from sd3explorer.presets.digests import write_digests

from .denoiser import TOKENS
from .keras_weights import Starter, to_backbone
from .things import THINGS
from .tokens import Tokens

LARGEST_BYTES, LARGEST_DIFFERENCE = 50_000_000, 1e-4


class ConversionError(Exception):
    """The preset isn't what was trained, or is too large."""


def save_preset(starter: Starter, folder: Path) -> None:
    """Writes a preset in float16, with the words that it knows.

    Raises:
        ConversionError: If KerasHub's layers give other numbers, or the preset is too large.
    """
    for part, off in differences(starter).items():
        print(f"{part}: KerasHub differs by {off:.1e} of the largest value", flush=True)
        if off > LARGEST_DIFFERENCE:
            raise ConversionError(
                f"{part} differs by {off:.1e}; at most {LARGEST_DIFFERENCE} can be rounding"
            )
    shutil.rmtree(folder, ignore_errors=True)
    to_backbone(starter, "float16").save_to_preset(str(folder))
    preprocessor(starter).save_to_preset(str(folder))
    (folder / "words.txt").write_text("\n".join(known_words()))
    # The app refuses others.
    write_digests(folder, (file for file in folder.rglob("*") if file.suffix in (".h5", ".json", ".txt")))
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    print(f"{folder}: {size:,} bytes", flush=True)
    if size > LARGEST_BYTES:
        raise ConversionError(f"{folder}: {size:,} bytes; the app has room for {LARGEST_BYTES:,}")


def known_words() -> list[str]:
    """What the model was taught things by: their names and the other words for them."""
    return sorted({*THINGS, *(word for words in THINGS.values() for word in words)})


def preprocessor(starter: Starter) -> Any:
    """KerasHub's tokenizers with our vocabulary."""
    from keras_hub.models import CLIPPreprocessor, CLIPTokenizer, StableDiffusion3TextToImagePreprocessor

    def clip(name: str) -> Any:
        # Without files of their own, one of the two would overwrite the other.
        tokenizer = CLIPTokenizer(
            starter.vocabulary.ids,
            starter.vocabulary.merges,
            config_file=f"{name}_tokenizer.json",
            name=f"{name}_tokenizer",
        )
        return CLIPPreprocessor(
            tokenizer,
            sequence_length=TOKENS,
            to_lower=False,
            config_file=f"{name}_preprocessor.json",
            name=f"{name}_preprocessor",
        )

    return StableDiffusion3TextToImagePreprocessor(clip("clip_l"), clip("clip_g"))


@torch.no_grad()
def differences(starter: Starter) -> dict[str, float]:
    """How far KerasHub's numbers are from ours, in float32 and by part: the largest, of the largest value."""
    from keras import ops

    def channels_last(tensor: torch.Tensor) -> torch.Tensor:
        return tensor.permute(0, 2, 3, 1)

    def off(theirs: Any, ours: torch.Tensor) -> float:
        theirs = torch.from_numpy(ops.convert_to_numpy(theirs))
        return float((theirs - ours).abs().max() / ours.abs().max())

    backbone = to_backbone(starter, "float32")
    starter.model.float().cpu().eval()
    starter.vae.float().cpu().eval()
    texts = [
        "a 3d dog face on a teal background",
        "Pizza, flat; with \N{LATIN SMALL LETTER E WITH ACUTE}, 4k!",
        "",
    ]
    tokens = Tokens(starter.vocabulary, TOKENS)(texts)
    theirs = preprocessor(starter).generate_preprocess(texts)
    theirs = {name: ops.convert_to_numpy(ids) for name, ids in theirs.items()}
    context, pooled = starter.model.encode(tokens)
    their_context, _, their_pooled, _ = backbone.encode_text_step(theirs, theirs)
    generator = torch.Generator().manual_seed(0)
    latents = torch.randn(3, 16, 16, 16, generator=generator)
    times = torch.tensor([900.0, 500.0, 100.0])
    pictures = torch.rand(3, 3, 128, 128, generator=generator) * 2 - 1
    inputs = {
        "latent": ops.convert_to_tensor(channels_last(latents).numpy()),
        "context": their_context,
        "pooled_projection": their_pooled,
        "timestep": ops.convert_to_tensor(times[:, None].numpy()),
    }
    decoded = starter.vae.decoder(latents / starter.scale + starter.shift)
    encoded = starter.vae.encode(pictures)
    return {
        "tokens": max(float((torch.from_numpy(ids) - tokens).abs().max()) for ids in theirs.values()),
        "context": off(their_context[:, :TOKENS, : context.shape[-1]], context),
        "pooled": off(their_pooled, pooled),
        "velocity": off(
            backbone.diffuser(inputs, training=False),
            channels_last(starter.model.mmdit(latents, context, pooled, times)),
        ),
        "decoded": off(backbone.decode_step(inputs["latent"]), channels_last(decoded)),
        "encoded": off(
            backbone.vae.encode(channels_last(pictures).contiguous().numpy()), channels_last(encoded)
        ),
    }

"""The presets that the app knows by name, and what is good to know before one is there."""

from dataclasses import dataclass
from pathlib import Path

STABILITY_LICENCE = "Stability AI Community License"
APACHE_LICENCE = "Apache-2.0"

LICENCE_PAGES = {
    STABILITY_LICENCE: "https://stability.ai/license",
    APACHE_LICENCE: "https://www.apache.org/licenses/LICENSE-2.0",
}

# What is no part of the name that people give a model in a file.
_ENDINGS = (".safetensors", ".sft", ".gguf", ".ckpt")

# KerasHub keeps two bytes a parameter.
BYTES_PER_PARAMETER = 2


@dataclass(frozen=True, slots=True)
class SamplerDefaults:
    """What a walk's sampler takes where the walk says nothing. These suit a model of which no more is known.

    Args:
        num_steps: Denoising steps.
        guidance_scale: Weight of guidance; 1 is none.
    """

    num_steps: int = 28
    guidance_scale: float = 7.0


@dataclass(frozen=True, slots=True)
class KnownPreset:
    """A preset known by name.

    Args:
        name: KerasHub's name for it.
        title: What people call it.
        handle: Where it comes from; empty when it ships with the app.
        licence: Name of the licence of its weights.
        parameters: Number of parameters.
        sampler: What suits it.
    """

    name: str
    title: str
    handle: str
    licence: str
    parameters: int
    sampler: SamplerDefaults = SamplerDefaults()

    @property
    def size(self) -> int:
        """About how many bytes its files have."""
        return self.parameters * BYTES_PER_PARAMETER


STARTER = KnownPreset("starter", "Starter", "", APACHE_LICENCE, 21_810_307, SamplerDefaults(16, 2.5))

BUILT_IN = (
    STARTER,
    KnownPreset(
        "stable_diffusion_3_medium",
        "Stable Diffusion 3 Medium",
        "kaggle://keras/stablediffusion3/keras/stable_diffusion_3_medium/5",
        STABILITY_LICENCE,
        2_987_080_931,
    ),
    KnownPreset(
        "stable_diffusion_3.5_medium",
        "Stable Diffusion 3.5 Medium",
        "kaggle://keras/stablediffusion-3.5/keras/stable_diffusion_3.5_medium/1",
        STABILITY_LICENCE,
        3_371_793_763,
        SamplerDefaults(num_steps=40, guidance_scale=4.5),
    ),
    KnownPreset(
        "stable_diffusion_3.5_large",
        "Stable Diffusion 3.5 Large",
        "kaggle://keras/stablediffusion-3.5/keras/stable_diffusion_3.5_large/3",
        STABILITY_LICENCE,
        9_048_410_595,
        SamplerDefaults(guidance_scale=3.5),
    ),
    KnownPreset(
        "stable_diffusion_3.5_large_turbo",
        "Stable Diffusion 3.5 Large Turbo",
        "kaggle://keras/stablediffusion-3.5/keras/stable_diffusion_3.5_large_turbo/3",
        STABILITY_LICENCE,
        9_048_410_595,
        SamplerDefaults(num_steps=4, guidance_scale=1.0),
    ),
)


def known(preset: str) -> KnownPreset | None:
    """The entry of a preset that is named as such or by its handle, in whichever version.

    A folder is never one, whatever it or those around it are called: nobody knows what is in there.

    Args:
        preset: Name, `kaggle://` or `hf://` handle, or folder.
    """
    return next((entry for entry in BUILT_IN if preset == entry.name or _leads_to(preset, entry)), None)


def title(preset: str) -> str:
    """What people call a model: by its name, by its handle, or by the name of its folder or file.

    Args:
        preset: As for `known`.
    """
    entry = known(preset)
    if entry is not None:
        return entry.title
    if "://" in preset:
        return preset
    path = Path(preset)
    return path.stem if path.suffix.lower() in _ENDINGS else path.name or preset


def sampler_defaults(preset: str) -> SamplerDefaults:
    """What a walk's sampler takes where the walk says nothing.

    Args:
        preset: As for `known`.
    """
    entry = known(preset)
    return entry.sampler if entry else SamplerDefaults()


def _leads_to(handle: str, entry: KnownPreset) -> bool:
    if not entry.handle:
        return False
    any_version, _, _ = entry.handle.rpartition("/")
    model, _, version = handle.rpartition("/")
    # On Hugging Face KerasHub's authors have them under their names.
    return handle in (any_version, f"hf://keras/{entry.name}") or (
        model == any_version and version.isdecimal()
    )

"""The kinds of noises: which starting latents each frame of a walk gets. Each has a file of its own."""

from sd3explorer.walk.fields import Document, Fields
from sd3explorer.walk.noises.fixed import Fixed
from sd3explorer.walk.noises.noise import NoisePlan, SeedAnchor
from sd3explorer.walk.noises.orbit import Orbit
from sd3explorer.walk.noises.travel import Travel
from sd3explorer.walk.noises.varying import Varying

__all__ = [
    "NOISES",
    "Fixed",
    "NoisePlan",
    "Orbit",
    "SeedAnchor",
    "Travel",
    "Varying",
    "noise_document",
    "read_noise",
]

# All kinds, in the order in which they are offered; the first is what a file means that names none.
NOISES: tuple[type[NoisePlan], ...] = (Fixed, Varying, Orbit, Travel)


def read_noise(fields: Fields) -> NoisePlan:
    """The noise in the fields of a walk file.

    Raises:
        WalkError: Its kind isn't known, or a field is missing, unknown or impossible.
    """
    kinds = {kind.kind: kind for kind in NOISES}
    noise = kinds[fields.word("kind", list(kinds), NOISES[0].kind)].read(fields)
    fields.finish()
    return noise


def noise_document(noise: NoisePlan) -> Document:
    """The fields of a noise in a walk file; `read_noise` gives the equal noise back."""
    return {"kind": noise.kind} | noise.document()

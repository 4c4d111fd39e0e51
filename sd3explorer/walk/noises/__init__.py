"""The kinds of noises: which starting latents each frame of a walk gets. Each has a file of its own."""

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
]

# All kinds, in the order in which they are offered; see also `read_kind`.
NOISES: tuple[type[NoisePlan], ...] = (Fixed, Varying, Orbit, Travel)

"""The kinds of paths: which text embedding each frame of a walk gets. Each has a file of its own."""

from sd3explorer.walk.paths.blend import Blend, Pin, Place, Weights
from sd3explorer.walk.paths.grid import Grid
from sd3explorer.walk.paths.hold import Hold
from sd3explorer.walk.paths.morph import Keyframe, Morph
from sd3explorer.walk.paths.path import Anchor, Path
from sd3explorer.walk.paths.prompts import EmbeddingPair, Prompts
from sd3explorer.walk.paths.wander import Wander

__all__ = [
    "PATHS",
    "Anchor",
    "Blend",
    "EmbeddingPair",
    "Grid",
    "Hold",
    "Keyframe",
    "Morph",
    "Path",
    "Pin",
    "Place",
    "Prompts",
    "Wander",
    "Weights",
]

# All kinds, in the order in which they are offered; see also `read_kind`.
PATHS: tuple[type[Path], ...] = (Morph, Blend, Grid, Wander, Hold)

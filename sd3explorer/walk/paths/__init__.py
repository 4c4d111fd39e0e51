"""The kinds of paths: which text embedding each frame of a walk gets. Each has a file of its own."""

from sd3explorer.walk.fields import Document, Fields
from sd3explorer.walk.paths.grid import Grid
from sd3explorer.walk.paths.hold import Hold
from sd3explorer.walk.paths.morph import Keyframe, Morph
from sd3explorer.walk.paths.path import Anchor, Path
from sd3explorer.walk.paths.prompts import EmbeddingPair, Prompts
from sd3explorer.walk.paths.wander import Wander

__all__ = [
    "PATHS",
    "Anchor",
    "EmbeddingPair",
    "Grid",
    "Hold",
    "Keyframe",
    "Morph",
    "Path",
    "Prompts",
    "Wander",
    "path_document",
    "read_path",
]

# All kinds, in the order in which they are offered; the first is what a file means that names none.
PATHS: tuple[type[Path], ...] = (Morph, Grid, Wander, Hold)


def read_path(fields: Fields) -> Path:
    """The path in the fields of a walk file.

    Raises:
        WalkError: Its kind isn't known, or a field is missing, unknown or impossible.
    """
    kinds = {kind.kind: kind for kind in PATHS}
    path = kinds[fields.word("kind", list(kinds), PATHS[0].kind)].read(fields)
    fields.finish()
    return path


def path_document(path: Path) -> Document:
    """The fields of a path in a walk file; `read_path` gives the equal path back."""
    return {"kind": path.kind} | path.document()

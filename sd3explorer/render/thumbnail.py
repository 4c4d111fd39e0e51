"""A small picture of a walk, of frames that were rendered before."""

from io import BytesIO

import numpy as np
from PIL import Image as PillowImage

from sd3explorer.render.history import History
from sd3explorer.render.store import FrameStore
from sd3explorer.walk.walk import Walk

# Of so many frames a square is made; of fewer one is shown.
SQUARE = 4


def thumbnail(walk: Walk, store: FrameStore, size: int) -> bytes | None:
    """Some of a walk's frames as one picture.

    Args:
        walk: The walk.
        store: Where frames are, and beside them which walks they are of.
        size: Pixels of its longer side.

    Returns:
        A PNG file, or None where nothing of the walk is there.

    Raises:
        OSError, RenderError: Something is there, and can't be read as things are.
    """
    record = History(store.folder).find(walk)
    found = [store.get(digest) for digest in record.frames] if record else []
    images = [image for image in found if image is not None]
    if not images:
        return None
    if len(images) == SQUARE:
        picture = np.vstack([np.hstack(images[:2]), np.hstack(images[2:])])
    else:
        picture = images[0]
    small = PillowImage.fromarray(picture)
    small.thumbnail((size, size), PillowImage.Resampling.LANCZOS)
    encoded = BytesIO()
    small.save(encoded, format="PNG")
    return encoded.getvalue()

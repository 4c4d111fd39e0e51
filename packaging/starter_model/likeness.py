"""How like the training pictures a picture is: which thing, style and background colour it seems to show.

A picture is compared, by its colours averaged over 8 × 8 squares, with every drawing that the model was
taught, laid on the picture's own background colour. Nothing here is learnt, so nothing can have been learnt
from the same pictures as the model; laying the drawings on the picture's own background keeps the background
from deciding which thing it is; and squares that large forgive what a model may do differently (a few pixels
of place and size, softness, texture). `evaluation.trustworthiness` measures how often it is right about
pictures whose drawing is known: smaller squares, with or without edges, were right less often.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from . import pictures
from .scenes import drawing
from .things import COLOURS, INK, STYLES, THINGS

# Squares a side.
SQUARES = 8
# Pixels at the edge of a picture that show the background.
BORDER = 4


@dataclass(frozen=True, slots=True)
class Seen:
    """What a picture seems to show.

    Args:
        thing: The nearest drawing's.
        style: The nearest drawing's.
        colour: The nearest of the colours to the picture's border.
        distance: To the nearest drawing, as a root mean square of colours in [0, 255].
    """

    thing: str
    style: str
    colour: str
    distance: float


class Likeness:
    """Knows every drawing that the model is taught.

    Args:
        work: Where the emoji were rendered.
    """

    def __init__(self, work: Path) -> None:
        self._names = [(thing, style) for thing in THINGS for style in STYLES]
        drawings = [drawing(work, *name) for name in self._names]
        in_ink = [row for row, (_, style) in enumerate(self._names) if style == INK]
        # What is drawn in ink may be black or white.
        self._names += [self._names[row] for row in in_ink]
        rgba = np.stack(drawings + [pictures.negative(drawings[row]) for row in in_ink])
        # A drawing on a colour is drawing + (1 - opacity) · colour, and so are averages of it.
        self._opacity = squares(rgba[..., 3:].astype(np.float32) / 255, SQUARES)
        self._ink = squares(pictures.on_colour(rgba, np.zeros(3)), SQUARES)

    def look(self, picture: np.ndarray) -> Seen:
        """What a picture, uint8 (side, side, 3), seems to show."""
        background = border_colour(picture)
        candidates = self._ink + (1 - self._opacity) * background
        own = squares(picture[None].astype(np.float32), SQUARES)
        distances = np.square(candidates - own).mean((1, 2, 3))
        best = int(np.argmin(distances))
        thing, style = self._names[best]
        colours = np.array(list(COLOURS.values()), np.float32)
        colour = list(COLOURS)[int(np.argmin(np.square(colours - background).sum(1)))]
        return Seen(thing, style, colour, float(np.sqrt(distances[best])))


def border_colour(picture: np.ndarray) -> np.ndarray:
    """The median colour along a picture's edge, float32 (3,)."""
    inside = np.ones(picture.shape[:2], bool)
    inside[BORDER:-BORDER, BORDER:-BORDER] = False
    return np.median(picture[inside], axis=0).astype(np.float32)


def squares(values: np.ndarray, count: int) -> np.ndarray:
    """Averages over squares: (n, side, side, channels) to (n, count, count, channels)."""
    n, side, _, channels = values.shape
    size = side // count
    return values.reshape(n, count, size, count, size, channels).mean((2, 4))

"""The grid: every mix of four prompts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import cycle, islice

from sd3explorer.walk.error import WalkError
from sd3explorer.walk.fields import Document, Fields
from sd3explorer.walk.limits import MAX_FRAMES
from sd3explorer.walk.paths.path import Path
from sd3explorer.walk.paths.prompts import EmbeddingPair, Prompts
from sd3explorer.walk.recipe import Embedding, slerp_between
from sd3explorer.walk.timing import steps_of

Corners = tuple[Prompts, Prompts, Prompts, Prompts]


@dataclass(frozen=True, slots=True)
class Grid(Path):
    """Every mix of four prompts, as rows and columns.

    Args:
        corners: Top left, top right, bottom left, bottom right.
        rows: Rows, from the top corners to the bottom ones.
        columns: Columns, from the left corners to the right ones.
    """

    corners: Corners
    rows: int = 8
    columns: int = 8

    kind = "grid"
    sets_frame_count = True

    @classmethod
    def read(cls, fields: Fields) -> "Grid":
        """The grid in the fields of a walk file."""
        corners = fields.items("corners")
        if len(corners) != 4:
            name = fields.path("corners")
            raise WalkError(f"{name}: a grid has 4 corners, this one has {len(corners)}")
        grid = cls(
            _corners([Prompts.read(c, f"{fields.path('corners')}[{n}]") for n, c in enumerate(corners)]),
            rows=fields.integer("rows", 1, MAX_FRAMES, 8),
            columns=fields.integer("columns", 1, MAX_FRAMES, 8),
        )
        frames = grid.rows * grid.columns
        if frames > MAX_FRAMES:
            raise WalkError(f"path: rows × columns must be at most {MAX_FRAMES}, not {frames}")
        return grid

    def contents(self) -> Document:
        """Its fields in a walk file."""
        corners = [corner.document() for corner in self.corners]
        return {"corners": corners, "rows": self.rows, "columns": self.columns}

    @classmethod
    def of(cls, prompts: Sequence[Prompts]) -> "Grid":
        """A grid with the first four of these prompts."""
        return cls(_corners(list(islice(cycle(prompts), 4))))

    @property
    def prompts(self) -> tuple[Prompts, ...]:
        """Those of the corners."""
        return self.corners

    def places(self, frames: int) -> Sequence[Fraction]:
        """The frames at the corners; in a grid of one row or column some are the same."""
        last_row = (self.rows - 1) * self.columns
        return [Fraction(place) for place in (0, self.columns - 1, last_row, last_row + self.columns - 1)]

    def embeddings(self, place: int | Fraction, frames: int) -> EmbeddingPair:
        """The embeddings of a place, counted row by row."""
        v = (place // self.columns) / steps_of(self.rows, closed=False)
        u = float(place % self.columns) / steps_of(self.columns, closed=False)
        pairs = [corner.embeddings for corner in self.corners]
        return EmbeddingPair(
            _mix([pair.positive for pair in pairs], u, v), _mix([pair.negative for pair in pairs], u, v)
        )

    def with_prompts(self, change: Callable[[Prompts], Prompts]) -> "Grid":
        """The same grid of other prompts."""
        return replace(self, corners=_corners([change(corner) for corner in self.corners]))

    def frame_count(self, frames: int) -> int:
        """Rows × columns."""
        return self.rows * self.columns

    def row_length(self) -> int:
        """The number of columns."""
        return self.columns


def _corners(prompts: list[Prompts]) -> Corners:
    top_left, top_right, bottom_left, bottom_right = prompts
    return top_left, top_right, bottom_left, bottom_right


def _mix(corners: list[Embedding], u: float, v: float) -> Embedding:
    top_left, top_right, bottom_left, bottom_right = corners
    top: Embedding = slerp_between(top_left, top_right, u)
    bottom: Embedding = slerp_between(bottom_left, bottom_right, u)
    return slerp_between(top, bottom, v)

"""How far pictures are from those that follow: what a search has worked out is not worked out again."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sd3explorer.motion.distance import Gist

Numbers = NDArray[np.int64]

# So many rows are worked out at once, so that no more than a few MB are copied.
ROWS_AT_ONCE = 256


class Neighbours:
    """A table of how far each picture is from itself, the next, the one after that, and so on.

    From one round of a search to the next a few pictures are added, among thousands: only around these
    there is something to work out.
    """

    def __init__(self) -> None:
        self._gists: Sequence[Gist] = ()
        self._table = np.zeros((0, 1))

    def table(self, gists: Sequence[Gist], reach: int) -> NDArray[np.float64]:
        """The distances of pictures.

        Args:
            gists: What they show, in order. Who hands in the same arrays again gets the same distances.
            reach: How many of those that follow are looked at.

        Returns:
            float64 (gists, reach + 1), infinite where none follows.
        """
        table = np.full((len(gists), reach + 1), np.inf)
        table[:, 0] = 0.0
        known: Numbers = self._known(gists, reach)
        rows: Numbers = np.flatnonzero(known >= 0)
        if len(rows):
            table[rows] = self._table[known[rows]]
        missing: Numbers = np.flatnonzero(known < 0)
        for start in range(0, len(missing), ROWS_AT_ONCE):
            _fill(table, gists, missing[start : start + ROWS_AT_ONCE])
        self._gists, self._table = list(gists), table
        return table

    def _known(self, gists: Sequence[Gist], reach: int) -> Numbers:
        """For each picture the row it has in the table so far, or -1 where what follows isn't the same."""
        if self._table.shape[1] != reach + 1:
            return np.full(len(gists), -1)
        before = {id(gist): number for number, gist in enumerate(self._gists)}
        known = np.array([before.get(id(gist), -1) for gist in gists])
        # How many pictures at least come after it that came after it before.
        goes_on: NDArray[np.bool_] = np.append((known[:-1] >= 0) & (known[1:] == known[:-1] + 1), False)
        breaks: Numbers = np.concatenate([[0], np.cumsum(~goes_on)])
        last = np.minimum(np.arange(len(gists)) + reach, len(gists))
        return np.where(breaks[last] == breaks[:-1], known, -1)


def _fill(table: NDArray[np.float64], gists: Sequence[Gist], rows: Numbers) -> None:
    """Works out some rows."""
    reach = table.shape[1] - 1
    # Whatever lies around them, each once.
    is_near = np.zeros(len(gists) + reach, np.bool_)
    for gap in range(reach + 1):
        is_near[rows + gap] = True
    numbers: Numbers = np.flatnonzero(is_near[: len(gists)])
    near = np.stack([gists[int(number)] for number in numbers])
    for gap in range(1, reach + 1):
        begins: Numbers = rows[rows + gap < len(gists)]
        differences = near[np.searchsorted(numbers, begins + gap)] - near[np.searchsorted(numbers, begins)]
        table[begins, gap] = np.linalg.norm(differences, axis=1)

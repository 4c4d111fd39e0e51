"""Where the frames of even walks lie, as it was found, kept beside the frames."""

import contextlib
import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import astuple, replace
from fractions import Fraction
from pathlib import Path

from sd3explorer.motion.finder import SEARCH_VERSION
from sd3explorer.motion.known import by_ways, moved
from sd3explorer.walk.cache_files import is_cached, make_cache_folder, read_cached, replacing_cached
from sd3explorer.walk.error import WalkError
from sd3explorer.walk.fields import Fields
from sd3explorer.walk.limits import MAX_FRAMES
from sd3explorer.walk.model import ModelFacts
from sd3explorer.walk.spots import LONGEST_TEXT, Placement, Spot, spot_in, text_of
from sd3explorer.walk.temporary import clear_left_behind
from sd3explorer.walk.walk import Walk

# In bytes; that of all frames that a walk may have.
LARGEST = 2 * LONGEST_TEXT
HALF = Fraction(1, 2)


class Placements:
    """The places of frames, by what they were found for, and what was seen of each way from stop to stop.

    A file that can't be read or written, or isn't whole, is the same as none: they are found again, from
    frames that are there already.

    Args:
        folder: Of the frame store.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "places"

    def get(self, walk: Walk, facts: ModelFacts) -> Placement | None:
        """What was found for a walk with such a model, or None."""
        try:
            placement = Placement.read(Fields(json.loads(self._read(_name(walk, facts))), ""))
        except (OSError, ValueError, RecursionError, WalkError):
            return None
        # A walk takes only what was found for it.
        return replace(walk, placement=placement).placement

    def put(self, walk: Walk, facts: ModelFacts, placement: Placement, seen: Sequence[Spot] = ()) -> None:
        """Keeps what was found for a walk with such a model.

        Args:
            walk: The walk.
            facts: What to know of its model.
            placement: The places of its frames.
            seen: All spots that were looked at, in order; where nothing was, those of its frames.
        """
        ways = by_ways(seen or placement.spots, walk.trail.ways)
        with contextlib.suppress(OSError):
            make_cache_folder(self._folder)
            clear_left_behind(self._folder)
            self._write(_name(walk, facts), json.dumps(placement.document()))
            for way, spots in enumerate(ways):
                name = _way_name(walk, facts, way)
                if seen or not is_cached(self._folder / name):
                    self._write(name, " ".join(map(text_of, spots)))

    def seen(self, walk: Walk, facts: ModelFacts) -> Iterator[Spot]:
        """The spots that were looked at on ways of a walk, for this walk or others, way by way.

        Their pictures may no longer be there.
        """
        for way in range(walk.trail.ways):
            try:
                texts = self._read(_way_name(walk, facts, way)).split(maxsplit=MAX_FRAMES)
                yield from [moved(spot_in(text), way) for text in texts]
            except (OSError, ValueError):
                continue

    def _read(self, name: str) -> str:
        """A text.

        Raises:
            OSError: There is none.
            ValueError: It is damaged.
        """
        checksum, _, text = read_cached(self._folder / name, LARGEST).decode().partition("\n")
        if checksum != _checksum(text):
            raise ValueError("the file is damaged")
        return text

    def _write(self, name: str, text: str) -> None:
        with replacing_cached(self._folder / name, durable=False) as file:
            file.write(f"{_checksum(text)}\n{text}".encode())


def _name(walk: Walk, facts: ModelFacts) -> str:
    # Whatever a walk leaves to its model is in these.
    *known, loras = astuple(facts)
    return f"{_checksum(json.dumps([SEARCH_VERSION, walk.placement_key(), known, *loras]))}.json"


def _way_name(walk: Walk, facts: ModelFacts, way: int) -> str:
    # Whatever lies on a way follows from these; at worst, pictures of it are missing.
    digests = [walk.recipe_at(way + share, facts).digest for share in (Fraction(0), HALF, Fraction(1))]
    return f"way-{_checksum(' '.join(digests))}.txt"


def _checksum(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()

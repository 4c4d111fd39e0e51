"""Where the frames of even walks lie, as it was found, kept beside the frames."""

import contextlib
import hashlib
import json
from dataclasses import astuple, replace
from pathlib import Path

from sd3explorer.motion.finder import SEARCH_VERSION
from sd3explorer.walk.cache_files import make_cache_folder, read_cached, replacing_cached
from sd3explorer.walk.error import WalkError
from sd3explorer.walk.fields import Fields
from sd3explorer.walk.model import ModelFacts
from sd3explorer.walk.spots import LONGEST_TEXT, Placement
from sd3explorer.walk.temporary import clear_left_behind
from sd3explorer.walk.walk import Walk

# In bytes; that of all frames that a walk may have.
LARGEST = 2 * LONGEST_TEXT


class Placements:
    """The places of frames, by what they were found for.

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
            data = read_cached(self._file(walk, facts), LARGEST)
            checksum, _, text = data.decode().partition("\n")
            if checksum != _checksum(text):
                return None
            placement = Placement.read(Fields(json.loads(text), ""))
        except (OSError, ValueError, RecursionError, WalkError):
            return None
        # A walk takes only what was found for it.
        return replace(walk, placement=placement).placement

    def put(self, walk: Walk, facts: ModelFacts, placement: Placement) -> None:
        """Keeps what was found for a walk with such a model."""
        text = json.dumps(placement.document())
        with contextlib.suppress(OSError):
            make_cache_folder(self._folder)
            clear_left_behind(self._folder)
            with replacing_cached(self._file(walk, facts), durable=False) as file:
                file.write(f"{_checksum(text)}\n{text}".encode())

    def _file(self, walk: Walk, facts: ModelFacts) -> Path:
        # Whatever a walk leaves to its model is in these.
        *known, loras = astuple(facts)
        about = [SEARCH_VERSION, walk.placement_key(), known, *loras]
        return self._folder / f"{_checksum(json.dumps(about))}.json"


def _checksum(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()

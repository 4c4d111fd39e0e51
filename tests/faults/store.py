"""Frames of the store, damaged as disks, other programs and bad luck do it."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import numpy as np

from sd3explorer.render.messages import RenderError
from sd3explorer.render.store import FrameStore
from tests.faults.campaign import Campaign, Fault, Kind, Trial, check_sentence
from tests.faults.damage import check_outside, damaged, lay_outside

FRAMES = 6


@contextmanager
def prepare(folder: Path) -> Iterator[Trial]:
    """One frame of several is damaged: it must not be shown, and the others must be there."""
    random_pictures = np.random.default_rng(0)
    digests = [f"{number:02x}".ljust(64, "0") for number in range(FRAMES)]
    pictures = {digest: random_pictures.integers(0, 256, (16, 16, 3), dtype=np.uint8) for digest in digests}
    place = folder / "frames"
    outside = folder / "outside"
    outside.mkdir()

    def trial(random: Random) -> None:
        shutil.rmtree(place, ignore_errors=True)
        store = FrameStore(place)
        for digest, picture in pictures.items():
            store.put(digest, picture)
        lay_outside(outside)
        hit = random.choice(digests)
        file = place / hit[:2] / f"{hit}.png"
        others = [place / digest[:2] / f"{digest}.png" for digest in digests if digest != hit]
        with damaged(file, others, outside, random):
            for digest in random.sample(digests, FRAMES):
                _check(store, digest, pictures[digest], may_be_gone=digest == hit)
            try:
                store.put(hit, pictures[hit])
                _check(store, hit, pictures[hit], may_be_gone=False)
            except RenderError as error:
                check_sentence(error)
            store.usage()
        check_outside(outside)
        if list(place.rglob(".*")):
            raise Fault(Kind.LEFT, "a temporary file")

    yield trial


def _check(store: FrameStore, digest: str, picture: np.ndarray, may_be_gone: bool) -> None:
    try:
        found = store.get(digest)
    except RenderError as error:
        check_sentence(error)
        if not may_be_gone:
            raise Fault(Kind.LOST, str(error)) from error
        return
    if found is None and not may_be_gone:
        raise Fault(Kind.LOST, "a sound frame is not found")
    if found is not None and not np.array_equal(found, picture):
        raise Fault(Kind.WRONG, "another picture is taken for the frame")


CAMPAIGN = Campaign(
    "store", "frames flipped, cut, swapped, replaced by other things", prepare, 1_000, short=60
)

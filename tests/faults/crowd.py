"""Several processes on one frame store, which has room for half of what they want."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import numpy as np

from sd3explorer.render.messages import Image
from sd3explorer.render.store import FrameStore
from tests.faults.campaign import Campaign, Fault, Kind, Trial
from tests.faults.forked import Forked

DIGESTS = [f"{number % 5:02x}{number:02x}".ljust(64, "0") for number in range(40)]
TURNS = 120
WRONG = 3


def _picture(digest: str) -> Image:
    return np.random.default_rng(int(digest[:4], 16)).integers(0, 256, (16, 16, 3), dtype=np.uint8)


@contextmanager
def prepare(folder: Path) -> Iterator[Trial]:
    """Two or eight read, write and make room at once; now and then one of them is killed."""

    def trial(random: Random) -> None:
        place = folder / str(random.getrandbits(64))
        seeds = [random.getrandbits(32) for _ in range(random.choice((2, 8)))]
        crowd = [
            Forked(lambda seed=seed: _work(place, Random(seed)), folder / f"output {seed}") for seed in seeds
        ]
        killed = crowd[0] if random.random() < 0.5 else None
        if killed is not None:
            killed.kill_after(random.random() / 10)
        for each in crowd:
            status = each.wait(60)
            text = each.output.read_text()
            each.output.unlink()
            if status is None:
                each.kill()
                raise Fault(Kind.HANG, text)
            if status == WRONG:
                raise Fault(Kind.WRONG, "another picture is taken for a frame")
            if status != 0 and each is not killed:
                raise Fault(Kind.TRACEBACK, text)
        store = FrameStore(place)
        for digest in DIGESTS:
            found = store.get(digest)
            if found is not None and not np.array_equal(found, _picture(digest)):
                raise Fault(Kind.WRONG, "another picture is taken for a frame")
        store.usage()
        if list(place.rglob(".*")):
            raise Fault(Kind.LEFT, "a temporary file")

    yield trial


def _work(place: Path, random: Random) -> None:
    store = FrameStore(place, limit=20 * 1_000)
    for _ in range(TURNS):
        digest = random.choice(DIGESTS)
        if random.random() < 0.5:
            store.put(digest, _picture(digest))
        else:
            found = store.get(digest)
            if found is not None and not np.array_equal(found, _picture(digest)):
                os._exit(WRONG)


CAMPAIGN = Campaign("crowd", "two and eight processes on one store", prepare, 100, seconds=120)

"""Frames of the store, damaged as disks, other programs and bad luck do it."""

import os
import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random

import numpy as np

from sd3explorer.render.messages import RenderError
from sd3explorer.render.store import FrameStore
from tests.faults.campaign import Campaign, Fault, Kind, Trial, check_sentence
from tests.faults.mutation import mutated_bytes

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
        (outside / "thesis.png").write_bytes(b"of somebody")
        hit = random.choice(digests)
        file = place / hit[:2] / f"{hit}.png"
        others = [place / digest[:2] / f"{digest}.png" for digest in digests if digest != hit]
        with _damaged(file, others, outside, random):
            for digest in random.sample(digests, FRAMES):
                _check(store, digest, pictures[digest], may_be_gone=digest == hit)
            try:
                store.put(hit, pictures[hit])
                _check(store, hit, pictures[hit], may_be_gone=False)
            except RenderError as error:
                check_sentence(error)
            store.usage()
        if sorted(path.name for path in outside.iterdir()) != ["thesis.png"]:
            raise Fault(Kind.LOST, "something outside of the store was touched")
        if (outside / "thesis.png").read_bytes() != b"of somebody":
            raise Fault(Kind.LOST, "somebody's file was written to")
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


@contextmanager
def _damaged(file: Path, others: list[Path], outside: Path, random: Random) -> Iterator[None]:
    content = file.read_bytes()
    listening = None
    match random.randrange(11):
        case 0 | 1 | 2:
            file.write_bytes(mutated_bytes(content, random, [random.choice(others).read_bytes()]))
        case 3:
            os.truncate(file, random.randrange(len(content)))
        case 4:
            shutil.copyfile(random.choice(others), file)
        case 5:
            file.unlink()
            file.mkdir()
            (file / "inside").touch()
        case 6:
            file.unlink()
            file.symlink_to(random.choice((outside / "thesis.png", outside, file, random.choice(others))))
        case 7:
            file.unlink()
            os.mkfifo(file)
        case 8:
            file.unlink()
            listening = socket.socket(socket.AF_UNIX)
            # Their names are shorter than our files'.
            here = Path.cwd()
            os.chdir(file.parent)
            try:
                listening.bind("s")
            finally:
                os.chdir(here)
            (file.parent / "s").rename(file)
        case 9:
            shutil.rmtree(file.parent)
            file.parent.symlink_to(random.choice((outside, random.choice(others).parent)))
        case _:
            shutil.rmtree(file.parent)
            file.parent.write_bytes(b"a file")
    try:
        yield
    finally:
        if listening is not None:
            with suppress(OSError):
                listening.close()


CAMPAIGN = Campaign(
    "store", "frames flipped, cut, swapped, replaced by other things", prepare, 1_000, short=60
)

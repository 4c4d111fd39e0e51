"""Pictures and videos that carry a walk, changed by bytes."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from random import Random

from sd3explorer.export import (
    FORMATS,
    Clip,
    ExportError,
    carries_walk,
    exchange_walk,
    export,
    playback,
    read_walk,
)
from sd3explorer.export.thumbnail import thumbnail
from sd3explorer.walk.error import WalkError
from sd3explorer.walk.paths import Keyframe, Morph
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk
from tests.export.conftest import smooth_frame
from tests.faults.campaign import Campaign, Fault, Kind, Trial, check_sentence
from tests.faults.mutation import mutated_bytes
from tests.faults.walk_files import check

WALK = Walk(title="A dog", path=Morph((Keyframe("a dog"), Keyframe("a cat"))), timing=Timing(2))


@contextmanager
def prepare(folder: Path) -> Iterator[Trial]:
    """A file of each format, changed anywhere or where the walk is."""
    clip = Clip(
        frames=[smooth_frame(index, 16, 16) for index in range(2)],
        playback_order=range(2),
        frame_rate=12.5,
        rounds=0,
        columns=2,
        walk=replace(WALK),
    )
    written = {}
    for suffix in (suffix for choice in FORMATS for suffix in choice.suffixes):
        file = folder / f"walk{suffix}"
        export(clip, file)
        written[suffix] = file.read_bytes()

    def trial(random: Random) -> None:
        suffix = random.choice(list(written))
        file = folder / f"changed{suffix}"
        # Now and then with the content of another format.
        content = written[suffix if random.random() < 0.9 else random.choice(list(written))]
        file.write_bytes(mutated_bytes(content, random, list(written.values())))
        _show(file)
        _exchange(file, clip, folder / f"exchanged{suffix}")
        try:
            carries_walk(file)
            walk = read_walk(file)
        except WalkError as error:
            check_sentence(error)
            return
        check(walk.dump().encode())

    yield trial


def _show(file: Path) -> None:
    """As the window does with what it holds ready, which a disk may have damaged meanwhile."""
    for show in (lambda: list(playback(file)), lambda: thumbnail(file, 64)):
        try:
            show()
        except ExportError as error:
            check_sentence(error)


def _exchange(file: Path, clip: Clip, target: Path) -> None:
    """As for a walk whose title alone has changed."""
    target.unlink(missing_ok=True)
    try:
        is_done = exchange_walk(file, replace(clip, walk=replace(WALK, title="Another")), target)
    except ExportError as error:
        check_sentence(error)
        return
    if is_done != target.exists():
        raise Fault(Kind.LOST, "a file that was exchanged isn't there, or one that wasn't is")


CAMPAIGN = Campaign(
    "exports", "pictures and videos with a walk changed by bytes", prepare, 100_000, short=300
)

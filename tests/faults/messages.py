"""What a process of ours says, changed by bytes, and messages that would run something."""

import io
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random

import numpy as np

from sd3explorer.processes.message import read_message, write_message
from sd3explorer.render.messages import Compiled, Denoising, Failed, Notice, Phase, Rendered, Status
from sd3explorer.render.worker import Answer, Done, GivenUp
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.walk import Walk
from tests.faults.campaign import Campaign, Fault, Kind, Trial
from tests.faults.mutation import mutated_bytes
from tests.faults.walk_files import FACTS

MOST_READ = 50


class _Run:
    """Pickled, it runs a command."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[object, tuple[str, ...]]:
        return os.system, (f"touch '{self.mark}'",)


@contextmanager
def prepare(folder: Path) -> Iterator[Trial]:
    """Streams of messages, in whose bytes others are mixed."""
    recipe = Walk(sampler=Sampler(num_steps=2)).recipe(5, FACTS)
    picture = np.arange(192, dtype=np.uint8).reshape(8, 8, 3)
    contents = (
        Rendered(recipe, picture),
        Failed(recipe, "a reason"),
        Denoising((recipe,), (picture,)),
        Status(Phase.COMPILING),
        Notice("memory ran out"),
        Compiled(4, True),
        Done(),
        GivenUp("a reason"),
    )
    mark = folder / "ran"
    written = [_written(Answer(1, content)) for content in contents]
    hostile = _written(_Run(mark))

    def trial(random: Random) -> None:
        chosen = random.choices(written, k=3)
        data = mutated_bytes(b"".join(chosen), random, [*written, hostile])
        if random.random() < 0.1:
            place = random.randrange(len(data) + 1)
            data = data[:place] + hostile + data[place:]
        pipe = io.BytesIO(data)
        with suppress(EOFError):
            for _ in range(MOST_READ):
                if _written(read_message(pipe)) not in written:
                    raise Fault(Kind.WRONG, "a changed message is taken for one")
        if mark.exists():
            mark.unlink()
            raise Fault(Kind.WRONG, "what a message named was run")

    yield trial


def _written(value: object) -> bytes:
    pipe = io.BytesIO()
    write_message(pipe, value)
    return pipe.getvalue()


CAMPAIGN = Campaign("messages", "messages between processes changed by bytes", prepare, 100_000, short=1_500)

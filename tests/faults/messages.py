"""What a process of ours says, changed by bytes and by values, and pickles that would run something."""

import io
import os
import pickle
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from random import Random

import msgpack
import numpy as np

from sd3explorer.processes.message import HEAD, MARK, VERSION, message, read_message, write_message
from sd3explorer.render.messages import (
    Compiled,
    Denoising,
    Event,
    Failed,
    Notice,
    Phase,
    Rendered,
    RenderError,
    Status,
)
from sd3explorer.render.squeezing import squeezed
from sd3explorer.render.wire import KINDS, Answer, Asked, Content, Done, Drawn, GivenUp, received, sent
from sd3explorer.walk.recipe import Recipe
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.walk import Walk
from tests.faults.campaign import Campaign, Fault, Kind, Trial
from tests.faults.mutation import mutated_bytes
from tests.faults.walk_files import FACTS

MOST_READ = 50
# What may stand where something else should.
OTHERS = (
    None,
    True,
    -1,
    2**63,
    0.5,
    "",
    "Drawn",
    "Recipe",
    "x" * 9,
    b"",
    b"\xff" * 9,
    [],
    [0],
    ["Done"],
    [3, "|u1", [8], 0],
)


class _Run:
    """Pickled, it runs a command."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[object, tuple[str, ...]]:
        return os.system, (f"touch '{self.mark}'",)


@contextmanager
def prepare(folder: Path) -> Iterator[Trial]:
    """Streams of messages, in whose bytes others are mixed."""
    recipe = replace(Walk(sampler=Sampler(num_steps=2)).recipe(5, FACTS), image_size=(8, 8))
    picture = np.arange(192, dtype=np.uint8).reshape(8, 8, 3)
    events = (
        Rendered(recipe, picture),
        Failed(recipe, "a reason"),
        Denoising((recipe,), (np.zeros((1, 1, 3), np.uint8),)),
        Status(Phase.COMPILING),
        Notice("memory ran out"),
        Compiled(4, True),
    )
    contents: tuple[Content, ...] = (
        *map(sent, events),
        Drawn(recipe.digest, squeezed(picture)),
        Done(),
        GivenUp("a reason"),
    )
    mark = folder / "ran"
    written = [_written(Answer(1, content)) for content in contents]
    hostile = pickle.dumps(_Run(mark))

    def trial(random: Random) -> None:
        chosen = random.choices(written, k=3)
        data = mutated_bytes(b"".join(chosen), random, [*written, hostile])
        if random.random() < 0.1:
            place = random.randrange(len(data) + 1)
            data = data[:place] + hostile + data[place:]
        pipe = io.BytesIO(data)
        with suppress(EOFError):
            for _ in range(MOST_READ):
                if _written(read_message(pipe, KINDS)) not in written:
                    raise Fault(Kind.WRONG, "a changed message is taken for one")
        _take(_framed(mutated_bytes(random.choice(written)[HEAD.size :], random, [hostile])), recipe)
        _take(_framed(_changed(random.choice(written)[HEAD.size :], random)), recipe)
        if mark.exists():
            mark.unlink()
            raise Fault(Kind.WRONG, "what a message named was run")

    yield trial


def _take(data: bytes, recipe: Recipe) -> None:
    """Reads what has a checksum, as of a worker that lies, and makes sure that it can do no harm."""
    try:
        answer = read_message(io.BytesIO(data), KINDS)
    except EOFError:
        return
    asked = Asked()
    asked.add([recipe])
    if not isinstance(answer, Answer) or isinstance(answer.content, Done | GivenUp):
        return
    with suppress(RenderError):
        event = received(answer.content, asked)
        if isinstance(event, Rendered) and event.image.shape != (*recipe.image_size, 3):
            raise Fault(Kind.WRONG, "a frame of another shape is taken for one")
        if not isinstance(event, Event | None):
            raise Fault(Kind.WRONG, "what is no event is taken for one")


def _changed(body: bytes, random: Random) -> bytes:
    """A message with another value somewhere in its head."""
    end = 4 + int.from_bytes(body[:4])
    sizes, tree = msgpack.unpackb(body[4:end])
    place = tree
    while isinstance(place[-1], list) and random.random() < 0.8:
        place = place[-1]
    place[random.randrange(len(place))] = random.choice(OTHERS)
    head: bytes = msgpack.packb([sizes, tree])
    return len(head).to_bytes(4) + head + body[end:]


def _framed(body: bytes) -> bytes:
    return HEAD.pack(MARK, VERSION, len(body), zlib.crc32(body)) + body


def _written(value: object) -> bytes:
    pipe = io.BytesIO()
    write_message(pipe, message(value, KINDS))
    return pipe.getvalue()


CAMPAIGN = Campaign("messages", "messages between processes changed by bytes", prepare, 100_000, short=1_500)

"""Walk files that somebody, or a disk, has changed."""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any

from sd3explorer.examples import example_names, example_path
from sd3explorer.walk.error import WalkError
from sd3explorer.walk.model import ModelFacts
from sd3explorer.walk.recipe import shares
from sd3explorer.walk.walk import Walk
from tests.faults.campaign import Campaign, Fault, Kind, Trial, check_sentence
from tests.faults.mutation import mutated_bytes, mutated_document, text_of
from tests.walk.test_file_refusals import HEAD, VARIANTS

FACTS = ModelFacts(
    fingerprint=hashlib.sha256(b"a model").hexdigest(),
    image_size=(128, 128),
    num_steps=28,
    guidance_scale=7.0,
)


def documents() -> list[Any]:
    """Walks of every kind."""
    examples = [json.loads(example_path(name).read_text()) for name in example_names()]
    return [*examples, *VARIANTS, BLEND, KEPT]


BLEND: Any = {
    "format": "sd3explorer-walk",
    "version": 2,
    "path": {
        "kind": "blend",
        "pins": [
            {"prompt": "dog", "place": [0, 0]},
            {"prompt": "cat", "place": [1, 0.5], "seed": 4},
            {"prompt": "fox", "place": [0.2, 1]},
        ],
        "keyframes": [
            {"weights": [1, 0, 0]},
            {"weights": [0.2, 0.3, 0.5], "span": 2},
            {"weights": [0, 0, 1]},
        ],
    },
    "timing": {"frames": 16, "motion": "even", "bridges": True},
}
KEPT: Any = VARIANTS[0] | {
    "model": {"preset": "starter", "loras": [{"file": "/loras/a.safetensors", "strength": 0.5}]},
    "versions": [{"name": "before", "path": VARIANTS[2]["path"], "timing": {"frames": 8}}],
    "stars": ["0123456789abcdef"],
}


@contextmanager
def prepare(folder: Path) -> Iterator[Trial]:
    """Some are changed by their grammar, some by bytes, and some both ways."""
    known = documents()
    written = [json.dumps(document).encode() for document in known]
    for data in written:
        Walk.parse(data)

    def trial(random: Random) -> None:
        data = random.choice(written)
        if random.random() < 0.8:
            document = mutated_document(random.choice(known), random, known)
            # What is no walk at all teaches little.
            document |= {key: HEAD[key] for key in HEAD if random.random() < 0.95}
            data = text_of(document, random)
        if random.random() < 0.2:
            data = mutated_bytes(data, random, written)
        check(data)

    yield trial


def check(data: bytes) -> None:
    """A walk file is refused in a sentence, or is a walk that can be rendered and written."""
    try:
        walk = Walk.parse(data)
    except WalkError as error:
        check_sentence(error)
        return
    count = walk.frame_count
    for index in {0, count // 2, count - 1}:
        try:
            recipe = walk.recipe(index, FACTS)
        except WalkError as error:
            check_sentence(error)
            continue
        _ = recipe.digest, recipe.course, shares(recipe.embedding)
    try:
        again = Walk.parse(walk.dump().encode())
    except (WalkError, UnicodeError) as error:
        raise Fault(Kind.LOST, f"what it writes can't be read: {error}") from error
    # A grid's number of frames is that of its cells, whatever the file's timing says.
    if again.dump() != walk.dump() or again.frame_count != count:
        raise Fault(Kind.WRONG, "it isn't what it was when it is written and read")


CAMPAIGN = Campaign(
    "walks", "walk files changed by their grammar and by bytes", prepare, 100_000, short=1_500
)

"""Stars: marks on what frames show, which stay where they are while frames come and go around them."""

import re
from dataclasses import replace

from sd3explorer.walk.error import WalkError
from sd3explorer.walk.fields import Fields, shown
from sd3explorer.walk.recipe import Recipe, with_steps

MAX_STARS = 1_000

_STAR = re.compile("[0-9a-f]{16}")
# Any number that all recipes can have.
_STEPS = 1_000


def star_of(recipe: Recipe) -> str:
    """What a star on a frame is pinned to: the start of a digest of all that its picture shows.

    That is its prompts, its noise, its guidance and its size. More steps, another precision or another
    machine make it better or worse, but no other picture, so these count for nothing. Nor does its number.
    """
    return replace(with_steps(recipe, _STEPS), model="").digest[:16]


def read_stars(fields: Fields) -> tuple[str, ...]:
    """The stars in the fields of a walk.

    Raises:
        WalkError: There are too many, or one is none.
    """
    if not fields.has("stars"):
        return ()
    items = fields.items("stars")
    if len(items) > MAX_STARS:
        raise WalkError(f"stars: a walk has at most {MAX_STARS:,} stars, not {len(items):,}")
    stars: dict[str, None] = {}
    for number, item in enumerate(items):
        if not isinstance(item, str) or not _STAR.fullmatch(item):
            raise WalkError(f"stars[{number}]: must be 16 hexadecimal digits in quotes, not {shown(item)}")
        stars[item] = None
    return tuple(stars)

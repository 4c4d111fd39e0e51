"""Pictures of the words that a model was taught."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from sd3explorer.resources import resource

# Pixels of a picture's sides, and how many are in a row: see `word_pictures`.
SIDE, COLUMNS = 48, 24


def word_pictures(words: Sequence[str]) -> Path:
    """Where pictures of words ship with the app, if they do: a tile for each, row by row, in their order.

    The file is named after the words, as every model that was taught them draws about the same.

    Args:
        words: As for `Vocabulary`.
    """
    digest = sha256("\n".join(words).encode()).hexdigest()
    return resource("words", f"{digest[:16]}.webp")

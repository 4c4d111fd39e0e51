"""How much of a prompt T5 reads: its SentencePiece model, which ships with the app, without Keras."""

import re
from bisect import bisect_right
from functools import cache, lru_cache
from typing import Any

from sd3explorer.presets.shipped import shipped
from sd3explorer.presets.tokens import Vocabulary

# As Stability's and diffusers' programs have it; the token of the end is one of them.
T5_TOKENS = 256
# Filling up texts to that, and ending them.
PAD, END = 0, 1

KEPT_WORDS = 4096
_WORD = re.compile(r"\S+")


class Pieces:
    """The tokenizer of T5."""

    def __init__(self) -> None:
        # Imported only where a model has a T5.
        from sentencepiece import SentencePieceProcessor

        self._processor: Any = SentencePieceProcessor(model_proto=shipped("t5", "spiece.model"))

    def __len__(self) -> int:
        return self._processor.vocab_size()

    def ids(self, prompt: str) -> list[int]:
        """The `T5_TOKENS` token ids of a prompt."""
        found = [*self._processor.encode(prompt, out_type=int)[: T5_TOKENS - 1], END]
        return found + [PAD] * (T5_TOKENS - len(found))

    def count(self, text: str) -> int:
        """How many tokens a text is, without that of the end."""
        return len(self._processor.encode(text, out_type=int))


@cache
def family_pieces() -> Pieces:
    """The one of Stable Diffusion 3.

    Raises:
        PresetError: Its file, which ships with the app, is damaged.
    """
    return Pieces()


class SentencePieces(Vocabulary):
    """What a T5 can read.

    Args:
        pieces: Its tokenizer.
    """

    def __init__(self, pieces: Pieces) -> None:
        super().__init__({}, T5_TOKENS)
        self._pieces = pieces
        self._count = lru_cache(KEPT_WORDS)(pieces.count)

    def measure(self, prompt: str) -> tuple[int, int | None]:
        """See `Vocabulary`."""
        count, cut = 1, None
        # No piece reaches over a space.
        for word in _WORD.finditer(prompt):
            number = self._count(word.group())
            left = self.max_tokens - count
            if cut is None and number > left:
                cut = word.start() + self._read(word.group(), left)
            count += number
        return count, cut

    def _read(self, word: str, tokens: int) -> int:
        """How many characters of a word so many tokens reach over."""
        return bisect_right(range(1, len(word) + 1), tokens, key=lambda end: self._pieces.count(word[:end]))

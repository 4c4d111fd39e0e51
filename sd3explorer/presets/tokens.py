"""How much of a prompt a model reads: the byte-pair encoding of its CLIP, in plain Python, without Keras."""

import heapq
import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

START, END = "<|startoftext|>", "<|endoftext|>"
END_OF_WORD = "</w>"

# Words come again and again; a long text without spaces only does with another letter in it.
KEPT_CHUNKS, LONGEST_KEPT = 4096, 64

# Unicode's White_Space. Python's own \s has four separators more.
_CHUNK = re.compile(r"[^\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
_SPECIAL = re.compile(f"({re.escape(START)}|{re.escape(END)})")
# Longer ones are nobody's words.
_LETTERS = re.compile(r"(?<![^\W\d_])[^\W\d_]{3,24}(?![^\W\d_])")
_CONTRACTION = re.compile("'(?:s|t|re|ve|m|ll|d)")


class Vocabulary:
    """What a model's text encoder can read.

    Args:
        merges: Rank of each pair of symbols that the byte-pair encoding joins; low ranks first.
        max_tokens: How many tokens the encoder reads, those of start and end included.
        words: What the model knows best, where that is known.
    """

    def __init__(
        self, merges: Mapping[tuple[str, str], int], max_tokens: int, words: tuple[str, ...] = ()
    ) -> None:
        self.max_tokens = max_tokens
        self.words = words
        self._merges = merges
        self._kept_starts = lru_cache(KEPT_CHUNKS)(self._token_starts)

    def count(self, prompt: str) -> int:
        """Number of tokens of a prompt, those of start and end included."""
        return self.measure(prompt)[0]

    def cut(self, prompt: str) -> int | None:
        """Index of the first character that isn't read any more, or None where all is read."""
        return self.measure(prompt)[1]

    def measure(self, prompt: str) -> tuple[int, int | None]:
        """What `count` and `cut` return, in one go."""
        count, cut = 2, None
        for chunk in _CHUNK.finditer(prompt):
            starts = self._starts(chunk.group())
            left = self.max_tokens - count
            if cut is None and len(starts) > left:
                cut = chunk.start() + starts[left]
            count += len(starts)
        return count, cut

    def unknown(self, prompt: str) -> list[tuple[int, int]]:
        """Where words are that the model wasn't taught, as start and end; none where `words` isn't known.

        What was taught is mostly a token of its own, as tokens are made of what is frequent there.
        """
        if not self.words:
            return []
        found = [word.span() for word in _LETTERS.finditer(prompt)]
        return [(start, end) for start, end in found if len(self._starts(prompt[start:end])) > 1]

    def _starts(self, chunk: str) -> tuple[int, ...]:
        return self._kept_starts(chunk) if len(chunk) <= LONGEST_KEPT else self._token_starts(chunk)

    def _token_starts(self, chunk: str) -> tuple[int, ...]:
        """For each token of a text without spaces, the index of the character it starts in."""
        starts: list[int] = []
        begin = 0
        for part in _SPECIAL.split(chunk):
            starts += [begin] if part in (START, END) else self._part_starts(part, begin)
            begin += len(part)
        return tuple(starts)

    def _part_starts(self, part: str, begin: int) -> Iterator[int]:
        text, origins = _normalized(part)
        for start, end in _words(text):
            indices = [i for i in range(start, end) for _ in text[i].encode("utf-8", "surrogatepass")]
            symbols = [BYTE_SYMBOLS[byte] for byte in text[start:end].encode("utf-8", "surrogatepass")]
            for offset in _merged(symbols, self._merges):
                yield begin + origins[indices[offset]]


def _normalized(part: str) -> tuple[str, list[int]]:
    """The composed text in lower case, and for each of its characters where that comes from."""
    if part.isascii():
        return part.lower(), list(range(len(part)))
    text: list[str] = []
    origins: list[int] = []
    for start, end in _clusters(part):
        # Letter by letter: a whole word's lower() knows of final sigmas, the tokenizer doesn't.
        lower = [c for c in unicodedata.normalize("NFC", part[start:end]) for c in c.lower()]
        text += lower
        origins += [start] * len(lower)
    return "".join(text), origins


def _clusters(part: str) -> Iterator[tuple[int, int]]:
    """Bounds of what may be composed: a character with the marks that follow it, a Hangul syllable."""
    start = 0
    for index in range(1, len(part)):
        if not (unicodedata.category(part[index]).startswith("M") or "\u1160" <= part[index] <= "\u11ff"):
            yield start, index
            start = index
    yield start, len(part)


def _words(text: str) -> Iterator[tuple[int, int]]:
    """Bounds of the words of a text without spaces, as CLIP splits it."""
    start = 0
    while start < len(text):
        contraction = _CONTRACTION.match(text, start)
        if contraction:
            end = contraction.end()
        elif _kind(text[start]) == "N":
            end = start + 1
        else:
            kind, end = _kind(text[start]), start + 1
            while end < len(text) and _kind(text[end]) == kind:
                end += 1
        yield start, end
        start = end


def _kind(character: str) -> str:
    kind = unicodedata.category(character)[0]
    return kind if kind in "LN" else ""


def _merged(symbols: list[str], merges: Mapping[tuple[str, str], int]) -> list[int]:
    """Joins the symbols of a word, lowest rank first, then from the left.

    Returns:
        Where in `symbols` each of the tokens starts.
    """
    count = len(symbols)
    symbols = [*symbols[:-1], symbols[-1] + END_OF_WORD]
    before = list(range(-1, count - 1))
    after = list(range(1, count + 1))
    queue: list[tuple[int, int, str, str]] = []

    def consider(left: int, right: int) -> None:
        if left >= 0 and right < count:
            rank = merges.get((symbols[left], symbols[right]))
            if rank is not None:
                heapq.heappush(queue, (rank, left, symbols[left], symbols[right]))

    for left in range(count - 1):
        consider(left, left + 1)
    while queue:
        _, left, first, second = heapq.heappop(queue)
        right = after[left]
        if right >= count or symbols[left] != first or symbols[right] != second:
            continue
        symbols[left], symbols[right] = first + second, ""
        after[left] = after[right]
        if after[left] < count:
            before[after[left]] = left
        consider(before[left], left)
        consider(left, after[left])
    return [start for start, symbol in enumerate(symbols) if symbol]


def _byte_symbols() -> list[str]:
    """The printable character that stands for each byte, as in GPT-2."""
    printable = {*range(ord("!"), ord("~") + 1), *range(ord("¡"), ord("¬") + 1), *range(ord("®"), 256)}
    others = iter(range(256, 512))
    return [chr(byte if byte in printable else next(others)) for byte in range(256)]


BYTE_SYMBOLS = _byte_symbols()

"""How much of a prompt a preset reads: the byte-pair encoding of its CLIP, in plain Python, without Keras."""

import heapq
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from sd3explorer.presets.files import ASSETS, read_bytes
from sd3explorer.presets.folder import CONFIG, PREPROCESSOR, PresetError, PresetFolder
from sd3explorer.walk.files import reason

ENCODER = "clip_l"
ENCODERS = (ENCODER, "clip_g")
START, END = "<|startoftext|>", "<|endoftext|>"
END_OF_WORD = "</w>"
VOCABULARY, MERGES, WORDS = "vocabulary.json", "merges.txt", "words.txt"
# How the first line of merges begins, which is none of them.
VERSION = "#version:"

# Words come again and again; a long text without spaces only does with another letter in it.
KEPT_CHUNKS, LONGEST_KEPT = 4096, 64

# Unicode's White_Space. Python's own \s has four separators more.
_CHUNK = re.compile(r"[^\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
_SPECIAL = re.compile(f"({re.escape(START)}|{re.escape(END)})")
_CONTRACTION = re.compile("'(?:s|t|re|ve|m|ll|d)")


class Vocabulary:
    """What a preset's text encoder can read.

    Args:
        merges: Rank of each pair of symbols that the byte-pair encoding joins; low ranks first.
        max_tokens: How many tokens the encoder reads, those of start and end included.
        words: What the preset knows best, where it says so.
    """

    def __init__(
        self, merges: Mapping[tuple[str, str], int], max_tokens: int, words: tuple[str, ...] = ()
    ) -> None:
        self.max_tokens = max_tokens
        self.words = words
        self._merges = merges
        self._kept_starts = lru_cache(KEPT_CHUNKS)(self._token_starts)

    @staticmethod
    def read(folder: PresetFolder) -> "Vocabulary | None":
        """Reads the tokenizer of a preset.

        Returns:
            None where it can't be told what is read: a file is missing or damaged, or the preset
            has a T5, which reads on where CLIP ends.
        """
        try:
            return _read(folder.folder)
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None

    def count(self, prompt: str) -> int:
        """Number of tokens of a prompt, those of start and end included."""
        return self.measure(prompt)[0]

    def cut(self, prompt: str) -> int | None:
        """Index of the first character that isn't read any more, or None where all is read."""
        return self.measure(prompt)[1]

    def measure(self, prompt: str) -> tuple[int, int | None]:
        """What `count` and `cut` tell, in one go."""
        count, cut = 2, None
        for chunk in _CHUNK.finditer(prompt):
            starts = self._starts(chunk.group())
            left = self.max_tokens - count
            if cut is None and len(starts) > left:
                cut = chunk.start() + starts[left]
            count += len(starts)
        return count, cut

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
            symbols = [_BYTES[byte] for byte in text[start:end].encode("utf-8", "surrogatepass")]
            for offset in _merged(symbols, self._merges):
                yield begin + origins[indices[offset]]


def check_tokenizers(folder: Path, config: dict[str, Any]) -> None:
    """Refuses a preset whose texts could not be read, and names the file that is damaged.

    Args:
        folder: The preset's folder.
        config: The part "config" of its configuration.

    Raises:
        PresetError: A tokenizer of CLIP is missing or damaged, or gives what the model can't read.
        KeyError, TypeError: A field is missing.
    """
    preprocessor = _json(folder / PREPROCESSOR)["config"]
    lengths = {preprocessor[f"{name}_preprocessor"]["config"]["sequence_length"] for name in ENCODERS}
    longest = min(config[name]["config"]["max_sequence_length"] for name in ENCODERS)
    if len(lengths) > 1 or max(lengths) > longest:
        raise PresetError(
            f"the tokenizers in {folder} make more tokens than its {CONFIG} allows, or not all as many; "
            "fetch or copy the preset again"
        )
    for name in ENCODERS:
        _check_tokenizer(_assets(folder, preprocessor, name), config[name]["config"]["vocabulary_size"])


def _check_tokenizer(assets: Path, words: int) -> None:
    file = assets / VOCABULARY
    try:
        vocabulary = _json(file)
        sound = _is_vocabulary(vocabulary, words)
        if sound:
            file = assets / MERGES
            sound = _are_merges(_text(file), vocabulary)
    except FileNotFoundError as error:
        raise PresetError(f"{file} is missing; fetch or copy the preset again") from error
    except OSError as error:
        raise PresetError(f"{file} can't be read: {reason(error)}; fetch or copy the preset again") from error
    except (ValueError, RecursionError):
        sound = False
    if not sound:
        raise PresetError(f"{file} is damaged; fetch or copy the preset again")


def _is_vocabulary(content: Any, words: int) -> bool:
    return (
        isinstance(content, dict)
        and {START, END} <= content.keys()
        and all(type(number) is int and 0 <= number < words for number in content.values())
    )


def _are_merges(text: str, vocabulary: dict[str, int]) -> bool:
    lines = text.removesuffix("\n").split("\n")
    pairs = [line.rstrip().split(" ") for line in lines if VERSION not in line]
    return all(len(pair) == 2 and vocabulary.keys() >= set(pair) for pair in pairs)


def _read(folder: Path) -> Vocabulary | None:
    config = _json(folder / PREPROCESSOR)["config"]
    if config.get("t5_preprocessor"):
        return None
    encoder = config[f"{ENCODER}_preprocessor"]["config"]
    assets = _assets(folder, config, ENCODER)
    known = _json(assets / VOCABULARY)
    lines = _text(assets / MERGES).split("\n")
    pairs = [tuple(line.split(" ")) for line in lines if line and VERSION not in line]
    merges = {(a, b): rank for rank, (a, b) in enumerate(pairs) if a + b in known}
    return Vocabulary(merges, int(encoder["sequence_length"]), _read_words(folder / WORDS))


def _assets(folder: Path, config: dict[str, Any], encoder: str) -> Path:
    # KerasHub names a tokenizer's folder after its configuration's file.
    tokenizer = config[f"{encoder}_preprocessor"]["config"]["tokenizer"]["config"]
    return folder / ASSETS / tokenizer["config_file"].removesuffix(".json")


def _read_words(file: Path) -> tuple[str, ...]:
    if not file.is_file():
        return ()
    return tuple(line.strip() for line in _text(file).splitlines() if line.strip())


def _json(file: Path) -> Any:
    return json.loads(_text(file))


def _text(file: Path) -> str:
    return read_bytes(file).decode().replace("\r\n", "\n")


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


_BYTES = _byte_symbols()

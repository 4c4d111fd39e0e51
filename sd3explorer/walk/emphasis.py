"""Emphasis: brackets that say how much words of a prompt count, as the field writes them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

# What a bracket makes of the weight of what is in it.
ROUND, SQUARE = 1.1, 1 / 1.1

# How much words may count. Beyond it there is nothing to see.
LEAST, MOST = -10.0, 10.0

# Where a weight isn't 1: the first character, the one behind the last, and the weight.
Stretch: TypeAlias = tuple[int, int, float]

_ESCAPED = re.compile(r"\\[()\[\]\\]")
_WEIGHT = re.compile(r":\s*([+-]?(?:\d{1,4}(?:\.\d{0,12})?|\.\d{1,12}))\s*\Z", re.ASCII)
# The beginning of a tag such as <lora:name:0.8>, which is none of the words.
_IN_TAG = re.compile(r"<[^<>]*\Z")
_SPECIAL = re.compile(r"[()\[\]\\]")

OPENED_BY = {")": "(", "]": "["}
# In characters, with the colon and some spaces.
LONGEST_WEIGHT = 24


@dataclass(frozen=True, slots=True)
class Emphasised:
    """A text without the marks of emphasis.

    Args:
        text: What a model reads.
        stretches: Where it counts for more or less than 1, in order.
        origins: For each character of `text` where it is in the text with marks.
    """

    text: str
    stretches: tuple[Stretch, ...]
    origins: tuple[int, ...]


def read_emphasis(prompt: str) -> Emphasised:
    """What a prompt says and which of its words count for more, or less.

    `(word)` counts for 1.1, `(word:1.3)` for 1.3 and `[word]` for 1/1.1; inside each other they multiply.
    A backslash takes a bracket, or a backslash, for itself. A bracket that nothing answers to is text.

    Args:
        prompt: What somebody typed.
    """
    if not _SPECIAL.search(prompt):
        return Emphasised(prompt, (), tuple(range(len(prompt))))
    characters, origins = _unescaped(prompt)
    brackets = _brackets(characters)
    marks = {place for bracket in brackets for place in bracket.marks}
    weights = _weights(len(characters), brackets)
    kept = [place for place in range(len(characters)) if place not in marks]
    return Emphasised(
        "".join(characters[place][-1] for place in kept),
        _stretches([weights[place] for place in kept]),
        tuple(origins[place] for place in kept),
    )


def escaped(text: str) -> str:
    """The prompt that says a text as it is, brackets and all."""
    return _SPECIAL.sub(lambda special: f"\\{special.group()}", text)


def marked(text: str, stretches: Sequence[Stretch]) -> str:
    """The prompt that says a text with emphasis; `read_emphasis` gives both back."""
    parts: list[str] = []
    place = 0
    for start, end, weight in stretches:
        parts += [escaped(text[place:start]), f"({escaped(text[start:end])}:{weight:.6g})"]
        place = end
    return "".join([*parts, escaped(text[place:])])


def reweighted(prompt: str, start: int, end: int, change: float) -> tuple[str, int, int]:
    """The prompt in which a stretch counts for more, or less.

    Args:
        prompt: What somebody typed.
        start: The first character of the stretch.
        end: The one behind its last; the same one is the word there.
        change: How much more.

    Returns:
        The prompt, and where the stretch is in it.
    """
    around = _bracket_around(prompt, start, end)
    if around is None:
        start, end = _word_at(prompt, start) if start == end else _trimmed(prompt, start, end)
        first, last, weight = start, end, 1.0
    else:
        (start, end), (first, last), weight = around
    words = prompt[start:end]
    if not words or _IN_TAG.search(prompt[:start]):
        return prompt, start, end
    weight = min(max(round(weight + change, 3), LEAST), MOST)
    before, behind = ("", "") if weight == 1.0 else ("(", f":{weight:g})")
    start = first + len(before)
    return f"{prompt[:first]}{before}{words}{behind}{prompt[last:]}", start, start + len(words)


def _bracket_around(
    prompt: str, start: int, end: int
) -> tuple[tuple[int, int], tuple[int, int], float] | None:
    """The innermost round bracket that a caret is in, or that encloses just what is selected.

    Returns:
        Where its words are, where it is with its marks, and its weight.
    """
    characters, origins = _unescaped(prompt)
    for bracket in _brackets(characters):
        first, last = origins[bracket.opening], origins[bracket.closing] + 1
        words = first + 1, origins[bracket.end]
        inside = first <= start <= last if start == end else _trimmed(prompt, start, end) == words
        if inside and characters[bracket.opening] == "(":
            return words, (first, last), bracket.weight
    return None


def _word_at(prompt: str, place: int) -> tuple[int, int]:
    start, end = place, place
    while start > 0 and (prompt[start - 1].isalnum() or prompt[start - 1] in "'-"):
        start -= 1
    while end < len(prompt) and (prompt[end].isalnum() or prompt[end] in "'-"):
        end += 1
    return start, end


def _trimmed(prompt: str, start: int, end: int) -> tuple[int, int]:
    words = prompt[start:end]
    start += len(words) - len(words.lstrip())
    return start, start + len(words.strip())


def _unescaped(prompt: str) -> tuple[list[str], list[int]]:
    """Its characters, those that a backslash takes for themselves still with it, and where each is."""
    characters: list[str] = []
    origins: list[int] = []
    place = 0
    while place < len(prompt):
        found = _ESCAPED.match(prompt, place)
        characters.append(found.group() if found else prompt[place])
        origins.append(place)
        place += len(characters[-1])
    return characters, origins


@dataclass(frozen=True, slots=True)
class _Bracket:
    opening: int
    closing: int
    weight: float
    # How it ends: with a weight, or just with the bracket.
    end: int

    @property
    def marks(self) -> tuple[int, ...]:
        return self.opening, *range(self.end, self.closing + 1)


def _brackets(characters: list[str]) -> list[_Bracket]:
    """Those that answer to each other."""
    brackets: list[_Bracket] = []
    opened: list[int] = []
    for place, character in enumerate(characters):
        if character in OPENED_BY.values():
            opened.append(place)
        elif opened and characters[opened[-1]] == OPENED_BY.get(character):
            brackets.append(_bracket(characters, opened.pop(), place))
    return brackets


def _bracket(characters: list[str], opening: int, closing: int) -> _Bracket:
    if characters[opening] == "[":
        return _Bracket(opening, closing, SQUARE, closing)
    tail = characters[max(opening + 1, closing - LONGEST_WEIGHT) : closing]
    # An escaped character is none of a weight's, and two characters long.
    found = _WEIGHT.search("".join(each if len(each) == 1 else "x" for each in tail))
    if found is None:
        return _Bracket(opening, closing, ROUND, closing)
    return _Bracket(opening, closing, float(found.group(1)), closing - len(found.group()))


def _weights(count: int, brackets: list[_Bracket]) -> list[float]:
    """What each of some characters counts for."""
    begins = {bracket.opening: bracket.weight for bracket in brackets}
    ends = {bracket.closing for bracket in brackets}
    weights: list[float] = []
    around = [1.0]
    for place in range(count):
        if place in begins:
            around.append(min(max(around[-1] * begins[place], LEAST), MOST))
        weights.append(around[-1])
        if place in ends:
            around.pop()
    return weights


def _stretches(weights: list[float]) -> tuple[Stretch, ...]:
    stretches: list[Stretch] = []
    for place, weight in enumerate(weights):
        weight = round(weight, 6)
        if stretches and stretches[-1][1:] == (place, weight):
            stretches[-1] = (stretches[-1][0], place + 1, weight)
        elif weight != 1.0:
            stretches.append((place, place + 1, weight))
    return tuple(stretches)

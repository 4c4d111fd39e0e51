"""Wildcards in texts: `{red|blue} dog`, and `__colour__` for a line of colour.txt; drawn by a seed."""

import random
import re
from collections.abc import Sequence
from dataclasses import InitVar, dataclass, field
from itertools import accumulate
from pathlib import Path as FilePath

from sd3explorer.walk.error import WalkError
from sd3explorer.walk.files import reading, reason
from sd3explorer.walk.limits import MAX_TEXT
from sd3explorer.walk.lists.lines import COMMENT, LINE_END
from sd3explorer.walk.printable import shortened

SUFFIX = ".txt"

MAX_BYTES = 4_000_000
MAX_DEPTH = 20
# Of all prompts: files may name each other again and again.
MAX_DRAWS = 20_000

_FILE = re.compile(r"__([^\s_{}|](?:[^\s{}|]*?[^\s_{}|])?)__")
_NAME = re.compile(r"[\w-]+(?:/[\w-]+)*")
_WEIGHT = re.compile(r"\s*(\d{1,9}(?:\.\d{1,9})?)::")


class MissingFileError(WalkError):
    """The file of a wildcard isn't there, or nobody said where such files are."""


@dataclass(frozen=True, slots=True)
class Options:
    """What one is drawn of.

    Args:
        texts: One or more.
        until: For each how likely it or one before it is, in any unit.
    """

    texts: tuple[str, ...]
    until: tuple[float, ...]

    @classmethod
    def of(cls, texts: Sequence[str]) -> "Options":
        """Those in texts, of which `3::a` is three times as likely as `b`.

        Raises:
            WalkError: None is likely at all.
        """
        weighted = [_weighted(text) for text in texts]
        until = tuple(accumulate(weight for _, weight in weighted))
        if not until[-1]:
            raise WalkError("all choices of a wildcard have the weight 0: give one another")
        return cls(tuple(text for text, _ in weighted), until)


@dataclass(slots=True)
class Folder:
    """Where the files of wildcards are.

    Args:
        place: The folder; None where nobody named one.
    """

    place: FilePath | None = None
    _known: dict[str, Options] = field(default_factory=dict[str, Options])

    def lines(self, name: str) -> Options:
        """The lines of NAME.txt, without empty ones and those that begin with #.

        Raises:
            MissingFileError: It isn't there.
            WalkError: It can't be read, or has no lines.
        """
        if name not in self._known:
            self._known[name] = Options.of(self._read(name))
        return self._known[name]

    def _read(self, name: str) -> list[str]:
        if not _NAME.fullmatch(name):
            raise WalkError(
                f"__{shortened(name)}__: names of files have letters, digits, _, - and / in them; rename it"
            )
        if self.place is None:
            raise MissingFileError(
                f"__{name}__ stands for a line of {name}{SUFFIX}: name the folder that it is in"
            )
        file = self.place / f"{name}{SUFFIX}"
        try:
            with reading(file) as opened:
                data = opened.read(MAX_BYTES + 1)
        except FileNotFoundError as error:
            raise MissingFileError(f"{file} isn't there, so nothing can be drawn for __{name}__") from error
        except OSError as error:
            raise WalkError(f"{file}: can't be read: {reason(error)}") from error
        if len(data) > MAX_BYTES:
            raise WalkError(f"{file}: is larger than {MAX_BYTES // 1_000_000} MB: leave lines out")
        return _lines(data, file)


@dataclass(slots=True)
class Drawing:
    """Draws the wildcards of one text after the other.

    `{a|b}` is a or b, which may have wildcards in them; `{3::a|b}` is a three times as often as b. `__name__`
    is a line of NAME.txt.

    Args:
        seed: The same seed draws the same, from the same files.
        folder: Where the files of wildcards are.
    """

    seed: InitVar[int]
    folder: Folder
    _random: random.Random = field(init=False)
    _draws: int = 0

    def __post_init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def drawn(self, text: str, name: str) -> str:
        """A text with its wildcards drawn: it is plain text then.

        Args:
            text: The text.
            name: What it is, for messages.

        Raises:
            MissingFileError: A file isn't there.
            WalkError: A wildcard is impossible. Both messages begin with the name.
        """
        try:
            drawn = self._text(text, 0)
        except WalkError as error:
            raise type(error)(f"{name}: {error}") from error
        if len(drawn) > MAX_TEXT:
            raise WalkError(
                f"{name}: has {len(drawn):,} characters once drawn, {MAX_TEXT:,} at most: shorten it"
            )
        return drawn

    def _text(self, text: str, depth: int) -> str:
        if depth > MAX_DEPTH:
            raise WalkError("its wildcards lie in each other too deeply, or lead in a circle: take one out")
        if not is_wild(text):
            return text
        return _FILE.sub(lambda found: self._line(found[1], depth), self._choices(text, depth))

    def _choices(self, text: str, depth: int) -> str:
        """The text with its outermost braces drawn; those without a choice in them stay."""
        parts: list[str] = []
        end = 0
        while (start := text.find("{", end)) >= 0:
            parts.append(text[end:start])
            options, end = _options(text, start)
            if len(options) > 1:
                parts.append(self._text(self._one(Options.of(options)), depth + 1))
            else:
                parts += ["{", self._text(options[0], depth + 1), "}"]
        return "".join([*parts, text[end:]])

    def _line(self, name: str, depth: int) -> str:
        return self._text(self._one(self.folder.lines(name)), depth + 1)

    def _one(self, options: Options) -> str:
        self._draws += 1
        if self._draws > MAX_DRAWS:
            raise WalkError(f"there are more than {MAX_DRAWS:,} wildcards to draw: take some out")
        [text] = self._random.choices(options.texts, cum_weights=options.until)
        return text


def is_wild(text: str) -> bool:
    """Whether there is something to draw in a text."""
    return _has_choice(text) or (text.count("__") > 1 and _FILE.search(text) is not None)


def _has_choice(text: str) -> bool:
    if "{" not in text or "|" not in text:
        return False
    depth = 0
    for character in text:
        if character == "|" and depth:
            return True
        depth += (character == "{") - (character == "}" and depth > 0)
    return False


def _options(text: str, start: int) -> tuple[list[str], int]:
    """What stands between the bars of the braces that begin at a place, and where they end."""
    options: list[str] = []
    depth, begin = 0, start + 1
    for place in range(start, len(text)):
        character = text[place]
        depth += (character == "{") - (character == "}")
        if depth == 0 or (depth == 1 and character == "|"):
            options.append(text[begin:place])
            begin = place + 1
        if depth == 0:
            if "$$" in options[0]:
                raise WalkError(
                    f'"{shortened(text[start : place + 1])}" would draw several at once ($$), which is not '
                    "possible here: write a choice for each"
                )
            return options, place + 1
    raise WalkError(f'"{shortened(text[start:])}" has a {{ without its }}: close it, or take it out')


def _weighted(option: str) -> tuple[str, float]:
    weight = _WEIGHT.match(option)
    return (option[weight.end() :], float(weight[1])) if weight else (option, 1.0)


def _lines(data: bytes, file: FilePath) -> list[str]:
    try:
        lines = [line.strip() for line in LINE_END.split(data.decode("utf-8-sig"))]
    except UnicodeDecodeError as error:
        raise WalkError(f"{file}: is not text in UTF-8: save it as such") from error
    lines = [line for line in lines if line and not line.startswith(COMMENT)]
    if not lines:
        raise WalkError(f"{file}: has no lines to draw from: write one thing per line")
    if any(len(line) > MAX_TEXT for line in lines):
        raise WalkError(f"{file}: has a line of more than {MAX_TEXT:,} characters: shorten it")
    return lines

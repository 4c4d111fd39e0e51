"""Reading the fields of a JSON object strictly: every refusal names the field and what is allowed."""

import math
from collections.abc import Sequence
from enum import StrEnum
from typing import Any, TypeVar, cast

from sd3explorer.walk.error import WalkError
from sd3explorer.walk.limits import MAX_SEED, MAX_TEXT
from sd3explorer.walk.printable import shortened

# JavaScript, and tools that are made with it, read whole numbers up to this one without changing them.
MAX_SAFE_INTEGER = 2**53 - 1

DEFAULT_SEED = 42

Choice = TypeVar("Choice", bound=StrEnum)
Document = dict[str, Any]


class Fields:
    """The fields of one JSON object; take each once, then call `finish`.

    Args:
        value: What stands where an object should be.
        name: Path of the object in the document, as in `path.keyframes[1]`.

    Raises:
        WalkError: `value` is no object.
    """

    def __init__(self, value: object, name: str) -> None:
        if not isinstance(value, dict):
            raise WalkError(f"{name or 'the walk'}: must be an object in braces, not {shown(value)}")
        self._values = dict(cast(dict[str, object], value))
        self._name = name
        self._known: dict[str, None] = {}

    def path(self, key: str) -> str:
        """The path of a field in the document."""
        return f"{self._name}.{key}" if self._name else key

    def has(self, key: str) -> bool:
        """Whether the field is there and not taken yet."""
        self._known[key] = None
        return key in self._values

    def take(self, key: str) -> object:
        """The field as it is.

        Raises:
            WalkError: It is missing.
        """
        if not self.has(key):
            raise WalkError(f"{self.path(key)}: is missing")
        return self._values.pop(key)

    def put(self, key: str, value: object) -> None:
        """Sets a field, to be taken."""
        self._values[key] = value

    def part(self, key: str) -> "Fields":
        """The fields of an object in this one; of an empty object where it is missing."""
        return Fields(self.take(key) if self.has(key) else {}, self.path(key))

    def text(self, key: str, default: str | None = None, longest: int = MAX_TEXT) -> str:
        """A text field; without a default it is required."""
        if default is not None and not self.has(key):
            return default
        return text(self.take(key), self.path(key), longest)

    def integer(self, key: str, low: int, high: int, default: int | None = None) -> int:
        """A whole number in [low, high]; without a default it is required."""
        if default is not None and not self.has(key):
            return default
        return integer(self.take(key), self.path(key), low, high)

    def number(self, key: str, low: float, high: float, default: float | None = None) -> float:
        """A number in [low, high]; without a default it is required."""
        if default is not None and not self.has(key):
            return default
        return number(self.take(key), self.path(key), low, high)

    def seed(self, key: str) -> int:
        """A seed; the default one where the field is missing."""
        return seed(self.take(key), self.path(key)) if self.has(key) else DEFAULT_SEED

    def flag(self, key: str, default: bool) -> bool:
        """A true or false."""
        value = self.take(key) if self.has(key) else default
        if not isinstance(value, bool):
            raise WalkError(f"{self.path(key)}: must be true or false, not {shown(value)}")
        return value

    def choice(self, key: str, choices: type[Choice], default: Choice) -> Choice:
        """One of the values of an enumeration."""
        return choices(self.word(key, [choice.value for choice in choices], default.value))

    def word(self, key: str, words: Sequence[str], default: str | None = None) -> str:
        """One of some words; without a default it is required."""
        value = default if default is not None and not self.has(key) else self.take(key)
        if not isinstance(value, str) or value not in words:
            allowed = ", ".join(words)
            raise WalkError(f"{self.path(key)}: must be one of {allowed}, not {shown(value)}")
        return value

    def items(self, key: str) -> list[object]:
        """A list, of anything."""
        value = self.take(key)
        if not isinstance(value, list):
            raise WalkError(f"{self.path(key)}: must be a list in brackets, not {shown(value)}")
        return cast(list[object], value)

    def rest(self) -> dict[str, object]:
        """All fields that are left, where any name may stand."""
        rest, self._values = self._values, {}
        return rest

    def finish(self) -> None:
        """Refuses what nobody took.

        Raises:
            WalkError: A field is left; the message names those that somebody asked for.
        """
        for key in self._values:
            known = ", ".join(self._known)
            raise WalkError(f"{self.path(shortened(key))}: is not a field here; there are {known}")


def text(value: object, name: str, longest: int = MAX_TEXT) -> str:
    """A text that can be written to a file.

    Raises:
        WalkError: It is something else, or no valid Unicode, or too long.
    """
    if not isinstance(value, str):
        raise WalkError(f"{name}: must be a text in quotes, not {shown(value)}")
    if len(value) > longest:
        raise WalkError(f"{name}: must have at most {longest:,} characters, not {len(value):,}")
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise WalkError(f"{name}: holds half of a character (a lone surrogate); type it again") from error
    return value


def integer(value: object, name: str, low: int, high: int) -> int:
    """A whole number in [low, high].

    Raises:
        WalkError: It is something else, or out of bounds.
    """
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise WalkError(f"{name}: must be a whole number from {low} to {high}, not {shown(value)}")
    return value


def seed(value: object, name: str) -> int:
    """A seed: a whole number, or its digits as a text, as `seed_field` writes the large ones.

    Raises:
        WalkError: It is something else, or out of bounds.
    """
    if isinstance(value, str) and value.isascii() and value.isdecimal() and len(value) <= len(str(MAX_SEED)):
        value = int(value)
    return integer(value, name, 0, MAX_SEED)


def seed_field(value: int) -> int | str:
    """How a seed stands in a walk file: as its digits where other programs would change the number."""
    return value if value <= MAX_SAFE_INTEGER else str(value)


def number(value: object, name: str, low: float, high: float) -> float:
    """A number in [low, high].

    Raises:
        WalkError: It is something else, or out of bounds.
    """
    allowed = f"must be a number from {low:g} to {high:g}"
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise WalkError(f"{name}: {allowed}, not {shown(value)}")
    if not (low <= value <= high and math.isfinite(value)):
        raise WalkError(f"{name}: {allowed}, not {shown(value)}")
    return float(value)


def shown(value: object) -> str:
    """What a message says of a value that isn't what it should be."""
    match value:
        case dict():
            return "an object"
        case list():
            return "a list"
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case str():
            return f'"{shortened(value)}"'
        case int() if abs(value) >= 10**20:
            return "a number of more than 20 digits"
        case _:
            return str(value)

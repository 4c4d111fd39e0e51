"""The frame of a walk file: `NAME.sd3walk`, versioned JSON that a person can read and a script can write.

The parts of a walk read and write their own fields.
"""

import json
import re
from collections.abc import Callable, Mapping
from itertools import islice
from pathlib import Path
from typing import cast

from sd3explorer.walk.emphasis import escaped
from sd3explorer.walk.error import WalkError
from sd3explorer.walk.fields import Document, Fields
from sd3explorer.walk.files import reading, reason, replacing
from sd3explorer.walk.printable import printable, shortened

FORMAT = "sd3explorer-walk"
VERSION = 2
SUFFIX = ".sd3walk"

MAX_FILE_BYTES = 16_000_000
# Texts, commas and opening brackets: far more than a walk has, as each takes far more memory than its text.
MAX_TOKENS = 250_000

# The fields of a path that hold prompts, or lists of them.
_PROMPTS = ("prompt", "negative_prompt", "corners")
# In objects and lists: what is deeper is none of a walk's.
DEEPEST_PROMPT = 8

# A text that has no end is one as well, so that its end isn't looked for again from its middle.
_TOKEN = re.compile(rb'"[^"\\]*+(?:\\.?[^"\\]*+)*+"?|[,\[{]', re.DOTALL)


def read(file: Path) -> bytes:
    """What is in a walk file.

    Raises:
        WalkError: It can't be read.
    """
    try:
        with reading(file) as opened:
            return opened.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        raise WalkError(f"{file}: can't be read: {reason(error)}") from error


def write(text: str, file: Path) -> None:
    """Writes a walk file, whole or not at all.

    Raises:
        WalkError: It can't be written, or would be too large to be read again.
    """
    try:
        data = encoded(text)
    except WalkError as error:
        raise WalkError(f"{file}: can't be written: {error}") from error
    if len(data) > MAX_FILE_BYTES:
        raise WalkError(
            f"{file}: can't be written: a walk file has {MAX_FILE_BYTES // 1_000_000} MB at most; "
            "shorten its prompts, or remove versions"
        )
    if is_too_large(data):
        raise WalkError(f"{file}: can't be written: it has too many values to be read again; remove versions")
    try:
        with replacing(file) as temporary:
            temporary.write_bytes(data)
    except OSError as error:
        raise WalkError(f"{file}: can't be written: {reason(error)}") from error


def encoded(text: str) -> bytes:
    """The bytes of a walk file.

    Raises:
        WalkError: It has the path of a file or folder whose name is no text.
    """
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        line = text[: error.start].rpartition("\n")[2] + text[error.start :].partition("\n")[0]
        found = printable(line.strip().rstrip(","))
        raise WalkError(f"{found} has bytes that are no text; rename that file or folder") from error


def is_too_large(data: bytes, max_tokens: int = MAX_TOKENS) -> bool:
    """Whether the bytes of a walk file, or the values in them, are more than is read."""
    return len(data) > MAX_FILE_BYTES or bool(next(islice(_TOKEN.finditer(data), max_tokens, None), None))


# Of nothing else is a file whose room was reserved and never written.
_BLANK = b"\0 \t\r\n"


def parse(data: bytes, max_tokens: int = MAX_TOKENS) -> object:
    """The JSON document in the bytes of a walk file.

    Args:
        data: The bytes.
        max_tokens: How many texts, commas and opening brackets it may have.

    Raises:
        WalkError: They are no JSON, or far more than a walk has.
    """
    if len(data) > MAX_FILE_BYTES:
        raise WalkError(f"is larger than {MAX_FILE_BYTES // 1_000_000} MB, so it can't be a walk file")
    if not data.strip(_BLANK):
        raise WalkError("is empty, as after a full disk or an interrupted copy")
    if is_too_large(data, max_tokens):
        raise WalkError("is not JSON that a walk could be made of: too deep, or with too many values")
    try:
        document = json.loads(
            data.decode("utf-8-sig"), parse_constant=_refuse_constant, object_pairs_hook=_unique
        )
    except UnicodeDecodeError as error:
        raise WalkError("is not text, so it can't be a walk file") from error
    except json.JSONDecodeError as error:
        raise WalkError(
            f"isn't complete JSON (line {error.lineno}, column {error.colno}: {error.msg})"
        ) from error
    except (RecursionError, ValueError) as error:
        raise WalkError("is not JSON that a walk could be made of: too deep, or a number too long") from error
    return document


def dump(parts: Document) -> str:
    """The text of a walk file.

    Args:
        parts: The fields of the walk.
    """
    document = {"format": FORMAT, "version": VERSION} | parts
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"


def fields_of(document: object) -> Fields:
    """The fields of a walk in a JSON document, as the newest version has them.

    Raises:
        WalkError: It is no walk file, or of a version that this app doesn't know.
    """
    fields = Fields(document, "")
    if fields.take("format") != FORMAT:
        raise WalkError(f'is not a walk file: its "format" must be "{FORMAT}"')
    version = fields.integer("version", 1, 2**31)
    if version > VERSION:
        raise WalkError(
            f"is a walk of version {version}, but this app knows versions up to {VERSION}: update sd3explorer"
        )
    for older in range(version, VERSION):
        fields = MIGRATIONS[older](fields)
    return fields


def _with_brackets_escaped(fields: Fields) -> Fields:
    """Version 1 knew no emphasis: its brackets are text."""
    if fields.has("path"):
        fields.put("path", _escaped(fields.take("path")))
    return fields


def _escaped(value: object, is_prompt: bool = False, depth: int = DEEPEST_PROMPT) -> object:
    match value:
        case str() if is_prompt:
            return escaped(value)
        case dict() if depth:
            parts = cast(dict[str, object], value)
            return {key: _escaped(part, key in _PROMPTS, depth - 1) for key, part in parts.items()}
        case list() if depth:
            return [_escaped(part, is_prompt, depth - 1) for part in cast(list[object], value)]
        case _:
            return value


# For each older version, what turns its fields into the next version's.
MIGRATIONS: Mapping[int, Callable[[Fields], Fields]] = {1: _with_brackets_escaped}


def _refuse_constant(name: str) -> None:
    raise WalkError(f"holds {name}, which is not a number that a walk could use")


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    document = dict(pairs)
    if len(document) < len(pairs):
        seen: set[str] = set()
        double = next(key for key, _ in pairs if key in seen or seen.add(key))
        raise WalkError(f'holds the field "{shortened(double)}" twice in one object')
    return document

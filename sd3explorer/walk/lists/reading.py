"""Recognises in which way a list of prompts is written, and reads it."""

import codecs
import re
from pathlib import Path
from typing import cast

from sd3explorer.walk import file as walk_file
from sd3explorer.walk.error import WalkError
from sd3explorer.walk.fields import shown
from sd3explorer.walk.files import reading, reason
from sd3explorer.walk.lists.deforum import is_settings, read_prompts, read_settings, read_texts
from sd3explorer.walk.lists.lines import read_lines
from sd3explorer.walk.lists.parseq import is_parseq, read_parseq
from sd3explorer.walk.lists.prompt_list import PromptList, check_count
from sd3explorer.walk.lists.table import is_table, read_table

SUFFIXES = (".txt", ".csv", ".tsv", ".json")

MAX_BYTES = walk_file.MAX_FILE_BYTES
# What Parseq renders has a hundred values for each frame.
MAX_TOKENS = 1_000_000

# A prompt may begin with braces or brackets as well: {red|blue} dog, [photo] of a dog.
_JSON = re.compile(r"""\s*(?:\{\s*(?:["'}]|\d+\s*:\s*["'])|\[\s*["{\]])""")


def is_list(file: Path) -> bool:
    """Whether a file's name is one of lists of prompts."""
    return file.suffix.lower() in SUFFIXES


def read_file(file: Path, frames: int) -> PromptList:
    """The prompts in a file.

    Args:
        file: The file.
        frames: As for `read`.

    Raises:
        WalkError: It can't be read, or is no list of prompts.
    """
    try:
        with reading(file) as opened:
            data = opened.read(MAX_BYTES + 1)
    except OSError as error:
        raise WalkError(f"{file}: can't be read: {reason(error)}") from error
    try:
        text = _decoded(data)
        # Whatever it begins with: a damaged one is no list of lines.
        return _read_json(text, frames) if file.suffix.lower() == ".json" else read(text, frames)
    except WalkError as error:
        raise WalkError(f"{file}: {error}") from error


def read(text: str, frames: int) -> PromptList:
    """The prompts in a text: one a line, a table, or JSON of Deforum or Parseq, whatever it is.

    Args:
        text: The text.
        frames: Number of frames where the list doesn't say it, for formulas that stand in for frame numbers.

    Raises:
        WalkError: There are none, or too many, or the text is damaged; the message says where.
    """
    if len(text) > MAX_BYTES:
        raise _too_large()
    text = text.removeprefix("\ufeff")
    if _JSON.match(text):
        return _read_json(text, frames)
    table = text.lstrip("\r\n")
    return read_table(table) if is_table(table) else read_lines(text)


def _read_json(text: str, frames: int) -> PromptList:
    try:
        document = walk_file.parse(text.encode(errors="replace"), MAX_TOKENS)
    except WalkError as error:
        raise WalkError(f"the list {error}; correct that, or write one prompt per line") from error
    if isinstance(document, list):
        return read_texts(cast(list[object], document), "the list")
    if not isinstance(document, dict):
        raise WalkError(f"the list must be an object in braces, not {shown(document)}")
    fields = cast(dict[str, object], document)
    if fields.get("format") == walk_file.FORMAT:
        raise WalkError(
            f"this is a walk, not a list of prompts: save it as a {walk_file.SUFFIX} file, and open that"
        )
    if is_parseq(fields):
        return read_parseq(fields)
    if is_settings(fields):
        return read_settings(fields, frames)
    check_count(len(fields))
    return read_prompts(fields, frames)


def _decoded(data: bytes) -> str:
    if len(data) > MAX_BYTES:
        raise _too_large()
    # As spreadsheets save "Unicode text".
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise WalkError("the list is not text in UTF-8: save it as such") from error
    if "\0" in text:
        raise WalkError("the list is not text: it holds zeros; save it as a text in UTF-8")
    return text


def _too_large() -> WalkError:
    return WalkError(f"the list is larger than {MAX_BYTES // 1_000_000} MB: leave something out")

"""Prompts in a table: CSV with a header, or cells as spreadsheets copy them, parted by tabs.

Beside `prompt`, `negative_prompt` and `frame` there may be a column for each field that a keyframe has in a
walk file; what is no text stands there as in JSON.
"""

import csv
import dataclasses
import io
import json
import re
from collections.abc import Iterator, Sequence

from sd3explorer.walk import file as walk_file
from sd3explorer.walk.error import WalkError
from sd3explorer.walk.fields import Document, integer
from sd3explorer.walk.limits import MAX_FRAMES
from sd3explorer.walk.lists.lines import Cleaner, check_lines, prompts_in
from sd3explorer.walk.lists.prompt_list import Entry, PromptList, check_count, listed
from sd3explorer.walk.paths import Keyframe, Prompts
from sd3explorer.walk.printable import printable, shortened

PROMPT, NEGATIVE, FRAME = "prompt", "negative_prompt", "frame"

_OTHER_NAMES = {"positive_prompt": PROMPT, "negative": NEGATIVE}
_FIELDS = tuple(field.name for field in dataclasses.fields(Keyframe))
_TEXTS = (PROMPT, NEGATIVE)
_DELIMITERS = "\t,;"
LONGEST_HEADER = 10_000
MAX_COLUMNS = 200

# Numbers, lists and words of JSON; what else stands in a cell is a text.
_JSON = re.compile(r"[\[{\"-]|\d|true$|false$|null$")
# As spreadsheets write whole numbers that they take for others.
_WHOLE = re.compile(r"\d{1,9}(?:\.0{1,9})?")


def is_table(text: str) -> bool:
    """Whether the first line of a text is a header with a column of prompts."""
    return _delimiter(text) is not None


def read_table(text: str) -> PromptList:
    """The prompts in a table.

    Args:
        text: One for which `is_table` is true.

    Raises:
        WalkError: A cell is impossible, or quotes have no end; the message names the line.
    """
    check_lines(text)
    rows = _rows(text)
    _, header = next(rows)
    if len(header) > MAX_COLUMNS:
        raise WalkError(f"line 1: has {len(header):,} columns, {MAX_COLUMNS} at most: leave some out")
    columns = [_column(cell) for cell in header]
    for column in columns:
        if column and columns.count(column) > 1:
            raise WalkError(f"line 1: has two columns called {column}; leave one of them out")
    cells = [(line, row) for line, row in rows if any(cell.strip() for cell in row)]
    check_count(len(cells))
    cleaner = Cleaner()
    entries = [_entry(f"line {line}", columns, row, cleaner) for line, row in cells]
    for entry in entries:
        if (entry.frame is None) != (entries[0].frame is None):
            lacking = entry if entry.frame is None else entries[0]
            raise WalkError(f"{lacking.name}: {FRAME}: is missing; give every prompt a frame, or none")
    unknown = [name for name, column in zip(header, columns, strict=True) if name.strip() and not column]
    return listed(entries, notes=[*cleaner.notes, *_left_out(unknown)])


def written_table(keyframes: Sequence[Keyframe], frames: Sequence[int] | None) -> str:
    """A table of keyframes.

    Args:
        keyframes: The keyframes.
        frames: The frame of each; None writes their spans instead.
    """
    documents = [keyframe.document() for keyframe in keyframes]
    timing = "span" if frames is None else FRAME
    fields = [field for field in _FIELDS if field not in (*_TEXTS, "span") and _is_told(field, documents)]
    output = io.StringIO(newline="")
    writer = csv.writer(output, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
    writer.writerow([timing, *_TEXTS, *fields])
    for number, document in enumerate(documents):
        when = document["span"] if frames is None else frames[number]
        cells = [_written(document.get(field)) for field in fields]
        writer.writerow([when, document[PROMPT], document[NEGATIVE], *cells])
    return output.getvalue()


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    delimiter = _delimiter(text) or ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        try:
            yield reader.line_num + 1, next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise WalkError(
                f"line {reader.line_num}: is not CSV ({printable(str(error))}); put cells with quotes in "
                "quotes, and write each of theirs twice"
            ) from error


def _delimiter(text: str) -> str | None:
    first = text[:LONGEST_HEADER].replace("\r", "\n").partition("\n")[0]
    for delimiter in _DELIMITERS:
        names = [cell.strip().strip('"') for cell in first.split(delimiter)]
        if PROMPT in map(_column, names):
            return delimiter
    return None


def _column(name: str) -> str:
    """What a column is here; "" where it is nothing."""
    name = "_".join(name.strip().lower().split())
    name = _OTHER_NAMES.get(name, name)
    return name if name in (*_FIELDS, FRAME) else ""


def _entry(name: str, columns: Sequence[str], row: Sequence[str], cleaner: Cleaner) -> Entry:
    if any(cell.strip() for cell in row[len(columns) :]):
        raise WalkError(
            f"{name}: has {len(row)} cells, but there are {len(columns)} columns; "
            "put prompts with commas in quotes"
        )
    cells = {column: cell for column, cell in zip(columns, row, strict=False) if column and cell}
    prompts = Prompts(cells.get(PROMPT, ""), cells.get(NEGATIVE, ""))
    prompts = cleaner.cleaned(prompts if NEGATIVE in columns else prompts_in(prompts.prompt, name))
    document: Document = {PROMPT: prompts.prompt, NEGATIVE: prompts.negative_prompt}
    for column, cell in cells.items():
        if column not in (*_TEXTS, FRAME) and cell.strip():
            document[column] = _value(cell.strip(), f"{name}: {column}")
    frame = cells.get(FRAME, "").strip()
    return Entry(Keyframe.read(document, name), _frame(frame, name) if frame else None, name)


def _frame(cell: str, name: str) -> int:
    value = int(cell.partition(".")[0]) if _WHOLE.fullmatch(cell) else cell
    return integer(value, f"{name}: {FRAME}", 0, MAX_FRAMES - 1)


def _value(cell: str, name: str) -> object:
    if not _JSON.match(cell):
        return cell
    try:
        return walk_file.parse(cell.encode(errors="replace"))
    except WalkError as error:
        raise WalkError(f"{name}: {error}") from error


def _is_told(field: str, documents: Sequence[Document]) -> bool:
    default = Keyframe().document().get(field)
    return any(document.get(field) != default for document in documents)


def _written(value: object) -> object:
    # A text that would be read as JSON is written as such.
    if value is None:
        return ""
    if isinstance(value, str) and value.strip() == value and value and not _JSON.match(value):
        return value
    return value if isinstance(value, int | float) and not isinstance(value, bool) else json.dumps(value)


def _left_out(unknown: Sequence[str]) -> list[str]:
    if not unknown:
        return []
    names = ", ".join(f'"{shortened(name)}"' for name in unknown[:5])
    columns = "the columns" if len(unknown) > 1 else "the column"
    return [f"Left out {columns} {names}: a walk has nothing like it."]

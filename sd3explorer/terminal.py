"""What is written to the terminal: sentences, and text that may hold anything."""

import logging
import os
import sys
import unicodedata
from contextlib import suppress
from pathlib import Path
from typing import Any, TextIO

from sd3explorer.walk.printable import printable

logger = logging.getLogger(__name__)


class UsageError(Exception):
    """What is wrong with the words on the command line, in one sentence."""


# Control characters, formats such as those that turn the direction of writing, and ends of lines.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
# Formats without which words and emoji fall apart: they join letters or keep them from joining.
_JOINERS = frozenset("\u200c\u200d")


def complain(sentence: str) -> None:
    """Writes a sentence to the error stream, by the program's name, and to the log."""
    sentence = printable(sentence)
    logger.error("%s", sentence)
    print(f"sd3explorer: {sentence}", file=error_stream())


def print_path(path: Path | str) -> None:
    """Prints a path: as it is for another program, as it can be shown for a person."""
    print(printable(str(path)) if sys.stdout.isatty() else path)


def open_closed_streams() -> None:
    """Opens those standard streams that whoever started the program has closed; what goes there is lost.

    Otherwise the next file or pipe would take the number of one, and get what is written there.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            # The lowest number that is free is the one that is taken.
            os.open(os.devnull, os.O_RDWR)
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "r" if name == "stdin" else "w", encoding="utf-8"))  # noqa: PTH123, SIM115 (open as long as the process)


def json_for(text: str, encoding: str) -> str:
    """JSON that means the same, with escapes for what can't be encoded, or would command a terminal.

    Args:
        text: JSON.
        encoding: What it is written in, by Python's name for it.
    """
    # In JSON, everything that isn't ASCII is within texts, where it may be escaped.
    escapes = {
        ord(character): _json_escape(character)
        for character in set(text)
        if character != "\n" and not _is_shown(character, encoding)
    }
    return text.translate(escapes)


def silence(stream: TextIO) -> None:
    """Drops what is still to be written to a stream; Python would complain of it in the end."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def _is_shown(character: str, encoding: str) -> bool:
    if unicodedata.category(character) in _UNSEEN and character not in _JOINERS:
        return False
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _json_escape(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def error_stream() -> Any:
    """The error stream; what it can't take is dropped."""
    return _Forgiving(sys.stderr)


class _Forgiving:
    """A stream that may take no more, as a full disk or a closed terminal; no work is lost over that."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def write(self, text: str) -> int:
        try:
            return self._stream.write(text)
        except OSError:
            silence(self._stream)
            return len(text)

    def flush(self) -> None:
        try:
            self._stream.flush()
        except OSError:
            silence(self._stream)

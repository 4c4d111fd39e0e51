"""The texts in a picture or video, found without decoding it and without trusting it."""

from collections.abc import Iterator
from pathlib import Path

from sd3explorer.export.formats import FORMATS
from sd3explorer.export.source import Source
from sd3explorer.walk.files import reading


def texts(file: Path) -> Iterator[bytes]:
    """The comments and descriptions in a file, where its format is one that `export` writes.

    What it is, its content says, not its name.

    Raises:
        DamagedError: It breaks the rules of its format.
        OSError: It can't be read.
    """
    with reading(file) as opened:
        head = opened.read(16)
        readers = (reader for known in FORMATS for reader in known.readers if reader.matches(head))
        reader = next(readers, None)
        if reader is not None:
            yield from reader.texts(Source(opened))

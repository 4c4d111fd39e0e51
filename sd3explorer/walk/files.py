"""Writing files whole or not at all."""

import os
import secrets
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def replacing(target: Path, durable: bool = True) -> Generator[Path]:
    """Gives the path of a temporary file that becomes `target` when the block ends well.

    The temporary file lies beside `target`, has its suffix, and is removed when the block
    raises, so `target` never holds half a file.

    Args:
        target: The file to write or replace; its folder must exist.
        durable: Whether it has to be on the disk when this ends, which a loss of power then can't
            undo. Otherwise that may leave a damaged file; the end of a process never does.

    Yields:
        Path of an empty file to write to.

    Raises:
        OSError: The folder can't be written to, or the disk is full.
    """
    # A link stays a link: what it points to is written.
    target = target.resolve()
    temporary = target.with_name(f".{target.stem[:40]}-{secrets.token_hex(4)}{target.suffix}")
    temporary.touch(exist_ok=False)
    try:
        yield temporary
        if durable:
            _flush_to_disk(temporary)
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def reason(error: OSError) -> str:
    """What the system says went wrong, as the end of a sentence: "no space left on device"."""
    text = error.strerror or str(error)
    return text[:1].lower() + text[1:]


def _flush_to_disk(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())

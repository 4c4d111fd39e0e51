"""Damage to a file of ours, as disks, other programs and bad luck do it."""

import os
import shutil
import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random

from tests.faults.campaign import Fault, Kind
from tests.faults.mutation import mutated_bytes

OURS_NOT = "thesis.png", b"of somebody"


def lay_outside(outside: Path) -> None:
    """Lays a file there that is somebody's own, to which links lead."""
    name, content = OURS_NOT
    (outside / name).write_bytes(content)


def check_outside(outside: Path) -> None:
    """Nothing there may have changed."""
    name, content = OURS_NOT
    if sorted(path.name for path in outside.iterdir()) != [name]:
        raise Fault(Kind.LOST, "something outside of our folders was touched")
    if (outside / name).read_bytes() != content:
        raise Fault(Kind.LOST, "somebody's file was written to")


@contextmanager
def damaged(
    file: Path, others: Sequence[Path], outside: Path, random: Random, folders: bool = True
) -> Iterator[None]:
    """Flips, cuts or swaps what is in a file, or puts something else in its place or in its folder's.

    Args:
        file: What is damaged.
        others: Files whose content may come instead.
        outside: A folder of somebody's, from `lay_outside`.
        random: Decides how.
        folders: Whether a file may be in the place of its folder, or a link: to a folder of the app's whole,
            people lead links on purpose.
    """
    content = file.read_bytes()
    listening = None
    match random.randrange(11 if folders else 9):
        case 0 | 1 | 2:
            file.write_bytes(mutated_bytes(content, random, [random.choice(others).read_bytes()]))
        case 3:
            os.truncate(file, random.randrange(max(len(content), 1)))
        case 4:
            shutil.copyfile(random.choice(others), file)
        case 5:
            file.unlink()
            file.mkdir()
            (file / "inside").touch()
        case 6:
            file.unlink()
            file.symlink_to(random.choice((outside / OURS_NOT[0], outside, file, random.choice(others))))
        case 7:
            file.unlink()
            os.mkfifo(file)
        case 8:
            file.unlink()
            listening = _socket_at(file)
        case 9:
            shutil.rmtree(file.parent)
            file.parent.symlink_to(random.choice((outside, random.choice(others).parent)))
        case _:
            shutil.rmtree(file.parent)
            file.parent.write_bytes(b"a file")
    try:
        yield
    finally:
        if listening is not None:
            with suppress(OSError):
                listening.close()


def _socket_at(file: Path) -> socket.socket:
    listening = socket.socket(socket.AF_UNIX)
    # Their names are shorter than our files'.
    here = Path.cwd()
    os.chdir(file.parent)
    try:
        listening.bind("s")
    finally:
        os.chdir(here)
    (file.parent / "s").rename(file)
    return listening

"""How large a frame store may become: a number in a file of its folder, so that window and terminal agree."""

import contextlib
from pathlib import Path

from sd3explorer.walk.cache_files import read_cached, replacing_cached

DEFAULT_LIMIT = 10 * 10**9
LEAST_LIMIT, MOST_LIMIT = 100 * 10**6, 100 * 10**12

NAME = "limit.txt"
_MOST_CHARACTERS = 40


def remembered_limit(folder: Path) -> int:
    """The limit of a store in bytes; the default where none was chosen, or what was kept is no limit.

    Args:
        folder: That of the store.
    """
    with contextlib.suppress(OSError, ValueError):
        limit = int(read_cached(folder / NAME, _MOST_CHARACTERS))
        if LEAST_LIMIT <= limit <= MOST_LIMIT:
            return limit
    return DEFAULT_LIMIT


def remember_limit(folder: Path, limit: int) -> None:
    """Keeps the limit of a store for all who use it.

    Args:
        folder: That of the store.
        limit: In bytes.

    Raises:
        OSError: It can't be written.
    """
    with replacing_cached(folder / NAME) as file:
        file.write(b"%d\n" % limit)

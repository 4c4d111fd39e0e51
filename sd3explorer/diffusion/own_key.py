"""A secret of this user, that shows what was kept by us, and not put there by somebody else."""

import hmac
import logging
import os
import secrets
import stat
from pathlib import Path

from sd3explorer.processes.folders import state_folder
from sd3explorer.walk.cache_files import NEITHER_WAIT_NOR_FOLLOW, discard
from sd3explorer.walk.files import flush_file
from sd3explorer.walk.temporary import clear_left_behind, temporary_file

logger = logging.getLogger(__name__)

KEY_BYTES = 32
SIGNATURE_BYTES = 32


def own_key() -> bytes | None:
    """The key, made when there is none that only this user can read.

    It lies in the user's state folder, as whoever can write to the cache must not find it there.

    Returns:
        None where it can't be kept, or nobody knows where: then nothing can be signed.
    """
    path = _place()
    if path is None:
        return None
    try:
        return _read(path) or _made(path)
    except OSError as error:
        logger.warning("no compiled programs are kept, as there is no key to sign them with: %s", error)
        return None


def signature(key: bytes, place: Path, digest: bytes) -> bytes:
    """What only those can compute who have the key.

    Args:
        key: From `own_key`.
        place: Where something is kept, so that it isn't taken for what is kept elsewhere.
        digest: SHA-256 of what is kept.

    Returns:
        `SIGNATURE_BYTES` bytes.
    """
    return hmac.digest(key, os.fsencode(place) + b"\0" + digest, "sha256")


def _place() -> Path | None:
    folder = state_folder()
    return None if folder is None else folder / "programs.key"


def _read(path: Path) -> bytes | None:
    """The key, if it is one that nobody else can have read or laid there."""
    try:
        handle = os.open(path, os.O_RDONLY | NEITHER_WAIT_NOR_FOLLOW)
    except OSError:
        return None
    try:
        key = os.read(handle, KEY_BYTES + 1) if _is_own_secret(os.fstat(handle)) else b""
    finally:
        os.close(handle)
    # Zeros are what a loss of power may leave of one.
    return key if len(key) == KEY_BYTES and any(key) else None


def _is_own_secret(status: os.stat_result) -> bool:
    if not stat.S_ISREG(status.st_mode):
        return False
    # Windows keeps others away from a user's profile by itself, and has no such modes.
    return os.name == "nt" or (status.st_uid == os.geteuid() and not status.st_mode & 0o077)


def _made(path: Path) -> bytes:
    key = secrets.token_bytes(KEY_BYTES)
    path.parent.mkdir(parents=True, exist_ok=True)
    clear_left_behind(path.parent)
    with temporary_file(path.parent, path.stem, path.suffix, mode=0o600) as temporary:
        temporary.write_bytes(key)
        # A loss of power may leave zeros in its place else, which everybody could guess.
        flush_file(temporary)
        discard(path)
        temporary.replace(path)
    return key

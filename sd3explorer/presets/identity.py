"""The identity of a model's files: a digest of them, remembered while they stay the same."""

import contextlib
import hashlib
import json
import os
import re
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeAlias, cast

from sd3explorer.presets.preset import PresetError
from sd3explorer.processes.folders import cache_folder
from sd3explorer.walk.cache_files import json_cached, replacing_cached
from sd3explorer.walk.files import reading

# Asked again and again whether nobody wants to know any more; once true, it stays so.
Stopped: TypeAlias = Callable[[], bool]

# Read between two questions whether to stop: a few milliseconds of work.
BLOCK_BYTES = 4 * 2**20

# Digests of so many models are remembered, those that were made last.
MODELS = 64
# In bytes: of several times as many.
LARGEST = 2**16
DIGEST = re.compile("[0-9a-f]{64}")

# Some file systems note times to two seconds: a file as young may have changed since, and its time has not.
SECONDS_TO_BE_SURE = 2.0


class StoppedError(PresetError):
    """Nobody wants to know any more."""


def never() -> bool:
    """For those who want to know in any case."""
    return False


# What makes a digest of files.
Digest: TypeAlias = Callable[[Mapping[str, Path], Stopped], str]


def identity_of(
    files: Mapping[str, Path], stopped: Stopped = never, digest: Digest | None = None, about: str = ""
) -> str:
    """The digest of a model's files: a copy of them elsewhere has the same.

    It is remembered by what the system knows of the files: where they are, which, how large and of when.

    Args:
        files: Each by its name within the model, in an order that is always the same.
        stopped: Asked every few milliseconds.
        digest: What makes it; None reads all that is in the files.
        about: What else it depends on.

    Returns:
        64 hexadecimal digits.

    Raises:
        OSError: A file can't be read; `filename` says which.
        StoppedError: It was stopped.
    """
    began = time.time()
    key, newest = _look(files, about)
    found = None
    with contextlib.suppress(OSError):
        found = _remembered().get(key)
    if isinstance(found, str) and DIGEST.fullmatch(found):
        return found
    made = (digest or whole_digest)(files, stopped)
    if newest < began - SECONDS_TO_BE_SURE and _look(files, about) == (key, newest):
        _remember(key, made)
    return made


def whole_digest(files: Mapping[str, Path], stopped: Stopped) -> str:
    """The digest of all that is in files, and of their names; see `identity_of`."""
    digest = hashlib.sha256()
    block = memoryview(bytearray(BLOCK_BYTES))
    for name, path in files.items():
        # A name may hold halves of characters, and bytes that are none.
        digest.update(name.encode(errors="surrogatepass"))
        content = hashlib.sha256()
        with reading(path) as file:
            while count := file.readinto(block):
                if stopped():
                    raise StoppedError("a model's files were looked at, which was stopped")
                content.update(block[:count])
        digest.update(content.digest())
    return digest.hexdigest()


def _look(files: Mapping[str, Path], about: str) -> tuple[str, float]:
    """What the digest is remembered by, and when a file was changed last, as Unix time."""
    found = [(name, path.absolute(), path.stat()) for name, path in files.items()]
    entries: list[object] = [
        [name, os.fspath(path), status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns]
        for name, path, status in found
    ]
    newest = max((max(status.st_mtime, status.st_ctime) for _, _, status in found), default=0.0)
    if about:
        entries.append(about)
    return hashlib.sha256(json.dumps(entries).encode()).hexdigest(), newest


def _file() -> Path | None:
    folder = cache_folder()
    return None if folder is None else folder / "identities.json"


def _remembered() -> dict[str, Any]:
    file = _file()
    known = None if file is None else json_cached(file, LARGEST)
    return cast(dict[str, Any], known) if isinstance(known, dict) else {}


def _remember(key: str, digest: str) -> None:
    file = _file()
    if file is None:
        return
    # What can't be read now is not replaced by less.
    with contextlib.suppress(OSError):
        last = list({**_remembered(), key: digest}.items())[-MODELS:]
        file.parent.mkdir(parents=True, exist_ok=True)
        with replacing_cached(file) as opened:
            opened.write(json.dumps(dict(last), indent=1).encode())

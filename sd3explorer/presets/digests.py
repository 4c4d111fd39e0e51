"""Whether files are what somebody said that they are: a model's flipped bytes make wrong pictures.

Two say it: a file `SHA256SUMS` in their folder, as `sha256sum` writes it and what ships with the app has it,
and the cache of Hugging Face, where a large file is called by its SHA-256. What `.safetensors` files say of
themselves counts for nothing, as programs that merge models copy it.
"""

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

from sd3explorer.presets.files import read_bytes
from sd3explorer.presets.identity import identity_of
from sd3explorer.presets.preset import PresetError, again
from sd3explorer.resources import ships
from sd3explorer.walk.files import reason

SUMS = "SHA256SUMS"
BLOBS = "blobs"

# In bytes, some milliseconds of work.
READ_EACH_TIME = 4 * 2**20

_LINE = re.compile(r"(?P<digest>[0-9a-f]{64}) [ *](?P<name>.+)")
_DIGEST = re.compile(r"[0-9a-f]{64}")


def check_digests(folder: Path, files: Iterable[Path]) -> None:
    """Refuses files that aren't what somebody said that they are; of most, nobody said anything.

    Takes a second for a gigabyte or two, once: what was found is remembered while a file stays as it is.

    Args:
        folder: Of the model, or of others that ship with the app.
        files: In there, or links from there.

    Raises:
        PresetError: One is another, or can't be read; says which, and what to do.
    """
    listed = _listed(folder)
    for file in files:
        said = listed.get(file.relative_to(folder).as_posix()) or _name_in_cache(file)
        if said is None:
            continue
        try:
            is_the_same = _has_digest(file, said)
        except OSError as error:
            raise PresetError(f"{file} can't be read: {reason(error)}; {again(file)}") from error
        if not is_the_same:
            raise PresetError(
                f"{file.resolve()} is damaged or was changed: its SHA-256 is not {said[:12]}…, as it should "
                f"be; {'' if ships(file) else 'remove it, and '}{again(file)}"
            )


def write_digests(folder: Path, files: Iterable[Path]) -> None:
    """Says what files are, for `check_digests`.

    Args:
        folder: Where it is said.
        files: In there.

    Raises:
        OSError: One can't be read, or the list can't be written.
    """
    lines = (
        f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.relative_to(folder).as_posix()}\n"
        for file in sorted(files)
    )
    (folder / SUMS).write_text("".join(lines), encoding="utf-8")


def _has_digest(file: Path, digest: str) -> bool:
    # A disk that flips a bit changes no time of the file, so what is small is read each time.
    if file.stat().st_size <= READ_EACH_TIME:
        return hashlib.sha256(read_bytes(file)).hexdigest() == digest
    return identity_of({"": file}) == hashlib.sha256(bytes.fromhex(digest)).hexdigest()


def _listed(folder: Path) -> dict[str, str]:
    try:
        lines = read_bytes(folder / SUMS).decode().splitlines()
    except (OSError, UnicodeDecodeError):
        return {}
    found = (_LINE.fullmatch(line) for line in lines)
    return {line["name"].removeprefix("./"): line["digest"] for line in found if line}


def _name_in_cache(file: Path) -> str | None:
    try:
        place = file.resolve()
    except (OSError, RuntimeError):
        return None
    return place.name if place.parent.name == BLOBS and _DIGEST.fullmatch(place.name) else None

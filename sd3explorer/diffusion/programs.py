"""Programs kept on the disk, so that a model which was compiled before is ready in a quarter of the time."""

import contextlib
import hashlib
import hmac
import importlib.metadata
import json
import logging
import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sd3explorer.diffusion.own_key import SIGNATURE_BYTES, own_key, signature
from sd3explorer.walk.cache_files import (
    discard,
    last_used,
    make_cache_folder,
    read_cached,
    replacing_cached,
)

logger = logging.getLogger(__name__)

# So many models, sizes and precisions are kept, those that were used last.
MODELS = 24

# In bytes: more than any program has.
LARGEST = 2**30

# What a program depends on beside the model: who wrote it, and who translates it.
PACKAGES = ("keras", "keras-hub", "tensorflow", "jax", "jaxlib", "torch", "triton")


@dataclass(frozen=True, slots=True)
class Programs:
    """The kept programs of one model in one size and precision.

    A file that can't be read or isn't what was written is the same as none: the program is made anew. One
    that can't be written isn't kept, and nothing else happens. What runs is ours: programs are signed with a
    key that only their user can read, so that one which somebody else has put there isn't even unpacked.

    Args:
        folder: Where they are.
    """

    folder: Path

    @property
    def root(self) -> Path:
        """The folder of all kept programs."""
        return self.folder.parents[1]

    @classmethod
    def of(cls, root: Path, configuration: dict[str, Any], about: Sequence[object]) -> "Programs":
        """Where the programs of a model belong.

        Args:
            root: The folder of all kept programs.
            configuration: The model's, whatever its weights are.
            about: Whatever else the programs depend on: backend, size, precision.
        """
        digest = hashlib.sha256(json.dumps(configuration, sort_keys=True).encode())
        for name in sorted(Path(__file__).parent.rglob("*.py")):
            digest.update(name.read_bytes())
        digest.update(json.dumps([_versions(), platform.machine(), *map(str, about)]).encode())
        folder = root / "models" / digest.hexdigest()[:32]
        try:
            root.mkdir(parents=True, exist_ok=True)
            make_cache_folder(folder.parent)
            make_cache_folder(folder)
            os.utime(folder)
            _forget_all_but(folder)
        except OSError as error:
            logger.warning("programs can't be kept in %s: %s", root, error)
        return cls(folder)

    def read(self, name: str) -> bytes | None:
        """A program, or None if it isn't there, or not as it was written by this user.

        Args:
            name: As it was written.
        """
        key = own_key()
        if key is None:
            return None
        file = self._file(name)
        try:
            data = read_cached(file, LARGEST)
        except OSError:
            return None
        signed, program = data[:SIGNATURE_BYTES], data[SIGNATURE_BYTES:]
        return program if hmac.compare_digest(signed, self._signature(key, file, program)) else None

    def write(self, name: str, program: bytes) -> None:
        """Keeps a program.

        Args:
            name: What it is called: a function with the shapes of its arguments.
            program: What to read again.
        """
        key = own_key()
        if key is None:
            return
        path = self._file(name)
        try:
            with replacing_cached(path) as file:
                file.write(self._signature(key, path, program) + program)
        except OSError as error:
            logger.warning("a program can't be kept: %s", error)

    def _file(self, name: str) -> Path:
        return self.folder / hashlib.sha256(name.encode()).hexdigest()[:32]

    def _signature(self, key: bytes, file: Path, program: bytes) -> bytes:
        return signature(key, file.relative_to(self.folder.parent), hashlib.sha256(program).digest())


def _versions() -> list[str]:
    versions: list[str] = []
    for name in PACKAGES:
        try:
            versions.append(f"{name} {importlib.metadata.version(name)}")
        except importlib.metadata.PackageNotFoundError:
            continue
    return versions


def _forget_all_but(folder: Path) -> None:
    others = {other: last_used(other.lstat()) for other in folder.parent.iterdir() if other != folder}
    for other in sorted(others, key=others.__getitem__, reverse=True)[MODELS - 1 :]:
        with contextlib.suppress(OSError):
            discard(other)

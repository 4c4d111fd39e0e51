"""Programs kept on the disk, so that a model which was compiled before is ready in a quarter of the time."""

import hashlib
import importlib.metadata
import json
import logging
import platform
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sd3explorer.presets.folder import CONFIG
from sd3explorer.walk.files import replacing

# So many models, sizes and precisions are kept, those that were used last.
MODELS = 24

# Executables of each backend, in bytes; those that were compiled first go first.
EXECUTABLES_LIMIT = 2 * 2**30

# What a program depends on beside the model: who wrote it, and who translates it.
PACKAGES = ("keras", "keras-hub", "tensorflow", "jax", "jaxlib", "torch", "triton")
CHECKSUM_BYTES = 32


@dataclass(frozen=True, slots=True)
class Programs:
    """The kept programs of one model in one size and precision.

    A file that can't be read or isn't what was written is the same as none: the program is made anew. One
    that can't be written isn't kept, and nothing else happens.

    Args:
        folder: Where they are.
    """

    folder: Path

    @property
    def root(self) -> Path:
        """The folder of all kept programs."""
        return self.folder.parents[1]

    @classmethod
    def of(cls, root: Path, preset: Path, about: Sequence[object]) -> "Programs":
        """Where the programs of a preset belong.

        Args:
            root: The folder of all kept programs.
            preset: The preset's folder.
            about: Whatever else the programs depend on: backend, size, precision.
        """
        digest = hashlib.sha256((preset / CONFIG).read_bytes())
        for name in sorted(Path(__file__).parent.rglob("*.py")):
            digest.update(name.read_bytes())
        digest.update(json.dumps([_versions(), platform.machine(), *map(str, about)]).encode())
        folder = root / "models" / digest.hexdigest()[:32]
        try:
            folder.mkdir(parents=True, exist_ok=True)
            folder.touch()
            _forget(folder.parent)
        except OSError as error:
            logging.warning("programs can't be kept in %s: %s", root, error)
        return cls(folder)

    def read(self, name: str) -> bytes | None:
        """A program, or None if it isn't there or damaged.

        Args:
            name: As it was written.
        """
        try:
            data = self._file(name).read_bytes()
        except OSError:
            return None
        checksum, program = data[:CHECKSUM_BYTES], data[CHECKSUM_BYTES:]
        return program if hashlib.sha256(program).digest() == checksum else None

    def write(self, name: str, program: bytes) -> None:
        """Keeps a program.

        Args:
            name: What it is called: a function with the shapes of its arguments.
            program: What to read again.
        """
        try:
            with replacing(self._file(name)) as temporary:
                temporary.write_bytes(hashlib.sha256(program).digest() + program)
        except OSError as error:
            logging.warning("a program can't be kept: %s", error)

    def _file(self, name: str) -> Path:
        return self.folder / hashlib.sha256(name.encode()).hexdigest()[:32]


def vouch(folder: Path) -> None:
    """Says of every executable in a folder that it was written to its end.

    A backend's own cache may fail at half a file, and one that was killed may leave such. Where this can't be
    said, as the disk is full or the folder isn't there, they are made anew another time.

    Args:
        folder: Where a backend keeps executables.
    """
    try:
        for file in _executables(folder):
            seal = file.with_suffix(".sha256")
            if not seal.exists():
                with replacing(seal) as temporary:
                    temporary.write_text(_digest(file))
    except OSError as error:
        logging.warning("executables can't be kept in %s: %s", folder, error)


def drop_damaged(folder: Path) -> None:
    """Removes every executable that nobody vouched for, or that changed since, and the oldest of too many.

    Args:
        folder: Where a backend keeps executables; made when it isn't there.

    Raises:
        OSError: The folder can't be used.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for file in _executables(folder):
        seal = file.with_suffix(".sha256")
        if not seal.exists() or seal.read_text() != _digest(file):
            _remove(file)
    size = 0
    for file in sorted(_executables(folder), key=lambda file: file.stat().st_mtime, reverse=True):
        size += file.stat().st_size
        if size > EXECUTABLES_LIMIT:
            _remove(file)


def _executables(folder: Path) -> list[Path]:
    return [file for file in folder.iterdir() if file.suffix not in (".sha256", "")]


def _remove(executable: Path) -> None:
    executable.unlink(missing_ok=True)
    executable.with_suffix(".sha256").unlink(missing_ok=True)


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _versions() -> list[str]:
    versions: list[str] = []
    for name in PACKAGES:
        try:
            versions.append(f"{name} {importlib.metadata.version(name)}")
        except importlib.metadata.PackageNotFoundError:
            continue
    return versions


def _forget(models: Path) -> None:
    by_use = sorted(models.iterdir(), key=lambda folder: folder.stat().st_mtime, reverse=True)
    for folder in by_use[MODELS:]:
        shutil.rmtree(folder, ignore_errors=True)

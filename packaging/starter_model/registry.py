"""Packages of the npm registry: fetched by name and version, checked, and read without being unpacked."""

import base64
import hashlib
import json
import os
import tarfile
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import Any

DEFAULT_REGISTRY = "https://registry.npmjs.org"
TIMEOUT_SECONDS = 180


@dataclass(frozen=True, slots=True)
class Package:
    """A package of the npm registry.

    Args:
        name: As npm knows it, with its scope.
        version: Exact version.
        sha512: What the archive must hash to, in base64, as in npm's lock files.
    """

    name: str
    version: str
    sha512: str

    @property
    def archive(self) -> str:
        """Name of the archive's file."""
        return f"{self.name.rpartition('/')[2]}-{self.version}.tgz"


class RegistryError(Exception):
    """A package could not be had as it should be."""


def fetch(package: Package, folder: Path) -> Path:
    """Fetches a package's archive unless it is there.

    The registry is npm's own, or the one that `npm_config_registry` names.

    Returns:
        The archive's file in `folder`.
    """
    file = folder / package.archive
    if not file.exists():
        registry = os.environ.get("npm_config_registry", DEFAULT_REGISTRY).rstrip("/")  # noqa: SIM112 - npm's way
        url = f"{registry}/{package.name}/-/{package.archive}"
        with urllib.request.urlopen(url, timeout=TIMEOUT_SECONDS) as answer:
            data = answer.read()
        folder.mkdir(parents=True, exist_ok=True)
        part = file.with_suffix(".part")
        part.write_bytes(data)
        part.replace(file)
    digest = base64.b64encode(hashlib.sha512(file.read_bytes()).digest()).decode()
    if digest != package.sha512:
        raise RegistryError(
            f"{file}: not what {package.name} {package.version} should be; delete it and try again"
        )
    return file


def read_json(package: Package, folder: Path, member: str) -> Any:
    """One JSON file out of a package, which is fetched unless it is there."""
    with tarfile.open(fetch(package, folder)) as archive:
        file = archive.extractfile(f"package/{member}")
        if file is None:
            raise RegistryError(f"{package.name} {package.version}: {member} is no file")
        return json.load(file)

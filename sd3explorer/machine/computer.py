"""This computer as a value: system, Python, packages, memory, folders and graphics cards."""

import importlib.metadata
import importlib.util
import os
import platform
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import psutil

from sd3explorer.machine.cards import Card, is_apple, nvidia_cards
from sd3explorer.machine.installation import damaged_files
from sd3explorer.processes import folders

# Those that decide what is computed and shown.
PACKAGES = (
    "keras",
    "keras-hub",
    "tensorflow",
    "jax",
    "jaxlib",
    "torch",
    "numpy",
    "PySide6-Essentials",
    "pyvips",
    "av",
    "pillow",
)

# What decides which devices and which backend are used.
VARIABLES = (
    "KERAS_BACKEND",
    "CUDA_VISIBLE_DEVICES",
    "HIP_VISIBLE_DEVICES",
    "JAX_PLATFORMS",
    "XLA_FLAGS",
    "TF_XLA_FLAGS",
)


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of the app's.

    Args:
        what: What it is for.
        path: Where it is; None where nobody knows.
        free: Bytes that are free there; None where nobody knows.
    """

    what: str
    path: Path | None
    free: int | None


@dataclass(frozen=True, slots=True)
class Computer:
    """A computer, as far as it decides what can be computed on it.

    Args:
        system: "Linux", "Windows" or "Darwin".
        release: Its version, in the system's words.
        architecture: "x86_64", "arm64", …
        distribution: Linux' own name for it: "debian"; "" elsewhere.
        in_windows: Whether this is Linux within Windows.
        cores: Of the processor.
        memory: Bytes of main memory.
        free_memory: Bytes of it that can be had.
        python: Version of Python.
        environment: Folder that packages are installed in.
        installer: The words that install a package into it.
        packages: Names and versions of those that matter; "" for what isn't installed.
        variables: Names and values of variables that are set and matter.
        folders: Where the app keeps things.
        cards: NVIDIA's graphics cards.
        apple: Whether it has a GPU of Apple's.
        damaged: The app's own files that aren't what was installed.
    """

    system: str
    release: str = ""
    architecture: str = "x86_64"
    distribution: str = ""
    in_windows: bool = False
    cores: int = 1
    memory: int = 0
    free_memory: int = 0
    python: str = ""
    environment: str = ""
    installer: str = "python -m pip install"
    packages: tuple[tuple[str, str], ...] = ()
    variables: tuple[tuple[str, str], ...] = ()
    folders: tuple[Folder, ...] = ()
    cards: tuple[Card, ...] = ()
    apple: bool = False
    damaged: tuple[str, ...] = ()

    def version(self, package: str) -> str:
        """The version of a package, or "" if it isn't installed."""
        return dict(self.packages).get(package, "")


def this_computer() -> Computer:
    """The computer that this runs on. Imports no backend; asks NVIDIA's driver, which may take seconds."""
    memory = psutil.virtual_memory()
    system = platform.system()
    return Computer(
        system=system,
        release=_release(system),
        architecture=platform.machine(),
        distribution=_linux("ID"),
        in_windows=system == "Linux" and "microsoft" in platform.release().lower(),
        cores=psutil.cpu_count() or 1,
        memory=memory.total,
        free_memory=memory.available,
        python=platform.python_version(),
        environment=sys.prefix,
        installer=_installer(),
        packages=tuple((name, _version(name)) for name in PACKAGES),
        variables=tuple((name, os.environ[name]) for name in VARIABLES if name in os.environ),
        folders=_folders(),
        cards=nvidia_cards(),
        apple=is_apple(),
        damaged=damaged_files(),
    )


def _release(system: str) -> str:
    if system == "Linux":
        return f"{platform.release()}, {_linux('PRETTY_NAME')}".rstrip(", ")
    return platform.mac_ver()[0] if system == "Darwin" else platform.version()


def _linux(key: str) -> str:
    try:
        return platform.freedesktop_os_release().get(key, "")
    except OSError:
        return ""


def _installer() -> str:
    # Quotes of cmd and PowerShell differ for programs with spaces in their paths.
    python = "python" if sys.platform == "win32" else _word(sys.executable)
    has_pip = importlib.util.find_spec("pip") is not None
    return f"{python} -m pip install" if has_pip else f"uv pip install --python {python}"


def _word(path: str) -> str:
    # Where a shell expands "~", unlike within quotes.
    return path.replace(" ", "\\ ")


def _version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return ""


def _folders() -> tuple[Folder, ...]:
    found: dict[str, Callable[[], Path | None]] = {
        "cache": folders.cache_folder,
        "state": folders.state_folder,
        "logs": folders.log_folder,
    }
    return tuple(Folder(what, path := find(), _free(path)) for what, find in found.items())


def _free(path: Path | None) -> int | None:
    while path is not None:
        try:
            return shutil.disk_usage(path).free
        except FileNotFoundError:
            # It will be made in the nearest one that is there.
            path = path.parent if path != path.parent else None
        except OSError:
            return None
    return None

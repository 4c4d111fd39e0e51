"""NVIDIA's graphics cards, found without any backend: by their driver, or else on the bus."""

import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sd3explorer.processes.environment import SAFE_FOLDER

SECONDS_TO_ANSWER = 10.0

DRIVER = Path("/proc/driver/nvidia")
BUS = Path("/sys/bus/pci/devices")
DEVICES = Path("/dev")
# Devices by which Linux reaches other GPUs: those of the Windows around it, and AMD's.
OTHER_DEVICES = (Path("/dev/dxg"), Path("/dev/kfd"))

_NVIDIA, _DISPLAY_CLASS = "0x10de", "0x03"
# The last one is what drivers too old for the first understand.
_QUESTIONS = ("name,memory.total,driver_version,compute_cap", "name,memory.total,driver_version")
_DRIVER_VERSION = re.compile(r"\b(\d{3}\.\d+(?:\.\d+)?)\b")


@dataclass(frozen=True, slots=True)
class Card:
    """A graphics card of NVIDIA's.

    Args:
        name: What its driver calls it.
        memory: Bytes that it has; None where nobody knows.
        driver: Version of its driver; "" if it has none.
        capability: Major and minor number of what it can compute; None where nobody knows.
    """

    name: str
    memory: int | None = None
    driver: str = ""
    capability: tuple[int, int] | None = None

    @property
    def driver_branch(self) -> int:
        """The first number of the driver's version, or 0."""
        first = self.driver.partition(".")[0]
        return int(first) if first.isdigit() else 0


def nvidia_cards() -> tuple[Card, ...]:
    """The cards of this computer; none is no error. Takes up to some seconds, as the driver is asked."""
    return _asked() or _listed() or _without_driver()


def usable_cards() -> tuple[Card, ...]:
    """The cards that this process can compute on, in the order of the bus.

    On Linux the driver's files say that at once; elsewhere, and in Linux within Windows, the driver is asked.
    """
    if sys.platform != "linux" or not any((DRIVER / "gpus").glob("*")):
        return _asked()
    # A container may be shown the files of all cards, but it has the devices only of its own.
    return tuple(
        Card(about.get("Model", "NVIDIA graphics card"))
        for about in _driver_files()
        if "Device Minor" not in about or (DEVICES / f"nvidia{about['Device Minor']}").exists()
    )


def may_have_gpu() -> bool:
    """Whether there may be a GPU with a driver, of NVIDIA or AMD. Starts no process and imports nothing."""
    if sys.platform == "linux":
        return any((DRIVER / "gpus").glob("*")) or any(device.exists() for device in OTHER_DEVICES)
    return _program() is not None


def is_apple() -> bool:
    """Whether this is a Mac with a GPU of Apple's own."""
    return sys.platform == "darwin" and platform.machine() == "arm64"


def parse_answer(text: str) -> tuple[Card, ...]:
    """The cards in the answer of nvidia-smi: lines of name, mebibytes, driver and maybe capability."""
    cards: list[Card] = []
    for line in text.splitlines():
        parts = [part.strip() for part in line.split(",")]
        if len(parts) >= 3 and parts[0]:
            memory = int(parts[1]) * 2**20 if parts[1].isdecimal() else None
            cards.append(Card(parts[0], memory, parts[2], _capability(parts[3:])))
    return tuple(cards)


def _capability(parts: list[str]) -> tuple[int, int] | None:
    match = re.fullmatch(r"(\d+)\.(\d+)", parts[0]) if parts else None
    return (int(match[1]), int(match[2])) if match else None


def _asked() -> tuple[Card, ...]:
    program = _program()
    if program is None:
        return ()
    for question in _QUESTIONS:
        command = [program, f"--query-gpu={question}", "--format=csv,noheader,nounits"]
        with suppress(OSError, subprocess.SubprocessError):
            answer = subprocess.run(
                command,
                capture_output=True,
                text=True,
                errors="replace",
                timeout=SECONDS_TO_ANSWER,
                check=True,
                stdin=subprocess.DEVNULL,
                cwd=SAFE_FOLDER,
            ).stdout
            if cards := parse_answer(answer):
                return cards
    return ()


def _program() -> str | None:
    # Nothing of the current folder is run, where Windows would look first.
    if sys.platform == "win32":
        file = Path(os.environ.get("SYSTEMROOT", r"C:\Windows"), "System32", "nvidia-smi.exe")
        return str(file) if file.is_file() else None
    folders = filter(os.path.isabs, os.environ.get("PATH", "").split(os.pathsep))
    return shutil.which("nvidia-smi", path=os.pathsep.join(folders))


def _listed() -> tuple[Card, ...]:
    match = _DRIVER_VERSION.search(_text(DRIVER / "version"))
    driver = match[1] if match else ""
    return tuple(Card(about["Model"], driver=driver) for about in _driver_files() if "Model" in about)


def _driver_files() -> Iterator[dict[str, str]]:
    """What the driver's files say of each card: "Model", "Device Minor" and more."""
    for file in sorted((DRIVER / "gpus").glob("*/information")):
        parts = (line.partition(":") for line in _text(file).splitlines())
        yield {key.strip(): value.strip() for key, _, value in parts}


def _without_driver() -> tuple[Card, ...]:
    return tuple(
        Card("NVIDIA graphics card")
        for vendor in sorted(BUS.glob("*/vendor"))
        if _text(vendor).strip() == _NVIDIA and _text(vendor.with_name("class")).startswith(_DISPLAY_CLASS)
    )


def _text(file: Path) -> str:
    try:
        return file.read_text(errors="replace")
    except OSError:
        return ""

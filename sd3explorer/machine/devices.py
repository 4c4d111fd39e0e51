"""Devices that an engine can have for itself: each GPU of this computer, and its processor.

No backend is asked: it would see all of them, and go on to hold them.
"""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sd3explorer.machine.cards import may_have_gpu, usable_cards

# AMD's driver on Linux: a folder for each of its devices, processors included.
AMD_NODES = Path("/sys/class/kfd/kfd/topology/nodes")

NVIDIA_VARIABLE, AMD_VARIABLE = "CUDA_VISIBLE_DEVICES", "HIP_VISIBLE_DEVICES"

# What keeps every backend to the processor.
_NO_GPU = (
    (NVIDIA_VARIABLE, "-1"),
    (AMD_VARIABLE, "-1"),
    ("JAX_PLATFORMS", "cpu"),
    ("KERAS_TORCH_DEVICE", "cpu"),
)


@dataclass(frozen=True, slots=True)
class Device:
    """Something that an engine computes on.

    Args:
        name: What it is called: "GPU 0", "CPU".
        title: What it is: "NVIDIA GeForce RTX 4090"; "" where nobody knows.
        kind: The same for devices with the same speed and programs; "" where all GPUs here are alike.
        variables: What a process has in its environment to see this one alone.
    """

    name: str
    title: str = ""
    kind: str = ""
    variables: tuple[tuple[str, str], ...] = ()

    @property
    def hides_gpus(self) -> bool:
        """Whether it is the processor, and no backend sees anything else."""
        return self.variables == _NO_GPU


# Whatever a backend takes by itself.
ANY = Device("")


def processor() -> Device:
    """The processor, with all GPUs hidden."""
    return Device("CPU", kind="cpu" if may_have_gpu() else "", variables=_NO_GPU)


def gpus() -> tuple[Device, ...]:
    """The GPUs that this process may use, by their drivers: NVIDIA's, or else AMD's. Starts no backend.

    Where a variable like `CUDA_VISIBLE_DEVICES` leaves only some of them, these are all, numbered from 0.
    """
    titles = [card.name for card in usable_cards()]
    if titles:
        # As nvidia-smi numbers them. CUDA by itself begins with the fastest.
        by_bus = "CUDA_DEVICE_ORDER" not in os.environ and NVIDIA_VARIABLE not in os.environ
        order = (("CUDA_DEVICE_ORDER", "PCI_BUS_ID"),) if by_bus else ()
        return _visible(titles, NVIDIA_VARIABLE, order)
    return _visible(_amd_titles(), AMD_VARIABLE, ())


def _visible(titles: Sequence[str], variable: str, more: tuple[tuple[str, str], ...]) -> tuple[Device, ...]:
    alike = len(set(titles)) == 1
    by_bus = bool(more) or os.environ.get("CUDA_DEVICE_ORDER") == "PCI_BUS_ID" or variable == AMD_VARIABLE
    found: list[Device] = []
    for entry in _entries(os.environ.get(variable), len(titles)):
        title = ""
        if alike:
            title = titles[0]
        elif by_bus and entry.isdecimal():
            title = titles[int(entry)]
        kind = "" if alike else title or f"{variable}={entry}"
        found.append(Device(f"GPU {len(found)}", title, kind, (*more, (variable, entry))))
    return tuple(found)


def _entries(visible: str | None, count: int) -> list[str]:
    """What such a variable lists, up to the first that isn't there, as the drivers read it."""
    if visible is None:
        return [str(number) for number in range(count)]
    found: list[str] = []
    for entry in map(str.strip, visible.split(",") if count else ()):
        is_there = int(entry) < count if entry.isdecimal() else entry[:4] in ("GPU-", "MIG-")
        if not is_there or entry in found:
            break
        found.append(entry)
    return found


def _amd_titles() -> list[str]:
    if sys.platform != "linux":
        return []
    titles: list[str] = []
    for node in sorted(AMD_NODES.glob("*"), key=lambda path: (len(path.name), path.name)):
        try:
            lines = (node / "properties").read_text().splitlines()
        except OSError:
            continue
        about = {key: value for key, _, value in (line.partition(" ") for line in lines)}
        if about.get("simd_count", "0") != "0":
            titles.append(f"AMD GPU, gfx target {about.get('gfx_target_version', '?')}")
    return titles

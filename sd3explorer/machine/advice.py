"""What is missing on a computer, and the command that installs it there.

Which backend computes on which GPU is said in their own guides: https://www.tensorflow.org/install/pip,
https://docs.jax.dev/en/latest/installation.html, https://pytorch.org/get-started.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sd3explorer.machine.backends import DEFAULT, TITLES, Seen
from sd3explorer.machine.cards import Card
from sd3explorer.machine.computer import Computer
from sd3explorer.walk.printable import printable

# The first drivers of CUDA 12 and 13, and the oldest cards that CUDA 13 compiles for.
OLDEST_DRIVER, CUDA_13_DRIVER = 525, 580
CUDA_13_CAPABILITY = (7, 5)
# The first driver and the first cards that need CUDA 12.8.
CUDA_12_8_DRIVER = 570

DRIVERS = "https://www.nvidia.com/drivers"
TORCH_INDEX = "https://download.pytorch.org/whl"

# Of those that are damaged.
FILES_NAMED = 3

_LINUX_DRIVERS = {
    "ubuntu": "sudo ubuntu-drivers install",
    "debian": "sudo apt install nvidia-driver",
    "fedora": "sudo dnf install akmod-nvidia",
    "arch": "sudo pacman -S nvidia",
}
_REQUIREMENTS = {"tensorflow": "tensorflow>=2.20", "jax": "jax>=0.6", "torch": "torch>=2.6"}


@dataclass(frozen=True, slots=True)
class Advice:
    """Something that would help.

    Args:
        text: What is so, and what helps, in one or two sentences.
        command: What to run for it in a terminal, or "".
    """

    text: str
    command: str = ""


def advice(computer: Computer, seen: Sequence[Seen]) -> list[Advice]:
    """What would help on a computer, the most urgent first; empty where nothing is missing.

    Args:
        computer: The computer.
        seen: What each backend that is installed sees of it.
    """
    given = [_whole(computer.damaged)] if computer.damaged else []
    given += [_repaired(computer, each) for each in seen if each.problem]
    if DEFAULT not in [each.backend for each in seen]:
        text = f"{TITLES[DEFAULT]} isn't installed, which texts are tokenized with."
        given.append(Advice(text, _install(computer, f'"{_REQUIREMENTS[DEFAULT]}"')))
    if not any(each.gpu for each in seen if not each.problem):
        given += _for_gpu(computer, seen)
    return given


def _whole(damaged: Sequence[str]) -> Advice:
    named = ", ".join(map(printable, damaged[:FILES_NAMED]))
    more = f" and {len(damaged) - FILES_NAMED} more" if len(damaged) > FILES_NAMED else ""
    are = "isn't" if len(damaged) == 1 else "aren't"
    return Advice(
        f"Of sd3explorer itself, {named}{more} {are} what was installed. Install sd3explorer again."
    )


def _repaired(computer: Computer, broken: Seen) -> Advice:
    # Without what they depend on, which others here depend on too.
    packages = f'"{_REQUIREMENTS[broken.backend]}"' + (" jaxlib" if broken.backend == "jax" else "")
    command = _install(computer, f"--force-reinstall --no-deps {packages}")
    if broken.backend == "torch" and computer.cards and computer.cards[0].driver:
        command = _torch_command(computer, installed=True)
    return Advice(f"{broken.title} is installed, but can't be used. Installing it again may help.", command)


def _for_gpu(computer: Computer, seen: Sequence[Seen]) -> list[Advice]:
    if computer.cards:
        return _for_nvidia(computer, computer.cards[0], [each.backend for each in seen])
    if computer.apple:
        return _for_apple(computer, seen)
    return []


def _for_nvidia(computer: Computer, card: Card, present: Sequence[str]) -> list[Advice]:
    if not card.driver and not computer.in_windows:
        command = _LINUX_DRIVERS.get(computer.distribution, "")
        where = "" if command else f" from {DRIVERS}"
        debian = " (of the component non-free)" if computer.distribution == "debian" else ""
        text = f"There is an NVIDIA card, but no driver for it. Install one{where}{debian} and restart."
        return [Advice(text, command)]
    if 0 < card.driver_branch < OLDEST_DRIVER:
        text = (
            f"The driver of {card.name}, {card.driver}, is too old: backends need {OLDEST_DRIVER} or newer. "
            f"Get one from {DRIVERS}"
        )
        return [Advice(text)]
    if dict(computer.variables).get("CUDA_VISIBLE_DEVICES") in ("", "-1"):
        return [Advice("CUDA_VISIBLE_DEVICES hides the GPU from all backends: unset it.")]
    if computer.system == "Windows":
        text = f"{card.name} can be used by PyTorch: TensorFlow and JAX have no GPU on Windows."
        return [Advice(text, _torch_command(computer, "torch" in present))]
    jax = _install(computer, f'--upgrade "jax[{"cuda13" if _takes_cuda_13(card) else "cuda12"}]"')
    if computer.architecture != "x86_64":
        text = f"{card.name} can be used by JAX: TensorFlow has no GPU on {computer.architecture}."
        return [Advice(text, jax)]
    found = f"{card.name} isn't used"
    tensorflow = _install(computer, '"tensorflow[and-cuda]>=2.20"')
    return [
        Advice(f"{found}: TensorFlow can use it with NVIDIA's libraries.", tensorflow),
        Advice("Or JAX, built for CUDA:", jax),
    ]


def _for_apple(computer: Computer, seen: Sequence[Seen]) -> list[Advice]:
    if any(each.backend == "torch" for each in seen):
        return []
    text = (
        "TensorFlow and JAX compute on the processor of a Mac. PyTorch sees its GPU too; sd3explorer was not "
        "tested with that, so it takes PyTorch only with --backend auto or --backend torch."
    )
    return [Advice(text, _install(computer, f'"{_REQUIREMENTS["torch"]}"'))]


def _torch_command(computer: Computer, installed: bool) -> str:
    # A build for the processor satisfies pip, which would leave it there.
    again = "--force-reinstall --no-deps " if installed and computer.system == "Windows" else ""
    return _install(computer, f"{again}torch --index-url {TORCH_INDEX}/{_torch_build(computer.cards[0])}")


def _torch_build(card: Card) -> str:
    if _takes_cuda_13(card):
        return "cu130"
    is_old = card.capability is not None and card.capability < CUDA_13_CAPABILITY
    return "cu128" if card.driver_branch >= CUDA_12_8_DRIVER and not is_old else "cu126"


def _takes_cuda_13(card: Card) -> bool:
    can = card.capability is None or card.capability >= CUDA_13_CAPABILITY
    return can and card.driver_branch >= CUDA_13_DRIVER


def _install(computer: Computer, what: str) -> str:
    return f"{computer.installer} {what}"

"""Where the recipe computes, and how exactly."""

from contextlib import AbstractContextManager
from dataclasses import dataclass

import torch

from sd3explorer.diffusion.compilers.memory import keep_freed_memory


@dataclass(frozen=True, slots=True)
class Computer:
    """A CPU or a GPU.

    Args:
        device: PyTorch's name of it.
        threads: Of the CPU; 0 leaves the number to PyTorch.
        precision: "bfloat16" for mixed precision, "float32" for none.
    """

    device: str = "cpu"
    threads: int = 0
    precision: str = "bfloat16"

    def prepare(self) -> None:
        """Sets PyTorch up; to be called once."""
        torch.set_flush_denormal(True)
        keep_freed_memory()
        torch.backends.cuda.matmul.allow_tf32 = True
        if self.threads:
            torch.set_num_threads(self.threads)

    def autocast(self) -> AbstractContextManager:
        """A context in which layers compute in the chosen precision."""
        return torch.autocast(self.device, torch.bfloat16, enabled=self.precision == "bfloat16")


def best_precision(device: str) -> str:
    """Mixed precision where it is fast: a CPU without AVX-512 takes ten times as long for bfloat16."""
    capability = torch.backends.cpu.get_cpu_capability()
    return "bfloat16" if device != "cpu" or capability.startswith("AVX512") else "float32"


def best_device() -> str:
    """A GPU where there is one."""
    return "cuda" if torch.cuda.is_available() else "cpu"

"""Where the recipe computes, and how exactly."""

from contextlib import AbstractContextManager
from dataclasses import dataclass

import torch


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
        torch.backends.cuda.matmul.allow_tf32 = True
        if self.threads:
            torch.set_num_threads(self.threads)

    def autocast(self) -> AbstractContextManager:
        """A context in which layers compute in the chosen precision."""
        return torch.autocast(self.device, torch.bfloat16, enabled=self.precision == "bfloat16")


def best_device() -> str:
    """A GPU where there is one."""
    return "cuda" if torch.cuda.is_available() else "cpu"

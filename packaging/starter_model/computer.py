"""Where the recipe computes, and how exactly."""

import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TypeVar

import torch
from torch.utils._triton import has_triton

from sd3explorer.diffusion.compilers.memory import keep_freed_memory

Function = TypeVar("Function", bound=Callable)


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
        # Tokenizers run in processes of their own where that pays; threads in each would be too many.
        os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
        torch.set_flush_denormal(True)
        keep_freed_memory()
        torch.backends.cuda.matmul.allow_tf32 = True
        if self.threads:
            torch.set_num_threads(self.threads)

    def autocast(self) -> AbstractContextManager:
        """A context in which layers compute in the chosen precision."""
        return torch.autocast(
            torch.device(self.device).type, torch.bfloat16, enabled=self.precision == "bfloat16"
        )

    def generator(self, seed: int) -> torch.Generator:
        """Random numbers that come into being where they are needed."""
        return torch.Generator(self.device).manual_seed(seed)

    def compiled(self, function: Function) -> Function:
        """The function, compiled where that pays: on a GPU, within a minute, if Triton is there."""
        return torch.compile(function, dynamic=False) if self.on_gpu and has_triton() else function

    @property
    def on_gpu(self) -> bool:
        """Whether a CUDA device computes."""
        return torch.device(self.device).type == "cuda"

    @property
    def helpers(self) -> int:
        """How many processes prepare batches: a GPU would wait for one; 0 for none but the training's."""
        return max(1, (os.cpu_count() or 1) - 2) if self.on_gpu and hasattr(os, "fork") else 0


def best_precision(device: str) -> str:
    """Mixed precision where it is fast: a CPU without AVX-512 takes ten times as long for bfloat16."""
    capability = torch.backends.cpu.get_cpu_capability()
    return "bfloat16" if device != "cpu" or capability.startswith("AVX512") else "float32"


def best_device() -> str:
    """A GPU where there is one."""
    return "cuda" if torch.cuda.is_available() else "cpu"

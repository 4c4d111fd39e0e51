"""Training in chunks that resume exactly, for whatever has a loss."""

import copy
import csv
import itertools
import math
import signal
import time
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.utils.data import DataLoader, Dataset

from .computer import Computer

LOG_EVERY, SAVE_EVERY_SECONDS = 50, 120
# What asks a process to end.
ENDING = (signal.SIGINT, signal.SIGTERM)
# Of a helper, ahead of the training.
BATCHES_AHEAD = 4
BETAS, LARGEST_GRADIENT = (0.9, 0.99), 1.0


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how to train.

    Args:
        steps: Of the whole training; 0 to go by `minutes`.
        minutes: Of the whole training, where `steps` is 0.
        batch_size: Pictures a step.
        learning_rate: The largest.
        warm_up: Steps until the learning rate is that large.
        plateau: The share of the training after which it falls to 0, along a cosine.
        weight_decay: AdamW's.
        average_steps: Over about how many steps the weights are averaged.
        seed: Of all that is by chance.
    """

    steps: int = 0
    minutes: float = 0.0
    batch_size: int = 32
    learning_rate: float = 4e-4
    warm_up: int = 200
    plateau: float = 0.35
    weight_decay: float = 0.01
    average_steps: int = 300
    seed: int = 0

    def progress(self, step: int, seconds: float) -> float:
        """The share of the whole training that is over after so many steps and seconds."""
        return step / self.steps if self.steps else seconds / (60 * self.minutes)

    def rate(self, step: int, progress: float) -> float:
        """The learning rate at a step, when this share of the training is over."""
        fall = max(0.0, (min(progress, 1.0) - self.plateau) / (1 - self.plateau))
        return self.learning_rate * min(1.0, (step + 1) / self.warm_up) * 0.5 * (1 + math.cos(math.pi * fall))


class Trainer(ABC):
    """A model in training, and the average of its weights, which is what is wanted in the end.

    All that is by chance comes from the seed and the number of the step, so that a training that was cut into
    chunks goes on exactly as if it hadn't been.

    Args:
        model: Changed by training, those of its weights that want gradients.
        plan: How to train.
        computer: Where.
    """

    def __init__(self, model: nn.Module, plan: Plan, computer: Computer) -> None:
        self.model = model.to(computer.device)
        self.average = copy.deepcopy(self.model).requires_grad_(False)
        self.plan, self.computer = plan, computer
        self.step, self.seconds = 0, 0.0
        self._weights = [(name, weight) for name, weight in model.named_parameters() if weight.requires_grad]
        averages = dict(self.average.named_parameters())
        self._averages = [averages[name] for name, _ in self._weights]
        matrices = [weight for _, weight in self._weights if weight.ndim > 1]
        vectors = [weight for _, weight in self._weights if weight.ndim <= 1]
        self._optimizer = torch.optim.AdamW(
            [
                {"params": matrices, "weight_decay": plan.weight_decay},
                {"params": vectors, "weight_decay": 0.0},
            ],
            betas=BETAS,
            fused=True,
        )

    @abstractmethod
    def batch(self, rng: np.random.Generator) -> tuple[Tensor, ...]:
        """A batch by chance; made in other processes where a GPU trains, so without anything of the GPU."""

    @abstractmethod
    def loss(self, batch: tuple[Tensor, ...], generator: torch.Generator) -> Tensor:
        """The loss of a batch.

        Args:
            batch: As `batch` makes it, where the model is.
            generator: For all else that is by chance.
        """

    def batches(self) -> Iterator[tuple[Tensor, ...]]:
        """The batches from the present step on, without an end."""
        helpers = self.computer.helpers
        return iter(
            DataLoader(
                _Batches(self),
                batch_size=None,
                sampler=itertools.count(self.step),
                num_workers=helpers,
                prefetch_factor=BATCHES_AHEAD if helpers else None,
                multiprocessing_context="fork" if helpers else None,
                worker_init_fn=_leave_signals_to_the_training,
                # Or the GPU waits for each copy, and whatever is to come for that.
                pin_memory=self.computer.on_gpu,
            )
        )

    @property
    def progress(self) -> float:
        """The share of the whole training that is over."""
        return self.plan.progress(self.step, self.seconds)

    def train_step(self, batch: tuple[Tensor, ...]) -> Tensor:
        """One step.

        Returns:
            Its loss, still being computed on a GPU.
        """
        for group in self._optimizer.param_groups:
            group["lr"] = self.plan.rate(self.step, self.progress)
        self._optimizer.zero_grad(set_to_none=True)
        loss = self.loss(
            tuple(part.to(self.computer.device, non_blocking=True) for part in batch),
            self.computer.generator(self.plan.seed * 1_000_003 + self.step),
        )
        loss.backward()
        weights = [weight for _, weight in self._weights]
        torch.nn.utils.clip_grad_norm_(weights, LARGEST_GRADIENT)
        self._optimizer.step()
        self.step += 1
        with torch.no_grad():
            share = 1 / min(self.plan.average_steps, self.step + 9)
            torch._foreach_lerp_(self._averages, weights, share)
        return loss.detach()

    def state(self) -> dict[str, Any]:
        """All that it takes to go on."""
        return {
            "model": self.model.state_dict(),
            "average": self.average.state_dict(),
            "optimizer": self._optimizer.state_dict(),
            "step": self.step,
            "seconds": self.seconds,
        }

    def resume(self, state: dict[str, Any]) -> None:
        """Goes on from a state."""
        self.model.load_state_dict(state["model"])
        self.average.load_state_dict(state["average"])
        self._optimizer.load_state_dict(state["optimizer"])
        self.step, self.seconds = state["step"], state["seconds"]


class _Batches(Dataset):
    """A trainer's batches by the number of their step."""

    def __init__(self, trainer: Trainer) -> None:
        self._trainer = trainer

    def __getitem__(self, step: int) -> tuple[Tensor, ...]:
        return self._trainer.batch(np.random.default_rng([self._trainer.plan.seed, 3, step]))


def _leave_signals_to_the_training(_: int) -> None:
    """What asks all of a terminal's processes to end would end these first, and the training by an error."""
    for kind in ENDING:
        signal.signal(kind, signal.SIG_IGN)


@dataclass(frozen=True, slots=True)
class Chunk:
    """When to stop although the training isn't over; 0 for never.

    Args:
        minutes: Of wall-clock time.
        steps: Number of them.
    """

    minutes: float = 0.0
    steps: int = 0


def train(trainer: Trainer, file: Path, chunk: Chunk) -> bool:
    """Trains until the plan is fulfilled, the chunk is over, or the process is asked to end.

    Args:
        trainer: Goes on from `file` where it is there.
        file: For the state, now and then and at the end. Losses go beside it, into a table.
        chunk: When to stop earlier.

    Returns:
        Whether the training is complete.
    """
    if file.exists():
        trainer.resume(torch.load(file, map_location=trainer.computer.device, weights_only=True))
    began = saved = last = time.monotonic()
    first = trainer.step
    losses: list[Tensor] = []
    with signals() as asked_to_end:
        batches = trainer.batches()
        while trainer.progress < 1 and not asked_to_end:
            losses.append(trainer.train_step(next(batches)))
            now = time.monotonic()
            trainer.seconds += now - last
            last = now
            if trainer.step % LOG_EVERY == 0:
                log(file.with_suffix(".csv"), trainer, torch.stack(losses).mean().item())
                losses.clear()
            if now - saved > SAVE_EVERY_SECONDS:
                save(trainer.state(), file)
                saved = now
            over_time = chunk.minutes and now - began >= 60 * chunk.minutes
            over_steps = chunk.steps and trainer.step - first >= chunk.steps
            if over_time or over_steps:
                break
        if losses:
            log(file.with_suffix(".csv"), trainer, torch.stack(losses).mean().item())
        save(trainer.state(), file)
    return trainer.progress >= 1


@contextmanager
def signals() -> Iterator[list[int]]:
    """Collects the signals that ask to end, so that a step is never left half done."""
    asked: list[int] = []
    before = [signal.signal(kind, lambda number, _: asked.append(number)) for kind in ENDING]
    try:
        yield asked
    finally:
        for kind, handler in zip(ENDING, before, strict=True):
            signal.signal(kind, handler)


def log(table: Path, trainer: Trainer, loss: float) -> None:
    """Adds a line to the table of losses, and prints it."""
    new = not table.exists()
    with table.open("a", newline="") as lines:
        writer = csv.writer(lines)
        if new:
            writer.writerow(["step", "seconds", "progress", "loss"])
        writer.writerow([trainer.step, round(trainer.seconds, 1), round(trainer.progress, 4), round(loss, 5)])
    speed = trainer.step * trainer.plan.batch_size / max(trainer.seconds, 1e-9)
    print(f"step {trainer.step}, {trainer.progress:.1%}, loss {loss:.4f}, {speed:.1f} pictures/s", flush=True)


def save(state: dict[str, Any], file: Path) -> None:
    """Writes a state so that there is always a whole one."""
    part = file.with_suffix(".part")
    torch.save(state, part)
    part.replace(file)

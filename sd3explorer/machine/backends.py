"""Keras' backends: what they are called, what each sees here, and which of them is chosen."""

import importlib.util
from collections.abc import Sequence
from dataclasses import dataclass

BACKENDS = ("tensorflow", "jax", "torch")
DEFAULT = "tensorflow"
TITLES = {"tensorflow": "TensorFlow", "jax": "JAX", "torch": "PyTorch"}

# The backend that is measured rather than named.
AUTO = "auto"


@dataclass(frozen=True, slots=True)
class Seen:
    """What a backend sees of this computer, as it was found in a process of its own.

    Args:
        backend: Its name.
        gpu: What the GPU is called that it computes on; "" where it computes on the processor.
        memory: Bytes that this GPU has; None on a processor, or where nobody knows.
        rates: Floating-point operations per second of matrix products, by the names of dtypes.
        precision: The dtype that suits the device; "" where nothing was measured.
        problem: Why it can't be used, in one sentence, or "".
    """

    backend: str
    gpu: str = ""
    memory: int | None = None
    rates: tuple[tuple[str, float], ...] = ()
    precision: str = ""
    problem: str = ""

    @property
    def title(self) -> str:
        """What people call the backend."""
        return TITLES.get(self.backend, self.backend)

    @property
    def rate(self) -> float:
        """Operations per second at the precision that suits the device."""
        return dict(self.rates).get(self.precision, 0.0)


def installed() -> tuple[str, ...]:
    """The backends that are installed; whether they work is another question. Imports none of them."""
    return tuple(name for name in BACKENDS if importlib.util.find_spec(name) is not None)


def preferred(seen: Sequence[Seen]) -> str:
    """The backend to compute with: one that has the GPU before one that hasn't, and the default among equals.

    Args:
        seen: What backends see, in the order of `BACKENDS`.
    """
    working = [each for each in seen if not each.problem]
    with_gpu = [each.backend for each in working if each.gpu]
    without = [each.backend for each in working]
    return next(iter(with_gpu + without), DEFAULT)


def fastest(seen: Sequence[Seen]) -> Seen | None:
    """The backend whose matrix products take the least time; None where none was measured."""
    measured = [each for each in seen if each.rate]
    return max(measured, key=lambda each: each.rate, default=None)


def reason(backend: str, seen: Sequence[Seen]) -> str:
    """Why `preferred` prefers another backend than the default, in one sentence; "" where it doesn't.

    Args:
        backend: The one that is preferred.
        seen: What backends see.
    """
    chosen = next((each for each in seen if each.backend == backend), None)
    if chosen is None or backend == DEFAULT:
        return ""
    if not chosen.gpu:
        return f"{chosen.title} computes here, as {TITLES[DEFAULT]} can't be used"
    others = [TITLES[each.backend] for each in seen if each.backend != backend and not each.gpu]
    hasnt = f", which {' and '.join(others)} can't use" if others else ""
    return f"{chosen.title} computes here: it has the GPU ({chosen.gpu}){hasnt}"

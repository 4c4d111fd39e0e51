"""What there is to say of a model before it is loaded, as far as its files' headers have it."""

from dataclasses import dataclass

# The parts of a Stable Diffusion 3, as everybody here calls them.
PARTS = ("mmdit", "vae", "clip_l", "clip_g", "t5")

# The engine takes it, whatever the model; beside the weights lies what is computed with them.
ENGINE_BYTES = 1_000_000_000
WORKING_SHARE = 1.2
# Of a weight on a device: float16 or bfloat16.
BYTES_PER_WEIGHT = 2


@dataclass(frozen=True, slots=True)
class About:
    """A model in files.

    Args:
        kind: What people call such a model: "Stable Diffusion 3.5 Medium".
        parts: Those of `PARTS` that it has or that were found for it.
        precision: Name of the dtype that most of its weights are kept in: "float16", "float8_e4m3fn".
        parameters: Number of parameters of these parts.
        size: Of the files with its weights, in bytes.
        missing: Those of `PARTS` that it needs and that were found nowhere.
        memory: About how many bytes it takes to render with it, on a device of 16 bits a weight.
    """

    kind: str
    parts: tuple[str, ...]
    precision: str
    parameters: int
    size: int
    missing: tuple[str, ...]
    memory: int


def memory_needed(parameters: int) -> int:
    """About how many bytes it takes to render with a model of so many parameters, at 16 bits a weight."""
    return int(parameters * BYTES_PER_WEIGHT * WORKING_SHARE) + ENGINE_BYTES

"""What there is to say of a model before it is loaded, as far as its files' headers have it."""

from dataclasses import dataclass

# The parts of a Stable Diffusion 3, as everybody here calls them.
PARTS = ("mmdit", "vae", "clip_l", "clip_g", "t5")

# The engine takes it, whatever the model; beside the weights lies what is computed with them.
ENGINE_BYTES = 1_000_000_000
WORKING_SHARE = 0.2
# Of a weight: GPUs compute in float16 or bfloat16, processors in float32.
BYTES_ON_GPU = 2
BYTES_ON_PROCESSOR = 4


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
        passing: How many of the parameters are read and left again block by block: those of a T5 in a file.
        in_eight_bits: How many of the parameters stay in eight bits a number.
    """

    kind: str
    parts: tuple[str, ...]
    precision: str
    parameters: int
    size: int
    missing: tuple[str, ...]
    passing: int = 0
    in_eight_bits: int = 0

    def memory(self, on_gpu: bool) -> int:
        """About how many bytes it takes to render with it.

        Args:
            on_gpu: Whether a GPU computes, or the processor.
        """
        bytes_per_weight = BYTES_ON_GPU if on_gpu else BYTES_ON_PROCESSOR
        loaded = self.parameters - self.passing
        weights = (loaded - self.in_eight_bits) * bytes_per_weight + self.in_eight_bits
        # What is computed is as large as if no weight were in eight bits.
        return round(weights + WORKING_SHARE * loaded * bytes_per_weight) + ENGINE_BYTES

"""How the frames of a walk are denoised."""

from dataclasses import dataclass, replace

from sd3explorer.walk.error import WalkError
from sd3explorer.walk.fields import Document, Fields, number
from sd3explorer.walk.limits import GUIDANCE_SCALES, NOISE_LEVELS, NUM_STEPS
from sd3explorer.walk.model import ModelFacts


@dataclass(frozen=True, slots=True)
class Sampler:
    """How a frame is denoised. None takes the preset's own number.

    Args:
        num_steps: Denoising steps.
        guidance_scale: Weight of classifier-free guidance; 1 or less is none.
        guidance_interval: Noise levels from which a step is guided, lowest and highest, in [0, 1] from
            the picture to pure noise; None guides every step.
    """

    num_steps: int | None = None
    guidance_scale: float | None = None
    guidance_interval: tuple[float, float] | None = None

    @classmethod
    def read(cls, fields: Fields) -> "Sampler":
        """The sampler in the fields of a walk file.

        Raises:
            WalkError: A field is unknown or impossible.
        """
        steps, scale, interval = "num_steps", "guidance_scale", "guidance_interval"
        sampler = cls(
            num_steps=fields.integer(steps, *NUM_STEPS) if fields.has(steps) else None,
            guidance_scale=fields.number(scale, *GUIDANCE_SCALES) if fields.has(scale) else None,
            guidance_interval=guidance_interval(fields.items(interval), fields.path(interval))
            if fields.has(interval)
            else None,
        )
        fields.finish()
        return sampler

    def filled(self, facts: ModelFacts | None) -> "Sampler":
        """The sampler with the preset's own numbers where it has none.

        Args:
            facts: What is known of the preset; None leaves open what is open.
        """
        if facts is None:
            return self
        return replace(
            self,
            num_steps=facts.num_steps if self.num_steps is None else self.num_steps,
            guidance_scale=facts.guidance_scale if self.guidance_scale is None else self.guidance_scale,
        )

    def document(self) -> Document:
        """Its fields in a walk file, without those that are left to the preset."""
        interval = self.guidance_interval
        document: Document = {
            "num_steps": self.num_steps,
            "guidance_scale": self.guidance_scale,
            "guidance_interval": None if interval is None else list(interval),
        }
        return {name: value for name, value in document.items() if value is not None}


def guidance_interval(levels: list[object], name: str) -> tuple[float, float]:
    """Lowest and highest noise level of the steps that are guided.

    Args:
        levels: The two.
        name: What a message calls them.

    Raises:
        WalkError: They are something else.
    """
    if len(levels) != 2:
        raise WalkError(f"{name}: must be [low, high], noise levels from 0 to 1, not {len(levels)} numbers")
    low, high = (number(level, f"{name}[{place}]", *NOISE_LEVELS) for place, level in enumerate(levels))
    if low >= high:
        raise WalkError(f"{name}: must be [low, high] with low below high, not [{low:g}, {high:g}]")
    return low, high

"""How the window shows each kind of noise."""

from dataclasses import dataclass
from functools import cache

from sd3explorer.app.texts import translate
from sd3explorer.walk.noises import Fixed, NoisePlan, Orbit, Travel, Varying


@dataclass(frozen=True, slots=True)
class NoiseKind:
    """How the window shows a kind of noise.

    Args:
        type: The kind.
        label: Its name.
        explanation: What it does to a walk, in a few words.
        explanation_alone: The same where the prompts don't change, if that makes a difference.
        clause: How a sentence on a walk continues, begun with a comma; "" where it goes without saying.
        circles: Whether the drawing shows it as a circle around the place.
    """

    type: type[NoisePlan]
    label: str
    explanation: str
    explanation_alone: str = ""
    clause: str = ""
    circles: bool = False

    def explained(self, alone: bool) -> str:
        """What the noise does to a walk.

        Args:
            alone: Whether the prompts stay, so that only noise can move the frames.
        """
        return (self.explanation_alone if alone else "") or self.explanation


@cache
def noise_kinds() -> tuple[NoiseKind, ...]:
    """All kinds, in the order in which they are offered. For when the language is known."""
    return (
        NoiseKind(
            Fixed,
            translate("Noise", "Fixed"),
            translate("Noise", "All frames start from the same noise: calm"),
            translate("Noise", "Prompt and noise stay: all frames are the same"),
        ),
        NoiseKind(
            Varying,
            translate("Noise", "Varying"),
            translate("Noise", "Each frame starts from noise of its own: restless"),
            clause=translate("Noise", ", each from a noise of its own"),
        ),
        NoiseKind(
            Orbit,
            translate("Noise", "Orbit"),
            translate("Noise", "The noise goes once round a circle: loops"),
            clause=translate("Noise", ", once round a circle of noise: a loop without a seam"),
            circles=True,
        ),
        NoiseKind(
            Travel,
            translate("Noise", "Travel"),
            translate("Noise", "The noise goes from seed to seed"),
            clause=translate("Noise", ", through several seeds"),
        ),
    )


def noise_kind(noise: NoisePlan) -> NoiseKind:
    """How a noise is shown."""
    return next(kind for kind in noise_kinds() if kind.type is type(noise))

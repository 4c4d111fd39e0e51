"""The LoRAs of a walk: files with small changes to a model's weights, each with its strength."""

from dataclasses import dataclass

from sd3explorer.walk.error import WalkError
from sd3explorer.walk.fields import Document, Fields, number
from sd3explorer.walk.limits import LORA_STRENGTHS, MAX_LORAS


@dataclass(frozen=True, slots=True)
class Lora:
    """A LoRA that is part of a walk's model.

    Args:
        file: Path of its file.
        strength: How much of it; 0 is none, and below 0 it leads the other way.
    """

    file: str
    strength: float = 1.0

    @classmethod
    def read(cls, value: object, name: str) -> "Lora":
        """The LoRA in an object of a walk file.

        Args:
            value: The object.
            name: Its path in the document.

        Raises:
            WalkError: A field is impossible.
        """
        fields = Fields(value, name)
        lora = cls(
            lora_file(fields.text("file"), fields.path("file")),
            fields.number("strength", *LORA_STRENGTHS, 1.0),
        )
        fields.finish()
        return lora

    def document(self) -> Document:
        """Its object in a walk file; `read` gives the equal LoRA back."""
        return {"file": self.file, "strength": self.strength}


@dataclass(frozen=True, slots=True)
class LoraFacts:
    """What the recipes of a walk need to know of a LoRA.

    Args:
        identity: Distinguishes what is in its file from all others.
        in_text: Whether it changes the text encoders, and not the transformer alone.
    """

    identity: str
    in_text: bool


def read_loras(values: list[object], name: str) -> tuple[Lora, ...]:
    """The LoRAs in a list of a walk file.

    Raises:
        WalkError: There are too many, or one of them is impossible.
    """
    if len(values) > MAX_LORAS:
        raise WalkError(f"{name}: a model takes at most {MAX_LORAS} LoRAs, not {len(values)}")
    return tuple(Lora.read(value, f"{name}[{place}]") for place, value in enumerate(values))


def read_strengths(values: list[object], name: str) -> tuple[float, ...]:
    """Strengths, one for each LoRA of the model.

    Raises:
        WalkError: One is no number, or out of bounds.
    """
    return tuple(
        number(value, f"{name}[{place}]", *LORA_STRENGTHS) for place, value in enumerate(values[:MAX_LORAS])
    )


def lora_file(value: str, name: str) -> str:
    """The path of a LoRA's file.

    Raises:
        WalkError: It is empty.
    """
    if not value.strip():
        raise WalkError(f"{name}: must name a file, not be empty")
    return value


def between(start: tuple[float, ...], end: tuple[float, ...], t: float) -> tuple[float, ...]:
    """The strengths at `t` on the way from some to others; the ends are exact, and so is what stays."""
    return tuple(
        a if t == 0.0 or a == b else b if t == 1.0 else (1.0 - t) * a + t * b
        for a, b in zip(start, end, strict=True)
    )

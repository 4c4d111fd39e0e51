"""Which model renders a walk, and what a walk's recipes need to know of it."""

from dataclasses import dataclass

from sd3explorer.walk.error import WalkError
from sd3explorer.walk.fields import Document, Fields, integer
from sd3explorer.walk.limits import IMAGE_SIDES, SIDE_STEP
from sd3explorer.walk.loras import Lora, LoraFacts, read_loras
from sd3explorer.walk.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Model:
    """Which model renders a walk, and how large.

    Args:
        preset: Name, handle or folder of a KerasHub preset.
        image_size: Height and width in pixels; None takes the preset's own.
        loras: What changes its weights.
    """

    preset: str = "starter"
    image_size: tuple[int, int] | None = None
    loras: tuple[Lora, ...] = ()

    @property
    def lora_strengths(self) -> tuple[float, ...]:
        """The strength of each LoRA, where the walk's path says no other."""
        return tuple(lora.strength for lora in self.loras)

    @classmethod
    def read(cls, fields: Fields) -> "Model":
        """The model in the fields of a walk file.

        Raises:
            WalkError: A field is unknown or impossible.
        """
        size = "image_size"
        model = cls(
            preset=preset(fields.text("preset", cls().preset), fields.path("preset")),
            image_size=image_size(fields.items(size), fields.path(size)) if fields.has(size) else None,
            loras=read_loras(fields.items("loras"), fields.path("loras")) if fields.has("loras") else (),
        )
        fields.finish()
        return model

    def document(self) -> Document:
        """Its fields in a walk file, without those that are left to the preset."""
        document: Document = {"preset": self.preset}
        if self.image_size:
            document["image_size"] = list(self.image_size)
        if self.loras:
            document["loras"] = [lora.document() for lora in self.loras]
        return document


@dataclass(frozen=True, slots=True)
class ModelFacts:
    """What the recipes of a walk need to know of the preset it names.

    Args:
        fingerprint: Identifies this model in this precision.
        image_size: Height and width of its pictures in pixels, unless the walk says other.
        num_steps: Denoising steps, unless the walk says other.
        guidance_scale: Weight of guidance, unless the walk says other.
        schedule: The noise levels that it is denoised through.
        loras: Of each LoRA of the walk's model, in their order.
    """

    fingerprint: str
    image_size: tuple[int, int]
    num_steps: int
    guidance_scale: float
    schedule: Schedule = Schedule()
    loras: tuple[LoraFacts, ...] = ()


def preset(value: str, name: str) -> str:
    """The name of a preset.

    Args:
        value: Anything.
        name: What a message calls it.

    Raises:
        WalkError: It is empty.
    """
    if not value.strip():
        raise WalkError(f"{name}: must name a preset, not be empty")
    return value


def image_size(sides: list[object], name: str, *, by_index: bool = True) -> tuple[int, int]:
    """Height and width in pixels.

    Args:
        sides: The two.
        name: What a message calls them.
        by_index: Whether it says of one alone which it is, as of a list in a file.

    Raises:
        WalkError: They are something else.
    """
    if len(sides) != 2:
        raise WalkError(f"{name}: must be [height, width], not {len(sides)} numbers")
    height, width = (
        integer(side, f"{name}[{n}]" if by_index else name, *IMAGE_SIDES) for n, side in enumerate(sides)
    )
    if height % SIDE_STEP or width % SIDE_STEP:
        raise WalkError(
            f"{name}: height and width must be multiples of {SIDE_STEP}, not {height} and {width}"
        )
    return height, width

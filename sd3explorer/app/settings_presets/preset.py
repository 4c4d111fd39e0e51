"""Settings with a name, as a value, and as text that a person can read."""

import json
from dataclasses import dataclass, replace

from sd3explorer.app.export.maker import CHOICES
from sd3explorer.app.export.remembered import for_another_walk
from sd3explorer.app.texts import local_number, translate
from sd3explorer.export import ExportError, Options
from sd3explorer.walk.error import WalkError
from sd3explorer.walk.fields import Fields
from sd3explorer.walk.model import ModelFacts, image_size
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk

FORMAT = "sd3explorer-settings"
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class SettingsPreset:
    """What a walk is rendered, timed and exported by, whatever it shows.

    Args:
        name: What somebody calls it.
        sampler: How frames are denoised.
        timing: How many frames there are, and how they play.
        image_size: Height and width in pixels; None takes the model's own.
        format: Label of the export's format.
        options: Of the export.
    """

    name: str
    sampler: Sampler
    timing: Timing
    image_size: tuple[int, int] | None
    format: str
    options: Options

    @classmethod
    def of(
        cls, name: str, walk: Walk, facts: ModelFacts | None, label: str, options: Options
    ) -> "SettingsPreset":
        """The settings of a walk, with numbers where it leaves them to its model.

        Args:
            name: What they are called.
            walk: The walk.
            facts: Of its model; None leaves open what the walk leaves open.
            label: Of the export's format.
            options: Of the export; what is one walk's own isn't kept.
        """
        size = walk.image_size(facts) if facts else walk.model.image_size
        options = replace(for_another_walk(options), scale=options.scale)
        return cls(name, walk.sampler.filled(facts), walk.timing, size, label, options)

    def applied(self, walk: Walk, fits: bool = True) -> Walk:
        """A walk by these settings.

        Args:
            walk: What it shows.
            fits: Whether its model can make pictures of the size; else it keeps its own.
        """
        size = self.image_size if fits else walk.model.image_size
        model = replace(walk.model, image_size=size)
        return replace(walk, sampler=self.sampler, timing=self.timing, model=model)

    @property
    def summary(self) -> str:
        """What is in it: "28 steps · guidance 7 · 512 × 512 · 64 frames, 12.5 fps · Animated GIF"."""
        parts: list[str] = []
        if self.sampler.num_steps is not None:
            parts.append(translate("SettingsPreset", "{0} steps").format(self.sampler.num_steps))
        if self.sampler.guidance_scale is not None:
            guidance = translate("SettingsPreset", "guidance {0}")
            parts.append(guidance.format(local_number(self.sampler.guidance_scale)))
        if self.image_size is not None:
            parts.append(f"{self.image_size[1]} × {self.image_size[0]}")
        frames = translate("SettingsPreset", "{0} frames, {1} fps")
        parts.append(frames.format(self.timing.frames, local_number(self.timing.frame_rate)))
        known = (choice.local_label for choice in CHOICES if choice.label == self.format)
        parts.append(next(known, self.format))
        return " · ".join(parts)

    def dump(self) -> str:
        """Its text; `loads` gives the equal preset back."""
        document: dict[str, object] = {
            "format": FORMAT,
            "name": self.name,
            "sampler": self.sampler.document(),
            "timing": self.timing.document(),
            "export": {"format": self.format, "options": json.loads(self.options.dump())},
        }
        if self.image_size is not None:
            document["image_size"] = list(self.image_size)
        return json.dumps(document, ensure_ascii=False, indent=2) + "\n"

    @classmethod
    def loads(cls, data: bytes) -> "SettingsPreset":
        """The preset in the bytes of its file.

        Raises:
            WalkError: They are something else.
        """
        try:
            fields = Fields(json.loads(data), "preset")
        except (ValueError, RecursionError) as error:
            raise WalkError(f"preset: is no JSON: {error}") from error
        fields.word("format", [FORMAT])
        size, export = "image_size", fields.part("export")
        name = fields.text("name", longest=LONGEST_NAME).strip()
        if not name:
            raise WalkError(f"{fields.path('name')}: must not be empty")
        try:
            options = Options.loads(json.dumps(export.part("options").rest()))
        except ExportError as error:
            raise WalkError(f"{export.path('options')}: {error}") from error
        preset = cls(
            name,
            Sampler.read(fields.part("sampler")),
            Timing.read(fields.part("timing")),
            image_size(fields.items(size), fields.path(size)) if fields.has(size) else None,
            export.text("format", longest=LONGEST_NAME),
            options,
        )
        export.finish()
        fields.finish()
        return preset

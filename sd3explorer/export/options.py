"""What can be asked of an export beside its format."""

import json
import math
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import Any, Self, cast

from sd3explorer.export.clip import ExportError
from sd3explorer.walk.timing import Ending

MOST_SCALE = 64.0
# As many as an animated WebP can say.
MOST_ROUNDS = 65_535
MOST_COLUMNS = 100_000


class Quality(StrEnum):
    """How much time an encoder takes."""

    QUICK = "quick"
    BEST = "best"


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How a clip is to be exported. Which options a format knows, its entry in `FORMATS` says.

    Args:
        scale: Size of the pictures, as a factor.
        smooth: Whether whole factors above 1 blur from pixel to pixel. Else they repeat pixels, so
            that small pictures stay crisp. All other factors are Lanczos.
        rounds: How often it plays, 0 being without end; None as the ending says. A video can't say
            that it repeats, so that it shows all its frames so many times.
        ending: Instead of the walk's.
        quality: Whether its encoder may take its time.
        dither: How much a GIF makes up for the colours it lacks by mixing pixels, 0 (none) to 1.
        max_bytes: The largest size that the file may have; what has to be given up for it is found
            out by trying.
        captions: Whether each frame of a contact sheet has its number below it, or its prompt.
        columns: Frames in each row of a contact sheet; None as the clip says.
        pictures: Whether the walk in the file carries the pictures of its keyframes, which may be private.

    Raises:
        ExportError: One of them is impossible.
    """

    scale: float = 1.0
    smooth: bool = False
    rounds: int | None = None
    ending: Ending | None = None
    quality: Quality = Quality.BEST
    dither: float = 1.0
    max_bytes: int | None = None
    captions: bool = False
    columns: int | None = None
    pictures: bool = False

    def __post_init__(self) -> None:
        if not (math.isfinite(self.scale) and 0.0 < self.scale <= MOST_SCALE):
            raise ExportError(f"scale: must be above 0 and at most {MOST_SCALE:g}, not {self.scale:g}")
        if self.rounds is not None and not 0 <= self.rounds <= MOST_ROUNDS:
            raise ExportError(
                f"rounds: must be from 1 to {MOST_ROUNDS:,}, or 0 for no end, not {self.rounds:,}"
            )
        if not 0.0 <= self.dither <= 1.0:
            raise ExportError(f"dither: must be from 0 (none) to 1 (full), not {self.dither:g}")
        if self.max_bytes is not None and self.max_bytes < 1:
            raise ExportError(f"max size: must be 1 byte or more, not {self.max_bytes:,}")
        if self.columns is not None and not 1 <= self.columns <= MOST_COLUMNS:
            raise ExportError(f"columns: must be from 1 to {MOST_COLUMNS:,}, not {self.columns:,}")

    def asked(self) -> frozenset[str]:
        """The names of those that are not as they are by default."""
        default = Options()
        names = (field.name for field in fields(self))
        return frozenset(name for name in names if getattr(self, name) != getattr(default, name))

    def dump(self) -> str:
        """JSON of those that are not as they are by default."""
        values = asdict(self)
        return json.dumps({name: values[name] for name in sorted(self.asked())})

    @classmethod
    def loads(cls, text: str) -> Self:
        """The options that `dump` wrote.

        Raises:
            ExportError: They can't be understood; another version may have written them.
        """
        try:
            values = cast(dict[str, Any], dict(json.loads(text)))
            if values.get("ending") is not None:
                values["ending"] = Ending(values["ending"])
            if "quality" in values:
                values["quality"] = Quality(values["quality"])
            return cls(**values)
        except (TypeError, ValueError, RecursionError) as error:
            raise ExportError(f"these options of an export can't be understood: {error}") from error


def spoken(option: str) -> str:
    """What an option is called in a sentence."""
    return {"max_bytes": "max size"}.get(option, option)


@dataclass(frozen=True, slots=True)
class Encoding:
    """What a writer of files needs beside the clip.

    Args:
        quick: Whether it should be done soon, at the cost of a larger file or a worse picture.
        quality: From 1, where loss can hardly be seen, down to 0, the worst that can be looked at.
            Formats that aren't graded take no notice.
        dither: As in `Options`.
        captions: As in `Options`.
    """

    quick: bool = False
    quality: float = 1.0
    dither: float = 1.0
    captions: bool = False

    @property
    def png_level(self) -> int:
        """How hard zlib tries, from 1 to 9, where pixels stay as they are."""
        return 1 if self.quick else 6

    def between(self, best: float, worst: float) -> float:
        """A number of an encoder's own that stands for the quality."""
        return worst + (best - worst) * self.quality

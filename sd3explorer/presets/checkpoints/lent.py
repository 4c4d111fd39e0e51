"""Parts that a preset of KerasHub lends to a file that lacks them."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sd3explorer.presets.checkpoints.hdf5 import stored_parts
from sd3explorer.presets.checkpoints.recognise import Stored
from sd3explorer.presets.files import CONFIG
from sd3explorer.presets.kerashub import read_config
from sd3explorer.presets.preset import PresetError
from sd3explorer.presets.weights import weight_files

PARTS = ("vae", "clip_l", "clip_g")
REMEMBERED = 8


@dataclass(frozen=True, slots=True)
class LentPart:
    """A part in a preset of KerasHub. It travels to the process that renders, so it is a path alone.

    Args:
        name: Of the part.
        folder: Of the preset.
    """

    name: str
    folder: Path

    @property
    def files(self) -> tuple[Path, ...]:
        """Those that its numbers are in.

        Raises:
            PresetError: One is missing, or the preset's index is damaged.
        """
        return tuple(weight_files(self.folder))

    @property
    def needed(self) -> tuple[Path, ...]:
        """All that it is read from; see `files`."""
        return (self.folder / CONFIG, *self.files)

    def read(self) -> Stored:
        """Reads what the part is; see `PartFiles.read`."""
        found = lent_by(self.folder).get(self.name)
        if found is None:
            raise PresetError(f"{self.folder} has changed: it has no {self.name} any more; open it again")
        return found


def lent_by(folder: Path) -> dict[str, Stored]:
    """The parts that a preset can lend; none where it can't lend any.

    Args:
        folder: Of a preset of KerasHub.
    """
    try:
        files = tuple(weight_files(folder))
        stamp = tuple(
            (file, file.stat().st_mtime_ns, file.stat().st_size) for file in (*files, folder / CONFIG)
        )
        return _remembered(folder, files, stamp)
    except (PresetError, OSError):
        return {}


@lru_cache(REMEMBERED)
def _remembered(folder: Path, files: tuple[Path, ...], _stamp: object) -> dict[str, Stored]:
    try:
        return stored_parts(files, read_config(folder)["config"], PARTS)
    except PresetError:
        return {}

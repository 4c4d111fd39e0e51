"""The files that presets are kept in, one for each, so that a damaged one costs only itself."""

import logging
from itertools import count, islice
from pathlib import Path

from sd3explorer.app.settings_presets.preset import SettingsPreset
from sd3explorer.export import title_stem
from sd3explorer.walk.cache_files import read_cached
from sd3explorer.walk.error import WalkError
from sd3explorer.walk.files import reason, replacing

logger = logging.getLogger(__name__)

SUFFIX = ".json"
MOST_PRESETS = 200
MOST_BYTES = 100_000


class PresetFolder:
    """Presets by their names.

    Args:
        folder: Where they are; made when the first one is kept.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def presets(self) -> list[SettingsPreset]:
        """All that can be read, by name."""
        return sorted(self._read().values(), key=lambda preset: preset.name.casefold())

    def keep(self, preset: SettingsPreset) -> None:
        """Keeps a preset; one of the same name is replaced.

        Raises:
            WalkError: It can't be written.
        """
        file = self._file(preset.name) or self._free(preset.name)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with replacing(file) as temporary:
                temporary.write_text(preset.dump(), encoding="utf-8")
        except OSError as error:
            raise WalkError(f"{file}: can't be written: {reason(error)}") from error

    def remove(self, name: str) -> None:
        """Removes a preset, if it is there.

        Raises:
            WalkError: It can't be removed.
        """
        file = self._file(name)
        try:
            if file is not None:
                file.unlink(missing_ok=True)
        except OSError as error:
            raise WalkError(f"{file}: can't be removed: {reason(error)}") from error

    def _read(self) -> dict[Path, SettingsPreset]:
        found: dict[Path, SettingsPreset] = {}
        names: set[str] = set()
        for file in sorted(islice(self._folder.glob(f"[!.]*{SUFFIX}"), MOST_PRESETS)):
            try:
                preset = SettingsPreset.loads(read_cached(file, MOST_BYTES))
            except (OSError, WalkError) as error:
                logger.warning("%s is no preset: %s", file, error)
                continue
            # A copy of a file has the name of the first.
            if preset.name not in names:
                names.add(preset.name)
                found[file] = preset
        return found

    def _file(self, name: str) -> Path | None:
        return next((file for file, preset in self._read().items() if preset.name == name), None)

    def _free(self, name: str) -> Path:
        stem = title_stem(name)
        names = (f"{stem}{'' if number == 1 else f' {number}'}{SUFFIX}" for number in count(1))
        return next(file for file in map(self._folder.joinpath, names) if not file.exists())

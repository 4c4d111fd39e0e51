"""Where people keep models: the usual folders of other programs, and those that the user has added."""

import contextlib
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from sd3explorer.presets.preset import PresetError
from sd3explorer.processes.folders import data_folder, state_folder
from sd3explorer.walk.cache_files import json_cached, replacing_cached
from sd3explorer.walk.files import reason

# Nobody adds as many.
MAX_PLACES = 200
LARGEST = 2**20


@dataclass(frozen=True, slots=True)
class Program:
    """A program that keeps models in a folder of its own.

    Args:
        name: What people call it.
        usual: Where it usually is, below the user's home.
        models: Its folders with models, below its own. Those with parts of models aren't among them.
    """

    name: str
    usual: tuple[str, ...]
    models: tuple[str, ...]

    def folders(self, root: Path) -> tuple[Path, ...]:
        """Its folders with models in a folder that may be its own, or its folder "models"."""
        below = [root / folder for folder in self.models]
        if root.name == "models":
            below += [root / folder.removeprefix("models/") for folder in self.models]
        return tuple(folder for folder in below if _is_folder(folder))


PROGRAMS = (
    Program(
        "ComfyUI",
        (
            "ComfyUI",
            "comfy/ComfyUI",
            "comfyui",
            "Documents/ComfyUI",
            "ComfyUI_windows_portable/ComfyUI",
            "Downloads/ComfyUI_windows_portable/ComfyUI",
            "StabilityMatrix/Packages/ComfyUI",
        ),
        ("models/checkpoints", "models/diffusion_models", "models/unet", "models/diffusers"),
    ),
    Program(
        "A1111 and Forge",
        (
            "stable-diffusion-webui",
            "stable-diffusion-webui-forge",
            "sd-webui-forge-classic",
            "Documents/stable-diffusion-webui",
            "Documents/stable-diffusion-webui-forge",
            "webui_forge/webui",
            "sd.webui/webui",
        ),
        ("models/Stable-diffusion",),
    ),
)


def usual_folders(home: Path | None = None) -> tuple[Path, ...]:
    """The folders with models of those programs that are where they usually are.

    Args:
        home: The user's home; None asks the system, which may not know.
    """
    if home is None:
        try:
            home = Path.home()
        except RuntimeError:
            return ()
    roots = ((program, home / folder) for program in PROGRAMS for folder in program.usual)
    return tuple(folder for program, root in roots for folder in program.folders(root))


def copied() -> tuple[Path, ...]:
    """Where models are that were copied here from other machines; none as long as there are none."""
    folder = copied_folder()
    return (folder,) if folder is not None and _is_folder(folder) else ()


def copied_folder() -> Path | None:
    """Where models go that are copied here; None where nobody knows the user's home."""
    return _within_data("models")


def copied_loras() -> Path | None:
    """As `copied_folder`, for LoRAs."""
    return _within_data("loras")


def _within_data(name: str) -> Path | None:
    folder = data_folder()
    return None if folder is None else folder / name


def model_folders(place: Path) -> tuple[Path, ...]:
    """Where models are looked for in a folder: in the right ones of a program's, in all of any other.

    Args:
        place: A folder that somebody has added.
    """
    return tuple(folder for program in PROGRAMS for folder in program.folders(place)) or (place,)


def added() -> tuple[Path, ...]:
    """The folders and files that the user has added, the last one at the end; none while unreadable."""
    try:
        return _added()
    except OSError:
        return ()


def _added() -> tuple[Path, ...]:
    file = _file()
    document = None if file is None else json_cached(file, LARGEST)
    places: object = cast(dict[str, object], document).get("places") if isinstance(document, dict) else None
    if not isinstance(places, list):
        return ()
    texts = [text for text in cast(list[object], places) if isinstance(text, str) and "\0" not in text]
    return tuple(Path(text) for text in texts[-MAX_PLACES:] if Path(text).is_absolute())


def _kept() -> tuple[Path, ...]:
    """What was added; a list that can't be read as things are must not be replaced by a shorter one."""
    try:
        return _added()
    except OSError as error:
        raise PresetError(
            f"{_file()} can't be read: {reason(error)}; make it readable, or try again later"
        ) from error


def add(place: Path) -> None:
    """Remembers a folder or file, for this and all later starts.

    Raises:
        PresetError: It isn't there, or can't be remembered.
    """
    place = _absolute(place)
    try:
        place.stat()
    except (OSError, ValueError) as error:
        why = reason(error) if isinstance(error, OSError) else str(error)
        raise PresetError(f"{place} can't be added: {why}; give a folder or file that is there") from error
    _keep([*(other for other in _kept() if other != place), place])


def remove(place: Path) -> None:
    """Forgets a folder or file; it stays where it is.

    Raises:
        PresetError: It wasn't added, or that can't be written down.
    """
    place, kept = _absolute(place), _kept()
    if place not in kept:
        raise PresetError(f"{place} is not on the list; there are {', '.join(map(str, kept)) or 'none'}")
    _keep([other for other in kept if other != place])


def _absolute(place: Path) -> Path:
    # Links stay as the user knows them.
    return Path(os.path.abspath(place))  # noqa: PTH100


def _keep(places: list[Path]) -> None:
    file = _file()
    if file is None:
        raise PresetError("folders can't be remembered: it is unknown where your home folder is; set HOME")
    document = {"places": [os.fspath(place) for place in places[-MAX_PLACES:]]}
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with replacing_cached(file) as opened:
            opened.write(json.dumps(document, indent=1).encode())
    except OSError as error:
        raise PresetError(f"{file} can't be written: {reason(error)}; free some space or mend it") from error


def _file() -> Path | None:
    folder = state_folder()
    return None if folder is None else folder / "models.json"


def _is_folder(path: Path) -> bool:
    with contextlib.suppress(OSError):
        return path.is_dir()
    return False

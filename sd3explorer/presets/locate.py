"""From the name in a walk to a preset: ships with the app, fetched before, or to be fetched."""

import json
import logging
import os
import shlex
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from sd3explorer.presets import places
from sd3explorer.presets.accounts import check_files, check_variables, hub_of
from sd3explorer.presets.catalog import BUILT_IN, STARTER, known, title
from sd3explorer.presets.download import cache_folder, fetched_folder
from sd3explorer.presets.identity import Stopped, never
from sd3explorer.presets.preset import Preset, PresetError
from sd3explorer.presets.search import search
from sd3explorer.presets.sources import is_model, labels, read
from sd3explorer.processes.environment import environment, has_home
from sd3explorer.resources import resource
from sd3explorer.walk.files import path_called, reason
from sd3explorer.walk.printable import printable, shortened
from sd3explorer.wording import in_units

logger = logging.getLogger(__name__)

# Called with how many bytes are here and, where that is known, of how many.
OnProgress = Callable[[int, int | None], None]

POLL_SECONDS = 0.25
HUBS = ("kaggle://", "hf://")

# Owners and models have names of at most a hundred characters on both hubs.
LONGEST_HANDLE = 500


def locate(preset: str, stopped: Stopped = never) -> Preset | None:
    """The preset, if its files are here already. Asks no network.

    Args:
        preset: Name, `kaggle://` or `hf://` handle, or folder or file.
        stopped: Asked every few milliseconds while gigabytes of weights are read to identify them.

    Returns:
        None when it has to be fetched first.

    Raises:
        PresetError: There is no such preset or folder, its files are damaged, an environment variable keeps
            its hub's library from being imported, or it was stopped.
    """
    handle = _handle(preset)
    if handle is None:
        return read(preset, starter_folder() if preset == STARTER.name else _place(preset), stopped=stopped)
    check_variables(hub_of(handle))
    folder = fetched_folder(handle)
    if folder is None:
        return None
    try:
        return _read_fetched(preset, handle, folder)
    except PresetError:
        # What an interrupted download left behind: fetching continues with it.
        return None


def starter_folder() -> Path:
    """Where the preset is that ships with the app."""
    return resource("models", STARTER.name)


def is_of_hub(preset: str) -> bool:
    """Whether a walk's name of a model is that of one on a hub, where any machine can fetch it."""
    return preset.startswith(HUBS) or any(entry.name == preset and entry.handle for entry in BUILT_IN)


def present(preset: str) -> Preset:
    """The preset, whose files must be here already. Asks no network.

    Args:
        preset: As for `locate`.

    Raises:
        PresetError: As for `locate`, or it has to be fetched first; says how, and how much that is.
    """
    here = locate(preset)
    if here is not None:
        return here
    entry = known(preset)
    size = f" ({in_units(entry.size)})" if entry else ""
    # Of somebody else's walk, who may have thought of what a shell does with a name.
    command = f"sd3explorer models fetch {shlex.quote(preset)}"
    raise PresetError(
        f"{preset} is not on this machine, and nothing is fetched unasked; to fetch it{size}, "
        f"run: {command}, or ask for it with --fetch (in Python with fetch=True)"
    )


def fetch(preset: str, on_progress: OnProgress) -> Preset:
    """Fetches a preset from its hub; what was fetched before is kept and gone on with.

    The download runs in a process of its own, which ends when this call does, so an interrupt
    takes effect at once.

    Args:
        preset: Name, or `kaggle://` or `hf://` handle.
        on_progress: Called several times a second with how far it is.

    Raises:
        PresetError: The hub can't be reached or refuses, or the disk is full; says what to do.
    """
    here = locate(preset)
    if here is not None:
        return here
    handle = _handle(preset) or preset
    if not has_home():
        # Where the hubs' libraries keep models, and the tokens they need for them.
        raise PresetError(
            f"{title(preset)} can't be fetched: it is unknown where your home folder is; set HOME to a folder"
        )
    check_files(hub_of(handle))
    entry = known(preset)
    command = [sys.executable, "-m", "sd3explorer.presets.download", handle]
    try:
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment()
        )
    except OSError as error:
        raise PresetError(f"{title(preset)} can't be fetched: {reason(error)}; try again") from error
    logger.info("fetches %s", printable(handle))
    with process:
        try:
            answer = _wait(process, handle, entry.size if entry else None, on_progress)
        finally:
            process.kill()
    if "error" in answer:
        raise PresetError(f"{title(preset)} can't be fetched: {answer['error']}")
    logger.info("fetched %s", printable(handle))
    return _read_fetched(preset, handle, Path(answer["folder"]))


def _wait(
    process: "subprocess.Popen[bytes]", handle: str, total: int | None, on_progress: OnProgress
) -> dict[str, str]:
    while True:
        try:
            output, _ = process.communicate(timeout=POLL_SECONDS)
        except subprocess.TimeoutExpired:
            on_progress(_bytes_here(handle), total)
            continue
        lines = output.decode(errors="replace").splitlines()
        if not lines:
            return {"error": "the download was interrupted; start it again to continue"}
        return json.loads(lines[-1])


def _place(preset: str) -> Path:
    try:
        place = path_called(preset).resolve()
        if is_model(place):
            return place
    except (OSError, ValueError, RuntimeError):
        # Too long for a path, the home of nobody, or links in a circle: no folder either.
        pass
    if (elsewhere := _called(preset)) is not None:
        return elsewhere
    names = ", ".join(entry.name for entry in BUILT_IN)
    raise PresetError(
        f'no preset and no folder is called "{shortened(preset)}"; there are {names}, '
        f"{labels()}, and {' and '.join(HUBS)} handles; "
        "of a folder that is elsewhere, give the whole path"
    )


def _called(preset: str) -> Path | None:
    """The model of that name in the folders where models are: exported files don't say where theirs is."""
    name = preset.removeprefix("./")
    if name == preset or not name or "/" in name:
        return None
    roots = [
        *places.usual_folders(),
        *places.copied(),
        *(folder for own in places.added() for folder in places.model_folders(own)),
    ]
    return next((found for found in search(roots).found if found.name == name), None)


def _handle(preset: str) -> str | None:
    if not preset.startswith(HUBS):
        return next((entry.handle for entry in BUILT_IN if entry.name == preset and entry.handle), None)
    problem = ""
    if not preset.isprintable():
        problem = "it holds control characters"
    elif len(preset) > LONGEST_HANDLE:
        problem = f"it has more than {LONGEST_HANDLE} characters"
    elif {".", ".."} & set(preset.split("/")):
        # In the hubs' caches these would lead to other folders.
        problem = "it leads out of its hub"
    if problem:
        raise PresetError(f'"{shortened(preset)}" is not a handle of a model: {problem}')
    return preset


def _read_fetched(preset: str, handle: str, folder: Path) -> Preset:
    # A hub's folder is named by its version or commit, so no file needs reading to identify it.
    return read(preset, folder, identity=f"{handle} {folder.name}")


def _bytes_here(handle: str) -> int:
    total = 0
    # A download makes, renames and removes files as it goes; os.walk passes over what has vanished.
    for folder, _, names in os.walk(cache_folder(handle)):
        for name in names:
            try:
                status = Path(folder, name).lstat()
            except OSError:
                continue
            total += status.st_size if stat.S_ISREG(status.st_mode) else 0
    return total

"""The two hubs: what they have left in their caches, and a program that downloads from one.

`python -m sd3explorer.presets.download HANDLE` downloads a preset and prints one JSON object,
`{"folder": …}` or `{"error": …}`. It is a program, so that it can be ended at any moment.
"""

import hashlib
import json
import os
import re
import sys
from collections.abc import Mapping
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from sd3explorer.presets.files import CONFIG
from sd3explorer.presets.kerashub import read_config
from sd3explorer.presets.preset import PresetError
from sd3explorer.presets.sources import hub_files, hub_kinds, read
from sd3explorer.walk.cache_files import discard
from sd3explorer.walk.files import reading
from sd3explorer.walk.printable import shortened

if TYPE_CHECKING:
    from huggingface_hub.hf_api import RepoSibling

KAGGLE_STEPS = (
    "accept the licence at {url} with a Kaggle account, then enter that account's API token under Walk › "
    "Models › Accounts, or put it into ~/.kaggle/access_token or KAGGLE_API_TOKEN, and try again"
)
HUGGING_FACE_STEPS = (
    "accept the licence at {url} with a Hugging Face account, then enter that account's token under Walk › "
    "Models › Accounts, run `hf auth login` or set HF_TOKEN, and try again"
)
UNREACHABLE = "the hub {hub} can't be reached; check the network connection and try again"
COMMIT = re.compile("[0-9a-f]{7,64}")
LONGEST_COMMIT = 100
# Git itself keeps larger files elsewhere there.
LARGEST_BLOB = 32 * 2**20
WEIGHTS_SUFFIXES = (".h5", ".safetensors")
# In Hugging Face's cache, of whatever kind.
MOST_MODELS = 1_000

ABSENT = "{hub} has no such model; check the spelling of {handle}"


def fetched_folder(handle: str) -> Path | None:
    """The folder with everything of a preset, if the hub's cache has it. Asks no network.

    Args:
        handle: `kaggle://OWNER/MODEL/keras/VARIANT[/VERSION]` or `hf://OWNER/MODEL`.
    """
    hub, _, name = handle.partition("://")
    try:
        if hub == "kaggle":
            return _kaggle_folder(name)
        return _hugging_face_folder(name)
    except (OSError, ValueError, RuntimeError):
        # RuntimeError: the hub's library finds no home folder for its cache.
        return None


def cache_folder(handle: str) -> Path:
    """Where the hub's library keeps what it downloads of a preset."""
    hub, _, name = handle.partition("://")
    if hub == "kaggle":
        from kagglehub.config import get_cache_folder

        return Path(get_cache_folder(), "models", *name.split("/"))
    from huggingface_hub.constants import HF_HUB_CACHE

    return Path(HF_HUB_CACHE, "models--" + name.replace("/", "--"))


def kaggle_models() -> tuple[Path, ...]:
    """Where Kaggle's library keeps all models that it has downloaded; none where it has none."""
    try:
        from kagglehub.config import get_cache_folder

        folder = Path(get_cache_folder(), "models")
        return (folder,) if folder.is_dir() else ()
    except (OSError, RuntimeError):
        return ()


def snapshots() -> tuple[Path, ...]:
    """What Hugging Face's library has downloaded: of each model the folder of its main revision."""
    try:
        from huggingface_hub.constants import HF_HUB_CACHE

        found = (
            _main_snapshot(folder) for folder in islice(Path(HF_HUB_CACHE).glob("models--*"), MOST_MODELS)
        )
        return tuple(folder for folder in found if folder is not None)
    except (OSError, ValueError, RuntimeError):
        return ()


def _main_snapshot(folder: Path) -> Path | None:
    try:
        with reading(folder / "refs" / "main") as file:
            commit = file.read(LONGEST_COMMIT).decode().strip()
        place = folder / "snapshots" / commit
        return place if COMMIT.fullmatch(commit) and place.is_dir() else None
    except (OSError, ValueError):
        return None


def model_page(handle: str) -> str:
    """The page of a preset on its hub, where its licence is read and accepted."""
    hub, _, name = handle.partition("://")
    if hub == "kaggle":
        return f"https://www.kaggle.com/models/{'/'.join(name.split('/')[:2])}"
    return f"https://huggingface.co/{name}"


def download(handle: str) -> dict[str, str]:
    """Downloads a preset, continuing with what is there.

    Its configuration comes first, so that nothing large is downloaded of what is no preset.

    Args:
        handle: As for `fetched_folder`.

    Returns:
        `folder`, or `error` with a clause that says what to do.
    """
    hub, _, name = handle.partition("://")
    try:
        if hub == "kaggle":
            return {"folder": _read_once(handle, _from_kaggle(name))}
        return {"folder": _read_once(handle, _from_hugging_face(name))}
    except (_RefusedError, PresetError) as refusal:
        return {"error": str(refusal)}
    except OSError as error:
        # Hugging Face's library has errors of several lines.
        why = " ".join((error.strerror or str(error)).split())[:300]
        return {"error": f"{why}; free some space or mend the folder, and try again"}
    except Exception as error:
        return {"error": f"the hub answered {type(error).__name__}: {' '.join(str(error).split())[:300]}"}


def _compare(folder: Path, listed: Mapping[str, "RepoSibling"]) -> None:
    """Refuses files that aren't what Hugging Face's list says, and forgets them.

    Its library goes by what is said when a file is asked for, and keeps that for ever. Weights are compared
    with their digest when they are loaded.
    """
    for name, file in listed.items():
        path = folder / name
        if os.path.lexists(path) and not _is_listed(path, file):
            _forget(path)
            raise _RefusedError(f"{shortened(name)} came damaged; try again")


def _is_listed(path: Path, file: "RepoSibling") -> bool:
    if not path.is_file():
        # Where a file is said to be called as its folder is, the library links to that.
        return False
    size = path.stat().st_size
    if file.size is not None and file.size != size:
        return False
    if file.blob_id is None or file.lfs is not None or size > LARGEST_BLOB:
        return True
    # As Git names what it keeps: https://git-scm.com/book/en/v2/Git-Internals-Git-Objects
    content = path.read_bytes()
    return (
        hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest() == file.blob_id
    )


def _read_once(handle: str, folder: str) -> str:
    """The folder of what was downloaded; the hubs' libraries take what they were sent for whole, for ever.

    Of what can't be read, all but the weights is forgotten, so that it comes anew with the next fetch.
    """
    try:
        read(handle, Path(folder), identity=handle)
    except PresetError as error:
        if handle.startswith("kaggle://"):
            from kagglehub.cache import Cache
            from kagglehub.handle import parse_model_handle

            Cache().mark_as_incomplete(parse_model_handle("/".join(Path(folder).parts[-5:])))
        _forget_small_files(Path(folder))
        raise _RefusedError(f"what the hub sent is incomplete: {error}") from error
    return folder


def _forget_small_files(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            with suppress(OSError):
                path.rmdir()
        elif path.suffix not in WEIGHTS_SUFFIXES:
            _forget(path)


def _forget(path: Path) -> None:
    """Removes a file of a hub's cache, and what Hugging Face's library keeps of it by its digest."""
    kept = path.resolve()
    # What somebody else has linked here is theirs.
    if path.is_symlink() and kept.parent.name == "blobs":
        kept.unlink(missing_ok=True)
    discard(path)


class _RefusedError(Exception):
    """Why the hub gives nothing, and what to do."""


def _kaggle_folder(name: str) -> Path | None:
    from kagglehub.cache import Cache
    from kagglehub.handle import parse_model_handle

    handle = parse_model_handle(name)
    if not handle.is_versioned():
        versions = cache_folder(f"kaggle://{name}").glob("[0-9]*")
        numbers = sorted((int(path.name) for path in versions if path.name.isdecimal()), reverse=True)
        folders = (_kaggle_folder(f"{name}/{number}") for number in numbers)
        return next((folder for folder in folders if folder), None)
    folder = Cache().load_from_cache(handle)
    return Path(folder) if folder else None


def _hugging_face_folder(name: str) -> Path | None:
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import LocalEntryNotFoundError

    for kind in hub_kinds():
        # It is there when all is that would have been fetched.
        with suppress(LocalEntryNotFoundError):
            found = snapshot_download(name, allow_patterns=list(kind.patterns), local_files_only=True)
            if not kind.lack({path.relative_to(found).as_posix() for path in Path(found).rglob("*")}):
                return Path(found)
    return None


def _from_kaggle(name: str) -> str:
    import requests
    from kagglehub import model_download
    from kagglehub.exceptions import KaggleApiHTTPError
    from kagglehub.handle import parse_model_handle

    try:
        parse_model_handle(name)
    except ValueError as error:
        form = "kaggle://OWNER/MODEL/keras/VARIANT or …/VARIANT/VERSION"
        raise _RefusedError(f"kaggle://{name} is not a handle of a model; it must be {form}") from error
    try:
        # What Kaggle has for Keras, which a handle says, is KerasHub's.
        read_config(Path(model_download(name, path=CONFIG)).parent)
        return model_download(name)
    except KaggleApiHTTPError as error:
        status = error.response.status_code if error.response is not None else 0
        handle = f"kaggle://{name}"
        raise _refusal(status, "Kaggle", handle, KAGGLE_STEPS.format(url=model_page(handle))) from error
    except requests.RequestException as error:
        raise _RefusedError(UNREACHABLE.format(hub="Kaggle")) from error


def _from_hugging_face(name: str) -> str:
    import requests
    from huggingface_hub import hf_hub_download, model_info, snapshot_download
    from huggingface_hub.errors import (
        GatedRepoError,
        HfHubHTTPError,
        HFValidationError,
        HTTPError,  # pyright: ignore[reportPrivateImportUsage] (of the HTTP library it uses, whichever)
        LocalEntryNotFoundError,
        RepositoryNotFoundError,
    )

    steps = HUGGING_FACE_STEPS.format(url=model_page(f"hf://{name}"))
    try:
        listed = model_info(name, revision="main", files_metadata=True)
        names = {file.rfilename for file in listed.siblings or ()}
        hub = hub_files(names)
        hub.check(Path(hf_hub_download(name, hub.first, revision=listed.sha)).parent)
        wanted = [*hub.patterns, *hub.weights(names)]
        folder = str(snapshot_download(name, allow_patterns=wanted))
        _compare(Path(folder), {file.rfilename: file for file in listed.siblings or ()})
        return folder
    except HFValidationError as error:
        raise _RefusedError(f"hf://{name} is not a handle of a model; it must be hf://OWNER/MODEL") from error
    except GatedRepoError as error:
        raise _refusal(403, "Hugging Face", f"hf://{name}", steps) from error
    except RepositoryNotFoundError as error:
        raise _refusal(404, "Hugging Face", f"hf://{name}", steps) from error
    except LocalEntryNotFoundError as error:
        # Its library says so of every failure; what the hub answered, if it did, is the cause.
        # Before its version 1 this is an HfHubHTTPError too, one without a response.
        response = getattr(error.__cause__, "response", None)
        if response is not None:
            raise _refusal(response.status_code, "Hugging Face", f"hf://{name}", steps) from error
        raise _RefusedError(UNREACHABLE.format(hub="Hugging Face")) from error
    except HfHubHTTPError as error:
        raise _refusal(error.response.status_code, "Hugging Face", f"hf://{name}", steps) from error
    except (HTTPError, requests.RequestException, ConnectionError) as error:
        raise _RefusedError(UNREACHABLE.format(hub="Hugging Face")) from error


def _refusal(status: int, hub: str, handle: str, steps: str) -> _RefusedError:
    if status in (401, 403):
        return _RefusedError(f"its licence must be accepted first: {steps}")
    if status == 404:
        return _RefusedError(ABSENT.format(hub=hub, handle=handle))
    return _RefusedError(f"{hub} answered with status {status}; try again later")


if __name__ == "__main__":
    os.environ |= {"KAGGLEHUB_VERBOSITY": "error", "HF_HUB_DISABLE_PROGRESS_BARS": "1", "TQDM_DISABLE": "1"}
    print(json.dumps(download(sys.argv[1])))

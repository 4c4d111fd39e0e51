"""The user's accounts on the hubs: tokens go to the hubs' own libraries, which keep them.

`python -m sd3explorer.presets.accounts HUB` reads a token from its standard input, asks the hub whose it
is, has it kept, and prints one JSON object, `{"user": …}` or `{"error": …}`. It is a program, so that it can
be ended at any moment, and nothing but its memory ever holds the token: no argument, no log, no setting.
"""

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from sd3explorer.presets.identity import Stopped, StoppedError, never
from sd3explorer.presets.preset import PresetError
from sd3explorer.processes.environment import environment, has_home
from sd3explorer.walk.files import check_no_pipe, expanded, flush_file, flush_folder, reason
from sd3explorer.walk.printable import shortened
from sd3explorer.walk.temporary import clear_left_behind, temporary_file

POLL_SECONDS = 0.1
LONGEST_TOKEN = 4096
TOKEN = re.compile(r"[!-~]+")

# Environment variables that Hugging Face's library takes for numbers as soon as it is imported.
NUMBERS = ("HF_HUB_ETAG_TIMEOUT", "HF_HUB_DOWNLOAD_TIMEOUT")

KAGGLE, HUGGING_FACE = "kaggle", "huggingface"


@dataclass(frozen=True, slots=True)
class Hub:
    """A hub that the user may have an account on.

    Args:
        id: Its name for this program.
        title: Its name for people.
        tokens: The page where tokens are made.
        kept: Where its library keeps them, for people.
        variables: Environment variables that come before what is kept.
    """

    id: str
    title: str
    tokens: str
    kept: str
    variables: tuple[str, ...]

    @property
    def overriding(self) -> str:
        """The environment variable that is set and comes before what is kept; empty where none is."""
        return next((name for name in self.variables if os.environ.get(name)), "")


HUBS = (
    Hub(
        KAGGLE,
        "Kaggle",
        "https://www.kaggle.com/settings/api",
        "~/.kaggle",
        ("KAGGLE_API_TOKEN", "KAGGLE_KEY"),
    ),
    Hub(
        HUGGING_FACE,
        "Hugging Face",
        "https://huggingface.co/settings/tokens",
        "~/.cache/huggingface",
        ("HF_TOKEN", "HUGGING_FACE_HUB_TOKEN"),
    ),
)


def hub_of(handle: str) -> Hub:
    """The hub of a `kaggle://` or `hf://` handle."""
    return HUBS[0] if handle.startswith("kaggle://") else HUBS[1]


def check_variables(hub: Hub) -> None:
    """Refuses environment variables that the hub's library ends at when it is imported.

    Raises:
        PresetError: There is such a one; names it.
    """
    for name in NUMBERS if hub.id == HUGGING_FACE else ():
        value = os.environ.get(name)
        if value is not None and not _is_whole(value):
            raise PresetError(f'{name} must be a whole number, not "{shortened(value)}"; correct or unset it')


def check_files(hub: Hub) -> None:
    """Refuses what the hub's library would wait for when it looks for the user's token.

    Raises:
        PresetError: There is such a file; names it.
    """
    try:
        check_no_pipe(_places_of_tokens(hub))
    except OSError as error:
        raise PresetError(f"{error.filename} can't be read: {reason(error)}; remove it") from error


def _places_of_tokens(hub: Hub) -> list[Path]:
    if hub.id == HUGGING_FACE:
        from huggingface_hub.constants import HF_HOME, HF_TOKEN_PATH

        return [Path(HF_HOME), Path(HF_TOKEN_PATH)]
    others = (os.environ.get(name) for name in ("KAGGLE_CONFIG_DIR", "KAGGLE_API_V1_TOKEN_PATH"))
    return [expanded("~/.kaggle"), *(Path(other) for other in others if other)]


def _is_whole(text: str) -> bool:
    try:
        int(text)
    except ValueError:
        return False
    return True


def is_signed_in(hub: Hub) -> bool:
    """Whether the hub's library has a token. Asks no network; imports that library, which takes a moment."""
    try:
        check_variables(hub)
        check_files(hub)
        if hub.id == KAGGLE:
            from kagglehub.config import get_kaggle_credentials

            return get_kaggle_credentials() is not None
        from huggingface_hub import get_token

        return get_token() is not None
    except (PresetError, OSError, ValueError, RuntimeError):
        return False


def sign_in(hub: Hub, token: str, stopped: Stopped = never) -> str:
    """Has a hub's library keep a token, if the hub knows it.

    Args:
        hub: The hub.
        token: As the hub's page shows it; of Kaggle also what its file kaggle.json has.
        stopped: Asked several times a second.

    Returns:
        Whose token it is.

    Raises:
        PresetError: The hub doesn't know it or can't be reached, or it can't be kept; or it was stopped.
    """
    if not has_home():
        raise PresetError(f"a token of {hub.title} can't be kept: it is unknown where your home folder is")
    check_variables(hub)
    check_files(hub)
    command = [sys.executable, "-m", "sd3explorer.presets.accounts", hub.id]
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment(),
        )
    except OSError as error:
        raise PresetError(f"{hub.title} can't be asked: {reason(error)}; try again") from error
    with process:
        try:
            answer = _answer(process, token, stopped)
        finally:
            process.kill()
    if "error" in answer:
        raise PresetError(answer["error"])
    return answer["user"]


def _answer(process: "subprocess.Popen[bytes]", token: str, stopped: Stopped) -> dict[str, str]:
    asked: bytes | None = token.strip().encode()
    while True:
        try:
            output, _ = process.communicate(asked, timeout=POLL_SECONDS)
        except subprocess.TimeoutExpired:
            # What was not sent yet, `communicate` remembers.
            asked = None
            if stopped():
                raise StoppedError("signing in was stopped") from None
            continue
        lines = output.decode(errors="replace").splitlines()
        return json.loads(lines[-1]) if lines else {"error": "signing in was interrupted; try again"}


def keep(hub: str, token: str) -> dict[str, str]:
    """Asks a hub whose a token is, and has its library keep it.

    Args:
        hub: `KAGGLE` or `HUGGING_FACE`.
        token: The token, or for Kaggle what its file kaggle.json has.

    Returns:
        `user`, or `error` with a sentence that doesn't hold the token.
    """
    title = next(each.title for each in HUBS if each.id == hub)
    try:
        return {"user": _keep_kaggle(token) if hub == KAGGLE else _keep_hugging_face(token)}
    except PresetError as error:
        return {"error": str(error)}
    except OSError as error:
        return {"error": f"the token of {title} can't be kept: {reason(error)}; free some space or mend it"}
    except Exception as error:
        # Of the message nobody knows whether the token is in it.
        return {"error": f"{title} answered {type(error).__name__}; try again later"}


def _keep_hugging_face(token: str) -> str:
    import requests
    from huggingface_hub import login, whoami
    from huggingface_hub.errors import (
        HfHubHTTPError,
        HTTPError,  # pyright: ignore[reportPrivateImportUsage] (of the HTTP library it uses, whichever)
    )

    _check(token, "Hugging Face", "a token begins with hf_")
    if token.startswith("api_org"):
        raise PresetError("that is the token of an organization; make one of your own account")
    try:
        user = str(whoami(token)["name"])
        login(token, add_to_git_credential=False)
    except HfHubHTTPError as error:
        status = error.response.status_code
        raise _unknown("Hugging Face", status) from error
    except (HTTPError, requests.RequestException, ConnectionError) as error:
        raise _unreachable("Hugging Face") from error
    return user


def _keep_kaggle(token: str) -> str:
    import requests
    from kagglehub.auth import whoami
    from kagglehub.config import set_kaggle_api_token, set_kaggle_credentials
    from kagglehub.exceptions import UnauthenticatedError

    pair = _legacy(token)
    if pair is not None:
        set_kaggle_credentials(*pair)
    else:
        _check(token, "Kaggle", "paste an API token, or everything in kaggle.json")
        set_kaggle_api_token(token)
    try:
        user = str(whoami(verbose=False)["username"])
    except UnauthenticatedError as error:
        if isinstance(error.__cause__, requests.RequestException) and not isinstance(
            error.__cause__, requests.HTTPError | requests.exceptions.JSONDecodeError
        ):
            raise _unreachable("Kaggle") from error
        raise _unknown("Kaggle", 401) from error
    folder = Path(os.environ.get("KAGGLE_CONFIG_DIR") or Path.home() / ".kaggle")
    tokens = [Path.home() / ".kaggle" / name for name in ("access_token", "access_token.txt")]
    if pair is not None:
        _write_secret(folder / "kaggle.json", json.dumps({"username": pair[0], "key": pair[1]}))
        # An older token of the newer kind would come before it.
        for file in tokens:
            file.unlink(missing_ok=True)
    else:
        _write_secret(tokens[0], token)
    return user


def _legacy(text: str) -> tuple[str, str] | None:
    """The name and key in what Kaggle's file kaggle.json has; None where it is something else."""
    if not text.startswith("{"):
        return None
    try:
        document: Any = json.loads(text)
    except (ValueError, RecursionError):
        document = None
    if isinstance(document, dict):
        name, key = (cast(dict[str, Any], document).get(field) for field in ("username", "key"))
        if isinstance(name, str) and isinstance(key, str) and TOKEN.fullmatch(name) and TOKEN.fullmatch(key):
            return name, key
    raise PresetError(
        'that is not a kaggle.json: it must have a "username" and a "key"; paste all of the file'
    )


def _check(token: str, title: str, how: str) -> None:
    if not TOKEN.fullmatch(token) or len(token) > LONGEST_TOKEN:
        raise PresetError(f"that is not a token of {title}: {how}")


def _unknown(title: str, status: int) -> PresetError:
    if status in (401, 403):
        return PresetError(f"{title} doesn't know this token; make a new one on its page and paste all of it")
    return PresetError(f"{title} answered with status {status}; try again later")


def _unreachable(title: str) -> PresetError:
    return PresetError(f"{title} can't be reached; check the network connection and try again")


def _write_secret(file: Path, text: str) -> None:
    """Writes what only its owner may read, whole or not at all."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    clear_left_behind(file.parent)
    with temporary_file(file.parent, file.stem, file.suffix, mode=0o600) as temporary:
        temporary.write_text(text)
        flush_file(temporary)
        temporary.replace(file)
    flush_folder(file.parent)


def _main() -> None:
    print(json.dumps(keep(sys.argv[1], sys.stdin.read().strip())))


if __name__ == "__main__":
    os.environ |= {"KAGGLEHUB_VERBOSITY": "critical", "HF_HUB_VERBOSITY": "critical"}
    _main()

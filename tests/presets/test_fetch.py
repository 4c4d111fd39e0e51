"""Fetching from the two hubs, played by a server on this machine: what arrives, and what is said when not."""

import errno
import hashlib
import json
import os
import shutil
import socket
import struct
import subprocess
import sys
import threading
from base64 import b64encode
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

import pytest
from huggingface_hub.errors import HfHubHTTPError, LocalEntryNotFoundError

from sd3explorer.presets.catalog import BUILT_IN
from sd3explorer.presets.download import _forget_small_files, download
from sd3explorer.presets.locate import fetch, locate
from sd3explorer.presets.preset import Preset, PresetError
from sd3explorer.resources import resource

SHIPPED = resource("models", "starter")
MEDIUM = BUILT_IN[1]
COMMIT = "0123456789abcdef0123456789abcdef01234567"
NOBODY = "http://127.0.0.1:9"
PATIENCE = 20.0

FILES = {
    "assets/merges.txt": b"d o\n",
    "config.json": (SHIPPED / "config.json").read_bytes(),
    "preprocessor.json": (SHIPPED / "preprocessor.json").read_bytes(),
    "model.weights.h5": b"weights" * 1000,
}
SMALL_BYTES = sum(len(data) for name, data in FILES.items() if name != "model.weights.h5")

# What the hub answers for the models of these owners: a status, and Hugging Face's own code for it.
ANSWERS = {
    "gated-401": (401, "GatedRepo"),
    "gated-403": (403, "GatedRepo"),
    "forbidden": (403, ""),
    "absent-401": (401, "RepoNotFound"),
    "absent-404": (404, "RepoNotFound"),
    "ill": (500, ""),
}
# Owners whose models are listed like any other; only their files are refused. As real ones do it.
LISTED = ("files-gated", "files-forbidden")
ANSWERS |= {"files-gated": (403, "GatedRepo"), "files-forbidden": (403, "")}


class Hub(BaseHTTPRequestHandler):
    """Hugging Face and, as a proxy for its `http://localhost`, Kaggle."""

    def do_HEAD(self):
        self.do_GET()

    def do_GET(self):
        self.server.asked.append(self.path)
        match urlsplit(self.path).path.strip("/").split("/"):
            case ["api", "models", owner, _, *_] if owner in ANSWERS and owner not in LISTED:
                self.refuse(*ANSWERS[owner])
            case ["api", "models", owner, name, "revision", _]:
                siblings = [
                    {"rfilename": name, "size": len(data), "blobId": etag(name)}
                    for name, data in FILES.items()
                ]
                self.answer_json({"id": f"{owner}/{name}", "sha": COMMIT, "siblings": siblings})
            case ["api", "models", _, _, "tree", _]:
                self.answer_json(
                    [
                        {"type": "file", "path": name, "size": len(data), "oid": etag(name)}
                        for name, data in FILES.items()
                    ]
                )
            case [owner, _, "resolve", *_] if owner in ANSWERS:
                self.refuse(*ANSWERS[owner])
            case ["breaks-off", _, "resolve", _, "model.weights.h5"] if self.command == "GET":
                self.break_off()
            case [_, _, "resolve", _, *parts]:
                self.answer_file("/".join(parts))
            case _:
                self.refuse(404, "")

    def do_POST(self):
        self.server.asked.append(self.path)
        request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        owner = request["ownerSlug"]
        if owner in ANSWERS:
            return self.refuse(*ANSWERS[owner])
        match urlsplit(self.path).path.rsplit("/", 1)[-1]:
            case "GetModelInstance":
                return self.answer_json({"versionNumber": 12})
            case "ListModelInstanceVersionFiles":
                files = [{"name": name, "size": len(data)} for name, data in FILES.items()]
                return self.answer_json({"files": files, "nextPageToken": ""})
            case _ if owner == "breaks-off":
                return self.break_off()
            case _:
                return self.answer_file(request["path"])

    def refuse(self, status, code):
        self.send_response(status)
        if code:
            self.send_header("X-Error-Code", code)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def answer_json(self, document):
        self.send_body(json.dumps(document).encode(), "application/json")

    def answer_file(self, name):
        if name == "model.weights.h5" and self.command != "HEAD":
            self.server.asked_for_weights.set()
            self.server.may_send_weights.wait(PATIENCE)
        self.send_body(self.server.sent.get(name, FILES[name]), "application/octet-stream", etag(name))

    def break_off(self):
        self.send_response(200)
        self.send_header("Content-Length", "1000000")
        self.end_headers()
        self.wfile.write(b"half of")
        # Closed at once and without lingering, a connection is reset, as when a network goes away.
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        socket.close(self.connection.detach())
        self.close_connection = True

    def send_body(self, data, kind, tag=""):
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        if tag:
            self.send_header("ETag", f'"{tag}"')
            self.send_header("X-Repo-Commit", COMMIT)
            # Kaggle's library compares this.
            self.send_header("X-Goog-Hash", f"md5={b64encode(hashlib.md5(data).digest()).decode()}")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def log_message(self, *arguments):
        pass


def etag(name):
    """As Git names what is in a file."""
    return hashlib.sha1(b"blob %d\0" % len(FILES[name]) + FILES[name]).hexdigest()


class HubServer(ThreadingHTTPServer):
    """Counts what it is asked, and keeps the weights back until it may send them.

    Attributes:
        sent: What is sent of a file in place of what it is.
    """

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Hub)
        self.asked_for_weights = threading.Event()
        self.may_send_weights = threading.Event()
        self.forget()

    def forget(self):
        self.asked, self.sent = [], {}
        self.asked_for_weights.clear()
        self.may_send_weights.set()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, request, client_address):
        pass  # A client that was ended has hung up.


@contextmanager
def running_hub():
    server = HubServer()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.may_send_weights.set()
        server.shutdown()
        server.server_close()
        thread.join()


def environment(home, url):
    """What points both hubs' libraries to `url`, with caches, tokens and settings of nobody."""
    theirs = (
        "HF_",
        "HUGGING",
        "KAGGLE",
        "TRANSFORMERS_",
        "HTTP_PROXY",
        "HTTPS_PROXY",
        "ALL_PROXY",
        "NO_PROXY",
    )
    clean = {name: value for name, value in os.environ.items() if not name.upper().startswith(theirs)}
    return clean | {
        "HOME": str(home),
        "USERPROFILE": str(home),
        "HF_HOME": str(home / "hugging-face"),
        "HF_HUB_CACHE": str(home / "hugging-face"),
        "HF_ENDPOINT": url,
        "KAGGLEHUB_CACHE": str(home / "kaggle"),
        "KAGGLE_CONFIG_DIR": str(home / "no-credentials"),
        # Kaggle's library has no setting for its address but this one for http://localhost; the
        # proxy brings what is meant for there to the server.
        "KAGGLE_API_ENVIRONMENT": "LOCALHOST",
        "HTTP_PROXY": url,
        "http_proxy": url,
        "NO_PROXY": "127.0.0.1",
        "no_proxy": "127.0.0.1",
    }


def point_to(url, home, monkeypatch):
    """Points this process and the downloads it starts to `url`."""
    wanted = environment(home, url)
    for name in set(os.environ) - set(wanted):
        monkeypatch.delenv(name)
    for name, value in wanted.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(home / "hugging-face"))


def cached(home, preset):
    """The folder in a hub's cache that the files of a preset come to."""
    if preset == "hf://me/sd3":
        return home / "hugging-face" / "models--me--sd3" / "snapshots" / COMMIT
    return home.joinpath("kaggle", "models", *MEDIUM.handle.removeprefix("kaggle://").split("/"))


def ask(url, home, handles):
    """What a download process answers for each handle; one process for all, as it takes a second to start."""
    program = (
        "import json, sys; from sd3explorer.presets.download import download;"
        "print(json.dumps({handle: download(handle) for handle in sys.argv[1:]}))"
    )
    answer = subprocess.run(
        [sys.executable, "-c", program, *handles],
        env=environment(home, url),
        stdout=subprocess.PIPE,
        check=True,
    )
    return json.loads(answer.stdout.splitlines()[-1])


# What `python -m sd3explorer.presets.download` does for one handle, for one after the other.
DOWNLOADING = """
import json, sys
from sd3explorer.presets.download import download

for handle in sys.stdin:
    print(json.dumps(download(handle.removesuffix("\\n"))), flush=True)
"""


class Download:
    """A download by a process that is there already, in the place of a process of its own."""

    def __init__(self, process, handle):
        self.process = process
        process.stdin.write(f"{handle}\n".encode())
        process.stdin.flush()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def communicate(self, timeout):
        return self.process.stdout.readline(), None

    def kill(self):
        pass


@contextmanager
def downloading(home):
    """A hub, and a process that downloads from it to a home folder."""
    with running_hub() as server:
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
        command = [sys.executable, "-c", DOWNLOADING]
        variables = environment(home, server.url) | {"KAGGLEHUB_VERBOSITY": "error"}
        with subprocess.Popen(command, env=variables, **pipes) as process:
            yield server, process


@pytest.fixture(scope="module")
def one_hub(tmp_path_factory):
    """For several tests, as the process and its libraries take a second to start."""
    home = tmp_path_factory.mktemp("home")
    with downloading(home) as (server, process):
        yield home, server, process


@pytest.fixture
def home(one_hub):
    """Where the hubs' libraries have nothing yet."""
    home, server, _ = one_hub
    for path in home.iterdir():
        shutil.rmtree(path)
    server.forget()
    return home


@pytest.fixture
def hub(home, one_hub, monkeypatch):
    _, server, process = one_hub
    point_to(server.url, home, monkeypatch)
    monkeypatch.setattr(subprocess, "Popen", lambda command, **_: Download(process, command[-1]))
    return server


@pytest.fixture
def own_hub(tmp_path, monkeypatch):
    """For a test of the process that downloads."""
    with running_hub() as server:
        point_to(server.url, tmp_path, monkeypatch)
        yield server


@pytest.fixture
def no_hub(tmp_path, monkeypatch):
    point_to(NOBODY, tmp_path, monkeypatch)


def record_children(monkeypatch):
    """The processes that are started from now on, in a list that grows."""
    started = []

    class Recorded(subprocess.Popen):
        def __init__(self, *arguments, **named):
            super().__init__(*arguments, **named)
            started.append(self)

    monkeypatch.setattr(subprocess, "Popen", Recorded)
    return started


def ignore(here, total):
    pass


# What arrives


@dataclass
class Fetched:
    """One fetch, and what could be seen of it."""

    preset: str
    result: Preset
    here_after: Preset | None
    files: dict[str, bytes]
    told: list[tuple[int, int | None]]
    told_before_the_weights: list[int]
    asked_again: list[str]


@pytest.fixture(scope="module", params=[MEDIUM.name, "hf://me/sd3"], ids=["kaggle", "hugging-face"])
def fetched(request, tmp_path_factory):
    told, before = [], []

    def on_progress(here, total):
        told.append((here, total))
        if not hub.may_send_weights.is_set():
            before.append(here)
            if here >= SMALL_BYTES:
                hub.may_send_weights.set()

    with running_hub() as hub, pytest.MonkeyPatch.context() as monkeypatch:
        point_to(hub.url, tmp_path_factory.mktemp("home"), monkeypatch)
        hub.may_send_weights.clear()
        result = fetch(request.param, on_progress)
        asked = len(hub.asked)
        fetch(request.param, ignore)
        files = {name: (result.folder / name).read_bytes() for name in FILES}
        return Fetched(request.param, result, locate(request.param), files, told, before, hub.asked[asked:])


def test_fetching_brings_every_file(fetched):
    assert fetched.files == FILES


def test_what_was_fetched_is_here_from_then_on(fetched):
    assert fetched.here_after == fetched.result


def test_what_was_fetched_is_called_as_the_walk_calls_it(fetched):
    assert fetched.result.name == fetched.preset


def test_what_is_here_is_not_fetched_again(fetched):
    assert fetched.asked_again == []


def test_progress_is_reported_while_the_weights_are_on_their_way(fetched):
    assert max(fetched.told_before_the_weights) > 0


def test_progress_says_of_how_much_where_that_is_known(fetched):
    total = MEDIUM.size if fetched.preset == MEDIUM.name else None
    assert {told for _, told in fetched.told} == {total}


def test_progress_counts_files_and_not_their_folders(fetched):
    notes = 1000  # Hugging Face's library keeps notes of its own beside the files.
    assert max(fetched.told_before_the_weights) <= SMALL_BYTES + notes


def test_a_folder_that_vanishes_while_its_files_are_counted_does_no_harm(no_hub, tmp_path, monkeypatch):
    (cached(tmp_path, MEDIUM.name) / "vanishing").mkdir(parents=True)
    scandir = os.scandir

    def vanish(path="."):
        if os.fspath(path).endswith("vanishing"):
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", vanish)
    with pytest.raises(PresetError, match="can't be reached"):
        fetch(MEDIUM.name, ignore)


def test_a_kaggle_handle_without_a_version_fetches_the_newest(hub):
    assert fetch("kaggle://me/sd3/keras/mine", ignore).folder.name == "12"


def test_the_starter_is_not_fetched(no_hub):
    assert fetch("starter", ignore) == locate("starter")


@pytest.mark.parametrize("name", ["HF_HUB_ETAG_TIMEOUT", "HF_HUB_DOWNLOAD_TIMEOUT"])
def test_a_number_that_the_library_could_not_read_is_named(name, no_hub, monkeypatch):
    monkeypatch.setenv(name, "abc")
    with pytest.raises(PresetError, match=f'{name} must be a whole number, not "abc"; correct or unset it'):
        fetch("hf://me/sd3", ignore)


def test_a_folder_is_not_fetched(no_hub):
    assert fetch(str(SHIPPED), ignore).folder == SHIPPED


@pytest.mark.parametrize("handle", ["hf://me/gemma", "kaggle://me/gemma/keras/mine/1"])
def test_another_model_is_refused_by_its_class_before_its_weights_are_fetched(handle, hub, monkeypatch):
    other = json.dumps({"class_name": "GemmaBackbone", "config": {}}).encode()
    monkeypatch.setitem(FILES, "config.json", other)
    with pytest.raises(PresetError, match="holds a GemmaBackbone, not a Stable Diffusion 3 preset"):
        fetch(handle, ignore)
    assert not hub.asked_for_weights.is_set()


@pytest.mark.parametrize("handle", ["hf://me/sd3", "kaggle://me/sd3/keras/mine/1"])
def test_what_came_damaged_comes_anew_with_the_next_fetch(handle, hub, monkeypatch):
    right = FILES["preprocessor.json"]
    monkeypatch.setitem(FILES, "preprocessor.json", right[:-9])
    with pytest.raises(
        PresetError, match=r"what the hub sent is incomplete: .*preprocessor\.json is damaged"
    ):
        fetch(handle, ignore)
    monkeypatch.setitem(FILES, "preprocessor.json", right)
    assert (fetch(handle, ignore).folder / "preprocessor.json").read_bytes() == right


def test_what_somebody_has_linked_into_a_cache_is_not_removed_with_what_came_damaged(tmp_path):
    snapshot, blobs = tmp_path / "snapshots" / COMMIT, tmp_path / "blobs"
    for folder in (snapshot, blobs):
        folder.mkdir(parents=True)
    kept, theirs = blobs / "0", tmp_path / "theirs.json"
    for file in (kept, theirs):
        file.write_text("{}")
        (snapshot / file.name).with_suffix(".json").symlink_to(file)
    weights = snapshot / "model.safetensors"
    weights.write_bytes(b"")
    _forget_small_files(snapshot)
    assert theirs.exists()
    assert not kept.exists()
    assert [*snapshot.iterdir()] == [weights]


def test_what_is_not_as_the_hub_lists_it_comes_anew_with_the_next_fetch(hub, monkeypatch):
    name = "assets/merges.txt"
    monkeypatch.setitem(hub.sent, name, FILES[name][:-2])
    with pytest.raises(PresetError, match=r"assets/merges\.txt came damaged; try again"):
        fetch("hf://me/sd3", ignore)
    hub.sent.clear()
    assert (fetch("hf://me/sd3", ignore).folder / name).read_bytes() == FILES[name]


@pytest.mark.parametrize("by_link", [True, False], ids=["link", "folder"])
def test_a_folder_in_the_place_of_a_listed_file_is_not_taken_for_it(by_link, hub, home):
    # A name of nothing that a hub gives a file is the name of the folder in which such files are kept.
    blobs = home / "hugging-face" / "models--me--sd3" / "blobs"
    name = "assets/merges.txt"
    place = cached(home, "hf://me/sd3") / name
    for folder in (blobs, place.parent):
        folder.mkdir(parents=True)
    if by_link:
        place.symlink_to(os.path.relpath(blobs, place.parent))
    else:
        place.mkdir()
    with pytest.raises(PresetError, match=r"assets/merges\.txt came damaged; try again"):
        fetch("hf://me/sd3", ignore)
    assert blobs.is_dir()
    assert (fetch("hf://me/sd3", ignore).folder / name).read_bytes() == FILES[name]


@pytest.mark.parametrize("handle", ["hf://me/huge", "kaggle://me/huge/keras/mine/1"])
def test_a_model_that_nobody_could_build_is_refused_before_its_weights_are_fetched(handle, hub, monkeypatch):
    huge = json.loads(FILES["config.json"])
    huge["config"]["mmdit_num_layers"] = 10**9
    monkeypatch.setitem(FILES, "config.json", json.dumps(huge).encode())
    with pytest.raises(PresetError, match="mmdit_num_layers is 1000000000, where whole numbers from 1 to"):
        fetch(handle, ignore)
    assert not hub.asked_for_weights.is_set()


@pytest.mark.parametrize("missing", ["config.json", "preprocessor.json", "model.weights.h5"])
def test_a_repository_that_is_no_preset_is_refused_by_its_list_of_files(missing, hub, monkeypatch):
    for name in range(3):
        monkeypatch.setitem(
            FILES, f"diffusion_pytorch_model-{name}.safetensors", b"weights of another program"
        )
    monkeypatch.delitem(FILES, missing)
    with pytest.raises(PresetError, match=f"it has no {missing}.*, so it is no preset of KerasHub"):
        fetch("hf://me/other", ignore)
    assert not [path for path in hub.asked if "/resolve/" in path]


def test_of_a_repository_only_the_preset_is_fetched(hub, monkeypatch):
    monkeypatch.setitem(FILES, "transformer/diffusion_pytorch_model.safetensors", b"the same once more")
    folder = fetch("hf://me/both", ignore).folder
    assert not (folder / "transformer").exists()
    assert locate("hf://me/both").folder == folder


# Interrupts


@dataclass
class Interrupted:
    """A fetch that was interrupted while the weights were on their way, and then made again."""

    children_running: list[bool]
    here_after: Preset | None
    asked_again: list[str]
    files: dict[str, bytes]


@pytest.fixture(scope="module", params=[MEDIUM.name, "hf://me/sd3"], ids=["kaggle", "hugging-face"])
def interrupted(request, tmp_path_factory):
    home = tmp_path_factory.mktemp("home")
    configuration = cached(home, request.param) / "config.json"

    def press_ctrl_c(here, total):
        if hub.asked_for_weights.is_set() and configuration.exists():
            raise KeyboardInterrupt

    with running_hub() as hub, pytest.MonkeyPatch.context() as monkeypatch:
        point_to(hub.url, home, monkeypatch)
        children = record_children(monkeypatch)
        hub.may_send_weights.clear()
        with pytest.raises(KeyboardInterrupt):
            fetch(request.param, press_ctrl_c)
        running = [child.poll() is None for child in children]
        here_after, asked = locate(request.param), len(hub.asked)
        hub.may_send_weights.set()
        folder = fetch(request.param, ignore).folder
        files = {name: (folder / name).read_bytes() for name in FILES}
        return Interrupted(running, here_after, hub.asked[asked:], files)


def test_an_interrupted_fetch_ends_its_process(interrupted):
    assert interrupted.children_running == [False]


def test_what_an_interrupted_fetch_left_is_not_taken_for_a_preset(interrupted):
    assert interrupted.here_after is None


def test_an_interrupted_fetch_made_again_brings_every_file(interrupted):
    assert interrupted.files == FILES


@pytest.mark.parametrize("interrupted", ["hf://me/sd3"], indirect=True)
def test_a_file_that_came_before_the_interrupt_is_not_fetched_again(interrupted):
    assert not [path for path in interrupted.asked_again if path.endswith("/config.json")]


def test_a_download_that_is_ended_from_outside_says_so(own_hub, monkeypatch):
    children = record_children(monkeypatch)

    def on_progress(here, total):
        children[0].kill()

    with pytest.raises(PresetError, match="the download was interrupted; start it again to continue"):
        fetch("hf://me/sd3", on_progress)


# Refusals

HANDLES = [
    *(f"hf://{owner}/sd3" for owner in (*ANSWERS, "breaks-off")),
    *(f"kaggle://{owner}/sd3/keras/mine/1" for owner in (*ANSWERS, "breaks-off")),
]
BAD_HANDLES = [
    "hf://",
    "hf://a/b/c",
    "hf://a b",
    "kaggle://",
    "kaggle://keras/sd3",
    "kaggle://a/b/keras/c/new",
]


@pytest.fixture(scope="module")
def answers(tmp_path_factory):
    with running_hub() as server:
        return ask(server.url, tmp_path_factory.mktemp("home"), [*HANDLES, *BAD_HANDLES])


@pytest.fixture(scope="module")
def answers_of_nobody(tmp_path_factory):
    return ask(NOBODY, tmp_path_factory.mktemp("home"), ["hf://me/sd3", MEDIUM.handle])


def test_an_unreachable_hugging_face_is_said_to_be_so(answers_of_nobody):
    assert answers_of_nobody["hf://me/sd3"]["error"] == (
        "the hub Hugging Face can't be reached; check the network connection and try again"
    )


def test_an_unreachable_kaggle_is_said_to_be_so(answers_of_nobody):
    assert answers_of_nobody[MEDIUM.handle]["error"] == (
        "the hub Kaggle can't be reached; check the network connection and try again"
    )


def test_fetching_says_which_preset_cannot_be_fetched_and_why(no_hub):
    with pytest.raises(PresetError) as caught:
        fetch(MEDIUM.name, ignore)
    assert str(caught.value).startswith(f"{MEDIUM.title} can't be fetched: the hub Kaggle can't be reached; ")


@pytest.mark.parametrize("owner", ["gated-401", "gated-403", "files-gated"])
def test_a_licence_to_accept_on_hugging_face_comes_with_the_steps(owner, answers):
    assert answers[f"hf://{owner}/sd3"]["error"] == (
        "its licence must be accepted first: accept the licence at "
        f"https://huggingface.co/{owner}/sd3 with a Hugging Face account, then enter that account's token "
        "under Walk › Models › Accounts, run `hf auth login` or set HF_TOKEN, and try again"
    )


@pytest.mark.parametrize("owner", ["forbidden", "files-forbidden"])
def test_a_token_that_may_not_read_gated_models_is_not_a_broken_network(owner, answers):
    # Fine-grained tokens give this answer until gated models are ticked.
    assert "its licence must be accepted first" in answers[f"hf://{owner}/sd3"]["error"]


@pytest.mark.parametrize("owner", ["gated-401", "gated-403"])
def test_a_licence_to_accept_on_kaggle_comes_with_the_steps(owner, answers):
    assert answers[f"kaggle://{owner}/sd3/keras/mine/1"]["error"] == (
        "its licence must be accepted first: accept the licence at "
        f"https://www.kaggle.com/models/{owner}/sd3 with a Kaggle account, then enter that account's "
        "API token under Walk › Models › Accounts, or put it into ~/.kaggle/access_token or "
        "KAGGLE_API_TOKEN, and try again"
    )


@pytest.mark.parametrize("owner", ["absent-401", "absent-404"])
def test_a_model_that_hugging_face_does_not_have_is_a_matter_of_spelling(owner, answers):
    assert answers[f"hf://{owner}/sd3"]["error"] == (
        f"Hugging Face has no such model; check the spelling of hf://{owner}/sd3"
    )


def test_a_model_that_kaggle_does_not_have_is_a_matter_of_spelling(answers):
    handle = "kaggle://absent-404/sd3/keras/mine/1"
    assert answers[handle]["error"] == f"Kaggle has no such model; check the spelling of {handle}"


def test_a_kaggle_that_is_ill_is_said_to_be_so(answers):
    assert (
        answers["kaggle://ill/sd3/keras/mine/1"]["error"]
        == "Kaggle answered with status 500; try again later"
    )


def test_a_hugging_face_that_is_ill_is_said_to_be_so(answers):
    assert answers["hf://ill/sd3"]["error"] == "Hugging Face answered with status 500; try again later"


@pytest.mark.parametrize("handle", ["hf://breaks-off/sd3", "kaggle://breaks-off/sd3/keras/mine/1"])
def test_a_connection_that_breaks_off_is_a_matter_of_the_network(handle, answers):
    assert answers[handle]["error"].endswith("check the network connection and try again")


def test_an_older_hugging_face_library_says_alike_that_the_hub_is_unreachable(monkeypatch):
    class OlderError(LocalEntryNotFoundError, HfHubHTTPError):
        response = None

        def __init__(self):
            pass

    def fail(*_, **__):
        raise OlderError

    monkeypatch.setattr("huggingface_hub.model_info", fail)
    assert download("hf://me/sd3")["error"].startswith("the hub Hugging Face can't be reached; ")


@pytest.mark.parametrize("handle", BAD_HANDLES)
def test_a_bad_handle_is_refused_with_the_form_it_must_have(handle, answers):
    form = "hf://OWNER/MODEL" if handle.startswith("hf") else "kaggle://OWNER/MODEL/keras/VARIANT or …"
    assert answers[handle]["error"].startswith(f"{handle} is not a handle of a model; it must be {form}")


def test_every_refusal_is_one_line(answers):
    assert all(answer["error"].isprintable() for answer in answers.values())


@pytest.mark.parametrize("handle", ["hf://me/sd3\x00", "kaggle://me/sd3/keras/mine\x00"])
def test_a_handle_that_no_process_can_be_given_is_refused(handle, no_hub):
    with pytest.raises(PresetError):
        fetch(handle, ignore)


def test_an_unknown_name_is_not_fetched(no_hub, monkeypatch):
    children = record_children(monkeypatch)
    with pytest.raises(PresetError, match="no preset and no folder is called"):
        fetch("stable_difusion", ignore)
    assert children == []


@pytest.mark.parametrize(
    ("library", "handle"),
    [("huggingface_hub.model_info", "hf://me/sd3"), ("kagglehub.model_download", MEDIUM.handle)],
)
def test_a_full_disk_is_said_to_be_full(library, handle, monkeypatch):
    def fail(*_, **__):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(library, fail)
    assert download(handle) == {
        "error": "No space left on device; free some space or mend the folder, and try again"
    }


def test_an_answer_that_nobody_foresaw_is_passed_on_in_one_line(monkeypatch):
    def fail(*_, **__):
        raise RuntimeError("out of\n  cheese")

    monkeypatch.setattr("huggingface_hub.model_info", fail)
    assert download("hf://me/sd3") == {"error": "the hub answered RuntimeError: out of cheese"}


def test_a_damaged_token_file_is_not_a_bad_handle(no_hub, tmp_path):
    (tmp_path / "no-credentials").mkdir()
    (tmp_path / "no-credentials" / "kaggle.json").write_text("KGAT_0123456789")
    assert "is not a handle of a model" not in download(MEDIUM.handle)["error"]


def test_a_download_that_the_system_does_not_start_is_an_error_with_its_reason(no_hub, monkeypatch):
    def refuse(*_, **__):
        raise OSError(errno.EMFILE, "Too many open files")

    monkeypatch.setattr(subprocess, "Popen", refuse)
    with pytest.raises(PresetError, match="Medium can't be fetched: too many open files; try again"):
        fetch("stable_diffusion_3_medium", lambda *_: None)


def test_a_library_that_says_several_lines_is_given_one(monkeypatch):
    def inconsistent(name):
        raise OSError("Consistency check failed.\nThis is usually due to\tnetwork issues")

    monkeypatch.setattr("sd3explorer.presets.download._from_hugging_face", inconsistent)
    said = download("hf://me/sd3")["error"]
    assert said.startswith("Consistency check failed. This is usually due to network issues; free some space")

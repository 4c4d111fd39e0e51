"""Signing in to the hubs, played by a server on this machine: their own libraries keep the tokens."""

import json
import os
import stat
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from sd3explorer.presets.accounts import HUBS, _write_secret, is_signed_in, keep, sign_in
from sd3explorer.presets.identity import StoppedError
from sd3explorer.presets.preset import PresetError
from sd3explorer.walk.temporary import temporary_file
from tests.flushed import flushes

KAGGLE, HUGGING_FACE = HUBS
GOOD, BAD = "hf_secretsecret", "hf_wrongwrong"
LEGACY = json.dumps({"username": "ada", "key": "secretsecret"})


class Hubs(BaseHTTPRequestHandler):
    """Says whose a token is, if it knows it."""

    def do_GET(self):
        self.do_POST()

    def do_POST(self):
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.server.may_answer.wait(20)
        knows = any(
            token in self.headers.get("Authorization", "") for token in (GOOD, "YWRhOnNlY3JldHNlY3JldA==")
        )
        answer = {"name": "ada", "userName": "ada", "auth": {"accessToken": {"displayName": "sd3"}}}
        body = json.dumps(answer if knows else {"code": 401, "error": "no"}).encode()
        self.send_response(200 if knows else 401)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


@pytest.fixture
def server(tmp_path, monkeypatch):
    server = ThreadingHTTPServer(("127.0.0.1", 0), Hubs)
    server.may_answer = threading.Event()
    server.may_answer.set()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    address = f"http://127.0.0.1:{server.server_port}"
    home = tmp_path / "home"
    home.mkdir()
    for hub in HUBS:
        for variable in hub.variables:
            monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("HF_HOME", str(home / "hf"))
    monkeypatch.setenv("HF_ENDPOINT", address)
    # Kaggle's library knows one address on this machine; a proxy leads from there to here.
    monkeypatch.setenv("KAGGLE_API_ENVIRONMENT", "LOCALHOST")
    monkeypatch.setenv("http_proxy", address)
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    server.home = home
    yield server
    server.may_answer.set()
    server.shutdown()
    server.server_close()
    thread.join()


def kept(home):
    return {file.name: file.read_text() for file in home.rglob("*") if file.is_file()}


def test_hugging_faces_library_keeps_a_token_for_its_owner_alone_and_no_process_has_it_as_an_argument(
    server, monkeypatch
):
    commands = []
    popen = subprocess.Popen

    def watch(command, **keywords):
        commands.append(command)
        return popen(command, **keywords)

    monkeypatch.setattr(subprocess, "Popen", watch)
    assert sign_in(HUGGING_FACE, f"  {GOOD}\n") == "ada"
    assert commands == [[sys.executable, "-m", "sd3explorer.presets.accounts", "huggingface"]]
    assert GOOD not in str(dict(os.environ))
    file = server.home / "hf" / "token"
    assert file.read_text() == GOOD
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_kaggles_tokens_are_kept_where_its_library_looks_for_their_owner_alone(server):
    assert sign_in(KAGGLE, GOOD) == "ada"
    newer, older = (server.home / ".kaggle" / name for name in ("access_token", "kaggle.json"))
    assert newer.read_text() == GOOD
    assert stat.S_IMODE(newer.stat().st_mode) == 0o600
    assert sign_in(KAGGLE, LEGACY) == "ada"
    assert json.loads(older.read_text()) == json.loads(LEGACY)
    assert stat.S_IMODE(older.stat().st_mode) == 0o600
    # It would come before.
    assert not newer.exists()


def test_a_token_is_on_the_disk_before_its_name_is(tmp_path, monkeypatch):
    file = tmp_path / "access_token"
    done = flushes(monkeypatch, file)
    _write_secret(file, GOOD)
    assert done == [("file", False), ("folder", True)]


def test_what_a_kill_left_beside_a_token_is_cleared_away_with_the_next(tmp_path):
    with temporary_file(tmp_path, "access_token", "") as left:
        pass
    left.write_text(BAD)
    _write_secret(tmp_path / "access_token", GOOD)
    assert kept(tmp_path) == {"access_token": GOOD}


@pytest.mark.parametrize("hub", HUBS, ids=lambda hub: hub.id)
def test_a_token_that_the_hub_does_not_know_is_not_kept_or_repeated(hub, server):
    with pytest.raises(PresetError, match=f"{hub.title} doesn't know this token; make a new one") as caught:
        sign_in(hub, BAD)
    assert BAD not in str(caught.value)
    assert BAD not in str(kept(server.home))


@pytest.mark.parametrize("hub", HUBS, ids=lambda hub: hub.id)
def test_a_hub_that_cannot_be_reached_is_said_to_be_so(hub, server, monkeypatch):
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    with pytest.raises(PresetError, match=f"{hub.title} can't be reached; check the network"):
        sign_in(hub, GOOD)
    assert kept(server.home) == {}


@pytest.mark.parametrize(
    ("hub", "text"),
    [
        (KAGGLE, "{"),
        (KAGGLE, '{"username": "ada"}'),
        (KAGGLE, "two words"),
        (HUGGING_FACE, "two\nlines"),
        (KAGGLE, ""),
    ],
)
def test_what_is_no_token_is_refused_before_anybody_is_asked(hub, text):
    assert keep(hub.id, text)["error"].startswith("that is not a")


def test_it_can_be_stopped(server):
    server.may_answer.clear()
    with pytest.raises(StoppedError):
        sign_in(HUGGING_FACE, GOOD, lambda: True)


def test_a_variable_that_comes_before_what_is_kept_is_known(server, monkeypatch):
    assert HUGGING_FACE.overriding == ""
    monkeypatch.setenv("HF_TOKEN", "hf_x")
    assert HUGGING_FACE.overriding == "HF_TOKEN"
    assert is_signed_in(HUGGING_FACE)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_nobody_waits_for_a_pipe_in_the_place_of_a_token(server, monkeypatch, hang_guard):
    for hub, file in zip(HUBS, (".kaggle/kaggle.json", "hf/token"), strict=True):
        pipe = server.home / file
        pipe.parent.mkdir(exist_ok=True)
        os.mkfifo(pipe)
        monkeypatch.setattr("huggingface_hub.constants.HF_TOKEN_PATH", str(pipe))
        assert not is_signed_in(hub)
        with pytest.raises(PresetError, match=f"{pipe} can't be read: it is a pipe, not a file; remove it"):
            sign_in(hub, "hf_mine")

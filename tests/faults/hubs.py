"""Answers of the hubs, changed: lists by grammar and bytes, files by length, headers and status."""

import hashlib
import json
import select
import subprocess
import sys
import threading
import time
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import ThreadingHTTPServer
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

from tests.faults.campaign import Campaign, Fault, Kind, Trial, check_sentence
from tests.faults.mutation import mutated_bytes, mutated_document, text_of
from tests.presets.test_fetch import COMMIT, FILES, Hub, environment, etag

# The hubs' libraries ask again, and wait before that.
SECONDS_OF_A_DOWNLOAD = 60.0
STATUSES = (200, 204, 206, 301, 302, 307, 400, 401, 403, 404, 416, 418, 500, 503)
PLACES = ("/", "", "http://127.0.0.1:9/", "file:///etc/passwd", "//", "http://[", "\u00ff")
BODIES = (
    b"",
    b"<html>Sign in</html>",
    b"[" * 100_000,
    b"\xff\xfe{\0}",
    b'{"a":' * 3_000,
    b"null",
    b"0",
    b'"a"',
)
MOST_OF_AN_ENDLESS_BODY = 3_000_000

PROGRAM = """
import json, sys
from sd3explorer.presets.download import download
# The hubs' libraries write to the usual place.
answers, sys.stdout = sys.stdout, sys.stderr
print("ready", file=answers, flush=True)
for handle in sys.stdin:
    print(json.dumps(download(handle.strip())), file=answers, flush=True)
"""


class _Server(ThreadingHTTPServer):
    """A hub that lies now and then, and otherwise answers as the real ones do.

    What it answers follows from what it is asked and how often it was: the hubs' libraries ask for several
    files at once.

    Attributes:
        lies: How often it lies.
    """

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _LyingHub)
        self.lies = 0.0
        self._seed, self._model = 0, ""
        self._times: Counter[str] = Counter()
        self._counting = threading.Lock()
        self.asked: list[str] = []
        self.sent: dict[str, bytes] = {}
        self.asked_for_weights = threading.Event()
        self.may_send_weights = threading.Event()
        self.may_send_weights.set()

    def begin(self, seed: int, model: str) -> None:
        """Begins with another model, and other lies."""
        self._seed, self._model = seed, model
        self._times.clear()

    def random(self, asked: str) -> Random:
        """What decides an answer."""
        asked = asked.replace(self._model, "")
        with self._counting:
            self._times[asked] += 1
            return Random(f"{self._seed} {asked} {self._times[asked]}")

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that has enough of it hangs up."""


class _LyingHub(Hub):
    server: Any

    def answer_json(self, document: Any) -> None:
        random = self._random()
        if random.random() >= self.server.lies:
            super().answer_json(document)
            return
        data = text_of(mutated_document(document, random, [document]), random)
        if random.random() < 0.3:
            data = mutated_bytes(data, random)
        if random.random() < 0.2:
            data = random.choice(BODIES)
        self._lie(data, "application/json", "", random)

    def answer_file(self, name: str) -> None:
        random = self._random(name)
        if name not in FILES:
            self.refuse(404, "")
        elif random.random() >= self.server.lies:
            super().answer_file(name)
        else:
            self._lie(FILES[name], "application/octet-stream", etag(name), random)

    def _random(self, name: str = "") -> Random:
        return self.server.random(f"{self.command} {self.path} {name}")

    def _lie(self, data: bytes, kind: str, tag: str, random: Random) -> None:
        """Says something else than it sends, or sends less, or more, or leads elsewhere."""
        self.close_connection = True
        self.send_response(random.choice(STATUSES) if random.random() < 0.3 else 200)
        headers = {"Content-Type": kind, "Content-Length": str(len(data)), "X-Repo-Commit": COMMIT}
        if tag:
            digest = b64encode(hashlib.md5(data).digest()).decode()
            headers |= {"ETag": f'"{tag}"', "X-Goog-Hash": f"md5={digest}"}
        match random.randrange(7):
            case 0:
                headers["Content-Length"] = random.choice(
                    ("-1", "x", "1e9", str(10**18), str(2 * len(data) + 9))
                )
            case 1:
                headers["Location"] = random.choice(PLACES)
            case 2:
                headers["Content-Encoding"] = random.choice(("gzip", "br", "deflate", "x"))
            case 3:
                headers["ETag"] = random.choice(('"', "../../x", "a" * 5_000, '""', '"W/'))
            case 4:
                headers["X-Repo-Commit"] = random.choice(("../..", "", "main", "a" * 5_000))
            case 5:
                headers.pop(random.choice(sorted(headers)))
            case _:
                headers["Content-Type"] = random.choice(("text/html", "", "application/json; charset=utf-7"))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command == "HEAD":
            return
        with suppress(OSError):
            sent = data
            if random.random() < 0.5:
                sent = data[: random.randrange(len(data) + 1)]
            elif random.random() < 0.1:
                sent = data + bytes(MOST_OF_AN_ENDLESS_BODY)
            self.wfile.write(sent)


class _Downloads:
    """The program that downloads, which is asked for one model after the other."""

    def __init__(self, folder: Path, url: str) -> None:
        self._folder, self._url = folder, url
        self._errors = (folder / "errors").open("wb")
        self._begin()

    def _begin(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM],
            env=environment(self._folder, self._url),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
        )
        self._line(SECONDS_OF_A_DOWNLOAD)

    def ask(self, handle: str) -> dict[str, str]:
        """What it answers for a handle."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{handle}\n".encode())
        self._process.stdin.flush()
        line = self._line(SECONDS_OF_A_DOWNLOAD)
        if not line:
            ended = self._process.poll() is not None
            self.close()
            self._begin()
            text = (self._folder / "errors").read_text(errors="replace")[-3_000:]
            raise Fault(Kind.TRACEBACK if ended else Kind.HANG, text)
        return json.loads(line)

    def close(self) -> None:
        """Ends it."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with suppress(OSError):
                    stream.close()

    def _line(self, seconds: float) -> bytes:
        pipe = self._process.stdout
        assert pipe is not None
        until = time.monotonic() + seconds
        while time.monotonic() < until and self._process.poll() is None:
            if select.select([pipe], [], [], 0.1)[0]:
                return pipe.readline()
        return b""


@contextmanager
def prepare(folder: Path) -> Iterator[Trial]:
    """A model is fetched from a hub that lies now and then. What is then said to be there is whole."""
    server = _Server()
    serving = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    serving.start()
    downloads = _Downloads(folder, f"http://127.0.0.1:{server.server_port}")
    numbers, whole = count(), 0

    def trial(random: Random) -> None:
        nonlocal whole
        name = f"model{next(numbers)}"
        server.begin(random.getrandbits(32), name)
        server.lies = random.choice((0.2, 0.5, 1.0))
        handle = random.choice((f"hf://me/{name}", f"kaggle://me/{name}/keras/small/1"))
        _check(downloads.ask(handle))
        # Once it tells the truth, what a lie has left is no hindrance, or is named.
        server.lies = 0.0
        whole += _check(downloads.ask(handle))

    try:
        yield trial
    finally:
        downloads.close()
        downloads._errors.close()
        server.shutdown()
        server.server_close()
        serving.join()
    print(f"hubs: of {next(numbers)} models {whole} were there in the end")


def _check(answer: dict[str, str]) -> bool:
    """Makes sure that what is said to be there is whole; says whether it is there."""
    if "error" in answer:
        check_sentence(answer["error"])
        return False
    folder = Path(answer["folder"])
    for name, data in FILES.items():
        file = folder / name
        if file.exists() and (not file.is_file() or file.read_bytes() != data):
            raise Fault(Kind.WRONG, f"{name} is said to be there, and isn't whole")
    return True


CAMPAIGN = Campaign(
    "hubs",
    "answers of the hubs changed by grammar, bytes, lengths, headers",
    prepare,
    2_000,
    short=12,
    seconds=200,
)

"""The system's own ssh with a worker at its other end: how it is started and asked, and how it ends."""

import os
import re
import threading
from collections.abc import Callable, Sequence
from io import BufferedReader
from pathlib import Path
from typing import TypeVar

from sd3explorer.processes.child import End, Process, Terms
from sd3explorer.render.address import Address
from sd3explorer.render.handshake import (
    BEATS_MISSED,
    BEATS_TO_START,
    KINDS,
    SECONDS_BETWEEN_BEATS,
    Beat,
    Refused,
    read_greeting,
)
from sd3explorer.render.line import Speed
from sd3explorer.render.messages import RenderError
from sd3explorer.render.wire import text
from sd3explorer.walk.printable import printable

# What ssh itself ends with, and a shell that has no such program, or none that it may run.
SSH_FAILED, NO_PROGRAM = 255, (126, 127)

# Messages that may wait to be looked at, and how long one may be beside its picture.
MESSAGES_AHEAD, BYTES_BESIDE = 64, 2**20
SECONDS_TO_WAIT = 0.2

Wanted = TypeVar("Wanted")

# What ssh says of what no second try would change, and what to do about it.
_REFUSALS = (
    (
        re.compile("REMOTE HOST IDENTIFICATION HAS CHANGED"),
        "{host} has another key than it had; if you know why, remove the old one with: "
        "ssh-keygen -R {host}, and run once: {login}",
    ),
    (
        re.compile("Host key verification failed|No .* host key is known"),
        "{host} is not known to ssh yet; run once, and look at its key: {login}",
    ),
    (
        re.compile(r"Permission denied|Too many authentication failures|no mutual signature"),
        "{host} doesn't let you in without a password; put your key there with: {copy_id}",
    ),
    (
        re.compile(r"Could not resolve hostname|Name or service not known"),
        "no machine is called {host}; look for a slip, or add it to ~/.ssh/config",
    ),
    (
        re.compile(r"Bad configuration option|Bad owner or permissions|terminating, \d+ bad"),
        "ssh can't read its configuration; run this to see why: {login}",
    ),
)


class Connection(Process):
    """An ssh with a worker at its other end, and the beats that show whether it is there.

    Args:
        address: Where to.
        ssh: The program, and what else it is started with.
        log: File that what ssh and the worker write goes to.
        most_bytes: How long a message from there may be.

    Raises:
        OSError: The program can't be started.
    """

    def __init__(self, address: Address, ssh: Sequence[str], log: Path, most_bytes: int) -> None:
        self.silent = self.greeted = False
        self._address = address
        self._speed = Speed()
        terms = Terms(most_bytes, MESSAGES_AHEAD, self._greet)
        super().__init__(address.ssh(ssh), KINDS, log, os.environ, terms)
        threading.Thread(target=self._beat, name="sd3explorer beat", daemon=True).start()

    def answer(self, kind: type[Wanted], stopped: Callable[[], bool]) -> Wanted:
        """What the worker answers next to what it was asked, beside frames.

        Args:
            kind: What answers that.
            stopped: Asked again and again.

        Raises:
            RenderError: It can't be reached or used, or refuses, and what to do; or that was stopped.
        """
        host = self._address.host
        while not stopped():
            try:
                answer = self.receive(SECONDS_TO_WAIT)
            except EOFError as error:
                end = self.end()
                why = refusal(self._address, end) or f"{lost(self._address, end)}{end.pointer}"
                raise RenderError(why) from error
            if isinstance(answer, kind):
                return answer
            if isinstance(answer, Refused):
                raise RenderError(f"{host}: {text(str(answer.reason))}")
        raise RenderError(f"what {host} was asked was stopped")

    def _greet(self, pipe: BufferedReader) -> None:
        read_greeting(pipe)
        self.greeted = True

    def _count(self, size: int) -> None:
        super()._count(size)
        self._speed.count(size)

    def _beat(self) -> None:
        before = missed = 0
        while not self._closing.wait(SECONDS_BETWEEN_BEATS):
            self.send(Beat(self._speed.bytes_per_second))
            missed = missed + 1 if before == self.received else 0
            before = self.received
            if missed > (BEATS_MISSED if self.greeted else BEATS_TO_START):
                self.silent = True
                self._process.kill()
                return


def refusal(address: Address, end: End) -> str:
    """Why another try would end in the same way, and what to do; "" where it may not.

    Args:
        address: Where the connection went to.
        end: How it ended.
    """
    host = address.host
    if end.garbled:
        return f"{host}: {end.cause}"
    if end.status == SSH_FAILED:
        for pattern, sentence in _REFUSALS:
            if pattern.search(end.output):
                login = address.login
                copy_id = login.replace("ssh", "ssh-copy-id", 1)
                return sentence.format(host=host, login=login, copy_id=copy_id)
    if end.status in NO_PROGRAM:
        return (
            f"{host} has no program {address.command}; install sd3explorer there, or say where "
            f"it is: ssh://{host}/PATH/TO/sd3explorer"
        )
    return ""


def lost(address: Address, end: End) -> str:
    """How a connection ended that was of no use yet, as a sentence."""
    if end.status == SSH_FAILED or end.by_others:
        return f"{address.host} can't be reached: {why(end)}"
    return f"{address.host}: the worker there ended ({end})"


def why(end: End) -> str:
    """How a connection ended, in few words."""
    said = [each.strip() for each in end.output.splitlines() if each.strip()]
    if end.by_others:
        return "nothing more came from there"
    if end.status == SSH_FAILED and said:
        return printable(said[-1].removeprefix("ssh: "))[:200]
    return "ssh gives no reason" if end.status == SSH_FAILED else str(end)

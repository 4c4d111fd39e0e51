"""The address of an engine on another machine, and the command of ssh that reaches it."""

import re
import shlex
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote, unquote

from sd3explorer.render.error import RenderError
from sd3explorer.walk.printable import shortened

SCHEME = "ssh://"
COMMAND = "sd3explorer"
LONGEST_ADDRESS = 500

# None begins with a minus, which ssh would take for an option.
_ADDRESS = re.compile(
    r"(?:(?P<user>[\w.][\w.-]*)@)?(?P<host>[\w.][\w.-]*|\[[0-9A-Fa-f:.]+(?:%[\w.]+)?\])(?::(?P<port>\d{1,5}))?"
    r"(?P<command>/.*)?",
    re.ASCII,
)

# No questions, no forwarding, no session of somebody else that ends with ours; what is dead is noticed.
OPTIONS = (
    *("-T", "-a", "-x"),
    *("-o", "BatchMode=yes"),
    *("-o", "ControlMaster=no"),
    *("-o", "ClearAllForwardings=yes"),
    *("-o", "ConnectTimeout=15"),
    *("-o", "ServerAliveInterval=15"),
    *("-o", "ServerAliveCountMax=4"),
)


@dataclass(frozen=True, slots=True)
class Address:
    """Where an engine is: a machine as `ssh` knows it, and the program there.

    Args:
        host: Name, number, or alias of the user's configuration of ssh.
        user: Who one is there; "" leaves it to ssh.
        port: Of its ssh; None leaves it to ssh.
        command: The program: a name, or a path, which may begin with "~/".
    """

    host: str
    user: str = ""
    port: int | None = None
    command: str = COMMAND

    @classmethod
    def read(cls, text: str) -> "Address":
        """Reads "ssh://USER@HOST:PORT/PATH/TO/sd3explorer", of which all but the host may be left out.

        Raises:
            RenderError: It is no such address.
        """
        rest = text.strip().removeprefix(SCHEME)
        found = _ADDRESS.fullmatch(rest.removesuffix("/"))
        port = int(found["port"]) if found and found["port"] else None
        command = unquote(found["command"] or "") if found else ""
        is_one = len(text) <= LONGEST_ADDRESS and command.isprintable() and (port is None or 0 < port < 2**16)
        if found is None or not is_one or (":" in rest.partition("@")[0] and "@" in rest.partition("/")[0]):
            raise RenderError(
                f'"{shortened(text)}" is not an address of an engine: write ssh://HOST, ssh://USER@HOST:PORT '
                "or ssh://HOST/PATH/TO/sd3explorer"
            )
        if command.startswith("/~/"):
            command = command.removeprefix("/")
        return cls(found["host"].strip("[]"), found["user"] or "", port, command or COMMAND)

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        user = f"{self.user}@" if self.user else ""
        port = f":{self.port}" if self.port is not None else ""
        command = "" if self.command == COMMAND else f"/{quote(self.command.removeprefix('/'), safe='/~')}"
        return f"{SCHEME}{user}{host}{port}{command}"

    @property
    def login(self) -> str:
        """What one types to get there by hand."""
        port = f"-p {self.port} " if self.port is not None else ""
        return f"ssh {port}{self.user and f'{self.user}@'}{self.host}"

    def ssh(self, ssh: Sequence[str] = ("ssh",)) -> list[str]:
        """The command that starts a worker there, which speaks over the standard streams.

        Args:
            ssh: The program, and what else it is started with.
        """
        user = ("-l", self.user) if self.user else ()
        port = ("-p", str(self.port)) if self.port is not None else ()
        home, rest = ("~/", self.command[2:]) if self.command.startswith("~/") else ("", self.command)
        return [*ssh, *OPTIONS, *user, *port, "--", self.host, f"{home}{shlex.quote(rest)} worker"]

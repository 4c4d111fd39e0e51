"""A real OpenSSH server for tests, and a proxy before it that disturbs what it carries."""

import contextlib
import os
import shlex
import shutil
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from sd3explorer.render.address import Address
from sd3explorer.render.ssh import OtherMachine

REPOSITORY = Path(__file__).parents[1]
SSHD = shutil.which("sshd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
NEEDED = ("ssh", "ssh-keygen")
SECONDS_TO_START = 20.0
BLOCK = 2**14

# A server that runs as root wants a folder that may not be there, and gets one that only it sees.
AS_ROOT = ("unshare", "-m", "sh", "-c", 'mount -t tmpfs none /run && mkdir /run/sshd && exec "$@"', "sh")

WORKER = """\
#!/bin/sh
cd {repository} || exit 1
{environment} exec {python} -c '
from sd3explorer.render.serving import serve
from {module} import {name}
{call}
'
"""

has_server = pytest.mark.skipif(
    SSHD is None or not all(map(shutil.which, NEEDED)), reason="needs OpenSSH, its server too"
)


class Proxy:
    """Carries streams to a port, and disturbs them when it is told to.

    Attributes:
        rate: Bytes a second that it lets through from there; None for all that come.
        held: While set, nothing is carried.
        carried: How many bytes came from there.
        left: After so many bytes from there the stream is cut; None never.
    """

    def __init__(self, port):
        self.rate = self.left = None
        self.held = False
        self.connections = self.carried = 0
        self._target = port
        self._open = set()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self.refuses = False
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self):
        """Cuts all that is open."""
        for one in list(self._open):
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    def close(self):
        """Carries nothing more."""
        self._listener.close()
        self.held = False
        self.cut()

    def _accept(self):
        with contextlib.suppress(OSError):
            while True:
                near, _ = self._listener.accept()
                if self.refuses:
                    near.close()
                    continue
                self.connections += 1
                far = socket.create_connection(("127.0.0.1", self._target))
                for ends in ((near, far, False), (far, near, True)):
                    threading.Thread(target=self._carry, args=ends, daemon=True).start()

    def _carry(self, source, target, is_answer):
        self._open.add(source)
        with contextlib.suppress(OSError):
            while data := source.recv(BLOCK):
                while self.held:
                    time.sleep(0.01)
                self.carried += len(data) if is_answer else 0
                if is_answer and self.left is not None:
                    data, cut = data[: self.left], len(data) >= self.left
                    self.left -= len(data)
                    target.sendall(data)
                    if cut:
                        self.left = None
                        break
                else:
                    target.sendall(data)
                if is_answer and self.rate:
                    time.sleep(len(data) / self.rate)
        for one in (source, target):
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
        self._open.discard(source)
        source.close()


class Server:
    """An OpenSSH server on this machine.

    Args:
        folder: For its files, and those of whoever comes to it.
    """

    def __init__(self, folder):
        self.folder = folder
        self.config = folder / "ssh_config"
        for name in ("host", "user", "stranger"):
            self._run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder / name)
        (folder / "authorized").write_text((folder / "user.pub").read_text())
        self.port = self._free_port()
        (folder / "sshd_config").write_text(
            f"ListenAddress 127.0.0.1\nPort {self.port}\nHostKey {folder}/host\nPidFile none\nUsePAM no\n"
            f"AuthorizedKeysFile {folder}/authorized\nStrictModes no\nPasswordAuthentication no\n"
            "KbdInteractiveAuthentication no\nPermitRootLogin prohibit-password\nMaxStartups 100\n"
        )
        command = [SSHD, "-D", "-e", "-f", str(folder / "sshd_config")]
        if os.geteuid() == 0 and not Path("/run/sshd").is_dir():
            command = [*AS_ROOT, *command]
        self._log = (folder / "sshd.log").open("wb")
        self._process = subprocess.Popen(command, stderr=self._log, stdin=subprocess.DEVNULL)
        self._wait()
        self.proxy = Proxy(self.port)
        self.write_config()

    def write_config(self, key="user", known=True, **more):
        """How whoever comes to the host "box" gets there: by the proxy.

        Args:
            key: Which key they have.
            known: Whether they know the server's.
            more: Further options.
        """
        kind, number, *_ = (self.folder / "host.pub").read_text().split()
        hosts = self.folder / "known_hosts"
        hosts.write_text(f"box {kind} {number}\n" if known else "")
        options = {
            "HostName": "127.0.0.1",
            "Port": self.proxy.port,
            "HostKeyAlias": "box",
            "IdentityFile": self.folder / key,
            "IdentitiesOnly": "yes",
            "IdentityAgent": "none",
            "UserKnownHostsFile": hosts,
            "GlobalKnownHostsFile": "/dev/null",
            **more,
        }
        self.config.write_text(
            "Host box\n" + "".join(f"  {name} {value}\n" for name, value in options.items())
        )

    def program(self, choose_place, before="", call="serve({name})", **variables):
        """A program for the other machine whose engines are as a function of a test says.

        Args:
            choose_place: A function of a module.
            before: What its shell does first.
            call: What is called, by its name.
            variables: What is in its environment.
        """
        file = self.folder / f"sd3explorer-{choose_place.__name__}"
        words = " ".join(f"{name}={shlex.quote(str(value))}" for name, value in variables.items())
        text = WORKER.format(
            repository=shlex.quote(str(REPOSITORY)),
            environment=words,
            python=shlex.quote(sys.executable),
            module=choose_place.__module__,
            name=choose_place.__name__,
            call=call.format(name=choose_place.__name__),
        )
        file.write_text(text.replace("cd ", f"{before}\ncd ", 1))
        file.chmod(0o755)
        return file

    def place(self, command, log=None, precision="float32"):
        """The host "box" as a place to render, with a program there."""
        address = Address.read(f"ssh://box{command if str(command).startswith('/') else f'/{command}'}")
        return OtherMachine(
            address,
            log or self.folder / "engine.log",
            asked_precision=precision,
            ssh=("ssh", "-F", str(self.config)),
        )

    def close(self):
        """Ends it, and what it carries."""
        self.proxy.close()
        self._process.terminate()
        self._process.wait()
        self._log.close()

    @staticmethod
    def _run(*words):
        subprocess.run(list(map(str, words)), check=True, capture_output=True)

    @staticmethod
    def _free_port():
        with socket.socket() as found:
            found.bind(("127.0.0.1", 0))
            return found.getsockname()[1]

    def _wait(self):
        end = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < end and self._process.poll() is None:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1.0):
                return
            time.sleep(0.05)
        self._process.kill()
        pytest.skip(f"sshd doesn't start here: {(self.folder / 'sshd.log').read_text()[-300:]}")

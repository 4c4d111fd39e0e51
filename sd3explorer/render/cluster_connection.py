"""A connection to a scheduler of Dask. The only module that talks to its client."""

import contextlib
import logging
import os
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any, cast

from sd3explorer.render.messages import RenderError
from sd3explorer.walk.files import check_no_pipe, expanded, reason

logger = logging.getLogger(__name__)

LOCAL = "local"
LOCAL_WORKERS = 2
NO_OTHER_MACHINE = "127.0.0.1:0"
SCHEMES = ("tcp://", "tls://")
GPU = "GPU"

SECONDS_TO_CONNECT = 10.0
SECONDS_BETWEEN_LOOKS = 1.0
SECONDS_TO_LOOK = 10.0

HOW_TO_INSTALL = (
    "rendering on a cluster needs Dask, which isn't installed; run: pip install 'sd3explorer[cluster]'"
)


@dataclass(frozen=True, slots=True)
class Certificates:
    """What both sides of an encrypted connection show each other.

    Args:
        authority: Certificate that all others are signed with.
        certificate: Our own.
        key: Its key.
    """

    authority: Path
    certificate: Path
    key: Path


def distributed() -> ModuleType:
    """Dask, which takes a second to import.

    Raises:
        RenderError: It isn't installed, says how it is; or its configuration is damaged.
    """
    is_new = "distributed" not in sys.modules
    if is_new:
        _check_configuration()
    try:
        import distributed as found
    except ImportError as error:
        raise RenderError(HOW_TO_INSTALL) from error
    except Exception as error:
        # It takes its configuration apart when it is imported.
        told = [name for name in sorted(os.environ) if name.startswith("DASK_")]
        where = ", ".join([*told, "or what is in ~/.config/dask"])
        raise RenderError(
            f"Dask can't be started: {_detail(error)}; correct its configuration, {where}"
        ) from error
    if is_new:
        # It writes to the terminal by default, over our progress; our log has it.
        for name in ("distributed", "distributed.client"):
            logging.getLogger(name).handlers.clear()
            logging.getLogger(name).propagate = True
    return found


def _check_configuration() -> None:
    """Refuses what Dask would wait for, as it reads all that is in its folders when it is imported."""
    places = [Path("/etc/dask"), Path(sys.prefix, "etc", "dask"), expanded("~/.config/dask")]
    places += [Path(os.environ[name]) for name in ("DASK_ROOT_CONFIG", "DASK_CONFIG") if os.environ.get(name)]
    try:
        check_no_pipe(places)
    except OSError as error:
        raise RenderError(f"Dask can't be started: {error.filename}: {reason(error)}; remove it") from error


class Connection:
    """A client of a scheduler.

    Args:
        address: `tcp://` or `tls://`, the file that a scheduler has written, or "local", which starts one.
        certificates: For `tls://`; None takes those of Dask's own configuration.

    Raises:
        RenderError: Dask isn't installed, or the scheduler can't be reached.
    """

    def __init__(self, address: str, certificates: Certificates | None = None) -> None:
        found = distributed()
        self.address = address
        self._cluster: Any = None
        self._guard = threading.Lock()
        self._looked_at = -SECONDS_BETWEEN_LOOKS
        self._workers: frozenset[str] = frozenset()
        self._listed: frozenset[str] = frozenset()
        self._choosing = threading.Lock()
        if address.startswith("tls://") and certificates is None and not _has_certificates():
            raise RenderError(
                "a cluster by tls:// needs certificates; give --cluster-tls CA,CERT,KEY, or set "
                "distributed.comm.tls in Dask's own configuration"
            )
        options: dict[str, Any] = {"timeout": SECONDS_TO_CONNECT, "set_as_default": False}
        if certificates is not None:
            options["security"] = found.Security(
                tls_ca_file=str(certificates.authority),
                tls_client_cert=str(certificates.certificate),
                tls_client_key=str(certificates.key),
                require_encryption=True,
            )
        try:
            if address == LOCAL:
                # Scheduler and workers are threads here, and engines processes of their own, so there is no
                # port through which others could run anything; those of the dashboards show figures alone.
                self._cluster = found.LocalCluster(
                    n_workers=LOCAL_WORKERS,
                    threads_per_worker=1,
                    processes=False,
                    memory_limit=0,
                    dashboard_address=NO_OTHER_MACHINE,
                    worker_dashboard_address=NO_OTHER_MACHINE,
                    silence_logs=logging.CRITICAL,
                )
                options["address"] = self._cluster
            elif address.startswith(SCHEMES):
                options["address"] = address
            else:
                options["scheduler_file"] = address
            self._client: Any = found.Client(**options)
        except Exception as error:
            if self._cluster is not None:
                self._cluster.close()
            raise RenderError(f"the scheduler at {address} can't be reached: {_detail(error)}") from error

    def workers(self) -> frozenset[str]:
        """Addresses of the workers that can have an engine: those with a GPU, where any says so.

        At most a second old.

        Raises:
            RenderError: The scheduler is gone.
        """
        self._look_again()
        return self._workers

    def has(self, address: str) -> bool:
        """Whether a worker is still there, as of a second ago.

        Raises:
            RenderError: The scheduler is gone.
        """
        self._look_again()
        return address in self._listed

    def submit(self, function: Callable[..., Any], *arguments: Any, address: str, **how: Any) -> Any:
        """Has one worker, and no other, call something.

        Returns:
            Dask's future of it.
        """
        return self._client.submit(
            function, *arguments, workers=[address], allow_other_workers=False, pure=False, **how
        )

    def actor(self, future: Any) -> Any:
        """The actor that has come of a future, which must be done."""
        # Which client an actor belongs to is a global of Dask's for a moment.
        with self._choosing, self._client.as_current():
            return future.result()

    def tell(self, call: Callable[[], Any], seconds: float = 0.0) -> None:
        """Calls a method of an actor, whatever comes of it.

        Args:
            call: Calls it.
            seconds: So long is waited at most until it is done.
        """
        with contextlib.suppress(Exception):
            future = call()
            if seconds:
                future.result(timeout=seconds)

    def close(self) -> None:
        """Ends the connection, and the cluster where that is one of ours. May be called again."""
        with contextlib.suppress(Exception):
            self._client.close()
        if self._cluster is not None:
            cluster, self._cluster = self._cluster, None
            cluster.close()

    def _look_again(self) -> None:
        with self._guard:
            if time.monotonic() - self._looked_at >= SECONDS_BETWEEN_LOOKS:
                self._look()
                self._looked_at = time.monotonic()

    def _look(self) -> None:
        try:
            found = self._client.sync(
                self._client.scheduler.identity, n_workers=-1, callback_timeout=SECONDS_TO_LOOK
            )
        except Exception as error:
            raise RenderError(
                f"the connection to the scheduler at {self.address} is lost: {_detail(error)}; the same "
                "command continues from here"
            ) from error
        running: dict[str, dict[str, float]] = {
            address: worker.get("resources") or {}
            for address, worker in found["workers"].items()
            if worker.get("status", "running") == "running"
        }
        chosen = [address for address, resources in running.items() if resources.get(GPU)] or list(running)
        self._workers, self._listed = frozenset(chosen), frozenset(found["workers"])


def _has_certificates() -> bool:
    from dask import config

    return cast(Any, config).get("distributed.comm.tls.ca-file", None) is not None


def _detail(error: Exception) -> str:
    return " ".join(str(error).split())[:300] or type(error).__name__

"""The workers of a Dask cluster as one place, with an engine beside each."""

import time
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sd3explorer import __version__
from sd3explorer.presets.preset import Preset
from sd3explorer.render.child import ChildProcess
from sd3explorer.render.cluster_connection import LOCAL, Certificates, Connection
from sd3explorer.render.cluster_engine import ClusterEngine
from sd3explorer.render.cluster_host import Beside, Wanted, precision_here
from sd3explorer.render.engine import LoadModel, load_pipeline
from sd3explorer.render.fleet import Fleet
from sd3explorer.render.messages import EngineSettings, Renderer, RenderError
from sd3explorer.render.precision import AUTO

SECONDS_BETWEEN_LOOKS = 0.2

# So long after its engine was lost a worker may still be listed though it is gone.
SECONDS_TO_LEAVE = 1.5

# So often in a row may engines be lost before any of them was ready.
FALSE_STARTS_ALLOWED = 10


@dataclass(frozen=True, slots=True)
class Cluster:
    """The place with an engine beside each worker of a Dask scheduler, or each one with a GPU.

    Frames differ by their precision, so all have the one that suits the worker that is asked first.

    Args:
        address: `tcp://HOST:PORT`, `tls://HOST:PORT`, the file that a scheduler has written, or "local".
        certificates: For `tls://`; None takes those of Dask's own configuration.
        backend: Name of Keras' backend, "auto", or None; see `ThisMachine`.
        asked_precision: Name of a dtype, or "auto".
        load_model: What loads the model; must be importable by the workers.
        beside: The place where the engine of a worker runs there.
    """

    address: str
    certificates: Certificates | None = None
    backend: str | None = None
    asked_precision: str = AUTO
    load_model: LoadModel = load_pipeline
    beside: Beside = ChildProcess

    @property
    def name(self) -> str:
        """What it is called; see `Place.name`."""
        return "a cluster on this machine" if self.address == LOCAL else f"the cluster at {self.address}"

    @property
    def watchable(self) -> bool:
        """See `Place.watchable`."""
        return False

    @property
    def log(self) -> None:
        """Each worker has its own, in its own folder."""

    def precision(
        self, stopped: Callable[[], bool] = lambda: False, say: Callable[[str], None] = lambda _: None
    ) -> str:
        """Name of the dtype that frames are rendered in; see `Place.precision`."""
        if self.asked_precision != AUTO:
            return self.asked_precision
        if self.address == LOCAL:
            return self.beside.of_user(self.backend).precision(stopped, say)
        with closing(self._connected()) as connection:
            return _measured(connection, self.backend, self.beside, stopped, say)

    def settings(
        self,
        preset: Preset,
        image_size: tuple[int, int],
        precision: str,
        batch_size: int | None = None,
        watched: bool = False,
    ) -> EngineSettings:
        """What engines are started with; see `Place.settings`. Each worker finds out the rest for itself."""
        return EngineSettings(preset, image_size, precision, self.backend, batch_size)

    def remember(self, settings: EngineSettings, batch_size: int) -> None:
        """Nothing: each worker remembers its own."""

    def open(self, settings: EngineSettings) -> Renderer:
        """A renderer with an engine beside each worker; see `Place.open`.

        Raises:
            RenderError: The scheduler can't be reached.
        """
        return Fleet(settings, {}, crew=Workers(settings, self._wanted(settings), self._connected()))

    def _connected(self) -> Connection:
        return Connection(self.address, self.certificates)

    def _wanted(self, settings: EngineSettings) -> Wanted:
        preset = settings.preset
        return Wanted(
            __version__,
            preset.name,
            tuple(str(lora.file) for lora in preset.loras),
            preset.facts(settings.precision).fingerprint,
            settings.image_size,
            settings.precision,
            self.backend,
            settings.batch_size,
            self.load_model,
            self.beside,
        )


def chosen_cluster(
    address: str,
    files: tuple[Path, Path, Path] | None = None,
    backend: str | None = None,
    precision: str = AUTO,
) -> Cluster:
    """The cluster that somebody asks for.

    Args:
        address: As `Cluster` has it.
        files: For an encrypted connection: the authority's certificate, one's own, and its key.
        backend: Name of Keras' backend, "auto", or None.
        precision: Name of a dtype, or "auto".

    Raises:
        RenderError: A file isn't there, or it is one for an encrypted connection where none is asked for.
    """
    if address != LOCAL and "://" not in address and not Path(address).is_file():
        raise RenderError(
            f"--cluster: there is no file {address}; name the one that the scheduler has written"
        )
    if files is None:
        return Cluster(address, None, backend, precision)
    if address == LOCAL or address.startswith("tcp://"):
        raise RenderError(
            f"--cluster-tls: {address} isn't encrypted; give an address that begins with tls://"
        )
    for file in files:
        if not file.is_file():
            raise RenderError(f"--cluster-tls: there is no file {file}; name the certificates and the key")
    return Cluster(address, Certificates(*files), backend, precision)


class Workers:
    """The engines beside the workers of a cluster, which come and go; see `Crew`.

    Args:
        settings: What an engine begins with.
        wanted: What each is to be.
        connection: To the scheduler; it is closed with this.
    """

    def __init__(self, settings: EngineSettings, wanted: Wanted, connection: Connection) -> None:
        self._settings, self._wanted, self._connection = settings, wanted, connection
        self._engines: dict[str, ClusterEngine] = {}
        self._false_starts = 0

    def arrived(self) -> Mapping[str, Renderer]:
        """Engines for the workers that have come since it was last asked, and for those that lost theirs."""
        there = self._connection.workers()
        for address, engine in list(self._engines.items()):
            if engine.over_at is not None and time.monotonic() - engine.over_at >= SECONDS_TO_LEAVE:
                del self._engines[address]
                self._count(engine)
        new = {address: self._engine(address) for address in sorted(there - self._engines.keys())}
        self._engines |= new
        return {address.rpartition("://")[2]: engine for address, engine in new.items()}

    def close(self) -> None:
        """Leaves the cluster."""
        self._connection.close()

    def _engine(self, address: str) -> ClusterEngine:
        return ClusterEngine(self._settings, self._wanted, self._connection, address)

    def _count(self, engine: ClusterEngine) -> None:
        self._false_starts = 0 if engine.was_ready else self._false_starts + 1
        if self._false_starts >= FALSE_STARTS_ALLOWED:
            raise RenderError(
                f"{self._false_starts} workers in a row were lost while their engines got ready; they may "
                "have too little memory for this model"
            )


def _measured(
    connection: Connection,
    backend: str | None,
    beside: Beside,
    stopped: Callable[[], bool],
    say: Callable[[str], None],
) -> str:
    has_said = False
    while not (there := sorted(connection.workers())):
        _wait(stopped)
        if not has_said:
            say("no worker is there yet; rendering continues when one joins")
            has_said = True
    future = connection.submit(precision_here, backend, beside, address=there[0])
    while not future.done():
        _wait(stopped)
        if not connection.has(there[0]):
            raise RenderError("a worker left while its precision was being measured; try again")
    return future.result()


def _wait(stopped: Callable[[], bool]) -> None:
    if stopped():
        raise RenderError("it was stopped")
    time.sleep(SECONDS_BETWEEN_LOOKS)

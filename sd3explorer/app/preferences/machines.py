"""What other machines have, and what is copied to them, in a thread that doesn't block the window."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from PySide6.QtCore import QObject, QThread, Signal

from sd3explorer.presets.preset import Preset
from sd3explorer.render.copying import Parcel, copy, missing
from sd3explorer.render.handshake import About
from sd3explorer.render.messages import RenderError
from sd3explorer.render.ssh import OtherMachine

logger = logging.getLogger(__name__)

Stopped: TypeAlias = Callable[[], bool]
OnProgress: TypeAlias = Callable[[int, int], object]


@dataclass(frozen=True, slots=True)
class Found:
    """What there is at a machine, and what it lacks.

    Args:
        about: What it has.
        lacking: What it lacks to render the walk that is open.
    """

    about: About
    lacking: tuple[Parcel, ...] = ()

    @property
    def to_copy(self) -> tuple[Parcel, ...]:
        """What it lacks that can be copied there."""
        return tuple(parcel for parcel in self.lacking if parcel.can_be_copied)


class Machines(Protocol):
    """Asks other machines."""

    def look(self, address: str, preset: Preset | None, stopped: Stopped, /) -> Found:
        """What a machine has, and lacks to render with a model.

        Args:
            address: Where it is.
            preset: The model; None where it isn't here either.
            stopped: Asked again and again.

        Raises:
            RenderError: It can't be used, and what to do.
        """
        ...

    def copy(self, address: str, preset: Preset, on_progress: OnProgress, stopped: Stopped, /) -> None:
        """Copies to a machine what it lacks to render with a model.

        Args:
            address: Where it is.
            preset: The model.
            on_progress: Called with how many bytes are there, and of how many.
            stopped: Asked again and again.

        Raises:
            RenderError: It can't be used, and what to do.
        """
        ...


class SshMachines:
    """Those that are reached by ssh."""

    def look(self, address: str, preset: Preset | None, stopped: Stopped) -> Found:
        """See `Machines.look`."""
        place = OtherMachine.of_user(address)
        about = place.look(stopped)
        return Found(about, missing(place, preset, stopped) if preset is not None else ())

    def copy(self, address: str, preset: Preset, on_progress: OnProgress, stopped: Stopped) -> None:
        """See `Machines.copy`."""
        copy(OtherMachine.of_user(address), preset, on_progress, stopped)


class MachineThread(QThread):
    """Does something with a machine, once.

    Args:
        work: What is done, given what is called on progress, and what tells whether nobody wants it any more.
        parent: Qt's parent.

    Signals:
        progressed: How many bytes are done, and of how many.
        done: It is done; with what came of it.
        failed: Why it can't be, as a sentence.
    """

    # Bytes are more than an int of Qt's holds.
    progressed = Signal(object, object)
    done = Signal(object)
    failed = Signal(str)

    def __init__(self, work: Callable[[OnProgress, Stopped], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work

    def run(self) -> None:
        """Does it, in the thread."""
        try:
            self.done.emit(self._work(self.progressed.emit, self.isInterruptionRequested))
        except RenderError as error:
            if not self.isInterruptionRequested():
                self.failed.emit(str(error))
        except Exception as error:
            logger.exception("a machine can't be asked")
            self.failed.emit(f"{type(error).__name__}: {error}")

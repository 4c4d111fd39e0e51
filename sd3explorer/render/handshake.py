"""How a worker on another machine introduces itself, and what it is asked beside frames."""

import re
from dataclasses import dataclass
from io import BufferedIOBase

from sd3explorer.processes.message import VERSION, MessageError
from sd3explorer.processes.values import Kinds
from sd3explorer.render.wire import WORK_KINDS
from sd3explorer.version import __version__
from sd3explorer.walk.printable import shortened
from sd3explorer.walk.recipe import RECIPE_VERSION

# To be raised when what is below changes. What messages and recipes are made of has versions of its own.
HANDSHAKE_VERSION = 2
PROTOCOL = f"{HANDSHAKE_VERSION}.{VERSION}.{RECIPE_VERSION}"

# What a login script may print before the worker begins.
MOST_CHATTER = 2**16
_BEGIN, _END = b"\0sd3explorer worker ", b"\n"
_GREETING = re.compile(rb"\0sd3explorer worker ([\d.]{1,20}) ([\w.+-]{1,40})\n")

# Each side says so often that it is there. By these, and not by a clock, which a suspended machine's goes on
# or stands still, it is known how long nothing came.
SECONDS_BETWEEN_BEATS = 5.0
BEATS_MISSED = 6
# An import from a cold disk takes a while.
BEATS_TO_START = 36
# Of a worker, for a machine that was suspended or a line that was cut: then it gives its memory back.
BEATS_TO_LEAVE = 60


@dataclass(frozen=True, slots=True)
class Beat:
    """The other side is there.

    Args:
        bytes_per_second: How fast bytes come to it; None as long as nobody knows.
    """

    bytes_per_second: float | None = None


@dataclass(frozen=True, slots=True)
class Open:
    """What an engine is to be started with, of a model that both machines have.

    Args:
        model: As the walk names it.
        identity: Of its weights.
        weights_size: Of these, in bytes.
        loras: For each LoRA the name of its file, and its identity.
        image_size: Height and width of the frames in pixels.
        precision: Name of the dtype that they are rendered in.
        backend: Name of Keras' backend; None takes what suits that machine.
        batch_size: Frames rendered at once; None takes what suits that machine.
        watched: Whether somebody looks on.
    """

    model: str
    identity: str
    weights_size: int
    loras: tuple[tuple[str, str], ...]
    image_size: tuple[int, int]
    precision: str
    backend: str | None
    batch_size: int | None
    watched: bool


@dataclass(frozen=True, slots=True)
class Opened:
    """The engine can be asked for frames.

    Args:
        frames_at_once: How many it renders at once.
    """

    frames_at_once: int


@dataclass(frozen=True, slots=True)
class Suit:
    """Which precision suits that machine?"""

    backend: str | None


@dataclass(frozen=True, slots=True)
class Suited:
    """This one does."""

    precision: str


@dataclass(frozen=True, slots=True)
class Ask:
    """What is there?"""


@dataclass(frozen=True, slots=True)
class About:
    """What is there.

    Args:
        version: Of sd3explorer.
        backends: Keras' backends that are installed.
        devices: What its GPUs are called; none has only the processor.
        models: How walks would name its models.
    """

    version: str
    backends: tuple[str, ...]
    devices: tuple[str, ...]
    models: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """What was asked for can't be, and why, in a sentence."""

    reason: str


@dataclass(frozen=True, slots=True)
class Absent:
    """An engine can't be opened, as that machine lacks the model or a LoRA; which, in a sentence."""

    reason: str


@dataclass(frozen=True, slots=True)
class Offer:
    """Is this model, or this LoRA for it, missing there? If so, its files may follow.

    Args:
        model: As the walk names it.
        identity: Of its weights.
        weights_size: Of these, in bytes.
        lora: Identity of the LoRA; "" offers the model.
        place: Which of the names below is the model or LoRA itself; "" is the folder of them all.
        files: For each file its name within a folder, with "/" where that has others, and its size in bytes.
    """

    model: str
    identity: str
    weights_size: int
    lora: str
    place: str
    files: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Offered:
    """What was offered is there, or it isn't, and there is room for it."""

    is_missing: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """What comes next of the files that were offered last, one after the other."""

    content: bytes


@dataclass(frozen=True, slots=True)
class Received:
    """A piece is there; if it was the last one, the files are what was offered, and are kept."""


KINDS = Kinds(
    *(*WORK_KINDS, Beat, Open, Opened, Suit, Suited, Ask, About, Refused, Absent),
    *(Offer, Offered, Piece, Received),
)


def greeting() -> bytes:
    """What a worker says before all messages."""
    return _BEGIN + f"{PROTOCOL} {__version__}".encode() + _END


def read_greeting(pipe: BufferedIOBase) -> None:
    """Reads on to the end of a worker's greeting, past what a login script has printed.

    Raises:
        MessageError: There is none, or one of another version; says so as a clause.
        EOFError: The stream has ended.
    """
    received = b""
    while len(received) < MOST_CHATTER:
        byte = pipe.read(1)
        if not byte:
            raise EOFError("the stream has ended")
        received += byte
        if byte == _END and _BEGIN in received:
            break
    found = _GREETING.fullmatch(received[max(received.rfind(_BEGIN), 0) :])
    if found is None:
        said = shortened(received.decode(errors="replace"))
        raise MessageError(f'what answers there is not a worker of sd3explorer, but says "{said}"')
    protocol, version = (part.decode() for part in found.groups())
    if protocol != PROTOCOL:
        raise MessageError(
            f"sd3explorer {version} there and {__version__} here don't understand each other; install the "
            "same version on both"
        )

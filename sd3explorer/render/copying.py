"""Copying a model to another machine that is to render with it, by the ssh that engines there use."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sd3explorer.presets.catalog import title
from sd3explorer.presets.identity import never
from sd3explorer.presets.locate import is_of_hub
from sd3explorer.presets.loras.pairs import settings_beside
from sd3explorer.presets.preset import Preset
from sd3explorer.render.connection import Connection
from sd3explorer.render.handshake import Offer, Offered, Piece, Received
from sd3explorer.render.lacking import fetching
from sd3explorer.render.messages import RenderError
from sd3explorer.render.ssh import OtherMachine
from sd3explorer.walk.files import reading, reason

PIECE_BYTES = 2**20
# The line is never idle, and what waits for it takes little memory.
PIECES_AHEAD = 8
# Larger ones are copied only when one says so once more.
SMALL = 10**9


@dataclass(frozen=True, slots=True)
class Parcel:
    """A model, or a LoRA for it, that may be copied.

    Args:
        title: What people call it.
        offer: What the other machine is told of it.
        files: Its files, in the order in which they are offered.
    """

    title: str
    offer: Offer
    files: tuple[Path, ...]

    @property
    def size(self) -> int:
        """Of all its files, in bytes."""
        return sum(size for _, size in self.offer.files)

    @property
    def can_be_copied(self) -> bool:
        """Whether it is known by what is in its files, and not by its version on a hub."""
        return bool(self.offer.lora) or not is_of_hub(self.offer.model)


def parcels(preset: Preset) -> tuple[Parcel, ...]:
    """A model and its LoRAs, each by itself.

    Raises:
        RenderError: Its files can't be read.
    """
    try:
        place = Path(preset.place)
        named = preset.files
        if place.is_dir():
            # It is called the same there.
            named = {f"{place.name}/{name}": file for name, file in named.items()}
        found = [_parcel(preset, title(preset.name), place.name, named)]
        for lora in preset.loras:
            beside = settings_beside(lora.file)
            files = [lora.file, *([beside] if beside else [])]
            named = {file.name: file for file in files}
            found.append(_parcel(preset, lora.file.name, lora.file.name, named, lora.identity))
    except OSError as error:
        raise RenderError(f"{error.filename or preset.place} can't be read: {reason(error)}") from error
    return tuple(found)


def missing(place: OtherMachine, preset: Preset, stopped: Callable[[], bool] = never) -> tuple[Parcel, ...]:
    """What another machine lacks to render with a model.

    Args:
        place: The machine.
        preset: The model, with its LoRAs.
        stopped: Asked again and again.

    Raises:
        RenderError: It can't be reached or used, and what to do; or that was stopped.
    """
    with closing(place.connect()) as connection:
        wanted: list[Parcel] = []
        for parcel in parcels(preset):
            if wanted and parcel.offer.lora:
                # There it can't be compared with anything.
                wanted.append(parcel)
            elif _is_missing(connection, parcel, stopped):
                wanted.append(parcel)
        return tuple(wanted)


def copy(
    place: OtherMachine,
    preset: Preset,
    on_progress: Callable[[int, int], object] = lambda _done, _total: None,
    stopped: Callable[[], bool] = never,
) -> int:
    """Copies to another machine what it lacks to render with a model.

    Args:
        place: The machine.
        preset: The model, with its LoRAs.
        on_progress: Called with how many bytes are there, and of how many.
        stopped: Asked again and again.

    Returns:
        How many bytes were copied; 0 where all was there.

    Raises:
        RenderError: It can't be reached or used, and what to do; or that was stopped. What was copied
            whole stays there, and nothing else.
    """
    everything = parcels(preset)
    total, done = sum(parcel.size for parcel in everything), 0
    copied = 0
    with closing(place.connect()) as connection:
        for parcel in everything:
            if _is_missing(connection, parcel, stopped):
                if not parcel.can_be_copied:
                    raise RenderError(f"{parcel.title} comes from a hub; {fetching(parcel.offer.model)}")
                for size in _sent(connection, parcel, stopped):
                    copied += size
                    on_progress(done + copied, total)
            else:
                total -= parcel.size
    return copied


def _parcel(preset: Preset, called: str, place: str, named: Mapping[str, Path], lora: str = "") -> Parcel:
    sizes = tuple((name, file.stat().st_size) for name, file in named.items())
    offer = Offer(preset.name, preset.identity, preset.size, lora, place, sizes)
    return Parcel(called, offer, tuple(named.values()))


def _is_missing(connection: Connection, parcel: Parcel, stopped: Callable[[], bool]) -> bool:
    connection.send(parcel.offer)
    return connection.answer(Offered, stopped).is_missing


def _sent(connection: Connection, parcel: Parcel, stopped: Callable[[], bool]) -> Iterator[int]:
    """Sends all files; yields how much has come there each time that some has."""
    ahead: list[int] = []
    for content in _pieces(parcel):
        if len(ahead) == PIECES_AHEAD:
            connection.answer(Received, stopped)
            yield ahead.pop(0)
        connection.send(Piece(content))
        ahead.append(len(content))
    while ahead:
        connection.answer(Received, stopped)
        yield ahead.pop(0)


def _pieces(parcel: Parcel) -> Iterator[bytes]:
    for file, (_, size) in zip(parcel.files, parcel.offer.files, strict=True):
        try:
            with reading(file) as opened:
                left = size
                while left:
                    content = opened.read(min(left, PIECE_BYTES))
                    if not content:
                        raise RenderError(f"{file} became shorter while it was copied; copy it again")
                    left -= len(content)
                    yield content
        except OSError as error:
            raise RenderError(f"{file} can't be read: {reason(error)}") from error

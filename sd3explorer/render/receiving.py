"""What another machine copies to this one: models and LoRAs, into a folder of the app's own."""

import os
import shutil
from collections import deque
from contextlib import ExitStack
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from sd3explorer.presets import places
from sd3explorer.presets.loras.lora import preset_with_loras
from sd3explorer.presets.matching import matching
from sd3explorer.presets.preset import PresetError
from sd3explorer.presets.sources import read
from sd3explorer.render.handshake import Offer
from sd3explorer.render.messages import RenderError
from sd3explorer.walk.cache_files import discard
from sd3explorer.walk.files import flush_folder, reason
from sd3explorer.walk.temporary import clear_left_behind, temporary_folder
from sd3explorer.wording import in_units

MOST_FILES, MOST_PARTS, LONGEST_PART = 10_000, 8, 200
# A disk that is full to the last byte is of no use to anybody.
BYTES_LEFT_FREE = 10**9
# Of an identity, in the name of a folder.
LETTERS = 16


def is_missing(offer: Offer) -> bool:
    """Whether what is offered isn't on this machine.

    Args:
        offer: A model, or a LoRA.

    Raises:
        PresetError: It is a LoRA for a model that isn't here.
    """
    preset = matching(offer.model, offer.identity, offer.weights_size)
    if not offer.lora:
        return preset is None
    if preset is None:
        raise PresetError(f"the model {offer.model} that the LoRA is for isn't there")
    name = PurePosixPath(offer.place).name
    try:
        matching(offer.model, offer.identity, offer.weights_size, [(name, offer.lora)])
    except PresetError:
        return True
    return False


def clear_unfinished() -> None:
    """Removes what copies have left that were cut off."""
    for folder in (places.copied_folder(), places.copied_loras()):
        if folder is not None:
            clear_left_behind(folder)


class Receiving:
    """The files of an offer, as they come. They are kept when all are here, and are what was offered.

    Args:
        offer: What is to come.

    Raises:
        RenderError: There is no room for it, or it is no offer of ours.
    """

    def __init__(self, offer: Offer) -> None:
        self._offer = offer
        folder = places.copied_loras() if offer.lora else places.copied_folder()
        if folder is None:
            raise RenderError("it is unknown where your home folder is there; set HOME")
        _check(offer)
        self._kept_in = folder
        self._stack = ExitStack()
        self._files = deque((PurePosixPath(name), size) for name, size in offer.files)
        # Made with the first piece, as whoever offers something may only want to know.
        self._folder: Path | None = None
        self._file: BinaryIO | None = None
        self._left = 0
        try:
            folder.mkdir(parents=True, exist_ok=True)
            free = shutil.disk_usage(folder).free
            needed = sum(size for _, size in offer.files) + BYTES_LEFT_FREE
            if needed > free:
                raise RenderError(
                    f"there is no room: it takes {in_units(needed)} and {in_units(free)} are free"
                )
        except OSError as error:
            raise self._unusable(error) from error

    def take(self, content: bytes) -> bool:
        """Takes the next piece.

        Args:
            content: Of one file, not of two.

        Returns:
            Whether that was all; then it is kept.

        Raises:
            RenderError: It can't be written, or isn't what was offered. Nothing is kept then.
        """
        try:
            if self._folder is None:
                self._folder = self._stack.enter_context(temporary_folder(self._kept_in, "copied"))
                self._next(self._folder)
            if self._file is None or len(content) > self._left:
                raise RenderError("more came than was offered")
            self._file.write(content)
            self._left -= len(content)
            if self._left or self._next(self._folder):
                return False
            self._keep(self._folder)
        except OSError as error:
            self.close()
            raise self._unusable(error) from error
        except (RenderError, PresetError):
            self.close()
            raise
        return True

    def close(self) -> None:
        """Removes what isn't kept."""
        if self._file is not None:
            self._file.close()
            self._file = None
        self._stack.close()

    def _next(self, folder: Path) -> bool:
        """Moves to the next file that something is to come of; says whether there is one."""
        while not self._left:
            if self._file is not None:
                self._file.flush()
                os.fsync(self._file.fileno())
                self._file.close()
                self._file = None
            if not self._files:
                return False
            name, self._left = self._files.popleft()
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = path.open("xb")
        return True

    def _keep(self, folder: Path) -> None:
        offer, place = self._offer, folder / self._offer.place
        if offer.lora:
            preset = matching(offer.model, offer.identity, offer.weights_size)
            found = preset_with_loras(preset, [os.fspath(place)]).loras[0].identity if preset else ""
        else:
            found = read(offer.model, place).identity
        if found != (offer.lora or offer.identity):
            raise RenderError("what came isn't what was offered; its files may have changed meanwhile")
        target = self._kept_in / found[:LETTERS]
        discard(target)
        folder.rename(target)
        flush_folder(self._kept_in)
        self.close()

    def _unusable(self, error: OSError) -> RenderError:
        return RenderError(f"{self._kept_in} can't be written: {reason(error)}; free some space or mend it")


def _check(offer: Offer) -> None:
    """Refuses names that lead out of a folder, or that some system has no files of."""
    names = [name for name, _ in offer.files]
    is_sound = (
        0 < len(names) <= MOST_FILES
        and len(set(names)) == len(names)
        and all(size >= 0 for _, size in offer.files)
        and all(map(_is_name, (*names, offer.place)))
    )
    if not is_sound:
        raise RenderError("it was offered files with names that no model has")


def _is_name(name: str) -> bool:
    parts = name.split("/")
    return (
        len(parts) <= MOST_PARTS
        and name.isprintable()
        and not {*name} & {*'\\:*?"<>|'}
        and all(part and not part.startswith(".") and len(part) <= LONGEST_PART for part in parts)
    )

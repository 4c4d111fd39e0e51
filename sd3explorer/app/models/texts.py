"""What the models dialog says: sizes, needs, whereabouts, and how a licence is accepted."""

import html
from dataclasses import dataclass
from pathlib import Path

import psutil
from PySide6.QtCore import QObject

from sd3explorer.app.models.fetch_thread import FetchProgress, Whereabouts
from sd3explorer.presets.catalog import BUILT_IN, BYTES_PER_PARAMETER, LICENCE_PAGES, known
from sd3explorer.presets.download import model_page
from sd3explorer.presets.locate import HUBS
from sd3explorer.walk.printable import shortened
from sd3explorer.wording import in_units

# A processor computes in 32-bit numbers, which take twice the bytes of the files.
PROCESSOR_BYTES_PER_PARAMETER = 4

# Beside the weights lie what is computed with them, and the engine itself.
WORKING_SHARE = 1.2
ENGINE_BYTES = 1_000_000_000

KAGGLE_TOKENS = "https://www.kaggle.com/settings"
HUGGING_FACE_TOKENS = "https://huggingface.co/settings/tokens"


@dataclass(frozen=True, slots=True)
class Memory:
    """Memory of what computes.

    Args:
        device: What people call it: "GPU 0"; empty for the processor.
        used: Bytes in use.
        total: Bytes there are.
    """

    device: str
    used: int
    total: int


class ModelTexts(QObject):
    """Words for presets, in the user's language."""

    def headings(self) -> list[str]:
        """Of the columns of `row`."""
        return [
            self.tr("Model"),
            self.tr("Size"),
            self.tr("Memory"),
            self.tr("Licence"),
            self.tr("Where"),
        ]

    def row(
        self, preset: str, place: Whereabouts | None, is_current: bool, memory: Memory | None
    ) -> list[str]:
        """What the list says of a preset.

        Args:
            preset: Name, handle or path.
            place: Where it is; None while nobody knows.
            is_current: Whether the walk uses it.
            memory: Of the device that computes; None for the processor.
        """
        size = _size(preset, place)
        where = self._where(preset, place)
        return [
            _name(preset),
            _bytes(size),
            _bytes(_needed(size, memory)),
            _licence(preset, place) or self.tr("see its files"),
            self.tr("{0}, in use").format(where) if is_current else where,
        ]

    def details(self, preset: str, place: Whereabouts | None) -> str:
        """Rich text on a preset: where it is, or how it is had."""
        if place is not None and place.problem:
            return html.escape(place.problem)
        licence = _licence(preset, place)
        lines = [self._licence(licence)] if licence else []
        if place is not None and place.is_here:
            lines.append(self.tr("Its files are in {0}").format(html.escape(place.place)))
        elif place is not None:
            lines.append(self._steps(_handle(preset)))
        return "<br>".join(lines)

    def refusal(self, preset: str, text: str) -> str:
        """Rich text on why a preset wasn't fetched, with a link to its page where the text names it.

        Other addresses stay plain, as they may come from whoever named the preset.
        """
        page = model_page(_handle(preset))
        return _link(page, page).join(html.escape(part) for part in text.split(page))

    def memory(self, preset: str, place: Whereabouts | None, memory: Memory) -> str:
        """The memory that a preset needs beside the memory there is."""
        needed = _needed(_size(preset, place), memory)
        free = max(0, memory.total - memory.used)
        there = self.tr("{0} has {1}, of which {2} are free").format(
            memory.device or self.tr("this computer"), _bytes(memory.total), _bytes(free)
        )
        if not needed:
            return there[:1].upper() + there[1:]
        text = self.tr("Needs about {0} of memory; {1}.").format(_bytes(needed), there)
        if not self.fits(preset, place, memory):
            text += " " + self.tr("It may not load.")
        return text

    def fits(self, preset: str, place: Whereabouts | None, memory: Memory) -> bool:
        """Whether a preset needs less memory than there is."""
        return _needed(_size(preset, place), memory) <= memory.total

    def progress(self, progress: FetchProgress) -> str:
        """How far a download is: "1.2 of about 6.0 GB · 24 MB/s · 3:20 left"."""
        if not progress.done:
            return self.tr("asking the hub…")
        parts = [_bytes(progress.done)]
        if progress.total and progress.total >= progress.done:
            parts = [self.tr("{0} of about {1}").format(_bytes(progress.done), _bytes(progress.total))]
        if progress.rate:
            parts.append(self.tr("{0}/s").format(_bytes(round(progress.rate))))
        if progress.seconds_left is not None:
            parts.append(self.tr("{0} left").format(_duration(progress.seconds_left)))
        return " · ".join(parts)

    def _where(self, preset: str, place: Whereabouts | None) -> str:
        if place is None:
            return self.tr("looking…")
        if place.problem:
            return self.tr("can't be used")
        if not place.is_here:
            return self.tr("can be fetched")
        return str(Path(preset).parent) if preset == place.place else self.tr("here")

    def _licence(self, name: str) -> str:
        page = LICENCE_PAGES.get(name, "")
        return self.tr("Licence: {0}").format(_link(page, name) if page else html.escape(name))

    def _steps(self, handle: str) -> str:
        page = _link(model_page(handle), self.tr("the model's page"))
        if handle.startswith("kaggle://"):
            text = self.tr(
                "Before the first fetch, accept the licence on {0} with a Kaggle account. Then {1} and put "
                "it into <code>~/.kaggle/kaggle.json</code>, or set <code>KAGGLE_USERNAME</code> and "
                "<code>KAGGLE_KEY</code>. sd3explorer stores none of it."
            )
            return text.format(page, _link(KAGGLE_TOKENS, self.tr("create an API token")))
        text = self.tr(
            "Where the model asks for it, accept the licence on {0} with a Hugging Face account. Then run "
            "<code>hf auth login</code>, or set <code>HF_TOKEN</code> to {1}. sd3explorer stores none of it."
        )
        return text.format(page, _link(HUGGING_FACE_TOKENS, self.tr("that account's token")))


def main_memory() -> Memory:
    """The memory of this computer."""
    memory = psutil.virtual_memory()
    return Memory("", memory.total - memory.available, memory.total)


def _link(address: str, text: str) -> str:
    return f'<a href="{html.escape(address)}">{html.escape(text)}</a>'


def _name(preset: str) -> str:
    return shortened(preset if preset.startswith(HUBS) else Path(preset).name)


def _handle(preset: str) -> str:
    return next((entry.handle for entry in BUILT_IN if entry.name == preset), preset)


def _size(preset: str, place: Whereabouts | None) -> int:
    if place is not None and place.size:
        return place.size
    entry = known(preset)
    return entry.size if entry else 0


def _licence(preset: str, place: Whereabouts | None) -> str:
    if place is not None and place.licence:
        return place.licence
    entry = known(preset)
    return entry.licence if entry else ""


def _needed(size: int, memory: Memory | None) -> int:
    if not size:
        return 0
    bytes_per_parameter = BYTES_PER_PARAMETER if memory and memory.device else PROCESSOR_BYTES_PER_PARAMETER
    return round(size / BYTES_PER_PARAMETER * bytes_per_parameter * WORKING_SHARE) + ENGINE_BYTES


def _bytes(size: int) -> str:
    return in_units(size) if size else "–"


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"

"""What the models dialog says: sizes, needs, whereabouts, and how a licence is accepted."""

import html
import os
from dataclasses import dataclass

import psutil
from PySide6.QtCore import QObject

from sd3explorer.app.models.fetch_thread import FetchProgress
from sd3explorer.app.texts import in_local_units
from sd3explorer.presets.about import About
from sd3explorer.presets.catalog import BUILT_IN, LICENCE_PAGES, title
from sd3explorer.presets.download import model_page
from sd3explorer.presets.entry import Entry
from sd3explorer.presets.listing import missing_names, precision_name
from sd3explorer.walk.printable import printable

GIGABYTE = 1e9
# From here on nobody wants to know tenths.
MANY_GIGABYTES = 10 * GIGABYTE


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
    """Words for models, in the user's language."""

    def headings(self) -> list[str]:
        """Of the columns of `row`."""
        return [
            self.tr("Model"),
            self.tr("Kind"),
            self.tr("Size"),
            self.tr("Precision"),
            self.tr("Memory"),
            self.tr("Licence"),
            self.tr("Status"),
        ]

    def row(self, entry: Entry, is_current: bool, memory: Memory) -> list[str]:
        """What the table says of a model.

        Args:
            entry: The model.
            is_current: Whether the walk uses it.
            memory: Of what computes.
        """
        about = entry.about
        return [
            printable(title(entry.preset)),
            about.kind if about else "",
            in_local_units(about.size) if about and about.size else "",
            precision_name(about) if about else "",
            self._needed_of(about, memory) if about else "",
            # The heading says what it is.
            entry.licence.removesuffix(" License"),
            self.status(entry, is_current),
        ]

    def status(self, entry: Entry, is_current: bool) -> str:
        """In a few words whether a model can be used."""
        if not entry.settled:
            return self.tr("being copied…")
        if entry.about is not None and entry.about.missing:
            return self.tr("lacks {0}").format(missing_names(entry.about))
        if entry.problem:
            return self.tr("can't be used")
        if is_current:
            return self.tr("in use") if entry.is_usable else self.tr("in use, not here yet")
        return self.tr("can be fetched") if entry.can_be_fetched else self.tr("ready")

    def details(self, entry: Entry) -> str:
        """Rich text on a model: where it is, or how it is had, or why it can't be used."""
        lines: list[str] = []
        if not entry.settled:
            lines.append(
                self.tr("It is still being copied or fetched, and is checked again when it is complete.")
            )
        elif entry.problem:
            lines.append(html.escape(printable(_without_folder(entry))))
        if entry.place is not None:
            lines.append(self.tr("In {0}").format(html.escape(printable(str(entry.place)))))
        if entry.licence:
            page = LICENCE_PAGES.get(entry.licence, "")
            name = _link(page, entry.licence) if page else html.escape(entry.licence)
            lines.append(self.tr("Licence: {0}").format(name))
        if entry.can_be_fetched:
            lines.append(self._steps(handle_of(entry.preset)))
        return "<br>".join(lines)

    def refusal(self, preset: str, text: str) -> str:
        """Rich text on why a preset wasn't fetched, with a link to its page where the text names it.

        Other addresses stay plain, as they may come from whoever named the preset.
        """
        page = model_page(handle_of(preset))
        return _link(page, page).join(html.escape(part) for part in text.split(page))

    def memory(self, entry: Entry, memory: Memory) -> str:
        """The memory that a model needs beside the memory there is."""
        free = max(0, memory.total - memory.used)
        there = self.tr("{0} has {1}, of which {2} are free").format(
            memory.device or self.tr("this computer"), in_local_units(memory.total), in_local_units(free)
        )
        if entry.about is None:
            return there[:1].upper() + there[1:] + "."
        needed = in_local_units(needed_memory(entry.about, memory))
        text = self.tr("Needs about {0} of memory; {1}.").format(needed, there)
        return text if fits(entry, memory) else text + " " + self.tr("It may not load.")

    def progress(self, progress: FetchProgress) -> str:
        """How far a download is: "1.2 of about 6.0 GB · 24 MB/s · 3:20 left"."""
        if not progress.done:
            return self.tr("asking the hub…")
        parts = [in_local_units(progress.done)]
        if progress.total and progress.total >= progress.done:
            parts = [
                self.tr("{0} of about {1}").format(
                    in_local_units(progress.done), in_local_units(progress.total)
                )
            ]
        if progress.rate:
            parts.append(self.tr("{0}/s").format(in_local_units(round(progress.rate))))
        if progress.seconds_left is not None:
            parts.append(self.tr("{0} left").format(_duration(progress.seconds_left)))
        return " · ".join(parts)

    def _needed_of(self, about: About, memory: Memory) -> str:
        needed = needed_memory(about, memory)
        text = self.tr("{0} of {1} GB").format(_gigabytes(needed), _gigabytes(memory.total))
        return text if needed <= memory.total else f"⚠ {text}"

    def _steps(self, handle: str) -> str:
        page = _link(model_page(handle), self.tr("the model's page"))
        hub = "Kaggle" if handle.startswith("kaggle://") else "Hugging Face"
        text = self.tr(
            "Before the first fetch, accept its licence on {0} with an account on {1}, and enter a token "
            "of that account under <i>Accounts</i>."
        )
        return text.format(page, hub)


def main_memory() -> Memory:
    """The memory of this computer."""
    memory = psutil.virtual_memory()
    return Memory("", memory.total - memory.available, memory.total)


def needed_memory(about: About, memory: Memory) -> int:
    """About how many bytes it takes to render with a model, on what computes."""
    return about.memory(on_gpu=bool(memory.device))


def fits(entry: Entry, memory: Memory) -> bool:
    """Whether a model needs no more memory than there is, as far as that is known."""
    return entry.about is None or needed_memory(entry.about, memory) <= memory.total


def handle_of(preset: str) -> str:
    """Where a preset that is named is fetched from."""
    return next((entry.handle for entry in BUILT_IN if entry.name == preset), preset)


def _without_folder(entry: Entry) -> str:
    """Why a model can't be used: the cause first, as where it is stands below."""
    folder = "" if entry.place is None else f"{entry.place.parent}{os.sep}"
    return entry.problem.replace(folder, "") if len(folder) > 1 else entry.problem


def _gigabytes(size: int) -> str:
    return f"{size / GIGABYTE:.{0 if size >= MANY_GIGABYTES else 1}f}"


def _link(address: str, text: str) -> str:
    return f'<a href="{html.escape(address)}">{html.escape(text)}</a>'


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"

"""Makes the file that the export panel holds ready, and makes it anew when the clip changes."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from sd3explorer.app.export.files import RunFolder
from sd3explorer.app.export.thread import Exported, ExportThread
from sd3explorer.app.texts import translate
from sd3explorer.export import FORMATS, Clip, Format, Options
from sd3explorer.walk.files import reason

# Typing a title or turning a number goes through many clips that nobody wants a file of.
_SETTLING_MILLISECONDS = 300


@dataclass(frozen=True, slots=True)
class Choice:
    """A format and one of its suffixes; none for a folder."""

    format: Format
    suffix: str

    @property
    def label(self) -> str:
        """What it is called in a list to choose from."""
        several = len(self.format.suffixes) - len(self.format.aliases) > 1
        return f"{self.format.name} {self.suffix[1:].upper()}" if several else self.format.name

    @property
    def local_label(self) -> str:
        """The same, in the user's language."""
        return {
            "Animated GIF": translate("Formats", "Animated GIF"),
            "Animated WebP": translate("Formats", "Animated WebP"),
            "Animated AVIF": translate("Formats", "Animated AVIF"),
            "Animated PNG": translate("Formats", "Animated PNG"),
            "MP4 video": translate("Formats", "MP4 video"),
            "WebM video": translate("Formats", "WebM video"),
            "Contact sheet PNG": translate("Formats", "Contact sheet PNG"),
            "Contact sheet JPG": translate("Formats", "Contact sheet JPG"),
            "PNG frames": translate("Formats", "PNG frames"),
        }.get(self.label, self.label)


CHOICES = tuple(
    Choice(format_, suffix)
    for format_ in FORMATS
    for suffix in format_.suffixes or ("",)
    if suffix not in format_.aliases
)


@dataclass(frozen=True, slots=True)
class Order:
    """Which file to hold ready.

    Args:
        key: Identifies what its clip shows.
        stem: Its name without the suffix.
        title: Of the walk that it carries; None where it carries none.
        choice: Its format.
        options: How it is made; the format knows them all.
    """

    key: str
    stem: str
    title: str | None
    choice: Choice
    options: Options

    @property
    def name(self) -> str:
        """Name of the file or folder."""
        return self.stem + self.choice.suffix

    @property
    def pixels(self) -> tuple[object, ...]:
        """What all of it follows from, but for its name and the walk that it carries."""
        return self.key, self.choice, self.options


class Maker(QObject):
    """Holds a file ready for what was ordered last, and stops making what isn't wanted any more.

    Args:
        folder: Where the files are.
        parent: Owner.
    """

    progressed = Signal(int, int, int)  # frames read, of how many, in which try
    made = Signal(Exported)
    failed = Signal(str)

    def __init__(self, folder: RunFolder, parent: QObject) -> None:
        super().__init__(parent)
        self._folder = folder
        self._order: Order | None = None
        self._clip: Clip | None = None
        self._thread: ExportThread | None = None
        self._finished: dict[Order, Exported] = {}
        self._settling = QTimer(self, singleShot=True, interval=_SETTLING_MILLISECONDS)
        self._settling.timeout.connect(self.make)

    @property
    def wanted(self) -> Order | None:
        """What was ordered last."""
        return self._order

    @property
    def exported(self) -> Exported | None:
        """What is ready of the present order."""
        return self._finished.get(self._order) if self._order else None

    @property
    def busy(self) -> bool:
        """Whether the file that is wanted is on its way."""
        return self._thread is not None or self._settling.isActive()

    def ready_for(self, target: Path, options: Options) -> Path | None:
        """What is ready and would be the same as `target`: the same clip, format and options."""
        if self._order is None:
            return None
        for order, exported in self._finished.items():
            same_clip = (order.key, order.title) == (self._order.key, self._order.title)
            if same_clip and _is_same(order, target, options) and exported.is_whole:
                return exported.path
        return None

    def is_making(self, target: Path, options: Options) -> bool:
        """Whether a file is on its way that would be the same as `target`."""
        return self.busy and self._order is not None and _is_same(self._order, target, options)

    def order(self, order: Order, clip: Clip, soon: bool = True) -> bool:
        """Wants a file. Nothing happens when it is the one that was wanted already.

        Args:
            order: The file.
            clip: What it is of.
            soon: Whether it is made by itself, in a moment; what can be had without encoding always is.

        Returns:
            Whether it is another one than before.
        """
        if order == self._order:
            return False
        self.cancel()
        self._forget_other_clips(order)
        self._order, self._clip = order, clip
        ready = self.exported
        if ready is not None:
            self.made.emit(ready)
        elif soon or self._similar() is not None:
            self._settling.start()
        return True

    def make(self) -> None:
        """Makes the file that is wanted, from the start."""
        self.stop()
        if self._order is None or self._clip is None:
            return
        try:
            target = self._folder.place_for(self._order.name)
        except OSError as error:
            self.failed.emit(self._no_place(error))
            return
        self._thread = ExportThread(self._clip, target, self._order.options, None, self, self._similar())
        self._thread.progressed.connect(self._report_progress)
        self._thread.succeeded.connect(self._finish)
        self._thread.failed.connect(self._fail)
        self._thread.start(ExportThread.Priority.LowPriority)

    def stop(self) -> None:
        """Stops making the file; it stays wanted."""
        self._settling.stop()
        if self._thread is not None:
            self._thread.stop()
            self._folder.discard(self._thread.target)
            self._thread = None

    def cancel(self) -> None:
        """Wants no file; those that are finished stay at hand for the same clip."""
        self.stop()
        self._order = self._clip = None

    def close_down(self) -> None:
        """Stops, and waits until no thread runs."""
        self.cancel()
        for thread in self.findChildren(ExportThread):
            thread.wait()

    def _forget_other_clips(self, order: Order) -> None:
        for other in list(self._finished):
            exported = self._finished[other]
            still_good = other.key == order.key
            # Of each format the file with the options that were tried last.
            still_good &= other.choice != order.choice or other.options == order.options
            if not still_good or not exported.is_whole:
                self._folder.discard(exported.path)
                del self._finished[other]

    def _similar(self) -> Exported | None:
        """What is ready and shows the same as what is wanted, but carries another walk."""
        alike = (exported for order, exported in self._finished.items() if order.pixels == self._pixels)
        return next(alike, None)

    @property
    def _pixels(self) -> tuple[object, ...]:
        return self._order.pixels if self._order is not None else ()

    # A signal may still be on its way from a thread that has been stopped.

    def _is_current(self, target: Path) -> bool:
        return self._thread is not None and self._thread.target == target

    def _report_progress(self, target: Path, done: int, total: int, attempt: int) -> None:
        if self._is_current(target):
            self.progressed.emit(done, total, attempt)

    def _finish(self, target: Path, exported: Exported) -> None:
        if self._is_current(target) and self._order is not None:
            self._thread = None
            for other in [other for other in self._finished if other.pixels == self._pixels]:
                self._folder.discard(self._finished.pop(other).path)
            self._finished[self._order] = exported
            self.made.emit(exported)

    def _fail(self, target: Path, sentence: str) -> None:
        if self._is_current(target):
            self._thread = None
            self._folder.discard(target)
            self.failed.emit(sentence)

    def _no_place(self, error: OSError) -> str:
        return self.tr("The file could not be made ready: {reason}; free some space").format(
            reason=reason(error)
        )


def _is_same(order: Order, target: Path, options: Options) -> bool:
    return order.choice.suffix == target.suffix.lower() and order.options == options

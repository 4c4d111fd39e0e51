"""One export, off the GUI thread."""

import logging
import threading
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, QThread, Signal
from PySide6.QtGui import QImage

from sd3explorer.app.texts import translate
from sd3explorer.export import (
    Clip,
    ExportError,
    Options,
    Outcome,
    bytes_of,
    copy,
    exchange_walk,
    export,
    thumbnail,
)
from sd3explorer.render.messages import RenderError
from sd3explorer.walk.printable import printable

logger = logging.getLogger(__name__)

# Enough for the tile, and for a drag's picture, on a screen of twice the pixels.
PICTURE_SIDE = 160


@dataclass(frozen=True, slots=True)
class Exported:
    """A finished export.

    Args:
        path: The file, or the folder of frames.
        outcome: How large it is, and what had to be given up for that.
        picture: A small picture of it.
    """

    path: Path
    outcome: Outcome
    picture: QImage

    @property
    def is_whole(self) -> bool:
        """Whether it is still there, with as many bytes as were written: others clear and damage caches."""
        with suppress(OSError):
            return self.path.is_dir() or self.path.stat().st_size == self.outcome.bytes
        return False

    @property
    def frames_text(self) -> str:
        """How many frames it holds, in words."""
        count = self.outcome.frames
        one, many = translate("Exported", "1 frame"), translate("Exported", "{n} frames")
        return one if count == 1 else many.format(n=count)

    @property
    def pixels_text(self) -> str:
        """How wide and high its pictures are, as one looks at them."""
        return f"{self.outcome.width}\N{NO-BREAK SPACE}×\N{NO-BREAK SPACE}{self.outcome.height}"

    @property
    def size_text(self) -> str:
        """How large it is on the disk, in words."""
        return QLocale().formattedDataSize(self.outcome.bytes, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


class ExportThread(QThread):
    """Exports a clip to a file or folder, then ends. Every signal says first which target it is about.

    Args:
        clip: What to export.
        target: Where to; its suffix picks the format.
        options: How; the format knows them all.
        source: An export of the same clip in the same format and with the same options, to be
            copied instead.
        parent: Owner.
        similar: An export that shows the same, but carries another walk: only that is exchanged, where the
            format has a way to do it.
    """

    progressed = Signal(Path, int, int, int)  # frames read, of how many, in which try
    succeeded = Signal(Path, object)  # Exported, or None of a copy
    failed = Signal(Path, str)
    let_go = Signal(Path)  # the source, once it isn't read any more

    def __init__(
        self,
        clip: Clip,
        target: Path,
        options: Options,
        source: Path | None,
        parent: QObject,
        similar: Exported | None = None,
    ) -> None:
        super().__init__(parent)
        self._clip = clip
        self._target = target
        self._options = options
        self._source = source
        self._similar = similar
        # Not QThread's own interruption, as libvips reads frames in threads of its own.
        self._stopped = threading.Event()
        self.finished.connect(self.deleteLater)

    @property
    def target(self) -> Path:
        """Where it exports to."""
        return self._target

    def stop(self) -> None:
        """Ends the export within a frame; nothing is left behind and nothing more is reported."""
        self._stopped.set()

    def run(self) -> None:
        """Exports; what a `QThread` does when it is started."""
        self._run()
        if self._source is not None:
            self.let_go.emit(self._source)

    def _run(self) -> None:
        try:
            exported = self._export()
        except _StoppedError:
            return
        except (ExportError, RenderError) as error:
            self._report_failure(str(error))
        except Exception as error:
            # It would end the thread without a word, and the tile would wait for ever.
            logger.exception("%s could not be written", printable(str(self._target)))
            self._report_failure(f"{self._target.name} could not be written: {error or type(error).__name__}")
        else:
            if not self._stopped.is_set():
                self.succeeded.emit(self._target, exported)

    def _export(self) -> Exported | None:
        if self._source is not None:
            copy(self._source, self._target)
            return None
        similar = self._similar
        if similar is not None and exchange_walk(similar.path, self._clip, self._target, self._options):
            outcome = replace(similar.outcome, bytes=bytes_of(self._target))
            return replace(similar, path=self._target, outcome=outcome)
        outcome = export(self._clip, self._target, self._options, self._report_progress)
        return Exported(self._target, outcome, _picture(self._target))

    def _report_progress(self, number: int, count: int, attempt: int) -> None:
        if self._stopped.is_set():
            raise _StoppedError
        self.progressed.emit(self._target, number, count, attempt)

    def _report_failure(self, sentence: str) -> None:
        if not self._stopped.is_set():
            self.failed.emit(self._target, sentence)


class _StoppedError(Exception):
    """Raised where frames are read, to end an export."""


def _picture(path: Path) -> QImage:
    pixels = thumbnail(path, PICTURE_SIDE)
    height, width, _ = pixels.shape
    return QImage(pixels.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888).copy()

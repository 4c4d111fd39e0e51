"""One export, off the GUI thread."""

import threading
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal
from PySide6.QtGui import QImage

from sd3explorer.export import Clip, ExportError, WatchedFrames, copy, export, format_for, thumbnail
from sd3explorer.render.messages import RenderError

# Enough for the tile, and for a drag's picture, on a screen of twice the pixels.
PICTURE_SIDE = 160


@dataclass(frozen=True, slots=True)
class Exported:
    """A finished export.

    Args:
        path: The file, or the folder of frames.
        frames: How many frames it holds.
        size: In bytes.
        picture: A small picture of it.
    """

    path: Path
    frames: int
    size: int
    picture: QImage


class ExportThread(QThread):
    """Exports a clip to a file or folder, then ends. Every signal says first which target it is about.

    Args:
        clip: What to export.
        target: Where to; its suffix picks the format.
        source: An export of the same clip in the same format, to be copied instead.
        parent: Owner.
    """

    progressed = Signal(Path, int, int)  # frames read, of how many
    succeeded = Signal(Path, Exported)
    failed = Signal(Path, str)

    def __init__(self, clip: Clip, target: Path, source: Path | None, parent: QObject) -> None:
        super().__init__(parent)
        self._clip = clip
        self._target = target
        self._source = source
        # Not QThread's own interruption, as libvips reads frames in threads of its own.
        self._stopped = threading.Event()
        self.finished.connect(self.deleteLater)

    @property
    def target(self) -> Path:
        """Where it exports to."""
        return self._target

    def stop(self) -> None:
        """Ends the export within a frame; nothing is left behind and nothing more is told."""
        self._stopped.set()

    def run(self) -> None:
        """Exports; what a `QThread` does when it is started."""
        try:
            exported = self._export()
        except _StoppedError:
            return
        except (ExportError, RenderError) as error:
            self._tell_failure(str(error))
        except Exception as error:
            # It would end the thread without a word, and the tile would wait for ever.
            self._tell_failure(f"{self._target.name} could not be written: {error or type(error).__name__}")
        else:
            if not self._stopped.is_set():
                self.succeeded.emit(self._target, exported)

    def _export(self) -> Exported:
        count = format_for(self._target).frame_count(self._clip)

        def on_read(number: int) -> None:
            if self._stopped.is_set():
                raise _StoppedError
            self.progressed.emit(self._target, number, count)

        if self._source is None:
            watched = WatchedFrames(self._clip.frames, on_read)
            export(replace(self._clip, frames=watched), self._target)
        else:
            copy(self._source, self._target)
        return Exported(self._target, count, _size(self._target), _picture(self._target))

    def _tell_failure(self, sentence: str) -> None:
        if not self._stopped.is_set():
            self.failed.emit(self._target, sentence)


class _StoppedError(Exception):
    """Raised where frames are read, to end an export."""


def _size(path: Path) -> int:
    files = path.iterdir() if path.is_dir() else [path]
    return sum(file.stat().st_size for file in files)


def _picture(path: Path) -> QImage:
    pixels = thumbnail(path, PICTURE_SIDE)
    height, width, _ = pixels.shape
    return QImage(pixels.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888).copy()

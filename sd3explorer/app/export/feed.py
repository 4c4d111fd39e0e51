"""What the export panel is shown of the walk: often enough, and not for each of 100,000 frames."""

import hashlib
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer

from sd3explorer.app.document.document import Document
from sd3explorer.app.export.panel import ExportPanel
from sd3explorer.app.frames.frames import Frames
from sd3explorer.app.playhead import Playhead
from sd3explorer.render.job import StoredFrames
from sd3explorer.render.store import FrameStore

MILLISECONDS_BETWEEN_EXPORTS = 300


class ExportFeed(QObject):
    """Keeps the export panel at what the document, its frames and the playhead are.

    Args:
        document: The walk, and what it is called.
        frames: Which frames are there.
        playhead: Which frame is looked at.
        store: Where frames are kept.
        panel: The export panel.
        parent: Qt's owner.
    """

    def __init__(
        self,
        document: Document,
        frames: Frames,
        playhead: Playhead,
        store: FrameStore,
        panel: ExportPanel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._frames = frames
        self._playhead = playhead
        self._store = store
        self._panel = panel
        self._closed = False
        self._soon = QTimer(self, singleShot=True, interval=MILLISECONDS_BETWEEN_EXPORTS)
        self._soon.timeout.connect(self._show)
        for changed in (
            document.walk_changed,
            document.file_changed,
            document.modified_changed,
            frames.reset,
            frames.changed,
        ):
            changed.connect(self._show_soon)
        # What is of the walk before must not be given away until then.
        frames.outdated.connect(self._show)
        playhead.moved.connect(self._show_frame)
        self._show_soon()

    def close(self) -> None:
        """Shows nothing any more."""
        self._closed = True
        self._soon.stop()

    def _show_soon(self) -> None:
        if not self._soon.isActive() and not self._closed:
            self._soon.start()

    def _show(self) -> None:
        if self._closed:
            return
        frames, facts = self._frames, self._frames.facts
        walk = frames.walk
        self._show_frame()
        shown = walk if frames.searching else frames.placed_walk
        self._panel.show_walk(shown.alone, self._document.display_name, facts)
        ready, key = None, ""
        if frames.all_done and facts is not None and walk == self._document.walk:
            placed = frames.placed_walk
            ready = StoredFrames(placed, facts, self._store)
            # These decide all digests, of which there may be 100,000.
            untitled = replace(placed.alone, title="")
            key = hashlib.sha256(repr((facts, untitled.dump())).encode("utf-8", "replace")).hexdigest()
        done = None if frames.looking_up else frames.done_count
        self._panel.show_frames(ready, done, frames.count, key)

    def _show_frame(self) -> None:
        index = self._playhead.index
        self._panel.show_frame(index, self._frames.image(index))

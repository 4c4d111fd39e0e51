"""The timeline: every frame of the walk, rendered or not, and the playhead on them."""

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QContextMenuEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sd3explorer.app import theme
from sd3explorer.app.frames.frames import Frames
from sd3explorer.app.playhead import Playhead
from sd3explorer.app.timeline.frame_axis import INSET
from sd3explorer.app.timeline.tracks import Tracks
from sd3explorer.app.timeline.transport_bar import TransportBar
from sd3explorer.walk.editing import keyframe_frames, takes_keyframes, with_keyframe_made
from sd3explorer.walk.model import ModelFacts
from sd3explorer.walk.walk import Walk


class Timeline(QWidget):
    """Transport buttons above the tracks.

    Args:
        frames: The frames.
        playhead: The playhead.
        parent: Qt's owner.
    """

    accessible_role = QAccessible.Role.Grouping

    edited = Signal(object, str, str)
    selection_changed = Signal(object)
    # The place on the screen where a menu is asked for: of the frame under the playhead, or of the keyframe.
    frame_menu_asked = Signal(QPoint)
    keyframe_menu_asked = Signal(QPoint)

    def __init__(self, frames: Frames, playhead: Playhead, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._playhead = playhead
        self._walk = Walk()
        self._facts: ModelFacts | None = None
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(self.tr("Timeline"))
        self.transport = TransportBar(frames, playhead, self)
        self.tracks = Tracks(frames, playhead, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 4)
        layout.setSpacing(4)
        self.transport.setContentsMargins(INSET, 0, INSET, 0)
        layout.addWidget(self.transport)
        layout.addWidget(self.tracks, 1)
        motion = self.transport.motion
        motion.edited.connect(self.edited)
        motion.show_evenness(self.tracks.curve.evenness)
        self.tracks.curve.evenness_changed.connect(motion.show_evenness)
        for track in (self.tracks.speed, self.tracks.keyframes):
            track.edited.connect(self.edited)
            track.keyframe_asked.connect(self._make_keyframe)
        self.tracks.strip.selection_changed.connect(self.selection_changed)
        self.tracks.keyframes.menu_asked.connect(self.keyframe_menu_asked)
        self.transport.zoom_in.connect(self.zoom_in)
        self.transport.zoom_out.connect(self.zoom_out)
        self.transport.zoom_to_fit.connect(self.zoom_to_fit)

    def show_walk(self, walk: Walk) -> None:
        """Shows the keyframes or rows of a walk; its frames come by themselves."""
        self._walk = walk
        self.transport.show_keyframes(takes_keyframes(walk.path))
        self.transport.motion.show_walk(walk)
        self.tracks.show_walk(walk)

    def show_stars(self, indices: Sequence[int], only: bool) -> None:
        """Marks the frames with a star, in order, and makes the others faint where only these count."""
        self.tracks.ruler.show_stars(indices)
        self.tracks.strip.show_stars(indices, only)

    def show_facts(self, facts: ModelFacts | None) -> None:
        """Takes what is known of the walk's model."""
        self._facts = facts

    def selected_indices(self) -> list[int]:
        """The frames selected in the filmstrip, in order."""
        return self.tracks.strip.selected_indices()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paints what the pictures are seen on."""
        QPainter(self).fillRect(event.rect(), theme.colours(self).window)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 (Qt's name)
        """Asks for the menu of a frame: of the one under the pointer, which gets the playhead, or its own."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            x = self.tracks.mapFrom(self, event.pos()).x()
            if not self.tracks.geometry().contains(event.pos()):
                event.ignore()
                return
            self._playhead.pause()
            self._playhead.move_to(self.tracks.axis.frame_at(x))
            self.frame_menu_asked.emit(event.globalPos())
        else:
            x = round(self.tracks.axis.centre(self._playhead.index))
            strip = self.tracks.strip
            self.frame_menu_asked.emit(self.tracks.mapToGlobal(QPoint(x, strip.geometry().center().y())))

    def make_keyframe_here(self) -> int | None:
        """Makes a keyframe at the playhead, where there is none and the path takes them.

        Returns:
            Its number; None where none was made.
        """
        return self._make_keyframe(self._playhead.index)

    def why_no_keyframe(self) -> str:
        """Why no keyframe can be made on this path, for the action's tooltip; "" where one can."""
        if takes_keyframes(self._walk.path):
            return ""
        return self.tr("Only a morph, a blend or a held prompt takes keyframes")

    def _make_keyframe(self, frame: int) -> int | None:
        walk = with_keyframe_made(self._walk, frame, self._facts)
        if walk is None:
            return None
        number = bisect_left(keyframe_frames(self._walk) or [0], frame)
        self.edited.emit(walk, self.tr("Make keyframe"), "")
        self.tracks.keyframes.select(number)
        return number

    def zoom_in(self) -> None:
        """Makes frames wider."""
        self.tracks.zoom_in()

    def zoom_out(self) -> None:
        """Makes frames narrower."""
        self.tracks.zoom_out()

    def zoom_to_fit(self) -> None:
        """Shows all frames at once."""
        self.tracks.zoom_to_fit()

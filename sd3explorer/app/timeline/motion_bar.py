"""What there is to say of a walk's motion, and whether it is even."""

from dataclasses import replace

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QWidget

from sd3explorer.app.frames.frames import Frames
from sd3explorer.app.playhead import Playhead
from sd3explorer.app.timeline.evenness import Evenness
from sd3explorer.walk.easing import Easing
from sd3explorer.walk.timing import Motion
from sd3explorer.walk.walk import Walk

# From here on tenths say nothing.
WHOLE_NUMBERS = 9.95


class MotionBar(QWidget):
    """A label that leads to the largest step, and a switch each for even motion and for bridges over cuts.

    Args:
        frames: What is looked at.
        playhead: What goes to the largest step.
        parent: Qt's owner.

    Signals:
        edited: The walk as it should become, the name of the edit for the undo menu, and its merge key.
    """

    edited = Signal(object, str, str)

    def __init__(self, frames: Frames, playhead: Playhead, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frames = frames
        self._playhead = playhead
        self._walk = Walk()
        self._evenness: Evenness | None = None
        self.label = QToolButton(self)
        self.even = _switch(self.tr("Even"), self.tr("Even motion"))
        self.bridges = _switch(self.tr("Bridges"), self.tr("Bridges over cuts"))
        self._lay_out()
        self.label.clicked.connect(self._go_to_largest_step)
        self.even.clicked.connect(self._set_even)
        self.bridges.clicked.connect(self._set_bridges)
        self.show_walk(self._walk)

    def show_walk(self, walk: Walk) -> None:
        """Shows whether a walk is even, and whether it can be."""
        self._walk = walk
        obstacle = self._obstacle(walk)
        self.even.setEnabled(not obstacle)
        self.even.setChecked(walk.is_even)
        even = self.tr("Places frames so that the picture changes by the same amount each time")
        self.even.setToolTip(obstacle or even)
        self.bridges.setEnabled(walk.is_even)
        self.bridges.setChecked(walk.is_even and walk.timing.bridges)
        bridges = self.tr("Lets the picture melt where it would jump or nearly so; otherwise hard cuts stay")
        self.bridges.setToolTip(bridges if walk.is_even else self.tr("Only an even motion has bridges"))
        self.show_evenness(self._evenness)

    def show_evenness(self, evenness: Evenness | None) -> None:
        """Shows how even the motion is, where enough is known of that."""
        self._evenness = evenness if evenness is not None and evenness.is_known and self._is_shown else None
        self.label.setText(self._text())
        self.label.setEnabled(self._evenness is not None)
        self.label.setToolTip(self._tip())

    @property
    def _is_shown(self) -> bool:
        """Whether the frames move as the walk does: they are a little behind it."""
        moves = [(each.is_even, each.timing.bridges) for each in (self._frames.walk, self._walk)]
        return moves[0] == moves[1]

    def _text(self) -> str:
        parts = [self.tr("Motion: even") if self._walk.is_even else self.tr("Motion: steady")]
        if not self._is_shown:
            return parts[0]
        if self._frames.searching and self._frames.waiting:
            return self.tr("Making the motion even…")
        if self._frames.searching:
            parts.append(self.tr("not found yet"))
        if self._evenness is not None:
            parts.append(_times(self._evenness.ratio))
        # A bridge leads over what is but steep as well, so these are not as many as cuts that are kept.
        bridges, kept = len(self._frames.bridges), self._evenness.cut_count if self._evenness else 0
        if bridges:
            parts.append(self._count(bridges, self.tr("1 bridge"), self.tr("{count} bridges")))
        if kept:
            parts.append(self._count(kept, self.tr("1 hard cut"), self.tr("{count} hard cuts")))
        return " · ".join(parts)

    def _tip(self) -> str:
        if self._evenness is None:
            return ""
        text = self.tr(
            "The largest step from a frame to the next is {times} the usual one: 1× is perfectly even. "
            "Click to go there, after frame {frame}."
        )
        text = text.format(times=_times(self._evenness.ratio), frame=self._evenness.frame + 1)
        asked = self.tr("Some of that is the speed that keyframes ask for.")
        return f"{text} {asked}" if self._walk.is_even and _varies_speed(self._walk) else text

    def _count(self, count: int, one: str, more: str) -> str:
        return one if count == 1 else more.format(count=count)

    def _obstacle(self, walk: Walk) -> str:
        """Why a walk can't be even, or ""."""
        if walk.can_be_even:
            return ""
        if walk.path.row_length() is not None:
            return self.tr("A grid shows every mix of its prompts, so its frames stay where they are")
        if walk.noise.jumps:
            return self.tr("The noise jumps from frame to frame, so no picture leads to the next")
        if walk.path.moves or walk.noise.moves:
            return self.tr("Even motion needs three frames or more")
        return self.tr("Neither the prompt nor the noise moves here: all frames are alike")

    def _lay_out(self) -> None:
        self.label.setProperty("flat", True)
        self.label.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.label.setAccessibleDescription(self.tr("Goes to the largest step"))
        # What changes is at the left, so that nothing beside it moves.
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for widget in (self.label, self.even, self.bridges):
            layout.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def _set_even(self, even: bool) -> None:
        motion, text = (
            (Motion.EVEN, self.tr("Even motion")) if even else (Motion.STEADY, self.tr("Steady motion"))
        )
        self._edit(replace(self._walk, timing=replace(self._walk.timing, motion=motion)), text)

    def _set_bridges(self, bridges: bool) -> None:
        text = self.tr("Bridge cuts") if bridges else self.tr("Keep cuts")
        self._edit(replace(self._walk, timing=replace(self._walk.timing, bridges=bridges)), text)

    def _edit(self, walk: Walk, text: str) -> None:
        self.edited.emit(walk, text, "")

    def _go_to_largest_step(self) -> None:
        if self._evenness is not None:
            self._playhead.step(self._evenness.frame - self._playhead.index)


def _switch(text: str, name: str) -> QPushButton:
    switch = QPushButton(text)
    switch.setCheckable(True)
    switch.setProperty("role", "chip")
    switch.setAccessibleName(name)
    switch.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return switch


def _varies_speed(walk: Walk) -> bool:
    """Whether a walk is to be faster here than there."""
    beats = walk.path.beats()
    return any(beat.easing != Easing.LINEAR for beat in beats) or len({beat.weight for beat in beats}) > 1


def _times(ratio: float) -> str:
    return f"{QLocale().toString(ratio, 'f', 0 if ratio >= WHOLE_NUMBERS else 1)}×"

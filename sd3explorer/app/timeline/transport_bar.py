"""The row above the timeline: playing, how even the motion is, zooming."""

from collections.abc import Callable, Mapping
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QActionGroup, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from sd3explorer.app.frames.frames import Frames
from sd3explorer.app.icons import icon
from sd3explorer.app.playhead import PACES, Playhead
from sd3explorer.app.shortcuts import key_names
from sd3explorer.app.timeline.motion_bar import MotionBar

BUTTON_WIDTH, PACE_WIDTH = 40, 52


def pace_text(pace: float) -> str:
    """What a pace is called: "0.25×"."""
    return f"{QLocale().toString(pace, 'g', 3)}×"


class TransportBar(QWidget):
    """Buttons that move the playhead and zoom, and between them what there is to say of the motion.

    Args:
        frames: What is looked at.
        playhead: What the buttons move.
        parent: Qt's owner.
    """

    zoom_in = Signal()
    zoom_out = Signal()
    zoom_to_fit = Signal()

    def __init__(self, frames: Frames, playhead: Playhead, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._playhead = playhead
        self._play = QPushButton(self)
        self._hint = _Hint(self)
        self._pace = QToolButton(self)
        self.motion = MotionBar(frames, playhead, self)
        self._lay_out()
        # As wide for both, so that nothing beside it moves.
        self._show_playing(True)
        self._show_playing(playhead.playing)
        self._keys = key_names({})
        self._takes_keyframes = True
        self._show_hint()
        self._play.clicked.connect(playhead.toggle)
        playhead.playing_changed.connect(self._show_playing)
        playhead.pace_changed.connect(self._show_pace)

    def show_keys(self, names: Mapping[str, str]) -> None:
        """Says what keys do.

        Args:
            names: What they are called, by the actions' ids; "" where one has none.
        """
        self._keys = names
        self._show_hint()

    def show_keyframes(self, takes_keyframes: bool) -> None:
        """Says how a keyframe is made where the walk's path takes some."""
        self._takes_keyframes = takes_keyframes
        self._show_hint()

    def _show_hint(self) -> None:
        hints = [
            ("{0}", ("shuttle_back", "pause", "shuttle")),
            (self.tr("{0} step"), ("previous", "next")),
            (self.tr("{0} play"), ("play",)),
        ]
        if self._takes_keyframes:
            hints.append((self.tr("{0} make keyframe"), ("make_keyframe",)))
        said = [(text, " ".join(filter(None, map(self._keys.get, names)))) for text, names in hints]
        self._hint.setText(" · ".join(text.format(keys) for text, keys in said if keys))

    def _lay_out(self) -> None:
        head = self._playhead
        self._play.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._play.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._hint.setProperty("role", "dim")
        moving = (
            self._button("first", self.tr("First frame"), lambda: head.step(-head.index)),
            self._button("previous", self.tr("Previous frame"), lambda: head.step(-1)),
            self._play,
            self._button("next", self.tr("Next frame"), lambda: head.step(1)),
            self._button("last", self.tr("Last frame"), lambda: head.step(head.frame_count)),
        )
        zooming = (
            self._flat("zoom-out", self.tr("Zoom out"), self.zoom_out.emit),
            self._flat("fit", self.tr("Show all frames"), self.zoom_to_fit.emit),
            self._flat("zoom-in", self.tr("Zoom in"), self.zoom_in.emit),
        )
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for button in moving:
            layout.addWidget(button)
        self._make_pace()
        layout.addWidget(self._pace)
        layout.addSpacing(10)
        layout.addWidget(self._hint, 1)
        layout.addWidget(self.motion)
        layout.addSpacing(6)
        for button in zooming:
            layout.addWidget(button)
        motion = (self.motion.label, self.motion.even, self.motion.bridges)
        for one, following in pairwise((*moving, self._pace, *motion, *zooming)):
            self.setTabOrder(one, following)

    def _button(self, picture: str, name: str, act: Callable[[], object]) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(picture, button))
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setMinimumWidth(BUTTON_WIDTH)
        button.setAutoRepeat(picture in ("previous", "next"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(act)
        return button

    def _flat(self, picture: str, name: str, act: Callable[[], object]) -> QToolButton:
        button = self._button(picture, name, act)
        button.setMinimumWidth(0)
        button.setProperty("flat", True)
        return button

    def _make_pace(self) -> None:
        menu = QMenu(self._pace)
        group = QActionGroup(menu)
        for pace in PACES:
            action = menu.addAction(pace_text(pace))
            action.setCheckable(True)
            action.setData(pace)
            action.triggered.connect(partial(self._playhead.set_pace, pace))
            group.addAction(action)
        self._pace.setMenu(menu)
        self._pace.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._pace.setProperty("flat", True)
        self._pace.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._pace.setToolTip(self.tr("Speed of playback"))
        self._show_pace(self._playhead.pace)
        self._pace.setFixedWidth(PACE_WIDTH)

    def _show_pace(self, pace: float) -> None:
        self._pace.setText(pace_text(pace))
        self._pace.setAccessibleName(self.tr("Speed of playback: {0}").format(pace_text(pace)))
        for action in self._pace.menu().actions():
            action.setChecked(action.data() == pace)

    def _show_playing(self, playing: bool) -> None:
        self._play.setText(self.tr("Pause") if playing else self.tr("Play"))
        self._play.setIcon(icon("pause" if playing else "play", self._play))
        self._play.setMinimumWidth(max(self._play.sizeHint().width(), self._play.minimumWidth()))


class _Hint(QLabel):
    """A text that gives way where there is no room for all of it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paints all of the text, or nothing."""
        if self.width() >= self.sizeHint().width():
            super().paintEvent(event)

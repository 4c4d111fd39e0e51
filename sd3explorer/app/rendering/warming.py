"""Gets the engine ready before anybody asks for frames, while the user still types."""

from enum import Enum

import psutil
from PySide6.QtCore import QObject, QSettings, QTimer, Signal

from sd3explorer.app.frames.frames import Frames
from sd3explorer.app.playhead import Playhead
from sd3explorer.app.rendering.render_control import RenderControl, RenderState
from sd3explorer.app.rendering.render_thread import RenderThread
from sd3explorer.presets.preset import Preset
from sd3explorer.render.messages import EngineSettings, Phase

# After an edit: an image size may still be typed, and each one needs an engine of its own.
MILLISECONDS_AFTER_EDIT = 400
# After rendering: who drags the playhead in live mode shouldn't have to wait for a compiler.
MILLISECONDS_AFTER_RENDERING = 1500

# Of the memory that is free, so much may a model take that nobody has asked for.
LARGEST_SHARE = 0.5

_SETTING = "engine/warm"


class Readiness(Enum):
    """How far the engine is with getting ready."""

    COLD = "cold"
    WARMING = "warming"
    READY = "ready"


class Warming(QObject):
    """Warms the engine that the walk needs whenever nothing is being rendered.

    Where that fails, and where the user has unloaded the model, it isn't tried again until frames
    were rendered, or another engine is needed.

    Args:
        frames: The walk and its model.
        playhead: Frames like the one under it will be wanted.
        control: Knows which engine that takes.
        thread: Owns the engine.
        parent: Qt's owner.
    """

    changed = Signal(object)

    def __init__(
        self,
        frames: Frames,
        playhead: Playhead,
        control: RenderControl,
        thread: RenderThread,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._frames = frames
        self._playhead = playhead
        self._control = control
        self._thread = thread
        self._enabled = bool(QSettings().value(_SETTING, True, type=bool))
        self._readiness = Readiness.COLD
        self._rendering = False
        # The engine and the kind of frames that it is or will be ready for.
        self._aim: tuple[EngineSettings, bool] | None = None
        self._declined: EngineSettings | None = None
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._warm)
        frames.reset.connect(self._take_edit)
        control.engine_changed.connect(self._take_edit)
        control.changed.connect(self._take_work)
        thread.rendered.connect(self._take_frame)
        thread.phase_changed.connect(self._take_phase)
        thread.warmed.connect(self._take_warmth)
        thread.warming_failed.connect(self.decline)
        thread.trouble.connect(self.decline)
        thread.unloaded.connect(self.decline)

    @property
    def enabled(self) -> bool:
        """Whether the engine is warmed at all."""
        return self._enabled

    @property
    def readiness(self) -> Readiness:
        """How far the engine is."""
        return self._readiness

    def set_enabled(self, enabled: bool) -> None:
        """Warms the engine from now on or no more, and at the next start of the app too."""
        QSettings().setValue(_SETTING, enabled)
        self._enabled = enabled
        self._declined = None
        self._take_edit()

    def decline(self) -> None:
        """The engine ended, and isn't started again for nothing."""
        self._soon.stop()
        self._declined = self._control.engine_settings
        self._show(Readiness.COLD)

    def close(self) -> None:
        """Warms nothing any more."""
        self._enabled = False
        self._soon.stop()

    def _take_edit(self) -> None:
        aim = self._next_aim()
        if aim == self._aim and (self._soon.isActive() or self._readiness is not Readiness.COLD):
            return
        if aim != self._aim:
            self._aim = aim
            self._show(Readiness.COLD)
        self._warm_in(MILLISECONDS_AFTER_EDIT)

    def _take_work(self, state: RenderState) -> None:
        before, self._rendering = self._rendering, state.working
        if state.working:
            self._soon.stop()
            if self._readiness is Readiness.WARMING:
                self._show(Readiness.COLD)
        elif before and self._readiness is Readiness.COLD:
            self._warm_in(MILLISECONDS_AFTER_RENDERING)

    def _take_frame(self) -> None:
        self._declined = None

    def _take_phase(self, phase: Phase) -> None:
        if phase is Phase.STARTING and self._readiness is Readiness.READY:
            # The engine had crashed, and what it had compiled went with it.
            self._show(Readiness.COLD)

    def _take_warmth(self) -> None:
        if self._aim == self._next_aim():
            self._show(Readiness.READY)

    def _warm_in(self, milliseconds: int) -> None:
        if self._enabled:
            self._soon.start(milliseconds)

    def _warm(self) -> None:
        self._aim = aim = self._next_aim()
        if aim is None or self._rendering:
            return
        settings, _ = aim
        if settings == self._declined or not _is_light(settings.preset):
            return
        self._show(Readiness.WARMING)
        self._thread.warm(settings, self._frames.recipes[self._place])

    def _next_aim(self) -> tuple[EngineSettings, bool] | None:
        settings = self._control.engine_settings
        return None if settings is None else (settings, self._frames.recipes[self._place].guided)

    @property
    def _place(self) -> int:
        return min(self._playhead.index, self._frames.count - 1)

    def _show(self, readiness: Readiness) -> None:
        if readiness is not self._readiness:
            self._readiness = readiness
            self.changed.emit(readiness)


def _is_light(preset: Preset) -> bool:
    try:
        return preset.size <= LARGEST_SHARE * psutil.virtual_memory().available
    except OSError:
        return False

"""The status bar: what the engine does now, how fast, how long still."""

from collections.abc import Mapping

from PySide6.QtWidgets import QLabel, QProgressBar, QStatusBar, QWidget

from sd3explorer.app.engines_button import EnginesButton
from sd3explorer.app.queue.button import QueueButton
from sd3explorer.app.rendering.render_control import RenderState
from sd3explorer.app.rendering.warming import Readiness
from sd3explorer.app.shortcuts import key_names
from sd3explorer.render.messages import Phase

# As finely as the bar shows how far things are: finer than its pixels.
BAR_STEPS = 1000


class StatusLine(QStatusBar):
    """Progress at the left, the document and the engine at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._bar = QProgressBar(textVisible=False)
        self._bar.setFixedWidth(220)
        self._bar.setAccessibleName(self.tr("Frames rendered"))
        self._does = QLabel()
        self._does.setAccessibleName(self.tr("What the engine does"))
        self._fetching = ""
        self._rendering = (RenderState(), False, "")
        self._render_key = key_names({})["render"]
        self._saved = QLabel()
        self._engine = QLabel()
        self._engine.setAccessibleName(self.tr("Whether the engine is ready"))
        self.addWidget(self._bar)
        self.addWidget(self._does, 1)
        self.engines = EnginesButton()
        self.queue = QueueButton()
        # What comes and goes is at the left, so that nothing beside it moves.
        self.addPermanentWidget(self.queue)
        self.addPermanentWidget(self.engines)
        self.addPermanentWidget(self._engine)
        self.addPermanentWidget(self._saved)
        self.setContentsMargins(12, 2, 12, 2)

    @property
    def text(self) -> str:
        """What it says of the engine."""
        return self._does.text()

    @property
    def readiness_text(self) -> str:
        """What it says of the engine's getting ready."""
        return self._engine.text()

    def show_render(self, state: RenderState, on: bool, problem: str = "") -> None:
        """Says what the engine does.

        Args:
            state: What it does.
            on: Whether what is missing is going to be rendered.
            problem: Why nothing can be rendered, or "".
        """
        self._rendering = (state, on, problem)
        if self._fetching and not state.working:
            # Of how much it is, the text says; a full bar would mean the frames.
            self._bar.setRange(0, 0)
            self._does.setText(self._fetching)
            return
        preparing = state.working and state.phase is not None
        done = state.search_done if state.looked_at is not None else state.done / max(state.total, 1)
        if state.looking_up and not state.working:
            done = 0.0
        self._bar.setRange(0, 0 if preparing else BAR_STEPS)
        # Only what is done fills it.
        self._bar.setValue(BAR_STEPS if done == 1.0 else min(int(BAR_STEPS * done), BAR_STEPS - 1))
        self._does.setText(problem or self._sentence(state, on))

    def show_keys(self, names: Mapping[str, str]) -> None:
        """Names keys in hints from now on.

        Args:
            names: What they are called, by the actions' ids; "" where one has none.
        """
        self._render_key = names["render"]
        self.show_render(*self._rendering)

    def show_fetching(self, text: str) -> None:
        """Says how far the fetching of a model is, while nothing is rendered; "" says that it is over."""
        self._fetching = text
        self.show_render(*self._rendering)

    def show_saved(self, modified: bool, has_file: bool) -> None:
        """Says whether the file has all edits."""
        if modified:
            self._saved.setText(self.tr("Not saved"))
        else:
            self._saved.setText(self.tr("All changes saved") if has_file else "")

    def show_readiness(self, readiness: Readiness) -> None:
        """Says how far the engine is with getting ready, where nobody waits for it."""
        texts = {
            Readiness.COLD: "",
            Readiness.WARMING: self.tr("Getting the engine ready…"),
            Readiness.READY: self.tr("Engine ready"),
        }
        self._engine.setText(texts[readiness])

    def _sentence(self, state: RenderState, on: bool) -> str:
        if state.working and state.phase is not None:
            return {
                Phase.STARTING: self.tr("Starting the engine…"),
                Phase.BUILDING: self.tr("Loading the model…"),
                Phase.COMPILING: self.tr("Compiling for this image size and batch…"),
            }[state.phase]
        if state.working and state.aside:
            one, many = (
                self.tr("Rendering 1 picture to look at"),
                self.tr("Rendering {0} pictures to look at"),
            )
            return one if state.aside == 1 else many.format(state.aside)
        if state.working and state.refining:
            return self.tr("Refining drafts")
        if state.working and state.looked_at is not None:
            # Rounded down: at 100 % frames are rendered.
            percent = int(100.0 * state.search_done)
            text = self.tr("Making the motion even · {0} % · {1} rendered")
            return text.format(percent, state.looked_at)
        if state.working:
            text = (
                self.tr("Rendering {0} of {1} selected")
                if state.selected
                else self.tr("Rendering {0} of {1}")
            )
            text = text.format(min(state.done + 1, state.total), state.total)
            return text + state.pace
        if state.looking_up:
            return self.tr("Looking up frames…")
        if state.looked_at and not on:
            text = self.tr("{0} rendered to make the motion even").format(state.looked_at)
            key = self._render_key
            return self.tr("{0} · {1} continues").format(text, key) if key else text
        if state.total and state.done == state.total:
            one, many = self.tr("The frame is rendered"), self.tr("All {0} frames rendered")
            text = one if state.total == 1 else many.format(state.total)
            # Else nobody knows what there is to stop.
            return self.tr("{0} · rendering continues after edits").format(text) if on else text
        count = self.tr("{0} of 1 frame") if state.total == 1 else self.tr("{0} of {1} frames")
        count = count.format(state.done, state.total)
        if on or not self._render_key:
            return count
        return self.tr("{0} · {1} renders the rest").format(count, self._render_key)

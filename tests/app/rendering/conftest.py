"""Frames, a playhead and an engine, as the window puts them together."""

import pytest

from sd3explorer.app.frames.frames import Frames
from sd3explorer.app.playhead import Playhead
from sd3explorer.app.rendering.render_control import RenderControl
from sd3explorer.app.rendering.render_thread import RenderThread
from sd3explorer.presets.locate import locate
from sd3explorer.render.child import ChildProcess
from sd3explorer.render.local import ThisProcess
from tests.gradient import GradientModel


class Bench:
    def __init__(self, qtbot, store, place):
        self.qtbot = qtbot
        self.frames = Frames(store, locate, place.precision)
        self.playhead = Playhead()
        self.thread = RenderThread(store, place)
        self.rendered = []
        # Before the window's parts: the last frame of all can end the wait for it as soon as they know of it.
        self.thread.rendered.connect(lambda recipe, image: self.rendered.append(recipe))
        self.control = RenderControl(self.frames, self.playhead, self.thread, place)

    def show(self, walk):
        self.playhead.set_walk(walk)
        with self.qtbot.waitSignal(self.frames.reset):
            self.frames.show_walk(walk)

    def wait_until_done(self):
        self.qtbot.waitUntil(lambda: self.frames.all_done and not self.control.state.working)

    def states(self):
        return [self.frames.state(index) for index in range(self.frames.count)]


@pytest.fixture
def bench_with(qtbot, store, tmp_path):
    benches = []

    def make(model=GradientModel, apart=False):
        """With the engine in this process, or as in the app apart from it, where that is the point."""
        place = ChildProcess if apart else ThisProcess
        benches.append(Bench(qtbot, store, place(tmp_path / "log", load_model=model)))
        return benches[-1]

    yield make
    for bench in benches:
        bench.control.close()
        bench.frames.close()

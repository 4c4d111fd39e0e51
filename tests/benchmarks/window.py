"""How calm the window is: gaps between ticks while the engine works, scrubbing, the first paint, huge walks.

Runs without a screen. Alone on the machine, or the figures mean nothing.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QElapsedTimer, QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sd3explorer.app import theme
from sd3explorer.app.main import SECONDS_BETWEEN_THREADS
from sd3explorer.app.main_window import MainWindow
from sd3explorer.app.parts import Storage
from sd3explorer.examples import example_path
from sd3explorer.presets.locate import locate
from sd3explorer.render.child import ChildProcess
from sd3explorer.render.store import FrameStore
from sd3explorer.walk.limits import MAX_FRAMES, MAX_KEYFRAMES, MAX_TEXT
from sd3explorer.walk.model import Model
from sd3explorer.walk.noises import Travel, Varying
from sd3explorer.walk.paths import Keyframe, Morph
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk

MILLISECONDS_BETWEEN_TICKS = 10
SCRUBBED = 1000

# The largest walks that a file may hold, each in one way.
_THREE = Morph((Keyframe("a 3d dog face"), Keyframe("a 3d cat face"), Keyframe("a 3d fox face")))
_MANY = Morph(tuple(Keyframe(f"a 3d dog face, number {number}") for number in range(MAX_KEYFRAMES)))
_LONG = Morph((Keyframe("a" * MAX_TEXT), Keyframe("b" * MAX_TEXT)))
HUGE = {
    "two prompts of 10,000 letters": Walk(path=_LONG),
    "1,000 keyframes": Walk(path=_MANY, timing=Timing(2000)),
    "100,000 frames": Walk(path=_THREE, timing=Timing(MAX_FRAMES)),
    "1,000 keyframes and seeds, 100,000 frames": Walk(
        path=_MANY, noise=Travel(tuple(range(MAX_KEYFRAMES))), timing=Timing(MAX_FRAMES)
    ),
}

# The same modules, and a window with nothing in it.
EMPTY_WINDOW = """
import time; start = time.perf_counter()
import sys
import sd3explorer.app.main
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication(sys.argv)
class Window(QMainWindow):
    def paintEvent(self, event):
        print(time.perf_counter() - start, flush=True); import os; os._exit(0)
window = Window(); window.resize(1440, 900); window.show()
application.exec()
"""

OUR_WINDOW = """
import time; start = time.perf_counter()
import sys
from sd3explorer.app import main
from sd3explorer.app.preview.preview import Preview
paint = Preview.paintEvent
def painted(self, event):
    paint(self, event)
    print(time.perf_counter() - start, flush=True); import os; os._exit(0)
Preview.paintEvent = painted
if __name__ == "__main__":
    from sd3explorer.render.places import choose_place
    main.start(None, choose_place)
"""


class Ticks:
    """The gaps between ticks of a timer in the window's thread, in milliseconds."""

    def __init__(self):
        self.gaps = []
        self._clock = QElapsedTimer()
        self._timer = QTimer(interval=MILLISECONDS_BETWEEN_TICKS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def begin(self):
        self.gaps.clear()
        self._clock.start()
        self._timer.start()

    def end(self):
        self._timer.stop()
        return sorted(self.gaps)

    def _tick(self):
        self.gaps.append(self._clock.nsecsElapsed() / 1e6)
        self._clock.restart()


def wait(application, until, seconds=600):
    """Runs the window until something is so."""
    end = time.monotonic() + seconds
    while not until():
        application.processEvents()
        if time.monotonic() > end:
            raise TimeoutError("it took too long")
        time.sleep(0.001)


@contextmanager
def alone():
    """An application with nobody's settings, and a folder for all that its windows write."""
    sys.setswitchinterval(SECONDS_BETWEEN_THREADS)
    application = QApplication(sys.argv[:1])
    theme.apply(application)
    with tempfile.TemporaryDirectory() as folder:
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
        yield application, Path(folder)


def open_window(folder):
    storage = Storage(FrameStore(folder / "frames"), folder / "exports", folder / "state", folder / "app.log")
    window = MainWindow(storage, locate, ChildProcess(folder / "engine.log"))
    window.resize(1440, 900)
    window.show()
    return window, storage.store


def report(name, gaps):
    percentile = gaps[int(0.99 * (len(gaps) - 1))]
    print(
        f"{name:58} median {statistics.median(gaps):6.1f} ms, 99 % under {percentile:6.1f} ms, "
        f"longest {gaps[-1]:6.1f} ms ({len(gaps)} ticks)"
    )


def rendering(application, folder):
    """Ticks while the engine starts, loads, compiles and renders."""
    window, _ = open_window(folder)
    wait(application, lambda: bool(window.frames.recipes))
    ticks = Ticks()
    phases = {}
    window._thread.phase_changed.connect(lambda phase: phases.setdefault(str(phase), time.monotonic()))
    walk = replace(Walk.load(example_path("dog-to-cat")), timing=Timing(32))
    ticks.begin()
    loop = QTimer()
    window.begin(walk)
    done = []
    loop.timeout.connect(
        lambda: application.quit() if window.frames.all_done and not window.control.state.working else None
    )
    loop.start(200)
    application.exec()
    del done
    report("engine starts, loads, compiles and renders", ticks.end())
    close(application, window)


def scrubbing(application, folder):
    """Milliseconds from a move of the playhead to the frame on the screen, for frames of 512 × 512."""
    window, store = open_window(folder)
    # An engine that compiles at the same time is another thing to measure.
    window.warming.set_enabled(False)
    walk = Walk(noise=Varying(1), timing=Timing(SCRUBBED), model=Model("starter", (256, 256)))
    wait(application, lambda: bool(window.frames.recipes))
    window.files.begin(walk)
    wait(application, lambda: window.frames.count == SCRUBBED and len(window.frames.recipes) == SCRUBBED)
    generator = np.random.default_rng(1)
    texture = generator.integers(0, 255, (64, 64, 3), np.uint8).repeat(8, 0).repeat(8, 1)
    for number, digest in enumerate(window.frames.digests):
        store.put(digest, np.roll(texture, number, 1))
    window.frames.look_again()
    wait(application, lambda: window.frames.done_count == SCRUBBED)
    for name, seconds in (("as fast as it goes", 0.0), ("60 a second", 1 / 60)):
        window.frames.look_again()
        window.playhead.move_to(0)
        wait(application, lambda: window.frames.image(0) is not None)
        times = []
        sharp = 0
        for index in range(SCRUBBED):
            start = time.perf_counter()
            window.playhead.move_to(index)
            application.processEvents()
            times.append((time.perf_counter() - start) * 1000)
            while time.perf_counter() - start < seconds:
                application.processEvents()
                time.sleep(0.0005)
            sharp += window.frames.image(index) is not None
        report(f"scrubbing 1,000 frames of 512 × 512, {name}", sorted(times))
        print(f"{'':58} {100 * sharp / SCRUBBED:.0f} % in full size before the next one")
    close(application, window)


def huge(application, folder):
    """The longest gap between ticks in a second or more of opening, typing, undoing, scrubbing, rendering."""
    window, _ = open_window(folder)
    window.warming.set_enabled(False)
    ticks = Ticks()
    for name, walk in HUGE.items():
        file = folder / f"{name}.sd3walk"
        walk.save(file)
        gaps = {}

        def measure(what, act, gaps=gaps):
            ticks.begin()
            act()
            end = time.monotonic() + 1.0
            wait(application, lambda: time.monotonic() > end and is_looked_up(window))
            gaps[what] = ticks.end()[-1]

        measure("open", lambda file=file: window.open(file))
        window.path_panel.focus_prompt()
        measure("type", lambda: QTest.keyClick(application.focusWidget(), Qt.Key.Key_X))
        measure("undo", window.document.undo_stack.undo)
        measure("scrub", lambda: scrub(application, window.playhead))
        measure("render", window.control.render)
        measure("type while rendering", lambda: QTest.keyClick(application.focusWidget(), Qt.Key.Key_X))
        window.control.stop()
        measure("another walk", lambda: window.document.show(Walk()))
        print(f"{name:42} longest gap:", ", ".join(f"{what} {gap:.0f} ms" for what, gap in gaps.items()))
    close(application, window)


def is_looked_up(window):
    return window.frames.walk == window.document.walk and bool(window.frames.recipes)


def scrub(application, playhead):
    for step in range(60):
        playhead.move_to(step * (playhead.frame_count - 1) // 59)
        application.processEvents()


def close(application, window):
    window.document.show(window.document.walk)
    window.close()
    application.processEvents()


def first_paint(rounds):
    """Seconds to the first paint of our window beside that of an empty one with the same imports."""
    seconds = {"empty": [], "ours": []}
    with tempfile.TemporaryDirectory() as folder:
        scripts = {"empty": Path(folder, "empty.py"), "ours": Path(folder, "ours.py")}
        scripts["empty"].write_text(EMPTY_WINDOW)
        scripts["ours"].write_text(OUR_WINDOW)
        homes = {
            name: str(Path(folder, name)) for name in ("XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME")
        }
        for _ in range(rounds + 1):
            for name, script in scripts.items():
                answer = subprocess.run(
                    [sys.executable, str(script)],
                    env=os.environ | homes,
                    capture_output=True,
                    text=True,
                    check=True,
                )
                seconds[name].append(float(answer.stdout.split()[-1]))
    medians = {name: statistics.median(each[1:]) for name, each in seconds.items()}
    print(
        f"{'first paint':58} {medians['ours']:.2f} s, an empty window {medians['empty']:.2f} s: "
        f"{medians['ours'] / medians['empty']:.2f} ×"
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--huge", action="store_true", help="only the huge walks")
    parsed = parser.parse_args()
    if not parsed.huge:
        first_paint(parsed.rounds)
    with alone() as (application, folder):
        if not parsed.huge:
            rendering(application, folder / "one")
            scrubbing(application, folder / "two")
        huge(application, folder / "three")


if __name__ == "__main__":
    main()

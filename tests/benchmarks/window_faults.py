"""How calm the window is while engines are killed and stopped, and connections are cut, held and slowed.

    python -m tests.benchmarks.window_faults --faults 200 --frames 500

Two engines of this machine and two machines by ssh, which are this one, render a walk in a real window. Their
model is a stand-in, so that no core is busy with it. In the end every frame is in the store, with the pixels
that an undisturbed engine makes. Alone on the machine, or the gaps mean nothing.
"""

import argparse
import os
import random
import signal
import threading
import time
from collections import Counter
from contextlib import ExitStack, closing, suppress

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import psutil

from sd3explorer.app.main_window import MainWindow
from sd3explorer.app.parts import Storage
from sd3explorer.machine.devices import Device
from sd3explorer.presets.locate import locate
from sd3explorer.processes.child import START
from sd3explorer.render import connection
from sd3explorer.render.child import ChildProcess
from sd3explorer.render.devices import Devices
from sd3explorer.render.store import FrameStore
from sd3explorer.walk.model import Model
from sd3explorer.walk.noises import Varying
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk
from tests.benchmarks.ssh_faults import FAULTS, MACHINES, SECONDS_HELD, Machine
from tests.benchmarks.window import Ticks, alone, close, report, wait
from tests.gradient import gradient
from tests.render import far_places

SIZE = (256, 256)
SECONDS_A_BATCH = 2.0
HERE = ("engine killed", "engine stopped")
# One that ends before it has shown that it works isn't started again.
SECONDS_TO_WORK = 6.0


class Disturbance(threading.Thread):
    """Does things to engines, as many in proportion as frames are done.

    Args:
        machines: Those by ssh.
        parsed: The words on the command line.
        done: Says how many frames are done.
    """

    def __init__(self, machines, parsed, done):
        super().__init__(daemon=True)
        self.machines, self.parsed, self.count = machines, parsed, done
        self.random = random.Random(parsed.seed)
        self.faults = Counter()
        self.over = threading.Event()
        self.harmed = set()

    def run(self):
        """Goes on until it is over."""
        while not self.over.wait(0.1):
            due = self.parsed.faults * self.count() / self.parsed.frames
            while self.faults.total() < due and not self.over.wait(self.random.uniform(0.0, 0.5)):
                what = self.random.choice((*HERE, *FAULTS))
                if what not in HERE:
                    self.random.choice(self.machines).harm(what)
                elif not self._harm_engine(what):
                    continue
                self.faults[what] += 1

    def _harm_engine(self, what):
        ready = [
            child
            for child in psutil.Process().children()
            if child.pid not in self.harmed and _is_engine(child)
        ]
        if not ready:
            return False
        engine = self.random.choice(ready)
        with suppress(psutil.Error):
            if what == "engine killed":
                self.harmed.add(engine.pid)
                engine.kill()
            else:
                engine.suspend()
                timer = threading.Timer(self.random.uniform(*SECONDS_HELD), _resume, [engine])
                timer.daemon = True
                timer.start()
        return True


def _resume(process):
    with suppress(psutil.Error):
        process.send_signal(signal.SIGCONT)


def _is_engine(process):
    with suppress(psutil.Error):
        return START in process.cmdline() and time.time() - process.create_time() > SECONDS_TO_WORK
    return False


def here(folder):
    """Two engines of this machine."""
    model = far_places.SlowModel
    return [
        ChildProcess(folder / f"{n}.log", None, None, None, "float32", model, Device(f"GPU {n}"))
        for n in range(2)
    ]


def opened(application, folder, place, walk):
    """A window with a walk that can be rendered."""
    store = FrameStore(folder / "frames")
    window = MainWindow(
        Storage(store, folder / "exports", folder / "state", folder / "app.log"), locate, place
    )
    window.resize(1440, 900)
    window.show()
    wait(application, lambda: bool(window.frames.recipes))
    window.warming.set_enabled(False)
    window.files.begin(walk)
    wait(application, lambda: len(window.frames.recipes) == walk.frame_count)
    return window, store


def check(walk, store):
    """Makes sure that nothing is missing, twice or wrong."""
    facts = locate("starter").facts("float32")
    recipes = [walk.recipe(index, facts) for index in range(walk.frame_count)]
    kept = sorted(path.stem for path in store.folder.rglob("*.png"))
    assert kept == sorted(recipe.digest for recipe in recipes)
    assert all((store.get(recipe.digest) == gradient(recipe)).all() for recipe in recipes)


def rendered(application, window, disturbance):
    """Renders, disturbed; returns the gaps of the window, and the messages that people saw."""
    messages, ticks = Counter(), Ticks()
    window._thread.notice.connect(lambda text: messages.update([text.partition(" (")[0]]))
    window.control.render()
    disturbance.start()
    ticks.begin()
    wait(application, lambda: window.frames.all_done, seconds=1800)
    gaps = ticks.end()
    disturbance.over.set()
    disturbance.join()
    return gaps, messages


def main():
    """Runs and prints what came of it."""
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=raw)
    parser.add_argument("--frames", type=int, default=500)
    parser.add_argument("--faults", type=int, default=200)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    parsed = parser.parse_args()
    variables = {"SECONDS_A_BATCH": str(SECONDS_A_BATCH)}
    os.environ |= variables
    # Silence is noticed soon, so that a run takes minutes.
    connection.SECONDS_BETWEEN_BEATS, connection.BEATS_TO_START, connection.BEATS_MISSED = 0.3, 200, 20
    sampler, model = Sampler(4), Model("starter", SIZE)
    walk = Walk(noise=Varying(parsed.seed), timing=Timing(parsed.frames), sampler=sampler, model=model)
    with alone() as (application, folder), ExitStack() as stack:
        machines = []
        for number in range(MACHINES):
            (folder / f"{number}").mkdir()
            chance = random.Random(f"{parsed.seed} {number}")
            machine = Machine(folder / f"{number}", chance, far_places.slow, **variables)
            machines.append(stack.enter_context(closing(machine)))
        place = Devices((*here(folder), *(machine.place for machine in machines)))
        window, store = opened(application, folder, place, walk)
        disturbance = Disturbance(machines, parsed, lambda: window.frames.done_count)
        start = time.monotonic()
        gaps, messages = rendered(application, window, disturbance)
        seconds = time.monotonic() - start
        check(walk, store)
        close(application, window)
    print(f"seed {parsed.seed}: {parsed.frames} frames in {seconds:.0f} s, each once and right")
    faults = disturbance.faults
    print(f"{faults.total()} faults: {', '.join(f'{count} {what}' for what, count in faults.items())}")
    report("gaps of the window meanwhile", gaps)
    for text, count in messages.items():
        print(f"{count:4} × {text}")


if __name__ == "__main__":
    main()

"""A walk rendered here and on two other machines by ssh, whose connections are cut, held and slowed.

    python -m tests.benchmarks.ssh_faults --faults 200 --frames 500

The other machines are this one, by a real OpenSSH server behind a proxy; their workers are killed and stopped
too. The model is a stand-in, everything else is real. In the end every frame was reported once, is in the
store, and has the pixels that an undisturbed engine makes. Prints what was done to them, and the seed of it.
"""

import argparse
import random
import signal
import tempfile
import threading
import time
from collections import Counter
from contextlib import ExitStack, closing, suppress
from pathlib import Path

import psutil

from sd3explorer.presets.locate import locate
from sd3explorer.render import connection
from sd3explorer.render.child import ChildProcess
from sd3explorer.render.devices import Devices
from sd3explorer.render.job import Frame, Job
from sd3explorer.render.messages import Notice
from sd3explorer.render.store import FrameStore
from sd3explorer.walk.model import Model
from sd3explorer.walk.noises import Varying
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk
from tests.gradient import gradient
from tests.render import far_places
from tests.ssh_server import Server

SIZE = (64, 64)
MACHINES = 2
FAULTS = ("cut", "truncated", "held", "slowed", "worker killed", "worker stopped", "refused")
SECONDS_HELD = (0.1, 3.0)


class Machine:
    """One of the other machines, and what is done to it.

    Args:
        folder: For its files.
        chance: Decides what is left to it.
        choose_place: What it renders with.
        variables: What is in its environment.
    """

    def __init__(self, folder, chance, choose_place=far_places.gradients, **variables):
        self.server = Server(folder)
        self.chance = chance
        before = 'echo $$ > "$0.pid"'
        self.program = self.server.program(choose_place, before, SECONDS_BETWEEN_BEATS=0.3, **variables)
        self.place = self.server.place(self.program)

    def close(self):
        """Ends it."""
        self.server.close()

    def harm(self, what):
        """Does something to it; what passes by itself passes soon."""
        proxy, seconds = self.server.proxy, self.chance.uniform(*SECONDS_HELD)
        match what:
            case "cut":
                proxy.cut()
            case "truncated":
                proxy.left = self.chance.randrange(1, 20_000)
            case "held":
                proxy.held = True
                self._later(seconds, lambda: setattr(proxy, "held", False))
            case "slowed":
                proxy.rate = 10 ** self.chance.uniform(5, 7)
                self._later(seconds, lambda: setattr(proxy, "rate", None))
            case "refused":
                proxy.refuses = True
                proxy.cut()
                self._later(seconds, lambda: setattr(proxy, "refuses", False))
            case "worker killed":
                self._signal(signal.SIGKILL)
            case _:
                self._signal(signal.SIGSTOP)
                self._later(seconds, lambda: self._signal(signal.SIGCONT))

    def _later(self, seconds, act):
        timer = threading.Timer(seconds, act)
        timer.daemon = True
        timer.start()

    def _signal(self, number):
        with suppress(psutil.Error, OSError, ValueError):
            psutil.Process(int(self.program.with_name(f"{self.program.name}.pid").read_text())).send_signal(
                number
            )


def main():
    """Runs and prints what came of it."""
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=raw)
    parser.add_argument("--frames", type=int, default=500)
    parser.add_argument("--faults", type=int, default=200)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    parser.add_argument("--alone", action="store_true", help="without an engine on this machine")
    parsed = parser.parse_args()
    # Silence is noticed soon, so that a run takes minutes.
    connection.SECONDS_BETWEEN_BEATS, connection.BEATS_TO_START, connection.BEATS_MISSED = 0.3, 200, 20
    chance = random.Random(parsed.seed)
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        machines = []
        for number in range(MACHINES):
            (folder / f"{number}").mkdir()
            machines.append(stack.enter_context(closing(Machine(folder / f"{number}", chance))))
        here = () if parsed.alone else (ChildProcess(folder / "here.log", load_model=far_places.SlowModel),)
        place = Devices((*here, *(machine.place for machine in machines)))
        walk = Walk(
            noise=Varying(parsed.seed),
            timing=Timing(parsed.frames),
            sampler=Sampler(4),
            model=Model("starter", SIZE),
        )
        preset = locate("starter")
        facts, store = preset.facts("float32"), FrameStore(folder / "frames")
        done, reported, notices = Counter(), Counter(), Counter()
        settings = place.settings(preset, SIZE, "float32", batch_size=2)
        with closing(place.open(settings)) as fleet:
            # One that never answered is not waited for.
            list(fleet.warm([walk.recipe(0, facts)]))
            for event in Job(walk, facts, store, fleet, 2).run():
                if isinstance(event, Notice):
                    notices[event.text.partition(" (")[0]] += 1
                if isinstance(event, Frame):
                    reported[event.index] += 1
                    # A fault needs something to happen to.
                    while done.total() < parsed.faults * len(reported) / parsed.frames:
                        what = chance.choice(FAULTS)
                        chance.choice(machines).harm(what)
                        done[what] += 1
                        time.sleep(chance.uniform(0.0, 0.5))
        assert reported == Counter(range(parsed.frames)), "a frame is missing, or was reported twice"
        recipes = [walk.recipe(index, facts) for index in range(parsed.frames)]
        assert sorted(path.stem for path in store.folder.rglob("*.png")) == sorted(r.digest for r in recipes)
        assert all((store.get(recipe.digest) == gradient(recipe)).all() for recipe in recipes)
        connections = sum(machine.server.proxy.connections for machine in machines)
    seconds = time.monotonic() - start
    print(f"seed {parsed.seed}: {parsed.frames} frames in {seconds:.0f} s, each once and right")
    print(f"{done.total()} faults: {', '.join(f'{count} {what}' for what, count in done.items())}")
    print(f"{connections} connections to {MACHINES} machines")
    for text, count in notices.items():
        print(f"{count:4} × {text}")


if __name__ == "__main__":
    main()

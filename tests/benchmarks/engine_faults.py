"""A walk rendered by several engines that are killed, crash, hang and are stopped, again and again.

    python -m tests.benchmarks.engine_faults --faults 200 --frames 500

The model is a stand-in, everything else is real. In the end every frame was rendered once, is in the store,
and has the pixels that an undisturbed engine makes. Prints what was done to them, and the seed of it.
"""

import argparse
import os
import random
import signal
import tempfile
import time
from collections import Counter
from contextlib import closing, suppress
from pathlib import Path

from sd3explorer.presets.locate import locate
from sd3explorer.render.child import ChildRenderer
from sd3explorer.render.fleet import Fleet
from sd3explorer.render.job import Frame, Job
from sd3explorer.render.messages import EngineSettings, Notice, Rendered
from sd3explorer.render.store import FrameStore
from sd3explorer.walk.model import Model
from sd3explorer.walk.noises import Varying
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk
from tests.gradient import GradientModel, gradient

SIZE = (64, 64)
# How long one hangs, in frames of the others.
FRAMES_HUNG = 12
FAULTS = {"killed": 6, "crashed": 2, "hung": 3, "all stopped": 1}


class Victim(ChildRenderer):
    """An engine that can be harmed once it has shown that it works."""

    proven = harmed = None
    hung = 0

    @property
    def works(self):
        """Whether this process of it has rendered a frame, and was left alone since."""
        return self.process_id not in (None, self.harmed) and self.process_id == self.proven

    def render(self, batches):
        """Renders, and takes note of frames."""
        for event in super().render(batches):
            if isinstance(event, Rendered):
                self.proven = self.process_id
            yield event

    def harm(self, number):
        """Sends a signal to its process, if there is one."""
        process_id = self.process_id
        if number not in (signal.SIGSTOP, signal.SIGCONT):
            self.harmed = process_id
        if process_id is not None:
            with suppress(ProcessLookupError):
                os.kill(process_id, number)


class Run:
    """A walk, its engines, and what is done to them.

    Args:
        parsed: The words on the command line.
        folder: For logs and frames.
    """

    def __init__(self, parsed, folder):
        self.parsed, self.random = parsed, random.Random(parsed.seed)
        preset = locate("starter")
        self.facts = preset.facts("float32")
        settings = EngineSettings(preset, SIZE, batch_size=2)
        self.victims = [Victim(settings, folder / f"{n}.log", GradientModel) for n in range(parsed.engines)]
        self.fleet = Fleet(settings, {f"engine {n}": each for n, each in enumerate(self.victims)})
        self.walk = Walk(
            noise=Varying(parsed.seed),
            timing=Timing(parsed.frames),
            sampler=Sampler(4),
            model=Model("starter", SIZE),
        )
        self.store = FrameStore(folder / "frames")
        self.done, self.reported, self.notices = Counter(), Counter(), Counter()
        self.twice = 0

    @property
    def faults(self):
        """How many there were."""
        return self.done.total()

    def go(self):
        """Renders the walk, as often as it is stopped."""
        with closing(self.fleet):
            while len(self.reported) < self.parsed.frames:
                for event in Job(self.walk, self.facts, self.store, self.fleet, 2).run():
                    if isinstance(event, Frame):
                        self.twice += not event.from_store and self.reported[event.index]
                        self.reported[event.index] += 1
                        self.disturb()
                    elif isinstance(event, Notice):
                        self.notices[event.text.partition(": ")[2].partition(" (")[0]] += 1

    def disturb(self):
        """Does something to an engine, if it is time for that."""
        for victim in self.victims:
            if victim.hung:
                victim.hung -= 1
                if not victim.hung:
                    victim.harm(signal.SIGCONT)
        due = self.parsed.faults * sum(map(bool, self.reported.values())) / self.parsed.frames
        while self.faults < due:
            ready = [each for each in self.victims if each.works and not each.hung]
            if not ready:
                return
            victim = self.random.choice(ready)
            [what] = self.random.choices(list(FAULTS), FAULTS.values())
            if what == "all stopped":
                self.fleet.stop()
            elif what == "hung" and any(each.hung for each in self.victims):
                # Else there may be nobody left to render.
                continue
            elif what == "hung":
                victim.hung = FRAMES_HUNG
                victim.harm(signal.SIGSTOP)
            else:
                victim.harm(signal.SIGKILL if what == "killed" else signal.SIGSEGV)
            self.done[what] += 1

    def check(self):
        """Makes sure that nothing is missing, twice or wrong."""
        assert self.twice == 0, f"{self.twice} frames were rendered twice"
        assert set(self.reported) == set(range(self.parsed.frames))
        kept = [path.stem for path in self.store.folder.rglob("*.png")]
        recipes = [self.walk.recipe(index, self.facts) for index in range(self.parsed.frames)]
        assert sorted(kept) == sorted(recipe.digest for recipe in recipes)
        assert all((self.store.get(recipe.digest) == gradient(recipe)).all() for recipe in recipes)


def main():
    """Runs and prints what came of it."""
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=raw)
    parser.add_argument("--engines", type=int, default=3)
    parser.add_argument("--frames", type=int, default=500)
    parser.add_argument("--faults", type=int, default=200)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    parsed = parser.parse_args()
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        run = Run(parsed, Path(folder))
        run.go()
        run.check()
    seconds = time.monotonic() - start
    print(f"seed {parsed.seed}: {parsed.frames} frames in {seconds:.0f} s, each once and right")
    print(f"{run.faults} faults: {', '.join(f'{count} {what}' for what, count in run.done.items())}")
    for text, count in run.notices.items():
        print(f"{count:4} × {text}")


if __name__ == "__main__":
    main()

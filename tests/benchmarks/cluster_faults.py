"""A walk rendered by the workers of a Dask cluster that are killed, hang and are stopped, again and again.

    python -m tests.benchmarks.cluster_faults --faults 200 --frames 500

The model is a stand-in, everything else is real: scheduler, workers with their nannies, engines. In the end
every frame was rendered once, is in the store, and has the pixels that an undisturbed engine makes.
"""

import argparse
import os
import random
import signal
import tempfile
import threading
import time
from collections import Counter
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import dask.config
import psutil
from distributed import LocalCluster

from sd3explorer.presets.locate import locate
from sd3explorer.processes.child import START
from sd3explorer.render.cluster import Cluster
from sd3explorer.render.job import FailedFrame, Frame, Job
from sd3explorer.render.messages import Engines, Notice
from sd3explorer.render.store import FrameStore
from sd3explorer.walk.model import Model
from sd3explorer.walk.noises import Varying
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk
from tests.benchmarks import engine_faults
from tests.gradient import GradientModel

FAULTS = {"worker killed": 2, "engine killed": 4, "worker hung": 3, "all stopped": 1}
# Where all wait for the one that hangs, no frame ends that.
SECONDS_HUNG = 10.0


class Run(engine_faults.Run):
    """A walk, its cluster, and what is done to it.

    Args:
        parsed: The words on the command line.
        folder: For frames.
        cluster: Its workers.
    """

    def __init__(self, parsed, folder, cluster):
        self.parsed, self.random, self.cluster = parsed, random.Random(parsed.seed), cluster
        preset = locate("starter")
        self.facts = preset.facts("float32")
        place = Cluster(cluster.scheduler_address, None, "tensorflow", "float32", GradientModel)
        settings = place.settings(preset, engine_faults.SIZE, "float32", 2)
        self.fleet = place.open(replace(settings, watched=True))
        self.walk = Walk(
            noise=Varying(parsed.seed),
            timing=Timing(parsed.frames),
            sampler=Sampler(4),
            model=Model("starter", engine_faults.SIZE),
        )
        self.store = FrameStore(folder / "frames")
        self.done, self.reported, self.notices = Counter(), Counter(), Counter()
        self.twice = self.set_aside = 0
        self.working, self.hung = set(), {}

    def go(self):
        """Renders the walk, as often as it is stopped or frames were set aside."""
        try:
            while len(self.reported) < self.parsed.frames:
                for event in Job(self.walk, self.facts, self.store, self.fleet, 2).run():
                    match event:
                        case Frame():
                            self.twice += not event.from_store and self.reported[event.index]
                            self.reported[event.index] += 1
                            self.disturb()
                        case FailedFrame():
                            self.set_aside += 1
                        case Engines(states):
                            self.working = {each.name for each in states if each.frames_per_minute}
                        case Notice(text):
                            self.notices[text.partition(": ")[2].partition(";")[0] or text] += 1
        finally:
            for process_id in self.hung:
                harm(process_id, signal.SIGCONT)
            self.fleet.close()

    def disturb(self):
        """Does something to a worker or an engine, if it is time for that."""
        for process_id in [each for each, frames in self.hung.items() if frames <= 0]:
            del self.hung[process_id]
            harm(process_id, signal.SIGCONT)
        self.hung = {each: frames - 1 for each, frames in self.hung.items()}
        due = self.parsed.faults * len(self.reported) / self.parsed.frames
        while self.faults < due:
            ready = {
                nanny.pid: nanny.worker_address.rpartition("://")[2]
                for nanny in self.cluster.workers.values()
                if nanny.pid and nanny.pid not in self.hung and nanny.worker_address
            }
            ready = {pid: name for pid, name in ready.items() if name in self.working}
            if not ready:
                return
            victim = self.random.choice(sorted(ready))
            [what] = self.random.choices(list(FAULTS), FAULTS.values())
            if what == "worker hung" and self.hung:
                # Else there may be nobody left to render.
                continue
            self.done[what] += 1
            if what == "all stopped":
                self.fleet.stop()
                continue
            if what == "worker hung":
                self.hung[victim] = engine_faults.FRAMES_HUNG
                harm(victim, signal.SIGSTOP)
                threading.Timer(SECONDS_HUNG, harm, (victim, signal.SIGCONT)).start()
                continue
            self.working.discard(ready[victim])
            for process_id in [victim] if what == "worker killed" else engines_of(victim):
                harm(process_id, signal.SIGKILL)


def engines_of(process_id):
    """The engines of a worker."""
    with suppress(psutil.Error):
        return [each.pid for each in psutil.Process(process_id).children() if START in each.cmdline()]
    return []


def harm(process_id, number):
    """Sends a signal to a process, if there is one."""
    with suppress(ProcessLookupError):
        os.kill(process_id, number)


def main():
    """Runs and prints what came of it."""
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=raw)
    parser.add_argument("--workers", type=int, default=3)
    parser.add_argument("--frames", type=int, default=500)
    parser.add_argument("--faults", type=int, default=200)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    parsed = parser.parse_args()
    start = time.monotonic()
    with (
        # Or it takes those that need long to start for lost, and no nanny restarts them.
        dask.config.set({"distributed.deploy.lost-worker-timeout": "1 hour"}),
        LocalCluster(
            n_workers=parsed.workers,
            threads_per_worker=1,
            memory_limit=0,
            dashboard_address="127.0.0.1:0",
            silence_logs=50,
        ) as cluster,
        tempfile.TemporaryDirectory() as folder,
    ):
        run = Run(parsed, Path(folder), cluster)
        run.go()
        run.check()
    seconds = time.monotonic() - start
    print(f"seed {parsed.seed}: {parsed.frames} frames in {seconds:.0f} s, each once and right")
    print(f"{run.faults} faults: {', '.join(f'{count} {what}' for what, count in run.done.items())}")
    print(f"set aside and asked for again: {run.set_aside}")
    for text, count in run.notices.items():
        print(f"{count:4} × {text}")


if __name__ == "__main__":
    main()

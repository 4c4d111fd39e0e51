"""How frames a second grow with the workers of a Dask cluster, and what memory its scheduler and we take.

python -m tests.benchmarks.cluster              simulated engines, as in tests.benchmarks.engines
python -m tests.benchmarks.cluster --memory     over 5,000 small frames
"""

import argparse
import math
import os
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

import psutil

from sd3explorer.presets.locate import locate
from sd3explorer.render.cluster import Cluster
from sd3explorer.render.job import Frame, Job
from sd3explorer.render.store import FrameStore
from sd3explorer.walk.model import Model
from sd3explorer.walk.noises import Varying
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk
from tests.benchmarks.engine_models import SECONDS_A_FRAME, SleepingModel
from tests.benchmarks.engines import Bench
from tests.gradient import GradientModel

SECONDS = 2.0


@contextmanager
def started(folder, workers):
    """A scheduler and its workers, each a process of its own, as people start them.

    Yields:
        The scheduler's file and process.
    """
    file = folder / f"scheduler-{workers}.json"
    os.environ[SECONDS_A_FRAME] = str(SECONDS)
    with ExitStack() as stack:

        def start(*words):
            command = [sys.executable, "-m", "distributed.cli.dask_" + words[0], *words[1:]]
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            stack.callback(process.wait)
            stack.callback(process.terminate)
            return process

        address = ("--host", "127.0.0.1", "--no-dashboard")
        scheduler = start("scheduler", *address, "--port", "0", "--scheduler-file", str(file))
        for _ in range(workers):
            start("worker", *address, "--scheduler-file", str(file), "--nthreads", "1", "--no-nanny")
        while not file.exists():
            time.sleep(0.1)
        yield file, scheduler


class ClusterBench(Bench):
    """The workers of a cluster, which render a walk in each round.

    Args:
        file: Of the scheduler.
        workers: How many there are.
        parsed: The words of the command line.
        folder: For frames.
    """

    def __init__(self, file, workers, parsed, folder):
        place = Cluster(str(file), None, "tensorflow", "float32", SleepingModel)
        self.settings = place.settings(locate("starter"), (parsed.side,) * 2, "float32", parsed.batch_size)
        self.frames = workers * parsed.batch_size * max(math.ceil(parsed.length / SECONDS), 2)
        self.folder = folder
        self.renderer = place.open(self.settings)
        self.facts = self.settings.preset.facts("float32")
        walk = self.walk(0)
        while len(self.renderer._left()) < workers:
            # Also looks who has come meanwhile.
            list(self.renderer.warm([walk.recipe(0, self.facts)]))


def simulated(parsed, folder):
    """Prints how well simulated engines are used, by their number."""
    print(f"{'engines':>8} {'frames/s':>10} {'efficiency':>11} {'parent, of a core':>18}")
    for count in parsed.workers:
        with started(folder, count) as (file, _):
            bench = ClusterBench(file, count, parsed, folder)
            with closing(bench.renderer):
                rounds = [bench.round(seed) for seed in range(1, parsed.rounds + 1)]
        rate, busy = (statistics.median(each) for each in zip(*rounds, strict=True))
        share = 100 * rate * SECONDS / count
        print(f"{count:8} {rate:10.2f} {share:10.1f} % {busy:18.2f}", flush=True)


def memory(parsed, folder):
    """Prints what the scheduler and this process take while many small frames are rendered."""
    preset = locate("starter")
    walk = Walk(
        noise=Varying(1),
        timing=Timing(parsed.frames),
        sampler=Sampler(1),
        model=Model("starter", (64, 64)),
    )
    with started(folder, 2) as (file, process):
        place = Cluster(str(file), None, "tensorflow", "float32", GradientModel)
        settings = place.settings(preset, (64, 64), "float32", 8)
        with closing(place.open(settings)) as renderer:
            job = Job(walk, preset.facts("float32"), FrameStore(folder / "frames"), renderer, 8)
            done = 0
            print(f"{'frames':>8} {'scheduler, MB':>14} {'parent, MB':>11}")
            for event in job.run():
                done += isinstance(event, Frame)
                if isinstance(event, Frame) and done % (parsed.frames // 10) == 0:
                    both = [psutil.Process(each).memory_info().rss / 1e6 for each in (process.pid, None)]
                    print(f"{done:8} {both[0]:14.1f} {both[1]:11.1f}", flush=True)


def main():
    """Runs and prints what was asked for."""
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=raw)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2, 4, 8])
    parser.add_argument("--length", type=float, default=20.0, help="seconds that a round takes, at least")
    parser.add_argument("--side", type=int, default=512)
    parser.add_argument("--batch-size", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--frames", type=int, default=5_000, help="with --memory")
    parser.add_argument("--memory", action="store_true")
    parsed = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        (memory if parsed.memory else simulated)(parsed, Path(folder))


if __name__ == "__main__":
    main()

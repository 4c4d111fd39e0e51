"""How frames a second grow with the number of engines, and what keeps them from growing.

    python -m tests.benchmarks.engines                  simulated engines
    python -m tests.benchmarks.engines --processor      real ones: one on all cores, beside one on each core

A simulated engine is a process of its own whose model takes a given time for a frame and needs no core for
that. Its frames are real: made, sent, and kept in a frame store. Its efficiency is how many frames a second
there are, of those that as many engines would make with nothing around them. All are ready before time is
taken. What is compared takes turns; the median of all rounds counts.
"""

import argparse
import math
import os
import statistics
import tempfile
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

from sd3explorer.presets.locate import locate
from sd3explorer.render.child import ChildRenderer
from sd3explorer.render.engine import load_pipeline
from sd3explorer.render.fleet import Fleet
from sd3explorer.render.job import Frame, Job
from sd3explorer.render.messages import EngineSettings
from sd3explorer.render.store import FrameStore
from sd3explorer.walk.model import Model
from sd3explorer.walk.noises import Varying
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk
from tests.benchmarks.engine_models import CORES, NUM_STEPS, SECONDS_A_FRAME, SleepingModel, on_one_core


class Bench:
    """Some engines, which render a walk in each round.

    Args:
        loaders: What loads the model of each engine.
        settings: What they are started with.
        frames: Frames of each walk.
        folder: For logs and frames.
    """

    def __init__(self, loaders, settings, frames, folder):
        self.settings, self.frames, self.folder = settings, frames, folder
        renderers = {
            f"engine {number}": ChildRenderer(settings, folder / f"{len(loaders)}-{number}.log", loader)
            for number, loader in enumerate(loaders)
        }
        self.renderer = Fleet(settings, renderers)
        self.facts = settings.preset.facts(settings.precision)
        # The first frames wait for the model.
        walk = self.walk(0)
        list(self.renderer.warm([walk.recipe(0, self.facts)]))

    def walk(self, seed):
        """A walk of which no frame was rendered."""
        return Walk(
            noise=Varying(seed),
            timing=Timing(self.frames),
            sampler=Sampler(NUM_STEPS, 2.5),
            model=Model("starter", self.settings.image_size),
        )

    def round(self, seed):
        """Renders a walk into a store of its own.

        Returns:
            Frames per second, and the share of a core that this process needed.
        """
        with tempfile.TemporaryDirectory(dir=self.folder) as folder:
            job = Job(
                self.walk(seed),
                self.facts,
                FrameStore(Path(folder)),
                self.renderer,
                self.settings.frames_at_once,
            )
            start, busy = time.perf_counter(), time.process_time()
            done = sum(isinstance(event, Frame) for event in job.run())
            seconds = time.perf_counter() - start
            assert done == self.frames
            return done / seconds, (time.process_time() - busy) / seconds


def simulated(parsed, folder):
    """Prints how well simulated engines are used, by their number and the time of a frame."""
    settings = EngineSettings(locate("starter"), (parsed.side,) * 2, batch_size=parsed.batch_size)
    print(f"{'engines':>8} {'s a frame':>10} {'frames/s':>10} {'efficiency':>11} {'parent, of a core':>18}")
    for seconds in parsed.seconds:
        os.environ[SECONDS_A_FRAME] = str(seconds)
        figures = {}
        benches = {}
        try:
            for count in parsed.engines:
                # Long enough for whole batches to hide how the last ones end.
                frames = (
                    count
                    * parsed.batch_size
                    * max(math.ceil(parsed.length / (seconds * parsed.batch_size)), 2)
                )
                loaders = [SleepingModel] * count
                benches[count] = Bench(loaders, settings, frames, folder)
            for seed in range(1, parsed.rounds + 1):
                for count, bench in benches.items():
                    figures.setdefault(count, []).append(bench.round(seed))
        finally:
            for bench in benches.values():
                bench.renderer.close()
        for count, rounds in figures.items():
            rate, busy = (statistics.median(each) for each in zip(*rounds, strict=True))
            print(f"{count:8} {seconds:10g} {rate:10.2f} {100 * rate * seconds / count:10.1f} % {busy:18.2f}")


def processors(parsed, folder):
    """Prints how one engine on all cores and one on each compare."""
    settings = EngineSettings(locate("starter"), (128, 128), backend="tensorflow")
    cores = sorted(os.sched_getaffinity(0))
    one = Bench([load_pipeline], settings, 32, folder)
    with closing(one.renderer):
        taken = folder / "cores"
        taken.mkdir()
        os.environ[CORES] = str(taken)
        each = Bench([on_one_core] * len(cores), replace(settings, batch_size=4), 32, folder)
        with closing(each.renderer):
            ratios = []
            for seed in range(parsed.rounds + 1):
                rates = one.round(2 * seed)[0], each.round(2 * seed + 1)[0]
                if seed:
                    ratios.append(rates[1] / rates[0])
                    print(f"one {rates[0]:.2f}, {len(cores)} {rates[1]:.2f} frames/s: {ratios[-1]:.3f}")
            print(f"{len(cores)} engines beside one: {statistics.median(ratios):.3f}")


def main():
    """Runs and prints what was asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--engines", type=int, nargs="+", default=[1, 2, 4, 8, 32])
    parser.add_argument("--seconds", type=float, nargs="+", default=[0.5, 1.0, 2.0], help="of a frame")
    parser.add_argument("--length", type=float, default=20.0, help="seconds that a round takes, at least")
    parser.add_argument("--side", type=int, default=512)
    parser.add_argument("--batch-size", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--processor", action="store_true")
    parsed = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        (processors if parsed.processor else simulated)(parsed, Path(folder))


if __name__ == "__main__":
    main()

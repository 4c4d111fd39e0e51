"""How soon the first frame is there, and how many frames an edit costs, with the starter model in a child."""

import argparse
import os
import statistics
import tempfile
import time
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

from sd3explorer.presets.locate import locate
from sd3explorer.render.child import ChildRenderer
from sd3explorer.render.job import Frame, Job
from sd3explorer.render.messages import EngineSettings, Rendered
from sd3explorer.render.store import FrameStore
from sd3explorer.walk.noises import Varying
from sd3explorer.walk.paths import Keyframe, Morph
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.timing import Ending, Timing
from sd3explorer.walk.walk import Walk

SIZE = (128, 128)
THREE = Morph((Keyframe("a 3d dog face"), Keyframe("a 3d cat face"), Keyframe("a 3d fox")))
EDITED = Morph((*THREE.keyframes[:2], Keyframe("a 3d bear")))
CLOSED = replace(THREE, closed=True)


class Bench:
    """One engine after the other, each with its log in `folder`."""

    def __init__(self, folder, num_steps):
        self.folder = folder
        self.num_steps = num_steps
        self.preset = locate("starter")
        self.settings = EngineSettings(self.preset, SIZE, "float32", "tensorflow")
        self.walks = 0

    @contextmanager
    def engine(self):
        """A cold engine."""
        with closing(ChildRenderer(self.settings, self.folder / "engine.log")) as renderer:
            yield renderer

    def new_walk(self):
        """Recipes of as many frames as a batch has, that nobody has rendered."""
        self.walks += 1
        number = self.settings.frames_at_once
        walk = Walk(
            path=THREE,
            noise=Varying(self.walks),
            timing=Timing(number),
            sampler=Sampler(self.num_steps, 7.0),
        )
        facts = self.preset.facts("float32")
        return [walk.recipe(index, facts) for index in range(number)]

    def cold_start(self):
        """Seconds from an engine that isn't even started to its first frame."""
        with self.engine() as renderer:
            return seconds_to_first(renderer, [self.new_walk()])

    def warmed_start(self):
        """Seconds that warming takes, and then to the first frame, which comes alone, as in the window."""
        with self.engine() as renderer:
            recipes = self.new_walk()
            start = time.perf_counter()
            list(renderer.warm(recipes[:1]))
            return time.perf_counter() - start, seconds_to_first(renderer, [recipes[:1], recipes[1:]])

    def new_walks(self, rounds):
        """Seconds to the first frame of new walks on a warm engine: alone first, and in a whole batch."""
        alone, together = [], []
        with self.engine() as renderer:
            list(renderer.warm(self.new_walk()[:1]))
            for _ in range(rounds + 1):
                recipes = self.new_walk()
                alone.append(seconds_to_first(renderer, [recipes[:1], recipes[1:]]))
                together.append(seconds_to_first(renderer, [self.new_walk()]))
        return statistics.median(alone[1:]), statistics.median(together[1:])

    def counts(self):
        """Frames that are rendered by one edit after another, of how many, by the name of the edit."""
        walk = Walk(path=THREE, timing=Timing(65), sampler=Sampler(1, 1.0))
        loop = replace(walk, path=CLOSED, timing=Timing(64, ending=Ending.LOOP))
        edits = {
            "a new walk of 3 keyframes": walk,
            "its last keyframe changed": replace(walk, path=EDITED),
            "that undone": walk,
            "its frames doubled, from 65 to 129": replace(walk, timing=Timing(129)),
            "a closed walk": loop,
            "its frames doubled, from 64 to 128": replace(loop, timing=Timing(128, ending=Ending.LOOP)),
        }
        store = FrameStore(self.folder / "frames")
        facts = self.preset.facts("float32")
        counted = {}
        with self.engine() as renderer:
            for name, each in edits.items():
                job = Job(each, facts, store, renderer, self.settings.frames_at_once)
                frames = [event for event in job.run() if isinstance(event, Frame)]
                counted[name] = sum(not frame.from_store for frame in frames), len(frames)
        return counted


def seconds_to_first(renderer, batches):
    """Seconds until the first frame comes; the others are waited for too."""
    start = time.perf_counter()
    first = None
    for event in renderer.render(batches):
        if isinstance(event, Rendered) and first is None:
            first = time.perf_counter() - start
    return first


def main():
    """Runs and prints everything."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--num-steps", type=int, default=16)
    parsed = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), parsed.num_steps)
        # A first one finds the files of the packages on the disk, for all that follow.
        bench.cold_start()
        cold, warming, warmed = [], [], []
        for _ in range(parsed.rounds):
            cold.append(bench.cold_start())
            took, first = bench.warmed_start()
            warming.append(took)
            warmed.append(first)
        alone, together = bench.new_walks(5 * parsed.rounds)
        rows = {
            "first frame, engine not started": statistics.median(cold),
            "first frame, engine warmed before": statistics.median(warmed),
            "    what warming took meanwhile": statistics.median(warming),
            "first frame of a new walk, in a whole batch": together,
            "first frame of a new walk, alone": alone,
        }
        for name, seconds in rows.items():
            print(f"{name:48} {seconds:8.2f} s")
        print()
        for name, (rendered, frames) in bench.counts().items():
            print(f"{name:48} {rendered:4} of {frames:4} frames rendered")


if __name__ == "__main__":
    main()

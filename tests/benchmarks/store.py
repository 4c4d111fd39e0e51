"""What keeping and reading a frame costs, as a share of the time that rendering it takes.

Rendering, keeping and reading take turns. The starter model makes nothing larger than 256 × 256;
frames of 512 × 512 are those, enlarged, beside four times the time of rendering one of 256 × 256,
which is less than a model of that size would take.
"""

import argparse
import os
import statistics
import tempfile
import time
from contextlib import closing
from pathlib import Path

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

from sd3explorer.presets.locate import locate
from sd3explorer.render.child import ChildRenderer
from sd3explorer.render.messages import EngineSettings, Rendered, auto_batch_size
from sd3explorer.render.store import FrameStore
from sd3explorer.walk.model import Model
from sd3explorer.walk.noises import Varying
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk

TARGET = 0.02


def milliseconds(work, count):
    """How long one of `count` repetitions takes."""
    start = time.perf_counter()
    for number in range(count):
        work(number)
    return 1000 * (time.perf_counter() - start) / count


class Bench:
    """Frames of one size: rendered, kept and read, in turns.

    Args:
        side: Width and height of the frames in pixels.
        enlarged: How many times larger they are when they are kept.
        parsed: The words on the command line.
        folder: For everything that is written.
    """

    def __init__(self, side, enlarged, parsed, folder):
        self.size, self.enlarged = (side, side), enlarged
        self.parsed = parsed
        self.store = FrameStore(folder / "frames")
        self.preset = locate("starter")
        settings = EngineSettings(self.preset, self.size, "float32", "tensorflow", parsed.batch_size)
        self.batch_size = settings.frames_at_once
        self.renderer = ChildRenderer(settings, folder / "engine.log")
        self.times = {"rendering": [], "keeping": [], "reading": []}

    def run(self):
        """Takes the turns, and prints what came out."""
        with closing(self.renderer):
            list(self.renderer.warm(self.recipes(-1)[:1]))
            self.turn(0, count=False)
            for turn in range(1, self.parsed.rounds + 1):
                self.turn(turn, count=True)
        rendering, keeping, reading = (statistics.median(times) for times in self.times.values())
        side = self.size[0] * self.enlarged
        print(
            f"{side:4} × {side:<4} {rendering:10.1f} ms {keeping:10.2f} ms {reading:10.2f} ms "
            f"{100 * keeping / rendering:9.2f} % {100 * (keeping + reading) / rendering:9.2f} %"
        )

    def turn(self, turn, count):
        """Renders a batch, keeps its frames, reads them."""
        recipes = self.recipes(turn)
        images = []

        def render(_):
            images.extend(
                event.image for event in self.renderer.render([recipes]) if isinstance(event, Rendered)
            )

        rendering = milliseconds(render, 1) / len(recipes) * self.enlarged**2
        images = [image.repeat(self.enlarged, 0).repeat(self.enlarged, 1) for image in images]
        digests = [recipe.digest for recipe in recipes]
        keeping = milliseconds(lambda number: self.store.put(digests[number], images[number]), len(images))
        reading = milliseconds(lambda number: self.store.get(digests[number]), len(images))
        if count:
            for times, each in zip(self.times.values(), (rendering, keeping, reading), strict=True):
                times.append(each)

    def recipes(self, turn):
        """A batch that was not rendered before."""
        walk = Walk(
            noise=Varying(turn + 1),
            timing=Timing(self.batch_size),
            sampler=Sampler(self.parsed.num_steps, 7.0),
            model=Model("starter", self.size),
        )
        facts = self.preset.facts("float32")
        return [walk.recipe(index, facts) for index in range(self.batch_size)]


def main():
    """Runs and prints the comparison."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--num-steps", type=int, default=16)
    parser.add_argument("--batch-size", type=int, default=auto_batch_size((128, 128)))
    parser.add_argument("--folder", type=Path, help="where the store is made; the disk makes a difference")
    parsed = parser.parse_args()
    print(f"{'frame':11} {'rendering':>13} {'keeping':>13} {'reading':>13} {'keeping':>11} {'both':>11}")
    for side, enlarged in ((128, 1), (256, 1), (256, 2)):
        with tempfile.TemporaryDirectory(dir=parsed.folder) as folder:
            Bench(side, enlarged, parsed, Path(folder)).run()
    print(f"of the time of rendering; the target is under {100 * TARGET:.0f} %")


if __name__ == "__main__":
    main()

"""Much of everything, for long: memory, descriptors, threads and files stay as many as they were."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import psutil

from sd3explorer.export import Clip, export
from sd3explorer.presets.locate import present
from sd3explorer.render.history import History
from sd3explorer.render.job import Frame, Job, StoredFrames
from sd3explorer.render.local import LocalRenderer
from sd3explorer.render.messages import EngineSettings
from sd3explorer.render.store import FrameStore
from sd3explorer.walk.limits import MAX_KEYFRAMES, MAX_TEXT
from sd3explorer.walk.model import Model
from sd3explorer.walk.paths import Keyframe, Morph
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk
from tests.faults.campaign import Campaign, Fault, Kind, Trial
from tests.gradient import GradientModel, gradient

# What libraries keep for themselves is there after so many.
WARM = 10
# In bytes: of caches that fill by and by.
MEMORY_ALLOWED = 60_000_000


class QuickModel(GradientModel):
    """Doesn't wait: it is the app's own work that counts."""

    def render(self, recipes, batch_size, should_stop, show):
        return [gradient(recipe) for recipe in recipes]


@contextmanager
def prepare(folder: Path) -> Iterator[Trial]:
    """One session renders, exports and records a walk of hundreds of frames, keyframes or long prompts."""
    preset = present("starter")
    facts = preset.facts("float32")
    renderer = LocalRenderer(EngineSettings(preset, (8, 8)), QuickModel)
    out = folder / "out"
    out.mkdir()
    process = psutil.Process()
    measured: list[tuple[int, int, int]] = []

    def trial(random: Random) -> None:
        place = folder / "frames"
        store = FrameStore(place, limit=2_000_000)
        walk = _walk(random)
        events = Job(walk, facts, store, renderer, batch_size=8).run()
        if sum(isinstance(event, Frame) for event in events) != walk.frame_count:
            raise Fault(Kind.LOST, "frames")
        clip = Clip.of(walk, StoredFrames(walk, facts, store), facts)
        export(clip, out / random.choice(("out.gif", "out.webp", "out.apng", "out.png")))
        History(place).put(walk, facts, store)
        if list(folder.rglob(".*")):
            raise Fault(Kind.LEFT, "a temporary file")
        if random.random() < 0.1:
            # A thread may be making room in it.
            shutil.rmtree(place, ignore_errors=True)
        measured.append((process.memory_info().rss, process.num_fds(), process.num_threads()))
        if len(measured) > WARM:
            _check_flat(measured[WARM], measured[-1])

    yield trial
    if measured:
        print(f"load: {_described(measured[min(WARM, len(measured) - 1)])} became {_described(measured[-1])}")


def _walk(random: Random) -> Walk:
    count, frames, letters = random.choice(((2, 10_000, 9), (MAX_KEYFRAMES, 1_000, 20), (90, 400, MAX_TEXT)))
    frames = frames if random.random() < 0.05 else 200
    prompts = (f"{number} {random.random()} ".ljust(letters, "a")[:letters] for number in range(count))
    return Walk(
        path=Morph(tuple(Keyframe(prompt) for prompt in prompts)),
        timing=Timing(max(frames, 1)),
        sampler=Sampler(num_steps=1),
        model=Model(image_size=(8, 8)),
    )


def _check_flat(before: tuple[int, int, int], now: tuple[int, int, int]) -> None:
    # A thread that makes room in the store may still be at it.
    if now[0] > before[0] + MEMORY_ALLOWED or now[1] > before[1] + 4 or now[2] > before[2] + 4:
        raise Fault(Kind.LEFT, f"{_described(before)} became {_described(now)}")


def _described(measured: tuple[int, int, int]) -> str:
    memory, descriptors, threads = measured
    return f"{memory // 1_000_000} MB, {descriptors} descriptors, {threads} threads"


CAMPAIGN = Campaign("load", "one session with many and long walks", prepare, 200, seconds=300)

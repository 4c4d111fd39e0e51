"""Runs the benchmark: the ways take turns, in another order in each round, and never at the same time."""

import random
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from sd3explorer.bench.flops import frame_flops
from sd3explorer.bench.measures import Difference, frame_rates, ratios
from sd3explorer.bench.messages import MeasureProducts, Products, Ready, Render, Rendered, Texts, Work
from sd3explorer.bench.process import WayProcess
from sd3explorer.bench.results import Measured, Report
from sd3explorer.bench.shapes import Shape, shape_of
from sd3explorer.bench.ways import BenchError, Way
from sd3explorer.walk.temporary import plain_folder, temporary_folder

# Called with what is done now, and how much of all is done.
OnStep = Callable[[str, int, int], None]

# The turn before the rounds: it compiles, and gives the pictures that are compared.
FIRST_TURN = 0


@dataclass(slots=True)
class _Runner:
    """A way while it is measured."""

    way: Way
    process: WayProcess
    ready: Ready
    first: Rendered
    seconds: list[float] = field(default_factory=list)
    memory: int = 0
    device_memory: int | None = None
    product_rate: float = 0.0
    again: float | None = None


def run(ways: Sequence[Way], work: Work, rounds: int, again: bool, logs: Path, on_step: OnStep) -> Report:
    """Measures the ways.

    What can't run is left out; the report says so.

    Args:
        ways: Which; the first one that runs is the reference.
        work: What they render.
        rounds: How often each takes its turn.
        again: Whether each is started a second time, to see what is kept of its compiling.
        logs: Folder for what their processes write.
        on_step: Called at each step.
    """
    return _Benchmark(ways, work, rounds, again, logs, on_step).run()


class _Benchmark:
    def __init__(
        self, ways: Sequence[Way], work: Work, rounds: int, again: bool, logs: Path, on_step: OnStep
    ) -> None:
        self._ways, self._work, self._rounds, self._again = ways, work, rounds, again
        self._logs, self._on_step = logs, on_step
        self._texts: Texts | None = None
        self._failed: dict[str, str] = {}
        self._steps = len(ways) * (2 + rounds + again)
        self._done = 0

    def run(self) -> Report:
        place = plain_folder() or Path(tempfile.gettempdir())
        with temporary_folder(place, "bench") as caches, ExitStack() as stack:
            runners = [runner for way in self._ways if (runner := self._started(way, caches, stack))]
            for turn in range(1, self._rounds + 1):
                # Another order each time, as a machine's other work comes in waves.
                for runner in random.sample(runners, len(runners)):
                    with self._step(runner.way, f"round {turn} of {self._rounds}"):
                        self._take_turn(runner, turn)
                runners = self._left(runners)
            for runner in runners:
                with self._step(runner.way, "matrix products"):
                    runner.product_rate = runner.process.ask(MeasureProducts(), Products).rate
                    runner.process.close()
            for runner in self._left(runners) if self._again else ():
                with self._step(runner.way, "second start"):
                    runner.again = self._second_start(runner, caches, stack)
        return self._report(self._left(runners))

    def _started(self, way: Way, caches: Path, stack: ExitStack) -> _Runner | None:
        with self._step(way, "loads and compiles"):
            if way.missing:
                raise BenchError(way.missing)
            if way.compiled_by_torch and plain_folder() is None:
                raise BenchError(
                    f"PyTorch can't compile in {tempfile.gettempdir()}, whose path a shell needs quotes for; "
                    "set TMPDIR to another folder"
                )
            process, ready = self._process(way, caches, stack)
            self._texts = ready.texts
            self._work = replace(self._work, precision=ready.precision)
            process.forget_memory()
            first = process.ask(Render(FIRST_TURN, want_pictures=True), Rendered)
            return _Runner(way, process, ready, first)
        # The step has noted why it ended.
        return None

    def _process(self, way: Way, caches: Path, stack: ExitStack) -> tuple[WayProcess, Ready]:
        process = WayProcess(way, self._work, self._texts, caches, self._logs / f"bench-{way.name}.log")
        stack.callback(process.close)
        return process, process.receive(Ready)

    def _take_turn(self, runner: _Runner, turn: int) -> None:
        answer = runner.process.ask(Render(turn), Rendered)
        runner.seconds.append(answer.seconds)
        runner.memory = runner.process.peak_memory
        runner.device_memory = answer.device_memory

    def _second_start(self, runner: _Runner, caches: Path, stack: ExitStack) -> float:
        process, _ = self._process(runner.way, caches, stack)
        seconds = process.ask(Render(FIRST_TURN), Rendered).seconds
        process.close()
        return seconds

    @contextmanager
    def _step(self, way: Way, what: str) -> Iterator[None]:
        """Reports a step of a way; should it fail, that is the end of this way, not of the others."""
        self._on_step(f"{way.name}: {what}", self._done, self._steps)
        self._done += 1
        try:
            yield
        except BenchError as error:
            self._failed.setdefault(way.name, str(error))

    def _left(self, runners: Sequence[_Runner]) -> list[_Runner]:
        return [runner for runner in runners if runner.way.name not in self._failed]

    def _report(self, runners: Sequence[_Runner]) -> Report:
        if not runners or self._texts is None:
            return Report(self._work, 0, None, (), self._failed)
        work, model = self._work, self._work.model
        shape = model if isinstance(model, Shape) else shape_of(model.configuration()["config"])
        rows = self._texts.context.shape[1]
        flops = frame_flops(shape, work.image_size, rows, work.num_steps, work.guided)
        measured = tuple(_measured(runner, runners, work.frames, flops) for runner in runners)
        return Report(work, flops, runners[0].way.name, measured, self._failed)


def _measured(runner: _Runner, all_runners: Sequence[_Runner], frames: int, flops: int) -> Measured:
    reference, device = all_runners[0], runner.ready.device
    rate = frame_rates(runner.seconds, frames)
    assert runner.first.pictures is not None and reference.first.pictures is not None
    return Measured(
        way=runner.way,
        device=device,
        rate=rate,
        ratio=ratios(runner.seconds, reference.seconds),
        seconds=tuple(runner.seconds),
        load_seconds=runner.ready.seconds,
        first_seconds=runner.first.seconds,
        again_seconds=runner.again,
        flops_per_second=flops * rate.median,
        product_rate=runner.product_rate,
        best_product_rate=max(each.product_rate for each in all_runners if each.ready.device == device),
        memory=runner.memory,
        device_memory=runner.device_memory,
        difference=Difference.between(runner.first.pictures, reference.first.pictures),
    )

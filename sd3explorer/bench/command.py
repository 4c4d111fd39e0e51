"""The command `sd3explorer bench`: from its words to the report."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from sd3explorer.arguments import OUTPUT
from sd3explorer.bench.messages import Work
from sd3explorer.bench.report import print_report
from sd3explorer.bench.results import Report, to_document
from sd3explorer.bench.run import run
from sd3explorer.bench.shapes import SHAPE_NAMES, Shape, shape_like
from sd3explorer.bench.ways import BenchError, Way, installed_ways, ways_named
from sd3explorer.presets.catalog import STARTER, sampler_defaults
from sd3explorer.presets.locate import OnProgress, fetch
from sd3explorer.presets.preset import PIXELS_PER_LATENT, Preset
from sd3explorer.progress import TerminalProgress
from sd3explorer.render.folders import log_folder
from sd3explorer.render.messages import auto_batch_size
from sd3explorer.walk.files import check_replaceable, not_written, replacing


class Command:
    """What was asked for, checked before any work.

    Args:
        parsed: The words of the command line.

    Raises:
        BenchError: They ask for something that isn't there.
    """

    def __init__(self, parsed: argparse.Namespace) -> None:
        self._parsed = parsed
        self._preset = parsed.model or STARTER.name
        self.ways: Sequence[Way] = ways_named(parsed.ways) if parsed.ways else installed_ways()
        self._shape: Shape | None = _shape_named(parsed.like) if parsed.like else None
        if self._shape is not None and parsed.image_size is not None:
            _check_image_size(self._shape, parsed.like, parsed.image_size)
        if isinstance(parsed.json, Path):
            _check_target(parsed.json)

    def run(self, progress: TerminalProgress, on_fetch: OnProgress) -> bool:
        """Measures, prints the table, and writes the JSON.

        Args:
            progress: Where to show how far it is.
            on_fetch: Called with how far the fetching of a preset is.

        Returns:
            Whether all ways ran.

        Raises:
            BenchError: The JSON can't be written.
            PresetError: The preset can't be had, or can't make pictures of that size.
        """
        parsed = self._parsed
        work = self._work(self._shape or fetch(self._preset, on_fetch))
        with progress:
            report = run(self.ways, work, parsed.rounds, parsed.second_start, log_folder(), progress.show)
        model = f"like {parsed.like}" if parsed.like else self._preset
        try:
            print_report(report, model, Console(stderr=parsed.json == OUTPUT, highlight=False))
        finally:
            # Also where whoever reads the table has had enough of it, as `head` has.
            if parsed.json:
                _write(report, model, parsed.json)
        return bool(report.measured) and not report.failed

    def _work(self, model: Preset | Shape) -> Work:
        parsed = self._parsed
        defaults = sampler_defaults(parsed.like or self._preset)
        height, width = parsed.image_size or model.image_size
        if isinstance(model, Preset):
            model.check_image_size((height, width))
        batch_size = parsed.batch_size or auto_batch_size((height, width))
        return Work(
            model=model,
            image_size=(height, width),
            num_steps=parsed.num_steps or defaults.num_steps,
            guidance_scale=_either(parsed.guidance_scale, defaults.guidance_scale),
            batch_size=batch_size,
            batches=-(-(parsed.frames or batch_size) // batch_size),
            precision=parsed.precision,
        )


def _either(asked: float | None, default: float) -> float:
    return default if asked is None else asked


def _shape_named(name: str) -> Shape:
    shape = shape_like(name)
    if shape is None:
        raise BenchError(f'--like: no shape is called "{name}"; there are {", ".join(SHAPE_NAMES)}')
    return shape


def _check_image_size(shape: Shape, name: str, image_size: Sequence[int]) -> None:
    step = shape.patch_size * PIXELS_PER_LATENT
    largest = shape.position_size * step
    if any(side % step or not 0 < side <= largest for side in image_size):
        height, width = image_size
        raise BenchError(
            f"{name} can't make pictures of {height}x{width}: height and width must be multiples of {step}, "
            f"up to {largest}"
        )


def _check_target(target: Path) -> None:
    try:
        check_replaceable(target)
    except OSError as error:
        raise BenchError(f"--json: {not_written(str(target), error)}") from error


def _write(report: Report, model: str, target: Path | str) -> None:
    text = json.dumps(to_document(report, model), indent=2) + "\n"
    if not isinstance(target, Path):
        sys.stdout.write(text)
        return
    try:
        with replacing(target) as temporary:
            temporary.write_text(text, encoding="utf-8")
    except OSError as error:
        raise BenchError(not_written(str(target), error)) from error

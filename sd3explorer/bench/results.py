"""What came of a benchmark, and as plain data."""

from dataclasses import asdict, dataclass
from typing import Any

from sd3explorer.bench.measures import Difference, Estimate
from sd3explorer.bench.messages import Work
from sd3explorer.bench.ways import Way
from sd3explorer.version import __version__


@dataclass(frozen=True, slots=True)
class Measured:
    """What was found out of a way that ran to its end.

    Args:
        way: The way.
        device: What computed.
        rate: Frames per second.
        ratio: How many times as fast as the reference.
        seconds: Of each round.
        load_seconds: From the start of its process until the model was there.
        first_seconds: Of the first turn, in which it compiles.
        again_seconds: Of the first turn of a second process; None if nobody asked.
        flops_per_second: Operations of the model per second.
        product_rate: Operations per second of large matrix products, as this way computes them.
        best_product_rate: The same of whichever way does them best on this device.
        memory: The most bytes that its process had while it rendered.
        device_memory: The most bytes of a GPU that it needed; None on a CPU.
        difference: From the pictures of the reference.
    """

    way: Way
    device: str
    rate: Estimate
    ratio: Estimate
    seconds: tuple[float, ...]
    load_seconds: float
    first_seconds: float
    again_seconds: float | None
    flops_per_second: float
    product_rate: float
    best_product_rate: float
    memory: int
    device_memory: int | None
    difference: Difference

    @property
    def compile_seconds(self) -> float:
        """What the first turn took more than the others."""
        return self.first_seconds - self._usual_seconds

    @property
    def again_compile_seconds(self) -> float | None:
        """The same of a second process."""
        return None if self.again_seconds is None else self.again_seconds - self._usual_seconds

    @property
    def share(self) -> float:
        """What part of the device's best rate of matrix products the model's operations reach."""
        return self.flops_per_second / self.best_product_rate

    @property
    def _usual_seconds(self) -> float:
        return Estimate.of(self.seconds).median


@dataclass(frozen=True, slots=True)
class Report:
    """What came of a benchmark.

    Args:
        work: What was rendered, with the precision that "auto" stood for.
        flops_per_frame: Operations of one frame.
        reference: Name of the way that the others are compared with; None if none ran.
        measured: The ways that ran.
        failed: Why others did not, by their names.
    """

    work: Work
    flops_per_frame: int
    reference: str | None
    measured: tuple[Measured, ...]
    failed: dict[str, str]


def to_document(report: Report, model: str) -> dict[str, Any]:
    """The report as plain data, for JSON.

    Args:
        report: The report.
        model: What the model is called.
    """
    work = report.work
    return {
        "sd3explorer": __version__,
        "model": model,
        "image_size": list(work.image_size),
        "num_steps": work.num_steps,
        "guidance_scale": work.guidance_scale,
        "batch_size": work.batch_size,
        "frames": work.frames,
        "precision": work.precision,
        "flops_per_frame": report.flops_per_frame,
        "reference": report.reference,
        "ways": {each.way.name: _way_document(each) for each in report.measured}
        | {name: {"failed": reason} for name, reason in report.failed.items()},
    }


def _way_document(measured: Measured) -> dict[str, Any]:
    return {
        "device": measured.device,
        "frames_per_second": asdict(measured.rate),
        "ratio": asdict(measured.ratio),
        "seconds": list(measured.seconds),
        "load_seconds": measured.load_seconds,
        "first_seconds": measured.first_seconds,
        "compile_seconds": measured.compile_seconds,
        "second_start_compile_seconds": measured.again_compile_seconds,
        "flops_per_second": measured.flops_per_second,
        "matrix_product_flops_per_second": measured.product_rate,
        "best_matrix_product_flops_per_second": measured.best_product_rate,
        "share_of_matrix_products": measured.share,
        "peak_memory_bytes": measured.memory,
        "peak_device_memory_bytes": measured.device_memory,
        "difference_of_pictures": asdict(measured.difference),
    }

"""The report as a table in the terminal."""

from collections.abc import Iterator

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from sd3explorer.bench.measures import Estimate
from sd3explorer.bench.results import Measured, Report
from sd3explorer.wording import in_units

# Columns for the widest table.
_WIDE = 130


def print_report(report: Report, model: str, console: Console) -> None:
    """Prints the table, what failed, and what the figures mean.

    Args:
        report: The report.
        model: What the model is called.
        console: Where to.
    """
    work = report.work
    height, width = work.image_size
    guidance = f"guidance {work.guidance_scale:g}" if work.guided else "no guidance"
    title = (
        f"{model}, {height}x{width}, {work.num_steps} steps, {guidance}, {work.precision}, "
        f"{work.batch_size} frames at once"
    )
    if report.measured:
        table = _table(report)
        # A narrow terminal breaks lines, which is better than cutting figures off.
        console.width = max(console.width, _WIDE)
        console.print(escape(title), soft_wrap=True)
        console.print(table)
    for name, reason in report.failed.items():
        console.print(escape(f"{name}: {reason}"), soft_wrap=True)
    if report.measured:
        console.print()
        for note in _notes(report):
            console.print(escape(note))


def _table(report: Report) -> Table:
    again = any(each.again_seconds is not None for each in report.measured)
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("way", no_wrap=True)
    columns = ["frames/s", f"× {report.reference}", "TFLOP/s", "share", "compile"]
    columns += ["again"] if again else []
    for column in (*columns, "memory", "pictures"):
        table.add_column(column, justify="right")
    for each in report.measured:
        cells = [_spread(each.rate), _spread(each.ratio), f"{each.flops_per_second / 1e12:.3g}"]
        cells += [f"{each.share:.0%}", _seconds(each.compile_seconds)]
        cells += [_seconds(each.again_compile_seconds)] if again else []
        table.add_row(each.way.name, *cells, _memory(each), _difference(each))
    return table


def _notes(report: Report) -> Iterator[str]:
    operations = f"{report.flops_per_frame / 1e12:.3g} T a frame"
    yield "frames/s   median of the rounds, and where it lies with 95 % confidence"
    yield f"× {report.reference}: the same of the ratios within each round"
    yield f"TFLOP/s    operations of the model as KerasHub computes it, {operations} for every way"
    for device, rate in {each.device: each.best_product_rate for each in report.measured}.items():
        yield (
            f"share      of the rate of large matrix products, {rate / 1e12:.3g} TFLOP/s on {device}; "
            "over 100% where operations are spared"
        )
    yield "compile    what the first turn took more than the others"
    if any(each.again_seconds is not None for each in report.measured):
        yield "again      the same of a second start, with what was kept of the first one's compiling"
    yield "memory     the most of the process while it rendered; on a GPU, the most that it needed there"
    yield f"pictures   largest and mean difference from those of {report.reference}, in 255ths"
    yield "Texts are encoded before, but for kerashub: its generate encodes them each time."


def _spread(estimate: Estimate) -> str:
    return f"{estimate.median:.3g} ({estimate.low:.3g}–{estimate.high:.3g})"


def _seconds(seconds: float | None) -> str:
    return "" if seconds is None else f"{max(seconds, 0.0):.1f} s"


def _memory(measured: Measured) -> str:
    return in_units(measured.device_memory or measured.memory)


def _difference(measured: Measured) -> str:
    return f"{measured.difference.largest}, {measured.difference.mean:.2g}"

"""The report as a table in the terminal."""

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from sd3explorer.bench.measures import Estimate
from sd3explorer.bench.results import Measured, Report
from sd3explorer.wording import in_units


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
        if not console.is_terminal:
            # Nothing there whose width would be a reason to cut words off.
            console.width = max(console.width, console.measure(table).maximum)
        console.print(escape(title), soft_wrap=True)
        console.print(table)
    for name, reason in report.failed.items():
        console.print(escape(f"{name}: {reason}"), soft_wrap=True)
    if report.measured:
        console.print(escape(_footnote(report)), soft_wrap=True)


def _table(report: Report) -> Table:
    again = any(each.again_seconds is not None for each in report.measured)
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("way", no_wrap=True)
    columns = ["frames/s", f"× {report.reference}", "TFLOP/s", "of products", "compile"]
    columns += ["again"] if again else []
    for column in (*columns, "memory", "pictures"):
        table.add_column(column, justify="right", no_wrap=True)
    for each in report.measured:
        cells = [_spread(each.rate), _spread(each.ratio), f"{each.flops_per_second / 1e12:.3g}"]
        cells += [f"{each.share:.0%}", _seconds(each.compile_seconds)]
        cells += [_seconds(each.again_compile_seconds)] if again else []
        table.add_row(each.way.name, *cells, _memory(each), _difference(each))
    return table


def _footnote(report: Report) -> str:
    devices = "; ".join(f"{each.way.name} {each.device}" for each in report.measured)
    return (
        "frames/s: the median of the rounds, and where it lies with 95 % confidence; ratios are of the same "
        "round. TFLOP/s: operations of the model as KerasHub computes it, "
        f"{report.flops_per_frame / 1e12:.3g} T a frame, for all ways. Of products: their part of what large "
        "matrix products reach there. Compile: what the first turn took more. Memory: the most that the "
        "process had while it rendered; with a GPU, the most that it needed there. Pictures: the largest and "
        f"the mean difference from {report.reference}'s, in 255ths. The texts are encoded before, but for "
        f"kerashub, which can't. Devices: {devices}."
    )


def _spread(estimate: Estimate) -> str:
    return f"{estimate.median:.3g} ({estimate.low:.3g} to {estimate.high:.3g})"


def _seconds(seconds: float | None) -> str:
    return "" if seconds is None else f"{max(seconds, 0.0):.1f} s"


def _memory(measured: Measured) -> str:
    return in_units(measured.device_memory or measured.memory)


def _difference(measured: Measured) -> str:
    return f"{measured.difference.largest}, {measured.difference.mean:.2g}"

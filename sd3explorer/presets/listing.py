"""The library as a table of text, and the names of parts and precisions for people."""

from sd3explorer.presets.about import About
from sd3explorer.presets.catalog import BUILT_IN, STARTER, title
from sd3explorer.presets.entry import Entry
from sd3explorer.presets.library import Library
from sd3explorer.walk.printable import printable
from sd3explorer.wording import in_units

PARTS = {"mmdit": "MMDiT", "vae": "VAE", "clip_l": "CLIP-L", "clip_g": "CLIP-G", "t5": "T5"}
PRECISIONS = {"float8_e4m3fn": "float8 (e4m3)", "float8_e5m2": "float8 (e5m2)"}

HEADINGS = ("model", "kind", "size", "precision", "memory", "status", "licence", "where")
NUMBERS = (2, 4)
# Longer names are not lined up.
WIDEST = 44


def precision_name(about: About) -> str:
    """What people call the precision of a model's weights."""
    return PRECISIONS.get(about.precision, about.precision)


def missing_names(about: About) -> str:
    """What people call the parts that a model lacks."""
    return ", ".join(PARTS.get(part, part) for part in about.missing)


def lines(library: Library, shows_all: bool = False, on_gpu: bool = False) -> list[str]:
    """A table with a line for each model, and what is to be said of some.

    Args:
        library: The models.
        shows_all: Whether those are listed too that are no Stable Diffusion 3.
        on_gpu: Whether a GPU would compute, or the processor.
    """
    shown = [entry for entry in library.entries if shows_all or not entry.is_foreign]
    said = [printable(entry.problem) for entry in shown if entry.problem and entry.settled]
    hidden = len(library.entries) - len(shown)
    if hidden:
        said.append(f"{hidden} more can't be used here; to list all, run: sd3explorer models --all")
    if not library.complete:
        said.append("not all folders were looked through, as they hold too many files; add smaller ones")
    table = _lined_up([HEADINGS, *(_row(entry, on_gpu) for entry in shown)])
    return [*table, *(["", *said] if said else [])]


def _row(entry: Entry, on_gpu: bool) -> tuple[str, ...]:
    about = entry.about
    is_known = any(entry.preset == known.name for known in BUILT_IN)
    return (
        entry.preset if is_known else printable(title(entry.preset)),
        about.kind if about else "",
        in_units(about.size) if about and about.size else "",
        precision_name(about) if about else "",
        in_units(about.memory(on_gpu)) if about else "",
        _status(entry),
        entry.licence,
        "" if is_known or entry.place is None else printable(str(entry.place)),
    )


def _status(entry: Entry) -> str:
    if not entry.settled:
        return "being copied"
    if entry.about is not None and entry.about.missing:
        return f"lacks {missing_names(entry.about)}"
    if entry.problem:
        return "can't be used"
    if entry.can_be_fetched:
        return "can be fetched"
    return "ships with the app" if entry.preset == STARTER.name else "here"


def _lined_up(rows: list[tuple[str, ...]]) -> list[str]:
    widths = [min(WIDEST, max(map(len, column))) for column in zip(*rows, strict=True)]
    return [
        "  ".join(
            text.rjust(width) if at in NUMBERS else text.ljust(width)
            for at, (text, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]

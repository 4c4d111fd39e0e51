"""The report on a computer, as plain text to paste into a report of a fault. It names no user."""

import getpass
import re
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sd3explorer.machine.advice import Advice, advice
from sd3explorer.machine.backends import BACKENDS, TITLES, Seen, fastest
from sd3explorer.machine.cards import Card
from sd3explorer.machine.computer import Computer, Folder
from sd3explorer.version import __version__
from sd3explorer.walk.printable import printable
from sd3explorer.wording import in_units

SYSTEMS = {"Darwin": "macOS"}
# In letters: of a line, and of what stands before its text.
WIDTH, INDENT = 100, 12
# Most of the work are these; `sd3explorer bench` times all of it.
MEASURE = "by matrix products"


@dataclass(frozen=True, slots=True)
class Checkup:
    """What was found out about a computer.

    Args:
        computer: The computer.
        seen: What each backend that is installed sees of it.
        chosen: Name of the backend that computes.
        why: Why this one, as a clause.
    """

    computer: Computer
    seen: tuple[Seen, ...]
    chosen: str
    why: str

    @property
    def advice(self) -> list[Advice]:
        """What would help."""
        return advice(self.computer, self.seen)

    @property
    def works(self) -> bool:
        """Whether the backend that computes can be used."""
        return self._used is not None and not self._used.problem

    @property
    def _used(self) -> Seen | None:
        return next((each for each in self.seen if each.backend == self.chosen), None)

    @property
    def summary(self) -> str:
        """The outcome in a sentence or two."""
        used = self._used
        title = TITLES.get(self.chosen, self.chosen)
        if used is None:
            return f"{title} is to compute, but isn't installed."
        if used.problem:
            return f"{title} is to compute, but can't be used."
        helps = " The end of the report says what would help." if self.advice else ""
        return f"{title} computes on {used.gpu or 'the processor'}.{helps}"

    @property
    def report(self) -> str:
        """All of it, as plain text of several lines."""
        lines = [
            f"sd3explorer {__version__}: this computer",
            "",
            *_computer(self.computer),
            "",
            *self._backends(),
            "",
            *_folders(self.computer.folders),
            "",
            *_advice(self.advice),
        ]
        return "\n".join(lines) + "\n"

    def _backends(self) -> list[str]:
        by_name = {each.backend: each for each in self.seen}
        lines = [line for name in BACKENDS for line in _backend(name, by_name.get(name), self.computer)]
        lines.append(_row("Computes", f"{TITLES.get(self.chosen, self.chosen)}: {self.why}"))
        first = fastest(self.seen)
        if first is not None and len(self.seen) > 1:
            lines.append(_row("Fastest", f"{first.title}, {MEASURE} in {first.precision}"))
        return lines


def without_user(text: str, home: Path | None = None, user: str | None = None) -> str:
    """A text with `~` for the user's home, and USER for their name in other paths.

    Args:
        text: The text.
        home: The home folder; None takes that of this user.
        user: Their name; None takes that of this user.
    """
    for place in dict.fromkeys(_written(home or _home())):
        text = re.sub(rf"{re.escape(place)}(?![^\s/\\\"',;:()])", "~", text)
    user = user if user is not None else _user()
    return re.sub(rf"(?<=[/\\]){re.escape(user)}(?![^\s/\\\"',;:()])", "USER", text) if user else text


def _written(home: Path | None) -> list[str]:
    if home is None or home == home.parent:
        return []
    try:
        real = home.resolve()
    except (OSError, RuntimeError):
        # Links may lead in a circle.
        real = home
    return [text for each in (home, real) for text in (str(each), each.as_posix())]


def _home() -> Path | None:
    try:
        return Path.home()
    except RuntimeError:
        return None


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        # Nobody knows it, so no path has it either.
        return ""


def _computer(computer: Computer) -> list[str]:
    system = SYSTEMS.get(computer.system, computer.system)
    within = " within Windows" if computer.in_windows else ""
    packages = [f"{name} {version}" for name, version in computer.packages if version]
    memory = f"{in_units(computer.memory)}, {in_units(computer.free_memory)} free"
    lines = [
        _row("System", f"{system} {computer.release}, {computer.architecture}{within}"),
        _row("Processor", f"{computer.cores} cores"),
        _row("Memory", memory),
        *(_row("Graphics", _card(card)) for card in computer.cards),
        _row("Python", f"{computer.python} in {computer.environment}"),
        _row("Packages", ", ".join(packages)),
    ]
    if not computer.cards:
        lines.insert(3, _row("Graphics", "Apple's own" if computer.apple else "no NVIDIA card"))
    if computer.variables:
        lines.append(_row("Set", " ".join(f"{name}={printable(text)}" for name, text in computer.variables)))
    return lines


def _card(card: Card) -> str:
    parts = [card.name]
    if card.memory:
        parts.append(in_units(card.memory))
    parts.append(f"driver {card.driver}" if card.driver else "no driver")
    return ", ".join(map(printable, parts))


def _backend(name: str, seen: Seen | None, computer: Computer) -> list[str]:
    title, version = TITLES[name], computer.version(name)
    if seen is None:
        return [_row(title, "not installed")]
    if seen.problem:
        return [_row(title, f"{version}, {printable(seen.problem)}")]
    device = seen.gpu or f"the processor, {computer.cores} cores"
    memory = f", {in_units(seen.memory)}" if seen.memory and seen.gpu else ""
    rates = ", ".join(f"{dtype} {_rate(rate)}" for dtype, rate in seen.rates)
    return [_row(title, f"{version} on {printable(device)}{memory}"), _row("", rates)]


def _rate(rate: float) -> str:
    return f"{rate / 1e12:.1f} TFLOP/s" if rate >= 1e12 else f"{rate / 1e9:.0f} GFLOP/s"


def _folders(folders: Sequence[Folder]) -> list[str]:
    return [
        _row(
            folder.what.capitalize(),
            f"{folder.path}, {in_units(folder.free)} free" if folder.free is not None else str(folder.path),
        )
        if folder.path
        else _row(folder.what.capitalize(), "nowhere: no home folder is known")
        for folder in folders
    ]


def _advice(given: Sequence[Advice]) -> list[str]:
    if not given:
        return ["Nothing is missing."]
    lines = ["Missing"]
    for each in given:
        lines.append(
            textwrap.fill(without_user(each.text), WIDTH, initial_indent="  ", subsequent_indent="  ")
        )
        if each.command:
            # In one line, however long, to be run as it is.
            lines.append(f"    {without_user(each.command)}")
    return lines


def _row(label: str, text: str) -> str:
    return textwrap.fill(
        # Before lines are broken, as names may have spaces.
        f"{label:{INDENT}}{without_user(text)}",
        WIDTH,
        subsequent_indent=" " * INDENT,
        break_long_words=False,
        break_on_hyphens=False,
    )

"""Several devices, of this machine and of others, as one place, with an engine on each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sd3explorer.machine.devices import Device, gpus, processor
from sd3explorer.presets.preset import Preset
from sd3explorer.render.child import ChildProcess
from sd3explorer.render.fleet import Fleet
from sd3explorer.render.messages import EngineSettings, Renderer, RenderError
from sd3explorer.render.place import Place

ALL, CPU = "all", "cpu"

_ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Devices:
    """The place that several others make together.

    Frames differ by their precision, so all engines have that of the first. How many frames at once suit
    each, and which backend sees it, is its own.

    Args:
        places: These, those of this machine first.
    """

    places: tuple[Place, ...]

    @property
    def engines(self) -> dict[str, Place]:
        """The places by what their engines are called."""
        named: dict[str, Place] = {}
        for place in self.places:
            name = _label(place)
            # Of one machine there may be several, by other ports or programs.
            same = sum(other.partition(" (")[0] == name for other in named)
            named[f"{name} ({same + 1})" if same else name] = place
        return named

    @property
    def name(self) -> str:
        """What it is called; see `Place.name`."""
        *first, last = self.engines
        return f"{', '.join(first)} and {last}"

    @property
    def watchable(self) -> bool:
        """See `Place.watchable`."""
        return True

    @property
    def log(self) -> Path | None:
        """What the engine of the first device writes; those of the others are beside it."""
        return self.places[0].log

    def precision(
        self, stopped: Callable[[], bool] = lambda: False, say: Callable[[str], None] = lambda _: None
    ) -> str:
        """Name of the dtype that frames are rendered in; see `Place.precision`."""
        found: dict[str, tuple[str, str]] = {}
        for name, place in self.engines.items():
            kind = place.device.kind if isinstance(place, ChildProcess) else _ELSEWHERE
            # It is the same for all of a kind, and remembered after the first. Other machines follow.
            if kind not in found and not (found and kind == _ELSEWHERE):
                found[kind] = name, place.precision(stopped, say)
        (first, precision), *others = found.values()
        for name, other in others:
            if other != precision:
                say(
                    f"{name} would rather render in {other}; all devices render in {precision}, as "
                    f"suits {first}, or their frames would differ"
                )
        return precision

    def settings(
        self,
        preset: Preset,
        image_size: tuple[int, int],
        precision: str,
        batch_size: int | None = None,
        watched: bool = False,
    ) -> EngineSettings:
        """What engines are started with, with the most frames that any of them renders at once."""
        each = [place.settings(preset, image_size, precision, batch_size, watched) for place in self.places]
        most = max(settings.frames_at_once for settings in each)
        return replace(each[0], measured=None if batch_size else most)

    def remember(self, settings: EngineSettings, batch_size: int) -> None:
        """Nothing: each device remembers its own."""

    def open(self, settings: EngineSettings) -> Renderer:
        """A renderer with an engine on each device; see `Place.open`."""
        places = self.engines
        model, size, precision = settings.preset, settings.image_size, settings.precision
        renderers = {
            name: place.open(place.settings(model, size, precision, settings.batch_size, settings.watched))
            for name, place in places.items()
        }
        return Fleet(settings, renderers, lambda name, own, size: places[name].remember(own, size))


def _label(place: Place) -> str:
    if isinstance(place, ChildProcess):
        return place.device.name or "this machine"
    return place.name


def chosen_devices(words: str) -> tuple[Device, ...]:
    """The devices that somebody asks for.

    Args:
        words: "all" GPUs, or a list with commas of "cpu" and numbers of GPUs, each once.

    Returns:
        Them; none where "all" are asked for and there is no GPU.

    Raises:
        RenderError: There are no such devices.
    """
    there = gpus()
    if words == ALL:
        return there
    by_word = {CPU: processor()} | {str(number): device for number, device in enumerate(there)}
    for word in words.split(","):
        if word not in by_word:
            raise RenderError(f"--devices: there is no GPU {word}; {_listed(there)}")
    return tuple(by_word[word] for word in words.split(","))


def _listed(there: Sequence[Device]) -> str:
    if not there:
        return "no GPU with a driver was found; for what there is, run: sd3explorer doctor"
    numbers = [f"{number} ({each.title})" if each.title else f"{number}" for number, each in enumerate(there)]
    return f"there {'is' if len(numbers) == 1 else 'are'} {', '.join(numbers)}"

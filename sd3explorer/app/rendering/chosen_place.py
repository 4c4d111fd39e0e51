"""A place to render that can be chosen anew while the window is open."""

from collections.abc import Callable
from pathlib import Path

from sd3explorer.machine.backends import AUTO
from sd3explorer.presets.preset import Preset
from sd3explorer.render.messages import EngineSettings, Renderer
from sd3explorer.render.place import Place
from sd3explorer.render.places import ChoosePlace, with_engines


class ChosenPlace:
    """The place for a backend, a precision and other machines, until others are chosen. It is a `Place`.

    Engines that run continue as they were started; the next one is started as was chosen last.

    Args:
        choose_place: Where to render, given a backend, a precision and devices.
        backend: Name of Keras' backend, or "auto", which leaves it to `KERAS_BACKEND` where that names one.
        precision: Name of a dtype, or "auto".
        engines: Addresses of other machines that render too.
    """

    def __init__(
        self,
        choose_place: ChoosePlace,
        backend: str = AUTO,
        precision: str = AUTO,
        engines: tuple[str, ...] = (),
    ) -> None:
        self._choose_place = choose_place
        self._place: Place
        self._chosen: tuple[str, str, tuple[str, ...]] = ("", "", ())
        self.choose(backend, precision, engines)

    def choose(self, backend: str, precision: str, engines: tuple[str, ...] = ()) -> bool:
        """Chooses anew.

        Args:
            backend: As for the class.
            precision: As for the class.
            engines: As for the class.

        Returns:
            Whether that is another place than before.

        Raises:
            RenderError: There is no such place; that of before stays.
        """
        if (backend, precision, engines) == self._chosen:
            return False
        asked = None if backend == AUTO else backend
        self._place = with_engines(self._choose_place, asked, precision, None, engines)
        self._chosen = (backend, precision, engines)
        return True

    @property
    def name(self) -> str:
        """What it is called in a sentence."""
        return self._place.name

    @property
    def watchable(self) -> bool:
        """Whether its renderers report `Denoising` and `DeviceMemory`."""
        return self._place.watchable

    @property
    def log(self) -> Path | None:
        """The file with what its engines write."""
        return self._place.log

    def precision(
        self, stopped: Callable[[], bool] = lambda: False, say: Callable[[str], None] = lambda _: None
    ) -> str:
        """Name of the dtype that frames are rendered in; see `Place.precision`."""
        return self._place.precision(stopped, say)

    def settings(
        self,
        preset: Preset,
        image_size: tuple[int, int],
        precision: str,
        batch_size: int | None = None,
        watched: bool = False,
    ) -> EngineSettings:
        """What an engine is started with; see `Place.settings`."""
        return self._place.settings(preset, image_size, precision, batch_size, watched)

    def remember(self, settings: EngineSettings, batch_size: int) -> None:
        """Remembers the best batch size of an engine; see `Place.remember`."""
        self._place.remember(settings, batch_size)

    def open(self, settings: EngineSettings) -> Renderer:
        """A renderer; see `Place.open`."""
        return self._place.open(settings)

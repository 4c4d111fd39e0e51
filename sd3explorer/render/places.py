"""Which place the command line and the window render in: the one spot that chooses."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from sd3explorer.machine.devices import ANY
from sd3explorer.render.child import ChildProcess
from sd3explorer.render.devices import ALL, CPU, Devices, chosen_devices
from sd3explorer.render.engine import LoadModel, load_pipeline
from sd3explorer.render.messages import RenderError
from sd3explorer.render.place import Place
from sd3explorer.render.precision import AUTO
from sd3explorer.render.ssh import OtherMachine

NONE = "none"

# What `--devices` takes, as it is shown in its help.
DEVICES = "all|0,1|cpu|none"
DEVICES_HELP = (
    "what renders, with an engine on each: all GPUs, some of them by their numbers, the processor, "
    "or nothing here (all GPUs where there are several)"
)

ChoosePlace: TypeAlias = Callable[[str | None, str, str | None], Place]


def device_words(text: str) -> str:
    """What somebody writes after `--devices`, as `choose_place` and `with_engines` take it.

    Which GPUs there are is found out when it comes to rendering.

    Raises:
        RenderError: It names no devices, or one of them twice; a clause.
    """
    words = [word.strip().lower() for word in text.split(",")]
    if words in ([ALL], [NONE]):
        return words[0]
    numbers = [word for word in words if word != CPU]
    if not all(word.isascii() and word.isdecimal() for word in numbers):
        raise RenderError(
            f'must be all, none, cpu, or numbers of GPUs with commas between them, not "{text}"'
        )
    words = [word.lstrip("0") or "0" for word in words]
    if len(set(words)) < len(words):
        raise RenderError(f'must name each device once, unlike "{text}"')
    return ",".join(words)


def choose_place(
    backend: str | None = None,
    precision: str = AUTO,
    devices: str | None = None,
    load_model: LoadModel = load_pipeline,
) -> Place:
    """The place to run for somebody at this machine, with the folders of the app.

    Args:
        backend: Name of Keras' backend, or "auto"; None is the same where `KERAS_BACKEND` names none.
        precision: Name of a dtype, or "auto".
        devices: What renders, as `chosen_devices` reads it; None takes all GPUs where there are several, and
            otherwise leaves it to the backend.
        load_model: What loads the model.

    Raises:
        RenderError: There are no such devices, or it is unknown where these folders are.
    """
    chosen = chosen_devices(devices or ALL)
    if not chosen or (devices is None and len(chosen) == 1):
        chosen = (ANY,)
    places = tuple(ChildProcess.of_user(backend, precision, load_model, device) for device in chosen)
    return places[0] if len(places) == 1 else Devices(places)


def with_engines(
    choose: ChoosePlace, backend: str | None, precision: str, devices: str | None, engines: Sequence[str]
) -> Place:
    """The place to run where other machines may render too.

    Args:
        choose: The place on this machine, given a backend, a precision and devices.
        backend: As `choose_place` has it, for all machines.
        precision: As `choose_place` has it.
        devices: As `choose_place` has it, or "none" for other machines alone.
        engines: Addresses of other machines.

    Raises:
        RenderError: There is no such place.
    """
    others = [OtherMachine.of_user(each, backend, precision) for each in dict.fromkeys(engines)]
    if devices == NONE:
        if not others:
            raise RenderError("--devices none: nothing is left to render; name an engine with --engine")
        return others[0] if len(others) == 1 else Devices(tuple(others))
    here = choose(backend, precision, devices)
    if not others:
        return here
    return Devices((*(here.places if isinstance(here, Devices) else (here,)), *others))

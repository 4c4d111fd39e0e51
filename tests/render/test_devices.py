"""An engine for each device: which are chosen, what they are started with, and what they see."""

import os
from contextlib import closing

import pytest

from sd3explorer.machine.devices import ANY, Device
from sd3explorer.render import devices
from sd3explorer.render.child import ChildProcess
from sd3explorer.render.devices import Devices, chosen_devices
from sd3explorer.render.messages import DeviceMemory, Engines, RenderError
from sd3explorer.render.places import choose_place, with_engines
from sd3explorer.render.tuning import Tuning
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.walk import Walk
from tests.gradient import GradientModel

CARDS = tuple(
    Device(f"GPU {number}", title, title, (("CUDA_VISIBLE_DEVICES", str(number)),))
    for number, title in enumerate(("RTX 4090", "T4"))
)


class SeeingModel(GradientModel):
    """Tells by its memory which devices its process may see."""

    def memory(self):
        return "GPU 0", int(os.environ["CUDA_VISIBLE_DEVICES"]) + 1, 8 * 2**30


@pytest.fixture
def there(monkeypatch):
    """As many of the cards as one wants."""

    def make(count):
        monkeypatch.setattr(devices, "gpus", lambda: CARDS[:count])

    return make


@pytest.fixture
def place(tmp_path):
    return Devices(
        tuple(
            ChildProcess(
                tmp_path / f"{number}.log",
                tuning=Tuning(tmp_path / "tuning.json", card.kind),
                backend="tensorflow",
                asked_precision="auto",
                load_model=SeeingModel,
                device=card,
            )
            for number, card in enumerate(CARDS)
        )
    )


def names(words):
    return [device.name for device in chosen_devices(words)]


def test_devices_are_chosen_by_their_numbers(there):
    there(2)
    assert names("all") == ["GPU 0", "GPU 1"]
    assert names("1") == ["GPU 1"]
    assert names("1,0") == ["GPU 1", "GPU 0"]
    assert names("0,cpu") == ["GPU 0", "CPU"]


@pytest.mark.parametrize(
    ("count", "words", "message"),
    [
        (2, "7", r"--devices: there is no GPU 7; there are 0 \(RTX 4090\), 1 \(T4\)"),
        (1, "0,1", r"--devices: there is no GPU 1; there is 0 \(RTX 4090\)"),
        (0, "0", "--devices: there is no GPU 0; no GPU with a driver was found"),
    ],
)
def test_what_is_not_there_can_not_be_chosen(there, count, words, message):
    there(count)
    with pytest.raises(RenderError, match=message):
        chosen_devices(words)


@pytest.mark.parametrize(
    ("count", "words", "chosen"),
    [
        (0, None, [ANY]),
        (0, "all", [ANY]),
        # One alone is left to the backend, as it always was.
        (1, None, [ANY]),
        (1, "all", [CARDS[0]]),
        (2, None, list(CARDS)),
        (2, "1", [CARDS[1]]),
    ],
)
def test_where_there_are_several_all_render_unless_somebody_chooses(there, count, words, chosen):
    there(count)
    place = choose_place("tensorflow", "float32", words)
    parts = place.places if isinstance(place, Devices) else (place,)
    assert [part.device for part in parts] == chosen
    # What they write and compile stays apart.
    assert len({part.log for part in parts}) == len({part.programs for part in parts}) == len(chosen)


def test_frames_have_one_precision_that_of_the_first_and_it_is_said_where_another_differs(place):
    for part, precision in zip(place.places, ("float16", "float32"), strict=True):
        part.tuning.remember_precision("tensorflow", precision)
    said = []
    assert place.precision(say=said.append) == "float16"
    assert said == [
        "GPU 1 would rather render in float32; all devices render in float16, as suits GPU 0, or their "
        "frames would differ"
    ]


def test_each_device_renders_as_many_frames_at_once_as_suit_it(place, starter):
    first, second = place.places
    for part, size in ((first, 4), (second, 16)):
        part.remember(part.settings(starter, (64, 64), "float32"), size)
    settings = place.settings(starter, (64, 64), "float32")
    assert settings.frames_at_once == 16
    assert [part.settings(starter, (64, 64), "float32").frames_at_once for part in place.places] == [4, 16]
    assert place.settings(starter, (64, 64), "float32", batch_size=3).frames_at_once == 3
    with closing(place.open(settings)) as fleet:
        assert fleet.settings == settings


def test_each_engine_sees_its_device_alone_and_calls_it_by_its_name(place, starter, facts):
    recipe = Walk(sampler=Sampler(num_steps=2)).recipe(0, facts)
    settings = place.settings(starter, (64, 64), "float32", batch_size=2, watched=True)
    with closing(place.open(settings)) as fleet:
        events = [*fleet.warm([recipe])]
    [*_, last] = [event for event in events if isinstance(event, Engines)]
    assert [state.memory for state in last.states] == [
        DeviceMemory("GPU 0", 1, 8 * 2**30),
        DeviceMemory("GPU 1", 2, 8 * 2**30),
    ]


def test_other_machines_render_beside_the_devices_here_or_alone():
    def here(*_):
        return choose_place("tensorflow", "float32", "cpu", GradientModel)

    engines = ("ssh://box", "ssh://box:2222", "ssh://cellar", "ssh://box")
    names = ["CPU", "box", "box (2)", "cellar"]
    assert list(with_engines(here, None, "auto", None, engines).engines) == names
    assert list(with_engines(here, None, "auto", "none", engines).engines) == names[1:]
    assert with_engines(here, None, "auto", "none", engines[:1]).name == "box"
    assert with_engines(here, None, "auto", None, ()).name == "a process of its own"
    with pytest.raises(RenderError, match="nothing is left to render"):
        with_engines(here, None, "auto", "none", ())
    with pytest.raises(RenderError, match="is not an address"):
        with_engines(here, None, "auto", None, ("-box",))


def test_the_precision_is_that_of_this_machine_and_no_other_is_asked():
    def here(*_):
        return choose_place("tensorflow", "bfloat16", "cpu", GradientModel)

    assert with_engines(here, None, "auto", None, ("ssh://nowhere.invalid",)).precision() == "bfloat16"

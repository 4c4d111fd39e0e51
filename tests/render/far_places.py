"""What renders at the other end of ssh in tests: stand-ins for the model, and for the worker."""

import os
import time
from pathlib import Path

import numpy as np

from sd3explorer.machine.devices import Device
from sd3explorer.processes.parent import Parent, own_streams
from sd3explorer.render import serving
from sd3explorer.render.child import ChildProcess
from sd3explorer.render.devices import Devices
from sd3explorer.render.handshake import KINDS, Beat, Open, Opened, greeting
from sd3explorer.render.local import ThisProcess
from sd3explorer.render.wire import Answer, Drawn, Render
from tests.gradient import CrashingModel, GradientModel

LOG = Path(os.devnull)

if "SECONDS_BETWEEN_BEATS" in os.environ:
    serving.SECONDS_BETWEEN_BEATS = float(os.environ["SECONDS_BETWEEN_BEATS"])
    serving.BEATS_TO_LEAVE = 5


def gradients(_backend, precision, _devices):
    print("a library says something")
    os.write(1, b"and another one, without asking Python\n")
    return ThisProcess(LOG, asked_precision=precision, load_model=GradientModel)


def slow(_backend, precision, _devices):
    return ThisProcess(LOG, asked_precision=precision, load_model=SlowModel)


def fleet(_backend, precision, _devices):
    devices = (Device("GPU 0"), Device("GPU 1"))
    made = (ChildProcess(LOG, None, None, None, precision, GradientModel, each) for each in devices)
    return Devices(tuple(made))


def crashing(_backend, precision, _devices):
    return ThisProcess(LOG, asked_precision=precision, load_model=EndingModel)


class SlowModel(GradientModel):
    """Leaves most frames to others."""

    def render(self, recipes, batch_size, should_stop, show):
        time.sleep(float(os.environ.get("SECONDS_A_BATCH", "0.5")))
        return super().render(recipes, batch_size, should_stop, show)


class EndingModel(CrashingModel):
    """Ends the worker soon."""

    def render(self, recipes, batch_size, should_stop, show):
        time.sleep(0.3)
        super().render(recipes, batch_size, should_stop, show)


class Liar:
    """In the place of a worker: answers the first frames with something else.

    Args:
        answers: Makes what is sent of the first recipe that is asked for.
    """

    def __init__(self, answers):
        reader, writer = own_streams()
        writer.write(greeting())
        writer.flush()
        parent = Parent(reader, writer, KINDS)
        while True:
            match parent.receive():
                case Open():
                    parent.send(Opened(4))
                case Render(run, batch):
                    for content in answers(batch[0]):
                        parent.send(Answer(run, content))
                case Beat() as beat:
                    parent.send(beat)
                case _:
                    pass


def other_digest(recipe):
    yield Drawn("0" * 64, np.zeros((*recipe.image_size, 3), np.uint8))


def other_shape(recipe):
    yield Drawn(recipe.digest, np.zeros((8, 8, 3), np.uint8))


def too_large(recipe):
    yield Drawn(recipe.digest, np.zeros((8192, 8192, 3), np.uint8))


def without_end(recipe):
    while True:
        yield Drawn("1" * 64, np.zeros((*recipe.image_size, 3), np.uint8))


def not_a_kind(_recipe):
    yield Open("a", "b", 1, (), (1, 1), "float32", None, None, False)


LIES = {each.__name__: each for each in (other_digest, other_shape, too_large, without_end, not_a_kind)}


def lying():
    Liar(LIES[os.environ["LIE"]])

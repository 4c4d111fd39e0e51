"""Which place the command line and the window render in: the one spot that chooses."""

from collections.abc import Callable
from typing import TypeAlias

from sd3explorer.render.child import ChildProcess
from sd3explorer.render.place import Place
from sd3explorer.render.precision import AUTO

ChoosePlace: TypeAlias = Callable[[str | None, str], Place]


def choose_place(backend: str | None = None, precision: str = AUTO) -> Place:
    """The place to run for somebody at this machine, with the folders of the app.

    Args:
        backend: Name of Keras' backend, or "auto"; None is the same where `KERAS_BACKEND` names none.
        precision: Name of a dtype, or "auto".

    Raises:
        RenderError: It is unknown where these folders are.
    """
    return ChildProcess.of_user(backend, precision)

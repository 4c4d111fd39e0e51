"""What a process of ours is to run, by its name: nothing that runs is ever sent."""

import importlib
import sys
from collections.abc import Callable
from typing import Any

from sd3explorer.processes.values import Kinds

_BUILTIN = Kinds()


def name_of(thing: Callable[..., Any]) -> str:
    """The name of a function or class of some module: "package.module:Name"."""
    return f"{thing.__module__}:{thing.__qualname__}"


def named(name: str) -> Any:
    """The function or class that is called so; its module is imported."""
    module, _, inner = name.partition(":")
    return getattr(importlib.import_module(module), inner)


def kinds_of(serve: Callable[..., Any]) -> Kinds:
    """What messages with a process are made of that runs this: its module's `KINDS`; else builtin values."""
    return getattr(sys.modules[serve.__module__], "KINDS", _BUILTIN)

"""`sd3explorer models`: which models are here, and how more come here, or go to another machine.

What fetches and copies is imported when it is asked for: most often, models are listed.
"""

import argparse

from sd3explorer.machine.cards import is_apple, may_have_gpu
from sd3explorer.presets import places
from sd3explorer.presets.library import add, look
from sd3explorer.presets.listing import lines
from sd3explorer.presets.locate import fetch, present
from sd3explorer.terminal import print_path
from sd3explorer.wording import in_units


def models(parsed: argparse.Namespace) -> None:
    """Does what is asked for.

    Args:
        parsed: As `arguments.parser` made it.

    Raises:
        PresetError: A model can't be had or used; says what to do.
        RenderError: Another machine can't be reached or used; says what to do.
    """
    match parsed.action:
        case "fetch":
            _fetch(parsed)
            return
        case "copy":
            _copy(parsed)
            return
        case "add":
            add(parsed.place)
        case "remove":
            places.remove(parsed.place)
        case _:
            pass
    for line in lines(look(), parsed.all, may_have_gpu() or is_apple()):
        print(line)


def _fetch(parsed: argparse.Namespace) -> None:
    from sd3explorer.progress import TerminalProgress, fetching

    with TerminalProgress() as progress:
        preset = fetch(parsed.preset, fetching(progress))
    print_path(preset.place)


def _copy(parsed: argparse.Namespace) -> None:
    from sd3explorer.presets.loras.lora import preset_with_loras
    from sd3explorer.progress import TerminalProgress
    from sd3explorer.render.copying import copy
    from sd3explorer.render.ssh import OtherMachine

    place = OtherMachine.of_user(parsed.host)
    preset = preset_with_loras(present(parsed.preset), parsed.loras)
    with TerminalProgress() as progress:

        def show(done: int, total: int) -> None:
            progress.show(f"copying to {place.name}", done, total, f"{in_units(done)} of {in_units(total)}")

        size = copy(place, preset, show)
    print(f"copied {in_units(size)} to {place.name}" if size else f"{place.name} has all of it already")

"""The words of the command line, and what they may be.

The rooms behind an option are imported where it is added or read: most commands have none of them.
"""

import argparse
import math
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from sd3explorer import __version__
from sd3explorer.machine.backends import AUTO, BACKENDS
from sd3explorer.walk.error import ReportedError, WalkError
from sd3explorer.walk.fields import integer, number, seed
from sd3explorer.walk.files import path_called
from sd3explorer.walk.limits import FRAME_RATES, GUIDANCE_SCALES, LORA_STRENGTHS, MAX_FRAMES, NUM_STEPS
from sd3explorer.walk.lora_editing import with_loras
from sd3explorer.walk.loras import Lora, lora_file
from sd3explorer.walk.model import image_size
from sd3explorer.walk.model import preset as preset_name
from sd3explorer.walk.printable import printable
from sd3explorer.walk.sampler import guidance_interval
from sd3explorer.walk.timing import Ending, Motion
from sd3explorer.walk.walk import Walk
from sd3explorer.wording import bytes_in

# Where one is open, a walk is shown there unless this comes first.
NEW_WINDOW = "--new-window"

# Where a file may be named too, what goes to the standard output instead.
OUTPUT = "-"


class _Parser(argparse.ArgumentParser):
    """Says in one sentence what is wrong, without a page of usage before it."""

    def error(self, message: str) -> NoReturn:
        sentence = printable(message.removeprefix("argument "))
        self.exit(2, f"sd3explorer: {sentence}; for help, run: {self.prog} --help\n")


def parser(command: str | None = None) -> argparse.ArgumentParser:
    """What reads the command line, all of it but a walk alone.

    Args:
        command: The one that was given, whose options are read; None reads those of all.
    """
    made = _Parser(
        prog="sd3explorer",
        description="Explore the latent space of Stable Diffusion 3.",
        epilog=(
            "Without a command: sd3explorer [WALK] opens the window, on a walk if one is given. Where it is "
            f"open already, it shows the walk there; sd3explorer {NEW_WINDOW} [WALK] opens another."
        ),
    )
    made.add_argument("--version", action="version", version=f"sd3explorer {__version__}")
    commands: Any = made.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, (what, add_options) in _COMMANDS.items():
        added = commands.add_parser(name, help=what)
        if command in (None, name):
            add_options(added)
    return made


def _add_example(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", nargs="?", metavar="NAME", help="which one; none lists them")
    parser.add_argument("-o", "--output", type=_target, metavar="FILE", help="where to (NAME.sd3walk)")


def _add_import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "list",
        type=path_named,
        metavar="LIST",
        help="prompts: one per line, CSV with a header, or JSON of Deforum or Parseq",
    )
    parser.add_argument("-o", "--output", type=_target, metavar="FILE", help="where to (LIST.sd3walk)")
    parser.add_argument(
        "--seed",
        type=_whole,
        metavar="N",
        help="draw wildcards with this seed; without it they stay as they are",
    )
    parser.add_argument(
        "--wildcards", type=path_named, metavar="FOLDER", help="where NAME.txt is for each wildcard __NAME__"
    )


def _add_models(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--all", action="store_true", help="list also models that can't be used here")
    actions: Any = parser.add_subparsers(dest="action", metavar="ACTION")
    fetching = actions.add_parser("fetch", help="fetch a preset from its hub")
    fetching.add_argument("preset", metavar="PRESET", help="a name, or a kaggle:// or hf:// handle")
    copying = actions.add_parser("copy", help="copy one by ssh to a machine that will render with it")
    copying.add_argument("preset", metavar="PRESET", help="a name, folder or file")
    copying.add_argument("host", metavar="HOST", help="the machine, as ssh://HOST")
    copying.add_argument(
        "--lora",
        dest="loras",
        action="append",
        default=[],
        metavar="FILE",
        help="a LoRA that the model is used with; may be given several times",
    )
    for action, what in (
        ("add", "look for models in a folder from now on, as of ComfyUI, or add one that is a file"),
        ("remove", "take a folder or file off the list; it stays where it is"),
    ):
        adding = actions.add_parser(action, help=what)
        adding.add_argument("place", type=path_named, metavar="PLACE", help="a folder or file")


def _add_info(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=path_named, metavar="FILE", help="a walk file, picture or video")


def _add_thumbnail(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("walk", type=path_named, metavar="WALK", help="a walk file")
    parser.add_argument("-o", "--output", type=_target, required=True, metavar="PNG", help="where to")
    parser.add_argument(
        "--size", type=_pixels, default=256, metavar="N", help="pixels of its longer side (256)"
    )


def _add_doctor(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--logs", action="store_true", help="with the ends of the logs, for a bug report")


def _add_nothing(_: argparse.ArgumentParser) -> None:
    pass


def _add_render(parser: argparse.ArgumentParser) -> None:
    _add_walk_and_target(parser)
    _add_walk(parser.add_argument_group("instead of what the walk says"))
    _add_export(parser.add_argument_group("export"))
    engine = parser.add_argument_group("engine")
    _add_engine(engine)
    _add_large(engine)


def _add_walk_and_target(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "walk", type=path_named, metavar="WALK", help="a walk file, or an exported file that carries its walk"
    )
    parser.add_argument(
        "-o",
        "--output",
        type=_target,
        required=True,
        metavar="OUT",
        help=f"where to; the suffix picks the format: {_formats()}; without one, a folder gets PNG frames",
    )


def _add_walk(walk: Any) -> None:
    walk.add_argument("--model", metavar="PRESET", help="name, kaggle:// or hf:// handle, or folder")
    walk.add_argument(
        "--lora",
        type=_lora,
        action="append",
        metavar="FILE[:STRENGTH]",
        help="a LoRA for the model, and how much of it, from -2 to 2 (1); may be given several times",
    )
    walk.add_argument("--image-size", type=_image_size, metavar="HxW", help="height and width in pixels")
    walk.add_argument("--frames", type=_whole, metavar="N", help="number of frames")
    walk.add_argument("--frame-rate", type=_number, metavar="X", help="frames per second")
    walk.add_argument(
        "--ending", choices=[each.value for each in Ending], help="what playback does after the last frame"
    )
    walk.add_argument(
        "--motion",
        choices=[each.value for each in Motion],
        help="even: the picture changes by the same amount from each frame to the next; steady: frames are "
        "equally far apart on the path",
    )
    walk.add_argument(
        "--bridges",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="lead over the cuts of an even walk, or keep them",
    )
    walk.add_argument("--num-steps", type=_whole, metavar="N", help="denoising steps")
    walk.add_argument("--guidance-scale", type=_number, metavar="X", help="weight of guidance; 1 is none")
    walk.add_argument(
        "--guidance-interval",
        type=_interval,
        metavar="LOW:HIGH",
        help="noise levels whose steps are guided, from 0, the picture, to 1, pure noise; others are twice "
        "as fast (0:1)",
    )
    walk.add_argument("--seed", type=_whole, metavar="N", help="seed of the noise")


def _add_engine(engine: Any) -> None:
    from sd3explorer.render.places import DEVICES, DEVICES_HELP

    engine.add_argument(
        "--batch-size",
        type=_batch_size,
        metavar="N",
        help="frames rendered at once (what suits the image size)",
    )
    engine.add_argument(
        "--backend",
        choices=(AUTO, *BACKENDS),
        help="what computes (auto: one that has the GPU, else tensorflow)",
    )
    engine.add_argument(
        "--devices",
        type=_devices,
        metavar=DEVICES,
        help=DEVICES_HELP,
    )
    engine.add_argument(
        "--engine",
        type=_engine,
        action="append",
        default=[],
        dest="engines",
        metavar="ssh://HOST",
        help="another machine that renders too, by ssh: ssh://USER@HOST:PORT/PATH/TO/sd3explorer, where all "
        "but the host may be left out; may be given several times",
    )
    engine.add_argument(
        "--cluster",
        type=_cluster,
        metavar="ADDRESS",
        help="render on the workers of a Dask scheduler: tcp://HOST:PORT, tls://HOST:PORT, the file that a "
        "scheduler has written, or local, for trying",
    )
    engine.add_argument(
        "--cluster-tls",
        type=_certificates,
        metavar="CA,CERT,KEY",
        help="files for a cluster by tls://: the authority's certificate, one's own, and its key (those of "
        "Dask's own configuration)",
    )
    engine.add_argument(
        "--precision",
        choices=(AUTO, "float32", "bfloat16", "float16"),
        default=AUTO,
        help="of the numbers (auto: what suits the device)",
    )
    engine.add_argument(
        "--fetch",
        action="store_true",
        help="fetch the walk's model if it isn't here; one that --model names is fetched anyway",
    )
    engine.add_argument("--store", type=_target, metavar="DIR", help="folder that keeps rendered frames")
    engine.add_argument(
        "--no-history",
        action="store_false",
        dest="history",
        help="leave no record of the walk for the window's History",
    )


def _add_large(group: Any) -> None:
    group.add_argument(
        "--large", action="store_true", help="render, however much space and time the frames take"
    )


def _add_queue(parser: argparse.ArgumentParser) -> None:
    actions: Any = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    add = actions.add_parser("add", help="add a walk, to be rendered and exported in its turn")
    _add_walk_and_target(add)
    _add_walk(add.add_argument_group("instead of what the walk says"))
    export = add.add_argument_group("export")
    _add_export(export)
    _add_large(export)
    actions.add_parser("list", help="what is waiting, what is running, and what has become of the rest")
    run = actions.add_parser("run", help="make the files, one after another, until none is waiting")
    _add_engine(run.add_argument_group("engine"))
    run.add_argument(
        "--watch",
        action="store_true",
        help="keep running for what will be added, and while the queue is paused; for a service",
    )
    actions.add_parser(
        "pause", help="stop what is running, wherever that is, and begin nothing; frames are kept"
    )
    actions.add_parser("resume", help="resume the queue after a pause")
    for action, what in (
        ("remove", "remove one from the queue; if it is running, it is stopped"),
        ("retry", "make one again that failed or is done"),
        ("first", "make one before all others that are waiting"),
    ):
        numbered = actions.add_parser(action, help=what)
        numbered.add_argument("number", type=_whole, metavar="NUMBER", help="which one, as list shows it")
    actions.add_parser("clear", help="remove those that are done or failed")


def _add_bench(parser: argparse.ArgumentParser) -> None:
    model = parser.add_mutually_exclusive_group()
    model.add_argument("--model", metavar="PRESET", help="name, handle or folder of a preset (starter)")
    model.add_argument(
        "--like",
        metavar="PRESET",
        help="a model with the shape of starter, stable_diffusion_3_medium, stable_diffusion_3.5_medium or "
        "stable_diffusion_3.5_large, and random weights: nothing is fetched",
    )
    parser.add_argument("--image-size", type=_image_size, metavar="HxW", help="height and width in pixels")
    parser.add_argument("--num-steps", type=_count, metavar="N", help="denoising steps")
    parser.add_argument("--guidance-scale", type=_scale, metavar="X", help="weight of guidance; 1 is none")
    parser.add_argument("--batch-size", type=_batch_size, metavar="N", help="frames rendered at once")
    parser.add_argument("--frames", type=_count, metavar="N", help="frames in each round (one batch)")
    parser.add_argument(
        "--precision",
        choices=("auto", "float32", "bfloat16", "float16"),
        default="auto",
        help="of the numbers (auto: what suits the device)",
    )
    parser.add_argument("--rounds", type=_count, default=5, metavar="N", help="turns of each way (5)")
    parser.add_argument(
        "--ways",
        metavar="A,B",
        help="seed, kerashub, diffusers, diffusers-compile, ours-tensorflow, ours-jax, ours-torch; the first "
        "is what the others are compared with (all that are installed)",
    )
    parser.add_argument(
        "--second-start",
        action="store_true",
        help="start each way once more, to see how much of its compiling is kept",
    )
    parser.add_argument(
        "--json", type=_target_or_output, metavar="FILE", help="write all figures there, - to the output"
    )


def _add_export(group: Any) -> None:
    from sd3explorer.export import Options, Quality

    default = Options()
    group.add_argument(
        "--scale", type=_number, default=default.scale, metavar="X", help="size of the pictures, as a factor"
    )
    group.add_argument("--smooth", action="store_true", help="blur where a scale of 2, 3, … repeats pixels")
    group.add_argument(
        "--rounds", type=_whole, metavar="N", help="how often it plays; 0 is forever (as its ending says)"
    )
    group.add_argument(
        "--quality",
        choices=[each.value for each in Quality],
        default=default.quality,
        help="how much time to take (best)",
    )
    group.add_argument(
        "--dither",
        type=_number,
        default=default.dither,
        metavar="X",
        help="how much a GIF mixes pixels to make up for colours it lacks, from 0 to 1 (1)",
    )
    group.add_argument(
        "--max-size", type=_bytes, metavar="SIZE", help="the largest size of the file, as in 8MB or 500kB"
    )
    group.add_argument(
        "--captions", action="store_true", help="write below each frame of a contact sheet what it is"
    )
    group.add_argument("--columns", type=_whole, metavar="N", help="frames in each row of a contact sheet")
    group.add_argument(
        "--pictures",
        action="store_true",
        help="have the walk in the exported file carry the pictures of its keyframes, which may be private",
    )
    group.add_argument(
        "--no-metadata",
        dest="metadata",
        action="store_false",
        help="leave the walk out of the exported file, which otherwise carries it",
    )


def overridden(walk: Walk, parsed: argparse.Namespace) -> Walk:
    """The walk with what was asked for instead of what it says.

    Args:
        walk: The walk.
        parsed: The words of `render`.

    Raises:
        WalkError: An option is impossible, or not for such a walk; the message names the option.
    """
    if parsed.frames is not None and walk.path.sets_frame_count:
        raise WalkError(
            f"--frames: a {walk.path.kind} sets its number of frames; change that in its walk file"
        )
    if parsed.seed is not None and walk.noise.has_several_seeds:
        raise WalkError(
            f"--seed: {walk.noise.kind} goes through several seeds; change those in its walk file"
        )
    given = partial(_given, parsed)
    if parsed.lora is not None:
        walk = with_loras(
            walk,
            [
                Lora(lora_file(file, "--lora"), number(strength, "--lora", *LORA_STRENGTHS))
                for file, strength in parsed.lora
            ],
        )
    changed = replace(
        walk,
        model=replace(
            walk.model,
            **given("preset", preset_name, option="model"),
            **given("image_size", partial(image_size, by_index=False)),
        ),
        timing=replace(
            walk.timing,
            **given("frames", integer, 1, MAX_FRAMES),
            **given("frame_rate", number, *FRAME_RATES),
            **given("ending", lambda text, _: Ending(text)),
            **given("motion", lambda text, _: Motion(text)),
            **given("bridges", lambda bridges, _: bridges),
        ),
        sampler=replace(
            walk.sampler,
            **given("num_steps", integer, *NUM_STEPS),
            **given("guidance_scale", number, *GUIDANCE_SCALES),
            **given("guidance_interval", guidance_interval),
        ),
        noise=walk.noise if parsed.seed is None else walk.noise.with_seeds([seed(parsed.seed, "--seed")]),
    )
    if parsed.bridges is not None and not changed.is_even:
        option = "--bridges" if parsed.bridges else "--no-bridges"
        remedy = "add --motion even" if changed.can_be_even else "leave it out, as such a walk can't be even"
        raise WalkError(f"{option}: only an even motion has bridges; {remedy}")
    return changed


def _given(
    parsed: argparse.Namespace, field: str, check: Callable[..., Any], *limits: float, option: str = ""
) -> dict[str, Any]:
    """An option's value by the name of its field, checked as that field of a walk file is; or nothing."""
    option = option or field
    value = getattr(parsed, option)
    return {} if value is None else {field: check(value, f"--{option.replace('_', '-')}", *limits)}


def _formats() -> str:
    from sd3explorer.export import FORMATS

    return ", ".join(f"{'/'.join(each.suffixes)} ({each.name})" for each in FORMATS if not each.is_folder)


def _target(text: str) -> Path:
    if text == OUTPUT:
        # Elsewhere this is the standard output, which nothing here is written to.
        raise argparse.ArgumentTypeError("must name a file or a folder; one called - is ./-")
    return path_named(text)


def _target_or_output(text: str) -> Path | str:
    return OUTPUT if text == OUTPUT else _target(text)


def path_named(text: str) -> Path:
    """The path that a word on the command line names: see `path_called`; desktops hand files over as URIs.

    Raises:
        argparse.ArgumentTypeError: It is empty, or names nothing on this machine.
    """
    if not text.strip():
        # An empty path would be the current folder.
        raise argparse.ArgumentTypeError("must name a file or a folder")
    try:
        return path_called(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _whole(text: str) -> int:
    try:
        return int(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f'must be a whole number, not "{text}"') from error


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f'must be a number, not "{text}"') from error


def _image_size(text: str) -> list[int]:
    height, _, width = text.partition("x")
    try:
        return [int(height), int(width)]
    except ValueError as error:
        raise argparse.ArgumentTypeError(f'must be height x width, as in 128x128, not "{text}"') from error


def _lora(text: str) -> tuple[str, float]:
    file, _, strength = text.rpartition(":")
    try:
        # Of Windows' paths and of addresses, what follows a colon is no number.
        return (file, float(strength)) if file else (text, 1.0)
    except ValueError:
        return text, 1.0


def _interval(text: str) -> list[float]:
    try:
        low, high = map(float, text.split(":"))
    except ValueError:
        low = high = math.nan
    if not 0.0 <= low < high <= 1.0:
        raise argparse.ArgumentTypeError(f'must be low:high within 0:1, as in 0.25:0.9, not "{text}"')
    return [low, high]


def _batch_size(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 256:
        raise argparse.ArgumentTypeError(f'must be a whole number from 1 to 256, not "{text}"')
    return int(text)


def _devices(text: str) -> str:
    from sd3explorer.render.places import device_words

    try:
        return device_words(text)
    except ReportedError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _cluster(text: str) -> str:
    if text.lower().startswith("file:/") or text.startswith("~"):
        return str(path_named(text))
    # A path with a colon and two slashes is nothing that a scheduler writes.
    scheme, separator, place = text.partition("://")
    host, _, port = place.rpartition(":")
    if (separator and (scheme not in ("tcp", "tls") or not host or not port.isdecimal())) or not text:
        raise argparse.ArgumentTypeError(
            f'must be tcp://HOST:PORT, tls://HOST:PORT, a scheduler\'s file or local, not "{text}"'
        )
    return text


def _certificates(text: str) -> tuple[Path, Path, Path]:
    paths = [path_named(word) for word in text.split(",") if word]
    if len(paths) != 3:
        raise argparse.ArgumentTypeError(
            f'must be three files with commas between them: CA,CERT,KEY, not "{text}"'
        )
    return paths[0], paths[1], paths[2]


def _engine(text: str) -> str:
    from sd3explorer.render.address import Address

    try:
        return str(Address.read(text))
    except ReportedError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _count(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 10_000:
        raise argparse.ArgumentTypeError(f'must be a whole number from 1 to 10000, not "{text}"')
    return int(text)


def _pixels(text: str) -> int:
    if not text.isdecimal() or not 16 <= int(text) <= 2048:
        raise argparse.ArgumentTypeError(f'must be a whole number from 16 to 2048, not "{text}"')
    return int(text)


def _scale(text: str) -> float:
    try:
        scale = float(text)
    except ValueError:
        scale = math.nan
    if not 0.0 <= scale <= 1000.0:
        raise argparse.ArgumentTypeError(f'must be a number from 0 to 1000, not "{text}"')
    return scale


def _bytes(text: str) -> int:
    size = bytes_in(text)
    if size is None:
        raise argparse.ArgumentTypeError(f'must be a size, as in 8MB, 500kB or 8MiB, not "{text}"')
    return size


# What each is for, and what adds its options.
_COMMANDS: dict[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = {
    "render": ("render a walk and export it", _add_render),
    "queue": ("render and export walks one after the other, overnight", _add_queue),
    "example": ("list the example walks, or write one", _add_example),
    "import": ("make a walk of a list of prompts", _add_import),
    "models": ("which models are here, and fetching, copying or adding some", _add_models),
    "bench": ("time ways of rendering side by side", _add_bench),
    "info": ("show the walk inside a file", _add_info),
    "thumbnail": ("a small picture of a walk that was rendered in the window", _add_thumbnail),
    "worker": ("be an engine for another machine, which starts this by ssh", _add_nothing),
    "doctor": ("what this computer computes with, what is missing, and how to get it", _add_doctor),
}

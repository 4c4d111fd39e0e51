"""The command line: the same jobs as the window, without one.

Each command imports what it needs: what all of them need takes several times as long to import.
"""

import argparse
import logging
import os
import signal
import sys
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from difflib import get_close_matches
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from sd3explorer.arguments import NEW_WINDOW, parser, path_named
from sd3explorer.logs import last_logs, logged
from sd3explorer.processes.signals import ending_signals
from sd3explorer.terminal import (
    UsageError,
    complain,
    json_for,
    open_closed_streams,
    print_path,
    silence,
)
from sd3explorer.walk.error import ReportedError, WalkError
from sd3explorer.walk.fields import seed
from sd3explorer.walk.file import SUFFIX
from sd3explorer.walk.files import not_written, reason, replacing
from sd3explorer.walk.printable import printable
from sd3explorer.walk.timing import Motion, Timing
from sd3explorer.walk.walk import Walk

if TYPE_CHECKING:
    from sd3explorer.render.place import Place
    from sd3explorer.render.places import ChoosePlace

logger = logging.getLogger(__name__)

DONE, FAILED, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130

# Without a command.
_OWN_OPTIONS = ("-h", "--help", "--version")


def _choose_place(backend: str | None, precision: str, devices: str | None) -> "Place":
    from sd3explorer.render.places import choose_place

    return choose_place(backend, precision, devices)


def main(arguments: Sequence[str] | None = None, choose_place: "ChoosePlace" = _choose_place) -> int:
    """Runs the command line.

    Args:
        arguments: What follows the program's name; None takes them from the system.
        choose_place: Where to render, given a backend, a precision and devices.

    Returns:
        The exit status: 0, 1 (failed), 2 (wrong usage) or 130 (interrupted).

    Raises:
        SystemExit: The words make no command (status 2), or help was asked for (0).
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    open_closed_streams()
    if isinstance(sys.stdout, TextIOWrapper):
        # A name that the output can't encode is no reason to fail.
        sys.stdout.reconfigure(errors="backslashreplace")
    with logged():
        return _answer(words, choose_place)


def _answer(words: list[str], choose_place: "ChoosePlace") -> int:
    try:
        try:
            return _run(words, choose_place)
        finally:
            sys.stdout.flush()
    except UsageError as error:
        complain(str(error))
        return WRONG_USAGE
    except ReportedError as error:
        complain(str(error))
        return FAILED
    except KeyboardInterrupt:
        complain("interrupted")
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output has enough of it.
        silence(sys.stdout)
        return FAILED
    except OSError as error:
        if error.filename is not None:
            # Whoever works with files reports what fails by itself; this is what nobody thought of.
            complain(f"{os.fsdecode(error.filename)}: {reason(error)}")
            return FAILED
        # The output alone has no name.
        silence(sys.stdout)
        complain(f"the output can't be written: {reason(error)}; write it elsewhere")
        return FAILED
    except Exception:
        logger.exception("nobody thought of this")
        raise


def _run(words: list[str], choose_place: "ChoosePlace") -> int:
    # A walk alone opens the window, so the first word need not be a command.
    new_window = words[:1] == [NEW_WINDOW]
    if new_window or not words or (words[0] not in COMMANDS and not words[0].startswith("-")):
        return _open_window(words[new_window:], choose_place, new_window)
    if words[0] not in (*COMMANDS, *_OWN_OPTIONS):
        # The parser would only miss a command.
        raise UsageError(f"there is no option {printable(words[0])} here; for help, run: sd3explorer --help")
    parsed = parser(words[0]).parse_args(words, argparse.Namespace(choose_place=choose_place))
    with _ended_politely():
        return COMMANDS[parsed.command](parsed)


@contextmanager
def _ended_politely() -> Generator[None]:
    """Lets signals that can be caught end a command as Ctrl+C does: with everything put away."""
    before = {number: signal.signal(number, signal.default_int_handler) for number in ending_signals()}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _open_window(words: list[str], choose_place: "ChoosePlace", new_window: bool) -> int:
    from sd3explorer.app.screen import QT_PACKAGES, has_screen, load_plugin
    from sd3explorer.export import read_walk
    from sd3explorer.walk.lists import is_list, read_file

    if len(words) > 1:
        raise UsageError(f'"{printable(words[0])}" is no command; {_commands_like(words[0])}')
    try:
        file = path_named(words[0]) if words else None
    except argparse.ArgumentTypeError as error:
        raise UsageError(f"WALK: {error}") from error
    if file is not None:
        if get_close_matches(words[0], COMMANDS, 1) and not file.exists():
            raise UsageError(f'no command and no file is called "{words[0]}"; {_commands_like(words[0])}')
        # A window with nothing but a message in it would help nobody.
        if is_list(file):
            read_file(file, Walk().frame_count)
        else:
            read_walk(file)
    if not has_screen():
        raise UsageError("there is no screen to open a window on; render a walk with: sd3explorer render")
    try:
        load_plugin()
        from sd3explorer.app.main import start
    except (ImportError, OSError) as error:
        complain(
            f"the window can't be opened: {error}; on Debian and Ubuntu, run: apt install {QT_PACKAGES}; "
            "or use: sd3explorer render"
        )
        return FAILED
    return start(file, choose_place, new_window)


def _commands_like(word: str) -> str:
    near = get_close_matches(word, COMMANDS, 1)
    return f"did you mean {near[0]}?" if near else f"there are {', '.join(COMMANDS)}"


def _render(parsed: argparse.Namespace) -> int:
    from sd3explorer.render_command import render

    return DONE if render(parsed) else FAILED


def _queue(parsed: argparse.Namespace) -> int:
    from sd3explorer.queue_command import queue

    return DONE if queue(parsed) else FAILED


def _example(parsed: argparse.Namespace) -> int:
    from sd3explorer.examples import example, example_names, examples

    if parsed.name is None:
        width = max(map(len, example_names()), default=0)
        for name, walk in examples().items():
            print(f"{name:{width}}  {printable(walk.title)}")
        return DONE
    return _write(example(parsed.name), parsed.output, Path(parsed.name + SUFFIX))


def _import(parsed: argparse.Namespace) -> int:
    from sd3explorer.walk.lists import (
        Folder,
        consequences,
        has_wildcards,
        read_file,
        with_drawn,
        with_prompts,
    )

    if parsed.wildcards is not None and parsed.seed is None:
        raise UsageError("--wildcards: nothing is drawn without a seed; add --seed N")
    empty = Walk(title=printable(parsed.list.stem), timing=Timing(motion=Motion.EVEN))
    prompts = read_file(parsed.list, empty.frame_count)
    walk = with_prompts(empty, prompts)
    if parsed.seed is not None:
        walk = with_drawn(walk, _checked_seed(parsed.seed), Folder(parsed.wildcards))
    elif has_wildcards(walk.path):
        complain("some prompts have wildcards; --seed N draws them")
    for sentence in consequences(prompts, walk, walk):
        complain(sentence.removesuffix("."))
    return _write(walk, parsed.output, Path(parsed.list.stem + SUFFIX))


def _checked_seed(value: int) -> int:
    try:
        return seed(value, "--seed")
    except WalkError as error:
        raise UsageError(str(error)) from error


def _write(walk: Walk, named: Path | None, otherwise: Path) -> int:
    target = named or otherwise
    _check_suffix(target)
    if target.is_file() or target.is_dir():
        _check_replaceable(target, None if named else walk)
    walk.save(target)
    print_path(target)
    return DONE


def _check_suffix(target: Path) -> None:
    from sd3explorer.export import FORMATS

    suffix = target.suffix
    if any(suffix.lower() in chosen.suffixes for chosen in FORMATS):
        raise WalkError(
            f"{target} can't be written: {suffix} is for what is rendered; "
            f"name a walk file, as in -o {target.with_suffix(SUFFIX)}"
        )


def _check_replaceable(target: Path, walk: Walk | None) -> None:
    """Refuses to write over what is no walk, such as the list itself, and over another walk than `walk`."""
    try:
        there = Walk.load(target)
    except WalkError as error:
        raise WalkError(f"{target} already exists and is no walk; name another file with -o") from error
    if walk is not None and there != walk:
        raise WalkError(f"{target} already exists and is another walk; name another file with -o")


def _models(parsed: argparse.Namespace) -> int:
    from sd3explorer.models_command import models

    models(parsed)
    return DONE


def _bench(parsed: argparse.Namespace) -> int:
    from sd3explorer.bench.command import BenchError, Command
    from sd3explorer.progress import TerminalProgress, fetching

    try:
        command = Command(parsed)
    except BenchError as error:
        raise UsageError(str(error)) from error
    progress = TerminalProgress()
    return DONE if command.run(progress, fetching(progress)) else FAILED


def _doctor(parsed: argparse.Namespace) -> int:
    from sd3explorer.progress import TerminalProgress
    from sd3explorer.render.checkup import check_computer

    with TerminalProgress() as progress:
        found = check_computer(on_part=lambda doing, done, total: progress.show(doing, done, total))
    print(found.report, end="")
    if parsed.logs:
        print(f"\n{last_logs()}")
    return DONE if found.works else FAILED


def _worker(parsed: argparse.Namespace) -> int:
    if sys.stdin.isatty():
        raise UsageError("worker: ssh starts it for sd3explorer on another machine; nobody can type to it")
    from sd3explorer.render.serving import serve

    serve(parsed.choose_place)
    return DONE


def _info(parsed: argparse.Namespace) -> int:
    from sd3explorer.export import read_walk

    print(json_for(read_walk(parsed.file).dump(), sys.stdout.encoding), end="")
    return DONE


def _thumbnail(parsed: argparse.Namespace) -> int:
    from sd3explorer.export import ExportError
    from sd3explorer.render.error import RenderError
    from sd3explorer.render.folders import default_store
    from sd3explorer.render.store import FrameStore
    from sd3explorer.render.thumbnail import thumbnail

    walk = Walk.load(parsed.walk)
    try:
        picture = thumbnail(walk, FrameStore(default_store()), parsed.size)
    except OSError as error:
        raise RenderError(f"what was rendered can't be read: {reason(error)}") from error
    if picture is None:
        raise WalkError(f"nothing of {parsed.walk} is rendered; open it in the window and render it there")
    try:
        with replacing(parsed.output) as temporary:
            temporary.write_bytes(picture)
    except OSError as error:
        raise ExportError(not_written(str(parsed.output), error)) from error
    return DONE


COMMANDS = {
    "render": _render,
    "queue": _queue,
    "example": _example,
    "import": _import,
    "models": _models,
    "bench": _bench,
    "info": _info,
    "thumbnail": _thumbnail,
    "doctor": _doctor,
    "worker": _worker,
}

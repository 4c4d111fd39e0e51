"""The command line: the same jobs as the window, without one."""

import argparse
import logging
import os
import signal
import sys
from collections.abc import Callable, Generator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from io import TextIOWrapper
from pathlib import Path

from sd3explorer.app.screen import QT_PACKAGES, has_screen, load_plugin
from sd3explorer.arguments import overridden, parser, path_named
from sd3explorer.examples import example_names, example_path
from sd3explorer.export import (
    Clip,
    ExportError,
    Format,
    Options,
    Outcome,
    Quality,
    check_known,
    check_size,
    check_target,
    export,
    format_for,
    read_walk,
)
from sd3explorer.logs import logged
from sd3explorer.presets import places
from sd3explorer.presets.library import add, look
from sd3explorer.presets.listing import lines
from sd3explorer.presets.locate import OnProgress, fetch
from sd3explorer.presets.preset import PresetError
from sd3explorer.processes.signals import ending_signals
from sd3explorer.render.checkup import check_computer
from sd3explorer.render.folders import default_store
from sd3explorer.render.job import FailedFrame, Frame, Job, LookedUp, Searching, StoredFrames
from sd3explorer.render.messages import Notice, RenderError, Status
from sd3explorer.render.place import Place
from sd3explorer.render.places import ChoosePlace, choose_place
from sd3explorer.render.precision import AUTO
from sd3explorer.render.store import FrameStore
from sd3explorer.render.walks import preset_and_size
from sd3explorer.terminal import (
    TerminalProgress,
    complain,
    json_for,
    open_closed_streams,
    silence,
)
from sd3explorer.walk.error import WalkError
from sd3explorer.walk.fields import seed
from sd3explorer.walk.file import SUFFIX
from sd3explorer.walk.files import reason
from sd3explorer.walk.lists import (
    Folder,
    consequences,
    has_wildcards,
    is_list,
    read_file,
    with_drawn,
    with_prompts,
)
from sd3explorer.walk.model import ModelFacts
from sd3explorer.walk.printable import printable
from sd3explorer.walk.schedule import saving
from sd3explorer.walk.timing import Motion, Timing
from sd3explorer.walk.walk import Walk
from sd3explorer.wording import FrameRate, in_units

logger = logging.getLogger(__name__)

DONE, FAILED, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130


class UsageError(Exception):
    """What is wrong with the words on the command line, in one sentence."""


def main(arguments: Sequence[str] | None = None, choose_place: ChoosePlace = choose_place) -> int:
    """Runs the command line.

    Args:
        arguments: What follows the program's name; None takes them from the system.
        choose_place: Where to render, given a backend and a precision.

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


def _answer(words: list[str], choose_place: ChoosePlace) -> int:
    try:
        try:
            return _run(words, choose_place)
        finally:
            sys.stdout.flush()
    except UsageError as error:
        complain(str(error))
        return WRONG_USAGE
    except (WalkError, PresetError, RenderError, ExportError) as error:
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


def _run(words: list[str], choose_place: ChoosePlace) -> int:
    # A walk alone opens the window, so the first word need not be a command.
    if not words or (words[0] not in COMMANDS and not words[0].startswith("-")):
        return _open_window(words, choose_place)
    parsed = parser().parse_args(words, argparse.Namespace(choose_place=choose_place))
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


def _open_window(words: list[str], choose_place: ChoosePlace) -> int:
    if len(words) > 1:
        raise UsageError(f'"{words[0]}" is no command; there are {", ".join(COMMANDS)}')
    try:
        file = path_named(words[0]) if words else None
    except argparse.ArgumentTypeError as error:
        raise UsageError(f"WALK: {error}") from error
    if file is not None:
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
    return start(file, choose_place(None, AUTO))


def _render(parsed: argparse.Namespace) -> int:
    walk = _overridden(read_walk(parsed.walk), parsed)
    target: Path = parsed.output
    check_target(target)
    logger.info("renders %s", printable(f"{parsed.walk} to {target}"))
    rate = walk.timing.frame_rate
    chosen = format_for(target)
    options = _options(parsed, chosen)
    played = chosen.played_rate(rate)
    # A walk may be anybody's: what it names is fetched only where its user says so too.
    asked = parsed.fetch or parsed.model is not None
    with TerminalProgress() as progress:
        if played != rate:
            progress.say(f"{chosen.name} can't play at {rate:g} frames per second: {played:g} it is")
        if parsed.motion == Motion.EVEN.value and not walk.can_be_even:
            progress.say("even motion is not for such a walk: its frames stay where they are")
        on_fetch = _fetching(progress) if asked else None
        preset, image_size = preset_and_size(walk, on_fetch)
        height, width = image_size
        try:
            check_size((width, height), target, options)
        except ExportError as error:
            raise UsageError(str(error)) from error
        place: Place = parsed.choose_place(parsed.backend, parsed.precision)
        precision = place.precision(_measuring(progress), progress.say)
        settings = place.settings(preset, image_size, precision, parsed.batch_size)
        store = FrameStore(parsed.store or default_store())
        facts = settings.preset.facts(settings.precision)
        if walk.sampler.guidance_interval is not None:
            progress.say(_saving(walk, facts))
        with closing(place.open(settings)) as renderer:
            job = Job(walk, facts, store, renderer, settings.frames_at_once)
            finished = _follow(job, walk.frame_count, progress)
        if not finished:
            return FAILED
        walk = job.walk
        clip = Clip.of(walk, StoredFrames(walk, facts, store), facts)
        clip = clip if parsed.metadata else replace(clip, walk=None)
        outcome = export(clip, target, options, _writing(target, progress))
        progress.say(f"{target} is ready: {_described(outcome)}")
    return DONE


def _overridden(walk: Walk, parsed: argparse.Namespace) -> Walk:
    try:
        return overridden(walk, parsed)
    except WalkError as error:
        raise UsageError(str(error)) from error


def _measuring(progress: TerminalProgress) -> Callable[[], bool]:
    def stopped() -> bool:
        progress.show("measuring what suits this device", 0, None)
        return False

    return stopped


def _saving(walk: Walk, facts: ModelFacts) -> str:
    recipe = walk.recipe(0, facts)
    if not recipe.guided:
        return "guidance is off, so its interval changes nothing"
    steps = facts.schedule.guided_steps(recipe)
    return f"{steps.count(True)} of {len(steps)} steps guided: {100 * saving(steps):.0f} % less work"


def _options(parsed: argparse.Namespace, chosen: Format) -> Options:
    try:
        options = Options(
            scale=parsed.scale,
            smooth=parsed.smooth,
            rounds=parsed.rounds,
            quality=Quality(parsed.quality),
            dither=parsed.dither,
            max_bytes=parsed.max_size,
            captions=parsed.captions,
            columns=parsed.columns,
        )
        check_known(chosen, options)
    except ExportError as error:
        raise UsageError(str(error)) from error
    return options


def _writing(target: Path, progress: TerminalProgress) -> Callable[[int, int, int], None]:
    def show(done: int, total: int, number: int) -> None:
        again = f", try {number}" if number > 1 else ""
        progress.show(f"writing {target.name}", done, total, f"{done} of {_frames(total)}{again}")

    return show


def _described(outcome: Outcome) -> str:
    pixels = f"{outcome.width} × {outcome.height} pixels"
    note = f" ({outcome.note})" if outcome.note else ""
    return f"{_frames(outcome.frames)}, {pixels}, {in_units(outcome.bytes)}{note}"


def _follow(job: Job, total: int, progress: TerminalProgress) -> bool:
    done = rendered = looked_at = 0
    rate = FrameRate()
    failed: list[FailedFrame] = []
    try:
        for event in job.run():
            match event:
                case LookedUp(looked_up):
                    progress.show("looking up frames", looked_up, total, f"{looked_up} of {total}")
                case Searching(looked_at, newly_rendered, share):
                    there = looked_at - newly_rendered
                    detail = f"{newly_rendered} rendered" + (f", {_before(there)}" if there else "")
                    progress.show("looking for even places", round(100 * share), 100, detail)
                case Frame():
                    done += 1
                    if not event.from_store:
                        rendered += 1
                        rate.count()
                        detail = f"{done} of {total}{rate.describe(total - done)}"
                        progress.show("rendering", done, total, detail)
                case FailedFrame():
                    failed.append(event)
                case Status(phase):
                    progress.show(
                        phase.value, done, total, f"{done} of {_frames(total)} done" if done else ""
                    )
                case Notice(text):
                    progress.say(text)
    except KeyboardInterrupt:
        # Frames that even places are looked for with are not yet those of the walk.
        count = done or looked_at
        kept = f"{done} of {_frames(total)}" if count == done else f"{_frames(looked_at)} looked at"
        verb = "is" if count == 1 else "are"
        progress.say(f"interrupted: {kept} {verb} kept; the same command goes on from there")
        raise
    if failed and failed[0].index is None:
        progress.say(f"sd3explorer: even places can't be found: {failed[0].reason}")
    elif failed:
        progress.say(f"sd3explorer: {len(failed)} of {_frames(total)} can't be rendered: {failed[0].reason}")
    else:
        progress.say(f"{_frames(total)}: {rendered} rendered, {_before(total - rendered)}")
    return not failed


def _example(parsed: argparse.Namespace) -> int:
    if parsed.name is None:
        width = max(map(len, example_names()))
        for name in example_names():
            print(f"{name:{width}}  {printable(Walk.load(example_path(name)).title)}")
        return DONE
    walk = Walk.load(example_path(parsed.name))
    return _write(walk, parsed.output, Path(parsed.name + SUFFIX))


def _import(parsed: argparse.Namespace) -> int:
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
    if named is None and target.exists() and Walk.load(target) != walk:
        raise WalkError(f"{target} is there already and is another walk; name another file with -o")
    walk.save(target)
    _print_path(target)
    return DONE


def _models(parsed: argparse.Namespace) -> int:
    if parsed.action == "fetch":
        with TerminalProgress() as progress:
            preset = fetch(parsed.preset, _fetching(progress))
        _print_path(preset.place)
        return DONE
    if parsed.action == "add":
        add(parsed.place)
    elif parsed.action == "remove":
        places.remove(parsed.place)
    for line in lines(look(), parsed.all):
        print(line)
    return DONE


def _bench(parsed: argparse.Namespace) -> int:
    # Imported only when it is asked for.
    from sd3explorer.bench.command import BenchError, Command

    try:
        command = Command(parsed)
    except BenchError as error:
        raise UsageError(str(error)) from error
    progress = TerminalProgress()
    try:
        return DONE if command.run(progress, _fetching(progress)) else FAILED
    except BenchError as error:
        raise RenderError(str(error)) from error


def _doctor(parsed: argparse.Namespace) -> int:
    with TerminalProgress() as progress:
        found = check_computer(on_part=lambda doing, done, total: progress.show(doing, done, total))
    print(found.report, end="")
    return DONE if found.works else FAILED


def _print_path(path: Path | str) -> None:
    # As it is for another program, as it can be shown for a person.
    print(printable(str(path)) if sys.stdout.isatty() else path)


def _info(parsed: argparse.Namespace) -> int:
    print(json_for(read_walk(parsed.file).dump(), sys.stdout.encoding), end="")
    return DONE


def _fetching(progress: TerminalProgress) -> OnProgress:
    def show(done: int, total: int | None) -> None:
        of = f" of about {in_units(total)}" if total else ""
        progress.show("fetching the model", done, total, in_units(done) + of)

    return show


def _frames(count: int) -> str:
    return f"{count} frame" if count == 1 else f"{count} frames"


def _before(count: int) -> str:
    return f"{count} {'was' if count == 1 else 'were'} there before"


COMMANDS = {
    "render": _render,
    "example": _example,
    "import": _import,
    "models": _models,
    "bench": _bench,
    "info": _info,
    "doctor": _doctor,
}

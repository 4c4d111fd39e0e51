"""The command `sd3explorer queue`: walks that become files one after the other."""

import argparse
from contextlib import closing
from pathlib import Path
from time import sleep

from sd3explorer.export import check_target, format_for
from sd3explorer.presets.preset import PresetError
from sd3explorer.progress import TerminalProgress, fetching
from sd3explorer.queue.entry import Entry, Order, QueueError, State
from sd3explorer.queue.runner import Began, Ended, Runner
from sd3explorer.queue.walk_queue import WalkQueue
from sd3explorer.render.estimate import estimate
from sd3explorer.render.folders import default_store, state_folder
from sd3explorer.render.store import FrameStore
from sd3explorer.render.walks import preset_and_size
from sd3explorer.render_command import (
    JobReport,
    asked_options,
    asked_place,
    asked_walk,
    check_asked_size,
    check_room,
    writing,
)
from sd3explorer.terminal import complain
from sd3explorer.walk.printable import printable
from sd3explorer.wording import in_frames

# How soon a queue that is watched continues with what was added.
SECONDS_BETWEEN_LOOKS = 2.0

_PAUSED = "the queue is paused; to continue, run: sd3explorer queue resume"


def queue(parsed: argparse.Namespace) -> bool:
    """Changes, shows or runs the queue.

    Args:
        parsed: The words of the command line.

    Returns:
        Whether all went well.

    Raises:
        UsageError: Words that don't fit together.
        QueueError, WalkError, PresetError, RenderError, ExportError: What went wrong, in a sentence.
    """
    waiting = WalkQueue(state_folder() / "queue")
    match parsed.action:
        case "add":
            _add(waiting, parsed)
        case "list":
            _list(waiting)
        case "run":
            return _run(waiting, parsed)
        case "pause" | "resume":
            waiting.set_paused(parsed.action == "pause")
        case "remove":
            waiting.remove(parsed.number)
        case "retry":
            waiting.retry(parsed.number)
        case "first":
            waiting.move(parsed.number, before=next((entry.id for entry in waiting.entries()), None))
        case _:
            waiting.clear()
    return True


def _add(waiting: WalkQueue, parsed: argparse.Namespace) -> None:
    walk = asked_walk(parsed)
    target: Path = parsed.output.absolute()
    check_target(target)
    options = asked_options(parsed, format_for(target))
    image_size, problem = walk.model.image_size, ""
    try:
        _, image_size = preset_and_size(walk, None)
    except PresetError as error:
        # What is missing may be there before its turn comes.
        problem = str(error)
    if image_size is not None:
        check_asked_size(image_size, target, options)
        check_room(estimate(walk.frame_count, image_size, default_store()), parsed)
    number = waiting.add(Order(walk, target, options, parsed.metadata))
    print(f"{number}: {printable(str(target))}, {in_frames(walk.frame_count)}")
    if problem:
        complain(f"{problem}; it is added anyway")
    if waiting.paused:
        complain(_PAUSED)


def _list(waiting: WalkQueue) -> None:
    entries = waiting.entries()
    if waiting.paused:
        print("paused; to continue, run: sd3explorer queue resume")
    if not entries:
        print("nothing is waiting; to add a walk, run: sd3explorer queue add WALK -o OUT")
    width = max((len(_state(entry)) for entry in entries), default=0)
    for entry in entries:
        what = f"{printable(entry.title)}, {in_frames(entry.frames)} → {printable(str(entry.target))}"
        about = f": {printable(entry.reason)}" if entry.reason else ""
        print(f"{entry.id:4}  {_state(entry):{width}}  {what}{about}")


def _state(entry: Entry) -> str:
    if entry.state is not State.RUNNING:
        return entry.state.value
    return f"{entry.doing.value} {100 * entry.share:.0f} %"


def _run(waiting: WalkQueue, parsed: argparse.Namespace) -> bool:
    store = FrameStore(parsed.store or default_store())
    place = asked_place(parsed)
    with TerminalProgress() as progress:
        runner = Runner(
            waiting,
            place,
            store,
            batch_size=parsed.batch_size,
            history=parsed.history,
            on_fetch=fetching(progress) if parsed.fetch else None,
            on_writing=lambda target, *how: writing(target, progress)(*how),
        )
        if not parsed.watch and waiting.paused:
            raise QueueError(_PAUSED)
        while True:
            if not parsed.watch:
                good = _work(runner, progress)
                if waiting.paused and any(entry.state is State.WAITING for entry in waiting.entries()):
                    raise QueueError(_PAUSED)
                return good
            # A window may run it for a while.
            if not waiting.is_run:
                _work(runner, progress)
            progress.show("waiting for walks", 0, None)
            sleep(SECONDS_BETWEEN_LOOKS)


def _work(runner: Runner, progress: TerminalProgress) -> bool:
    good = True
    report = JobReport(0, progress)
    with closing(runner.run()) as events:
        for event in events:
            match event:
                case Began(entry):
                    progress.say(f"{entry.id}: {entry.target}")
                    report = JobReport(entry.frames, progress)
                case Ended(entry, State.DONE, reason):
                    progress.say(f"{entry.target} is ready: {reason}")
                case Ended(entry, State.FAILED, reason):
                    good = False
                    progress.say(f"sd3explorer: {entry.target} can't be made: {reason}")
                case Ended(entry):
                    progress.say(f"{entry.target} is stopped; its frames are kept")
                case _:
                    report.take(event)
    return good

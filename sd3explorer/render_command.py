"""The command `sd3explorer render`: from its words to a file, with progress on the terminal."""

import argparse
import logging
from collections.abc import Callable
from contextlib import closing
from dataclasses import fields, replace
from pathlib import Path

from sd3explorer.arguments import overridden
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
from sd3explorer.export.options import spoken
from sd3explorer.progress import TerminalProgress, fetching
from sd3explorer.render.estimate import Estimate, estimate, stored_frames
from sd3explorer.render.folders import default_store
from sd3explorer.render.history import History
from sd3explorer.render.job import FailedFrame, Frame, Job, JobEvent, LookedUp, Searching, StoredFrames
from sd3explorer.render.messages import Notice, Status
from sd3explorer.render.place import Place
from sd3explorer.render.places import with_engines
from sd3explorer.render.store import FrameStore
from sd3explorer.render.walks import preset_and_size
from sd3explorer.terminal import UsageError
from sd3explorer.walk.error import WalkError
from sd3explorer.walk.model import ModelFacts
from sd3explorer.walk.printable import printable
from sd3explorer.walk.schedule import saving
from sd3explorer.walk.timing import Motion
from sd3explorer.walk.walk import Walk
from sd3explorer.wording import FrameRate, in_frames, in_units

logger = logging.getLogger(__name__)

_EXPORT_OPTIONS = frozenset(spoken(field.name) for field in fields(Options))


def render(parsed: argparse.Namespace) -> bool:
    """Renders a walk into a file.

    Args:
        parsed: The words of the command line.

    Returns:
        Whether all of it is there.

    Raises:
        UsageError: Words that don't fit together.
        WalkError, PresetError, RenderError, ExportError: What went wrong, in a sentence.
    """
    walk = asked_walk(parsed)
    target: Path = parsed.output
    check_target(target)
    logger.info("renders %s", printable(f"{parsed.walk} to {target}"))
    rate = walk.timing.frame_rate
    chosen = format_for(target)
    options = asked_options(parsed, chosen)
    played = chosen.played_rate(rate)
    # A walk may be anybody's: what it names is fetched only where its user says so too.
    asked = parsed.fetch or parsed.model is not None
    with TerminalProgress() as progress:
        if played != rate:
            progress.say(f"{chosen.name} can't play at {rate:g} frames per second: {played:g} it is")
        if parsed.motion == Motion.EVEN.value and not walk.can_be_even:
            progress.say("such a walk can't be even: its frames stay where they are")
        place = asked_place(parsed)
        on_fetch = fetching(progress) if asked else None
        preset, image_size = preset_and_size(walk, on_fetch)
        check_asked_size(image_size, target, options)
        precision = place.precision(_measuring(progress), progress.say)
        settings = place.settings(preset, image_size, precision, parsed.batch_size)
        store = FrameStore(parsed.store or default_store())
        facts = settings.preset.facts(settings.precision)
        needed = estimate(walk.frame_count, image_size, store.folder)
        if needed.is_large and not parsed.large:
            # Looking them up may take a while.
            needed = replace(needed, there=stored_frames(walk, facts, store))
        check_room(needed, parsed)
        if walk.sampler.guidance_interval is not None:
            progress.say(_saving(walk, facts))
        with closing(place.open(settings)) as renderer:
            job = Job(walk, facts, store, renderer, settings.frames_at_once)
            report = JobReport(walk.frame_count, progress)
            try:
                finished = report.follow(job)
            finally:
                if parsed.history:
                    History(store.folder).put(job.walk, facts, store)
        if not finished:
            return False
        walk = job.walk
        clip = Clip.of(walk, StoredFrames(walk, facts, store), facts)
        clip = clip if parsed.metadata else replace(clip, walk=None)
        outcome = export(clip, target, options, writing(target, progress))
        progress.say(f"{target} is ready: {_described(outcome)}")
    return True


def asked_place(parsed: argparse.Namespace) -> Place:
    """Where the words of the command line have it rendered.

    Raises:
        UsageError: They don't fit together.
        RenderError: There is no such place.
    """
    if parsed.cluster is None and parsed.cluster_tls is None:
        chosen = parsed.backend, parsed.precision, parsed.devices
        return with_engines(parsed.choose_place, *chosen, parsed.engines)
    if parsed.cluster is None:
        raise UsageError("--cluster-tls is for a cluster; say which with --cluster")
    if parsed.devices is not None or parsed.engines:
        raise UsageError("--devices and --engine are for this machine's fleet; leave them out with --cluster")
    # Few have a cluster, and what it needs takes long to import.
    from sd3explorer.render.cluster import chosen_cluster

    return chosen_cluster(parsed.cluster, parsed.cluster_tls, parsed.backend, parsed.precision)


def check_room(needed: Estimate, parsed: argparse.Namespace) -> None:
    """Refuses what is more than one asks for by a slip.

    Raises:
        UsageError: It is, and wasn't said to be meant.
    """
    if needed.is_large and not parsed.large:
        raise UsageError(f"{needed}; choose fewer frames or a smaller size, or continue with --large")


def asked_walk(parsed: argparse.Namespace) -> Walk:
    """The walk of a file, with what was asked for instead of what it says.

    Raises:
        UsageError: Something is not for such a walk.
        WalkError: It can't be read.
    """
    walk = read_walk(parsed.walk)
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


def asked_options(parsed: argparse.Namespace, chosen: Format) -> Options:
    """How an export was asked for.

    Raises:
        UsageError: That is impossible, or not for its format.
    """
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
            pictures=parsed.pictures,
        )
        check_known(chosen, options)
    except ExportError as error:
        raise UsageError(_of_command_line(error)) from error
    return options


def check_asked_size(image_size: tuple[int, int], target: Path, options: Options) -> None:
    """Makes sure that frames of a height and width can be exported as it was asked for.

    Raises:
        UsageError: They can't.
    """
    height, width = image_size
    try:
        check_size((width, height), target, options)
    except ExportError as error:
        raise UsageError(_of_command_line(error)) from error


def _of_command_line(error: ExportError) -> str:
    """What is wrong with an option, by its name here: "scale: …" is about --scale."""
    option, colon, rest = str(error).partition(": ")
    named = colon and option in _EXPORT_OPTIONS
    return f"--{option.replace(' ', '-')}: {rest}" if named else str(error)


def writing(target: Path, progress: TerminalProgress) -> Callable[[int, int, int], None]:
    """What shows how far a file is: by the number of a frame, of how many, in which try."""

    def show(done: int, total: int, number: int) -> None:
        again = f", try {number}" if number > 1 else ""
        progress.show(f"writing {target.name}", done, total, f"{done} of {in_frames(total)}{again}")

    return show


def _described(outcome: Outcome) -> str:
    pixels = f"{outcome.width} × {outcome.height} pixels"
    note = f" ({outcome.note})" if outcome.note else ""
    return f"{in_frames(outcome.frames)}, {pixels}, {in_units(outcome.bytes)}{note}"


class JobReport:
    """Shows on the terminal how far a walk is, and what went wrong with it.

    Args:
        total: How many frames there are.
        progress: Where it is shown.
    """

    def __init__(self, total: int, progress: TerminalProgress) -> None:
        self._total = total
        self._progress = progress
        self._done = self._rendered = self._looked_at = 0
        self._rate = FrameRate()
        self._failed: list[FailedFrame] = []

    def follow(self, job: Job) -> bool:
        """Runs a job; says whether all of it could be rendered."""
        try:
            for event in job.run():
                self.take(event)
        except KeyboardInterrupt:
            self._say_interrupted()
            raise
        self.say_finished()
        return not self._failed

    def take(self, event: JobEvent) -> None:
        """Shows what has happened."""
        total, progress = self._total, self._progress
        match event:
            case LookedUp(looked_up):
                progress.show("looking up frames", looked_up, total, f"{looked_up} of {total}")
            case Searching(looked_at, newly_rendered, share):
                self._looked_at = looked_at
                there = looked_at - newly_rendered
                detail = f"{newly_rendered} rendered" + (f", {_before(there)}" if there else "")
                progress.show("making the motion even", round(100 * share), 100, detail)
            case Frame():
                self._done += 1
                if not event.from_store:
                    self._rendered += 1
                    self._rate.count()
                    detail = f"{self._done} of {total}{self._rate.describe(total - self._done)}"
                    progress.show("rendering", self._done, total, detail)
            case FailedFrame():
                self._failed.append(event)
            case Status(phase):
                detail = f"{self._done} of {in_frames(total)} done" if self._done else ""
                progress.show(phase.value, self._done, total, detail)
            case Notice(text):
                progress.say(text)
            case _:
                pass

    def say_finished(self) -> None:
        """Says how it went."""
        failed, total = self._failed, self._total
        if failed and failed[0].index is None:
            self._progress.say(f"sd3explorer: the motion can't be made even: {failed[0].reason}")
        elif failed:
            self._progress.say(
                f"sd3explorer: {len(failed)} of {in_frames(total)} can't be rendered: {failed[0].reason}"
            )
        else:
            there = total - self._rendered
            self._progress.say(f"{in_frames(total)}: {self._rendered} rendered, {_before(there)}")

    def _say_interrupted(self) -> None:
        # Frames that even places are looked for with are not yet those of the walk.
        done, looked_at = self._done, self._looked_at
        count = done or looked_at
        kept = f"{done} of {in_frames(self._total)}" if count == done else f"{in_frames(looked_at)} looked at"
        verb = "is" if count == 1 else "are"
        self._progress.say(f"interrupted: {kept} {verb} kept; the same command continues from there")


def _before(count: int) -> str:
    return f"{count} {'was' if count == 1 else 'were'} there before"

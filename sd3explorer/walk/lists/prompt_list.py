"""A list of prompts as a value, and the walk through them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sd3explorer.walk.editing import even_from_the_start
from sd3explorer.walk.error import WalkError
from sd3explorer.walk.limits import MAX_DWELL, MAX_FRAMES, MAX_KEYFRAMES
from sd3explorer.walk.paths import Hold, Keyframe, Morph, Path
from sd3explorer.walk.timing import Ending, Motion
from sd3explorer.walk.walk import Walk


@dataclass(frozen=True, slots=True)
class PromptList:
    """Prompts in their order, and when each of them shows, where the list says that.

    Args:
        keyframes: One or more, with what the list says of each; spans and dwells are those of its frame
            numbers.
        frames: Number of frames; None where the list has no frame numbers.
        frame_rate: Frames per second; None where the list doesn't say.
        notes: What was left out of it or isn't done, a sentence each.
    """

    keyframes: tuple[Keyframe, ...]
    frames: int | None = None
    frame_rate: float | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One prompt of a list as it was read.

    Args:
        keyframe: The prompt, with what the list says of it.
        frame: The frame that it shows on; None where the list doesn't say.
        name: Where it stands, for messages: "line 3".
    """

    keyframe: Keyframe
    frame: int | None
    name: str


def check_count(count: int) -> None:
    """Refuses lists with no prompts and with more than a walk takes.

    Raises:
        WalkError: It is such.
    """
    if not count:
        raise WalkError("the list has no prompts: write one per line")
    if count > MAX_KEYFRAMES:
        raise WalkError(
            f"the list has {count:,} prompts, but a walk takes at most {MAX_KEYFRAMES:,}: leave some out"
        )


def listed(
    entries: Sequence[Entry],
    frames: int | None = None,
    frame_rate: float | None = None,
    notes: Sequence[str] = (),
) -> PromptList:
    """The list of what was read.

    Before its first frame number a prompt is held, and behind its last one, too, as in Deforum.

    Args:
        entries: One or more; all with a frame, or none.
        frames: Number of frames, where the list says it.
        frame_rate: Frames per second, where the list says it.
        notes: What was left out.

    Raises:
        WalkError: There are none, or too many, or their frames leave no way from one to the next.
    """
    check_count(len(entries))
    if entries[0].frame is None:
        return PromptList(tuple(entry.keyframe for entry in entries), None, frame_rate, tuple(notes))
    timed = sorted(((entry.frame or 0, entry) for entry in entries), key=lambda pair: pair[0])
    for (frame, entry), (following, other) in pairwise(timed):
        if frame == following:
            raise WalkError(
                f"{other.name}: frame {frame} already has a prompt ({entry.name}); give each its own frame"
            )
    last, final = timed[-1]
    if len(timed) == 1:
        # It is held anyway, from the first frame to the last.
        return PromptList((final.keyframe,), max(last + 1, frames or 0), frame_rate, tuple(notes))
    least = last + final.keyframe.dwell + 1
    said = list(notes)
    if frames is not None and frames < least:
        said.append(f"The list says {frames} frames, but its prompts need {least}.")
    frames = max(least, frames or 0)
    if frames > MAX_FRAMES:
        raise WalkError(
            f"{final.name}: the walk would have {frames:,} frames, but takes at most {MAX_FRAMES:,}: "
            "choose earlier frames"
        )
    ways = [_way(entry, frame, following) for (frame, entry), (following, _) in pairwise(timed)]
    spans = [float(way) for way in ways] + [1.0]
    keyframes = [replace(entry.keyframe, span=span) for (_, entry), span in zip(timed, spans, strict=True)]
    keyframes[0] = _held(keyframes[0], timed[0][0], timed[0][1])
    keyframes[-1] = _held(keyframes[-1], frames - least, final)
    return PromptList(tuple(keyframes), frames, frame_rate, tuple(said))


def with_prompts(walk: Walk, prompts: PromptList) -> Walk:
    """The walk on a path through the prompts of a list; what the list doesn't say stays as it is.

    One prompt is held. Where there are frame numbers, motion becomes steady, as an even one chooses frames
    itself, and the path open, as it ends on the last of them. What was a loop goes there and back then, as it
    would jump from its end to its start.

    Raises:
        WalkError: The list has strengths for other LoRAs than the walk's model has.
    """
    frames, rate = prompts.frames, prompts.frame_rate
    timing = replace(walk.timing, frame_rate=walk.timing.frame_rate if rate is None else rate)
    if frames is not None:
        timing = replace(timing, frames=frames, motion=Motion.STEADY)
    elif walk.path.sets_frame_count:
        timing = replace(timing, frames=walk.frame_count)
    closed = frames is None and isinstance(walk.path, Morph) and walk.path.closed
    path = _path(prompts, closed)
    if _opens(walk, path):
        timing = replace(timing, ending=Ending.THERE_AND_BACK)
    taken = replace(walk, path=path, timing=timing)
    taken.check_strengths()
    return taken if frames is not None else even_from_the_start(taken, walk)


def consequences(prompts: PromptList, before: Walk, after: Walk) -> list[str]:
    """What there is to say after a list was taken, a sentence each.

    Args:
        prompts: The list.
        before: The walk that took it.
        after: The walk that came of it.
    """
    said = list(prompts.notes)
    if prompts.frames is not None and before.is_even:
        said.append("Motion is steady now, as the list says which frame shows what.")
    if _opens(before, after.path):
        said.append("The path no longer leads back to its start, so it plays there and back.")
    if len(prompts.keyframes) > after.frame_count:
        said.append("There are more prompts than frames: raise the number of frames.")
    return said


def _opens(before: Walk, path: Path) -> bool:
    """Whether what loops without a jump comes to an open path, at whose end there would be one."""
    looped = before.timing.ending is Ending.LOOP and before.path.is_closed
    return looped and isinstance(path, Morph) and not path.closed


def _path(prompts: PromptList, closed: bool) -> Path:
    first, *others = prompts.keyframes
    return Morph(prompts.keyframes, closed) if others else Hold(first.prompts)


def _way(entry: Entry, frame: int, following: int) -> int:
    way = following - frame - entry.keyframe.dwell
    if way < 1:
        raise WalkError(
            f"{entry.name}: is held for {entry.keyframe.dwell} frames from frame {frame} on, but the next "
            f"prompt has frame {following}: hold it for less"
        )
    return way


def _held(keyframe: Keyframe, frames: int, entry: Entry) -> Keyframe:
    dwell = keyframe.dwell + frames
    if dwell > MAX_DWELL:
        raise WalkError(
            f"{entry.name}: its prompt would be held for {dwell:,} frames, but {MAX_DWELL:,} is the most: "
            "give another frame a prompt"
        )
    return replace(keyframe, dwell=dwell)

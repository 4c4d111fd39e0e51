"""The best file that is no larger than asked: what to give up for it, found by encoding a few times."""

import math
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from sd3explorer.export.clip import Clip, ExportError, Size
from sd3explorer.export.format import Format
from sd3explorer.export.packet import wrap
from sd3explorer.walk.temporary import temporary_file
from sd3explorer.wording import in_units

# Encodes a clip to a path with this quality, its pictures scaled by this factor.
Encode = Callable[[Clip, Path, float, float], Size]

# A file this full is good enough, one this full is aimed at.
_ENOUGH, _AIM = 0.85, 0.94
_MOST_TRIES = 7
# So often the loss is guessed until something fits; then all is given up, to see whether anything does.
_MOST_GUESSES = 3
_LEAST_STEP = 0.05
# Nobody could see anything on smaller pictures.
_LEAST_SIDE = 16
# By how much giving up all quality makes a file smaller, as a logarithm; a first guess.
_QUALITY_SPAN = 1.8
# Of longer clips, this many frames are tried first, in so many runs.
_SAMPLE, _RUNS = 48, 4
_LONG = 3 * _SAMPLE


@dataclass(frozen=True, slots=True)
class Fit:
    """What a file that fits is like.

    Args:
        size: Of its pictures, in pixels.
        quality: From 1, nothing given up, to 0.
        shrink: Factor by which its pictures are smaller than asked, 1 or less.
    """

    size: Size
    quality: float
    shrink: float

    def note(self, limit: int) -> str:
        """What was given up for the limit, in words; empty where nothing was."""
        given_up: list[str] = []
        if self.quality < 1.0:
            percent = round(100 * self.quality)
            given_up.append(f"quality at {percent} %" if percent else "the lowest quality")
        if self.shrink < 1.0:
            given_up.append(f"pictures at {100 * self.shrink:.0f} % of their width and height")
        return f"to stay within {in_units(limit)}: {', '.join(given_up)}" if given_up else ""


@dataclass(frozen=True, slots=True)
class _Try:
    loss: float
    bytes: int


@dataclass(frozen=True, slots=True)
class _Ladder:
    """What is given up, from nothing to all, as one number: the loss.

    It is the logarithm of how much smaller the file is guessed to become. Pictures shrink as far as
    their format would rather have them shrink first; then quality goes, down to where more loss of it
    looks worse than fewer pixels; then pictures shrink further.

    Args:
        shrinking_first: The loss at which quality begins to go.
        quality_span: By how much the loss grows while it goes.
        most: The loss at which all is given up.
    """

    shrinking_first: float
    quality_span: float
    most: float

    @classmethod
    def of(cls, size: Size, shrinks_first: float, graded: bool) -> "_Ladder":
        shrinking = 2.0 * math.log(max(1.0, min(size) / _LEAST_SIDE))
        span = _QUALITY_SPAN if graded else 0.0
        return cls(min(-2.0 * math.log(shrinks_first), shrinking), span, shrinking + span)

    def quality(self, loss: float) -> float:
        if not self.quality_span:
            return 1.0
        return 1.0 - min(max((loss - self.shrinking_first) / self.quality_span, 0.0), 1.0)

    def shrink(self, loss: float) -> float:
        shrinking = min(loss, self.shrinking_first)
        return math.exp(-(shrinking + max(0.0, loss - self.shrinking_first - self.quality_span)) / 2.0)


def fit(encode: Encode, clip: Clip, chosen: Format, path: Path, limit: int, size: Size) -> Fit:
    """Writes the best file that has `limit` bytes at most.

    What would be small enough anyway gives up nothing. A long animation is tried on a sample of its
    frames first. The others lie in the folder of `path` meanwhile.

    Args:
        encode: Writes a file, given quality and factor, both 1 where nothing is given up.
        clip: At least one frame.
        chosen: What kind of file it becomes.
        path: File to write; its suffix is that of the format.
        limit: The largest size in bytes.
        size: Of the pictures in pixels where nothing is given up.

    Raises:
        ExportError: Even the smallest file is larger; says how large.
        OSError: The file can't be written.
        Exception: Whatever reading a frame raised.
    """
    ladder = _Ladder.of(size, chosen.shrinks_first, chosen.is_graded(path))
    with temporary_file(path.parent, "fitting", path.suffix) as trial:
        fits: dict[float, Size] = {}

        def bytes_of_all(loss: float) -> int:
            size = encode(clip, trial, ladder.quality(loss), ladder.shrink(loss))
            written = trial.stat().st_size
            if written <= limit and all(loss < other for other in fits):
                fits[loss] = size
                # Not moved there, as a temporary file has to stay the same file.
                shutil.copyfile(trial, path)
            return written

        def bytes_of_sample(loss: float) -> int:
            encode(sample, trial, ladder.quality(loss), ladder.shrink(loss))
            carried = len(wrap(clip.walk).encode()) if clip.walk is not None else 0
            share = len(clip.playback_order) / len(sample.playback_order)
            return round(max(0, trial.stat().st_size - carried) * share) + carried

        # A contact sheet has no part that stands for the whole.
        sample = _sample(clip) if chosen.animates else clip
        start = 0.0 if sample is clip else _search(bytes_of_sample, limit, 0.0, ladder.most).loss
        found = _search(bytes_of_all, limit, start, ladder.most)
        if found.bytes > limit:
            raise ExportError(
                f"{chosen.name} can't be made as small as {in_units(limit)}: it takes "
                f"{in_units(found.bytes)} at least; allow more, or export fewer frames"
            )
    return Fit(fits[found.loss], ladder.quality(found.loss), ladder.shrink(found.loss))


def _sample(clip: Clip) -> Clip:
    order = clip.playback_order
    if len(order) <= _LONG:
        return clip
    # Runs, as what a frame takes depends on the one before it.
    run = _SAMPLE // _RUNS
    starts = [number * (len(order) - run) // (_RUNS - 1) for number in range(_RUNS)]
    return replace(clip, playback_order=[index for start in starts for index in order[start : start + run]])


def _search(bytes_at: Callable[[float], int], limit: int, start: float, most: float) -> _Try:
    """The least loss that was found to fit; where none does, the most there is."""
    tries: list[_Try] = []
    loss = start
    while True:
        tries.append(_Try(loss, bytes_at(loss)))
        fits = min((tried for tried in tries if tried.bytes <= limit), key=_loss, default=None)
        too_large = max((tried for tried in tries if tried.bytes > limit), key=_loss, default=None)
        if fits and (fits.loss <= 0.0 or fits.bytes >= _ENOUGH * limit or len(tries) >= _MOST_TRIES):
            return fits
        if fits:
            loss = _between(too_large, fits, limit)
        elif too_large and too_large.loss < most:
            loss = most if len(tries) >= _MOST_GUESSES else _beyond(tries, limit, most)
        else:
            return tries[-1]


def _loss(tried: _Try) -> float:
    return tried.loss


def _between(too_large: _Try | None, fits: _Try, limit: int) -> float:
    """Less loss than that which fits, so that the file should be about as large as is aimed at."""
    size = math.log(max(1, fits.bytes))
    if too_large is None:
        return max(0.0, fits.loss - max(_LEAST_STEP, _aim(limit) - size))
    share = (math.log(too_large.bytes) - _aim(limit)) / (math.log(too_large.bytes) - size)
    return too_large.loss + min(max(share, 0.1), 0.9) * (fits.loss - too_large.loss)


def _beyond(tries: list[_Try], limit: int, most: float) -> float:
    """More loss than that which is too large, so that the file should be about as large as is aimed at."""
    last = tries[-1]
    slope = 1.0
    if len(tries) > 1:
        before = tries[-2]
        slope = math.log(max(1, before.bytes) / max(1, last.bytes)) / (last.loss - before.loss)
    step = (math.log(last.bytes) - _aim(limit)) / min(max(slope, 0.25), 2.0)
    return min(most, last.loss + max(_LEAST_STEP, step))


def _aim(limit: int) -> float:
    return math.log(_AIM * limit)

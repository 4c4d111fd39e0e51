"""The search for even places: which spots to render next, until frames can take those that were rendered.

Spots are looked at coarse to fine: where the picture changes most from one to the next, the spot half way
comes next. When there are two thirds as many as frames, it is known where frames should be. Where a spot
was seen there a frame takes it, and the others are looked at (`aiming.py`). Where steps are still too long,
spots are added that even them out (`evening.py`). Where two spots are next to each other and their pictures
are not, a bridge is laid, or the cut is kept and counts for nothing: one step leads over it, and all others
are even.
"""

from collections.abc import Callable, Generator, Mapping, Sequence
from fractions import Fraction
from itertools import takewhile
from typing import TypeAlias

import numpy as np

from sd3explorer.motion.aiming import aims
from sd3explorer.motion.bridging import Trial
from sd3explorer.motion.chain import Chain, Lengths, Numbers, along, evenest
from sd3explorer.motion.distance import Gist
from sd3explorer.motion.evening import EVEN, evening
from sd3explorer.motion.known import consistent, thinned, unknown
from sd3explorer.motion.neighbours import Neighbours
from sd3explorer.motion.seen import NEAREST, Seen
from sd3explorer.walk.spots import OnBridge, Spot, bridges_of, position_of

# After so much work, as a multiple of rendering the frames, steps are evened out no further. What it takes to
# lead over cuts may come on top. A frame on a bridge is less work, as it has fewer steps.
MOST_WORK = 1.6
# A bridge may take so many frames' worth more: of few frames, nothing would be left to even the others out.
WORK_FOR_BRIDGE = 4.0
# The search begins with a spot for so many frames.
FRAMES_PER_FIRST_SPOT = 8
# So many are wanted at once, as many as are rendered together; of many frames one for each so many.
SPOTS_PER_ROUND, FRAMES_PER_SPOT = 8, 16
# Nearer to each other, spots are not looked at for cuts; of few frames on long ways, still nearer ones are.
FINEST = Fraction(1, 2**11)
# A way is short where its ends are less than this share of a whole way apart.
SHORT = Fraction(1, 64)
# A step is long where it is so many times as long as an even one.
LONG = 1.6
# A step over a cut stands out: so far around it, as a multiple of its width, all changes together are no more
# than a share of it.
AROUND, CHANGE_AROUND = 7, 0.4
# A spot for so many frames tells where all of them should be.
FRAMES_PER_COARSE_SPOT = 1.5
# Yields the spots that it needs to see next, and is sent what they show.
Looking: TypeAlias = Generator[Sequence[Spot], Mapping[Spot, Gist], None]
# From the lengths of the ways between stops to how far along the walk each frame is to be, from 0 to 1.
Tempo: TypeAlias = Callable[[Sequence[float]], Lengths]


class Search:
    """Looks for the spots of a walk's frames.

    Args:
        ways: Number of ways from stop to stop.
        frames: Number of frames; of a closed walk, its end is one more.
        num_steps: Denoising steps of a frame.
        tempo: How fast the frames go.
        bridged: Whether bridges are laid over cuts.
        known: What other searches have seen of these ways; it is not looked at again.
    """

    def __init__(
        self,
        ways: int,
        frames: int,
        num_steps: int,
        tempo: Tempo,
        bridged: bool = True,
        known: Mapping[Spot, Gist] | None = None,
    ) -> None:
        self._ways, self._frames, self._num_steps = ways, frames, num_steps
        self._tempo = tempo
        # Where there is but one step, nothing comes between the latents and the picture.
        self._bridged = bridged and num_steps > 1
        self._seen = Seen()
        self._neighbours = Neighbours()
        self._finest = min(FINEST, Fraction(1, 2 ** (frames * 32 // ways).bit_length()))
        self._at_once = max(SPOTS_PER_ROUND, frames // FRAMES_PER_SPOT)
        self._trials: dict[Fraction, Trial] = {}
        self._last_step: int | None = None
        self._looked_at = 0
        self._work = self._work_wanted = 0.0
        self._has_looked = self._found = False
        if known:
            self._know(known)

    def _know(self, known: Mapping[Spot, Gist]) -> None:
        spots = thinned(consistent(known, self._bridged), self._frames)
        self._seen.add(spots)
        bridges = bridges_of([*spots])
        self._seen.bridges |= {bridge.before: bridge for bridge in bridges}
        self._last_step = bridges[-1].step if bridges else None

    @property
    def seen(self) -> Sequence[Spot]:
        """All spots that were seen, in order, but for those tried for bridges that were not laid there."""
        return self._seen.spots

    @property
    def looked_at(self) -> int:
        """How many spots were wanted so far, those of the last request among them."""
        return self._looked_at

    @property
    def share_wanted(self) -> float:
        """How much of all work that may be left is that of the last request, in (0, 1].

        The search may end before. Beyond the most work only cuts and bridges are looked for, with about one
        more request each time.
        """
        left = max(self._most_work - self._work, self._at_once)
        return self._work_wanted / (self._work_wanted + left)

    @property
    def has_seen(self) -> bool:
        """Whether anything was seen, so that frames can lie there."""
        return self._has_looked

    def run(self) -> Looking:
        """Looks until the spots are found.

        Yields:
            Spots to be rendered next, each once. Send back what they show.
        """
        first = first_spots(self._ways, self._frames)
        yield from self._look(unknown(first, self._seen.spots, self._ways))
        self._has_looked = True
        yield from self._look_closer(max(int(self._frames / FRAMES_PER_COARSE_SPOT), 2))
        wanted: Sequence[Spot] = aims(self._seen, self._shares())
        while True:
            yield from self._look(wanted)
            yield from self._look_closer(self._frames)
            wanted = evening(self._seen, self.chain(), self._at_once) if self._work < self._most_work else []
            if not wanted:
                self._found = True
                return

    def chain(self) -> Chain:
        """The spots that frames take by what was seen."""
        return evenest(self._seen.joined, self._shares(), self._neighbours)

    def spots(self) -> tuple[Spot, ...]:
        """The spots of the frames; before they are found, the nearest ones that were seen."""
        # A chain takes as many spots as it can. Of few, that would bring frames to where the most were seen.
        numbers = self.chain().numbers if self._found else self._nearest()
        return tuple(self._seen.spots[number] for number in numbers)

    def _nearest(self) -> Sequence[int]:
        marks = along(self._seen.lengths)
        if not marks[-1]:
            return self.chain().numbers
        # Of spots that are equally near, the first; those on which nothing changes have the same mark.
        places, first = np.unique(marks, return_index=True)
        targets: Lengths = self._shares() * marks[-1]
        after: Numbers = np.searchsorted(places, targets).clip(1, len(places) - 1)
        after -= targets - places[after - 1] <= places[after] - targets
        return first[after].tolist()

    def _look_closer(self, enough: int) -> Looking:
        """Looks between spots, until enough were seen and no way is much longer than the others."""
        while True:
            self._mind_cuts()
            wanted = self._parted(max(self._at_once - len(self._trials), 1), enough)
            if not wanted and not self._trials:
                return
            yield from self._look(wanted)

    def _look(self, wanted: Sequence[Spot]) -> Looking:
        new = [spot for spot in dict.fromkeys(wanted) if spot not in self._seen]
        tried = [trial.wanted for trial in self._trials.values()]
        if not new and not tried:
            return
        self._looked_at += len(new) + len(tried)
        self._work_wanted = sum(map(self._work_for, [*tried, *new]))
        self._work += self._work_wanted
        gists = yield [*tried, *new]
        self._seen.add({spot: gists[spot] for spot in new})
        for trial in self._trials.values():
            trial.take(gists)
        self._lay_bridges()

    def _work_for(self, spot: Spot) -> float:
        steps_before = spot.bridge.step if isinstance(spot, OnBridge) else 0
        return 1.0 - steps_before / self._num_steps

    def _parted(self, most: int, enough: int) -> list[Spot]:
        """Spots half way, where steps are too long for a frame or two or there are too few spots."""
        lengths = self._seen.lengths
        usual = float(lengths.sum()) / (enough - 1)
        missing = enough - len(self._seen)
        # Frames need spots wherever these are; but most may turn out to lie on a bridge that is looked for.
        is_filled = enough == self._frames and not self._trials
        wanted: list[Spot | None] = []
        for number in self._longest(most):
            is_missing = len(wanted) < missing
            is_long = lengths[number] > usual * (1.0 if is_missing else LONG)
            if not is_long and not (is_missing and is_filled):
                break
            wanted.append(self._seen.after(number))
        return [spot for spot in wanted if spot is not None]

    def _longest(self, most: int) -> list[int]:
        """The longest steps that can be parted, by their numbers; of equally long ones, the widest first."""
        lengths = self._seen.lengths
        found: list[int] = []
        for number in map(int, np.argsort(-lengths, kind="stable")):
            if len(found) >= most and lengths[number] < lengths[found[-1]]:
                break
            if self._seen.after(number) is not None and not self._is_finest(number):
                found.append(number)
        return sorted(found, key=lambda each: (-lengths[each], -self._seen.width(each)))[:most]

    def _mind_cuts(self) -> None:
        """Has a bridge looked for over each new cut, or keeps the cut."""
        for number in self._cuts():
            if not self._bridged:
                self._seen.keep_cut(number)
                continue
            before, after = self._seen.spots[number], self._seen.spots[number + 1]
            assert isinstance(before, Fraction) and isinstance(after, Fraction)
            if before not in self._trials:
                sides = self._seen.gists[number], self._seen.gists[number + 1]
                self._trials[before] = Trial(
                    before, after, sides, self._num_steps, self._usual, self._last_step
                )
        # Of few steps there may be one alone at which a bridge can begin.
        self._lay_bridges()

    def _lay_bridges(self) -> None:
        for before, trial in [*self._trials.items()]:
            if trial.bridge is not None:
                del self._trials[before]
                self._seen.bridges[before] = trial.bridge
                self._last_step = trial.bridge.step
                self._seen.add(trial.seen_on_bridge())

    def _cuts(self) -> list[int]:
        """The spots before cuts, by their numbers: shorter ways don't make the step over one shorter."""
        lengths = self._seen.lengths
        long = map(int, np.flatnonzero(lengths > EVEN * self._usual))
        return [number for number in long if self._seen.bridge_after(number) is None and self._is_cut(number)]

    def _is_cut(self, number: int) -> bool:
        width = self._seen.width(number)
        if self._bridged:
            return width <= self._finest or (width < SHORT and self._stands_out(number, width))
        # A bridge leads over what is only steep as well, but to keep it would be a cut that there isn't.
        return width <= NEAREST or (width <= self._finest and self._stands_out(number, width))

    def _is_finest(self, number: int) -> bool:
        """Whether a step is left as it is: where there is a cut, or next to nothing between its ends."""
        if self._seen.bridge_after(number) is not None:
            return False
        return self._seen.spots[number] in self._trials or (
            self._bridged and self._seen.width(number) <= self._finest
        )

    def _stands_out(self, number: int, width: Fraction) -> bool:
        """Whether next to nothing changes around a step: the last halvings have left it as it was."""
        spots, lengths = self._seen.spots, self._seen.lengths
        start = position_of(spots[number])[0] - AROUND * width
        end = position_of(spots[number + 1])[0] + AROUND * width
        before = takewhile(lambda each: position_of(spots[each])[0] >= start, range(number - 1, -1, -1))
        behind = takewhile(
            lambda each: position_of(spots[each + 1])[0] <= end, range(number + 1, len(lengths))
        )
        around = sum(float(lengths[each]) for each in (*before, *behind))
        return around < CHANGE_AROUND * float(lengths[number])

    @property
    def _most_work(self) -> float:
        return MOST_WORK * self._frames + WORK_FOR_BRIDGE * len(self._seen.bridges)

    @property
    def _usual(self) -> float:
        """The length of an even step, by what was seen."""
        return float(self._seen.lengths.sum()) / (self._frames - 1)

    def _shares(self) -> Lengths:
        marks = along(self._seen.lengths)
        plain = [number for number, spot in enumerate(self._seen.spots) if isinstance(spot, Fraction)]
        # Where there are more stops than frames, not all of them were seen.
        stops = np.interp(
            np.arange(self._ways + 1),
            [float(position_of(self._seen.spots[number])[0]) for number in plain],
            marks[plain],
        )
        return self._tempo(np.diff(stops).tolist())


def first_spots(ways: int, frames: int) -> list[Spot]:
    """All stops, and the same number of spots on each way between them.

    Where there are too many stops for that, spots at the same distance from each other.
    """
    most = max(frames // FRAMES_PER_FIRST_SPOT, 2)
    if ways > 2 * most:
        return [Fraction(number * ways, most) for number in range(most + 1)]
    parts = 1 << max((most // ways).bit_length() - 1, 0)
    return [Fraction(number, parts) for number in range(parts * ways + 1)]

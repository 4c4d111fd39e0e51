"""Laying a bridge over a cut: at which denoising step the latents of its sides are mixed."""

from collections.abc import Mapping
from fractions import Fraction

from sd3explorer.motion.chain import between
from sd3explorer.motion.distance import Gist, distance
from sd3explorer.walk.spots import Bridge, OnBridge, Spot

# The earliest step tried, as a share of all: before that a picture is still to be decided on.
EARLIEST = Fraction(1, 2)
# The step tried first, as a share of all: most bridges begin near it.
USUAL = Fraction(3, 4)
# Later and earlier steps are tried at so many places of all.
STRIDES = 16
# The most that the picture may change within a part of a bridge, as a share of all: of half of it, of a
# quarter, and so on. More is a cut. Where it is no more than the last of them anywhere, the bridge is good.
MOST_CHANGE = (0.85, 0.65, 0.55)


class Trial:
    """Looks for the earliest step whose bridge has no cut itself: the earlier, the more the model makes it.

    Args:
        before: The last spot before the cut.
        after: The first one behind it.
        sides: What the two show.
        num_steps: Denoising steps of a frame.
        usual: An even step's length.
        start: The step tried first, such as that of the last bridge; None takes what is usual.
    """

    def __init__(
        self,
        before: Fraction,
        after: Fraction,
        sides: tuple[Gist, Gist],
        num_steps: int,
        usual: float,
        start: int | None = None,
    ) -> None:
        self._before, self._after, self._sides = before, after, sides
        self._low: int = max(int(EARLIEST * num_steps), 1)
        self._high: int = max(num_steps - 1, self._low)
        length = distance(*sides)
        self._allowed = [max(share * length, usual) for share in MOST_CHANGE]
        self._stride = max(round(num_steps / STRIDES), 1)
        self._seen: dict[int, dict[Fraction, Gist]] = {}
        start = int(USUAL * num_steps) if start is None else start
        # The latest is taken where no other is good.
        self._step = max(min(start, self._high - 1), self._low)

    @property
    def bridge(self) -> Bridge | None:
        """The bridge, once it is found."""
        return Bridge(self._before, self._after, self._low) if self._low >= self._high else None

    @property
    def wanted(self) -> Spot:
        """The spot to look at next."""
        mixes, _, widest = self._widest()
        return OnBridge(
            Bridge(self._before, self._after, self._step), (mixes[widest] + mixes[widest + 1]) / 2
        )

    def take(self, gists: Mapping[Spot, Gist]) -> None:
        """Sees what was wanted."""
        spot = self.wanted
        assert isinstance(spot, OnBridge)
        self._seen.setdefault(self._step, {})[spot.mix] = gists[spot]
        mixes, longest, widest = self._widest()
        halvings = int(1 / (mixes[widest + 1] - mixes[widest])).bit_length() - 1
        # Most bridges begin near to where one was first tried.
        if longest <= self._allowed[-1]:
            self._high = self._step
            self._step = max(self._step - self._stride, self._low)
        elif halvings >= len(self._allowed) or longest > self._allowed[halvings - 1]:
            self._low = self._step + 1
            self._step = max(min(self._step + self._stride, self._high - 1), self._low)

    def seen_on_bridge(self) -> dict[Spot, Gist]:
        """What was seen of the bridge that was found."""
        bridge = self.bridge
        assert bridge is not None
        return {OnBridge(bridge, mix): gist for mix, gist in self._seen.get(bridge.step, {}).items()}

    def _widest(self) -> tuple[list[Fraction], float, int]:
        """All mixes that were seen, the longest step between two of them, and the number of the first."""
        seen = {Fraction(0): self._sides[0], Fraction(1): self._sides[1]} | self._seen.get(self._step, {})
        mixes = sorted(seen)
        lengths = between([seen[mix] for mix in mixes])
        widest = int(lengths.argmax())
        return mixes, float(lengths[widest]), widest

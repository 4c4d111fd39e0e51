"""Laying a bridge over a cut: at which denoising step the latents of its sides are mixed."""

from collections.abc import Mapping
from fractions import Fraction

from sd3explorer.motion.chain import between
from sd3explorer.motion.distance import Gist, distance
from sd3explorer.walk.spots import Bridge, OnBridge, Spot

# The earliest step tried, as a share of all: before that a picture is still to be decided on.
EARLIEST = Fraction(1, 2)
# A bridge is looked at as finely as this. If half of the change lies within such a part, it has a cut itself.
FINEST_PART = Fraction(1, 16)
CUT_SHARE = 0.35


class Trial:
    """Looks for the earliest step whose bridge has no cut itself: the earlier, the more the model makes of it.

    Args:
        before: The last spot before the cut.
        after: The first one behind it.
        sides: What the two show.
        num_steps: Denoising steps of a frame.
        usual: An even step's length.
    """

    def __init__(
        self, before: Fraction, after: Fraction, sides: tuple[Gist, Gist], num_steps: int, usual: float
    ) -> None:
        self._before, self._after, self._sides = before, after, sides
        self._low, self._high = max(int(EARLIEST * num_steps), 1), num_steps - 1
        self._allowed = max(CUT_SHARE * distance(*sides), usual)
        self._seen: dict[int, dict[Fraction, Gist]] = {}
        self._step = (self._low + self._high) // 2

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
        if longest <= self._allowed:
            self._high = self._step
        elif mixes[widest + 1] - mixes[widest] <= FINEST_PART:
            self._low = self._step + 1
        else:
            return
        self._step = (self._low + self._high) // 2

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

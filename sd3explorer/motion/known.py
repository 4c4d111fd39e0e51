"""What other searches have seen of a walk's ways: after an edit only those that it changes are looked at."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from sd3explorer.motion.distance import Gist, distance
from sd3explorer.walk.spots import Bridge, OnBridge, Spot, position_of

# Nearer to each other than this, as a share of a step, spots are of no use: a walk of fewer frames takes
# fewer of them.
NEAREST_SHARE = 0.25


def by_ways(spots: Iterable[Spot], ways: int) -> list[list[Spot]]:
    """The spots of each way from stop to stop, counted from its start; those of both its ends too.

    Args:
        spots: In order.
        ways: Number of ways.
    """
    found: list[list[Spot]] = [[] for _ in range(ways)]
    for spot in spots:
        first, last = _ends(spot)
        number = min(int(first), ways - 1)
        if last <= number + 1:
            found[number].append(moved(spot, -number))
        # A stop ends the way before it too.
        if spot == number and number > 0:
            found[number - 1].append(Fraction(1))
    return found


def moved(spot: Spot, ways: int) -> Spot:
    """A spot so many ways further."""
    match spot:
        case OnBridge(Bridge(before, after), _):
            return replace(spot, bridge=replace(spot.bridge, before=before + ways, after=after + ways))
        case _:
            return spot + ways


def consistent(gists: Mapping[Spot, Gist], is_bridged: bool) -> dict[Spot, Gist]:
    """The spots that one search can have seen, in order: bridges lead from a spot to the next.

    Args:
        gists: What spots show.
        is_bridged: Whether bridges are laid.
    """
    spots = sorted(gists, key=position_of)
    next_of = dict(pairwise(spot for spot in spots if isinstance(spot, Fraction)))
    bridges: dict[Fraction, Bridge] = {}
    for spot in spots:
        if isinstance(spot, OnBridge) and next_of.get(spot.bridge.before) == spot.bridge.after:
            bridges.setdefault(spot.bridge.before, spot.bridge)
    return {
        spot: gists[spot]
        for spot in spots
        if isinstance(spot, Fraction) or (is_bridged and bridges.get(spot.bridge.before) == spot.bridge)
    }


def thinned(gists: Mapping[Spot, Gist], frames: int) -> dict[Spot, Gist]:
    """As many spots as frames can make use of, and all stops and both sides of bridges.

    Args:
        gists: What spots show, in order.
        frames: Number of frames.
    """
    lengths = [0.0, *(distance(*pair) for pair in pairwise(gists.values()))]
    near = NEAREST_SHARE * sum(lengths) / frames
    sides = {side for spot in gists if isinstance(spot, OnBridge) for side in _ends(spot)}
    kept: dict[Spot, Gist] = {}
    since = 0.0
    for (spot, gist), length in zip(gists.items(), lengths, strict=False):
        since += length
        if since > near or spot in sides or (isinstance(spot, Fraction) and spot.denominator == 1):
            kept[spot] = gist
            since = 0.0
    return kept


def unknown(wanted: Sequence[Spot], known: Iterable[Spot], ways: int) -> list[Spot]:
    """Those spots of a first look that lie on ways of which less was seen than that.

    Args:
        wanted: The spots.
        known: Those that were seen.
        ways: Number of ways.
    """
    seen, looks = by_ways(known, ways), by_ways(wanted, ways)
    is_known = [
        {Fraction(0), Fraction(1)} <= {*there} and len(there) >= len(looked)
        for there, looked in zip(seen, looks, strict=True)
    ]
    return [spot for spot in wanted if not is_known[min(int(position_of(spot)[0]), ways - 1)]]


def _ends(spot: Spot) -> tuple[Fraction, Fraction]:
    match spot:
        case OnBridge(bridge):
            return bridge.before, bridge.after
        case _:
            return spot, spot

"""Easings, by name or as Bézier curves: how the way to the next keyframe is shared out over its frames."""

from bisect import bisect_right
from dataclasses import astuple, dataclass
from enum import StrEnum
from fractions import Fraction
from typing import cast

from sd3explorer.walk.error import WalkError
from sd3explorer.walk.fields import number, shown

# How finely a curve's parameter is searched for. An eased place is off by less than 3 / FINENESS.
FINENESS = 2**40


class Easing(StrEnum):
    """An easing that has a name."""

    LINEAR = "linear"
    EASE_IN = "ease-in"
    EASE_OUT = "ease-out"
    EASE_IN_OUT = "ease-in-out"

    def ease(self, t: float) -> float:
        """Eased place for the place `t`, both in [0, 1]; 0, 1 and the order of places are kept.

        Reference:
            Quadratic easings and the cubic Hermite step 3t² - 2t³.
        """
        match self:
            case Easing.LINEAR:
                return t
            case Easing.EASE_IN:
                return t * t
            case Easing.EASE_OUT:
                return 1.0 - (1.0 - t) * (1.0 - t)
            case Easing.EASE_IN_OUT:
                return t * t * (3.0 - 2.0 * t)


@dataclass(frozen=True, slots=True)
class Bezier:
    """A cubic Bézier curve from (0, 0) to (1, 1), of the place over the time, as `cubic-bezier` in CSS.

    Args:
        x1: Time of the first handle, in [0, 1] as all four.
        y1: Its place.
        x2: Time of the second handle.
        y2: Its place.

    Reference:
        CSS Easing Functions Level 1, section 2.2.
    """

    x1: float
    y1: float
    x2: float
    y2: float

    @classmethod
    def read(cls, value: list[object], name: str) -> "Bezier":
        """The curve in a list of a walk file.

        Args:
            value: Its four numbers.
            name: Its path in the document.

        Raises:
            WalkError: They are something else.
        """
        if len(value) != 4:
            raise WalkError(f"{name}: must be [x1, y1, x2, y2], from 0 to 1 each, not {len(value)} numbers")
        return cls(*(number(each, f"{name}[{place}]", 0.0, 1.0) for place, each in enumerate(value)))

    def ease(self, t: float) -> float:
        """Eased place for the place `t`, both in [0, 1]; 0, 1 and the order of places are kept.

        Both coordinates are computed in whole numbers: where a curve is steep or flat, rounding would show.
        """
        if (self.x1, self.x2) == (self.y1, self.y2):
            return t
        place = _Cubic.through(self.y1, self.y2)
        return place.at(self._parameter(t)) / place.end

    def split(self, t: float | Fraction) -> "tuple[Bezier, Bezier]":
        """The curves before and after a place `t` in (0, 1), each from (0, 0) to (1, 1) again.

        A handle that would lie outside is brought to the edge.

        Reference:
            De Casteljau's algorithm.
        """
        s = Fraction(self._parameter(t), FINENESS)
        (x1, x2), (x3, x4) = _halves(Fraction(self.x1), Fraction(self.x2), s)
        (y1, y2), (y3, y4) = _halves(Fraction(self.y1), Fraction(self.y2), s)
        return Bezier(x1, y1, x2, y2), Bezier(x3, y3, x4, y4)

    def _parameter(self, t: float | Fraction) -> int:
        """The parameter of the curve at the time `t`, in steps of 1 / FINENESS, rounded down."""
        time = _Cubic.through(self.x1, self.x2)
        numerator, denominator = t.as_integer_ratio()
        return (
            bisect_right(range(FINENESS + 1), numerator * time.end, key=lambda s: time.at(s) * denominator)
            - 1
        )


@dataclass(frozen=True, slots=True)
class _Cubic:
    """A coordinate of a curve that starts at 0, in a unit in which all is in whole numbers.

    Args:
        first: Three times that of the first handle.
        second: Three times that of the second handle.
        last: That of the end.
    """

    first: int
    second: int
    last: int

    @classmethod
    def through(cls, first: float, second: float) -> "_Cubic":
        (top, under), (other_top, other_under) = first.as_integer_ratio(), second.as_integer_ratio()
        # Of a float it is a power of two, so the larger one holds the other.
        unit = max(under, other_under)
        return cls(3 * top * (unit // under), 3 * other_top * (unit // other_under), unit)

    def at(self, s: int) -> int:
        rest = FINENESS - s
        return s * (self.first * rest * rest + s * (self.second * rest + self.last * s))

    @property
    def end(self) -> int:
        return self.last * FINENESS**3


def read_easing(value: object, name: str) -> Easing | Bezier:
    """The easing in a field of a walk file: a name, or the four numbers of a curve.

    Args:
        value: The field.
        name: Its path in the document.

    Raises:
        WalkError: It is something else.
    """
    if isinstance(value, list):
        return Bezier.read(cast(list[object], value), name)
    names = [easing.value for easing in Easing]
    if not isinstance(value, str) or value not in names:
        raise WalkError(f"{name}: must be one of {', '.join(names)}, or [x1, y1, x2, y2], not {shown(value)}")
    return Easing(value)


def easing_field(easing: Easing | Bezier) -> str | list[float]:
    """How an easing stands in a walk file; `read_easing` gives the equal one back."""
    return easing.value if isinstance(easing, Easing) else list(astuple(easing))


def bezier_of(easing: Easing | Bezier) -> Bezier:
    """The curve of an easing."""
    match easing:
        case Bezier():
            return easing
        case Easing.LINEAR:
            return Bezier(1 / 3, 1 / 3, 2 / 3, 2 / 3)
        case Easing.EASE_IN:
            return Bezier(1 / 3, 0.0, 2 / 3, 1 / 3)
        case Easing.EASE_OUT:
            return Bezier(1 / 3, 2 / 3, 2 / 3, 1.0)
        case Easing.EASE_IN_OUT:
            return Bezier(1 / 3, 0.0, 2 / 3, 1.0)


def easing_of(curve: Bezier) -> Easing | Bezier:
    """The easing by its name, where a curve has one."""
    return next((easing for easing in Easing if bezier_of(easing) == curve), curve)


def _halves(
    first: Fraction, second: Fraction, s: Fraction
) -> tuple[tuple[float, float], tuple[float, float]]:
    """The handles of both halves in one coordinate, as shares of their half."""
    before, between, after = s * first, first + s * (second - first), second + s * (1 - second)
    earlier, later = before + s * (between - before), between + s * (after - between)
    here = earlier + s * (later - earlier)
    return (
        (_share(before, here), _share(earlier, here)),
        (_share(later - here, 1 - here), _share(after - here, 1 - here)),
    )


def _share(part: Fraction, whole: Fraction) -> float:
    return float(min(max(part / whole, Fraction(0)), Fraction(1)))

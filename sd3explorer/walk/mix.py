"""Mixes: what lies between two contents of keyframes, pinned as such."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Generic, TypeAlias, TypeVar, cast

from sd3explorer.walk.error import WalkError
from sd3explorer.walk.fields import Fields
from sd3explorer.walk.recipe import Slerp, slerp_between
from sd3explorer.walk.spots import MAX_DENOMINATOR, spot_in

Content = TypeVar("Content")
Expression = TypeVar("Expression")

# More contents in one keyframe nobody could read, and each is mixed for every frame beside it.
MAX_CONTENTS = 64


@dataclass(frozen=True, slots=True)
class Mix(Generic[Content]):
    """What lies at `t` on the way from one content to another, each of which may be a mix.

    Args:
        start: What it is at 0.
        end: What it is at 1.
        t: How far it is, in (0, 1).
    """

    start: "Mixed[Content]"
    end: "Mixed[Content]"
    t: Fraction


Mixed: TypeAlias = Content | Mix[Content]


def mixed(start: Mixed[Content], end: Mixed[Content], t: float | Fraction) -> Mixed[Content]:
    """What lies between two contents; where both are on one way, a place on that way.

    So a keyframe that is pinned between two others changes nothing of what lies on both its sides.

    Args:
        start: What it is at 0.
        end: What it is at 1.
        t: How far it is, in [0, 1].
    """
    if t == 0 or start == end:
        return start
    if t == 1:
        return end
    t = Fraction(t)
    for mix in (start, end):
        if isinstance(mix, Mix):
            mix = cast("Mix[Content]", mix)
            first, last = _place(start, mix), _place(end, mix)
            if first is not None and last is not None:
                return mixed(mix.start, mix.end, first + t * (last - first))
    return Mix(start, end, t)


def expression_of(
    content: Mixed[Content], expression: Callable[[Content], Expression]
) -> Expression | Slerp[Expression]:
    """What a content stands for in recipes.

    Args:
        content: The content.
        expression: What one that is no mix stands for.
    """
    if isinstance(content, Mix):
        content = cast("Mix[Content]", content)
        start, end = (expression_of(part, expression) for part in (content.start, content.end))
        return cast("Expression | Slerp[Expression]", slerp_between(start, end, float(content.t)))
    return expression(content)


def pinned(content: Mixed[Content]) -> Mixed[Content]:
    """The same content as a walk file can hold it."""
    if not isinstance(content, Mix):
        return content
    content = cast("Mix[Content]", content)
    return replace(content, t=_written(content.t))


def contents_of(content: Mixed[Content]) -> Iterator[Content]:
    """The contents in one, none of which is a mix; some more than once."""
    if isinstance(content, Mix):
        content = cast("Mix[Content]", content)
        yield from contents_of(content.start)
        yield from contents_of(content.end)
    else:
        yield content


def count_contents(content: Mixed[Content]) -> int:
    """How many contents are in one."""
    return sum(1 for _ in contents_of(content))


def changed(content: Mixed[Content], change: Callable[[Content], Content]) -> Mixed[Content]:
    """The same mix of other contents."""
    if isinstance(content, Mix):
        content = cast("Mix[Content]", content)
        return mixed(changed(content.start, change), changed(content.end, change), content.t)
    return change(content)


def changed_mix(mix: Mix[Content] | None, change: Callable[[Content], Content]) -> Mix[Content] | None:
    """The same mix of other contents; None where these are alike, or there was none."""
    content = None if mix is None else changed(mix, change)
    return cast("Mix[Content]", content) if isinstance(content, Mix) else None


def read_mix(value: object, name: str, read: Callable[[object, str], Content]) -> Mixed[Content]:
    """The content in a field of a walk file.

    Args:
        value: What stands in the field.
        name: Path of the field in the document.
        read: Reads what is no mix.

    Raises:
        WalkError: It is something else, or of too many contents.
    """
    content = _read(value, name, read, MAX_CONTENTS)
    if count_contents(content) > MAX_CONTENTS:
        raise WalkError(f"{name}: may mix at most {MAX_CONTENTS} contents")
    return content


def mix_document(content: Mixed[Content], document: Callable[[Content], object]) -> object:
    """What stands in a field; `read_mix` gives the equal content back."""
    if isinstance(content, Mix):
        content = cast("Mix[Content]", content)
        return {
            "start": mix_document(content.start, document),
            "end": mix_document(content.end, document),
            "t": str(content.t) if content.t.denominator <= MAX_DENOMINATOR else float(content.t),
        }
    return document(content)


def _written(t: Fraction) -> Fraction:
    return t if t.denominator <= MAX_DENOMINATOR else Fraction(float(t))


def _place(content: Mixed[Content], mix: Mix[Content]) -> Fraction | None:
    """Where a content is on the way that a mix lies on; None where it isn't."""
    if content == mix.start:
        return Fraction(0)
    if content == mix.end:
        return Fraction(1)
    if not isinstance(content, Mix):
        return None
    content = cast("Mix[Content]", content)
    return content.t if (content.start, content.end) == (mix.start, mix.end) else None


def _read(value: object, name: str, read: Callable[[object, str], Content], depth: int) -> Mixed[Content]:
    if not (isinstance(value, dict) and "t" in value):
        return read(cast(object, value), name)
    if depth == 0:
        raise WalkError(f"{name}: is nested too deep; at most {MAX_CONTENTS} contents may be mixed")
    fields = Fields(cast(object, value), name)
    start, end = (_read(fields.take(key), fields.path(key), read, depth - 1) for key in ("start", "end"))
    content = mixed(start, end, _read_t(fields))
    fields.finish()
    return content


def _read_t(fields: Fields) -> Fraction:
    value = fields.take("t")
    if isinstance(value, str):
        try:
            t = spot_in(value)
        except ValueError:
            t = None
        if isinstance(t, Fraction) and t <= 1:
            return t
    elif isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1:
        return Fraction(value)
    raise WalkError(f'{fields.path("t")}: must be a number from 0 to 1, or a fraction such as "1/3"')

"""Where a keyframe is after an edit: by what it shows, as its number may be another one by then."""

from sd3explorer.walk.paths import Blend, Morph, Path


def followed(number: int, before: Path, after: Path) -> int | None:
    """Where a keyframe is in another path; None where it is in neither, or others took its place.

    Args:
        number: The keyframe's place in the path before, from 0.
        before: The path.
        after: What an edit made of it.
    """
    were, are = _contents(before), _contents(after)
    if type(before) is not type(after) or number >= len(were):
        return None
    # Typing changes a single one, which is still the same keyframe.
    typed = len(were) == len(are) and sum(one != other for one, other in zip(were, are, strict=True)) <= 1
    if typed or (number < len(are) and are[number] == were[number]):
        return number
    return are.index(were[number]) if were[number] in are else None


def _contents(path: Path) -> tuple[object, ...]:
    """What each keyframe of a path shows; () where it has none."""
    match path:
        case Morph(keyframes=keyframes):
            # A mix has prompts as well, those of a keyframe beside it.
            return tuple(each.mix or each.prompts for each in keyframes)
        case Blend(keyframes=weights):
            return tuple(each.weights for each in weights)
        case _:
            return ()

"""What one keeps of a walk: named versions of it, and stars on its frames."""

from dataclasses import replace
from fractions import Fraction

from sd3explorer.walk import file as walk_file
from sd3explorer.walk.error import WalkError
from sd3explorer.walk.stars import MAX_STARS
from sd3explorer.walk.versions import MAX_VERSIONS, Version, checked_name
from sd3explorer.walk.walk import Walk


def content(walk: Walk) -> Walk:
    """All that decides a walk's frames and how they play: what a version is of."""
    return replace(walk.alone, title="", placement=None)


def version_of(walk: Walk) -> str:
    """Name of the version that a walk is now, or "" where it isn't kept."""
    now = content(walk)
    return next((version.name for version in walk.versions if content(version.walk) == now), "")


def version_named(walk: Walk, name: str) -> Walk | None:
    """The version with a name, or None."""
    return next((version.walk for version in walk.versions if version.name == name), None)


def free_name(walk: Walk, pattern: str) -> str:
    """The first name that no version has yet.

    Args:
        walk: The walk.
        pattern: The name with {0} for its number, which is tried from the number of versions on.
    """
    names = {version.name for version in walk.versions}
    numbers = range(len(names) + 1, 2 * len(names) + 2)
    return next(name for name in map(pattern.format, numbers) if name not in names)


def with_version(walk: Walk, name: str) -> Walk:
    """The walk with what it is now kept as a version.

    Raises:
        WalkError: There is such a name, or no room for one more; the message says what to do.
    """
    name = _new_name(walk, name)
    if len(walk.versions) >= MAX_VERSIONS:
        raise WalkError(f"a walk has at most {MAX_VERSIONS} versions: remove one that you don't need")
    version = Version(name, replace(content(walk), placement=walk.placement))
    kept = replace(walk, versions=(*walk.versions, version))
    if walk_file.is_too_large(kept.dump().encode("utf-8", "replace")):
        raise WalkError("the walk file would be too large with one more version: remove one")
    return kept


def with_version_shown(walk: Walk, name: str) -> Walk:
    """The walk that is one of its versions now; its title, versions and stars stay."""
    version = version_named(walk, name)
    if version is None:
        return walk
    return replace(version, title=walk.title, versions=walk.versions, stars=walk.stars)


def with_version_renamed(walk: Walk, before: str, name: str) -> Walk:
    """The walk with another name of a version.

    Raises:
        WalkError: Another version has it, or it is no name.
    """
    if name.strip() == before:
        return walk
    name = _new_name(walk, name)
    renamed = (replace(each, name=name) if each.name == before else each for each in walk.versions)
    return replace(walk, versions=tuple(renamed))


def without_version(walk: Walk, name: str) -> Walk:
    """The walk without one of its versions."""
    return replace(walk, versions=tuple(each for each in walk.versions if each.name != name))


def with_star_toggled(walk: Walk, star: str) -> Walk:
    """The walk with a star, or without it where it is there.

    Raises:
        WalkError: It has as many as it can have.
    """
    if star in walk.stars:
        return replace(walk, stars=tuple(each for each in walk.stars if each != star))
    if len(walk.stars) >= MAX_STARS:
        raise WalkError(f"a walk has at most {MAX_STARS:,} stars: remove some")
    return replace(walk, stars=(*walk.stars, star))


def frame_alongside(index: int, walk: Walk, other: Walk) -> int:
    """The frame of another walk that lies at the same share of it; in grids, of the rows and the columns.

    Args:
        index: A frame of the walk, from 0.
        walk: The walk.
        other: The other one.
    """
    columns, other_columns = walk.path.row_length(), other.path.row_length()
    if columns and other_columns:
        rows, other_rows = walk.frame_count // columns, other.frame_count // other_columns
        row = _alongside(index // columns, rows - 1, other_rows - 1)
        return row * other_columns + _alongside(index % columns, columns - 1, other_columns - 1)
    found = _alongside(index, _steps(walk), _steps(other))
    # Behind the last frame of a closed walk the first one follows.
    return found % other.frame_count if _is_closed(other) else min(found, other.frame_count - 1)


def _alongside(place: int, steps: int, other_steps: int) -> int:
    return round(Fraction(place * other_steps, max(steps, 1)))


def _steps(walk: Walk) -> int:
    return walk.frame_count if _is_closed(walk) else walk.frame_count - 1


def _is_closed(walk: Walk) -> bool:
    return walk.path.is_closed or walk.noise.is_closed


def _new_name(walk: Walk, name: str) -> str:
    name = checked_name(name, "the name of a version")
    if any(version.name == name for version in walk.versions):
        raise WalkError(f'there is already a version "{name}": choose another name')
    return name

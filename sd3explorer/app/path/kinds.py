"""From one kind of path to another, with as many of its prompts as fit."""

from itertools import cycle, islice

from sd3explorer.walk.paths import Grid, Hold, Keyframe, Morph, Path, Prompts, Wander

KINDS: tuple[type[Path], ...] = (Morph, Grid, Wander, Hold)


def prompts_of(path: Path) -> tuple[Prompts, ...]:
    """The prompts of a path, in their order."""
    match path:
        case Morph(keyframes):
            return tuple(Prompts(keyframe.prompt, keyframe.negative_prompt) for keyframe in keyframes)
        case Grid(corners):
            return corners
        case Wander(prompt) | Hold(prompt):
            return (prompt,)


def converted(path: Path, kind: type[Path]) -> Path:
    """A path of another kind with the prompts of this one, as many as fit.

    Where there are too few, they repeat: a repeated prompt costs no rendering and waits to be changed.
    """
    if isinstance(path, kind):
        return path
    prompts = prompts_of(path)
    if kind is Morph:
        prompts = prompts if len(prompts) > 1 else prompts * 2
        return Morph(tuple(Keyframe(p.prompt, p.negative_prompt) for p in prompts))
    if kind is Grid:
        first, second, third, fourth = islice(cycle(prompts), 4)
        return Grid((first, second, third, fourth))
    return Wander(prompts[0]) if kind is Wander else Hold(prompts[0])

"""Drawing the wildcards of a walk's prompts."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import count

from sd3explorer.walk.lists.wildcards import Drawing, Folder, is_wild
from sd3explorer.walk.mix import Mix, changed, contents_of
from sd3explorer.walk.paths import Keyframe, Morph, Path, Prompts
from sd3explorer.walk.walk import Walk

_Draw = Callable[[Prompts, int], Prompts]


def has_wildcards(path: Path) -> bool:
    """Whether there is something to draw in a path's prompts."""
    return any(map(_is_wild, _all_prompts(path)))


def with_drawn(walk: Walk, seed: int, folder: Folder) -> Walk:
    """The walk with all wildcards of its prompts drawn: they are plain text then.

    A mix is drawn as those keyframes are that it was pinned between.

    Args:
        walk: The walk.
        seed: The same seed draws the same, from the same files.
        folder: Where the files of wildcards are.

    Raises:
        MissingFileError: A file isn't there; the message names the prompt that has its wildcard.
        WalkError: A wildcard is impossible; the message names its prompt.
    """
    drawing = Drawing(seed, folder)

    def draw(prompts: Prompts, number: int) -> Prompts:
        return replace(
            prompts,
            prompt=drawing.drawn(prompts.prompt, f"prompt {number + 1}"),
            negative_prompt=drawing.drawn(prompts.negative_prompt, f"negative prompt {number + 1}"),
        )

    return replace(walk, path=_with_prompts(walk.path, draw))


def _all_prompts(path: Path) -> Iterator[Prompts]:
    yield from path.prompts
    for keyframe in path.keyframes if isinstance(path, Morph) else ():
        if keyframe.mix is not None:
            yield from contents_of(keyframe.mix)


def _with_prompts(path: Path, draw: _Draw) -> Path:
    match path:
        case Morph():
            return replace(path, keyframes=_with_mixes(path.keyframes, draw))
        case _:
            numbers = count()
            return path.with_prompts(lambda prompts: draw(prompts, next(numbers)))


def _with_mixes(keyframes: Sequence[Keyframe], draw: _Draw) -> tuple[Keyframe, ...]:
    drawn = {number: draw(each.prompts, number) for number, each in enumerate(keyframes) if each.mix is None}

    def as_beside(prompts: Prompts, number: int) -> Prompts:
        """As the nearest keyframe was drawn that has the same prompts and is no mix."""
        texts = Prompts(prompts.prompt, prompts.negative_prompt)
        alike = [place for place in drawn if keyframes[place].prompts == texts]
        if not alike:
            return draw(prompts, number)
        nearest = drawn[min(alike, key=lambda place: abs(place - number))]
        return replace(prompts, prompt=nearest.prompt, negative_prompt=nearest.negative_prompt)

    def changed_keyframe(number: int, keyframe: Keyframe) -> Keyframe:
        if keyframe.mix is None:
            return _with_words(keyframe, drawn[number])
        if not any(map(_is_wild, (keyframe.prompts, *contents_of(keyframe.mix)))):
            return keyframe
        words = as_beside(keyframe.prompts, number)
        mix = changed(keyframe.mix, lambda each: as_beside(each, number))
        if isinstance(mix, Mix):
            return replace(_with_words(keyframe, words), mix=mix)
        # What was mixed is alike now.
        return replace(_with_words(keyframe, mix), mix=None)

    return tuple(changed_keyframe(number, each) for number, each in enumerate(keyframes))


def _with_words(keyframe: Keyframe, prompts: Prompts) -> Keyframe:
    return replace(keyframe, prompt=prompts.prompt, negative_prompt=prompts.negative_prompt)


def _is_wild(prompts: Prompts) -> bool:
    return is_wild(prompts.prompt) or is_wild(prompts.negative_prompt)

"""Where a frame is on its path, in a few words: "t 0.33 · dog 35 % → cat 65 %"."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from sd3explorer.app.path.kinds import prompts_of
from sd3explorer.app.texts import translate
from sd3explorer.walk.noises import Orbit, Travel
from sd3explorer.walk.paths import Grid, Hold, Morph, Path, Wander
from sd3explorer.walk.recipe import Drift, Embedding, Prompt
from sd3explorer.walk.timing import position
from sd3explorer.walk.walk import Walk

LONGEST_NAME = 24
# So much of a prompt is looked at for a name.
LONGEST_LOOK = 500
DOT = " · "


def place_text(walk: Walk, index: int) -> str:
    """Where a frame is on its path, and which prompts it mixes.

    Args:
        walk: The walk.
        index: The frame, from 0.
    """
    match walk.path:
        case Morph(closed=closed):
            where = _t(index, walk.frame_count, closed)
        case Grid(columns=columns):
            where = translate("Preview", "row {row}, column {column}").format(
                row=index // columns + 1, column=index % columns + 1
            )
        case Wander(step_size=step_size):
            where = translate("Preview", "distance {distance}").format(distance=f"{index * step_size:.3g}")
        case Hold():
            where = _t_of_noise(walk, index)
    return DOT.join(text for text in (where, mix_text(walk, index)) if text)


def mix_text(walk: Walk, index: int) -> str:
    """The prompts that a frame mixes, each with its share: "dog 35 % → cat 65 %".

    Args:
        walk: The walk.
        index: The frame, from 0.
    """
    names = _names(walk.path)
    shares = _shares(walk.path.embeddings(index, walk.frame_count).positive)
    if len(shares) == 1:
        return names[next(iter(shares))]
    separator = DOT if isinstance(walk.path, Grid) else " → "
    percentages = _percentages(list(shares.values()))
    return separator.join(
        f"{names[prompt]} {percentage}\N{NO-BREAK SPACE}%"
        for prompt, percentage in zip(shares, percentages, strict=True)
    )


@lru_cache(maxsize=8)
def _names(path: Path) -> dict[str, str]:
    return short_names(tuple(Prompt.of(prompts.prompt).text for prompts in prompts_of(path)))


def short_names(prompts: tuple[str, ...]) -> dict[str, str]:
    """The words of each prompt that tell it from the others.

    Args:
        prompts: The prompts, of which some may be equal.

    Returns:
        For each prompt the first of its words that no other has; where there is one without such
        words, those that not all have; and where that isn't enough, all its words.
    """
    words = {prompt: prompt[:LONGEST_LOOK].split() for prompt in prompts}
    counts = Counter(word for each in words.values() for word in {_bare(word) for word in each})
    for most in (1, len(words) - 1):
        telling = {prompt: [counts[_bare(word)] <= most for word in each] for prompt, each in words.items()}
        for chosen in (_first_run, _all_telling):
            names = {prompt: " ".join(chosen(words[prompt], telling[prompt])) for prompt in words}
            if all(names.values()) and len(set(names.values())) == len(names):
                return {prompt: _elided(name.strip(",.;:")) for prompt, name in names.items()}
    return {
        prompt: _elided(" ".join(each)) or translate("Preview", "no prompt") for prompt, each in words.items()
    }


def _first_run(words: Sequence[str], telling: Sequence[bool]) -> list[str]:
    if True not in telling:
        return []
    start = telling.index(True)
    end = telling.index(False, start) if False in telling[start:] else len(words)
    return list(words[start:end])


def _all_telling(words: Sequence[str], telling: Sequence[bool]) -> list[str]:
    return [word for word, tells in zip(words, telling, strict=True) if tells]


def _shares(embedding: Embedding) -> dict[str, float]:
    match embedding:
        case Prompt(text):
            return {text: 1.0}
        case Drift(start):
            return _shares(start)
        case _:
            mixed: dict[str, float] = {}
            for part, weight in ((embedding.start, 1.0 - embedding.t), (embedding.end, embedding.t)):
                for prompt, share in _shares(part).items():
                    mixed[prompt] = mixed.get(prompt, 0.0) + weight * share
            return mixed


def _percentages(shares: Sequence[float]) -> list[int]:
    # What is left over by rounding down goes to those that lost most, so that the sum is 100.
    percentages = [int(100.0 * share) for share in shares]
    by_loss = sorted(range(len(shares)), key=lambda place: percentages[place] - 100.0 * shares[place])
    for place in by_loss[: 100 - sum(percentages)]:
        percentages[place] += 1
    return percentages


def _t(index: int, frames: int, closed: bool) -> str:
    return f"t {float(position(index, frames, closed)):.2f}"


def _t_of_noise(walk: Walk, index: int) -> str:
    match walk.noise:
        case Orbit():
            return _t(index, walk.frame_count, closed=True)
        case Travel(closed=closed):
            return _t(index, walk.frame_count, closed)
        case _:
            return ""


def _bare(word: str) -> str:
    return word.strip(",.;:").casefold()


def _elided(text: str) -> str:
    return text if len(text) <= LONGEST_NAME else text[: LONGEST_NAME - 1].rstrip() + "…"

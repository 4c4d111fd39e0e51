"""What prompts are called where there is little room, and mixes of them: "dog 35 % → cat 65 %"."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from sd3explorer.app.texts import translate
from sd3explorer.walk.emphasis import read_emphasis
from sd3explorer.walk.paths import Blend, Path
from sd3explorer.walk.recipe import Embedding, Prompt, shares

LONGEST_NAME = 24
# So much of a prompt is looked at for a name.
LONGEST_LOOK = 500
DOT, ARROW = " · ", " → "


def mixed_names(embedding: Embedding, path: Path) -> str:
    """The prompts that an embedding mixes, each with its share.

    Args:
        embedding: The embedding.
        path: The walk's, in whose words they are called.
    """
    mixed = shares(embedding)
    names = _names(path)
    if not mixed.keys() <= names.keys():
        # A path may mix in what nobody wrote, as an empty prompt.
        names = short_names((*names, *mixed))
    # Between the corners of a grid there is no one direction, nor is there on a map.
    leads = path.row_length() is None and not isinstance(path, Blend)
    return with_percentages(
        [names[prompt] for prompt in mixed], list(mixed.values()), ARROW if leads else DOT
    )


def with_percentages(names: Sequence[str], shares: Sequence[float], separator: str) -> str:
    """Names, each with its share; a single one alone.

    Args:
        names: One or more.
        shares: As many, which sum up to 1.
        separator: What stands between them.
    """
    if len(names) == 1:
        return names[0]
    return separator.join(
        f"{name} {percentage}\N{NO-BREAK SPACE}%"
        for name, percentage in zip(names, _percentages(shares), strict=True)
    )


@lru_cache(maxsize=8)
def _names(path: Path) -> dict[str, str]:
    return short_names(tuple(Prompt.of(prompts.prompt).marked for prompts in path.prompts))


def short_names(prompts: tuple[str, ...]) -> dict[str, str]:
    """The words of each prompt that distinguish it from the others, without marks of emphasis.

    Args:
        prompts: The prompts, of which some may be equal. Where only the emphasis differs, it is part of
            the name.

    Returns:
        For each prompt the first of its words that no other has; where there is one without such
        words, those that not all have; and where that isn't enough, all its words.
    """
    texts = {prompt: _text(prompt) for prompt in prompts}
    times = Counter(texts.values())
    words = {
        prompt: (text if times[text] == 1 else prompt[:LONGEST_LOOK]).split()
        for prompt, text in texts.items()
    }
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


@lru_cache(maxsize=1024)
def _text(prompt: str) -> str:
    # Read as a whole: a bracket may close at its very end.
    return read_emphasis(prompt).text[:LONGEST_LOOK]


def _first_run(words: Sequence[str], telling: Sequence[bool]) -> list[str]:
    if True not in telling:
        return []
    start = telling.index(True)
    end = telling.index(False, start) if False in telling[start:] else len(words)
    return list(words[start:end])


def _all_telling(words: Sequence[str], telling: Sequence[bool]) -> list[str]:
    return [word for word, tells in zip(words, telling, strict=True) if tells]


def _percentages(shares: Sequence[float]) -> list[int]:
    # What is left over by rounding down goes to those that lost most, so that the sum is 100.
    percentages = [int(100.0 * share) for share in shares]
    by_loss = sorted(range(len(shares)), key=lambda place: percentages[place] - 100.0 * shares[place])
    for place in by_loss[: 100 - sum(percentages)]:
        percentages[place] += 1
    return percentages


def _bare(word: str) -> str:
    return word.strip(",.;:").casefold()


def _elided(text: str) -> str:
    return text if len(text) <= LONGEST_NAME else text[: LONGEST_NAME - 1].rstrip() + "…"

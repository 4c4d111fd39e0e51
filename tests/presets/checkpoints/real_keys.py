"""The names and shapes of the published models' files, as `real_keys.txt` has them: see there."""

import re
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_suffix(".txt")
MODELS = ("sd3_medium", "sd3.5_medium", "sd3.5_large")
PARTS = ("mmdit", "vae", "clip_l", "clip_g", "t5")


def keys(layout, model, part):
    """Shapes by names, without what stands before a part's names where a file has several."""
    sections = _sections()
    return dict(sections.get((layout, model, part)) or sections[layout, "*", part])


@cache
def _sections():
    sections = {}
    for line in FILE.read_text().splitlines():
        if line.startswith("["):
            found = sections.setdefault(tuple(line.strip("[]").split()), {})
        elif line and not line.startswith("#"):
            pattern, shape = line.split()
            found |= dict.fromkeys(_names(pattern), tuple(int(side) for side in shape.split("x")))
    return sections


def _names(pattern):
    numbers = re.search(r"\{(\d+)-(\d+)\}", pattern)
    if numbers is None:
        return [pattern]
    first, last = map(int, numbers.groups())
    return [pattern.replace(numbers.group(), str(number)) for number in range(first, last + 1)]

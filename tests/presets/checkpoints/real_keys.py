"""The names and shapes of the published models' files, as `real_keys.txt` has them: see there."""

import json
import re
from functools import cache
from itertools import islice
from pathlib import Path

from sd3explorer.presets.checkpoints.folder import FOLDERS
from tests.presets.headers import write_header

FILE = Path(__file__).with_suffix(".txt")
MODELS = ("sd3_medium", "sd3.5_medium", "sd3.5_large")
PARTS = ("mmdit", "vae", "clip_l", "clip_g", "t5")


def keys(layout, model, part):
    """Shapes by names, without what stands before a part's names where a file has several."""
    sections = _sections()
    return dict(sections.get((layout, model, part)) or sections[layout, "*", part])


def write_pipeline(folder, model, shards=1):
    """Writes a folder of headers as diffusers does, whose parts are in so many files each."""
    for part in PARTS:
        within, found = folder / FOLDERS[part], keys("diffusers", model, part)
        stem = "diffusion_pytorch_model" if part in ("mmdit", "vae") else "model"
        if shards == 1:
            write_header(within / f"{stem}.safetensors", found)
            continue
        index = {}
        for number in range(shards):
            file = within / f"{stem}-{number + 1:05}-of-{shards:05}.safetensors"
            # Queries, keys and values of one block come to lie in different files.
            some = dict(islice(found.items(), number, None, shards))
            write_header(file, some)
            index |= dict.fromkeys(some, file.name)
        (within / f"{stem}.safetensors.index.json").write_text(json.dumps({"weight_map": index}))
    (folder / "transformer" / "config.json").write_text("{}")
    (folder / "model_index.json").write_text(json.dumps({"_class_name": "StableDiffusion3Pipeline"}))
    return folder


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

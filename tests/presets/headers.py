"""Files with the headers of real models and none of their data: sparse, so that gigabytes take no room."""

import json
import math
import os

from sd3explorer.presets.checkpoints.layout import layout
from tests.presets.checkpoints.family import FAMILY, MEDIUM

PREFIXES = {
    "mmdit": "model.diffusion_model.",
    "vae": "first_stage_model.",
    "clip_l": "text_encoders.clip_l.transformer.",
    "clip_g": "text_encoders.clip_g.transformer.",
}
SIZES = {"F32": 4, "F16": 2, "BF16": 2, "F8_E4M3": 1}
MEDIUM_35 = FAMILY["stable_diffusion_3.5_medium"][0]
ALL = tuple(PREFIXES)
LONG_AGO = 1_000_000_000


def write_model(file, architecture=MEDIUM, parts=ALL, dtype="F16"):
    """A checkpoint of Stability's layout, with these parts inside."""
    alone = len(parts) == 1 and parts != ("mmdit",)
    names = {
        ("" if alone else PREFIXES[part]) + weight.name: weight.shape
        for part in parts
        for weight in layout(architecture)[part]
    }
    return write_header(file, names, dtype)


def write_header(file, names, dtype="F16"):
    header, end = {}, 0
    for name, shape in names.items():
        begin, end = end, end + SIZES[dtype] * math.prod(shape)
        header[name] = {"dtype": dtype, "shape": list(shape), "data_offsets": [begin, end]}
    text = json.dumps(header).encode()
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as opened:
        opened.write(len(text).to_bytes(8, "little") + text)
        opened.truncate(8 + len(text) + end)
    return settle(file)


def write_sdxl(file):
    return write_header(file, {"conditioner.embedders.0.weight": (4,), "input_blocks.0.0.weight": (4,)})


def settle(file):
    """Makes a file one that nobody is writing any more."""
    os.utime(file, (LONG_AGO, LONG_AGO))
    return file

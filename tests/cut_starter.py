"""The starter model without most of its denoiser: real weights and layers, and a third of the work.

Its pictures show nothing. What a picture is to show takes the whole model.
"""

import json
import shutil

from sd3explorer.presets.digests import SUMS
from sd3explorer.presets.files import CONFIG, WEIGHTS

# The last one differs from all before it.
KEPT = (0, 5)


def write(starter, folder):
    """Writes it as a preset of KerasHub, and returns its folder."""
    # Takes its time, and few tests need it.
    import h5py

    weights = WEIGHTS[0]
    shutil.copytree(starter, folder, ignore=shutil.ignore_patterns(CONFIG, SUMS, weights))
    whole = json.loads((starter / CONFIG).read_text())
    layers = whole["config"]["mmdit_num_layers"]
    cut = {**whole, "config": {**whole["config"], "mmdit_num_layers": len(KEPT)}}
    (folder / CONFIG).write_text(json.dumps(cut))
    shutil.copyfile(starter / weights, folder / weights)
    with h5py.File(folder / weights, "r+") as file:
        blocks = file["layers/mm_di_t/layers"]
        for number in set(range(layers)) - set(KEPT):
            del blocks[_name(number)]
        for place, number in enumerate(KEPT):
            if place != number:
                blocks.move(_name(number), _name(place))
    return folder


def _name(number):
    return f"mm_di_t_block_{number}" if number else "mm_di_t_block"

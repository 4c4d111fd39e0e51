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
    names = dict.fromkeys(map(_name, range(layers)))
    names |= {_name(number): _name(place) for place, number in enumerate(KEPT)}
    with h5py.File(starter / weights) as source, h5py.File(folder / weights, "w") as target:
        _copy(source, target, names)
    return folder


def _copy(source, target, names):
    """Copies a group but for what has None as its new name, which deleted later would leave holes."""
    target.attrs.update(source.attrs)
    for name, each in source.items():
        new_name = names.get(name, name)
        if new_name is None:
            continue
        if hasattr(each, "items"):
            _copy(each, target.create_group(new_name), names)
        else:
            source.copy(name, target, new_name)


def _name(number):
    return f"mm_di_t_block_{number}" if number else "mm_di_t_block"

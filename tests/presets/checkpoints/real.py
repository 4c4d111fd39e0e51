"""Files with the headers of the real models, and holes in place of their gigabytes."""

import json
import os

from sd3explorer.presets.checkpoints.layout import weights
from tests.presets.checkpoints.family import PARTS
from tests.presets.checkpoints.written import PREFIXES

BYTES = {"F16": 2, "BF16": 2, "F32": 4, "F8_E4M3": 1}


def real(file, *names, dtype="F16", prefixed=True, extra=None):
    """Writes a file with the real parts of these names of `family.PARTS`."""
    header, offset = {}, 0
    shapes = dict(extra or {})
    for name in names:
        part, shape, *_ = PARTS[name]
        prefix = PREFIXES[part] if prefixed else ""
        shapes |= {prefix + weight.name: weight.shape for weight in weights(part, shape)}
    for name, shape in shapes.items():
        size = BYTES[dtype]
        for side in shape:
            size *= side
        header[name] = {"dtype": dtype, "shape": list(shape), "data_offsets": [offset, offset + size]}
        offset += size
    text = json.dumps(header).encode()
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as opened:
        opened.write(len(text).to_bytes(8, "little") + text)
        # What was never written takes no room on the disk.
        os.truncate(opened.fileno(), 8 + len(text) + offset)
    return file


def bare(file, name, **options):
    """A file with one part alone."""
    return real(file, name, prefixed=False, **options)

"""Makes the pictures of the example walks: `python packaging/example_thumbnails.py`, about a minute.

Only those of the starter model: other models' pictures can't be made where their weights are not.
"""

import tempfile
from pathlib import Path

import numpy as np
import pyvips
from PIL import Image as PillowImage

from sd3explorer.examples import example_names, example_path
from sd3explorer.presets.catalog import STARTER
from sd3explorer.presets.locate import locate
from sd3explorer.render.job import Job, StoredFrames
from sd3explorer.render.local import LocalRenderer
from sd3explorer.render.messages import EngineSettings, Image, Renderer, auto_batch_size
from sd3explorer.render.store import FrameStore
from sd3explorer.walk.model import Model, ModelFacts
from sd3explorer.walk.paths import Grid
from sd3explorer.walk.timing import position
from sd3explorer.walk.walk import Walk

PRECISION = "float32"
MAX_BYTES = 15_000

# Pixels a side of a frame, and frames in a row.
FRAME_SIDE, COLUMNS = 64, 4
GRID_SIDE = 40


def main() -> None:
    """Writes `NAME.png` beside each example walk of the starter model."""
    preset = locate(STARTER.name)
    assert preset is not None
    renderer = LocalRenderer(EngineSettings(preset, preset.image_size, PRECISION))
    with tempfile.TemporaryDirectory() as folder:
        store = FrameStore(Path(folder))
        for name in example_names():
            walk = Walk.load(example_path(name))
            if walk.model == Model(preset.name, preset.image_size):
                target = example_path(name).with_suffix(".png")
                target.write_bytes(small_png(sheet(walk, preset.facts(PRECISION), store, renderer)))
                print(f"{target.name}: {target.stat().st_size:,} bytes")


def sheet(walk: Walk, facts: ModelFacts, store: FrameStore, renderer: Renderer) -> Image:
    """Some of the walk's frames, in rows, without gaps.

    Returns:
        uint8 (height, width, 3).
    """
    indices, columns = choice(walk)
    at_once = auto_batch_size(walk.image_size(facts))
    job = Job(walk, facts, store, renderer, at_once)
    for _ in job.run(order=indices):
        pass
    frames = StoredFrames(job.walk, facts, store)
    side = GRID_SIDE if isinstance(walk.path, Grid) else FRAME_SIDE
    small = [np.asarray(PillowImage.fromarray(frames[index]).resize((side, side))) for index in indices]
    rows = [np.hstack(small[start : start + columns]) for start in range(0, len(small), columns)]
    return np.vstack(rows)


def choice(walk: Walk) -> tuple[list[int], int]:
    """Frames spread evenly over the walk, and how many of them make a row."""
    if isinstance(walk.path, Grid):
        rows, columns = (spread(side, COLUMNS) for side in (walk.path.rows, walk.path.columns))
        return [row * walk.path.columns + column for row in rows for column in columns], COLUMNS
    frames = walk.frame_count
    if frames <= 2 * COLUMNS:
        return list(range(frames)), frames
    return spread(frames, 2 * COLUMNS, closed=walk.trail.is_closed), COLUMNS


def spread(frames: int, count: int, closed: bool = False) -> list[int]:
    """The indices of `count` frames of `frames`, evenly, with both ends unless they meet."""
    last = frames if closed else frames - 1
    return [round(position(index, count, closed) * last) for index in range(count)]


def small_png(pixels: Image) -> bytes:
    """The picture as a PNG with a palette, as large as `MAX_BYTES` allow."""
    picture = pyvips.Image.new_from_array(pixels)
    for scale in (1.0, 0.9, 0.8, 0.7, 0.6, 0.5):
        data = picture.resize(scale).pngsave_buffer(palette=True, Q=80, dither=0.0, effort=10, compression=9)
        if len(data) <= MAX_BYTES:
            return data
    raise ValueError(f"a picture of {pixels.shape[1]} × {pixels.shape[0]} can't be made small enough")


if __name__ == "__main__":
    main()

"""Size, seconds and likeness of each export format, and Pillow's own GIF beside ours.

Two clips: 64 frames of the starter model, and a moving gradient with texture of 512 × 512. Likeness is
the PSNR of the frames as an independent reader decodes them; banding is how many colours a frame keeps.
"""

import argparse
import statistics
import tempfile
import time
from pathlib import Path

import av
import numpy as np
from PIL import Image, ImageSequence

from sd3explorer.examples import example_path
from sd3explorer.export import FORMATS, Clip, export
from sd3explorer.presets.locate import locate
from sd3explorer.render.child import ChildRenderer
from sd3explorer.render.job import Job, StoredFrames
from sd3explorer.render.messages import EngineSettings
from sd3explorer.render.store import FrameStore
from sd3explorer.walk.walk import Walk

FRAME_RATE = 12.5
VIDEOS = (".mp4", ".webm")


def starter_clip(folder):
    """The frames of an example, rendered with the starter model."""
    preset, walk = locate("starter"), Walk.load(example_path("dog-to-cat"))
    store, facts = FrameStore(folder / "frames"), preset.facts("float32")
    renderer = ChildRenderer(EngineSettings(preset, (128, 128)), folder / "log")
    for _ in Job(walk, facts, store, renderer, 4).run():
        pass
    renderer.close()
    return list(StoredFrames(walk, facts, store))


def textured_clip(frames):
    """A gradient whose colours turn, with fine texture that moves over it."""
    generator = np.random.default_rng(7)
    texture = generator.normal(0.0, 6.0, (512, 512, 1))
    down, across = np.mgrid[0:512, 0:512] / 512.0
    for number in range(frames):
        angle = 2.0 * np.pi * number / frames
        colours = [np.sin(angle + phase + 3.0 * down + 2.0 * across) for phase in (0.0, 2.1, 4.2)]
        picture = 128.0 + 90.0 * np.stack(colours, -1) + np.roll(texture, 3 * number, 1)
        yield np.clip(picture, 0, 255).astype(np.uint8)


def decoded(file):
    """The frames of a file, as other programs read them."""
    if file.suffix in VIDEOS:
        with av.open(str(file)) as container:
            return [frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)]
    with Image.open(file) as picture:
        return [np.asarray(frame.convert("RGB")) for frame in ImageSequence.Iterator(picture)]


def psnr(ours, theirs):
    """Peak signal-to-noise ratio in dB."""
    error = np.mean((ours.astype(float) - theirs[: ours.shape[0], : ours.shape[1]].astype(float)) ** 2)
    return 99.0 if error == 0.0 else 10.0 * np.log10(255.0**2 / error)


def pillows_gif(frames, file):
    """A GIF as Pillow makes it when nothing else is said."""
    first, *others = [Image.fromarray(frame) for frame in frames]
    first.save(file, save_all=True, append_images=others, duration=1000 / FRAME_RATE, loop=0)


def measure(name, write, frames, file):
    """Prints a row of the table."""
    start = time.perf_counter()
    write(file)
    seconds = time.perf_counter() - start
    there = decoded(file)
    likeness = statistics.mean(psnr(*pair) for pair in zip(frames, there, strict=False))
    colours = statistics.median(len(np.unique(frame.reshape(-1, 3), axis=0)) for frame in there[::8])
    print(
        f"{name:24} {file.stat().st_size / 1e6:7.2f} MB {seconds:7.2f} s {likeness:6.2f} dB "
        f"{colours:7.0f} colours {len(there):4} frames",
        flush=True,
    )


def table(title, frames, folder):
    """Measures all formats that animate."""
    print(f"\n{title}")
    clip = Clip(frames, range(len(frames)), FRAME_RATE, rounds=0, columns=8)
    measure("Pillow's default GIF", lambda file: pillows_gif(frames, file), frames, folder / "pillow.gif")
    for choice in FORMATS:
        if choice.animates:
            target = folder / f"ours{choice.suffixes[0]}"
            measure(choice.name, lambda file: export(clip, file), frames, target)


def main():
    """Prints both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--frames", type=int, default=24, help="frames of the textured clip")
    parsed = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        table("64 frames of the starter model, 128 × 128", starter_clip(folder), folder)
        table(
            f"{parsed.frames} frames of gradient and texture, 512 × 512",
            list(textured_clip(parsed.frames)),
            folder,
        )


if __name__ == "__main__":
    main()

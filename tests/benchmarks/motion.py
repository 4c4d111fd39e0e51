"""How even the pictures of even walks change, and what it takes to find the places of their frames.

Twelve walks of the starter model, each steady and even. Unevenness is the largest step from frame to frame
over the median one.
"""

import argparse
import os
from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import Path

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import numpy as np
from PIL import Image

from sd3explorer.motion.chain import between
from sd3explorer.motion.distance import gist
from sd3explorer.motion.finder import Finder
from sd3explorer.presets.locate import locate
from sd3explorer.render.local import LocalRenderer
from sd3explorer.render.messages import EngineSettings, Rendered, RenderError
from sd3explorer.render.store import FrameStore
from sd3explorer.walk.model import Model
from sd3explorer.walk.noises import Fixed, Orbit, Travel
from sd3explorer.walk.paths import Hold, Keyframe, Morph, Prompts, Wander
from sd3explorer.walk.spots import OnBridge, bridges_of
from sd3explorer.walk.timing import Motion, Timing
from sd3explorer.walk.walk import Walk

AT_ONCE, PER_ROW, BRIDGED = 8, 16, (255, 140, 0)


def morph(*prompts, noise=Fixed(42), closed=False):
    keyframes = tuple(
        Keyframe(*prompt) if isinstance(prompt, tuple) else Keyframe(prompt) for prompt in prompts
    )
    return Walk(path=Morph(keyframes, closed=closed), noise=noise)


WALKS = {
    "dog, cat": morph("a flat dog face on a sky blue background", "a flat cat face on a sky blue background"),
    "cat, fox": morph("a flat cat face on a sky blue background", "a flat fox on a lavender background"),
    "rocket, apple": morph("a 3d rocket on a black background", "a flat apple on a teal background"),
    "panda, cat": morph("a 3d panda on a teal background", "a flat cat face on a sky blue background"),
    "closed loop of three": morph(
        "a 3d dog face on a sky blue background",
        "a 3d cat face on a cream background",
        "a 3d fox on a lavender background",
        closed=True,
    ),
    "orbit": Walk(path=Hold(Prompts("a robot on a yellow background")), noise=Orbit(3)),
    "closed travel": Walk(
        path=Hold(Prompts("a tree on an orange background")), noise=Travel((1, 2, 3), closed=True)
    ),
    "wander": Walk(path=Wander(Prompts("a tree on an orange background"), step_size=-0.02), noise=Fixed(42)),
    "unlike things": morph("a 3d pizza on a teal background", "a flat house on a lavender background"),
    "styles": morph(
        "a flat owl on a mint background", "a 3d owl on a mint background", "an owl drawn in ink"
    ),
    "negative prompts": morph(
        ("a 3d dog face on a cream background", "a flat cat"),
        ("a 3d whale on a sky blue background", "yellow"),
    ),
    "closed morph, orbit": morph(
        "a 3d strawberry on a cream background",
        "a 3d mushroom on a mint background",
        noise=Orbit(5),
        closed=True,
    ),
}


class Pictures:
    """Pictures of recipes, each rendered once.

    Args:
        folder: Where they are kept for the next time; None keeps them until the program ends.
    """

    def __init__(self, folder):
        self._store = FrameStore(folder, 2**40) if folder else None
        self._images = {}
        self._preset = locate("starter")
        self.facts = self._preset.facts("float32")
        self._renderer = None

    def of(self, recipes):
        missing = [recipe for recipe in dict.fromkeys(recipes) if not self._has(recipe)]
        if missing:
            self._render(missing)
        return [self._images[recipe] for recipe in recipes]

    def _has(self, recipe):
        if recipe not in self._images and self._store:
            image = self._store.get(recipe.digest)
            if image is not None:
                self._images[recipe] = image
        return recipe in self._images

    def _render(self, recipes):
        if self._renderer is None:
            self._renderer = LocalRenderer(
                EngineSettings(self._preset, (128, 128), "float32", "tensorflow", AT_ONCE)
            )
        alike = defaultdict(list)
        for recipe in recipes:
            alike[recipe.course].append(recipe)
        batches = (
            group[at : at + AT_ONCE] for group in alike.values() for at in range(0, len(group), AT_ONCE)
        )
        for event in self._renderer.render(batches):
            if isinstance(event, Rendered):
                self._images[event.recipe] = event.image
                if self._store:
                    self._store.put(event.recipe.digest, event.image)
        if not all(recipe in self._images for recipe in recipes):
            raise RenderError("some frames could not be rendered")


class Work:
    """What the engine does for spots: denoising steps, in frames' worth; those of a bridge's sides too."""

    def __init__(self, num_steps):
        self._num_steps, self._steps = num_steps, 0
        self._sides = defaultdict(set)

    def add(self, spot):
        if not isinstance(spot, OnBridge):
            self._steps += self._num_steps
            return
        step = spot.bridge.step
        self._steps += self._num_steps - step
        for side in (spot.bridge.before, spot.bridge.after):
            self._steps += step - max((done for done in self._sides[side] if done <= step), default=0)
            self._sides[side].add(step)

    @property
    def frames(self):
        return self._steps / self._num_steps


@dataclass(frozen=True)
class Outcome:
    """A walk, steady and even.

    Args:
        steady: Pictures of the steady one.
        even: Pictures of the even one.
        walk: The even one with the places of its frames.
        renders: How many frames were rendered to find them.
        work: The same in steps that were done, in frames' worth.
    """

    steady: list
    even: list
    walk: Walk
    renders: int
    work: float

    @property
    def steps(self):
        """How far each frame is from the next, steady and even, in a closed walk the last from the first."""
        ends = 1 if self.walk.trail.is_closed else 0
        return tuple(
            between([gist(image) for image in images + images[:ends]]) for images in (self.steady, self.even)
        )

    @property
    def bridges(self):
        return bridges_of(self.walk.placement.spots)

    @property
    def on_bridge(self):
        return [isinstance(spot, OnBridge) for spot in self.walk.placement.spots]


def outcome(walk, pictures):
    """Looks for the places of a walk's frames."""
    recipe_at = {}
    finder, work = Finder(walk, pictures.facts), Work(walk.sampler.filled(pictures.facts).num_steps)
    while finder.wanted:
        wanted = finder.wanted
        for spot in wanted:
            work.add(spot)
            recipe_at[spot] = walk.recipe_at(spot, pictures.facts)
        images = pictures.of([recipe_at[spot] for spot in wanted])
        finder.take(dict(zip(wanted, map(gist, images), strict=True)).get)
    placed = finder.placed()
    steady, even = (
        pictures.of([each.recipe(index, pictures.facts) for index in range(walk.frame_count)])
        for each in (replace(walk, timing=replace(walk.timing, motion=Motion.STEADY)), placed)
    )
    return Outcome(steady, even, placed, finder.looked_at, work.frames)


def line(number, name, found):
    frames = len(found.even)
    steady, even = ((steps.max() / np.median(steps)) for steps in found.steps)
    last = found.steps[1]
    seam = f"{last[-1] / np.median(last):.2f}" if found.walk.trail.is_closed else ""
    at = ", ".join(str(bridge.step) for bridge in found.bridges)
    return (
        f"{number:2d} {name:21} {frames:6d} {steady:7.1f} {even:6.2f} {seam:>5} "
        f"{found.renders / frames:8.2f} {found.work / frames:6.2f} {sum(found.on_bridge):8d}  {at}"
    )


def sheet(found):
    """All frames in rows: steady above, even below, where those on bridges have a line above."""
    marked = []
    for image, on_bridge in zip(found.even, found.on_bridge, strict=True):
        image = image.copy()
        if on_bridge:
            image[:3] = BRIDGED
        marked.append(image)
    gap = np.full((8, PER_ROW * marked[0].shape[1], 3), 255, np.uint8)
    return Image.fromarray(np.concatenate([rows(found.steady), gap, rows(marked)]))


def rows(images):
    filled = images + [np.zeros_like(images[0])] * (-len(images) % PER_ROW)
    return np.concatenate(
        [np.concatenate(filled[at : at + PER_ROW], axis=1) for at in range(0, len(filled), PER_ROW)]
    )


def main():
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--frames", type=int, nargs="+", default=[33, 64])
    words.add_argument("--walks", type=int, nargs="+", default=range(1, len(WALKS) + 1), help="by number")
    words.add_argument("--sheets", type=Path, help="folder for pictures of all frames, steady and even")
    words.add_argument("--store", type=Path, help="folder where frames are kept for the next time")
    asked = words.parse_args()
    pictures = Pictures(asked.store)
    print("                                unevenness           renders / frames    frames on")
    print("   walk                  frames  steady   even  seam  plainly   work   bridges  at step")
    for number, (name, walk) in enumerate(WALKS.items(), 1):
        for frames in asked.frames if number in asked.walks else ():
            timing = Timing(frames, motion=Motion.EVEN)
            whole = replace(walk, timing=timing, model=Model("starter", (128, 128)))
            found = outcome(whole, pictures)
            print(line(number, name, found), flush=True)
            if asked.sheets:
                asked.sheets.mkdir(parents=True, exist_ok=True)
                sheet(found).save(asked.sheets / f"{number:02d}-{frames}.png")


if __name__ == "__main__":
    main()

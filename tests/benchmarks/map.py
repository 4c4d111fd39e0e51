"""How soon the map shows what is under the pointer, with the starter model in a child.

Runs without a screen. Alone on the machine, or the figures mean nothing.
"""

import argparse
import os
import statistics
import time
from contextlib import closing

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QMouseEvent

from sd3explorer.app.frames.survey import draft_of
from sd3explorer.render.child import ChildRenderer
from sd3explorer.walk.paths import Keyframe, Morph
from sd3explorer.walk.walk import Walk
from tests.benchmarks.window import alone, close, open_window, wait

PROMPTS = (
    "a flat dog face on a sky blue background",
    "a flat cat face on a sky blue background",
    "a flat fox on a lavender background",
    "pizza, flat",
    "an ink owl",
)


class Map:
    """The window's map with five prompts, their distances measured and a picture shown."""

    def __init__(self, application, folder):
        self.application = application
        self.window, self.store = open_window(folder)
        wait(application, lambda: bool(self.window.frames.recipes))
        self.window.begin(Walk(path=Morph(tuple(Keyframe(prompt) for prompt in PROMPTS))))
        wait(application, lambda: len(self.window.frames.walk.path.keyframes) == len(PROMPTS))
        start = time.perf_counter()
        self.window.actions_by_id["map"].trigger()
        self.view, self.feed = self.window.map.view, self.window.map._feed
        self.move_to((0.5, 0.5))
        wait(application, self.draft_is_there)
        self.first = time.perf_counter() - start
        wait(application, lambda: self.window.map._measured is not None)

    def move_to(self, place):
        """Moves the pointer to a place of the map."""
        at = self.view.spot(place)
        nothing = Qt.MouseButton.NoButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
        moved = QMouseEvent(QEvent.Type.MouseMove, at, self.view.mapToGlobal(at), *nothing)
        self.application.sendEvent(self.view, moved)

    @property
    def draft(self):
        """The draft of the place under the pointer."""
        return draft_of(self.feed._looked_at)

    def draft_is_there(self):
        return self.feed._looked_at is not None and self.store.has(self.draft.digest)

    def idle(self):
        return not self.window.control.state.working


def seconds_to_drafts(shown, places):
    """Seconds from each move to its draft, and the drafts; the engine rests before each move."""
    seconds, drafts = [], []
    for place in places:
        wait(shown.application, shown.idle)
        start = time.perf_counter()
        shown.move_to(place)
        if shown.draft_is_there():
            continue
        drafts.append(shown.draft)
        wait(shown.application, shown.draft_is_there)
        seconds.append(time.perf_counter() - start)
        # Else it would be refined, as the pointer rests.
        shown.feed.look(None)
    return seconds, drafts


def pictures_a_second(shown, seconds):
    """How many drafts come to be seen each second while the pointer keeps moving."""
    wait(shown.application, shown.idle)
    seen = []
    shown.window._thread.rendered.connect(lambda recipe, _: seen.append(recipe.digest))
    start = time.perf_counter()
    while (now := time.perf_counter() - start) < seconds:
        turn = 2.0 * np.pi * now / 7.0
        shown.move_to((0.5 + 0.4 * np.cos(turn), 0.5 + 0.3 * np.sin(1.7 * turn)))
        wait(shown.application, lambda end=now + 1 / 60: time.perf_counter() - start >= end)
    return len(seen) / seconds


def seconds_of_engine(shown, drafts, folder):
    """Seconds that a bare engine takes for each of the drafts, with no window around."""
    settings = shown.window.control.engine_settings
    seconds = []
    with closing(ChildRenderer(settings, folder / "bare.log")) as renderer:
        list(renderer.render([drafts[:1]]))
        for draft in drafts:
            start = time.perf_counter()
            list(renderer.render([[draft]]))
            seconds.append(time.perf_counter() - start)
    return seconds


def main():
    """Runs and prints everything."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--moves", type=int, default=30)
    parsed = parser.parse_args()
    with alone() as (application, folder):
        shown = Map(application, folder / "app")
        places = np.random.default_rng(1).uniform(0.05, 0.95, (parsed.moves, 2))
        seconds, drafts = seconds_to_drafts(shown, [tuple(map(float, place)) for place in places])
        rate = pictures_a_second(shown, 20.0)
        bare = seconds_of_engine(shown, drafts, folder)
        close(application, shown.window)
    print(f"first picture, from a closed map and an engine that isn't started: {shown.first:.1f} s")
    print(
        f"from a move to its draft: median {statistics.median(seconds):.2f} s, "
        f"fastest {min(seconds):.2f} s, slowest {max(seconds):.2f} s ({len(seconds)} moves)"
    )
    print(f"a bare engine, the same drafts: median {statistics.median(bare):.2f} s")
    print(f"while the pointer keeps moving: {rate:.1f} pictures a second")


if __name__ == "__main__":
    main()

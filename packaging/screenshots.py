"""Makes pictures of the window in its states, for the README and for looking at them after a change.

    python packaging/screenshots.py FOLDER [--scale 2] [--scheme light] [--only grid done]
    python packaging/screenshots.py packaging/screenshots --small --only half grid

Renders real frames with the starter model, so the first run takes some minutes.
"""

import argparse
import os
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

HELP = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
HELP.add_argument("folder", type=Path)
HELP.add_argument("--scale", default="1")
HELP.add_argument("--scheme", choices=("dark", "light"), default="dark")
HELP.add_argument("--size", default="1440x900")
HELP.add_argument("--only", nargs="*")
HELP.add_argument("--small", action="store_true", help="256 colours, for the README")
HELP.add_argument("--frames", type=Path, help="keep rendered frames here, to be faster the next time")

LONG = (
    "a watercolour painting of a Golden Retriever at the beach, soft morning light, highly detailed fur, "
    "gentle waves behind it, an umbrella with red and white stripes, sand castles, seagulls, "
    "a boat far away, wide angle, shallow depth of field, "
    "in the style of an old travel poster, with a lighthouse, and clouds "
) * 2


def main() -> None:
    """Makes the pictures that were asked for."""
    parsed = HELP.parse_args()
    os.environ["QT_SCALE_FACTOR"] = parsed.scale
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from sd3explorer.app import theme

    application = QApplication([])
    theme.apply(application)
    theme.show(application, theme.LIGHT if parsed.scheme == "light" else theme.DARK)
    parsed.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
        studio = Studio(application, Path(folder), parsed.frames or Path(folder, "frames"), parsed.size)
        for name, scene in SCENES.items():
            if not parsed.only or name in parsed.only:
                window = studio.open()
                seen = scene(studio, window) or window
                studio.wait(0.5)
                picture = parsed.folder / f"{name}-{parsed.scheme}-{parsed.scale}x.png"
                seen.grab().save(str(picture))
                if parsed.small:
                    shrink(picture)
                print(picture)
                studio.close(window)


def shrink(file: Path) -> None:
    """Makes a picture's file small enough for a repository."""
    from PIL import Image

    with Image.open(file) as picture:
        picture.convert("RGB").quantize(256, dither=Image.Dither.NONE).save(file, optimize=True)


class Studio:
    """Opens windows and waits for them."""

    def __init__(self, application, folder: Path, frames: Path, size: str) -> None:
        self.application = application
        self._folder = folder
        self._frames = frames
        self._size = [int(side) for side in size.split("x")]

    def open(self):
        """A window on nothing yet."""
        from sd3explorer.app.main_window import MainWindow
        from sd3explorer.app.parts import Storage
        from sd3explorer.presets.locate import locate
        from sd3explorer.render.child import ChildProcess
        from sd3explorer.render.store import FrameStore

        self.store = FrameStore(self._frames)
        folder = self._folder
        storage = Storage(self.store, folder / "exports", folder / "state", folder / "app.log")
        window = MainWindow(storage, locate, ChildProcess(folder / "engine.log"))
        # An engine that gets ready by itself would be in every picture, here more, there less.
        window.warming.set_enabled(False)
        window.show()
        window.resize(*self._size)
        return window

    def wait(self, seconds: float = 0.0, until: Callable[[], bool] | None = None) -> None:
        """Lets the window work for some seconds, or until something is so."""
        end = time.monotonic() + (600 if until else seconds)
        while time.monotonic() < end and not (until and until()):
            self.application.processEvents()
            time.sleep(0.005)

    def show(self, window, walk) -> None:
        """Shows a walk and waits until its frames are looked up."""
        window.files.begin(walk)
        self.wait(until=lambda: window.frames.walk == walk)

    def render(self, window, share: float = 1.0) -> None:
        """Renders a share of the frames."""
        window.control.render()
        frames = window.frames
        self.wait(until=lambda: frames.done_count >= share * frames.count)

    def close(self, window) -> None:
        """Closes a window without asking."""
        window.document.show(window.document.walk)
        window.close()
        window.deleteLater()
        self.application.processEvents()


def example(name: str):
    """One of the examples."""
    from sd3explorer.examples import example_path
    from sd3explorer.walk.walk import Walk

    return Walk.load(example_path(name))


def three():
    """A walk through three prompts."""
    from sd3explorer.walk.easing import Easing
    from sd3explorer.walk.paths import Keyframe, Morph
    from sd3explorer.walk.timing import Ending, Timing
    from sd3explorer.walk.walk import Walk

    return Walk(
        title="Dog to cat to fox",
        path=Morph(
            (
                Keyframe("a flat dog face on a sky blue background", easing=Easing.EASE_IN_OUT),
                Keyframe("a flat cat face on a sky blue background"),
                Keyframe("a flat fox on a lavender background"),
            )
        ),
        timing=Timing(25, 12.5, Ending.THERE_AND_BACK),
    )


def empty(studio: Studio, window) -> None:
    """Nothing typed, nothing rendered."""
    from sd3explorer.app.document.examples_dialog import EMPTY

    studio.show(window, EMPTY)


def loading(studio: Studio, window) -> None:
    """The engine gets ready."""
    studio.show(window, replace(three(), noise=replace(three().noise, seed=int(time.time()))))
    window.control.render()
    studio.wait(2.0)


def warming(studio: Studio, window) -> None:
    """The engine gets ready before anybody has asked for frames."""
    window.warming.set_enabled(True)
    studio.show(window, replace(three(), noise=replace(three().noise, seed=int(time.time()))))
    studio.wait(until=lambda: window.statusBar().readiness_text != "")


def warm(studio: Studio, window) -> None:
    """It is ready."""
    warming(studio, window)
    studio.wait(until=lambda: window.statusBar().readiness_text == "Engine ready")


def half(studio: Studio, window) -> None:
    """Frames stream in."""
    studio.show(window, replace(three(), noise=replace(three().noise, seed=int(time.time()))))
    window.playhead.move_to(8)
    studio.render(window, 0.5)


def done(studio: Studio, window) -> None:
    """Everything is rendered, the GIF is ready."""
    studio.show(window, three())
    studio.render(window)
    window.playhead.move_to(6)
    studio.wait(until=window.export_panel.copy_action.isEnabled)


def even(bridges: bool = True):
    """The same walk with an even motion."""
    from sd3explorer.walk.timing import Motion

    walk = three()
    return replace(walk, timing=replace(walk.timing, motion=Motion.EVEN, bridges=bridges))


def searching(studio: Studio, window) -> None:
    """Even places are looked for."""
    walk = even()
    studio.show(window, replace(walk, noise=replace(walk.noise, seed=int(time.time()))))
    window.control.render()
    studio.wait(until=lambda: window.frames.looked_at > window.frames.count // 2)


def bridged(studio: Studio, window) -> None:
    """They are found, and a bridge leads over a cut."""
    studio.show(window, even())
    studio.render(window)
    window.playhead.move_to(20)
    studio.wait(until=window.export_panel.copy_action.isEnabled)


def unbridged(studio: Studio, window) -> None:
    """The cut is to stay."""
    studio.show(window, even(bridges=False))
    studio.render(window)
    studio.wait(1.0)


def options(studio: Studio, window):
    """The options of an export, whose file plays."""
    from sd3explorer.app.export.options_dialog import OptionsDialog

    done(studio, window)
    window.export_panel.options_action.trigger()
    dialog = window.export_panel.findChild(OptionsDialog)
    studio.wait(2.0)
    return dialog


def computer(studio: Studio, window):
    """The check of this computer, as it would be of one whose GPU isn't used."""
    from sd3explorer.app.computer.dialog import ComputerDialog
    from sd3explorer.machine.backends import Seen
    from sd3explorer.machine.cards import Card
    from sd3explorer.machine.computer import this_computer
    from sd3explorer.machine.report import Checkup

    card = Card("NVIDIA GeForce RTX 4090", 24564 * 2**20, "550.54.14", (8, 9))
    made = replace(this_computer(), cards=(card,))
    seen = (
        Seen("tensorflow", rates=(("float32", 2.1e11), ("bfloat16", 0.7e11)), precision="float32"),
        Seen("jax", rates=(("float32", 2.4e11),), precision="float32"),
    )
    dialog = ComputerDialog(window, lambda *_: Checkup(made, seen, "tensorflow", "no backend has the GPU"))
    dialog.show()
    studio.wait(until=lambda: dialog.report != "")
    return dialog


def checking(studio: Studio, window):
    """The same while it is going on."""
    window.computer.show()
    studio.wait(1.5)
    return window.computer


def grid(studio: Studio, window) -> None:
    """A grid of four prompts."""
    studio.show(window, example("grid"))
    studio.render(window)
    window.playhead.move_to(10)
    studio.wait(4.0)


def mapped(studio: Studio, window):
    """The map, with a route over it and the picture under the pointer."""
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QMouseEvent

    from sd3explorer.walk.paths import Keyframe, Morph

    prompts = ("a flat panda on a mint background", "pizza, flat", "an ink owl")
    walk = three()
    more = (*walk.path.keyframes, *map(Keyframe, prompts))
    studio.show(window, replace(walk, path=Morph(more)))
    studio.render(window)
    window.actions_by_id["map"].trigger()
    opened = window.map
    studio.wait(until=lambda: opened._measured is not None)
    kinds, button, none = QEvent.Type, Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    route = [(0.2, 0.5), (0.35, 0.35), (0.5, 0.42), (0.55, 0.58), (0.66, 0.62)]
    acts = [kinds.MouseButtonPress, *[kinds.MouseMove] * (len(route) - 2), kinds.MouseButtonRelease]
    for act, place in zip(acts, route, strict=True):
        at = opened.view.spot(place)
        pressed = none if act is kinds.MouseMove else button
        event = QMouseEvent(
            act, at, opened.view.mapToGlobal(at), pressed, button, Qt.KeyboardModifier.NoModifier
        )
        studio.application.sendEvent(opened.view, event)
    studio.wait(until=lambda: opened._feed.image is not None and not opened._feed.is_draft)
    return opened


def error(studio: Studio, window) -> None:
    """A message, with what to do about it."""
    studio.show(window, three())
    window.messages.show_message(
        "the engine ended 5 times without finishing a frame (signal 9); what it wrote is in engine.log; "
        "try a smaller image size or another precision",
        "the last lines of the log",
        [("Try again", window.control.render)],
    )


def missing(studio: Studio, window) -> None:
    """A walk whose model isn't here."""
    studio.show(window, example("sd3-dog-to-cat"))


def interval(studio: Studio, window) -> None:
    """Guidance only in the middle of denoising."""
    from sd3explorer.walk.sampler import Sampler

    studio.show(window, replace(three(), sampler=Sampler(guidance_interval=(0.25, 0.9))))


def long(studio: Studio, window) -> None:
    """Prompts that are far too long."""
    from sd3explorer.walk.paths import Keyframe, Morph

    path = Morph((Keyframe(LONG, "blurry, low quality"), Keyframe(LONG[::-1]), Keyframe("")))
    studio.show(window, replace(three(), path=path, title="A very long title that has no end " * 4))


SCENES: dict[str, Callable[[Studio, Any], Any]] = {
    scene.__name__: scene
    for scene in (
        empty,
        warming,
        warm,
        loading,
        half,
        done,
        searching,
        bridged,
        unbridged,
        options,
        computer,
        checking,
        grid,
        mapped,
        error,
        missing,
        interval,
        long,
    )
}

if __name__ == "__main__":
    main()

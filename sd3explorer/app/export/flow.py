"""From the walk's frames to the file that is held ready, and on to where the user wants it."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from sd3explorer.app.estimate_text import exported_sentence
from sd3explorer.app.export.dialog import copy_file
from sd3explorer.app.export.files import RunFolder
from sd3explorer.app.export.maker import Choice, Maker, Order
from sd3explorer.app.export.saver import Saver
from sd3explorer.app.export.thread import Exported
from sd3explorer.export import Clip, ExportError, Format, Frames, Options, file_stem, format_for
from sd3explorer.render.estimate import Estimate, estimate
from sd3explorer.walk.model import ModelFacts
from sd3explorer.walk.walk import Walk


class ExportFlow(QObject):
    """Orders the file that is chosen as soon as all frames are there, has it made, and gives it away.

    Args:
        folder: Where files are until they are given away; it makes a folder of its own in it, and
            removes that in `close_down`.
        saver: Saves what the user wants saved.
        choice: The format of the file.
        options: How it is made, as far as its format knows these.
        carries_walk: Whether it carries the walk that it is of.
        parent: Owner.
    """

    changed = Signal()  # what there is to make, or to give away
    missing = Signal()  # frames, so that nothing is made
    held_back = Signal(str)  # making a file that is so large that nobody may want it: how large
    progressed = Signal(int, int, int)  # frames read, of how many, in which try
    made = Signal(Exported)
    stopped = Signal()  # making the file
    unmade = Signal(str)  # why the file could not be made, as a sentence
    failed = Signal(str)  # what else went wrong
    reported = Signal(str)  # what went well
    mended = Signal(str)  # what had failed, and is no longer true

    def __init__(
        self,
        folder: Path,
        saver: Saver,
        choice: Choice,
        options: Options,
        carries_walk: bool,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.choice = choice
        self.options = options
        self.carries_walk = carries_walk
        self.walk = Walk()
        self.facts: ModelFacts | None = None
        self.stem = file_stem("")
        self.done: int | None = None
        self.total = 0
        self._frames: Frames | None = None
        self._key = ""
        self._failure = ""
        self._folder = RunFolder(folder)
        self._saver = saver
        saver.let_go.connect(self._release)
        self._maker = Maker(self._folder, self)
        self._maker.progressed.connect(self.progressed)
        self._maker.made.connect(self._take_made)
        self._maker.failed.connect(self._take_failure)

    @property
    def name(self) -> str:
        """Name of the file, or of the folder of frames."""
        return self.stem + self.choice.suffix

    @property
    def exported(self) -> Exported | None:
        """The file, where it is ready."""
        return self._maker.exported

    @property
    def busy(self) -> bool:
        """Whether the file is being made."""
        return self._maker.busy

    @property
    def complete(self) -> bool:
        """Whether all frames are there."""
        return self._clip is not None

    @property
    def missing_text(self) -> str:
        """How many frames are there, where that is known, and what follows when all are."""
        if self.done is None:
            return self.tr("Looking up frames…")
        follows = (
            self.tr("the folder follows when all are done")
            if self.choice.format.is_folder
            else self.tr("the {format} follows when all are done").format(
                format=self.choice.suffix[1:].upper()
            )
        )
        text = (
            self.tr("{done} of 1 frame; {follows}")
            if self.total == 1
            else self.tr("{done} of {total} frames; {follows}")
        )
        return text.format(done=self.done, total=self.total, follows=follows)

    def show_walk(self, walk: Walk, title: str, facts: ModelFacts | None) -> None:
        """Takes how the walk plays and what its file is called; see `ExportPanel.show_walk`."""
        self.walk, self.facts = walk, facts
        self.stem = file_stem(title)
        self._order()

    def show_frames(self, frames: Frames | None, done: int | None, total: int, key: str) -> None:
        """Takes the frames of the walk; see `ExportPanel.show_frames`."""
        self._frames, self.done, self.total, self._key = frames, done, total, key
        self._order()

    def choose(self, choice: Choice) -> None:
        """Makes a file of another format."""
        self.choice = choice
        self._order()

    def choose_options(self, options: Options) -> None:
        """Makes it in another way."""
        self.options = options
        self._order()

    def choose_carrying(self, carries_walk: bool) -> None:
        """Makes it with the walk that it is of, or without."""
        self.carries_walk = carries_walk
        self._order()

    def make_again(self) -> None:
        """Makes the file anew."""
        self._take_failure_back()
        self.progressed.emit(0, 1, 1)
        self._maker.make()

    def stop(self) -> None:
        """Stops making the file."""
        self._maker.stop()
        self._saver.go_on()
        self.stopped.emit()

    def save(self, target: Path) -> None:
        """Saves the clip, out of the file that is ready or being made where it would be the same."""
        clip, options = self._clip, self.options_for(target)
        if clip is None:
            problem = self.tr("{name} was not saved: the walk has changed; save it when all frames are done")
            self.failed.emit(problem.format(name=target.name))
        elif self._maker.is_making(target, options):
            self._saver.wait_for(clip, target, options)
        else:
            self._saver.save(clip, target, options, self._held(self._maker.ready_for(target, options)))

    def options_for(self, target: Path) -> Options:
        """How a file is made that is called so."""
        # The name may ask for another format than the panel's, which knows other options.
        try:
            return format_for(target).known(self.options)
        except ExportError:
            # Why that can't be saved, the saver says.
            return self.options

    def copy(self) -> None:
        """Copies the file that is ready, to be pasted elsewhere."""
        exported = self.exported
        if exported is None:
            return
        if not exported.path.exists():
            self.make_again()
            return
        self.keep()
        still = not self.choice.format.animates and not self.choice.format.is_folder
        copy_file(exported.path, with_picture=still)
        self.reported.emit(self.tr("{name} copied").format(name=exported.path.name))

    def keep(self) -> None:
        """Keeps the file that is ready while somebody has it in hand."""
        if self.exported is not None:
            self._folder.keep(self.exported.path)

    def close_down(self) -> None:
        """Stops all work and removes the files that were held ready."""
        self._maker.close_down()
        self._saver.close_down()
        self._folder.close()

    @property
    def _clip(self) -> Clip | None:
        # The walk and its frames come one after the other, so they may not belong together yet.
        if self._frames is None or len(self._frames) != self.walk.frame_count:
            return None
        clip = Clip.of(self.walk, self._frames, self.facts)
        return clip if self.carries_walk else replace(clip, walk=None)

    def needed_for(self, target: Path) -> Estimate | None:
        """What saving there takes, where that has to be encoded and is very much; None where nobody minds."""
        clip, options = self._clip, self.options_for(target)
        if clip is None or self._maker.ready_for(target, options) or self._maker.is_making(target, options):
            return None
        try:
            needed = self._needed(clip, format_for(target), options, target.parent)
        except ExportError:
            # Why that can't be saved, the saver says.
            return None
        return needed if needed is not None and needed.is_large else None

    def _needed(self, clip: Clip, chosen: Format, options: Options, folder: Path) -> Estimate | None:
        if self.facts is None:
            return None
        height, width = (round(side * options.scale) for side in self.walk.image_size(self.facts))
        return estimate(chosen.frame_count(clip), (height, width), folder)

    def _order(self) -> None:
        clip = self._clip
        options = self.choice.format.known(self.options)
        carried = self.walk.title if self.carries_walk else None
        order = Order(self._key, self.stem, carried, self.choice, options) if clip is not None else None
        if order != self._maker.wanted:
            # What is waiting to be saved is the clip of before, which won't be made any more.
            self._saver.go_on()
            self._take_failure_back()
        if order is None or clip is None:
            self._maker.cancel()
            self.missing.emit()
        else:
            needed = self._needed(clip, self.choice.format, options, self._folder.parent)
            large = needed is not None and needed.is_large
            if self._maker.order(order, clip, soon=not large) and self.exported is None:
                if needed is not None and large and not self.busy:
                    self.held_back.emit(exported_sentence(needed))
                else:
                    self.progressed.emit(0, 1, 1)
        self.changed.emit()

    def _take_made(self, exported: Exported) -> None:
        self.made.emit(exported)
        if self._saver.busy:
            self._saver.go_on(self._held(exported.path))
        self.changed.emit()

    def _take_failure(self, sentence: str) -> None:
        self._failure = sentence
        self.unmade.emit(sentence)
        self.failed.emit(sentence)
        self._saver.go_on()

    def _take_failure_back(self) -> None:
        if self._failure:
            self.mended.emit(self._failure)
        self._failure = ""

    def _held(self, path: Path | None) -> Path | None:
        # It must not go while it is being copied, even if the walk changes meanwhile.
        if path is not None:
            self._folder.hold(path)
        return path

    def _release(self, path: Path) -> None:
        self._folder.release(path)

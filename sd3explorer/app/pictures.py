"""Pictures become keyframes: dropped, pasted, or chosen from a file."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from sd3explorer.app.edit_news import EditNews
from sd3explorer.app.messages import Action, MessageBar
from sd3explorer.app.picture_source import PictureSource, Taken
from sd3explorer.app.playhead import Playhead
from sd3explorer.pictures.made_by import MadeBy
from sd3explorer.walk.editing import keyframe_frames, with_keyframe_made
from sd3explorer.walk.following import followed
from sd3explorer.walk.limits import MAX_KEYFRAMES
from sd3explorer.walk.mix import Mix
from sd3explorer.walk.model import ModelFacts
from sd3explorer.walk.paths import Blend, Hold, Keyframe, Morph
from sd3explorer.walk.pictures import MAX_PICTURES, KeyframePicture
from sd3explorer.walk.recipe import Picture
from sd3explorer.walk.walk import Walk

# What messages are about: the next one takes the place of the last.
PICTURES = "pictures"


@dataclass(eq=False, slots=True)
class _Target:
    """What pictures are given to that are still being read.

    Args:
        keyframe: The keyframe, wherever it is by now; None where there is none, or none any more.
        frame: Where one is made then; None where they were dropped on the card of that one alone.
    """

    keyframe: int | None
    frame: int | None


class Pictures(QObject):
    """What becomes of pictures that are given to the window; each is one edit.

    A picture goes to the keyframe that it is dropped on, or under the playhead, or to one that is made there.
    Of several that are given at once, each of the others goes to the next keyframe that has none yet, or to
    one that is added at the end.

    Args:
        playhead: Where keyframes are made.
        messages: Where it says what can't be done.
        news: Where it says what came of it.
        window: Parent of the dialog.

    Signals:
        edited: The walk as it should become, the name of the edit for the undo menu, and its merge key.
    """

    edited = Signal(object, str, str)

    def __init__(self, playhead: Playhead, messages: MessageBar, news: EditNews, window: QWidget) -> None:
        super().__init__(window)
        self._playhead, self._messages, self._news = playhead, messages, news
        self._walk, self._facts = Walk(), None
        self._targets: list[_Target] = []
        self._source = PictureSource(window, self._target)
        self._source.taken.connect(self._finish)

    def show_walk(self, walk: Walk) -> None:
        """Takes the walk, with the places of its frames as far as they are known."""
        before, self._walk = self._walk, walk
        for target in self._targets:
            if target.keyframe is not None:
                target.keyframe = followed(target.keyframe, before.path, walk.path)

    def show_facts(self, facts: ModelFacts | None) -> None:
        """Takes what is known of the walk's model."""
        self._facts = facts

    def take(self, sources: Sequence[Path | bytes], keyframe: int | None = None) -> None:
        """Reads pictures, each of which takes up to a second, and then gives them to keyframes.

        They go to the keyframe, or the frame, that is meant now, whatever is edited meanwhile; not to another
        one where the card that they were dropped on is gone by then.

        Args:
            sources: Files, or their bytes.
            keyframe: The first one's, by its place in the list, from 0; None is the one under the playhead,
                or a new one there.
        """
        self._source.take(sources, self._target(keyframe))

    def paste(self) -> bool:
        """Takes the pictures on the clipboard; false where there are none."""
        return self._source.paste()

    def choose(self) -> None:
        """Asks for files, and takes them."""
        self._source.choose(self.tr("Picture for a keyframe"))

    def forget(self) -> None:
        """Begins anew with another walk: what is still being read was given to the last one."""
        self._source.forget()
        self._targets.clear()
        self._messages.retract(PICTURES)

    def wait(self) -> None:
        """Waits until all pictures that were given are read."""
        self._source.wait()

    def _target(self, keyframe: int | None = None) -> _Target:
        frames, frame = keyframe_frames(self._walk), self._playhead.index
        under_playhead = frames.index(frame) if frame in frames else None
        target = _Target(under_playhead, frame) if keyframe is None else _Target(keyframe, None)
        self._targets.append(target)
        return target

    def _finish(self, given: list[Taken]) -> None:
        walk, numbers, problems = self._walk, list[int](), list[str]()
        for taken in given:
            changed, number, problem = self._with_taken(walk, taken, numbers)
            if problem:
                problems.append(problem)
            else:
                walk = changed
                numbers.append(number)
        if numbers:
            self.edited.emit(walk, self.tr("Picture of a keyframe"), "")
        self._targets.remove(given[0].target)
        self._report(numbers, given, problems)

    def _with_taken(self, walk: Walk, taken: Taken, before: Sequence[int]) -> tuple[Walk, int, str]:
        """The walk with a picture more, whose it is, and why it can't be given to any keyframe."""
        if taken.picture is None:
            return walk, 0, taken.problem
        room, number = _with_next(walk, before[-1]) if before else self._with_keyframe(taken.target)
        problem = self._why_not(room, taken.picture) if room is not None else self._why_no_keyframe()
        if room is None or problem:
            return walk, 0, problem
        earlier = _picture_at(room, number)
        picture = replace(earlier, picture=taken.picture) if earlier else KeyframePicture(taken.picture)
        # Wherever else it stands, it may have been missing as well.
        given = taken.picture
        changed = _with(room, number, picture=picture).with_pictures(
            lambda each: given if each.digest == given.digest else each
        )
        return changed, number, ""

    def _with_keyframe(self, target: _Target) -> tuple[Walk | None, int]:
        """The walk with a keyframe that can take a picture, and which that is; None where there is none."""
        walk = self._walk
        if not isinstance(walk.path, Morph | Hold):
            return None, 0
        if target.keyframe is not None:
            return walk, target.keyframe
        if target.frame is None:
            return None, 0
        frames, frame = keyframe_frames(walk), min(target.frame, walk.frame_count - 1)
        if frame in frames:
            return walk, frames.index(frame)
        return with_keyframe_made(walk, frame, self._facts), bisect_left(frames or [0], frame)

    def _why_no_keyframe(self) -> str:
        path = self._walk.path
        if isinstance(path, Blend):
            return self.tr("A blend takes its pictures from the map: press M, and drop this one there.")
        if not isinstance(path, Morph | Hold):
            return self.tr("Only a morph has keyframes that take pictures: change the path to Morph first.")
        if isinstance(path, Morph) and len(path.keyframes) >= MAX_KEYFRAMES:
            return self.tr(
                "There are {0} keyframes already, and no more are possible: drop the picture on one of them."
            ).format(MAX_KEYFRAMES)
        return self.tr("There is no room for a keyframe here: drop the picture on the card of one.")

    def _why_not(self, walk: Walk, picture: Picture) -> str:
        pictures = walk.path.pictures
        if len(pictures) < MAX_PICTURES or picture in pictures:
            return ""
        return self.tr("A walk has at most {0} pictures: remove one first.").format(MAX_PICTURES)

    def _report(self, numbers: Sequence[int], given: Sequence[Taken], problems: Sequence[str]) -> None:
        texts: list[str] = []
        actions: list[Action] = []
        by = given[0].made_by if len(given) == 1 else None
        if len(numbers) == 1:
            texts.append(self.tr("The picture belongs to prompt {0} now.").format(numbers[0] + 1))
        elif numbers:
            listed = ", ".join(str(number + 1) for number in numbers)
            texts.append(self.tr("The pictures belong to the prompts {0} now.").format(listed))
        if numbers and by is not None:
            texts.append(self.tr("{0} made it of “{1}”.").format(by.program, _shortened(by.prompt)))
            actions = [(self.tr("Take its words and numbers"), lambda: self._use(numbers[0], given[0], by))]
        # The same is said once, as of every picture for which there is no room.
        texts += dict.fromkeys(problems)
        level = "error" if problems else "info"
        if numbers:
            self._news.say(" ".join(texts), PICTURES, actions, level)
        else:
            self._messages.retract(PICTURES)
            self._messages.show_message(" ".join(texts), level=level, topic=PICTURES)

    def _use(self, number: int, taken: Taken, by: MadeBy) -> None:
        """Gives what a picture was made of to a keyframe that has it now, if it can to the one it went to."""
        walk = self._walk
        if not isinstance(walk.path, Morph):
            return
        having = [place for place in range(len(walk.path.keyframes)) if _shows(walk, place, taken.picture)]
        if not having:
            return
        number = number if number in having else having[0]
        keyframe = walk.path.keyframes[number]
        changed = _with(
            walk,
            number,
            prompt=by.prompt,
            negative_prompt=by.negative_prompt,
            mix=None,
            seed=keyframe.seed if by.seed is None else by.seed,
            guidance_scale=keyframe.guidance_scale if by.guidance_scale is None else by.guidance_scale,
        )
        if by.num_steps is not None:
            changed = replace(changed, sampler=replace(changed.sampler, num_steps=by.num_steps))
        self.edited.emit(changed, self.tr("Take what a picture was made with"), "")


def _with_next(walk: Walk, number: int) -> tuple[Walk | None, int]:
    """The walk with a later keyframe that has no picture yet, and which that is; None where there is none."""
    assert isinstance(walk.path, Morph)
    keyframes = walk.path.keyframes
    free = (later for later in range(number + 1, len(keyframes)) if keyframes[later].picture is None)
    found = next(free, len(keyframes))
    if found < len(keyframes):
        return walk, found
    if found >= MAX_KEYFRAMES:
        return None, 0
    return replace(walk, path=replace(walk.path, keyframes=(*keyframes, Keyframe()))), found


def _picture_at(walk: Walk, number: int) -> KeyframePicture | None:
    assert isinstance(walk.path, Morph)
    picture = walk.path.keyframes[number].picture
    return None if isinstance(picture, Mix) else picture


def _shows(walk: Walk, number: int, picture: Picture | None) -> bool:
    there = _picture_at(walk, number)
    return there is not None and picture is not None and there.picture.digest == picture.digest


def _with(walk: Walk, number: int, **changes: object) -> Walk:
    assert isinstance(walk.path, Morph)
    return replace(walk, path=walk.path.with_keyframe(number, **changes))


def _shortened(text: str, most: int = 60) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"

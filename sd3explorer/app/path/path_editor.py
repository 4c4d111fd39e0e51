"""What the editors of all kinds of paths have in common."""

from typing import Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sd3explorer.presets.tokens import Vocabulary
from sd3explorer.walk.model import ModelFacts
from sd3explorer.walk.walk import Walk


class PathEditor(QWidget):
    """Shows a path of one kind and says what it should become.

    Attributes:
        INDENT: How far its cards stay away from the panel's edge, in pixels.

    Signals:
        edited: The path as it should become, the name of the edit, and its merge key.
        keyframe_selected: Somebody came to a keyframe; with its place in the list, from 0.
        picture_dropped: On a keyframe: its place, and paths or the bytes of pictures.
    """

    INDENT: ClassVar[int] = 6

    edited = Signal(object, str, str)
    keyframe_selected = Signal(int)
    picture_dropped = Signal(int, object)

    def show_path(self, path: Any, frames: int) -> None:
        """Shows a path.

        Args:
            path: A path of the editor's kind.
            frames: How many frames the walk has.
        """
        raise NotImplementedError

    def show_walk(self, walk: Walk) -> None:
        """Shows a walk's path, of the editor's kind."""
        self.show_path(walk.path, walk.frame_count)

    def show_place(self, index: int) -> None:
        """Shows which frame is under the playhead, where that makes a difference."""

    def show_vocabulary(self, vocabulary: Vocabulary | None) -> None:
        """Takes what the model reads of a prompt; None where that isn't known."""
        raise NotImplementedError

    def show_facts(self, facts: ModelFacts | None) -> None:
        """Takes what is known of the walk's model, where that makes a difference."""

    def focus_prompt(self) -> None:
        """Puts the cursor into the prompt that is under the playhead, or the first."""
        raise NotImplementedError

    def focus_keyframe(self, number: int) -> None:
        """Puts the cursor into the prompt of a keyframe, where keyframes have prompts of their own."""

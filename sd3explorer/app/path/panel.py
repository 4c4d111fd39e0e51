"""The panel at the left: which prompts each frame gets, and which noise it starts from."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from sd3explorer.app.path.drawing import PathDrawing
from sd3explorer.app.path.kinds import path_kinds
from sd3explorer.app.path.noise_editor import NoiseEditor
from sd3explorer.app.path.path_editor import PathEditor
from sd3explorer.app.path.segment_bar import SegmentBar
from sd3explorer.app.tab_order import fields, put_behind
from sd3explorer.app.theme import Colours, colours
from sd3explorer.presets.tokens import Vocabulary
from sd3explorer.walk.editing import even_from_the_start
from sd3explorer.walk.emphasis import read_emphasis
from sd3explorer.walk.model import ModelFacts
from sd3explorer.walk.noises import NoisePlan
from sd3explorer.walk.paths import Path, Prompts
from sd3explorer.walk.walk import Walk

MARGIN = 12
LEAST_HEIGHT = 120


class PathPanel(QWidget):
    """Path and noise of the walk.

    When the kind of the path is changed back, what that kind held before comes back, until `forget`
    is called.

    Signals:
        edited: The walk as it should become, the name of the edit for the undo menu, and its merge key.
        keyframe_selected: Somebody came to a keyframe of a morph; with its place in the list, from 0.
        picture_dropped: On a keyframe of a morph: its place, and paths or the bytes of pictures.
    """

    edited = Signal(object, str, str)
    keyframe_selected = Signal(int)
    picture_dropped = Signal(int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._walk = Walk()
        self._index = 0
        self._held: dict[type[Path], Path] = {}
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.kinds = SegmentBar()
        self.kinds.setAccessibleName(self.tr("Kind of path"))
        for kind in path_kinds():
            self.kinds.setTabToolTip(self.kinds.addTab(kind.label), kind.tip)
        self._types = [kind.type for kind in path_kinds()]
        self._editors: dict[type[Path], PathEditor] = {}
        self._vocabulary: Vocabulary | None = None
        self._facts: ModelFacts | None = None
        self.kinds.currentChanged.connect(self._set_kind)
        self.drawing = PathDrawing()
        self.noise = NoiseEditor()
        self.noise.edited.connect(self._set_noise)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, MARGIN, 0, MARGIN)
        layout.setSpacing(8)
        self._show_colours()
        layout.addWidget(_indented(self.kinds, self))
        layout.addWidget(self._make_scroll_area(), 1)
        self._show()

    def show_walk(self, walk: Walk) -> None:
        """Shows the path and the noise of a walk."""
        before, self._walk = self._walk, walk
        same = walk.path == before.path and walk.noise == before.noise and walk.placement == before.placement
        # What keyframes are given of their own begins with what the sampler says.
        if not (same and walk.frame_count == before.frame_count and walk.sampler == before.sampler):
            self._show()

    def forget(self) -> None:
        """Another document begins, to which nothing belongs that other kinds of path held."""
        self._held.clear()
        self.noise.forget()

    def show_place(self, index: int) -> None:
        """Shows which frame is under the playhead.

        Args:
            index: Frame, from 0.
        """
        self.drawing.show_place(index)
        self._index = index
        self.editor().show_place(index)

    def show_vocabulary(self, vocabulary: Vocabulary | None) -> None:
        """Takes what the walk's model reads of a prompt; None where that isn't known."""
        self._vocabulary = vocabulary
        for editor in self._editors.values():
            editor.show_vocabulary(vocabulary)

    def show_facts(self, facts: ModelFacts | None) -> None:
        """Takes what is known of the walk's model; None where that isn't known."""
        self._facts = facts
        for editor in self._editors.values():
            editor.show_facts(facts)

    def focus_prompt(self) -> None:
        """Puts the cursor into the prompt that is under the playhead, or the first."""
        self.editor().focus_prompt()

    def focus_keyframe(self, number: int) -> None:
        """Puts the cursor into the prompt of a keyframe, where keyframes have prompts of their own."""
        self.editor().focus_keyframe(number)

    def editor(self, kind: type[Path] | None = None) -> PathEditor:
        """The editor of a kind of path, made when it is first asked for; None is that of the walk."""
        kind = kind or type(self._walk.path)
        if kind not in self._editors:
            self._editors[kind] = self._make_editor(kind)
        return self._editors[kind]

    def shuffle_seed(self) -> None:
        """Draws another seed for the noise, unless it is locked."""
        self.noise.shuffle()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        """Follows the colours of the scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show_colours()

    def _make_scroll_area(self) -> "_ScrollArea":
        self._inside = inside = QWidget()
        area = _ScrollArea(inside, self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(MARGIN - 6, 0, MARGIN, 0)
        # Those of the other kinds of path, which are hidden, would have some, too.
        column.setSpacing(0)
        column.addWidget(_indented(self.drawing, inside, 6, 0))
        column.addSpacing(8)
        self._shown_editors = QVBoxLayout()
        self._shown_editors.setSpacing(0)
        column.addLayout(self._shown_editors)
        column.addSpacing(16)
        column.addWidget(_indented(self.noise, inside, 6, 0))
        column.addStretch(1)
        return area

    def _make_editor(self, kind: type[Path]) -> PathEditor:
        editor = path_kinds()[self._types.index(kind)].make_editor()
        editor.hide()
        holder = _indented(editor, self._inside, editor.INDENT, 0)
        self._shown_editors.addWidget(holder)
        holder.show()
        # Where it is seen: what is made late comes last otherwise. Only one editor is seen at a time.
        put_behind(self.kinds, fields(editor))
        editor.show_vocabulary(self._vocabulary)
        editor.show_facts(self._facts)
        editor.edited.connect(self._set_path)
        editor.keyframe_selected.connect(self.keyframe_selected)
        editor.picture_dropped.connect(self.picture_dropped)
        return editor

    def _show(self) -> None:
        walk = self._walk
        self.kinds.blockSignals(True)
        self.kinds.setCurrentIndex(self._types.index(type(walk.path)))
        self.kinds.blockSignals(False)
        shown = self.editor()
        for editor in self._editors.values():
            editor.setVisible(editor is shown)
        shown.show_walk(walk)
        shown.show_place(self._index)
        self.drawing.show_walk(walk)
        stays = not walk.path.moves and walk.frame_count > 1
        self.noise.show_noise(walk.noise, stays, walk.path.has_seeds)

    def _set_kind(self, choice: int) -> None:
        kind, path = self._types[choice], self._walk.path
        if not isinstance(path, kind):
            self._held[type(path)] = path
            text = self.tr("change path to {kind}").format(kind=self.kinds.tabText(choice).lower())
            walk = replace(self._walk, path=self._held.get(kind) or kind.of(path.prompts))
            self.edited.emit(even_from_the_start(walk, self._walk), text, "")

    def _set_path(self, path: Path, text: str, merge: str) -> None:
        if merge and _emphasises(self._walk.path, path):
            # Undone without what was typed just before.
            merge = f"emphasis of {merge}"
        self.edited.emit(replace(self._walk, path=path), text, merge)

    def _set_noise(self, noise: NoisePlan, text: str, merge: str) -> None:
        self.edited.emit(replace(self._walk, noise=noise), text, merge)

    def _show_colours(self) -> None:
        style_sheet = _style_sheet(colours(self))
        if style_sheet != self.styleSheet():
            self.setStyleSheet(style_sheet)


class _ScrollArea(QScrollArea):
    """Wide enough for what is in it."""

    def __init__(self, inside: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = inside
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(self._inside.minimumSizeHint().width(), LEAST_HEIGHT)


def _emphasises(before: Path, after: Path) -> bool:
    """Whether the words of all prompts stay, and some of them count for more or less."""
    changed = [pair for pair in zip(before.prompts, after.prompts, strict=False) if pair[0] != pair[1]]
    return bool(changed) and all(_words(one) == _words(other) for one, other in changed)


def _words(prompts: Prompts) -> tuple[str, str]:
    return read_emphasis(prompts.prompt).text, read_emphasis(prompts.negative_prompt).text


def _indented(widget: QWidget, parent: QWidget, left: int = MARGIN, right: int = MARGIN) -> QWidget:
    holder = QWidget(parent)
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(left, 0, right, 0)
    layout.addWidget(widget)
    return holder


def _style_sheet(shown: Colours) -> str:
    return f"""
PromptEdit, PromptEdit:focus {{ background: transparent; border: none; padding: 0; }}
PromptEdit[role="inset"] {{
    background: {shown.field.name()}; border: 1px solid {shown.line.name()};
    border-radius: 5px; padding: 2px 4px;
}}
PromptEdit[role="inset"]:focus {{ border-color: {shown.accent.name()}; }}
QPushButton[dashed="true"] {{
    background: transparent; border: 1px dashed {shown.line.name()}; color: {shown.dim.name()};
}}
QPushButton[dashed="true"]:hover, QPushButton[dashed="true"]:focus {{ border-color: {shown.accent.name()}; }}
WayRow QToolButton {{ color: {shown.dim.name()}; font-size: 12px; padding: 2px; }}
WayRow QAbstractSpinBox {{ padding: 1px 6px; font-size: 12px; }}
PromptsField QToolButton {{ color: {shown.dim.name()}; font-size: 12px; }}
"""

"""What the morph editor lists: a card for each keyframe, and a row for the way to the next one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAction, QContextMenuEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sd3explorer.app.drops import PictureDrops
from sd3explorer.app.easing_names import easing_name
from sd3explorer.app.fields import NARROW, NumberBox, card_button, lead_to_field
from sd3explorer.app.icons import icon
from sd3explorer.app.path.dwell_box import DwellBox
from sd3explorer.app.path.handle import HANDLE, Handle
from sd3explorer.app.path.lora_strengths import LoraStrengths
from sd3explorer.app.path.mix_field import MixField
from sd3explorer.app.path.own_settings import OwnSettings
from sd3explorer.app.path.picture_field import PictureField
from sd3explorer.app.path.prompts_field import PromptsField
from sd3explorer.presets.tokens import Vocabulary
from sd3explorer.walk.easing import Bezier, Easing
from sd3explorer.walk.limits import MAX_SPAN, MIN_SPAN
from sd3explorer.walk.loras import Lora
from sd3explorer.walk.paths import Keyframe

# What a unit takes in a narrow field.
SUFFIX = 10


class KeyframeCard(QWidget):
    """A keyframe's prompts, with the diamond it is dragged by.

    Signals:
        prompt_edited, negative_prompt_edited: With the new text.
        dwell_edited: With the new number of frames to hold.
        lora_edited: With a LoRA's place in the model's list, from 0, and its new strength.
        seed_edited, guidance_edited: With what it shall have of its own; None leaves that to the walk.
        seed_asked, guidance_asked: It shall have one of its own.
        picture_edited: With what it shall have of a picture, or None, and whether more such edits may follow.
        picture_dropped: With a list of what was dropped on it, paths or the bytes of pictures.
        prompt_asked: A prompt shall be written in the place of a mix.
        entered: Somebody came to one of its fields.
        duplicate, remove, move_up, move_down: What is asked for, by menu or shortcut.
        dragged: The diamond is dragged; with the pointer's y on the screen.
        dropped: The diamond was let go.
        drag_cancelled: The drag was given up.
        grown: It is taller than it was.
    """

    accessible_role = QAccessible.Role.Grouping

    prompt_edited = Signal(str)
    negative_prompt_edited = Signal(str)
    dwell_edited = Signal(int)
    lora_edited = Signal(int, float)
    seed_edited = Signal(object)
    guidance_edited = Signal(object)
    seed_asked = Signal()
    guidance_asked = Signal()
    picture_edited = Signal(object, bool)
    picture_dropped = Signal(object)
    prompt_asked = Signal()
    entered = Signal()
    duplicate = Signal()
    remove = Signal()
    move_up = Signal()
    move_down = Signal()
    dragged = Signal(int)
    dropped = Signal()
    drag_cancelled = Signal()
    grown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[object, ...] = ()
        self.frame = QFrame()
        self.frame.setProperty("role", "card")
        self.prompts = PromptsField("")
        self.dwell: DwellBox | None = None
        self.loras: LoraStrengths | None = None
        self.own: OwnSettings | None = None
        self.mix: MixField | None = None
        self.picture: PictureField | None = None
        PictureDrops(self).dropped.connect(self.picture_dropped)
        self.more = card_button()
        self.more.setIcon(icon("more", self.more))
        self.more.setProperty("flat", True)
        self.more.clicked.connect(self._open_menu)
        self.prompts.line.addWidget(self.more)
        self._inside = QVBoxLayout(self.frame)
        self._inside.setContentsMargins(8, 6, 4, 4)
        self._inside.addWidget(self.prompts)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(HANDLE // 2, 0, 0, 0)
        outside.addWidget(self.frame)
        self.handle = Handle(self)
        self.handle.dragged.connect(self.dragged)
        self.handle.dropped.connect(self.dropped)
        self.handle.cancelled.connect(self.drag_cancelled)
        self.prompts.prompt_edited.connect(self.prompt_edited)
        self.prompts.negative_prompt_edited.connect(self.negative_prompt_edited)
        self.prompts.entered.connect(self.entered)
        lead_to_field(self, self.prompts)
        self._make_actions()

    def show_keyframe(
        self,
        number: int,
        count: int,
        most: int,
        keyframe: Keyframe,
        frame: int,
        loras: Sequence[Lora] = (),
        mix: str = "",
        shape: tuple[int, int] = (1, 1),
    ) -> None:
        """Shows a keyframe.

        Args:
            number: Its place in the list, from 0.
            count: How many there are.
            most: How many there may be.
            keyframe: The keyframe.
            frame: The frame it is on or next to, from 0.
            loras: Those of the model, as strong as they are here, where that varies along the path.
            mix: The prompts that it mixes, each with its share, where it lay between them.
            shape: Height and width of the walk's frames.
        """
        self.prompts.show_prompts(keyframe.prompt, keyframe.negative_prompt)
        own = keyframe.seed, keyframe.guidance_scale
        shown = (number, count, most, frame, keyframe.dwell, mix, keyframe.picture, shape, *own, *loras)
        if shown == self._shown:
            return
        self._shown = shown
        name = self.tr("Prompt {number}").format(number=number + 1)
        self.setAccessibleName(name)
        self.prompts.show_name(name)
        self.prompts.note.setText(self.tr("frame {number}").format(number=frame + 1))
        more = self.tr("More for prompt {number}").format(number=number + 1)
        self.more.setAccessibleName(more)
        self.more.setToolTip(more)
        self._show_dwell(number, keyframe.dwell)
        self._show_loras(number, loras)
        self._show_own(number, keyframe)
        self._show_mix(number, mix)
        self._show_picture(number, keyframe, shape)
        self.duplicate_action.setEnabled(count < most)
        self.remove_action.setEnabled(count > 2)
        self.remove_action.setText(
            self.tr("Delete") if count > 2 else self.tr("Delete (a morph needs two prompts)")
        )
        self.up_action.setEnabled(number > 0)
        self.down_action.setEnabled(number < count - 1)

    def show_selected(self, selected: bool) -> None:
        """Draws the border of the keyframe that is selected, or of one that isn't."""
        if self.frame.property("selected") != selected:
            self.frame.setProperty("selected", selected)
            self.frame.style().unpolish(self.frame)
            self.frame.style().polish(self.frame)

    @property
    def shows_picture(self) -> bool:
        """Whether its keyframe has a picture."""
        return self.picture is not None and not self.picture.isHidden()

    def show_vocabulary(self, vocabulary: Vocabulary | None) -> None:
        """Takes what the model reads."""
        self.prompts.show_vocabulary(vocabulary)

    def focus_prompt(self) -> None:
        """Puts the cursor into the prompt, or goes to where one can be written in the place of a mix."""
        if self.mix is not None and not self.mix.isHidden():
            self.mix.write.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.prompts.focus_prompt()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Keeps the diamond on the edge of the card, beside the first line, and reports that it has grown."""
        super().resizeEvent(event)
        first_line = self.frame.y() + 10 + self.fontMetrics().lineSpacing() // 2
        self.handle.move(0, first_line - HANDLE // 2)
        self.handle.raise_()
        if event.size().height() > event.oldSize().height():
            self.grown.emit()

    def _show_dwell(self, number: int, dwell: int) -> None:
        if dwell and self.dwell is None:
            self._make_dwell()
        if self.dwell is not None:
            self.dwell.setAccessibleName(self.tr("Hold prompt {number}").format(number=number + 1))
            self.dwell.show_value(dwell)
            # Not while somebody is in it, who may have stepped down to 0 and up again.
            self.dwell.setVisible(dwell > 0 or self.dwell.hasFocus())

    def _show_loras(self, number: int, loras: Sequence[Lora]) -> None:
        if loras and self.loras is None:
            # Made late, as few walks have any.
            self.loras = LoraStrengths(self.frame)
            self.loras.edited.connect(self.lora_edited)
            self._inside.addWidget(self.loras)
        if self.loras is not None:
            self.loras.show_strengths(number, loras)

    def _show_own(self, number: int, keyframe: Keyframe) -> None:
        has_any = keyframe.seed is not None or keyframe.guidance_scale is not None
        if has_any and self.own is None:
            # Made late, as few keyframes have any.
            self.own = OwnSettings(self.frame)
            self.own.seed_edited.connect(self.seed_edited)
            self.own.guidance_edited.connect(self.guidance_edited)
            self._inside.addWidget(self.own)
        if self.own is not None:
            self.own.show_keyframe(number, keyframe)
        self.seed_action.setEnabled(keyframe.seed is None)
        self.guidance_action.setEnabled(keyframe.guidance_scale is None)

    def _show_picture(self, number: int, keyframe: Keyframe, shape: tuple[int, int]) -> None:
        if keyframe.picture is not None and self.picture is None:
            # Made late, as few keyframes have any.
            self.picture = PictureField(self.frame)
            self.picture.edited.connect(self.picture_edited)
            self._inside.insertWidget(0, self.picture)
        if self.picture is not None:
            self.picture.show_picture(number, keyframe.picture, shape)

    def _show_mix(self, number: int, mix: str) -> None:
        if mix and self.mix is None:
            self.mix = MixField(self.frame)
            self.mix.prompt_asked.connect(self.prompt_asked)
            self._inside.insertWidget(0, self.mix)
            self.prompts.line.insertWidget(1, self.mix.write)
        if self.mix is not None:
            self.mix.show_mix(number, mix)
            self.mix.setVisible(bool(mix))
            if mix and self.prompts.prompt.edit.hasFocus():
                # What is typed goes on being a prompt.
                self.mix.write.setFocus(Qt.FocusReason.OtherFocusReason)
        self.prompts.show_words(not mix)

    def _make_dwell(self) -> DwellBox:
        # Made late: most keyframes aren't held, and a walk may have hundreds of them.
        self.dwell = DwellBox(self.frame)
        self.dwell.valueChanged.connect(self.dwell_edited)
        self.dwell.editingFinished.connect(self._fold_dwell)
        self._inside.addWidget(self.dwell, 0, Qt.AlignmentFlag.AlignLeft)
        QWidget.setTabOrder(self.more, self.dwell)
        return self.dwell

    def _enter_dwell(self) -> None:
        dwell = self.dwell or self._make_dwell()
        dwell.show()
        dwell.setFocus(Qt.FocusReason.OtherFocusReason)
        dwell.selectAll()

    def _fold_dwell(self) -> None:
        if self.dwell is not None and not self.dwell.value() and not self.dwell.hasFocus():
            self.dwell.hide()

    def _make_actions(self) -> None:
        self.dwell_action = self._action(self.tr("Hold for some frames"), "", self._enter_dwell)
        self.seed_action = self._action(self.tr("Own seed"), "", self.seed_asked.emit)
        self.guidance_action = self._action(self.tr("Own guidance"), "", self.guidance_asked.emit)
        self.duplicate_action = self._action(self.tr("Duplicate"), "Ctrl+D", self.duplicate.emit)
        self.up_action = self._action(self.tr("Move up"), "Alt+Up", self.move_up.emit)
        self.down_action = self._action(self.tr("Move down"), "Alt+Down", self.move_down.emit)
        self.remove_action = self._action(self.tr("Delete"), "", self.remove.emit)

    def _action(self, text: str, shortcut: str, act: Callable[[], object]) -> QAction:
        action = QAction(text, self)
        if shortcut:
            action.setShortcut(QKeySequence(shortcut))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda: act())
        self.addAction(action)
        return action

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 (Qt's name)
        """Opens the menu of the button; a prompt has its own."""
        _popup(self.actions(), self.more, event.globalPos())

    def _open_menu(self) -> None:
        _popup(self.actions(), self.more)


class WayRow(QWidget):
    """The way from one keyframe to the next: how many frames it takes, its easing and its length.

    Signals:
        easing_chosen: With the new easing.
        span_edited: With the new length.
    """

    easing_chosen = Signal(object)
    span_edited = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._easing: Easing | Bezier = Easing.LINEAR
        self._shown: tuple[object, ...] = ()
        self.frames = QLabel()
        self.frames.setProperty("role", "dim")
        self.frames.setMinimumWidth(1)
        self.easing = card_button()
        self.easing.setProperty("flat", True)
        self.easing.clicked.connect(self._open_menu)
        self.span = NumberBox(MIN_SPAN, MAX_SPAN, narrow=True)
        # So that the number says what it is: a factor.
        self.span.setSuffix("×")
        self.span.setFixedWidth(NARROW + SUFFIX)
        self.span.setSingleStep(0.25)
        self.span.setToolTip(self.tr("Length of this way relative to the others: 2× takes twice as long"))
        self.span.valueChanged.connect(self.span_edited)
        row = QHBoxLayout(self)
        row.setContentsMargins(HANDLE, 1, 0, 1)
        row.setSpacing(2)
        row.addWidget(self.frames, 1)
        row.addWidget(self.easing)
        row.addWidget(self.span)

    def show_way(self, number: int, keyframe: Keyframe, frames: int, leads_back: bool) -> None:
        """Shows the way from a keyframe.

        Args:
            number: The keyframe's place in the list, from 0.
            keyframe: The keyframe.
            frames: How many frames the way takes.
            leads_back: Whether it leads back to the first keyframe.
        """
        shown = (number, keyframe.easing, keyframe.span, frames, leads_back)
        if shown == self._shown:
            return
        self._shown = shown
        count = self.tr("1 frame") if frames == 1 else self.tr("{count} frames").format(count=frames)
        self.frames.setText(f"{'↺' if leads_back else '↓'} {count}")
        self._easing = keyframe.easing
        self.easing.setText(f"{easing_name(keyframe.easing).lower()} ▾")
        self.easing.setAccessibleName(
            self.tr("Easing after prompt {number}: {easing}").format(
                number=number + 1, easing=easing_name(keyframe.easing)
            )
        )
        self.easing.setToolTip(self.tr("Easing: how the frames are distributed on this way"))
        self.span.setAccessibleName(self.tr("Length after prompt {number}").format(number=number + 1))
        self.span.show_value(keyframe.span)

    def _open_menu(self) -> None:
        actions = []
        custom = [self._easing] if isinstance(self._easing, Bezier) else []
        for easing in (*Easing, *custom):
            action = QAction(easing_name(easing))
            action.setCheckable(True)
            action.setChecked(easing == self._easing)
            action.triggered.connect(lambda _, chosen=easing: self.easing_chosen.emit(chosen))
            actions.append(action)
        _popup(actions, self.easing)


def _popup(actions: list[QAction], button: QToolButton, place: QPoint | None = None) -> None:
    # Made when asked for: a walk may have hundreds of keyframes.
    menu = QMenu(button)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for action in actions:
        if action.parent() is None:
            action.setParent(menu)
        menu.addAction(action)
    menu.popup(place or button.mapToGlobal(QPoint(0, button.height())))

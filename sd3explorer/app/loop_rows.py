"""What comes after the last frame: rows of the timing's form, and what comes out of them."""

from dataclasses import replace

from PySide6.QtCore import QLocale, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLabel, QWidget

from sd3explorer.app.fields import add_row, leave_wheel
from sd3explorer.app.texts import translate, without_key
from sd3explorer.walk.looping import led_back, with_way_back
from sd3explorer.walk.timing import Ending
from sd3explorer.walk.walk import Walk


class LoopRows(QObject):
    """How playback ends, whether path and noise lead back to their start, and what that makes.

    Args:
        form: The form that the rows are added to.
        parent: Qt's owner.
    """

    edited = Signal(object, str, str)

    def __init__(self, form: QFormLayout, parent: QWidget) -> None:
        super().__init__(parent)
        self._walk = Walk()
        self.ending = QComboBox()
        leave_wheel(self.ending)
        for ending, text in (
            (Ending.ONCE, self.tr("Once")),
            (Ending.THERE_AND_BACK, self.tr("There and back")),
            (Ending.LOOP, self.tr("Loop")),
        ):
            self.ending.addItem(text, ending)
        self.ending.setToolTip(self.tr("What playback does after the last frame"))
        name = self.tr("E&nding")
        add_row(form, name, self.ending)
        self.ending.setAccessibleName(without_key(name))
        self.back = QCheckBox(self.tr("Lead back to the start"))
        self.back.setToolTip(
            self.tr("After the last prompt and seed come the first ones again, so that a loop has no jump")
        )
        form.addRow(self.back)
        self.played = QLabel(wordWrap=True)
        self.played.setProperty("role", "dim")
        self.played.setToolTip(
            self.tr(
                "A walk loops without a jump where it leads back to its start, and its noise is fixed, an "
                "orbit, or leads back too"
            )
        )
        form.addRow(self.played)
        self.ending.activated.connect(self._end)
        self.back.clicked.connect(self._lead_back)

    def show_walk(self, walk: Walk) -> None:
        """Shows how a walk ends."""
        self._walk = walk
        parts = led_back(walk)
        with QSignalBlocker(self.ending), QSignalBlocker(self.back):
            self.ending.setCurrentIndex(self.ending.findData(walk.timing.ending))
            # Where only one of two leads back, a click has the other do so too.
            some, every = any(parts), bool(parts) and all(parts)
            states = Qt.CheckState
            one = states.PartiallyChecked if some else states.Unchecked
            self.back.setCheckState(states.Checked if every else one)
            self.back.setVisible(bool(parts))
        self.played.setText(played_text(walk))

    def _end(self) -> None:
        timing = replace(self._walk.timing, ending=Ending(self.ending.currentData()))
        walk, name = replace(self._walk, timing=timing), self.tr("ending")
        if walk != self._walk:
            self.edited.emit(walk, self.tr("Change {0}").format(name), name)

    def _lead_back(self) -> None:
        leads_back = not all(led_back(self._walk))
        text = self.tr("lead back to the start") if leads_back else self.tr("end at the last prompt or seed")
        self.edited.emit(with_way_back(self._walk, leads_back), text, "")


def played_text(walk: Walk) -> str:
    """What comes out of a walk when it plays: "64 frames there and back = 126 · 10.1 s"."""
    frames, shown = walk.frame_count, len(walk.playback_order)
    if walk.timing.ending is Ending.THERE_AND_BACK:
        text = translate("SamplerPanel", "{frames} frames there and back = {shown}")
    elif walk.timing.ending is Ending.ONCE:
        text = translate("SamplerPanel", "{frames} frames, once")
    elif walk.trail.is_closed:
        text = translate("SamplerPanel", "{frames} frames, then on from the first: no jump")
    else:
        text = translate("SamplerPanel", "{frames} frames, then a jump to the first")
    seconds = QLocale().toString(shown / walk.timing.frame_rate, "f", 1)
    text += translate("SamplerPanel", " · {seconds} s")
    return text.format(frames=frames, shown=shown, seconds=seconds)

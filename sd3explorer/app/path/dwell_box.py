"""The field for how long a keyframe is held."""

from PySide6.QtWidgets import QWidget

from sd3explorer.app.fields import CountBox
from sd3explorer.walk.limits import MAX_DWELL


class DwellBox(CountBox):
    """For how many more frames a keyframe shows, as "Hold 3 frames"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, MAX_DWELL, parent)
        self.setPrefix(self.tr("Hold "))
        self.setToolTip(self.tr("For how many more frames this prompt is held before the way to the next"))
        self._show_unit(self.value())
        self.valueChanged.connect(self._show_unit)

    def show_value(self, value: int | None) -> None:
        """Shows a number of frames without reporting an edit."""
        self._show_unit(value)
        super().show_value(value)

    def _show_unit(self, value: int | None) -> None:
        self.setSuffix(self.tr(" frame") if value == 1 else self.tr(" frames"))

"""Where a picture lies in a view that can be zoomed and panned."""

from PySide6.QtCore import QPointF, QRectF, QSizeF

STEP = 1.25
SMALLEST, LARGEST = 1.0 / 16.0, 64.0


class Zoom:
    """The scale of a picture and which part of it is seen.

    All places are in the view's units; a scale is in units of the view for a pixel of the picture.
    """

    def __init__(self) -> None:
        self._scale: float | None = None
        self._offset = QPointF()
        self._view = QRectF()
        self._picture = QSizeF(1.0, 1.0)
        self._margin = 0.0

    @property
    def fitted(self) -> bool:
        """Whether the whole picture is shown, as large as it fits."""
        return self._scale is None

    @property
    def scale(self) -> float:
        """Units of the view for a pixel of the picture."""
        if self._scale is not None:
            return self._scale
        room = (self._view.width() - self._margin, self._view.height() - self._margin)
        return max(1e-3, min(room[0] / self._picture.width(), room[1] / self._picture.height()))

    @property
    def target(self) -> QRectF:
        """Where the picture lies; reaches out of the view where it is larger."""
        rect = QRectF(QPointF(), self._picture * self.scale)
        rect.moveCenter(self._view.center() + self._offset)
        return rect

    @property
    def can_pan(self) -> bool:
        """Whether some of the picture is outside of the view."""
        return not self._view.contains(self.target)

    def set_room(self, view: QRectF, picture: QSizeF, margin: float) -> None:
        """Takes over the sizes.

        Args:
            view: The view.
            picture: Size of the picture in pixels.
            margin: What is left free beside a fitted picture, both sides together.
        """
        self._view, self._picture, self._margin = view, picture, margin
        self._keep_in_view()

    def fit(self) -> None:
        """Shows the whole picture."""
        self._scale = None
        self._offset = QPointF()

    def zoom_to(self, scale: float, at: QPointF | None = None) -> None:
        """Scales the picture.

        Args:
            scale: Units of the view for a pixel of the picture.
            at: Place in the view that keeps what it shows; None is the centre.
        """
        scale = max(SMALLEST, min(scale, LARGEST))
        place = QPointF() if at is None else at - self._view.center()
        self._offset = place - (place - self._offset) * (scale / self.scale)
        self._scale = scale
        self._keep_in_view()

    def pan(self, by: QPointF) -> None:
        """Moves the picture, as far as there is something to see."""
        self._offset += by
        self._keep_in_view()

    def _keep_in_view(self) -> None:
        spare = (self._picture * self.scale - self._view.size()) / 2.0
        across, down = max(0.0, spare.width()), max(0.0, spare.height())
        self._offset = QPointF(
            max(-across, min(self._offset.x(), across)), max(-down, min(self._offset.y(), down))
        )

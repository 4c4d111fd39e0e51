"""The picture of a keyframe: which part of it is shown, and how the walk comes to it."""

from dataclasses import replace
from functools import lru_cache

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

from sd3explorer.app.fields import card_button, leave_wheel
from sd3explorer.app.frames.pictures import as_image
from sd3explorer.app.icons import icon
from sd3explorer.app.path.prompt_edit import TEXT_INDENT
from sd3explorer.app.texts import local_number
from sd3explorer.app.theme import colours
from sd3explorer.pictures.error import PictureError
from sd3explorer.pictures.pixels import box, opened
from sd3explorer.walk.limits import MAX_ZOOM
from sd3explorer.walk.mix import Mix, Mixed
from sd3explorer.walk.model import ModelFacts
from sd3explorer.walk.pictures import KeyframePicture, Mode
from sd3explorer.walk.recipe import Picture
from sd3explorer.walk.walk import Walk

WIDTH, HEIGHT = 112, 88
# What each begins with: a picture that is like another, and the picture itself.
STRENGTHS = {Mode.NEAR: 0.6, Mode.THROUGH: 0.0}
SHADE = QColor(0, 0, 0, 150)
# Of a step with an arrow key, and with one notch of the wheel.
STEP, ZOOM_STEP = 0.05, 1.1
STEPS = {
    Qt.Key.Key_Left: (-STEP, 0.0),
    Qt.Key.Key_Right: (STEP, 0.0),
    Qt.Key.Key_Up: (0.0, -STEP),
    Qt.Key.Key_Down: (0.0, STEP),
}
ZOOMS = {"+": ZOOM_STEP, "-": 1.0 / ZOOM_STEP}


class PictureField(QWidget):
    """Shows the picture of a keyframe, and says what should become of it.

    Signals:
        edited: With the `KeyframePicture` as it should become, and whether that is one of many small changes;
            None takes it away.
    """

    edited = Signal(object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: KeyframePicture | None = None
        self.view = PictureView()
        self.view.moved.connect(lambda x, y, zoom: self._change(x=x, y=y, zoom=zoom))
        self.mix = QLabel(self.tr("between pictures"))
        self.mix.setProperty("role", "dim")
        self.mode = QComboBox()
        self.mode.addItem(self.tr("Near it"), Mode.NEAR)
        self.mode.addItem(self.tr("Through it"), Mode.THROUGH)
        self.mode.setToolTip(
            self.tr(
                "Near it: the prompt's picture resembles this one\n"
                "Through it: the walk comes to this very picture"
            )
        )
        leave_wheel(self.mode)
        self.mode.activated.connect(lambda _: self._choose(Mode(self.mode.currentData())))
        self.strength = QSlider(Qt.Orientation.Horizontal)
        self.strength.setRange(0, 100)
        self.strength.setToolTip(self.tr("How much of the picture is changed; at 0 % it stays as it is"))
        leave_wheel(self.strength)
        self.strength.valueChanged.connect(lambda percent: self._change(strength=percent / 100.0))
        self.strength_label = QLabel()
        self.strength_label.setProperty("role", "dim")
        self.drop = card_button()
        self.drop.setIcon(icon("close", self.drop))
        self.drop.setProperty("flat", True)
        self.drop.setToolTip(self.tr("Remove the picture"))
        self.drop.setAccessibleName(self.tr("Remove the picture"))
        self.drop.clicked.connect(lambda: self.edited.emit(None, False))
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self.mode, 1)
        row.addWidget(self.mix, 1)
        row.addWidget(self.drop)
        settings = QVBoxLayout()
        settings.setSpacing(4)
        settings.addLayout(row)
        settings.addWidget(self.strength_label)
        settings.addWidget(self.strength)
        settings.addStretch(1)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(TEXT_INDENT, 2, 0, 4)
        columns.setSpacing(8)
        columns.addWidget(self.view)
        columns.addLayout(settings, 1)

    def show_picture(
        self, number: int, picture: Mixed[KeyframePicture | None], shape: tuple[int, int]
    ) -> None:
        """Shows a picture.

        Args:
            number: The keyframe's place in the list, from 0.
            picture: What it has of one, or what lay between two.
            shape: Height and width of the walk's frames.
        """
        own = None if isinstance(picture, Mix) else picture
        self._picture = own
        self.setVisible(picture is not None)
        self.mix.setVisible(isinstance(picture, Mix))
        for widget in (self.view, self.mode, self.strength, self.strength_label):
            widget.setVisible(own is not None)
        if own is None:
            return
        name = self.tr("Picture of prompt {number}").format(number=number + 1)
        self.view.setAccessibleName(name)
        self.view.show_picture(own, shape)
        self.mode.setAccessibleName(self.tr("How the walk comes to {picture}").format(picture=name.lower()))
        self.mode.setCurrentIndex(self.mode.findData(own.mode))
        percent = 100.0 * own.strength
        self.strength.setAccessibleName(
            self.tr("How much of {picture} is changed").format(picture=name.lower())
        )
        self.strength.blockSignals(True)
        self.strength.setValue(round(percent))
        self.strength.blockSignals(False)
        self.strength_label.setText(self.tr("Changed by {0} %").format(local_number(percent)))

    def _choose(self, mode: Mode) -> None:
        if self._picture is not None and mode is not self._picture.mode:
            self._change(False, mode=mode, strength=STRENGTHS[mode])

    def _change(self, one_of_many: bool = True, **changes: object) -> None:
        if self._picture is not None:
            self.edited.emit(replace(self._picture, **changes), one_of_many)  # type: ignore[arg-type]


class PictureView(QWidget):
    """A picture with the frame that the walk shows of it; drags move the frame, the wheel zooms.

    Signals:
        moved: Where the frame is now, as in `KeyframePicture`: x, y and zoom.
    """

    moved = Signal(float, float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self._picture: KeyframePicture | None = None
        self._shape = (1, 1)
        self._grabbed: tuple[QPointF, float, float] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SizeAllCursor)
        self.setFixedSize(WIDTH, HEIGHT)
        self.setToolTip(
            self.tr(
                "Drag the frame to show another part; turn the wheel to zoom in\n"
                "With the keyboard: the arrow keys, + and −"
            )
        )

    def show_picture(self, picture: KeyframePicture, shape: tuple[int, int]) -> None:
        """Shows a picture and the frame in it.

        Args:
            picture: The picture.
            shape: Height and width of the walk's frames.
        """
        self._picture, self._shape = picture, shape
        self._image = _image(picture.picture, picture.picture.data)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Draws what is outside of the frame darker."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        shown = colours(self)
        if self._image is None or self._picture is None:
            painter.setPen(shown.dim)
            missing = self.tr("Not in the file: drop it here again")
            centred = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(4, 4, -4, -4), int(centred), missing)
            painter.setPen(QPen(shown.line, 1, Qt.PenStyle.DashLine))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
            return
        place = self._place()
        painter.drawImage(place, self._image)
        painter.fillRect(place, SHADE)
        frame = self._frame()
        scale = self._image.width() / place.width()
        part = QRectF(
            (frame.x() - place.x()) * scale,
            (frame.y() - place.y()) * scale,
            frame.width() * scale,
            frame.height() * scale,
        )
        painter.drawImage(frame, self._image, part)
        painter.setPen(QPen(shown.accent if self.hasFocus() else QColor("white"), 1.5))
        painter.drawRect(frame.adjusted(0.75, 0.75, -0.75, -0.75))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Takes hold of the frame."""
        if event.button() == Qt.MouseButton.LeftButton and self._picture is not None:
            self._grabbed = event.position(), self._picture.x, self._picture.y

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Moves the frame within the picture."""
        if self._grabbed is None or self._image is None:
            return
        start, x, y = self._grabbed
        place, frame, moved = self._place(), self._frame(), event.position() - start
        rooms = place.width() - frame.width(), place.height() - frame.height()
        parts = zip((x, y), (moved.x(), moved.y()), rooms, strict=True)
        self._move(*(was + by / room if room > 1.0 else was for was, by, room in parts))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Lets go of the frame."""
        self._grabbed = None

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 (Qt's name)
        """Comes nearer or goes away, where it was clicked before; else the panel scrolls."""
        if not self.hasFocus():
            event.ignore()
            return
        self._zoom(ZOOM_STEP ** (event.angleDelta().y() / 120.0))
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Claims its keys before the window's shortcuts see them."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Moves the frame by the arrows, and zooms by plus and minus."""
        picture = self._picture
        if picture is None or not _is_own(event):
            super().keyPressEvent(event)
        elif event.text() in ZOOMS:
            self._zoom(ZOOMS[event.text()])
        else:
            x, y = STEPS[Qt.Key(event.key())]
            self._move(picture.x + x, picture.y + y)

    def _move(self, x: float, y: float) -> None:
        assert self._picture is not None
        # In so many digits nobody sees a difference, and nothing is rendered anew for it.
        x, y = (round(min(max(each, 0.0), 1.0), 3) for each in (x, y))
        if (x, y) != (self._picture.x, self._picture.y):
            self.moved.emit(x, y, self._picture.zoom)

    def _zoom(self, factor: float) -> None:
        if self._picture is None:
            return
        zoom = round(min(max(self._picture.zoom * factor, 1.0), MAX_ZOOM), 3)
        if zoom != self._picture.zoom:
            self.moved.emit(self._picture.x, self._picture.y, zoom)

    def _place(self) -> QRectF:
        """Where the whole picture is drawn."""
        assert self._image is not None
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        return QRectF(left, top, size.width(), size.height())

    def _frame(self) -> QRectF:
        assert self._image is not None and self._picture is not None
        place, image = self._place(), self._image
        left, top, right, bottom = box((image.width(), image.height()), self._picture.latents, self._shape)
        scale = place.width() / image.width()
        return QRectF(left * scale, top * scale, (right - left) * scale, (bottom - top) * scale).translated(
            place.topLeft()
        )


def _is_own(event: QKeyEvent) -> bool:
    commands = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    if event.modifiers() & commands:
        return False
    moves = event.key() in STEPS and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
    return moves or event.text() in ZOOMS


def shown_part(picture: KeyframePicture, shape: tuple[int, int]) -> QImage | None:
    """The part of a picture that a walk shows; None where the picture isn't there.

    Args:
        picture: The picture, and where the frame lies in it.
        shape: Height and width of the walk's frames.
    """
    image = _image(picture.picture, picture.picture.data)
    if image is None:
        return None
    left, top, right, bottom = box((image.width(), image.height()), picture.latents, shape)
    return image.copy(QRectF(left, top, right - left, bottom - top).toRect())


def shape_of(walk: Walk, facts: ModelFacts | None) -> tuple[int, int]:
    """Height and width of a walk's frames; a square where nothing is known of the model."""
    # Until it is known how large frames are, most models make them square.
    return walk.model.image_size or (facts.image_size if facts is not None else (1, 1))


@lru_cache(32)
def _image(picture: Picture, data: bytes) -> QImage | None:
    """A picture as it is shown; None where its bytes aren't there, or are none."""
    try:
        return as_image(np.asarray(opened(picture)))
    except PictureError:
        return None

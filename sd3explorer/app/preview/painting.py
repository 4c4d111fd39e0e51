"""How the preview draws what it shows: a picture with its shadow, a mark on it, and words."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGradient,
    QImage,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPixmap,
    QRadialGradient,
)

from sd3explorer.app.prompt_names import DOT
from sd3explorer.app.theme import Colours

CORNER = 4.0
SHADOW = 18
SHADOW_BELOW = 4.0
DIMMED = 0.6


class ScaledPicture:
    """A picture in the size it is shown, kept for as long as nothing of it changes."""

    def __init__(self) -> None:
        self._key: tuple[object, ...] = ()
        self._pixmap = QPixmap()

    def paint(self, painter: QPainter, image: QImage, target: QRectF, view: QRectF, smooth: bool) -> None:
        """Paints a picture into a rectangle, of which only what lies in the view is seen.

        Args:
            painter: Paints on a widget.
            image: The picture.
            target: Where to.
            view: What is seen of it.
            smooth: Whether its pixels melt into each other.
        """
        ratio = painter.device().devicePixelRatioF()
        size = (target.size() * ratio).toSize().expandedTo(QSize(1, 1))
        room = view.size() * ratio
        if size.width() > room.width() or size.height() > room.height():
            # Larger than what is seen: scale no more than that.
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
            painter.drawImage(target, image)
            return
        key = (image.cacheKey(), size, ratio, smooth)
        if key != self._key:
            how = Qt.TransformationMode
            mode = how.SmoothTransformation if smooth else how.FastTransformation
            scaled = image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, mode)
            self._pixmap = QPixmap.fromImage(scaled)
            self._pixmap.setDevicePixelRatio(ratio)
            self._key = key
        painter.drawPixmap(target.topLeft(), self._pixmap)


def on_pixels(rect: QRectF, ratio: float) -> QRectF:
    """The rectangle with its corners on whole pixels of the screen, so that nothing blurs."""
    left, top = round(rect.left() * ratio), round(rect.top() * ratio)
    return QRectF(
        left / ratio, top / ratio, round(rect.width() * ratio) / ratio, round(rect.height() * ratio) / ratio
    )


def paint_shadow(painter: QPainter, rect: QRectF, shown: Colours) -> None:
    """A soft shadow around a picture with round corners, and nothing on it."""
    strength = 70 if shown.window.lightness() < 128 else 40
    cast = rect.translated(0.0, SHADOW_BELOW).adjusted(CORNER, CORNER, -CORNER, -CORNER)
    reach = CORNER + SHADOW
    painter.save()
    painter.setClipPath(_corners(rect) + _around(rect), Qt.ClipOperation.IntersectClip)
    # Else the parts would have seams where they meet between two pixels.
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.fillRect(cast, QColor(0, 0, 0, strength))
    for start, away in (
        (QRectF(cast.left(), cast.top(), cast.width(), 0.0), QPointF(0.0, -reach)),
        (QRectF(cast.left(), cast.bottom(), cast.width(), 0.0), QPointF(0.0, reach)),
        (QRectF(cast.left(), cast.top(), 0.0, cast.height()), QPointF(-reach, 0.0)),
        (QRectF(cast.right(), cast.top(), 0.0, cast.height()), QPointF(reach, 0.0)),
    ):
        side = QLinearGradient(start.topLeft(), start.topLeft() + away)
        painter.fillRect(start.united(start.translated(away)).normalized(), _fading(side, strength))
    for corner, across, down in (
        (cast.topLeft(), -reach, -reach),
        (cast.topRight(), reach, -reach),
        (cast.bottomLeft(), -reach, reach),
        (cast.bottomRight(), reach, reach),
    ):
        area = QRectF(corner, QSizeF(across, down)).normalized()
        painter.fillRect(area, _fading(QRadialGradient(corner, reach), strength))
    painter.restore()


def round_corners(painter: QPainter, rect: QRectF, behind: QColor) -> None:
    """Takes the corners of a picture away."""
    painter.fillPath(_corners(rect), behind)


def _fading(gradient: QGradient, strength: int) -> QGradient:
    """The gradient from full strength, which it has up to the corners' radius, to none."""
    start = CORNER / (CORNER + SHADOW)
    gradient.setColorAt(0.0, QColor(0, 0, 0, strength))
    for step in range(9):
        share = step / 8
        colour = QColor(0, 0, 0, round(strength * (1.0 - share) ** 2))
        gradient.setColorAt(start + share * (1.0 - start), colour)
    return gradient


def _corners(rect: QRectF) -> QPainterPath:
    inside, whole = QPainterPath(), QPainterPath()
    inside.addRoundedRect(rect, CORNER, CORNER)
    whole.addRect(rect)
    return whole - inside


def _around(rect: QRectF) -> QPainterPath:
    inside, whole = QPainterPath(), QPainterPath()
    inside.addRect(rect)
    whole.addRect(rect.adjusted(-2 * SHADOW, -2 * SHADOW, 2 * SHADOW, 2 * SHADOW))
    return whole - inside


def paint_mark(painter: QPainter, text: str, rect: QRectF, view: QRectF) -> None:
    """A mark at the lower edge of what is seen of a picture, legible on any picture."""
    font = QFont(painter.font())
    font.setPixelSize(12)
    metrics = QFontMetricsF(font)
    seen = rect.intersected(view)
    text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, view.width() - 48.0)
    pill = QRectF(QPointF(), QSizeF(metrics.horizontalAdvance(text) + 24.0, metrics.height() + 10.0))
    pill.moveCenter(QPointF(seen.center().x(), seen.bottom() - pill.height() / 2.0 - 12.0))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(20, 20, 20, 215))
    painter.drawRoundedRect(pill, pill.height() / 2.0, pill.height() / 2.0)
    painter.setFont(font)
    painter.setPen(QColor("#f0f0f0"))
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)


def paint_words(painter: QPainter, heading: str, text: str, view: QRectF, shown: Colours) -> None:
    """A heading and a text in the middle of the view."""
    width = min(view.width() - 48.0, 520.0)
    column = QRectF(view.center().x() - width / 2.0, view.top(), width, view.height())
    large, small = QFont(painter.font()), QFont(painter.font())
    large.setPixelSize(16)
    small.setPixelSize(13)
    wrapped = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
    heights = [
        QFontMetricsF(font).boundingRect(column, wrapped, words).height()
        for font, words in ((large, heading), (small, text))
    ]
    top = view.center().y() - (sum(heights) + 8.0) / 2.0
    painter.setFont(large)
    painter.setPen(shown.text)
    painter.drawText(QRectF(column.left(), top, width, heights[0]), wrapped, heading)
    painter.setFont(small)
    painter.setPen(shown.dim)
    painter.drawText(QRectF(column.left(), top + heights[0] + 8.0, width, heights[1]), wrapped, text)


def paint_line(painter: QPainter, left: str, right: str, line: QRect, shown: Colours) -> None:
    """What is said at the two ends of a line; the left end gives way last, the right one part by part."""
    font = QFont(painter.font())
    font.setPixelSize(12)
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(shown.dim)
    right = whole_parts(metrics, right, line.width() - metrics.horizontalAdvance(left) - 24.0)
    left = metrics.elidedText(left, Qt.TextElideMode.ElideRight, line.width())
    painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, left)
    painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, right)


def whole_parts(metrics: QFontMetricsF, text: str, room: float) -> str:
    """As many of the parts of a text as there is room for, from the first on; half a number tells nothing.

    Args:
        metrics: Of the font.
        text: With a dot between its parts.
        room: In pixels.
    """
    while text and metrics.horizontalAdvance(text) > room:
        text = text.rpartition(DOT)[0]
    return text

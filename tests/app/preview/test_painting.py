"""How the preview draws what is around a picture."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter

from sd3explorer.app import theme
from sd3explorer.app.preview.painting import SHADOW, paint_shadow, whole_parts


@pytest.mark.parametrize("ratio", [1, 2])
@pytest.mark.parametrize("shown", [theme.DARK, theme.LIGHT], ids=["dark", "light"])
def test_a_shadow_fades_without_stripes(qapp, ratio, shown):
    side = 120
    image = QImage(side * ratio, side * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(shown.window)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_shadow(painter, QRectF(40, 40, 40, 40), shown)
    painter.end()
    below = range(80 * ratio, side * ratio)
    lightness = [image.pixelColor(60 * ratio, y).lightness() for y in below]
    steps = [after - before for before, after in pairwise(lightness)]
    assert min(steps) >= 0
    assert max(steps) <= 8
    assert lightness[-1] - lightness[0] > SHADOW / 4


def test_a_shadow_leaves_the_picture_alone_and_has_no_specks_at_its_corners(qapp):
    image = QImage(200, 160, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    paint_shadow(painter, QRectF(50, 40, 100, 80), theme.LIGHT)
    painter.end()

    def lightness(x, y):
        return image.pixelColor(x, y).lightness()

    assert {lightness(x, y) for x in (51, 100, 148) for y in (45, 80, 114)} == {255}
    for x, out in ((50, -1), (149, 1)):
        outwards = [lightness(x + out * away, 120 + away) for away in range(3, 20)]
        assert outwards == sorted(outwards)
        assert outwards[0] < 245


@pytest.mark.parametrize(
    "room, shown",
    [
        ("16 steps · guidance 4.5 · 512 × 512", "16 steps · guidance 4.5 · 512 × 512"),
        ("16 steps · guidance 4.5 · 512", "16 steps · guidance 4.5"),
        ("16 steps · guid", "16 steps"),
        ("16", ""),
    ],
)
def test_what_there_is_no_room_for_is_left_out_part_by_part(qapp, room, shown):
    metrics = QFontMetricsF(QFont())
    text = "16 steps · guidance 4.5 · 512 × 512"
    assert whole_parts(metrics, text, metrics.horizontalAdvance(room)) == shown
    assert whole_parts(metrics, text, -10.0) == ""

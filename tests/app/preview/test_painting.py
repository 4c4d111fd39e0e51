"""How the preview draws what is around a picture."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from sd3explorer.app import theme
from sd3explorer.app.preview.painting import SHADOW, paint_shadow


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

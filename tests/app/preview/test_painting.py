"""What the preview draws around a picture."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from sd3explorer.app import theme
from sd3explorer.app.preview.painting import SHADOW, SHADOW_BELOW, paint_shadow

PICTURE = QRectF(50.0, 40.0, 100.0, 80.0)


@pytest.fixture(params=[1.0, 2.0])
def lightness(qapp, request):
    """How light each point is around a picture that isn't painted itself."""
    ratio = request.param
    image = QImage(round(200 * ratio), round(160 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    paint_shadow(painter, PICTURE, theme.LIGHT)
    painter.end()
    return lambda x, y: image.pixelColor(int(x * ratio), int(y * ratio)).lightness()


def test_no_shadow_is_on_the_picture(lightness):
    assert {lightness(x, y) for x in (51, 100, 148) for y in (45, 80, 114)} == {255}


def test_it_fades_from_the_edge_outwards(lightness):
    below = [lightness(100, PICTURE.bottom() + away) for away in range(1, int(SHADOW + SHADOW_BELOW) + 2)]
    assert below == sorted(below)
    assert below[0] < 230
    assert below[-1] == 255


def test_it_has_no_specks_at_the_corners(lightness):
    for x, y, out in ((50, 120, -1), (150, 120, 1)):
        outwards = [lightness(x + out * away, y + away) for away in range(3, 20)]
        assert outwards == sorted(outwards)
        assert outwards[0] < 245

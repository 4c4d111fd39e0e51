"""Where a picture lies: fitted, zoomed around a place, and never lost out of sight."""

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF

from sd3explorer.app.preview.zoom import LARGEST, SMALLEST, Zoom


@pytest.fixture
def zoom():
    zoom = Zoom()
    zoom.set_room(QRectF(0, 40, 400, 300), QSizeF(100, 50), 0.0)
    return zoom


def in_picture(zoom, place):
    return (place - zoom.target.topLeft()) / zoom.scale


def test_a_fitted_picture_is_as_large_as_fits_and_in_the_middle(zoom):
    assert zoom.fitted
    assert zoom.target == QRectF(0, 90, 400, 200)


def test_the_margin_stays_free(zoom):
    zoom.set_room(QRectF(0, 40, 400, 300), QSizeF(100, 50), 40.0)
    assert zoom.target == QRectF(20, 100, 360, 180)


def test_a_fitted_picture_stays_fitted_when_the_view_grows(zoom):
    zoom.set_room(QRectF(0, 0, 800, 400), QSizeF(100, 50), 0.0)
    assert zoom.target == QRectF(0, 0, 800, 400)


def test_zooming_in_keeps_what_is_under_the_pointer(zoom):
    place = QPointF(130, 200)
    zoom.zoom_to(8.0, place)
    before = in_picture(zoom, place)
    zoom.zoom_to(16.0, place)
    after = in_picture(zoom, place)
    assert (after.x(), after.y()) == pytest.approx((before.x(), before.y()))
    assert not zoom.fitted


def test_a_picture_smaller_than_the_view_stays_in_the_middle(zoom):
    zoom.zoom_to(1.0, QPointF(10, 50))
    zoom.pan(QPointF(50, 50))
    assert zoom.target.center() == QRectF(0, 40, 400, 300).center()
    assert not zoom.can_pan


def test_a_larger_picture_is_panned_up_to_its_edge(zoom):
    zoom.zoom_to(8.0)
    zoom.pan(QPointF(-100, 0))
    assert zoom.target.left() == -300
    zoom.pan(QPointF(5000, 5000))
    assert (zoom.target.left(), zoom.target.top()) == (0, 40)
    assert zoom.can_pan


def test_there_are_limits(zoom):
    zoom.zoom_to(1e9)
    assert zoom.scale == LARGEST
    zoom.zoom_to(0.0)
    assert zoom.scale == SMALLEST


def test_fitting_forgets_the_pan(zoom):
    zoom.zoom_to(8.0)
    zoom.pan(QPointF(-100, 0))
    zoom.fit()
    assert zoom.target == QRectF(0, 90, 400, 200)

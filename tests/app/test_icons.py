"""Icons, drawn in the colours of the widget that they are on."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPalette, QPixmapCache
from PySide6.QtWidgets import QPushButton

from sd3explorer import resources
from sd3explorer.app import icons
from sd3explorer.app.icons import icon
from sd3explorer.resources import resource


@pytest.mark.parametrize("damage", [Path.unlink, lambda file: file.write_bytes(b"\xff<svg")])
def test_a_button_whose_icon_is_damaged_works_without(qtbot, tmp_path, monkeypatch, damage):
    folder = shutil.copytree(resource("icons"), tmp_path / "icons")
    damage(folder / "add.svg")
    monkeypatch.setattr(resources, "_IN_WHEEL", tmp_path)
    button = QPushButton("Add")
    qtbot.addWidget(button)
    button.setIcon(icon("add", button))
    assert not button.grab().isNull()


def test_an_icon_without_room_is_no_picture_and_no_complaint(qtbot, qtlog):
    button = QPushButton()
    qtbot.addWidget(button)
    engine_made = icon("add", button)
    assert engine_made.pixmap(QSize(0, 16), 2.0).isNull()
    assert not [record for record in qtlog.records if "QPainter" in record.message]


def test_an_icon_is_drawn_once_for_each_colour_size_scale_and_drawing(qtbot, monkeypatch):
    drawn, renderer = [], icons.QSvgRenderer
    monkeypatch.setattr(icons, "QSvgRenderer", lambda data: drawn.append(bytes(data)) or renderer(data))
    QPixmapCache.clear()
    buttons = [QPushButton(), QPushButton()]
    for button in buttons:
        qtbot.addWidget(button)

    def picture(button, name="add", side=16, scale=1.0, mode=QIcon.Mode.Normal):
        return icon(name, button).pixmap(QSize(side, side), scale, mode).toImage()

    first = picture(buttons[0])
    assert picture(buttons[1]) == first
    assert len(drawn) == 1
    palette = QPalette()
    palette.setColor(QPalette.ColorGroup.Active, QPalette.ColorRole.ButtonText, QColor("#123456"))
    palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText, QColor("#abcdef"))
    buttons[1].setPalette(palette)
    others = [
        picture(buttons[1]),
        picture(buttons[1], mode=QIcon.Mode.Disabled),
        picture(buttons[0], name="remove"),
        picture(buttons[0], side=24),
        picture(buttons[0], scale=2.0),
    ]
    assert len(drawn) == 6
    assert all(each != first for each in others)
    assert picture(buttons[0]) == first

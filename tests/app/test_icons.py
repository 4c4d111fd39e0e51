"""Icons, drawn in the colours of the widget that they are on."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton

from sd3explorer import resources
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

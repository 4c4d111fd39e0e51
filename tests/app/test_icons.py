"""Icons, drawn in the colours of the widget that they are on."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton

from sd3explorer.app.icons import icon


def test_an_icon_without_room_is_no_picture_and_no_complaint(qtbot, qtlog):
    button = QPushButton()
    qtbot.addWidget(button)
    engine_made = icon("add", button)
    assert engine_made.pixmap(QSize(0, 16), 2.0).isNull()
    assert not [record for record in qtlog.records if "QPainter" in record.message]

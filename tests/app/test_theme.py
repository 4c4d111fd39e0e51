"""How controls look."""

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton

from sd3explorer.app import theme


@pytest.fixture(params=[theme.DARK, theme.LIGHT], ids=["dark", "light"])
def shown(request, qapp):
    theme.show(qapp, request.param)
    yield request.param
    theme.show(qapp, theme.DARK)


@pytest.mark.parametrize("kind", [QToolButton, QPushButton])
@pytest.mark.parametrize("role", [None, "chip"])
def test_a_checked_button_that_cannot_be_pressed_has_nothing_of_the_accent(qtbot, shown, kind, role):
    button = kind(text="Wipe", checkable=True)
    button.setProperty("role", role)
    qtbot.addWidget(button)
    button.setChecked(True)
    button.show()

    def edge():
        QApplication.processEvents()
        return button.grab().toImage().pixelColor(button.width() // 2, 0)

    assert edge() == shown.accent
    button.setEnabled(False)
    assert edge() == shown.line

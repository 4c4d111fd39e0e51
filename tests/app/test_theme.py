"""How controls look."""

import pytest
from PySide6.QtCore import Qt
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
    # Whose edge shows the focus in its own way.
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    qtbot.addWidget(button)
    button.setChecked(True)
    button.show()

    def edge():
        QApplication.processEvents()
        return button.grab().toImage().pixelColor(button.width() // 2, 0)

    assert edge() == shown.accent
    button.setEnabled(False)
    assert edge() == shown.line


@pytest.mark.parametrize("kind", [QToolButton, QPushButton])
@pytest.mark.parametrize("checked", [False, True])
@pytest.mark.parametrize("properties", [{}, {"role": "chip"}, {"role": "primary"}, {"flat": True}], ids=str)
def test_it_is_seen_which_button_has_the_keyboard(qtbot, shown, kind, checked, properties):
    button = kind(text="Wipe", checkable=True)
    for name, value in properties.items():
        button.setProperty(name, value)
    qtbot.addWidget(button)
    button.setChecked(checked)
    edges = []
    for policy in (Qt.FocusPolicy.NoFocus, Qt.FocusPolicy.StrongFocus):
        button.setFocusPolicy(policy)
        button.show()
        if policy is Qt.FocusPolicy.StrongFocus:
            button.setFocus()
            qtbot.waitUntil(button.hasFocus)
        edges.append(button.grab().toImage().pixelColor(button.width() // 2, 0).name())
    assert edges[0] != edges[1]

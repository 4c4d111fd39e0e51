"""How controls look."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton

from sd3explorer.app import theme
from sd3explorer.app.accents import Accent


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


def luminance(colour):
    """WCAG 2: the relative luminance of a colour."""
    shares = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (
        share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("accent", Accent)
@pytest.mark.parametrize("dark", [True, False], ids=["dark", "light"])
def test_texts_on_and_in_every_accent_are_legible(dark, accent):
    shown = theme.with_accent(dark, accent)
    assert contrast(shown.on_accent, shown.accent) >= 4.5
    hover = theme._mixed(shown.raised, shown.line)
    for behind in (shown.window, shown.panel, shown.raised, shown.field, hover):
        assert contrast(shown.accent_text, behind) >= 4.5
        assert contrast(shown.warn, behind) >= 4.5


@pytest.mark.parametrize("accent", Accent)
def test_a_widget_shows_the_accent_that_was_chosen_in_either_scheme(qtbot, qapp, accent):
    widget = QPushButton()
    qtbot.addWidget(widget)
    for scheme, dark in ((theme.Scheme.DARK, True), (theme.Scheme.LIGHT, False)):
        theme.choose(qapp, scheme, accent)
        assert theme.colours(widget) is theme.with_accent(dark, accent)
    theme.choose(qapp, theme.Scheme.SYSTEM)

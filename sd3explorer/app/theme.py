"""How the window looks: neutral greys and one accent, light or dark as is chosen or as the desktop is."""

from dataclasses import dataclass, replace
from enum import Enum
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from sd3explorer.app.accents import SHADES, Accent
from sd3explorer.app.plain_text import PlainTextStyle
from sd3explorer.resources import picture

MIDDLE_LIGHTNESS = 128
# Of an application.
_CHOSEN = "sd3explorer_scheme"
_ACCENT = "sd3explorer_accent"


class Scheme(Enum):
    """Which colours the window has."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of one scheme. The greys are neutral, as the user judges colour beside them.

    Args:
        window: Behind the preview and the timeline.
        panel: Behind the panels and bars.
        raised: Cards and buttons.
        field: Where one types.
        line: Hairlines and borders.
        text: Text.
        dim: Secondary text.
        accent: What is selected or primary.
        on_accent: Text on the accent.
        accent_text: Text in the accent.
        curve: The curve of change.
        warn: What needs a look.
        error: What went wrong.
    """

    window: QColor
    panel: QColor
    raised: QColor
    field: QColor
    line: QColor
    text: QColor
    dim: QColor
    accent: QColor
    on_accent: QColor
    accent_text: QColor
    curve: QColor
    warn: QColor
    error: QColor


DARK = Colours(
    window=QColor("#161616"),
    panel=QColor("#222222"),
    raised=QColor("#2d2d2d"),
    field=QColor("#1a1a1a"),
    line=QColor("#3a3a3a"),
    text=QColor("#e6e6e6"),
    dim=QColor("#9a9a9a"),
    accent=QColor("#e8a33d"),
    on_accent=QColor("#1a1a1a"),
    accent_text=QColor("#e8a33d"),
    curve=QColor("#5fb3a3"),
    warn=QColor("#e8a33d"),
    error=QColor("#e5695e"),
)

LIGHT = Colours(
    window=QColor("#dcdcdc"),
    panel=QColor("#efefef"),
    raised=QColor("#fafafa"),
    field=QColor("#ffffff"),
    line=QColor("#c4c4c4"),
    text=QColor("#1c1c1c"),
    dim=QColor("#636363"),
    accent=QColor("#dc901c"),
    on_accent=QColor("#1a1a1a"),
    accent_text=QColor("#855100"),
    curve=QColor("#2b7f70"),
    warn=QColor("#855100"),
    error=QColor("#b3261e"),
)


_ACCENT_OF = {shade: accent for accent, shades in SHADES.items() for shade in shades[:2]}


def colours(widget: QWidget) -> Colours:
    """The colours of the scheme that a widget shows, with the accent that it has."""
    palette = widget.palette()
    dark = palette.color(QPalette.ColorRole.Window).lightness() < MIDDLE_LIGHTNESS
    accent = _ACCENT_OF.get(palette.color(QPalette.ColorRole.Accent).name(), Accent.AMBER)
    return with_accent(dark, accent)


@cache
def with_accent(dark: bool, accent: Accent) -> Colours:
    """The colours of a scheme with an accent.

    Args:
        dark: Whether it is the dark scheme.
        accent: The accent.
    """
    if accent is Accent.AMBER:
        return DARK if dark else LIGHT
    in_dark, in_light, as_text = SHADES[accent]
    if dark:
        return replace(DARK, accent=QColor(in_dark), accent_text=QColor(in_dark))
    return replace(LIGHT, accent=QColor(in_light), accent_text=QColor(as_text))


def apply(application: QApplication, scheme: Scheme = Scheme.SYSTEM, accent: Accent = Accent.AMBER) -> None:
    """Gives an application its look, and texts as they are written.

    Args:
        application: The application.
        scheme: Which colours; those of the desktop are followed when they change.
        accent: The accent in them.
    """
    application.setStyle(PlainTextStyle("Fusion"))
    choose(application, scheme, accent)
    QGuiApplication.styleHints().colorSchemeChanged.connect(lambda: _show_scheme(application))


def choose(application: QApplication, scheme: Scheme, accent: Accent = Accent.AMBER) -> None:
    """Gives an application the colours of a scheme, and an accent, from now on."""
    application.setProperty(_CHOSEN, scheme.value)
    application.setProperty(_ACCENT, accent.value)
    _show_scheme(application)


def _show_scheme(application: QApplication) -> None:
    chosen = application.property(_CHOSEN)
    if chosen == Scheme.SYSTEM.value:
        is_light = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Light
    else:
        is_light = chosen == Scheme.LIGHT.value
    show(application, with_accent(not is_light, Accent(application.property(_ACCENT))))


def show(application: QApplication, shown: Colours) -> None:
    """Gives an application some colours, until others are chosen or the desktop's change."""
    application.setPalette(_palette(shown))
    application.setStyleSheet(_style_sheet(shown))


def _palette(shown: Colours) -> QPalette:
    roles = QPalette.ColorRole
    palette = QPalette()
    for role, colour in {
        roles.Window: shown.panel,
        roles.WindowText: shown.text,
        roles.Base: shown.field,
        roles.AlternateBase: shown.panel,
        roles.Text: shown.text,
        roles.PlaceholderText: shown.dim,
        roles.Button: shown.raised,
        roles.ButtonText: shown.text,
        roles.ToolTipBase: shown.raised,
        roles.ToolTipText: shown.text,
        roles.Highlight: shown.accent,
        roles.HighlightedText: shown.on_accent,
        roles.Accent: shown.accent,
        roles.Link: shown.accent_text,
        roles.Mid: shown.line,
    }.items():
        palette.setColor(role, colour)
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, _mixed(shown.dim, shown.panel))
    return palette


def _mixed(one: QColor, other: QColor) -> QColor:
    return QColor(
        (one.red() + other.red()) // 2, (one.green() + other.green()) // 2, (one.blue() + other.blue()) // 2
    )


def _style_sheet(shown: Colours) -> str:
    names = {name: getattr(shown, name).name() for name in Colours.__slots__}
    hover = _mixed(shown.raised, shown.line).name()
    disabled = _mixed(shown.dim, shown.panel).name()
    arrow = picture("icons", "arrow-dark.svg" if shown.panel == DARK.panel else "arrow-light.svg")
    check = picture("icons", "check.svg")
    return _STYLE_SHEET.format(**names, hover=hover, disabled=disabled, arrow=arrow, check=check)


_STYLE_SHEET = """
QWidget {{ font-size: 13px; }}
QMainWindow, QMenuBar, QToolBar, QStatusBar, QDialog {{ background: {panel}; }}
QToolBar {{ border: none; border-bottom: 1px solid {window}; padding: 6px 10px; spacing: 8px; }}
QStatusBar {{ border-top: 1px solid {window}; color: {dim}; }}
QStatusBar::item {{ border: none; }}
QMenuBar::item {{ padding: 5px 10px; background: transparent; }}
QMenuBar::item:selected, QMenu::item:selected {{ background: {hover}; color: {text}; }}
QMenu {{ background: {raised}; border: 1px solid {line}; padding: 4px; }}
QMenu::item {{ padding: 5px 24px 5px 24px; border-radius: 4px; }}
QMenu::item:disabled {{ color: {disabled}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 8px; }}
QToolTip {{ background: {raised}; color: {text}; border: 1px solid {line}; padding: 4px; }}
QSplitter::handle {{ background: {window}; }}
QSplitter::handle:hover {{ background: {accent}; }}
QScrollArea {{ border: none; background: transparent; }}
QWidget[role="panel"] {{ background: {panel}; }}
QLabel[role="heading"] {{ color: {dim}; font-size: 11px; font-weight: 600; letter-spacing: 1px; }}
QLabel[role="dim"] {{ color: {dim}; font-size: 12px; }}
QLabel[role="warn"] {{ color: {warn}; font-size: 12px; }}
QLabel[role="error"] {{ color: {error}; }}
QFrame[role="card"] {{ background: {raised}; border: 1px solid {line}; border-radius: 8px; }}
QFrame[role="card"][selected="true"] {{ border: 1px solid {accent}; }}
QPushButton, QToolButton {{
    background: {raised}; border: 1px solid {line}; border-radius: 6px; padding: 5px 12px; color: {text};
}}
QToolButton {{ padding: 5px 8px; }}
QPushButton:hover, QToolButton:hover {{ background: {hover}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {line}; }}
QPushButton:checked, QToolButton:checked {{ border-color: {accent}; color: {accent_text}; }}
QPushButton:focus, QToolButton:focus {{ border-color: {accent}; outline: none; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QPushButton:disabled, QToolButton:disabled {{ color: {disabled}; border-color: {line}; }}
QToolButton[flat="true"] {{ background: transparent; border-color: transparent; padding: 3px; }}
QToolButton[flat="true"]:disabled {{ color: {dim}; }}
QToolButton[flat="true"]:hover {{ border-color: {line}; background: {hover}; }}
QToolButton[flat="true"]:focus {{ border-color: {accent}; background: {hover}; }}
QToolButton[role="section"] {{
    background: transparent; border-color: transparent; padding: 2px 3px 2px 0; color: {dim};
    font-size: 11px; font-weight: 600; letter-spacing: 1px;
}}
QToolButton[role="section"]:hover {{ color: {text}; }}
QToolButton[role="section"]:focus {{ border-color: {accent}; }}
QToolButton::menu-indicator {{ image: none; }}
QPushButton[role="primary"], QToolButton[role="primary"] {{
    background: {accent}; border-color: {accent}; color: {on_accent}; font-weight: 600;
}}
QPushButton[role="primary"]:checked, QToolButton[role="primary"]:checked {{
    background: {field}; border-color: {accent}; color: {accent_text};
}}
QPushButton[role="primary"]:hover, QToolButton[role="primary"]:hover {{ border-color: {text}; }}
QPushButton[role="primary"]:focus, QToolButton[role="primary"]:focus,
QPushButton:checked:focus, QToolButton:checked:focus, QCheckBox::indicator:checked:focus {{
    border-color: {text};
}}
QPushButton[role="primary"]:disabled, QToolButton[role="primary"]:disabled {{
    background: {raised}; border-color: {line}; color: {disabled};
}}
QPushButton[role="chip"], QToolButton[role="chip"] {{ border-radius: 14px; padding: 5px 14px; }}
QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox {{
    background: {field}; border: 1px solid {line}; border-radius: 5px; padding: 4px 8px; color: {text};
    selection-background-color: {accent}; selection-color: {on_accent};
}}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus {{
    border-color: {accent};
}}
QLineEdit:disabled, QPlainTextEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled {{
    color: {disabled};
}}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{
    subcontrol-origin: border; width: 0; height: 0; border: none;
}}
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {{ background: transparent; border: none; padding: 0; }}
QComboBox::drop-down {{ border: none; width: 22px; }}
QComboBox::down-arrow {{ image: url("{arrow}"); width: 12px; height: 12px; }}
QCheckBox {{ spacing: 8px; }}
QCheckBox::indicator {{
    width: 14px; height: 14px; background: {field}; border: 1px solid {dim}; border-radius: 3px;
}}
QCheckBox::indicator:checked {{ background: {accent}; border-color: {accent}; image: url("{check}"); }}
QCheckBox::indicator:focus {{ border-color: {accent}; }}
QComboBox QAbstractItemView {{ background: {raised}; border: 1px solid {line}; outline: none; }}
QListView, QTableView, QTreeView {{ background: {window}; border: none; outline: none; }}
QTreeView {{ background: {field}; }}
QDialog QListView, QDialog QTableView, QDialog QTreeView {{ border: 1px solid {line}; border-radius: 5px; }}
QDialog QListView:focus, QDialog QTableView:focus, QDialog QTreeView:focus {{ border-color: {accent}; }}
QDialog QComboBox QAbstractItemView {{ border-radius: 0; }}
QDialog QListView[role="pages"], QDialog QListView[role="pages"]:focus {{ border: none; }}
QListView[role="words"] {{ background: {raised}; border: 1px solid {dim}; padding: 4px; }}
QListView[role="words"]::item {{ padding: 4px 8px; border-radius: 4px; }}
QListView[role="words"]::item:selected {{ background: {accent}; color: {on_accent}; }}
QTreeView::item {{ padding: 4px 8px; }}
QListView[role="pages"] {{ background: transparent; }}
QListView[role="pages"]::item {{ padding: 7px 10px 7px 7px; border-radius: 5px; color: {text}; }}
QListView[role="pages"]::item {{ border-left: 3px solid transparent; }}
QListView[role="pages"]::item:selected {{ background: {raised}; border-left-color: {accent}; }}
QListView[role="pages"]::item:selected:focus {{ background: {accent}; color: {on_accent}; }}
QHeaderView::section {{ background: {panel}; color: {dim}; border: none; padding: 4px 8px; }}
QProgressBar {{ background: {line}; border: none; border-radius: 2px; max-height: 4px; min-height: 4px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 2px; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle {{
    background: {line}; border-radius: 4px; min-width: 30px; min-height: 30px; margin: 1px;
}}
QScrollBar::handle:hover {{ background: {dim}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""

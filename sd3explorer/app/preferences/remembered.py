"""Preferences as they are remembered."""

from PySide6.QtCore import QSettings

from sd3explorer.app.theme import Scheme

_SCHEME_SETTING = "look/scheme"


def remembered_scheme() -> Scheme:
    """The colours that were chosen last; the desktop's where none were."""
    try:
        return Scheme(str(QSettings().value(_SCHEME_SETTING, Scheme.SYSTEM.value)))
    except ValueError:
        return Scheme.SYSTEM


def remember_scheme(scheme: Scheme) -> None:
    """Begins with these colours from now on."""
    QSettings().setValue(_SCHEME_SETTING, scheme.value)

"""Texts outside of Qt's objects, in the user's language."""

from PySide6.QtCore import QCoreApplication, QLocale

from sd3explorer.wording import in_units

# By this name lupdate finds what is to be translated.
translate = QCoreApplication.translate


def in_local_units(size: int) -> str:
    """A number of bytes as people say it, with the point or comma of their language: "1,2 MB"."""
    return in_units(size).replace(".", QLocale().decimalPoint())

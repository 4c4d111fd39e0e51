"""Texts outside of Qt's objects, in the user's language."""

import re

from PySide6.QtCore import QCoreApplication, QLocale

from sd3explorer.wording import in_units

# By this name lupdate finds what is to be translated.
translate = QCoreApplication.translate

# As menus have them in Chinese and Japanese, where no letter of a text can be a key.
_KEY_APART = re.compile(r"\(&\w\)")


def without_key(text: str) -> str:
    """The text of a menu, a button or a label without the mark of its key."""
    return _KEY_APART.sub("", text.replace("&&", "\0")).replace("&", "").replace("\0", "&")


def in_local_units(size: int) -> str:
    """A number of bytes as people say it, with the point or comma of their language: "1,2 MB"."""
    return in_units(size).replace(".", QLocale().decimalPoint())


def local_number(number: float) -> str:
    """A number without needless zeros, with the point or comma of the user's language: "2,5"."""
    return QLocale().toString(float(number), "g", 6)

"""Texts outside of Qt's objects, in the user's language."""

from PySide6.QtCore import QCoreApplication

# By this name lupdate finds what is to be translated.
translate = QCoreApplication.translate

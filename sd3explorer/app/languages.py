"""The languages of the window: which there are, which one it has, and where its texts come from."""

from collections.abc import Sequence
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from sd3explorer.presets.digests import check_digests
from sd3explorer.presets.preset import PresetError
from sd3explorer.resources import resource


class Language(Enum):
    """A language, by the name of its files; English has none, as it is what the code is written in."""

    SYSTEM = "system"
    ENGLISH = "en"
    GERMAN = "de"
    FRENCH = "fr"
    SPANISH = "es"
    CHINESE = "zh_CN"
    JAPANESE = "ja"


# What each calls itself, so that anybody finds the way back.
NAMES = {
    Language.ENGLISH: "English",
    Language.GERMAN: "Deutsch",
    Language.FRENCH: "Français",
    Language.SPANISH: "Español",
    Language.CHINESE: "简体中文",
    Language.JAPANESE: "日本語",
}


def translations() -> Path:
    """The folder of the compiled translations."""
    return resource("translations")


def language_of(tags: Sequence[str]) -> Language:
    """The first of somebody's languages that there is, else English.

    Args:
        tags: Names of languages as in `QLocale.uiLanguages()`, such as "de-CH"; the preferred one first.
    """
    for tag in tags:
        locale = QLocale(tag)
        for language in NAMES:
            known = QLocale(language.value)
            # Chinese is written in two scripts.
            if (known.language(), known.script()) == (locale.language(), locale.script()):
                return language
    return Language.ENGLISH


def desktop_languages() -> Sequence[str]:
    """The names of the languages that the desktop is set to, the preferred one first."""
    return QLocale.system().uiLanguages()


def speak(application: QCoreApplication, language: Language) -> str:
    """Gives the windows that are made from now on a language, and its way of writing numbers and dates.

    Args:
        application: Qt's.
        language: Which one; SYSTEM takes the first of the desktop's that there is.

    Returns:
        What is wrong with its texts, which are in English then; "" for nothing.
    """
    ours = language_of(desktop_languages())
    if language in (Language.SYSTEM, ours):
        language = ours
    else:
        # The desktop's own numbers stay with its own language only.
        QLocale.setDefault(QLocale(language.value))
    return add_texts(application, language.value, translations())


def add_texts(application: QCoreApplication, name: str, folder: Path) -> str:
    """Loads the app's texts in a language, and Qt's own, as far as there are any.

    Args:
        application: Qt's.
        name: That of the language in file names.
        folder: Where the app's compiled translations are.

    Returns:
        What is wrong with the app's, so that none are loaded; "" for nothing.
    """
    ours = folder / f"sd3explorer_{name}.qm"
    try:
        # One that is damaged ends the app within Qt.
        check_digests(folder, [ours])
    except PresetError as error:
        return str(error)
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for file in (Path(qt, f"qtbase_{name}.qm"), ours):
        translator = QTranslator(application)
        if file.is_file() and translator.load(str(file)):
            # Of two that know a text, the last one counts.
            application.installTranslator(translator)
    return ""

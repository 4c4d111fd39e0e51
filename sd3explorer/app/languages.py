"""The languages of the window: which there are, which one it has, and where its texts come from."""

import logging
from collections.abc import Sequence
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from sd3explorer.presets.digests import check_digests
from sd3explorer.presets.preset import PresetError
from sd3explorer.resources import resource

logger = logging.getLogger(__name__)


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


def speak(application: QCoreApplication, language: Language) -> None:
    """Gives the windows that are made from now on a language, and its way of writing numbers and dates.

    Args:
        application: Qt's.
        language: Which one; SYSTEM takes the first of the desktop's that there is.
    """
    ours = language_of(desktop_languages())
    if language in (Language.SYSTEM, ours):
        language = ours
    else:
        # The desktop's own numbers stay with its own language only.
        QLocale.setDefault(QLocale(language.value))
    add_texts(application, language.value, translations())


def _is_sound(file: Path) -> bool:
    """Whether a translation can be trusted: one that is damaged ends the app within Qt."""
    try:
        check_digests(file.parent, [file])
    except PresetError as error:
        logger.warning("%s", error)
        return False
    return file.is_file()


def add_texts(application: QCoreApplication, name: str, folder: Path) -> None:
    """Loads the app's texts in a language, and Qt's own, as far as there are any.

    Args:
        application: Qt's.
        name: That of the language in file names.
        folder: Where the app's compiled translations are.
    """
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for file in (Path(qt, f"qtbase_{name}.qm"), folder / f"sd3explorer_{name}.qm"):
        translator = QTranslator(application)
        if _is_sound(file) and translator.load(str(file)):
            # Of two that know a text, the last one counts.
            application.installTranslator(translator)

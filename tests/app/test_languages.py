"""The window in other languages."""

import ast
import importlib.util
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QPoint, QSettings, Qt, QTranslator
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from sd3explorer import resources
from sd3explorer.app import languages
from sd3explorer.app.languages import NAMES, Language, add_texts, language_of, speak, translations
from sd3explorer.app.main_window import MainWindow
from sd3explorer.app.parts import Storage
from sd3explorer.app.path.segment_bar import SegmentBar
from sd3explorer.presets.locate import locate
from sd3explorer.render.local import ThisProcess
from sd3explorer.walk.easing import Easing
from sd3explorer.walk.paths import Keyframe, Morph
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk
from tests.gradient import GradientModel

SCRIPT = Path(__file__).parents[2] / "packaging" / "translations.py"
WALK = Walk(
    path=Morph((Keyframe("a dog", easing=Easing.EASE_IN_OUT), Keyframe("a cat"))),
    timing=Timing(25, 12.5),
    sampler=Sampler(4, 2.5),
)

# The same word in German.
SAME_IN_GERMAN = {"Live", "Walk", "Version {0}"}


@pytest.fixture
def quiet_again(qapp):
    """Takes back what a test has made of the app's language."""
    locale, direction = QLocale(), qapp.layoutDirection()
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(locale)
    qapp.setLayoutDirection(direction)


@pytest.fixture
def open_window(qtbot, qapp, store, tmp_path, quiet_again):
    windows = []

    def make():
        QSettings().setValue("engine/warm", False)
        storage = Storage(store, tmp_path / "exports", tmp_path / "state", tmp_path / "app.log")
        window = MainWindow(storage, locate, ThisProcess(tmp_path / "engine.log", load_model=GradientModel))
        windows.append(window)
        window.show()
        window.resize(1440, 900)
        with qtbot.waitSignal(window.frames.reset):
            window.files.begin(WALK)
        # Texts that came with the walk have their places then.
        qapp.processEvents()
        return window

    yield make
    for window in windows:
        window.document.show(window.document.walk)
        window.close()
        window.deleteLater()


@pytest.fixture(scope="module")
def pseudo_folder(tmp_path_factory):
    made = importlib.util.spec_from_file_location("packaging_translations", SCRIPT)
    script = importlib.util.module_from_spec(made)
    made.loader.exec_module(script)
    folder = tmp_path_factory.mktemp("pseudo")
    script.make_pseudo(folder)
    return folder


def menus(window):
    return [action.menu() for action in window.menuBar().actions()]


def texts(menu):
    found = []
    for action in menu.actions():
        if not action.isSeparator():
            found.append(action.text())
    return found


def keys(names):
    return [name[name.index("&") + 1].lower() for name in names if "&" in name]


def shortened(window):
    """Texts on labels, buttons and segments of a window that have less room than they need."""
    for widget in (*window.findChildren(QLabel), *window.findChildren(QAbstractButton)):
        if not widget.isVisible() or not widget.text():
            continue
        if isinstance(widget, QLabel) and widget.wordWrap():
            continue
        if widget.sizeHint().width() > widget.width() + 1:
            yield widget.text()
    for bar in filter(QWidget.isVisible, window.findChildren(SegmentBar)):
        for index in range(bar.count()):
            needed = bar.fontMetrics().horizontalAdvance(bar.tabText(index))
            if needed > bar.tabRect(index).width():
                yield bar.tabText(index)


@pytest.mark.parametrize(
    ("tags", "language"),
    [
        (["de-CH", "en"], Language.GERMAN),
        (["it-IT", "fr-FR"], Language.FRENCH),
        (["en-GB", "de"], Language.ENGLISH),
        (["zh-Hans-SG"], Language.CHINESE),
        (["zh-Hant-TW", "ja-JP"], Language.JAPANESE),
        (["es-MX"], Language.SPANISH),
        (["ko"], Language.ENGLISH),
        (["C"], Language.ENGLISH),
        ([], Language.ENGLISH),
    ],
)
def test_the_first_of_somebodys_languages_that_there_is_counts(tags, language):
    assert language_of(tags) is language


def test_every_language_has_its_files():
    for language in set(NAMES) - {Language.ENGLISH}:
        assert (translations() / f"sd3explorer_{language.value}.qm").is_file()


@pytest.mark.parametrize(
    "damage", [Path.unlink, lambda file: file.write_bytes(file.read_bytes()[:-1] + b"x")]
)
def test_a_language_whose_texts_are_damaged_is_left_to_english(
    qapp, quiet_again, monkeypatch, tmp_path, damage
):
    # Qt would read beyond the end of such a file, and end the app.
    folder = shutil.copytree(translations(), tmp_path / "translations")
    monkeypatch.setattr(resources, "_IN_WHEEL", tmp_path)
    damage(folder / "sd3explorer_de.qm")
    problem = speak(qapp, Language.GERMAN)
    assert qapp.translate("Actions", "&File") == "&File"
    assert str(folder / "sd3explorer_de.qm") in problem
    assert problem.endswith("install sd3explorer again")
    assert not speak(qapp, Language.JAPANESE)


def test_the_desktops_language_is_taken_unless_another_is_chosen(qapp, quiet_again, monkeypatch):
    monkeypatch.setattr(languages, "desktop_languages", lambda: ["fr-CA"])
    speak(qapp, Language.SYSTEM)
    assert qapp.translate("Actions", "&File") == "&Fichier"


def test_a_language_that_is_chosen_has_its_numbers_too(qapp, quiet_again):
    speak(qapp, Language.GERMAN)
    assert QLocale().toString(2.5) == "2,5"
    assert qapp.translate("Actions", "&File") == "&Datei"


def test_qts_own_texts_are_in_the_language(qapp, quiet_again):
    speak(qapp, Language.JAPANESE)
    assert qapp.translate("QPlatformTheme", "Cancel") == "キャンセル"


def test_a_language_without_files_is_english(qapp, quiet_again, tmp_path):
    add_texts(qapp, "de", tmp_path)
    assert qapp.translate("Actions", "&File") == "&File"


def test_in_german_menus_have_no_english_left(qtbot, qapp, open_window):
    english = {name for menu in menus(open_window()) for name in texts(menu)}
    speak(qapp, Language.GERMAN)
    german = {name for menu in menus(open_window()) for name in texts(menu)}
    assert {name.replace("&", "") for name in english & german} <= SAME_IN_GERMAN


@pytest.mark.parametrize("language", NAMES)
def test_the_window_has_room_for_its_words_and_a_key_for_each(language, qtbot, qapp, open_window):
    speak(qapp, language)
    window = open_window()
    assert list(shortened(window)) == []
    bar = [action.text() for action in window.menuBar().actions()]
    for names in (bar, *(texts(menu) for menu in menus(window))):
        assert len(set(keys(names))) == len(keys(names)), names


def test_where_no_letter_of_a_text_is_its_key_buttons_are_without_it(qapp, open_window):
    speak(qapp, Language.JAPANESE)
    assert open_window().actions_by_id["render"].iconText() == "レンダー"


def test_there_is_room_for_texts_that_are_much_longer(qapp, open_window, pseudo_folder):
    add_texts(qapp, "qps", pseudo_folder)
    window = open_window()
    assert window.menuBar().actions()[0].text() == "[&Fîlé]"
    # The way between two prompts has the least room of all.
    assert [text for text in shortened(window) if not text.startswith("↓")] == []


def test_time_goes_from_left_to_right_where_text_goes_from_right_to_left(qapp, open_window):
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    window = open_window()
    assert window.timeline.tracks.strip.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert window.path_panel.layoutDirection() is Qt.LayoutDirection.RightToLeft


def test_a_label_with_a_key_leads_to_its_field(open_window):
    # Else its mark would be shown as it is.
    labels = open_window().findChildren(QLabel)
    assert len(labels) > 20
    assert [label.text() for label in labels if "&" in label.text() and label.buddy() is None] == []


def test_fields_below_each_other_begin_at_the_same_place(qapp, open_window):
    speak(qapp, Language.GERMAN)
    panel = open_window().sampler_panel
    fields = (panel._steps, panel._size, panel._frames, panel._rate, panel.loop.ending)
    assert len({field.mapTo(panel, QPoint()).x() for field in fields}) == 1


def calls_for_translation(file):
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in (
            "tr",
            "translate",
        ):
            yield node


def test_every_text_that_is_to_be_translated_is_where_qts_tool_finds_it():
    code = Path(languages.__file__).parent
    looked_at = 0
    for file in sorted(code.rglob("*.py")):
        for call in calls_for_translation(file):
            assert isinstance(call.args[-1], ast.Constant), f"{file}:{call.lineno}"
            looked_at += 1
    assert looked_at > 800

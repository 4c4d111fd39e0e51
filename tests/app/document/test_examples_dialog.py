"""The choice of an example walk."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QIcon, QPalette
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton

from sd3explorer.app import theme
from sd3explorer.app.document.examples_dialog import COLUMNS, EMPTY, PICTURE, ExamplesDialog
from sd3explorer.examples import example_names, example_path
from sd3explorer.presets.catalog import STARTER
from sd3explorer.walk.walk import Walk

MAX_BYTES = 15_000
STARTER_EXAMPLES = [name for name in example_names() if not name.startswith("sd3-")]


@pytest.fixture
def dialog(qtbot):
    shown = ExamplesDialog()
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    yield shown
    shown.close()


@pytest.fixture
def examples(dialog):
    return dialog.findChild(QListWidget)


def select(examples, title):
    examples.setCurrentItem(examples.findItems(title, Qt.MatchFlag.MatchExactly)[0])


def said(dialog):
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def picture(examples, row, mode=QIcon.Mode.Normal):
    return examples.item(row).icon().pixmap(PICTURE, 1.0, mode).toImage()


def test_an_empty_walk_and_every_example_are_offered(examples):
    titles = [examples.item(row).text() for row in range(examples.count())]
    assert titles == ["Empty walk", *(Walk.load(example_path(name)).title for name in example_names())]


def test_they_stand_in_as_many_columns_as_the_dialog_is_made_for(examples):
    places = [examples.visualItemRect(examples.item(row)) for row in range(COLUMNS + 1)]
    assert [place.y() == places[0].y() for place in places] == [True] * COLUMNS + [False]


def test_return_opens_the_walk_that_is_selected(dialog, examples, qtbot):
    select(examples, "A robot, once around")
    with qtbot.waitSignal(dialog.chosen) as chosen:
        qtbot.keyClick(examples, Qt.Key.Key_Return)
    assert chosen.args == [Walk.load(example_path("orbit"))]
    assert not dialog.isVisible()


def test_a_double_click_opens_a_walk(dialog, examples, qtbot):
    select(examples, "Dog to cat")
    place = examples.visualItemRect(examples.currentItem()).center() - QPoint(0, 20)
    qtbot.mouseClick(examples.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(dialog.chosen) as chosen:
        qtbot.mouseDClick(examples.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [Walk.load(example_path("dog-to-cat"))]


def test_the_button_opens_the_walk_that_is_selected(dialog, examples, qtbot):
    select(examples, "Empty walk")
    button = next(button for button in dialog.findChildren(QPushButton) if button.text() == "&New")
    with qtbot.waitSignal(dialog.chosen) as chosen:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert chosen.args == [EMPTY]


def test_a_walk_is_chosen_once(dialog, examples, qtbot):
    told = []
    dialog.chosen.connect(told.append)
    qtbot.keyClick(examples, Qt.Key.Key_Return)
    assert len(told) == 1


def test_escape_chooses_nothing(dialog, examples, qtbot):
    with qtbot.assertNotEmitted(dialog.chosen):
        qtbot.keyClick(examples, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_arrow_keys_go_through_the_walks(examples, qtbot):
    qtbot.keyClick(examples, Qt.Key.Key_Right)
    assert examples.currentItem().text() == "Dog to cat"


def test_it_says_what_the_selected_walk_shows(dialog, examples):
    select(examples, "Four prompts as a grid")
    assert said(dialog) == "Every mix of four prompts, 8 × 8 frames."


def test_each_example_is_described_in_its_own_words(dialog, examples):
    sentences = set()
    for row in range(examples.count()):
        examples.setCurrentRow(row)
        sentences.add(said(dialog))
    assert len(sentences) == examples.count()


def test_it_says_which_model_a_walk_needs(dialog, examples):
    select(examples, "A walk around the Eiffel tower (Stable Diffusion 3)")
    assert "Stable Diffusion 3 Medium" in said(dialog)


def test_the_empty_walk_can_be_saved_and_opened_again():
    assert Walk.parse(EMPTY.dump().encode()) == EMPTY


def test_every_example_of_the_starter_model_has_a_small_picture():
    for name in STARTER_EXAMPLES:
        assert Walk.load(example_path(name)).model.preset == STARTER.name
        assert 0 < example_path(name).with_suffix(".png").stat().st_size <= MAX_BYTES


def test_no_picture_pretends_to_be_of_a_model_that_is_not_here():
    others = set(example_names()) - set(STARTER_EXAMPLES)
    assert not any(example_path(name).with_suffix(".png").exists() for name in others)


def test_every_walk_has_something_to_look_at(examples):
    for row in range(examples.count()):
        image = picture(examples, row)
        colours = {image.pixel(x, y) for x in range(image.width()) for y in range(0, image.height(), 4)}
        assert len(colours) > 2


def test_what_an_example_needs_is_written_on_its_drawing(dialog, examples):
    image = picture(examples, example_names().index("sd3-orbit") + 1)
    foot = image.copy(0, image.height() - 34, image.width(), 28)
    colours = {foot.pixel(x, y) for x in range(foot.width()) for y in range(foot.height())}
    assert theme.colours(dialog).dim.rgb() in colours


def test_a_selected_picture_keeps_its_colours(examples):
    assert picture(examples, 1, QIcon.Mode.Selected) == picture(examples, 1)


def test_drawings_follow_the_scheme(dialog, examples):
    corner = QPoint(PICTURE.width() // 2, 6)
    before = picture(examples, 0).pixelColor(corner)
    light = QPalette(dialog.palette())
    light.setColor(QPalette.ColorRole.Window, theme.LIGHT.panel)
    dark = QPalette(dialog.palette())
    dark.setColor(QPalette.ColorRole.Window, theme.DARK.panel)
    dialog.setPalette(dark if theme.colours(dialog) == theme.LIGHT else light)
    assert picture(examples, 0).pixelColor(corner) != before


def test_an_empty_walk_is_even():
    assert EMPTY.is_even

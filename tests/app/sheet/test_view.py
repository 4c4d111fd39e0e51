"""The cells of a sheet: seen, hovered, pinned and taken by real events."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage
from PySide6.QtTest import QTest

from sd3explorer.app.sheet.view import SheetView, Shown, elided_caption


def image(colour):
    made = QImage(16, 16, QImage.Format.Format_RGB32)
    made.fill(QColor(colour))
    return made


@pytest.fixture
def view(qtbot):
    view = SheetView()
    qtbot.addWidget(view)
    view.resize(400, 440)
    view.said = []
    view.looked_at.connect(lambda number: view.said.append(("look", number)))
    view.taken.connect(lambda number: view.said.append(("take", number)))
    view.pin_asked.connect(lambda number: view.said.append(("pin", number)))
    view.more_asked.connect(lambda number: view.said.append(("more", number)))
    view.show_cells([Shown(f"seed {number}", image("red")) for number in range(9)], 3, 1.0)
    with qtbot.waitExposed(view):
        view.show()
    return view


def colour_at(view, place):
    grabbed = view.grab().toImage()
    ratio = grabbed.devicePixelRatio()
    return grabbed.pixelColor(int(place.x() * ratio), int(place.y() * ratio)).name()


@pytest.mark.parametrize("caption", ["avoiding nothing · 156432", "cat · fur of a lynx · 156432", "seed 7"])
@pytest.mark.parametrize("characters", [10, 14, 40])
def test_a_caption_that_is_too_long_keeps_its_seed(view, caption, characters):
    metrics = QFontMetrics(view.font())
    width = metrics.horizontalAdvance("x" * characters)
    shown = elided_caption(metrics, caption, width)
    assert metrics.horizontalAdvance(shown) <= width
    assert shown.endswith(caption.split(" · ")[-1])
    assert shown == caption or "…" in shown


def test_where_not_even_the_seed_fits_its_first_digits_are_seen(view):
    metrics = QFontMetrics(view.font())
    shown = elided_caption(metrics, "avoiding nothing · 156432", metrics.horizontalAdvance("15643"))
    assert shown.startswith("15")
    assert shown.endswith("…")


@pytest.mark.parametrize("caption", ["seed 156432", "avoiding nothing · seed 156432"])
def test_the_number_of_a_seed_is_shown_before_the_word(view, caption):
    metrics = QFontMetrics(view.font())
    assert elided_caption(metrics, caption, metrics.horizontalAdvance("156432")) == "156432"


def test_words_without_a_number_are_cut_at_their_end(view):
    metrics = QFontMetrics(view.font())
    shown = elided_caption(metrics, "the walk's seed", metrics.horizontalAdvance("the walk"))
    assert shown.startswith("the w")
    assert shown.endswith("…")


def test_where_there_are_no_cells_it_says_why(view):
    view.show_reason("There is no model")
    assert view.cells == []
    assert view.accessibleDescription() == "There is no model"
    said = view.grab().toImage()
    view.show_cells([], 4, 1.0)
    assert view.accessibleDescription() == ""
    assert view.grab().toImage() != said


def test_cells_lie_in_rows_inside_the_view(view):
    rects = [view.cell_rect(number) for number in range(9)]
    assert all(view.rect().contains(rect) for rect in rects)
    assert len({rect.top() for rect in rects}) == len({rect.left() for rect in rects}) == 3
    assert not any(one.intersects(other) for one in rects for other in rects if one is not other)


@pytest.mark.parametrize(("columns", "count"), [(8, 64), (4, 8), (3, 1), (4, 0)])
def test_any_number_of_cells_is_shown(view, columns, count):
    view.show_cells([Shown("seed")] * count, columns, 2.0)
    view.grab()
    assert view.current == 0
    assert all(view.rect().contains(view.cell_rect(number)) for number in range(count))


def test_a_picture_is_painted_in_its_cell(view):
    view.show_cell(4, Shown("seed 4", image("#00ff00")))
    assert colour_at(view, view.cell_rect(4).center()) == "#00ff00"
    assert colour_at(view, view.cell_rect(3).center()) == "#ff0000"


def test_among_drafts_the_one_that_is_rendered_in_full_is_marked(view):
    view.show_cell(4, Shown("seed 4", image("#00ff00"), draft=False))
    captions = [view._caption(cell) for cell in view.cells]
    assert captions[3:6] == ["seed 3", "✓ seed 4", "seed 5"]
    view.show_cells([Shown("seed 4", image("#00ff00"), draft=False)] * 4, 2, 1.0)
    assert {view._caption(cell) for cell in view.cells} == {"seed 4"}


def test_the_cell_under_the_pointer_is_looked_at(view):
    QTest.mouseMove(view, view.cell_rect(5).center())
    assert view.said == [("look", 5)]
    QTest.mouseMove(view, QPoint(1, 1))
    assert view.said[-1] == ("look", None)


def test_a_click_takes_a_cell_and_its_corner_pins_it(qtbot, view):
    rect = view.cell_rect(2)
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=rect.center())
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=rect.topRight() + QPoint(-10, 10))
    qtbot.mouseClick(view, Qt.MouseButton.RightButton, pos=rect.center())
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    assert [said for said in view.said if said[0] != "look"] == [("take", 2), ("pin", 2), ("pin", 2)]


def test_keys_mean_the_cell_under_the_pointer_and_pinning_leaves_the_current_one(qtbot, view):
    view.setFocus()
    QTest.mouseMove(view, view.cell_rect(4).center())
    qtbot.keyClick(view, Qt.Key.Key_P)
    qtbot.mouseClick(view, Qt.MouseButton.RightButton, pos=view.cell_rect(4).center())
    assert [said for said in view.said if said[0] != "look"] == [("pin", 4), ("pin", 4)]
    assert view.current == 0


def test_keys_go_from_cell_to_cell_and_act_on_it(qtbot, view):
    view.setFocus()
    for key in ("Right", "Down", "Down", "Down", "Left", "P", "M", "Return", "Home", "Space"):
        qtbot.keyClick(view, getattr(Qt.Key, f"Key_{key}"))
    assert [said for said in view.said if said[0] != "look"] == [
        ("pin", 6),
        ("more", 6),
        ("take", 6),
        ("take", 0),
    ]


def test_the_current_cell_is_described(qtbot, view):
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.accessibleDescription() == "seed 1: draft"
    view.show_cell(1, Shown("seed 1"))
    assert view.accessibleDescription() == "seed 1: not rendered yet"
    view.show_cell(1, Shown("seed 1", failure="out of memory"))
    assert view.accessibleDescription() == "out of memory"


def test_the_sheet_is_a_picture_with_all_cells(view):
    view.show_cell(8, Shown("seed 8 " * 50, image("#00ff00")))
    picture = view.picture(64)
    assert picture.width() == 3 * 72 + 8
    assert picture.pixelColor(picture.width() - 40, picture.height() - 60).name() == "#00ff00"
    assert picture.pixelColor(2, 2).name() == "#000000"


def test_the_cell_that_was_taken_shows_that_it_has_the_keyboard(qtbot, view):
    view.show_chosen(0)
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    with_keyboard = view.grab().toImage()
    view.clearFocus()
    assert view.grab().toImage() != with_keyboard

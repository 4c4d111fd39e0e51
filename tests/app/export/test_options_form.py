import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QCheckBox, QComboBox

from sd3explorer.app.export.maker import CHOICES
from sd3explorer.app.export.options_form import OptionsForm
from sd3explorer.export import Options, Quality
from sd3explorer.export.options import MOST_COLUMNS, MOST_ROUNDS
from sd3explorer.walk.timing import Ending

PLACES = {choice.label: place for place, choice in enumerate(CHOICES)}
GIF, MP4, SHEET, FRAMES = (
    PLACES[name] for name in ("Animated GIF", "MP4 video", "Contact sheet PNG", "PNG frames")
)


@pytest.fixture
def form(qtbot):
    form = OptionsForm(QCheckBox())
    qtbot.addWidget(form)
    form.reported = []
    form.changed.connect(form.reported.append)
    form.show()
    form.show_options(GIF, Options(), (128, 128))
    return form


def field(form, name):
    found = [
        widget
        for kind in (QComboBox, QAbstractSpinBox)
        for widget in form.findChildren(kind)
        if widget.accessibleName() == name
    ]
    return found[0]


def box(form, text):
    return next(box for box in form.findChildren(QCheckBox) if box.text() == text)


def choose(qtbot, form, name, text):
    combo = field(form, name)
    combo.setCurrentIndex(combo.findText(text))
    combo.activated.emit(combo.currentIndex())


def type_into(qtbot, form, name, text):
    line = field(form, name).lineEdit()
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def enabled(form):
    names = ("Size", "Ending", "Plays", "Quality", "Dithering", "Max file size", "Columns")
    return [name for name in names if field(form, name).isEnabled()]


def test_no_field_moves_when_another_format_is_tried(qtbot, form):
    boxes = form.findChildren(QCheckBox)
    fields = [*form.findChildren(QComboBox), *form.findChildren(QAbstractSpinBox), *boxes]
    before = None
    for place in range(len(CHOICES)):
        form.show_options(place, Options(), (128, 128))
        qtbot.wait(1)
        places = [(each.geometry(), each.isVisible()) for each in fields]
        assert before in (None, places)
        before = places


def test_only_what_the_format_knows_can_be_chosen(form):
    assert enabled(form) == ["Size", "Ending", "Plays", "Quality", "Dithering", "Max file size"]
    form.show_options(MP4, Options(), (128, 128))
    assert enabled(form) == ["Size", "Ending", "Plays", "Quality", "Max file size"]
    form.show_options(SHEET, Options(), (128, 128))
    assert enabled(form) == ["Size", "Quality", "Max file size", "Columns"]
    assert box(form, "Captions").isEnabled()
    assert not field(form, "Dithering").isEnabled()
    assert field(form, "Dithering").toolTip() == "Not in this format"
    form.show_options(FRAMES, Options(), (128, 128))
    assert enabled(form) == ["Size", "Quality"]


def test_showing_options_tells_of_no_change(form):
    form.show_options(GIF, Options(scale=4.0, max_bytes=300_000, dither=0.5), (128, 96))
    assert form.reported == []
    assert field(form, "Size").currentText() == "512 × 384  (4×)"
    assert field(form, "Dithering").value() == 50


EXACTLY = [
    ("Dithering", "0.4 %", Options(dither=0.004)),
    ("Dithering", "7 %", Options(dither=0.07)),
    ("Dithering", "33.3 %", Options(dither=0.333)),
    ("Max file size", "8.0 MB", Options(max_bytes=8_000_000)),
    ("Max file size", "1.000001 MB", Options(max_bytes=1_000_001)),
    ("Max file size", "1.048576 MB", Options(max_bytes=2**20)),
    ("Max file size", "262.144 kB", Options(max_bytes=2**18)),
    ("Max file size", "999 bytes", Options(max_bytes=999)),
    ("Size", "128 × 128  (1.002×)", Options(scale=1.002)),
    ("Size", "43 × 43  (33.3333 %)", Options(scale=1 / 3)),
    ("Size", "300 × 300  (2.34375×)", Options(scale=300 / 128)),
    ("Plays", "65535 times", Options(rounds=MOST_ROUNDS)),
]


@pytest.mark.parametrize(("name", "text", "options"), EXACTLY)
def test_what_the_options_hold_is_what_is_shown_and_leaving_its_field_changes_nothing(
    qtbot, form, name, text, options
):
    form.show_options(GIF, options, (128, 128))
    shown = field(form, name)
    assert (shown.text() if isinstance(shown, QAbstractSpinBox) else shown.currentText()) == text
    shown.setFocus()
    if shown.lineEdit() is not None:
        qtbot.keyClick(shown.lineEdit(), Qt.Key.Key_Return)
    shown.clearFocus()
    assert form.reported == []


@pytest.mark.parametrize("columns", [1, 1001, MOST_COLUMNS])
def test_a_sheet_may_have_as_many_columns_as_on_the_command_line(form, columns):
    form.show_options(SHEET, Options(columns=columns), (128, 128))
    assert field(form, "Columns").value() == columns
    box(form, "Captions").click()
    assert form.reported == [Options(columns=columns, captions=True)]


def test_parts_of_a_percent_can_be_typed(qtbot, form):
    dither = field(form, "Dithering")
    dither.setValue(0.4)
    assert form.reported == [Options(dither=0.004)]


@pytest.mark.parametrize(
    ("name", "text", "options"),
    [
        ("Size", "256 × 256  (2×)", Options(scale=2.0)),
        ("Size", "64 × 64  (50 %)", Options(scale=0.5)),
        ("Ending", "There and back", Options(ending=Ending.THERE_AND_BACK)),
        ("Plays", "Forever", Options(rounds=0)),
        ("Plays", "3 times", Options(rounds=3)),
        ("Quality", "Quick", Options(quality=Quality.QUICK)),
        ("Max file size", "8.0 MB", Options(max_bytes=8_000_000)),
    ],
)
def test_a_choice_becomes_an_option(qtbot, form, name, text, options):
    choose(qtbot, form, name, text)
    assert form.reported == [options]


@pytest.mark.parametrize(
    ("name", "text", "options"),
    [
        ("Size", "300", Options(scale=300 / 128)),
        ("Size", "25 %", Options(scale=0.25)),
        ("Max file size", "500 kB", Options(max_bytes=500_000)),
        ("Max file size", "6", Options(max_bytes=6_000_000)),
    ],
)
def test_sizes_can_be_typed(qtbot, form, name, text, options):
    type_into(qtbot, form, name, text)
    assert form.reported == [options]
    form.show_options(GIF, options, (128, 128))
    assert form.reported == [options]


@pytest.mark.parametrize(
    ("name", "text"), [("Size", "huge"), ("Size", "900000 %"), ("Max file size", "tiny")]
)
def test_what_is_no_size_is_taken_back(qtbot, form, name, text):
    before = field(form, name).currentText()
    type_into(qtbot, form, name, text)
    assert form.reported == []
    assert field(form, name).currentText() == before


def test_a_size_limit_can_be_taken_away_again(qtbot, form):
    form.show_options(GIF, Options(max_bytes=300_000), (128, 128))
    choose(qtbot, form, "Max file size", "Any")
    assert form.reported == [Options()]


def test_only_whole_factors_can_be_smooth_or_not(form):
    for scale, choice in ((1.0, False), (0.5, False), (1.5, False), (2.0, True), (3.0, True)):
        form.show_options(GIF, Options(scale=scale), (128, 128))
        assert box(form, "Smooth").isEnabled() == choice


def test_columns_of_a_sheet_are_found_by_themselves_until_some_are_asked_for(form):
    form.show_options(SHEET, Options(), (128, 128))
    columns = field(form, "Columns")
    assert columns.text() == "Auto"
    columns.setValue(5)
    box(form, "Captions").click()
    columns.setValue(0)
    assert form.reported == [Options(columns=5), Options(columns=5, captions=True), Options(captions=True)]


def test_sizes_are_factors_while_no_model_says_how_large_frames_are(form):
    form.show_options(GIF, Options(), (0, 0))
    assert field(form, "Size").currentText() == "1×"

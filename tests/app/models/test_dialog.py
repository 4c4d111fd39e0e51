"""The models: which there are, using, fetching and choosing one."""

import shutil
import threading
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QStyle,
    QStyleOptionViewItem,
    QTreeView,
)

from sd3explorer.app import theme
from sd3explorer.app.models.dialog import ModelsDialog
from sd3explorer.app.models.lookout import Lookout
from sd3explorer.presets import places
from sd3explorer.presets.about import About
from sd3explorer.presets.catalog import BUILT_IN
from sd3explorer.presets.download import model_page
from sd3explorer.presets.entry import Entry, Reader
from sd3explorer.presets.library import Library, look
from sd3explorer.presets.preset import PresetError
from sd3explorer.resources import resource
from tests.empty_home import make_empty_home
from tests.presets.headers import MEDIUM_35, settle, write_model, write_sdxl

STARTER_FOLDER = resource("models", "starter")
MEDIUM = BUILT_IN[1]


def about_of(known):
    return About(known.title, (), "float16", known.parameters, known.size, ())


# What is listed in any case.
BASE = tuple(
    Entry(known.name, None if known.handle else STARTER_FOLDER, about_of(known)) for known in BUILT_IN
)


class Hub:
    """Gives a preset when it is told to, and refuses when it has a reason."""

    def __init__(self, cache):
        self.cache = cache
        self.asked = []
        self.refusal = ""
        self.has_ended = False
        self.done = 1_200_000_000
        self.may_end = threading.Event()

    def fetch(self, preset, on_progress):
        self.asked.append(preset)
        try:
            while not self.may_end.wait(0.005):
                on_progress(self.done, MEDIUM.size)
        finally:
            self.has_ended = True
        if self.refusal:
            raise PresetError(self.refusal)
        # As Kaggle's library leaves it in its cache.
        folder = self.cache.joinpath("models", *MEDIUM.handle.removeprefix("kaggle://").split("/"))
        shutil.copytree(STARTER_FOLDER, folder)
        for file in folder.rglob("*"):
            settle(file)
        folder.with_name(f"{folder.name}.complete").touch()


@pytest.fixture
def hub(tmp_path, monkeypatch):
    monkeypatch.setenv("KAGGLEHUB_CACHE", str(tmp_path / "kaggle"))
    return Hub(tmp_path / "kaggle")


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """A user who has nothing yet."""
    return make_empty_home(tmp_path, monkeypatch)


@pytest.fixture
def dialog(qtbot, hub):
    """On the library; what models are is read in this process."""
    yield from opened(ModelsDialog(fetch=hub.fetch, look=partial(look, reader=Reader())), qtbot)


@pytest.fixture
def dialog_of_the_app(qtbot, hub):
    """It has a process of its own for that."""
    yield from opened(ModelsDialog(fetch=hub.fetch), qtbot)


def opened(shown, qtbot):
    qtbot.addWidget(shown)
    open_dialog(shown, qtbot)
    yield shown
    shown.shut_down()
    shown.close()


@pytest.fixture
def open_on(qtbot, hub):
    """A dialog on a library that is given."""
    opened = []

    def open_on(*entries, **facts):
        shown = ModelsDialog(fetch=hub.fetch, look=lambda *_: Library((*BASE, *entries), **facts))
        opened.append(shown)
        qtbot.addWidget(shown)
        open_dialog(shown, qtbot)
        return shown

    yield open_on
    for shown in opened:
        shown.shut_down()
        shown.close()


def open_dialog(dialog, qtbot):
    with qtbot.waitExposed(dialog):
        dialog.show()
    qtbot.waitUntil(lambda: bool(cells(dialog)))


def list_of(dialog):
    return dialog.findChild(QTreeView)


def cells(dialog):
    """What is seen of each model after its name, by that."""
    model = list_of(dialog).model()
    rows = [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
    return {name: rest for name, *rest in rows}


def where(dialog, name):
    return cells(dialog)[name][-1]


def select(dialog, name):
    model = list_of(dialog).model()
    row = list(cells(dialog)).index(name)
    list_of(dialog).setCurrentIndex(model.index(row, 0))


def selected(dialog):
    return list_of(dialog).currentIndex().siblingAtColumn(0).data()


def entry_of(name, kind="Stable Diffusion 3.5 Medium", **facts):
    place = Path(f"/models/{name}.safetensors")
    about = About(kind, ("mmdit", "vae"), "bfloat16", 3_000_000_000, 6_000_000_000, ())
    return Entry(**{"preset": str(place), "place": place, "about": about} | facts)


def button(dialog, text):
    return next(
        button for button in dialog.findChildren(QPushButton) if button.text().replace("&", "") == text
    )


def click(dialog, qtbot, text):
    assert button(dialog, text).isEnabled()
    qtbot.mouseClick(button(dialog, text), Qt.MouseButton.LeftButton)


def said(dialog):
    return " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def is_fetching(dialog):
    return dialog.findChild(QProgressBar).isVisible()


def start_fetching(dialog, qtbot):
    select(dialog, MEDIUM.title)
    click(dialog, qtbot, "Fetch")
    # It also says how much memory is free, which may be 11.2 GB.
    qtbot.waitUntil(lambda: "1.2 GB of about" in said(dialog))


def end_fetching(dialog, qtbot, hub):
    hub.may_end.set()
    qtbot.waitUntil(lambda: not is_fetching(dialog))


def folder_with_preset(folder):
    shutil.copytree(STARTER_FOLDER, folder)
    for file in folder.rglob("*"):
        settle(file)
    return folder


def drop(widget, *files):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    arguments = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(100, 100), *arguments)
    QApplication.sendEvent(widget, enter)
    if enter.isAccepted():
        QApplication.sendEvent(widget, QDropEvent(QPointF(100, 100), *arguments))
    return enter.isAccepted()


# The list


def test_every_preset_that_is_known_is_listed_by_the_name_that_people_call_it(dialog_of_the_app):
    assert list(cells(dialog_of_the_app)) == [
        "Starter",
        "Stable Diffusion 3 Medium",
        "Stable Diffusion 3.5 Medium",
        "Stable Diffusion 3.5 Large",
        "Stable Diffusion 3.5 Large Turbo",
    ]


def test_each_is_listed_with_its_kind_size_precision_and_licence(dialog):
    kind, size, precision, _, licence, _ = cells(dialog)[MEDIUM.title]
    assert (kind, size, precision, licence) == (MEDIUM.title, "6.0 GB", "float16", "Stability AI Community")


def test_a_checkpoint_goes_by_the_name_of_its_file(open_on):
    dialog = open_on(entry_of("miniature"))
    assert cells(dialog)["miniature"][:3] == ["Stable Diffusion 3.5 Medium", "6.0 GB", "bfloat16"]
    assert where(dialog, "miniature") == "ready"


def test_it_tells_what_is_here_from_what_can_be_fetched(dialog):
    dialog.show_current(MEDIUM.name)
    assert where(dialog, "Starter") == "ready"
    assert where(dialog, "Stable Diffusion 3.5 Large") == "can be fetched"


def test_the_preset_of_the_walk_is_marked(dialog):
    assert [name for name, row in cells(dialog).items() if "in use" in row[-1]] == ["Starter"]
    dialog.show_current(MEDIUM.name)
    assert [name for name, row in cells(dialog).items() if "in use" in row[-1]] == [MEDIUM.title]


def test_a_preset_that_only_the_walk_knows_is_listed_too(dialog, qtbot):
    dialog.show_current("hf://me/sd3")
    qtbot.waitUntil(lambda: "hf://me/sd3" in cells(dialog))
    assert where(dialog, "hf://me/sd3") == "in use, not here yet"


def test_the_mark_does_not_move_the_selection(dialog):
    select(dialog, "Stable Diffusion 3.5 Large")
    dialog.show_current(MEDIUM.name)
    assert selected(dialog) == "Stable Diffusion 3.5 Large"


def test_until_models_are_found_nothing_can_be_done_with_them(qtbot, hub):
    shown = ModelsDialog(fetch=hub.fetch)
    qtbot.addWidget(shown)
    assert "Looking for models…" in [label.text() for label in shown.findChildren(QLabel)]
    assert not any(button(shown, text).isEnabled() for text in ("Use", "Fetch", "Remove from list"))
    shown.shut_down()


def test_the_window_can_be_used_beside_it(dialog):
    assert not dialog.isModal()


def test_a_click_on_a_heading_sorts_and_a_third_one_brings_the_order_back(open_on, qtbot):
    dialog = open_on(entry_of("zebra"), entry_of("aardvark"))
    before = list(cells(dialog))
    header = list_of(dialog).header()
    for expected in (
        sorted(before, key=str.casefold),
        sorted(before, key=str.casefold, reverse=True),
        before,
    ):
        at = QPoint(header.sectionPosition(0) + 20, header.height() // 2)
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert list(cells(dialog)) == expected


def test_sizes_are_sorted_as_numbers(open_on, qtbot):
    dialog = open_on()
    list_of(dialog).sortByColumn(2, Qt.SortOrder.AscendingOrder)
    assert [row[1] for row in cells(dialog).values()] == ["44 MB", "6.0 GB", "6.7 GB", "18.1 GB", "18.1 GB"]


def test_what_is_missing_is_said_in_the_list_and_how_it_is_had_below_it(open_on):
    about = About("Stable Diffusion 3.5 Medium", ("mmdit",), "float16", 1, 1, ("clip_l", "clip_g"))
    dialog = open_on(entry_of("bare", about=about, problem="put clip_l.safetensors beside it"))
    assert where(dialog, "bare") == "lacks CLIP-L, CLIP-G"
    select(dialog, "bare")
    assert "put clip_l.safetensors beside it" in said(dialog)
    assert not button(dialog, "Use").isEnabled()


def test_models_that_cannot_be_used_are_behind_a_count_and_say_why(open_on, qtbot):
    names = ("juggernaut", "pony")
    dialog = open_on(*(entry_of(name, about=None, problem="it is a <b>Flux</b>") for name in names))
    box = dialog.findChild(QCheckBox)
    assert box.text() == "Show 2 that can't be used"
    assert "pony" not in cells(dialog)
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    assert where(dialog, "pony") == "can't be used"
    select(dialog, "pony")
    assert "it is a &lt;b&gt;Flux&lt;/b&gt;" in said(dialog)


def test_why_one_cannot_be_used_comes_before_where_it_is(open_on):
    place = Path("/home/me/Pictures and models/stable diffusion/3.5/pony.safetensors")
    problem = f"{place} is a Flux, and only Stable Diffusion 3 and 3.5 can be used here"
    dialog = open_on(replace(entry_of("pony", about=None, problem=problem), place=place, asked=True))
    select(dialog, "pony")
    why, where_it_is = dialog._details._about.text().split("<br>")
    assert why == "pony.safetensors is a Flux, and only Stable Diffusion 3 and 3.5 can be used here"
    assert where_it_is == f"In {place}"


def test_in_a_narrow_window_names_are_seen_and_the_licence_is_left_out_first(open_on, qtbot):
    dialog = open_on(entry_of("finetune with a long name"))
    view, least = list_of(dialog), 20 * dialog.fontMetrics().averageCharWidth()
    hidden = []
    for width in range(1200, 780, -60):
        dialog.resize(width, 540)
        qtbot.waitUntil(lambda width=width: dialog.width() == width)
        hidden.append([column for column in (5, 3, 1) if view.isColumnHidden(column)])
        assert view.columnWidth(0) >= least or len(hidden[-1]) == 3
    assert hidden == sorted(hidden, key=len)
    assert all(each == [5, 3, 1][: len(each)] for each in hidden)
    assert hidden[-1]
    assert not hidden[0]
    dialog.resize(1200, 540)
    qtbot.waitUntil(lambda: not view.isColumnHidden(5))


@pytest.mark.parametrize("colours", [theme.DARK, theme.LIGHT], ids=["dark", "light"])
def test_each_text_of_a_row_is_read_whether_it_is_selected_or_not(colours, open_on, qapp):
    huge = About("Stable Diffusion 3.5 Large", ("mmdit",), "float16", 10**15, 10**15, ("clip_l",))
    try:
        theme.show(qapp, colours)
        dialog = open_on(entry_of("ready"), entry_of("bare", about=huge, problem="put it there"))
        view = list_of(dialog)
        for name in ("ready", "bare", "Stable Diffusion 3 Medium"):
            select(dialog, name)
            for column in range(7):
                index = view.currentIndex().siblingAtColumn(column)
                for state, back in (
                    (QStyle.StateFlag.State_Enabled, colours.field),
                    (QStyle.StateFlag.State_Enabled | QStyle.StateFlag.State_Selected, colours.accent),
                ):
                    option = QStyleOptionViewItem()
                    view.initViewItemOption(option)
                    option.state = state
                    view.itemDelegate().initStyleOption(option, index)
                    assert contrast(option.palette.color(QPalette.ColorRole.Text), back) >= 4.5
    finally:
        theme.show(qapp, theme.DARK)


def contrast(one, other):
    """By WCAG 2.2, from 1 to 21."""

    def luminance(colour):
        parts = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
            for part in (colour.redF(), colour.greenF(), colour.blueF())
        )
        return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_where_all_can_be_used_nothing_is_counted(dialog):
    assert not dialog.findChild(QCheckBox).isVisible()


def test_one_that_is_being_copied_cannot_be_used_yet(open_on):
    dialog = open_on(entry_of("new", settled=False))
    assert where(dialog, "new") == "being copied…"
    select(dialog, "new")
    assert "checked again when it is complete" in said(dialog)
    assert not button(dialog, "Use").isEnabled()


def test_forty_models_are_listed(open_on):
    dialog = open_on(*(entry_of(f"finetune {number}") for number in range(40)))
    assert len(cells(dialog)) == 45


# Memory


def test_the_memory_that_is_needed_is_said_beside_the_memory_there_is(dialog):
    select(dialog, MEDIUM.title)
    dialog.show_memory("GPU 0", 9_800_000_000, 24_000_000_000)
    assert "GPU 0 has 24.0 GB, of which 14.2 GB are free" in said(dialog)


def test_a_processor_needs_more_memory_than_a_gpu(dialog):
    on_processor = cells(dialog)[MEDIUM.title][3]
    dialog.show_memory("GPU 0", 0, 24_000_000_000)
    assert cells(dialog)[MEDIUM.title][3] == "8.2 of 24 GB"
    assert "15 of " in on_processor


def test_the_memory_of_a_processor_is_that_of_the_computer(dialog):
    dialog.show_memory("GPU 0", 0, 24_000_000_000)
    dialog.show_memory("CPU", 1, 2)
    assert "this computer has" in said(dialog)


def test_a_model_that_is_too_large_for_the_memory_is_marked_and_warned_of(dialog):
    select(dialog, MEDIUM.title)
    dialog.show_memory("GPU 0", 0, 24_000_000_000)
    assert "may not load" not in said(dialog)
    dialog.show_memory("GPU 0", 0, 4_000_000_000)
    assert cells(dialog)[MEDIUM.title][3] == "⚠ 8.2 of 4.0 GB"
    assert "may not load" in said(dialog)


# Using


def test_using_a_preset_chooses_it_for_the_walk(dialog, qtbot):
    dialog.show_current(MEDIUM.name)
    select(dialog, "Starter")
    with qtbot.waitSignal(dialog.chosen) as chosen:
        click(dialog, qtbot, "Use")
    assert chosen.args == ["starter"]


def test_return_in_the_list_uses_what_is_here(dialog, qtbot):
    dialog.show_current(MEDIUM.name)
    select(dialog, "Starter")
    with qtbot.waitSignal(dialog.chosen) as chosen:
        qtbot.keyClick(list_of(dialog), Qt.Key.Key_Return)
    assert chosen.args == ["starter"]


def test_a_double_click_uses_what_is_here(dialog, qtbot):
    dialog.show_current(MEDIUM.name)
    view = list_of(dialog)
    at = view.visualRect(view.model().index(0, 1)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    with qtbot.waitSignal(dialog.chosen) as chosen:
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert chosen.args == ["starter"]


def test_a_checkpoint_is_chosen_by_its_path(open_on, qtbot):
    dialog = open_on(entry_of("miniature"))
    select(dialog, "miniature")
    with qtbot.waitSignal(dialog.chosen) as chosen:
        qtbot.keyClick(list_of(dialog), Qt.Key.Key_Return)
    assert chosen.args == ["/models/miniature.safetensors"]


def test_the_preset_in_use_can_not_be_used_again(dialog):
    select(dialog, "Starter")
    assert not button(dialog, "Use").isEnabled()


def test_what_is_not_here_can_not_be_used(dialog):
    select(dialog, MEDIUM.title)
    assert not button(dialog, "Use").isEnabled()


def test_unloading_asks_the_window(dialog, qtbot):
    with qtbot.waitSignal(dialog.unload_requested):
        click(dialog, qtbot, "Unload")


def test_escape_closes_it(dialog, qtbot):
    qtbot.keyClick(list_of(dialog), Qt.Key.Key_Escape)
    assert not dialog.isVisible()


# Fetching


def test_it_says_how_the_licence_is_accepted_before_anything_is_fetched(dialog):
    select(dialog, MEDIUM.title)
    assert 'href="https://www.kaggle.com/models/keras/stablediffusion3"' in said(dialog)
    assert "an account on Kaggle" in said(dialog)


def test_it_says_how_hugging_face_is_told_who_asks(dialog, qtbot):
    dialog.show_current("hf://me/sd3")
    qtbot.waitUntil(lambda: "hf://me/sd3" in cells(dialog))
    select(dialog, "hf://me/sd3")
    assert 'href="https://huggingface.co/me/sd3"' in said(dialog)
    assert "an account on Hugging Face" in said(dialog)


def test_what_is_here_can_not_be_fetched(dialog):
    select(dialog, "Starter")
    assert not button(dialog, "Fetch").isEnabled()


def test_fetching_shows_how_far_it_is(dialog, qtbot, hub):
    start_fetching(dialog, qtbot)
    assert hub.asked == [MEDIUM.name]
    assert "1.2 GB of about 6.0 GB" in said(dialog)
    assert dialog.findChild(QProgressBar).value() == 200


def test_the_window_learns_how_far_it_is(dialog, qtbot):
    told = []
    dialog.fetch_progress.connect(told.append)
    start_fetching(dialog, qtbot)
    assert told[-1].startswith(f"Fetching {MEDIUM.title}: 1.2 GB of about 6.0 GB")


def test_the_window_is_reported_when_it_is_over(dialog, qtbot, hub):
    told = []
    dialog.fetch_progress.connect(told.append)
    start_fetching(dialog, qtbot)
    end_fetching(dialog, qtbot, hub)
    assert told[-1] == ""


def test_return_in_the_list_fetches_what_is_not_here(dialog, qtbot, hub):
    select(dialog, MEDIUM.title)
    qtbot.keyClick(list_of(dialog), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: hub.asked == [MEDIUM.name])


def test_one_is_fetched_at_a_time(dialog, qtbot, hub):
    start_fetching(dialog, qtbot)
    assert not button(dialog, "Fetch").isEnabled()
    dialog.fetch("stable_diffusion_3.5_large")
    assert hub.asked == [MEDIUM.name]


def test_what_is_fetched_is_selected(dialog, qtbot, hub):
    assert selected(dialog) != MEDIUM.title
    dialog.fetch(MEDIUM.name)
    assert selected(dialog) == MEDIUM.title
    end_fetching(dialog, qtbot, hub)


def test_what_was_selected_in_the_meantime_stays_so(dialog, qtbot, hub):
    start_fetching(dialog, qtbot)
    select(dialog, "Stable Diffusion 3.5 Large")
    end_fetching(dialog, qtbot, hub)
    qtbot.waitUntil(lambda: where(dialog, MEDIUM.title) == "ready")
    assert selected(dialog) == "Stable Diffusion 3.5 Large"


def test_what_was_fetched_can_be_used(dialog, qtbot, hub):
    start_fetching(dialog, qtbot)
    end_fetching(dialog, qtbot, hub)
    qtbot.waitUntil(lambda: where(dialog, MEDIUM.title) == "ready")
    assert button(dialog, "Use").isEnabled()


def test_stopping_ends_it_and_it_can_be_begun_again(dialog, qtbot):
    start_fetching(dialog, qtbot)
    with qtbot.assertNotEmitted(dialog.failed):
        click(dialog, qtbot, "Stop")
        qtbot.waitUntil(lambda: not is_fetching(dialog))
    assert button(dialog, "Fetch").isEnabled()


def test_a_refusal_links_to_the_page_of_the_model_and_to_no_other(dialog, qtbot, hub):
    page = model_page(MEDIUM.handle)
    hub.refusal = f"its licence must be accepted first: accept it at {page}, not at https://example.com/page"
    start_fetching(dialog, qtbot)
    with qtbot.waitSignal(dialog.failed) as failed:
        hub.may_end.set()
    assert failed.args == [hub.refusal]
    assert f'<a href="{page}">{page}</a>, not at https://example.com/page' in said(dialog)


def test_what_a_hub_answers_is_shown_as_it_is(dialog, qtbot, hub):
    hub.refusal = "the hub answered <b>500</b>"
    start_fetching(dialog, qtbot)
    with qtbot.waitSignal(dialog.failed):
        hub.may_end.set()
    assert "&lt;b&gt;500" in said(dialog)


def test_a_new_attempt_takes_the_old_failure_away(dialog, qtbot, hub):
    hub.refusal = "the hub Kaggle can't be reached"
    start_fetching(dialog, qtbot)
    end_fetching(dialog, qtbot, hub)
    assert "can&#x27;t be reached" in said(dialog)
    hub.may_end.clear()
    start_fetching(dialog, qtbot)
    assert "can&#x27;t be reached" not in said(dialog)


def test_a_download_goes_on_when_the_dialog_is_closed(dialog, qtbot, hub):
    start_fetching(dialog, qtbot)
    dialog.close()
    qtbot.waitSignal(dialog.fetch_progress).wait()
    assert not hub.may_end.is_set()
    dialog.show()
    assert is_fetching(dialog)


def test_the_end_of_the_app_ends_a_download(dialog, qtbot, hub):
    start_fetching(dialog, qtbot)
    assert not hub.has_ended
    dialog.shut_down()
    assert hub.has_ended


# Folders and files


def test_a_folder_that_is_added_is_looked_through_and_its_model_selected(dialog, qtbot, tmp_path):
    folder = folder_with_preset(tmp_path / "models" / "my model")
    dialog.add(tmp_path / "models")
    qtbot.waitUntil(lambda: "my model" in cells(dialog))
    assert selected(dialog) == "my model"
    with qtbot.waitSignal(dialog.chosen) as chosen:
        click(dialog, qtbot, "Use")
    assert chosen.args == [str(folder)]


@pytest.mark.parametrize("asks", ["Add a folder…", "Add a file…"])
def test_a_place_is_chosen_without_stopping_the_window(asks, dialog, qtbot, tmp_path):
    file = write_model(tmp_path / "mine.safetensors")
    click(dialog, qtbot, asks)
    name = dialog.findChild(QFileDialog).findChild(QLineEdit)
    name.setText(str(tmp_path if "folder" in asks else file))
    qtbot.keyClick(name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "mine" in cells(dialog))


def test_places_are_remembered_where_the_command_line_sees_them(dialog, qtbot, hub, tmp_path):
    folder = folder_with_preset(tmp_path / "my model")
    dialog.add(folder)
    assert places.added() == (folder,)


def test_what_an_earlier_version_has_remembered_is_taken_over(qtbot, hub, tmp_path):
    folder = folder_with_preset(tmp_path / "my model")
    QSettings().setValue("models/folders", [str(folder), str(tmp_path / "gone")])
    qtbot.addWidget(ModelsDialog(fetch=hub.fetch))
    assert places.added() == (folder,)
    assert not QSettings().contains("models/folders")


def test_a_file_dropped_on_it_is_added(dialog, qtbot, tmp_path):
    file = write_model(tmp_path / "mine.safetensors", MEDIUM_35)
    assert drop(dialog, file)
    qtbot.waitUntil(lambda: "mine" in cells(dialog))
    assert cells(dialog)["mine"][0] == "Stable Diffusion 3.5 Medium"
    assert selected(dialog) == "mine"


def test_a_file_that_is_no_model_is_refused_by_name_and_the_list_stays(dialog, tmp_path):
    before = cells(dialog)
    assert drop(dialog, write_sdxl(tmp_path / "juggernaut.safetensors"))
    assert "is a Stable Diffusion XL" in said(dialog)
    assert cells(dialog) == before
    assert places.added() == ()


class SlowLibrary:
    """Looks when it may, and finds a model in a place that was added after the first look."""

    ADDED = Path("/models/new")

    def __init__(self):
        self.may_end = threading.Event()
        self.may_end.set()
        self.first, self.has_more = [], False

    def look(self, *_):
        self.may_end.wait()
        place = self.ADDED / "new.safetensors"
        more = [replace(entry_of("new"), preset=str(place), place=place)] if self.has_more else []
        models = (entry_of(f"model {number:02}") for number in range(60))
        return Library((*BASE, *self.first, *models, *more))


@pytest.fixture
def slow(monkeypatch):
    monkeypatch.setattr("sd3explorer.app.models.dialog.add", lambda place: None)
    return SlowLibrary()


@pytest.fixture
def slow_dialog(qtbot, hub, slow):
    yield from opened(ModelsDialog(fetch=hub.fetch, look=slow.look), qtbot)


def start_adding(dialog, slow, **options):
    slow.may_end.clear()
    slow.has_more = True
    dialog.add(slow.ADDED, **options)


def test_what_was_selected_while_a_place_is_looked_at_stays_so(slow_dialog, slow, qtbot):
    select(slow_dialog, "model 01")
    start_adding(slow_dialog, slow)
    select(slow_dialog, "model 02")
    slow.may_end.set()
    qtbot.waitUntil(lambda: "new" in cells(slow_dialog))
    assert selected(slow_dialog) == "model 02"


def test_a_model_that_was_chosen_since_is_not_replaced_by_one_that_was_dropped(slow_dialog, slow, qtbot):
    chosen = []
    slow_dialog.chosen.connect(chosen.append)
    start_adding(slow_dialog, slow, use=True)
    select(slow_dialog, "model 02")
    click(slow_dialog, qtbot, "Use")
    slow.may_end.set()
    qtbot.waitUntil(lambda: "new" in cells(slow_dialog))
    assert chosen == ["/models/model 02.safetensors"]


def test_another_look_leaves_the_list_where_it_was_scrolled_to(slow_dialog, slow, qtbot):
    view = list_of(slow_dialog)
    view.verticalScrollBar().setValue(300)
    before = view.indexAt(QPoint(9, 99)).siblingAtColumn(0).data()
    with qtbot.waitSignal(slow_dialog._lookout.looked):
        slow_dialog.refresh()
    assert view.verticalScrollBar().value() == 300
    # One that comes above the others moves none of those that are seen.
    slow.first = [entry_of("first")]
    with qtbot.waitSignal(slow_dialog._lookout.looked):
        slow_dialog.refresh()
    assert view.indexAt(QPoint(9, 99)).siblingAtColumn(0).data() == before


def test_a_download_that_ends_leaves_the_keyboard_to_the_list(dialog, qtbot, hub):
    start_fetching(dialog, qtbot)
    next(each for each in dialog.findChildren(QPushButton) if each.text() == "&Stop").setFocus()
    end_fetching(dialog, qtbot, hub)
    assert dialog.focusWidget() == list_of(dialog)


def test_what_can_be_no_model_is_not_taken(dialog, tmp_path):
    (tmp_path / "picture.png").touch()
    assert not drop(dialog, tmp_path / "picture.png")


def test_a_folder_without_a_model_says_so(dialog, qtbot, tmp_path):
    (tmp_path / "empty").mkdir()
    dialog.add(tmp_path / "empty")
    qtbot.waitUntil(lambda: selected(dialog) == "empty")
    assert "has no model of Stable Diffusion 3" in said(dialog)


def test_a_model_that_is_put_into_a_watched_folder_comes_up_by_itself(dialog_of_the_app, qtbot, tmp_path):
    folder = tmp_path / "models"
    folder.mkdir()
    dialog_of_the_app.add(folder)
    qtbot.waitUntil(lambda: "models" in cells(dialog_of_the_app))
    write_model(tmp_path / "new.safetensors").rename(folder / "new.safetensors")
    qtbot.waitUntil(lambda: "new" in cells(dialog_of_the_app))


def test_a_folder_that_vanishes_says_so_and_can_be_taken_off_the_list(dialog, qtbot, tmp_path):
    folder = folder_with_preset(tmp_path / "usb" / "my model").parent
    dialog.add(folder)
    qtbot.waitUntil(lambda: "my model" in cells(dialog))
    shutil.rmtree(folder)
    qtbot.waitUntil(lambda: "usb" in cells(dialog))
    select(dialog, "usb")
    assert "is not there" in said(dialog)
    assert not button(dialog, "Use").isEnabled()
    click(dialog, qtbot, "Remove from list")
    qtbot.waitUntil(lambda: "usb" not in cells(dialog))
    assert places.added() == ()


def test_what_is_taken_off_the_list_stays_on_the_disk(dialog, qtbot, tmp_path):
    folder = folder_with_preset(tmp_path / "my model")
    dialog.add(folder)
    qtbot.waitUntil(lambda: selected(dialog) == "my model")
    click(dialog, qtbot, "Remove from list")
    qtbot.waitUntil(lambda: "my model" not in cells(dialog))
    assert (folder / "config.json").is_file()


def test_only_what_was_added_can_be_taken_off_the_list(dialog):
    select(dialog, MEDIUM.title)
    assert not button(dialog, "Remove from list").isEnabled()


def test_where_no_program_has_models_it_asks_once_for_a_folder(dialog, qtbot, open_on):
    assert "No folder of ComfyUI, A1111 or Forge" in said(dialog)
    click(dialog, qtbot, "Not now")
    assert "No folder of ComfyUI" not in said(dialog)
    assert "No folder of ComfyUI" not in said(open_on())


def test_where_one_has_it_does_not_ask(open_on):
    assert "No folder of ComfyUI" not in said(open_on(knows_programs=True))


def test_it_says_that_not_all_was_looked_through(open_on):
    assert "too many files" in said(open_on(complete=False))


def test_a_hidden_dialog_watches_nothing(dialog, qtbot, home):
    (home / "ComfyUI" / "models" / "checkpoints").mkdir(parents=True)
    dialog.refresh()
    lookout = dialog.findChild(Lookout)
    qtbot.waitUntil(lambda: bool(lookout._watched()))
    dialog.hide()
    assert lookout._watched() == []

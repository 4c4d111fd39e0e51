"""The models: which there are, using, fetching and choosing one."""

import shutil
import threading

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QProgressBar, QPushButton, QTreeWidget

from sd3explorer.app.models.dialog import ModelsDialog
from sd3explorer.presets import sources
from sd3explorer.presets.catalog import BUILT_IN
from sd3explorer.presets.download import model_page
from sd3explorer.presets.preset import PresetError
from sd3explorer.resources import resource
from tests import toy_source

STARTER_FOLDER = resource("models", "starter")
MEDIUM = BUILT_IN[1]


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
        folder.with_name(f"{folder.name}.complete").touch()


@pytest.fixture
def hub(tmp_path, monkeypatch):
    monkeypatch.setenv("KAGGLEHUB_CACHE", str(tmp_path / "kaggle"))
    return Hub(tmp_path / "kaggle")


@pytest.fixture
def dialog(qtbot, hub):
    shown = ModelsDialog(fetch=hub.fetch)
    qtbot.addWidget(shown)
    open_dialog(shown, qtbot)
    yield shown
    shown.shut_down()
    shown.close()


def open_dialog(dialog, qtbot):
    with qtbot.waitExposed(dialog):
        dialog.show()
    qtbot.waitUntil(lambda: "looking…" not in str(cells(dialog)))


def rows(dialog):
    tree = dialog.findChild(QTreeWidget)
    return [tree.topLevelItem(number) for number in range(tree.topLevelItemCount())]


def cells(dialog):
    return {row.text(0): [row.text(column) for column in range(1, row.columnCount())] for row in rows(dialog)}


def where(dialog, name):
    return cells(dialog)[name][-1]


def select(dialog, name):
    dialog.findChild(QTreeWidget).setCurrentItem(next(row for row in rows(dialog) if row.text(0) == name))


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
    select(dialog, MEDIUM.name)
    click(dialog, qtbot, "Fetch")
    # It also says how much memory is free, which may be 11.2 GB.
    qtbot.waitUntil(lambda: "1.2 GB of about" in said(dialog))


def end_fetching(dialog, qtbot, hub):
    hub.may_end.set()
    qtbot.waitUntil(lambda: not is_fetching(dialog))


def folder_with_preset(tmp_path):
    return shutil.copytree(STARTER_FOLDER, tmp_path / "my model")


# The list


def test_every_preset_that_is_known_is_listed(dialog):
    assert list(cells(dialog)) == [entry.name for entry in BUILT_IN]


def test_each_is_listed_with_its_size_and_licence(dialog):
    size, _, licence, _ = cells(dialog)[MEDIUM.name]
    assert (size, licence) == ("6.0 GB", MEDIUM.licence)


def test_it_tells_what_is_here_from_what_can_be_fetched(dialog):
    assert where(dialog, "starter").startswith("here")
    assert where(dialog, MEDIUM.name) == "can be fetched"


def test_the_preset_of_the_walk_is_marked(dialog):
    assert [row.text(0) for row in rows(dialog) if row.text(4).endswith("in use")] == ["starter"]
    dialog.show_current(MEDIUM.name)
    assert [row.text(0) for row in rows(dialog) if row.text(4).endswith("in use")] == [MEDIUM.name]


def test_a_preset_that_only_the_walk_knows_is_listed_too(dialog, qtbot):
    dialog.show_current("hf://me/sd3")
    assert where(dialog, "hf://me/sd3").endswith("in use")


def test_the_mark_does_not_move_the_selection(dialog):
    select(dialog, "stable_diffusion_3.5_large")
    dialog.show_current(MEDIUM.name)
    assert dialog.findChild(QTreeWidget).currentItem().text(0) == "stable_diffusion_3.5_large"


def test_the_window_can_be_used_beside_it(dialog):
    assert not dialog.isModal()


# Memory


def test_the_memory_that_is_needed_is_said_beside_the_memory_there_is(dialog):
    select(dialog, MEDIUM.name)
    dialog.show_memory("GPU 0", 9_800_000_000, 24_000_000_000)
    assert "GPU 0 has 24.0 GB, of which 14.2 GB are free" in said(dialog)


def test_a_processor_needs_more_memory_than_a_gpu(dialog):
    on_processor = cells(dialog)[MEDIUM.name][1]
    dialog.show_memory("GPU 0", 0, 24_000_000_000)
    assert float(cells(dialog)[MEDIUM.name][1].split()[0]) < float(on_processor.split()[0])


def test_the_memory_of_a_processor_is_that_of_the_computer(dialog):
    dialog.show_memory("GPU 0", 0, 24_000_000_000)
    dialog.show_memory("CPU", 1, 2)
    assert "this computer has" in said(dialog)
    assert cells(dialog)[MEDIUM.name][1] == "15.3 GB"


def test_a_model_that_is_too_large_for_the_memory_is_warned_of(dialog):
    select(dialog, MEDIUM.name)
    dialog.show_memory("GPU 0", 0, 24_000_000_000)
    assert "may not load" not in said(dialog)
    dialog.show_memory("GPU 0", 0, 4_000_000_000)
    assert "may not load" in said(dialog)


# Using


def test_using_a_preset_chooses_it_for_the_walk(dialog, qtbot):
    dialog.show_current(MEDIUM.name)
    select(dialog, "starter")
    with qtbot.waitSignal(dialog.chosen) as chosen:
        click(dialog, qtbot, "Use")
    assert chosen.args == ["starter"]


def test_return_in_the_list_uses_what_is_here(dialog, qtbot):
    dialog.show_current(MEDIUM.name)
    select(dialog, "starter")
    with qtbot.waitSignal(dialog.chosen) as chosen:
        qtbot.keyClick(dialog.findChild(QTreeWidget), Qt.Key.Key_Return)
    assert chosen.args == ["starter"]


def test_the_preset_in_use_can_not_be_used_again(dialog):
    select(dialog, "starter")
    assert not button(dialog, "Use").isEnabled()


def test_what_is_not_here_can_not_be_used(dialog):
    select(dialog, MEDIUM.name)
    assert not button(dialog, "Use").isEnabled()


def test_unloading_asks_the_window(dialog, qtbot):
    with qtbot.waitSignal(dialog.unload_requested):
        click(dialog, qtbot, "Unload")


def test_escape_closes_it(dialog, qtbot):
    qtbot.keyClick(dialog.findChild(QTreeWidget), Qt.Key.Key_Escape)
    assert not dialog.isVisible()


# Fetching


def test_it_says_how_the_licence_is_accepted_before_anything_is_fetched(dialog):
    select(dialog, MEDIUM.name)
    assert 'href="https://www.kaggle.com/models/keras/stablediffusion3"' in said(dialog)
    assert "~/.kaggle/kaggle.json" in said(dialog)
    assert "KAGGLE_KEY" in said(dialog)


def test_it_says_how_hugging_face_is_told_who_asks(dialog, qtbot):
    dialog.show_current("hf://me/sd3")
    qtbot.waitUntil(lambda: where(dialog, "hf://me/sd3") == "can be fetched, in use")
    select(dialog, "hf://me/sd3")
    assert 'href="https://huggingface.co/me/sd3"' in said(dialog)
    assert "hf auth login" in said(dialog)
    assert "HF_TOKEN" in said(dialog)


def test_what_is_here_can_not_be_fetched(dialog):
    select(dialog, "starter")
    assert not button(dialog, "Fetch").isEnabled()


def test_fetching_shows_how_far_it_is(dialog, qtbot, hub):
    start_fetching(dialog, qtbot)
    assert hub.asked == [MEDIUM.name]
    assert "1.2 GB of about 6.0 GB" in said(dialog)
    assert dialog.findChild(QProgressBar).value() == 200


def test_the_window_is_told_how_far_it_is(dialog, qtbot):
    told = []
    dialog.fetch_progress.connect(told.append)
    start_fetching(dialog, qtbot)
    assert told[-1].startswith(f"Fetching {MEDIUM.name}: 1.2 GB of about 6.0 GB")


def test_the_window_is_told_when_it_is_over(dialog, qtbot, hub):
    told = []
    dialog.fetch_progress.connect(told.append)
    start_fetching(dialog, qtbot)
    end_fetching(dialog, qtbot, hub)
    assert told[-1] == ""


def test_return_in_the_list_fetches_what_is_not_here(dialog, qtbot, hub):
    select(dialog, MEDIUM.name)
    qtbot.keyClick(dialog.findChild(QTreeWidget), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: hub.asked == [MEDIUM.name])


def test_one_is_fetched_at_a_time(dialog, qtbot, hub):
    start_fetching(dialog, qtbot)
    assert not button(dialog, "Fetch").isEnabled()
    dialog.fetch("stable_diffusion_3.5_large")
    assert hub.asked == [MEDIUM.name]


def test_what_was_fetched_can_be_used(dialog, qtbot, hub):
    start_fetching(dialog, qtbot)
    end_fetching(dialog, qtbot, hub)
    qtbot.waitUntil(lambda: where(dialog, MEDIUM.name) == "here")
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


# Folders


def test_a_chosen_folder_is_listed_and_selected(dialog, qtbot, tmp_path):
    folder = folder_with_preset(tmp_path)
    dialog.add(folder)
    qtbot.waitUntil(lambda: where(dialog, "my model") == str(tmp_path))
    with qtbot.waitSignal(dialog.chosen) as chosen:
        click(dialog, qtbot, "Use")
    assert chosen.args == [str(folder)]


def test_a_folder_is_chosen_without_stopping_the_window(dialog, qtbot, tmp_path):
    folder = folder_with_preset(tmp_path)
    click(dialog, qtbot, "Choose folder…")
    name = dialog.findChild(QFileDialog).findChild(QLineEdit)
    name.setText(str(folder))
    qtbot.keyClick(name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "my model" in cells(dialog))


def test_chosen_folders_are_remembered(dialog, qtbot, hub, tmp_path):
    dialog.add(folder_with_preset(tmp_path))
    dialog.shut_down()
    another = ModelsDialog(fetch=hub.fetch)
    qtbot.addWidget(another)
    assert "my model" in cells(another)


def test_a_folder_is_listed_once(dialog, tmp_path):
    folder = folder_with_preset(tmp_path)
    dialog.add(folder)
    dialog.add(folder)
    assert len(rows(dialog)) == len(BUILT_IN) + 1


def test_a_folder_without_a_preset_is_refused_and_the_list_stays(dialog, tmp_path):
    before = cells(dialog)
    dialog.add(tmp_path)
    assert "no complete preset" in said(dialog)
    assert cells(dialog) == before
    assert QSettings().value("models/folders", [], type=list) == []


def test_a_folder_that_is_gone_says_so(dialog, qtbot, tmp_path):
    folder = folder_with_preset(tmp_path)
    dialog.add(folder)
    shutil.rmtree(folder)
    dialog.close()
    open_dialog(dialog, qtbot)
    qtbot.waitUntil(lambda: where(dialog, "my model") == "can't be used")
    select(dialog, "my model")
    qtbot.waitUntil(lambda: "is not there" in said(dialog))
    assert not button(dialog, "Use").isEnabled()
    assert not button(dialog, "Fetch").isEnabled()


def test_a_folder_can_be_taken_off_the_list_and_its_files_stay(dialog, qtbot, tmp_path):
    folder = folder_with_preset(tmp_path)
    dialog.add(folder)
    click(dialog, qtbot, "Remove from list")
    assert "my model" not in cells(dialog)
    assert (folder / "config.json").is_file()


def test_only_folders_can_be_taken_off_the_list(dialog):
    select(dialog, MEDIUM.name)
    assert not button(dialog, "Remove from list").isEnabled()


# Files


def test_where_all_models_are_folders_no_file_can_be_chosen(dialog):
    assert not button(dialog, "Choose file…").isVisible()


def test_a_file_of_another_source_is_chosen_without_stopping_the_window(qtbot, hub, tmp_path, monkeypatch):
    monkeypatch.setattr(sources, "SOURCES", toy_source.WITH_TOYS)
    (tmp_path / "mine.toy").write_bytes(b"weights")
    dialog = ModelsDialog(fetch=hub.fetch)
    qtbot.addWidget(dialog)
    open_dialog(dialog, qtbot)
    click(dialog, qtbot, "Choose file…")
    name = dialog.findChild(QFileDialog).findChild(QLineEdit)
    name.setText(str(tmp_path / "mine.toy"))
    qtbot.keyClick(name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: where(dialog, "mine.toy") == str(tmp_path))
    assert "Licence: Toy Licence" in said(dialog)
    dialog.shut_down()

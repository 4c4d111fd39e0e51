"""Settings that are kept by name, applied, renamed and deleted."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QDialog, QMessageBox, QPushButton, QWidget

from sd3explorer.app.document.document import Document
from sd3explorer.app.export.panel import ExportPanel
from sd3explorer.app.messages import MessageBar
from sd3explorer.app.settings_presets.dialog import PresetsDialog
from sd3explorer.app.settings_presets.folder import PresetFolder
from sd3explorer.app.settings_presets.preset import SettingsPreset
from sd3explorer.app.settings_presets.presets import Presets
from sd3explorer.export import Options, Quality
from sd3explorer.walk.error import WalkError
from sd3explorer.walk.limits import FRAME_RATES, GUIDANCE_SCALES, MAX_FRAMES, NUM_STEPS
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.timing import Ending, Motion, Timing

DRAFT = SettingsPreset(
    "Draft",
    Sampler(6, 2.5, (0.2, 0.9)),
    Timing(16, 8.0, Ending.THERE_AND_BACK, Motion.EVEN, False),
    (64, 96),
    "Animated WebP",
    Options(scale=2.0, quality=Quality.QUICK, rounds=3),
)


@pytest.fixture
def folder(tmp_path):
    return PresetFolder(tmp_path / "presets")


@pytest.fixture
def window(qtbot, tmp_path, whole_starter, facts):
    parent = QWidget()
    qtbot.addWidget(parent)
    document, messages = Document(parent), MessageBar(parent)
    export = ExportPanel(tmp_path / "exports", parent)
    frames = SimpleNamespace(facts=facts, preset=whole_starter)
    presets = Presets(document, frames, export, messages, tmp_path / "presets", parent)
    yield SimpleNamespace(document=document, export=export, messages=messages, presets=presets, parent=parent)
    export.close_down()


def offered(window):
    window.presets.menu.aboutToShow.emit()
    return {action.text(): action for action in window.presets.menu.actions()}


def names(folder):
    return [preset.name for preset in folder.presets()]


@given(
    name=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80).filter(
        lambda name: name == name.strip()
    ),
    steps=st.none() | st.integers(*NUM_STEPS),
    scale=st.none() | st.floats(*GUIDANCE_SCALES),
    frames=st.integers(1, MAX_FRAMES),
    rate=st.floats(*FRAME_RATES),
    ending=st.sampled_from(Ending),
)
def test_a_preset_comes_back_from_its_text(name, steps, scale, frames, rate, ending):
    preset = replace(
        DRAFT, name=name, sampler=Sampler(steps, scale), timing=Timing(frames, rate, ending), image_size=None
    )
    assert SettingsPreset.loads(preset.dump().encode()) == preset


def test_it_is_a_file_that_one_can_read(folder, tmp_path):
    folder.keep(DRAFT)
    text = (tmp_path / "presets" / "Draft.json").read_text()
    assert '"num_steps": 6' in text
    assert '"ending": "there-and-back"' in text
    assert folder.presets() == [DRAFT]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff",
        b"[" * 100_000,
        b"{}",
        b"x" * 200_000,
        DRAFT.dump().replace('"num_steps": 6', '"num_steps": "many"').encode(),
        DRAFT.dump().replace('"scale": 2.0', '"scale": -1').encode(),
        DRAFT.dump().replace('"name": "Draft"', '"name": " "').encode(),
    ],
)
def test_a_damaged_one_costs_only_itself(folder, tmp_path, content):
    folder.keep(DRAFT)
    (tmp_path / "presets" / "Another.json").write_bytes(content)
    assert names(folder) == ["Draft"]


@pytest.mark.parametrize("name", ["../../etc", "a/b", "CON", "…", "ドラフト", "Draft?"])
def test_any_name_is_a_file_in_the_folder(folder, tmp_path, name):
    folder.keep(DRAFT)
    folder.keep(replace(DRAFT, name=name))
    assert sorted(names(folder)) == sorted(["Draft", name])
    assert len(list((tmp_path / "presets").iterdir())) == len(list(tmp_path.rglob("*.json"))) == 2
    folder.remove(name)
    assert names(folder) == ["Draft"]


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path):
    (tmp_path / "presets").touch()
    with pytest.raises(WalkError, match="presets"):
        PresetFolder(tmp_path / "presets").keep(DRAFT)


def test_applying_one_is_one_step_of_undo_and_leaves_what_the_walk_shows(window, folder):
    folder.keep(DRAFT)
    before = window.document.walk
    offered(window)["Draft"].trigger()
    walk = window.document.walk
    assert (walk.sampler, walk.timing, walk.model.image_size) == (DRAFT.sampler, DRAFT.timing, (64, 96))
    assert (walk.path, walk.noise, walk.title) == (before.path, before.noise, before.title)
    assert window.export.chosen == (DRAFT.format, DRAFT.options)
    assert window.document.undo_stack.undoText() == "Apply “Draft”"
    window.document.undo_stack.undo()
    assert window.document.walk == before
    assert not window.document.undo_stack.canUndo()


def test_the_settings_as_they_are_get_a_name_with_the_models_numbers(window, folder, facts):
    window.presets.keep(" Mine ")
    [preset] = folder.presets()
    assert preset.name == "Mine"
    assert preset.sampler == Sampler(facts.num_steps, facts.guidance_scale)
    assert preset.image_size == facts.image_size
    assert window.messages.text.startswith("Kept as “Mine”: 16 steps · guidance 2.5 · 128 × 128")
    assert offered(window)["Mine"].isChecked()


def test_the_pictures_of_keyframes_are_not_carried_by_one(window, folder):
    window.export.choose("Animated GIF", Options(pictures=True))
    window.presets.keep("Mine")
    assert not folder.presets()[0].options.pictures


def test_a_size_that_the_model_cannot_make_stays_out(window, folder):
    folder.keep(replace(DRAFT, image_size=(4096, 4096)))
    size = window.document.walk.model.image_size
    offered(window)["Draft"].trigger()
    assert window.document.walk.model.image_size == size
    assert window.document.walk.sampler == DRAFT.sampler
    assert "can't make pictures of the size of “Draft”" in window.messages.text


def test_a_format_of_another_version_leaves_the_format(window, folder):
    label, _ = window.export.chosen
    folder.keep(replace(DRAFT, format="Animated Stone"))
    offered(window)["Draft"].trigger()
    assert window.export.chosen == (label, DRAFT.options)


def test_another_of_the_same_name_is_replaced_when_one_says_so(qtbot, window, folder):
    folder.keep(DRAFT)
    window.presets.keep("Draft")
    assert folder.presets() == [DRAFT]
    box = window.parent.findChild(QMessageBox)
    next(each for each in box.findChildren(QPushButton) if "Replace" in each.text()).click()
    assert folder.presets() != [DRAFT]
    assert names(folder) == ["Draft"]


def test_none_can_be_renamed_where_there_is_none(window):
    menu = offered(window)
    assert not menu["&Rename or delete…"].isEnabled()
    assert menu["&Keep these settings…"].isEnabled()


@pytest.fixture
def dialog(qtbot, folder):
    for name in ("Draft", "Final"):
        folder.keep(replace(DRAFT, name=name))
    dialog = PresetsDialog(folder)
    qtbot.addWidget(dialog)
    return dialog


def test_a_preset_is_renamed_in_the_list(dialog, folder):
    dialog.list.item(0).setText("Zeichnung")
    assert names(folder) == ["Final", "Zeichnung"]
    assert dialog.list.currentItem().text() == "Zeichnung"


@pytest.mark.parametrize("name", ["", "  ", "Final"])
def test_a_name_that_is_none_or_taken_changes_nothing(dialog, folder, name):
    dialog.list.item(0).setText(name)
    assert names(folder) == ["Draft", "Final"]
    assert dialog.list.item(0).text() == "Draft"


def test_what_was_deleted_can_be_put_back(dialog, folder):
    assert isinstance(dialog, QDialog)
    assert not dialog.put_back.isEnabled()
    dialog.delete.click()
    assert names(folder) == ["Final"]
    dialog.put_back.click()
    assert names(folder) == ["Draft", "Final"]
    assert dialog.list.currentItem().text() == "Draft"


def test_without_presets_there_is_nothing_to_do(dialog):
    dialog.delete.click()
    dialog.delete.click()
    assert not dialog.delete.isEnabled()
    assert not dialog.rename.isEnabled()
    assert dialog.put_back.isEnabled()

"""The sheet by real events, with an engine that paints gradients."""

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from sd3explorer.app.frames.survey import draft_of
from sd3explorer.app.sheet.dialog import SheetDialog
from sd3explorer.app.sheet.plan import Vary
from sd3explorer.walk.loras import Lora
from sd3explorer.walk.mix import Mix
from sd3explorer.walk.noises import Fixed
from sd3explorer.walk.paths import Hold, Keyframe, Morph, Prompts
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk
from tests.gradient import BrokenModel, GradientModel, OverflowingModel

WALK = Walk(
    path=Morph((Keyframe("a dog"), Keyframe("a cat"), Keyframe("a fox"))),
    noise=Fixed(7),
    timing=Timing(9),
    sampler=Sampler(16, 1.0),
)


class Desk:
    """A bench with a sheet on it."""

    def __init__(self, qtbot, bench, store, walk=WALK):
        self.qtbot, self.bench = qtbot, bench
        bench.show(walk)
        self.walk = walk
        self.edits = []
        self.sheet = SheetDialog(bench.frames, bench.playhead, bench.control, bench.thread, store)
        qtbot.addWidget(self.sheet)
        self.sheet.edited.connect(self.take)
        self.sheet.show_walk(walk)

    def take(self, walk, text, merge):
        self.edits.append(text)
        self.show(walk)

    def show(self, walk):
        self.walk = walk
        self.bench.show(walk)
        self.sheet.show_walk(walk)

    def open(self):
        with self.qtbot.waitExposed(self.sheet):
            self.sheet.show()
        return self.sheet

    def wait_for_pictures(self):
        self.qtbot.waitUntil(
            lambda: (
                bool(self.sheet.view.cells) and all(cell.image is not None for cell in self.sheet.view.cells)
            ),
        )

    def choose(self, combo, text):
        combo.setCurrentIndex(combo.findText(text))
        combo.activated.emit(combo.currentIndex())

    def click(self, number):
        rect = self.sheet.view.cell_rect(number)
        self.qtbot.mouseClick(self.sheet.view, Qt.MouseButton.LeftButton, pos=rect.center())

    def captions(self):
        return [cell.caption for cell in self.sheet.view.cells]


@pytest.fixture
def desk_with(qtbot, bench_with, store):
    desks = []

    def make(walk=WALK, model=GradientModel, apart=False):
        desks.append(Desk(qtbot, bench_with(model, apart), store, walk))
        return desks[-1]

    yield make
    for desk in desks:
        desk.sheet.shut_down()


def test_it_begins_with_drafts_of_other_seeds_of_the_prompt_under_the_playhead(desk_with):
    desk = desk_with(apart=True)
    desk.bench.playhead.move_to(5)
    sheet = desk.open()
    desk.wait_for_pictures()
    assert sheet.subject.currentText() == "of prompt 2"
    assert len(sheet.view.cells) == 16
    assert all(cell.draft for cell in sheet.view.cells)
    assert {recipe.num_steps for recipe in desk.bench.rendered} == {4}
    assert desk.captions()[0] == "the walk's seed"


def test_nothing_of_the_walk_is_rendered_for_it(desk_with):
    desk = desk_with()
    desk.open()
    desk.wait_for_pictures()
    desk.qtbot.waitUntil(lambda: not desk.bench.control.state.working)
    assert desk.bench.frames.done_count == 0
    assert not desk.bench.control.on


def test_the_picture_one_looks_at_is_refined(desk_with):
    desk = desk_with()
    sheet = desk.open()
    desk.wait_for_pictures()
    sheet.view.looked_at.emit(3)
    desk.qtbot.waitUntil(lambda: not sheet.view.cells[3].draft)
    assert desk.bench.rendered[-1].num_steps == 16
    assert draft_of(desk.bench.rendered[-1]) in desk.bench.rendered
    assert [cell.draft for cell in sheet.view.cells].count(False) == 1


def test_a_click_takes_the_seed_for_the_prompt_as_one_edit(desk_with):
    desk = desk_with()
    sheet = desk.open()
    desk.wait_for_pictures()
    before = desk.captions()
    desk.click(6)
    seed = desk.walk.path.keyframes[0].seed
    assert before[6] == f"seed {seed}"
    assert desk.edits == [f"Take seed {seed}"]
    assert desk.captions() == before
    assert replace(desk.walk, path=WALK.path) == WALK
    sheet.view.setFocus()


def test_of_all_the_walk_the_noise_gets_the_seed(desk_with):
    desk = desk_with()
    sheet = desk.open()
    desk.choose(sheet.subject, "of all the walk")
    desk.click(1)
    assert desk.walk.path == WALK.path
    assert desk.captions()[1] == f"seed {desk.walk.noise.seed}"


def test_more_like_one_are_seeds_near_to_it(desk_with):
    desk = desk_with()
    sheet = desk.open()
    sheet.view.more_asked.emit(5)
    seed = desk.walk.path.keyframes[0].seed
    assert sheet.vary.currentData()[0] is Vary.NEAR
    assert sheet.radius.isVisible()
    desk.click(2)
    taken = desk.walk.path.keyframes[0].seed
    assert isinstance(taken, Mix)
    assert (taken.start, float(taken.t)) == (seed, 0.3)


def test_the_button_for_more_means_the_picture_that_was_taken(desk_with):
    desk = desk_with()
    sheet = desk.open()
    desk.click(5)
    seed = desk.walk.path.keyframes[0].seed
    sheet.view.pin_asked.emit(9)
    sheet.more.click()
    assert desk.walk.path.keyframes[0].seed == seed
    assert sheet.view.hasFocus()


def test_what_the_walk_is_now_is_marked_on_every_sheet(desk_with):
    desk = desk_with()
    sheet = desk.open()
    desk.choose(sheet.vary, "Steps × seeds")
    assert sheet.view.cells[sheet.view.chosen].caption == "16 steps · the walk's seed"


def test_what_is_pinned_stays_when_other_seeds_come(desk_with):
    desk = desk_with()
    sheet = desk.open()
    pinned = desk.captions()[7]
    sheet.view.pin_asked.emit(7)
    assert sheet.view.cells[7].pinned
    sheet.shuffle.click()
    assert desk.captions()[:2] == ["the walk's seed", pinned]
    assert len(set(desk.captions())) == 16
    sheet.view.pin_asked.emit(1)
    sheet.shuffle.click()
    assert pinned not in desk.captions()


def test_steps_are_compared_in_full(desk_with):
    desk = desk_with()
    sheet = desk.open()
    desk.choose(sheet.side, "3 × 3")
    desk.choose(sheet.vary, "Steps × seeds")
    desk.wait_for_pictures()
    assert not any(cell.draft for cell in sheet.view.cells)
    desk.click(8)
    assert desk.walk.sampler.num_steps == 32
    assert desk.walk.path.keyframes[0].seed is not None


def test_an_edit_of_the_prompt_shows_the_same_seeds_anew(desk_with):
    desk = desk_with()
    desk.open()
    desk.wait_for_pictures()
    before = desk.captions()
    desk.show(replace(WALK, path=Morph((Keyframe("an owl"), *WALK.path.keyframes[1:]))))
    desk.qtbot.waitUntil(
        lambda: [recipe.embedding.text for recipe in desk.bench.rendered].count("an owl") == 16
    )
    assert desk.captions() == before


def test_another_image_size_waits_until_its_model_is_known(desk_with):
    desk = desk_with()
    sheet = desk.open()
    desk.wait_for_pictures()
    larger = replace(WALK, model=replace(WALK.model, image_size=(128, 192)))
    sheet.show_walk(larger)
    sheet._look_again()
    assert {recipe.image_size for recipe in sheet._feed._recipes} == {(128, 128)}
    desk.bench.show(larger)
    desk.qtbot.waitUntil(
        lambda: [recipe.image_size for recipe in desk.bench.rendered].count((128, 192)) == 16
    )


@pytest.mark.parametrize(
    "changed",
    [
        replace(WALK, path=Hold(Prompts("a dog"))),
        replace(WALK, path=Morph(WALK.path.keyframes[:2])),
    ],
)
def test_what_is_gone_is_neither_shown_nor_taken_nor_pinned_any_more(desk_with, changed):
    desk = desk_with()
    desk.bench.playhead.move_to(8)
    sheet = desk.open()
    sheet.view.pin_asked.emit(3)
    sheet.show_walk(changed)
    sheet.take(3)
    sheet.more_like(3)
    assert sheet.view.cells == []
    desk.show(changed)
    assert desk.edits == []
    desk.qtbot.waitUntil(lambda: len(sheet.view.cells) == 16)
    assert not any(cell.pinned for cell in sheet.view.cells)


def test_pins_of_one_prompt_are_not_shown_for_another(desk_with):
    desk = desk_with()
    sheet = desk.open()
    sheet.view.pin_asked.emit(7)
    pinned = desk.captions()[7]
    desk.choose(sheet.subject, "of prompt 2")
    assert pinned not in desk.captions()


def test_each_lora_can_be_chosen(desk_with):
    loras = (Lora("ink {v2}.safetensors"), Lora("warm.safetensors"))
    desk = desk_with()
    sheet = desk.open()
    sheet.show_walk(replace(WALK, model=replace(WALK.model, loras=loras)))
    for name in ("ink {v2}", "warm"):
        desk.choose(sheet.vary, f"{name} × seeds")
        assert sheet.vary.currentText() == f"{name} × seeds"
        assert desk.captions()[0].startswith(f"{name} 0 · ")


def test_crossing_the_sheet_with_the_pointer_refines_where_it_rests(desk_with):
    desk = desk_with()
    sheet = desk.open()
    desk.wait_for_pictures()
    for number in range(8):
        sheet.view.looked_at.emit(number)
    desk.qtbot.waitUntil(lambda: not sheet.view.cells[7].draft)
    assert [cell.draft for cell in sheet.view.cells].count(False) == 1


def test_a_path_without_keyframes_has_other_seeds_for_all_of_it(desk_with):
    desk = desk_with(replace(WALK, path=Hold(Prompts("a dog"))))
    sheet = desk.open()
    assert [sheet.subject.itemText(place) for place in range(sheet.subject.count())] == ["of all the walk"]
    assert not sheet.more.isEnabled()
    sheet.view.more_asked.emit(3)
    assert desk.edits == []


def test_closing_it_ends_its_rendering(desk_with):
    desk = desk_with()
    sheet = desk.open()
    desk.qtbot.keyClick(sheet.view, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    desk.qtbot.waitUntil(lambda: not desk.bench.thread.busy)
    assert len(desk.bench.rendered) < 16


def test_it_opens_again_with_what_was_on_it_as_long_as_that_is_of_the_same_prompt(desk_with):
    desk = desk_with()
    sheet = desk.open()
    shown = [cell.seed for cell in sheet._cells]
    sheet.close()
    desk.open()
    assert [cell.seed for cell in sheet._cells] == shown
    sheet.close()
    desk.bench.playhead.move_to(8)
    desk.open()
    assert not {cell.seed for cell in sheet._cells[1:]} & set(shown)


def test_what_is_there_is_not_rendered_again(desk_with):
    desk = desk_with()
    sheet = desk.open()
    desk.wait_for_pictures()
    desk.qtbot.waitUntil(lambda: not desk.bench.thread.busy)
    count = len(desk.bench.rendered)
    desk.choose(sheet.side, "3 × 3")
    desk.wait_for_pictures()
    # The one of now; the others are drawn anew.
    assert len(desk.bench.rendered) == count + 8


@pytest.mark.parametrize(("model", "reason"), [(OverflowingModel, "infinite"), (BrokenModel, "a shape")])
def test_cells_that_cannot_be_rendered_say_why(desk_with, model, reason):
    desk = desk_with(model=model)
    sheet = desk.open()
    desk.qtbot.waitUntil(lambda: all(cell.failure for cell in sheet.view.cells))
    assert reason in sheet.view.cells[3].failure
    assert sheet.hint.text().startswith("16 of 16 pictures can't be rendered: ")
    assert reason in sheet.hint.text()
    assert not sheet.save.isEnabled()


def test_what_failed_is_tried_again_when_asked_for(desk_with):
    desk = desk_with()
    sheet = desk.open()
    desk.wait_for_pictures()
    assert not sheet.again.isVisible()
    desk.bench.thread.trouble.emit("the engine ended")
    assert not sheet.again.isVisible()
    sheet._feed._there.clear()
    desk.bench.thread.trouble.emit("the engine ended")
    assert sheet.again.isVisible()
    count = len(desk.bench.rendered)
    sheet.again.click()
    assert not sheet.again.isVisible()
    desk.qtbot.waitUntil(lambda: len(desk.bench.rendered) == count + 16)


@pytest.mark.parametrize(
    ("preset", "reason"),
    [
        ("stable_diffusion_3_medium", "Stable Diffusion 3 Medium is not on this machine"),
        ("not/here", 'called "not/here"'),
    ],
)
def test_without_a_model_it_says_why_and_offers_nothing(desk_with, preset, reason):
    desk = desk_with()
    desk.show(replace(WALK, model=replace(WALK.model, preset=preset)))
    sheet = desk.open()
    assert reason in sheet.view.accessibleDescription()
    assert not any(button.isEnabled() for button in (sheet.shuffle, sheet.more, sheet.save))
    desk.show(WALK)
    desk.wait_for_pictures()
    assert all(button.isEnabled() for button in (sheet.shuffle, sheet.more, sheet.save))


def test_a_sheet_that_can_not_be_written_leaves_the_one_before_it(desk_with, monkeypatch, tmp_path):
    def cut_short(path):
        Path(path).write_bytes(b"half")
        return False

    desk = desk_with()
    sheet = desk.open()
    desk.wait_for_pictures()
    file = tmp_path / "sheet.png"
    file.write_bytes(b"whole")
    monkeypatch.setattr(sheet.view, "picture", lambda _: SimpleNamespace(save=cut_short))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    failures = []
    sheet.failed.connect(failures.append)
    sheet.save.click()
    assert len(failures) == 1
    assert [path.read_bytes() for path in tmp_path.glob("*sheet*")] == [b"whole"]


def test_it_is_saved_as_a_picture(desk_with, monkeypatch, tmp_path):
    desk = desk_with()
    sheet = desk.open()
    desk.wait_for_pictures()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "sheet"), ""))
    sheet.save.click()
    assert QImage(str(tmp_path / "sheet.png")).width() == 4 * (128 + 8) + 8
    failures = []
    sheet.failed.connect(failures.append)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "sheet.png"), ""))
    sheet.save.click()
    reason = "can't be written; choose another folder, and a name that ends in .png"
    assert failures == [f"{tmp_path / 'no' / 'sheet.png'} {reason}"]

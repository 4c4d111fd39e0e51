"""The window's tables of the kinds of paths and noises."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from sd3explorer.app import theme
from sd3explorer.app.path.drawing import shape_of
from sd3explorer.app.path.kinds import path_kind, path_kinds
from sd3explorer.app.path.noise_kinds import noise_kind, noise_kinds
from sd3explorer.walk.noises import NOISES, Fixed, Orbit, Travel, Varying
from sd3explorer.walk.paths import PATHS, Grid, Hold, Morph, Prompts
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk

DOG, CAT, FOX = Prompts("dog"), Prompts("cat"), Prompts("fox")
WALKS = [Walk(path=kind.of([DOG, CAT, FOX]), timing=Timing(25)) for kind in PATHS]


def sentence(walk):
    return path_kind(walk.path).sentence(walk) + noise_kind(walk.noise).clause


def test_the_window_offers_every_kind_of_path_and_noise_in_their_order(qapp):
    assert [kind.type for kind in path_kinds()] == list(PATHS)
    assert [kind.type for kind in noise_kinds()] == list(NOISES)


@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.path.kind)
def test_every_kind_of_path_has_an_editor_that_shows_its_prompts(qtbot, walk):
    editor = path_kind(walk.path).make_editor()
    qtbot.addWidget(editor)
    editor.show_vocabulary(None)
    editor.show_path(walk.path, walk.frame_count)
    editor.show()
    editor.focus_prompt()
    assert editor.focusWidget().toPlainText() == "dog"


@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.path.kind)
def test_every_kind_of_path_is_drawn_with_all_its_frames_inside(qapp, walk):
    area = QRectF(10.0, 10.0, 200.0, 60.0)
    blank = QImage(220, 80, QImage.Format.Format_RGB32)
    blank.fill(0)
    image = blank.copy()
    painter = QPainter(image)
    shape_of(walk).paint(painter, theme.LIGHT, area)
    painter.end()
    assert image != blank
    places = [shape_of(walk).place_of(index, area) for index in range(walk.frame_count)]
    assert all(area.contains(place) for place in places)


def test_a_path_that_sets_its_frames_says_why_they_cannot_be_chosen(qapp):
    for walk in WALKS:
        assert bool(path_kind(walk.path).frames_tip) == walk.path.sets_frame_count


@pytest.mark.parametrize("noise", [Fixed(), Varying(), Orbit(), Travel((1, 2))], ids=lambda noise: noise.kind)
def test_a_walk_is_said_in_one_sentence_of_its_path_and_its_noise(qapp, noise):
    sentences = {sentence(Walk(path=walk.path, noise=noise, timing=Timing(25))) for walk in WALKS}
    assert len(sentences) == len(WALKS)
    assert not any("{" in text or text.endswith(".") for text in sentences)


def test_the_sentence_has_the_walks_numbers(qapp):
    grid = Walk(path=Grid((DOG, CAT, FOX, DOG), 3, 4), noise=Varying())
    assert sentence(grid) == "Every mix of four prompts, 3 × 4 frames, each from a noise of its own"
    assert sentence(Walk(path=Morph.of([DOG, CAT, FOX]))) == "Through 3 prompts in 64 frames"
    assert (
        sentence(Walk(path=Hold(DOG), noise=Travel((1, 2))))
        == "One prompt in 64 frames, through several seeds"
    )


def test_only_fixed_noise_under_a_prompt_that_stays_is_called_standing_still(qapp):
    for kind in noise_kinds():
        stands_still = kind.explained(alone=True) != kind.explained(alone=False)
        assert stands_still == (kind.type is Fixed)

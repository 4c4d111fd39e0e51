"""What the preview says of a frame's place on its path."""

import pytest
from PySide6.QtCore import QLocale

from sd3explorer.app.preview.mix_label import mix_text, place_text
from sd3explorer.walk.easing import Easing
from sd3explorer.walk.noises import Fixed, Orbit, Travel
from sd3explorer.walk.paths import EmbeddingPair, Grid, Hold, Keyframe, Morph, Prompts, Wander
from sd3explorer.walk.recipe import Prompt, Slerp
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk

DOG = "a 3d dog face on a sky blue background"
CAT = "a 3d cat face on a cream background"
FOX = "a 3d fox on a lavender background"


def plain(text):
    return text.replace("\N{NO-BREAK SPACE}", " ")


def morph(*prompts, frames=25, easing=Easing.LINEAR, closed=False):
    keyframes = tuple(Keyframe(prompt, easing=easing) for prompt in prompts)
    return Walk(path=Morph(keyframes, closed), timing=Timing(frames))


def test_a_frame_between_two_keyframes_names_both_with_their_shares():
    assert plain(place_text(morph(DOG, CAT, FOX), 8)) == "t 0.33 · dog 33 % → cat 67 %"


def test_its_place_is_a_number_as_people_write_it():
    default = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.German))
    try:
        assert place_text(morph(DOG, CAT), 12).startswith("t 0,50 · ")
    finally:
        QLocale.setDefault(default)


def test_a_frame_on_a_keyframe_names_it_alone():
    walk = morph(DOG, CAT, FOX)
    assert [place_text(walk, index) for index in (0, 12, 24)] == [
        "t 0.00 · dog",
        "t 0.50 · cat",
        "t 1.00 · fox",
    ]


def test_what_nobody_wrote_is_named_too_where_a_path_mixes_it_in(monkeypatch):
    walk = Walk(path=Hold(Prompts(DOG)))
    half = EmbeddingPair(Slerp(Prompt.of(DOG), Prompt(""), 0.5), Prompt(""))
    monkeypatch.setattr(Hold, "embeddings", lambda path, index, frames: half)
    assert plain(mix_text(walk, 0)) == "a 3d dog face on a sky… 50 % → no prompt 50 %"


def test_shares_follow_the_easing():
    assert plain(mix_text(morph(DOG, CAT, frames=5, easing=Easing.EASE_IN), 2)) == "dog 75 % → cat 25 %"


def test_a_closed_morph_leads_back_to_its_first_keyframe():
    assert plain(place_text(morph(DOG, CAT, frames=4, closed=True), 3)) == "t 0.75 · cat 50 % → dog 50 %"


def test_equal_prompts_side_by_side_are_one():
    assert mix_text(morph(DOG, DOG, frames=3), 1) == "a 3d dog face on a sky…"


def test_a_cell_of_a_grid_names_the_corners_with_their_shares():
    corners = tuple(map(Prompts, (DOG, CAT, FOX, "a 3d owl")))
    walk = Walk(path=Grid(corners, rows=3, columns=3))
    assert plain(place_text(walk, 4)) == "row 2, column 2 · dog 25 % · cat 25 % · fox 25 % · owl 25 %"
    assert plain(place_text(walk, 1)) == "row 1, column 2 · dog 50 % · cat 50 %"
    assert place_text(walk, 8) == "row 3, column 3 · owl"


def test_equal_corners_of_a_grid_add_up():
    corners = (Prompts("a dog"), Prompts("a cat"), Prompts("a dog"), Prompts("a dog"))
    assert plain(mix_text(Walk(path=Grid(corners, 3, 3)), 4)) == "dog 75 % · cat 25 %"


@pytest.mark.parametrize("index", range(49))
def test_shares_add_up_to_100(index):
    walk = Walk(path=Grid(tuple(map(Prompts, "abcd")), 7, 7))
    text = plain(mix_text(walk, index))
    shares = [int(part.split()[1]) for part in text.split(" · ") if "%" in part]
    assert sum(shares or [100]) == 100


def test_a_drift_says_how_far_it_has_come():
    walk = Walk(path=Wander(Prompts("a dog"), step_size=0.025), timing=Timing(9))
    assert place_text(walk, 0) == "distance 0 · a dog"
    assert place_text(walk, 3) == "distance 0.075 · a dog"


@pytest.mark.parametrize(
    ("noise", "text"),
    [
        (Fixed(1), "a dog"),
        (Orbit(1), "t 0.50 · a dog"),
        (Travel((1, 2)), "t 0.67 · a dog"),
        (Travel((1, 2), closed=True), "t 0.50 · a dog"),
    ],
)
def test_one_prompt_has_a_place_only_in_a_noise_that_moves(noise, text):
    assert place_text(Walk(path=Hold(Prompts("a dog")), noise=noise, timing=Timing(4)), 2) == text

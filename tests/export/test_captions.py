"""Captions of contact sheets. What a picture says is compared with pictures of what it should say."""

from dataclasses import replace

import numpy as np
import pytest

from sd3explorer.export import Clip, Options, contact_sheet, export
from sd3explorer.export.captions import caption, strip_height
from sd3explorer.walk.paths import Grid, Hold, Keyframe, Morph, Prompts, Wander
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk

WIDTH = 256
FRAMES = [np.full((32, WIDTH, 3), 90, np.uint8) for _ in range(5)]
MORPH = Walk(path=Morph((Keyframe("a dog"), Keyframe("a cat"), Keyframe("a fox"))), timing=Timing(5))


def caption_of(prompt, width=WIDTH):
    return caption(Clip(FRAMES, range(5), 10.0, 0, 5, prompts={0: prompt}), 0, width)


def ink_ends(strip):
    """The first and last column that has ink."""
    columns = np.flatnonzero(strip.any(axis=(0, 2)))
    return int(columns[0]), int(columns[-1])


def says(clip, texts):
    """Whether the captions of a clip look like these texts."""
    return [
        bool(np.array_equal(caption(clip, index, WIDTH), caption_of(text)))
        for index, text in enumerate(texts)
    ] == [True] * len(texts)


def test_keyframes_have_their_prompts_and_all_others_their_numbers():
    assert says(Clip.of(MORPH, FRAMES), ["a dog", "2", "a cat", "4", "a fox"])


def test_corners_of_a_grid_have_theirs():
    corners = tuple(Prompts(name) for name in ("a dog", "a cat", "a fox", "a hen"))
    clip = Clip.of(Walk(path=Grid(corners, rows=2, columns=3)), FRAMES)
    assert says(clip, ["a dog", "2", "a cat", "a fox", "5", "a hen"])


def test_a_grid_of_one_row_has_its_upper_corners():
    corners = tuple(Prompts(name) for name in ("a dog", "a cat", "a fox", "a hen"))
    assert says(Clip.of(Walk(path=Grid(corners, rows=1, columns=3)), FRAMES), ["a dog", "2", "a cat"])


@pytest.mark.parametrize("path", [Wander(Prompts("a dog")), Hold(Prompts("a dog"))])
def test_one_prompt_is_reported_once(path):
    assert says(Clip.of(Walk(path=path), FRAMES), ["a dog", "2", "3"])


def test_a_frame_alone_keeps_its_number():
    clip = replace(Clip.of(MORPH, FRAMES), first=40, prompts={})
    assert says(clip, ["41", "42"])


def test_captions_do_not_need_the_walk_in_the_file():
    assert says(replace(Clip.of(MORPH, FRAMES), walk=None), ["a dog", "2", "a cat"])


@pytest.mark.parametrize("prompt", ["", " \n", "\x00", "\u200f"])
def test_where_there_is_nothing_to_read_the_number_is(prompt):
    assert np.array_equal(caption_of(prompt), caption_of("1"))


@pytest.mark.parametrize("width", [8, 64, 128, 512])
@pytest.mark.parametrize(
    "prompt",
    ["a dog", "word " * 10_000, "x" * 50_000, "<b>a & b</b>", "Ä ß – é", "犬と猫", "كلب وقطة " * 50, "🐶 🐱"],
)
def test_every_prompt_fits_into_its_place(prompt, width):
    strip = caption_of(prompt, width)
    assert strip.shape == (strip_height(width), width, 3)
    if strip.any() and width > 8:
        first, last = ink_ends(strip)
        assert 0 < first <= last < width - 1


def test_a_prompt_that_is_too_long_ends_in_an_ellipsis():
    long = "a dog that sits in the green garden of a house in the country, painted in oil"
    strip, start = caption_of(long), caption_of("a dog that sits")
    # The same start, and about as much as there is room for.
    end = ink_ends(start)[1] - 10
    assert np.array_equal(strip[:, :end], start[:, :end])
    assert 0.8 * WIDTH < ink_ends(strip)[1] < WIDTH


def test_each_row_of_the_sheet_has_room_for_captions_below_its_frames():
    clip = replace(Clip.of(MORPH, FRAMES), columns=2)
    sheet = contact_sheet(clip, captions=True)
    cell = 32 + strip_height(WIDTH)
    assert sheet.shape == (3 * cell, 2 * WIDTH, 3)
    assert (sheet[:32] == 90).all()
    assert np.array_equal(sheet[cell + 32 : 2 * cell, :WIDTH], caption_of("a cat"))
    assert not sheet[2 * cell :, WIDTH:].any()


@pytest.mark.parametrize("name", ["sheet.png", "sheet.jpg"])
def test_captions_are_there_when_they_are_asked_for(tmp_path, name):
    clip = Clip.of(MORPH, FRAMES)
    plain = export(clip, tmp_path / name)
    captioned = export(clip, tmp_path / name, Options(captions=True))
    assert captioned.height - plain.height == 2 * strip_height(WIDTH)


def test_captions_are_as_sharp_as_ever_when_frames_are_scaled(tmp_path):
    outcome = export(
        Clip.of(MORPH, FRAMES), tmp_path / "sheet.png", Options(captions=True, scale=0.5, columns=1)
    )
    assert outcome.height == 5 * (16 + strip_height(WIDTH // 2))

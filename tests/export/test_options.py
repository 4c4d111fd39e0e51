"""What can be asked of an export, and what each format makes of it."""

import math

import av
import numpy as np
import pytest
from PIL import Image

from sd3explorer.export import FORMATS, ExportError, Options, Quality, export, format_for
from sd3explorer.walk.timing import Ending

ANIMATIONS = [choice.suffixes[0] for choice in FORMATS if choice.animates]
VIDEOS = [".mp4", ".webm"]
every_animation = pytest.mark.parametrize("suffix", ANIMATIONS)
every_video = pytest.mark.parametrize("suffix", VIDEOS)
every_target = pytest.mark.parametrize(
    "name", [*(f"walk{s}" for s in ANIMATIONS), "s.png", "s.jpg", "frames"]
)

IMPOSSIBLE = {
    "scale of nothing": ({"scale": 0.0}, "scale: must be above 0 and at most 64, not 0"),
    "negative scale": ({"scale": -1.0}, "scale: must be above 0 and at most 64, not -1"),
    "huge scale": ({"scale": 1e9}, "scale: must be above 0 and at most 64, not 1e+09"),
    "no number": ({"scale": math.nan}, "scale: must be above 0 and at most 64, not nan"),
    "rounds": ({"rounds": -1}, "rounds: must be from 1 to 65,535, or 0 for no end, not -1"),
    "many rounds": ({"rounds": 65_536}, "rounds: must be from 1 to 65,535, or 0 for no end, not 65,536"),
    "dither": ({"dither": 1.5}, "dither: must be from 0 (none) to 1 (full), not 1.5"),
    "dither that is none": ({"dither": math.nan}, "dither: must be from 0 (none) to 1 (full), not nan"),
    "max size": ({"max_bytes": 0}, "max size: must be 1 byte or more, not 0"),
    "columns": ({"columns": 0}, "columns: must be from 1 to 100,000, not 0"),
}


@pytest.mark.parametrize("case", IMPOSSIBLE)
def test_what_is_impossible_is_refused_with_what_would_be_right(case):
    fields, sentence = IMPOSSIBLE[case]
    with pytest.raises(ExportError) as refusal:
        Options(**fields)
    assert str(refusal.value) == sentence


def test_only_what_differs_from_the_default_is_asked_for():
    assert Options().asked() == frozenset()
    assert Options(scale=2.0, dither=1.0, rounds=0).asked() == {"scale", "rounds"}


UNKNOWN = [
    ("walk.mp4", {"dither": 0.5}, "dither: not for MP4 video; leave it out, or choose from Animated GIF"),
    (
        "walk.gif",
        {"captions": True},
        "captions: not for Animated GIF; leave it out, or choose from Contact sheet",
    ),
    ("walk.gif", {"columns": 3}, "columns: not for Animated GIF"),
    (
        "sheet.png",
        {"rounds": 3},
        "rounds: not for Contact sheet; leave it out, or choose from Animated GIF, ",
    ),
    (
        "frames",
        {"max_bytes": 9},
        "max size: not for PNG frames; leave it out, or choose from Animated GIF, ",
    ),
]


@pytest.mark.parametrize(("name", "fields", "sentence"), UNKNOWN)
def test_what_a_format_does_not_know_is_refused_and_nothing_is_written(
    tmp_path, make_clip, name, fields, sentence
):
    with pytest.raises(ExportError) as refusal:
        export(make_clip(), tmp_path / name, Options(**fields))
    assert str(refusal.value).startswith(sentence)
    assert not list(tmp_path.iterdir())


def test_what_a_format_does_not_know_can_be_left_out(tmp_path):
    options = Options(scale=2.0, dither=0.5, captions=True, columns=3)
    assert format_for(tmp_path / "walk.mp4").known(options) == Options(scale=2.0)
    assert format_for(tmp_path / "sheet.png").known(options) == Options(scale=2.0, captions=True, columns=3)


@every_target
def test_the_outcome_says_what_was_written(tmp_path, make_clip, name):
    outcome = export(make_clip(), tmp_path / name)
    path = tmp_path / name
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    assert outcome.bytes == sum(file.stat().st_size for file in files)
    assert (outcome.frames, outcome.scale, outcome.quality, outcome.note) == (5, 1.0, 100, "")
    if path.suffix in VIDEOS:
        with av.open(str(path)) as container:
            stream = container.streams.video[0]
            assert (outcome.width, outcome.height) == (stream.width, stream.height)
    else:
        with Image.open(files[0]) as picture:
            assert (outcome.width, outcome.height) == picture.size


@every_target
@pytest.mark.parametrize("scale", [0.5, 1.5, 2.0])
def test_every_format_can_be_scaled(tmp_path, make_clip, name, scale):
    clip = make_clip(frames=[np.full((32, 48, 3), 120, np.uint8)] * 2, columns=1)
    outcome = export(clip, tmp_path / name, Options(scale=scale))
    rows = 2 if name.startswith("s.") else 1
    assert (outcome.width, outcome.height, outcome.scale) == (48 * scale, 32 * scale * rows, scale)


@every_target
def test_quick_is_possible_everywhere_and_the_best_is_the_default(tmp_path, make_clip, psnr, name):
    outcome = export(make_clip(), tmp_path / name, Options(quality=Quality.QUICK))
    assert outcome.frames == 5
    assert Options().quality is Quality.BEST


@pytest.mark.parametrize("ending", Ending)
@every_animation
def test_another_ending_than_the_walks_can_be_chosen(tmp_path, make_clip, ending, suffix):
    outcome = export(make_clip(4), tmp_path / f"walk{suffix}", Options(ending=ending))
    assert outcome.frames == (6 if ending is Ending.THERE_AND_BACK else 4)


def test_the_ending_says_how_often_it_plays(tmp_path, make_clip):
    for ending, rounds in ((Ending.ONCE, 1), (Ending.LOOP, 0)):
        export(make_clip(rounds=1 - rounds), tmp_path / "walk.webp", Options(ending=ending))
        with Image.open(tmp_path / "walk.webp") as picture:
            assert picture.info["loop"] == rounds


def test_rounds_count_more_than_the_ending(tmp_path, make_clip):
    export(make_clip(), tmp_path / "walk.webp", Options(ending=Ending.ONCE, rounds=5))
    with Image.open(tmp_path / "walk.webp") as picture:
        assert picture.info["loop"] == 5


@every_video
def test_a_video_of_several_rounds_shows_its_frames_so_often(tmp_path, make_clip, suffix):
    greys = [np.full((32, 32, 3), value, np.uint8) for value in (10, 90, 170)]
    path = tmp_path / f"walk{suffix}"
    assert export(make_clip(frames=greys), path, Options(rounds=3)).frames == 9
    with av.open(str(path)) as container:
        shown = [int(frame.to_ndarray(format="rgb24")[16, 16, 0]) for frame in container.decode(video=0)]
    assert shown == pytest.approx(3 * [10, 90, 170], abs=3)


@every_video
def test_a_video_without_end_is_one_round(tmp_path, make_clip, suffix):
    assert export(make_clip(), tmp_path / f"walk{suffix}", Options(rounds=0)).frames == 5


def test_a_video_that_would_last_for_days_is_refused(tmp_path, make_clip):
    clip = make_clip(playback_order=[0, 1] * 500)
    with pytest.raises(ExportError, match=r"rounds: 5,000 rounds of 1,000 frames .* choose 1,000 at most"):
        export(clip, tmp_path / "walk.mp4", Options(rounds=5_000))


TOO_LARGE = {"walk.webp": 16_383, "walk.gif": 65_535, "walk.mp4": 16_384}


@pytest.mark.parametrize("name", TOO_LARGE)
def test_pictures_too_large_for_the_format_are_refused_with_its_limit(tmp_path, make_clip, name):
    side = TOO_LARGE[name]
    clip = make_clip(frames=[np.zeros((1, side + 1, 3), np.uint8)])
    sentence = rf"{side + 1:,} × 1 pixels are too large for .*, which takes {side:,} a side; choose a smaller"
    with pytest.raises(ExportError, match=sentence):
        export(clip, tmp_path / name)
    assert not list(tmp_path.iterdir())


@every_target
def test_a_scale_that_leaves_nothing_is_refused_with_one_that_does_not(tmp_path, make_clip, name):
    with pytest.raises(ExportError, match=r"scale: 0.01 leaves nothing of 48 × 32 pixels; choose 0.03"):
        export(make_clip(), tmp_path / name, Options(scale=0.01))
    assert not list(tmp_path.iterdir())


@every_target
def test_one_pixel_is_enough_for_every_format(tmp_path, make_clip, name):
    outcome = export(make_clip(2, columns=1), tmp_path / name, Options(scale=1 / 32))
    # Videos have an even number of rows, and a contact sheet one for each frame.
    assert outcome.height == (2 if name.endswith((".mp4", ".webm", ".png", ".jpg")) else 1)


def test_progress_counts_every_read_of_how_many(tmp_path, make_clip):
    reads = []
    export(make_clip(3), tmp_path / "w.mp4", Options(rounds=2), lambda *read: reads.append(read))
    assert reads == [(number, 6, 1) for number in range(1, 7)]


@every_target
def test_what_progress_raises_stops_the_export(tmp_path, make_clip, name):
    def stop(done, total, number):
        if done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export(make_clip(), tmp_path / name, Options(), stop)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("dither", [0.0, 0.5])
def test_a_gif_dithers_as_much_as_is_asked(tmp_path, make_clip, dither):
    down, across = np.mgrid[0:64, 0:64] / 64.0
    frame = (255 * np.stack([down, across, 1.0 - down * across], -1)).astype(np.uint8)
    clip = make_clip(frames=[frame])
    export(clip, tmp_path / "full.gif")
    export(clip, tmp_path / "less.gif", Options(dither=dither))
    assert (tmp_path / "less.gif").stat().st_size < (tmp_path / "full.gif").stat().st_size


def test_columns_of_a_contact_sheet_can_be_chosen(tmp_path, make_clip):
    outcome = export(make_clip(5), tmp_path / "sheet.png", Options(columns=2))
    assert (outcome.width, outcome.height) == (2 * 48, 3 * 32)

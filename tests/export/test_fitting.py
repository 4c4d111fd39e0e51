"""Files that are to be no larger than asked."""

import numpy as np
import pytest
from PIL import Image

from sd3explorer.export import FORMATS, ExportError, Options, Quality, export, read_walk
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk

FITTING = [
    f"walk{suffix}" for choice in FORMATS if "max_bytes" in choice.options for suffix in choice.suffixes[:2]
]
every_format = pytest.mark.parametrize("name", FITTING)
GRADED = ["walk.webp", "walk.avif", "walk.mp4", "walk.webm", "walk.jpg"]


QUICK = Options(quality=Quality.QUICK)


def within(limit, **others):
    return Options(max_bytes=limit, quality=Quality.QUICK, **others)


class StoppedError(Exception):
    """Raised by frames to stop an export."""


def textured(count, side=64):
    """Frames of a texture that moves over a gradient; they take bytes in every format."""
    texture = np.random.default_rng(7).normal(0.0, 12.0, (side, side, 3))
    down, across = np.mgrid[0:side, 0:side, 0:1][:2] / side
    gradient = 128.0 + 90.0 * np.sin(3.0 * down + 2.0 * across)
    for number in range(count):
        moved = np.roll(texture, 3 * number, 1) + 10.0 * np.sin(number / 5.0)
        yield np.clip(gradient + moved, 0, 255).astype(np.uint8)


@pytest.fixture(scope="module")
def frames():
    return list(textured(8))


@pytest.fixture
def clip(make_clip, frames):
    return make_clip(frames=frames)


@every_format
@pytest.mark.parametrize("share", [0.7, 0.35])
def test_a_file_fills_what_it_may_have_and_takes_no_more(tmp_path, clip, name, share):
    target = tmp_path / name
    limit = int(share * export(clip, target, QUICK).bytes)
    outcome = export(clip, target, within(limit))
    assert outcome.bytes == target.stat().st_size
    assert 0.7 * limit <= outcome.bytes <= limit
    assert [path.name for path in tmp_path.iterdir()] == [name]


@every_format
def test_what_is_small_enough_is_the_same_as_without_a_limit(tmp_path, clip, name):
    plain = export(clip, tmp_path / name, QUICK)
    fitted = export(clip, tmp_path / f"fitted-{name}", within(plain.bytes))
    assert fitted == plain
    assert (tmp_path / name).read_bytes()[:40] == (tmp_path / f"fitted-{name}").read_bytes()[:40]


@pytest.mark.parametrize("name", GRADED)
def test_the_same_frames_make_the_same_file_each_time(tmp_path, clip, name):
    files = set()
    for _ in range(20):
        export(clip, tmp_path / name, QUICK)
        files.add((tmp_path / name).read_bytes())
    assert len(files) == 1


@pytest.mark.parametrize("name", GRADED)
def test_quality_goes_before_pixels(tmp_path, clip, name):
    limit = int(0.7 * export(clip, tmp_path / name, QUICK).bytes)
    outcome = export(clip, tmp_path / name, within(limit))
    assert (outcome.scale, outcome.quality < 100) == (1.0, True)
    assert (
        outcome.note
        == f"to stay within {limit / 1000:.{0 if limit >= 10_000 else 1}f} kB: quality at {outcome.quality} %"
    )


@pytest.mark.parametrize("name", ["walk.gif", "walk.apng", "walk.png"])
def test_where_quality_cannot_go_pixels_do(tmp_path, clip, name):
    limit = int(0.5 * export(clip, tmp_path / name, QUICK).bytes)
    outcome = export(clip, tmp_path / name, within(limit))
    assert (outcome.scale < 1.0, outcome.quality) == (True, 100)
    assert outcome.note.endswith(f"pictures at {100 * outcome.scale:.0f} % of their width and height")


def test_the_asked_scale_is_where_it_starts(tmp_path, clip):
    large = export(clip, tmp_path / "walk.gif", Options(scale=2.0, quality=Quality.QUICK))
    outcome = export(clip, tmp_path / "walk.gif", within(large.bytes // 2, scale=2.0))
    assert 1.0 < outcome.scale < 2.0
    with Image.open(tmp_path / "walk.gif") as picture:
        assert picture.size == (outcome.width, outcome.height) == (round(64 * outcome.scale),) * 2


@every_format
def test_what_cannot_be_so_small_is_reported_with_how_small_it_can_be(tmp_path, clip, name):
    target = tmp_path / name
    target.write_bytes(b"earlier")
    sentence = r"can't be made as small as 50 bytes: it takes .* at least; allow more"
    with pytest.raises(ExportError, match=sentence):
        export(clip, target, within(50))
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {name: b"earlier"}


# x264 makes smaller pictures than 112 pixels a little different each time, when the machine is busy.
@pytest.mark.parametrize(("name", "side"), [("walk.apng", 32), ("walk.webp", 32), ("walk.mp4", 112)])
def test_a_long_clip_is_tried_on_a_few_of_its_frames(tmp_path, make_clip, name, side):
    frames = list(textured(200, side))
    clip = make_clip(frames=frames)
    plain = export(clip, tmp_path / name, QUICK)
    reads = []
    limit = plain.bytes // 3
    outcome = export(clip, tmp_path / name, within(limit), lambda *read: reads.append(read))
    assert 0.7 * limit <= outcome.bytes <= limit
    assert outcome.frames == 200
    tries = {number: total for _, total, number in reads}
    assert tries[1] == 48
    assert sum(total == 200 for total in tries.values()) <= 3
    # Each try is counted from its first frame to its last.
    assert reads == [
        (done, tries[number], number) for number in tries for done in range(1, tries[number] + 1)
    ]
    assert outcome.tries == len(tries) == max(tries)


@pytest.mark.parametrize("name", ["sheet.png", "sheet.jpg"])
def test_a_large_sheet_is_tried_as_a_whole(tmp_path, make_clip, name):
    clip = make_clip(frames=list(textured(160, 40)), columns=16)
    limit = export(clip, tmp_path / name, QUICK).bytes // 3
    outcome = export(clip, tmp_path / name, within(limit))
    assert 0.7 * limit <= outcome.bytes <= limit
    assert outcome.width > outcome.height


@pytest.mark.parametrize("name", ["walk.gif", "walk.webp", "walk.avif", "walk.mp4", "walk.png"])
def test_the_walk_stays_in_the_file_and_counts(tmp_path, make_clip, frames, name):
    walk = Walk(title="x" * 3_000, timing=Timing(8))
    clip = make_clip(frames=frames, walk=walk)
    limit = int(0.6 * export(clip, tmp_path / name, QUICK).bytes)
    assert export(clip, tmp_path / name, within(limit)).bytes <= limit
    assert read_walk(tmp_path / name) == walk


@every_format
@pytest.mark.parametrize("reads", [5, 13])
def test_it_can_be_stopped_in_every_try(tmp_path, clip, name, reads):
    target = tmp_path / name
    limit = export(clip, target, QUICK).bytes // 2
    before = target.read_bytes()
    total = 0

    def stop(*_):
        nonlocal total
        total += 1
        if total == reads:
            raise StoppedError

    with pytest.raises(StoppedError):
        export(clip, target, within(limit), stop)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {name: before}


def test_a_disk_that_fills_up_is_one_sentence(tmp_path, clip, small_disk):
    with (
        small_disk(),
        pytest.raises(ExportError, match=r"walk\.gif could not be written: file too large; choose"),
    ):
        export(clip, tmp_path / "walk.gif", within(5_000))
    assert not list(tmp_path.iterdir())


def test_a_folder_that_vanishes_between_tries_is_one_sentence(tmp_path, clip):
    folder = tmp_path / "drive"
    folder.mkdir()
    limit = export(clip, tmp_path / "walk.gif", QUICK).bytes // 2

    def unplug(done, _, number):
        if (done, number) == (3, 2):
            folder.rename(tmp_path / "unplugged")

    with pytest.raises(
        ExportError, match=r"walk\.gif could not be written: no such file or directory; choose"
    ):
        export(clip, folder / "walk.gif", within(limit), unplug)


def test_the_first_frame_is_checked_before_anything_is_tried(tmp_path, make_clip, failing):
    frames = failing([np.zeros((32, 32, 3), np.uint8)], 0, FileNotFoundError(2, "No such file or directory"))
    with pytest.raises(ExportError, match="frame 1 could not be read: no such file or directory; render it"):
        export(make_clip(frames=frames), tmp_path / "walk.gif", within(5_000))

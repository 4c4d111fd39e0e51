import numpy as np
import pytest

from sd3explorer.export import FORMATS, ExportError, copy, export, thumbnail

EVERY_TARGET = pytest.mark.parametrize(
    "name",
    [
        *(f"walk{choice.suffixes[0]}" for choice in FORMATS if choice.animates),
        "sheet.png",
        "sheet.jpg",
        "frames",
    ],
)


def content(path):
    if path.is_dir():
        return {piece.name: piece.read_bytes() for piece in path.iterdir()}
    return path.read_bytes()


@pytest.fixture
def elsewhere(tmp_path):
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    return folder


@EVERY_TARGET
def test_a_copy_is_the_same(tmp_path, elsewhere, make_clip, name):
    export(make_clip(), tmp_path / name)
    copy(tmp_path / name, elsewhere / name)
    assert content(elsewhere / name) == content(tmp_path / name)


def test_a_copy_of_frames_replaces_all_earlier_frames(tmp_path, elsewhere, make_clip):
    export(make_clip(5), elsewhere)
    export(make_clip(2), tmp_path / "frames")
    copy(tmp_path / "frames", elsewhere)
    assert content(elsewhere) == content(tmp_path / "frames")


def test_a_copy_of_frames_leaves_other_files_alone(tmp_path, elsewhere, make_clip):
    export(make_clip(), tmp_path / "frames")
    (elsewhere / "thesis.txt").touch()
    with pytest.raises(ExportError, match="already holds other files"):
        copy(tmp_path / "frames", elsewhere)
    assert list(content(elsewhere)) == ["thesis.txt"]


def test_a_copy_that_fails_keeps_what_was_there(tmp_path, elsewhere, make_clip, small_disk):
    export(make_clip(20), tmp_path / "walk.gif")
    (elsewhere / "walk.gif").write_bytes(b"earlier")
    with small_disk(), pytest.raises(ExportError, match=r"walk\.gif could not be written"):
        copy(tmp_path / "walk.gif", elsewhere / "walk.gif")
    assert content(elsewhere) == {"walk.gif": b"earlier"}


def test_an_export_that_is_gone_cannot_be_copied(tmp_path):
    with pytest.raises(ExportError, match="is no longer there; export it again"):
        copy(tmp_path / "gone.gif", tmp_path / "copy.gif")
    assert not list(tmp_path.iterdir())


@EVERY_TARGET
def test_a_thumbnail_fits_into_its_square(tmp_path, make_clip, name):
    export(make_clip(), tmp_path / name)
    picture = thumbnail(tmp_path / name, 24)
    assert picture.dtype == np.uint8
    assert max(picture.shape[:2]) == 24
    assert picture.shape[2] == 3


@pytest.mark.parametrize("name", ["walk.gif", "frames"])
def test_a_thumbnail_shows_the_first_frame(tmp_path, make_clip, psnr, name):
    clip = make_clip(3)
    clip.frames[1][:] = 0
    export(clip, tmp_path / name)
    assert psnr(thumbnail(tmp_path / name, 100), clip.frames[0]) > 30


def test_what_is_no_picture_has_no_thumbnail(tmp_path):
    (tmp_path / "walk.gif").write_bytes(b"no picture")
    with pytest.raises(ExportError, match=r"walk\.gif can't be read"):
        thumbnail(tmp_path / "walk.gif", 100)

import errno
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from sd3explorer.export import ExportError, contact_sheet
from sd3explorer.export.stills import MAX_JPEG_SIDE, write_contact_sheet, write_frames


def greys(count, height=4, width=6):
    return [np.full((height, width, 3), 20 * (i + 1), np.uint8) for i in range(count)]


def pixels(path):
    with Image.open(path) as picture:
        return np.asarray(picture)


def test_each_frame_is_written_once_in_the_order_of_the_walk(tmp_path, make_clip):
    clip = make_clip(3, playback_order=[2, 1, 0, 1])
    write_frames(clip, tmp_path)
    written = sorted(tmp_path.iterdir())
    assert [path.name for path in written] == ["frame-0001.png", "frame-0002.png", "frame-0003.png"]
    for path, frame in zip(written, clip.frames, strict=True):
        np.testing.assert_array_equal(pixels(path), frame)


def test_numbers_grow_beyond_four_digits_so_that_names_sort_in_order(tmp_path, make_clip, failing):
    frames = failing([np.zeros((1, 1, 3), np.uint8)] * 12_345, 1, LookupError("stop"))
    with pytest.raises(LookupError, match="stop"):
        write_frames(make_clip(frames=frames), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["frame-00001.png"]


def test_the_contact_sheet_has_rows_of_so_many_columns_without_gaps(make_clip):
    frames = greys(6)
    sheet = contact_sheet(make_clip(frames=frames, columns=3))
    expected = np.vstack([np.hstack(frames[:3]), np.hstack(frames[3:])])
    np.testing.assert_array_equal(sheet, expected)


def test_places_left_over_in_the_last_row_are_black(make_clip):
    sheet = contact_sheet(make_clip(frames=greys(5), columns=3))
    assert sheet.shape == (8, 18, 3)
    assert not sheet[4:, 12:].any()


def test_a_single_row_is_only_as_wide_as_its_frames(make_clip):
    assert contact_sheet(make_clip(frames=greys(2), columns=8)).shape == (4, 12, 3)


def test_each_frame_is_read_once_for_the_contact_sheet(make_clip, failing):
    frames = failing(greys(5), None, None)
    contact_sheet(make_clip(frames=frames))
    assert frames.reads == 5


def test_a_png_contact_sheet_is_exact(tmp_path, make_clip):
    path, clip = tmp_path / "sheet.png", make_clip(5)
    write_contact_sheet(clip, path)
    np.testing.assert_array_equal(pixels(path), contact_sheet(clip))


@pytest.mark.parametrize("name", ["sheet.jpg", "sheet.JPEG"])
def test_a_jpeg_contact_sheet_keeps_the_full_resolution_of_colour(tmp_path, make_clip, psnr, name):
    path, clip = tmp_path / name, make_clip(5)
    write_contact_sheet(clip, path)
    with Image.open(path) as picture:
        assert picture.format == "JPEG"
        assert {(horizontal, vertical) for _, horizontal, vertical, _ in picture.layer} == {(1, 1)}
    assert psnr(pixels(path), contact_sheet(clip)) > 40


def test_the_longest_jpeg_is_written(tmp_path, make_clip):
    path = tmp_path / "sheet.jpg"
    write_contact_sheet(make_clip(frames=[np.zeros((1, MAX_JPEG_SIDE, 3), np.uint8)]), path)
    assert pixels(path).shape == (1, MAX_JPEG_SIDE, 3)


def test_a_sheet_too_large_for_jpeg_is_refused_before_it_is_put_together(tmp_path, make_clip, failing):
    frames = failing([np.zeros((1, 40_000, 3), np.uint8)] * 2, 1, AssertionError("read"))
    with pytest.raises(ExportError, match=r"80,000 × 1 pixels is too large for JPEG.*choose PNG"):
        write_contact_sheet(make_clip(frames=frames), tmp_path / "sheet.jpg")


def test_a_sheet_too_large_for_the_memory_is_refused_with_a_remedy(make_clip):
    class Endless:
        def __len__(self):
            return 2**40

        def __getitem__(self, index):
            return np.zeros((8, 8, 3), np.uint8)

    with pytest.raises(ExportError, match="does not fit into memory; choose a folder of PNG frames"):
        contact_sheet(make_clip(frames=Endless(), playback_order=[0], columns=2**20))


def test_a_full_disk_is_an_error_of_the_system_with_its_number(make_clip):
    with pytest.raises(OSError) as full:
        write_contact_sheet(make_clip(), Path("/dev/full"))
    assert full.value.errno == errno.ENOSPC

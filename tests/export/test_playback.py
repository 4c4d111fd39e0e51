"""Exports played back from their files."""

from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from sd3explorer.export import Clip, ExportError, Options, Quality, export, playback
from sd3explorer.export.playback import MAX_STILL_SIDE
from sd3explorer.export.thumbnail import thumbnail
from sd3explorer.walk.walk import Walk

FRAMES = [np.full((32, 48, 3), 40 * index + 20, np.uint8) for index in range(5)]
ORDER = [0, 1, 2, 3, 4, 3, 2, 1]


@pytest.fixture
def clip():
    return Clip(FRAMES, ORDER, frame_rate=10.0, rounds=0, columns=3)


@pytest.mark.parametrize("suffix", [".gif", ".webp", ".avif", ".apng", ".mp4", ".webm"])
def test_a_round_plays_in_order_and_in_time(clip, suffix, tmp_path):
    path = tmp_path / f"walk{suffix}"
    export(clip, path)
    shown = list(playback(path))
    assert [round((float(each.picture.mean()) - 20) / 40) for each in shown] == ORDER
    assert {each.picture.shape for each in shown} == {(32, 48, 3)}
    assert sum(each.seconds for each in shown) == pytest.approx(0.8, abs=0.01)


@pytest.mark.parametrize("name", ["sheet.png", "sheet.jpg", "frames"])
def test_a_still_shows_without_end(clip, name, tmp_path):
    path = tmp_path / name
    export(clip, path)
    (shown,) = playback(path)
    assert shown.seconds == 0.0
    assert shown.picture.shape == ((32, 48, 3) if name == "frames" else (64, 144, 3))


def test_a_sheet_of_any_size_can_be_shown(tmp_path, monkeypatch):
    frames = [np.full((2100, 2100, 3), 90, np.uint8)]
    path = tmp_path / "sheet.png"
    # More pixels than Pillow takes for harmless, which are ten times as many otherwise.
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 8_000_000)
    export(Clip(frames, [0], 1.0, rounds=1, columns=1), path, Options(scale=2.0, quality=Quality.QUICK))
    with pytest.raises(Image.DecompressionBombError):
        Image.open(path)
    (shown,) = playback(path)
    assert shown.picture.shape == (MAX_STILL_SIDE, MAX_STILL_SIDE, 3)


def test_an_avif_whose_pictures_are_damaged_is_reported_in_a_sentence(clip, tmp_path):
    path = tmp_path / "walk.avif"
    export(clip, path)
    data = path.read_bytes()
    start = data.index(b"mdat") + 4
    path.write_bytes(data[:start] + bytes(len(data) - start))
    with pytest.raises(ExportError, match=r"walk\.avif can't be played"):
        list(playback(path))


@pytest.mark.parametrize("suffix", [".mp4", ".webm"])
def test_a_video_whose_title_is_damaged_is_reported_in_a_sentence(clip, suffix, tmp_path):
    path = tmp_path / f"walk{suffix}"
    export(replace(clip, walk=Walk(title="A dog")), path)
    path.write_bytes(path.read_bytes().replace(b"A dog", b"A \xf0og", 1))
    with pytest.raises(ExportError, match=f"walk{suffix} can't be read: it is no such video, or damaged"):
        thumbnail(path, 32)
    with pytest.raises(ExportError, match=f"walk{suffix} can't be played"):
        list(playback(path))


@pytest.mark.parametrize("suffix", [".gif", ".webp", ".avif", ".apng", ".mp4", ".webm", ".png"])
@pytest.mark.parametrize("damage", ["gone", "empty", "text", "cut"])
def test_a_damaged_file_is_reported_in_a_sentence(clip, suffix, damage, tmp_path):
    path = tmp_path / f"walk{suffix}"
    if damage == "cut":
        export(clip, path)
        path.write_bytes(path.read_bytes()[:60])
    elif damage != "gone":
        path.write_bytes(b"" if damage == "empty" else b"ffconcat version 1.0\nfile other.mp4\n")
    with pytest.raises(ExportError, match=f"walk{suffix} can't be played"):
        list(playback(path))

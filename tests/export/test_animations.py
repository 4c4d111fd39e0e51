"""Every animation, read back by programs that aren't ours: Pillow, and FFmpeg through PyAV."""

import struct
import subprocess
import sys
from fractions import Fraction

import av
import numpy as np
import pytest
from PIL import Image, features

from sd3explorer.export import FORMATS, ExportError, Options, Quality, Repeats, export, format_for

ANIMATIONS = [choice.suffixes[0] for choice in FORMATS if choice.animates]
VIDEOS = [".mp4", ".webm"]
PICTURES = [suffix for suffix in ANIMATIONS if suffix not in VIDEOS]
every_animation = pytest.mark.parametrize("suffix", ANIMATIONS)
every_picture = pytest.mark.parametrize("suffix", PICTURES)
every_video = pytest.mark.parametrize("suffix", VIDEOS)

PEAK_MEMORY = """
import resource, sys
from pathlib import Path
import numpy as np
from sd3explorer.export import Clip, export

class Frames:
    def __len__(self):
        return int(sys.argv[2])
    def __getitem__(self, index):
        frame = np.zeros((256, 256, 3), np.uint8)
        frame[index % 256] = 255
        return frame

frames = Frames()
export(Clip(frames, range(len(frames)), 25.0, 0, 1), Path(sys.argv[1]))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def read_picture(path):
    """Frames and milliseconds of each, as Pillow sees them."""
    with Image.open(path) as picture:
        frames, delays = [], []
        for index in range(picture.n_frames):
            picture.seek(index)
            frames.append(np.asarray(picture.convert("RGB")))
            delays.append(picture.info["duration"])
        return frames, delays


def read_video(path):
    """Frames and the milliseconds of each, as FFmpeg sees them."""
    with av.open(str(path)) as container:
        frames = list(container.decode(video=0))
        starts = [float(frame.pts * frame.time_base) for frame in frames]
        delays = np.diff([*starts, container.duration / av.time_base]) * 1000
        return [frame.to_ndarray(format="rgb24") for frame in frames], list(delays)


def read_back(path):
    return read_video(path) if path.suffix in VIDEOS else read_picture(path)


@every_animation
def test_all_frames_come_in_playback_order(tmp_path, make_clip, suffix):
    greys = [np.full((32, 32, 3), value, np.uint8) for value in (10, 90, 170, 250)]
    path = tmp_path / f"walk{suffix}"
    export(make_clip(frames=greys, playback_order=[0, 1, 2, 3, 2, 1]), path)
    frames, _ = read_back(path)
    shown = [int(frame[16, 16, 0]) for frame in frames]
    assert shown == pytest.approx([10, 90, 170, 250, 170, 90], abs=3)


@every_animation
def test_every_frame_is_close_to_the_original(tmp_path, make_clip, psnr, suffix):
    clip = make_clip(24)
    path = tmp_path / f"walk{suffix}"
    export(clip, path)
    frames, _ = read_back(path)
    assert len(frames) == 24
    assert min(psnr(frame, original) for frame, original in zip(frames, clip.frames, strict=True)) > 33


@every_animation
def test_changes_too_small_to_see_add_up_to_the_right_picture(tmp_path, make_clip, psnr, suffix):
    down, across = np.mgrid[0:64, 0:64] / 64.0
    colours = [128.0 + 60.0 * np.sin(5.0 * down + 3.0 * across + phase) for phase in (0.0, 2.0, 4.0)]
    start = np.stack(colours, -1)
    frames = [
        np.clip((1.0 - t) * start + t * start[::-1, :, ::-1], 0, 255).astype(np.uint8)
        for t in np.linspace(0.0, 1.0, 64)
    ]
    path = tmp_path / f"walk{suffix}"
    export(make_clip(frames=frames, playback_order=range(64)), path)
    assert psnr(read_back(path)[0][-1], frames[-1]) > 33


@every_animation
@pytest.mark.parametrize("frame_rate", [0.1, 12.5, 29.97, 50.0])
def test_the_duration_is_that_of_the_frame_rate(tmp_path, make_clip, frame_rate, suffix):
    path = tmp_path / f"walk{suffix}"
    export(make_clip(24, frame_rate=frame_rate), path)
    _, delays = read_back(path)
    assert sum(delays) == pytest.approx(24_000 / frame_rate, abs=10)


def avif_loops(content):
    """As libavif reads it; neither Pillow nor FFmpeg tell. The browser's test asks Chromium."""
    repeats = content[content.index(b"elst") + 7] & 1
    (one_round,) = struct.unpack_from(">Q", content, content.index(b"elst") + 12)
    (movie,) = struct.unpack_from(">Q", content, content.index(b"mvhd") + 28)
    (track,) = struct.unpack_from(">Q", content, content.index(b"tkhd") + 32)
    assert movie == track
    if not repeats:
        assert track == one_round
        return 1
    return 0 if track == 2**64 - 1 else track // one_round


def loops(path):
    """How often a file says that it plays, 0 being without end."""
    match path.suffix:
        case ".gif":
            with Image.open(path) as picture:
                # A GIF counts the rounds after the first one; without its extension there are none.
                extension = picture.info.get("loop")
                return 1 if extension is None else extension and extension + 1
        case ".avif":
            return avif_loops(path.read_bytes())
        case _:
            with Image.open(path) as picture:
                return picture.info["loop"]


@every_picture
@pytest.mark.parametrize("rounds", [0, 1, 2, 3, 65_535])
def test_it_plays_as_often_as_the_clip_says(tmp_path, make_clip, rounds, suffix):
    path = tmp_path / f"walk{suffix}"
    export(make_clip(rounds=rounds), path)
    assert loops(path) == rounds
    assert len(read_picture(path)[0]) == 5
    assert format_for(path).repeats is Repeats.AS_ASKED


@every_picture
def test_a_single_frame_has_no_rounds_to_say(tmp_path, make_clip, suffix):
    path = tmp_path / f"walk{suffix}"
    export(make_clip(1, rounds=3), path)
    assert len(read_picture(path)[0]) == 1


@every_animation
@pytest.mark.parametrize("frame_rate", [24.0, 29.97])
def test_hundreds_of_frames_last_as_long_as_they_should_to_a_hundredth_of_a_second(
    tmp_path, make_clip, frame_rate, suffix
):
    # Rounding each to milliseconds would be a tenth of a second by then.
    frames = [np.full((16, 16, 3), number % 251, np.uint8) for number in range(300)]
    path = tmp_path / f"walk{suffix}"
    export(make_clip(frames=frames, frame_rate=frame_rate), path, Options(quality=Quality.QUICK))
    shown, delays = read_back(path)
    assert len(shown) == 300
    assert sum(delays) == pytest.approx(300_000 / frame_rate, abs=10)


@every_animation
def test_frames_that_look_the_same_stay_apart(tmp_path, make_clip, suffix):
    path = tmp_path / f"walk{suffix}"
    export(make_clip(frames=[np.full((16, 16, 3), 90, np.uint8)] * 4), path)
    _, delays = read_back(path)
    assert delays == pytest.approx([80] * 4)


@every_picture
def test_what_browsers_would_slow_down_plays_at_the_fastest_rate_that_they_keep(tmp_path, make_clip, suffix):
    path = tmp_path / f"walk{suffix}"
    export(make_clip(frame_rate=1000.0), path)
    _, delays = read_picture(path)
    assert min(delays) > 10
    assert 1000 / np.mean(delays) == pytest.approx(format_for(path).played_rate(1000.0))


@every_video
@pytest.mark.parametrize("frame_rate", [0.01, 1000.0])
def test_a_video_plays_at_any_rate(tmp_path, make_clip, frame_rate, suffix):
    path = tmp_path / f"walk{suffix}"
    export(make_clip(frame_rate=frame_rate), path)
    with av.open(str(path)) as container:
        assert container.streams.video[0].average_rate == Fraction(frame_rate).limit_denominator(1000)


@pytest.mark.parametrize(("suffix", "codec"), [(".mp4", "h264"), (".webm", "vp9")])
def test_a_video_is_of_the_kind_that_every_player_knows(tmp_path, make_clip, suffix, codec):
    path = tmp_path / f"walk{suffix}"
    export(make_clip(), path)
    with av.open(str(path)) as container:
        context = container.streams.video[0].codec_context
        assert (context.codec.canonical_name, context.pix_fmt) == (codec, "yuv420p")
        assert (context.colorspace, context.color_primaries, context.color_trc) == (1, 1, 1)


def test_an_mp4_has_its_index_before_its_pictures(tmp_path, make_clip):
    path = tmp_path / "walk.mp4"
    export(make_clip(), path)
    content = path.read_bytes()
    assert content.index(b"moov") < content.index(b"mdat")


@every_video
def test_odd_sides_of_a_video_get_one_pixel_more(tmp_path, make_clip, psnr, suffix):
    clip = make_clip(frames=[np.full((33, 47, 3), 120, np.uint8)] * 3)
    path = tmp_path / f"walk{suffix}"
    export(clip, path)
    frames, _ = read_video(path)
    assert {frame.shape for frame in frames} == {(34, 48, 3)}
    assert psnr(frames[0][:33, :47], clip.frames[0]) > 35


def test_an_animated_png_is_exact(tmp_path, make_clip):
    clip = make_clip(5)
    path = tmp_path / "walk.apng"
    export(clip, path)
    frames, _ = read_picture(path)
    for frame, original in zip(frames, clip.frames, strict=True):
        np.testing.assert_array_equal(frame, original)


@every_animation
def test_a_single_frame_is_an_animation_too(tmp_path, make_clip, psnr, suffix):
    clip = make_clip(1)
    path = tmp_path / f"walk{suffix}"
    export(clip, path)
    with av.open(str(path)) as container:
        (frame,) = [picture.to_ndarray(format="rgb24") for picture in container.decode(video=0)][:1]
    assert psnr(frame, clip.frames[0]) > 30


@pytest.mark.parametrize("suffix", [suffix for suffix in ANIMATIONS if suffix != ".gif"])
def test_memory_does_not_grow_with_the_number_of_frames(tmp_path, suffix):
    def peak_kilobytes(frames):
        command = [sys.executable, "-c", PEAK_MEMORY, str(tmp_path / f"walk{suffix}"), str(frames)]
        return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)

    # 200 frames more are 39 MB of pixels.
    assert peak_kilobytes(240) - peak_kilobytes(40) < 20_000


@pytest.mark.skipif(not features.check("avif"), reason="this Pillow writes no AVIFs")
@pytest.mark.parametrize("change", [(b"mvhd\1", b"mvhd\0"), (b"elst", b"skip")])
def test_an_avif_whose_repeats_cannot_be_told_is_refused_not_broken(make_clip, tmp_path, monkeypatch, change):
    save = Image.Image.save

    def other(picture, file, **options):
        save(picture, file, **options)
        if options.get("format") == "AVIF":
            file.seek(0)
            changed = file.read().replace(*change)
            file.seek(0)
            file.write(changed)

    monkeypatch.setattr(Image.Image, "save", other)
    with pytest.raises(ExportError, match="can only repeat forever; choose another format"):
        export(make_clip(), tmp_path / "walk.avif", Options(rounds=2))
    assert list(tmp_path.iterdir()) == []

import errno
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from sd3explorer.export import ExportError, snapped_delays, snapped_frame_rate
from sd3explorer.export.gif import write_gif
from sd3explorer.export.stream import MAX_ROWS

PEAK_MEMORY = """
import resource, sys
from pathlib import Path
import numpy as np
from sd3explorer.export import Clip
from sd3explorer.export.gif import write_gif

class Frames:
    def __len__(self):
        return int(sys.argv[2])
    def __getitem__(self, index):
        return np.full((256, 256, 3), index % 256, np.uint8)

frames = Frames()
write_gif(Clip(frames, range(len(frames)), 25.0, 0, 1), Path(sys.argv[1]))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "walk.gif"


def read_back(path):
    """Frames, delays in milliseconds, and loop count (None: no loop extension), as Pillow sees them."""
    with Image.open(path) as gif:
        frames, delays = [], []
        for index in range(gif.n_frames):
            gif.seek(index)
            delays.append(gif.info["duration"])
            frames.append(np.asarray(gif.convert("RGB")))
        return frames, delays, gif.info.get("loop")


def test_the_frames_come_in_playback_order(path, make_clip):
    greys = [np.full((8, 8, 3), value, np.uint8) for value in (10, 90, 170, 250)]
    write_gif(make_clip(frames=greys, playback_order=[0, 1, 2, 3, 2, 1]), path)
    frames, _, _ = read_back(path)
    shown = [int(frame[0, 0, 0]) for frame in frames]
    assert shown == pytest.approx([10, 90, 170, 250, 170, 90], abs=3)


def test_every_frame_is_close_to_the_original(path, make_clip, psnr):
    clip = make_clip(24)
    write_gif(clip, path)
    frames, _, _ = read_back(path)
    assert min(map(psnr, clip.frames, frames)) > 42


def test_the_size_is_that_of_the_frames(path, make_clip):
    write_gif(make_clip(), path)
    with Image.open(path) as gif:
        assert gif.size == (48, 32)


def test_a_clip_that_loops_repeats_for_ever(path, make_clip):
    write_gif(make_clip(rounds=0), path)
    _, _, loop = read_back(path)
    assert loop == 0


def test_a_clip_that_does_not_loop_has_no_loop_extension_and_so_plays_once(path, make_clip):
    write_gif(make_clip(rounds=1), path)
    assert b"NETSCAPE" not in path.read_bytes()


def test_the_frames_show_as_long_as_the_frame_rate_says(path, make_clip):
    write_gif(make_clip(6, frame_rate=30.0), path)
    _, delays, _ = read_back(path)
    assert delays == [10 * delay for delay in snapped_delays(30.0, 6)]
    assert sum(delays) == 200


def test_frames_that_look_the_same_stay_apart(path, make_clip):
    grey = np.full((8, 8, 3), 90, np.uint8)
    write_gif(make_clip(frames=[grey] * 4), path)
    frames, delays, _ = read_back(path)
    assert len(frames) == 4
    assert delays == [80] * 4


def test_one_frame_is_enough(path, make_clip):
    write_gif(make_clip(1), path)
    frames, delays, _ = read_back(path)
    assert len(frames) == 1
    assert delays == [80]


@given(st.floats(1.0, 50.0), st.integers(1, 2_000))
def test_delays_add_up_to_the_length_of_the_walk(frame_rate, count):
    delays = snapped_delays(frame_rate, count)
    assert len(delays) == count
    assert min(delays) >= 2
    assert max(delays) - min(delays) <= 1
    assert abs(sum(delays) - 100 * count / frame_rate) <= 1


def test_whole_centiseconds_are_kept_as_they_are():
    assert snapped_delays(12.5, 4) == [8, 8, 8, 8]


def test_nothing_is_faster_than_browsers_play():
    assert snapped_delays(120.0, 3) == [2, 2, 2]
    assert snapped_frame_rate(120.0) == 50.0


def test_a_possible_frame_rate_is_kept():
    assert snapped_frame_rate(30.0) == 30.0


def test_nothing_is_slower_than_the_format_can_say():
    assert max(snapped_delays(0.0001, 5)) == 65_535


def test_a_full_disk_is_an_error_of_the_system_with_its_number(make_clip):
    with pytest.raises(OSError) as full:
        write_gif(make_clip(), Path("/dev/full"))
    assert full.value.errno == errno.ENOSPC


def test_more_frames_than_fit_into_one_gif_are_refused_with_a_remedy(path, make_clip):
    frames = [np.zeros((50_000, 1, 3), np.uint8)]
    clip = make_clip(frames=frames, playback_order=[0] * (MAX_ROWS // 50_000 + 1))
    with pytest.raises(ExportError, match=r"2,001 frames are too many .* takes 2,000 .* PNG frames"):
        write_gif(clip, path)


def test_memory_does_not_grow_with_the_number_of_frames(path):
    def peak_kilobytes(frames):
        command = [sys.executable, "-c", PEAK_MEMORY, str(path), str(frames)]
        return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)

    assert peak_kilobytes(220) - peak_kilobytes(20) < 20_000

import numpy as np
import pytest
from PIL import Image

from sd3explorer.export import ExportError
from sd3explorer.export.scaling import ScaledFrames, scaled_size

FRAME = np.random.default_rng(0).integers(0, 256, (8, 12, 3), dtype=np.uint8)


def scaled(scale, smooth=False):
    return ScaledFrames([FRAME], scale, smooth)[0]


def test_whole_factors_repeat_pixels():
    np.testing.assert_array_equal(scaled(3.0), np.kron(FRAME, np.ones((3, 3, 1), np.uint8)))


@pytest.mark.parametrize(("scale", "smooth"), [(3.0, True), (1.5, False), (0.5, False), (0.5, True)])
def test_all_others_are_lanczos(scale, smooth):
    size = (round(12 * scale), round(8 * scale))
    expected = Image.fromarray(FRAME).resize(size, Image.Resampling.LANCZOS)
    np.testing.assert_array_equal(scaled(scale, smooth), np.asarray(expected))


def test_a_scale_of_one_leaves_frames_as_they_are():
    assert scaled(1.0) is FRAME


def test_frames_are_scaled_when_they_are_read(failing):
    frames = failing([FRAME] * 3, None, None)
    wrapped = ScaledFrames(frames, 2.0, False)
    assert (len(wrapped), frames.reads) == (3, 0)
    assert wrapped[1].shape == (16, 24, 3)
    assert frames.reads == 1


@pytest.mark.parametrize("size", [(48, 32), (7, 1_000), (3, 3)])
def test_the_scale_that_is_told_leaves_something(size):
    with pytest.raises(ExportError) as refusal:
        scaled_size(size, 1e-6)
    told = float(str(refusal.value).split("choose ")[1].split()[0])
    assert min(scaled_size(size, told)) >= 1


def test_what_no_program_would_read_is_refused():
    with pytest.raises(ExportError, match=r"scale: 64 makes 65,536 × 65,536 pixels of 1,024 × 1,024"):
        scaled_size((1_024, 1_024), 64.0)

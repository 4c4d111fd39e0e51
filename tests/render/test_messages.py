"""What an engine is started with."""

import pytest

from sd3explorer.render.messages import EngineSettings, auto_batch_size


@pytest.mark.parametrize(
    ("image_size", "frames"),
    [((64, 64), 8), ((512, 512), 8), ((512, 1024), 4), ((1024, 1024), 2), ((4096, 4096), 1)],
)
def test_fewer_of_the_larger_frames_are_rendered_at_once(image_size, frames):
    assert auto_batch_size(image_size) == frames


def test_a_batch_size_that_was_asked_for_is_kept(starter):
    assert EngineSettings(starter, (128, 128), batch_size=3).frames_at_once == 3
    assert EngineSettings(starter, (128, 128)).frames_at_once == auto_batch_size((128, 128))

"""What a walk takes is known before it is rendered."""

import numpy as np
import pytest

from sd3explorer.render import estimate as module
from sd3explorer.render.estimate import LARGE, Estimate, estimate
from sd3explorer.render.store import FrameStore

PLENTY = 10**15


def test_an_ordinary_walk_is_none_to_ask_about():
    assert not Estimate(240, (1024, 1024), PLENTY).is_large
    assert not Estimate(100_000, (128, 128), PLENTY).is_large


@pytest.mark.parametrize(("frames", "side"), [(100_000, 1024), (2_000, 8192)])
def test_what_takes_more_than_any_walk_by_a_slip_is(frames, side):
    assert Estimate(frames, (side, side), PLENTY).is_large
    assert Estimate(frames, (side, side), None).is_large


def test_what_takes_more_than_is_free_is():
    assert Estimate(100, (1024, 1024), 10**8).is_large
    assert not Estimate(100, (1024, 1024), None).is_large


def test_what_is_there_takes_nothing_more_and_is_exported_all_the_same():
    needed = Estimate(100, (1024, 1024), 10**8, there=90)
    assert not needed.is_large
    assert str(needed).startswith("10 more frames of 1024x1024 take up to 21 MB in the frame store")
    assert needed.raw == Estimate(100, (1024, 1024), None).raw


def test_it_says_how_much_and_what_is_free():
    assert str(Estimate(100_000, (1024, 1024), 50 * 10**9)) == (
        "100,000 frames of 1024x1024 take up to 209.7 GB in the frame store, where 50.0 GB are free, and "
        "314.6 GB of pixels go through an export"
    )


def test_the_disk_is_that_of_the_store(tmp_path, monkeypatch):
    assert estimate(1, (8, 8), tmp_path).free > 0
    assert estimate(1, (8, 8), tmp_path / "not there").free > 0
    assert module.LARGE == LARGE


def test_a_frame_takes_hardly_more_than_was_said(tmp_path):
    y, x = np.mgrid[0:256, 0:256]
    photograph = 128 + 60 * np.sin(x / 40)[..., None] + np.random.default_rng(0).normal(0, 8, (256, 256, 3))
    store = FrameStore(tmp_path)
    store.put("ab" * 32, photograph.clip(0, 255).astype(np.uint8) + (y[..., None] // 64).astype(np.uint8))
    assert store.usage() <= 1.3 * estimate(1, (256, 256), tmp_path).stored

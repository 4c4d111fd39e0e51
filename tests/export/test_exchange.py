"""Another walk in a file that was exported before: its pixels stay as they were encoded."""

from dataclasses import replace

import av
import numpy as np
import pytest
from PIL import Image, ImageSequence

from sd3explorer.export import FORMATS, Options, exchange_walk, export, read_walk
from sd3explorer.walk.error import WalkError
from sd3explorer.walk.walk import Walk

# "" is a folder of frames.
EXCHANGED = [suffix for choice in FORMATS if choice.exchange for suffix in choice.suffixes or ("",)]
WALK = Walk(title="Dog")


def pictures(file):
    """All that is seen of a file, and when."""
    if file.is_dir():
        return [picture for frame in sorted(file.iterdir()) for picture in pictures(frame)]
    if file.suffix in (".mp4", ".webm"):
        with av.open(str(file)) as container:
            return [(float(frame.time), frame.to_ndarray(format="rgb24")) for frame in container.decode()]
    with Image.open(file) as opened:
        return [
            (frame.info.get("duration"), np.asarray(frame.convert("RGB")))
            for frame in ImageSequence.Iterator(opened)
        ]


def walk_in(place):
    return read_walk(min(place.iterdir()) if place.is_dir() else place)


def content(place):
    files = sorted(place.iterdir()) if place.is_dir() else [place]
    return b"".join(file.read_bytes() for file in files)


def test_all_formats_can_be_given_another_walk():
    assert all(choice.exchange for choice in FORMATS)


@pytest.mark.parametrize("suffix", EXCHANGED)
@pytest.mark.parametrize("before", [WALK, None], ids=["from a walk", "from none"])
@pytest.mark.parametrize("after", [replace(WALK, title="Cat " * 90), None], ids=["to a walk", "to none"])
def test_pixels_and_times_stay_while_the_walk_is_another(tmp_path, make_clip, suffix, before, after):
    first, second = tmp_path / f"first{suffix}", tmp_path / f"second{suffix}"
    export(make_clip(walk=before), first)
    unread = make_clip(walk=after, frames=[None] * 5)
    assert exchange_walk(first, unread, second)
    for (time, picture), (other_time, other) in zip(pictures(first), pictures(second), strict=True):
        assert time == other_time
        assert np.array_equal(picture, other)
    if after is not None:
        assert walk_in(second) == after
    else:
        with pytest.raises(WalkError, match="carries no walk"):
            walk_in(second)
    assert b"Dog" not in content(second)


@pytest.mark.parametrize("suffix", EXCHANGED)
def test_it_is_the_file_that_would_be_written(tmp_path, make_clip, suffix):
    other = make_clip(walk=replace(WALK, title="Cat"))
    names = ("first", "exchanged", "written")
    first, exchanged, written = (tmp_path / f"{name}{suffix}" for name in names)
    export(make_clip(walk=WALK), first)
    exchange_walk(first, other, exchanged)
    export(other, written)
    assert suffix in (".mp4", ".webm") or content(exchanged) == content(written)
    assert abs(len(content(exchanged)) - len(content(written))) < 50


def test_a_file_that_would_be_too_large_is_left_to_be_encoded(tmp_path, make_clip):
    export(make_clip(walk=WALK), tmp_path / "first.gif")
    size = (tmp_path / "first.gif").stat().st_size
    longer = make_clip(walk=replace(WALK, title="Cat " * 90))
    for most, done in ((size, False), (size + 1000, True)):
        target = tmp_path / f"{most}.gif"
        assert exchange_walk(tmp_path / "first.gif", longer, target, Options(max_bytes=most)) == done
        assert target.exists() == done


def test_an_avif_gets_one_walk_after_the_other(tmp_path, make_clip):
    export(make_clip(walk=WALK), tmp_path / "0.avif")
    titles = ["Cat " * 90, "Fox", "Owl " * 200, "", "Bee"]
    for number, title in enumerate(titles):
        walk = replace(WALK, title=title) if title else None
        source, target = tmp_path / f"{number}.avif", tmp_path / f"{number + 1}.avif"
        assert exchange_walk(source, make_clip(walk=walk, frames=[None] * 5), target)
        assert not title or read_walk(target) == walk
        for earlier in ("Dog", "Cat", "Fox", "Owl")[: number + 1]:
            assert earlier == title[:3] or earlier.encode() not in target.read_bytes()
    for (_, picture), (_, other) in zip(pictures(tmp_path / "0.avif"), pictures(target), strict=True):
        assert np.array_equal(picture, other)


def test_frames_of_another_number_are_left_to_be_encoded(tmp_path, make_clip):
    export(make_clip(walk=WALK), tmp_path / "first")
    (tmp_path / "first" / "frame-0005.png").unlink()
    assert not exchange_walk(tmp_path / "first", make_clip(walk=WALK), tmp_path / "second")
    assert not (tmp_path / "second").exists()


@pytest.mark.parametrize("name", ["walk", "walk.avif", "walk.mp4", "walk.webm", "walk.gif", "walk.png"])
def test_what_has_no_way_to_exchange_it_says_so(tmp_path, make_clip, name):
    (tmp_path / name).write_bytes(b"")
    # A file in a folder's place, and an empty one.
    assert not exchange_walk(tmp_path / name, make_clip(), tmp_path / f"other-{name}")
    assert not (tmp_path / f"other-{name}").exists()

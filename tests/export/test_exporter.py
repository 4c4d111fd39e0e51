import os
import stat
import subprocess
import sys
import threading

import numpy as np
import pytest
from PIL import Image

from sd3explorer.export import FORMATS, ExportError, Options, check_target, export
from sd3explorer.export.folders import replacing_frames
from sd3explorer.walk.temporary import temporary_folder
from tests.flushed import flushes

EVERY_TARGET = pytest.mark.parametrize(
    "name",
    [
        *(f"walk{choice.suffixes[0]}" for choice in FORMATS if choice.animates),
        "sheet.png",
        "sheet.jpg",
        "frames",
    ],
)


class StoppedError(Exception):
    """Raised by frames to stop an export."""


@pytest.fixture
def earlier_frames(tmp_path, make_clip):
    """A folder with the five frames of an earlier export."""
    folder = tmp_path / "frames"
    export(make_clip(5), folder)
    return folder


@pytest.fixture
def full_disk(tmp_path):
    """A disk of 64 kB, where this process may mount one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)]
    try:
        subprocess.run(mount, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("mounting a disk is not permitted here")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def noise(count):
    return list(np.random.default_rng(0).integers(0, 256, (count, 128, 128, 3), dtype=np.uint8))


def content(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@EVERY_TARGET
def test_the_target_is_all_that_appears(tmp_path, make_clip, name):
    export(make_clip(), tmp_path / name)
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_the_suffix_decides_what_is_written(tmp_path, make_clip):
    for name in ("walk.GIF", "sheet.png", "sheet.JPG"):
        export(make_clip(), tmp_path / name)
    kinds = {path.name: Image.open(path).format for path in tmp_path.iterdir()}
    assert kinds == {"walk.GIF": "GIF", "sheet.png": "PNG", "sheet.JPG": "JPEG"}


@EVERY_TARGET
def test_an_export_that_is_stopped_leaves_nothing_behind(tmp_path, make_clip, failing, name):
    frames = failing(make_clip().frames, 3, StoppedError())
    with pytest.raises(StoppedError):
        export(make_clip(frames=frames), tmp_path / name)
    assert not list(tmp_path.iterdir())


@EVERY_TARGET
def test_an_export_that_is_stopped_keeps_the_earlier_one(tmp_path, make_clip, failing, name):
    export(make_clip(2), tmp_path / name)
    before = content(tmp_path)
    with pytest.raises(StoppedError):
        export(make_clip(frames=failing(make_clip().frames, 3, StoppedError())), tmp_path / name)
    assert content(tmp_path) == before


def test_a_file_is_replaced(tmp_path, make_clip):
    target = tmp_path / "walk.gif"
    export(make_clip(5), target)
    export(make_clip(2), target)
    with Image.open(target) as gif:
        assert gif.n_frames == 2


def test_frames_go_to_an_empty_folder(tmp_path, make_clip):
    export(make_clip(2), tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["frame-0001.png", "frame-0002.png"]


def test_frames_of_an_earlier_export_are_replaced_as_a_whole(earlier_frames, make_clip):
    newer = make_clip(frames=noise(2))
    export(newer, earlier_frames)
    assert sorted(path.name for path in earlier_frames.iterdir()) == ["frame-0001.png", "frame-0002.png"]
    with Image.open(earlier_frames / "frame-0001.png") as picture:
        np.testing.assert_array_equal(np.asarray(picture), newer.frames[0])


@pytest.mark.parametrize("name", ["earlier", "new"])
def test_frames_are_on_the_disk_before_they_take_their_place_and_their_names_then(
    tmp_path, make_clip, name, monkeypatch
):
    folder = tmp_path / name
    export(make_clip(2), tmp_path / "earlier")
    (tmp_path / "earlier" / "frame-0003.png").touch()
    gone = tmp_path / "earlier" / "frame-0003.png" if name == "earlier" else folder
    done = flushes(monkeypatch, gone)
    export(make_clip(2), folder)
    before = name == "earlier"
    assert done == [("file", before)] * 2 + [("folder", before), ("folder", not before)]


def test_what_a_kill_left_beside_a_folder_that_is_there_is_cleared_away(earlier_frames, make_clip):
    with temporary_folder(earlier_frames.parent, "frames") as left:
        pass
    left.mkdir()
    export(make_clip(), earlier_frames)
    assert not left.exists()


def test_a_folder_that_is_reused_stays_the_same_folder(earlier_frames, make_clip):
    before = earlier_frames.stat().st_ino
    export(make_clip(2), earlier_frames)
    assert earlier_frames.stat().st_ino == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file modes")
def test_frames_keep_the_mode_of_those_that_they_replace_and_more_are_like_these(earlier_frames, make_clip):
    for frame in earlier_frames.iterdir():
        frame.chmod(0o640 if frame.name == "frame-0002.png" else 0o600)
    export(make_clip(7), earlier_frames)
    modes = {path.name[6:10]: stat.S_IMODE(path.stat().st_mode) for path in earlier_frames.iterdir()}
    assert modes == {f"000{number}": 0o640 if number == 2 else 0o600 for number in range(1, 8)}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file modes")
def test_nobody_else_looks_at_frames_while_they_are_written_over_others(earlier_frames):
    with replacing_frames(earlier_frames) as temporary:
        assert stat.S_IMODE(temporary.stat().st_mode) == 0o700


def test_a_folder_with_other_files_is_refused_and_left_alone(earlier_frames, make_clip):
    (earlier_frames / "thesis.txt").write_text("years of work")
    before = content(earlier_frames)
    with pytest.raises(
        ExportError, match="frames already holds other files; choose an empty or a new folder"
    ):
        export(make_clip(2), earlier_frames)
    assert content(earlier_frames) == before


def test_what_file_managers_leave_behind_is_no_hindrance(earlier_frames, make_clip):
    (earlier_frames / ".DS_Store").touch()
    export(make_clip(2), earlier_frames)
    assert len(list(earlier_frames.glob("frame-*.png"))) == 2


@EVERY_TARGET
def test_no_frames_are_refused(tmp_path, make_clip, name):
    with pytest.raises(ExportError, match=rf"{name} could not be written: there are no frames; render"):
        export(make_clip(0), tmp_path / name)


@EVERY_TARGET
def test_frames_of_different_sizes_are_refused(tmp_path, make_clip, name):
    frames = [np.zeros((8, 8, 3), np.uint8), np.zeros((8, 16, 3), np.uint8)]
    with pytest.raises(ExportError, match=r"frame 2 has 16 × 8 pixels, others have 8 × 8; render all"):
        export(make_clip(frames=frames), tmp_path / name)
    assert not list(tmp_path.iterdir())


def test_frames_that_are_no_8_bit_rgb_are_refused(tmp_path, make_clip):
    with pytest.raises(ExportError, match=r"frame 1 is float32 \(8, 8, 3\)"):
        export(make_clip(frames=[np.zeros((8, 8, 3), np.float32)]), tmp_path / "walk.gif")


@EVERY_TARGET
def test_a_frame_that_cannot_be_read_is_not_taken_for_a_failure_to_write(tmp_path, make_clip, failing, name):
    frames = failing(make_clip().frames, 3, FileNotFoundError(2, "No such file or directory"))
    with pytest.raises(ExportError) as raised:
        export(make_clip(frames=frames), tmp_path / name)
    assert str(raised.value) == "frame 4 could not be read: no such file or directory; render it again"


@EVERY_TARGET
def test_a_write_that_fails_is_one_sentence_and_leaves_nothing_behind(tmp_path, make_clip, small_disk, name):
    with small_disk(), pytest.raises(ExportError) as raised:
        export(make_clip(frames=noise(3)), tmp_path / name)
    sentence = f"{name} could not be written: file too large; choose a disk that takes larger files"
    assert str(raised.value) == sentence
    assert not list(tmp_path.iterdir())


@EVERY_TARGET
def test_a_full_disk_is_one_sentence_and_leaves_nothing_behind(full_disk, make_clip, name):
    with pytest.raises(ExportError) as raised:
        export(make_clip(frames=noise(5)), full_disk / name)
    remedy = "free some space or choose another folder"
    assert str(raised.value) == f"{name} could not be written: no space left on device; {remedy}"
    assert not list(full_disk.iterdir())


@pytest.mark.parametrize("name", ["walk.gif", "frames"])
def test_a_folder_that_vanishes_meanwhile_is_one_sentence(tmp_path, make_clip, name):
    folder = tmp_path / "drive"
    folder.mkdir()

    class Unplugging(list):
        def __getitem__(self, index):
            if index == 4:
                folder.rename(tmp_path / "unplugged")
            return super().__getitem__(index)

    frames = Unplugging(make_clip().frames)
    with pytest.raises(ExportError, match=f"{name} could not be written: no such file or directory; choose"):
        export(make_clip(frames=frames), folder / name)


ENDLESS = """
import sys
from pathlib import Path
import numpy as np
from sd3explorer.export import Clip, Options, export

class Frames:
    reads = 0
    def __len__(self):
        return 40
    def __getitem__(self, index):
        self.reads += 1
        if self.reads == int(sys.argv[2]):
            print("in the middle", flush=True)
            sys.stdin.read()
        return np.random.default_rng(index).integers(0, 256, (32, 32, 3), dtype=np.uint8)

export(Clip(Frames(), range(40), 12.5, 0, 8), Path(sys.argv[1]), Options(max_bytes=int(sys.argv[3]) or None))
"""


def killed(target, reads, limit=0):
    """Kills an export, from another process, when so many frames have been read."""
    command = [sys.executable, "-c", ENDLESS, str(target), str(reads), str(limit)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout.readline() == b"in the middle\n"
        process.kill()


@pytest.mark.parametrize(
    ("name", "limit"),
    [
        ("walk.gif", 0),
        ("walk.mp4", 0),
        ("sheet.png", 0),
        ("frames", 0),
        ("walk.gif", 5_000),
        ("walk.webp", 5_000),
    ],
)
def test_what_a_killed_export_left_behind_is_cleared_away_by_the_next_one(tmp_path, make_clip, name, limit):
    killed(tmp_path / name, 20, limit)
    assert not (tmp_path / name).exists()
    assert all(path.name.startswith(".") for path in tmp_path.iterdir())
    export(make_clip(2), tmp_path / "other.gif")
    assert [path.name for path in tmp_path.iterdir()] == ["other.gif"]


def test_what_an_export_that_is_killed_left_among_earlier_frames_is_cleared_away(earlier_frames, make_clip):
    killed(earlier_frames, 20)
    assert len(list(earlier_frames.iterdir())) == 6
    export(make_clip(2), earlier_frames)
    assert sorted(path.name for path in earlier_frames.iterdir()) == ["frame-0001.png", "frame-0002.png"]


@pytest.mark.parametrize(("name", "limit"), [("walk.webp", None), ("walk.webp", 500_000), ("frames", None)])
def test_two_exports_into_one_folder_leave_each_other_alone(tmp_path, make_clip, name, limit):
    (tmp_path / "frames").mkdir()
    begun, ended = threading.Event(), threading.Event()

    class Waiting(list):
        def __getitem__(self, index):
            if index == 4:
                begun.set()
                assert ended.wait(60)
            return super().__getitem__(index)

    clip = make_clip(frames=Waiting(noise(5)))
    first = threading.Thread(target=export, args=(clip, tmp_path / name, Options(max_bytes=limit)))
    first.start()
    assert begun.wait(60)
    other = tmp_path / ("frames" if name == "frames" else "other.gif")
    export(make_clip(2), other)
    ended.set()
    first.join()
    assert (tmp_path / name).exists()
    if name == "frames":
        assert len(list((tmp_path / name).iterdir())) == 5


@pytest.mark.parametrize("name", ["walk.gif", "walk.webp", "frames"])
def test_an_export_that_is_killed_keeps_the_earlier_one(tmp_path, make_clip, name):
    export(make_clip(2), tmp_path / name)
    before = (tmp_path / name).read_bytes() if name != "frames" else content(tmp_path / name)
    killed(tmp_path / name, 20)
    if name == "frames":
        now = {path: data for path, data in content(tmp_path / name).items() if len(path.parts) == 1}
        assert now == before
    else:
        assert (tmp_path / name).read_bytes() == before


def test_an_export_that_is_killed_between_two_tries_leaves_nothing_at_the_targets_name(tmp_path):
    killed(tmp_path / "walk.webp", 60, limit=5_000)
    assert not (tmp_path / "walk.webp").exists()
    assert all(path.name.startswith(".") for path in tmp_path.iterdir())


@EVERY_TARGET
def test_a_good_target_passes_the_check_and_nothing_is_left_of_it(tmp_path, name):
    check_target(tmp_path / name)
    assert not list(tmp_path.iterdir())


def test_an_earlier_export_passes_the_check(earlier_frames, make_clip):
    export(make_clip(), earlier_frames.parent / "walk.gif")
    check_target(earlier_frames)
    check_target(earlier_frames.parent / "walk.gif")


def test_an_unknown_suffix_fails_the_check(tmp_path):
    with pytest.raises(ExportError, match=r"\.bmp is no known format"):
        check_target(tmp_path / "walk.bmp")


@EVERY_TARGET
def test_a_missing_folder_fails_the_check(tmp_path, name):
    with pytest.raises(ExportError, match=f"{name} can't be written: .*nowhere does not exist; create it"):
        check_target(tmp_path / "nowhere" / name)


@EVERY_TARGET
def test_a_file_in_place_of_the_folder_fails_the_check(tmp_path, name):
    (tmp_path / "notes").touch()
    with pytest.raises(ExportError, match=f"{name} can't be written: .*notes is not a folder"):
        check_target(tmp_path / "notes" / name)


@EVERY_TARGET
def test_a_read_only_folder_fails_the_check(read_only_folder, name):
    with pytest.raises(ExportError, match="permission denied; choose a folder that you may write to"):
        check_target(read_only_folder / name)


def test_an_existing_read_only_folder_for_frames_fails_the_check(read_only_folder):
    with pytest.raises(ExportError, match="permission denied; choose a folder that you may write to"):
        check_target(read_only_folder)


def test_a_folder_where_the_suffix_means_a_file_fails_the_check(tmp_path):
    target = tmp_path / "walk.gif"
    target.mkdir()
    with pytest.raises(ExportError, match=r"walk\.gif is a folder; choose another name for the file"):
        check_target(target)


def test_a_file_where_a_folder_is_meant_fails_the_check(tmp_path):
    target = tmp_path / "frames"
    target.touch()
    with pytest.raises(ExportError, match="frames is a file; choose another name for the folder"):
        check_target(target)


def test_a_folder_with_other_files_fails_the_check(tmp_path):
    (tmp_path / "thesis.txt").touch()
    with pytest.raises(ExportError, match="already holds other files"):
        check_target(tmp_path)


def test_a_name_too_long_for_the_disk_fails_the_check(tmp_path):
    with pytest.raises(ExportError, match="file name too long; choose a shorter name"):
        check_target(tmp_path / f"{'x' * 300}.gif")


def refused_before_and_after_rendering(target, clip):
    """The sentence of the check, which the export says as well."""
    sentences = set()
    for attempt in (lambda: check_target(target), lambda: export(clip, target)):
        with pytest.raises(ExportError) as raised:
            attempt()
        sentences.add(str(raised.value))
    (sentence,) = sentences
    return sentence


@EVERY_TARGET
def test_a_pipe_fails_the_check_and_stays(tmp_path, make_clip, name):
    os.mkfifo(tmp_path / name)
    sentence = refused_before_and_after_rendering(tmp_path / name, make_clip())
    if name == "frames":
        assert sentence == "frames is a file; choose another name for the folder of frames"
    else:
        assert sentence == f"{name} can't be written: it is a pipe; choose another name"
    assert stat.S_ISFIFO((tmp_path / name).stat().st_mode)


def test_a_write_protected_file_fails_the_check_and_stays(tmp_path, make_clip):
    target = tmp_path / "walk.gif"
    target.write_bytes(b"precious")
    target.chmod(0o444)
    sentence = refused_before_and_after_rendering(target, make_clip())
    problem = "it is write-protected; choose another name, or make it writable"
    assert sentence == f"walk.gif can't be written: {problem}"
    assert target.read_bytes() == b"precious"


@EVERY_TARGET
def test_a_link_in_a_circle_fails_the_check(tmp_path, make_clip, name):
    (tmp_path / name).symlink_to(tmp_path / name)
    sentence = refused_before_and_after_rendering(tmp_path / name, make_clip())
    assert sentence == f"{name} can't be written: it is a link that leads in a circle; choose another name"


@EVERY_TARGET
def test_a_link_into_a_missing_folder_fails_the_check(tmp_path, make_clip, name):
    (tmp_path / name).symlink_to(tmp_path / "nowhere" / name)
    sentence = refused_before_and_after_rendering(tmp_path / name, make_clip())
    assert f"{name} can't be written: the folder {tmp_path / 'nowhere'} does not exist; create it" in sentence


@EVERY_TARGET
def test_a_link_stays_a_link_and_what_it_leads_to_is_written(tmp_path, make_clip, name):
    (tmp_path / "real").mkdir()
    (tmp_path / name).symlink_to(tmp_path / "real" / name)
    export(make_clip(), tmp_path / name)
    assert (tmp_path / name).is_symlink()
    assert (tmp_path / "real" / name).exists()


def test_an_export_over_a_private_file_stays_private(tmp_path, make_clip):
    target = tmp_path / "walk.gif"
    target.touch()
    target.chmod(0o600)
    export(make_clip(), target)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600

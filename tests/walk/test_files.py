"""Files are written whole or not at all."""

import errno
import os
import stat
import sys

import pytest

from sd3explorer.walk.files import reason, replacing

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file modes")


@pytest.fixture
def target(tmp_path):
    return tmp_path / "walk.json"


@pytest.fixture
def umask():
    before = os.umask(0o027)
    yield
    os.umask(before)


def names(folder):
    return sorted(entry.name for entry in folder.iterdir())


def interrupted(target, error):
    with pytest.raises(type(error)), replacing(target) as temporary:
        temporary.write_text("half of the n")
        raise error


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_the_target_has_its_new_content_at_the_end(target):
    with replacing(target) as temporary:
        temporary.write_text("new")
    assert target.read_text() == "new"


def test_the_target_is_not_there_before_the_end(target):
    with replacing(target) as temporary:
        temporary.write_text("new")
        assert not target.exists()


def test_the_target_keeps_its_old_content_until_the_end(target):
    target.write_text("old")
    with replacing(target) as temporary:
        temporary.write_text("new")
        assert target.read_text() == "old"


def test_the_old_content_is_replaced(target):
    target.write_text("something old and longer")
    with replacing(target) as temporary:
        temporary.write_text("new")
    assert target.read_text() == "new"


def test_nothing_is_left_beside_the_target(target):
    with replacing(target) as temporary:
        temporary.write_text("new")
    assert names(target.parent) == ["walk.json"]


@pytest.mark.parametrize("error", [ValueError(), OSError(errno.ENOSPC, "full"), KeyboardInterrupt()])
def test_an_exception_leaves_the_target_as_it_was(error, target):
    target.write_text("old")
    interrupted(target, error)
    assert target.read_text() == "old"


@pytest.mark.parametrize("error", [ValueError(), OSError(errno.ENOSPC, "full"), KeyboardInterrupt()])
def test_an_exception_leaves_nothing_behind(error, target):
    interrupted(target, error)
    assert names(target.parent) == []


def test_a_failed_replacement_leaves_nothing_behind(target):
    target.mkdir()
    with pytest.raises(OSError), replacing(target) as temporary:
        temporary.write_text("new")
    assert names(target.parent) == ["walk.json"]


def test_the_temporary_file_is_in_the_targets_folder(target):
    with replacing(target) as temporary:
        assert temporary.parent == target.parent


def test_the_temporary_file_has_the_targets_suffix(target):
    with replacing(target) as temporary:
        assert temporary.suffix == ".json"


def test_the_temporary_file_is_hidden(target):
    with replacing(target) as temporary:
        assert temporary.name.startswith(".")


def test_two_writers_have_a_temporary_file_each(target):
    with replacing(target) as first, replacing(target) as second:
        assert first != second


def test_a_folder_that_is_not_there_is_an_os_error(tmp_path):
    with pytest.raises(OSError), replacing(tmp_path / "nowhere" / "walk.json"):
        pass


@posix
def test_a_new_file_has_the_mode_that_the_umask_leaves(target, umask):
    with replacing(target) as temporary:
        temporary.write_text("new")
    assert mode(target) == 0o640


@posix
def test_the_umask_stays_as_it_was(target, umask):
    with replacing(target):
        pass
    now = os.umask(0o027)
    assert now == 0o027


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "no space left on device"),
        (OSError("the disk is gone"), "the disk is gone"),
        (OSError(), ""),
    ],
)
def test_a_reason_ends_a_sentence(error, expected):
    assert reason(error) == expected


def test_a_link_stays_a_link_and_what_it_points_to_is_written(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    real, link = tmp_path / "elsewhere" / "real.txt", tmp_path / "link.txt"
    real.write_text("before")
    link.symlink_to(real)
    with replacing(link) as temporary:
        temporary.write_text("after")
    assert link.is_symlink()
    assert real.read_text() == "after"

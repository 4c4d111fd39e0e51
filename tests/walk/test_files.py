"""Files are written whole or not at all."""

import errno
import os
import socket
import stat
import sys
from pathlib import Path

import pytest

from sd3explorer.walk.files import TargetError, check_file, followed, reading, reason, replacing
from tests.flushed import flushes

SOMEBODY = 12_345

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


def test_content_is_on_the_disk_before_the_name_is_and_the_name_in_the_end(target, monkeypatch):
    done = flushes(monkeypatch, target)
    with replacing(target) as temporary:
        temporary.write_text("new")
    assert done == [("file", False), ("folder", True)]


def test_a_disk_that_flushes_no_folders_is_no_reason_to_fail(target, monkeypatch):
    def flush(descriptor):
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))

    monkeypatch.setattr(os, "fsync", flush)
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


def test_a_link_to_what_is_not_there_yet_stays_a_link_too(tmp_path):
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    link.symlink_to("real.txt")
    with replacing(link) as temporary:
        temporary.write_text("after")
    assert link.is_symlink()
    assert real.read_text() == "after"


def test_links_that_lead_in_a_circle_are_an_os_error(tmp_path):
    link, other = tmp_path / "link.txt", tmp_path / "other.txt"
    link.symlink_to(other)
    other.symlink_to(link)
    with pytest.raises(OSError, match="it is a link that leads in a circle"), replacing(link):
        pass
    assert names(tmp_path) == ["link.txt", "other.txt"]


@pytest.fixture
def somebodys_link(tmp_path, monkeypatch):
    """A link of somebody else, to a file of this user, in a folder that everybody may write to."""
    folder, real = tmp_path / "shared", tmp_path / "real.txt"
    folder.mkdir()
    folder.chmod(0o1777)
    real.write_text("before")
    link = folder / "link.txt"
    link.symlink_to(real)
    lstat = Path.lstat

    def as_somebodys(path):
        found = lstat(path)
        return os.stat_result((*found[:4], SOMEBODY, *found[5:])) if path == link else found

    monkeypatch.setattr(Path, "lstat", as_somebodys)
    return link


@posix
def test_somebody_elses_link_in_a_shared_folder_is_not_followed(somebodys_link, tmp_path):
    trap = "it is somebody else's link in a folder that everybody may write to; choose another name"
    with pytest.raises(TargetError, match=trap), replacing(somebodys_link):
        pass
    assert (tmp_path / "real.txt").read_text() == "before"


@posix
def test_somebody_elses_link_in_any_other_folder_is_followed(somebodys_link, tmp_path):
    somebodys_link.parent.chmod(0o755)
    assert followed(somebodys_link) == tmp_path / "real.txt"


@posix
def test_ones_own_link_in_a_shared_folder_is_followed(tmp_path):
    tmp_path.chmod(0o1777)
    link = tmp_path / "link.txt"
    link.symlink_to("real.txt")
    assert followed(link) == tmp_path / "real.txt"


def test_a_file_keeps_its_mode(target):
    target.write_text("old")
    target.chmod(0o600)
    with replacing(target) as temporary:
        temporary.write_text("new")
        assert mode(temporary) == 0o600
    assert (target.read_text(), mode(target)) == ("new", 0o600)


@posix
def test_nobody_who_may_not_read_a_file_reads_it_while_it_is_written(target):
    target.write_text("old")
    target.chmod(0o660)
    with replacing(target) as temporary:
        assert mode(temporary) == 0o600
    assert mode(target) == 0o660


@posix
def test_a_file_keeps_its_owner_and_group_where_the_system_permits_it(target, monkeypatch):
    target.write_text("old")
    given = []
    monkeypatch.setattr(os, "chown", lambda path, owner, group: given.append((owner, group)))
    with replacing(target):
        pass
    assert given == [(target.stat().st_uid, target.stat().st_gid)]


@posix
def test_where_the_group_is_lost_the_new_one_may_do_no_more_than_everybody(target, monkeypatch):
    def refuse(*_):
        raise PermissionError

    target.write_text("old")
    target.chmod(0o674)
    monkeypatch.setattr(os, "chown", refuse)
    with replacing(target):
        pass
    assert mode(target) == 0o644


@posix
def test_a_write_protected_file_is_refused_even_for_root(target):
    target.write_text("old")
    target.chmod(0o444)
    problem = "it is write-protected; choose another name, or make it writable"
    with pytest.raises(TargetError, match=problem), replacing(target) as temporary:
        temporary.write_text("new")
    assert target.read_text() == "old"
    assert names(target.parent) == ["walk.json"]


@posix
def test_a_pipe_is_not_replaced(target):
    os.mkfifo(target)
    with pytest.raises(TargetError, match="it is a pipe; choose another name"), replacing(target):
        pass
    assert stat.S_ISFIFO(target.stat().st_mode)


@posix
def test_a_socket_is_not_replaced(target, monkeypatch):
    monkeypatch.chdir(target.parent)
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(target.name)
        with pytest.raises(TargetError, match="it is a socket; choose another name"), replacing(target):
            pass


@posix
def test_a_device_is_no_place_for_a_file():
    with pytest.raises(TargetError, match="it is a device; choose another name"):
        check_file(Path(os.devnull))


@posix
@pytest.mark.parametrize("path", ["/dev/zero", os.devnull])
def test_a_device_is_not_read(path):
    with pytest.raises(OSError, match="it is a device, not a file"):
        reading(Path(path))


@pytest.mark.parametrize("below", ["", "a/b"])
def test_a_link_that_leads_nowhere_in_a_folders_place_is_said_to_be_one(tmp_path, below):
    link = tmp_path / "link"
    link.symlink_to("nowhere")
    with pytest.raises(FileExistsError) as caught:
        (link / below).mkdir(parents=True, exist_ok=True)
    assert reason(caught.value) == f"{link} is a link that leads nowhere"
    link.unlink()
    link.touch()
    with pytest.raises(OSError, match="") as caught:
        (link / below).mkdir(parents=True, exist_ok=True)
    assert reason(caught.value) in ("file exists", "not a directory")

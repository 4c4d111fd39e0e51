"""Files of our own, in whose place may be anything."""

import os
import stat
import sys

import pytest

from sd3explorer.walk.cache_files import (
    discard,
    is_cached,
    make_cache_folder,
    open_cached,
    read_cached,
    replacing_cached,
)
from tests.flushed import flushes


def a_folder(place):
    place.mkdir()
    (place / "inside").write_text("of somebody")


def a_pipe(place):
    os.mkfifo(place)


def a_link_to_nowhere(place):
    place.symlink_to(place.parent / "outside" / "nowhere")


def a_link_to_a_file(place):
    place.symlink_to(place.parent / "outside" / "file")


def a_link_to_a_folder(place):
    place.symlink_to(place.parent / "outside", target_is_directory=True)


def a_loop_of_links(place):
    place.symlink_to(place.name)


posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file modes")

OTHERS = (a_folder, a_pipe, a_link_to_nowhere, a_link_to_a_file, a_link_to_a_folder, a_loop_of_links)


@pytest.fixture
def place(tmp_path):
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "file").write_bytes(b"outside")
    yield tmp_path / "file.png"
    assert [file.name for file in (tmp_path / "outside").iterdir()] == ["file"]
    assert (tmp_path / "outside" / "file").read_bytes() == b"outside"


def write(place, data):
    with replacing_cached(place) as file:
        file.write(data)


def test_a_file_is_read_as_it_was_written(place):
    write(place, b"before")
    write(place, b"now")
    assert is_cached(place)
    assert read_cached(place, 3) == b"now"


def test_content_is_on_the_disk_before_the_name_is_and_the_name_in_the_end(place, monkeypatch):
    done = flushes(monkeypatch, place)
    write(place, b"new")
    assert done == [("file", False), ("folder", True)]


def test_a_file_that_is_larger_than_ours_is_not_read(place):
    write(place, b"now")
    with pytest.raises(OSError, match="too large"):
        read_cached(place, 2)


@pytest.mark.parametrize("leave", OTHERS)
def test_nothing_but_a_regular_file_is_opened(place, leave):
    leave(place)
    assert not is_cached(place)
    with pytest.raises(FileNotFoundError):
        open_cached(place)


@pytest.mark.parametrize("leave", OTHERS)
def test_whatever_is_in_a_files_place_is_replaced(place, leave):
    leave(place)
    write(place, b"now")
    assert read_cached(place, 3) == b"now"
    assert sorted(path.name for path in place.parent.iterdir()) == ["file.png", "outside"]


@pytest.mark.parametrize("leave", [a_pipe, a_link_to_a_file])
def test_what_comes_into_the_place_after_a_look_is_neither_waited_for_nor_followed(place, leave, monkeypatch):
    leave(place)
    monkeypatch.setattr("sd3explorer.walk.cache_files.is_cached", lambda path: True)
    try:
        with open_cached(place) as file:
            found = file.read()
    except OSError:
        found = b""
    assert found == b""


def test_a_file_appears_whole_or_not_at_all(place):
    write(place, b"before")

    def fail():
        with replacing_cached(place) as file:
            file.write(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert read_cached(place, 10) == b"before"
    assert sorted(path.name for path in place.parent.iterdir()) == ["file.png", "outside"]


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


@posix
@pytest.mark.parametrize(("before", "after"), [(0o600, 0o600), (0o640, 0o640), (0o400, 0o600), (0, 0o600)])
def test_who_might_not_read_a_file_may_not_read_the_one_in_its_place(place, before, after):
    write(place, b"before")
    place.chmod(before)
    with replacing_cached(place) as file:
        file.write(b"after")
        assert [mode(other) for other in place.parent.glob(".file-*")] == [0o600]
    assert (place.read_bytes(), mode(place)) == (b"after", after)


@posix
def test_of_what_is_no_file_in_its_place_nothing_is_taken_over(place):
    os.mkfifo(place, 0o600)
    place.chmod(0o666)
    before = os.umask(0o022)
    try:
        write(place, b"now")
    finally:
        os.umask(before)
    assert mode(place) == 0o644


def test_others_may_read_a_file_as_far_as_the_system_says(place):
    before = os.umask(0o027)
    try:
        write(place, b"now")
    finally:
        os.umask(before)
    assert stat.S_IMODE(place.stat().st_mode) == 0o640


@pytest.mark.parametrize("leave", OTHERS[1:])
def test_whatever_is_in_a_folders_place_is_replaced(place, leave):
    leave(place)
    make_cache_folder(place)
    assert place.is_dir()
    assert not place.is_symlink()


def test_a_folder_that_is_there_stays_as_it_is(place):
    a_folder(place)
    make_cache_folder(place)
    assert (place / "inside").exists()


@pytest.mark.parametrize("leave", OTHERS)
def test_whatever_is_there_can_be_discarded(place, leave):
    leave(place)
    discard(place)
    discard(place)
    assert not os.path.lexists(place)

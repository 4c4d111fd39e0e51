"""Executables that backends keep, and what becomes of those that were damaged."""

import errno
import hashlib
import os
import shutil
import time
from pathlib import Path

import pytest

from sd3explorer.diffusion import executables
from sd3explorer.diffusion.executables import SEALS, drop_damaged, seal


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "tensorflow"
    folder.mkdir()
    return folder


def sealed(folder, *names):
    for name in names:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(name.encode() * 20)
    seal(folder)


def names(folder):
    return sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if SEALS not in path.parts
    )


def flipped(path):
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0x80
    path.write_bytes(data)


def cut(path):
    path.write_bytes(path.read_bytes()[:5])


def longer(path):
    path.write_bytes(path.read_bytes() + b"\0")


def emptied(path):
    path.write_bytes(b"")


def gone(path):
    path.unlink()


def a_folder(path):
    path.unlink()
    path.mkdir()
    (path / "inside").write_text("more")


def a_pipe(path):
    path.unlink()
    os.mkfifo(path)


def a_link_to_nowhere(path):
    path.unlink()
    path.symlink_to("/nowhere/at/all")


def a_link_to_an_endless_device(path):
    path.unlink()
    path.symlink_to("/dev/zero")


DAMAGE = (flipped, cut, longer, emptied, a_folder, a_pipe, a_link_to_nowhere, a_link_to_an_endless_device)


def test_what_was_sealed_stays(folder):
    sealed(folder, "one.pb", "two.pb")
    assert drop_damaged(folder)
    assert names(folder) == ["one.pb", "two.pb"]


def test_what_was_not_sealed_is_removed(folder):
    sealed(folder, "one.pb")
    (folder / "half.pb").write_bytes(b"half")
    assert drop_damaged(folder)
    assert names(folder) == ["one.pb"]


@pytest.mark.parametrize("written_whole", [False, True])
@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_executable_is_removed_and_can_be_made_anew(folder, damage, written_whole):
    sealed(folder, "one.pb", "two.pb")
    damage(folder / "one.pb")
    assert drop_damaged(folder, written_whole)
    assert names(folder) == ["two.pb"]
    sealed(folder, "one.pb")
    assert drop_damaged(folder, written_whole)
    assert names(folder) == ["one.pb", "two.pb"]


@pytest.mark.parametrize("damage", (*DAMAGE, gone))
def test_an_executable_with_a_damaged_seal_is_removed_and_can_be_made_anew(folder, damage):
    sealed(folder, "one.pb")
    [kept] = (folder / SEALS).iterdir()
    damage(kept)
    assert drop_damaged(folder)
    assert names(folder) == []
    sealed(folder, "one.pb")
    assert drop_damaged(folder)
    assert names(folder) == ["one.pb"]


@pytest.mark.parametrize("damage", [flipped, cut, a_pipe])
def test_damage_in_folders_of_folders_is_found(folder, damage):
    sealed(folder, "ab/one.so", "ab/two.so")
    damage(folder / "ab" / "one.so")
    assert drop_damaged(folder, written_whole=True)
    assert names(folder) == ["ab", "ab/two.so"]


def test_what_another_process_wrote_whole_just_now_stays(folder):
    sealed(folder, "ab/one.so")
    (folder / "cd").mkdir()
    (folder / "cd" / "new.so").write_bytes(b"new")
    assert drop_damaged(folder, written_whole=True)
    assert names(folder) == ["ab", "ab/one.so", "cd", "cd/new.so"]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
def test_what_another_user_has_put_there_goes(folder):
    sealed(folder, "ab/one.so")
    (folder / "ab" / "new.so").write_bytes(b"new")
    os.chown(folder / "ab" / "new.so", 65_534, -1)
    assert drop_damaged(folder, written_whole=True)
    assert names(folder) == ["ab", "ab/one.so"]


def test_what_another_user_could_write_to_goes(folder):
    sealed(folder, "one.so")
    (folder / "new.so").write_bytes(b"new")
    (folder / "new.so").chmod(0o666)
    assert drop_damaged(folder, written_whole=True)
    assert names(folder) == ["one.so"]


def test_a_checksum_seals_nothing_as_a_stranger_can_write_it_too(folder):
    sealed(folder, "one.pb")
    [kept] = (folder / SEALS).iterdir()
    (folder / "one.pb").write_bytes(b"other code")
    kept.write_bytes(hashlib.sha256(b"other code").digest())
    assert drop_damaged(folder)
    assert names(folder) == []


def test_a_sealed_executable_in_another_ones_place_goes(folder):
    sealed(folder, "one.pb")
    [first] = (folder / SEALS).iterdir()
    sealed(folder, "two.pb")
    [second] = set((folder / SEALS).iterdir()) - {first}
    shutil.copy(folder / "two.pb", folder / "one.pb")
    shutil.copy(second, first)
    assert drop_damaged(folder)
    assert names(folder) == ["two.pb"]


def test_without_a_key_no_backend_reads_or_keeps_anything(folder, monkeypatch):
    sealed(folder, "one.pb")
    monkeypatch.setattr(executables, "own_key", lambda: None)
    assert not drop_damaged(folder)
    (folder / "two.pb").write_bytes(b"two")
    seal(folder)
    assert len(list((folder / SEALS).iterdir())) == 1


def test_a_folder_that_a_backend_made_stays_with_what_is_sound_in_it(folder):
    sealed(folder, "one-cache", "autotuned/one", "autotuned/two")
    flipped(folder / "autotuned" / "two")
    assert drop_damaged(folder)
    assert names(folder) == ["autotuned", "autotuned/one", "one-cache"]


@pytest.mark.parametrize("leave", [a_pipe, a_link_to_nowhere])
def test_what_is_no_file_keeps_no_other_from_being_sealed(folder, leave):
    (folder / "odd").write_bytes(b"")
    leave(folder / "odd")
    sealed(folder, "one.pb")
    assert drop_damaged(folder)
    assert names(folder) == ["one.pb"]


def test_an_executable_that_cannot_be_read_just_now_stays_and_no_backend_reads_it(
    folder, monkeypatch, caplog
):
    sealed(folder, "one.pb", "two.pb")

    def too_many(path):
        raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))

    with monkeypatch.context() as patch:
        patch.setattr(executables, "open_cached", too_many)
        assert not drop_damaged(folder)
    assert f"can't be kept in {folder}" in caplog.text
    assert names(folder) == ["one.pb", "two.pb"]
    assert drop_damaged(folder)


def test_a_folder_that_is_not_there_or_cannot_be_one_harms_nothing(tmp_path, caplog):
    (tmp_path / "file").write_text("in the way")
    for folder in (tmp_path / "gone", tmp_path / "file" / "tensorflow"):
        seal(folder)
        assert f"can't be kept in {folder}" in caplog.text
    assert not drop_damaged(tmp_path / "file" / "tensorflow")
    assert drop_damaged(tmp_path / "gone")


@pytest.mark.parametrize("leave", [a_pipe, a_link_to_nowhere, emptied])
def test_what_is_in_the_folders_place_is_replaced(tmp_path, leave):
    (tmp_path / "tensorflow").write_bytes(b"")
    leave(tmp_path / "tensorflow")
    assert drop_damaged(tmp_path / "tensorflow")
    sealed(tmp_path / "tensorflow", "one.pb")


def test_the_seal_of_what_is_gone_goes_too(folder):
    sealed(folder, "one.pb")
    (folder / "one.pb").unlink()
    assert drop_damaged(folder)
    assert list((folder / SEALS).iterdir()) == []


def test_the_oldest_go_where_there_are_too_many_and_those_dated_in_the_future(folder, monkeypatch):
    sealed(folder, "new.pb", "old.pb", "odd.pb")
    now = time.time()
    for name, date in (("new.pb", now), ("old.pb", now - 1000), ("odd.pb", now + 10**8)):
        os.utime(folder / name, (date, date))
    monkeypatch.setattr(executables, "LIMIT", 250)
    assert drop_damaged(folder)
    assert names(folder) == ["new.pb", "old.pb"]
    assert len(list(Path(folder, SEALS).iterdir())) == 2

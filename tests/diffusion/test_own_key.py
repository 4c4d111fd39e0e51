"""The key that kept programs are signed with."""

import os
import stat

import pytest

from sd3explorer.diffusion.own_key import KEY_BYTES, own_key
from sd3explorer.processes.environment import SAFE_FOLDER
from sd3explorer.walk.temporary import temporary_file
from tests.flushed import flushes


@pytest.fixture(autouse=True)
def state(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state"


@pytest.fixture
def file(state):
    own_key()
    [file] = state.rglob("*.key")
    return file


def test_it_is_made_once_and_stays(file):
    key = own_key()
    assert len(key) == KEY_BYTES
    assert own_key() == key == file.read_bytes()


def test_only_its_user_can_read_it_and_nothing_lies_beside_it(file):
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(file.parent.iterdir()) == [file]


def test_it_is_on_the_disk_before_it_is_there(state, monkeypatch):
    done = flushes(monkeypatch, state / "sd3explorer" / "programs.key")
    assert own_key() == (state / "sd3explorer" / "programs.key").read_bytes()
    assert done == [("file", False)]


def test_what_a_kill_left_beside_it_is_cleared_away(file):
    with temporary_file(file.parent, file.stem, file.suffix) as left:
        pass
    left.touch()
    file.unlink()
    own_key()
    assert list(file.parent.iterdir()) == [file]


def test_it_does_not_lie_where_programs_do(file):
    assert os.environ["XDG_CACHE_HOME"] not in str(file)


def readable(file):
    file.chmod(0o640)


def short(file):
    file.write_bytes(b"short")


def long(file):
    file.write_bytes(bytes(KEY_BYTES + 1))


def empty(file):
    file.write_bytes(b"")


def zeros(file):
    """As a loss of power may leave it."""
    file.write_bytes(bytes(KEY_BYTES))


def a_link(file):
    file.rename(file.with_name("elsewhere"))
    file.symlink_to("elsewhere")


def a_pipe(file):
    file.unlink()
    os.mkfifo(file, 0o600)


def a_folder(file):
    file.unlink()
    file.mkdir(0o700)


@pytest.mark.parametrize("change", [readable, short, long, empty, zeros, a_link, a_pipe, a_folder])
def test_one_that_others_may_know_or_have_laid_there_is_replaced(file, change):
    before = own_key()
    change(file)
    after = own_key()
    assert after != before
    assert file.read_bytes() == after == own_key()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
def test_one_that_belongs_to_somebody_else_is_replaced(file):
    before = own_key()
    os.chown(file, 65_534, -1)
    assert own_key() != before
    assert file.stat().st_uid == os.geteuid()


def test_there_is_none_where_it_cannot_be_kept(state, caplog):
    state.write_text("in the way")
    assert own_key() is None
    assert "no compiled programs are kept" in caplog.text


def test_who_has_no_home_has_none(monkeypatch):
    monkeypatch.delenv("XDG_STATE_HOME")
    monkeypatch.setenv("HOME", str(SAFE_FOLDER))
    assert own_key() is None
    assert not list(SAFE_FOLDER.rglob("programs.key"))

"""What tells a model's files from all others: read once, remembered while they stay the same."""

import errno
import hashlib
import json
import os

import pytest

from sd3explorer.presets import identity
from sd3explorer.presets.identity import BLOCK_BYTES, MODELS, SECONDS_TO_BE_SURE, StoppedError, identity_of
from sd3explorer.presets.preset import PresetError
from sd3explorer.walk import cache_files


class Reads:
    """Counts the files that are read for a digest."""

    def __init__(self, monkeypatch):
        self.files = []
        reading = identity.reading

        def note(file):
            self.files.append(file)
            return reading(file)

        monkeypatch.setattr(identity, "reading", note)


@pytest.fixture
def reads(monkeypatch):
    return Reads(monkeypatch)


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "sd3explorer" / "identities.json"


@pytest.fixture
def later(monkeypatch):
    """The time is such that no file here is young."""
    now = identity.time.time

    monkeypatch.setattr(identity.time, "time", lambda: now() + 2 * SECONDS_TO_BE_SURE)


@pytest.fixture
def files(tmp_path):
    folder = tmp_path / "model"
    folder.mkdir()
    made = {}
    for name, content in (("config.json", b"{}"), ("model.weights.h5", b"weights")):
        made[name] = folder / name
        made[name].write_bytes(content)
    return made


# What it is


def test_it_is_the_digest_of_the_names_and_of_each_files_digest(files):
    digest = hashlib.sha256()
    for name, content in (("config.json", b"{}"), ("model.weights.h5", b"weights")):
        digest.update(name.encode() + hashlib.sha256(content).digest())
    assert identity_of(files) == digest.hexdigest()


def test_files_of_more_than_one_block_are_read_to_their_end(files):
    files["model.weights.h5"].write_bytes(bytes(2 * BLOCK_BYTES) + b"a")
    before = identity_of(files)
    files["model.weights.h5"].write_bytes(bytes(2 * BLOCK_BYTES) + b"b")
    assert identity_of(files) != before


def test_a_name_of_bytes_that_are_no_text_is_a_name(tmp_path):
    file = tmp_path / os.fsdecode(b"merges\xff.txt")
    file.write_bytes(b"d o")
    assert len(identity_of({file.name: file})) == 64


# Remembering


def test_files_that_stay_the_same_are_read_once(files, later, reads):
    before = identity_of(files)
    assert len(reads.files) == 2
    assert identity_of(files) == before
    assert len(reads.files) == 2


def change_bytes(file):
    file.write_bytes(b"Weights")


def change_bytes_and_set_the_time_back(file):
    before = file.stat()
    file.write_bytes(b"Weights")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def put_another_in_its_place(file):
    before = file.stat()
    other = file.with_name("other")
    other.write_bytes(b"Weights")
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
    other.replace(file)


@pytest.mark.parametrize(
    "change", [change_bytes, change_bytes_and_set_the_time_back, put_another_in_its_place]
)
def test_files_that_changed_are_read_again(change, files, later, reads):
    before = identity_of(files)
    change(files["model.weights.h5"])
    assert identity_of(files) != before
    assert len(reads.files) == 4


def test_files_elsewhere_are_read_again(files, later, reads, tmp_path):
    before = identity_of(files)
    (tmp_path / "model").rename(tmp_path / "moved")
    assert identity_of({name: tmp_path / "moved" / name for name in files}) == before
    assert len(reads.files) == 4


def test_files_that_are_young_are_not_remembered(files, reads, own_cache):
    identity_of(files)
    assert not own_cache.exists()
    identity_of(files)
    assert len(reads.files) == 4


def test_files_that_change_while_they_are_read_are_not_remembered(files, later, own_cache):
    def write():
        # The first of them was read by now.
        files["config.json"].write_bytes(b"{     }")
        return False

    identity_of(files, write)
    assert not own_cache.exists()


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"\xff", b'{"a": 5}', b"[" * 100_000, b" " * 10**6],
    ids=lambda c: repr(c[:9]),
)
def test_a_damaged_memory_is_none(content, files, later, own_cache):
    before = identity_of(files)
    own_cache.write_bytes(content)
    assert identity_of(files) == before
    assert json.loads(own_cache.read_text()).popitem()[1] == before


def test_a_memory_that_cannot_be_read_for_a_while_is_not_replaced_by_less(
    files, later, own_cache, monkeypatch
):
    digest = identity_of(files)
    before = own_cache.read_text()

    def refuse(*_, **__):
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as passing:
        passing.setattr(cache_files, "open", refuse, raising=False)
        one = {"config.json": files["config.json"]}
        assert identity_of(files) == digest != identity_of(one)
    assert own_cache.read_text() == before


@pytest.mark.parametrize("digest", [5, None, "", "a" * 63, "a" * 64 + "\n", ["a" * 64]])
def test_what_is_no_digest_is_not_taken_for_one(digest, files, later, own_cache):
    before = identity_of(files)
    own_cache.write_text(json.dumps(dict.fromkeys(json.loads(own_cache.read_text()), digest)))
    assert identity_of(files) == before


def test_the_models_that_were_read_last_are_remembered(files, later, own_cache):
    own_cache.parent.mkdir(parents=True)
    own_cache.write_text(json.dumps({str(number): "a" * 64 for number in range(MODELS)}))
    digest = identity_of(files)
    remembered = json.loads(own_cache.read_text())
    assert len(remembered) == MODELS
    assert digest in remembered.values()
    assert "0" not in remembered and "1" in remembered


def test_what_cannot_be_remembered_is_reported_all_the_same(files, later, own_cache):
    own_cache.parent.parent.mkdir()
    own_cache.parent.write_text("in the way")
    assert len(identity_of(files)) == 64


def test_without_a_home_nothing_is_remembered(files, later, reads, tmp_path, monkeypatch):
    def no_home(_):
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr("platformdirs.user_cache_path", no_home)
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.iterdir())
    assert identity_of(files) == identity_of(files)
    assert len(reads.files) == 4
    assert sorted(tmp_path.iterdir()) == before


def test_a_home_that_nobody_knows_is_no_folder_here(files, later, tmp_path, monkeypatch):
    monkeypatch.setattr("platformdirs.user_cache_path", lambda name: identity.Path("~/.cache", name))
    monkeypatch.chdir(tmp_path)
    identity_of(files)
    assert not (tmp_path / "~").exists()


# Stopping


def test_it_can_be_stopped_after_every_block(files):
    files["model.weights.h5"].write_bytes(bytes(5 * BLOCK_BYTES))
    answers = iter([False, False, True])
    with pytest.raises(StoppedError):
        identity_of(files, lambda: next(answers))


def test_being_stopped_is_no_preset_either():
    assert issubclass(StoppedError, PresetError)


def test_what_was_stopped_is_not_remembered(files, later, own_cache):
    with pytest.raises(StoppedError):
        identity_of(files, lambda: True)
    assert not own_cache.exists()

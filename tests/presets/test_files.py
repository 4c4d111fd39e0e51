"""A preset's files, which may be anybody's: only regular ones are read, and no folder without end."""

import contextlib
import os
import shutil
import signal
import socket

import pytest

from sd3explorer.presets import files
from sd3explorer.presets.files import files_of, read_bytes
from sd3explorer.presets.kerashub import read_folder
from sd3explorer.presets.locate import locate
from sd3explorer.presets.preset import PresetError
from sd3explorer.resources import resource

SHIPPED = resource("models", "starter")
SECONDS_IT_MAY_HANG = 30

PLACES = ["config.json", "preprocessor.json", "model.weights.h5", "extra.json", "assets/merges.txt"]


@pytest.fixture(autouse=True)
def no_test_hangs():
    def fail(*_):
        raise AssertionError("it hangs")

    before = signal.signal(signal.SIGALRM, fail)
    signal.alarm(SECONDS_IT_MAY_HANG)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "preset"
    (folder / "assets").mkdir(parents=True)
    for name in ("config.json", "preprocessor.json"):
        shutil.copy(SHIPPED / name, folder)
    (folder / "model.weights.h5").write_bytes(b"weights")
    (folder / "assets" / "merges.txt").write_text("d o")
    return folder


def pipe(path):
    os.mkfifo(path)


def device(path):
    path.symlink_to("/dev/zero")


def listening(path):
    # The name of a socket may have a hundred bytes.
    with contextlib.chdir(path.parent), socket.socket(socket.AF_UNIX) as opened:
        opened.bind(path.name)


def loop(path):
    path.symlink_to(path)


def nowhere(path):
    path.symlink_to(path.with_name("nowhere"))


def put(make, path):
    path.unlink(missing_ok=True)
    make(path)


def refusal(folder, **named):
    with pytest.raises(PresetError) as caught:
        read_folder("mine", folder, **named)
    return str(caught.value)


@pytest.mark.parametrize("make", [pipe, device, listening])
@pytest.mark.parametrize("place", PLACES)
def test_what_is_no_regular_file_is_refused_by_its_path(make, place, folder):
    put(make, folder / place)
    kind = {pipe: "pipe", device: "device"}.get(make, "socket")
    assert refusal(folder) == (
        f"{folder / place} can't be read: it is a {kind}, not a file; fetch or copy the model again"
    )


@pytest.mark.parametrize("place", PLACES)
def test_a_link_that_leads_round_is_refused_by_its_path(place, folder):
    put(loop, folder / place)
    assert refusal(folder).startswith(f"{folder / place} can't be read: too many levels of symbolic links")


@pytest.mark.parametrize("place", PLACES)
def test_a_link_that_leads_nowhere_is_refused_by_its_path(place, folder):
    put(nowhere, folder / place)
    assert refusal(folder).startswith(f"{folder / place} can't be read: no such file or directory")


@pytest.mark.parametrize("make", [pipe, device])
def test_a_preset_that_is_told_from_others_by_its_version_is_looked_through_too(make, folder):
    put(make, folder / "assets" / "merges.txt")
    assert ", not a file" in refusal(folder, identity="a version")


@pytest.mark.parametrize("make", [pipe, device])
def test_a_walk_that_names_such_a_folder_gets_an_answer(make, folder):
    put(make, folder / "assets" / "vocabulary.json")
    with pytest.raises(PresetError, match=", not a file"):
        locate(str(folder))


def test_links_to_regular_files_are_files_as_in_the_hubs_caches(folder, tmp_path):
    before = read_folder("mine", folder)
    for place in PLACES:
        if (folder / place).exists():
            (folder / place).rename(tmp_path / (folder / place).name)
            (folder / place).symlink_to(tmp_path / (folder / place).name)
    assert read_folder("mine", folder) == before


def test_files_behind_a_link_to_a_folder_tell_presets_apart(folder, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "vocabulary.json").write_text("{}")
    (folder / "assets" / "clip_l_tokenizer").symlink_to(tmp_path / "elsewhere")
    before = read_folder("mine", folder).identity
    (tmp_path / "elsewhere" / "vocabulary.json").write_text('{"a": 1}')
    assert read_folder("mine", folder).identity != before


def test_folders_that_lead_round_are_not_gone_through_for_ever(folder):
    for name in ("a", "b", "c"):
        (folder / "assets" / name).symlink_to("..")
    assert "can't be read: " in refusal(folder)


@pytest.mark.parametrize("place", ["", "assets", "assets/deep/deeper"])
def test_more_files_than_any_preset_has_are_not_all_looked_at(place, folder, monkeypatch):
    looked_at = []
    monkeypatch.setattr(files, "MAX_FILES", 50)
    monkeypatch.setattr(os, "scandir", lambda path: Counted(real(path), looked_at))
    (folder / place).mkdir(parents=True, exist_ok=True)
    for number in range(500):
        (folder / place / f"{number}.txt").touch()
    assert "there are more than 50 files" in refusal(folder)
    assert len(looked_at) < 120


real = os.scandir


class Counted:
    """The entries of a folder, each noted as it is looked at."""

    def __init__(self, entries, looked_at):
        self.entries, self.looked_at = entries, looked_at

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.entries.close()

    def __iter__(self):
        for entry in self.entries:
            self.looked_at.append(entry)
            yield entry


def test_other_files_of_a_folder_are_nobodys_concern(folder):
    before = files_of(folder)
    pipe(folder / "notes.txt")
    assert files_of(folder) == before


def test_a_configuration_of_gigabytes_is_not_read(folder):
    os.truncate(folder / "config.json", 4 * 2**30)
    assert refusal(folder, identity="a version") == (
        f"{folder / 'config.json'} can't be read: it has more than 32 MiB; fetch or copy the model again"
    )


def test_what_became_a_pipe_meanwhile_is_not_waited_for(tmp_path):
    pipe(tmp_path / "pipe")
    with pytest.raises(OSError, match="it is a pipe, not a file"):
        read_bytes(tmp_path / "pipe")

import errno
import os
from dataclasses import replace

import pytest

from sd3explorer.render.messages import EngineSettings
from sd3explorer.render.tuning import Tuning
from sd3explorer.walk import cache_files


@pytest.fixture
def settings(starter):
    return EngineSettings(starter, (128, 128))


def test_what_was_measured_is_remembered(settings, tmp_path):
    tuning = Tuning(tmp_path / "cache" / "tuning.json")
    assert tuning.batch_size(settings) is None
    tuning.remember(settings, 16)
    tuning.remember(replace(settings, image_size=(256, 256)), 4)
    assert Tuning(tmp_path / "cache" / "tuning.json").batch_size(settings) == 16
    assert tuning.batch_size(replace(settings, image_size=(256, 256))) == 4


def test_what_was_remembered_while_nothing_could_be_written_gives_way_to_what_is_written_later(
    settings, tmp_path, monkeypatch
):
    tuning = Tuning(tmp_path / "tuning.json")
    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", _full)
        patch.setattr(os, "rename", _full)
        tuning.remember(settings, 16)
    assert tuning.batch_size(settings) == 16
    tuning.remember(settings, 4)
    assert tuning.batch_size(settings) == 4
    assert Tuning(tmp_path / "tuning.json").batch_size(settings) == 4


def _full(*_):
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize(
    "change", [{"image_size": (64, 128)}, {"precision": "bfloat16"}, {"backend": "jax"}, {"preset": None}]
)
def test_another_engine_was_not_measured(settings, tmp_path, change):
    tuning = Tuning(tmp_path / "tuning.json")
    tuning.remember(settings, 16)
    if change == {"preset": None}:
        change = {"preset": replace(settings.preset, identity="another")}
    assert tuning.batch_size(replace(settings, **change)) is None


@pytest.mark.parametrize("text", ["", "{", "[1]", '{"a": 1}', "[" * 100_000, "9" * 10_000, "\0" * 50])
def test_a_damaged_file_is_none_and_is_made_anew(settings, tmp_path, text):
    file = tmp_path / "tuning.json"
    file.write_text(text)
    assert Tuning(file).batch_size(settings) is None
    Tuning(file).remember(settings, 4)
    assert Tuning(file).batch_size(settings) == 4


@pytest.mark.parametrize("bit", range(0, 800, 7))
def test_a_damaged_bit_leaves_a_number_of_frames_or_none(settings, tmp_path, bit):
    file = tmp_path / "tuning.json"
    Tuning(file).remember(settings, 16)
    data = bytearray(file.read_bytes())
    data[bit // 8 % len(data)] ^= 1 << bit % 8
    file.write_bytes(data)
    found = Tuning(file).batch_size(settings)
    assert found is None or 0 < found <= 1024
    Tuning(file).remember(settings, 4)
    assert Tuning(file).batch_size(settings) == 4


@pytest.mark.parametrize("value", ["true", "1e3", "0", "-4", "1000000000", '"16"', "[16]", "null"])
def test_what_is_no_number_of_frames_is_none(settings, tmp_path, value):
    file = tmp_path / "tuning.json"
    Tuning(file).remember(settings, 16)
    file.write_text(file.read_text().replace(": 16", f": {value}"))
    assert Tuning(file).batch_size(settings) is None


@pytest.mark.parametrize(
    "leave",
    [
        lambda file: os.mkfifo(file),
        lambda file: file.mkdir(),
        lambda file: file.symlink_to("/dev/zero"),
        lambda file: file.symlink_to(file.parent / "nowhere"),
    ],
    ids=["a pipe", "a folder", "an endless device", "a link to nowhere"],
)
def test_what_is_no_file_in_its_place_is_replaced(settings, tmp_path, leave):
    file = tmp_path / "tuning.json"
    leave(file)
    assert Tuning(file).batch_size(settings) is None
    Tuning(file).remember(settings, 4)
    assert Tuning(file).batch_size(settings) == 4
    assert [path.name for path in tmp_path.iterdir()] == ["tuning.json"]


def test_what_cannot_be_written_is_remembered_as_long_as_nobody_ends_and_nothing_is_lost(settings, tmp_path):
    (tmp_path / "file").write_text("in the way")
    tuning = Tuning(tmp_path / "file" / "tuning.json")
    tuning.remember(settings, 4)
    assert tuning.batch_size(settings) == 4
    assert Tuning(tmp_path / "file" / "tuning.json").batch_size(settings) is None


def test_what_cannot_be_read_for_a_while_is_not_replaced_by_less(settings, tmp_path, monkeypatch):
    file = tmp_path / "tuning.json"
    Tuning(file).remember(settings, 4)

    def refuse(*_, **__):
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as passing:
        passing.setattr(cache_files, "open", refuse, raising=False)
        tuning = Tuning(file)
        tuning.remember_backend("jax")
        assert tuning.backend() == "jax"
    assert Tuning(file).batch_size(settings) == 4
    tuning.remember_precision("jax", "float32")
    assert (tuning.batch_size(settings), Tuning(file).backend()) == (4, "jax")


def test_the_batch_size_that_was_asked_for_comes_before_the_measured_one(settings):
    measured = replace(settings, measured=16)
    assert measured.frames_at_once == 16
    assert replace(measured, batch_size=2).frames_at_once == 2


def test_what_was_measured_makes_no_other_engine(settings):
    assert replace(settings, measured=16, tune=True) == settings

"""What somebody said that a file is, it must be: flipped bytes would make wrong pictures without a word."""

import hashlib
import os
import shutil

import pytest

from sd3explorer.presets.digests import SUMS, check_digests, write_digests
from sd3explorer.presets.kerashub import KerasHubPreset
from sd3explorer.presets.preset import PresetError
from sd3explorer.resources import resource

SHIPPED = resource("models", "starter")


def digest(content):
    return hashlib.sha256(content).hexdigest()


@pytest.fixture
def file(tmp_path):
    """A file whose folder says what it is."""
    file = tmp_path / "model.weights.h5"
    file.write_bytes(b"weights")
    (tmp_path / SUMS).write_text(f"{digest(b'weights')}  model.weights.h5\n")
    return file


def flip(file, place):
    with file.open("r+b") as opened:
        opened.seek(place)
        byte = opened.read(1)[0]
        opened.seek(place)
        opened.write(bytes([byte ^ 1]))


def refusal(folder, file):
    with pytest.raises(PresetError) as caught:
        check_digests(folder, [file])
    return str(caught.value)


def test_a_file_that_is_what_its_folder_says_will_do(file):
    check_digests(file.parent, [file])


@pytest.mark.parametrize("place", range(7))
def test_one_bit_that_is_flipped_is_found_and_the_remedy_said(file, place):
    check_digests(file.parent, [file])
    flip(file, place)
    text = refusal(file.parent, file)
    assert text.startswith(f"{file} is damaged or was changed")
    assert text.endswith("remove it, and fetch or copy the model again")


def test_what_is_said_of_the_starter_model_is_said_again(tmp_path):
    copy = shutil.copytree(SHIPPED, tmp_path / "copy", ignore=shutil.ignore_patterns(SUMS))
    said = [line.split("  ")[1] for line in (SHIPPED / SUMS).read_text().splitlines()]
    write_digests(copy, [copy / name for name in reversed(said)])
    assert (copy / SUMS).read_bytes() == (SHIPPED / SUMS).read_bytes()


def test_a_bit_that_a_disk_has_flipped_is_found_though_the_file_says_that_nothing_has_changed(file):
    status = file.stat()
    os.utime(file, ns=(0, 0))
    check_digests(file.parent, [file])
    flip(file, 3)
    os.utime(file, ns=(0, 0))
    assert file.stat().st_size == status.st_size
    assert "is damaged" in refusal(file.parent, file)


def test_of_most_files_nobody_said_anything(file, tmp_path):
    (tmp_path / "mine.safetensors").write_bytes(b"anything")
    check_digests(tmp_path, [tmp_path / "mine.safetensors"])
    (tmp_path / SUMS).unlink()
    flip(file, 0)
    check_digests(tmp_path, [file])


@pytest.mark.parametrize(
    "content", [b"\xff\xfe", b"no list", b"0" * 64, b"", b"0" * 63 + b"  model.weights.h5"]
)
def test_a_list_that_is_none_says_nothing(file, content):
    (file.parent / SUMS).write_bytes(content)
    flip(file, 0)
    check_digests(file.parent, [file])


def test_a_file_in_the_cache_of_hugging_face_is_what_it_is_called(tmp_path):
    blob = tmp_path / "blobs" / digest(b"weights")
    blob.parent.mkdir()
    blob.write_bytes(b"weights")
    link = tmp_path / "snapshots" / "1" / "model.safetensors"
    link.parent.mkdir(parents=True)
    link.symlink_to(os.path.relpath(blob, link.parent))
    check_digests(link.parent, [link])
    flip(blob, 3)
    assert refusal(link.parent, link).startswith(f"{blob} is damaged")


def test_the_starter_model_is_what_its_list_says_and_all_that_decides_its_pictures_is_on_it():
    listed = {line.split("  ")[1] for line in (SHIPPED / SUMS).read_text().splitlines()}
    there = {path.relative_to(SHIPPED).as_posix() for path in SHIPPED.rglob("*") if path.is_file()}
    assert there - listed == {SUMS, "README.md"}
    check_digests(SHIPPED, [SHIPPED / name for name in listed])


@pytest.mark.parametrize(
    "name", ["config.json", "assets/clip_l_tokenizer/vocabulary.json", "preprocessor.json"]
)
def test_an_engine_refuses_a_copy_of_the_starter_with_another_file(tmp_path, name):
    folder = shutil.copytree(SHIPPED, tmp_path / "copy", ignore=shutil.ignore_patterns("*.h5"))
    preset = KerasHubPreset(
        name="copy", folder=folder, identity="", image_size=(8, 8), size_step=8, largest=8
    )
    preset.check_tokenizers()
    content = (folder / name).read_bytes()
    (folder / name).write_bytes(content + b"\n")
    with pytest.raises(PresetError, match="is damaged or was changed"):
        preset.check_tokenizers()


def test_an_engine_refuses_a_copy_of_the_starter_with_one_bit_flipped_in_its_weights(tmp_path):
    folder = shutil.copytree(SHIPPED, tmp_path / "copy")
    preset = KerasHubPreset(
        name="copy", folder=folder, identity="", image_size=(8, 8), size_step=8, largest=8
    )
    preset.check_weights()
    flip(folder / "model.weights.h5", 20_000_000)
    with pytest.raises(PresetError, match="is damaged or was changed"):
        preset.check_weights()

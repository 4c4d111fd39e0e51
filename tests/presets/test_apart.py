"""Reading what models are in a process of its own."""

import pytest

from sd3explorer.presets.apart import ReaderApart
from sd3explorer.presets.entry import Reader
from tests.presets.headers import MEDIUM_35, write_model, write_sdxl


@pytest.fixture
def reader():
    reader = ReaderApart()
    yield reader
    reader.rest()


def test_it_says_what_a_reader_in_this_process_says(reader, tmp_path):
    places = [
        write_model(tmp_path / "whole.safetensors"),
        write_model(tmp_path / "b" / "bare “ü”.safetensors", MEDIUM_35, ("mmdit",)),
        write_sdxl(tmp_path / "other.safetensors"),
        tmp_path / "two\nlines.safetensors",
    ]
    for place in places:
        assert reader.entry("mine", place) == Reader().entry("mine", place)


def test_a_process_that_was_ended_is_no_loss(reader, tmp_path):
    file = write_model(tmp_path / "whole.safetensors")
    reader.read("mine", file, True)
    reader._process.kill()
    reader._process.wait()
    assert reader.read("mine", file, True) == Reader().read("mine", file, True)


def test_it_ends_with_its_input(reader, tmp_path):
    reader.read("mine", write_sdxl(tmp_path / "other.safetensors"), True)
    reader._process.stdin.close()
    assert reader._process.wait(20) == 0

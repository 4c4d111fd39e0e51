"""Headers of strangers' files: read with bounds, and what is no model is called by its name."""

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sd3explorer.presets.checkpoints import header
from sd3explorer.presets.checkpoints.header import read_header
from sd3explorer.presets.preset import PresetError
from tests.presets.checkpoints.written import write


@pytest.fixture
def file(tmp_path):
    return tmp_path / "mine.safetensors"


def refusal(file, content):
    file.write_bytes(content)
    with pytest.raises(PresetError) as caught:
        read_header(file)
    text = str(caught.value)
    assert text.startswith(str(file))
    assert text.isprintable()
    return text.removeprefix(f"{file} ")


def with_header(document, tail=b""):
    text = document if isinstance(document, bytes) else json.dumps(document).encode()
    return len(text).to_bytes(8, "little") + text + tail


def test_names_shapes_dtypes_and_metadata_are_read(file):
    write(file, {"a": np.zeros((2, 3), np.float16), "b": np.zeros((), np.float32)}, {"title": "Mine"})
    found = read_header(file)
    assert {name: (each.dtype, each.shape) for name, each in found.tensors.items()} == {
        "a": ("F16", (2, 3)),
        "b": ("F32", ()),
    }
    assert found.metadata == {"title": "Mine"}
    assert found.tensors["b"].start + 4 == found.size == file.stat().st_size


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"GGUF\3\0\0\0" + bytes(64), "is a GGUF file, whose weights are packed"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:00\n", "is a pointer of Git LFS"),
        (b"PK\3\4" + bytes(64), "is a pickle of PyTorch, which may run anything"),
        (b"\x80\x02}q\0" + bytes(64), "is a pickle of PyTorch, which may run anything"),
        (b"\x89HDF\r\n\x1a\n" + bytes(64), "is a file of HDF5"),
        (b"<!DOCTYPE html><html>", "is a web page that was saved instead of a model"),
        (b"\n  <html>", "is a web page that was saved instead of a model"),
        (b"", "is empty"),
    ],
)
def test_other_files_are_refused_by_what_they_are(file, content, what):
    assert refusal(file, content).startswith(what)


@pytest.mark.parametrize(
    "content",
    [
        b"abc",
        bytes(8),
        (2**63).to_bytes(8, "little") + b"{}",
        with_header(b"[" * 100_000),
        with_header(b"[]"),
        with_header(b"\xff\xfe"),
        with_header({"a": 5}),
        with_header({"a": {"dtype": "F32", "shape": [1], "data_offsets": [0, 4, 8]}}, bytes(8)),
        with_header({"a": {"dtype": "F32", "shape": [-1], "data_offsets": [0, 4]}}, bytes(8)),
        with_header({"a": {"dtype": "F32", "shape": [2**60], "data_offsets": [0, 4]}}, bytes(8)),
        with_header({"a": {"dtype": "F32", "shape": [1] * 9, "data_offsets": [0, 4]}}, bytes(8)),
        with_header({"a": {"dtype": "F32", "shape": [True], "data_offsets": [0, 4]}}, bytes(8)),
        with_header({"a": {"dtype": "F32", "shape": [2], "data_offsets": [0, 4]}}, bytes(8)),
        with_header({"a": {"dtype": "F32", "shape": [1], "data_offsets": [-4, 0]}}, bytes(8)),
    ],
)
def test_damaged_headers_are_refused(file, content):
    assert refusal(file, content).startswith("is damaged")


def test_too_many_tensors_are_refused(file, monkeypatch):
    monkeypatch.setattr(header, "MOST_TENSORS", 2)
    names = {name: np.zeros(1, np.float32) for name in "abc"}
    assert "more than 2 tensors" in refusal(file, write(file, names).read_bytes())


def test_a_file_that_was_cut_off_is_reported(file):
    content = write(file, {"a": np.zeros(100, np.float32)}).read_bytes()
    assert refusal(file, content[:-1]).startswith("is cut off: it has")


def test_weights_of_unknown_dtypes_are_reported(file):
    content = with_header({"a": {"dtype": "F4", "shape": [1], "data_offsets": [0, 4]}}, bytes(8))
    assert refusal(file, content).startswith('has weights in "F4"')


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200))
def test_anything_is_read_or_refused_in_a_sentence(tmp_path_factory, content):
    file = tmp_path_factory.getbasetemp() / "any.safetensors"
    file.write_bytes(with_header(content) if len(content) % 2 else content)
    try:
        read_header(file)
    except PresetError as error:
        assert str(error).startswith(str(file))

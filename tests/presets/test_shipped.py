"""Tokenizers that ship with the app are whole, or nothing is read of them."""

import shutil

import pytest

from sd3explorer import resources
from sd3explorer.presets.checkpoints.tokenizer import CLIP_WORDS, read_tokenizer
from sd3explorer.presets.digests import SUMS
from sd3explorer.presets.pieces import Pieces
from sd3explorer.presets.preset import PresetError
from sd3explorer.resources import resource

READ = {"clip/merges.txt": lambda: read_tokenizer("clip_l", CLIP_WORDS, None), "t5/spiece.model": Pieces}


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """The tokenizers as another installation has them, which may be damaged."""
    shutil.copytree(resource("tokenizers"), tmp_path / "tokenizers")
    monkeypatch.setattr(resources, "_IN_WHEEL", tmp_path)
    return tmp_path / "tokenizers"


@pytest.mark.parametrize("name", READ)
def test_one_bit_that_is_flipped_is_found_and_the_remedy_said(installed, name):
    READ[name]()
    with (installed / name).open("r+b") as opened:
        opened.seek(50_000)
        byte = opened.read(1)[0]
        opened.seek(50_000)
        opened.write(bytes([byte ^ 1]))
    with pytest.raises(PresetError) as caught:
        READ[name]()
    assert str(caught.value).startswith(f"{installed / name} is damaged or was changed")
    assert str(caught.value).endswith("as it should be; install sd3explorer again")


@pytest.mark.parametrize("listed", [True, False], ids=["on a list", "on none"])
@pytest.mark.parametrize("name", READ)
def test_one_that_is_missing_is_named_with_the_remedy(installed, name, listed):
    (installed / name).unlink()
    if not listed:
        (installed / SUMS).unlink()
    with pytest.raises(PresetError, match="can't be read: no such file or directory; install sd3explorer"):
        READ[name]()


def test_all_that_is_read_is_on_the_list():
    lines = (resource("tokenizers") / SUMS).read_text().splitlines()
    assert {line.split("  ")[1] for line in lines} == set(READ)

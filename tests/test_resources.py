"""Files that ship with the app."""

import os

import pytest

from sd3explorer import resources
from sd3explorer.resources import documents, picture, resource, ships, text_of


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """A folder in the place of what ships with the app."""
    monkeypatch.setattr(resources, "_IN_WHEEL", tmp_path)
    return tmp_path


def test_what_a_wheel_takes_along_is_taken_before_what_a_checkout_has(installed):
    assert resource("icons", "add.svg") == installed / "icons" / "add.svg"


def test_only_what_ships_is_mended_by_installing_again(installed):
    assert ships(installed / "models" / "starter")
    assert not ships(installed.parent / "mine")


def test_a_damaged_text_is_shown_as_far_as_it_can_be_read(installed):
    file = installed / "page.md"
    file.write_bytes(b"# Page\n\xff\xfe")
    assert text_of(file) == "# Page\n\ufffd\ufffd"


@pytest.mark.parametrize("make", [None, os.mkfifo, os.mkdir], ids=["nothing", "pipe", "folder"])
def test_what_is_no_file_is_neither_read_nor_shown_nor_waited_for(installed, make):
    (installed / "docs").mkdir()
    file = installed / "docs" / "page.md"
    if make is not None:
        make(file)
    assert picture("docs", "page.md") == ""
    assert documents() == []
    with pytest.raises(FileNotFoundError, match="install sd3explorer again"):
        text_of(file)

import os
import re

import pytest

from sd3explorer.export import FORMATS, file_stem, title_stem
from sd3explorer.walk.file import SUFFIX

AWKWARD = [
    "",
    "   ",
    "...",
    "../../etc/passwd",
    'a/b\\c:d*e?f"g<h>i|j',
    "line\nbreak\ttab\x00nul\x7f",
    "100% $HOME `x` ~ & ; # '",
    "-rf",
    ".hidden",
    "CON",
    "com1",
    "x" * 1000,
    "🐶" * 500,
    "\u202egif.exe",
    "\ud800 alone",
    "ends with dot.",
    "%2e%2e%2f",
    "NUL.txt",
    "Com¹",
    "\U0002f800" * 500,
    "a\u0301\u0327" * 300,
    "ends with blanks   ",
    "x" * 79 + " y",
]
# Numbers and words that the app puts behind a stem.
ENDINGS = [
    "",
    "-100000.png",
    "-sheet.jpeg",
    *(each for choice in FORMATS for each in choice.suffixes),
    SUFFIX,
]


def test_a_title_becomes_words_with_hyphens():
    assert file_stem("Dog to cat") == "dog-to-cat"


def test_what_no_file_name_takes_becomes_one_hyphen():
    assert file_stem("Dog → cat: 50/50?!") == "dog-cat-50-50"


@pytest.mark.parametrize("title", ["привет", "犬から猫へ", "हिन्दी", "größe", "🐶-🐱"])
def test_all_scripts_stay_as_they_are(title):
    assert file_stem(title) == title


def test_letters_with_accents_are_one_character_however_they_were_typed():
    assert file_stem("cafe\u0301") == "café"


def test_characters_that_nobody_sees_are_left_out():
    assert file_stem("dog\u202e\u200b cat") == "dog-cat"


def test_a_title_that_leaves_nothing_is_a_walk():
    assert file_stem("?!…") == "walk"


def test_no_name_is_that_of_a_windows_device():
    assert file_stem("Aux") == "aux-walk"


def test_a_long_title_is_cut_between_words_if_it_happens_there():
    assert file_stem("a" * 59 + " b") == "a" * 59


@pytest.mark.parametrize("title", AWKWARD)
@pytest.mark.parametrize("suffix", ["", ".gif", ".png"])
def test_every_title_gives_a_name_that_the_disk_takes(tmp_path, title, suffix):
    path = tmp_path / (file_stem(title) + suffix)
    path.write_bytes(b"")
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("title", AWKWARD)
def test_a_name_has_no_dot_that_would_be_taken_for_a_suffix(title):
    assert "." not in file_stem(title)


@pytest.mark.parametrize("title", AWKWARD)
@pytest.mark.parametrize("stem", [file_stem, title_stem])
def test_every_title_gives_a_name_that_every_disk_takes(tmp_path, stem, title):
    for ending in ENDINGS:
        name = stem(title) + ending
        assert 0 < len(os.fsencode(name)) <= 255
        (tmp_path / name).write_bytes(b"")
    assert not stem(title).endswith((" ", "."))
    assert not re.match(r"(con|prn|aux|nul|(com|lpt)[0-9¹²³])( |\.|$)", stem(title).lower())


def test_a_walks_file_reads_like_its_title():
    assert title_stem("Dog to Cat") == "Dog to Cat"
    assert title_stem("50/50: a.b") == "50-50- a-b"

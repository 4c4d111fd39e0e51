"""Preferences as a value, and the file that they are in."""

import pytest
from PySide6.QtCore import QSettings

from sd3explorer.app.accents import Accent
from sd3explorer.app.languages import Language
from sd3explorer.app.preferences.remembered import (
    Preferences,
    Start,
    preferences_file,
    remember,
    remembered,
)
from sd3explorer.app.theme import Scheme

ANOTHER = Preferences(
    scheme=Scheme.LIGHT,
    accent=Accent.BLUE,
    language=Language.GERMAN,
    model="/models/Föö, 3.5.safetensors",
    backend="jax",
    precision="bfloat16",
    start=Start.EXAMPLE,
    autosave=True,
    notifications=False,
    sound=True,
    keys={"export": "Ctrl+,", "history": "", "open": "\\"},
)


def write(text):
    preferences_file().parent.mkdir(parents=True, exist_ok=True)
    preferences_file().write_text(text)


def test_at_first_all_is_as_usual():
    assert remembered() == Preferences()


def test_what_was_preferred_comes_back():
    assert remember(ANOTHER)
    assert remembered() == ANOTHER


def test_it_is_in_one_file_that_one_can_read():
    remember(ANOTHER)
    lines = preferences_file().read_text().splitlines()
    assert "theme=light" in lines
    assert 'export="Ctrl+,"' in lines
    assert "autosave=true" in lines


def test_what_is_as_usual_takes_no_line():
    remember(ANOTHER)
    remember(Preferences())
    assert preferences_file().read_text().strip() == ""


def test_it_is_apart_from_what_the_app_remembers_for_itself():
    QSettings().setValue("window/geometry", b"anything")
    remember(ANOTHER)
    assert "geometry" not in preferences_file().read_text()


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("[appearance]\ntheme=sepia", "scheme"),
        ("[appearance]\naccent=@Variant(\\0\\0)", "accent"),
        ("[appearance]\nlanguage=../../de", "language"),
        ("[rendering]\nmodel=", "model"),
        ("[rendering]\nmodel=" + "x" * 1001, "model"),
        ("[rendering]\nbackend=cobol", "backend"),
        ("[rendering]\nprecision=float8, float16", "precision"),
        ("[starting]\nwalk=none", "start"),
        ("[saving]\nautosave=perhaps", "autosave"),
        ("[notifications]\ndesktop=3", "notifications"),
        ("[keys]\nexport=Hyper+Whatever", "keys"),
        ("[keys]\nexport=Ctrl+A, Ctrl+B", "keys"),
        ("[keys]\nexport=" + "Ctrl+" * 5000, "keys"),
    ],
)
def test_a_damaged_value_costs_nothing_but_itself(line, name):
    write(f"{line}\n[notifications]\nsound=true\n")
    found = remembered()
    assert getattr(found, name) == getattr(Preferences(), name)
    assert found.sound


@pytest.mark.parametrize("content", [b"\0\xff" * 1000, b"[", b"[keys", b"=\n=\n", b"%%%%[]=1"])
def test_a_file_that_is_none_is_as_if_there_was_none(content):
    write("")
    preferences_file().write_bytes(content)
    assert remembered() == Preferences()


def test_of_two_actions_with_one_key_only_one_has_it():
    write("[keys]\nexport=F5\nhistory=f5\n")
    assert sorted(remembered().keys.values()) == ["F5"]


def test_a_file_that_cannot_be_written_is_reported():
    preferences_file().parent.parent.mkdir(parents=True, exist_ok=True)
    preferences_file().parent.write_text("in the way")
    assert not remember(ANOTHER)

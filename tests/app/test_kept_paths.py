"""Paths in Qt's settings, from one start of the app to the next."""

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from sd3explorer.app.kept_paths import kept_path, path_kept

NAMES = [
    b"dog.sd3walk",
    "犬 %41 ü.sd3walk".encode(),
    b"ow\xffl %FF.sd3walk",
    b"caf\xe9/\xed\xa0\x80 , ;.sd3walk",
]


@pytest.mark.skipif(sys.platform == "win32", reason="names are text there")
@pytest.mark.parametrize("name", NAMES)
def test_any_path_comes_out_as_it_went_in(tmp_path, name):
    path = tmp_path / os.fsdecode(name)
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    settings.setValue("path", kept_path(path))
    settings.sync()
    again = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    assert path_kept(again.value("path")) == path


def test_what_earlier_versions_have_kept_is_read(tmp_path):
    assert path_kept(str(tmp_path / "dog 100%.sd3walk")) == tmp_path / "dog 100%.sd3walk"


def test_a_relative_path_is_kept_as_the_place_it_meant(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert path_kept(kept_path(Path("dog.sd3walk"))) == tmp_path / "dog.sd3walk"


@pytest.mark.parametrize(
    "kept", [None, "", 4, ["/a"], "dog.sd3walk", "/nul\0", "file://%00", "file://relative"]
)
def test_what_is_damaged_is_no_path(kept):
    assert path_kept(kept) is None

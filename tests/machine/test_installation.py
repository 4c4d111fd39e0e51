"""What of an installation has changed since."""

import base64
import hashlib
import os
from importlib.metadata import Distribution

import pytest

from sd3explorer.machine.installation import damaged_files


@pytest.fixture
def installed(tmp_path):
    """A package with three files, as pip writes it down; one of them is made while it runs."""
    lines = []
    for name in ("app/code.py", "app/icon.svg", "app/__pycache__/code.pyc"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(name.encode() * 200_000)
        digest = base64.urlsafe_b64encode(hashlib.sha256(file.read_bytes()).digest()).decode().rstrip("=")
        noted = "," if name.endswith(".pyc") else f"sha256={digest},{file.stat().st_size}"
        lines.append(f"{name},{noted}\n")
    info = tmp_path / "app-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Name: app\nVersion: 1.0\n")
    (info / "RECORD").write_text("".join(lines))
    return tmp_path


def damaged(installed):
    return damaged_files(Distribution.at(installed / "app-1.0.dist-info"))


def test_of_one_that_is_whole_nothing_is_said(installed):
    (installed / "app/__pycache__/code.pyc").write_bytes(b"made anew")
    assert damaged(installed) == ()


@pytest.mark.parametrize("name", ["app/code.py", "app/icon.svg"])
def test_one_flipped_bit_is_found(installed, name):
    with (installed / name).open("r+b") as opened:
        opened.seek(-1, os.SEEK_END)
        byte = opened.read(1)[0]
        opened.seek(-1, os.SEEK_END)
        opened.write(bytes([byte ^ 1]))
    assert damaged(installed) == (name,)


@pytest.mark.parametrize("make", [None, os.mkfifo, os.mkdir], ids=["nothing", "pipe", "folder"])
def test_what_is_no_file_any_more_is_found(installed, make):
    (installed / "app/code.py").unlink()
    if make is not None:
        make(installed / "app/code.py")
    assert damaged(installed) == ("app/code.py",)


def test_the_app_that_is_tested_is_whole_or_may_be_changed():
    assert damaged_files() == ()

from pathlib import Path

import pytest

from sd3explorer.export import ExportError, format_for


@pytest.mark.parametrize(
    ("name", "format_name"),
    [
        ("walk.gif", "Animated GIF"),
        ("walk.png", "Contact sheet"),
        ("walk.jpg", "Contact sheet"),
        ("walk.jpeg", "Contact sheet"),
    ],
)
def test_the_suffix_picks_the_format(name, format_name):
    assert format_for(Path(name)).name == format_name


def test_the_case_of_the_suffix_does_not_matter():
    assert format_for(Path("WALK.GIF")) is format_for(Path("walk.gif"))


def test_a_name_without_a_suffix_gets_png_frames():
    assert format_for(Path("frames")).name == "PNG frames"


def test_an_existing_folder_gets_png_frames_whatever_it_is_called(tmp_path):
    folder = tmp_path / "walk v1.5"
    folder.mkdir()
    assert format_for(folder).name == "PNG frames"


def test_only_png_frames_are_a_folder():
    assert format_for(Path("frames")).is_folder
    assert not format_for(Path("walk.gif")).is_folder


def test_an_unknown_suffix_is_refused_by_name_with_the_possible_ones():
    with pytest.raises(ExportError) as refusal:
        format_for(Path("walk.bmp"))
    for word in (".bmp", ".gif", ".png", ".jpg", ".jpeg", "without a suffix"):
        assert word in str(refusal.value)


def test_a_name_that_the_disk_does_not_take_still_has_a_format():
    assert format_for(Path("x" * 5_000 + ".gif")).name == "Animated GIF"

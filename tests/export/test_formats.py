import time
from pathlib import Path

import pytest

from sd3explorer.export import FORMATS, ExportError, Options, export, format_for
from sd3explorer.export.avif import has_avif
from sd3explorer.walk.walk import Walk


@pytest.mark.parametrize(
    ("name", "format_name"),
    [
        ("walk.gif", "Animated GIF"),
        ("walk.webp", "Animated WebP"),
        ("walk.apng", "Animated PNG"),
        ("walk.mp4", "MP4 video"),
        ("walk.webm", "WebM video"),
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
    for word in (".bmp", ".gif", ".png", ".jpg", ".jpeg", "whose name has no suffix"):
        assert word in str(refusal.value)


def test_a_name_that_the_disk_does_not_take_still_has_a_format():
    assert format_for(Path("x" * 5_000 + ".gif")).name == "Animated GIF"


GUIDE = Path(__file__).parents[2] / "docs" / "formats.md"


@pytest.mark.parametrize(
    "choice", [choice for choice in FORMATS if choice.animates], ids=lambda choice: choice.name
)
def test_the_guide_to_formats_says_the_same_as_the_table(choice):
    _, _, _, repeats, fastest, _, metadata, _ = _row_of_the_guide(choice.suffixes[0])
    assert repeats == choice.repeats.value
    assert fastest.startswith(f"{choice.played_rate(1e9):.0f} fps" if choice.times else "any")
    assert metadata == choice.metadata


def _row_of_the_guide(suffix):
    """Its cells, those with a sign of repetition as they are in the row above."""
    above = []
    for line in GUIDE.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        cells = [above[place] if cell == "〃" else cell for place, cell in enumerate(cells)]
        if line.startswith(f"| `{suffix}` |"):
            return cells
        above = cells
    raise AssertionError(f"the guide has no row for {suffix}")


OPTIONS = [*Options.__dataclass_fields__]


@pytest.mark.parametrize("option", [option for option in OPTIONS if option != "ending"])
def test_the_guide_to_formats_says_which_formats_know_an_option(option):
    flag = {"max_bytes": "max-size"}.get(option, option)
    lines = GUIDE.read_text(encoding="utf-8").splitlines()
    (row,) = (line for line in lines if line.startswith(f"| `--{flag}` |"))
    told = row.split("|")[3].strip()
    if not has_avif():
        told = told.replace("`.avif` ", "")
    formats = [choice for choice in FORMATS if option in choice.options]
    suffixes = [suffix for choice in formats for suffix in choice.suffixes if suffix != ".jpeg"]
    assert told == ("all" if formats == [*FORMATS] else " ".join(f"`{suffix}`" for suffix in suffixes))


def test_the_table_names_no_option_that_there_is_not():
    assert set().union(*(choice.options for choice in FORMATS)) == set(OPTIONS)


def test_every_animation_says_whether_it_repeats_and_no_still_does():
    assert all((choice.repeats is not None) == choice.animates for choice in FORMATS)


@pytest.mark.parametrize("name", [".gif", ".MP4", ".png"])
def test_a_suffix_alone_is_no_name(name):
    with pytest.raises(ExportError, match="is a suffix without a name; put a name in front of it"):
        format_for(Path(name))


def test_a_walk_gives_the_same_file_at_any_time(tmp_path, make_clip):
    names = ["frames"] + [f"walk{suffix}" for choice in FORMATS for suffix in choice.suffixes]
    clip = make_clip(walk=Walk(title="Dog"))
    written = []
    for attempt in ("first", "second"):
        (tmp_path / attempt).mkdir()
        for name in names:
            export(clip, tmp_path / attempt / name)
        files = sorted(path for path in (tmp_path / attempt).rglob("*") if path.is_file())
        written.append({path.relative_to(tmp_path / attempt): path.read_bytes() for path in files})
        # Of the times that files hold, seconds are the finest.
        second = int(time.time())
        while int(time.time()) == second:
            time.sleep(0.05)
    first, second = written
    assert first.keys() == second.keys()
    assert [name for name, data in first.items() if data != second[name]] == []

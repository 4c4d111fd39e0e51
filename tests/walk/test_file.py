"""Walk files: what is written and read back, and the folder they are written to."""

import errno
import json
import os
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sd3explorer.walk import file
from sd3explorer.walk.easing import Bezier, Easing
from sd3explorer.walk.error import WalkError
from sd3explorer.walk.model import Model
from sd3explorer.walk.noises import Fixed, Orbit, Travel, Varying
from sd3explorer.walk.paths import Grid, Hold, Keyframe, Morph, Prompts, Wander
from sd3explorer.walk.recipe import Ones, Prompt, RandomDirection
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.spots import Placement, spot_in
from sd3explorer.walk.timing import Ending, Motion, Timing
from sd3explorer.walk.walk import Walk

DESIGN_EXAMPLE = """
{"format": "sd3explorer-walk", "version": 2, "title": "Dog to cat",
 "model": {"preset": "starter", "image_size": [128, 128]},
 "sampler": {"num_steps": 28, "guidance_scale": 7.0},
 "path": {"kind": "morph", "closed": false, "keyframes": [
   {"prompt": "a 3d dog face", "negative_prompt": "", "span": 1.0, "easing": "linear"},
   {"prompt": "a 3d cat face", "negative_prompt": "", "span": 1.0, "easing": "linear"}]},
 "noise": {"kind": "fixed", "seed": 42},
 "timing": {"frames": 64, "frame_rate": 12.5, "ending": "there-and-back"}}
"""

EXAMPLE = Walk(
    title="Dog to cat",
    path=Morph((Keyframe("a 3d dog face"), Keyframe("a 3d cat face"))),
    noise=Fixed(42),
    timing=Timing(64, 12.5, Ending.THERE_AND_BACK),
    sampler=Sampler(28, 7.0),
    model=Model("starter", (128, 128)),
)

TEXTS = [
    "plain",
    'with "quotes", \\ and /',
    "two\nlines\r\nand a\ttab",
    "nothing \x00 control \x07",
    "emoji 🦊👩‍👩‍👧‍👦🏳️‍🌈",
    "כלב מול חתול ‏ثعلب",
    "e\u0301 is not é",
    "separators \u2028 \u2029 \ufeff",
    "null",
    "{}",
]

text = st.text(max_size=20) | st.sampled_from(TEXTS)
seed = st.integers(0, 2**64 - 1)
prompts = st.builds(Prompts, text, text)
share = st.floats(0.0, 1.0)
easing = st.sampled_from(Easing) | st.builds(Bezier, share, share, share, share)
keyframe = st.builds(Keyframe, text, text, st.floats(1e-6, 1e6), easing, st.integers(0, 10_000))
side = st.integers(1, 1024).map(lambda eighth: 8 * eighth)

path = st.one_of(
    st.builds(Morph, st.lists(keyframe, min_size=2, max_size=5).map(tuple), st.booleans()),
    st.builds(Grid, st.tuples(prompts, prompts, prompts, prompts), st.integers(1, 300), st.integers(1, 300)),
    st.builds(
        Wander,
        prompts,
        st.floats(-1000.0, 1000.0),
        st.just(Ones()) | st.builds(RandomDirection, seed),
    ),
    st.builds(Hold, prompts),
)
noise = st.one_of(
    st.builds(Fixed, seed),
    st.builds(Varying, seed),
    st.builds(Orbit, seed),
    st.builds(Travel, st.lists(seed, min_size=2, max_size=5).map(tuple), st.booleans()),
)
timing = st.builds(
    Timing,
    st.integers(1, 100_000),
    st.floats(0.01, 1000.0),
    st.sampled_from(Ending),
    st.sampled_from(Motion),
    st.booleans(),
)
interval = st.lists(st.floats(0.0, 1.0), min_size=2, max_size=2, unique=True).map(sorted).map(tuple)
sampler = st.builds(
    Sampler,
    st.none() | st.integers(1, 1000),
    st.none() | st.floats(0.0, 100.0, allow_subnormal=False),
    st.none() | interval,
)
model = st.builds(Model, text.filter(str.strip), st.none() | st.tuples(side, side))


@st.composite
def walks(draw):
    a_path, a_timing = draw(path), draw(timing)
    if isinstance(a_path, Grid):
        # A grid has rows × columns instead of frames; its file says no other number.
        a_timing = replace(a_timing, frames=Timing().frames)
    return Walk(draw(text), a_path, draw(noise), a_timing, draw(sampler), draw(model))


SMALL = {
    "morph": Walk(path=Morph((Keyframe("dog", "dark", 2.0, Easing.EASE_IN), Keyframe("cat")), closed=True)),
    "morph by a curve": Walk(
        path=Morph((Keyframe("dog", easing=Bezier(0.42, 0.0, 0.58, 1.0)), Keyframe("cat")))
    ),
    "morph that holds": Walk(path=Morph((Keyframe("dog", dwell=3), Keyframe("cat")))),
    "grid": Walk(path=Grid((Prompts("a"), Prompts("b", "dark"), Prompts("c"), Prompts("d")), 3, 4)),
    "wander along ones": Walk(path=Wander(Prompts("dog"), 0.25)),
    "wander at random": Walk(path=Wander(Prompts("dog"), 0.25, RandomDirection(2**64 - 1))),
    "hold": Walk(path=Hold(Prompts("dog"))),
    "fixed": Walk(noise=Fixed(1)),
    "varying": Walk(noise=Varying(1)),
    "orbit": Walk(noise=Orbit(1)),
    "travel": Walk(noise=Travel((1, 2**64 - 1), closed=True)),
    "even": Walk(timing=Timing(motion=Motion.EVEN)),
    "even with its cuts": Walk(timing=Timing(motion=Motion.EVEN, bridges=False)),
    "guidance interval": Walk(sampler=Sampler(guidance_interval=(0.25, 0.9))),
}


def minimal(**parts):
    return Walk.from_document({"format": "sd3explorer-walk", "version": 2, **parts})


def names(folder):
    return sorted(entry.name for entry in folder.iterdir())


# Reading


def test_the_designs_example_is_a_walk():
    assert Walk.parse(DESIGN_EXAMPLE.encode()) == EXAMPLE


def test_a_file_with_a_byte_order_mark_is_read():
    assert Walk.parse(b"\xef\xbb\xbf" + DESIGN_EXAMPLE.encode()) == EXAMPLE


def test_a_file_that_says_nothing_is_the_default_walk():
    assert minimal() == Walk()


@pytest.mark.parametrize(
    ("part", "written", "expected"),
    [
        ("sampler", {}, Walk().sampler),
        ("model", {}, Walk().model),
        ("timing", {}, Walk().timing),
        ("noise", {}, Fixed(42)),
        ("noise", {"kind": "orbit"}, Orbit(42)),
        ("noise", {"kind": "travel", "seeds": [1, 2]}, Travel((1, 2), closed=False)),
        ("path", {"keyframes": [{}, {}]}, Morph((Keyframe(""), Keyframe("")), closed=False)),
        ("path", {"kind": "grid", "corners": [{}] * 4}, Grid((Prompts("", ""),) * 4, rows=8, columns=8)),
        ("path", {"kind": "wander", "prompt": "dog"}, Wander(Prompts("dog"), 0.01, Ones())),
        (
            "path",
            {"kind": "wander", "prompt": "dog", "direction": "random"},
            Wander(Prompts("dog"), 0.01, RandomDirection(42)),
        ),
    ],
)
def test_missing_fields_take_the_defaults(part, written, expected):
    assert getattr(minimal(**{part: written}), part) == expected


def test_a_prompt_may_be_a_text():
    assert minimal(path={"kind": "hold", "prompt": "dog"}).path == Hold(Prompts("dog"))


def test_a_prompt_may_be_an_object_with_a_negative_prompt():
    written = {"kind": "hold", "prompt": {"prompt": "dog", "negative_prompt": "dark"}}
    assert minimal(path=written).path == Hold(Prompts("dog", "dark"))


def test_a_corner_of_a_grid_may_be_either():
    written = {"kind": "grid", "corners": ["a", {"prompt": "b", "negative_prompt": "dark"}, "c", "d"]}
    assert minimal(path=written).path.corners[:2] == (Prompts("a"), Prompts("b", "dark"))


def test_a_whole_number_does_for_a_number():
    assert minimal(timing={"frame_rate": 12}).timing.frame_rate == 12.0


def test_a_whole_number_is_read_as_the_float_it_stands_for():
    assert isinstance(minimal(sampler={"guidance_scale": 7}).sampler.guidance_scale, float)


def test_an_easing_may_be_the_four_numbers_of_a_curve():
    written = {"keyframes": [{"easing": [0.42, 0, 0.58, 1]}, {}]}
    assert minimal(path=written).path.keyframes[0].easing == Bezier(0.42, 0.0, 0.58, 1.0)


def test_a_curve_stands_in_a_file_as_its_four_numbers():
    path = json.loads(SMALL["morph by a curve"].dump())["path"]
    assert [keyframe["easing"] for keyframe in path["keyframes"]] == [[0.42, 0.0, 0.58, 1.0], "linear"]


def test_a_file_says_how_long_a_keyframe_is_held_where_it_is():
    path = json.loads(SMALL["morph that holds"].dump())["path"]
    assert [keyframe.get("dwell") for keyframe in path["keyframes"]] == [3, None]


def test_a_walk_is_steady_where_its_file_says_nothing_of_motion():
    assert minimal(timing={"frames": 9}).timing == Timing(frames=9, motion=Motion.STEADY, bridges=True)


def test_a_file_says_how_a_walk_moves_where_it_is_not_steady():
    said = [
        [json.loads(SMALL[kind].dump())["timing"].get(key) for key in ("motion", "bridges")]
        for kind in ("morph", "even", "even with its cuts")
    ]
    assert said == [[None, None], ["even", None], ["even", False]]


def with_places(spots):
    even = Walk(timing=Timing(len(spots.split()), motion=Motion.EVEN))
    placement = Placement(even.placement_key(), tuple(map(spot_in, spots.split())))
    return replace(even, placement=placement)


SPOTS = "0 1/8 1/4~3/8@11:1/2 1/4~3/8@11:3/4 3/8 1"


def test_a_file_says_where_the_frames_of_an_even_walk_lie_where_that_is_known():
    document = json.loads(with_places(SPOTS).dump())
    assert document["placement"] == {"key": with_places(SPOTS).placement_key(), "spots": SPOTS}
    assert "placement" not in json.loads(SMALL["even"].dump())


@pytest.mark.parametrize("spots", [SPOTS, " ".join(f"{number}/1099511627776" for number in range(3000))])
def test_places_of_frames_come_back_as_they_were(spots):
    walk = with_places(spots)
    assert walk.placement is not None
    assert Walk.parse(walk.dump().encode()) == walk


def test_a_walk_that_was_edited_by_hand_loses_its_places():
    document = json.loads(with_places(SPOTS).dump())
    document["noise"]["seed"] = 7
    assert Walk.from_document(document).placement is None


def test_a_guidance_interval_is_two_noise_levels():
    sampler = minimal(sampler={"guidance_interval": [0, 0.9]}).sampler
    assert sampler == Sampler(guidance_interval=(0.0, 0.9))
    assert isinstance(sampler.guidance_interval[0], float)


@pytest.mark.parametrize("value", [0, 2**64 - 1])
def test_the_smallest_and_the_largest_seed_are_read(value):
    assert minimal(noise={"seed": value}).noise == Fixed(value)


# There and back


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(walks())
def test_every_walk_comes_back_from_its_file_as_it_was(walk):
    assert Walk.parse(walk.dump().encode()) == walk


@pytest.mark.parametrize("kind", SMALL)
def test_a_walk_of_each_kind_comes_back_as_it_was(kind):
    assert Walk.parse(SMALL[kind].dump().encode()) == SMALL[kind]


@pytest.mark.parametrize("title", TEXTS)
def test_every_text_comes_back_as_it_was(title, tmp_path):
    Walk(title=title).save(tmp_path / "a.sd3walk")
    assert Walk.load(tmp_path / "a.sd3walk").title == title


def test_a_walk_whose_model_is_where_names_are_no_text_is_not_saved_and_the_place_is_named(tmp_path):
    with pytest.raises(WalkError, match=r'a\.sd3walk: can\'t be written: "preset": "/st\\udcff" has bytes'):
        Walk(model=Model("/st\udcff")).save(tmp_path / "a.sd3walk")
    assert list(tmp_path.iterdir()) == []


def test_a_saved_walk_loads(tmp_path):
    EXAMPLE.save(tmp_path / "a.sd3walk")
    assert Walk.load(tmp_path / "a.sd3walk") == EXAMPLE


def test_a_walk_is_saved_and_loaded_by_a_path_in_a_string(tmp_path):
    EXAMPLE.save(str(tmp_path / "a.sd3walk"))
    assert Walk.load(str(tmp_path / "a.sd3walk")) == EXAMPLE


def test_saving_what_was_loaded_changes_no_byte(tmp_path):
    EXAMPLE.save(tmp_path / "a.sd3walk")
    before = (tmp_path / "a.sd3walk").read_bytes()
    Walk.load(tmp_path / "a.sd3walk").save(tmp_path / "a.sd3walk")
    assert (tmp_path / "a.sd3walk").read_bytes() == before


def test_a_file_says_everything_that_the_designs_example_says():
    assert json.loads(EXAMPLE.dump()) == json.loads(DESIGN_EXAMPLE)


def test_a_file_is_written_for_people_to_read():
    assert '"prompt": "ein Fuchs 🦊"' in Walk(path=Hold(Prompts("ein Fuchs 🦊"))).dump().replace("\n", "")


def test_a_file_is_json_for_every_script_to_read():
    assert json.loads(Walk(title="\u2028 and \x00").dump())["title"] == "\u2028 and \x00"


@pytest.mark.parametrize("large", [2**53, 2**53 + 1, 2**64 - 1])
def test_large_seeds_come_through_a_tool_whose_only_numbers_are_doubles(large):
    walk = Walk(
        path=Wander(Prompts("dog"), direction=RandomDirection(large)), noise=Travel((large, 7), closed=True)
    )
    rewritten = json.loads(walk.dump(), parse_int=lambda digits: int(float(digits)))
    assert Walk.from_document(rewritten) == walk


@pytest.mark.parametrize("large", [2**53, 2**64 - 1])
def test_large_seeds_are_read_as_numbers_too_as_files_of_before_have_them(large):
    assert minimal(noise={"kind": "fixed", "seed": large}).noise == Fixed(large)


def test_small_seeds_are_numbers_for_people_and_scripts():
    assert json.loads(Walk(noise=Fixed(2**53 - 1)).dump())["noise"]["seed"] == 2**53 - 1


def test_a_file_leaves_to_the_preset_what_the_walk_leaves_to_it():
    document = json.loads(Walk().dump())
    assert document["sampler"] == {} and "image_size" not in document["model"]


def test_a_grids_file_has_no_second_number_of_frames():
    assert "frames" not in json.loads(SMALL["grid"].dump())["timing"]


# Versions


def test_an_older_version_is_migrated(monkeypatch):
    def rename(fields):
        document = {"title": fields.text("name"), "timing": fields.take("timing")}
        fields.finish()
        return file.Fields(document, "")

    monkeypatch.setattr(file, "VERSION", 2)
    monkeypatch.setattr(file, "MIGRATIONS", {1: rename})
    older = {"format": "sd3explorer-walk", "version": 1, "name": "Dog to cat", "timing": {"frames": 9}}
    assert Walk.from_document(older) == Walk(title="Dog to cat", timing=Timing(frames=9))


def test_a_version_is_migrated_step_by_step(monkeypatch):
    def renamed(before, after):
        return lambda fields: file.Fields({after: fields.take(before)}, "")

    monkeypatch.setattr(file, "VERSION", 3)
    monkeypatch.setattr(file, "MIGRATIONS", {1: renamed("label", "name"), 2: renamed("name", "title")})
    oldest = {"format": "sd3explorer-walk", "version": 1, "label": "Dog to cat"}
    assert Walk.from_document(oldest).title == "Dog to cat"


BRACKETS = r"a (red) [big] dog :) \(sic"


@pytest.mark.parametrize(
    "path",
    [
        {"keyframes": [{"prompt": BRACKETS}, {"prompt": "b", "negative_prompt": BRACKETS}]},
        {"kind": "hold", "prompt": BRACKETS},
        {"kind": "wander", "prompt": {"prompt": BRACKETS}},
        {"kind": "grid", "corners": [BRACKETS, "b", {"prompt": BRACKETS}, "d"]},
    ],
)
def test_the_first_version_knew_no_emphasis(path):
    older = Walk.from_document({"format": "sd3explorer-walk", "version": 1, "path": path})
    assert older.embeddings(0).positive == Prompt(BRACKETS)
    newer = Walk.from_document({"format": "sd3explorer-walk", "version": 2, "path": path})
    assert newer.embeddings(0).positive.emphasis


def test_a_deep_path_of_the_first_version_is_refused_in_a_sentence():
    deep = "[" * 900 + "]" * 900
    head = '{"format": "sd3explorer-walk", "version": 1, "path": {"kind": "hold", "prompt": '
    text = f"{head}{deep}}}}}"
    with pytest.raises(WalkError, match=r"path\.prompt: must be a text"):
        Walk.parse(text.encode())


def test_every_older_version_has_a_migration():
    assert set(file.MIGRATIONS) == set(range(1, file.VERSION))


def test_a_file_is_written_in_the_newest_version():
    assert json.loads(Walk().dump())["version"] == file.VERSION


# Saving


@pytest.fixture
def full_disk(monkeypatch):
    def fail(descriptor):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", fail)


def test_a_failed_save_says_why_and_which_file(full_disk, tmp_path):
    with pytest.raises(WalkError, match=r"a\.sd3walk: can't be written: no space left on device"):
        EXAMPLE.save(tmp_path / "a.sd3walk")


def test_a_failed_save_leaves_the_old_file_as_it_was(full_disk, tmp_path):
    (tmp_path / "a.sd3walk").write_text("old")
    with pytest.raises(WalkError):
        EXAMPLE.save(tmp_path / "a.sd3walk")
    assert (tmp_path / "a.sd3walk").read_text() == "old"


def test_a_failed_save_leaves_nothing_behind(full_disk, tmp_path):
    with pytest.raises(WalkError):
        EXAMPLE.save(tmp_path / "a.sd3walk")
    assert names(tmp_path) == []


def test_a_save_leaves_nothing_beside_the_file(tmp_path):
    EXAMPLE.save(tmp_path / "a.sd3walk")
    EXAMPLE.save(tmp_path / "a.sd3walk")
    assert names(tmp_path) == ["a.sd3walk"]


def test_saving_into_a_folder_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(WalkError, match=r"a\.sd3walk: can't be written: no such file or directory"):
        EXAMPLE.save(tmp_path / "nowhere" / "a.sd3walk")


def test_saving_over_a_folder_is_refused(tmp_path):
    (tmp_path / "a.sd3walk").mkdir()
    with pytest.raises(WalkError, match=r"a\.sd3walk: can't be written"):
        EXAMPLE.save(tmp_path / "a.sd3walk")


def test_saving_over_a_folder_leaves_only_the_folder(tmp_path):
    (tmp_path / "a.sd3walk").mkdir()
    with pytest.raises(WalkError):
        EXAMPLE.save(tmp_path / "a.sd3walk")
    assert names(tmp_path) == ["a.sd3walk"]


@pytest.mark.parametrize("name", ["with a space", "ein Fuchs 🦊", "כלב", "n" * 200, ".hidden", "no suffix"])
def test_a_walk_can_have_any_name_that_a_file_can_have(name, tmp_path):
    EXAMPLE.save(tmp_path / name)
    assert Walk.load(tmp_path / name) == EXAMPLE


def test_what_could_not_be_read_again_is_not_written(tmp_path):
    file = tmp_path / "walk.sd3walk"
    Walk(title="before").save(file)
    keyframes = tuple(Keyframe("x" * 10_000, f"{number}" + "y" * 9_000) for number in range(1_000))
    with pytest.raises(WalkError, match="a walk file has 16 MB at most; shorten its prompts"):
        Walk(path=Morph(keyframes)).save(file)
    assert Walk.load(file).title == "before"

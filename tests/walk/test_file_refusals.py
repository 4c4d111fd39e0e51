"""What is no walk file is refused in one sentence: which field, what is wrong, what is allowed."""

import copy
import json
import os
import tracemalloc

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sd3explorer.walk.error import WalkError
from sd3explorer.walk.noises import NOISES as NOISE_TYPES
from sd3explorer.walk.paths import PATHS as PATH_TYPES
from sd3explorer.walk.paths import Keyframe, Morph
from sd3explorer.walk.walk import Walk

HEAD = {"format": "sd3explorer-walk", "version": 2}
MORPH = {
    "kind": "morph",
    "closed": False,
    "keyframes": [
        {"prompt": "dog", "negative_prompt": "", "span": 1.0, "easing": "linear"},
        {"prompt": "cat", "negative_prompt": "", "span": 1.0, "easing": "linear"},
    ],
}
BASE = {
    "title": "Dog to cat",
    "model": {"preset": "starter", "image_size": [128, 128]},
    "sampler": {"num_steps": 28, "guidance_scale": 7.0, "guidance_interval": [0.25, 0.9]},
    "path": MORPH,
    "noise": {"kind": "fixed", "seed": 42},
    "timing": {"frames": 64, "frame_rate": 12.5, "ending": "there-and-back"},
    **HEAD,
}
PATHS = {
    "morph": MORPH,
    "morph by a curve": {"kind": "morph", "keyframes": [{"easing": [0.4, 0, 0.6, 1], "dwell": 2}, {}]},
    "grid": {"kind": "grid", "corners": ["a", "b", {"prompt": "c"}, "d"], "rows": 2, "columns": 2},
    "wander": {"kind": "wander", "prompt": "dog", "step_size": 0.1, "direction": "random", "seed": 1},
    "wander along ones": {"kind": "wander", "prompt": "dog", "direction": "ones"},
    "hold": {"kind": "hold", "prompt": {"prompt": "dog", "negative_prompt": "dark"}},
}
NOISES = {
    "fixed": {"kind": "fixed", "seed": 1},
    "varying": {"kind": "varying", "seed": 1},
    "orbit": {"kind": "orbit", "seed": 1},
    "travel": {"kind": "travel", "seeds": [1, 2], "closed": True},
}
VARIANTS = [BASE | {"path": path} for path in PATHS.values()] + [BASE | {"noise": n} for n in NOISES.values()]
VARIANTS.append(BASE | {"placement": {"key": "", "spots": "0 1/8 1/4~3/8@11:1/2 1"}})

PATH_KINDS = ", ".join(kind.kind for kind in PATH_TYPES)
NOISE_KINDS = ", ".join(kind.kind for kind in NOISE_TYPES)
SEED = "must be a whole number from 0 to 18446744073709551615"
FRAMES = "must be a whole number from 1 to 100000"
EASINGS = "must be one of linear, ease-in, ease-out, ease-in-out, or [x1, y1, x2, y2]"
DWELL = "must be a whole number from 0 to 10000"
PROMPTS = "there are prompt, negative_prompt"


def edited(place, value, base=BASE):
    """`base` with `value` at `place`, a tuple of keys and indices."""
    document = copy.deepcopy(base)
    part = document
    for step in place[:-1]:
        part = part[step]
    part[place[-1]] = value
    return document


def refusal(document):
    with pytest.raises(WalkError) as caught:
        Walk.from_document(document)
    return str(caught.value)


def refusal_of_bytes(data):
    with pytest.raises(WalkError) as caught:
        Walk.parse(data)
    return str(caught.value)


def refusal_of_file(path):
    with pytest.raises(WalkError) as caught:
        Walk.load(path)
    return str(caught.value)


def one_sentence(message):
    return "\n" not in message and "\r" not in message and message.isprintable()


# Fields

WRONG = [
    # The document
    (("format",), "png", 'its "format" must be "sd3explorer-walk"'),
    (("format",), None, 'its "format" must be "sd3explorer-walk"'),
    (("version",), "1", "version: must be a whole number from 1"),
    (("version",), True, "version: must be a whole number from 1"),
    (("version",), 0, "version: must be a whole number from 1"),
    (("version",), 1.0, "version: must be a whole number from 1"),
    (("version",), 3, "version 3, but this app knows versions up to 2: update sd3explorer"),
    (("title",), 5, "title: must be a text in quotes, not 5"),
    (("title",), None, "title: must be a text in quotes, not null"),
    (("title",), "half of \ud83e a fox", "title: holds half of a character"),
    (
        ("colour",),
        "red",
        "colour: is not a field here; there are format, version, title, model, sampler, path",
    ),
    # The model
    (("model",), "starter", 'model: must be an object in braces, not "starter"'),
    (("model", "preset"), None, "model.preset: must be a text in quotes, not null"),
    (("model", "preset"), "", "model.preset: must name a preset, not be empty"),
    (("model", "preset"), " \n", "model.preset: must name a preset, not be empty"),
    (("model", "image_size"), 128, "model.image_size: must be a list in brackets, not 128"),
    (("model", "image_size"), [128], "model.image_size: must be [height, width], not 1 numbers"),
    (("model", "image_size"), [128, 128, 3], "model.image_size: must be [height, width], not 3 numbers"),
    (
        ("model", "image_size"),
        [100, 100],
        "model.image_size: height and width must be multiples of 8, not 100",
    ),
    (("model", "image_size"), [128, "128"], "model.image_size[1]: must be a whole number from 8 to 8192"),
    (("model", "image_size"), [128.0, 128], "model.image_size[0]: must be a whole number from 8 to 8192"),
    (("model", "image_size"), [0, 128], "model.image_size[0]: must be a whole number from 8 to 8192"),
    (("model", "image_size"), [128, 8200], "model.image_size[1]: must be a whole number from 8 to 8192"),
    (("model", "size"), [128, 128], "model.size: is not a field here; there are preset, image_size"),
    # The sampler
    (("sampler",), [], "sampler: must be an object in braces, not a list"),
    (("sampler", "num_steps"), 0, "sampler.num_steps: must be a whole number from 1 to 1000, not 0"),
    (("sampler", "num_steps"), 1001, "sampler.num_steps: must be a whole number from 1 to 1000"),
    (("sampler", "num_steps"), 28.0, "sampler.num_steps: must be a whole number from 1 to 1000"),
    (("sampler", "num_steps"), True, "sampler.num_steps: must be a whole number from 1 to 1000, not true"),
    (("sampler", "num_steps"), None, "sampler.num_steps: must be a whole number from 1 to 1000, not null"),
    (("sampler", "guidance_scale"), "7", 'sampler.guidance_scale: must be a number from 0 to 100, not "7"'),
    (
        ("sampler", "guidance_scale"),
        False,
        "sampler.guidance_scale: must be a number from 0 to 100, not false",
    ),
    (("sampler", "guidance_scale"), -0.1, "sampler.guidance_scale: must be a number from 0 to 100"),
    (("sampler", "guidance_scale"), 10**400, "sampler.guidance_scale: must be a number from 0 to 100"),
    (
        ("sampler", "guidance_interval"),
        0.5,
        "sampler.guidance_interval: must be a list in brackets, not 0.5",
    ),
    (
        ("sampler", "guidance_interval"),
        None,
        "sampler.guidance_interval: must be a list in brackets, not null",
    ),
    (
        ("sampler", "guidance_interval"),
        [0.2],
        "sampler.guidance_interval: must be [low, high], noise levels from 0 to 1, not 1 numbers",
    ),
    (
        ("sampler", "guidance_interval"),
        [0.2, "0.9"],
        'sampler.guidance_interval[1]: must be a number from 0 to 1, not "0.9"',
    ),
    (
        ("sampler", "guidance_interval"),
        [False, True],
        "sampler.guidance_interval[0]: must be a number from 0 to 1, not false",
    ),
    (
        ("sampler", "guidance_interval"),
        [-0.1, 0.9],
        "sampler.guidance_interval[0]: must be a number from 0 to 1, not -0.1",
    ),
    (
        ("sampler", "guidance_interval"),
        [0.2, 1.1],
        "sampler.guidance_interval[1]: must be a number from 0 to 1, not 1.1",
    ),
    (
        ("sampler", "guidance_interval"),
        [0.9, 0.2],
        "sampler.guidance_interval: must be [low, high] with low below high, not [0.9, 0.2]",
    ),
    (
        ("sampler", "guidance_interval"),
        [0.5, 0.5],
        "sampler.guidance_interval: must be [low, high] with low below high, not [0.5, 0.5]",
    ),
    (("sampler", "steps"), 28, "sampler.steps: is not a field here; there are num_steps, guidance_scale"),
    # The path
    (("path",), None, "path: must be an object in braces, not null"),
    (("path", "kind"), "spiral", f"path.kind: must be one of {PATH_KINDS}, not"),
    (("path", "kind"), ["morph"], f"path.kind: must be one of {PATH_KINDS}, not a list"),
    (("path", "rows"), 3, "path.rows: is not a field here; there are kind, keyframes, closed"),
    (("path", "closed"), 1, "path.closed: must be true or false, not 1"),
    (("path", "closed"), "true", "path.closed: must be true or false, not"),
    (("path", "keyframes"), [], "path.keyframes: a morph needs 2 to 1000 keyframes, not 0"),
    (("path", "keyframes"), [{"prompt": "dog"}], "path.keyframes: a morph needs 2 to 1000 keyframes, not 1"),
    (("path", "keyframes"), [{}] * 1001, "path.keyframes: a morph needs 2 to 1000 keyframes, not 1001"),
    (("path", "keyframes"), {}, "path.keyframes: must be a list in brackets, not an object"),
    (("path", "keyframes", 1), "cat", "path.keyframes[1]: must be an object in braces, not"),
    (("path", "keyframes", 1, "prompt"), 5, "path.keyframes[1].prompt: must be a text in quotes, not 5"),
    (("path", "keyframes", 0, "negative_prompt"), None, "path.keyframes[0].negative_prompt: must be a text"),
    (("path", "keyframes", 0, "prompt"), "\udc00", "path.keyframes[0].prompt: holds half of a character"),
    (("path", "keyframes", 0, "prompt"), "a" * 10_001, "must have at most 10,000 characters"),
    (("path", "keyframes", 0, "span"), 0, "path.keyframes[0].span: must be a number from 1e-06 to 1e+06"),
    (("path", "keyframes", 0, "span"), -1.0, "path.keyframes[0].span: must be a number from 1e-06 to 1e+06"),
    (("path", "keyframes", 0, "span"), "1", "path.keyframes[0].span: must be a number from 1e-06 to 1e+06"),
    (("path", "keyframes", 0, "dwell"), -1, f"path.keyframes[0].dwell: {DWELL}, not -1"),
    (("path", "keyframes", 0, "dwell"), 1.5, f"path.keyframes[0].dwell: {DWELL}, not 1.5"),
    (("path", "keyframes", 0, "dwell"), 10_001, f"path.keyframes[0].dwell: {DWELL}, not 10001"),
    (("path", "keyframes", 1, "easing"), "bounce", f"path.keyframes[1].easing: {EASINGS}, not "),
    (("path", "keyframes", 1, "easing"), None, f"path.keyframes[1].easing: {EASINGS}, not null"),
    (
        ("path", "keyframes", 1, "easing"),
        [0.1, 0.2, 0.3],
        "path.keyframes[1].easing: must be [x1, y1, x2, y2], from 0 to 1 each, not 3 numbers",
    ),
    (
        ("path", "keyframes", 1, "easing"),
        [0.1, 0.2, 0.3, 1.5],
        "path.keyframes[1].easing[3]: must be a number from 0 to 1, not 1.5",
    ),
    (
        ("path", "keyframes", 1, "easing"),
        [0.1, "0.2", 0.3, 1.0],
        "path.keyframes[1].easing[1]: must be a number from 0 to 1, not",
    ),
    (
        ("path", "keyframes", 1, "text"),
        "cat",
        "path.keyframes[1].text: is not a field here; there are prompt, negative_prompt, span, easing, dwell",
    ),
    # The noise
    (("noise",), 42, "noise: must be an object in braces, not 42"),
    (("noise", "kind"), "pink", f"noise.kind: must be one of {NOISE_KINDS}, not"),
    (("noise", "seed"), -1, f"noise.seed: {SEED}, not -1"),
    (("noise", "seed"), 2**64, f"noise.seed: {SEED}, not 18446744073709551616"),
    (("noise", "seed"), 10**30, f"noise.seed: {SEED}, not a number of more than 20 digits"),
    (("noise", "seed"), 42.0, f"noise.seed: {SEED}, not 42.0"),
    (("noise", "seed"), "-42", f"noise.seed: {SEED}, not"),
    (("noise", "seed"), True, f"noise.seed: {SEED}, not true"),
    (("noise", "seeds"), [1, 2], "noise.seeds: is not a field here; there are kind, seed"),
    # The timing
    (("timing",), "fast", "timing: must be an object in braces, not"),
    (("timing", "frames"), 0, f"timing.frames: {FRAMES}, not 0"),
    (("timing", "frames"), -5, f"timing.frames: {FRAMES}, not -5"),
    (("timing", "frames"), 100_001, f"timing.frames: {FRAMES}, not 100001"),
    (("timing", "frames"), True, f"timing.frames: {FRAMES}, not true"),
    (("timing", "frames"), "64", f"timing.frames: {FRAMES}, not"),
    (("timing", "frames"), 64.5, f"timing.frames: {FRAMES}, not 64.5"),
    (("timing", "frame_rate"), 0, "timing.frame_rate: must be a number from 0.01 to 1000, not 0"),
    (("timing", "frame_rate"), True, "timing.frame_rate: must be a number from 0.01 to 1000, not true"),
    (("timing", "frame_rate"), "12.5", "timing.frame_rate: must be a number from 0.01 to 1000, not"),
    (("timing", "frame_rate"), None, "timing.frame_rate: must be a number from 0.01 to 1000, not null"),
    (("timing", "ending"), "bounce", "timing.ending: must be one of once, there-and-back, loop, not"),
    (("timing", "motion"), "uneven", "timing.motion: must be one of steady, even, not"),
    (("timing", "motion"), None, "timing.motion: must be one of steady, even, not null"),
    (("timing", "bridges"), 1, "timing.bridges: must be true or false, not 1"),
    # Where its frames lie
    (("placement",), "0 1", 'placement: must be an object in braces, not "0 1"'),
    (("placement",), {}, "placement.spots: is missing"),
    (("placement",), {"spots": "0 1"}, "placement.key: is missing"),
    (("placement",), {"key": "", "spots": "0 -1"}, 'placement.spots: must be spots such as "9/4" or'),
    (("placement",), {"key": "", "spots": "\u202e"}, 'not "\\u202e"'),
    (
        ("placement",),
        {"key": "", "spots": "1 0"},
        "placement.spots: must be spots in order, but 0 comes after 1",
    ),
    (("placement",), {"key": 7, "spots": ""}, "placement.key: must be a text in quotes, not 7"),
    (
        ("placement",),
        {"key": "", "spots": "", "at": 1},
        "placement.at: is not a field here; there are spots, key",
    ),
    (("timing", "fps"), 12, "timing.fps: is not a field here; there are frames, frame_rate, ending"),
]

WRONG_PATHS = [
    ("grid", ("corners",), ["a", "b", "c"], "path.corners: a grid has 4 corners, this one has 3"),
    ("grid", ("corners",), ["a"] * 5, "path.corners: a grid has 4 corners, this one has 5"),
    ("grid", ("corners",), "abcd", "path.corners: must be a list in brackets, not"),
    ("grid", ("corners", 2), 7, "path.corners[2]: must be"),
    ("grid", ("corners", 2, "prompt"), 7, "path.corners[2].prompt: must be a text in quotes, not 7"),
    ("grid", ("corners", 2, "span"), 1, f"path.corners[2].span: is not a field here; {PROMPTS}"),
    ("grid", ("corners", 0), "\ud800", "path.corners[0]: holds half of a character"),
    ("grid", ("rows",), 0, f"path.rows: {FRAMES}, not 0"),
    ("grid", ("columns",), 2.0, f"path.columns: {FRAMES}, not 2.0"),
    ("grid", ("rows",), 60_000, "path: rows × columns must be at most 100000, not 120000"),
    ("grid", ("frames",), 4, "path.frames: is not a field here; there are kind, corners, rows, columns"),
    ("wander", ("prompt",), None, "path.prompt: must be"),
    ("wander", ("step_size",), "0.1", "path.step_size: must be a number from -1000 to 1000, not"),
    ("wander", ("step_size",), 1001, "path.step_size: must be a number from -1000 to 1000, not 1001"),
    ("wander", ("direction",), "up", "path.direction: must be one of ones, random, not"),
    ("wander", ("seed",), -1, f"path.seed: {SEED}, not -1"),
    (
        "wander",
        ("steps",),
        3,
        "path.steps: is not a field here; there are kind, prompt, step_size, direction, seed",
    ),
    (
        "wander along ones",
        ("seed",),
        1,
        "path.seed: is not a field here; there are kind, prompt, step_size, dir",
    ),
    ("hold", ("prompt",), 5, "path.prompt: must be"),
    ("hold", ("prompt", "prompt"), 5, "path.prompt.prompt: must be a text in quotes, not 5"),
    ("hold", ("prompt", "text"), "dog", f"path.prompt.text: is not a field here; {PROMPTS}"),
    ("hold", ("seed",), 1, "path.seed: is not a field here; there are kind, prompt"),
]

WRONG_TRAVELS = [
    (("seeds",), [1], "noise.seeds: travel needs 2 to 1000 seeds, this one has 1"),
    (("seeds",), [1] * 1001, "noise.seeds: travel needs 2 to 1000 seeds, this one has 1001"),
    (("seeds",), 1, "noise.seeds: must be a list in brackets, not 1"),
    (("seeds", 1), -1, f"noise.seeds[1]: {SEED}, not -1"),
    (("seeds", 0), 2**64, f"noise.seeds[0]: {SEED}"),
    (("seeds", 0), "1.0", f"noise.seeds[0]: {SEED}"),
    (("closed",), 0, "noise.closed: must be true or false, not 0"),
    (("seed",), 1, "noise.seed: is not a field here; there are kind, seeds, closed"),
]


def named(row):
    *_, place, value, _ = row
    return f"{'.'.join(map(str, place))} = {json.dumps(value)[:24]}"


@pytest.mark.parametrize(("place", "value", "message"), WRONG, ids=map(named, WRONG))
def test_a_wrong_field_is_refused_by_its_path_and_what_is_allowed(place, value, message):
    assert message in refusal(edited(place, value))


@pytest.mark.parametrize(("kind", "place", "value", "message"), WRONG_PATHS, ids=map(named, WRONG_PATHS))
def test_a_wrong_field_of_a_path_is_refused_by_its_path_and_what_is_allowed(kind, place, value, message):
    assert message in refusal(edited(("path", *place), value, BASE | {"path": PATHS[kind]}))


@pytest.mark.parametrize(("place", "value", "message"), WRONG_TRAVELS, ids=map(named, WRONG_TRAVELS))
def test_a_wrong_field_of_a_travel_is_refused_by_its_path_and_what_is_allowed(place, value, message):
    assert message in refusal(edited(("noise", *place), value, BASE | {"noise": NOISES["travel"]}))


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ({"path": {"kind": "morph"}}, "path.keyframes: is missing"),
        ({"path": {"kind": "grid"}}, "path.corners: is missing"),
        ({"path": {"kind": "wander"}}, "path.prompt: is missing"),
        ({"path": {"kind": "hold"}}, "path.prompt: is missing"),
        ({"noise": {"kind": "travel"}}, "noise.seeds: is missing"),
    ],
)
def test_what_has_no_default_is_missed_by_its_path(parts, message):
    assert refusal(HEAD | parts) == message


@pytest.mark.parametrize("path", [PATHS["hold"] | {"prompt": 5}, PATHS["grid"] | {"corners": [5] * 4}])
def test_a_prompt_of_another_type_is_refused_with_what_is_allowed(path):
    assert "text in quotes" in refusal(BASE | {"path": path})


@pytest.mark.parametrize("field", ["format", "version"])
def test_what_tells_a_walk_file_from_others_must_be_there(field):
    assert refusal({name: value for name, value in BASE.items() if name != field}) == f"{field}: is missing"


@pytest.mark.parametrize("document", [None, True, 1, 1.5, "walk", [], [BASE]])
def test_a_document_that_is_no_object_is_refused(document):
    assert "must be an object in braces" in refusal(document)


def test_a_newer_version_is_refused_by_name_whatever_else_it_holds():
    newer = {"format": "sd3explorer-walk", "version": 7, "path": {"kind": "spiral"}, "colour": "red"}
    assert "is a walk of version 7" in refusal(newer)


# JSON


@pytest.mark.parametrize("constant", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_number_is_refused_by_name(constant):
    text = json.dumps(BASE).replace("12.5", constant)
    assert f"holds {constant}," in refusal_of_bytes(text.encode())


def test_a_number_too_large_for_a_float_is_refused_by_its_path():
    text = json.dumps(BASE).replace("12.5", "1e999")
    assert "timing.frame_rate: must be a number from 0.01 to 1000" in refusal_of_bytes(text.encode())


def test_a_number_of_many_thousand_digits_is_refused():
    text = json.dumps(BASE).replace("42", "4" * 10_000)
    assert "a number too long" in refusal_of_bytes(text.encode())


def test_a_field_that_is_there_twice_is_refused_by_name():
    text = json.dumps(BASE).replace('"seed": 42', '"seed": 42, "seed": 43')
    assert refusal_of_bytes(text.encode()) == 'holds the field "seed" twice in one object'


def test_half_of_a_character_in_an_escape_is_refused_by_its_path():
    text = json.dumps(BASE).replace("Dog to cat", "\\ud800")
    assert "title: holds half of a character" in refusal_of_bytes(text.encode())


@pytest.mark.parametrize(
    "double", ["two\\nlines", "a\\rreturn", "half \\ud800", "a bell\\u0007", "a separator\\u2028"]
)
def test_a_field_that_is_there_twice_is_shown_in_one_printable_line(double):
    assert one_sentence(refusal_of_bytes(f'{{"{double}": 1, "{double}": 2}}'.encode()))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty"),
        (b"   \n", "is empty"),
        (b"{", "isn't complete JSON (line 1, column 2"),
        (b"{'format': 1}", "isn't complete JSON (line 1, column 2"),
        (b'{"format": 1,}', "isn't complete JSON (line 1"),
        (b'{"title": "two\nlines"}', "isn't complete JSON (line 1"),
        (b"GIF89a", "isn't complete JSON (line 1, column 1"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "is not text"),
        (b"\x00" * 100, "is empty"),
        (json.dumps(BASE).encode("utf-16"), "is not text"),
        (json.dumps(BASE, ensure_ascii=False).replace("Dog", "Dög").encode("latin-1"), "is not text"),
        (b"[" * 100_000, "too deep"),
        (b'{"path": ' * 100_000, "too deep"),
        (b'{"path": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "too deep"),
    ],
    ids=[
        "empty", "blank", "half", "single quotes", "comma", "raw newline", "GIF", "PNG", "zeros",
        "UTF-16", "Latin-1", "deep list", "deep object", "deep and closed",
    ],
)  # fmt: skip
def test_what_is_no_json_is_refused_with_the_reason(data, message):
    assert message in refusal_of_bytes(data)


# Files


@pytest.fixture
def written(tmp_path):
    def write(data):
        (tmp_path / "a.sd3walk").write_bytes(data)
        return tmp_path / "a.sd3walk"

    return write


FILES = {
    "empty": b"",
    "truncated": Walk().dump().encode()[:200],
    "binary": bytes(range(256)),
    "wrong": json.dumps(edited(("timing", "frames"), 0)).encode(),
    "deep": b"[" * 100_000,
}


@pytest.mark.parametrize("kind", FILES)
def test_a_file_that_is_no_walk_is_refused_by_its_name(kind, written):
    path = written(FILES[kind])
    assert refusal_of_file(path).startswith(f"{path}: ")


@pytest.mark.parametrize("kind", FILES)
def test_a_file_that_is_no_walk_is_refused_in_one_sentence(kind, written):
    assert one_sentence(refusal_of_file(written(FILES[kind])))


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(length=st.integers(0, len(Walk().dump().rstrip()) - 1))
def test_a_file_cut_off_anywhere_is_refused_by_its_name(written, length):
    path = written(Walk().dump().encode()[:length])
    assert refusal_of_file(path).startswith(f"{path}: ")


def test_a_file_of_100_mb_is_refused_as_too_large(tmp_path):
    path = tmp_path / "a.sd3walk"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    assert refusal_of_file(path) == f"{path}: is larger than 16 MB, so it can't be a walk file"


def test_a_file_of_100_mb_is_not_read_whole(tmp_path):
    path = tmp_path / "a.sd3walk"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    tracemalloc.start()
    refusal_of_file(path)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 50_000_000


def test_a_folder_is_refused_by_its_name(tmp_path):
    assert refusal_of_file(tmp_path) == f"{tmp_path}: can't be read: is a directory"


def test_a_missing_file_is_refused_by_its_name(tmp_path):
    path = tmp_path / "a.sd3walk"
    assert refusal_of_file(path) == f"{path}: can't be read: no such file or directory"


def test_a_pipe_is_refused_without_waiting_for_whoever_writes_to_it(tmp_path, hang_guard):
    path = tmp_path / "a.sd3walk"
    os.mkfifo(path)
    assert refusal_of_file(path) == f"{path}: can't be read: it is a pipe, not a file"


def test_a_link_that_leads_in_a_circle_is_refused_by_its_name(tmp_path):
    path = tmp_path / "a.sd3walk"
    path.symlink_to(path)
    assert refusal_of_file(path) == f"{path}: can't be read: too many levels of symbolic links"


def test_walk_load_refuses_alike(tmp_path):
    with pytest.raises(WalkError, match="can't be read"):
        Walk.load(str(tmp_path / "a.sd3walk"))


# Small files that ask for much


def test_a_field_that_is_there_twice_is_found_at_once_among_many(hang_guard):
    fields = ",".join(f'"{number}": 1' for number in [*range(95_000), 94_999])
    assert refusal_of_bytes(f"{{{fields}}}".encode()) == 'holds the field "94999" twice in one object'


@pytest.mark.parametrize("value", ["[]", "{}", "[{}]", "0.1", '"ab"', '{"a":{}}'])
def test_a_file_of_many_small_values_takes_little_more_memory_than_it_is_long(value):
    data = f"[{','.join([value] * (10_000_000 // (len(value) + 1)))}]".encode()
    tracemalloc.start()
    refusal_of_bytes(data)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 2 * len(data)


def test_a_quote_that_is_never_closed_is_looked_for_once(hang_guard):
    data = b'["' + b'\\"' * 5_000_000 + b"," * 200_000
    assert "isn't complete JSON" in refusal_of_bytes(data)


@pytest.mark.parametrize("prompt", ["a, dog, [sitting], {here}" * 400, '\\",\\"[' * 1_600, ",\\\\" * 3_000])
def test_a_prompt_may_be_full_of_commas_and_brackets(prompt):
    keyframes = [Keyframe(prompt, "[,{" * 3_000)] * 100
    walk = Walk(path=Morph(tuple(keyframes)))
    assert Walk.parse(walk.dump().encode()) == walk


# Whatever comes

scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.text(st.characters(categories=["Cs", "Cc", "Zl"]), max_size=3)
    | st.sampled_from(["morph", "grid", "hold", "travel", "ones", "random", 2**64, 10**400, "\ud800"])
)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=8,
)


def places(part):
    """The place of everything inside a document."""
    inner = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    for step, value in inner:
        yield (step,)
        yield from ((step, *place) for place in places(value))


@st.composite
def almost_walks(draw):
    base = draw(st.sampled_from(VARIANTS))
    place = draw(st.sampled_from(sorted(places(base), key=str)))
    if draw(st.booleans()):
        place = (*place[:-1], draw(st.text(max_size=6))) if isinstance(place[-1], str) else place
    return edited(place, draw(values), base)


def refusal_or_none(read, value):
    try:
        read(value)
    except WalkError as error:
        return str(error)
    return None


def test_what_those_start_from_are_walks():
    assert [refusal_or_none(Walk.from_document, document) for document in VARIANTS] == [None] * len(VARIANTS)


@settings(deadline=None, max_examples=100)
@given(st.binary(max_size=200))
def test_bytes_are_a_walk_or_refused_in_one_sentence(data):
    assert one_sentence(refusal_or_none(Walk.parse, data) or "")


@settings(deadline=None, max_examples=100)
@given(values)
def test_a_json_document_is_a_walk_or_refused_in_one_sentence(document):
    assert one_sentence(refusal_or_none(Walk.from_document, document) or "")


@settings(deadline=None, max_examples=100)
@given(almost_walks())
def test_a_walk_with_one_thing_changed_is_a_walk_or_refused_in_one_sentence(document):
    assert one_sentence(refusal_or_none(Walk.from_document, document) or "")


@settings(deadline=None, max_examples=100)
@given(almost_walks())
def test_json_text_is_a_walk_or_refused_in_one_sentence(document):
    assert one_sentence(refusal_or_none(Walk.parse, json.dumps(document).encode()) or "")

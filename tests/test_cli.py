"""The command line as its user meets it."""

import ctypes
import errno
import itertools
import json
import os
import platform
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from dataclasses import replace
from io import BytesIO, TextIOWrapper
from pathlib import Path

import psutil
import pytest
from PIL import Image

from sd3explorer import resources
from sd3explorer.app.screen import QT_PACKAGES, VARIABLES
from sd3explorer.arguments import overridden, parser
from sd3explorer.cli import COMMANDS, main
from sd3explorer.examples import example_names, example_path
from sd3explorer.export import read_walk
from sd3explorer.machine.backends import Seen
from sd3explorer.machine.devices import Device
from sd3explorer.presets.library import look
from sd3explorer.progress import TerminalProgress
from sd3explorer.render import checkup, estimate, job
from sd3explorer.render.engine import PRECISIONS, chosen_backend
from sd3explorer.render.history import History
from sd3explorer.render.job import Frame, Searching
from sd3explorer.render.local import ThisProcess
from sd3explorer.render.places import choose_place
from sd3explorer.render.store import FrameStore
from sd3explorer.render.tuning import Tuning
from sd3explorer.render_command import JobReport
from sd3explorer.resources import resource
from sd3explorer.walk.error import WalkError
from sd3explorer.walk.lora_editing import with_loras, with_varying_loras
from sd3explorer.walk.loras import Lora
from sd3explorer.walk.model import Model
from sd3explorer.walk.paths import Grid, Hold, Prompts
from sd3explorer.walk.timing import Ending, Motion, Timing
from sd3explorer.walk.walk import Walk
from sd3explorer.wording import in_units
from tests.gradient import GradientModel, OverflowingModel
from tests.hostile import make_hostile, what_ran
from tests.presets.headers import settle, write_model

REPOSITORY = Path(__file__).parents[1]


@pytest.fixture(autouse=True)
def own_folders(monkeypatch, tmp_path, tmp_path_factory):
    """Folders of the test's own, where it is known already which precision suits this machine."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    # The log is written there, whatever a command does.
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
    monkeypatch.chdir(tmp_path)
    tuning = tmp_path / "cache" / "sd3explorer" / "tuning.json"
    tuning.parent.mkdir(parents=True)
    Tuning(tuning).remember_precision(chosen_backend(None), "float32")


@pytest.fixture
def nothing_measured(own_folders, tmp_path):
    """As at the very first start: nothing is known of this machine."""
    (tmp_path / "cache" / "sd3explorer" / "tuning.json").unlink()


@pytest.fixture
def walk_file(tmp_path):
    Walk(title="Short").save(tmp_path / "short.sd3walk")
    return "short.sd3walk"


def gradient_place(backend, *_):
    return ThisProcess.of_user(backend, "float32", GradientModel)


def start(*words):
    command = [sys.executable, "-m", "sd3explorer", *words]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


# The command line with a stand-in for the model.
GRADIENT = """
import sys
from sd3explorer import cli
from sd3explorer.render.child import ChildProcess
from tests.gradient import GradientModel

sys.exit(cli.main(sys.argv[1:], lambda backend, *_: ChildProcess.of_user(backend, "float32", GradientModel)))
"""


def start_gradient(walk_file, *words, shell='exec "$@"', **environment):
    command = ["sh", "-c", shell, "sh", sys.executable, "-c", GRADIENT, "render", walk_file, "-o", "out.gif"]
    return subprocess.Popen(
        [*command, "--frames", "3", "--image-size", "32x32", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(REPOSITORY)} | environment,
    )


def interrupted(process, activity):
    """What comes of a process that is interrupted as soon as it says that it is busy with something."""
    for line in process.stderr:
        if line.startswith(activity):
            process.send_signal(signal.SIGINT)
            break
    return finish(process)


def finish(process):
    output, errors = process.communicate(timeout=300)
    return process.returncode, output, errors


def short_render(walk_file, output, *words):
    return start("render", walk_file, "-o", output, "--frames", "6", "--num-steps", "2", *words)


def refused(capsys, *words, choose_place=gradient_place):
    """The exit status and the one sentence of a command that fails."""
    try:
        status = main(list(words), choose_place)
    except SystemExit as stop:
        status = stop.code
    errors = capsys.readouterr().err
    assert "Traceback" not in errors
    return status, errors.strip()


def left_in(folder):
    return sorted(path.name for path in Path(folder).iterdir())


MEASURING = "measuring what suits this device"


@pytest.mark.usefixtures("nothing_measured")
def test_a_walk_becomes_a_gif_measures_once_runs_nothing_beside_it_and_renders_nothing_twice(
    walk_file, tmp_path, monkeypatch
):
    folder = make_hostile(tmp_path)
    # As XLA takes them too; TensorFlow starts with them where it measures and where it renders.
    Path("flags").write_text("--xla_cpu_multi_thread_eigen=true\n")
    monkeypatch.setenv("XLA_FLAGS", str(tmp_path / "flags"))
    status, output, errors = finish(short_render(walk_file, "out.gif"))
    assert (status, output) == (0, "")
    assert MEASURING in errors
    assert Tuning(tmp_path / "cache" / "sd3explorer" / "tuning.json").precision("tensorflow") in PRECISIONS
    assert "6 frames: 6 rendered, 0 were there before" in errors
    with Image.open("out.gif") as picture:
        assert (picture.n_frames, picture.size) == (6, (128, 128))
    status, _, errors = finish(short_render(walk_file, "frames"))
    assert status == 0
    assert MEASURING not in errors
    assert "6 frames: 0 rendered, 6 were there before" in errors
    assert left_in("frames") == [f"frame-{number:04}.png" for number in range(1, 7)]
    assert what_ran(folder) == []


def test_an_interrupted_render_keeps_its_frames_and_goes_on_from_there(walk_file):
    # 24 frames are three batches.
    words = ("--frames", "24", "--num-steps", "200")
    status, _, errors = interrupted(start_gradient(walk_file, *words), "rendering")
    assert status == 130
    kept = int(re.search(r"interrupted: (\d+) of 24 frames (?:is|are) kept", errors)[1])
    assert 0 < kept < 24
    assert "out.gif" not in left_in(".")
    status, _, errors = finish(start_gradient(walk_file, *words))
    assert status == 0
    before = int(re.search(r"(\d+) w(?:as|ere) there before", errors)[1])
    assert before >= kept


def test_an_interrupted_search_for_even_places_says_what_is_kept(walk_file):
    process = start_gradient(walk_file, "--frames", "24", "--num-steps", "200", "--motion", "even")
    status, _, errors = interrupted(process, "making the motion even")
    assert status == 130
    assert re.search(r"interrupted: ([2-9]|\d\d) frames looked at are kept|1 frame looked at is kept", errors)


class Interrupted:
    """A job that is interrupted after some events."""

    def __init__(self, *events):
        self.events = events

    def run(self):
        yield from self.events
        raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("events", "kept"),
    [
        ([], "0 of 24 frames are kept"),
        ([Searching(1, 1, 0.1)], "1 frame looked at is kept"),
        ([Searching(1, 1, 0.1), Searching(2, 1, 0.2)], "2 frames looked at are kept"),
        ([Searching(9, 9, 0.9), Frame(0, None, None, False)], "1 of 24 frames is kept"),
    ],
)
def test_an_interrupted_render_says_what_is_kept(capsys, events, kept):
    with pytest.raises(KeyboardInterrupt), TerminalProgress() as progress:
        JobReport(24, progress).follow(Interrupted(*events))
    assert f"interrupted: {kept}; the same command continues from there\n" in capsys.readouterr().err


def test_a_grid_becomes_one_picture_of_its_rows_and_columns():
    document = {"path": {"kind": "grid", "corners": ["a", "b", "c", "d"], "rows": 2, "columns": 3}}
    document |= {"format": "sd3explorer-walk", "version": 1}
    Path("grid.sd3walk").write_text(json.dumps(document))
    assert main(["render", "grid.sd3walk", "-o", "grid.png", "--image-size", "32x64"], gradient_place) == 0
    with Image.open("grid.png") as picture:
        assert picture.size == (3 * 64, 2 * 32)


def test_a_long_look_for_frames_is_shown(monkeypatch, capsys):
    clock = itertools.count()
    monkeypatch.setattr(job, "monotonic", lambda: next(clock))
    Walk(timing=Timing(9)).save("walk.sd3walk")
    assert main(["render", "walk.sd3walk", "-o", "out.gif", "--image-size", "32x64"], gradient_place) == 0
    assert "looking up frames: 0 of 9\n" in capsys.readouterr().err


@pytest.mark.parametrize("name", example_names())
def test_every_example_can_be_written_and_read(name):
    assert main(["example", name]) == 0
    assert Walk.load(f"{name}.sd3walk").title


def test_the_examples_are_listed(capsys):
    assert main(["example"]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == example_names()


def test_an_example_that_is_damaged_is_left_out_and_says_so_when_it_is_asked_for(
    capsys, tmp_path, monkeypatch
):
    folder = shutil.copytree(resource("examples"), tmp_path / "installed" / "examples")
    monkeypatch.setattr(resources, "_IN_WHEEL", tmp_path / "installed")
    (folder / "orbit.sd3walk").write_bytes(b"\xff")
    assert main(["example"]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == [
        name for name in example_names() if name != "orbit"
    ]
    assert main(["example", "orbit"]) == 1
    error = capsys.readouterr().err
    assert "orbit.sd3walk" in error
    assert error.endswith("; to have this example again, install sd3explorer again\n")
    for file in folder.iterdir():
        file.unlink()
    assert main(["example"]) == 0


def test_every_experiment_of_the_seed_has_an_example_for_both_models():
    experiments = {"dog-to-cat", "dog-to-cat-5", "grid", "grid-varying", "orbit", "wander"}
    ours = {name for name in example_names() if not name.startswith("sd3-")}
    assert ours == {*experiments, "friends"}
    assert {f"sd3-{name}" for name in experiments} <= set(example_names())
    assert {Walk.load(example_path(name)).model.preset for name in ours} == {"starter"}


def test_an_example_does_not_overwrite_a_file_that_nobody_named(capsys):
    Walk(title="My own").save("orbit.sd3walk")
    status, errors = refused(capsys, "example", "orbit")
    assert status == 1
    assert (
        errors == "sd3explorer: orbit.sd3walk already exists and is another walk; name another file with -o"
    )
    assert Walk.load("orbit.sd3walk").title == "My own"


def test_an_example_can_be_written_again():
    assert [main(["example", "orbit"]) for _ in range(2)] == [0, 0]
    assert [main(["example", name, "-o", "mine.sd3walk"]) for name in ("orbit", "grid")] == [0, 0]
    assert Walk.load("mine.sd3walk").title == Walk.load(example_path("grid")).title


@pytest.mark.parametrize(
    "words",
    [
        ("import", "foxes.txt", "-o", "foxes.txt"),
        ("import", "foxes.txt", "-o", "link.sd3walk"),
        ("import", "foxes.txt", "-o", "notes"),
        ("import", "list.sd3walk"),
        ("import", "notes.txt"),
        ("example", "orbit", "-o", "notes"),
        ("example", "orbit"),
        ("example", "grid"),
    ],
)
def test_nothing_but_a_walk_is_written_over(words, capsys):
    for name in ("foxes.txt", "notes", "notes.txt", "list.sd3walk", "notes.sd3walk", "orbit.sd3walk"):
        Path(name).write_text("a fox\na wolf\n")
    Path("link.sd3walk").symlink_to("foxes.txt")
    Path("grid.sd3walk").mkdir()
    status, errors = refused(capsys, *words)
    assert status == 1
    assert errors.endswith(" already exists and is no walk; name another file with -o")
    assert {file.read_text() for file in Path().iterdir() if file.is_file()} == {"a fox\na wolf\n"}


@pytest.mark.parametrize("name", ["fr.gif", "fr.PNG", "fr.mp4"])
def test_a_walk_is_not_written_under_the_name_of_a_picture(name, capsys):
    Path("foxes.txt").write_text("a fox")
    for words in (("example", "friends"), ("import", "foxes.txt")):
        status, errors = refused(capsys, *words, "-o", name)
        assert status == 1
        assert errors.startswith(f"sd3explorer: {name} can't be written: {Path(name).suffix} is for what is")
        assert errors.endswith("; name a walk file, as in -o fr.sd3walk")
        assert not Path(name).exists()


def test_a_list_of_prompts_becomes_a_walk(tmp_path, capsys):
    (tmp_path / "foxes.csv").write_text("frame,prompt\n0,a fox\n30,a wolf <lora:ink:1>\n")
    assert main(["import", "foxes.csv"]) == 0
    output = capsys.readouterr()
    assert output.out == "foxes.sd3walk\n"
    assert output.err == (
        "sd3explorer: Left out <lora:ink:1>: add LoRAs to the model, with their strengths\n"
    )
    walk = Walk.load("foxes.sd3walk")
    assert (walk.title, walk.frame_count, walk.timing.motion) == ("foxes", 31, Motion.STEADY)
    assert walk.path.prompts == (Prompts("a fox"), Prompts("a wolf"))


def test_wildcards_of_a_list_are_drawn_by_a_seed(tmp_path, capsys):
    (tmp_path / "colour.txt").write_text("red\nblue\n")
    (tmp_path / "foxes.txt").write_text("a __colour__ fox\na {big|small} wolf\n")
    words = ["import", "foxes.txt", "-o", "foxes.sd3walk"]
    assert main(words) == 0
    assert "some prompts have wildcards; --seed N draws them" in capsys.readouterr().err
    assert Walk.load("foxes.sd3walk").path.prompts[0] == Prompts("a __colour__ fox")
    drawn = []
    for number in ("1", "1", "2", "3", "4"):
        assert main([*words, "--seed", number, "--wildcards", str(tmp_path)]) == 0
        drawn.append(Walk.load("foxes.sd3walk").path.prompts)
    assert drawn[0] == drawn[1]
    assert len(set(drawn)) > 1
    assert all("_" not in each.prompt and "{" not in each.prompt for prompts in drawn for each in prompts)


@pytest.mark.parametrize(
    ("words", "status", "message"),
    [
        (["none.txt"], 1, "none.txt: can't be read: no such file or directory"),
        (["bad.json"], 1, "bad.json: the list isn't complete JSON (line 1, column 2"),
        (["wild.txt", "--seed", "1"], 1, "prompt 1: __colour__ stands for a line of colour.txt"),
        (["wild.txt", "--wildcards", "."], 2, "--wildcards: nothing is drawn without a seed; add --seed N"),
        (["wild.txt", "--seed", "-1"], 2, "--seed: must be a whole number from 0"),
        (["taken.txt"], 1, "taken.sd3walk already exists and is another walk; name another file with -o"),
    ],
)
def test_lists_that_cannot_be_imported_are_refused_in_a_sentence(tmp_path, capsys, words, status, message):
    (tmp_path / "bad.json").write_text("{")
    (tmp_path / "wild.txt").write_text("a __colour__ fox")
    (tmp_path / "taken.txt").write_text("a fox")
    Walk(title="My own").save("taken.sd3walk")
    assert refused(capsys, "import", *words)[0] == status
    assert refused(capsys, "import", *words)[1].startswith(f"sd3explorer: {message}")
    assert sorted(file.name for file in tmp_path.glob("*.sd3walk")) == ["taken.sd3walk"]


def test_the_window_is_not_opened_on_a_damaged_list(tmp_path, capsys):
    (tmp_path / "bad.json").write_text("{")
    status, errors = refused(capsys, "bad.json")
    assert (status, errors.startswith("sd3explorer: bad.json: the list isn't complete JSON")) == (1, True)


def test_info_shows_the_walk_in_a_file(walk_file, capsys):
    assert main(["info", walk_file]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "Short"


def gradient_render(walk_file, output, *words):
    command = ["render", walk_file, "-o", output, "--frames", "3", "--image-size", "32x32", *words]
    return main(command, gradient_place)


def test_a_polite_kill_puts_everything_away(monkeypatch, walk_file):
    def killed(number, count, attempt):
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(0.5)  # for the main thread to wake up

    monkeypatch.setattr("sd3explorer.render_command.writing", lambda target, progress: killed)
    assert gradient_render(walk_file, "out.gif") == 130
    assert [name for name in left_in(".") if "out" in name] == []


def test_a_name_that_would_command_the_terminal_is_written_out(walk_file, capsys):
    assert gradient_render(walk_file, "red\x1b[31m\nline.gif") == 0
    assert Path("red\x1b[31m\nline.gif").exists()
    assert "red\\x1b[31m\\nline.gif is ready" in capsys.readouterr().err
    assert main(["info", "gone\x1b[31m.gif"]) == 1
    assert "gone\\x1b[31m.gif" in capsys.readouterr().err


def test_info_shows_the_walk_in_an_exported_file(walk_file, capsys):
    assert gradient_render(walk_file, "out.webp") == 0
    assert main(["info", "out.webp"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert (document["title"], document["timing"]["frames"]) == ("Short", 3)


def test_an_exported_file_can_be_rendered_again(walk_file):
    assert gradient_render(walk_file, "out.webp") == 0
    assert gradient_render("out.webp", "out.mp4") == 0
    assert Path("out.mp4").stat().st_size


def test_the_walk_can_be_left_out(walk_file, capsys):
    assert gradient_render(walk_file, "out.gif", "--no-metadata") == 0
    status, errors = refused(capsys, "info", "out.gif")
    assert status == 1
    assert "out.gif: carries no walk; it was made by another program, or its walk was left out" in errors


def test_the_end_says_what_came_out(walk_file, capsys):
    assert gradient_render(walk_file, "out.gif", "--scale", "2") == 0
    last = capsys.readouterr().err.splitlines()[-1]
    assert re.fullmatch(r"out\.gif is ready: 3 frames, 64 × 64 pixels, [\d.]+ kB", last)


def test_what_was_given_up_for_a_max_size_is_reported(walk_file, capsys):
    assert gradient_render(walk_file, "out.apng", "--scale", "8", "--max-size", "3kB") == 0
    last = capsys.readouterr().err.splitlines()[-1]
    assert re.search(r"kB \(to stay within 3.0 kB: pictures at \d+ % of their width and height\)$", last)
    assert Path("out.apng").stat().st_size <= 3_000


def test_what_cannot_be_as_small_as_asked_is_reported(walk_file, capsys):
    assert gradient_render(walk_file, "out.gif", "--max-size", "100B") == 1
    assert "Animated GIF can't be made as small as 100 bytes: it takes" in capsys.readouterr().err
    assert not Path("out.gif").exists()


@pytest.mark.parametrize(
    ("text", "size"),
    [("8MB", 8_000_000), ("8 mb", 8_000_000), ("1.5kB", 1_500), ("2MiB", 2 << 20), ("700", 700), ("9B", 9)],
)
def test_a_max_size_has_the_units_that_people_use(text, size):
    assert parser().parse_args(["render", "w", "-o", "o.gif", "--max-size", text]).max_size == size


def test_timing_can_be_overridden_and_is_in_the_file(walk_file):
    words = ("--frame-rate", "5", "--ending", "there-and-back")
    assert gradient_render(walk_file, "out.apng", *words) == 0
    with Image.open("out.apng") as picture:
        assert (picture.n_frames, picture.info["duration"]) == (4, 200.0)
    timing = Walk.load(walk_file).timing
    assert read_walk(Path("out.apng")).timing == replace(
        timing, frames=3, frame_rate=5.0, ending=Ending.THERE_AND_BACK
    )


def asked_for(walk, *words):
    return overridden(walk, parser().parse_args(["render", "w", "-o", "o.gif", *words]))


def test_loras_can_be_given_with_their_strengths():
    walk = asked_for(Walk(), "--lora", "ink.safetensors:0.5", "--lora", "C:\\fur.safetensors")
    assert walk.model.loras == (Lora("ink.safetensors", 0.5), Lora("C:\\fur.safetensors", 1.0))


def test_they_take_the_place_of_those_in_the_walk_and_of_what_its_keyframes_say():
    ink, fur = Lora("ink.safetensors"), Lora("fur.safetensors")
    before = with_varying_loras(with_loras(Walk(), [ink, ink]), vary=True)
    assert asked_for(before, "--lora", "fur.safetensors") == with_loras(Walk(), [fur])


def test_a_strength_out_of_bounds_is_wrong_usage():
    with pytest.raises(WalkError, match="--lora: must be a number from -2 to 2, not 3"):
        asked_for(Walk(), "--lora", "ink.safetensors:3")


def test_motion_can_be_overridden():
    assert asked_for(Walk(), "--motion", "even").timing == Timing(motion=Motion.EVEN)
    even = Walk(timing=Timing(motion=Motion.EVEN))
    assert asked_for(even, "--motion", "steady").timing == Timing()
    assert asked_for(even) == even


def test_whether_bridges_are_laid_can_be_overridden():
    without = asked_for(Walk(), "--motion", "even", "--no-bridges")
    assert without.timing == Timing(motion=Motion.EVEN, bridges=False)
    assert asked_for(without).timing.bridges is False
    assert asked_for(without, "--bridges").timing.bridges is True


@pytest.mark.parametrize("option", ["--bridges", "--no-bridges"])
@pytest.mark.parametrize(
    ("more", "remedy"),
    [
        ([], "add --motion even"),
        (["--motion", "even", "--frames", "2"], "leave it out, as such a walk can't be even"),
    ],
)
def test_bridges_of_a_walk_that_is_not_even_are_refused(walk_file, capsys, option, more, remedy):
    words = ("render", walk_file, "-o", "out.gif", option, *more)
    told = f"sd3explorer: {option}: only an even motion has bridges; {remedy}"
    assert refused(capsys, *words) == (2, told)


def test_one_frame_that_was_there_before_is_reported_in_the_singular(walk_file, capsys):
    for text in ("1 frame: 1 rendered, 0 were there before", "1 frame: 0 rendered, 1 was there before"):
        assert gradient_render(walk_file, "out.gif", "--frames", "1") == 0
        assert text in capsys.readouterr().err


def test_who_asks_for_an_even_walk_learns_that_it_can_not_be(walk_file, capsys):
    assert gradient_render(walk_file, "out.gif", "--motion", "even", "--frames", "2") == 0
    assert "such a walk can't be even" in capsys.readouterr().err
    assert gradient_render(walk_file, "out.gif", "--motion", "even") == 0
    assert "such a walk can't be even" not in capsys.readouterr().err


def test_an_even_walk_takes_the_places_of_its_frames_along(walk_file, capsys):
    assert gradient_render(walk_file, "out.gif", "--motion", "even", "--no-bridges", "--frames", "5") == 0
    told = capsys.readouterr().err
    assert re.search(r"making the motion even: \d+ rendered\n", told)
    assert "5 frames: 5 rendered, 0 were there before" in told
    exported = read_walk(Path("out.gif"))
    assert len(exported.placement.spots) == 5
    assert main(["info", "out.gif"]) == 0
    assert json.loads(capsys.readouterr().out) == json.loads(exported.dump())
    assert (exported.timing.motion, exported.timing.bridges) == (Motion.EVEN, False)
    # Elsewhere, where nothing was rendered.
    command = ["render", "out.gif", "-o", "again.gif", "--store", "elsewhere"]
    assert main(command, gradient_place) == 0
    told = capsys.readouterr().err
    assert "motion even" not in told
    assert "5 frames: 5 rendered, 0 were there before" in told
    assert len(list(Path("elsewhere").rglob("*.png"))) == 5
    assert read_walk(Path("again.gif")) == exported
    assert Path("again.gif").read_bytes() == Path("out.gif").read_bytes()


def test_a_grid_shows_its_every_mix_whatever_motion_is_asked_for(capsys):
    Walk(path=Grid((Prompts("a"), Prompts("b"), Prompts("c"), Prompts("d")), 2, 3)).save("grid.sd3walk")
    command = ["render", "grid.sd3walk", "-o", "grid.gif", "--image-size", "32x32", "--motion", "even"]
    assert main(command, gradient_place) == 0
    told = capsys.readouterr().err
    assert "motion even" not in told and "6 frames: 6 rendered" in told
    assert read_walk(Path("grid.gif")).placement is None


def test_every_option_of_an_export_arrives(walk_file):
    words = ["--rounds", "3", "--quality", "quick", "--dither", "0", "--smooth", "--scale", "2"]
    assert gradient_render(walk_file, "out.gif", *words) == 0
    with Image.open("out.gif") as picture:
        assert (picture.size, picture.info["loop"]) == ((64, 64), 2)
    words = ["--captions", "--columns", "1"]
    assert gradient_render(walk_file, "out.png", *words) == 0
    with Image.open("out.png") as picture:
        assert picture.size == (32, 3 * (32 + 20))


def test_the_models_own_steps_are_written_for_other_programs(walk_file):
    assert gradient_render(walk_file, "out.png") == 0
    with Image.open("out.png") as picture:
        assert re.search(r"^Steps: \d+, .*CFG scale: [\d.]+, ", picture.info["parameters"], re.MULTILINE)


def test_guidance_at_some_noise_levels_is_in_the_file_and_its_saving_is_reported(walk_file, capsys):
    assert gradient_render(walk_file, "out.gif", "--guidance-interval", "0.25:0.9") == 0
    assert "10 of 16 steps guided: 19 % less work" in capsys.readouterr().err.splitlines()
    assert read_walk(Path("out.gif")).sampler.guidance_interval == (0.25, 0.9)


def test_guidance_at_all_noise_levels_is_plain_guidance(walk_file, capsys):
    assert gradient_render(walk_file, "plain.gif") == 0
    assert "guided" not in capsys.readouterr().err
    assert gradient_render(walk_file, "out.gif", "--guidance-interval", "0:1") == 0
    assert "3 frames: 0 rendered, 3 were there before" in capsys.readouterr().err


def test_where_guidance_is_off_its_interval_is_said_to_change_nothing(walk_file, capsys):
    words = ("--guidance-interval", "0.25:0.9", "--guidance-scale", "1")
    assert gradient_render(walk_file, "out.gif", *words) == 0
    assert "guidance is off, so its interval changes nothing" in capsys.readouterr().err.splitlines()


BAD_OPTIONS = {
    "scale": (["o.gif", "--scale", "0"], "--scale: must be above 0 and at most 64, not 0"),
    "scale words": (["o.gif", "--scale", "big"], '--scale: must be a number, not "big"'),
    "rounds": (["o.gif", "--rounds", "-2"], "--rounds: must be from 1 to 65,535, or 0 for no end, not -2"),
    "dither": (["o.gif", "--dither", "2"], "--dither: must be from 0 (none) to 1 (full), not 2"),
    "quality": (["o.gif", "--quality", "good"], "--quality"),
    "ending": (["o.gif", "--ending", "never"], "--ending"),
    "motion": (["o.gif", "--motion", "uneven"], "--motion"),
    "frame rate": (["o.gif", "--frame-rate", "0"], "--frame-rate: must be a number from 0.01"),
    **{
        f"interval {text}": (
            ["o.gif", "--guidance-interval", text],
            f'--guidance-interval: must be low:high within 0:1, as in 0.25:0.9, not "{text}"',
        )
        for text in ("0.9", "0.9:0.25", "0.25:2", "nan:1", "0:0.5:1", "low:high")
    },
    "size": (["o.gif", "--max-size", "small"], 'must be a size, as in 8MB, 500kB or 8MiB, not "small"'),
    "no size": (["o.gif", "--max-size", "0"], "--max-size: must be 1 byte or more, not 0"),
    "no name": ([""], "must name a file or a folder"),
    "too small": (["o.gif", "--scale", "0.001"], "--scale: 0.001 leaves nothing of 128 × 128 pixels"),
    "columns": (["o.png", "--columns", "0"], "--columns: must be from 1 to 100,000, not 0"),
    "dither of a video": (["o.mp4", "--dither", "0"], "--dither: not for MP4 video; leave it out"),
    "captions of a GIF": (
        ["o.gif", "--captions"],
        "--captions: not for Animated GIF; leave it out, or choose",
    ),
    "max size of a folder": (["frames", "--max-size", "1MB"], "--max-size: not for PNG frames"),
}


@pytest.mark.parametrize("case", BAD_OPTIONS)
def test_bad_options_are_wrong_usage_before_anything_is_rendered(case, walk_file, capsys):
    words, sentence = BAD_OPTIONS[case]
    status, errors = refused(capsys, "render", walk_file, "-o", *words)
    assert (status, sentence in errors) == (2, True), errors
    # As Python would show the members of an enumeration.
    assert "<" not in errors
    assert len(errors.splitlines()) == 1
    assert left_in(".") == ["cache", "short.sd3walk"]
    # What was measured or read once, and no frames.
    assert set(left_in("cache/sd3explorer")) <= {"identities.json", "tuning.json"}


def test_models_lists_what_is_here_how_large_and_under_which_licence(capsys):
    assert main(["models"]) == 0
    headings, starter, medium, *_ = capsys.readouterr().out.splitlines()
    assert headings.split() == ["model", "kind", "size", "precision", "memory", "status", "licence", "where"]
    assert re.match(r"starter +Stable Diffusion 3 .*45 MB +float16 .* ships with the app +Apache", starter)
    assert re.match(r"stable_diffusion_3_medium +Stable .* 6\.0 GB .* can be fetched +Stability AI", medium)


def test_the_memory_of_a_model_is_that_on_what_would_compute(capsys, monkeypatch):
    name = "stable_diffusion_3_medium"
    about = next(entry.about for entry in look().entries if entry.preset == name)
    needed = {gpu: in_units(about.memory(on_gpu=gpu)) for gpu in (True, False)}
    assert needed[True] != needed[False]
    for gpu, memory in needed.items():
        monkeypatch.setattr("sd3explorer.models_command.may_have_gpu", lambda gpu=gpu: gpu)
        assert main(["models"]) == 0
        [line] = [each for each in capsys.readouterr().out.splitlines() if each.startswith(f"{name} ")]
        assert memory in line


def test_models_of_a_folder_that_was_added_are_listed_until_it_is_removed(capsys, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    file = write_model(tmp_path / "models" / "mine.safetensors")
    assert main(["models", "add", str(file.parent)]) == 0
    assert re.search(rf"^mine +Stable Diffusion 3 Medium .* here .* {file}$", capsys.readouterr().out, re.M)
    assert main(["models", "remove", str(file.parent)]) == 0
    assert "mine" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["add", "nowhere"], "nowhere can't be added: no such file or directory; give a folder or file"),
        (["remove", "nowhere"], "nowhere is not on the list; there are none"),
        (["add", "page.safetensors"], "page.safetensors is a web page"),
    ],
)
def test_what_cannot_be_added_or_removed_is_reported_why(words, sentence, capsys, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "page.safetensors").write_text("<!doctype html>")
    settle(tmp_path / "page.safetensors")
    status, errors = refused(capsys, "models", *words)
    assert (status, sentence in errors) == (1, True), errors


def test_the_doctor_prints_a_report_and_fails_where_nothing_can_compute(capsys, monkeypatch):
    monkeypatch.setattr(checkup, "installed", lambda: ("tensorflow",))
    seen = Seen("tensorflow", rates=(("float32", 1e11),), precision="float32")
    monkeypatch.setattr(checkup, "probe", lambda *_: seen)
    assert main(["doctor"]) == 0
    report, progress = capsys.readouterr()
    assert re.search(r"^TensorFlow +\S+ on the processor.*\n +float32 100 GFLOP/s$", report, re.M)
    assert "looking at the computer" in progress
    monkeypatch.setattr(checkup, "probe", lambda *_: replace(seen, problem="TensorFlow can't be started"))
    assert main(["doctor"]) == 1
    assert "TensorFlow can't be started" in capsys.readouterr().out


BAD_RENDERS = {
    "no walk file": (["missing.sd3walk", "-o", "o.gif"], 1, "missing.sd3walk: can't be read: no such file"),
    "unknown suffix": (["short.sd3walk", "-o", "o.xyz"], 1, ".xyz is no known format"),
    "missing folder": (["short.sd3walk", "-o", "nowhere/o.gif"], 1, "nowhere"),
    "0 frames": (["short.sd3walk", "-o", "o.gif", "--frames", "0"], 2, "--frames: must be a whole"),
    "0 steps": (["short.sd3walk", "-o", "o.gif", "--num-steps", "0"], 2, "--num-steps: must be"),
    "negative seed": (["short.sd3walk", "-o", "o.gif", "--seed", "-1"], 2, "--seed: must be a whole"),
    "guidance": (["short.sd3walk", "-o", "o.gif", "--guidance-scale", "nan"], 2, "must be a number from 0"),
    "no number": (
        ["short.sd3walk", "-o", "o.gif", "--frames", "many"],
        2,
        '--frames: must be a whole number, not "many"',
    ),
    "one side": (
        ["short.sd3walk", "-o", "o.gif", "--image-size", "7x64"],
        2,
        "--image-size: must be a whole",
    ),
    "odd size": (["short.sd3walk", "-o", "o.gif", "--image-size", "100x100"], 2, "multiples of 8"),
    "size": (["short.sd3walk", "-o", "o.gif", "--image-size", "72x128"], 1, "multiples of 16, up to 256"),
    "large": (["short.sd3walk", "-o", "o.gif", "--image-size", "512x512"], 1, "multiples of 16, up to 256"),
    "size words": (["short.sd3walk", "-o", "o.gif", "--image-size", "large"], 2, "as in 128x128"),
    "no preset": (["short.sd3walk", "-o", "o.gif", "--model", "nope"], 1, 'no folder is called "nope"'),
    "backend": (["short.sd3walk", "-o", "o.gif", "--backend", "mxnet"], 2, "--backend"),
    "precision": (["short.sd3walk", "-o", "o.gif", "--precision", "int4"], 2, "--precision"),
    "devices": (
        ["short.sd3walk", "-o", "o.gif", "--devices", "foo"],
        2,
        'with commas between them, not "foo"',
    ),
    "no device": (
        ["short.sd3walk", "-o", "o.gif", "--devices", ""],
        2,
        "--devices: must be all, none, cpu, or",
    ),
    "no engine": (
        ["short.sd3walk", "-o", "o.gif", "--devices", "none"],
        1,
        "--devices none: nothing is left to render; name an engine with --engine",
    ),
    "an engine that is an option": (
        ["short.sd3walk", "-o", "o.gif", "--engine", "ssh://-oProxyCommand=x"],
        2,
        '--engine: "ssh://-oProxyCommand=x" is not an address of an engine',
    ),
    "all and one": (["short.sd3walk", "-o", "o.gif", "--devices", "all,1"], 2, 'not "all,1"'),
    "a device twice": (["short.sd3walk", "-o", "o.gif", "--devices", "0,00"], 2, "each device once"),
    "batch size": (["short.sd3walk", "-o", "o.gif", "--batch-size", "0"], 2, "from 1 to 256"),
    "no output": (["short.sd3walk"], 2, "-o/--output"),
    "standard output": (["short.sd3walk", "-o", "-"], 2, "-o/--output: must name a file or a folder; one"),
}


@pytest.mark.parametrize("case", BAD_RENDERS)
def test_bad_input_gets_one_clear_sentence_and_nothing_is_written(case, walk_file, capsys):
    words, expected, sentence = BAD_RENDERS[case]
    status, errors = refused(capsys, "render", *words)
    assert status == expected
    assert sentence in errors
    assert [name for name in left_in(".") if name != "cache"] == ["short.sd3walk"]
    assert len(errors.splitlines()) == 1


def test_a_gpu_that_is_not_there_is_refused_before_anything_is_fetched(walk_file, capsys, monkeypatch):
    monkeypatch.setattr("sd3explorer.render.devices.gpus", lambda: (Device("GPU 0", "T4"), Device("GPU 1")))
    words = ("render", walk_file, "-o", "o.gif", "--model", "nope", "--devices", "0,7")
    assert refused(capsys, *words, choose_place=choose_place) == (
        1,
        "sd3explorer: --devices: there is no GPU 7; there are 0 (T4), 1",
    )


def test_other_machines_render_beside_this_one_or_alone(walk_file, capsys, monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    words = ("render", walk_file, "-o", "o.gif", "--frames", "30", "--engine", "ssh://box")
    status, errors = refused(capsys, *words, "--devices", "none", "--precision", "float32")
    assert (status, errors.splitlines()[-1]) == (
        1,
        "sd3explorer: box: there is no ssh here; install OpenSSH",
    )
    # One that can't be had leaves its frames to the others.
    assert main(list(words), gradient_place) == 0
    assert "box is given up: there is no ssh here; install OpenSSH" in capsys.readouterr().err


def test_a_worker_talks_to_nobody_at_a_terminal(capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    status, errors = refused(capsys, "worker")
    assert status == 2
    assert "worker: ssh starts it" in errors


def test_several_devices_render_one_walk(walk_file, capsys, monkeypatch):
    two = tuple(
        Device(f"GPU {n}", kind=f"{n}", variables=(("CUDA_VISIBLE_DEVICES", f"{n}"),)) for n in range(2)
    )
    monkeypatch.setattr("sd3explorer.render.devices.gpus", lambda: two)
    seen = []

    def place(backend, _, devices):
        seen.append(choose_place(backend, "float32", devices, GradientModel))
        return seen[-1]

    words = [
        "render",
        walk_file,
        "-o",
        "o.gif",
        "--frames",
        "20",
        "--batch-size",
        "2",
        "--image-size",
        "32x32",
    ]
    assert main([*words, "--devices", "0,1"], place) == 0
    assert seen[0].name == "GPU 0 and GPU 1"
    assert "20 frames: 20 rendered" in capsys.readouterr().err


def test_a_hub_that_cannot_be_reached_is_reported_as_such(walk_file, capsys, monkeypatch):
    for name in ("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.setenv("KAGGLEHUB_CACHE", "hub")
    words = ["render", walk_file, "-o", "o.gif", "--model", "stable_diffusion_3_medium"]
    status, errors = refused(capsys, *words)
    assert status == 1
    assert "Stable Diffusion 3 Medium can't be fetched: the hub Kaggle can't be reached" in errors


# A walk of somebody else


@pytest.fixture
def foreign_walk(tmp_path, monkeypatch):
    """A walk that names a model which isn't here, and no way to either hub."""
    for name in ("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.setenv("KAGGLEHUB_CACHE", str(tmp_path / "kaggle"))
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path / "hugging-face"))

    def save(preset):
        Walk(model=Model(preset)).save(tmp_path / "foreign.sd3walk")
        return "foreign.sd3walk"

    return save


FOREIGN = {
    "hf://me/sd3": "to fetch it, run: sd3explorer models fetch hf://me/sd3, or",
    "kaggle://me/sd3/keras/mine": "to fetch it, run: sd3explorer models fetch kaggle://me/sd3/keras/mine, or",
    "stable_diffusion_3_medium": "(6.0 GB), run: sd3explorer models fetch stable_diffusion_3_medium, or",
    "hf://me/sd3; rm -rf $HOME": "sd3explorer models fetch 'hf://me/sd3; rm -rf $HOME', or",
}


@pytest.mark.parametrize("preset", FOREIGN)
def test_what_a_walk_names_is_not_fetched_unasked(preset, foreign_walk, capsys, monkeypatch):
    def refuse(*_, **__):
        raise AssertionError("a process or a connection was started")

    # The log names the system, which Python asks `uname` about, once.
    platform.platform()
    monkeypatch.setattr(subprocess, "Popen", refuse)
    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    status, errors = refused(capsys, "render", foreign_walk(preset), "-o", "o.gif")
    assert status == 1
    assert errors.startswith(
        f"sd3explorer: {preset} is not on this machine, and nothing is fetched unasked; "
    )
    assert FOREIGN[preset] in errors
    assert "--fetch" in errors
    assert len(errors.splitlines()) == 1


@pytest.mark.parametrize("words", [["--fetch"], ["--model", "hf://me/sd3"]])
def test_what_a_walk_names_is_fetched_for_those_who_ask(words, foreign_walk, capsys, monkeypatch):
    file, started = foreign_walk("hf://me/sd3"), []

    def start(command, **_):
        started.append(command[-1])
        raise OSError(errno.EAGAIN, "too many processes")

    # The log names the system, which Python asks `uname` about, once.
    platform.platform()
    monkeypatch.setattr(subprocess, "Popen", start)
    status, errors = refused(capsys, "render", file, "-o", "o.gif", *words)
    assert (status, started) == (1, ["hf://me/sd3"])
    assert "hf://me/sd3 can't be fetched: too many processes" in errors


def test_showing_a_walk_needs_no_hubs_library_and_nothing_of_other_commands(foreign_walk):
    others = (
        "asyncio",
        "http",
        "msgpack",
        "psutil",
        "rich",
        "sd3explorer.presets",
        "sd3explorer.render.places",
    )
    program = (
        "import sys; from sd3explorer.cli import main; main(['info', sys.argv[1]]);"
        f"print([name for name in sys.modules if 'hub' in name.split('.')[0] or name in {others}],"
        "file=sys.stderr)"
    )
    shown = subprocess.run(
        [sys.executable, "-c", program, foreign_walk("hf://me/sd3")], capture_output=True, text=True
    )
    assert "hf://me/sd3" in shown.stdout
    assert shown.stderr == "[]\n"


def test_a_store_that_cannot_be_written_is_reported_as_such(walk_file, capsys):
    Path("file").write_text("")
    status, errors = refused(capsys, "render", walk_file, "-o", "o.gif", "--store", "file/frames")
    assert status == 1
    assert "the frame store file/frames can't be written: not a directory" in errors


def test_frames_of_a_grid_and_seeds_of_a_travel_are_changed_in_the_file(capsys):
    main(["example", "grid"])
    status, errors = refused(capsys, "render", "grid.sd3walk", "-o", "o.gif", "--frames", "5")
    assert (status, "--frames: a grid sets its number of frames" in errors) == (2, True)
    document = {"format": "sd3explorer-walk", "version": 1, "noise": {"kind": "travel", "seeds": [1, 2]}}
    Path("travel.sd3walk").write_text(json.dumps(document))
    status, errors = refused(capsys, "render", "travel.sd3walk", "-o", "o.gif", "--seed", "5")
    assert (status, "--seed: travel goes through several seeds" in errors) == (2, True)


def test_more_than_one_asks_for_by_a_slip_needs_an_option(walk_file, capsys, monkeypatch):
    monkeypatch.setattr(estimate, "LARGE", 1_000)
    words = ("render", walk_file, "-o", "o.gif", "--frames", "2", "--image-size", "64x64")
    status, errors = refused(capsys, *words, choose_place=gradient_place)
    assert status == 2
    assert "2 frames of 64x64 take up to 16 kB in the frame store" in errors
    assert "choose fewer frames or a smaller size, or continue with --large" in errors
    assert main([*words, "--large"], gradient_place) == 0


@pytest.mark.parametrize("motion", ["steady", "even"])
def test_frames_that_are_there_need_no_room(motion, walk_file, capsys, monkeypatch):
    words = ("render", walk_file, "-o", "o.gif", "--image-size", "64x64", "--motion", motion)
    assert main([*words, "--frames", "3"], gradient_place) == 0
    monkeypatch.setattr(estimate, "LARGE", 10_000)
    assert main([*words, "--frames", "3"], gradient_place) == 0
    capsys.readouterr()
    status, errors = refused(capsys, *words, "--frames", "5", choose_place=gradient_place)
    assert (status, "frames of 64x64 take up to" in errors) == (2, True)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--frames", "1000000000"), "must be a whole number from 1 to 100000"),
        (("--image-size", "100000x100000"), "8192"),
    ],
)
def test_what_no_walk_can_be_is_refused_at_once(walk_file, capsys, words, sentence):
    status, errors = refused(capsys, "render", walk_file, "-o", "o.gif", *words)
    assert (status, sentence in errors) == (2, True), errors


def test_frames_that_overflow_are_reported_and_nothing_is_exported(walk_file, capsys):
    def overflowing_place(backend, *_):
        return ThisProcess.of_user(backend, "float32", OverflowingModel)

    words = ("render", walk_file, "-o", "o.gif", "--frames", "3")
    status, errors = refused(capsys, *words, choose_place=overflowing_place)
    assert status == 1
    assert "3 of 3 frames can't be rendered: its numbers became infinite or undefined" in errors
    assert "o.gif" not in left_in(".")
    status, errors = refused(capsys, *words, "--motion", "even", choose_place=overflowing_place)
    assert status == 1
    assert "sd3explorer: the motion can't be made even: its numbers became infinite or undefined" in errors
    assert "o.gif" not in left_in(".")


def test_an_example_is_not_written_to_the_standard_output(capsys):
    status, errors = refused(capsys, "example", "grid", "-o", "-")
    assert (status, "-o/--output: must name a file" in errors) == (2, True)
    assert not Path("-").exists()


def test_an_unknown_command_is_wrong_usage(capsys):
    assert refused(capsys, "rendr", "x", "-o", "y") == (
        2,
        'sd3explorer: "rendr" is no command; did you mean render?',
    )


def test_a_slip_in_a_command_is_not_taken_for_a_walk(capsys):
    told = 'sd3explorer: no command and no file is called "qeue"; did you mean queue?'
    assert refused(capsys, "qeue") == (2, told)


def test_an_option_that_is_not_there_is_named(capsys):
    told = "sd3explorer: there is no option --nonsense here; for help, run: sd3explorer --help"
    assert refused(capsys, "--nonsense") == (2, told)


def test_help_and_version_are_no_failure(capsys):
    for word in ("--help", "--version"):
        with pytest.raises(SystemExit) as stop:
            main([word])
        assert stop.value.code == 0
    assert "sd3explorer [WALK] opens the window" in capsys.readouterr().out


CLOSED = {"output": ">&-", "errors": "2>&-", "all": "<&- >&- 2>&-"}


# Commands, each in a process of its own as another program starts it, but with what is imported already.
FORKED = """
import os, sys
from sd3explorer import cli, export, models_command

for words in ("info short.sd3walk", "example", "models"):
    process = os.fork()
    if not process:
        status = cli.main(words.split())
        sys.stdout.flush()
        os._exit(status)
    if os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) != int(sys.argv[1]):
        sys.exit(words)
"""

forking = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs forks")


@forking
@pytest.mark.parametrize("streams", CLOSED)
def test_commands_do_without_a_stream_that_is_closed(walk_file, streams):
    shell = f'exec "$@" {CLOSED[streams]}'
    command = ["sh", "-c", shell, "sh", sys.executable, "-c", FORKED, "0"]
    process = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (process.returncode, process.stderr) == (0, "")
    said = [text in process.stdout for text in ('"title": "Short"', "dog-to-cat", "starter")]
    assert said == [streams == "errors"] * 3


@pytest.mark.parametrize("streams", CLOSED)
def test_frames_are_rendered_without_a_stream_that_is_closed(walk_file, streams):
    status, _, errors = finish(start_gradient(walk_file, shell=f'exec "$@" {CLOSED[streams]}'))
    assert status == 0
    assert ("out.gif is ready" in errors) == (streams == "output")
    assert Path("out.gif").stat().st_size


def test_frames_are_rendered_where_the_working_folder_was_deleted(walk_file, tmp_path):
    shell = 'mkdir gone && cd gone && rmdir ../gone && exec "$@"'
    status, _, errors = finish(start_gradient(tmp_path / walk_file, "-o", tmp_path / "out.gif", shell=shell))
    assert (status, "Traceback" in errors) == (0, False), errors
    assert Path("out.gif").stat().st_size


def test_without_a_home_models_are_listed_and_none_is_fetched(monkeypatch):
    monkeypatch.setenv("HOME", "~")
    assert finish(start("models"))[0] == 0
    status, _, errors = finish(start("models", "fetch", "stable_diffusion_3_medium"))
    assert status == 1
    assert errors.endswith("it is unknown where your home folder is; set HOME to a folder\n")
    assert "~" not in left_in(".")


CLUSTER = ["render", "short.sd3walk", "-o", "o.gif", "--cluster", "local", "--precision", "float32"]


@pytest.mark.parametrize(
    ("words", "variable", "value"),
    [
        (["models", "fetch", "hf://a/b"], "HF_HUB_DOWNLOAD_TIMEOUT", "abc"),
        (CLUSTER, "DASK_DISTRIBUTED__LOGGING", "["),
    ],
    ids=["huggingface", "dask"],
)
def test_a_variable_that_a_library_ends_at_is_named_in_one_sentence(
    walk_file, words, variable, value, monkeypatch
):
    if words is CLUSTER:
        pytest.importorskip("distributed")
    monkeypatch.setenv(variable, value)
    status, output, errors = finish(start(*words))
    assert (status, output) == (1, "")
    assert variable in errors.splitlines()[-1]
    assert "Traceback" not in errors


@pytest.mark.parametrize("name", ["kaggle.json", "access_token"])
def test_a_pipe_that_kaggles_library_would_wait_for_is_named_in_one_sentence(
    name, tmp_path, monkeypatch, capsys, hang_guard
):
    monkeypatch.setenv("HOME", str(tmp_path))
    pipe = tmp_path / ".kaggle" / name
    pipe.parent.mkdir()
    os.mkfifo(pipe)
    assert refused(capsys, "models", "fetch", "stable_diffusion_3_medium") == (
        1,
        f"sd3explorer: {pipe} can't be read: it is a pipe, not a file; remove it",
    )


# These look for their settings when they are imported.
@pytest.mark.parametrize(
    ("words", "file"),
    [
        (["models", "fetch", "hf://a/b"], ".cache/huggingface/token"),
        (CLUSTER, ".config/dask/dask.yaml"),
    ],
)
def test_a_pipe_that_a_library_would_wait_for_is_named_in_one_sentence(
    walk_file, words, file, tmp_path, monkeypatch
):
    if words is CLUSTER:
        pytest.importorskip("distributed")
    for name in ("HF_HOME", "HF_TOKEN_PATH", "XDG_CACHE_HOME", "DASK_CONFIG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    pipe = tmp_path / file
    pipe.parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(pipe)
    process = start(*words)
    try:
        output, errors = process.communicate(timeout=60)
    finally:
        process.kill()
    assert (process.returncode, output) == (1, "")
    assert str(pipe) in errors
    assert errors.endswith("it is a pipe, not a file; remove it\n")


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM, signal.SIGKILL])
def test_whatever_ends_the_command_line_ends_the_engine(walk_file, number):
    process = start_gradient(walk_file, "--num-steps", "1000")
    for line in process.stderr:
        if line.startswith("compiling"):
            break
    [engine] = psutil.Process(process.pid).children()
    process.send_signal(number)
    assert finish(process)[0]
    psutil.wait_procs([engine], timeout=60)
    assert not engine.is_running()


def test_nothing_of_the_current_folder_is_run_when_a_model_is_fetched(tmp_path, monkeypatch):
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    monkeypatch.setenv("HF_HOME", str(tmp_path / "hub"))
    folder = make_hostile(tmp_path)
    status, _, errors = finish(start("models", "fetch", "hf://nobody/nothing"))
    assert (status, what_ran(folder)) == (1, []), errors
    assert "hf://nobody/nothing can't be fetched" in errors


def test_a_reader_that_has_enough_is_no_failure_worth_a_traceback(walk_file):
    read_end, write_end = os.pipe()
    os.close(read_end)
    command = [sys.executable, "-m", "sd3explorer", "info", walk_file]
    process = subprocess.run(command, stdout=write_end, stderr=subprocess.PIPE, text=True, check=False)
    os.close(write_end)
    assert "Traceback" not in process.stderr


AWKWARD = "犬 \u202egif.exe\u2066 \x9b31m \x7f \u2028 \ufeff 👩\u200d👧 \u06cc\u200c\u06cc \U000e0041 ö"


@pytest.fixture
def awkward_walk():
    walk = Walk(title=AWKWARD, path=Hold(Prompts("\x1b]0;title\x07" + AWKWARD)))
    walk.save(Path("awkward.sd3walk"))
    return walk


def test_info_shows_nothing_that_would_command_a_terminal(awkward_walk, capsys):
    assert main(["info", "awkward.sd3walk"]) == 0
    output = capsys.readouterr().out
    assert not [c for c in output if not c.isprintable() and c not in "\n\u200c\u200d"]
    assert "犬" in output
    assert "👩\u200d👧" in output
    assert Walk.parse(output.encode()) == awkward_walk


@pytest.fixture
def output_in(monkeypatch):
    """Runs a command whose output has an encoding, and returns its status and what it wrote."""

    def output_in(encoding, *words):
        output = TextIOWrapper(BytesIO(), encoding=encoding, errors="strict")
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", output)
            return main(words), output.buffer.getvalue()

    return output_in


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "ascii", "cp932"])
def test_what_info_shows_can_be_read_again_whatever_the_output_encodes(awkward_walk, encoding, output_in):
    status, output = output_in(encoding, "info", "awkward.sd3walk")
    assert (status, Walk.parse(output.decode(encoding).encode())) == (0, awkward_walk)


def path_of_bytes():
    return os.fsdecode(os.fsencode("犬") + b"\xff.sd3walk")


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_a_path_that_the_output_cannot_encode_is_no_failure(encoding, output_in):
    status, output = output_in(encoding, "example", "grid", "-o", path_of_bytes())
    assert (status, output.endswith(b"\\udcff.sd3walk\n")) == (0, True)


def test_what_the_output_of_a_process_cannot_encode_is_no_failure(awkward_walk):
    environment = os.environ | {"PYTHONIOENCODING": "ascii"}
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    commands = [["info", "awkward.sd3walk"], ["example", "grid", "-o", path_of_bytes()]]
    started = [
        subprocess.Popen([sys.executable, "-m", "sd3explorer", *words], env=environment, **pipes)
        for words in commands
    ]
    (shown, no_errors), (path, none_here) = (process.communicate(timeout=60) for process in started)
    assert [process.returncode for process in started] == [0, 0]
    assert (no_errors, none_here) == (b"", b"")
    assert Walk.parse(shown) == awkward_walk
    assert path.endswith(b"\\udcff.sd3walk\n")


def test_a_path_is_shown_on_a_terminal_without_what_would_command_it(capsys, monkeypatch):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert main(["example", "grid", "-o", "a\x1b[31m\u202eb.sd3walk"]) == 0
    assert capsys.readouterr().out == "a\\x1b[31m\\u202eb.sd3walk\n"


full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")


@full
@forking
def test_an_output_that_is_full_is_one_sentence(walk_file):
    command = [sys.executable, "-c", FORKED, "1"]
    with Path("/dev/full").open("w") as output:
        done = subprocess.run(
            command, stdout=output, stderr=subprocess.PIPE, text=True, check=False, timeout=60
        )
    sentence = "sd3explorer: the output can't be written: no space left on device; write it elsewhere\n"
    assert (done.returncode, done.stderr) == (0, 3 * sentence)


SHOWS_PROGRESS = """
from sd3explorer.progress import TerminalProgress
from sd3explorer.terminal import complain
with TerminalProgress() as progress:
    progress.show("rendering", 1, 2)
    progress.say("half of it")
complain("nothing")
print("all is done")
"""


@full
def test_no_work_is_lost_because_nobody_can_read_how_far_it_is():
    with Path("/dev/full").open("w") as errors:
        done = subprocess.run(
            [sys.executable, "-c", SHOWS_PROGRESS],
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            check=False,
            timeout=60,
        )
    assert (done.returncode, done.stdout) == (0, "all is done\n")


SIGNALLED = """
import os, signal, sys
from sd3explorer import cli
kind = signal.Signals[sys.argv[1]]
if sys.argv[2] == "ignored":
    signal.signal(kind, signal.SIG_IGN)

def work(parsed):
    try:
        os.kill(os.getpid(), kind)
        print("goes on")
    finally:
        print("puts away")
    return 0

cli.COMMANDS["info"] = work
sys.exit(cli.main(["info", "short.sd3walk"]))
"""


def signalled(*words):
    command = [sys.executable, "-c", SIGNALLED, *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    return done.returncode, done.stdout.splitlines(), done.stderr


@pytest.mark.parametrize("kind", ["SIGHUP", "SIGTERM", "SIGINT"])
def test_what_ends_a_command_lets_it_put_everything_away(kind):
    assert signalled(kind, "") == (130, ["puts away"], "sd3explorer: interrupted\n")


def test_under_nohup_a_command_outlives_its_terminal():
    assert signalled("SIGHUP", "ignored") == (0, ["goes on", "puts away"], "")


@pytest.mark.parametrize("host", ["", "localhost", "LOCALHOST"])
def test_a_walk_may_be_named_by_its_uri(capsys, host):
    file = Path("a %20 dog#1?.sd3walk").absolute()
    file.write_text(Walk(title="Named").dump())
    uri = file.as_uri().replace("file://", f"file://{host}")
    assert main(["info", uri]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "Named"
    parsed = parser().parse_args(["render", uri, "-o", uri])
    assert (parsed.walk, parsed.output) == (file, file)


@pytest.mark.parametrize("uri", ["file://elsewhere/a.sd3walk", "file:///a%00.sd3walk"])
@pytest.mark.parametrize("command", ["info", "window"])
def test_a_uri_of_no_file_on_this_machine_is_wrong_usage(capsys, uri, command):
    status, errors = refused(capsys, *([uri] if command == "window" else ["info", uri]))
    assert (status, f'must name a file on this machine, not "{uri}"' in errors) == (2, True)


# Wherever a file or folder of this machine is named.
NAMING = [
    ["{}"],
    ["info", "{}"],
    ["render", "{}", "-o", "o.gif"],
    ["render", "w.sd3walk", "-o", "{}"],
    ["render", "w.sd3walk", "-o", "o.gif", "--store", "{}"],
    ["render", "w.sd3walk", "-o", "o.gif", "--cluster", "{}"],
    ["render", "w.sd3walk", "-o", "o.gif", "--cluster-tls", "{},{},{}"],
    ["queue", "add", "w.sd3walk", "-o", "{}"],
    ["queue", "run", "--store", "{}"],
    ["example", "orbit", "-o", "{}"],
    ["import", "{}"],
    ["import", "list.txt", "-o", "{}"],
    ["import", "list.txt", "--seed", "1", "--wildcards", "{}"],
    ["models", "add", "{}"],
    ["models", "remove", "{}"],
    ["thumbnail", "{}", "-o", "o.png"],
    ["thumbnail", "w.sd3walk", "-o", "{}"],
    ["bench", "--json", "{}"],
]


@pytest.mark.parametrize("words", NAMING, ids=" ".join)
@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        (
            "~nobodyhere/x",
            'must begin with a home folder that is known, not with "~nobodyhere"; give the whole',
        ),
        ("file://elsewhere/x", 'must name a file on this machine, not "file://elsewhere/x"'),
        ("file://[/x", 'must name a file on this machine, not "file://[/x"'),
    ],
)
def test_a_name_of_nothing_on_this_machine_is_wrong_usage(words, name, sentence, capsys, tmp_path):
    status, errors = refused(capsys, *(word.replace("{}", name) for word in words))
    assert (status, sentence in errors) == (2, True), errors
    assert not [path for path in left_in(".") if "nobody" in path or "file:" in path]


@pytest.mark.parametrize("words", NAMING[1:], ids=" ".join)
@pytest.mark.parametrize("name", ["~/a b", "file://{}/a%20b"])
def test_a_name_may_begin_with_the_home_folder_or_be_a_uri(words, name, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    parsed = parser().parse_args([word.replace("{}", name.format(tmp_path)) for word in words])
    named = {
        str(part) for value in vars(parsed).values() for part in (value if type(value) is tuple else [value])
    }
    assert str(tmp_path / "a b") in named


def test_a_pipe_is_no_walk_and_nobody_waits_for_it(capsys, hang_guard):
    os.mkfifo("pipe.sd3walk")
    for words in (["info", "pipe.sd3walk"], ["render", "pipe.sd3walk", "-o", "o.gif"], ["pipe.sd3walk"]):
        status, errors = refused(capsys, *words)
        assert status == 1
        assert "pipe.sd3walk: can't be read: it is a pipe, not a file" in errors


def test_links_that_lead_in_a_circle_are_reported_before_anything_is_rendered(walk_file, capsys):
    Path("loop.sd3walk").symlink_to("loop.sd3walk")
    Path("loop.gif").symlink_to("loop.gif")
    circle = "can't be written: it is a link that leads in a circle; choose another name"
    assert refused(capsys, "render", walk_file, "-o", "loop.gif") == (1, f"sd3explorer: loop.gif {circle}")
    status, errors = refused(capsys, "info", "loop.sd3walk")
    assert (status, "loop.sd3walk: can't be read: too many levels" in errors) == (1, True)
    words = ["example", "grid", "-o", "loop.sd3walk"]
    assert refused(capsys, *words) == (1, f"sd3explorer: loop.sd3walk: {circle}")
    assert left_in(".") == ["cache", "loop.gif", "loop.sd3walk", "short.sd3walk"]
    # What was measured or read once, and no frames.
    assert set(left_in("cache/sd3explorer")) <= {"identities.json", "tuning.json"}


def test_an_example_is_not_written_over_a_pipe_or_a_protected_file(capsys):
    os.mkfifo("pipe")
    Walk().save("protected")
    Path("protected").chmod(0o444)
    for name, problem in (("pipe", "it is a pipe"), ("protected", "it is write-protected")):
        status, errors = refused(capsys, "example", "grid", "-o", name)
        assert (status, f"{name}: can't be written: {problem}; choose another name" in errors) == (1, True)


def test_without_a_screen_the_window_says_so(capsys, monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    status, errors = refused(capsys)
    assert status == 2
    assert "there is no screen" in errors


def test_a_qt_that_lacks_a_library_is_reported_in_words(capsys, monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setitem(sys.modules, "sd3explorer.app.main", None)
    status, errors = refused(capsys)
    assert status == 1
    assert "the window can't be opened" in errors


def test_a_plugin_of_qt_that_lacks_a_library_is_reported_in_words(capsys, monkeypatch):
    for name in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DISPLAY", ":0")

    def load(path):
        raise OSError(f"libxcb-icccm.so.4: cannot be opened, for {Path(path).name}")

    monkeypatch.setattr(ctypes, "CDLL", load)
    status, errors = refused(capsys)
    assert status == 1
    assert "libxcb-icccm.so.4: cannot be opened, for libqxcb.so; on Debian" in errors


NO_SCREENS = {
    "nobody answers": {"DISPLAY": ":12345"},
    "no compositor": {"QT_QPA_PLATFORM": "wayland"},
    "no compositor of that name": {"WAYLAND_DISPLAY": "wayland-12345"},
    "no such platform": {"QT_QPA_PLATFORM": "paper"},
}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a screen")
@pytest.mark.parametrize("case", NO_SCREENS)
def test_a_screen_that_is_not_there_is_reported_in_one_sentence(case, tmp_path):
    others = {name: value for name, value in os.environ.items() if name not in VARIABLES}
    # Without it, Wayland's library says a line of its own before.
    others["XDG_RUNTIME_DIR"] = str(tmp_path)
    command = [sys.executable, "-m", "sd3explorer"]
    window = subprocess.run(
        command, env=others | NO_SCREENS[case], capture_output=True, text=True, check=False
    )
    assert window.returncode == 1
    assert len(window.stderr.splitlines()) == 1
    # A machine for the gate may lack a library of the plugin, which is told before.
    if "on Debian and Ubuntu, run" not in window.stderr:
        [(name, value)] = NO_SCREENS[case].items()
        assert f"Qt can't open a window with {name}={value}" in window.stderr


def test_the_readme_names_the_packages_that_qt_needs():
    readme = Path(__file__).parents[1] / "README.md"
    assert f"apt install {QT_PACKAGES}\n" in readme.read_text("utf-8")


def test_a_file_that_is_no_walk_opens_no_window(capsys, monkeypatch, tmp_path):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    Path("bad.sd3walk").write_text("{")
    status, errors = refused(capsys, "bad.sd3walk")
    assert status == 1
    assert errors.startswith("sd3explorer: bad.sd3walk")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP], ids=lambda number: number.name)
def test_the_window_opens_and_ends_in_good_order_by_a_signal(walk_file, tmp_path, number):
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path / "config")}
    command = [sys.executable, "-m", "sd3explorer", walk_file]
    window = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)
    # It locks the file when it has opened it.
    while not Path(f".{walk_file}.lock").exists():
        assert window.poll() is None
        time.sleep(0.05)
    window.send_signal(number)
    _, errors = window.communicate(timeout=60)
    assert window.returncode == 0
    assert "Traceback" not in errors
    assert not list(Path(os.environ["XDG_STATE_HOME"]).rglob("*.sd3walk"))
    assert not Path(f".{walk_file}.lock").exists()


def test_a_file_that_fails_where_nobody_thought_of_it_is_one_sentence(monkeypatch, capsys):
    def fail(_):
        raise PermissionError(errno.EACCES, "Permission denied", "/somewhere/else")

    monkeypatch.setitem(COMMANDS, "models", fail)
    assert refused(capsys, "models") == (1, "sd3explorer: /somewhere/else: permission denied")


def test_what_is_rendered_is_recorded_unless_one_asks_for_none(walk_file, tmp_path):
    folder = tmp_path / "frames"
    words = ["render", walk_file, "-o", "x.gif", "--frames", "2", "--num-steps", "1", "--store", str(folder)]
    store = FrameStore(folder)
    assert main([*words, "--no-history"], gradient_place) == 0
    assert History(folder).records(store) == []
    assert main(words, gradient_place) == 0
    [record] = History(folder).records(store)
    assert (record.walk.title, record.walk.frame_count) == ("Short", 2)


def test_what_was_not_rendered_has_no_thumbnail(walk_file, tmp_path, capsys):
    assert main(["thumbnail", str(walk_file), "-o", str(tmp_path / "small.png")]) == 1
    assert "nothing of" in capsys.readouterr().err
    assert not (tmp_path / "small.png").exists()
    with pytest.raises(SystemExit):
        main(["thumbnail", str(walk_file), "-o", "small.png", "--size", "9"])
    assert "--size: must be a whole number from 16 to 2048" in capsys.readouterr().err

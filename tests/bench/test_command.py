"""`sd3explorer bench` as its user meets it."""

import json
import os
import subprocess
import sys

import pytest

from sd3explorer.arguments import parser
from sd3explorer.bench import command
from sd3explorer.bench.measures import Difference, Estimate
from sd3explorer.bench.results import Measured, Report
from sd3explorer.bench.shapes import SHAPE_NAMES
from sd3explorer.bench.ways import WAYS
from sd3explorer.cli import main


@pytest.fixture(autouse=True)
def asked(monkeypatch):
    """Stands in for the measuring, and keeps what was asked for."""
    calls = {}

    def measured(way):
        rate, ratio = Estimate(2.0, 1.5, 2.5), Estimate(1.25, 1.0, 1.5)
        figures = (4e12, 8e12, 8e12, 2 * 10**9, None)
        return Measured(
            way, "CPU, 2 cores", rate, ratio, (4.0, 4.0), 9.0, 20.0, 8.0, *figures, Difference(1, 0.1)
        )

    def run(ways, work, rounds, again, logs, tell):
        calls.update(ways=ways, work=work, rounds=rounds, again=again)
        failed = {"ours-jax": "it was too [hot]"} if "ours-jax" in [way.name for way in ways] else {}
        done = tuple(measured(way) for way in ways if way.name not in failed)
        return Report(work, 2 * 10**12, ways[0].name, done, failed)

    monkeypatch.setattr(command, "run", run)
    return calls


def refused(capsys, *words):
    try:
        status = main(["bench", *words])
    except SystemExit as stop:
        status = stop.code
    errors = capsys.readouterr().err
    assert "Traceback" not in errors
    return status, errors


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--ways", "seed,comfy"], 'no way is called "comfy"; there are seed, kerashub, diffusers'),
        (["--like", "sdxl"], 'no shape is called "sdxl"; there are starter, stable_diffusion_3_medium'),
        (["--like", "starter", "--image-size", "100x100"], "can't make pictures of 100x100"),
        (["--like", "starter", "--image-size", "4096x4096"], "multiples of 16, up to 256"),
        (["--like", "starter", "--model", "starter"], "not allowed with argument"),
        (["--rounds", "0"], "must be a whole number from 1 to 10000"),
        (["--num-steps", "many"], "must be a whole number"),
        (["--guidance-scale", "nan"], "must be a number from 0 to 1000"),
        (["--batch-size", "1000"], "must be a whole number from 1 to 256"),
        (["--precision", "float8"], "invalid choice"),
        (["--json", ""], "must name a file"),
    ],
)
def test_what_can_not_be_is_wrong_usage(capsys, words, sentence):
    status, errors = refused(capsys, *words)
    assert status == 2
    assert sentence in errors


@pytest.mark.parametrize("words", [["--model", "no-such-preset"], ["--image-size", "100x100"]])
def test_a_preset_that_can_not_do_it_is_a_failure(capsys, asked, words):
    assert refused(capsys, *words)[0] == 1
    assert not asked


def test_without_words_the_starter_model_is_rendered_as_suits_it_by_all_that_is_installed(asked):
    assert main(["bench", "--ways", "seed"]) == 0
    work = asked["work"]
    assert (work.image_size, work.num_steps, work.guidance_scale) == ((128, 128), 16, 2.5)
    assert (work.batch_size, work.batches, asked["rounds"], asked["again"]) == (8, 1, 5, False)
    main(["bench"])
    assert list(asked["ways"]) == [way for way in WAYS if way.missing is None]


def test_the_words_decide_what_is_measured(asked):
    words = "--like stable_diffusion_3.5_medium --image-size 512x768 --num-steps 9 --guidance-scale 1"
    words += (
        " --batch-size 2 --frames 5 --precision bfloat16 --rounds 3 --second-start --ways ours-torch,seed"
    )
    assert main(["bench", *words.split()]) == 0
    work = asked["work"]
    assert work.model.dual_attention == tuple(range(13))
    assert (work.image_size, work.num_steps, work.guidance_scale) == ((512, 768), 9, 1.0)
    assert (work.batch_size, work.batches, work.precision) == (2, 3, "bfloat16")
    assert [way.name for way in asked["ways"]] == ["ours-torch", "seed"]
    assert (asked["rounds"], asked["again"]) == (3, True)


def test_the_table_has_a_row_for_each_way_and_a_line_for_each_that_failed(asked, capsys):
    assert main(["bench", "--ways", "seed,ours-tensorflow,ours-jax"]) == 1
    output = capsys.readouterr().out
    row = next(line for line in output.splitlines() if line.startswith("ours-tensorflow"))
    cells = "ours-tensorflow|2 (1.5–2.5)|1.25 (1–1.5)|4|50%|16.0 s|4.0 s|2.0 GB|1, 0.1"
    assert [cell.strip() for cell in row.split("  ") if cell.strip()] == cells.split("|")
    assert "ours-jax: it was too [hot]" in output


def test_the_json_has_the_figures(asked, tmp_path, capsys):
    file = tmp_path / "figures.json"
    assert main(["bench", "--ways", "seed", "--json", str(file)]) == 0
    document = json.loads(file.read_text())
    assert document["model"] == "starter"
    assert document["flops_per_frame"] == 2 * 10**12
    seed = document["ways"]["seed"]
    assert seed["frames_per_second"] == {"median": 2.0, "low": 1.5, "high": 2.5}
    assert (seed["compile_seconds"], seed["share_of_matrix_products"]) == (16.0, 0.5)
    assert seed["peak_memory_bytes"] == 2 * 10**9
    assert "frames/s" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("make", "what"),
    [
        (os.mkfifo, "it is a pipe; choose another name"),
        (os.mkdir, "it is a folder; choose another name"),
        (lambda path: path.symlink_to(path.name), "it is a link that leads in a circle; choose another name"),
        (
            lambda path: path.symlink_to("nowhere/x"),
            "/nowhere does not exist; create it or choose another folder",
        ),
        (lambda path: path.touch(mode=0o400), "it is write-protected; choose another name"),
    ],
    ids=["pipe", "folder", "circle", "nowhere", "protected"],
)
def test_where_no_json_can_be_written_nothing_is_measured(make, what, asked, tmp_path, capsys):
    file = tmp_path / "figures.json"
    make(file)
    status, errors = refused(capsys, "--json", str(file))
    assert status == 2
    assert f"--json: {file} can't be written: " in errors
    assert what in errors
    assert not asked


def test_the_json_is_written_where_a_uri_says_through_a_link_and_whole(asked, tmp_path):
    (tmp_path / "my figures.json").write_text("older")
    (tmp_path / "link.json").symlink_to("my figures.json")
    assert main(["bench", "--ways", "seed", "--json", f"file://{tmp_path}/link.json"]) == 0
    assert main(["bench", "--ways", "seed", "--json", f"file://{tmp_path}/new%20figures.json"]) == 0
    assert (tmp_path / "link.json").is_symlink()
    for name in ("my figures.json", "new figures.json"):
        assert json.loads((tmp_path / name).read_text())["reference"] == "seed"


def test_the_json_is_there_although_nobody_reads_the_table_to_its_end(asked, tmp_path, monkeypatch):
    def end(*_):
        raise BrokenPipeError

    monkeypatch.setattr("sd3explorer.bench.command.print_report", end)
    file = tmp_path / "figures.json"
    main(["bench", "--ways", "seed", "--json", str(file)])
    assert json.loads(file.read_text())["reference"] == "seed"


def test_json_on_the_output_leaves_the_table_to_the_error_stream(asked, capsys):
    assert main(["bench", "--ways", "seed", "--json", "-"]) == 0
    output, errors = capsys.readouterr()
    assert json.loads(output)["reference"] == "seed"
    assert "frames/s" in errors


def test_the_help_names_every_way_and_shape():
    commands = next(action for action in parser()._actions if action.dest == "command")
    told = " ".join(action.help or "" for action in commands.choices["bench"]._actions)
    # The last shape is another name of the one before.
    assert not [name for name in (*(way.name for way in WAYS), *SHAPE_NAMES[:-1]) if name not in told]


def test_the_command_line_starts_without_it():
    code = "import sys, sd3explorer.cli; print('sd3explorer.bench' in sys.modules, 'keras' in sys.modules)"
    command = [sys.executable, "-c", code]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "False False\n"

"""A whole benchmark with real processes: what can't run is told, and the others go on."""

import importlib.util
import tempfile
from dataclasses import replace
from functools import partial

import pytest

from sd3explorer.bench.messages import Work
from sd3explorer.bench.process import WayProcess
from sd3explorer.bench.results import to_document
from sd3explorer.bench.run import run
from sd3explorer.bench.ways import WAYS, BenchError, Way
from sd3explorer.walk.temporary import is_plain, temporary_folder
from tests.bench import quick_worker

SEED = WAYS[0]
OTHER = next(way for way in WAYS if way.name == "diffusers")
if OTHER.missing:
    OTHER = next(way for way in WAYS if way.name == "ours-tensorflow")


@pytest.fixture(scope="module")
def told():
    return []


@pytest.fixture(scope="module")
def scratch(tmp_path_factory):
    """The system's folder for temporary files."""
    return tmp_path_factory.mktemp("scratch")


@pytest.fixture(scope="module")
def report(cut_starter, tmp_path_factory, told, scratch):
    absent = Way("absent", "needs what nobody has", "tensorflow", ("no_such_package",))
    broken = Way("broken", "has a backend that Keras hasn't", "numpy")
    work = Work(cut_starter, (64, 64), 2, 3.5, batch_size=2, batches=1, precision="auto")
    logs = tmp_path_factory.mktemp("logs")
    ways = (absent, SEED, broken, OTHER)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tempfile, "tempdir", str(scratch))
        patch.setattr("sd3explorer.bench.run.WayProcess", partial(WayProcess, target=quick_worker.main))
        # Of a benchmark that was killed.
        with temporary_folder(scratch, "bench") as folder:
            name = folder.name
        (scratch / name).mkdir()
        return run(ways, work, 2, False, logs, lambda what, done, total: told.append((what, done, total)))


def test_what_is_not_installed_is_reported_with_the_remedy(report):
    assert report.failed["absent"] == "not installed: pip install no_such_package"


def test_what_can_not_start_is_reported_in_one_sentence(report):
    assert report.failed["broken"] == 'no backend is called "numpy"; there are tensorflow, jax, torch'


def test_the_others_go_on_and_the_first_of_them_is_the_reference(report):
    assert report.reference == "seed"
    assert [each.way.name for each in report.measured] == ["seed", OTHER.name]


def test_the_pictures_are_the_same(report):
    seed, other = report.measured
    assert seed.difference.largest == 0
    # Half precision, where the device is fast at it, rounds more.
    rounding = 1 if report.work.precision == "float32" else 4
    assert other.difference.largest <= 2 * rounding
    assert other.difference.mean <= 0.1 * rounding


def test_neither_it_nor_one_that_was_killed_leaves_anything_compiled(report, scratch):
    assert not list(scratch.glob(".bench-*"))


def test_the_figures_fit_together(report):
    for each in report.measured:
        assert len(each.seconds) == 2
        assert each.flops_per_second == pytest.approx(report.flops_per_frame * each.rate.median)
        assert each.share > 0.0
        assert 0.0 < each.product_rate <= each.best_product_rate
        assert each.memory > 100e6
        assert each.device_memory is None or each.device_memory > 0
    assert report.measured[0].ratio.median == 1.0


def test_auto_is_reported_as_the_precision_it_stood_for(report):
    assert to_document(report, "starter")["precision"] in ("float32", "float16")


def test_progress_is_reported_up_to_the_end(told, report):
    assert "seed: round 2 of 2" in [what for what, _, _ in told]
    assert all(done < total for _, done, total in told)


def test_the_json_tells_the_packages_of_a_way_apart(report):
    ways = to_document(report, "starter")["ways"]
    assert set(ways) == {"seed", OTHER.name, "absent", "broken"}
    assert ways["seed"]["frames_per_second"]["median"] > 0
    assert "failed" in ways["absent"]


def test_the_work_of_a_turn_is_cut_into_batches(starter):
    work = Work(starter, (64, 64), 2, 3.5, batch_size=2, batches=3, precision="float32")
    assert [len(batch) for batch in work.recipes(0)] == [2, 2, 2]
    assert replace(work, guidance_scale=1.0).guided is False


def test_every_way_names_packages_that_can_be_looked_for():
    assert {way.backend for way in WAYS} == {"tensorflow", "jax", "torch"}
    assert all(importlib.util.find_spec(way.backend) or way.missing for way in WAYS)


def test_where_pytorch_has_no_folder_to_compile_in_the_remedy_is_named(starter, tmp_path, monkeypatch):
    monkeypatch.setattr("sd3explorer.bench.run.plain_folder", lambda: None)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    way = Way("diffusers-compile", "with torch.compile", "tensorflow")
    work = Work(starter, (64, 64), 1, 1.0, batch_size=1, batches=1, precision="auto")
    failed = run((way,), work, 1, False, tmp_path, lambda *_: None).failed
    assert failed["diffusers-compile"].endswith("needs quotes for; set TMPDIR to another folder")


def test_what_is_compiled_is_in_a_folder_whose_path_needs_no_quotes(starter, tmp_path, monkeypatch):
    seen = []

    class Seen(WayProcess):
        def __init__(self, way, work, texts, caches, log):
            seen.append(caches)
            raise BenchError("seen")

    folder = tmp_path / "it's mine"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    monkeypatch.setattr("sd3explorer.bench.run.WayProcess", Seen)
    work = Work(starter, (64, 64), 1, 1.0, batch_size=1, batches=1, precision="auto")
    run((SEED,), work, 1, False, tmp_path, lambda *_: None)
    assert is_plain(seen[0])

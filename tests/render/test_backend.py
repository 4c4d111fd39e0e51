"""Which backend "auto" stands for, on invented computers; where nothing is to win, nothing is measured."""

import pytest

from sd3explorer.machine.backends import Seen
from sd3explorer.render import backend
from sd3explorer.render.backend import known_backend, resolved_backend, used_here
from sd3explorer.render.local import ThisProcess
from sd3explorer.render.messages import RenderError
from sd3explorer.render.tuning import Tuning
from sd3explorer.walk.walk import Walk

RATES = (("float32", 1e12),)
GPU = "NVIDIA GeForce RTX 4090"


@pytest.fixture
def tuning(tmp_path):
    return Tuning(tmp_path / "tuning.json")


def installed_here():
    return installed_here.names


installed_here.cache_clear = lambda: None


@pytest.fixture
def computer(monkeypatch):
    """Sets up a computer where nobody has chosen a backend, and lists those that are looked at."""

    def make(installed, with_gpu=(), gpu=True, apple=False, broken=()):
        looked_at = []

        def probe(name, *_, **__):
            looked_at.append(name)
            problem = "it can't be started" if name in broken else ""
            precision = "" if problem else "float16" if name in with_gpu else "float32"
            return Seen(name, GPU if name in with_gpu else "", None, RATES, precision, problem)

        monkeypatch.setattr(backend, "probe", probe)
        monkeypatch.setattr(backend, "may_have_gpu", lambda: gpu)
        monkeypatch.setattr(backend, "is_apple", lambda: apple)
        monkeypatch.setattr(backend, "_installed", installed_here)
        installed_here.names = installed
        monkeypatch.setattr(backend, "is_chosen", lambda: False)
        return looked_at

    return make


ALL = ("tensorflow", "jax", "torch")


@pytest.mark.parametrize("asked", [None, "auto"])
def test_a_backend_that_has_the_gpu_is_found_once_and_said_once(computer, tuning, tmp_path, asked):
    looked_at, said = computer(ALL, {"torch"}), []
    for again in (tuning, Tuning(tmp_path / "tuning.json")):
        assert resolved_backend(asked, again, tmp_path / "log", say=said.append) == "torch"
    assert looked_at == list(ALL)
    [text] = said
    assert "PyTorch computes here: it has the GPU" in text
    # What it is fast at was measured on the way.
    assert tuning.precision("torch") == "float16"


def test_the_default_stays_where_it_has_the_gpu_and_no_other_is_looked_at(computer, tuning, tmp_path):
    looked_at = computer(ALL, set(ALL))
    assert resolved_backend(None, tuning, tmp_path / "log") is None
    assert looked_at == ["tensorflow"]


@pytest.mark.parametrize("asked", ["jax", "tensorflow"])
def test_what_was_asked_for_is_taken(computer, tuning, tmp_path, asked):
    looked_at = computer(ALL, {"torch"})
    assert resolved_backend(asked, tuning, tmp_path / "log") == asked
    assert looked_at == []


def test_what_the_environment_says_is_taken_unless_auto_is_asked_for(computer, tuning, tmp_path, monkeypatch):
    computer(ALL, {"torch"})
    monkeypatch.setattr(backend, "is_chosen", lambda: True)
    assert resolved_backend(None, tuning, tmp_path / "log") is None
    assert resolved_backend("auto", tuning, tmp_path / "log") == "torch"


@pytest.mark.parametrize(("asked", "found"), [(None, None), ("auto", "tensorflow")])
def test_without_a_gpu_nothing_is_looked_at(computer, tuning, tmp_path, asked, found):
    looked_at = computer(ALL, gpu=False)
    assert resolved_backend(asked, tuning, tmp_path / "log") == found
    assert looked_at == []


def test_the_only_one_needs_no_look(computer, tuning, tmp_path):
    looked_at = computer(("tensorflow",), {"tensorflow"})
    assert resolved_backend(None, tuning, tmp_path / "log") is None
    computer(("jax",))
    assert resolved_backend(None, tuning, tmp_path / "log") == "jax"
    assert looked_at == []


def test_what_the_window_asks_again_and_again_never_takes_a_look(computer, tuning):
    looked_at = computer(ALL, {"torch"})
    assert known_backend(None, tuning) is None
    assert known_backend("auto", tuning) == "tensorflow"
    assert looked_at == []


def test_apples_gpu_is_taken_only_when_auto_is_asked_for(computer, tuning, tmp_path):
    computer(("tensorflow", "torch"), {"torch"}, gpu=False, apple=True)
    assert resolved_backend(None, tuning, tmp_path / "log") is None
    assert resolved_backend("auto", tuning, tmp_path / "log") == "torch"
    assert resolved_backend(None, tuning, tmp_path / "log") is None


def test_one_that_is_broken_is_passed_over(computer, tuning, tmp_path):
    computer(ALL, {"jax"}, broken={"tensorflow"})
    assert resolved_backend(None, tuning, tmp_path / "log") == "jax"


def test_one_that_is_gone_is_looked_for_anew(computer, tuning, tmp_path):
    computer(ALL, {"torch"})
    resolved_backend(None, tuning, tmp_path / "log")
    computer(("tensorflow", "jax"), {"jax"})
    assert resolved_backend(None, tuning, tmp_path / "log") == "jax"


def test_a_look_that_is_stopped_is_remembered_as_nothing(computer, tuning, tmp_path, monkeypatch):
    computer(ALL)

    def stopped(*_, **__):
        raise RenderError("was stopped")

    monkeypatch.setattr(backend, "probe", stopped)
    with pytest.raises(RenderError):
        resolved_backend(None, tuning, tmp_path / "log", lambda: True)
    assert tuning.backend() is None


def test_where_nothing_can_be_kept_it_is_known_as_long_as_the_process(computer, tmp_path):
    (tmp_path / "file").touch()
    tuning = Tuning(tmp_path / "file" / "tuning.json")
    looked_at = computer(ALL, {"torch"})
    for _ in range(3):
        assert resolved_backend(None, tuning, tmp_path / "log") == "torch"
    assert looked_at == list(ALL)


def test_engines_are_started_with_it_and_frames_do_not_depend_on_it(computer, tuning, tmp_path, starter):
    looked_at, said = computer(ALL, {"torch"}), []
    place = ThisProcess(tmp_path / "log", tuning=tuning, asked_precision="float32")
    settings = place.settings(starter, (128, 128), place.precision(lambda: False, said.append))
    assert (settings.backend, len(said)) == ("torch", 1)
    elsewhere = ThisProcess(tmp_path / "log", backend="jax").settings(starter, (128, 128), "float32")
    digests = [Walk().recipe(0, each.preset.facts(each.precision)).digest for each in (settings, elsewhere)]
    assert digests[0] == digests[1]
    assert looked_at == list(ALL)


def test_a_check_of_the_computer_is_newer_than_what_was_known(computer, tuning, tmp_path):
    computer(ALL, {"jax"})
    resolved_backend(None, tuning, tmp_path / "log")
    seen = (Seen("tensorflow", rates=RATES, precision="float32"), Seen("torch", GPU, None, RATES, "float16"))
    assert used_here(tuning, seen) == ("torch", "it has the GPU")
    assert resolved_backend(None, tuning, tmp_path / "log") == "torch"
    assert tuning.precision("torch") == "float16"


def test_why_the_default_computes_is_said(computer, tuning, monkeypatch):
    seen = (Seen("tensorflow", rates=RATES, precision="float32"),)
    computer(ALL, gpu=False)
    assert used_here(tuning, seen) == ("tensorflow", "the default")
    computer(ALL)
    assert used_here(tuning, seen) == ("tensorflow", "no backend has the GPU")
    monkeypatch.setattr(backend, "is_chosen", lambda: True)
    monkeypatch.setenv("KERAS_BACKEND", "jax")
    monkeypatch.setattr(backend, "chosen_backend", lambda _: "jax")
    assert used_here(tuning, seen) == ("jax", "KERAS_BACKEND says so")

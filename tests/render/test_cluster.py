"""Engines beside the workers of a Dask cluster, which are threads where that is enough."""

import json
import os
import signal
import subprocess
import sys
import threading
from collections import Counter
from contextlib import closing, contextmanager
from dataclasses import replace

import numpy as np
import pytest

from sd3explorer.cli import main
from sd3explorer.render import cluster as cluster_module
from sd3explorer.render import cluster_connection
from sd3explorer.render.child import ChildProcess
from sd3explorer.render.cluster import Cluster, Workers, chosen_cluster
from sd3explorer.render.cluster_connection import Certificates
from sd3explorer.render.cluster_engine import ClusterEngine
from sd3explorer.render.cluster_host import Done
from sd3explorer.render.local import ThisProcess
from sd3explorer.render.messages import (
    Compiled,
    Engines,
    Failed,
    Measured,
    Notice,
    Rendered,
    RenderError,
)
from sd3explorer.walk.noises import Varying
from sd3explorer.walk.recipe import Prompt
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk
from tests.gradient import GradientModel, gradient
from tests.render.cluster_models import (
    FREE,
    POISON,
    Beside16Bits,
    BrokenOnLoadModel,
    HeldModel,
    PoisonedModel,
)

distributed = pytest.importorskip("distributed")

SIZE = (64, 64)


@contextmanager
def running(workers=2, **how):
    how = {"processes": False, "protocol": "tcp://", "silence_logs": 50} | how
    with distributed.LocalCluster(
        n_workers=workers, threads_per_worker=1, dashboard_address="127.0.0.1:0", memory_limit=0, **how
    ) as dask:
        yield dask


@pytest.fixture(scope="module")
def dask():
    with running() as found:
        yield found


@pytest.fixture(autouse=True)
def held():
    FREE.clear()
    yield
    FREE.set()


@pytest.fixture(autouse=True)
def often(monkeypatch):
    monkeypatch.setattr(cluster_connection, "SECONDS_BETWEEN_LOOKS", 0.05)
    monkeypatch.setattr(cluster_connection, "SECONDS_TO_CONNECT", 2.0)
    monkeypatch.setattr(cluster_module, "SECONDS_TO_LEAVE", 0.2)


@pytest.fixture(scope="module")
def recipes(facts):
    walk = Walk(noise=Varying(1), timing=Timing(64), sampler=Sampler(4))
    return [replace(walk.recipe(index, facts), image_size=SIZE) for index in range(64)]


def place_of(dask, load_model=GradientModel, beside=ThisProcess, **more):
    address = dask if isinstance(dask, str) else dask.scheduler_address
    return Cluster(address, None, "tensorflow", "float32", load_model, beside, **more)


@contextmanager
def opened(place, preset, batch_size=4):
    settings = place.settings(preset, SIZE, "float32", batch_size)
    with closing(place.open(replace(settings, watched=True))) as renderer:
        yield renderer


def in_batches(recipes, size=4):
    return [recipes[start : start + size] for start in range(0, len(recipes), size)]


def those(kind, events):
    return [event for event in events if isinstance(event, kind)]


def assert_each_once(rendered, recipes):
    assert Counter(event.recipe.digest for event in rendered) == Counter(each.digest for each in recipes)
    assert all((event.image == gradient(event.recipe)).all() for event in rendered)


def hosts():
    return [thread for thread in threading.enumerate() if thread.name == "sd3explorer host"]


def test_all_workers_render_and_every_frame_comes_once(dask, starter, recipes, hang_guard):
    with opened(place_of(dask), starter) as renderer:
        events = list(renderer.render(in_batches(recipes)))
    assert_each_once(those(Rendered, events), recipes)
    names = {address.rpartition("://")[2] for address in dask.scheduler_info["workers"]}
    assert {state.name for state in those(Engines, events)[-1].states} == names


def test_closing_ends_the_engines_and_leaves_the_cluster_as_it_was(dask, starter, recipes, hang_guard):
    before = set(threading.enumerate())
    with opened(place_of(dask), starter) as renderer:
        list(renderer.render(in_batches(recipes[:16])))
        assert hosts()
    assert not hosts()
    left = {thread for thread in threading.enumerate() if not thread.name.startswith("Dask-")} - before
    assert not left
    assert len(dask.scheduler_info["workers"]) == 2


def test_an_asker_that_vanishes_leaves_no_engine_behind(dask, starter, recipes, hang_guard):
    with opened(place_of(dask), starter) as renderer:
        list(renderer.render(in_batches(recipes[:16])))
        # As the scheduler sees it when the asker is killed.
        renderer._crew.close()
        for host in hosts():
            host.join()


def test_stopping_ends_it_and_it_renders_again(dask, starter, recipes, hang_guard):
    with opened(place_of(dask, HeldModel), starter) as renderer:
        events = renderer.render(in_batches(recipes))
        while not hosts():
            next(events)
        thread = threading.Thread(target=renderer.stop)
        thread.start()
        assert those(Rendered, events) == []
        thread.join()
        FREE.set()
        assert_each_once(those(Rendered, renderer.render(in_batches(recipes))), recipes)


def test_a_scheduler_never_holds_more_than_what_each_engine_has_ahead(dask, starter, recipes, hang_guard):
    handed = []

    def batches():
        for batch in in_batches(recipes):
            handed.append(batch)
            yield batch

    with opened(place_of(dask), starter) as renderer:
        done = 0
        for event in renderer.render(batches()):
            done += isinstance(event, Rendered)
            # Two batches for each of two engines, and as many events that wait to be taken.
            assert sum(map(len, handed)) - done <= 2 * 2 * 4 + 4


def test_it_is_warmed_and_measures(dask, starter, recipes, hang_guard):
    prompts = [Prompt("a dog"), Prompt("a horse")]
    with opened(place_of(dask), starter) as renderer:
        assert those(Compiled, renderer.warm(recipes[:1]))[-1].batch_size == 4
        [measured] = those(Measured, renderer.measure(prompts))
    assert measured.prompts == tuple(prompts)


def test_a_worker_joins_while_others_render(starter, recipes, hang_guard):
    with running(1) as dask, opened(place_of(dask, HeldModel), starter) as renderer:
        engines, rendered = Counter(), []
        for event in renderer.render(in_batches(recipes)):
            if isinstance(event, Engines):
                engines = Counter(state.activity for state in event.states)
            if hosts() and len(dask.workers) == 1:
                dask.scale(2)
            if engines.total() == 2:
                FREE.set()
            rendered += those(Rendered, [event])
    assert_each_once(rendered, recipes)


def test_a_worker_leaves_while_others_render(starter, recipes, hang_guard):
    with running(2) as dask, opened(place_of(dask, HeldModel), starter) as renderer:
        rendered, notices = [], []
        for event in renderer.render(in_batches(recipes)):
            rendered += those(Rendered, [event])
            notices += those(Notice, [event])
            if len(hosts()) == 2 and len(dask.workers) == 2:
                dask.scale(1)
            if notices:
                FREE.set()
    assert_each_once(rendered, recipes)
    assert {notice.text.partition(": ")[2] for notice in notices} == {
        "its worker is gone; what it had is rendered again"
    }


def test_where_no_worker_is_left_it_waits_for_one(starter, recipes, hang_guard):
    with running(0) as dask, opened(place_of(dask), starter) as renderer:
        events = renderer.render(in_batches(recipes))
        assert next(events) == Notice("no engine is there; rendering continues when one joins")
        dask.scale(1)
        assert_each_once(those(Rendered, events), recipes)


def test_only_workers_with_a_gpu_render_where_any_says_that_it_has_one(starter, recipes, hang_guard):
    with running(1) as dask:
        scheduler = dask.scheduler_address
        dask.new_spec["options"]["resources"] = {"GPU": 1}
        dask.scale(2)
        with closing(cluster_connection.Connection(scheduler)) as connection:
            while not any(each["resources"] for each in dask.scheduler_info["workers"].values()):
                connection.workers()
            with_gpu = [a for a, each in dask.scheduler_info["workers"].items() if each["resources"]]
            while connection.workers() != frozenset(with_gpu):
                pass
            assert len(with_gpu) == 1


@pytest.mark.parametrize("is_other", ["version", "weights", "model"])
def test_workers_that_would_make_other_frames_are_given_up_with_a_sentence(
    dask, starter, recipes, monkeypatch, is_other, hang_guard
):
    preset, says = (
        starter,
        {"version": "it has sd3explorer", "weights": "other weights", "model": "can't have"},
    )
    if is_other == "version":
        monkeypatch.setattr(cluster_module, "__version__", "9.9.9")
    else:
        preset = replace(starter, **({"identity": "other"} if is_other == "weights" else {"name": "nowhere"}))
    with opened(place_of(dask), preset) as renderer, pytest.raises(RenderError, match=says[is_other]):
        list(renderer.render(in_batches(recipes)))


def test_a_model_that_can_not_be_loaded_is_an_error(dask, starter, recipes, hang_guard):
    with (
        opened(place_of(dask, BrokenOnLoadModel), starter) as renderer,
        pytest.raises(RenderError, match="no such weights"),
    ):
        list(renderer.render(in_batches(recipes)))


def test_a_recipe_that_ends_engines_is_set_aside_and_the_rest_is_rendered(dask, starter, recipes):
    wanted = [recipes[0], replace(recipes[1], embedding=POISON), *recipes[2:6]]
    with opened(place_of(dask, PoisonedModel, ChildProcess), starter, 2) as renderer:
        events = list(renderer.render(in_batches(wanted, 2)))
    assert_each_once(those(Rendered, events), [each for each in wanted if each.embedding != POISON])
    [failed] = those(Failed, events)
    assert failed.recipe.embedding == POISON
    assert failed.reason.startswith(
        "3 engines were lost while they rendered it; its engine ended unexpectedly"
    )


def test_a_worker_is_killed_and_comes_again_and_every_frame_comes_once_and_right(starter, recipes):
    # A process with a nanny, which starts another one in its place.
    with running(1, processes=True) as dask, opened(place_of(dask), starter) as renderer:
        rendered, names, killed = [], set(), False
        for event in renderer.render(in_batches(recipes)):
            rendered += those(Rendered, [event])
            names |= {state.name for each in those(Engines, [event]) for state in each.states}
            if len(rendered) == 10 and not killed:
                killed = True
                os.kill(dask.workers[0].pid, signal.SIGKILL)
    assert_each_once(rendered, recipes)
    assert len(names) == 2


def test_a_scheduler_that_is_gone_is_an_error(starter, recipes, hang_guard):
    with running(1) as dask, opened(place_of(dask, HeldModel), starter) as renderer:
        events = renderer.render(in_batches(recipes))
        while not hosts():
            next(events)
        dask.close()
        with pytest.raises(RenderError, match="the connection to the scheduler at tcp"):
            list(events)


def test_workers_that_are_lost_again_and_again_before_they_are_ready_are_an_error(starter):
    class Scheduler:
        def workers(self):
            return frozenset(["tcp://host:1"])

    crew = Workers(place_of("tcp://host:2").settings(starter, SIZE, "float32"), None, Scheduler())
    with pytest.raises(RenderError, match="10 workers in a row were lost"):
        while arrived := crew.arrived():
            arrived["host:1"].over_at = 0.0


def test_the_first_worker_says_which_precision_suits_it(dask, hang_guard):
    place = Cluster(dask.scheduler_address, backend="tensorflow", beside=Beside16Bits)
    assert place.precision() == "bfloat16"
    assert place_of(dask).precision() == "float32"


def test_a_scheduler_is_found_by_its_file(dask, starter, recipes, tmp_path, hang_guard):
    file = tmp_path / "scheduler.json"
    file.write_text(json.dumps({"address": dask.scheduler_address, "type": "Scheduler", "id": "1"}))
    with opened(place_of(str(file)), starter) as renderer:
        assert_each_once(those(Rendered, renderer.render([recipes[:4]])), recipes[:4])


def test_a_scheduler_that_is_not_there_is_an_error(starter):
    with pytest.raises(RenderError, match=r"the scheduler at tcp://127\.0\.0\.1:9 can't be reached"):
        place_of("tcp://127.0.0.1:9").open(place_of("").settings(starter, SIZE, "float32"))


def test_without_dask_a_sentence_says_how_to_install_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(RenderError, match=r"pip install 'sd3explorer\[cluster\]'"):
        cluster_connection.Connection("tcp://127.0.0.1:9")


@pytest.mark.parametrize(
    "image", [np.zeros((8, 8, 3), np.uint8), np.zeros((*SIZE, 3), np.float32), "a picture", None]
)
def test_a_worker_has_no_more_to_say_of_a_frame_than_what_it_looks_like(starter, recipes, image):
    class Lying(ClusterEngine):
        said = Rendered(recipes[0], image)

        def _started(self):
            return iter(())

        def _exchange(self, requests):
            yield Done()
            yield self.said

    lying = Lying(None, None, None, "tcp://host:1")
    with pytest.raises(RenderError, match="another shape"):
        list(lying.render([recipes[:1]]))
    lying.said = Rendered(recipes[1], gradient(recipes[1]))
    with pytest.raises(RenderError, match="nobody asked for"):
        list(lying.render([recipes[:1]]))


def test_an_answer_that_comes_just_after_a_wait_for_it_counts():
    class Late:
        """Is done as soon as nobody waits any more."""

        waits = 0

        def done(self):
            return self.waits > 0

        def result(self, timeout):
            if timeout is not None:
                self.waits += 1
                raise TimeoutError
            return [Done()]

    class Connected:
        def has(self, address):
            return True

    engine = ClusterEngine(None, None, Connected(), "tcp://host:1")
    engine._host = object()
    assert engine._result(lambda _: Late()) == [Done()]


@pytest.fixture(scope="module")
def certificates(tmp_path_factory):
    """An authority, and what it has signed for all; and one that nobody knows."""
    folder = tmp_path_factory.mktemp("tls")

    def openssl(*words):
        subprocess.run(["openssl", *map(str, words)], check=True, capture_output=True, cwd=folder)

    try:
        for name in ("known", "unknown"):
            openssl("ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", f"{name}.key")
            openssl("req", "-x509", "-key", f"{name}.key", "-out", f"{name}.crt", "-subj", f"/CN={name}")
            openssl("ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", f"{name}-own.key")
            openssl("req", "-new", "-key", f"{name}-own.key", "-out", f"{name}.csr", "-subj", "/CN=own")
            signed_by = ("-CA", f"{name}.crt", "-CAkey", f"{name}.key", "-CAcreateserial")
            openssl("x509", "-req", "-in", f"{name}.csr", *signed_by, "-out", f"{name}-own.crt")
    except FileNotFoundError:
        pytest.skip("openssl isn't installed")
    return {
        name: (folder / f"{name}.crt", folder / f"{name}-own.crt", folder / f"{name}-own.key")
        for name in ("known", "unknown")
    }


def test_tls_lets_nobody_in_who_has_no_certificate_of_its_authority(
    certificates, starter, recipes, hang_guard
):
    authority, own, key = map(str, certificates["known"])
    security = distributed.Security(
        tls_ca_file=authority,
        require_encryption=True,
        **{
            f"tls_{who}_{what}": path
            for who in ("scheduler", "worker", "client")
            for what, path in (("cert", own), ("key", key))
        },
    )
    with running(1, protocol="tls://", security=security) as dask:
        assert dask.scheduler_address.startswith("tls://")
        place = replace(place_of(dask), certificates=Certificates(*certificates["known"]))
        with opened(place, starter) as renderer:
            assert_each_once(those(Rendered, renderer.render(in_batches(recipes))), recipes)
        for stranger in (
            replace(place, certificates=Certificates(*certificates["unknown"])),
            replace(place, address=dask.scheduler_address.replace("tls", "tcp"), certificates=None),
        ):
            with pytest.raises(RenderError, match="can't be reached"):
                stranger.open(place.settings(starter, SIZE, "float32"))
        with pytest.raises(RenderError, match="--cluster-tls CA,CERT,KEY"):
            replace(place, certificates=None).open(place.settings(starter, SIZE, "float32"))


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (["--cluster", "http://host:1"], 2, "must be tcp://HOST:PORT"),
        (["--cluster", "tcp://host"], 2, "must be tcp://HOST:PORT"),
        (["--cluster", "nowhere.json"], 1, "there is no file nowhere.json"),
        (["--cluster", "tls://h:1", "--cluster-tls", "a,b"], 2, "must be three files"),
        (["--cluster", "tls://h:1", "--cluster-tls", "a,b,c"], 1, "there is no file a;"),
        (["--cluster", "tcp://h:1", "--cluster-tls", "a,b,c"], 1, "tcp://h:1 isn't encrypted"),
        (["--cluster-tls", "a,b,c"], 2, "say which with --cluster"),
        (["--cluster", "local", "--devices", "cpu"], 2, "leave them out with --cluster"),
    ],
)
def test_words_that_make_no_cluster_are_refused(words, status, says, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Walk().save("a.sd3walk")
    try:
        found = main(["render", "a.sd3walk", "-o", "a.gif", *words])
    except SystemExit as end:
        found = end.code
    assert found == status
    assert says in capsys.readouterr().err


def test_the_command_line_names_a_cluster(certificates):
    files = certificates["known"]
    assert chosen_cluster("tls://host:8786", files, "jax", "bfloat16") == Cluster(
        "tls://host:8786", Certificates(*files), "jax", "bfloat16"
    )
    assert chosen_cluster("local").name == "a cluster on this machine"

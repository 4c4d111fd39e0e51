"""What was rendered when, and what becomes of records that time and bad luck have left."""

import errno
import json
import os
import shutil
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from sd3explorer.render import history as history_module
from sd3explorer.render.history import LARGEST_RECORD, THUMBNAILS, History
from sd3explorer.render.messages import RenderError
from sd3explorer.render.store import FrameStore
from sd3explorer.walk.keeping import with_star_toggled, with_version
from sd3explorer.walk.model import ModelFacts
from sd3explorer.walk.noises import Fixed
from sd3explorer.walk.paths import Keyframe, Morph
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk

WALK = Walk("Dog to cat", Morph((Keyframe("a dog"), Keyframe("a cat", "blurry"))), timing=Timing(9))
FACTS = ModelFacts("starter", (64, 64), 8, 7.0)
PICTURE = np.zeros((8, 8, 3), np.uint8)


@pytest.fixture
def store(tmp_path):
    return FrameStore(tmp_path / "frames")


@pytest.fixture
def history(store):
    return History(store.folder)


@pytest.fixture
def render(store, history):
    def render(walk, indices=None):
        for index in range(walk.frame_count) if indices is None else indices:
            store.put(walk.recipe(index, FACTS).digest, PICTURE)
        history.put(walk, FACTS, store)

    return render


def files(store):
    return sorted((store.folder / "history").glob("*"))


def test_what_was_rendered_is_recorded_with_some_of_its_frames(render, history, store):
    render(WALK)
    [record] = history.records(store)
    assert record.walk == WALK
    assert len(record.frames) == THUMBNAILS
    assert record.frames[0] == WALK.recipe(0, FACTS).digest
    assert record.frames[-1] == WALK.recipe(8, FACTS).digest


def test_of_a_walk_without_frames_there_is_no_record(render, history, store):
    render(WALK, [])
    assert history.records(store) == []


def test_a_walk_that_was_stopped_is_recorded_by_what_there_is(render, history, store):
    render(WALK, [4])
    [record] = history.records(store)
    assert record.frames == (WALK.recipe(4, FACTS).digest,)


def test_a_walk_has_one_record_which_is_as_new_as_its_last_rendering(render, history, store, monkeypatch):
    times = iter((1000.0, 2000.0, 3000.0))
    monkeypatch.setattr(history_module, "time", lambda: next(times))
    other = replace(WALK, noise=Fixed(7))
    for walk in (WALK, other, replace(WALK, title="Another title")):
        render(walk)
    records = history.records(store)
    assert [(record.walk.title, record.when) for record in records] == [
        ("Another title", 3000.0),
        ("Dog to cat", 2000.0),
    ]


def test_the_walks_rendered_last_are_kept_also_where_the_clock_was_set_back(
    render, history, store, monkeypatch
):
    monkeypatch.setattr(history_module, "MAX_RECORDS", 3)
    walks = [replace(WALK, noise=Fixed(seed)) for seed in range(6)]
    for walk in walks[:3]:
        render(walk)
        file = history._file(history.find(walk).name)
        later = file.stat().st_mtime + 365 * 24 * 3600
        os.utime(file, (later, later))
    for walk in walks[3:]:
        render(walk)
    assert [history.find(walk) is not None for walk in walks] == [False] * 3 + [True] * 3


def test_versions_and_stars_are_of_the_document_and_not_recorded(render, history, store):
    render(with_star_toggled(with_version(WALK, "calm"), "0" * 16))
    assert history.records(store)[0].walk == WALK


def test_words_are_looked_for_in_title_and_prompts(render, history, store):
    render(WALK)
    [record] = history.records(store)
    assert all(record.says(words) for words in ("", "DOG", "cat dog", "blurry", "to cat"))
    assert not record.says("dog fox")


def test_a_record_whose_frames_are_gone_goes_too(render, history, store):
    render(WALK)
    for frame in store.folder.glob("??/*.png"):
        frame.unlink()
    assert history.records(store) == []
    assert files(store) == []


@pytest.mark.parametrize("error", [errno.ESTALE, errno.EIO, errno.EACCES, errno.ENOTCONN])
def test_records_stay_while_nobody_knows_whether_their_frames_are_there(
    render, history, store, monkeypatch, error
):
    def look(path):
        if path.suffix == ".png":
            raise OSError(error, os.strerror(error), str(path))
        return lstat(path)

    render(WALK)
    lstat = Path.lstat
    with monkeypatch.context() as passing:
        passing.setattr(Path, "lstat", look)
        assert [record.walk for record in history.records(store)] == [WALK]
    assert [record.walk for record in history.records(store)] == [WALK]


def test_a_record_goes_where_a_file_is_in_place_of_its_frames_folder(render, history, store):
    render(WALK)
    for folder in store.folder.glob("??"):
        shutil.rmtree(folder)
        folder.touch()
    assert history.records(store) == []
    assert files(store) == []


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe\n{}",
        b"0" * 64 + b"\n{}",
        b"[" * 100_000,
        b"x" * (LARGEST_RECORD + 1),
    ],
)
def test_a_damaged_record_is_none_and_others_stay(render, history, store, data):
    render(WALK)
    render(replace(WALK, noise=Fixed(7)))
    files(store)[0].write_bytes(data)
    assert len(history.records(store)) == 1


@pytest.mark.parametrize(
    "change",
    [
        {"walk": {"format": "another"}},
        {"walk": 3},
        {"when": "yesterday"},
        {"when": -1},
        {"when": 1e300},
        {"frames": "all"},
        {"frames": ["../../etc/passwd"]},
        {"frames": [None]},
        {"frames": []},
    ],
)
def test_a_record_that_somebody_wrote_is_read_strictly(render, history, store, change):
    render(WALK)
    [file] = files(store)
    document = json.dumps(json.loads(file.read_text().partition("\n")[2]) | change)
    file.write_text(f"{history_module._checksum(document)}\n{document}")
    assert history.records(store) == []


def test_there_are_never_more_than_so_many_records(render, history, store, monkeypatch):
    monkeypatch.setattr(history_module, "MAX_RECORDS", 3)
    for seed in range(6):
        render(replace(WALK, noise=Fixed(seed)), [0])
        for age, file in enumerate(sorted(files(store), key=os.path.getmtime, reverse=True)):
            os.utime(file, (1000.0 - age, 1000.0 - age))
    assert [record.walk.noise.seed for record in history.records(store)] == [5, 4, 3]
    assert len(files(store)) == 3


def test_a_walk_that_is_very_large_is_not_recorded(render, history, store):
    long = tuple(Keyframe(f"{number} " + "word " * 1900) for number in range(300))
    render(replace(WALK, path=Morph(long)), [0])
    assert history.records(store) == []


def test_forgetting_removes_one_and_clearing_all(render, history, store):
    for seed in range(3):
        render(replace(WALK, noise=Fixed(seed)))
    history.forget(history.records(store)[0].name)
    assert len(history.records(store)) == 2
    history.clear()
    assert history.records(store) == []
    assert not (store.folder / "history").exists()
    history.clear()
    # Frames are no part of it.
    assert store.has(replace(WALK, noise=Fixed(0)).recipe(0, FACTS).digest)


def test_nothing_is_recorded_while_it_is_off_whichever_process_turned_it_off(render, history, store):
    history.set_on(False)
    assert not History(store.folder).on
    render(WALK)
    assert history.records(store) == []
    history.set_on(True)
    render(WALK)
    assert len(history.records(store)) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_nobody_else_may_look_into_it(render, store):
    render(WALK)
    assert (store.folder / "history").stat().st_mode & 0o077 == 0


def test_what_lies_in_its_place_is_replaced_and_a_link_not_followed(render, history, store, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    try:
        (store.folder / "history").symlink_to(elsewhere)
    except OSError:
        pytest.skip("no links here")
    render(WALK)
    assert list(elsewhere.iterdir()) == []
    assert len(history.records(store)) == 1


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_disturbs_nobody_until_one_wants_to_forget(render, history, store):
    render(WALK)
    folder = store.folder / "history"
    folder.chmod(0o500)
    try:
        render(replace(WALK, noise=Fixed(7)))
        [record] = history.records(store)
        with pytest.raises(RenderError, match="can't be removed"):
            history.forget(record.name)
        with pytest.raises(RenderError, match="can't be removed"):
            history.clear()
    finally:
        folder.chmod(0o700)


def test_what_cannot_be_removed_is_said_in_a_sentence(history, store, monkeypatch):
    def refuse(_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(history_module, "discard", refuse)
    for act in (history.clear, lambda: history.forget("0" * 64)):
        with pytest.raises(RenderError, match=r"can't be removed: .*make"):
            act()

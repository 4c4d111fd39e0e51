"""What the frame store makes of bad luck: sound frames stay, and what isn't the frame is rendered again."""

import errno
import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from sd3explorer.render.job import Frame, Job, StoredFrames
from sd3explorer.render.local import LocalRenderer
from sd3explorer.render.messages import EngineSettings, RenderError
from sd3explorer.render.store import FrameStore
from sd3explorer.walk.model import Model
from sd3explorer.walk.paths import Keyframe, Morph
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk
from tests.gradient import GradientModel, gradient

A, B = "aa" + "0" * 62, "bb" + "0" * 62
WALK = Walk(path=Morph((Keyframe("a"), Keyframe("b"))), timing=Timing(4), sampler=Sampler(num_steps=1))

# For what would hang: much longer than it takes.
SECONDS_AT_MOST = 20

YEAR = 365 * 86400.0


class Untouched:
    """A renderer that must not be needed."""

    def render(self, batches):
        raise AssertionError("nothing is to be rendered")


@pytest.fixture
def image():
    return np.random.default_rng(0).integers(0, 256, (64, 48, 3), dtype=np.uint8)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "frames"


@pytest.fixture
def store(folder):
    return FrameStore(folder)


@pytest.fixture
def run(facts, store, starter):
    def run(walk=WALK, renderer=None):
        renderer = renderer or LocalRenderer(EngineSettings(starter, (128, 128)), GradientModel)
        events = within_time(lambda: list(Job(walk, facts, store, renderer, batch_size=4).run()))
        return sorted(event.index for event in events if isinstance(event, Frame) and not event.from_store)

    return run


def file_of(folder, digest):
    return folder / digest[:2] / f"{digest}.png"


def within_time(work):
    """What a function returns or raises; fails where it hangs."""
    outcome = []

    def attempt():
        try:
            outcome.append((work(), None))
        except BaseException as error:
            outcome.append((None, error))

    thread = threading.Thread(target=attempt, daemon=True)
    thread.start()
    thread.join(SECONDS_AT_MOST)
    assert outcome, "it hangs"
    [(result, error)] = outcome
    if error is not None:
        raise error
    return result


def refuse(monkeypatch, number, times=10**6):
    """Makes the opening of a frame fail so many times."""
    left = [times]
    really_open = open

    def refusing(path, *arguments, **options):
        if str(path).endswith(".png") and left[0]:
            left[0] -= 1
            raise OSError(number, os.strerror(number), str(path))
        return really_open(path, *arguments, **options)

    monkeypatch.setattr("builtins.open", refusing)


@pytest.mark.parametrize(
    ("number", "remedy"),
    [
        (errno.EMFILE, "too many open files; close some programs and try again"),
        (errno.ENFILE, "close some programs and try again"),
        (errno.EACCES, "permission denied; make it readable"),
        (errno.EIO, "make it readable, or remove it to have the frame rendered again"),
    ],
)
def test_a_frame_that_cannot_be_read_as_things_are_stays_and_is_reported(
    store, folder, image, monkeypatch, number, remedy
):
    store.put(A, image)
    with monkeypatch.context() as patch:
        refuse(patch, number)
        with pytest.raises(RenderError, match=remedy) as told:
            store.get(A)
        assert str(file_of(folder, A)) in str(told.value)
    assert (store.get(A) == image).all()


def test_what_is_over_in_a_moment_is_waited_for(store, image, monkeypatch):
    store.put(A, image)
    refuse(monkeypatch, errno.EMFILE, times=2)
    assert (store.get(A) == image).all()


def test_a_process_with_too_many_open_files_loses_no_frame(folder):
    script = """
import os, resource, sys, threading
import numpy as np
from pathlib import Path
from sd3explorer.render.messages import RenderError
from sd3explorer.render.store import FrameStore
resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))
store = FrameStore(Path(sys.argv[1]))
digests = [f"{number:02x}" + "0" * 62 for number in range(3)]
for digest in digests:
    store.put(digest, np.full((8, 8, 3), 7, np.uint8))
# What makes room for frames opens folders, and would give back what is taken here.
for thread in threading.enumerate():
    if thread is not threading.current_thread():
        thread.join()
taken = []
try:
    while True:
        taken.append(os.open("/dev/null", os.O_RDONLY))
except OSError:
    pass
for digest in digests:
    try:
        store.get(digest)
    except RenderError as error:
        print(error, file=sys.stderr)
for each in taken:
    os.close(each)
print([store.get(digest) is not None for digest in digests])
"""
    command = [sys.executable, "-c", script, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout.split() == ["[True,", "True,", "True]"], done.stderr
    assert done.stderr.count("too many open files; close some programs and try again") == 3


def test_a_frame_whose_use_cannot_be_noted_is_read_all_the_same(store, image, monkeypatch):
    store.put(A, image)

    def refused(*arguments, **options):
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "utime", refused)
    assert (store.get(A) == image).all()
    assert (store.get(A) == image).all()


@pytest.fixture
def read_only(monkeypatch):
    """Makes the disk one that can't be written, for whoever runs the tests."""

    def make():
        really_open, really_open_by_system = Path.open, os.open

        def refused(*arguments, **options):
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))

        def mkdir(path, *arguments, **options):
            # The system looks first whether it is there.
            if Path(path).exists():
                raise FileExistsError(path)
            refused()

        def opened(path, mode="r", *arguments, **options):
            return (really_open if mode in ("r", "rb") else refused)(path, mode, *arguments, **options)

        def opened_by_system(path, flags, *arguments, **options):
            writes = flags & (os.O_WRONLY | os.O_RDWR)
            return (refused if writes else really_open_by_system)(path, flags, *arguments, **options)

        monkeypatch.setattr(Path, "open", opened)
        monkeypatch.setattr(os, "open", opened_by_system)
        monkeypatch.setattr(os, "mkdir", mkdir)
        for name in ("utime", "unlink", "replace", "rename"):
            monkeypatch.setattr(os, name, refused)

    return make


def test_a_complete_store_that_cannot_be_written_is_read_and_renders_nothing(
    run, facts, store, folder, read_only
):
    assert run() == [0, 1, 2, 3]
    read_only()
    assert run(renderer=Untouched()) == []
    frames = StoredFrames(WALK, facts, FrameStore(folder))
    for index in range(4):
        assert (frames[index] == gradient(WALK.recipe(index, facts))).all()


def test_a_store_that_lacks_frames_and_cannot_be_written_is_reported_before_anything_is_rendered(
    run, store, read_only
):
    run()
    read_only()
    with pytest.raises(
        RenderError, match="can't be written: read-only file system; make it writable or choose"
    ):
        run(replace(WALK, timing=Timing(8)), renderer=Untouched())


def test_the_picture_of_another_frame_is_rendered_again(run, facts, store, folder):
    run()
    digests = [WALK.recipe(index, facts).digest for index in range(4)]
    shutil.copy(file_of(folder, digests[0]), file_of(folder, digests[1]))
    assert run() == [1]
    assert (StoredFrames(WALK, facts, store)[1] == gradient(WALK.recipe(1, facts))).all()


def test_a_frame_of_another_size_is_rendered_again(run, facts, folder):
    larger = replace(WALK, model=Model("starter", (256, 256)))
    run(larger)
    run()
    shutil.copy(
        file_of(folder, larger.recipe(2, facts).digest), file_of(folder, WALK.recipe(2, facts).digest)
    )
    assert run() == [2]


def test_a_frame_of_before_the_checksum_had_the_recipe_in_it_is_rendered_again(run, facts, folder):
    import hashlib

    from PIL import Image
    from PIL.PngImagePlugin import PngInfo

    run()
    recipe = WALK.recipe(1, facts)
    pixels = gradient(recipe)
    notes = PngInfo()
    notes.add_text("sha256", hashlib.sha256(str(pixels.shape).encode() + pixels.tobytes()).hexdigest())
    Image.fromarray(pixels).save(file_of(folder, recipe.digest), pnginfo=notes)
    assert run() == [1]


def a_folder(place, outside):
    place.mkdir()
    (place / "inside").write_text("of somebody")


def a_pipe(place, outside):
    os.mkfifo(place)


def a_socket(place, outside):
    # A socket's path may be no longer than 108 letters.
    before = Path.cwd()
    os.chdir(place.parent)
    try:
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind(place.name)
    finally:
        os.chdir(before)


def a_link_to_nowhere(place, outside):
    place.symlink_to(outside / "nowhere.png")


def a_link_to_a_sound_frame(place, outside):
    place.symlink_to(outside / "sound.png")


def a_link_to_an_endless_device(place, outside):
    place.symlink_to("/dev/zero")


def a_loop_of_links(place, outside):
    place.symlink_to(place.name)


def a_link_to_a_folder(place, outside):
    place.symlink_to(outside, target_is_directory=True)


def a_file(place, outside):
    place.write_bytes(b"no folder")


@pytest.fixture
def outside(tmp_path, image):
    """A folder that is none of the store's business."""
    folder = tmp_path / "outside"
    FrameStore(folder).put(A, image)
    file_of(folder, A).rename(folder / "sound.png")
    return folder


def everything_in(folder):
    return sorted((str(path), path.read_bytes() if path.is_file() else b"") for path in folder.rglob("*"))


@pytest.mark.parametrize(
    "leave",
    [
        a_folder,
        a_pipe,
        a_socket,
        a_link_to_nowhere,
        a_link_to_a_sound_frame,
        a_link_to_an_endless_device,
        a_loop_of_links,
        a_link_to_a_folder,
    ],
)
def test_what_is_no_file_in_a_frames_place_is_replaced_and_never_followed(
    store, folder, image, outside, leave
):
    before = everything_in(outside)
    file_of(folder, A).parent.mkdir()
    leave(file_of(folder, A), outside)
    assert within_time(lambda: store.get(A)) is None
    assert not store.has(A)
    within_time(lambda: store.put(A, image))
    assert (store.get(A) == image).all()
    assert everything_in(outside) == before


@pytest.mark.parametrize("leave", [a_file, a_pipe, a_link_to_nowhere, a_link_to_a_folder, a_loop_of_links])
def test_what_is_no_folder_in_the_place_of_one_is_replaced_and_never_followed(
    store, folder, image, outside, leave
):
    shutil.copy(outside / "sound.png", outside / f"{A}.png")
    before = everything_in(outside)
    leave(folder / "aa", outside)
    assert not store.has(A)
    assert within_time(lambda: store.get(A)) is None
    store.check_writable(A)
    store.put(A, image)
    assert (store.get(A) == image).all()
    assert everything_in(outside) == before


def test_a_damaged_frame_that_another_process_rendered_again_meanwhile_stays(
    store, folder, image, monkeypatch
):
    store.put(A, image)
    sound = file_of(folder, A).read_bytes()
    file_of(folder, A).write_bytes(b"damaged")
    module = sys.modules[FrameStore.__module__]

    def rendered_again(data, digest):
        FrameStore(folder).put(A, image)

    monkeypatch.setattr(module, "frame_in", rendered_again)
    assert store.get(A) is None
    assert file_of(folder, A).read_bytes() == sound


def until_there_is_room():
    for thread in threading.enumerate():
        if thread.name == "making room for frames":
            thread.join()


def make_room(folder, image, limit):
    store = FrameStore(folder, limit)
    store.put(B, image)
    until_there_is_room()
    return store


def test_frames_dated_in_the_future_make_room_too(store, folder, image):
    store.put(A, image)
    later = time.time() + 10 * YEAR
    os.utime(file_of(folder, A), (later, later))
    size = file_of(folder, A).stat().st_size
    store = make_room(folder, image, limit=int(1.5 * size))
    assert not store.has(A)
    assert store.has(B)


@pytest.fixture
def opened_with(folder, monkeypatch):
    """Opens a full store while the clock is wrong by some seconds; then somebody sets it."""

    def opened_with(seconds):
        with monkeypatch.context() as patch:
            wrong = time.time() + seconds
            patch.setattr(time, "time", lambda: wrong)
            return FrameStore(folder, limit=1)

    return opened_with


def test_frames_of_this_session_stay_where_the_clock_was_ahead_at_its_begin(opened_with, image):
    store = opened_with(10 * YEAR)
    for digest in (A, B):
        store.put(digest, image)
        until_there_is_room()
    assert store.has(A)
    assert store.has(B)


def test_frames_of_an_earlier_session_go_where_the_clock_was_behind_at_the_begin(
    store, opened_with, folder, image
):
    store.put(A, image)
    earlier = time.time() - 86400
    os.utime(file_of(folder, A), (earlier, earlier))
    opened_with(-10 * YEAR).put(B, image)
    until_there_is_room()
    assert not store.has(A)


def test_making_room_removes_nothing_outside(store, folder, image, outside):
    for number in range(4):
        shutil.copy(outside / "sound.png", outside / f"{number}.png")
        os.utime(outside / f"{number}.png", (1, 1))
    (folder / "cc").symlink_to(outside, target_is_directory=True)
    before = everything_in(outside)
    make_room(folder, image, limit=1)
    assert everything_in(outside) == before


def test_a_link_that_leads_nowhere_is_no_store_and_is_to_be_removed(tmp_path):
    link = tmp_path / "frames"
    link.symlink_to("nowhere")
    with pytest.raises(RenderError) as caught:
        FrameStore(link)
    sentence = f"{link} is a link that leads nowhere; remove that or choose another folder for it"
    assert str(caught.value) == f"the frame store {link} can't be written: {sentence}"

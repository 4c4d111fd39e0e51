"""Frames as pictures that are dragged out of the window."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sd3explorer.app.document.document import Document
from sd3explorer.app.export import stills as stills_module
from sd3explorer.app.export.stills import Stills
from sd3explorer.app.frames.frames import Frames
from sd3explorer.export import read_walk
from sd3explorer.presets.locate import locate
from sd3explorer.walk.error import WalkError
from sd3explorer.walk.paths import Keyframe, Morph
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk
from tests.gradient import gradient

WALK = Walk(title="Dog to cat", path=Morph((Keyframe("a dog"), Keyframe("a cat"))), timing=Timing(4))


@pytest.fixture
def desk(qtbot, store, tmp_path):
    """A window with a walk, of which all frames but the last are rendered, and what was dragged out of it."""
    desk = QWidget()
    qtbot.addWidget(desk)
    document = Document(desk)
    document.show(WALK)
    desk.frames = Frames(store, locate, lambda stopped: "float32", desk)
    with qtbot.waitSignal(desk.frames.reset):
        desk.frames.show_walk(WALK)
    for recipe in desk.frames.recipes[:3]:
        store.put(recipe.digest, gradient(recipe))
    with qtbot.waitSignal(desk.frames.reset):
        desk.frames.look_again()
    desk.dragged, desk.said = [], []
    desk.carries, desk.pressed = True, True
    desk.stills = Stills(
        document,
        desk.frames,
        store,
        tmp_path / "exports",
        lambda: desk.carries,
        desk,
        drag=lambda source, data, picture: desk.dragged.append(data),
        pressed=lambda: desk.pressed,
    )
    desk.stills.reported.connect(desk.said.append)
    desk.stills.failed.connect(desk.said.append)
    yield desk
    desk.stills.close()
    desk.frames.close()


def drag(qtbot, desk, *indices):
    before = len(desk.dragged) + len(desk.said)
    desk.stills.drag(desk, indices)
    qtbot.waitUntil(lambda: len(desk.dragged) + len(desk.said) > before)


def files(data):
    return [Path(url.toLocalFile()) for url in data.urls()]


def test_a_frame_is_dragged_as_a_picture_that_carries_its_walk(qtbot, desk):
    drag(qtbot, desk, 1)
    [data] = desk.dragged
    [file] = files(data)
    assert file.name == "dog-to-cat-0002.png"
    with Image.open(file) as picture:
        assert (np.asarray(picture) == gradient(desk.frames.recipes[1])).all()
    assert read_walk(file) == WALK
    # For programs that take pictures and no files.
    assert data.hasImage()


def test_several_frames_are_dragged_at_once_and_only_those_that_are_rendered(qtbot, desk):
    drag(qtbot, desk, 0, 2, 3)
    [data] = desk.dragged
    assert [file.stem[-4:] for file in files(data)] == ["0001", "0003"]


def test_a_picture_carries_no_walk_where_exports_dont(qtbot, desk):
    desk.carries = False
    drag(qtbot, desk, 0)
    with pytest.raises(WalkError):
        read_walk(files(desk.dragged[0])[0])


def test_why_nothing_can_be_dragged_is_said(qtbot, desk, monkeypatch):
    drag(qtbot, desk, 3)
    assert desk.said == ["Only frames that are rendered can be dragged"]
    monkeypatch.setattr(stills_module, "MOST_STILLS", 2)
    drag(qtbot, desk, 0, 1, 2)
    assert desk.said[1] == "3 frames at once are too many to drag: select 2, or export the walk"
    assert desk.dragged == []


def test_who_lets_go_too_early_finds_them_ready_the_next_time(qtbot, desk):
    desk.pressed = False
    drag(qtbot, desk, 0, 1)
    assert desk.said == ["The pictures are ready now: drag them once more"]
    desk.pressed = True
    desk.stills.drag(desk, (0, 1))
    assert len(files(desk.dragged[0])) == 2


def test_who_lets_go_and_presses_something_else_drags_nothing(qtbot, desk):
    desk.stills.drag(desk, (0, 1))
    qtbot.mouseRelease(desk, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.stills._thread is None)
    assert desk.dragged == []
    assert desk.said == ["The pictures are ready now: drag them once more"]
    drag(qtbot, desk, 0, 1)
    assert len(desk.dragged) == 1


def test_who_drags_them_once_more_before_they_are_ready_gets_them(qtbot, desk):
    desk.stills.drag(desk, (0, 1))
    qtbot.mouseRelease(desk, Qt.MouseButton.LeftButton)
    desk.stills.drag(desk, (0, 1))
    desk.stills.drag(desk, (2,))
    qtbot.waitUntil(lambda: desk.stills._thread is None)
    [data] = desk.dragged
    assert [file.stem[-4:] for file in files(data)] == ["0001", "0002"]


def test_a_frame_that_has_gone_from_the_store_is_reported(qtbot, desk, store):
    store.free()
    for file in store.folder.rglob("*.png"):
        file.unlink()
    drag(qtbot, desk, 0)
    assert desk.said == ["frame 1 is no longer in the frame store; render the walk again"]


def test_a_folder_that_cannot_be_written_is_reported(qtbot, desk, tmp_path):
    (tmp_path / "exports").write_text("in the way")
    drag(qtbot, desk, 0)
    assert "could not be made ready" in desk.said[0]


def test_the_files_go_with_the_window(qtbot, desk, tmp_path):
    drag(qtbot, desk, 0)
    desk.stills.close()
    assert not list((tmp_path / "exports").rglob("*.png"))

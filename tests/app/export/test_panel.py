import threading
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QGuiApplication, QImage, QMouseEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QProgressBar,
    QToolButton,
)

from sd3explorer.app.export import tile as export_tile
from sd3explorer.app.export.panel import ExportPanel
from sd3explorer.app.export.player import PlayThread
from sd3explorer.app.export.saver import Saver
from sd3explorer.app.export.tile import ExportTile
from sd3explorer.export import read_walk
from sd3explorer.render import estimate
from sd3explorer.render.messages import RenderError
from sd3explorer.walk.error import WalkError
from sd3explorer.walk.model import ModelFacts
from sd3explorer.walk.noises import Fixed
from sd3explorer.walk.timing import Ending, Timing
from sd3explorer.walk.walk import Walk

WALK = Walk(title="Dog to cat", timing=Timing(5, 12.5, Ending.THERE_AND_BACK))
FRAMES = [np.full((32, 48, 3), 40 * index, np.uint8) for index in range(5)]


class Gate:
    """Frames that can't be read from the third on until the gate is open."""

    def __init__(self):
        self.open = threading.Event()
        self.reached = threading.Event()
        self.reads = 0

    def __len__(self):
        return len(FRAMES)

    def __getitem__(self, index):
        self.reads += 1
        if self.reads > 2:
            self.reached.set()
            assert self.open.wait(20)
        return FRAMES[index]


class Broken(list):
    """Frames that are gone from the frame store."""

    def __getitem__(self, index):
        raise RenderError("frame 1 is no longer in the frame store; render the walk again")


class Drag:
    """Stands for QDrag, whose real one waits for a mouse that the tests haven't got."""

    begun: ClassVar[list] = []

    def __init__(self, source):
        self.source = source

    def setMimeData(self, data):  # noqa: N802
        self.urls = [url.toLocalFile() for url in data.urls()]
        self.formats = data.formats()
        self.existed = [Path(url).is_file() or any(Path(url).iterdir()) for url in self.urls]

    def setPixmap(self, pixmap):  # noqa: N802
        self.pixmap = pixmap

    def setHotSpot(self, spot):  # noqa: N802
        self.spot = spot

    def exec(self, *actions):
        self.actions = actions
        Drag.begun.append(self)


@pytest.fixture
def cache(tmp_path):
    return tmp_path / "cache"


@pytest.fixture
def make_panel(qtbot, cache):
    """A function that makes a panel; all of them are closed in the end."""
    panels = []

    def make():
        panel = ExportPanel(cache)
        panels.append(panel)
        qtbot.addWidget(panel)
        panel.resize(280, 320)
        panel.show()
        return panel

    yield make
    for panel in panels:
        panel.close_down()


@pytest.fixture
def panel(make_panel):
    return make_panel()


@pytest.fixture
def ready(panel, qtbot):
    """A panel with a finished GIF."""
    show(panel)
    wait_for_file(panel, qtbot)
    return panel


@pytest.fixture
def gate():
    gate = Gate()
    yield gate
    gate.open.set()


@pytest.fixture
def drags(monkeypatch):
    monkeypatch.setattr(export_tile, "QDrag", Drag)
    Drag.begun = []
    return Drag.begun


@pytest.fixture
def told(panel):
    texts = emitted(panel.reported)
    panel.saved.connect(lambda path: texts.append(f"Saved as {path}"))
    return texts


@pytest.fixture
def failures(panel):
    return emitted(panel.failed)


def emitted(signal):
    texts = []
    signal.connect(texts.append)
    return texts


def show(panel, walk=WALK, frames=FRAMES, key="key", title=None):
    panel.show_walk(walk, walk.title if title is None else title, ModelFacts("", (32, 48), 16, 3.5))
    panel.show_frames(frames, walk.frame_count, walk.frame_count, key)


def tile(panel):
    return panel.findChild(ExportTile)


def words(panel):
    return " ".join(
        label.text() for label in tile(panel).findChildren(QLabel) if label.isVisible() and label.text()
    )


def height_of(panel):
    # What was hidden or shown just now is laid out anew, as before it is drawn.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    return panel.sizeHint().height()


def wait_for_file(panel, qtbot):
    qtbot.waitUntil(lambda: "drag me out" in words(panel))


def drag(panel, qtbot):
    widget = tile(panel)
    start = widget.rect().center()
    qtbot.mousePress(widget, Qt.MouseButton.LeftButton, pos=start)
    for step in (20, 40):
        send_move(widget, start + QPoint(step, 0))
    qtbot.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=start + QPoint(40, 0))


def send_move(widget, place):
    left = Qt.MouseButton.LeftButton
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(place),
        QPointF(widget.mapToGlobal(place)),
        Qt.MouseButton.NoButton,
        left,
        Qt.KeyboardModifier.NoModifier,
    )
    QGuiApplication.sendEvent(widget, event)


def dragged_file(panel, qtbot, drags):
    drag(panel, qtbot)
    return Path(drags[-1].urls[0])


def choose(panel, label):
    panel.findChild(QComboBox).setCurrentText(label)


def button(panel, text):
    return next(each for each in panel.findChildren(QToolButton) if each.text() == text and each.isVisible())


def answer(panel, qtbot, target):
    """Types a name into the file dialog that is open, and accepts it."""
    dialog = panel.findChild(QFileDialog)
    dialog.selectFile(str(target))
    dialog.accept()
    qtbot.waitUntil(lambda: not panel.findChild(Saver).busy)


def test_while_frames_are_missing_the_tile_says_how_many(panel):
    panel.show_walk(WALK, "Dog to cat")
    panel.show_frames(None, 3, 5, "key")
    assert words(panel) == "3 of 5 frames; the GIF follows when all are done"


@pytest.mark.parametrize(
    ("done", "total", "text"),
    [
        (None, 5, "Looking up frames…"),
        (0, 1, "0 of 1 frame; the GIF follows when all are done"),
    ],
)
def test_while_nobody_knows_what_is_there_the_tile_says_so(panel, done, total, text):
    panel.show_walk(WALK, "Dog to cat")
    panel.show_frames(None, done, total, "key")
    assert words(panel) == text
    tip = button(panel, "Save as…").toolTip()
    assert tip == "All frames must be rendered first" + ("" if done is None else "; 0 of 1 are done")


def test_while_frames_are_missing_saving_is_refused_with_the_reason(panel):
    panel.show_walk(WALK, "Dog to cat")
    panel.show_frames(None, 3, 5, "key")
    save = button(panel, "Save as…")
    assert not save.isEnabled()
    assert save.toolTip() == "All frames must be rendered first; 3 of 5 are done"


def test_when_all_frames_are_there_a_gif_is_made_without_being_asked_for(ready):
    assert words(ready).startswith("dog-to-cat.gif 8 frames · ")


def test_the_tile_is_dragged_out_as_a_file_that_is_on_the_disk(ready, qtbot, drags):
    drag(ready, qtbot)
    (drag_,) = drags
    assert drag_.existed == [True]
    assert "text/uri-list" in drag_.formats
    with Image.open(drag_.urls[0]) as gif:
        assert (gif.format, gif.n_frames) == ("GIF", 8)


def test_a_drag_can_only_copy(ready, qtbot, drags):
    drag(ready, qtbot)
    assert drags[0].actions == (Qt.DropAction.CopyAction,)


def test_a_drag_shows_the_picture(ready, qtbot, drags):
    drag(ready, qtbot)
    assert drags[0].pixmap.width() == 96


def test_the_tile_says_how_many_pixels_its_pictures_have(ready):
    assert "8 frames · 48\N{NO-BREAK SPACE}×\N{NO-BREAK SPACE}32 · " in words(ready)


def test_a_drag_of_what_is_being_made_says_so_and_is_possible_afterwards(panel, qtbot, drags, gate, told):
    panel.show_walk(WALK, "Dog to cat")
    panel.show_frames(None, 3, 5, "key")
    drag(panel, qtbot)
    reason = "3 of 5 frames; the GIF follows when all are done"
    assert told == [f"dog-to-cat.gif can't be dragged yet: {reason}"]
    show(panel, frames=gate)
    drag(panel, qtbot)
    assert told[1:] == ["dog-to-cat.gif is still being made; drag it when it is ready"]
    gate.open.set()
    wait_for_file(panel, qtbot)
    assert dragged_file(panel, qtbot, drags).name == "dog-to-cat.gif"
    assert len(told) == 2


def test_the_size_that_one_walk_was_given_is_not_that_of_the_next(ready, qtbot, make_panel):
    choose_options(ready, qtbot, scale=2.0, dither=0.5)
    wait_for_file(ready, qtbot)
    ready.begin_anew()
    assert (ready._flow.options.scale, ready._flow.options.dither) == (1.0, 0.5)
    assert (make_panel()._flow.options.scale, make_panel()._flow.options.dither) == (1.0, 0.5)


def test_nothing_is_dragged_while_there_is_no_file(panel, qtbot, drags):
    panel.show_frames(None, 3, 5, "key")
    drag(panel, qtbot)
    assert not drags


def test_a_click_is_no_drag(ready, qtbot, drags):
    qtbot.mouseClick(tile(ready), Qt.MouseButton.LeftButton)
    assert not drags


@pytest.mark.parametrize("title", ["../../x", "50% / 100 #1 ?", "犬 → 猫", "a b\nc", "CON", "x" * 300, ""])
def test_a_file_of_any_title_arrives_where_its_address_says(panel, qtbot, drags, cache, title):
    show(panel, title=title)
    wait_for_file(panel, qtbot)
    path = dragged_file(panel, qtbot, drags)
    assert path.is_file()
    assert path.is_relative_to(cache)


def test_the_same_frames_are_not_encoded_twice(ready, qtbot, drags):
    before = dragged_file(ready, qtbot, drags)
    show(ready)
    assert "drag me out" in words(ready)
    assert dragged_file(ready, qtbot, drags) == before


@pytest.mark.parametrize(
    "give_away", [drag, lambda panel, qtbot: panel.copy_action.trigger()], ids=["drag", "copy"]
)
def test_a_file_that_the_system_has_cleaned_away_is_made_again(ready, qtbot, drags, cache, give_away):
    next(cache.rglob("*.gif")).unlink()
    give_away(ready, qtbot)
    assert not drags
    assert "drag me out" not in words(ready)
    wait_for_file(ready, qtbot)
    assert dragged_file(ready, qtbot, drags).exists()


def test_other_frames_make_another_file(ready, qtbot, drags):
    before = dragged_file(ready, qtbot, drags)
    show(ready, frames=FRAMES[::-1], key="other")
    assert "drag me out" not in words(ready)
    wait_for_file(ready, qtbot)
    after = dragged_file(ready, qtbot, drags)
    assert after != before
    assert after.read_bytes() != before.read_bytes()


def test_another_title_renames_the_file(ready, qtbot):
    show(ready, title="Fox")
    qtbot.waitUntil(lambda: words(ready).startswith("fox.gif 8 frames"))


def test_another_title_encodes_nothing_anew(ready, qtbot, cache):
    class Unread:
        def __len__(self):
            return len(FRAMES)

        def __getitem__(self, index):
            raise AssertionError("a frame was read")

    before = dragged(ready).read_bytes()
    for title in ("Fox to owl", "Dog to cat"):
        show(ready, replace(WALK, title=title), frames=Unread())
        qtbot.waitUntil(lambda: not ready._flow.busy)
        assert read_walk(dragged(ready)).title == title
        assert len(list(cache.rglob("*.gif"))) == 1
    assert dragged(ready).read_bytes() == before


def test_of_a_file_that_was_damaged_meanwhile_nothing_is_used_again(ready, qtbot):
    whole, file = dragged(ready).read_bytes(), dragged(ready)
    file.write_bytes(whole[:-10])
    show(ready, replace(WALK, title="Fox to owl"))
    qtbot.waitUntil(lambda: not ready._flow.busy)
    show(ready, WALK)
    qtbot.waitUntil(lambda: not ready._flow.busy)
    assert dragged(ready).read_bytes() == whole


def test_undo_brings_the_file_back_at_once(ready):
    ready.show_frames(None, 3, 5, "other")
    show(ready)
    assert "drag me out" in words(ready)


def test_a_file_that_was_dragged_out_stays_when_the_walk_changes(ready, qtbot, drags):
    before = dragged_file(ready, qtbot, drags)
    show(ready, key="other")
    wait_for_file(ready, qtbot)
    assert before.exists()


def test_a_file_that_nobody_has_seen_goes_when_the_walk_changes(ready, qtbot, cache):
    show(ready, key="other")
    wait_for_file(ready, qtbot)
    assert len(list(cache.rglob("*.gif"))) == 1


def test_a_walk_that_changes_stops_the_file_that_is_being_made(panel, qtbot, gate):
    show(panel, frames=gate)
    qtbot.waitUntil(gate.reached.is_set)
    show(panel, key="other")
    gate.open.set()
    wait_for_file(panel, qtbot)
    assert gate.reads == 3


def test_progress_is_shown_while_a_file_is_made(panel, qtbot, gate):
    show(panel, frames=gate)
    qtbot.waitUntil(gate.reached.is_set)
    bar = tile(panel).findChild(QProgressBar)
    qtbot.waitUntil(lambda: (bar.value(), bar.maximum()) == (3, 8))
    assert bar.isVisible()


def test_nothing_moves_under_the_hand_when_the_file_is_there(panel, qtbot, gate):
    show(panel, frames=gate)
    qtbot.waitUntil(lambda: "%" in words(panel))
    height = height_of(panel)
    gate.open.set()
    wait_for_file(panel, qtbot)
    assert height_of(panel) == height


def test_what_is_being_made_is_not_begun_anew_when_it_is_shown_again(panel, qtbot, gate):
    show(panel, frames=gate)
    qtbot.waitUntil(gate.reached.is_set)
    show(panel, frames=gate)
    gate.open.set()
    wait_for_file(panel, qtbot)
    assert gate.reads == 8


def test_what_was_stopped_stays_stopped_when_it_is_shown_again(panel, qtbot, gate):
    show(panel, frames=gate)
    qtbot.waitUntil(gate.reached.is_set)
    tile(panel).stop_requested.emit()
    show(panel, frames=gate)
    assert words(panel) == "dog-to-cat.gif Stopped"


def test_making_a_file_can_be_stopped_and_begun_again(panel, qtbot, gate):
    show(panel, frames=gate)
    qtbot.waitUntil(gate.reached.is_set)
    stop = next(each for each in tile(panel).findChildren(QToolButton) if each.accessibleName() == "Stop")
    qtbot.mouseClick(stop, Qt.MouseButton.LeftButton)
    assert words(panel) == "dog-to-cat.gif Stopped"
    gate.open.set()
    qtbot.mouseClick(button(panel, "Make it"), Qt.MouseButton.LeftButton)
    wait_for_file(panel, qtbot)


def test_a_failure_is_shown_and_reported(panel, qtbot, failures):
    show(panel, frames=Broken(FRAMES))
    sentence = "frame 1 is no longer in the frame store; render the walk again"
    qtbot.waitUntil(lambda: failures == [sentence])
    assert words(panel) == sentence


def test_a_failure_is_taken_back_when_another_file_is_wanted(panel, qtbot, failures):
    mended = emitted(panel.mended)
    show(panel, frames=Broken(FRAMES))
    qtbot.waitUntil(lambda: len(failures) == 1)
    assert mended == []
    choose(panel, "PNG frames")
    assert mended == failures[:1]


def test_a_cache_that_cannot_be_written_is_a_failure_too(panel, qtbot, failures, cache):
    cache.write_text("a file is in the way")
    show(panel)
    qtbot.waitUntil(lambda: bool(failures))
    assert "could not be made ready: file exists" in failures[0]


def test_the_tile_follows_the_format(ready, qtbot, drags):
    choose(ready, "Contact sheet PNG")
    wait_for_file(ready, qtbot)
    path = dragged_file(ready, qtbot, drags)
    with Image.open(path) as sheet:
        assert (path.name, sheet.size) == ("dog-to-cat.png", (3 * 48, 2 * 32))
    assert words(ready).startswith("dog-to-cat.png 5 frames")


def test_a_folder_of_frames_is_dragged_as_a_folder(ready, qtbot, drags):
    choose(ready, "PNG frames")
    wait_for_file(ready, qtbot)
    assert len(list(dragged_file(ready, qtbot, drags).glob("frame-*.png"))) == 5


def test_a_format_that_was_made_before_is_there_at_once(ready, qtbot):
    choose(ready, "PNG frames")
    wait_for_file(ready, qtbot)
    choose(ready, "Animated GIF")
    assert words(ready).startswith("dog-to-cat.gif 8 frames")


def test_the_format_is_remembered(panel, make_panel):
    choose(panel, "PNG frames")
    assert make_panel().findChild(QComboBox).currentText() == "PNG frames"


def test_a_frame_rate_that_a_gif_cannot_play_is_reported(panel):
    panel.show_walk(replace(WALK, timing=Timing(5, 60.0)), "Dog")
    assert "GIF plays 60 as 50 fps" in [
        label.text() for label in panel.findChildren(QLabel) if label.isVisible()
    ]


def test_a_frame_rate_that_a_gif_can_play_needs_no_word(ready):
    assert not [label for label in ready.findChildren(QLabel) if label.isVisible() and "fps" in label.text()]


def test_save_as_copies_the_file_that_is_ready(ready, qtbot, drags, told, tmp_path):
    qtbot.mouseClick(button(ready, "Save as…"), Qt.MouseButton.LeftButton)
    target = tmp_path / "mine.gif"
    answer(ready, qtbot, target)
    assert target.read_bytes() == dragged_file(ready, qtbot, drags).read_bytes()
    assert told == [f"Saved as {target}"]


def test_a_file_that_was_saved_is_held_ready_no_longer_than_others(ready, qtbot, cache, tmp_path):
    [held] = cache.glob("run-*/*/*.gif")
    qtbot.mouseClick(button(ready, "Save as…"), Qt.MouseButton.LeftButton)
    answer(ready, qtbot, tmp_path / "mine.gif")
    assert held.exists()
    show(ready, replace(WALK, noise=Fixed(7)), key="another")
    qtbot.waitUntil(lambda: not held.exists())


def test_save_as_suggests_the_name_of_the_file(ready, qtbot):
    qtbot.mouseClick(button(ready, "Save as…"), Qt.MouseButton.LeftButton)
    dialog = ready.findChild(QFileDialog)
    assert [Path(name).name for name in dialog.selectedFiles()] == ["dog-to-cat.gif"]
    assert dialog.nameFilters() == ["Animated GIF (*.gif)"]
    dialog.reject()


def test_save_as_begins_in_the_folder_of_the_last_time(ready, qtbot, tmp_path):
    (tmp_path / "last").mkdir()
    ready.save_action.trigger()
    answer(ready, qtbot, tmp_path / "last" / "mine.gif")
    assert QSettings().value("export/folder") == str(tmp_path / "last")
    qtbot.waitUntil(lambda: ready.findChild(QFileDialog) is None)
    ready.save_action.trigger()
    dialog = ready.findChild(QFileDialog)
    assert dialog.directory().absolutePath() == str(tmp_path / "last")
    dialog.reject()


@pytest.mark.parametrize(
    ("before", "goes_to"),
    [
        ([], ""),
        (["frame-0001.png", "frame-0099.png"], ""),
        (["notes.txt"], "dog-to-cat"),
        (["notes.txt", "dog-to-cat/frame-0001.png"], "dog-to-cat-2"),
    ],
)
def test_frames_go_into_a_folder_that_has_nothing_else(ready, qtbot, told, tmp_path, before, goes_to):
    place = tmp_path / "place"
    place.mkdir()
    for name in before:
        (place / name).parent.mkdir(exist_ok=True)
        (place / name).write_bytes(b"mine")
    choose(ready, "PNG frames")
    ready.save_action.trigger()
    name = ready.findChild(QFileDialog).findChild(QLineEdit)
    name.setText(str(place))
    qtbot.keyClick(name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [f"Saved as {place / goes_to}"]
    assert sorted(path.name for path in (place / goes_to).iterdir()) == [
        f"frame-{number:04}.png" for number in range(1, 6)
    ]
    if "notes.txt" in before:
        assert all((place / name).read_bytes() == b"mine" for name in before)


def quitting(panel, text):
    """Answers whether to quit while something is being saved."""
    box = panel.window().findChild(QMessageBox)
    next(button for button in box.buttons() if button.text().replace("&", "") == text).click()


def test_nobody_is_asked_while_nothing_is_being_saved(ready):
    quits = []
    ready.after_saving(lambda: quits.append(True))
    assert quits == [True]


def test_one_can_quit_when_what_is_being_saved_is_there(panel, qtbot, gate, tmp_path):
    quits = []
    show(panel, frames=gate)
    qtbot.waitUntil(gate.reached.is_set)
    begin_saving(panel, tmp_path / "mine.gif")
    panel.after_saving(lambda: quits.append((tmp_path / "mine.gif").exists()))
    assert panel.window().findChild(QMessageBox).text() == "“mine.gif” is still being saved."
    quitting(panel, "Quit when it is saved")
    assert quits == []
    gate.open.set()
    qtbot.waitUntil(lambda: quits == [True])


def test_what_is_being_saved_can_be_given_up(panel, qtbot, gate, tmp_path):
    quits = []
    show(panel, frames=gate)
    begin_saving(panel, tmp_path / "mine.gif")
    panel.after_saving(lambda: quits.append(True))
    quitting(panel, "Quit now")
    assert quits == [True]


def test_saving_that_fails_while_one_is_asked_quits_nothing(panel, qtbot, gate, tmp_path):
    quits = []
    show(panel, frames=gate)
    begin_saving(panel, tmp_path / "mine.gif")
    panel.after_saving(lambda: quits.append(True))
    panel.findChild(Saver).failed.emit("the disk is full")
    assert panel.window().findChild(QMessageBox).isHidden()
    assert quits == []


@pytest.mark.parametrize("answered", ["Cancel", "Quit when it is saved"])
def test_saving_that_is_stopped_quits_nothing(panel, qtbot, gate, tmp_path, answered):
    quits = []
    show(panel, frames=gate)
    begin_saving(panel, tmp_path / "mine.gif")
    panel.after_saving(lambda: quits.append(True))
    quitting(panel, answered)
    panel.findChild(Saver).stop()
    gate.open.set()
    wait_for_file(panel, qtbot)
    panel.save_action.trigger()
    answer(panel, qtbot, tmp_path / "other.gif")
    assert quits == []


def test_a_name_with_the_suffix_of_another_format_gets_that_format(ready, qtbot, told, tmp_path):
    ready.save_action.trigger()
    answer(ready, qtbot, tmp_path / "sheet.jpg")
    with Image.open(tmp_path / "sheet.jpg") as sheet:
        assert sheet.format == "JPEG"
    assert words(ready).startswith("dog-to-cat.gif")


def test_an_impossible_target_is_refused_with_the_reason(ready, qtbot, failures, tmp_path):
    ready.save_action.trigger()
    answer(ready, qtbot, tmp_path / "mine.psd")
    assert "mine.psd can't be written: .psd is no known format" in failures[0]
    # Here a name without a suffix gets that of the format.
    assert failures[0].endswith("; PNG frames go into a folder, whose name has no suffix")
    assert not (tmp_path / "mine.psd").exists()


def test_return_on_the_tile_asks_where_to_save(ready, qtbot):
    qtbot.keyClick(tile(ready), Qt.Key.Key_Return)
    ready.findChild(QFileDialog).reject()


def test_return_does_nothing_while_there_is_nothing_to_save(panel, qtbot):
    qtbot.keyClick(tile(panel), Qt.Key.Key_Return)
    assert panel.findChild(QFileDialog) is None


def test_ctrl_c_on_the_tile_copies_the_file(ready, qtbot, drags, told):
    qtbot.keyClick(tile(ready), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    urls = QGuiApplication.clipboard().mimeData().urls()
    assert [Path(url.toLocalFile()) for url in urls] == [dragged_file(ready, qtbot, drags)]
    assert told == ["dog-to-cat.gif copied"]


def test_a_copied_contact_sheet_is_a_picture_as_well(ready, qtbot):
    choose(ready, "Contact sheet PNG")
    wait_for_file(ready, qtbot)
    ready.copy_action.trigger()
    assert QGuiApplication.clipboard().image().width() == 3 * 48
    assert QGuiApplication.clipboard().mimeData().hasUrls()


def test_the_contact_sheet_can_be_saved_whatever_the_format(ready, qtbot, tmp_path):
    ready.save_sheet_action.trigger()
    assert Path(ready.findChild(QFileDialog).selectedFiles()[0]).name == "dog-to-cat-sheet.png"
    answer(ready, qtbot, tmp_path / "sheet.png")
    with Image.open(tmp_path / "sheet.png") as sheet:
        assert sheet.size == (3 * 48, 2 * 32)


def picture(colour=Qt.GlobalColor.red):
    # An odd width, whose rows Qt pads.
    image = QImage(33, 20, QImage.Format.Format_RGB32)
    image.fill(colour)
    return image


def test_the_frame_that_is_shown_can_be_saved_before_the_others_are_there(panel, qtbot, told, tmp_path):
    panel.show_walk(WALK, "Dog to cat")
    panel.show_frames(None, 1, 5, "key")
    panel.show_frame(3, picture())
    panel.save_frame_action.trigger()
    assert Path(panel.findChild(QFileDialog).selectedFiles()[0]).name == "dog-to-cat-0004.png"
    answer(panel, qtbot, tmp_path / "frame.png")
    with Image.open(tmp_path / "frame.png") as saved:
        np.testing.assert_array_equal(np.asarray(saved), np.full((20, 33, 3), (255, 0, 0)))


def test_the_frame_that_was_shown_when_asked_is_the_one_that_is_saved(panel, qtbot, tmp_path):
    panel.show_frame(3, picture())
    panel.save_frame_action.trigger()
    panel.show_frame(4, picture(Qt.GlobalColor.blue))
    answer(panel, qtbot, tmp_path / "frame.png")
    with Image.open(tmp_path / "frame.png") as saved:
        assert saved.getpixel((0, 0)) == (255, 0, 0)


def test_a_frame_that_is_saved_carries_the_walk_and_says_which_frame_it_is(panel, qtbot, tmp_path):
    panel.show_walk(WALK, "Dog to cat", ModelFacts("", (20, 33), 16, 3.5))
    panel.show_frame(WALK.frame_count - 1, picture())
    panel.save_frame_action.trigger()
    answer(panel, qtbot, tmp_path / "frame.png")
    assert read_walk(tmp_path / "frame.png") == WALK
    with Image.open(tmp_path / "frame.png") as saved:
        assert saved.text["parameters"].startswith(WALK.path.keyframes[-1].prompt)
        assert "Steps: 16," in saved.text["parameters"]


def test_the_frame_that_is_shown_can_be_copied(panel, told):
    panel.show_frame(3, picture())
    panel.copy_frame_action.trigger()
    assert QGuiApplication.clipboard().image().size() == picture().size()
    assert told == ["Frame 4 copied"]


def test_a_frame_that_is_not_there_can_be_neither_saved_nor_copied(panel):
    panel.show_frame(3, None)
    assert not panel.save_frame_action.isEnabled()
    assert not panel.copy_frame_action.isEnabled()


def test_saving_that_takes_long_is_shown_and_can_be_stopped(ready, qtbot, gate, told, tmp_path):
    show(ready, frames=gate, key="other")
    ready.save_action.trigger()
    dialog = ready.findChild(QFileDialog)
    dialog.selectFile(str(tmp_path / "sheet.png"))
    dialog.accept()
    saver = ready.findChild(Saver)
    qtbot.waitUntil(saver.isVisible)
    assert not ready.save_action.isEnabled()
    qtbot.mouseClick(saver.findChild(QToolButton), Qt.MouseButton.LeftButton)
    assert not saver.isVisible()
    assert ready.save_action.isEnabled()
    gate.open.set()
    ready.close_down()
    assert not (tmp_path / "sheet.png").exists()


def begin_saving(panel, target):
    panel.save_action.trigger()
    dialog = panel.findChild(QFileDialog)
    dialog.selectFile(str(target))
    dialog.accept()


def test_a_file_that_is_being_made_is_saved_when_it_is_ready(panel, qtbot, gate, told, tmp_path):
    show(panel, frames=gate)
    qtbot.waitUntil(gate.reached.is_set)
    begin_saving(panel, tmp_path / "mine.gif")
    assert panel.saving
    gate.open.set()
    qtbot.waitUntil(lambda: told == [f"Saved as {tmp_path / 'mine.gif'}"])
    assert gate.reads == 8


def test_what_waits_to_be_saved_is_saved_as_it_was_when_the_walk_changes(panel, qtbot, gate, told, tmp_path):
    show(panel, key="undone")
    wait_for_file(panel, qtbot)
    show(panel, replace(WALK, timing=Timing(5, ending=Ending.ONCE)), frames=gate, key="asked for")
    qtbot.waitUntil(gate.reached.is_set)
    begin_saving(panel, tmp_path / "mine.gif")
    show(panel, key="undone")
    gate.open.set()
    qtbot.waitUntil(lambda: bool(told))
    with Image.open(tmp_path / "mine.gif") as gif:
        assert gif.n_frames == 5


def test_what_waits_to_be_saved_is_saved_though_the_tile_is_stopped(panel, qtbot, gate, told, tmp_path):
    show(panel, frames=gate)
    qtbot.waitUntil(gate.reached.is_set)
    begin_saving(panel, tmp_path / "mine.gif")
    tile(panel).stop_requested.emit()
    gate.open.set()
    qtbot.waitUntil(lambda: bool(told))
    assert (tmp_path / "mine.gif").exists()


def test_only_what_is_made_can_be_copied(ready):
    assert ready.copy_action.isEnabled()
    show(ready, key="other")
    assert not ready.copy_action.isEnabled()


def test_screen_readers_hear_what_the_tile_shows(ready):
    assert tile(ready).accessibleName() == "dog-to-cat.gif"
    assert tile(ready).accessibleDescription().startswith("8 frames")


def test_closing_down_stops_the_work_and_removes_the_files(panel, qtbot, gate, cache):
    show(panel, frames=gate)
    qtbot.waitUntil(gate.reached.is_set)
    gate.open.set()
    panel.close_down()
    assert not list(cache.iterdir())


def test_the_file_carries_its_walk_unless_that_is_switched_off(ready, qtbot, make_panel):
    with_walk = Path(ready.findChild(export_tile.ExportTile).mime_data().urls()[0].toLocalFile())
    assert read_walk(with_walk) == WALK
    ready.carry_action.trigger()
    qtbot.waitUntil(lambda: not ready.findChild(export_tile.ExportTile).mime_data().hasUrls())
    wait_for_file(ready, qtbot)
    without = Path(ready.findChild(export_tile.ExportTile).mime_data().urls()[0].toLocalFile())
    with pytest.raises(WalkError, match="carries no walk"):
        read_walk(without)
    assert not make_panel().carry_action.isChecked()


# Options, and their preview


def dragged(panel):
    return Path(tile(panel).mime_data().urls()[0].toLocalFile())


def opened(panel):
    panel.options_action.trigger()
    return panel._options.dialog


def choose_options(panel, qtbot, **changes):
    """Through the dialog's own signal, as its form is tested by itself."""
    opened(panel)._form.changed.emit(replace(panel._flow.options, **changes))
    qtbot.waitUntil(lambda: panel._flow.exported is None)


def test_options_change_the_file_that_is_dragged_out(ready, qtbot):
    choose_options(ready, qtbot, scale=2.0, ending=Ending.ONCE)
    wait_for_file(ready, qtbot)
    with Image.open(dragged(ready)) as gif:
        assert gif.size == (96, 64)
        assert gif.n_frames == 5


def test_options_are_remembered(ready, qtbot, make_panel):
    choose_options(ready, qtbot, ending=Ending.ONCE)
    again = make_panel()
    show(again)
    wait_for_file(again, qtbot)
    with Image.open(dragged(again)) as gif:
        assert gif.n_frames == 5


def test_a_format_takes_those_options_that_it_knows(ready, qtbot):
    choose_options(ready, qtbot, dither=0.5, rounds=2)
    wait_for_file(ready, qtbot)
    choose(ready, "PNG frames")
    wait_for_file(ready, qtbot)
    assert len(list(dragged(ready).glob("*.png"))) == 5


def test_the_dialog_tells_what_was_saved_and_its_question_is_its_own(ready, qtbot, tmp_path):
    dialog = opened(ready)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.save_requested.emit()
    assert ready.findChild(QFileDialog).parent() is dialog
    answer(ready, qtbot, tmp_path / "mine.gif")
    assert dialog._note.text() == f"Saved as {tmp_path / 'mine.gif'}"


def test_the_dialog_plays_the_file(ready, qtbot):
    dialog = opened(ready)
    qtbot.waitUntil(lambda: dialog._player.image is not None)
    assert dialog._player.image.width() == 48
    assert "48\N{NO-BREAK SPACE}×\N{NO-BREAK SPACE}32 · 8 frames · " in dialog._facts.text()
    choose_options(ready, qtbot, scale=2.0)
    qtbot.waitUntil(lambda: dialog._player.image.width() == 96)


def test_the_dialog_says_what_is_missing(panel, qtbot):
    dialog = opened(panel)
    panel.show_frames(None, 3, 5, "some")
    assert "3 of 5 frames" in dialog._player.accessibleDescription()
    show(panel)
    wait_for_file(panel, qtbot)
    qtbot.waitUntil(lambda: dialog._player.image is not None)


def test_a_file_that_had_to_become_smaller_says_so(panel, qtbot):
    noise = np.random.default_rng(0).integers(0, 256, (5, 32, 32, 3), np.uint8)
    show(panel, frames=list(noise))
    wait_for_file(panel, qtbot)
    assert dragged(panel).stat().st_size > 6_000
    choose_options(panel, qtbot, max_bytes=6_000)
    wait_for_file(panel, qtbot)
    assert dragged(panel).stat().st_size <= 6_000
    assert "to stay within 6.0 kB" in panel._note.text()
    assert panel._options.dialog._note.text() in panel._note.text()


def test_a_file_that_cant_be_so_small_is_reported(panel, qtbot):
    show(panel)
    wait_for_file(panel, qtbot)
    failures = emitted(panel.failed)
    choose_options(panel, qtbot, max_bytes=10)
    qtbot.waitUntil(lambda: bool(failures))
    assert "10 bytes" in failures[0]
    assert failures[0] in panel._options.dialog._player.accessibleDescription()


def test_closing_the_dialog_stops_the_player(ready, qtbot):
    dialog = opened(ready)
    qtbot.waitUntil(lambda: dialog._player.image is not None)
    dialog.close()
    qtbot.waitUntil(lambda: not dialog._player.findChildren(PlayThread))
    opened(ready)
    assert dialog._player.findChildren(PlayThread)


def test_return_in_a_field_of_the_dialog_saves_nothing(ready, qtbot):
    dialog = opened(ready)
    saved = []
    dialog.save_requested.connect(lambda: saved.append(True))
    line = dialog._form._size_line
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "96")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert saved == []
    assert dialog.isVisible()
    assert ready._flow.options.scale == 2.0


def test_the_dialog_too_can_leave_the_walk_out(ready, qtbot):
    dialog = opened(ready)
    dialog._carry.click()
    assert not ready.carry_action.isChecked()
    qtbot.waitUntil(lambda: not tile(ready).mime_data().hasUrls())
    wait_for_file(ready, qtbot)
    with pytest.raises(WalkError, match="carries no walk"):
        read_walk(dragged(ready))
    ready.carry_action.trigger()
    assert dialog._carry.isChecked()


def test_a_dialog_that_opens_when_nothing_is_made_does_not_say_that_something_is(panel, qtbot):
    failures = emitted(panel.failed)
    show(panel, frames=Broken(FRAMES))
    qtbot.waitUntil(lambda: bool(failures))
    dialog = opened(panel)
    assert "No file is being made" in dialog._player.accessibleDescription()
    assert not dialog._bar.isVisible()


@pytest.fixture
def all_is_large(monkeypatch):
    monkeypatch.setattr(estimate, "LARGE", 1000)


def test_a_very_large_file_is_not_made_before_somebody_wants_it(panel, qtbot, all_is_large):
    show(panel)
    assert "8 frames of 48 × 32: 37 kB of pixels, " in words(panel)
    assert not panel._flow.busy
    panel.tile.make_requested.emit()
    wait_for_file(panel, qtbot)


def test_saving_one_asks_first(panel, qtbot, tmp_path, all_is_large):
    show(panel)
    target = tmp_path / "large.gif"
    panel._save_to(target)
    [box] = panel.findChildren(QMessageBox)
    assert box.text() == "Export this much?"
    assert not panel.saving
    next(each for each in box.buttons() if each.text() == "Export").click()
    qtbot.waitUntil(target.exists)
    qtbot.waitUntil(lambda: not panel.saving)


def test_one_that_is_ready_is_saved_without_a_question(ready, qtbot, tmp_path, all_is_large):
    ready._save_to(tmp_path / "large.gif")
    assert not ready.findChildren(QMessageBox)
    qtbot.waitUntil(lambda: not ready.saving)
    assert (tmp_path / "large.gif").exists()

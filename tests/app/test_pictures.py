"""Pictures in the window: dropped, pasted and chosen, on the cards of keyframes, with real events."""

import io
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image, PngImagePlugin
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QShortcut, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QScrollArea

from sd3explorer.app.key_guard import KeyGuard
from sd3explorer.app.main_window import MainWindow
from sd3explorer.app.parts import Storage
from sd3explorer.app.path.picture_field import PictureField
from sd3explorer.export import read_walk
from sd3explorer.pictures.taking import take
from sd3explorer.presets.locate import locate
from sd3explorer.render.local import ThisProcess
from sd3explorer.walk.paths import Blend, Grid, Keyframe, Morph, Pin, Prompts, Weights
from sd3explorer.walk.pictures import KeyframePicture, Mode, picture_of
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.timing import Motion, Timing
from sd3explorer.walk.walk import Walk
from tests.gradient import GradientModel

WALK = Walk(
    title="From dog to cat",
    path=Morph((Keyframe("a dog"), Keyframe("a cat"))),
    timing=Timing(9, 25.0, motion=Motion.STEADY),
)


def webp(width, height):
    file = io.BytesIO()
    Image.effect_noise((width, height), 40).convert("RGB").save(file, "WEBP")
    return file.getvalue()


WIDE, OTHER = picture_of(webp(192, 64)), picture_of(webp(64, 64))


@pytest.fixture
def photo(tmp_path):
    Image.effect_noise((192, 64), 40).convert("RGB").save(tmp_path / "photo.jpg")
    return tmp_path / "photo.jpg"


@pytest.fixture
def photos(tmp_path):
    files = [tmp_path / f"photo {number}.png" for number in range(3)]
    for file, colour in zip(files, ("teal", "red", "gold"), strict=True):
        Image.new("RGB", (32, 32), colour).save(file)
    return files


@pytest.fixture
def window(qtbot, store, tmp_path):
    QSettings().setValue("engine/warm", False)
    storage = Storage(store, tmp_path / "exports", tmp_path / "state", tmp_path / "app.log")
    window = MainWindow(storage, locate, ThisProcess(tmp_path / "engine.log", load_model=GradientModel))
    window.show()
    with qtbot.waitSignal(window.frames.reset):
        window.files.begin(WALK)
    yield window
    window.document.show(window.document.walk)
    window.close()
    window.deleteLater()


def keyframes(window):
    return window.document.walk.path.keyframes


def drop(widget, mime):
    centre = widget.rect().center()
    entered = QDragEnterEvent(
        centre, Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(widget, entered)
    assert entered.isAccepted()
    dropped = QDropEvent(
        QPointF(centre),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(widget, dropped)


def of_file(*files):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return mime


def offered(window, text):
    return next(
        button
        for button in window.messages.findChildren(QPushButton)
        if button.text() == text and not button.isHidden()
    )


class TestGiven:
    def test_one_that_is_dropped_belongs_to_the_keyframe_under_the_playhead(self, qtbot, window, photo):
        drop(window, of_file(photo))
        qtbot.waitUntil(lambda: "belongs to prompt 1" in window.messages.text)
        assert [keyframe.picture is not None for keyframe in keyframes(window)] == [True, False]
        assert keyframes(window)[0].prompt == "a dog"
        window.document.undo_stack.undo()
        assert window.document.walk == WALK

    def test_where_there_is_no_keyframe_one_is_made(self, qtbot, window, photo):
        window.playhead.move_to(4)
        drop(window, of_file(photo))
        qtbot.waitUntil(lambda: "belongs to prompt 2" in window.messages.text)
        assert [keyframe.picture is not None for keyframe in keyframes(window)] == [False, True, False]
        window.document.undo_stack.undo()
        assert window.document.walk == WALK

    def test_one_that_is_dropped_on_a_card_belongs_to_it(self, qtbot, window, photo):
        drop(window.path_panel.editor().cards[1], of_file(photo))
        qtbot.waitUntil(lambda: "belongs to prompt 2" in window.messages.text)
        assert keyframes(window)[1].picture is not None

    def test_several_belong_to_one_keyframe_after_the_other_as_one_edit(self, qtbot, window, photos):
        drop(window, of_file(*photos))
        qtbot.waitUntil(lambda: window.messages.text == "The pictures belong to the prompts 1, 2, 3 now.")
        assert [keyframe.picture.picture for keyframe in keyframes(window)] == [take(file) for file in photos]
        assert [keyframe.prompt for keyframe in keyframes(window)] == ["a dog", "a cat", ""]
        window.document.undo_stack.undo()
        assert window.document.walk == WALK

    def test_several_that_are_dropped_on_a_card_begin_there_and_take_no_pictures_place(
        self, qtbot, window, photos
    ):
        window.document.edit(with_picture(None, KeyframePicture(OTHER)), "")
        drop(window.path_panel.editor().cards[0], of_file(*photos[:2]))
        qtbot.waitUntil(lambda: window.messages.text == "The pictures belong to the prompts 1, 3 now.")
        pictures = [take(photos[0]), OTHER, take(photos[1])]
        assert [keyframe.picture.picture for keyframe in keyframes(window)] == pictures

    def test_of_several_the_one_that_cannot_be_read_is_named(self, qtbot, window, photos, tmp_path):
        (tmp_path / "text.png").write_text("no picture")
        drop(window, of_file(photos[0], tmp_path / "text.png", photos[1]))
        qtbot.waitUntil(lambda: "text.png can't be read as a picture" in window.messages.text)
        assert window.messages.text.startswith("The pictures belong to the prompts 1, 2 now.")
        assert window.messages.level == "error"

    def test_several_on_the_clipboard_are_pasted(self, qtbot, window, photos):
        QGuiApplication.clipboard().setMimeData(of_file(*photos))
        window.timeline.setFocus()
        window.actions_by_id["paste_prompts"].trigger()
        qtbot.waitUntil(lambda: len(keyframes(window)) == 3)

    def test_a_blend_takes_them_from_the_map(self, qtbot, window, photo):
        blend = Blend.of([Prompts("a dog"), Prompts("a cat")])
        with qtbot.waitSignal(window.frames.reset):
            window.files.begin(replace(WALK, path=blend))
        drop(window, of_file(photo))
        qtbot.waitUntil(lambda: "drop this one there" in window.messages.text)
        assert window.document.walk.path == blend

    def test_the_picture_of_a_pin_is_changed_on_its_card(self, qtbot, window):
        pins = (Pin("a dog"), Pin(picture=KeyframePicture(WIDE)))
        blend = Blend(pins, (Weights((1.0, 0.0)), Weights((0.0, 1.0))))
        with qtbot.waitSignal(window.frames.reset):
            window.files.begin(replace(WALK, path=blend))
        first, second = window.path_panel.editor().cards[:2]
        assert first.picture is None
        second.picture.strength.setValue(30)
        assert window.document.walk.path.pins[1].picture == KeyframePicture(WIDE, strength=0.3)
        second.picture.drop.click()
        assert window.document.walk.path.pins[1].picture is None

    def test_one_from_a_browser_comes_without_a_file(self, qtbot, window):
        mime = QMimeData()
        mime.setImageData(QImage(np.zeros((48, 64, 3), np.uint8).data, 64, 48, QImage.Format.Format_RGB888))
        drop(window, mime)
        qtbot.waitUntil(lambda: keyframes(window)[0].picture is not None)

    def test_one_on_the_clipboard_is_pasted(self, qtbot, window, photo):
        QGuiApplication.clipboard().setMimeData(of_file(photo))
        window.timeline.setFocus()
        window.actions_by_id["paste_prompts"].trigger()
        qtbot.waitUntil(lambda: keyframes(window)[0].picture is not None)

    def test_one_is_chosen_from_a_dialog(self, qtbot, window, photo):
        window.actions_by_id["picture"].trigger()
        dialog = window.findChild(QFileDialog)
        dialog.filesSelected.emit([str(photo)])
        dialog.close()
        qtbot.waitUntil(lambda: keyframes(window)[0].picture is not None)

    def test_another_one_keeps_how_the_walk_comes_to_it(self, qtbot, window, photo):
        first = KeyframePicture(WIDE, Mode.THROUGH, 0.25)
        window.document.edit(with_picture(first), "")
        drop(window, of_file(photo))
        qtbot.waitUntil(lambda: keyframes(window)[0].picture.picture != WIDE)
        assert keyframes(window)[0].picture == replace(first, picture=keyframes(window)[0].picture.picture)

    def test_one_that_was_missing_is_there_again_in_all_keyframes_that_show_it(self, qtbot, window, photo):
        picture = KeyframePicture(take(photo))
        bare = with_picture(picture, picture).without_pictures()
        window.document.edit(bare, "")
        drop(window, of_file(photo))
        qtbot.waitUntil(lambda: all(each.data for each in window.document.walk.path.pictures))
        assert window.path_panel.editor().cards[1].picture.view._image is not None
        qtbot.waitUntil(lambda: any(each.data for each in window.frames.recipes[0].pictures))

    def test_an_exported_file_is_opened_and_one_without_a_walk_is_a_picture(self, qtbot, window, tmp_path):
        Image.new("RGB", (32, 32), "teal").save(tmp_path / "foreign.png")
        window.open(tmp_path / "foreign.png")
        qtbot.waitUntil(lambda: keyframes(window)[0].picture is not None)

    @pytest.mark.parametrize("name", ["text.png", "gone.jpg"])
    def test_what_is_no_picture_is_said_and_changes_nothing(self, name, qtbot, window, tmp_path):
        (tmp_path / "text.png").write_text("no picture")
        window.pictures.take([tmp_path / name])
        qtbot.waitUntil(lambda: name in window.messages.text)
        assert window.messages.level == "error"
        assert window.document.walk == WALK

    def test_one_that_was_still_being_read_for_another_walk_is_not_taken(self, qtbot, window, photos):
        drop(window, of_file(*photos))
        other = replace(WALK, title="Another")
        window.files.begin(other)
        window.pictures.wait()
        QApplication.processEvents()
        assert window.document.walk == other
        assert "picture" not in window.messages.text

    def test_one_goes_along_with_the_card_that_it_was_dropped_on(self, qtbot, window, photo):
        drop(window.path_panel.editor().cards[1], of_file(photo))
        window.path_panel.editor().move_keyframe(1, 0)
        qtbot.waitUntil(lambda: "belongs to prompt 1" in window.messages.text)
        assert [(each.prompt, bool(each.picture)) for each in keyframes(window)] == [
            ("a cat", True),
            ("a dog", False),
        ]

    def test_one_goes_to_no_other_prompt_where_its_card_is_gone(self, qtbot, window, photo):
        window.document.edit(replace(WALK, path=Morph((*keyframes(window), Keyframe("a fox")))), "")
        drop(window.path_panel.editor().cards[1], of_file(photo))
        window.path_panel.editor().remove(1)
        qtbot.waitUntil(lambda: "drop the picture on the card of one" in window.messages.text)
        assert [each.prompt for each in keyframes(window)] == ["a dog", "a fox"]
        assert not window.document.walk.path.pictures

    @pytest.mark.parametrize(("given", "made"), [(0, "1"), (4, "2")])
    def test_one_goes_to_where_the_playhead_was(self, qtbot, window, photo, given, made):
        window.playhead.move_to(given)
        drop(window, of_file(photo))
        window.playhead.move_to(8)
        qtbot.waitUntil(lambda: f"belongs to prompt {made}" in window.messages.text)
        assert [each.picture is not None for each in keyframes(window)].index(True) == int(made) - 1

    def test_what_is_said_of_one_goes_when_that_is_undone(self, qtbot, window, photo):
        drop(window, of_file(photo))
        qtbot.waitUntil(lambda: "belongs to prompt 1" in window.messages.text)
        window.document.undo_stack.undo()
        assert window.messages.text == ""

    def test_a_grid_says_what_takes_pictures(self, qtbot, window, photo):
        grid = replace(WALK, path=Grid.of(WALK.path.prompts))
        window.document.edit(grid, "")
        drop(window, of_file(photo))
        qtbot.waitUntil(lambda: "change the path to Morph first" in window.messages.text)
        assert window.document.walk == grid


class TestMadeByOthers:
    @pytest.fixture
    def of_automatic1111(self, tmp_path):
        info = PngImagePlugin.PngInfo()
        info.add_text(
            "parameters",
            "a (red:1.3) fox\nNegative prompt: text\nSteps: 24, Sampler: Euler, CFG scale: 6.5, Seed: 77",
        )
        Image.new("RGB", (16, 16)).save(tmp_path / "fox.png", pnginfo=info)
        return tmp_path / "fox.png"

    def test_its_words_and_numbers_are_offered_and_taken_in_one_step(self, qtbot, window, of_automatic1111):
        drop(window, of_file(of_automatic1111))
        qtbot.waitUntil(lambda: "AUTOMATIC1111 made it of “a (red:1.3) fox”" in window.messages.text)
        before = window.document.walk
        assert keyframes(window)[0].prompt == "a dog"
        offered(window, "Take its words and numbers").click()
        taken = keyframes(window)[0]
        assert (taken.prompt, taken.negative_prompt) == ("a (red:1.3) fox", "text")
        assert (taken.seed, taken.guidance_scale) == (77, 6.5)
        assert window.document.walk.sampler == Sampler(24)
        window.document.undo_stack.undo()
        assert window.document.walk == before

    def test_they_go_to_the_prompt_that_has_the_picture_by_then(self, qtbot, window, of_automatic1111):
        drop(window, of_file(of_automatic1111))
        qtbot.waitUntil(lambda: "AUTOMATIC1111 made it" in window.messages.text)
        first, second = keyframes(window)
        window.document.edit(replace(window.document.walk, path=Morph((second, first))), "")
        offered(window, "Take its words and numbers").click()
        assert [keyframe.prompt for keyframe in keyframes(window)] == ["a cat", "a (red:1.3) fox"]

    def test_they_are_not_offered_for_another_walk(self, qtbot, window, of_automatic1111):
        drop(window, of_file(of_automatic1111))
        qtbot.waitUntil(lambda: "AUTOMATIC1111 made it" in window.messages.text)
        window.document.show(replace(WALK, title="Another"))
        assert window.messages.text == ""


def with_picture(picture, second=None):
    path = Morph((Keyframe("a dog", picture=picture), Keyframe("a cat", picture=second)))
    return replace(WALK, path=path)


def test_undoing_a_picture_leaves_its_prompt_in_sight(qtbot, window, photo):
    window.resize(1280, 720)
    window.pictures.take([photo], 0)
    card = window.path_panel.editor().cards[0]
    qtbot.waitUntil(lambda: card.shows_picture and card.picture.isVisible())
    edit = card.prompts.prompt.edit
    area = window.path_panel.findChild(QScrollArea)
    bar = area.verticalScrollBar()

    def top(part):
        return part.mapTo(area.widget(), part.rect().topLeft()).y()

    # The prompt at the very top, below its picture.
    qtbot.waitUntil(lambda: bar.maximum() > top(edit))
    bar.setValue(top(edit))
    window.document.undo_stack.undo()
    qtbot.waitUntil(lambda: not card.shows_picture)
    qtbot.waitUntil(lambda: bar.value() <= top(card) and not edit.visibleRegion().isEmpty())


class TestShown:
    @pytest.fixture
    def field(self, qtbot):
        field = PictureField()
        qtbot.addWidget(field)
        field.show_picture(0, KeyframePicture(WIDE), (64, 64))
        field.show()
        return field

    @pytest.fixture
    def edits(self, field):
        """What it became; shown again, as the window does."""
        edits = []

        def take(picture, one_of_many):
            edits.append((picture, one_of_many))
            field.show_picture(0, picture, (64, 64))

        field.edited.connect(take)
        return edits

    def test_its_strength_and_how_the_walk_comes_to_it_are_set(self, field, edits):
        field.strength.setValue(25)
        assert edits[-1] == (KeyframePicture(WIDE, strength=0.25), True)
        assert field.strength_label.text() == "Changed by 25 %"
        field.mode.setCurrentIndex(1)
        field.mode.activated.emit(1)
        assert edits[-1] == (KeyframePicture(WIDE, Mode.THROUGH, 0.0), False)

    @pytest.mark.parametrize(("strength", "text"), [(0.004, "0.4 %"), (0.07, "7 %"), (0.333, "33.3 %")])
    def test_parts_of_a_percent_are_said(self, field, strength, text):
        field.show_picture(0, KeyframePicture(WIDE, strength=strength), (64, 64))
        assert field.strength_label.text() == f"Changed by {text}"

    @pytest.mark.parametrize("key, moved", [(Qt.Key.Key_Left, {"x": 0.45}), (Qt.Key.Key_Right, {"x": 0.55})])
    def test_arrows_move_its_part_and_are_not_the_window_s(self, qtbot, field, edits, key, moved):
        shortcut = QShortcut(key, field)
        field.view.setFocus()
        qtbot.waitUntil(field.isActiveWindow)
        with qtbot.assertNotEmitted(shortcut.activated):
            qtbot.keyClick(field.view, key)
        assert edits == [(KeyframePicture(WIDE, **moved), True)]

    @pytest.mark.parametrize("key, zoom", [("+", 1.1), ("-", 1.0)])
    def test_plus_and_minus_zoom(self, qtbot, field, edits, key, zoom):
        qtbot.keyClicks(field.view, key)
        assert [picture.zoom for picture, _ in edits] == [zoom] * (zoom > 1.0)

    def test_its_tooltip_names_the_keys(self, field):
        assert "arrow keys" in field.view.toolTip()

    def test_arrows_change_a_slider_that_has_the_keyboard(self, qtbot, qapp, field, edits):
        guard = KeyGuard(qapp)
        shortcut = QShortcut(Qt.Key.Key_Right, field)
        qtbot.waitUntil(field.isActiveWindow)
        field.strength.setFocus()
        before = field.strength.value()
        with qtbot.assertNotEmitted(shortcut.activated):
            qtbot.keyClick(field.strength, Qt.Key.Key_Right)
        assert field.strength.value() == before + 1
        guard.deleteLater()

    def test_it_is_taken_away(self, field, edits):
        field.drop.click()
        assert edits == [(None, False)]
        assert field.isHidden()

    def test_the_frame_is_dragged_as_far_as_there_is_picture(self, field, edits):
        view, centre = field.view, field.view.rect().center()
        QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=centre)
        QTest.mouseMove(view, centre + QPoint(10, 0))
        middle = edits[-1][0].x
        QTest.mouseMove(view, centre + QPoint(100, 30))
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=centre + QPoint(100, 30))
        assert 0.5 < middle < 1.0
        assert (edits[-1][0].x, edits[-1][0].y) == (1.0, 0.5)

    def test_it_is_moved_by_arrows_and_zoomed_by_plus_and_minus(self, field, edits):
        field.view.setFocus()
        QTest.keyClick(field.view, Qt.Key.Key_Left)
        assert edits[-1][0].x == 0.45
        QTest.keyClicks(field.view, "++-")
        assert edits[-1][0].zoom == pytest.approx(1.1, abs=0.01)
        QTest.keyClicks(field.view, "--")
        assert edits[-1][0].zoom == 1.0

    def test_the_wheel_zooms_only_what_was_clicked(self, field, edits):
        for focused in (False, True):
            (field.view if focused else field.mode).setFocus()
            at = QPointF(field.view.rect().center())
            wheel = QWheelEvent(
                at,
                QPointF(field.view.mapToGlobal(at.toPoint())),
                QPoint(),
                QPoint(0, 120),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            )
            QApplication.sendEvent(field.view, wheel)
            assert bool(edits) == focused

    def test_one_that_is_not_in_the_file_says_so_and_one_that_lay_between_two_too(self, field):
        field.show_picture(0, KeyframePicture(replace(WIDE, data=b"")), (64, 64))
        field.grab()
        assert field.view._image is None
        made = with_picture(KeyframePicture(WIDE), KeyframePicture(OTHER)).path.picture_at(3, 9)
        field.show_picture(0, made, (64, 64))
        assert not field.mix.isHidden()
        assert field.view.isHidden()

    def test_cards_of_keyframes_without_one_have_no_field(self, window):
        window.document.edit(with_picture(None, KeyframePicture(WIDE)), "")
        assert [card.picture is not None for card in window.path_panel.editor().cards] == [False, True]

    def test_many_small_changes_are_one_edit(self, window):
        window.document.edit(with_picture(KeyframePicture(WIDE)), "")
        field = window.path_panel.editor().cards[0].picture
        for percent in (50, 40, 30):
            field.strength.setValue(percent)
        assert keyframes(window)[0].picture.strength == 0.3
        window.document.undo_stack.undo()
        assert keyframes(window)[0].picture.strength == 0.6


class TestExported:
    @pytest.fixture
    def rendered(self, qtbot, window, tmp_path):
        window.document.edit(with_picture(KeyframePicture(WIDE)), "")
        window.actions_by_id["render"].trigger()
        qtbot.waitUntil(lambda: window.export_panel._flow.exported is not None)
        return window

    def test_files_have_the_pictures_only_where_that_was_asked_for(self, qtbot, rendered):
        flow = rendered.export_panel._flow
        walk = read_walk(flow.exported.path)
        assert [picture.data for picture in walk.path.pictures] == [b""]
        before = flow.exported
        flow.choose_options(replace(flow.options, pictures=True))
        qtbot.waitUntil(lambda: flow.exported not in (None, before))
        assert read_walk(flow.exported.path).path.pictures[0].data == WIDE.data

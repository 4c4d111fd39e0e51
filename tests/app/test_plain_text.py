"""What a file, a model or a hub calls itself is shown as it is written, wherever that is."""

import os
import subprocess
import time
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QSettings, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QInputDialog,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QMessageBox,
    QToolTip,
    QWidget,
)

from sd3explorer.app.document.examples_dialog import ExamplesDialog
from sd3explorer.app.main_window import MainWindow
from sd3explorer.app.models.dialog import ModelsDialog
from sd3explorer.app.parts import Storage
from sd3explorer.presets.locate import locate
from sd3explorer.render.local import ThisProcess
from sd3explorer.walk.model import Model
from sd3explorer.walk.paths import Keyframe, Morph
from sd3explorer.walk.walk import Walk
from tests.gradient import GradientModel

# Writes nothing into a pipe whenever somebody opens it, and keeps count. A process, as Qt, which waits for
# the pipe, lets no other thread of this one run.
WRITER = 'while true; do : > "$0"; : > "$0.opened"; done'


class Trap:
    """A pipe that knows whether anybody has opened it."""

    def __init__(self, path):
        os.mkfifo(path)
        self.path = path
        self._writer = subprocess.Popen(["sh", "-c", WRITER, str(path)])

    @property
    def markup(self):
        return f'<img src="{self.path}"> <a href="https://example.com">our page</a> & <b>more</b>'

    @property
    def file_name(self):
        # Which can't name a folder, but the current one is searched.
        return f"<img src={self.path.name}>"

    @property
    def sprung(self):
        time.sleep(0.05)
        return self.path.with_name(f"{self.path.name}.opened").exists()

    def close(self):
        self._writer.kill()
        self._writer.wait()


@pytest.fixture
def trap(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    trap = Trap(tmp_path / "trap")
    yield trap
    trap.close()


@pytest.fixture
def window(qtbot, qapp, store, tmp_path):
    QSettings().setValue("engine/warm", False)
    storage = Storage(store, tmp_path / "exports", tmp_path / "state", tmp_path / "app.log")
    place = ThisProcess(tmp_path / "engine.log", load_model=GradientModel)
    window = MainWindow(storage, locate, place)
    window.show()
    yield window
    window.document.show(window.document.walk)
    window.close()
    window.deleteLater()


@pytest.fixture
def hostile_walk(trap):
    keyframes = (Keyframe(trap.markup, trap.markup), Keyframe("a cat", trap.markup))
    return Walk(title=trap.markup, path=Morph(keyframes), model=Model(f"hf://{trap.markup}"))


def show_tooltip(widget, place):
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place)))
    shown = [tip for tip in QApplication.topLevelWidgets() if tip.inherits("QTipLabel") and tip.isVisible()]
    texts = [tip.text() for tip in shown]
    assert [tip for tip in shown if is_rich(tip)] == []
    QToolTip.hideText()
    for tip in shown:
        tip.close()
    return texts


def is_rich(label):
    return label.textFormat() != Qt.TextFormat.PlainText and "<" in label.text()


def all_tooltips(parent):
    """Shows every tooltip there is in a window, and gives their texts."""
    texts = []
    widgets = [parent, *parent.findChildren(QWidget)]
    for widget in [each for each in widgets if each.isVisible() and not each.inherits("QTipLabel")]:
        if widget.toolTip():
            texts += show_tooltip(widget, widget.rect().center())
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            for row in range(widget.model().rowCount()):
                place = widget.visualRect(widget.model().index(row, 0)).center()
                texts += show_tooltip(widget.viewport(), place)
    return texts


def menu_tooltips(menu):
    menu.popup(QPoint(0, 0))
    texts = []
    for action in menu.actions():
        menu.setActiveAction(action)
        texts += show_tooltip(menu, menu.actionGeometry(action).center())
    menu.hide()
    return texts


def labels_with(text, parent):
    return [label for label in parent.findChildren(QLabel) if text in label.text()]


def test_a_label_that_nobody_thought_about_is_plain(qtbot, trap):
    label = QLabel(trap.markup)
    qtbot.addWidget(label)
    label.show()
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert not trap.sprung


def test_a_label_is_plain_before_anybody_asks_how_large_it_is(qtbot, trap):
    label = QLabel(trap.markup, wordWrap=True)
    qtbot.addWidget(label)
    assert label.sizeHint().isValid()
    assert label.heightForWidth(100) > 0
    assert not trap.sprung


def test_a_label_that_is_rich_on_purpose_stays_so(qtbot):
    label = QLabel("<b>ours</b>")
    label.setTextFormat(Qt.TextFormat.RichText)
    qtbot.addWidget(label)
    label.show()
    assert label.textFormat() == Qt.TextFormat.RichText


def test_tooltips_are_plain(qtbot, trap):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.setToolTip(trap.markup)
    widget.show()
    assert show_tooltip(widget, QPoint(1, 1)) == [trap.markup]
    assert not trap.sprung


def test_tooltips_of_items_are_plain(qtbot, trap):
    items = QListWidget()
    qtbot.addWidget(items)
    QListWidgetItem("a model", items).setToolTip(trap.markup)
    items.show()
    assert all_tooltips(items) == [trap.markup]
    assert not trap.sprung


def test_tooltips_of_menus_are_plain(qtbot, trap):
    menu = QMenu()
    qtbot.addWidget(menu)
    menu.setToolTipsVisible(True)
    menu.addAction("a file").setToolTip(trap.markup)
    assert menu_tooltips(menu) == [trap.markup]
    assert not trap.sprung


def test_message_boxes_are_plain(qtbot, trap):
    box = QMessageBox(QMessageBox.Icon.NoIcon, "", trap.markup)
    qtbot.addWidget(box)
    box.setInformativeText(trap.markup)
    box.open()
    assert [label for label in labels_with(trap.markup, box) if is_rich(label)] == []
    assert len(labels_with(trap.markup, box)) == 2
    assert not trap.sprung
    box.close()


def test_questions_are_plain(qtbot, trap):
    dialog = QInputDialog()
    qtbot.addWidget(dialog)
    dialog.setLabelText(trap.markup)
    dialog.open()
    assert [is_rich(label) for label in labels_with(trap.markup, dialog)] == [False]
    assert not trap.sprung
    dialog.close()


def test_the_window_shows_a_strangers_walk_as_text(qtbot, window, trap, hostile_walk, tmp_path):
    file = tmp_path / f"{trap.file_name}.sd3walk"
    hostile_walk.save(file)
    with qtbot.waitSignal(window.frames.reset):
        window.open(file)
    assert trap.markup in window.statusBar().text

    window.open(tmp_path / f"{trap.file_name} is missing.sd3walk")
    window.messages.show_message(trap.markup, details=trap.markup)
    window._thread.notice.emit(trap.markup)
    window._thread.trouble.emit(trap.markup)
    assert trap.markup in window.messages.text

    window.document.edit(replace(hostile_walk, title=f"{trap.markup}!"), "Change title")
    window.close()
    box = next(box for box in window.findChildren(QMessageBox) if box.isVisible())
    assert labels_with(trap.markup, box)

    models = window.findChild(ModelsDialog)
    window.actions_by_id["models"].trigger()
    qtbot.waitUntil(lambda: models._table.entry(hostile_walk.model.preset) is not None)
    models._view.select(hostile_walk.model.preset)
    qtbot.waitUntil(lambda: bool(labels_with("an account on Hugging Face", models)))
    models._show_failure(trap.markup)
    assert labels_with("our page", models)
    assert trap.markup in str(all_tooltips(models))

    window.actions_by_id["new"].trigger()
    texts = all_tooltips(window)
    [recent] = [menu for menu in window.findChildren(QMenu) if menu.title() == "Open &recent"]
    recent.aboutToShow.emit()
    assert str(file) in menu_tooltips(recent)

    qtbot.wait(50)
    assert [
        label.text() for label in labels_with("<", window) if is_rich(label) and label not in ours(models)
    ] == []
    assert len(texts) > 20
    assert not trap.sprung
    box.reject()
    window.findChild(ExamplesDialog).reject()


def ours(models):
    """The labels that are rich on purpose, which hold none of a stranger's markup."""
    rich = [label for label in models.findChildren(QLabel) if label.textFormat() == Qt.TextFormat.RichText]
    for label in rich:
        assert "<img" not in label.text()
        assert 'example.com">' not in label.text()
    return rich


def test_a_name_is_no_key_to_press(window):
    window._toolbar.show_model("cats & dogs", None)
    assert window._toolbar._model.text() == "cats && dogs ▾"


def test_a_title_does_not_take_the_mark_of_unsaved_edits(window):
    window.document.show(Walk(title="a[*]b"))
    assert window.windowTitle() == "a[*][*]b[*] — sd3explorer"

"""The real window, in a process of its own, with somebody in it who does all kinds of things quickly."""

import hashlib
import json
import logging
import os
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton

from sd3explorer.app import main
from sd3explorer.app.export import panel
from sd3explorer.app.main_window import MainWindow
from sd3explorer.app.path.prompt_edit import PromptEdit
from sd3explorer.cli import main as command_line
from sd3explorer.render.child import ChildProcess
from sd3explorer.walk.spots import Placement
from sd3explorer.walk.walk import Walk
from tests.gradient import GradientModel

MILLISECONDS_BETWEEN_STEPS = (1, 5, 20, 100)
MILLISECONDS_OF_A_LOOK = 50
SECONDS_TO_FINISH = 60.0
LETTERS = "a dog, (cat:1.2) \b"

Report = Callable[[dict[str, Any]], None]


def digest(walk: Walk) -> str:
    """Identifies a walk, wherever its frames were found to lie."""
    return hashlib.sha256(replace(walk, placement=None).dump().encode()).hexdigest()


def open_window(
    words: list[str],
    report: int,
    drive: Callable[[MainWindow, Report], object],
    model: type = GradientModel,
) -> int:
    """Opens the window as the command line does, and returns its exit status.

    Args:
        words: Of the command line.
        report: Descriptor of a pipe, to which goes what is done there, one JSON object a line.
        drive: Called with the window once it has begun.
        model: What stands in for the model.
    """
    # As the environment says, not as it was for the process that this one is forked from.
    tempfile.tempdir = None
    logging.disable(logging.NOTSET)

    def write(what: dict[str, Any]) -> None:
        os.write(report, json.dumps({"when": time.monotonic()} | what).encode() + b"\n")

    end_on_signals = main._end_on_signals

    def follow(window: MainWindow) -> None:
        end_on_signals(window)
        # After what the app itself does first.
        QTimer.singleShot(0, window, lambda: drive(window, write))

    with patch.object(main, "_end_on_signals", follow):
        return command_line(words, lambda *_: ChildProcess.of_user("tensorflow", "float32", model))


class Artist:
    """Does one thing after the other, and reports what the document becomes before the next.

    Args:
        window: Where.
        report: Takes what happens.
        random: Decides what is done.
        out: Folder for walks and exports.
        target: Name of what is exported.
        closes: Whether the window is closed at last.
    """

    def __init__(
        self, window: MainWindow, report: Report, random: Random, out: Path, target: str, closes: bool
    ) -> None:
        self._window = window
        self._report = report
        self._random = random
        self._out = out
        self._target = out / target
        self._closes = closes
        self._number = 0
        self._stack = ExitStack()
        self._follow()
        self._next()

    def _follow(self) -> None:
        window, document = self._window, self._window.document
        save, close = document.save, window.close_for_good

        def saved(file: Path, placement: Placement | None = None) -> None:
            walk = digest(document.walk)
            self._report({"what": "saving", "walk": walk, "file": str(file)})
            save(file, placement)
            self._report({"what": "saved", "walk": walk, "file": str(file)})
            self._tell()

        def closed(keep_edits: bool = False) -> None:
            self._report({"what": "closing", "keeps": keep_edits and document.modified})
            close(keep_edits)

        def where(_parent: object, name: str, _filter: object, _suffixes: object, answer: Any) -> None:
            self._report({"what": "exporting", "file": name})
            answer(self._target)

        document.save, window.close_for_good = saved, closed
        document.edited.connect(lambda _: self._tell())
        document.file_changed.connect(self._tell)
        suggested = str(self._out / "mine.sd3walk"), ""
        self._stack.enter_context(patch.object(QFileDialog, "getSaveFileName", lambda *_: suggested))
        self._stack.enter_context(patch.object(panel, "ask_where", where))
        self._tell()

    def _tell(self) -> None:
        document = self._window.document
        self._report(
            {
                "what": "state",
                "walk": digest(document.walk),
                "modified": document.modified,
                "file": str(document.file or ""),
            }
        )

    def _next(self) -> None:
        pause = self._random.choice(MILLISECONDS_BETWEEN_STEPS)
        QTimer.singleShot(pause, self._window, self._step)

    def _step(self) -> None:
        window, random = self._window, self._random
        if not window.isVisible():
            return
        box = window.findChild(QMessageBox)
        if box is not None and box.isVisible():
            answers = [button for button in box.buttons() if button.isEnabled()]
            random.choice(answers).click()
            self._next()
            return
        what = random.randrange(100)
        if what < 35:
            self._number += 1
            title = f"edit {os.getpid()} {self._number}"
            window.document.edit(replace(window.document.walk, title=title), "Change title")
        elif what < 60:
            fields = [each for each in window.path_panel.findChildren(PromptEdit) if each.isVisible()]
            QTest.keyClick(random.choice(fields), random.choice(LETTERS))
        elif what < 70:
            window.actions_by_id[random.choice(("undo", "redo"))].trigger()
        elif what < 76:
            window.actions_by_id["save"].trigger()
        elif what < 82:
            window.control.render()
        elif what < 84:
            window.control.stop()
        elif what < 88:
            window.playhead.move_to(random.randrange(max(window.frames.count, 1)))
        elif what < 92:
            window.export_panel.save_action.trigger()
        elif what < 94:
            window.actions_by_id[random.choice(("keep_version", "star", "live"))].trigger()
        elif what < 95:
            QTest.keyClick(window, Qt.Key.Key_Escape)
        elif what < 97 and self._closes:
            window.close()
        elif what < 98:
            window._autosave.set_on(random.random() < 0.5)
        self._next()


class Inspector:
    """Looks at what is there after others were killed, finishes it and closes the window.

    Args:
        window: Where.
        report: Takes what is found.
        target: What is exported.
        file: A walk file that must open, if there is one.
    """

    def __init__(self, window: MainWindow, report: Report, target: Path, file: Path) -> None:
        self._window = window
        self._report = report
        self._target = target
        self._file = file
        self._until = time.monotonic() + SECONDS_TO_FINISH
        self._stack = ExitStack()
        left = window._recovery.leftovers()
        report(
            {
                "what": "found",
                "walk": digest(window.document.walk),
                "file": str(window.document.file or ""),
                "left": [digest(each.walk) for each in left],
                "offers": bool(left) <= (self._button("Restore") is not None),
                "aside": len(window._recovery.set_aside),
                "says": window.messages.text,
            }
        )
        while (button := self._button("Discard")) is not None:
            button.click()
        window.document.undo_stack.clear()
        self._stack.enter_context(patch.object(panel, "ask_where", self._answer))
        window.control.render()
        self._look(self._export)

    def _button(self, text: str) -> QPushButton | None:
        buttons = self._window.messages.findChildren(QPushButton)
        return next((each for each in buttons if each.text() == text and each.isVisible()), None)

    def _answer(self, _parent: object, _name: str, _filter: object, _suffixes: object, answer: Any) -> None:
        answer(self._target)

    def _look(self, go_on: Callable[[], bool]) -> None:
        def look() -> None:
            if go_on():
                return
            if time.monotonic() > self._until:
                self._report({"what": "stuck", "says": self._window.messages.text})
                self._close()
                return
            self._look(go_on)

        QTimer.singleShot(MILLISECONDS_OF_A_LOOK, self._window, look)

    def _export(self) -> bool:
        if not (self._window.frames.all_done and self._window.export_panel.save_action.isEnabled()):
            return False
        self._window.export_panel.save_action.trigger()
        self._look(self._end)
        return True

    def _end(self) -> bool:
        exports = self._window.export_panel
        # The file that is held ready is made last: its folder is what clears up after windows that are gone.
        if not self._target.exists() or exports.saving or not exports.copy_action.isEnabled():
            return False
        self._let_go()
        file = self._file
        if file.exists():
            # Whoever was killed with it must not keep others from it.
            self._window.open(file)
        self._report({"what": "finished", "opens": not file.exists() or self._window.document.file == file})
        self._close()
        return True

    def _close(self) -> None:
        self._let_go()
        self._window.close()

    def _let_go(self) -> None:
        """Of edits that nobody needs any more, so that nobody is asked about them."""
        document = self._window.document
        if document.modified:
            document.show(document.walk, document.file)

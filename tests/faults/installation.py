"""Files of the installation itself, damaged: it starts and works all the same, or says why not."""

import os
import shutil
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from random import Random
from unittest.mock import patch

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QMenu

from sd3explorer import resources
from sd3explorer.app.help.reader import Reader
from sd3explorer.app.main_window import MainWindow
from sd3explorer.app.path.prompt_edit import PromptEdit
from sd3explorer.cli import main as command_line
from sd3explorer.diffusion import backend
from sd3explorer.examples import example_names
from sd3explorer.presets.checkpoints.tokenizer import CLIP_WORDS, read_tokenizer
from sd3explorer.presets.locate import present
from sd3explorer.presets.pieces import Pieces
from sd3explorer.presets.preset import PresetError
from tests.faults.campaign import Campaign, Fault, Kind, Trial, check_sentence
from tests.faults.damage import check_outside, damaged, lay_outside
from tests.faults.forked import Forked
from tests.faults.window_driver import Report, open_window
from tests.faults.windows import User, Window

# Folders of what ships with the app. Its code stays whole: where Python can't read that, nobody can mend it.
# In this order, the gate's two trials damage Keras' settings, and a tokenizer, with which a window opens.
ROOMS = ("docs", "examples", "icons", "words", "models", "keras", "translations", "tokenizers")
LANGUAGES = ("de_DE", "fr_FR", "es_ES", "zh_CN", "ja_JP")
# Those that pictures depend on. Others may look damaged.
OF_PICTURES = ("models", "tokenizers")

MILLISECONDS_BETWEEN_STEPS = 10
# What is done to a window takes less, with the cores to itself.
SECONDS_OF_A_WINDOW = 60.0
SECONDS_OF_A_COMMAND = 60.0


@contextmanager
def prepare(folder: Path) -> Iterator[Trial]:
    """One file is damaged or gone. Then commands are run, and a window is looked at in some language."""
    whole, numbers = folder / "whole", count()
    for room in ROOMS[1:]:
        shutil.copytree(resources.resource(room), whole / room)
    (whole / "docs").mkdir()
    for file in resources.documents():
        shutil.copyfile(file, whole / "docs" / file.name)
    right = _meaning()
    files = {room: sorted(path for path in (whole / room).rglob("*") if path.is_file()) for room in ROOMS}

    def trial(random: Random) -> None:
        room = random.choice(ROOMS)
        own = folder / str(next(numbers))
        outside = own / "outside"
        outside.mkdir(parents=True)
        lay_outside(outside)
        user = User(own / "user")
        user.out.mkdir(parents=True)
        installed = own / "installed"
        installed.mkdir()
        for other in ROOMS:
            if other == room:
                shutil.copytree(whole / other, installed / other)
            else:
                (installed / other).symlink_to(whole / other)
        file = installed / random.choice(files[room]).relative_to(whole)
        others = [each for each in files[room] if each.name != file.name] or files["icons"]
        if random.random() < 0.1:
            file.unlink()
            _use(room, installed, user, right, random)
        else:
            # Keras writes its settings where it is told that they are, wherever a link leads.
            with damaged(file, others, outside, random, folders=room != "keras"):
                _use(room, installed, user, right, random)
        check_outside(outside)
        shutil.rmtree(own)

    yield trial


def _use(room: str, installed: Path, user: User, right: list[str], random: Random) -> None:
    output = user.folder.parent / "output"
    if room in OF_PICTURES:
        _run(lambda: _compare(installed, user, right), output, "what pictures depend on")
    if room == "keras":
        _run(lambda: _import_keras(installed), output, "Keras")
        return
    _run(lambda: _command(installed, user, "models"), output, "models")
    _run(lambda: _command(installed, user, "example"), output, "example")
    name = random.choice(example_names())
    _run(lambda: _command(installed, user, "example", name, "-o", str(user.walk)), output, f"example {name}")
    _look(installed, user, random.choice(LANGUAGES), output)


def _run(work: Callable[[], int], output: Path, what: str) -> None:
    output.unlink(missing_ok=True)
    with Forked(work, output) as command:
        status = command.wait(SECONDS_OF_A_COMMAND)
        _check(status, output.read_text(errors="replace"), what)


def _check(status: int | None, text: str, what: str) -> None:
    if status is None:
        raise Fault(Kind.HANG, f"{what}\n{text}")
    if status == WRONG:
        raise Fault(Kind.WRONG, f"{what}\n{text}")
    if "Traceback" in text or "nobody thought of this" in text or status not in (0, 1):
        raise Fault(Kind.TRACEBACK, f"{what}: exit status {status}\n{text[-4_000:]}")


WRONG = 3


def _command(installed: Path, user: User, *words: str) -> int:
    user.settle()
    with _using(installed):
        return command_line(list(words))


def _compare(installed: Path, user: User, right: list[str]) -> int:
    """What a damaged file says is what it said before, or is refused."""
    user.settle()
    with _using(installed):
        for found, whole in zip(_meaning(), right, strict=True):
            if found not in (whole, REFUSED):
                print(found[:500])
                return WRONG
    return 0


REFUSED = ""


def _meaning() -> list[str]:
    """What pictures depend on, as texts; `REFUSED` for what can't be had."""
    return [_text(each) for each in (_starter, _clip, _pieces)]


def _text(read: Callable[[], object]) -> str:
    try:
        return str(read())
    except PresetError as error:
        check_sentence(error)
        return REFUSED


def _starter() -> object:
    preset = present("starter")
    preset.check_tokenizers()
    preset.check_weights()
    return preset.configuration()  # type: ignore[attr-defined]


def _clip() -> object:
    return read_tokenizer("clip_l", CLIP_WORDS, None)


def _pieces() -> object:
    return Pieces().ids("a 3d dog face, unspeakably orange; naïve façade, 42")


def _import_keras(installed: Path) -> int:
    os.environ["KERAS_HOME"] = str(installed / "keras")
    with _using(installed), patch.object(backend, "KERAS_HOME", installed / "keras"):
        try:
            backend.select("tensorflow")
        except backend.DiffusionError as error:
            check_sentence(error)
            return 1
    return 0


def _using(installed: Path):
    return patch.object(resources, "_IN_WHEEL", installed)


def _look(installed: Path, user: User, language: str, output: Path) -> None:
    def work(report: int) -> int:
        user.settle()
        os.environ["LANGUAGE"] = os.environ["LANG"] = os.environ["LC_ALL"] = f"{language}.UTF-8"
        with _using(installed):
            return open_window([], report, Visitor)

    output.unlink(missing_ok=True)
    with Window(work, output) as window:
        window.wait_for_a_word()
        status = window.forked.wait(SECONDS_OF_A_WINDOW)
        text = window.text + "".join(log.read_text(errors="replace") for log in user.state.rglob("*.log"))
        seen = [word["what"] for word in window.words()]
        _check(status, text, f"a window in {language}, after {seen}")
        if seen[-1:] != ["end"]:
            raise Fault(Kind.LOST, f"the window ended after {seen}\n{text}")


class Visitor:
    """Opens what there is to see, types something and closes the window.

    Args:
        window: Where.
        report: Takes what is done.
    """

    def __init__(self, window: MainWindow, report: Report) -> None:
        self._window = window
        self._report = report
        self._steps = self._all()
        self._next()

    def _next(self) -> None:
        # Of the window alone, nobody would keep this visitor.
        QTimer.singleShot(MILLISECONDS_BETWEEN_STEPS, self._window, lambda: self._step())

    def _step(self) -> None:
        try:
            self._report({"what": next(self._steps)})
        except StopIteration:
            return
        except Exception:
            # A slot's own error would be forgotten, and nobody would go on.
            traceback.print_exc()
            os._exit(70)
        self._next()

    def _all(self) -> Iterator[str]:
        window = self._window
        yield "begun"
        for name in ("new", "documentation", "licences", "shortcuts"):
            window.actions_by_id[name].trigger()
            yield name
            for dialog in window.findChildren(QDialog):
                if isinstance(dialog, Reader):
                    for row in range(min(dialog.list.count(), 20)):
                        dialog.list.setCurrentRow(row)
                dialog.grab()
                dialog.close()
            yield f"{name} closed"
        for menu in window.findChildren(QMenu):
            menu.grab()
        for field in window.path_panel.findChildren(PromptEdit)[:1]:
            field.setFocus()
            field._offer("")
            field.grab()
        yield "words"
        window.grab()
        yield "grabbed"
        document = window.document
        document.show(document.walk, document.file)
        self._report({"what": "end"})
        window.close()


CAMPAIGN = Campaign(
    "installation",
    "a file that ships with the app flipped, cut, swapped, replaced, gone",
    prepare,
    300,
    short=2,
    seconds=240,
)

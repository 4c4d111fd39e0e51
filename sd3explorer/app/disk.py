"""Asking disks that may sleep, or be out of reach with their network: the window waits a moment at most."""

from collections.abc import Callable, Iterable
from concurrent.futures import Future, wait
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

# Somebody who opens a menu or a dialog hardly notices.
SECONDS_TO_ANSWER = 0.2

Answer = TypeVar("Answer")


class Disk(QObject):
    """Looks at a disk in a thread, and goes on as soon as it has answered, within the window's thread.

    Args:
        parent: Qt's owner.
    """

    _answered = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._closed = False
        # A new one for each walk.
        self._shown = object()
        self._answered.connect(self._go_on)

    def ask(
        self,
        look: Callable[[], Answer],
        go_on: Callable[[Answer], object],
        too_late: Callable[[Answer], object] = lambda _: None,
    ) -> None:
        """Looks, and goes on: before this returns where the disk answers at once, else later.

        Args:
            look: What is done in a thread.
            go_on: Called with what it returned.
            too_late: Called instead where another walk is shown by then.
        """
        answer, asked = _begun(look), self._shown

        def take(found: Answer) -> None:
            (go_on if asked is self._shown else too_late)(found)

        wait([answer], SECONDS_TO_ANSWER)
        answer.add_done_callback(lambda _: self._report(take, answer))

    def forget(self) -> None:
        """Another walk is shown, for which nothing was asked yet."""
        self._shown = object()

    def close(self) -> None:
        """Goes on with nothing any more. A disk that never answers is not waited for."""
        self._closed = True

    def _report(self, go_on: Callable[[Answer], object], answer: Future[Answer]) -> None:
        # Qt's part of it may be gone when the disk answers at last.
        with suppress(RuntimeError):
            self._answered.emit(go_on, answer)

    def _go_on(self, go_on: Callable[[Answer], object], answer: Future[Answer]) -> None:
        if not self._closed:
            go_on(answer.result())


def are_folders(paths: Iterable[Path]) -> list[bool | None]:
    """Whether each of some paths is a folder; None where its disk doesn't say so at once."""
    answers = [_begun(path.is_dir) for path in paths]
    wait(answers, SECONDS_TO_ANSWER)
    return [_is_folder(answer) if answer.done() else None for answer in answers]


def first_folder(paths: Iterable[Path]) -> Path | None:
    """The first of some folders that is there and whose disk says so at once, for a dialog to begin in."""
    folders = list(dict.fromkeys(paths))
    return next((folder for folder, there in zip(folders, are_folders(folders), strict=True) if there), None)


def folder_there(kept: object) -> str:
    """The folder that settings keep for a dialog to begin in; "" where it isn't there at once."""
    text = str(kept or "")
    return text if text and first_folder([Path(text)]) else ""


def wake(path: Path) -> None:
    """Returns when the disk of a path has answered, whatever it said."""
    with suppress(OSError):
        path.stat()


def _is_folder(answer: Future[bool]) -> bool:
    try:
        return answer.result()
    except OSError:
        # Within a folder that may not be looked into, say.
        return False


def _begun(look: Callable[[], Answer]) -> Future[Answer]:
    answer: Future[Answer] = Future()

    def run() -> None:
        try:
            answer.set_result(look())
        except BaseException as error:
            answer.set_exception(error)

    # Not of a pool, which would be waited for when the app ends.
    Thread(target=run, name="a look at a disk", daemon=True).start()
    return answer

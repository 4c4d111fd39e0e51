"""Starts the window: the only place, beside the command line, that puts parts together."""

import logging
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable
from contextlib import ExitStack, suppress
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from sd3explorer.app import theme
from sd3explorer.app.document.examples_dialog import EMPTY
from sd3explorer.app.garbage import GarbageCollection
from sd3explorer.app.hang_watch import HangWatch
from sd3explorer.app.icons import application_icon
from sd3explorer.app.key_guard import KeyGuard
from sd3explorer.app.languages import speak
from sd3explorer.app.main_window import MainWindow
from sd3explorer.app.opened_files import OpenedFiles
from sd3explorer.app.parts import Storage
from sd3explorer.app.preferences.remembered import Preferences, Start, remembered
from sd3explorer.app.rendering.chosen_place import ChosenPlace
from sd3explorer.app.screen import open_application
from sd3explorer.app.screen_reader import show_roles
from sd3explorer.app.settings_files import set_aside_others, settings_folder
from sd3explorer.app.single_instance import SingleInstance, hand_over
from sd3explorer.app.texts import translate
from sd3explorer.examples import example
from sd3explorer.logs import app_log, crash_log
from sd3explorer.presets.locate import locate
from sd3explorer.processes.signals import ending_signals
from sd3explorer.render.folders import cache_folder, default_store, state_folder
from sd3explorer.render.messages import RenderError
from sd3explorer.render.places import ChoosePlace
from sd3explorer.render.store import FrameStore
from sd3explorer.walk.error import WalkError
from sd3explorer.walk.lists import is_list
from sd3explorer.walk.temporary import clear_left_behind, temporary_folder

logger = logging.getLogger(__name__)

FIRST_WALK = "friends"
MILLISECONDS_BETWEEN_SIGNALS = 200
SECONDS_BETWEEN_THREADS = 0.001
# For how long frames stay in the store that were looked at here and are of no walk that is open.
SECONDS_SPARED = 3600.0


def start(file: Path | None, choose_place: ChoosePlace, new_window: bool = False) -> int:
    """Opens the window and returns when it is closed, or has one that is open show the file.

    Args:
        file: A walk file to open, or None to begin with an example.
        choose_place: Where to render, given a backend, a precision and devices.
        new_window: Whether another window opens where one is open already.

    Returns:
        The exit status.
    """
    # Threads that read pictures give way to the window five times sooner than by default.
    sys.setswitchinterval(SECONDS_BETWEEN_THREADS)
    application = open_application()
    application.setApplicationName("sd3explorer")
    application.setOrganizationName("sd3explorer")
    application.setDesktopFileName("sd3explorer")
    application.setWindowIcon(application_icon())
    set_aside_others(settings_folder())
    if not new_window and hand_over(file, state_folder()):
        return 0
    preferences = remembered()
    unspoken = speak(application, preferences.language)
    theme.apply(application, preferences.scheme, preferences.accent)
    KeyGuard(application)
    GarbageCollection(application)
    show_roles()
    with ExitStack() as stack:
        storage, problem = _storage(stack)
        place = ChosenPlace(choose_place, preferences.backend, preferences.precision, preferences.engines)
        window = MainWindow(storage, locate, place)
        stacks = stack.enter_context(crash_log())
        if stacks is not None:
            stack.callback(HangWatch(stacks, window).stop)
        window.preferences.changed.connect(lambda chosen: _follow(chosen, application, window, place))
        return _show(application, window, lambda: _begin(window, file, problem or unspoken, new_window))


def _follow(
    preferences: Preferences, application: QApplication, window: MainWindow, place: ChosenPlace
) -> None:
    theme.choose(application, preferences.scheme, preferences.accent)
    try:
        if place.choose(preferences.backend, preferences.precision, preferences.engines):
            window.control.change_place()
    except RenderError as error:
        window.messages.show_message(str(error))


def _show(application: QApplication, window: MainWindow, begin: Callable[[], None]) -> int:
    sys.excepthook = lambda *error: _report(window, *error)
    window.show()
    QTimer.singleShot(0, begin)
    _end_on_signals(window)
    starts = SingleInstance(state_folder(), window)
    starts.asked.connect(lambda file: _come_to_front(window, file))
    # Kept by the application, as it is the application's child.
    OpenedFiles(application).opened.connect(window.open)
    return application.exec()


def _begin(window: MainWindow, file: Path | None, problem: str, new_window: bool) -> None:
    if file is None:
        _begin_where_it_was_left(window, new_window)
        if not new_window:
            window.tour.begin_once()
    elif is_list(file):
        window.begin(EMPTY)
        window.open(file)
    else:
        window.open(file)
    window.files.offer_leftovers()
    if problem:
        window.messages.show_message(problem)


def _begin_where_it_was_left(window: MainWindow, new_window: bool) -> None:
    def begin_afresh() -> None:
        try:
            first = example(FIRST_WALK)
        except WalkError as error:
            logger.warning("the first walk is empty: %s", error)
            first = EMPTY
        window.begin(first)

    if new_window or window.preferences.now.start is not Start.LAST:
        begin_afresh()
    else:
        window.session.begin(begin_afresh)


def _come_to_front(window: MainWindow, file: Path | None) -> None:
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
    if file is not None:
        window.open(file)


def _storage(stack: ExitStack) -> tuple[Storage, str]:
    scratch = Path(tempfile.gettempdir())
    clear_left_behind(scratch)
    problem = ""
    try:
        store = FrameStore(default_store(), spares=SECONDS_SPARED)
    except RenderError as error:
        store = FrameStore(stack.enter_context(temporary_folder(scratch, "frames")))
        problem = f"{error}. Until then frames are kept only for a while."
    return Storage(store, cache_folder() / "exports", state_folder(), app_log()), problem


def _report(
    window: MainWindow, kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    logger.critical("nobody thought of this", exc_info=(kind, error, trace) if trace else error)
    details = "".join(traceback.format_exception(kind, error, trace))
    with suppress(OSError):
        # Of a terminal that was closed.
        sys.stderr.write(details)
    text = translate(
        "MainWindow", "Something went wrong in the app itself. Your walk and its frames are kept."
    )
    # In the window's own thread, whichever one slipped.
    QTimer.singleShot(0, window, lambda: window.messages.show_message(text, details))


def _end_on_signals(window: MainWindow) -> None:
    """Ends the window in good order when it is interrupted or terminated, or its terminal is closed."""

    def end_soon(*_: object) -> None:
        # The signal may come in the middle of anything, which would continue in a window that is closed.
        QTimer.singleShot(0, window, window.end)

    for number in ending_signals():
        signal.signal(number, end_soon)
    # Python looks for signals only when it runs, which the event loop seldom lets it.
    timer = QTimer(window, interval=MILLISECONDS_BETWEEN_SIGNALS)
    timer.timeout.connect(lambda: None)
    timer.start()

"""Real widgets without a screen, and a check that none of them is left behind."""

import gc
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt, QThread, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sd3explorer.app import theme
from sd3explorer.app.export import feed, maker
from sd3explorer.render.store import FrameStore

# How long a test waits for what must happen: other tests may have the cores for a while.
PATIENCE_MILLISECONDS = 240_000
MILLISECONDS_TO_SETTLE = 30


class PatientBot(QtBot):
    """Waits as long on a busy machine as it takes there; what never happens still fails."""

    def waitUntil(self, callback, *, timeout=PATIENCE_MILLISECONDS):  # noqa: N802
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal, *, timeout=PATIENCE_MILLISECONDS, **options):  # noqa: N802
        return super().waitSignal(signal, timeout=timeout, **options)

    def waitSignals(self, signals, *, timeout=PATIENCE_MILLISECONDS, **options):  # noqa: N802
        return super().waitSignals(signals, timeout=timeout, **options)


@pytest.fixture
def qtbot(qapp, request):
    return PatientBot(request)


@pytest.fixture(scope="session")
def qapp_args():
    return ["sd3explorer"]


@pytest.fixture(scope="session", autouse=True)
def look(qapp):
    qapp.setOrganizationName("sd3explorer-tests")
    qapp.setApplicationName("sd3explorer-tests")
    theme.apply(qapp)


@pytest.fixture(scope="session", autouse=True)
def nothing_shared_is_left(qapp):
    """What tests share was there before each of them, so that none of them looks at it."""
    yield
    gc.unfreeze()
    assert not _running(), "a timer or thread that tests shared still runs"


@pytest.fixture(autouse=True)
def own_settings(tmp_path):
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))


@pytest.fixture(autouse=True)
def exports_begin_soon(monkeypatch):
    """A file is made once nothing has changed for a moment, which needn't be as long as people take."""
    monkeypatch.setattr(maker, "_SETTLING_MILLISECONDS", MILLISECONDS_TO_SETTLE)
    monkeypatch.setattr(feed, "MILLISECONDS_BETWEEN_EXPORTS", MILLISECONDS_TO_SETTLE)


@pytest.fixture(autouse=True)
def nothing_of_qt_is_left(qapp, own_settings):
    before = set(map(id, QApplication.topLevelWidgets()))
    # What there is so far isn't this test's: looking for what it leaves skips that, which is most.
    gc.freeze()
    # As in the app, no other thread ends what belongs to Qt.
    gc.disable()
    yield
    gc.enable()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()
    gc.collect()
    left = [widget for widget in QApplication.topLevelWidgets() if id(widget) not in before]
    assert not [widget for widget in left if widget.isVisible()], "a window is still open"
    assert not _running(), "a timer or thread still runs"


@pytest.fixture(scope="session")
def pad(qapp):
    return QWidget()


@pytest.fixture(autouse=True)
def no_button_stays_pressed(pad):
    """For Qt's tests it would be pressed in all that follow. Its double clicks leave one so."""
    yield
    for button in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton):
        QTest.mouseRelease(pad, button)


@pytest.fixture
def store(tmp_path):
    return FrameStore(tmp_path / "frames")


def _running():
    return [thing for thing in gc.get_objects() if isinstance(thing, QTimer | QThread) and _runs(thing)]


def _runs(thing):
    try:
        return thing.isActive() if isinstance(thing, QTimer) else thing.isRunning()
    except RuntimeError:
        # Its C++ half is gone already.
        return False

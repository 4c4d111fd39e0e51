"""A word on the desktop for somebody who isn't looking at the window."""

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusMessage

# The desktop's portal takes words from any program. The older service asks for a number without a sign, which
# PySide has no way to send.
PORTAL = "org.freedesktop.portal.Desktop"
_PATH = "/org/freedesktop/portal/desktop"
_INTERFACE = "org.freedesktop.portal.Notification"
_ID = "done"

# A tray icon is there for its message alone.
MILLISECONDS_IN_TRAY = 12_000


def notify(window: QWidget, title: str, text: str) -> None:
    """Says something on the desktop, as far as it has a place for that, and marks the window in its taskbar.

    Args:
        window: The window that it is about.
        title: A few words.
        text: A sentence.
    """
    QApplication.alert(window)
    if not _tell_portal(title, text):
        _show_in_tray(window, title, text)


def portal_message(title: str, text: str) -> "QDBusMessage":
    """The call that says something by the desktop's portal, in the place of what was said before.

    Args:
        title: A few words.
        text: A sentence.
    """
    from PySide6.QtDBus import QDBusMessage

    message = QDBusMessage.createMethodCall(PORTAL, _PATH, _INTERFACE, "AddNotification")
    message.setArguments([_ID, {"title": title, "body": text}])
    return message


def _tell_portal(title: str, text: str) -> bool:
    if not sys.platform.startswith("linux"):
        return False
    try:
        from PySide6.QtDBus import QDBusConnection
    except ImportError:
        return False
    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return False
    services = bus.interface()
    # One that doesn't run yet is started by the call.
    known = (
        services.isServiceRegistered(PORTAL).value() or PORTAL in services.activatableServiceNames().value()
    )
    return known and bus.send(portal_message(title, text))


def _show_in_tray(window: QWidget, title: str, text: str) -> None:
    if not QSystemTrayIcon.isSystemTrayAvailable() or not QSystemTrayIcon.supportsMessages():
        return
    tray = QSystemTrayIcon(window.windowIcon(), window)
    tray.show()
    tray.showMessage(title, text, window.windowIcon())
    QTimer.singleShot(MILLISECONDS_IN_TRAY, tray, tray.deleteLater)

"""The preferences: each holds as soon as it is chosen."""

from PySide6.QtCore import QLocale, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from sd3explorer.app import theme
from sd3explorer.app.fields import leave_wheel, push_button
from sd3explorer.app.preferences.remembered import remember_scheme, remembered_scheme
from sd3explorer.app.preferences.store_thread import StoreThread
from sd3explorer.render.store import FrameStore

LEAST_WIDTH = 460


class PreferencesDialog(QDialog):
    """Shows what is preferred, and what rendered frames take.

    Args:
        store: Where frames are kept.
        parent: Qt's parent.

    Signals:
        freed: Frames were removed.
    """

    freed = Signal()

    def __init__(self, store: FrameStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Preferences"))
        self.setMinimumWidth(LEAST_WIDTH)
        self._store = store
        self._thread: StoreThread | None = None
        # Whether frames are removed when what goes on is at its end.
        self._frees_next = False
        self.scheme = QComboBox()
        for text, scheme in (
            (self.tr("As the desktop"), theme.Scheme.SYSTEM),
            (self.tr("Light"), theme.Scheme.LIGHT),
            (self.tr("Dark"), theme.Scheme.DARK),
        ):
            self.scheme.addItem(text, scheme)
        leave_wheel(self.scheme)
        self.scheme.activated.connect(self._choose_scheme)
        self.usage = QLabel(wordWrap=True)
        self.usage.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._folder = push_button(self.tr("Show &folder"), self._show_folder)
        self.free = push_button(self.tr("Free &space…"), self._ask)
        self.free.setToolTip(self.tr("Removes frames of other days, which can be rendered again"))
        self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """Shows what is preferred now, and counts."""
        super().showEvent(event)
        if not event.spontaneous():
            self.scheme.setCurrentIndex(self.scheme.findData(remembered_scheme()))
            self._count()

    def shut_down(self) -> None:
        """Closes it and waits for its thread. For when the app ends."""
        self.hide()
        self._frees_next = False
        if self._thread is not None:
            self._thread.wait()

    def _lay_out(self) -> None:
        folder = QLabel(str(self._store.folder), wordWrap=True)
        folder.setProperty("role", "dim")
        folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._folder)
        buttons.addWidget(self.free)
        buttons.addStretch()
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.addRow(self.tr("&Theme"), self.scheme)
        form.addRow(self.tr("Rendered frames"), self.usage)
        form.addRow("", folder)
        form.addRow("", buttons)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(16)
        layout.addLayout(form)
        layout.addStretch()
        layout.addWidget(close)

    def _choose_scheme(self) -> None:
        scheme = self.scheme.currentData()
        remember_scheme(scheme)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        theme.choose(application, scheme)

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._store.folder)))

    def _ask(self) -> None:
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(self.tr("Remove rendered frames?"))
        box.setInformativeText(
            self.tr("All go but those rendered or shown since the app began. They can be rendered again.")
        )
        remove = box.addButton(self.tr("&Remove"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        remove.clicked.connect(lambda: self._count(frees=True))
        box.open()

    def _count(self, frees: bool = False) -> None:
        if self._thread is not None:
            self._frees_next |= frees
            return
        self._frees_next = False
        self.free.setEnabled(False)
        self.usage.setText(self.tr("Removing…") if frees else self.tr("Counting…"))
        self._thread = StoreThread(self._store, frees, self)
        self._thread.counted.connect(self._show_usage)
        self._thread.finished.connect(self._end)
        self._thread.start()

    def _show_usage(self, size: int) -> None:
        self.usage.setText(
            self.tr("{0} of at most {1}").format(_in_bytes(size), _in_bytes(self._store.limit))
        )
        self.free.setEnabled(size > 0)
        if self._thread is not None and self._thread.frees:
            self.freed.emit()

    def _end(self) -> None:
        if self._thread is not None:
            self._thread.deleteLater()
            self._thread = None
        if self._frees_next:
            self._count(frees=True)


def _in_bytes(size: int) -> str:
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)

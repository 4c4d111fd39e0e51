"""The choice of what to begin with: an example walk, or an empty one."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListView,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from sd3explorer.app import theme
from sd3explorer.app.path.drawing import shape_of
from sd3explorer.app.path.kinds import path_kind
from sd3explorer.app.path.noise_kinds import noise_kind
from sd3explorer.examples import examples
from sd3explorer.presets.catalog import STARTER, title
from sd3explorer.resources import picture
from sd3explorer.walk.paths import Keyframe, Morph
from sd3explorer.walk.timing import Motion, Timing
from sd3explorer.walk.walk import Walk

EMPTY = Walk(path=Morph((Keyframe(), Keyframe())), timing=Timing(motion=Motion.EVEN))

PICTURE = QSize(208, 104)
CELL = QSize(232, 164)
COLUMNS = 3
# Where the shape of a path stands in for pictures, above a line of text.
MOTIF = QRectF(60, 14, PICTURE.width() - 120, 50)

WALK_ROLE = Qt.ItemDataRole.UserRole


class ExamplesDialog(QDialog):
    """Offers the example walks with a picture of each, and an empty walk."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("New walk"))
        self._list = self._make_list()
        self._description = QLabel(wordWrap=True)
        self._description.setMinimumHeight(36)
        self._description.setAlignment(Qt.AlignmentFlag.AlignTop)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._open = buttons.addButton(self.tr("&New"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._open.setProperty("role", "primary")
        buttons.accepted.connect(self._choose)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (self._list, self._description, buttons):
            layout.addWidget(widget)
        self._fill()
        self.resize(COLUMNS * CELL.width() + 64, 3 * CELL.height() + 110)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        """Draws the pictures anew in the colours of another scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show_pictures()

    def _make_list(self) -> QListWidget:
        items = QListWidget()
        items.setAccessibleName(self.tr("Example walks"))
        items.setStyleSheet("QListView { padding: 10px 0 0 10px; }")
        items.setViewMode(QListView.ViewMode.IconMode)
        items.setMovement(QListView.Movement.Static)
        items.setResizeMode(QListView.ResizeMode.Adjust)
        items.setIconSize(PICTURE)
        items.setGridSize(CELL)
        items.setWordWrap(True)
        items.setTextElideMode(Qt.TextElideMode.ElideNone)
        items.currentItemChanged.connect(self._describe)
        items.itemActivated.connect(self._choose)
        return items

    def _fill(self) -> None:
        self._add(self.tr("Empty walk"), EMPTY)
        for name, walk in examples().items():
            self._add(walk.title, walk, name)
        self._show_pictures()
        self._list.setCurrentRow(0)

    def _add(self, title: str, walk: Walk, name: str = "") -> None:
        item = QListWidgetItem(title, self._list)
        item.setData(WALK_ROLE, (walk, name))
        item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        item.setToolTip(self._sentence(walk))
        item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, self._sentence(walk))

    def _show_pictures(self) -> None:
        for row in range(self._list.count()):
            item = self._list.item(row)
            walk, name = item.data(WALK_ROLE)
            picture = self._picture(walk, name)
            icon = QIcon(picture)
            # Not tinted where it is selected: pictures are there to be judged.
            icon.addPixmap(picture, QIcon.Mode.Selected)
            item.setIcon(icon)

    def _picture(self, walk: Walk, name: str) -> QPixmap:
        scale = self.devicePixelRatioF()
        pixmap = QPixmap(PICTURE * scale)
        pixmap.setDevicePixelRatio(scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        frames = QPixmap(picture("examples", f"{name}.png")) if name else QPixmap()
        if frames.isNull():
            self._draw_neutral(painter, walk, bool(name))
        else:
            size = frames.size().scaled(PICTURE, Qt.AspectRatioMode.KeepAspectRatio)
            painter.drawPixmap(_centred(size.width(), size.height()).toRect(), frames)
        painter.end()
        return pixmap

    def _draw_neutral(self, painter: QPainter, walk: Walk, is_example: bool) -> None:
        shown = theme.colours(self)
        painter.setPen(QPen(shown.line, 1, Qt.PenStyle.SolidLine if is_example else Qt.PenStyle.DashLine))
        painter.setBrush(shown.panel)
        painter.drawRoundedRect(_centred(PICTURE.width() - 1, PICTURE.height() - 1), 6, 6)
        painter.setPen(QPen(shown.dim, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if not is_example:
            middle = QPointF(PICTURE.width() / 2, PICTURE.height() / 2)
            painter.drawLine(middle - QPointF(12, 0), middle + QPointF(12, 0))
            painter.drawLine(middle - QPointF(0, 12), middle + QPointF(0, 12))
            return
        shape_of(walk).paint(painter, shown, MOTIF)
        painter.setPen(shown.dim)
        font = painter.font()
        font.setPixelSize(11)
        painter.setFont(font)
        place = QRectF(4, PICTURE.height() - 34, PICTURE.width() - 8, 28)
        painter.drawText(
            place, Qt.AlignmentFlag.AlignCenter, self.tr("needs {0}").format(title(walk.model.preset))
        )

    def _describe(self) -> None:
        item = self._list.currentItem()
        self._open.setEnabled(item is not None)
        self._description.setText(self._sentence(item.data(WALK_ROLE)[0]) if item else "")

    def _sentence(self, walk: Walk) -> str:
        if walk == EMPTY:
            return self.tr("Two prompts to write, and the way between them in {0} frames.").format(
                walk.frame_count
            )
        return self._path_sentence(walk) + self._model_sentence(walk)

    def _path_sentence(self, walk: Walk) -> str:
        return f"{path_kind(walk.path).sentence(walk)}{noise_kind(walk.noise).clause}."

    def _model_sentence(self, walk: Walk) -> str:
        if walk.model.preset == STARTER.name:
            return ""
        return " " + self.tr("Needs the model {0}, which has to be fetched once.").format(
            title(walk.model.preset)
        )

    def _choose(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self.accept()
            self.chosen.emit(item.data(WALK_ROLE)[0])


def _centred(width: float, height: float) -> QRectF:
    return QRectF((PICTURE.width() - width) / 2, (PICTURE.height() - height) / 2, width, height)

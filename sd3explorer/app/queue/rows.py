"""The rows of the queue: what each walk becomes, and how far that is."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QLocale,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from sd3explorer.app import theme
from sd3explorer.app.prompt_names import DOT
from sd3explorer.app.texts import translate
from sd3explorer.queue.entry import Doing, Entry, State

Index = QModelIndex | QPersistentModelIndex

ENTRY_ROLE = Qt.ItemDataRole.UserRole

ROW_HEIGHT, MARGIN, BAR_HEIGHT = 66, 12, 4
SHOWN_CHARACTERS = 400
_DRAGGED = "application/x-sd3explorer-queue"


class QueueRows(QAbstractListModel):
    """The entries of a queue.

    Args:
        parent: Qt's owner.

    Signals:
        moved: One shall come before another, by their numbers; None stands for behind all.
    """

    moved = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: Sequence[Entry] = ()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Shows other entries, or what has become of them."""
        same = [entry.id for entry in entries] == [entry.id for entry in self._entries]
        if same:
            self._entries = entries
            if entries:
                self.dataChanged.emit(self.index(0), self.index(len(entries) - 1))
            return
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def entry(self, row: int) -> Entry | None:
        """The entry of a row, None where there is none."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def row_of(self, number: int) -> int | None:
        """The row of an entry."""
        return next((row for row, entry in enumerate(self._entries) if entry.id == number), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 (Qt's name)
        """How many there are."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What an entry is called, itself, and all that it says."""
        entry = self.entry(index.row())
        if entry is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return name_of(entry)
            case Qt.ItemDataRole.AccessibleTextRole:
                return DOT.join((name_of(entry), entry.target.name, state_of(entry)))
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join((name_of(entry), str(entry.target), state_of(entry)))
            case _ if role == ENTRY_ROLE:
                return entry
            case _:
                return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Each can be chosen and dragged, and dropped between others."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802 (Qt's name)
        """They are moved."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:  # noqa: N802 (Qt's name)
        """Nothing else can be dropped here."""
        return [_DRAGGED]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802 (Qt's name)
        """The number of what is dragged."""
        data = QMimeData()
        entry = self.entry(indexes[0].row()) if indexes else None
        data.setData(_DRAGGED, str(entry.id if entry else "").encode())
        return data

    def dropMimeData(  # noqa: N802 (Qt's name)
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Asks for a move. Returns False: what becomes of it, the queue says."""
        number = bytes(data.data(_DRAGGED).data())
        place = parent.row() if parent.isValid() else row
        before = self.entry(place) if place >= 0 else None
        if number.isdigit():
            self.moved.emit(int(number), before.id if before else None)
        return False


class QueueDelegate(QStyledItemDelegate):
    """Paints an entry: what it is called, what it becomes, and how far that is."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 (Qt's name)
        """Three lines high."""
        return QSize(200, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints an entry."""
        entry: Entry | None = index.data(ENTRY_ROLE)
        if entry is None:
            return
        view = self.parent()
        assert isinstance(view, QListView)
        shown = theme.colours(view)
        rect = QRectF(option.rect).adjusted(2, 2, -2, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(shown.accent)
            painter.setBrush(shown.raised)
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        text = rect.adjusted(MARGIN, 6, -MARGIN, -8)
        third = text.height() / 3
        _write(painter, QRectF(text.left(), text.top(), text.width(), third), name_of(entry), 14, shown.text)
        middle = QRectF(text.left(), text.top() + third, text.width(), third)
        _write(painter, middle, str(entry.target), 12, shown.dim, Qt.TextElideMode.ElideMiddle)
        colour = shown.error if entry.state is State.FAILED else shown.dim
        last = QRectF(text.left(), text.top() + 2 * third, text.width(), third)
        _write(painter, last, state_of(entry), 12, colour)
        if entry.state is State.RUNNING:
            bar = QRectF(text.left(), rect.bottom() - BAR_HEIGHT - 1, text.width(), BAR_HEIGHT)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shown.line)
            painter.drawRoundedRect(bar, 2, 2)
            painter.setBrush(shown.accent)
            painter.drawRoundedRect(
                QRectF(bar.left(), bar.top(), bar.width() * entry.share, bar.height()), 2, 2
            )
        painter.restore()


def name_of(entry: Entry) -> str:
    """What its walk is called."""
    return " ".join(entry.title[:SHOWN_CHARACTERS].split())


def state_of(entry: Entry) -> str:
    """What has become of it, in words."""
    match entry.state:
        case State.WAITING:
            text = translate("Queue", "Waits")
        case State.DONE:
            text = translate("Queue", "Done")
        case State.FAILED:
            text = translate("Queue", "Failed")
        case _:
            doing = {
                Doing.PREPARING: translate("Queue", "Getting ready"),
                Doing.SEARCHING: translate("Queue", "Making the motion even"),
                Doing.RENDERING: translate("Queue", "Rendering"),
                Doing.WRITING: translate("Queue", "Writing the file"),
            }[entry.doing]
            # Rounded down: at 100 % it is done.
            percent = translate("Queue", "{0} %").format(QLocale().toString(int(100.0 * entry.share)))
            text = doing if entry.doing is Doing.PREPARING else f"{doing}{DOT}{percent}"
    one, many = translate("Queue", "1 frame"), translate("Queue", "{0} frames")
    frames = one if entry.frames == 1 else many.format(QLocale().toString(entry.frames))
    return DOT.join(filter(None, (text, frames, entry.reason)))


def _write(
    painter: QPainter,
    place: QRectF,
    words: str,
    size: int,
    colour: QColor,
    elided: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> None:
    font = QFont(painter.font())
    font.setPixelSize(size)
    font.setWeight(QFont.Weight.DemiBold if size > 12 else QFont.Weight.Normal)
    painter.setFont(font)
    painter.setPen(colour)
    words = QFontMetrics(font).elidedText(words, elided, int(place.width()))
    painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

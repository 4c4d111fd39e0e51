"""The rows of the history: each day, and below it what was rendered on it, by thumbnail."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from PySide6.QtCore import (
    QAbstractListModel,
    QDate,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    QTime,
)
from PySide6.QtGui import QFont, QFontMetrics, QImage, QPainter, QPainterPath
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from sd3explorer.app import theme
from sd3explorer.app.frames.reader import PictureReader
from sd3explorer.app.prompt_names import DOT
from sd3explorer.app.texts import translate
from sd3explorer.presets.catalog import title
from sd3explorer.render.history import THUMBNAILS, Record
from sd3explorer.render.store import FrameStore

Index = QModelIndex | QPersistentModelIndex

RECORD_ROLE = Qt.ItemDataRole.UserRole

DAY_HEIGHT, RECORD_HEIGHT = 34, 84
SIDE, GAP, MARGIN = 68, 4, 8
# Of a walk's prompts, and of their characters, what could ever be seen of them.
SHOWN_PROMPTS, SHOWN_CHARACTERS = 12, 400


class HistoryRows(QAbstractListModel):
    """Days as texts, and the records of each; of records, those that say some words.

    Args:
        parent: Qt's owner.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._records: Sequence[Record] = ()
        self._words = ""
        self._rows: list[Record | str] = []

    def show_records(self, records: Sequence[Record]) -> None:
        """Shows other records, the newest first."""
        self._records = records
        self._fill()

    def look_for(self, words: str) -> None:
        """Shows those that say these words."""
        self._words = words
        self._fill()

    def records(self) -> list[Record]:
        """Those that are shown."""
        return [row for row in self._rows if isinstance(row, Record)]

    def name_at(self, index: QModelIndex) -> str:
        """The name of a record; "" where there is a day."""
        record = self.record(index.row())
        return record.name if record else ""

    def row_of(self, name: str) -> int | None:
        """The row of a record, or of the first one where there is no such."""
        rows = [row for row, each in enumerate(self._rows) if isinstance(each, Record)]
        named = (row for row in rows if self.record(row).name == name)  # type: ignore[union-attr]
        return next(named, rows[0] if rows else None)

    def record(self, row: int) -> Record | None:
        """The record of a row, None where that is a day or isn't there."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, Record) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 (Qt's name)
        """Days and records."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A day can't be chosen."""
        if self.record(index.row()) is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The day; of a record its title, itself, and all that it says."""
        row = self._rows[index.row()] if 0 <= index.row() < len(self._rows) else ""
        if isinstance(row, str):
            return row if role == Qt.ItemDataRole.DisplayRole else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return name_of(row)
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return "\n".join(filter(None, (name_of(row), prompts_of(row), self.details(row))))
            case _ if role == RECORD_ROLE:
                return row
            case _:
                return None

    def details(self, record: Record) -> str:
        """When a walk was rendered, how long it is, and with what.

        What tells apart the walks of one day comes first: in a narrow window the rest isn't seen.
        """
        clock = datetime.fromtimestamp(record.when).time()
        when = QLocale().toString(QTime(clock.hour, clock.minute), QLocale.FormatType.ShortFormat)
        walk = record.walk
        seed = self.tr("seed {0}").format(walk.noise.anchors(walk.frame_count)[0].seed)
        steps = walk.sampler.num_steps
        count = walk.frame_count
        frames = self.tr("1 frame") if count == 1 else self.tr("{0} frames").format(count)
        parts = [when, frames, seed]
        if steps is not None:
            parts.append(self.tr("{0} steps").format(steps))
        return DOT.join([*parts, title(walk.model.preset)])

    def _fill(self) -> None:
        self.beginResetModel()
        self._rows = []
        day = None
        for record in self._records:
            if not record.says(self._words):
                continue
            if (rendered := datetime.fromtimestamp(record.when).date()) != day:
                day = rendered
                self._rows.append(self._day(day))
            self._rows.append(record)
        self.endResetModel()

    def _day(self, day: date) -> str:
        today = datetime.now().date()
        if day == today:
            return self.tr("Today")
        if day == today - timedelta(days=1):
            return self.tr("Yesterday")
        return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)


class HistoryDelegate(QStyledItemDelegate):
    """Paints a record: thumbnails, and beside them what it is.

    Args:
        view: Where they are shown.
        store: Where frames are kept.
    """

    def __init__(self, view: QListView, store: FrameStore) -> None:
        super().__init__(view)
        self._view = view
        self._reader = PictureReader(store, self)
        self._reader.read.connect(lambda *_: view.viewport().update())

    def close(self) -> None:
        """Ends its threads."""
        self._reader.close()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 (Qt's name)
        """Low for a day, high for a record."""
        return QSize(200, RECORD_HEIGHT if index.data(RECORD_ROLE) is not None else DAY_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints a day or a record."""
        record: Record | None = index.data(RECORD_ROLE)
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if record is None:
            self._paint_day(painter, rect, str(index.data()))
        else:
            is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint_record(painter, rect.adjusted(4, 2, -4, -2), record, index, is_selected)
        painter.restore()

    def _paint_day(self, painter: QPainter, rect: QRectF, day: str) -> None:
        font = QFont(painter.font())
        font.setPixelSize(12)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(theme.colours(self._view).dim)
        place = rect.adjusted(MARGIN + 4, 0, 0, -4)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, day)

    def _paint_record(
        self, painter: QPainter, rect: QRectF, record: Record, index: Index, is_selected: bool
    ) -> None:
        shown = theme.colours(self._view)
        if is_selected:
            painter.setPen(shown.accent)
            painter.setBrush(shown.raised)
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        across = min(THUMBNAILS, max(1, int(rect.width() / 2 / (SIDE + GAP))))
        for place, digest in enumerate(record.frames[:across]):
            left = rect.left() + MARGIN + place * (SIDE + GAP)
            box = QRectF(left, rect.top() + (rect.height() - SIDE) / 2, SIDE, SIDE)
            image = self._reader.thumbnail(digest)
            if image is None:
                painter.fillRect(box, shown.raised)
            else:
                _paint_thumbnail(painter, image, box)
        text = rect.adjusted(MARGIN + across * (SIDE + GAP) + 10, 8, -MARGIN, -8)
        model = index.model()
        details = model.details(record) if isinstance(model, HistoryRows) else ""
        lines = ((name_of(record), 14, shown.text), (prompts_of(record), 12, shown.text))
        lines = (*lines, (details, 12, shown.dim))
        height = text.height() / len(lines)
        for number, (words, size, colour) in enumerate(lines):
            font = QFont(painter.font())
            font.setPixelSize(size)
            font.setWeight(QFont.Weight.DemiBold if number == 0 else QFont.Weight.Normal)
            painter.setFont(font)
            painter.setPen(colour)
            words = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, int(text.width()))
            place = QRectF(text.left(), text.top() + number * height, text.width(), height)
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)


def name_of(record: Record) -> str:
    """What a walk is called: its title, or else its first prompt."""
    title = record.walk.title or next((each.prompt for each in record.walk.path.prompts if each.prompt), "")
    return " ".join(title[:SHOWN_CHARACTERS].split()) or translate("History", "Untitled walk")


def prompts_of(record: Record) -> str:
    """Its prompts, as many as there might be room for."""
    prompts = dict.fromkeys(each.prompt for each in record.walk.path.prompts[:SHOWN_PROMPTS] if each.prompt)
    return " → ".join(" ".join(each[:SHOWN_CHARACTERS].split()) for each in prompts)[:SHOWN_CHARACTERS]


def _paint_thumbnail(painter: QPainter, image: QImage, box: QRectF) -> None:
    """The middle of a picture, with round corners."""
    side = min(image.width(), image.height())
    corner = QPointF((image.width() - side) / 2, (image.height() - side) / 2)
    path = QPainterPath()
    path.addRoundedRect(box, 4, 4)
    painter.setClipPath(path)
    painter.drawImage(box, image, QRectF(corner.x(), corner.y(), side, side))
    painter.setClipping(False)

"""The fields of an export: its format, how large, how long, how good."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QLocale, QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit, QWidget

from sd3explorer.app.export.maker import CHOICES, Choice
from sd3explorer.app.export.size_text import scale_of, size_text
from sd3explorer.app.fields import LABEL_WIDTH, CountBox, NumberBox, add_row, leave_wheel, make_form
from sd3explorer.app.texts import in_local_units, without_key
from sd3explorer.export import ExportError, Options, Quality
from sd3explorer.export.options import MOST_COLUMNS
from sd3explorer.walk.timing import Ending
from sd3explorer.wording import bytes_in

_SCALES = (0.25, 0.5, 1.0, 2.0, 3.0, 4.0, 6.0, 8.0)
_LEAST_SIDE, _MOST_SIDE = 32, 4096
_ROUNDS = (1, 2, 3, 5, 10)
_SIZES = (256_000, 512_000, 1_000_000, 2_000_000, 4_000_000, 8_000_000, 10_000_000, 25_000_000)


class OptionsForm(QWidget):
    """Shows a format with the options that it knows, and reports every change.

    Args:
        carry: Says whether files carry their walk; stands above whether that has its pictures.
        parent: Owner.
    """

    format_chosen = Signal(int)  # place in CHOICES
    changed = Signal(object)  # Options

    def __init__(self, carry: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._carry = carry
        self._options = Options()
        self._frame_size = (0, 0)
        self._shown: tuple[object, ...] = ()
        self._formats = _choice(self.tr("What kind of file the walk becomes"))
        self._size, self._size_line = _typed(
            self.tr("A width in pixels, a percentage, or a factor such as 2×")
        )
        self._smooth = QCheckBox(self.tr("Smooth"))
        self._smooth.setToolTip(self.tr("Blur from pixel to pixel; otherwise whole factors repeat pixels"))
        self._ending = _choice(self.tr("What playback does after the last frame"))
        self._rounds = _choice(self.tr("How often it plays; a video contains its frames as often"))
        self._quality = _choice(self.tr("Quick files are made sooner, and are larger or coarser"))
        self._dither = NumberBox(0.0, 100.0)
        self._dither.setSuffix(self.tr(" %"))
        self._dither.setToolTip(self.tr("How much a GIF mixes pixels to make up for the colours it lacks"))
        self._most, self._most_line = _typed(
            self.tr("The largest size that the file may have; quality is reduced for it, then pixels")
        )
        self._columns = CountBox(0, MOST_COLUMNS)
        self._columns.setSpecialValueText(self.tr("Auto"))
        self._columns.setToolTip(self.tr("Frames in each row"))
        self._captions = QCheckBox(self.tr("Captions"))
        self._captions.setToolTip(self.tr("The number of each frame, or its prompt, below it"))
        self._pictures = QCheckBox(self.tr("Include its pictures"))
        self._pictures.setToolTip(
            self.tr("The walk in the file has the pictures of its keyframes; whoever gets it can see them")
        )
        self._rows: dict[str, QWidget] = {}
        self._tips: dict[str, str] = {}
        self._form = self._make_form()
        self._fill()
        self._connect()

    def show_options(
        self, place: int, options: Options, frame_size: tuple[int, int], has_pictures: bool = False
    ) -> None:
        """Shows options without reporting a change.

        Args:
            place: Of the format in `CHOICES`; the options that it doesn't know can't be chosen, but stay
                where they are, so that no field moves when a format is tried.
            options: What is chosen.
            frame_size: Width and height of the frames as they are, in pixels; zeros while unknown.
            has_pictures: Whether keyframes of the walk have any, which it may carry.
        """
        shown = (place, options, frame_size, has_pictures)
        if shown == self._shown:
            # As often as frames come; somebody may be typing.
            return
        self._shown = shown
        self._options, self._frame_size = options, frame_size
        self._formats.setCurrentIndex(place)
        self._enable(CHOICES[place])
        self._form.setRowVisible(self._pictures, has_pictures)
        with _silent([*self._rows.values(), self._pictures]):
            self._show_size()
            self._smooth.setChecked(options.smooth)
            self._smooth.setEnabled(options.scale > 1.0 and options.scale.is_integer())
            _select(self._ending, options.ending)
            _select(self._rounds, options.rounds, self._rounds_text(options.rounds))
            _select(self._quality, options.quality)
            self._dither.show_value(100.0 * options.dither)
            self._show_most()
            self._columns.setValue(options.columns or 0)
            self._captions.setChecked(options.captions)
            self._pictures.setChecked(options.pictures)

    def _enable(self, choice: Choice) -> None:
        for name, field in self._rows.items():
            known = name in choice.format.options
            field.setEnabled(known)
            field.setToolTip(self._tips[name] if known else self.tr("Not in this format"))
            label = self._form.labelForField(field)
            if label is not None:
                label.setEnabled(known)

    def _show_size(self) -> None:
        self._size.clear()
        width, height = self._frame_size
        for scale in sorted({*_SCALES, self._options.scale}):
            sides = round(width * scale), round(height * scale)
            offered = min(sides) >= _LEAST_SIDE and max(sides) <= _MOST_SIDE
            if scale in (1.0, self._options.scale) or offered:
                self._size.addItem(size_text(sides, scale), scale)
        self._size.setCurrentIndex(self._size.findData(self._options.scale))
        self._size_line.setCursorPosition(0)

    def _show_most(self) -> None:
        most = self._options.max_bytes
        _select(self._most, most, _limit_text(most or 0))

    def _change(self, **changes: Any) -> None:
        try:
            options = replace(self._options, **changes)
        except ExportError:
            # Out of range: what was there before stays.
            options = self._options
        if options != self._options:
            self._options, self._shown = options, ()
            self.changed.emit(options)

    def _change_size(self) -> None:
        typed = self._size.currentText()
        place = _place_of(self._size)
        scale = self._size.itemData(place) if place >= 0 else scale_of(typed, self._frame_size[0])
        self._change(**({} if scale is None else {"scale": float(scale)}))
        with _silent([self._size]):
            self._show_size()

    def _change_most(self) -> None:
        typed = self._most.currentText()
        place = _place_of(self._most)
        size = self._most.itemData(place) if place >= 0 else bytes_in(typed, "mb") or self._options.max_bytes
        self._change(max_bytes=size)
        with _silent([self._most]):
            self._show_most()

    def _rounds_text(self, rounds: int | None) -> str:
        if rounds is None:
            return self.tr("As in the walk")
        if rounds == 0:
            return self.tr("Forever")
        return self.tr("Once") if rounds == 1 else self.tr("{n} times").format(n=rounds)

    def _make_form(self) -> QFormLayout:
        form = make_form()
        add_row(form, self.tr("For&mat"), self._formats).setMinimumWidth(LABEL_WIDTH)
        self._formats.setAccessibleName(self.tr("Format"))
        for name, label, field in (
            ("scale", self.tr("&Size"), self._size),
            ("smooth", "", self._smooth),
            ("ending", self.tr("E&nding"), self._ending),
            ("rounds", self.tr("&Plays"), self._rounds),
            ("quality", self.tr("&Quality"), self._quality),
            ("dither", self.tr("&Dithering"), self._dither),
            ("max_bytes", self.tr("Max file si&ze"), self._most),
            ("columns", self.tr("&Columns"), self._columns),
            ("captions", "", self._captions),
        ):
            if label:
                add_row(form, label, field)
                field.setAccessibleName(without_key(label))
            else:
                form.addRow("", field)
            self._rows[name] = field
        form.addRow("", self._carry)
        form.addRow("", self._pictures)
        self._tips = {name: field.toolTip() for name, field in self._rows.items()}
        self.setLayout(form)
        return form

    def _fill(self) -> None:
        self._formats.addItems([choice.local_label for choice in CHOICES])
        for ending, text in (
            (None, self.tr("As in the walk")),
            (Ending.ONCE, self.tr("Once")),
            (Ending.THERE_AND_BACK, self.tr("There and back")),
            (Ending.LOOP, self.tr("Loop")),
        ):
            self._ending.addItem(text, ending)
        for rounds in (None, 0, *_ROUNDS):
            self._rounds.addItem(self._rounds_text(rounds), rounds)
        self._quality.addItem(self.tr("Best"), Quality.BEST)
        self._quality.addItem(self.tr("Quick"), Quality.QUICK)
        self._most.addItem(self.tr("Any"), None)
        for size in _SIZES:
            self._most.addItem(_limit_text(size), size)

    def _connect(self) -> None:
        self._formats.activated.connect(self.format_chosen)
        for field, line, change in (
            (self._size, self._size_line, self._change_size),
            (self._most, self._most_line, self._change_most),
        ):
            field.activated.connect(change)
            line.editingFinished.connect(change)
        self._smooth.toggled.connect(lambda smooth: self._change(smooth=smooth))
        self._ending.activated.connect(lambda _: self._change(ending=_chosen(self._ending, Ending)))
        self._rounds.activated.connect(lambda _: self._change(rounds=self._rounds.currentData()))
        self._quality.activated.connect(lambda _: self._change(quality=_chosen(self._quality, Quality)))
        self._dither.valueChanged.connect(lambda percent: self._change(dither=percent / 100.0))
        self._columns.valueChanged.connect(lambda columns: self._change(columns=columns or None))
        self._captions.toggled.connect(lambda captions: self._change(captions=captions))
        self._pictures.toggled.connect(lambda pictures: self._change(pictures=pictures))


@contextmanager
def _silent(fields: Iterable[QWidget]) -> Iterator[None]:
    """Changes fields without their reporting it."""
    with ExitStack() as silence:
        for field in fields:
            silence.enter_context(QSignalBlocker(field))
        yield


def _limit_text(size: int) -> str:
    """A size as it is shown: rounded only where that is read as the same."""
    text = in_local_units(size)
    if bytes_in(text) == size:
        return text
    factor, unit = (1000, "kB") if size < 10**6 else (10**6, "MB")
    return f"{Decimal(size) / factor:f} {unit}".replace(".", QLocale().decimalPoint())


def _place_of(box: QComboBox) -> int:
    """The place of what is in a box's line, -1 where it was typed; what is shown stands for itself."""
    typed, shown = box.currentText(), box.currentIndex()
    return shown if shown >= 0 and box.itemText(shown) == typed else box.findText(typed)


def _choice(tip: str) -> QComboBox:
    box = QComboBox()
    box.setToolTip(tip)
    leave_wheel(box)
    return box


def _typed(tip: str) -> tuple[QComboBox, QLineEdit]:
    box, line = _choice(tip), QLineEdit()
    box.setLineEdit(line)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    return box, line


def _chosen(box: QComboBox, kind: type) -> Any:
    # Qt keeps a StrEnum as a plain string.
    value = box.currentData()
    return None if value is None else kind(value)


def _select(box: QComboBox, value: object, text: str = "") -> None:
    place = next((n for n in range(box.count()) if box.itemData(n) == value), -1)
    if place < 0:
        box.addItem(text, value)
        place = box.count() - 1
    box.setCurrentIndex(place)

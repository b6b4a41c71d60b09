"""Fields that tell once, when they are left: one change of a field is one event in the log.

What the log says meanwhile (undo, another window) is taken over unless somebody is typing just then.
"""

import math
import re
from datetime import date, datetime

from PySide6.QtCore import QEvent, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from fasilitaattori.desktop.calendar import DayCalendar
from fasilitaattori.i18n import Translator
from fasilitaattori.kit.buttons import IconButton
from fasilitaattori.kit.look import Look
from fasilitaattori.workshop.info import parse_date, parse_time

BORDER = 2  # pixels: the thickest frame the style sheet gives a field
_BARE_CLOCK = re.compile(r"(\d{1,2})(?:[.:, ]?(\d{2}))?")
_DAY = re.compile(r"(\d{1,2})[./ -](\d{1,2})(?:[./ -](\d{4})?)?")


def read_clock(text: str) -> str | None:
    """ "18:30" of 18.30, 18:30, 1830, 18 or "klo 18"; "" of nothing, None of anything else."""
    bare = text.strip().lower().removeprefix("klo").removeprefix("kl").strip(" .")
    if not bare:
        return ""
    found = parse_time(bare)
    if found is None and (match := _BARE_CLOCK.fullmatch(bare)):
        found = parse_time(f"{match[1]}:{match[2] or '00'}")
    return None if found is None else found.strftime("%H:%M")


def read_day(text: str, today: date) -> str | None:
    """ "2026-03-12" of 12.3.2026, 12/3/2026 or 2026-03-12; of 12.3. the next one from today. "" of nothing, None of anything
    else."""
    bare = text.strip()
    if not bare or parse_date(bare) is not None:
        return bare
    match = _DAY.fullmatch(bare)
    if match is None:
        return _read_english(bare)
    day, month, year = int(match[1]), int(match[2]), int(match[3] or today.year)
    try:
        found = date(year, month, day)
        if not match[3] and found < today:
            found = found.replace(year=year + 1)
    except ValueError:
        return None
    return found.isoformat()


def _read_english(text: str) -> str | None:
    try:
        return datetime.strptime(text, "%d %B %Y").date().isoformat()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return None


def clock_shown(tr: Translator, clock: str) -> str:
    """ "18.30" of "18:30", as this language writes it; "" of ""."""
    found = parse_time(clock)
    return "" if found is None else tr.time(found)


class LineEntry(QLineEdit):
    """A line of text. `committed(str)` once, when it is left or Enter is pressed, if it says something else than before."""

    committed = Signal(str)

    def __init__(self, value: str = "", small: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(value, parent)
        self._value = value
        self.setProperty("ring_radius", 6)
        self.setProperty("small", small)
        self.editingFinished.connect(self.commit)

    def set_value(self, value: str) -> None:
        """Take over what the log says."""
        if value == self._value and self.text() == value:
            return
        typing = self.hasFocus() and self.isModified()
        self._value = value
        if not typing:
            self.setText(value)
            self.setCursorPosition(0)

    def forget(self) -> None:
        """What is half typed in it is not wanted any more: what the log says is taken over."""
        self.setModified(False)

    @Slot()
    def commit(self) -> None:
        """Tell of what was typed, if it is new."""
        if self.text() != self._value:
            self._value = self.text()
            self.setModified(False)
            self.committed.emit(self._value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._value:
            self.setText(self._value)
            return
        super().keyPressEvent(event)


class TextEntry(QPlainTextEdit):
    """Several lines that grow with the text. `committed(str)` once, when it is left, if it says something else than before."""

    committed = Signal(str)

    def __init__(self, look: Look, value: str = "", lines: int = 2, most: int = 7, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self._value, self._least, self._most = look, value, lines, most
        self.setTabChangesFocus(True)
        self.setProperty("ring_radius", 6)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setPlainText(value)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        look.changed.connect(self._look_changed)
        self._fit()

    @property
    def value(self) -> str:
        """The text as last told or taken over."""
        return self._value

    def set_value(self, value: str) -> None:
        """Take over what the log says."""
        if value == self._value and self.toPlainText() == value:
            return
        typing = self.hasFocus() and self.document().isModified()
        self._value = value
        if not typing:
            self.setPlainText(value)

    def forget(self) -> None:
        """What is half typed in it is not wanted any more: what the log says is taken over."""
        self.document().setModified(False)

    @Slot()
    def commit(self) -> None:
        """Tell of what was typed, if it is new."""
        text = self.toPlainText()
        if text != self._value:
            self._value = text
            self.document().setModified(False)
            self.committed.emit(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.commit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    @Slot()
    def _look_changed(self) -> None:
        self._fit()  # not connected itself: see Panel

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if isinstance(event, QResizeEvent) and event.size().width() != event.oldSize().width():
            self._fit()  # Qt breaks the lines anew and does not tell
        return done

    def _lines(self) -> int:
        """How many lines the text takes at the present width, without a scroll bar. Qt itself counts late, and not aloud."""
        bar = self.verticalScrollBar()
        around = 2 * self.document().documentMargin() + 1
        room = self.viewport().width() + (bar.width() if bar.isVisible() else 0) - around
        return sum(self._lines_of(words, room) for words in self.toPlainText().split("\n"))

    def _lines_of(self, words: str, room: float) -> int:
        layout = QTextLayout(words, self.font())
        layout.setTextOption(self.document().defaultTextOption())
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1.0, room))
        layout.endLayout()
        return max(1, layout.lineCount())

    @Slot()
    def _fit(self) -> None:
        line = math.ceil(QFontMetricsF(self.font()).lineSpacing())  # text is laid out on whole pixels
        lines = min(self._most, max(self._least, self._lines()))
        around = 2 * (self.look.px(6) + self.document().documentMargin() + BORDER)
        self.setFixedHeight(math.ceil(lines * line + around + 1))


class ClockEntry(LineEntry):
    """A clock time, told as "18:30" ("" = none). `misread` when what was typed is no clock time; it stays to be mended."""

    misread = Signal()

    def __init__(self, look: Look, clock: str = "", small: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(clock_shown(look.tr, clock), small, parent)
        self.look = look
        self.setPlaceholderText(look.tr("ei vielä"))

    def set_value(self, value: str) -> None:
        super().set_value(clock_shown(self.look.tr, value))

    @Slot()
    def commit(self) -> None:
        """Tell of the clock time, if it is new and one."""
        if self.text() == self._value:
            return
        clock = read_clock(self.text())
        if clock is None:
            self.misread.emit()
            return
        self._value = clock_shown(self.look.tr, clock)
        self.setText(self._value)
        self.committed.emit(clock)


class DayEntry(QWidget):
    """A day, typed or picked from a calendar, told as "2026-03-12" ("" = none). `misread` when what was typed is no day."""

    committed = Signal(str)
    misread = Signal()

    def __init__(self, look: Look, today: date, day: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self._today, self._day = look, today, day
        self.line = LineEntry(self._shown(day))
        self.line.setPlaceholderText(look.tr("ei vielä"))
        self.line.committed.connect(self._typed)
        self.button = IconButton(look, "calendar-blank", look.tr("Valitse päivä kalenterista"))
        self.button.clicked.connect(self._open)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)
        self.setFocusProxy(self.line)

    def setAccessibleName(self, name: str) -> None:  # noqa: N802  (Qt's own name: a Field names what it holds)
        self.line.setAccessibleName(name)

    def setAccessibleDescription(self, description: str) -> None:  # noqa: N802
        self.line.setAccessibleDescription(description)

    @property
    def day(self) -> str:
        """The day now, "2026-03-12" or ""."""
        return self._day

    def is_read(self) -> bool:
        """Is what stands there a day (or nothing)?"""
        return self.line.text() == self._shown(self._day)

    def set_value(self, day: str) -> None:
        """Take over what the log says."""
        self._day = day
        self.line.set_value(self._shown(day))

    def _shown(self, day: str) -> str:
        found = parse_date(day)
        return self.look.tr.date(found) if found else ""

    @Slot(str)
    def _typed(self, text: str) -> None:
        day = read_day(text, self._today)
        if day is None:
            self.misread.emit()
        else:
            self._take(day)

    def _take(self, day: str) -> None:
        self.line.set_value(self._shown(day))
        if day != self._day:
            self._day = day
            self.committed.emit(day)

    @Slot()
    def _open(self) -> None:
        calendar = DayCalendar(self.look, parse_date(self._day) or self._today, self._today, self.window())
        calendar.setWindowFlags(Qt.WindowType.Popup)
        calendar.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar.picked.connect(self._picked)
        calendar.picked.connect(calendar.close)
        calendar.adjustSize()
        calendar.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        calendar.show()
        calendar.setFocus()

    @Slot(object)
    def _picked(self, day: date) -> None:
        self._take(day.isoformat())

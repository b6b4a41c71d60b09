"""A month to pick a day from, with the mouse or with arrow keys."""

from calendar import Calendar
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fasilitaattori.i18n import Translator
from fasilitaattori.kit import paint
from fasilitaattori.kit.buttons import IconButton
from fasilitaattori.kit.focus import paint_focus_ring
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look

DAYS, WEEKS = 7, 6
CELL = 38  # pixels at 100 %
_CENTRE = Qt.AlignmentFlag.AlignCenter


def month_name(tr: Translator, month: int) -> str:
    """The month as a heading: maaliskuu."""
    names = (
        *(tr("tammikuu"), tr("helmikuu"), tr("maaliskuu"), tr("huhtikuu"), tr("toukokuu"), tr("kesäkuu")),
        *(tr("heinäkuu"), tr("elokuu"), tr("syyskuu"), tr("lokakuu"), tr("marraskuu"), tr("joulukuu")),
    )
    return names[month - 1]


def weeks_of(month: date) -> list[date]:
    """The 42 days that a month is shown with, from a Monday."""
    first = next(iter(Calendar().itermonthdates(month.year, month.month)))
    return [first + timedelta(days=n) for n in range(DAYS * WEEKS)]


def months_later(day: date, months: int) -> date:
    """The same day so many months later, or the last one of that month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    for number in range(day.day, 0, -1):
        try:
            return date(year, month + 1, number)
        except ValueError:
            continue
    return day


class MonthGrid(QWidget):
    """The days of a month. `walked(day)` when another one is pointed at by keys, `picked(day)` when one is chosen."""

    walked = Signal(object)
    picked = Signal(object)

    def __init__(self, look: Look, day: date, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.day, self.today = look, day, today
        self._under = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("paints_focus", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_day(day)

    def set_day(self, day: date) -> None:
        """Point at this day and show its month."""
        self.day = day
        tr = self.look.tr
        self.setAccessibleName(f"{tr.weekday(day)} {tr.date(day)}")
        self.update()

    def sizeHint(self) -> QSize:
        cell = self.look.px(CELL)
        return QSize(DAYS * cell, WEEKS * cell + self.look.px(24))

    def cell(self, place: int) -> QRectF:
        """The square of the day at that place of the 42."""
        side = self.width() / DAYS
        top = self.look.px(24)
        height = (self.height() - top) / WEEKS
        return QRectF(place % DAYS * side, top + place // DAYS * height, side, height)

    def _place(self, point: QPointF) -> int:
        return next((place for place in range(DAYS * WEEKS) if self.cell(place).contains(point)), -1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, look = QPainter(self), self.look.theme, self.look
        days = weeks_of(self.day)
        for column, day in enumerate(days[:DAYS]):
            room = QRectF(self.cell(column).left(), 0, self.cell(column).width(), look.px(22))
            paint.text(painter, room, look.tr.weekday(day, short=True), look.sans(14), theme["ink2"], _CENTRE)
        for place, day in enumerate(days):
            self._paint_day(painter, place, day)

    def _paint_day(self, painter: QPainter, place: int, day: date) -> None:
        theme, look = self.look.theme, self.look
        rect = self.cell(place).adjusted(2, 2, -2, -2)
        chosen = day == self.day
        if chosen:
            paint.frame(painter, rect, 6, theme["kuusi"], theme["kuusi"], 1.5)
        elif place == self._under:
            paint.frame(painter, rect, 6, theme["kuusi-tint"], theme["kuusi"], 1.5)
        elif day == self.today:
            paint.frame(painter, rect, 6, None, theme["edge"], 1.5)
        ink = "on-kuusi" if chosen else "ink" if day.month == self.day.month else "edge"
        paint.text(painter, rect, str(day.day), look.sans(16, bold=chosen or day == self.today), theme[ink], _CENTRE)
        if chosen and self.hasFocus():
            paint_focus_ring(painter, rect.adjusted(-2, -2, 2, 2), theme["focus"], 4)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._under = self._place(event.position())
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._under = -1
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self._place(event.position())
        if place >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.picked.emit(weeks_of(self.day)[place])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        days = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -DAYS, Qt.Key.Key_Down: DAYS}
        months = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        key = Qt.Key(event.key())
        if key in days:
            self.walked.emit(self.day + timedelta(days=days[key]))
        elif key in months:
            self.walked.emit(months_later(self.day, months[key]))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.picked.emit(self.day)
        else:
            super().keyPressEvent(event)


class DayCalendar(QWidget):
    """The month with its heading. `picked(day)` when a day is chosen; Esc closes it without."""

    picked = Signal(object)

    def __init__(self, look: Look, day: date, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.setAccessibleName(look.tr("Kalenteri"))
        self.grid = MonthGrid(look, day, today)
        self._month = Label(look, "", "card", wrap=False, align=Qt.AlignmentFlag.AlignHCenter)
        back = IconButton(look, "caret-left", look.tr("Edellinen kuukausi"), "quiet", "small")
        onward = IconButton(look, "caret-right", look.tr("Seuraava kuukausi"), "quiet", "small")
        back.clicked.connect(lambda: self.show_day(months_later(self.grid.day, -1)))
        onward.clicked.connect(lambda: self.show_day(months_later(self.grid.day, 1)))
        head = QHBoxLayout()
        head.addWidget(back)
        head.addWidget(self._month, 1)
        head.addWidget(onward)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 12)
        column.addLayout(head)
        column.addWidget(self.grid)
        self.grid.walked.connect(self.show_day)
        self.grid.picked.connect(self.picked)
        self.setFocusProxy(self.grid)
        self.show_day(day)

    @Slot(object)
    def show_day(self, day: date) -> None:
        """Point at a day."""
        self.grid.set_day(day)
        self._month.set_text(f"{month_name(self.look.tr, day.month)} {day.year}")

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.look.theme
        QPainter(self).fillRect(self.rect(), theme["surface"])
        paint.frame(QPainter(self), QRectF(self.rect()), 0, None, theme["ink"], 2)

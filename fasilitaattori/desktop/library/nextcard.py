"""The big card of the library: the next workshop with its day, its rug, what to do with it, and what is still to prepare."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from fasilitaattori.desktop.library.preparation import Check
from fasilitaattori.desktop.library.rows import facts, times, title_of
from fasilitaattori.desktop.parts import Icon, Line, clear
from fasilitaattori.i18n import Translator
from fasilitaattori.kit import paint
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.flow import FlowLayout, keep_height
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.panels import Panel
from fasilitaattori.kit.rug_widgets import RugLegend, RugStrip
from fasilitaattori.kit.tags import Tag
from fasilitaattori.workshop.info import parse_date
from fasilitaattori.workshop.summary import Summary

FREE = 16_777_215  # Qt's own largest size: no limit
SIDE_WIDTH, DAY_WIDTH = 312, 116
STACKED_UNDER = 1000  # pixels at 100 %: narrower than this, the list of preparations goes under the rest


def months(tr: Translator) -> tuple[str, ...]:
    """The months as they stand after a day: "12. maaliskuuta"."""
    return (
        *(tr("tammikuuta"), tr("helmikuuta"), tr("maaliskuuta"), tr("huhtikuuta"), tr("toukokuuta"), tr("kesäkuuta")),
        *(tr("heinäkuuta"), tr("elokuuta"), tr("syyskuuta"), tr("lokakuuta"), tr("marraskuuta"), tr("joulukuuta")),
    )


class _Day(QWidget):
    """The leaf of the calendar."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._over = Label(look, "", wrap=False)
        self._number = Label(look, "", "display", wrap=False)
        self._under = Label(look, "", wrap=False)
        self._none = Icon(look, "calendar-blank", "ink2", 40)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 8, 4, 8)
        column.setSpacing(2)
        column.addStretch(1)
        for part in (self._none, self._over, self._number, self._under):
            holder = QHBoxLayout()
            holder.addStretch(1)
            holder.addWidget(part)
            holder.addStretch(1)
            column.addLayout(holder)
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.refresh()
        look.changed.connect(self.refresh)

    def set_day(self, day: date | None, today: date) -> None:
        """Shows this day, or that none has been chosen."""
        tr = self.look.tr
        self._none.setVisible(day is None)
        self._number.setVisible(day is not None)
        if day is None:
            self._over.set_text(tr("ei päivää"))
            self._under.set_text("")
        else:
            near = {0: tr("tänään"), 1: tr("huomenna")}.get((day - today).days)
            self._over.set_text(near or tr.weekday(day))
            self._number.set_text(f"{day.day}." if tr.language == "fi" else str(day.day))
            self._under.set_text(months(tr)[day.month - 1])
        self._under.setVisible(day is not None)

    @Slot()
    def refresh(self) -> None:
        """Measures again."""
        self.setFixedWidth(self.look.px(DAY_WIDTH))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.look.theme
        line = self.look.border(1)  # of the card around it
        inside = QRectF(self.rect()).adjusted(line, line, 0, -line)
        with paint.saved(painter):
            painter.setClipPath(paint.bubble_path(inside.adjusted(0, 0, 12, 0), 8 - line))
            painter.fillRect(inside, theme["well"])
        painter.fillRect(QRectF(inside.right() - line, inside.top(), line, inside.height()), theme["line"])


class _CheckRow(QWidget):
    fix_requested = Signal(str)

    def __init__(self, look: Look, check: Check, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fix = check.fix
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(9)
        state = look.tr("kunnossa") if check.done else look.tr("vaatii huomiota")
        row.addWidget(
            Icon(look, "check-circle-fill" if check.done else "warning", "kuusi" if check.done else "savi", 19, state)
        )
        row.addWidget(Label(look, check.words, "dense"), 1)
        self.button: Button | None = None
        if not check.done and check.verb:
            self.button = Button(look, check.verb, size="small")
            self.button.setAccessibleDescription(check.words)
            self.button.clicked.connect(self._ask)
            row.addWidget(self.button)

    @Slot()
    def _ask(self) -> None:
        self.fix_requested.emit(self._fix)


class NextCard(Panel):
    """`live_requested`, `plan_requested`, `rehearsal_requested` from its buttons; `fix_requested(name)` from the checks."""

    live_requested = Signal()
    plan_requested = Signal()
    rehearsal_requested = Signal()
    fix_requested = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, margins=(0, 0, 0, 0), spacing=0, parent=parent)
        self._day = _Day(look)
        self._now = Tag(look, look.tr("Käynnissä"), "nyt", "play-circle")
        self._when = Label(look, "", "small", "ink2")
        self._title = Label(look, "", "name")
        self._rug = RugStrip(look, 34, 1.2, marker=False, walkable=True)
        self._legend_place = QVBoxLayout()
        self._modes: tuple[str, ...] = ()
        tr = look.tr
        self.live_button = Button(look, tr("Aloita ohjaus"), "primary", icon="play-circle")
        self.plan_button = Button(look, tr("Avaa suunnitelma"), icon="list-numbers")
        self.rehearsal_button = Button(look, tr("Harjoittele"), "quiet", icon="graduation-cap")
        self.rehearsal_button.set_hint(tr("Kokeile ohjelmaa keksittyjen osallistujien kanssa. Mitään ei tallennu."))
        self._heading = Label(look, tr("Valmistelut"), "strong")
        self._count = Label(look, "", "small", "ink2", wrap=False)
        self._grid = QGridLayout()
        self._check_rows: list[_CheckRow] = []
        self._stacked = False
        self._line = Line(look, upright=True)
        self._lay_out()
        self.live_button.clicked.connect(self.live_requested)
        self.plan_button.clicked.connect(self.plan_requested)
        self.rehearsal_button.clicked.connect(self.rehearsal_requested)
        look.changed.connect(self._arrange)
        self._arrange()

    def _lay_out(self) -> None:
        middle = QVBoxLayout()
        middle.setContentsMargins(22, 16, 22, 16)
        middle.setSpacing(0)
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=10)
        keep_height(buttons)
        for button in (self.live_button, self.plan_button, self.rehearsal_button):
            flow.addWidget(button)
        middle.addStretch(1)
        when = QHBoxLayout()
        when.setSpacing(10)
        when.addWidget(self._now)
        when.addWidget(self._when, 1)
        middle.addLayout(when)
        middle.addSpacing(2)
        for part, room in ((self._title, 10), (self._rug, 10)):
            middle.addWidget(part)
            middle.addSpacing(room)
        middle.addLayout(self._legend_place)
        middle.addSpacing(13)
        middle.addWidget(buttons)
        middle.addStretch(1)
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(18, 12, 18, 12)
        side.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self._count)
        side.addLayout(head)
        self._grid.setVerticalSpacing(5)
        self._grid.setHorizontalSpacing(28)
        side.addLayout(self._grid)
        side.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(0)
        left = QHBoxLayout()
        left.setSpacing(0)
        left.addWidget(self._day)
        left.addLayout(middle, 1)
        self._columns.addLayout(left, 1)
        self._columns.addWidget(self._line)
        self._columns.addWidget(self._side)
        self.body.addLayout(self._columns)

    def show_workshop(self, row: Summary, today: date) -> None:
        """Shows this workshop; the checks come with `show_checks`."""
        tr, running = self.look.tr, row.status == "running"
        self._day.set_day(parse_date(row.date), today)
        lead = tr("Käynnissä") if running else tr("Seuraavaksi")
        self._now.setVisible(running)
        known = facts(row, tr)
        self._when.set_parts([(known, False, "")] if running else [(lead, True, "ink"), ("   " + known, False, "")])
        self._title.set_text(title_of(row, tr))
        self.setAccessibleName(f"{lead}: {title_of(row, tr)} {times(row, tr)}")
        self._rug.set_steps(row.rug)
        self._rug.setVisible(bool(row.rug))
        self._mend_legend(tuple(dict.fromkeys(mode for _, mode, _ in row.rug)))
        self.live_button.set_words(tr("Jatka ohjausta") if running else tr("Aloita ohjaus"))
        self.live_button.setEnabled(bool(row.rug))
        self.live_button.set_hint("" if row.rug else tr("Lisää ensin vaihe ohjelmaan"))
        self.rehearsal_button.setVisible(bool(row.rug) and not running)
        self._line.setVisible(not running)
        self._side.setVisible(not running)

    def _mend_legend(self, modes: tuple[str, ...]) -> None:
        if modes != self._modes:
            self._modes = modes
            clear(self._legend_place)
            if modes:
                legend = RugLegend(self.look, modes)
                keep_height(legend)
                self._legend_place.addWidget(legend)

    def show_checks(self, checks: Sequence[Check]) -> None:
        """Shows what is done and what is not."""
        clear(self._grid)
        self._check_rows.clear()
        done = sum(1 for check in checks if check.done)
        self._count.set_text(self.look.tr("{done} / {all} tehty", done=done, all=len(checks)) if checks else "")
        for check in checks:
            row = _CheckRow(self.look, check)
            row.fix_requested.connect(self.fix_requested)
            self._check_rows.append(row)
        self._place_rows()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @Slot()
    def _arrange(self) -> None:
        stacked = self.width() < self.look.px(STACKED_UNDER)
        way = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        if self._columns.direction() != way:
            self._columns.setDirection(way)
        if stacked:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(FREE)
            self._line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self._line.setMinimumSize(0, 1)
            self._line.setMaximumSize(FREE, 1)
        else:
            self._side.setFixedWidth(self.look.px(SIDE_WIDTH))
            self._line.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
            self._line.setMinimumSize(1, 0)
            self._line.setMaximumSize(1, FREE)
        if stacked != self._stacked:
            self._stacked = stacked
            self._place_rows()

    def _place_rows(self) -> None:
        """One under the other at the side, two columns when they are under the rest."""
        for row in self._check_rows:
            self._grid.removeWidget(row)
        half = (len(self._check_rows) + 1) // 2 if self._stacked else len(self._check_rows)
        for place, row in enumerate(self._check_rows):
            self._grid.addWidget(row, place % max(1, half), place // max(1, half))
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if self._stacked else 0)

"""How a step of the agenda is measured and painted: clock time, a piece of the upright rug, and its block."""

from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from fasilitaattori.desktop.plan.agenda import MODE_ICONS, Row, hint_of
from fasilitaattori.kit import paint
from fasilitaattori.kit.focus import paint_focus_ring
from fasilitaattori.kit.icons import paint_icon
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.rug import paint_weave_upright
from fasilitaattori.kit.tags import paint_tag, tag_width

TIME, RUG, GAP = 62, 22, 12  # widths at 100 %
BELOW = 4
BASE, PER_MINUTE = 36, 0.62  # LOOK §7: an agenda block is 36 + 0.62 × minutes high
NOTE = 24  # the line over the block that tells of slack or overrun
LONGEST = 180  # minutes: longer steps are not painted taller
FADED = 0.62  # how far a done step's weave goes towards the ground
_MIDDLE, _LEFT = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignRight


class Places(NamedTuple):
    """Where the parts of a row lie, in its own pixels."""

    block: QRectF
    handle: QRectF
    icon: QRectF
    words: QRectF
    minutes: QRectF


@dataclass(frozen=True, slots=True)
class Flags:
    """What the row is in besides its step: worked on, being moved, pointed at, focused."""

    selected: bool = False
    lifted: bool = False
    hovered: bool = False
    focused: bool = False


class StepBlock:
    """Measures and paints rows in one look."""

    def __init__(self, look: Look) -> None:
        self.look = look

    # --- words ---

    def note(self, row: Row) -> str:
        """What stands over the block: slack or overrun before a pinned time."""
        tr = self.look.tr
        if row.gap > 0:
            return tr("{n} min väljää ennen klo {time}", n=row.gap, time=row.start)
        if row.gap < 0:
            return tr("alkaa {n} min myöhässä sidotusta ajasta", n=-row.gap)
        return ""

    def warning(self, row: Row) -> str:
        """What does not fit."""
        return self.look.tr("ei mahdu, {n} min yli", n=row.over) if row.over else ""

    def minutes_words(self, row: Row) -> str:
        """ "35 min"."""
        return self.look.tr("{n} min", n=row.minutes)

    # --- measures ---

    def _px(self, pixels: float) -> float:
        return float(self.look.px(pixels))

    def _note_height(self, row: Row) -> float:
        return self._px(NOTE) if self.note(row) else 0.0

    def _minutes_width(self, row: Row, selected: bool) -> float:
        words = QFontMetricsF(self.look.sans(15, bold=True)).horizontalAdvance(self.minutes_words(row))
        side = 2 * self._px(34) if selected else 0.0
        return max(words + self._px(16), self._px(62)) + side

    def places(self, row: Row, width: float, height: float, selected: bool) -> Places:
        """Where everything lies in a row of that size."""
        px = self._px
        left, top = px(TIME) + 2 * GAP + px(RUG), self._note_height(row)
        block = QRectF(left, top, width - left, height - top - BELOW)
        middle, side = block.center().y(), px(20)
        handle = QRectF(block.left() + 6, middle - side / 2, side, side)
        icon = QRectF(handle.right() + 10, middle - side / 2, side, side)
        room = self._minutes_width(row, selected)
        minutes = QRectF(block.right() - 8 - room, block.top(), room, block.height())
        words = QRectF(icon.right() + 10, block.top(), minutes.left() - icon.right() - 20, block.height())
        return Places(block, handle, icon, words, minutes)

    def _title_lines(self, row: Row, room: float) -> int:
        width = QFontMetricsF(self.look.sans(16, bold=True)).horizontalAdvance(row.step.title)
        return 1 if width <= room else 2

    def height(self, row: Row, width: float, selected: bool) -> int:
        """How high a row of that width is."""
        px = self._px
        words = self.places(row, width, 100, selected).words.width()
        least = px(16 + 20 * self._title_lines(row, words) + (18 if self.warning(row) else 0))
        block = max(px(BASE) + PER_MINUTE * min(row.minutes, LONGEST), least)
        return round(self._note_height(row) + block + BELOW)

    # --- painting ---

    def paint(self, painter: QPainter, row: Row, at: Places, flags: Flags) -> None:
        """Paints the whole row."""
        theme, look, done = self.look.theme, self.look, row.state == "done"
        note = self.note(row)
        if note:
            late = row.gap < 0
            room = QRectF(at.block.left(), 0, at.block.width(), self._note_height(row) - 2)
            self._paint_note(painter, room, note, "savi" if late else "ink2", "warning" if late else "clock")
        time = QRectF(0, at.block.top() + self._px(8), self._px(TIME), self._px(22))
        paint.digits(painter, time, row.start, look.serif(17), theme["ink2" if done else "ink"], _RIGHT)
        weave = QRectF(self._px(TIME) + GAP, at.block.top(), self._px(RUG), at.block.height() + BELOW - 2)
        paint_weave_upright(painter, weave, row.step.mode, theme, 0.9)
        if done:
            veil = QColor(theme["ground"])
            veil.setAlphaF(FADED)
            painter.fillRect(weave, veil)
        self._paint_block(painter, row, at, flags)

    def _paint_note(self, painter: QPainter, room: QRectF, words: str, tone: str, icon: str) -> None:
        side, theme = self._px(16), self.look.theme
        paint_icon(painter, QRectF(room.left() + 2, room.center().y() - side / 2, side, side), icon, theme[tone])
        paint.text(painter, room.adjusted(side + 8, 0, 0, 0), words, self.look.sans(14), theme[tone], _MIDDLE | _LEFT)

    def _paint_block(self, painter: QPainter, row: Row, at: Places, flags: Flags) -> None:
        theme, look = self.look.theme, self.look
        fill, border, width = "surface", "line", look.border(1)
        if row.state == "now":
            fill, border, width = "nyt-tint", "ink", 2.0
        if row.over:
            border, width = "savi", 2.0
        if flags.selected:
            fill = "kuusi-tint" if row.state != "now" else "nyt-tint"
            border, width = "kuusi", look.selected_border
        elif flags.hovered and row.state != "now":
            border, width = "kuusi", look.border(1.5)
        paint.frame(painter, at.block, 6, theme["well" if flags.lifted else fill], theme[border], width, flags.lifted)
        ink = theme["ink2" if row.state == "done" else "ink"]
        paint_icon(painter, at.handle, "dots-six-vertical", theme["edge"])
        paint_icon(painter, at.icon, MODE_ICONS.get(row.step.mode, "users-three"), ink)
        self._paint_words(painter, row, at.words)
        room = at.minutes.adjusted(self._px(34), 0, -self._px(34), 0) if flags.selected else at.minutes
        paint.text(painter, room, self.minutes_words(row), look.sans(15, bold=True), ink, Qt.AlignmentFlag.AlignCenter)
        if flags.focused:
            paint_focus_ring(painter, at.block.adjusted(4, 4, -4, -4), theme["focus"], 0)

    def _paint_words(self, painter: QPainter, row: Row, words: QRectF) -> None:
        look, ink = self.look, self.look.theme["ink2" if row.state == "done" else "ink"]
        title, line, warning = look.sans(16, bold=True), self._px(20), self.warning(row)
        lines = self._title_lines(row, words.width())
        top = words.center().y() - (lines * line + (self._px(18) if warning else 0)) / 2
        metrics = QFontMetricsF(title)
        for number, part in enumerate(_on_lines(row.step.title, metrics, words.width(), lines)):
            place = QRectF(words.left(), top + number * line, words.width(), line)
            paint.text(painter, place, part, title, ink, _MIDDLE | _LEFT)
        if lines == 1:
            used = metrics.horizontalAdvance(row.step.title) + 10
            self._paint_beside(painter, row, QRectF(words.left() + used, top, words.width() - used, line))
        if warning:
            place = QRectF(words.left(), top + lines * line, words.width(), self._px(18))
            self._paint_note(painter, place, warning, "savi", "warning")

    def _paint_beside(self, painter: QPainter, row: Row, room: QRectF) -> None:
        look = self.look
        if row.state == "now" and room.width() > 0:
            words = look.tr("nyt")
            paint_tag(painter, look, room, words, "nyt", "play-circle")
            room = room.adjusted(tag_width(look, words, "play-circle") + 8, 0, 0, 0)
        elif row.step.pinned and room.width() > self._px(20):
            side = self._px(16)
            place = QRectF(room.left(), room.center().y() - side / 2, side, side)
            paint_icon(painter, place, "push-pin", look.theme["ink2"])
            room = room.adjusted(side + 6, 0, 0, 0)
        if room.width() > self._px(60):
            paint.text(painter, room, hint_of(row.step, look.tr), look.sans(14), look.theme["ink2"], _MIDDLE | _LEFT)


def _on_lines(words: str, metrics: QFontMetricsF, width: float, lines: int) -> list[str]:
    """The words on one line, or on two of which the second is shortened when it must be."""
    first: list[str] = []
    rest = words.split()
    if lines == 1:
        return [words]
    while rest and metrics.horizontalAdvance(" ".join([*first, rest[0]])) <= width:
        first.append(rest.pop(0))
    return [" ".join(first), " ".join(rest)] if first else [words]

"""Lappu: one idea as a flat paper note with a folded corner, the same on the wall and on the console."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFont,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QSizePolicy, QWidget

from fasilitaattori.hyphens import softened
from fasilitaattori.kit import paint
from fasilitaattori.kit.icons import paint_icon
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.theme import Theme

NoteState = Literal["waiting", "wall", "new", "hidden"]
BEFORE, AFTER = 6, 3
"""Empty pixels left of and above the paper (for the check badge), and right of and below it (for the frame)."""

MOST_KNOWN = 300


@dataclass(frozen=True)
class NoteContent:
    """What stands on a note. `theme_index`: which theme it belongs to, -1 = none.

    `badge` is a short word in a pill ("2 samaa"), `fresh` the word of the tag of a new note ("uusi").
    """

    words: str
    state: NoteState = "wall"
    theme_index: int = -1
    badge: str = ""
    fresh: str = ""


@dataclass(frozen=True)
class NoteMeasures:
    """Measures in pixels: desk values times the scale of the surface. Words too long for a line are divided as in `language`
    ("" = anywhere)."""

    font: QFont
    small: QFont
    line: float
    left: float
    right: float
    top: float
    fold: float
    radius: float
    border: float
    language: str = ""
    known: dict[tuple[str, float], QTextLayout] = field(default_factory=dict, compare=False, repr=False)
    """Words that were laid out last: what is measured is painted soon."""


def desk_measures(look: Look, language: str = "") -> NoteMeasures:
    """The note of the console: text 15/1.28, corner 15."""
    px, line = look.px, 19.2 * look.text_scale
    return NoteMeasures(look.sans(15), look.sans(14, True), line, px(10), 15 + px(4), px(7), 15, 4, 1.5, language)


def wall_measures(font: QFont, small: QFont, unit: float) -> NoteMeasures:
    """The note of the big screen, everything in units of u."""
    return NoteMeasures(font, small, 42 * unit, 18 * unit, 34 * unit, 12 * unit, 29 * unit, 8 * unit, 2.5 * unit)


def note_colours(theme: Theme, content: NoteContent) -> tuple[QColor, QColor, QColor, bool]:
    """(fill, border, ink, dashed) of a note."""
    if content.state == "waiting":
        return theme["surface"], theme["edge"], theme["ink"], True
    if content.state == "hidden":
        return theme["well"], theme["edge"], theme["ink2"], False
    if content.state == "new":
        return theme["nyt-tint"], theme["ink"], theme["ink"], False
    fill, border = theme.note_colours(content.theme_index)
    return fill, border, theme["ink"], False


def note_height(content: NoteContent, width: float, measures: NoteMeasures) -> float:
    """How high a note of this width must be for everything on it."""
    lines = _lines(content, width, measures).lineCount()
    extra = _pill_height(measures) + 3 if content.badge or (content.state == "new" and content.fresh) else 0.0
    return measures.top * 2 + lines * measures.line + extra


def paint_note(
    painter: QPainter,
    rect: QRectF,
    content: NoteContent,
    theme: Theme,
    measures: NoteMeasures,
    behind: str = "surface",
    centred: bool = False,
) -> None:
    """Paints a note into `rect`; `behind` is the token seen past the folded corner, `centred` sets text mid-height."""
    fill, border, ink, dashed = note_colours(theme, content)
    flap, width = border, measures.border
    if theme.high_contrast:
        border, width = theme["edge"], max(2.0, measures.border)
    fold, radius = measures.fold, measures.radius
    paint.folded_note(
        painter, rect, fill, border, behind=theme[behind], width=width, fold=fold, radius=radius, dashed=dashed, flap=flap
    )
    layout = _lines(content, rect.width(), measures)
    top = rect.top() + measures.top
    if centred:
        top = rect.top() + max(0.0, (rect.height() - note_height(content, rect.width(), measures)) / 2) + measures.top
    left = rect.left() + measures.left
    if content.state == "hidden":
        side = measures.line
        paint_icon(painter, QRectF(left, top, side, side), "eye-slash", ink)
    with paint.saved(painter):
        painter.setPen(ink)
        layout.draw(painter, QPointF(left + _indent(content, measures), top))
    below = top + layout.lineCount() * measures.line + 3
    if content.badge:
        _pill(painter, QPointF(left, below), content.badge, measures, theme["surface"], theme["ink"], border)
    elif content.state == "new" and content.fresh:
        _pill(painter, QPointF(left, below), content.fresh, measures, theme["nyt"], theme["on-nyt"], None)


def _indent(content: NoteContent, measures: NoteMeasures) -> float:
    return measures.line + measures.line * 0.3 if content.state == "hidden" else 0.0


def _lines(content: NoteContent, width: float, measures: NoteMeasures) -> QTextLayout:
    room = max(1.0, width - measures.left - measures.right - _indent(content, measures))
    layout = measures.known.pop((content.words, room), None) or _laid_out(content.words, room, measures)
    measures.known[content.words, room] = layout
    if len(measures.known) > MOST_KNOWN:
        del measures.known[next(iter(measures.known))]
    return layout


def _laid_out(words: str, room: float, measures: NoteMeasures) -> QTextLayout:
    layout = QTextLayout(divided(words, measures.font, measures.language, room), measures.font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(room)
        line.setPosition(QPointF(0, y + (measures.line - line.height()) / 2))
        y += measures.line
    layout.endLayout()
    return layout


def divided(words: str, font: QFont, language: str, room: float) -> str:
    """The words as one paragraph for a layout, with soft hyphens in what is longer than a line."""
    if language:
        metrics = QFontMetricsF(font)
        words = softened(words, language, lambda word: metrics.horizontalAdvance(word) > room)
    return words.replace("\n", "\u2028")


def _pill_height(measures: NoteMeasures) -> float:
    return measures.line * 1.05


def _pill(
    painter: QPainter, at: QPointF, words: str, measures: NoteMeasures, fill: QColor, ink: QColor, border: QColor | None
) -> None:
    height = _pill_height(measures)
    width = QFontMetricsF(measures.small).horizontalAdvance(words) + height * 0.8
    rect = QRectF(at.x(), at.y(), width, height)
    radius = height / 2 if border is not None else min(4.0, height / 4)
    paint.frame(painter, rect, radius, fill, border, measures.border)
    paint.text(painter, rect, words, measures.small, ink, Qt.AlignmentFlag.AlignCenter)


class IdeaNote(QAbstractButton):
    """A note on the console. Checked = selected. Letters pressed on it go on to its parent (A, H, Y …).

    Around the paper is a small margin for the selection frame and badge. `drag_started` is emitted when the
    user pulls it; `grab()` is then the picture to drag.
    """

    drag_started = Signal()

    def __init__(self, look: Look, content: NoteContent, behind: str = "surface", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self._content, self._behind = look, content, behind
        self._pressed_at: QPoint | None = None
        self.setCheckable(True)
        self.setProperty("ring_radius", 4)
        self.setProperty("ring_inset", AFTER)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self.refresh)
        self.refresh()

    def content(self) -> NoteContent:
        """What stands on it."""
        return self._content

    def set_content(self, content: NoteContent) -> None:
        """Writes it anew (corrected, approved, merged …)."""
        if content != self._content:
            self._content = content
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Measures and paints again."""
        tr = self.look.tr
        states = {"waiting": tr("odottaa tarkistusta"), "hidden": tr("piilotettu"), "new": self._content.fresh}
        words = (self._content.words, states.get(self._content.state, ""), self._content.badge)
        self.setAccessibleName(", ".join(part for part in words if part))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(note_height(self._content, width - BEFORE - AFTER, desk_measures(self.look))) + BEFORE + AFTER

    def sizeHint(self) -> QSize:
        width = self.look.px(170)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(90), self.look.px(34) + BEFORE + AFTER)

    def resizeEvent(self, event: object) -> None:
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    def leaveEvent(self, event: object) -> None:
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        start = self._pressed_at
        pulled = start is not None and (event.position().toPoint() - start).manhattanLength()
        if pulled and pulled >= QApplication.startDragDistance():
            self._pressed_at = None
            self.setDown(False)
            self.drag_started.emit()
            return
        super().mouseMoveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.look.theme
        paper = QRectF(self.rect()).adjusted(BEFORE, BEFORE, -AFTER, -AFTER)
        paint_note(painter, paper, self._content, theme, desk_measures(self.look), self._behind)
        if self.isChecked():
            paint.frame(painter, paper.adjusted(-3, -3, 3, 3), 6, None, theme["ink"], 3)
            badge = QRectF(0, 0, 19, 19)
            paint.frame(painter, badge, 9.5, theme["ink"])
            paint_icon(painter, badge.adjusted(4, 4, -4, -4), "check", theme["surface"])
        elif self.underMouse() and self.isEnabled():
            paint.frame(painter, paper.adjusted(-2, -2, 2, 2), 6, None, theme["kuusi"], 2)

"""Words on the desk: labels that wrap or shorten but are never clipped.

A plain QLabel breaks only between words, so one long Finnish compound makes it spill over. These divide it as its
language does, break anywhere when they must, or shorten with … and tell the whole text in a tooltip.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from fasilitaattori.hyphens import LONG, is_ready, softened
from fasilitaattori.kit.icons import paint_icon
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.paint import shortened
from fasilitaattori.kit.plainly import tip


@dataclass(frozen=True)
class Kind:
    """How a role of text is set: pixels at 100 %, weight, voice, line height as a multiple of the size."""

    pixels: int
    bold: bool = False
    serif: bool = False
    line: float = 1.4
    icon: int = 0
    """Pixels of an icon before the words at 100 %; 0 = by the size of the words."""
    gap: int = 7


ROLES: dict[str, Kind] = {
    "display": Kind(52, serif=True, line=1.1),
    "title": Kind(27, serif=True, line=1.2),
    "clock": Kind(27, bold=True, serif=True, line=1.2),
    "name": Kind(24, serif=True, line=1.25),
    "section": Kind(20, serif=True, line=1.2),
    "question": Kind(18, serif=True, line=1.28),
    "card": Kind(17, serif=True, line=1.25),
    "column": Kind(15, serif=True, line=1.2),
    "body": Kind(16),
    "strong": Kind(16, bold=True),
    "row": Kind(17, bold=True),
    "dense": Kind(15, line=1.35),
    "dense-strong": Kind(15, bold=True, line=1.35),
    "field": Kind(15, bold=True),
    "small": Kind(14, line=1.35),
    "small-strong": Kind(14, bold=True, line=1.35),
    "meta": Kind(14, line=1.35, icon=16, gap=5),
    "meta-strong": Kind(14, bold=True, line=1.35, icon=16, gap=5),
}

MOST_KNOWN = 8

Part = tuple[str, bool, str]
"""(words, bold, colour token or "" for the label's own)"""


class Label(QLabel):
    """Words in one of the ROLES, wrapping (never clipped) or, with `wrap=False`, on one line shortened with ….

    `tone` is a colour token; `icon` an icon before the words. Screen readers read it as plain text.
    """

    def __init__(
        self,
        look: Look,
        words: str = "",
        role: str = "body",
        tone: str = "ink",
        *,
        wrap: bool = True,
        icon: str = "",
        icon_tone: str = "",
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        max_lines: int = 0,
        pixels: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look = look
        self._kind, self._tone, self._wrap, self._align = ROLES[role], tone, wrap, align
        self._pixels = pixels or self._kind.pixels
        self._icon, self._icon_tone, self._max_lines = icon, icon_tone, max_lines
        self._parts: tuple[Part, ...] = ()
        self._known: dict[float, tuple[list[QTextLayout], int]] = {}  # width -> laid out: layouts ask again and again
        self._heights: dict[int, int] = {}
        self._hint: QSize | None = None
        self._least: QSize | None = None
        self._measured = False
        self._shortened_tip = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum if wrap else QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        look.changed.connect(self._look_changed)
        self.set_text(words)

    def set_text(self, words: str) -> None:
        """Shows other words."""
        self.set_parts(((words, False, ""),))

    def set_parts(self, parts: Sequence[Part]) -> None:
        """Shows words of which some are bold or in another colour."""
        if tuple(parts) == self._parts:
            return
        self._parts = tuple(parts)
        self.setText("".join(words for words, _, _ in parts))
        self.refresh()

    def set_tone(self, tone: str, icon_tone: str = "") -> None:
        """Changes the colour of the words, and of the icon when given."""
        self._tone, self._icon_tone = tone, icon_tone or self._icon_tone
        self.update()

    def set_icon(self, icon: str, icon_tone: str = "") -> None:
        """Changes the icon before the words; "" takes it away."""
        self._icon, self._icon_tone = icon, icon_tone or self._icon_tone
        self.refresh()

    def words(self) -> str:
        """The whole text, also when it is shown shortened."""
        return self.text()

    @Slot()
    def _look_changed(self) -> None:
        self.refresh()  # not connected itself: see Panel

    @Slot()
    def refresh(self) -> None:
        """Measures and paints again after a change of words or look."""
        self._known.clear()
        self._heights.clear()
        self._hint = self._least = None
        self._mend_tooltip()
        self.updateGeometry()
        self.update()

    def font_used(self, bold: bool = False) -> QFont:
        """The font of this role at the present scale."""
        heavy = bold or self._kind.bold
        return self.look.serif(self._pixels, heavy) if self._kind.serif else self.look.sans(self._pixels, heavy)

    def hasHeightForWidth(self) -> bool:
        return self._wrap

    def heightForWidth(self, width: int) -> int:
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = max(self._icon_side(), self._laid_out(width - self._indent())[1])
        return height

    def sizeHint(self) -> QSize:
        if self._hint is None:
            self._hint = self._wanted_size()
        return self._hint

    def minimumSizeHint(self) -> QSize:
        if self._least is None:
            self._least = self._least_size()
        return self._least

    def _wanted_size(self) -> QSize:
        widest = max((self._width_of(line) for line in self._lines_of_parts()), default=0.0)
        wanted = int(widest + 2) + self._indent()  # a laid out line may be a pixel wider than its letters
        if self._wrap and wanted > self.look.px(420):
            wanted = self.look.px(420)
        return QSize(wanted, self.heightForWidth(wanted))

    def _least_size(self) -> QSize:
        if not self._wrap:
            room = min(self.look.px(48), self.sizeHint().width() - self._indent())
            return QSize(room + self._indent(), self.sizeHint().height())
        longest = max((self._width_of(((word, True, ""),)) for word in self.text().split()), default=0.0)
        # the height for the present width: a squeezed window may not squeeze lines away
        high = self.heightForWidth(self.width()) if self._measured else self._line_height()
        return QSize(int(min(longest + 1, self.look.px(120))) + self._indent(), high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measured = True
        self._least = None  # it depends on the width
        self._mend_tooltip()
        if self._wrap and self.heightForWidth(event.oldSize().width()) != self.heightForWidth(self.width()):
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        indent = self._indent()
        lines, height = self._laid_out(self.width() - indent)
        top = max(0.0, (self.height() - height) / 2) if self.alignment() & Qt.AlignmentFlag.AlignVCenter else 0.0
        if self._icon:
            side = self._icon_side()
            first = (self._line_height() + self._overhang() - side) / 2
            tone = self._icon_tone or self._tone
            colour = self.look.theme[tone if self.isEnabled() else "edge"]
            paint_icon(painter, QRectF(0, max(0.0, top + first), side, side), self._icon, colour)
        painter.setPen(self.look.theme[self._tone if self.isEnabled() else "edge"])
        for layout in lines:
            layout.draw(painter, QPointF(indent, top))

    def _line_height(self) -> int:
        return round(self._pixels * self._kind.line * self.look.text_scale)

    def _overhang(self) -> int:
        """How much taller the letters (with accents and descenders) are than the line is high; titles are set tight."""
        return max(0, math.ceil(QFontMetricsF(self.font_used()).height() - self._line_height()))

    def _icon_side(self) -> int:
        return self.look.px(self._kind.icon or (20 if self._pixels >= 15 else 18)) if self._icon else 0

    def _indent(self) -> int:
        return self._icon_side() + (self.look.px(self._kind.gap) if self._icon and self.text() else 0)

    def _lines_of_parts(self) -> list[tuple[Part, ...]]:
        lines: list[list[Part]] = [[]]
        for words, bold, tone in self._parts:
            first, *rest = words.split("\n")
            lines[-1].append((first, bold, tone))
            lines.extend([(line, bold, tone)] for line in rest)
        return [tuple(line) for line in lines]

    def _width_of(self, line: tuple[Part, ...]) -> float:
        return sum(QFontMetricsF(self.font_used(bold)).horizontalAdvance(words) for words, bold, _ in line)

    def _is_shortened(self, width: float = -1) -> bool:
        if self._wrap and not self._max_lines:
            return False
        room = width if width >= 0 else self.width() - self._indent()
        if not self._wrap:
            return any(self._width_of(line) > room + 1 for line in self._lines_of_parts())
        return len(self._broken(self.text().replace("\n", "\u2028"), room)) > self._max_lines

    def _mend_tooltip(self) -> None:
        shortened = bool(self.text()) and self._is_shortened()
        if shortened:
            self._shortened_tip = tip(self.text())
            self.setToolTip(self._shortened_tip)
        elif self.toolTip() == self._shortened_tip or not self.text():
            self.setToolTip("")

    def _formats(self, words: str) -> list[QTextLayout.FormatRange]:
        ranges: list[QTextLayout.FormatRange] = []
        if not any(bold or tone for _, bold, tone in self._parts):
            return ranges
        start = 0
        for part, bold, tone in self._parts:
            if bold or tone:
                piece = QTextLayout.FormatRange()
                piece.start, piece.length = start, min(_units(part), _units(words) - start)
                form = QTextCharFormat()
                form.setFont(self.font_used(bold))
                if tone:
                    form.setForeground(self.look.theme[tone])
                piece.format = form
                ranges.append(piece)
            start += _units(part)
        return ranges

    def _broken(self, words: str, width: float) -> list[tuple[int, int]]:
        """(start, length) of each line of `words` at `width`."""
        layout = self._layout(words, width)
        return [(layout.lineAt(i).textStart(), layout.lineAt(i).textLength()) for i in range(layout.lineCount())]

    def _layout(self, words: str, width: float) -> QTextLayout:
        layout = QTextLayout(words, self.font_used())
        option = QTextOption(self._align)
        mode = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere if self._wrap else QTextOption.WrapMode.NoWrap
        option.setWrapMode(mode)
        layout.setTextOption(option)
        layout.setFormats(self._formats(words))
        layout.beginLayout()
        height = self._line_height()
        y = self._overhang() / 2
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1.0, width))
            line.setPosition(QPointF(0, y + (height - line.height()) / 2))
            y += height
        layout.endLayout()
        return layout

    def _divided(self, words: str, width: float) -> str:
        """With soft hyphens in words that are wider than the label: they are divided where their language divides them."""
        letters = max(map(len, words.split()), default=0)
        if letters < LONG or letters * self._pixels * self.look.text_scale < width:  # no letter is wider than it is high
            return words
        language = self.look.tr.language
        if not is_ready(language):  # no picture waits for the disk
            return words
        metrics = QFontMetricsF(self.font_used())
        return softened(words, language, lambda word: metrics.horizontalAdvance(word) > width)

    def _laid_out(self, width: float) -> tuple[list[QTextLayout], int]:
        """The text ready to draw at `width`, and its height in pixels."""
        found = self._known.get(width)
        if found is None:
            if len(self._known) >= MOST_KNOWN:
                self._known.clear()
            found = self._known[width] = self._lay_out(width)
        return found

    def _lay_out(self, width: float) -> tuple[list[QTextLayout], int]:
        words = self.text().replace("\n", "\u2028")
        if not self._wrap and self._is_shortened(width):
            words = shortened(words, self.font_used(any(bold for _, bold, _ in self._parts)), max(1.0, width + 1))
        elif self._wrap and self._max_lines:
            lines = self._broken(words, width)
            if len(lines) > self._max_lines:
                start = _place(words, lines[self._max_lines - 1][0])
                words = words[:start] + shortened(words[start:], self.font_used(), max(1.0, width))
        elif self._wrap and not self._formats(words):
            words = self._divided(words, width)
        layout = self._layout(words, width)
        return [layout], max(1, layout.lineCount()) * self._line_height() + self._overhang()


def _units(words: str) -> int:
    """How long Qt says it is: Qt counts in UTF-16, where most emoji are two."""
    return len(words.encode("utf-16-le", "surrogatepass")) // 2


def _place(words: str, units: int) -> int:
    """Where in `words` the given number of Qt's units ends."""
    return len(words.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "ignore"))

"""The one big button: what comes next, large enough to be read from two metres however long its name is."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from fasilitaattori.kit import paint
from fasilitaattori.kit.buttons import Button, Paints
from fasilitaattori.kit.icons import paint_icon
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.mnemonics import mnemonic_of
from fasilitaattori.kit.plainly import tip
from fasilitaattori.kit.tags import key_cap_size, paint_key_cap

ASK_MS = 3000
LARGEST, ONE_LINE, SMALLEST = 22, 19, 15
"""Pixels at 100 % in which it is written: the largest, the least on one line, the least before a name is shortened."""
LEAD, SIDE = 14, 20  # of the small line over a long name, and of the arrow
WORTH = 2  # so many pixels larger, and the name has its line alone
LEAST = 120  # how narrow it may become


@dataclass(frozen=True, slots=True)
class Written:
    """How it is written at the present width: on one line (`lead` ""), or a small line over a large one. `above`: the arrow is
    on the small line, so that the name has the whole of its own."""

    lead: str
    name: str
    font: QFont
    key: str
    above: bool = False


class NextButton(Button):
    """With over a minute left it says so and asks once, on itself; the second press within three seconds goes on
    (`confirmed`).

    It says "Seuraava: Kahvitauko". What does not fit on one line in large letters becomes two: a small "Seuraava" over the
    name. The key cap gives way before the arrow, and only a name that is longer still is shortened.
    """

    confirmed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "", "primary", "large", arrow="arrow-right", key="Page Down", parent=parent)
        self._said, self._left, self._asking = "", 0, False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(ASK_MS)
        self._timer.timeout.connect(self._calm)
        self.clicked.connect(self.press)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_next(self, words: str, left: int) -> None:
        """What it says, and how many minutes are left, so that it asks before it does it; 0 = it does not ask."""
        if words != self._said:
            self._calm()
        self._said, self._left = words, left
        if not self._asking:
            self.set_words(words)

    @Slot()
    def press(self) -> None:
        """A click or Page Down."""
        if self._left and not self._asking:
            tr = self.look.tr
            self._asking = True
            self.set_words(tr("Aikaa vielä {n} min: paina uudelleen", n=self._left))
            self.setAccessibleDescription(tr("Aikaa on vielä. Toinen painallus siirtyy silti seuraavaan vaiheeseen."))
            self._timer.start()
            return
        self._calm()
        self.confirmed.emit()

    @property
    def asking(self) -> bool:
        """Is it waiting for the second press?"""
        return self._asking

    @Slot()
    def _calm(self) -> None:
        self._timer.stop()
        self._asking = False
        self.setAccessibleDescription("")
        self.set_words(self._said)

    # --- how it is written ---

    def written(self) -> Written:
        """As large as fits."""
        key = self._shown_key()
        for cap in dict.fromkeys((key, "")):
            room = self._room() - self._cap_room(cap)
            for size in range(LARGEST, ONE_LINE - 1, -1):
                if self.look.sans_width(self.words(), size, bold=True) <= room:
                    return Written("", self.words(), self.look.sans(size, bold=True), cap)
        lead, _, name = self.words().partition(": ")
        if not name:
            lead, name = "", self.words()
        beside, alone = self._largest(name, self._room()), self._largest(name, self._whole())
        cut = QFontMetricsF(beside).horizontalAdvance(name) > self._room()
        if lead and (cut or alone.pixelSize() - beside.pixelSize() >= self.look.px(WORTH)):
            return Written(lead, name, alone, "", above=True)
        cap = key if self._lead_width(lead) + self._cap_room(key) <= self._room() else ""
        return Written(lead, name, beside, cap if lead else "")

    def _largest(self, name: str, room: float) -> QFont:
        for size in range(LARGEST, SMALLEST, -1):
            if self.look.sans_width(name, size, bold=True) <= room:
                return self.look.sans(size, bold=True)
        return self.look.sans(SMALLEST, bold=True)

    def _whole(self) -> float:
        return self.width() - 2.0 * self._padding()

    def _room(self) -> float:
        """For words, beside the arrow."""
        return self._whole() - self.look.px(SIDE) - self.look.px(self._measures.gap)

    def _cap_room(self, key: str) -> float:
        return key_cap_size(self.look, key)[0] + self.look.px(2) + self.look.px(self._measures.gap) if key else 0.0

    def _lead_width(self, lead: str) -> float:
        return self.look.sans_width(lead, LEAD, bold=True)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(LEAST), self._height())

    def _mend_tooltip(self) -> None:
        written = self.written()
        room = self._whole() if written.above else self._room()
        cut = QFontMetricsF(written.font).horizontalAdvance(written.name) > room + 0.5
        self.setToolTip(tip(self.words() if cut else self._hint))

    # --- painting ---

    def _paint_content(self, painter: QPainter, ink: QColor, paints: Paints) -> None:
        written = self.written()
        if written.lead:
            self._paint_two(painter, ink, written)
        else:
            self._paint_one(painter, ink, written)

    def _paint_one(self, painter: QPainter, ink: QColor, written: Written) -> None:
        px, gap = self.look.px, self.look.px(self._measures.gap)
        words = min(QFontMetricsF(written.font).horizontalAdvance(written.name), self._room())
        whole = words + gap + px(SIDE) + self._cap_room(written.key)
        left = max(float(self._padding()), (self.width() - whole) / 2)
        room = QRectF(left, 0, words + 1, self.height())
        paint.text(painter, room, written.name, written.font, ink, Qt.AlignmentFlag.AlignVCenter, mnemonic_of(self))
        left += words + gap
        self._paint_arrow(painter, ink, left, self.height() / 2)
        if written.key:
            self._paint_key(painter, written.key, left + px(SIDE) + gap, self.height() / 2)

    def _paint_two(self, painter: QPainter, ink: QColor, written: Written) -> None:
        px, left, middle = self.look.px, float(self._padding()), Qt.AlignmentFlag.AlignVCenter
        small = self.look.sans(LEAD, bold=True)
        above, below = QFontMetricsF(small).height(), QFontMetricsF(written.font).height()
        top = (self.height() - above - below) / 2
        lead = QRectF(left, top, self._lead_width(written.lead) + 1, above)
        paint.text(painter, lead, written.lead, small, ink, middle)
        name = QRectF(left, top + above, (self._whole() if written.above else self._room()) + 1, below)
        paint.text(painter, name, written.name, written.font, ink, middle, mnemonic_of(self))
        right = self.width() - self._padding()
        self._paint_arrow(painter, ink, right - px(SIDE), top + above / 2 if written.above else top + above + below / 2)
        if written.key:
            self._paint_key(painter, written.key, right - key_cap_size(self.look, written.key)[0], top + above / 2)

    def _paint_arrow(self, painter: QPainter, ink: QColor, left: float, middle: float) -> None:
        side = self.look.px(SIDE)
        paint_icon(painter, QRectF(left, middle - side / 2, side, side), self._arrow, ink)

    def _paint_key(self, painter: QPainter, key: str, left: float, middle: float) -> None:
        width, height = key_cap_size(self.look, key)
        cap = QRectF(round(left), round(middle - height / 2), round(width), round(height))
        paint_key_cap(painter, self.look, cap, key, "on-kuusi")

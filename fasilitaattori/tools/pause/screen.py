"""What the room sees in a break: how long it still lasts, when we go on, and the whole evening as a rug."""

import datetime as dt
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QPointF, QRectF

from fasilitaattori.errors import N_
from fasilitaattori.i18n import Translator
from fasilitaattori.kit.ring import clock_text
from fasilitaattori.kit.rug import RugCell, RugLayout, lay_out, overhang, paint_rug
from fasilitaattori.kit.slides.around import Around, Head, Surround
from fasilitaattori.kit.slides.sheet import CENTRE, ENDLESS, Canvas, Tag, best, reading_width
from fasilitaattori.kit.slides.slide import Slide
from fasilitaattori.kit.slides.spoken import Spoken, listing, passage, spoken
from fasilitaattori.kit.slides.stage import Stage
from fasilitaattori.kit.slides.words import Setting, Style, set_words, strong

DIGITS = Style(430, serif=True, bold=True, leading=0.98)
GO_ON = Style(84, leading=1.2)
NOW = Style(240, serif=True, bold=True, leading=1.06)
NOW_SIZES = (240, 210, 190, 170, 150, 132, 116, 104, 92, 84)
TAIL = 0.2
"""How far the tails of large letters hang under their line, as a share of their size."""

TEXT = Style(52, leading=1.2)
LABEL = Style(44, leading=1.2)
RUG, RUG_SCALE = 120.0, 2.2
LABELS = 62.0
APART = 30.0
"""Between two labels."""


@dataclass(frozen=True)
class PauseSlide(Slide):
    """`left` seconds, 0 = the break is over; `until` when we go on, `text` what there is ("Kahvia ja pullaa")."""

    NAME: ClassVar[str] = N_("tauko")

    around: Around
    title: str
    left: int
    until: dt.time | None
    text: str
    paused: bool
    current: int
    """Which step of the rug the break is, -1 = none."""

    @property
    def key(self) -> Hashable:
        return (type(self), self.title, self.over)

    @property
    def over(self) -> bool:
        return self.left <= 0

    def draw(self, canvas: Canvas, page: int) -> None:
        head = Head(canvas, self.title, self.around.clock_beside(canvas), icon="coffee")
        surround = Surround(canvas, head, None)
        surround.draw(canvas)
        main = surround.main
        if self.around.rug:
            self._rug(canvas, main)
            main = main.adjusted(0, 0, 0, -RUG - LABELS - overhang(RUG_SCALE))
        self._middle(canvas, main)

    def spoken(self, tr: Translator) -> Spoken:
        goes_on = tr("Jatkamme nyt") if self.over else self._until(tr)
        steps = [title for _, _, title in self.around.rug]
        paused = tr("pysäytetty") if self.paused else ""
        return spoken(self.title, passage(goes_on, self.text, paused), listing(steps, tr("Illan kulku"), quiet=True))

    def _until(self, tr: Translator) -> str:
        """When we go on."""
        if self.until is None:
            return ""
        return tr("Jatkamme {time}", time=strong(tr("klo {time}", time=tr.time(self.until))))

    def _middle(self, canvas: Canvas, box: QRectF) -> None:
        """Countdown, when we go on, and what there is, together in the middle."""
        reading = "" if self.over else clock_text(self.left)
        below: list[Setting] = []
        if reading and self.until is not None:
            below.append(best(self._until(canvas.tr), GO_ON, box.width(), GO_ON.line, (84, 76, 68, 60)))
        if self.text:
            below.append(best(self.text, TEXT, box.width(), box.height() * 0.3, (52, 48, 44)))
        tag = Tag(canvas.tr("pysäytetty"), "pause", None, "ink", "edge") if self.paused else None
        under = sum(each.height for each in below) + 16 * len(below) + (tag.height + 24 if tag is not None else 0.0)
        if reading:
            style = _as_large_as_fits(reading, box.width(), box.height() - under)
            y = box.top() + (box.height() - style.line - under) / 2
            canvas.reading(QRectF(box.left(), y, box.width(), style.line), reading, style)
            y += style.line
        else:
            setting = best(canvas.tr("Jatkamme nyt"), NOW, box.width(), (box.height() - under) * 0.86, NOW_SIZES)
            tail = setting.style.size * TAIL if below else 0.0
            y = box.top() + (box.height() - setting.height - tail - under) / 2
            y = canvas.put(setting, box.left(), y, align=CENTRE, room=box.width(), tier="A") + tail
        for each in below:
            y = canvas.put(each, box.left(), y, align=CENTRE, room=box.width()) + 16
        if tag is not None:
            tag.draw(canvas, box.center().x() - tag.width / 2, y + 24 + tag.height / 2)

    def _rug(self, canvas: Canvas, main: QRectF) -> None:
        layout = lay_out(self.around.rug, main.width(), RUG, self.around.now, RUG_SCALE)
        top = main.bottom() - RUG
        paint_rug(canvas.painter, QPointF(main.left(), top), layout, canvas.theme)
        for setting, x in self._labels(layout, main.width()):
            canvas.put(setting, main.left() + x, top - overhang(RUG_SCALE) - setting.height + 6, room=setting.widest)

    @property
    def _next_titled(self) -> int:
        """Which step of the rug comes next, of those with any time; one past the last = none."""
        steps = self.around.rug
        return next((i for i in range(self.current + 1, len(steps)) if steps[i][0] > 0), len(steps))

    def _labels(self, layout: RugLayout, width: float) -> list[tuple[Setting, float]]:
        """Titles over their cells: this step first, then the next one, then those to come after it, then what has been, of them
        the longest first; only where there is room. Where the next one has none, no later one is taken for it."""
        cells = layout.cells

        def by_length(steps: range) -> list[int]:
            return sorted(steps, key=lambda index: -cells[index].width)

        following = self._next_titled
        later = range(following + 1, len(cells))
        order = [self.current, following, *by_length(later), *by_length(range(max(0, self.current)))]
        taken: list[tuple[float, float]] = []
        placed = []
        without_next = False
        for index in order:
            title = self.around.rug[index][2] if 0 <= index < len(cells) else ""
            if not title or (without_next and index in later):
                continue
            setting = set_words(strong(title) if index == self.current else title, LABEL, ENDLESS)
            left = _free_place(cells[index], setting.widest, width, taken, index == following)
            if left is None:
                without_next = without_next or index == following
                continue
            taken.append((left, left + setting.widest))
            placed.append((setting, left))
        return placed


def _free_place(
    cell: RugCell, label: float, width: float, taken: Sequence[tuple[float, float]], anywhere: bool
) -> float | None:
    """The left edge of a label over the middle of its cell (`anywhere`: over any of it), moved aside a little when others stand
    there; None = no room."""
    middle = cell.x + cell.width / 2
    tries = [middle - label / 2, *(begin - APART - label for begin, _ in taken), *(end + APART for _, end in taken)]
    inside = (min(max(0.0, left), width - label) for left in tries)
    for left in sorted(inside, key=lambda left: abs(left + label / 2 - middle)):
        near = abs(left + label / 2 - middle) <= max(60.0, cell.width / 2) and left <= middle <= left + label
        near = near or (anywhere and left < cell.x + cell.width and left + label > cell.x)
        if (
            left >= 0
            and near
            and not any(left < end + APART - 0.5 and left + label > begin - APART + 0.5 for begin, end in taken)
        ):
            return left
    return None


def _as_large_as_fits(reading: str, width: float, height: float) -> Style:
    style = DIGITS
    while style.size > 120 and (reading_width(reading, style) > width or style.line > height):
        style = style.sized(style.size - 10)
    return style


def slide(stage: Stage) -> Slide:
    """The countdown of the break's timer."""
    timer = stage.state.run.timer(stage.step, stage.now_ms)
    left = max(0, -(-timer.left_ms // 1000))
    current = next((i for i, step in enumerate(stage.state.plan.steps()) if step.id == stage.step.id), -1)
    text = stage.settings.text.strip()
    return PauseSlide(stage.around, stage.title, left, stage.around.ends_at, text, not timer.running, current)

"""A list the room must be able to read: ground rules, what is voted on, the steps of a scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from fasilitaattori.kit.slides.rows import deal, evenly
from fasilitaattori.kit.slides.sheet import Canvas, Sheet, Tier, reading_width
from fasilitaattori.kit.slides.words import Setting, Style, evened, set_words

GAP = 48.0
"""Between two columns."""

PAD = 20.0
LEAST = 84.0
MOST_STRETCH = 40.0


@dataclass(frozen=True, slots=True)
class Item:
    """`lead` is its number or step, "" for none."""

    words: str
    lead: str = ""

    @property
    def spoken(self) -> str:
        """In one line."""
        return f"{self.lead} {self.words}".strip()


@dataclass(frozen=True, slots=True)
class _Placed:
    item: Item
    setting: Setting
    column: int
    height: float


class Items:
    """Items laid out into a box: as large as they fit on one page, first in one column, then in two; then in more pages."""

    def __init__(
        self, sheet: Sheet, box: QRectF, items: Sequence[Item], sizes: Sequence[int], leading: float = 1.18, columns: int = 2
    ) -> None:
        self.sheet, self.box, self.leading = sheet, box, leading
        self.columns, self.pages = 1, [[]]  # type: int, list[list[_Placed]]
        self.lead = 0.0
        tries = [(size, 1) for size in sizes if size > sizes[-1]]
        if columns > 1:
            tries += [(size, 2) for size in sizes]
        for size, wanted in [*tries, (sizes[-1], 1), (sizes[-1], columns)]:
            if self._tried(items, size, wanted):
                break
        if self.columns > 1 and any(each.height > box.height() + 0.5 for page in self.pages for each in page):
            self._tried(items, sizes[-1], 1)  # an item so long that it needs the whole width
        self.tier: Tier = "A" if self.size >= 60 else "B"

    def _tried(self, items: Sequence[Item], size: int, columns: int) -> bool:
        """Lays the items out; was one page enough?"""
        self.size, self.columns = size, columns
        number = self._number()
        widest = max((reading_width(item.lead, number) for item in items), default=0.0)
        self.lead = widest + 32 if widest else 0.0
        self.column = (self.box.width() - GAP * (columns - 1)) / columns
        style = Style(size, leading=self.leading)
        settings = [evened(set_words(item.words, style, self.column - self.lead)) for item in items]
        heights = [max(LEAST, setting.height + 2 * PAD) for setting in settings]
        stacks = evenly(heights, self.box.height()) if columns == 1 else _filled(heights, self.box.height())
        self.pages = [[] for _ in range(max(1, -(-len(stacks) // columns)))]
        for place, stack in enumerate(stacks):
            page, column = divmod(place, columns)
            self.pages[page] += [_Placed(items[i], settings[i], column, heights[i]) for i in stack]
        return len(self.pages) == 1 and not any(setting.broken for setting in settings)

    @property
    def fits(self) -> bool:
        """Is every item whole on its page?"""
        return all(each.height <= self.box.height() + 0.5 for page in self.pages for each in page)

    def _number(self) -> Style:
        return Style(max(60, self.size + 6), serif=True, bold=True, leading=1.0)

    def draw(self, canvas: Canvas, page: int, *, framed: bool = False) -> None:
        """Paint a page; in a frame no line stands over the first item."""
        for column in range(self.columns):
            placed = [each for each in self.pages[page] if each.column == column]
            if not placed:
                continue
            spare = (self.box.height() - sum(each.height for each in placed)) / len(placed)
            more = max(0.0, min(MOST_STRETCH * self.sheet.tall, spare))
            x, y = self.box.left() + column * (self.column + GAP), self.box.top()
            for each in placed:
                height = each.height + more
                if y > self.box.top() or not framed:
                    canvas.rule(x, y, self.column)
                top = y + (height - each.setting.height) / 2
                if each.item.lead:
                    line = QRectF(x, top, self.lead, each.setting.style.line)
                    canvas.reading(line, each.item.lead, self._number(), "kuusi", align=0.0)
                canvas.put(each.setting, x + self.lead, top, tier=self.tier)
                y += height


def _filled(heights: Sequence[float], room: float) -> list[list[int]]:
    """Columns of pages two columns wide, all of them nearly as full."""
    columns = len(evenly(heights, room))
    wanted = 2 * -(-columns // 2)
    most = -(-len(heights) // wanted)
    dealt = deal(heights, room, most)
    return dealt if len(dealt) <= wanted else evenly(heights, room)

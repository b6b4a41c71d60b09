"""The tags of a note on the wall, and where on it there is room for them: the words never move for a tag that comes or goes."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from fasilitaattori.i18n import Translator
from fasilitaattori.kit.slides.sheet import Tag
from fasilitaattori.kit.slides.words import Setting

SIZE = 36
"""Of the words on a full wall; everything else on a note is in proportion to it."""

TAG_SIZE = 33
APART, BETWEEN = 18.0, 12.0
"""Between words and a tag, and between two tags."""

PlacedTag = tuple[Tag, float, float]
"""(tag, left, middle)"""


class SmallTag(Tag):
    """A tag on a note: low enough for a line of its words."""

    __slots__ = ()
    PAD = 12.0

    @property
    def height(self) -> float:
        return self.size * 40 / TAG_SIZE


def tags_of(tr: Translator, same: int, new: bool, size: int) -> list[Tag]:
    """How many say the same, and that it has just come; beside words of this size."""
    tags: list[Tag] = []
    own = round(TAG_SIZE * size / SIZE)
    if same > 1:
        tags.append(SmallTag(tr("{n} samaa", n=same), fill="surface", ink="ink", border="edge", size=own))
    if new:
        tags.append(SmallTag(tr("uusi"), size=own))
    return tags


def beside_lines(words: Setting, tags: list[Tag], room: float, beyond: float, under: bool) -> tuple[list[PlacedTag], list[Tag]]:
    """Tags that fit beside a line of the words, from the last line up (measured from the top left of the words; they end
    `beyond` the words' `room`); and those that do not fit. `under`: there is room under the words for the first, which has no
    need to stand among them then."""
    inline: list[PlacedTag] = []
    rest: list[Tag] = []
    line = words.count - 1
    for number, tag in enumerate(tags):
        least = words.count - 1 if under and number == 0 else 0
        place = line
        while place >= least and room - words.lines[words.first + place].width < tag.width + APART:
            place -= 1
        if place < least:
            rest.append(tag)
        else:
            inline.append((tag, room + beyond - tag.width, (place + 0.5) * words.style.line))
            line = place - 1
    return inline, rest


def in_the_corner(tags: list[Tag], words: Setting, box: QRectF, left: float, edge: float) -> list[PlacedTag]:
    """One tag in the lower right corner of the note, `edge` from its border, when the words (which begin at `left`) end before
    it; [] when there is no room."""
    if len(tags) != 1:
        return []
    tag, last = tags[0], words.lines[max(words.first, words.last - 2) : words.last]
    x = box.right() - edge - tag.width
    if left + max((line.width for line in last), default=0.0) + APART > x:
        return []
    return [(tag, x, box.bottom() - edge - tag.height / 2)]


def in_a_row(tags: list[Tag], left: float, middle: float) -> list[PlacedTag]:
    """One after another from `left`."""
    placed = []
    for tag in tags:
        placed.append((tag, left, middle))
        left += tag.width + BETWEEN
    return placed

"""Paints notes in the columns of the wall: paper notes, and notes that wait with their two buttons."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from fasilitaattori.kit import paint
from fasilitaattori.kit.icons import paint_icon
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.note import desk_measures, divided, note_height, paint_note
from fasilitaattori.kit.tags import key_cap_size, paint_key_cap
from fasilitaattori.tools.ideas.console.items import Item
from fasilitaattori.tools.ideas.console.note_model import ITEM_ROLE

Index = QModelIndex | QPersistentModelIndex
LEFT, TOP, RIGHT, BOTTOM = 8, 5, 8, 0  # room around the paper for the selection frame, the badge and the focus ring
GAP = 2
BOX = 10  # padding of a waiting note


class NoteDelegate(QStyledItemDelegate):
    """Notes on the wall and hidden notes: paper with a folded corner."""

    def __init__(self, look: Look, language: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.look, self.language = look, language
        self.measures = desk_measures(look, language)

    def renew(self) -> bool:
        """The look changed: are notes measured in another way now?"""
        before, self.measures = self.measures, desk_measures(self.look, self.language)
        return before != self.measures

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        item: Item = index.data(ITEM_ROLE)
        width = _view_width(option)
        return QSize(width, self.height(item, width))

    def height(self, item: Item, width: int) -> int:
        """How high a note's row is in a column of this width."""
        return self._height(item, width - LEFT - RIGHT) + TOP + BOTTOM + GAP

    def _height(self, item: Item, width: int) -> int:
        return round(note_height(item.content, width, self.measures))

    def paper(self, rect: QRectF) -> QRectF:
        """Where the paper lies inside the row's rectangle."""
        return rect.adjusted(LEFT, TOP, -RIGHT, -BOTTOM - GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item: Item = index.data(ITEM_ROLE)
        paper, theme = self.paper(QRectF(option.rect)), self.look.theme
        paint_note(painter, paper, item.content, theme, self.measures, self.behind)
        picked = bool(option.state & QStyle.StateFlag.State_Selected)
        if not picked and option.state & QStyle.StateFlag.State_MouseOver:
            paint.frame(painter, paper.adjusted(-2, -2, 2, 2), 6, None, theme["kuusi"], 2)
        paint_frames(painter, paper, self.look, picked, bool(option.state & QStyle.StateFlag.State_HasFocus))

    behind = "surface"


class WaitingDelegate(NoteDelegate):
    """Notes that wait, or are hidden: plain boxes with two buttons ("show", "hide" or "edit")."""

    behind = "well"

    def _acts(self, item: Item) -> tuple[tuple[str, str, str], tuple[str, str, str]]:
        """(act, words, key) of the two buttons."""
        tr = self.look.tr
        hide = ("hide", tr("Piilota"), "H")
        if item.content.state == "hidden":
            return ("show", tr("Palauta"), "A"), ("edit", tr("Muokkaa"), "M")
        return (("edit", tr("Muokkaa"), "M") if item.suspect else ("show", tr("Hyväksy"), "A")), hide

    def _text(self, item: Item, width: float) -> QTextLayout:
        font = self.look.sans(16 if item.content.state != "hidden" else 15)
        layout = QTextLayout(divided(item.content.words, font, self.language, width), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        line_height, y = 22.4 * self.look.text_scale, 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1.0, width))
            line.setPosition(QPointF(0, y + (line_height - line.height()) / 2))
            y += line_height
        layout.endLayout()
        return layout

    def _text_height(self, layout: QTextLayout) -> float:
        return layout.lineCount() * 22.4 * self.look.text_scale

    def _height(self, item: Item, width: int) -> int:
        text = self._text_height(self._text(item, width - 2 * BOX))
        tag = self.look.px(28) if item.suspect else 0
        return round(8 + tag + text + 7 + self.look.px(34) + 9)

    def buttons(self, row: QRectF, item: Item, focused: bool) -> list[tuple[QRectF, str, str, str]]:
        """(place, act, words, key cap or "") of the buttons of a note."""
        paper, px = self.paper(row), self.look.px
        x, top = paper.left() + BOX, paper.bottom() - px(34) - 9
        found = []
        font = self.look.sans(15, True)
        for act, words, key in self._acts(item):
            cap = key if focused and self.look.show_keys else ""
            width = QFontMetricsF(font).horizontalAdvance(words) + 2 * px(8)
            if cap:
                width += key_cap_size(self.look, cap)[0] + px(6)
            found.append((QRectF(x, top, round(width), px(34)), act, words, cap))
            x += round(width) + 5
        return found

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item: Item = index.data(ITEM_ROLE)
        row, theme, px = QRectF(option.rect), self.look.theme, self.look.px
        paper = self.paper(row)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        paint.frame(painter, paper, 6, theme["surface"], theme["edge"], self.look.border(1.5))
        top = paper.top() + 8
        if item.suspect:
            self._paint_doubt(painter, QRectF(paper.left() + BOX, top, paper.width() - 2 * BOX, px(24)))
            top += px(28)
        with paint.saved(painter):
            painter.setPen(theme["ink" if item.content.state != "hidden" else "ink2"])
            self._text(item, paper.width() - 2 * BOX).draw(painter, QPointF(paper.left() + BOX, top))
        for place, act, words, cap in self.buttons(row, item, focused):
            self._paint_button(painter, place, words, cap, act == "show" and focused, _is_over(option, place))
        paint_frames(painter, paper, self.look, bool(option.state & QStyle.StateFlag.State_Selected), focused)

    def _paint_doubt(self, painter: QPainter, room: QRectF) -> None:
        theme, px = self.look.theme, self.look.px
        words, font = self.look.tr("Näyttää nimeltä"), self.look.sans(14, True)
        width = QFontMetricsF(font).horizontalAdvance(words) + px(16) + px(16) + px(5)
        tag = QRectF(room.left(), room.top(), min(width, room.width()), room.height())
        edge = theme["edge"] if theme.high_contrast else None
        paint.frame(painter, tag, 4, theme["savi-tint"], edge, self.look.border(1.5))
        side = px(16)
        paint_icon(painter, QRectF(tag.left() + px(8), tag.center().y() - side / 2, side, side), "warning", theme["savi"])
        rest = tag.adjusted(px(8) + side + px(5), 0, -px(6), 0)
        paint.text(painter, rest, words, font, theme["savi"], Qt.AlignmentFlag.AlignVCenter)

    def _paint_button(self, painter: QPainter, place: QRectF, words: str, cap: str, primary: bool, over: bool) -> None:
        theme, px = self.look.theme, self.look.px
        fill, ink, border = ("kuusi-hover" if over else "kuusi", "on-kuusi", "kuusi") if primary else ("surface", "ink", "edge")
        if over and not primary:
            fill, border = "kuusi-tint", "kuusi"
        paint.frame(painter, place, 6, theme[fill], theme[border], self.look.border(1.5))
        font = self.look.sans(15, True)
        room = place.adjusted(px(8), 0, -px(4), 0)
        paint.text(painter, room, words, font, theme[ink], Qt.AlignmentFlag.AlignVCenter)
        if cap:
            width, height = key_cap_size(self.look, cap)
            spot = QRectF(
                round(place.right() - px(8) - width), round(place.center().y() - height / 2), round(width), round(height)
            )
            paint_key_cap(painter, self.look, spot, cap, ink)

    def act_at(self, row: QRectF, item: Item, at: QPointF, focused: bool) -> str:
        """The act of the button under a point, "" when there is none."""
        return next((act for place, act, _, _ in self.buttons(row, item, focused) if place.contains(at)), "")


def paint_frames(painter: QPainter, paper: QRectF, look: Look, picked: bool, focused: bool) -> None:
    """What lies around a note: selected, a 3 pixel ink frame; with the focus its ring, inside that frame; and over both of them
    the check badge of what is selected."""
    theme = look.theme
    if picked:
        paint.frame(painter, paper.adjusted(-4, -4, 4, 4), 6, None, theme["ink"], 3)
    if focused:
        _paint_ring(painter, paper, look, picked)
    if picked:
        _paint_badge(painter, paper, look)


def _paint_badge(painter: QPainter, paper: QRectF, look: Look) -> None:
    theme = look.theme
    badge = QRectF(paper.left() - LEFT, paper.top() - TOP, 22, 22)  # inside the row, or the first one would be cut
    paint.frame(painter, badge, 11, theme["ink"])
    paint_icon(painter, badge.adjusted(4.5, 4.5, -4.5, -4.5), "check", theme["surface"])


def _paint_ring(painter: QPainter, paper: QRectF, look: Look, picked: bool) -> None:
    with paint.saved(painter):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.theme["focus"], 3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        out = 0.5 if picked else 3.5
        painter.drawRoundedRect(paper.adjusted(-out, -out, out, out), 6, 6)


def _view_width(option: QStyleOptionViewItem) -> int:
    view = option.widget
    return view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()


def _is_over(option: QStyleOptionViewItem, place: QRectF) -> bool:
    view = option.widget
    if not isinstance(view, QAbstractItemView) or not option.state & QStyle.StateFlag.State_MouseOver:
        return False
    return place.contains(QPointF(view.viewport().mapFromGlobal(view.cursor().pos())))

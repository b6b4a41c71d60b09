"""The methods as cards, those that suit first."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from fasilitaattori.desktop.methods.choice import minutes_range
from fasilitaattori.kit.guarded import guarded
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.panels import Card
from fasilitaattori.kit.rug_widgets import RugStrip
from fasilitaattori.methods.choosing import Fit
from fasilitaattori.methods.model import Method

CARD_WIDTH, THREE_WIDTH = 226, 320  # pixels at 100 %: of a card that has another beside it; of one of three


def people_range(method: Method) -> str:
    """ "6–25"."""
    return f"{method.group.min}–{method.group.max}"


class _Summary(Label):
    """What the method is, on two lines: as many whole sentences as they hold."""

    LINES = 2

    def __init__(self, look: Look, words: str) -> None:
        sentences = re.split(r"(?<=[.!?])\s+", words)
        self._lengths = [" ".join(sentences[:count]) for count in range(len(sentences), 0, -1)]
        super().__init__(look, words, "dense", "ink2", max_lines=self.LINES)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose()

    @Slot()
    def refresh(self) -> None:
        super().refresh()
        self.setMinimumHeight(self.LINES * self._line_height() + self._overhang())
        self._choose()

    def _choose(self) -> None:
        """The longest that fits; the first sentence is shortened when not even that does."""
        for words in self._lengths:
            if len(self._broken(words, self.width())) <= self.LINES:
                break
        self.set_text(words)


class _Meta(QWidget):
    """Minutes and people at the left; whether it suits at the right, or under them when there is no room beside."""

    GAP, ROW_GAP = 6, 3

    def __init__(self, look: Look, minutes: str, people: str) -> None:
        super().__init__()
        self.look = look
        self._facts = [
            Label(look, minutes, "meta", wrap=False, icon="clock", parent=self),
            Label(look, people, "meta", wrap=False, icon="users-three", parent=self),
        ]
        self._fit = Label(look, "", "meta-strong", wrap=False, parent=self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._place)

    def set_fit(self, words: str, suits: bool) -> None:
        """Say whether it suits."""
        self._fit.set_icon("check" if suits else "warning", "kuusi" if suits else "savi")
        self._fit.set_text(words)
        self.updateGeometry()
        self._place()

    def _left(self) -> int:
        return sum(fact.sizeHint().width() + self.GAP for fact in self._facts)

    def _beside(self, width: int) -> bool:
        return self._left() + self._fit.sizeHint().width() <= width

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        line = self._fit.sizeHint().height()
        return line if self._beside(width) else 2 * line + self.ROW_GAP

    def sizeHint(self) -> QSize:
        width = self._left() + self._fit.sizeHint().width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self._left(), self.look.px(120)), self._fit.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @Slot()
    def _place(self) -> None:
        x = 0
        for fact in self._facts:
            size = fact.sizeHint()
            fact.setGeometry(x, 0, min(size.width(), self.width() - x), size.height())
            x += size.width() + self.GAP
        size = self._fit.sizeHint()
        if self._beside(self.width()):
            self._fit.setGeometry(self.width() - size.width(), 0, size.width(), size.height())
        else:
            self._fit.setGeometry(0, size.height() + self.ROW_GAP, min(size.width(), self.width()), size.height())


class MethodCard(Card):
    """One method: name, what it is, its rug, and whether it suits."""

    def __init__(self, look: Look, method: Method, parent: QWidget | None = None) -> None:
        self.method = method
        self._local = method.in_language(look.tr.language)
        super().__init__(look, self._local.name, (12, 11, 12, 11), parent=parent)
        self.body.setSpacing(1)
        title = Label(look, self._local.name, "card")
        self._summary = _Summary(look, self._local.summary)
        rug = RugStrip(look, 11, 0.6, fringe=False, marker=False)
        rug.set_steps(self._local.rug)
        self._meta = _Meta(look, minutes_range(look.tr, method), people_range(method))
        for part in (title, self._summary):
            self.body.addWidget(part)
        self.body.addSpacing(7)
        self.body.addStretch(1)
        self.body.addWidget(rug)
        self.body.addSpacing(7)
        self.body.addWidget(self._meta)

    def said(self) -> str:
        """As much of what the method is as the card tells."""
        return self._summary.words()

    def set_fit(self, fit: Fit) -> None:
        """Say whether it suits."""
        words = fit.text(self.look.tr)
        self._meta.set_fit(words, fit.ok)
        self.setAccessibleDescription(f"{self._local.summary} {words}")


class MethodGrid(QWidget):
    """Cards in one to three columns. `chosen(method id)` when one is clicked; arrow keys walk from card to card."""

    chosen = Signal(str)

    def __init__(self, look: Look, methods: Sequence[Method], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._cards: dict[str, MethodCard] = {}
        self._shown: list[MethodCard] = []
        self._columns = 2
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(6, 6, 6, 6)
        self._grid.setSpacing(12)
        self.set_methods(methods)
        look.changed.connect(self._arrange)

    def set_methods(self, methods: Sequence[Method]) -> None:
        """There are these methods now; a card stays while its method is the same."""
        kept = {method.id: method for method in methods}
        for key, card in list(self._cards.items()):
            if kept.get(key) != card.method:
                self._grid.removeWidget(card)
                card.hide()
                card.deleteLater()
                del self._cards[key]
        self._shown = []
        for key, method in kept.items():
            if key not in self._cards:
                card = self._cards[key] = MethodCard(self.look, method, self)
                card.hide()
                card.installEventFilter(self)
                card.clicked.connect(lambda key=key: self.chosen.emit(key))

    def show_methods(self, found: Sequence[tuple[Method, Fit]]) -> None:
        """Show these in this order."""
        shown = []
        for method, fit in found:
            card = self._cards[method.id]
            card.set_fit(fit)
            shown.append(card)
        if shown != self._shown:
            self._shown = shown
            self._place()

    def select(self, method_id: str) -> None:
        """Mark one as chosen."""
        for key, card in self._cards.items():
            card.set_selected(key == method_id)

    def card(self, method_id: str) -> MethodCard:
        """The card of a method."""
        return self._cards[method_id]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @Slot()
    def _arrange(self) -> None:
        width, px = self.width(), self.look.px
        columns = 3 if width >= 3 * px(THREE_WIDTH) else 2 if width >= 2 * px(CARD_WIDTH) else 1
        if columns != self._columns:
            self._columns = columns
            self._place()

    def _place(self) -> None:
        for card in self._cards.values():
            self._grid.removeWidget(card)
            card.setVisible(card in self._shown)
        for place, card in enumerate(self._shown):
            self._grid.addWidget(card, place // self._columns, place % self._columns)
        for column in range(3):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)
        for row in range(self._grid.rowCount() + 1):
            self._grid.setRowStretch(row, 0)
        self._grid.setRowStretch(len(self._shown) // self._columns + 2, 1)

    @guarded
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and watched in self._shown:
            steps = {
                Qt.Key.Key_Left: -1,
                Qt.Key.Key_Right: 1,
                Qt.Key.Key_Up: -self._columns,
                Qt.Key.Key_Down: self._columns,
            }
            step = steps.get(Qt.Key(event.key()))
            if step is not None:
                here = next(i for i, card in enumerate(self._shown) if card is watched)
                there = here + step
                if 0 <= there < len(self._shown):
                    self._shown[there].setFocus()
                return True
        return False

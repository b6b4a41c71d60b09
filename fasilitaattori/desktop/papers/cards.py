"""The papers as cards, in as many columns as there is room for and with all rows as full as can be."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from fasilitaattori.desktop.papers.card import PaperCard
from fasilitaattori.desktop.papers.kinds import KINDS, Kind
from fasilitaattori.kit.look import Look

CARD_WIDTH, MOST_COLUMNS = 188, 5  # of cards with the page over the words
GAP = 12
FEW = 8  # cards that are made at once


class PaperCards(QWidget):
    """`by_key` has them; `chosen(key)` when one is to be looked at, `checked(key, on)` when one is to be given out or not."""

    chosen = Signal(str)
    checked = Signal(str, bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.by_key: dict[str, PaperCard] = {}
        self._shown: Sequence[Kind] = ()
        self._columns = 1
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)

    def build(self) -> Iterator[None]:
        """Makes the cards, and stops where events may be handled."""
        for place, kind in enumerate(KINDS):
            card = self.by_key[kind.key] = PaperCard(self.look, kind, self)
            card.clicked.connect(lambda _=False, key=kind.key: self.chosen.emit(key))
            card.checked_changed.connect(self.checked)
            card.width_changed.connect(self.even_out)
            if place % FEW == FEW - 1:
                yield

    def arrange(self, kinds: Sequence[Kind], room: float) -> None:
        """Show the cards of these papers in so much room (pixels)."""
        self._shown = kinds
        self._columns = _columns(len(kinds), room + GAP, self.look.px(CARD_WIDTH) + GAP)
        for place, kind in enumerate(kinds):
            self.by_key[kind.key].set_beside(self._columns == 1)
            self._grid.addWidget(self.by_key[kind.key], place // self._columns, place % self._columns)
        for kind in KINDS:
            self.by_key[kind.key].setVisible(kind in kinds)
        for column in range(MOST_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)
        self.even_out()

    @Slot()
    def even_out(self) -> None:
        """The words of all cards as high as the highest of them, where they stand under the pages."""
        shown = [self.by_key[kind.key] for kind in self._shown]
        height = max((card.words_height() for card in shown), default=0) if self._columns > 1 else 0
        for card in shown:
            card.set_words_height(height)


def _columns(cards: int, room: float, card: float) -> int:
    """In how many columns so many cards stand."""
    most = max(1, min(MOST_COLUMNS, int(room // card)))
    rows = -(-cards // most)
    return -(-cards // rows)

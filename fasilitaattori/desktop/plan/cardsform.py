"""The question cards of a step: taken from a deck or written by oneself, each with a question that goes deeper and a theme."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fasilitaattori.desktop.entries import LineEntry
from fasilitaattori.desktop.plan.items import ItemList
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.fields import Field, Select
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.panels import Panel
from fasilitaattori.methods.library import Library
from fasilitaattori.tools.cards.model import Card


class CardsEditor(QWidget):
    """`changed({"cards": …})`, with "deck" too when a whole deck was taken."""

    changed = Signal(object)

    def __init__(self, look: Look, library: Library, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self._library, self._language = look, library, language
        self._cards: list[Card] = []
        tr = look.tr
        self._deck = Select(look, tr("Pakka"))
        for deck in library.decks:
            local = deck.in_language(language)
            self._deck.addItem(tr.n("{name}, {n} kortti", "{name}, {n} korttia", len(local.cards), name=local.name), deck.id)
        self.take_button = Button(look, tr("Ota pakka"), icon="download-simple")
        self.list = ItemList(look, tr("Kysymyskortit"), tr("Lisää kortti"))
        self._more = Panel(look, surface="well", margins=(12, 8, 12, 10))
        self._deeper, self._theme = LineEntry(small=True), LineEntry(small=True)
        self._of = Label(look, "", "small-strong", max_lines=2)
        self._at = -1
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        tr = self.look.tr
        deck = QHBoxLayout()
        deck.addWidget(self._deck, 1)
        deck.addWidget(self.take_button)
        self._more.body.addWidget(self._of)
        self._more.body.addWidget(Field(self.look, tr("Syventävä kysymys"), self._deeper))
        self._more.body.addWidget(Field(self.look, tr("Teema"), self._theme))
        self._more.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        if self._library.decks:
            column.addLayout(deck)
        column.addWidget(self.list)
        column.addWidget(self._more)

    def _connect(self) -> None:
        self.take_button.clicked.connect(self._take_deck)
        self.list.changed.connect(self._written)
        self.list.pointed.connect(self._point)
        self._deeper.committed.connect(lambda words: self.change(deeper=words.strip()))
        self._theme.committed.connect(lambda words: self.change(theme=words.strip()))

    def show_cards(self, cards: Sequence[Card]) -> None:
        """Show these cards."""
        self._cards = list(cards)
        self.list.show_texts([card.question for card in cards])
        if self._at >= len(self._cards):
            self._point(-1)
        elif self._at >= 0:
            self._point(self._at)

    @Slot()
    def _take_deck(self) -> None:
        deck = self._library.deck(str(self._deck.currentData()))
        if deck is not None:
            self.changed.emit({"cards": deck.in_language(self._language).settings(), "deck": deck.id})

    @Slot(object)
    def _written(self, questions: list[str]) -> None:
        """Cards keep what belongs to their question when they are ordered anew; a new wording keeps it by its place."""
        known = {card.question: card for card in self._cards}
        cards = []
        for place, question in enumerate(questions):
            same_place = self._cards[place] if place < len(self._cards) and len(questions) == len(self._cards) else None
            card = known.get(question) or same_place
            cards.append(_as_settings(question, card))
        self.changed.emit({"cards": cards})

    @Slot(int)
    def _point(self, place: int) -> None:
        self._at = place
        self._more.setVisible(0 <= place < len(self._cards))
        if 0 <= place < len(self._cards):
            card = self._cards[place]
            self._of.set_text(card.question)
            self._deeper.set_value(card.deeper)
            self._theme.set_value(card.theme)

    def change(self, **changes: str) -> None:
        """Change fields of the card that is pointed at."""
        if 0 <= self._at < len(self._cards):
            cards = [_as_settings(card.question, card) for card in self._cards]
            cards[self._at] |= changes
            self.changed.emit({"cards": cards})


def _as_settings(question: str, card: Card | None) -> dict[str, Any]:
    """A card as the settings hold it."""
    kept = {"deeper": card.deeper, "theme": card.theme} if card is not None else {"deeper": "", "theme": ""}
    return {"question": question, **kept}

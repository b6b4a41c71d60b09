"""A deck on the live desk: the card that is up, forward, back and aside; the speaker queue has the middle."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from fasilitaattori.kit.bridge import Session
from fasilitaattori.kit.buttons import Button, IconButton
from fasilitaattori.kit.console import ALL, Console
from fasilitaattori.kit.folding import FoldingButton
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.room_card import RoomCard
from fasilitaattori.tools.cards import model
from fasilitaattori.workshop.agenda import Step


class CardsConsole(Console):
    """Cards are turned up one at a time; a card put aside is not for tonight."""

    def __init__(self, look: Look, session: Session, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(look, session, step, parent)
        tr = look.tr
        self.card = RoomCard(look, "")
        self.back_button = IconButton(look, "caret-left", tr("Edellinen kortti"), size="small")
        self.aside_button = FoldingButton(look, tr("Sivuun"), size="small", icon="eye-slash")
        self.aside_button.set_hint(tr("Laita kortti sivuun: sitä ei käytetä tänään"))
        self.next_button = Button(look, tr("Seuraava"), size="small", arrow="caret-right")
        self.next_button.setAccessibleName(tr("Seuraava kortti"))
        self.back_button.clicked.connect(self._back)
        self.aside_button.clicked.connect(self._put_aside)
        self.next_button.clicked.connect(self._draw)
        for button in (self.back_button, self.aside_button, self.next_button):
            self.card.row.addWidget(button)
        self.refresh(ALL)

    def room_part(self) -> QWidget | None:
        return self.card

    def fills_middle(self) -> bool:
        return False

    def wants_floor(self) -> bool:
        return True

    def phone_words(self) -> str:
        return self.look.tr("puheenvuoro")

    def set_low(self, low: bool) -> None:
        self.card.set_low(low)

    def refresh(self, touched: AbstractSet[str]) -> None:
        tr, mine = self.look.tr, self.mine
        seen = [card for card in mine.drawn if card not in mine.aside]
        up = model.card_up(self.state, self.step)
        total = len(seen) + len(mine.left)
        place = seen.index(mine.up) + 1 if mine.up in seen else 0
        if up is None:
            self.card.set_caption(tr("Pakka: {n} korttia jäljellä", n=len(mine.left)))
            words = tr("Nosta ensimmäinen kortti.") if mine.left else tr("Pakka on käyty läpi.")
            self.card.set_words(words, notes=self.step.notes)
        else:
            shown = tr("Kortti {n} / {total} valkokankaalla", n=place, total=total)
            self.card.set_caption(f"{up.theme} · {shown}" if up.theme else shown)
            self.card.set_words(up.question, up.deeper, self.step.notes)
        self.back_button.setEnabled(place > 1 or (up is None and bool(seen)))
        self.next_button.setEnabled(bool(mine.left) or 0 < place < len(seen))
        self.next_button.set_hint("" if self.next_button.isEnabled() else tr("Pakka on käyty läpi"))
        self.aside_button.setEnabled(up is not None)

    @Slot()
    def _draw(self) -> None:
        self.do(model.draw(self.step_id))

    @Slot()
    def _back(self) -> None:
        self.do(model.back(self.step_id))

    @Slot()
    def _put_aside(self) -> None:
        self.do(model.put_aside(self.step_id), lambda _: self.told.emit(self.look.tr("Kortti laitettiin sivuun"), True))

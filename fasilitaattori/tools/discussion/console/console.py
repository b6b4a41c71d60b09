"""A dialogue on the live desk: the prompt in the now panel, and over the speaker queue the ground rules and the round."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fasilitaattori.kit.bridge import Session
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.console import ALL, Console
from fasilitaattori.kit.folding import FoldingButton
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.room_card import RoomCard
from fasilitaattori.tools.discussion import model
from fasilitaattori.tools.discussion.console.round_panel import RoundPanel
from fasilitaattori.tools.discussion.console.rules_panel import RulesPanel
from fasilitaattori.workshop.agenda import Step


class DiscussionConsole(Console):
    """The ground rules stay until the room has accepted them; a round takes the place of the speaker queue while it lasts."""

    def __init__(self, look: Look, session: Session, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(look, session, step, parent)
        tr = look.tr
        self.card = RoomCard(look, tr("Valkokankaalla"))
        self.back_button = FoldingButton(look, tr("Edellinen"), size="small", icon="caret-left")
        self.next_button = Button(look, tr("Seuraava"), size="small", arrow="caret-right")
        self.back_button.clicked.connect(self._back)
        self.next_button.clicked.connect(self._next)
        for button in (self.back_button, self.next_button):
            self.card.row.addWidget(button)
        self.rules = RulesPanel(look)
        self.rules.accepted.connect(self._accept)
        self.round = RoundPanel(look)
        self.round.start_requested.connect(self._start_round)
        self.round.moved.connect(self._move_round)
        self.round.end_requested.connect(self._end_round)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.rules)
        column.addWidget(self.round, 1)
        self.refresh(ALL)

    # --- what the desk asks ---

    def room_part(self) -> QWidget | None:
        return self.card

    def fills_middle(self) -> bool:
        return bool(self.settings.ground_rules) or self._has_rounds()

    def wants_floor(self) -> bool:
        return self.mine.round is None

    def turn_seconds(self) -> int:
        return int(self.settings.turn_seconds)

    def next_one(self) -> None:
        if self.mine.round is not None:
            self._move_round(False)

    def phone_words(self) -> str:
        tr = self.look.tr
        if self.settings.ground_rules and not self.mine.room_accepted:
            return tr("pelisäännöt")
        return tr("puheenvuoro") if self.settings.floor else ""

    def _has_rounds(self) -> bool:
        return bool(self.settings.rounds or self.mine.rounds)

    # --- showing ---

    def set_low(self, low: bool) -> None:
        self.card.set_low(low)

    def refresh(self, touched: AbstractSet[str]) -> None:
        tr, settings, mine = self.look.tr, self.settings, self.mine
        prompts = settings.prompts
        index = min(mine.prompt_index, max(0, len(prompts) - 1))
        several = len(prompts) > 1
        caption = tr("Kysymys {n} / {total} valkokankaalla", n=index + 1, total=len(prompts)) if several else ""
        self.card.set_caption(caption or tr("Valkokankaalla"))
        self.card.set_words(prompts[index] if prompts else self.step.title, settings.aside, self.step.notes)
        self.back_button.setVisible(several)
        self.next_button.setVisible(several)
        self.back_button.setEnabled(index > 0)
        self.next_button.setEnabled(index + 1 < len(prompts))
        self.rules.setVisible(bool(settings.ground_rules) and mine.round is None)
        phones = self.phones()
        self.rules.show_rules(settings.ground_rules, len(mine.accepted & phones), len(phones), mine.room_accepted)
        self.round.setVisible(self._has_rounds())
        names = {n: self.state.people.shown_name(n) or tr("Osallistuja {n}", n=n) for n in self.state.people.all}
        self.round.show_round(mine.round, mine.rounds, names)
        self.tick(self.now_ms)
        self.parts_changed.emit()

    def tick(self, now_ms: int) -> None:
        going = self.mine.round
        if going is not None:
            self.round.show_time(now_ms - going.turn_ms, self.turn_seconds())

    # --- acting ---

    @Slot()
    def _back(self) -> None:
        self.do(model.show_prompt(self.step_id, self.mine.prompt_index - 1))

    @Slot()
    def _next(self) -> None:
        self.do(model.show_prompt(self.step_id, self.mine.prompt_index + 1))

    @Slot()
    def _accept(self) -> None:
        self.do(model.accept_aloud(self.step_id))

    @Slot()
    def _start_round(self) -> None:
        self.do(model.start_round(self.step_id))

    @Slot(bool)
    def _move_round(self, passed: bool) -> None:
        going = self.mine.round
        if going is not None:
            self.do(model.move_round(self.step_id, passed=passed, of=going.current))

    @Slot()
    def _end_round(self) -> None:
        self.do(model.end_round(self.step_id), lambda _: self.told.emit(self.look.tr("Kierros päätettiin"), True))

"""A vote on the live desk: open or closed, turnout, hands counted in the room, and the result when the box is counted."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from fasilitaattori.kit.answered import VOTED, show_answered
from fasilitaattori.kit.bridge import Session
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.console import ALL, Console
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.panels import EmptyState, Panel
from fasilitaattori.kit.readingorder import take_place
from fasilitaattori.kit.room_card import RoomCard
from fasilitaattori.kit.rows import Column
from fasilitaattori.kit.shares import SpeakingBar
from fasilitaattori.kit.tags import Tag
from fasilitaattori.tools.vote.console import asking
from fasilitaattori.tools.vote.console.rows import Row, VoteRows
from fasilitaattori.tools.vote.model import Settings, State
from fasilitaattori.tools.vote.model.facts import DOTS, ONE, SCALE
from fasilitaattori.tools.vote.model.rules import MAX_HANDS, count_hands, scale_keys
from fasilitaattori.workshop import running
from fasilitaattori.workshop.agenda import Step

LEAST_LIST = 88  # pixels at 100 %: the heading of the numbers, and one row
AGREED_FROM = 3  # fist to five: consensus when everybody gives at least three


class VoteConsole(Console):
    """Tallies of the phones are hidden until the vote is closed, from the facilitator too."""

    def __init__(self, look: Look, session: Session, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(look, session, step, parent)
        self._low = False
        tr = look.tr
        self.card = RoomCard(look, tr("Valkokankaalla"))
        self.panel = Panel(look, tr("Äänestys"), margins=(0, 0, 0, 0), spacing=0)
        self.panel.head.setContentsMargins(16, 12, 14, 10)
        self.tag = Tag(look, "", "line")
        self.panel.head.addWidget(self.tag, 0, Qt.AlignmentFlag.AlignVCenter)
        self._make_turnout()
        self.rows = VoteRows(look, MAX_HANDS)
        self.rows.changed.connect(self._save_hands)
        self.rows.typed.connect(self._typed)
        self.rows.voters_field.submitted.connect(self._said_hands)
        scroll = Column(tr("Vaihtoehdot"), margins=(16, 4, 10, 4))
        scroll.rows.addWidget(self.rows)
        scroll.rows.addStretch(1)
        self.list = scroll
        look.changed.connect(self._fit_list)
        self._fit_list()
        self.panel.body.addWidget(scroll, 1)
        self.nothing = EmptyState(
            look, tr("Ei vielä äänestettävää"), tr("Kerää ensin ideoita tai lisää vaihtoehdot vaiheeseen.")
        )
        self.panel.body.addWidget(self.nothing, 1)
        self._make_foot()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)
        self.refresh(ALL)

    @Slot()
    def _fit_list(self) -> None:
        """So high that a candidate can be seen, however large the text is; the page scrolls then."""
        self.list.setMinimumHeight(self.look.px(LEAST_LIST))

    def _make_turnout(self) -> None:
        tr = self.look.tr
        self.turnout = Label(self.look, role="name", wrap=False)
        self.turnout.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.bar = SpeakingBar(self.look)
        self.bar.setAccessibleName(tr("Äänestäneiden osuus"))
        self.secret = Label(self.look, role="small", tone="ink2", icon="eye-slash")
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(16, 0, 16, 8)
        column.setSpacing(7)
        for widget in (self.turnout, self.bar, self.secret):
            column.addWidget(widget)
        self.panel.body.addWidget(box)

    def _make_foot(self) -> None:
        tr = self.look.tr
        self.warning = Label(self.look, role="small", tone="savi", icon="warning")
        self.told_result = Label(self.look, role="dense")
        self.hand_hint = Label(self.look, "", "small", "ink2", icon="hand-palm")
        self.hand_button = Button(self.look, tr("Laske kädet"), icon="hand-palm", key="F7")
        self.hand_button.clicked.connect(self.add_by_hand)
        self.close_button = Button(self.look, tr("Sulje ja laske"), "primary", icon="check")
        self.close_button.clicked.connect(self._ask_close)
        self.again_button = Button(self.look, "", icon="arrow-clockwise")
        self.again_button.clicked.connect(self._open_again)
        self.paper_button = Button(self.look, tr("Syötä paperilta…"), size="small", icon="clipboard-text")
        self.paper_button.clicked.connect(self.papers_requested)
        hint = QHBoxLayout()
        hint.setSpacing(8)
        hint.addWidget(self.hand_hint, 1)
        hint.addStretch(0)
        hint.addWidget(self.paper_button, 0, Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.hand_button)
        row.addStretch(1)
        row.addWidget(self.again_button)
        row.addWidget(self.close_button)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 8, 14, 14)
        foot.setSpacing(8)
        foot.addWidget(self.warning)
        foot.addWidget(self.told_result)
        foot.addLayout(hint)
        foot.addLayout(row)
        self.panel.body.addLayout(foot)

    # --- what the desk asks ---

    def room_part(self) -> QWidget | None:
        return self.card

    def phone_words(self) -> str:
        return self.look.tr("äänestys") if self.mine.open else ""

    def add_by_hand(self) -> bool:
        return self.rows.focus_first()

    def type_digit(self, digit: str) -> bool:
        return self.rows.begin(digit)

    # --- showing ---

    def set_low(self, low: bool) -> None:
        self.card.set_low(low)
        self._low = low
        self._show_hints()

    def _show_hints(self) -> None:
        """What one knows by heart after the first vote goes first when the window is low."""
        self.hand_hint.setVisible(bool(self.mine.candidates) and (not self._low or self.rows.unsaved))
        self.secret.setVisible(not self._low or self.mine.open)

    def refresh(self, touched: AbstractSet[str]) -> None:
        tr, vote, settings = self.look.tr, self.mine, self.settings
        self.card.set_words(settings.question or self.step.title, self._rule(settings), self.step.notes)
        self._show_state(vote)
        has = bool(vote.candidates)
        self.list.setVisible(has)
        self.nothing.setVisible(not has)
        if has:
            unit = tr("Pisteitä") if settings.kind == DOTS else tr("Ääniä")
            self.rows.adds_up = settings.kind in (ONE, SCALE)
            rows = self._scale_rows(vote, settings) if settings.kind == SCALE else self._rows(vote, settings)
            self.rows.show_rows(rows, vote.hand_voters, tr("Käsin"), unit, vote.result is not None)
        self.told_result.set_text(self._result_words(vote, settings))
        self.told_result.setVisible(bool(self.told_result.words()))
        self._warn(vote, settings)

    def _show_state(self, vote: State) -> None:
        tr = self.look.tr
        cast = vote.turnout(self.state.turnout)
        phones = len(self.phones())
        counted = vote.result is not None
        if vote.open:
            self.tag.set_tag(tr("Auki"), "nyt", "play-circle")
        elif vote.nobody:
            self.tag.set_tag(tr("Ei äänestetty"), "line", "info")
        elif counted:
            self.tag.set_tag(tr("Laskettu"), "kuusi", "check")
        else:
            self.tag.set_tag(tr("Kiinni"), "line", "lock-simple")
        show_answered(self.turnout, VOTED, cast, phones)
        if vote.hand_voters:
            self.turnout.set_text(self.turnout.words() + " · " + tr("{n} käsin", n=vote.hand_voters))
        self.bar.set_share(cast / max(1, cast, phones))
        self.bar.setVisible(vote.open)
        blanks, rejected = (vote.result.blanks, vote.result.rejected) if vote.result else (0, 0)
        spoilt = [tr.n("Tyhjiä ääniä {n}.", "Tyhjiä ääniä {n}.", blanks)] if blanks else []
        spoilt += [tr("Hylättyjä lippuja {n}.", n=rejected)] if rejected else []
        told = " ".join(spoilt) or tr("Kukaan ei näe, kuka äänesti mitä.")
        if vote.nobody:
            told = tr("Kukaan ei äänestänyt, joten tulosta ei ole.")
        told = told if counted else tr("Äänet näkyvät vasta, kun suljet äänestyksen.")
        papers = [tr("Heistä {n} paperilla.", n=vote.on_paper)] if vote.on_paper else []
        if vote.late:
            told = tr("Papereiden lisäys on kesken: paina Laske mukaan, kun pino on syötetty.")
        self.secret.set_text(" ".join([*papers, told]))
        take_place(*((self.again_button, self.close_button) if vote.open else (self.close_button, self.again_button)))
        if vote.late:
            self.again_button.hide()  # first what is being typed in is counted
        self.again_button.set_words(tr("Avaa äänestys") if vote.nobody or not counted else tr("Äänestä uudelleen"))
        self.hand_button.setVisible(bool(vote.candidates))
        self._show_hints()

    def _rule(self, settings: Settings) -> str:
        tr = self.look.tr
        if settings.kind == DOTS:
            told = tr.n("{n} piste jokaiselle", "{n} pistettä jokaiselle", settings.dots)
            return told + ", " + tr("samalle enintään {n}", n=settings.per_option)
        if settings.kind == ONE:
            return tr("Jokainen valitsee yhden")
        if settings.kind == SCALE:
            return tr("Nollasta viiteen")
        if settings.max_choices:
            return tr("Jokainen valitsee enintään {n}", n=settings.max_choices)
        return tr("Jokainen valitsee niin monta kuin haluaa")

    def _rows(self, vote: State, settings: Settings) -> list[Row]:
        if vote.result is None or vote.nobody:
            return [Row(c.id, c.text, vote.hands.get(c.id, 0)) for c in vote.candidates]
        on, tied = vote.going_on(1 if settings.kind == ONE else settings.goes_on)
        rows = []
        for candidate, total in vote.ranking():
            mark = "on" if candidate in on else "tied" if candidate in tied else ""
            hand = vote.hands.get(candidate.id, 0)
            rows.append(Row(candidate.id, candidate.text, hand, total, mark, self._parts(total, hand)))
        return rows

    def _scale_rows(self, vote: State, settings: Settings) -> list[Row]:
        tr, rows = self.look.tr, []
        for index, key in enumerate(scale_keys()):
            label = settings.labels[index] if index < len(settings.labels) else ""
            words = tr("{n} – {label}", n=index, label=label) if label else key
            hand = vote.hands.get(key, 0)
            total = vote.total(key) if vote.result is not None and not vote.nobody else None
            rows.append(Row(key, words, hand, total, small=self._parts(total or 0, hand), filled=True))
        return rows

    def _parts(self, total: int, hand: int) -> str:
        return self.look.tr("puhelimilla {phones}, käsin {hand}", phones=total - hand, hand=hand) if hand and total else ""

    def _result_words(self, vote: State, settings: Settings) -> str:
        """What the result says in plain words; a tie is for the room to decide."""
        tr = self.look.tr
        if vote.result is None or vote.nobody:
            return ""
        if settings.kind == SCALE:
            return self._scale_words(vote)
        _, tied = vote.going_on(1 if settings.kind == ONE else settings.goes_on)
        if tied:
            return tr("Tasan: {names}. Kysykää huoneelta, kumpi jatkaa.", names=", ".join(c.text for c in tied))
        return ""

    def _scale_words(self, vote: State) -> str:
        tr = self.look.tr
        counts = [vote.total(key) for key in scale_keys()]
        given = [step for step, count in enumerate(counts) if count]
        if not given:
            return ""
        mean = sum(step * count for step, count in enumerate(counts)) / sum(counts)
        spread = tr("Keskiarvo {mean}, hajonta {low}–{high}.", mean=tr.number(mean, 1), low=given[0], high=given[-1])
        worried = sum(counts[:AGREED_FROM])
        if not worried:
            return spread + " " + tr("Kaikki antoivat vähintään kolme: olette yhtä mieltä suunnasta.")
        return spread + " " + tr.n("{n} antoi alle kolme: kuulkaa huolet.", "{n} antoi alle kolme: kuulkaa huolet.", worried)

    @Slot()
    def _typed(self) -> None:
        self._warn(self.mine, self.settings)
        self._show_hints()

    def _warn(self, vote: State, settings: Settings) -> None:
        """Numbers of the room that cannot be right, saved or just being typed; and how many hands there are of how many."""
        unsaved = self.rows.unsaved
        hands, voters = (self.rows.hands(), self.rows.voters()) if unsaved else (vote.hands, vote.hand_voters)
        tr, given, here = self.look.tr, sum(hands.values()), self.state.people.count()
        counted = tr("Käsin {n}, paikalla {here}. Enter vie seuraavaan, viimeinen kirjaa.", n=given, here=here)
        self.hand_hint.set_text(counted if unsaved else tr("Käsiäänet pidetään erillään puhelimista."))
        each = {DOTS: settings.dots, ONE: 1, SCALE: 1}.get(settings.kind, settings.max_choices or len(vote.candidates))
        words = ""
        if given and not voters:
            words = tr("Kirjoita vielä, kuinka moni äänesti käsin.")
        elif given > voters * each:
            words = tr("Käsiääniä on enemmän kuin {n} äänestäjää voi antaa. Tarkista luvut.", n=voters)
        elif here and voters + vote.turnout(self.state.turnout) > here:
            words = tr("Äänestäjiä on enemmän kuin paikalla ({n}). Tarkista luvut tai väki.", n=here)
        self.warning.set_text(words)
        self.warning.setVisible(bool(words))

    # --- acting ---

    @Slot()
    def _save_hands(self) -> None:
        self.do(count_hands(self.step_id, self.rows.hands(), self.rows.voters()))

    @Slot()
    def _said_hands(self) -> None:
        self.hand_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.told.emit(self.look.tr("Käsiäänet kirjattiin"), True)

    @Slot()
    def _ask_close(self) -> None:
        if papers := len(self.mine.papers.slips):
            self.asked.emit(asking.before_counting(papers, self.look.tr, self._close))
        else:
            self._close()

    def _close(self) -> None:
        self.do(running.close_step(self.step_id))

    @Slot()
    def _open_again(self) -> None:
        if self.mine.result is None or self.mine.nobody:
            self._open()
        else:
            self.asked.emit(asking.before_again(self.look.tr, self._open))

    def _open(self) -> None:
        self.do(running.open_step(self.step_id))

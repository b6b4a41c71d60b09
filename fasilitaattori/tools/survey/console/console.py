"""A survey on the live desk: how many have answered, closing it, and the results that may be shown."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from fasilitaattori.kit.answered import ANSWERED, show_answered
from fasilitaattori.kit.bridge import Session
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.console import ALL, Asking, Console
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.panels import Panel
from fasilitaattori.kit.readingorder import take_place
from fasilitaattori.kit.room_card import RoomCard
from fasilitaattori.kit.rows import Column, empty
from fasilitaattori.kit.shares import SpeakingBar
from fasilitaattori.kit.tags import Tag
from fasilitaattori.tools.survey.console.results import question_view
from fasilitaattori.tools.survey.model import SurveyResult
from fasilitaattori.tools.survey.model.facts import SHOWN_FROM
from fasilitaattori.workshop import running
from fasilitaattori.workshop.agenda import Step


class SurveyConsole(Console):
    """Answers are secret until the survey is closed; afterwards only figures remain."""

    def __init__(self, look: Look, session: Session, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(look, session, step, parent)
        tr = look.tr
        self._result: SurveyResult | None = None
        self._shown = ""
        self.card = RoomCard(look, tr("Valkokankaalla"))
        self.panel = Panel(look, tr("Kysely"), margins=(0, 0, 0, 0), spacing=0)
        self.panel.head.setContentsMargins(16, 12, 14, 10)
        self.tag = Tag(look, "", "line")
        self.panel.head.addWidget(self.tag, 0, Qt.AlignmentFlag.AlignVCenter)
        self.turnout = Label(look, role="name", wrap=False)
        self.turnout.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.bar = SpeakingBar(look)
        self.bar.setAccessibleName(tr("Vastanneiden osuus"))
        self.secret = Label(look, role="small", tone="ink2", icon="eye-slash")
        top = QVBoxLayout()
        top.setContentsMargins(16, 0, 16, 10)
        top.setSpacing(7)
        for widget in (self.turnout, self.bar, self.secret):
            top.addWidget(widget)
        self.list = Column(tr("Kysymykset"), margins=(16, 6, 14, 8), spacing=14)
        self.close_button = Button(look, tr("Sulje kysely"), "primary", icon="check")
        self.close_button.clicked.connect(self._ask_close)
        self.again_button = Button(look, "", icon="arrow-clockwise")
        self.again_button.clicked.connect(self._open_again)
        self.paper_button = Button(look, tr("Syötä paperilta…"), icon="clipboard-text", key="F7")
        self.paper_button.clicked.connect(self.papers_requested)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 14, 14)
        foot.setSpacing(8)
        foot.addWidget(self.paper_button)
        foot.addStretch(1)
        foot.addWidget(self.again_button)
        foot.addWidget(self.close_button)
        self.panel.body.addLayout(top)
        self.panel.body.addWidget(self.list, 1)
        self.panel.body.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)
        self.refresh(ALL)

    def room_part(self) -> QWidget | None:
        return self.card

    def phone_words(self) -> str:
        return self.look.tr("kysely") if self.mine.open else ""

    def set_low(self, low: bool) -> None:
        self.card.set_low(low)

    def refresh(self, touched: AbstractSet[str]) -> None:
        tr, survey, settings = self.look.tr, self.mine, self.settings
        self.card.set_words(self.step.title, settings.intro, self.step.notes)
        answered = survey.turnout(self.state.turnout)
        phones = len(self.phones())
        counted = survey.result is not None
        if survey.open:
            self.tag.set_tag(tr("Auki"), "nyt", "play-circle")
        elif counted:
            self.tag.set_tag(tr("Suljettu"), "kuusi", "check")
        else:
            self.tag.set_tag(tr("Kiinni"), "line", "lock-simple")
        show_answered(self.turnout, ANSWERED, answered, phones)
        self.bar.set_share(answered / max(1, answered, phones))
        self.bar.setVisible(survey.open)
        anonymous = tr("Vastaukset ovat nimettömiä: kukaan ei näe, kuka vastasi mitä.")
        told = anonymous if counted else tr("Vastaukset näkyvät vasta, kun suljet kyselyn.")
        papers = [tr("Heistä {n} paperilla.", n=survey.on_paper)] if survey.on_paper else []
        if survey.late:
            told = tr("Papereiden lisäys on kesken: paina Laske mukaan, kun pino on syötetty.")
        self.secret.set_text(" ".join([*papers, told]))
        take_place(*((self.again_button, self.close_button) if survey.open else (self.close_button, self.again_button)))
        if survey.late:
            self.again_button.hide()  # first what is being typed in is counted
        self.again_button.set_words(tr("Kysy uudelleen") if counted else tr("Avaa kysely"))
        self._show_questions()

    def _show_questions(self) -> None:
        survey, tr, look = self.mine, self.look.tr, self.look
        questions = survey.questions or self.settings.questions
        key = repr((questions, survey.result is not None, survey.result))
        if key == self._shown:
            return
        self._shown = key
        empty(self.list.rows)
        result = survey.result
        if result is not None and not result.shown:
            told = tr("Vastauksia on alle {n}, joten näytetään vain niiden määrä.", n=SHOWN_FROM)
            self.list.rows.addWidget(Label(look, told, "dense", icon="info", icon_tone="jarvi"))
        for number, question in enumerate(questions, 1):
            if result is not None and result.shown:
                self.list.rows.addWidget(question_view(look, number, question, result.of(question.id)))
            else:
                self.list.rows.addWidget(Label(look, tr("{n}. {text}", n=number, text=question.text), "dense"))
        self.list.rows.addStretch(1)

    # --- acting ---

    @Slot(result=bool)
    def add_by_hand(self) -> bool:
        """F7: the forms that came on paper, in a room of their own."""
        self.papers_requested.emit()
        return True

    @Slot()
    def _ask_close(self) -> None:
        tr, answered, papers = self.look.tr, self.mine.turnout(self.state.turnout), len(self.mine.papers.slips)
        told = []
        if papers:
            typed = tr.n("{n} lomake syötetty", "{n} lomaketta syötetty", papers)
            told.append(tr("{papers}. Laskemisen jälkeen niitä ei voi enää avata eikä korjata.", papers=typed))
        if 0 < answered < SHOWN_FROM:
            told.append(tr("Vastauksia on alle viisi. Tuloksista näytetään silloin vain määrä."))
        if not told:
            self._close()
            return
        text = " ".join(told)
        words, verb, safe = tr("Suljetaanko kysely?"), tr("Sulje kysely"), tr("Pidä auki")
        self.asked.emit(Asking(words, text, verb, self._close, safe=safe))

    def _close(self) -> None:
        self.do(running.close_step(self.step_id))

    @Slot()
    def _open_again(self) -> None:
        tr = self.look.tr
        if self.mine.result is None:
            self._open()
            return
        text = tr("Kaikki vastaavat alusta. Nämä tulokset jäävät muistioon uusien rinnalle.")
        words, verb, safe = tr("Kysytäänkö uudelleen?"), tr("Kysy uudelleen"), tr("Pidä tulokset")
        self.asked.emit(Asking(words, text, verb, self._open, safe=safe))

    def _open(self) -> None:
        self.do(running.open_step(self.step_id))

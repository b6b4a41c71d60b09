"""The questions of a survey: a list, and the whole of the one that is worked on."""

import uuid
from collections.abc import Sequence
from typing import Any

import msgspec
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fasilitaattori.desktop.plan.form import Form
from fasilitaattori.desktop.plan.items import ItemList
from fasilitaattori.errors import N_
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.panels import Panel
from fasilitaattori.tools.survey.model.facts import MANY, ONE, SCALE, TEXT, Question

KINDS: dict[str, str] = {
    SCALE: N_("Asteikko"),
    ONE: N_("Yksi vaihtoehto"),
    MANY: N_("Useita vaihtoehtoja"),
    TEXT: N_("Vapaa teksti"),
}


class QuestionsEditor(QWidget):
    """`changed(list of questions as settings)` when one was changed."""

    changed = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._questions: list[Question] = []
        self._at = -1
        tr = look.tr
        self.list = ItemList(look, tr("Kysymykset"), tr("Lisää kysymys"))
        self.form = Form(look)
        self.form.choice("kind", tr("Vastaustapa"), {key: tr(words) for key, words in KINDS.items()})
        self.form.items("options", tr("Vaihtoehdot"), tr("Lisää vaihtoehto"), when=lambda q: q.kind in (ONE, MANY))
        self.form.line("low", tr("Asteikon alkupää"), tr("Esimerkiksi: täysin eri mieltä"), when=_is_scale)
        self.form.line("high", tr("Asteikon loppupää"), tr("Esimerkiksi: täysin samaa mieltä"), when=_is_scale)
        self.form.number("steps", tr("Asteikon portaita"), 2, 10, when=_is_scale)
        self.form.switch("optional", tr("Kysymyksen saa ohittaa"))
        self.panel = Panel(look, surface="well", margins=(12, 8, 12, 10))
        self.panel.body.addWidget(self.form)
        self.panel.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.list)
        column.addWidget(self.panel)
        self.list.changed.connect(self._written)
        self.list.pointed.connect(self._point)
        self.form.changed.connect(self._change)

    def show_questions(self, questions: Sequence[Question]) -> None:
        """Show these questions."""
        self._questions = list(questions)
        self.list.show_texts([question.text for question in questions])
        self._point(self._at if self._at < len(self._questions) else -1)

    @Slot(int)
    def _point(self, place: int) -> None:
        self._at = place
        there = 0 <= place < len(self._questions)
        self.panel.setVisible(there)
        if there:
            self.form.fill(self._questions[place])

    @Slot(object)
    def _written(self, texts: list[str]) -> None:
        """Questions keep their answers' shape when they are ordered anew; a new wording keeps it by its place."""
        known = {question.text: question for question in self._questions}
        new = []
        for place, text in enumerate(texts):
            same_place = self._questions[place] if len(texts) == len(self._questions) else None
            question = known.get(text) or same_place or Question(str(uuid.uuid4()), text)
            new.append(msgspec.structs.replace(question, text=text))
        self._tell(new)

    @Slot(object)
    def _change(self, changes: dict[str, Any]) -> None:
        if 0 <= self._at < len(self._questions):
            new = list(self._questions)
            new[self._at] = msgspec.structs.replace(new[self._at], **changes)
            self._tell(new)

    def _tell(self, questions: Sequence[Question]) -> None:
        self.changed.emit([msgspec.to_builtins(question) for question in questions])


def _is_scale(question: Any) -> bool:
    return bool(question.kind == SCALE)

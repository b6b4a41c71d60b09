"""A survey form filled in on paper, written in by the facilitator: the same questions, into the same secret box."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QVBoxLayout, QWidget

from fasilitaattori.kit.choices import Segmented
from fasilitaattori.kit.dialog import Dialog
from fasilitaattori.kit.fields import CheckBox
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.rows import Column
from fasilitaattori.tools.survey.model import Question
from fasilitaattori.tools.survey.model.facts import MANY, ONE, SCALE
from fasilitaattori.tools.survey.model.rules import MAX_ANSWER, Answer, keys_of

WIDTH, HEIGHT, MOST_HEIGHT = 620, 64, 430
Read = Callable[[], Answer | None]
Maker = Callable[[Question], tuple[QWidget, Read]]


class PaperForm(Dialog):
    """One form. `given(answers)` when it is added; questions left alone are skipped."""

    given = Signal(object)

    def __init__(self, look: Look, questions: Sequence[Question], parent: QWidget | None = None) -> None:
        tr = look.tr
        sentence = tr("Kirjoita vastaukset niin kuin ne ovat paperilla. Tyhjät kohdat jäävät väliin.")
        super().__init__(
            look, tr("Mitä lomakkeessa lukee?"), sentence, tr("Lisää lomake"), tr("Peruuta"), width=WIDTH, parent=parent
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._read: dict[str, Read] = {}
        self._fields: list[QWidget] = []
        self._rows = Column(tr("Kysymykset"), margins=(2, 2, 12, 2), spacing=6)
        for number, question in enumerate(questions, 1):
            self._add(number, question)
        self._rows.rows.addStretch(1)
        wanted = self._rows.rows.sizeHint().height() + 8
        self._rows.setFixedHeight(min(wanted, look.px(MOST_HEIGHT)))
        self.body.addWidget(self._rows)
        self.accepted.connect(self._give)
        if self._fields:
            self._fields[0].setFocus()

    def _add(self, number: int, question: Question) -> None:
        words = self.look.tr("{n}. {text}", n=number, text=question.text)
        self._rows.rows.addWidget(Label(self.look, words, "dense-strong"))
        makers: dict[str, Maker] = {SCALE: self._scale, ONE: self._one, MANY: self._many}
        field, self._read[question.id] = makers.get(question.kind, self._text)(question)
        field.setAccessibleName(words)
        self._fields.append(field)
        self._rows.rows.addWidget(field)
        self._rows.rows.addSpacing(8)

    def _scale(self, question: Question) -> tuple[QWidget, Read]:
        ends = {"1": question.low, str(question.steps): question.high}
        steps = [(key, f"{key} {ends.get(key, '')}".strip()) for key in keys_of(question)]
        field = Segmented(self.look, [("", "–"), *steps], "")
        return field, lambda: int(field.value()) if field.value() else None

    def _one(self, question: Question) -> tuple[QWidget, Read]:
        field = QComboBox()
        field.addItems(["–", *question.options])
        return field, lambda: field.currentIndex() - 1 if field.currentIndex() > 0 else None

    def _many(self, question: Question) -> tuple[QWidget, Read]:
        boxes = [CheckBox(self.look, option) for option in question.options]
        field = QWidget()
        column = QVBoxLayout(field)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for box in boxes:
            column.addWidget(box)
        if boxes:
            field.setFocusProxy(boxes[0])
        return field, lambda: [index for index, box in enumerate(boxes) if box.isChecked()] or None

    def _text(self, question: Question) -> tuple[QWidget, Read]:
        field = QPlainTextEdit()
        field.setTabChangesFocus(True)
        field.setFixedHeight(self.look.px(HEIGHT))
        return field, lambda: field.toPlainText().strip()[:MAX_ANSWER] or None

    @Slot()
    def _give(self) -> None:
        read = {key: answer() for key, answer in self._read.items()}
        self.given.emit({key: answer for key, answer in read.items() if answer is not None})

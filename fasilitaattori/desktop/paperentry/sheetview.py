"""The paper on the screen: its heading and its questions in the paper's own order, so that the eye finds its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fasilitaattori.desktop.paperentry.answers import Answer, MarkAnswer, TextAnswer
from fasilitaattori.kit import paint
from fasilitaattori.kit.guarded import guarded
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.panels import Panel
from fasilitaattori.kit.readingorder import bring_into_view
from fasilitaattori.kit.rows import Column
from fasilitaattori.workshop.papersheet import BALLOT, TEXT, Asked, Fault, Given, Sheet

AROUND = 5  # pixels, so that the ring around the answer touches no words


class Question(QWidget):
    """A question with the place for its answer, and below it what is not as it should be."""

    def __init__(self, look: Look, sheet: Sheet, number: int, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.asked = look, asked
        tr = look.tr
        words = asked.text if len(sheet.questions) == 1 else tr("{n}. {text}", n=number, text=asked.text)
        self.answer: Answer
        self.stop: QWidget
        if asked.kind == TEXT:
            self._text = TextAnswer(look)
            self.answer, self.stop = self._text, self._text.words
        else:
            self._marks = MarkAnswer(look, asked)
            self._marks.setProperty("unclear_words", self._unclear_words(sheet))
            self.answer = self.stop = self._marks
        self.stop.setAccessibleName(" ".join(part for part in (words, asked.rule) if part))
        self._fault = Label(look, "", "dense", "puna", icon="warning-circle")
        self._fault.hide()
        self.stop.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 10, 5)
        column.setSpacing(2)
        column.addWidget(Label(look, words, "question" if len(sheet.questions) == 1 else "strong"))
        if asked.rule:
            column.addWidget(Label(look, asked.rule, "small", "ink2"))
        column.addSpacing(AROUND)
        column.addWidget(self.answer)
        column.addSpacing(AROUND)
        column.addWidget(self._fault)

    def _unclear_words(self, sheet: Sheet) -> str:
        tr = self.look.tr
        if sheet.noun == BALLOT:
            return tr("Hylätty lippu: sitä ei lasketa ääneksi")
        return tr("Ei saa selvää: jää vastaamatta")

    @guarded
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """The question one is at stands out from the others, so that the eye finds back from the paper."""
        if self.stop.hasFocus():
            painter, theme, rect = QPainter(self), self.look.theme, QRectF(self.rect())
            paint.frame(painter, rect, 6, theme["well"])
            paint.frame(painter, QRectF(0, 0, self.look.px(5), rect.height()), 2, theme["kuusi"])

    @property
    def value(self) -> Any:
        """What is typed; None = nothing."""
        if self.asked.kind == TEXT:
            return self._text.words.toPlainText() if self._text.words.toPlainText().strip() else None
        return self._marks.marking.value()

    @property
    def unclear(self) -> bool:
        return self.asked.kind != TEXT and self._marks.marking.unclear

    def set_value(self, value: Any, unclear: bool) -> None:
        """Show what was typed before; None = nothing."""
        if self.asked.kind == TEXT:
            self._text.words.setPlainText(str(value or ""))
            self._text.words.moveCursor(self._text.words.textCursor().MoveOperation.End)
        else:
            self._marks.marking.set_value(value, unclear)
            self._marks.show_marks()

    def tell(self, words: str) -> None:
        """What is not as it should be; "" = nothing."""
        if words != self._fault.words():
            self._fault.set_text(words)
        self._fault.setVisible(bool(words))
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.stop, words))

    @Slot()
    def show_told(self) -> None:
        """What is told is not scrolled away."""
        bring_into_view(self._fault)

    @property
    def told(self) -> str:
        """What is told below it."""
        return self._fault.words() if self._fault.isVisible() else ""


class SheetView(Panel):
    """The paper. `changed` with every key; `ended` after its last question; `leafed(-1 | 1)` to another one. It is empty until
    `fill`."""

    changed = Signal()
    ended = Signal()
    leafed = Signal(int)

    def __init__(self, look: Look, sheet: Sheet, parent: QWidget | None = None) -> None:
        super().__init__(look, margins=(4, 4, 4, 4), spacing=0, parent=parent)
        self.sheet = sheet
        self._showing = False
        self.area = Column(sheet.title, margins=(10, 12, 10, 4))
        self.setAccessibleName(sheet.title)
        head = QVBoxLayout()
        head.setContentsMargins(14, 0, 10, 0)
        head.addWidget(Label(look, sheet.title, "small", "ink2"))
        if sheet.intro.strip():
            head.addWidget(Label(look, sheet.intro, "dense"))
        self.area.rows.addLayout(head)
        self.area.rows.addSpacing(8)
        self.questions: list[Question] = []
        self.body.addWidget(self.area, 1)

    def fill(self) -> Iterator[None]:
        """Makes the questions, and stops after each: a long form has many."""
        for number, asked in enumerate(self.sheet.questions, 1):
            question = Question(self.look, self.sheet, number, asked)
            self.questions.append(question)
            self.area.rows.addWidget(question)
            answer = question.answer
            answer.changed.connect(self._changed)
            answer.went.connect(self._go)
            answer.leafed.connect(self.leafed)
            answer.finished.connect(self.ended)
            answer.missed.connect(self._missed)
            yield
        self.area.rows.addStretch(1)

    # --- what is typed ---

    @property
    def given(self) -> Given:
        """What is typed so far."""
        answers = {one.asked.id: one.value for one in self.questions if one.value is not None and not one.unclear}
        return Given(answers, [one.asked.id for one in self.questions if one.unclear])

    @property
    def at(self) -> int:
        """The question that has the focus, 0 when none has."""
        return next((place for place, one in enumerate(self.questions) if one.stop.hasFocus()), 0)

    def show_given(self, given: Given) -> None:
        """Another paper."""
        self._showing = True
        for one in self.questions:
            one.set_value(given.answers.get(one.asked.id), one.asked.id in given.unclear)
            one.tell("")
        self._showing = False

    def focus_question(self, place: int) -> None:
        """To a question, so that the whole of it is seen where there is room."""
        question = self.questions[max(0, min(place, len(self.questions) - 1))]
        question.stop.setFocus(Qt.FocusReason.TabFocusReason)
        bring_into_view(question)
        bring_into_view(question.stop)

    def tell(self, fault: Fault) -> None:
        """What is not as it should be, at its question."""
        places = [place for place, one in enumerate(self.questions) if one.asked.id == fault.question]
        place = places[0] if places else len(self.questions) - 1
        self.questions[place].tell(fault.words)
        self.focus_question(place)
        QTimer.singleShot(0, self.questions[place], self.questions[place].show_told)  # once it has its place

    # --- keys ---

    @Slot()
    def _changed(self) -> None:
        if self._showing:
            return
        for one in self.questions:
            if one.told:
                one.tell("")
        self.changed.emit()

    @Slot(int)
    def _go(self, way: int) -> None:
        here = next((place for place, one in enumerate(self.questions) if one.answer is self.sender()), 0)
        if here + way >= len(self.questions):
            self.ended.emit()
        elif here + way >= 0:
            self.focus_question(here + way)

    @Slot(str)
    def _missed(self, digit: str) -> None:
        question = next((one for one in self.questions if one.answer is self.sender()), None)
        if question is not None:
            question.tell(self.look.tr("Tässä ei ole numeroa {n}.", n=digit))

"""The results of a survey question by question. Under five answers only the count is told, for each question too."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.shares import BarRow
from fasilitaattori.tools.survey.model import Question, QuestionResult
from fasilitaattori.tools.survey.model.facts import SCALE, SHOWN_FROM, TEXT


def question_view(look: Look, number: int, question: Question, result: QuestionResult) -> QWidget:
    """One question with its figures or texts."""
    tr, box = look.tr, QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(5)
    column.addWidget(Label(look, tr("{n}. {text}", n=number, text=question.text), "dense-strong"))
    if result.n < SHOWN_FROM:
        told = tr.n("{n} vastaus, näytetään vasta viidestä.", "{n} vastausta, näytetään vasta viidestä.", result.n)
        column.addWidget(Label(look, told, "small", "ink2", icon="eye-slash"))
    elif question.kind == TEXT:
        for text in result.texts:
            column.addWidget(Label(look, text, "dense", icon="quotes", icon_tone="ink2"))
    else:
        column.addWidget(_bars(look, question, result))
    return box


def _bars(look: Look, question: Question, result: QuestionResult) -> QWidget:
    tr, box = look.tr, QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(1)
    grid.setColumnStretch(1, 1)
    most = max(result.counts.values(), default=0)
    for place, (key, words) in enumerate(_answers(question)):
        count = result.counts.get(key, 0)
        bar = BarRow(look)
        bar.set_bar(count / most if most else 0, str(count))
        label = Label(look, words, "small")
        label.setMinimumWidth(look.px(120))
        label.setMaximumWidth(look.px(220))
        grid.addWidget(label, place, 0)
        grid.addWidget(bar, place, 1)
    if question.kind == SCALE and result.mean is not None:
        told = tr("Keskiarvo {mean} · {n} vastausta", mean=tr.number(result.mean, 1), n=result.n)
        grid.addWidget(Label(look, told, "small", "ink2"), grid.rowCount(), 0, 1, 2)
    return box


def _answers(question: Question) -> list[tuple[str, str]]:
    """(key, words) of each possible answer."""
    if question.kind != SCALE:
        return [(str(index), text) for index, text in enumerate(question.options)]
    ends = {1: question.low, question.steps: question.high}
    return [(str(n), f"{n} {ends.get(n, '')}".strip()) for n in range(1, question.steps + 1)]

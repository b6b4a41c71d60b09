"""A label too narrow for a compound divides it as its language does, with a hyphen, never in the middle of a syllable."""

import pytest
from PySide6.QtGui import QFontMetricsF
from pytestqt.qtbot import QtBot

from fasilitaattori.hyphens import SOFT, prepare
from fasilitaattori.i18n import translator
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look


def lines_of(label: Label, width: int) -> list[str]:
    (layout,), _ = label._laid_out(width)
    lines = (layout.lineAt(i) for i in range(layout.lineCount()))
    return [layout.text()[line.textStart() : line.textStart() + line.textLength()] for line in lines]


@pytest.mark.parametrize(
    ("language", "words", "first"),
    [("fi", "Kyselylomakkeet", "Kysely"), ("sv", "Enkätblanketter", "Enkät"), ("en", "Responsibilities", "Respons")],
)
def test_a_long_word_is_divided_where_its_language_divides_it(qtbot: QtBot, language: str, words: str, first: str) -> None:
    prepare(language)
    label = Label(Look(translator(language)), words, "card")
    qtbot.addWidget(label)
    whole = QFontMetricsF(label.font_used()).horizontalAdvance(words)
    assert lines_of(label, int(whole) + 2) == [words]
    broken = lines_of(label, int(whole * 0.8))
    assert len(broken) == 2
    assert broken[0].startswith(first)
    assert broken[0].endswith(SOFT)
    assert "".join(broken).replace(SOFT, "") == words
    assert label.words() == words

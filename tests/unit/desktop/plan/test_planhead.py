"""The head of the plan: whole facts, as many as there is room for."""

from PySide6.QtGui import QFontMetricsF
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.plan.planhead import Facts
from fasilitaattori.kit.look import Look

ALL = "to 12.3.2026 · Kuikkaperän kylätalo · 22 henkeä"


def test_facts_are_told_whole_or_not_at_all(look: Look, qtbot: QtBot) -> None:
    facts = Facts(look)
    qtbot.addWidget(facts)
    facts.show_facts(ALL)
    facts.show()
    whole = int(QFontMetricsF(facts.font_used()).horizontalAdvance(ALL)) + 2
    for width, shown in ((whole, ALL), (whole - 20, "to 12.3.2026 · Kuikkaperän kylätalo"), (120, "to 12.3.2026")):
        facts.resize(width, 30)
        qtbot.waitUntil(lambda shown=shown: facts.words() == shown)  # type: ignore[misc]
        assert bool(facts.toolTip()) == (shown != ALL)
    facts.resize(whole, 30)
    qtbot.waitUntil(lambda: facts.words() == ALL and not facts.toolTip())

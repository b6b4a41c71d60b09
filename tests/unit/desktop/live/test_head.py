"""The head of the live desk: what it suggests when the evening is late, and what gives way where there is little room."""

from datetime import datetime

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.live.head import Head
from fasilitaattori.desktop.live.next_button import NextButton
from fasilitaattori.desktop.live.shape import shape_of
from fasilitaattori.i18n import translator
from fasilitaattori.kit.look import Look
from fasilitaattori.workshop import agenda, info, running
from fasilitaattori.workshop.agenda import new_step
from tests.ledger import Ledger

HEIGHT = 720  # of the page in a window of 1366 × 768


@pytest.fixture
def look(qapp: QApplication) -> Look:
    return Look(translator("fi"))


@pytest.fixture
def late() -> Ledger:
    """The first of four steps has gone on six minutes too long."""
    ledger = Ledger()
    ledger.do(info.set_info(date="2026-03-12", start="18.00", end="21.00"))
    titles = ("Alku", "Yhteinen keskustelu", "Ideaseinä", "Loppu")
    ledger.do(agenda.add_steps([new_step(title, "talk", 20) for title in titles]))
    ledger.do(running.start())
    ledger.wait(26 * 60)
    ledger.do(running.next_step())
    return ledger


def shown(look: Look, ledger: Ledger, width: int) -> Head:
    """The head of a page as wide as this."""
    head = Head(look)
    head.set_shape(shape_of(width, HEIGHT, look.text_scale))
    head.resize(width, head.sizeHint().height())
    head.show()
    refresh(head, ledger)
    return head


def refresh(head: Head, ledger: Ledger) -> None:
    head.refresh(ledger.state, ledger.now, datetime(2026, 3, 12, 18, 26))  # noqa: DTZ001


def test_what_is_over_is_not_suggested_to_be_shortened(look: Look, late: Ledger, qtbot: QtBot) -> None:
    head = shown(look, late, 1800)
    qtbot.addWidget(head)
    assert head.about.words() == "Ehdotus: Ideaseinä 20 → 17 min, Loppu 20 → 17 min"
    late.wait(20 * 60)  # the step takes its time: everything is as late as it was
    late.do(running.next_step())
    refresh(head, late)
    assert head.about.words() == "Ehdotus: Loppu 20 → 14 min"
    late.wait(20 * 60)
    late.do(running.next_step())
    refresh(head, late)
    assert not head.catch_up.isVisible()


def test_the_title_is_whole_as_long_as_anything_beside_it_can_be_said_shorter(look: Look, late: Ledger, qtbot: QtBot) -> None:
    head = shown(look, late, 1268)
    qtbot.addWidget(head)
    assert head.late.accessibleDescription() == "Suunnitelmasta ollaan 6 min jäljessä."
    for width in (1268, 1182, 1040, 980):
        head.set_shape(shape_of(width, HEIGHT, 1.0))
        head.resize(width, head.height())
        refresh(head, late)
        qtbot.waitUntil(lambda: head.title.width() >= head.title.sizeHint().width())
    assert head.catch_up.words() == "−6 min"
    assert head.catch_up.accessibleName() == "Ota 6 min kiinni"


@pytest.mark.parametrize("width", [208, 286, 314, 412])
def test_the_next_step_is_never_cut_beside_the_arrow(look: Look, qtbot: QtBot, width: int) -> None:
    button = NextButton(look)
    qtbot.addWidget(button)
    button.resize(width, 52)
    for name in ("Tauko", "Yhteinen keskustelu", "Pöytien ehdotukset", "Proposals of the tables"):
        button.show_next(f"Seuraava: {name}", 0)
        written = button.written()
        assert written.name.endswith(name)
        assert button.toolTip() == ""
        assert button.text() == f"Seuraava: {name}"
    button.show_next("Seuraava: Kunnan ja kyläyhdistysten yhteinen osallisuustyön kehittämispäivä", 0)
    assert "kehittämispäivä" in button.toolTip()
    button.show_next("Lopeta ilta", 0)
    assert (button.written().lead, button.written().name) == ("", "Lopeta ilta")

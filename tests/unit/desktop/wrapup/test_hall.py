"""Tarkistus salissa at the desk: what goes before the hall, corrections as they come, each settled from the keyboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.wrapup.approving import ApproveDialog
from fasilitaattori.desktop.wrapup.halldialogs import HearDialog, MendDialog, ReasonDialog
from fasilitaattori.desktop.wrapup.hallform import HallForm
from fasilitaattori.desktop.wrapup.page import WrapUpPage
from fasilitaattori.kit.buttons import Button
from fasilitaattori.workshop import settling
from fasilitaattori.workshop.checking import Check
from fasilitaattori.workshop.checkingfacts import Mark
from fasilitaattori.workshop.heading import head_minutes
from fasilitaattori.workshop.state import Workshop
from tests.unit.desktop.acting import do, until
from tests.unit.desktop.conftest import House
from tests.unit.desktop.wrapup.conftest import settle

Reread = Callable[[], Workshop]


@pytest.fixture
def hall(page: WrapUpPage, reread: Reread) -> HallForm:
    """The form, on show."""
    page.choose("decisions")
    page.editor.check_button.click()
    reread()
    return page.editor.hall


def check_of(state: Workshop) -> Check:
    check = state.checking.last
    assert check is not None
    return check


def mark(house: House, page: WrapUpPage, author: int, **marks: Mark) -> None:
    """What a phone sends."""
    check = check_of(page.workbench.state).id
    given = {key.removeprefix("p"): value for key, value in marks.items()}
    house.door.ask(page.workbench.open_session.stream, settling.mark(check, author, given), author=author).result()


def press(button: Button) -> None:
    """From the keyboard."""
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def test_the_way_leads_there_from_what_can_be_checked(page: WrapUpPage, hall: HallForm) -> None:
    assert page.list.row("hall").isChecked()
    assert hall.choice.start_button.hasFocus()
    page.choose("people")
    assert not page.editor.check_button.isVisible()


def test_what_is_left_out_does_not_go_before_the_hall(hall: HallForm, reread: Reread) -> None:
    words = [row.point.text for row in hall.choice.rows()]
    assert "Kutsutaan koolle työryhmä." in words
    assert "Pidetään talkoot" in words
    for row in hall.choice.rows():
        row.box.setChecked(row.point.text.startswith("Kutsutaan"))
    QTest.keyClicks(hall.choice.own, "Piha on kesken\r")
    press(hall.choice.start_button)
    state = reread()
    assert [point.text for point in check_of(state).points.values()] == ["Kutsutaan koolle työryhmä.", "Piha on kesken"]
    assert state.screen.view == "step"
    assert hall.going.isVisible()


def test_nothing_to_check_cannot_go_up(hall: HallForm) -> None:
    for row in hall.choice.rows():
        row.box.setChecked(False)
    assert not hall.choice.start_button.isEnabled()


def test_corrections_come_and_are_settled_each_in_its_way(
    house: House, page: WrapUpPage, hall: HallForm, qtbot: QtBot, reread: Reread
) -> None:
    for row in hall.choice.rows():
        row.box.setChecked(row.point.source.startswith("record:") or row.point.source == "next")
    press(hall.choice.start_button)
    points = check_of(reread()).points
    places = {point.text: point.id for point in points.values()}
    talkoot, working = places["Pidetään talkoot"], places["Kutsutaan koolle työryhmä."]
    mark(house, page, 1, **{f"p{talkoot}": Mark(False, "Talkoot pitää kylä"), f"p{working}": Mark(False, "Ei ryhmiä")})
    mark(house, page, 2, **{f"p{working}": Mark(False, "Miksi?")})
    until(qtbot, lambda: len(hall.corrections()) == 3)
    first, second, third = hall.corrections()
    assert first.about.words().endswith("Helmi")
    assert page.draft.section("hall") is not None
    press(first.mend_button)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, MendDialog)
    dialog.who.setText("Kylä")
    dialog.act_button.click()
    state = reread()
    assert [(e.text, e.who) for e in state.record.of_kind("action")][1] == ("Pidetään talkoot", "Kylä")
    press(second.differ_button)
    reread()
    assert hall.focusWidget() is third.mend_button
    press(third.keep_button)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ReasonDialog)
    QTest.keyClicks(dialog.line, "Sovittiin illalla\r")
    check = check_of(reread())
    assert [(each.how, each.why) for each in check.corrections.values()] == [
        ("mended", ""),
        ("differs", ""),
        ("kept", "Sovittiin illalla"),
    ]
    assert not any(row.buttons.isVisible() for row in hall.corrections())


def test_a_point_that_was_mended_after_the_marks_is_not_told_as_if_nobody_agreed(
    house: House, page: WrapUpPage, hall: HallForm, qtbot: QtBot, reread: Reread
) -> None:
    for row in hall.choice.rows():
        row.box.setChecked(row.point.source.startswith("record:"))
    press(hall.choice.start_button)
    check = check_of(reread())
    everything = {f"p{point}": Mark(True) for point in check.points}
    for author in (1, 2):
        mark(house, page, author, **everything)
    until(qtbot, lambda: "2 pitää kaikkea oikeana" in hall.standing.words())
    do(house, page.workbench.open_session.stream, settling.mend("2", "Luetaan toisin"))
    reread()
    standing = "2 on merkinnyt puhelimella · 2 pitää muita kohtia oikeina · korjattua kohtaa 2 ei ole merkitty uudelleen"
    assert hall.standing.words() == standing
    assert hall.points()[1].counts.words() == "korjattu merkintöjen jälkeen · ei merkitty uudelleen"
    mark(house, page, 1, p2=Mark(True, version=1))
    until(qtbot, lambda: hall.standing.words() == "2 on merkinnyt puhelimella · 1 pitää kaikkea oikeana")
    told = "1 oikein · 0 korjattava · korjattu merkintöjen jälkeen · 1 ei ole merkinnyt uudelleen"
    assert hall.points()[1].counts.words() == told
    mark(house, page, 2, p2=Mark(True, version=1))
    until(qtbot, lambda: hall.standing.words().endswith("2 pitää kaikkea oikeana"))
    assert hall.points()[1].counts.words() == "2 oikein · 0 korjattava · tekstiä on korjattu"


def test_hands_and_words_of_the_hall(hall: HallForm, reread: Reread) -> None:
    press(hall.choice.start_button)
    reread()
    number = hall.hands.findChild(QLineEdit)
    assert number is not None
    number.selectAll()
    QTest.keyClicks(number, "12\r")
    assert check_of(reread()).hands == 12
    press(hall.hear_button)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, HearDialog)
    QTest.keyClicks(dialog.text, "Valot pihaan")
    dialog.act_button.click()
    (heard,) = check_of(reread()).corrections.values()
    assert (heard.words, heard.author) == ("Valot pihaan", None)
    assert hall.corrections()[0].about.words().endswith("sanottu salissa")
    press(hall.corrections()[0].drop_button)
    (heard,) = check_of(reread()).corrections.values()
    assert heard.how == "dropped"


def test_a_dialogue_tells_the_facilitator_no_names(
    house: House, page: WrapUpPage, hall: HallForm, qtbot: QtBot, reread: Reread
) -> None:
    do(house, page.workbench.open_session.stream, head_minutes(kind="dialogue"))
    press(hall.choice.start_button)
    reread()
    mark(house, page, 1, p1=Mark(False, "Näin en sanonut"))
    until(qtbot, lambda: len(hall.corrections()) == 1)
    (row,) = hall.corrections()
    assert row.about.words() == "Kohta 1 · puhelimesta"
    assert row.differ_button.words() == "Toinen näkökulma"
    do(house, page.workbench.open_session.stream, head_minutes(kind="memo"))
    mark(house, page, 2, p1=Mark(False, "Enkä minä"))
    until(qtbot, lambda: len(hall.corrections()) == 2)
    assert {row.about.words() for row in hall.corrections()} == {"Kohta 1 · puhelimesta"}


def test_it_ends_and_its_text_is_in_the_minutes(page: WrapUpPage, hall: HallForm, reread: Reread) -> None:
    press(hall.choice.start_button)
    reread()
    assert not page.editor.text.isVisible()
    press(hall.end_button)
    reread()
    assert page.editor.text.isVisible()
    assert "Yhteenveto tarkistettiin salissa" in page.editor.text.text.toPlainText()
    press(hall.again_button)
    assert hall.choice.isVisible()


def test_approving_ends_a_checking_that_goes_on(page: WrapUpPage, hall: HallForm, qtbot: QtBot, reread: Reread) -> None:
    press(hall.choice.start_button)
    reread()
    page.head.approve_button.click()
    until(qtbot, lambda: isinstance(QApplication.activeModalWidget(), ApproveDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ApproveDialog)
    dialog.act_button.click()
    settle(page, qtbot)
    state = reread()
    assert state.closing.approved
    assert check_of(state).ended_at
    assert not hall.end_button.isVisible()
    assert not any(row.mend_button.isVisible() for row in hall.points())


def test_while_the_room_is_shut_that_is_said_and_it_can_be_opened(page: WrapUpPage, hall: HallForm, qtbot: QtBot) -> None:
    assert page.workbench.room is None
    assert hall.shut.isVisibleTo(hall)
    press(hall.choice.start_button)
    until(qtbot, lambda: not hall.choice.isVisibleTo(hall))
    assert hall.shut.isVisibleTo(hall)
    press(hall.shut.open_button)
    until(qtbot, lambda: page.workbench.room is not None)
    assert not hall.shut.isVisibleTo(hall)
    page.workbench.close_room()
    until(qtbot, lambda: page.workbench.room is None)
    assert hall.shut.isVisibleTo(hall)
    press(hall.end_button)
    until(qtbot, lambda: not hall.end_button.isVisibleTo(hall))
    assert not hall.shut.isVisibleTo(hall)


def test_a_checking_is_begun_at_its_top_and_says_when_nothing_was_to_be_mended(
    page: WrapUpPage, hall: HallForm, qtbot: QtBot
) -> None:
    for begins in (hall.choice.start_button, hall.again_button):
        press(begins)
        if begins is hall.again_button:
            press(hall.choice.start_button)
        until(qtbot, hall.hear_button.hasFocus)
        assert hall.none.words().startswith("Ei vielä ehdotuksia.")
        press(hall.end_button)
        until(qtbot, lambda: hall.again_button.isVisibleTo(hall))
        assert hall.none.words() == "Korjauksia ei ehdotettu."

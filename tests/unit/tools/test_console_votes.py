"""Votes on the live desk: secret until closed, results in plain words."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fasilitaattori.tools.vote.model import State
from fasilitaattori.tools.vote.model.papers import enter_paper
from fasilitaattori.tools.vote.model.rules import count_hands
from fasilitaattori.workshop import moderation, running
from tests.unit.tools.consoles import ShowConsole, console_of, vote


def test_tallies_are_hidden_while_the_vote_is_open(show_console: ShowConsole) -> None:
    shown = show_console(vote())
    state = shown.rig.tool
    assert isinstance(state, State)
    for author in (1, 2):
        shown.rig.send("vote.cast", author, choices={state.candidates[0].id: 1})
    console = console_of(shown)
    shown.until(lambda: console.turnout.words() == "2 / 6 äänestänyt")
    assert console.tag.text() == "Auki"
    assert all(not label.isVisible() for label in console.rows._totals.values())
    assert console.phone_words() == "äänestys"


def test_the_result_tells_who_goes_on_and_ties(show_console: ShowConsole) -> None:
    shown = show_console(vote())
    state = shown.rig.tool
    assert isinstance(state, State)
    ids = [candidate.id for candidate in state.candidates]
    for author, place in ((1, 1), (2, 1), (3, 0), (4, 2)):
        shown.rig.send("vote.cast", author, choices={ids[place]: 1})
    shown.rig.send("vote.cast", 5, choices={})
    console = console_of(shown)
    QTest.mouseClick(console.close_button, Qt.MouseButton.LeftButton)
    shown.until(lambda: console.tag.text() == "Laskettu")
    assert next(console.rows._names[key].words() for key in console.rows._keys or ()) == "Sauna"
    marks = {console.rows._names[key].words(): tag.text() for key, tag in console.rows._marks.items() if tag.isVisible()}
    assert marks == {"Sauna": "jatkoon", "Kahvila": "tasan", "Kuntosali": "tasan"}
    assert "Tasan: Kahvila, Kuntosali" in console.told_result.words()
    shown.until(lambda: "Tyhjiä ääniä 1." in shown.words)


def test_who_has_typed_in_papers_is_asked_before_they_are_counted_for_good(show_console: ShowConsole) -> None:
    shown = show_console(vote())
    state, console = shown.rig.tool, console_of(shown)
    assert isinstance(state, State)
    for number in (1, 2):
        shown.rig.do(enter_paper(console.step_id, number, {state.candidates[0].id: 1}))
    QTest.mouseClick(console.close_button, Qt.MouseButton.LeftButton)
    (asking,) = shown.asked
    assert asking.words == "Suljetaanko äänestys?"
    assert asking.text == "2 lippua syötetty. Laskemisen jälkeen niitä ei voi enää avata eikä korjata."
    assert console.tag.text() == "Auki"
    asking.on_yes()
    shown.until(lambda: console.tag.text() == "Laskettu")


def test_the_button_that_follows_from_closing_takes_its_place_and_focus(show_console: ShowConsole) -> None:
    console = console_of(shown := show_console(vote()))
    console.close_button.setFocus()
    QTest.keyClick(console.close_button, Qt.Key.Key_Space)
    shown.until(lambda: not console.close_button.isVisible())
    assert console.window().focusWidget() is console.again_button
    QTest.keyClick(console.again_button, Qt.Key.Key_Space)
    shown.until(console.close_button.isVisible)
    assert console.window().focusWidget() is console.close_button


def test_the_number_of_voters_stays_when_the_order_of_the_rows_changes(show_console: ShowConsole) -> None:
    shown = show_console(vote())
    state, console = shown.rig.tool, console_of(shown)
    assert isinstance(state, State)
    last = state.candidates[-1].id
    shown.rig.send("vote.cast", 1, choices={last: 1})
    shown.rig.do(running.close_step())
    shown.until(lambda: (console.rows._keys or ("",))[0] == last)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    shown.rig.do(count_hands(console.step_id, {last: 4}, 4))
    shown.until(lambda: console.rows.voters() == 4)
    assert console.rows.voters_field.isVisible()


@pytest.mark.parametrize("kind", ["dots", "scale"])
def test_a_vote_nobody_voted_in_is_no_result_of_noughts(show_console: ShowConsole, kind: str) -> None:
    shown = show_console(vote(kind=kind))
    shown.rig.do(running.close_step())
    console = console_of(shown)
    shown.until(lambda: console.tag.text() == "Ei äänestetty")
    assert all(not label.isVisible() for label in console.rows._totals.values())
    assert not console.told_result.isVisible()
    assert console.turnout.words() == "0 / 6 äänestänyt"
    assert console.again_button.words() == "Avaa äänestys"
    QTest.mouseClick(console.again_button, Qt.MouseButton.LeftButton)
    shown.until(lambda: console.tag.text() == "Auki")
    assert not shown.asked
    first = next(iter(console.rows.fields))
    shown.rig.do(running.close_step())
    shown.rig.do(count_hands(console.step_id, {first: 4}, 4))  # hands alone are a result
    shown.until(lambda: console.tag.text() == "Laskettu")
    assert console.rows._totals[first].isVisible()


def test_a_removed_phones_ballot_is_out_of_the_turnout(show_console: ShowConsole) -> None:
    shown = show_console(vote())
    state = shown.rig.tool
    assert isinstance(state, State)
    for author in (1, 2):
        shown.rig.send("vote.cast", author, choices={state.candidates[0].id: 1})
    shown.rig.do(moderation.remove_person(2))
    shown.until(lambda: console_of(shown).turnout.words() == "1 / 5 äänestänyt")
    assert console_of(shown).turnout.toolTip().startswith("Mukana on 5 puhelinta.")


def test_voting_again_asks_first(show_console: ShowConsole) -> None:
    shown = show_console(vote())
    state = shown.rig.tool
    assert isinstance(state, State)
    shown.rig.send("vote.cast", 1, choices={state.candidates[0].id: 1})
    shown.rig.do(running.close_step())
    console = console_of(shown)
    QTest.mouseClick(console.again_button, Qt.MouseButton.LeftButton)
    assert [asking.words for asking in shown.asked] == ["Äänestetäänkö uudelleen?"]
    shown.asked[0].on_yes()
    shown.until(lambda: console.tag.text() == "Auki")


def test_a_scale_tells_mean_spread_and_worries(show_console: ShowConsole) -> None:
    shown = show_console(vote(kind="scale", labels=["En", "Iso huoli", "Pieni huoli", "Voin elää", "Hyvä", "Teen"]))
    for author, step in ((1, "2"), (2, "4"), (3, "5")):
        shown.rig.send("vote.cast", author, choices={step: 1})
    shown.rig.do(running.close_step())
    console = console_of(shown)
    assert console.told_result.words() == "Keskiarvo 3,7, hajonta 2–5. 1 antoi alle kolme: kuulkaa huolet."
    shown.until(lambda: "3 – Voin elää" in shown.words)


def test_everybody_in_is_told_as_agreement(show_console: ShowConsole) -> None:
    shown = show_console(vote(kind="scale"))
    for author in (1, 2):
        shown.rig.send("vote.cast", author, choices={"3": 1})
    shown.rig.do(running.close_step())
    assert "yhtä mieltä suunnasta" in console_of(shown).told_result.words()


def test_nothing_to_vote_on_says_so(show_console: ShowConsole) -> None:
    shown = show_console(vote(options=[]))
    console = console_of(shown)
    assert console.nothing.isVisible()
    assert not console.hand_button.isVisible()
    assert not console.add_by_hand()

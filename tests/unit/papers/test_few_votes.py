"""The votes of a few phones beside hands counted in the room would be somebody's vote: they are told together."""

import pytest

from fasilitaattori.i18n import translator
from fasilitaattori.papers import press
from fasilitaattori.papers.data.tables import tables
from fasilitaattori.tools.vote.model import rules as vote
from fasilitaattori.workshop import people, running
from fasilitaattori.workshop.agenda import new_step
from tests.ledger import Ledger

TR = translator("fi")


def held(kind: str, phones: int, hands: int) -> Ledger:
    """Every phone is for the first option, and one blank; the hall for the second."""
    ledger = Ledger()
    ledger.plan(new_step("Äänestys", "vote", 5, settings={"kind": kind, "question": "Koulu?", "options": ["Kyllä", "Ei"]}))
    for number in range(phones):
        ledger.do(people.join("", "fi", f"t{number}"))
    step = ledger.state.plan.steps()[0]
    ledger.do(running.go_to(step.id))
    first, second = ("5", "3") if kind == "scale" else (one.id for one in ledger.state.tool(step).candidates)
    for number in range(1, phones + 1):
        ledger.send(number, "vote.cast", choices={first: 1} if number > 1 else {})
    if hands:
        ledger.do(vote.count_hands(step.id, {second: hands}, hands))
    ledger.do(running.end())
    return ledger


@pytest.mark.parametrize("kind", ["one", "several", "dots", "scale"])
@pytest.mark.parametrize("internal", [False, True])
def test_few_phones_are_not_told_apart_from_the_room(kind: str, internal: bool) -> None:
    state = held(kind, 4, 30).state
    for form in ("md", "html"):
        told = press.make(state, press.Order(press.MINUTES, public=not internal), form, TR).decode()
        assert "Puhelimella |" not in told
        assert "Puhelimella</" not in told
        assert "puhelimella 3" not in told
        assert "Tyhjiä ääniä" not in told
        assert "Äänestäjiä oli 34. Heistä 30 laskettiin huoneessa." in told
    rows = next(table for table in tables(state, TR, public=not internal) if table.key == "votes").rows
    assert {row[3:5] for row in rows} == {(None, None)}
    assert sorted(int(row[5] or 0) for row in rows)[-2:] == [3, 30]


@pytest.mark.parametrize(("phones", "hands"), [(5, 30), (4, 0)])
def test_others_are_told_as_they_were_counted(phones: int, hands: int) -> None:
    state = held("one", phones, hands).state
    told = press.make(state, press.Order(press.MINUTES), "md", TR).decode()
    assert ("| Vaihtoehto | Puhelimella | Huoneessa | Yhteensä |" in told) == bool(hands)
    assert "Tyhjiä ääniä oli 1." in told
    rows = next(table for table in tables(state, TR) if table.key == "votes").rows
    assert {row[3] for row in rows} == {phones - 1, 0}

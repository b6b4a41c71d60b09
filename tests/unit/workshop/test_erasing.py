"""Erasing a person: what was written down stays in its place, without the name, whatever order the log comes in."""

from fasilitaattori.workshop import answers, closing, naming, people, record, settling, undo
from fasilitaattori.workshop.checkingfacts import Point
from tests.ledger import Ledger, facts, fold


def test_entries_of_one_moment_keep_their_order() -> None:
    ledger = Ledger()
    ledger.do(people.join("Helmi", "fi", "1"))
    for text in ("Ovi on punainen.", "Helmi avaa oven.", "Piha pysyy.", "Helmi lähtee."):
        ledger.do(record.decide(text))
    ledger.do(people.erase_person(1))
    told = [entry.text for entry in ledger.state.record.entries]
    assert told == ["Ovi on punainen.", "osallistuja avaa oven.", "Piha pysyy.", "osallistuja lähtee."]


def test_it_folds_to_the_same_from_any_order() -> None:
    ledger = Ledger()
    ledger.do(people.join("Helmi", "fi", "1"))
    action = ledger.do(record.act("Kysytään kulut", "Helmi"))[0]
    ledger.do(closing.what_next("Kaupungille", "Reino", "pian"))
    ledger.do(closing.what_next("Kaupungille", "Helmi", "pian"))
    ledger.do(answers.answer(action, answers.DONE, "Helmi kysyi"))
    ledger.do(settling.put_up([Point("Helmi kysyy")]))
    ledger.do(people.erase_person(1))
    assert naming.mentions(ledger.state, "Helmi") == []
    assert undo.undoable(ledger.replica) is None
    other = fold(ledger.events[::-1]).state
    assert facts(other) == facts(ledger.state)
    assert other.answers.by_id == ledger.state.answers.by_id
    assert other.answers.by_id[action].text == "osallistuja kysyi"

"""The summary checked in the hall: marks hold for the wording they were given to, every correction is settled truthfully."""

import pytest

from fasilitaattori.errors import RuleViolation
from fasilitaattori.workshop import agenda, closing, heading, moderation, people, record, running, settling, undo
from fasilitaattori.workshop.checking import Check, ended_at, open_check, tally
from fasilitaattori.workshop.checkingfacts import DIFFERS, DROPPED, KEPT, MENDED, Mark, Point
from tests.ledger import Ledger, facts, fold

RIGHT = Mark(True)


def wrong(words: str, version: int = 0) -> Mark:
    return Mark(False, words, version)


@pytest.fixture
def hall() -> Ledger:
    """Three phones, and a summary of two points: a decision of the record and words of the facilitator's own."""
    ledger = Ledger()
    ledger.do(agenda.add_step(agenda.new_step("Jatko", "talk", 10)))
    for number in range(3):
        ledger.do(people.join(f"Nimi {number}", "fi", str(number)))
    ledger.do(running.start())
    made = ledger.do(record.decide("Talo avataan arkisin"))
    ledger.wait(60)
    ledger.do(settling.put_up([Point("Talo avataan arkisin", source=f"record:{made[0]}"), Point("Piha pidetään auki")]))
    return ledger


def now(ledger: Ledger) -> Check:
    check = ledger.state.checking.last
    assert check is not None
    return check


def mark(ledger: Ledger, author: int, **marks: Mark) -> None:
    ledger.do(settling.mark(now(ledger).id, author, {key.removeprefix("p"): given for key, given in marks.items()}), author)


def test_marks_are_counted_and_may_be_changed(hall: Ledger) -> None:
    mark(hall, 1, p1=RIGHT, p2=RIGHT)
    mark(hall, 2, p1=RIGHT, p2=wrong("Vain kesällä"))
    told = tally(hall.state, now(hall))
    assert (told.phones, told.wholly, told.right, told.wrong) == (2, 1, {"1": 2, "2": 1}, {"1": 0, "2": 1})
    mark(hall, 2, p2=wrong("Vain kesäisin"))
    assert [(each.words, each.how) for each in now(hall).corrections.values()] == [("Vain kesäisin", "")]
    mark(hall, 2, p2=RIGHT)
    assert not now(hall).corrections
    assert tally(hall.state, now(hall)).wholly == 2


def test_only_a_sentence_of_its_own_is_mended_in_what_was_written_by_hand(hall: Ledger) -> None:
    written = "Talo avataan arkisinkin. Talo avataan arkisin, paitsi jouluna. Talo avataan arkisin.\n1. Talo avataan arkisin"
    hall.do(closing.edit_section("notes", written, ""))
    hall.do(settling.mend("1", "Ovet auki"))
    mended = "Talo avataan arkisinkin. Talo avataan arkisin, paitsi jouluna. Ovet auki.\n1. Ovet auki"
    assert hall.state.closing.edited["notes"] == mended


def test_a_mended_point_is_asked_anew_and_mends_what_it_was_taken_from(hall: Ledger) -> None:
    hall.do(closing.edit_section("decisions", "1. Talo avataan arkisin", "1. Talo avataan arkisin"))
    mark(hall, 1, p1=RIGHT, p2=RIGHT)
    mark(hall, 2, p1=wrong("Myös lauantaisin"))
    hall.do(settling.count_hands(7))
    assert tally(hall.state, now(hall)).right == {"1": 8, "2": 8}
    correction = next(iter(now(hall).corrections))
    hall.do(settling.mend("1", "Talo avataan arkisin ja lauantaisin", settles=[correction]))
    told = tally(hall.state, now(hall))
    assert (told.right, told.wrong, told.wholly, told.hands) == ({"1": 0, "2": 8}, {"1": 0, "2": 0}, 0, 7)
    assert (told.renewed, told.unmarked, told.otherwise) == ({"1": 9}, ["1"], 8)
    assert now(hall).corrections[correction].how == MENDED
    assert [entry.text for entry in hall.state.record.of_kind("decision")] == ["Talo avataan arkisin ja lauantaisin"]
    assert hall.state.closing.edited["decisions"] == hall.state.closing.based["decisions"]
    assert hall.state.closing.edited["decisions"] == "1. Talo avataan arkisin ja lauantaisin"
    mark(hall, 1, p1=Mark(True, version=1))
    told = tally(hall.state, now(hall))
    assert (told.wholly, told.renewed, told.unmarked, told.otherwise) == (1, {"1": 8}, [], 8)
    act = undo.undoable(hall.replica)
    assert act is not None
    assert act.name == "yhteenvedon korjaus"
    hall.do(undo.undo(act))
    assert hall.state.record.of_kind("decision")[0].text == "Talo avataan arkisin"
    assert now(hall).corrections[correction].how == ""


def test_a_late_mark_for_the_wording_before_is_kept_as_such(hall: Ledger) -> None:
    hall.do(settling.mend("1", "Talo avataan iltaisin"))
    mark(hall, 1, p1=wrong("Ei arkisin", 0))
    told = tally(hall.state, now(hall))
    assert told.wrong == {"1": 0, "2": 0}
    assert [(each.words, each.version) for each in now(hall).unsettled] == [("Ei arkisin", 0)]
    with pytest.raises(RuleViolation) as refused:
        mark(hall, 1, p1=Mark(True, version=2))
    assert refused.value.code == "no_point"


def test_what_is_settled_stays_and_the_same_words_are_no_news(hall: Ledger) -> None:
    mark(hall, 1, p1=wrong("Ei käy"), p2=wrong("Kulut puuttuvat"))
    first, second = now(hall).corrections
    hall.do(settling.settle(first, DIFFERS))
    hall.do(settling.settle(second, KEPT, "Kulut ovat liitteessä"))
    mark(hall, 1, p1=wrong("Ei käy", 0), p2=RIGHT)
    mark(hall, 1, p1=wrong("Ei käy mitenkään"))
    told = [(each.words, each.how, each.why) for each in now(hall).corrections.values()]
    assert told == [
        ("Ei käy", DIFFERS, ""),
        ("Kulut puuttuvat", KEPT, "Kulut ovat liitteessä"),
        ("Ei käy mitenkään", "", ""),
    ]
    with pytest.raises(RuleViolation) as refused:
        hall.do(settling.settle(second, KEPT, " "))
    assert refused.value.code == "empty_text"


def test_a_correction_said_aloud_has_nobody_behind_it(hall: Ledger) -> None:
    hall.do(settling.hear("2", "Pihaan valot"))
    (heard,) = now(hall).corrections.values()
    assert (heard.words, heard.author, heard.point) == ("Pihaan valot", None, "2")


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"p1": Mark(False, "  ")}, "empty_correction"),
        ({"p1": wrong("x" * 281)}, "too_long"),
        ({"p9": RIGHT}, "no_point"),
        ({}, "no_marks"),
    ],
)
def test_marks_that_say_nothing_are_refused(hall: Ledger, given: dict[str, Mark], code: str) -> None:
    with pytest.raises(RuleViolation) as refused:
        mark(hall, 1, **given)
    assert refused.value.code == code


@pytest.mark.parametrize("how", ["ended", "next step", "approved", "put up anew"])
def test_marks_are_taken_until_the_end(hall: Ledger, how: str) -> None:
    check = now(hall)
    hall.wait(30)
    if how == "next step":
        hall.do(agenda.add_step(agenda.new_step("Kahvit", "pause", 10)))
    act = {
        "ended": settling.end(),
        "next step": running.next_step(),
        "approved": closing.approve("Helmi"),
        "put up anew": settling.put_up([Point("Uusi")]),
    }[how]
    hall.do(act)
    assert ended_at(hall.state, check) == "2026-03-12T18:01:30.000+02:00"
    with pytest.raises(RuleViolation) as refused:
        hall.do(settling.mark(check.id, 1, {"1": RIGHT}), 1)
    assert refused.value.code == "checking_not_open"
    going = open_check(hall.state)
    assert (going is not None) == (how == "put up anew")


def test_the_end_of_the_evening_leaves_it_open(hall: Ledger) -> None:
    hall.do(running.end())
    assert open_check(hall.state) is now(hall)


def test_a_removed_phone_does_not_count(hall: Ledger) -> None:
    mark(hall, 1, p1=RIGHT, p2=RIGHT)
    hall.do(moderation.remove_person(1))
    told = tally(hall.state, now(hall))
    assert (told.phones, told.wholly, told.right["1"]) == (0, 0, 0)
    with pytest.raises(RuleViolation):
        mark(hall, 1, p1=RIGHT)


def test_a_point_that_was_mended_before_anybody_marked_it_is_not_asked_anew(hall: Ledger) -> None:
    hall.do(settling.mend("1", "Talo avataan iltaisin"))
    mark(hall, 1, p1=Mark(True, version=1), p2=RIGHT)
    told = tally(hall.state, now(hall))
    assert (told.renewed, told.wholly, told.otherwise) == ({}, 1, 1)


def test_a_silenced_phone_marks_what_is_right_but_its_words_are_not_taken(hall: Ledger) -> None:
    mark(hall, 1, p1=wrong("Ei käy"))
    hall.do(moderation.mute(1))
    with pytest.raises(RuleViolation) as refused:
        mark(hall, 1, p1=wrong("Ei käy"), p2=wrong("Eikä tämä"))
    assert refused.value.code == "muted_correction"
    with pytest.raises(RuleViolation):
        mark(hall, 1, p1=wrong("Ei missään nimessä"))
    mark(hall, 1, p1=wrong("Ei käy"), p2=RIGHT)
    assert [each.words for each in now(hall).corrections.values()] == ["Ei käy"]
    assert tally(hall.state, now(hall)).right == {"1": 0, "2": 1}
    mark(hall, 1, p1=RIGHT)
    assert tally(hall.state, now(hall)).wholly == 1
    hall.do(moderation.mute(1, False))
    mark(hall, 1, p2=wrong("Eikä tämä"))
    assert [each.words for each in now(hall).unsettled] == ["Eikä tämä"]


def test_what_a_removed_phone_wanted_mended_is_dropped_and_undo_brings_it_back(hall: Ledger) -> None:
    mark(hall, 1, p1=wrong("Ei käy"), p2=wrong("Eikä tämä"))
    mark(hall, 2, p1=wrong("Minustakaan"))
    second = list(now(hall).corrections)[1]
    hall.do(settling.settle(second, DIFFERS))
    hall.do(moderation.remove_person(1))
    assert [each.how for each in now(hall).corrections.values()] == [DROPPED, DIFFERS, ""]
    act = undo.undoable(hall.replica)
    assert act is not None
    hall.do(undo.undo(act))
    assert [each.how for each in now(hall).corrections.values()] == ["", DIFFERS, ""]
    assert hall.state.people.all[1].removed is False


def test_removing_somebody_changes_nothing_in_minutes_that_are_approved(hall: Ledger) -> None:
    mark(hall, 1, p1=wrong("Ei käy"))
    hall.do(closing.approve("Helmi"))
    hall.do(moderation.remove_person(1))
    assert [each.how for each in now(hall).corrections.values()] == [""]


def test_an_erased_person_leaves_words_without_a_name(hall: Ledger) -> None:
    mark(hall, 1, p1=wrong("Myös lauantaisin"))
    hall.do(people.erase_person(1))
    (correction,) = now(hall).corrections.values()
    assert correction.words == "Myös lauantaisin"
    assert hall.state.people.shown_name(correction.author) == ""


def test_nothing_is_put_up_or_mended_once_the_minutes_are_approved(hall: Ledger) -> None:
    hall.do(closing.approve("Helmi"))
    for command in (settling.put_up([Point("Uusi")]), settling.mend("1", "Toinen"), settling.hear("1", "Ei")):
        with pytest.raises(RuleViolation) as refused:
            hall.do(command)
        assert refused.value.code == "already_approved"


def test_undoing_the_putting_up_says_what_would_vanish(hall: Ledger) -> None:
    mark(hall, 1, p1=RIGHT)
    mark(hall, 2, p1=RIGHT)
    act = undo.undoable(hall.replica)
    assert act is not None
    assert (act.name, act.vanishing) == ("yhteenvedon vieminen tarkistettavaksi", 2)


def test_it_folds_to_the_same_from_any_order(hall: Ledger) -> None:
    mark(hall, 1, p1=wrong("Ei käy"))
    hall.do(settling.mend("1", "Toisin", settles=list(now(hall).corrections)))
    mark(hall, 1, p1=Mark(True, version=1))
    assert facts(fold(hall.events[::-1]).state) == facts(hall.state)


def test_what_was_promised_of_names_holds_for_the_whole_checking(hall: Ledger) -> None:
    assert not now(hall).nameless
    hall.do(heading.head_minutes(kind=heading.DIALOGUE))
    assert not now(hall).nameless
    hall.do(settling.put_up([Point("Talo avataan arkisin")]))
    hall.do(heading.head_minutes(kind=heading.MEMO))
    assert now(hall).nameless
    mark(hall, 1, p1=wrong("Ei Nimi 0"))
    hall.do(people.erase_person(1))
    assert now(hall).nameless
    assert fold(hall.events).state.checking.all[now(hall).id].nameless


def test_a_mark_of_a_wording_that_was_undone_is_no_agreement_with_the_next(hall: Ledger) -> None:
    hall.do(settling.mend("1", "Talo avataan iltaisin"))
    mark(hall, 1, p1=Mark(True, version=1))
    mark(hall, 2, p1=Mark(True, version=1))
    act = undo.undoable(hall.replica)
    assert act is not None
    hall.do(undo.undo(act))
    mark(hall, 2, p1=RIGHT)
    assert tally(hall.state, now(hall)).right["1"] == 1
    hall.do(settling.mend("1", "Talo suljetaan"))
    assert tally(hall.state, now(hall)).right["1"] == 0
    mark(hall, 1, p1=Mark(True, version=now(hall).points["1"].version))
    assert tally(hall.state, now(hall)).right["1"] == 1


def test_the_same_words_of_a_new_wording_are_asked_anew(hall: Ledger) -> None:
    mark(hall, 1, p1=wrong("Vain kesäisin"))
    hall.do(settling.mend("1", "Talo avataan kesällä arkisin", settles=list(now(hall).corrections)))
    mark(hall, 1, p1=wrong("Vain kesäisin", 1))
    told = [(each.words, each.version, each.how) for each in now(hall).corrections.values()]
    assert told == [("Vain kesäisin", 0, MENDED), ("Vain kesäisin", 1, "")]
    assert tally(hall.state, now(hall)).wrong["1"] == 1


def test_a_mark_that_was_long_on_its_way_does_not_replace_a_newer_one(hall: Ledger) -> None:
    hall.do(settling.mend("1", "Talo avataan iltaisin"))
    mark(hall, 1, p1=Mark(True, version=1), p2=RIGHT)
    mark(hall, 1, p1=RIGHT, p2=wrong("Ei"))
    assert now(hall).marks[1] == {"1": Mark(True, version=1), "2": wrong("Ei")}
    mark(hall, 1, p1=wrong("Ei arkisin"))
    assert tally(hall.state, now(hall)).right["1"] == 1
    assert [each.words for each in now(hall).corrections.values()] == ["Ei"]

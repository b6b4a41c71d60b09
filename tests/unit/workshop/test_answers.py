"""What came of people's words: answers that are given, changed and taken back, and promises whose day can be read."""

from collections.abc import Callable
from datetime import date

import pytest

from fasilitaattori.errors import RuleViolation
from fasilitaattori.tools import MODELS
from fasilitaattori.workshop import answers, closing, record, undo
from fasilitaattori.workshop.answers import DONE, REFUSED, TELLING, UNDER_WAY, WAITING
from fasilitaattori.workshop.events import decode, encode
from fasilitaattori.workshop.promised import promised_day
from fasilitaattori.workshop.replica import Replica
from fasilitaattori.workshop.state import all_kinds
from fasilitaattori.workshop.summary import summarise
from fasilitaattori.workshop.tool import Matter
from tests.unit.papers.evening import Evening, village_evening

SINCE = date(2026, 3, 12)


@pytest.fixture
def evening() -> Evening:
    return village_evening()


def matter(evening: Evening, words: str) -> Matter:
    return next(each for each in answers.matters(evening.state) if each.words.startswith(words))


def said(evening: Evening) -> dict[str, tuple[str, str, str, str]]:
    return {of: (a.outcome, a.text, a.who, a.when) for of, a in evening.state.answers.by_id.items()}


def test_everything_people_brought_up_can_be_answered(evening: Evening) -> None:
    found = answers.matters(evening.state)
    kinds = [each.kind for each in found]
    assert kinds[:1] == [TELLING]
    assert {"theme", "idea", "action", "decision"} <= set(kinds)
    action = matter(evening, "Kysytään kunnalta")
    assert (action.who, action.when) == ("Kyläyhdistys", "31.3.")
    theme = next(each for each in found if each.kind == "theme")
    under = [each for each in found if each.under == theme.id]
    assert theme.size == sum(each.size for each in under)
    assert set(theme.said) == {each.words for each in under}
    assert not any(answers.is_asked(each) for each in under)


def test_what_was_hidden_cannot_be_answered(evening: Evening) -> None:
    assert not [each for each in answers.matters(evening.state) if each.words == "Asiaton"]
    wall = next(
        evening.state.tool(s) for s in evening.state.plan.steps() if s.tool == "ideas" and evening.state.tool(s).hidden()
    )
    with pytest.raises(RuleViolation) as refused:
        evening.do(answers.answer(wall.hidden()[0].id, DONE))
    assert refused.value.code == "no_entry"


def test_an_answer_is_given_changed_and_taken_back(evening: Evening) -> None:
    of = matter(evening, "Kysytään").id
    evening.do(answers.answer(of, UNDER_WAY, " Kysely on\r\nlähetetty. ", " Aino ", "toukokuussa"))
    assert said(evening) == {of: (UNDER_WAY, "Kysely on\nlähetetty.", "Aino", "toukokuussa")}
    assert evening.do(answers.answer(of, UNDER_WAY, "Kysely on\nlähetetty.", "Aino", "toukokuussa")) == []
    evening.do(answers.answer(of, DONE, "Kulut ovat 14 000 euroa vuodessa."))
    assert said(evening)[of][0] == DONE
    evening.do(answers.withdraw(of))
    assert said(evening) == {}
    assert evening.do(answers.withdraw(of)) == []


def test_answering_does_not_touch_approved_minutes(evening: Evening) -> None:
    evening.do(closing.approve("Aino"))
    before = evening.state.closing.versions[:]
    evening.do(answers.answer(matter(evening, "Tulos viedään").id, DONE, "Vietiin."))
    assert evening.state.closing.approved
    assert evening.state.closing.versions == before


def test_answers_are_undone_by_name_and_brought_back(evening: Evening) -> None:
    of = matter(evening, "Kysytään").id
    evening.do(answers.answer(of, WAITING, "Odotetaan."))
    evening.do(answers.answer(of, DONE, "Tehty."))
    act = undo.undoable(evening.replica)
    assert act is not None
    assert act.name == "vastaus"
    evening.do(undo.undo(act))
    assert said(evening)[of][:2] == (WAITING, "Odotetaan.")
    again = undo.redoable(evening.replica)
    assert again is not None
    evening.do(undo.undo(again))
    assert said(evening)[of][:2] == (DONE, "Tehty.")


def test_two_laptops_that_answer_apart_come_to_the_same(evening: Evening) -> None:
    for number, each in enumerate(answers.matters(evening.state)):
        evening.do(answers.answer(each.id, answers.OUTCOMES[number % 4], f"Vastaus {number}"))
    kinds = all_kinds(MODELS)
    events = [e for e in evening.replica.events if e.kind.startswith("answers.")]
    assert [decode(kinds, e.kind, encode(e.body)) for e in events] == [e.body for e in events]
    turned = Replica("ilta", MODELS, evening.replica.events[: -len(events)])
    for event in reversed(events):
        turned.apply([event])
    assert turned.state.answers == evening.state.answers


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (answers.answer("ei-ole", DONE), "no_entry"),
        (answers.answer(TELLING, DONE, "x" * 4001), "too_long"),
        (answers.answer(TELLING, DONE, who="x" * 201), "too_long"),
        (answers.tell_page("kylätalo"), "bad_address"),
        (answers.tell_page("https://kunta.fi/a b"), "bad_address"),
        (answers.tell_page(f"kunta.fi/{'x' * 500}"), "too_long"),
    ],
)
def test_what_makes_no_sense_is_refused(evening: Evening, command: Callable[[object], object], code: str) -> None:
    with pytest.raises(RuleViolation) as refused:
        command(evening.state)
    assert refused.value.code == code


def test_the_address_of_the_page_is_one_a_browser_takes(evening: Evening) -> None:
    evening.do(answers.tell_page(" kunta.fi/kylatalo "))
    assert evening.state.answers.page == "https://kunta.fi/kylatalo"
    evening.do(answers.tell_page("http://kylä.fi"))
    assert evening.state.answers.page == "http://kylä.fi"
    evening.do(answers.tell_page(""))
    assert evening.state.answers.page == ""


def open_promises(evening: Evening) -> dict[str, str]:
    return {promise.of: promise.day.isoformat() for promise in answers.promises(evening.state)}


def test_promises_stay_open_until_they_are_told_as_done_or_dropped(evening: Evening) -> None:
    asked, yard = matter(evening, "Kysytään").id, matter(evening, "Järjestetään").id
    assert open_promises(evening) == {asked: "2026-03-31", TELLING: "2026-04-20", yard: "2026-05-16"}
    evening.do(answers.answer(asked, DONE, "Kysytty."))
    evening.do(answers.answer(yard, WAITING, "Siirtyi.", when="30.8."))
    evening.do(answers.answer(TELLING, REFUSED))
    assert open_promises(evening) == {yard: "2026-08-30"}
    theme = next(each for each in answers.matters(evening.state) if each.kind == "theme")
    evening.do(answers.answer(theme.id, UNDER_WAY, "Valtuustossa.", "Kunta", "syyskuussa"))
    assert open_promises(evening) == {yard: "2026-08-30", theme.id: "2026-09-30"}
    assert summarise(evening.state).promises == ["2026-08-30", "2026-09-30"]


def test_nothing_is_late_before_the_evening_is_over() -> None:
    evening = Evening()
    evening.do(record.act("Kysytään", "Kunta", "1.1.2026"))
    assert answers.promises(evening.state) == []


def test_a_promise_whose_words_name_no_day_is_never_late(evening: Evening) -> None:
    asked = matter(evening, "Kysytään").id
    evening.do(answers.answer(asked, WAITING, when="kun lumi sulaa"))
    assert asked not in open_promises(evening)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("31.3.", "2026-03-31"),
        ("31.3", "2026-03-31"),
        ("31.3.2027 mennessä", "2027-03-31"),
        ("20.4., ilmoitustaulu ja kylän verkkosivu", "2026-04-20"),
        ("20.4. klo 18.10", "2026-04-20"),
        ("12.–14.5.", "2026-05-14"),
        ("1.2.", "2027-02-01"),
        ("toukokuun loppuun mennessä", "2026-05-31"),
        ("helmikuussa", "2027-02-28"),
        ("20. huhtikuuta", "2026-04-20"),
        ("viikolla 14", "2026-04-05"),
        ("vk 2", "2027-01-17"),
        ("i maj", "2026-05-31"),
        ("den 3 maj", "2026-05-03"),
        ("vecka 20", "2026-05-17"),
        ("by 20 April", "2026-04-20"),
        ("April 20, 2027", "2027-04-20"),
        ("in May", "2026-05-31"),
        ("week 20 2027", "2027-05-23"),
        ("2026-05-01", "2026-05-01"),
        ("they may come", ""),
        ("klo 9.10", ""),
        ("18.00–20.30", ""),
        ("31.4.", ""),
        ("kesällä", ""),
        ("ennen joulua", ""),
        ("", ""),
    ],
)
def test_the_day_people_mean(words: str, day: str) -> None:
    found = promised_day(words, SINCE)
    assert (found.isoformat() if found else "") == day


def test_days_at_the_end_of_the_calendar_are_read_or_let_be() -> None:
    assert promised_day("joulukuussa 9999", SINCE) == date(9999, 12, 31)
    assert promised_day("toukokuussa", date(9999, 12, 31)) is None
    assert promised_day("31.5., viikolla 20, 5 May", date(9999, 12, 31)) is None
    assert promised_day("helmikuussa 2028", SINCE) == date(2028, 2, 29)

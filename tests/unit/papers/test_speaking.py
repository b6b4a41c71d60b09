"""How the talk was shared, in the minutes: only when asked for, never with names, never of few."""

import pytest

from fasilitaattori.document.blocks import Figure, Table
from fasilitaattori.document.plain import to_text
from fasilitaattori.errors import RuleViolation
from fasilitaattori.i18n import translator
from fasilitaattori.papers.forms.markdown import markdown
from fasilitaattori.papers.minutes import Section, minutes, sections
from fasilitaattori.workshop import closing, floor, running
from fasilitaattori.workshop.heading import tell_speaking
from tests.unit.papers.evening import Evening, plan, village_evening

TR = translator("fi")


def section(evening: Evening, *, public: bool = True) -> Section:
    return next(found for found in sections(evening.state, TR, public=public) if found.key == "speaking")


def test_speaking_shares_are_in_only_when_asked_for_and_without_names() -> None:
    evening = village_evening()
    assert not any(found.key == "speaking" for found in sections(evening.state, TR))
    talked = talked_evening(7)
    assert not any(found.key == "speaking" for found in sections(talked.state, TR))
    talked.do(tell_speaking(True))
    told = section(talked, public=False)
    assert told.brief == "7 puhujaa"
    text = to_text(told.blocks, TR)
    assert text.startswith("Puhujia oli 7. Puolet puheajasta käytti 3 heistä.")
    numbers = next(block for block in told.blocks if isinstance(block, Table))
    assert numbers.rows[0] == ("1.", "1", "7:00", "25 %")
    assert len(numbers.rows) == 7
    whole = markdown(minutes(talked.state, TR, public=False))
    assert "Puhuja 1" not in whole.split("Puheajan jakautuminen")[1].split("## ")[0]
    talked.do(tell_speaking(False))
    assert not any(found.key == "speaking" for found in sections(talked.state, TR))


def test_few_speakers_are_not_shown_and_many_end_in_one_row() -> None:
    few = talked_evening(4)
    few.do(tell_speaking(True))
    assert "Puhujia oli alle viisi" in to_text(section(few).blocks, TR)
    assert not any(isinstance(block, Figure | Table) for block in section(few).blocks)
    many = talked_evening(20)
    many.do(tell_speaking(True))
    numbers = next(block for block in section(many).blocks if isinstance(block, Table))
    assert len(numbers.rows) == 13
    assert numbers.rows[-1][:2] == ("Muut yhteensä (8)", "8")


def test_an_evening_without_turns_says_so_and_approved_minutes_do_not_change() -> None:
    evening = village_evening()
    evening.do(tell_speaking(True))
    assert to_text(section(evening).blocks, TR) == "Puheenvuoroja ei jaettu ohjelmalla."
    evening.do(closing.approve("Aino"))
    with pytest.raises(RuleViolation) as refused:
        evening.do(tell_speaking(False))
    assert refused.value.code == "already_approved"


def talked_evening(speakers: int) -> Evening:
    """An evening in which so many have spoken, the first for a minute, each after it a minute longer."""
    evening = Evening()
    plan(evening, "fi")
    evening.do(running.open_room())
    evening.do(running.start())
    for minutes_long in range(1, speakers + 1):
        evening.do(floor.ask_by_name(f"Puhuja {minutes_long}"))
        evening.do(floor.next_speaker())
        evening.wait(minutes_long)
    evening.do(floor.end_turn())
    return evening

"""What the minutes and the data say of the checking in the hall: truthfully, and without names."""

import msgspec
import pytest

from fasilitaattori.i18n import translator
from fasilitaattori.papers import minutes as paper
from fasilitaattori.papers.data.package import package
from fasilitaattori.papers.data.tables import tables
from fasilitaattori.papers.forms.markdown import markdown
from fasilitaattori.workshop import closing, settling
from fasilitaattori.workshop.checking import Check
from fasilitaattori.workshop.checkingfacts import DIFFERS, DROPPED, KEPT, Mark
from fasilitaattori.workshop.heading import head_minutes
from fasilitaattori.workshop.state import Workshop
from fasilitaattori.workshop.summing import offers
from tests.unit.papers.evening import Evening, village_evening

TR = translator("fi")
RIGHT = Mark(True)


@pytest.fixture
def evening() -> Evening:
    made = village_evening()
    made.do(settling.put_up([offer.point for offer in offers(made.state, TR) if offer.usual]))
    made.wait(2)
    return made


def check_of(evening: Evening) -> Check:
    check = evening.state.checking.last
    assert check is not None
    return check


def answer(evening: Evening, phones: int) -> None:
    """So many phones think everything right, but the first: that wants two things mended."""
    check = check_of(evening)
    for number in range(1, phones + 1):
        marks = dict.fromkeys(check.points, RIGHT)
        if number == 1:
            marks |= {"1": Mark(False, "Myös nuorille"), "2": Mark(False, "Ei näin")}
        evening.do(settling.mark(check.id, number, marks), number)


def section(state: Workshop, *, public: bool = True) -> paper.Section:
    return next(found for found in paper.sections(state, TR, public=public) if found.key == paper.HALL)


def text_of(evening: Evening) -> str:
    return markdown(paper.minutes(evening.state, TR))


def row_of(told: str, number: int) -> list[str]:
    """The cells of a point in the table of what was checked."""
    rows = told.split("Tarkistettu kohta")[1].splitlines()
    return [cell.strip() for cell in next(row for row in rows if row.startswith(f"| {number} |")).split("|")[1:-1]]


def test_an_evening_without_a_checking_says_nothing_of_one() -> None:
    evening = village_evening()
    assert section(evening.state).state == "empty"
    assert "Tarkistus salissa" not in text_of(evening)


def test_the_minutes_tell_how_it_went(evening: Evening) -> None:
    answer(evening, 6)
    evening.do(settling.count_hands(4))
    first, second = check_of(evening).corrections
    evening.do(settling.settle(first, DIFFERS))
    assert section(evening.state).ask == "Tarkistus on vielä kesken."
    evening.do(settling.end())
    assert section(evening.state).ask == "Ratkaise vielä 1 korjausehdotus."
    evening.do(settling.settle(second, KEPT, "Luku on kunnasta"))
    made = section(evening.state)
    assert (made.state, made.brief) == ("ok", "2 korjausta")
    told = text_of(evening)
    assert "Kantaa otti 10 henkilöä, puhelimella 6 ja kättä nostamalla 4." in told
    assert "Heistä 9 piti koko yhteenvetoa oikeana" in told
    assert "Korjauksia ehdotettiin 2. Eriävänä näkemyksenä kirjattiin 1. Ennalleen jätettiin 1." in told
    assert "Teksti jätettiin ennalleen: Luku on kunnasta" in told
    assert "Helmi" not in told.split("Tarkistus salissa")[1]


def test_what_was_mended_reads_so_everywhere(evening: Evening) -> None:
    answer(evening, 5)
    check = check_of(evening)
    decision = next(p for p in check.points.values() if p.source.startswith("record:") and not p.who)
    evening.do(settling.mend(decision.id, "Kutsutaan työryhmä huhtikuussa", settles=list(check.corrections)[:1]))
    evening.do(settling.end())
    told = text_of(evening)
    assert told.count("Kutsutaan työryhmä huhtikuussa") == 2
    assert "Tekstiin niistä vietiin 1." in told
    number = int(decision.id)
    assert f"Kantaa otti 5 henkilöä. Kohta {number} korjattiin merkintöjen jälkeen. Uutta sanamuotoa ei merkitty enää." in told
    assert "Kaikkia muita kohtia piti oikeina 4." in told
    assert "Heistä 0" not in told
    row = row_of(told, number)
    assert "Korjattu merkintöjen jälkeen." in row[1]
    assert row[2:] == ["–", "–"]


def test_who_marked_the_new_wording_is_counted(evening: Evening) -> None:
    answer(evening, 6)
    check = check_of(evening)
    evening.do(settling.mend("2", "Kutsutaan työryhmä huhtikuussa"))
    evening.do(settling.mend("1", "Kyläilta pidetään uudestaan"))
    for number in (2, 3):
        evening.do(settling.mark(check.id, number, {point: Mark(True, version=1) for point in ("1", "2")}), number)
    told = text_of(evening)
    assert "Kohdat 1 ja 2 korjattiin merkintöjen jälkeen. Kaikkia muita kohtia piti oikeina 6." in told
    assert "Heistä 2 piti koko yhteenvetoa oikeana sellaisena kuin se tässä on." in told
    assert row_of(told, 2)[2:] == ["2", "0"]
    evening.do(settling.mark(check.id, 1, {point: Mark(True, version=1) for point in ("1", "2")}), 1)
    for number in (4, 5, 6):
        evening.do(settling.mark(check.id, number, {point: Mark(True, version=1) for point in ("1", "2")}), number)
    assert "merkintöjen jälkeen" not in text_of(evening)
    assert "Heistä 6 piti koko" in text_of(evening)


def test_few_are_not_counted(evening: Evening) -> None:
    answer(evening, 4)
    evening.do(settling.end())
    told = text_of(evening)
    assert "Kantaa otti alle viisi henkilöä, joten lukuja ei näytetä." in told
    assert "| Oikein |" not in told
    (rows,) = [made.rows for made in tables(evening.state, TR) if made.key == "checked_points"]
    assert rows
    assert all(row[-2:] == (None, None) for row in rows)


def test_a_dialogue_has_perspectives(evening: Evening) -> None:
    evening.do(head_minutes(kind="dialogue"))
    answer(evening, 5)
    evening.do(settling.settle(next(iter(check_of(evening).corrections)), DIFFERS))
    assert "Kirjattiin toisena näkökulmana." in text_of(evening)


def test_the_data_tell_the_same(evening: Evening) -> None:
    answer(evening, 5)
    evening.do(settling.end())
    made = msgspec.json.decode(package(evening.state, tables(evening.state, TR), public=True))
    points = made["tables"]["checked_points"]
    assert [point["right"] for point in points][:3] == [4, 4, 5]
    assert [row["text"] for row in made["tables"]["corrections"]] == ["Myös nuorille", "Ei näin"]
    assert {row["outcome"] for row in made["tables"]["corrections"]} == {"Ei vielä ratkaistu."}


def test_approving_ends_it_and_the_version_keeps_it(evening: Evening) -> None:
    answer(evening, 5)
    evening.wait(3)
    evening.do(closing.approve("Helmi Korpela"))
    began, over = check_of(evening).at[11:16].replace(":", "."), evening.state.closing.approved_at[11:16].replace(":", ".")
    assert f"klo {began}–{over}." in text_of(evening)


def test_what_is_offered_for_checking(evening: Evening) -> None:
    groups = [offer.group for offer in offers(evening.state, TR)]
    assert groups == sorted(groups, key=["results", "notes", "decisions", "actions", "next"].index)
    assert {"results", "decisions", "actions", "next"} <= set(groups)
    words = [offer.point.text for offer in offers(evening.state, TR) if offer.group == "results"]
    assert any("eniten saivat" in line for line in words)


def test_what_was_improper_is_told_nowhere(evening: Evening) -> None:
    answer(evening, 6)
    evening.do(settling.settle(next(iter(check_of(evening).corrections)), DROPPED))
    evening.do(settling.end())
    told = text_of(evening)
    assert "Myös nuorille" not in told
    assert "Korjauksia ehdotettiin 1." in told
    (rows,) = [made.rows for made in tables(evening.state, TR) if made.key == "corrections"]
    assert [row[2] for row in rows] == ["Ei näin"]

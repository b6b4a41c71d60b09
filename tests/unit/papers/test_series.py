"""The record of a series of dialogues: several workshops in one paper, without names, and nothing of what few people said."""

import pytest

from fasilitaattori.i18n import translator
from fasilitaattori.papers import press
from fasilitaattori.papers.forms.markdown import markdown
from fasilitaattori.papers.series import possible, record, same_series
from fasilitaattori.tools.ideas.model import rules as ideas
from fasilitaattori.workshop import agenda, closing, people, running, settling
from fasilitaattori.workshop import record as notes
from fasilitaattori.workshop.checkingfacts import DIFFERS, Point
from fasilitaattori.workshop.info import set_info
from fasilitaattori.workshop.state import Workshop
from tests.unit.papers.evening import Evening

TR = translator("fi")
NAME = "Kylien dialogit 2026"


def dialogue(title: str, day: str, heads: int, themes: dict[str, list[str]], *, series: str = NAME) -> Evening:
    """One evening: a question, a note, and a wall with these themes."""
    made = Evening()
    made.do(set_info(title=title, date=day, place="Kylätalo", series=series, goal=f"Tavoite: {title}", organiser="MSL"))
    talk = agenda.new_step("Puhe", "discussion", 20, settings={"prompts": ["Mikä täällä on hyvää?"]})
    wall = agenda.new_step("Seinä", "ideas", 20)
    made.do(agenda.add_steps([talk, wall]))
    made.do(people.join("Helmi", "fi", f"{title}-1"))
    made.do(people.set_headcount(heads - 1))
    made.do(running.start())
    made.do(notes.note(f"Huomio: {title}"))
    made.do(running.go_to(wall.id))
    for name, texts in themes.items():
        ids = [made.do(ideas.add(wall.id, text))[0].id for text in texts]
        made.do(ideas.add_theme(wall.id, name, ids))
    made.do(notes.act(f"Tehtävä: {title}", "Helmi", "31.3."))
    made.do(closing.what_next(f"Kuntaan: {title}", "Helmi", "huhtikuussa"))
    made.do(running.end())
    return made


@pytest.fixture
def states() -> list[Workshop]:
    second = dialogue("Hepokylä", "2026-04-10", 9, {"yhdessä ": ["Talkookahvit"], "Tiet": ["Tie kuntoon"]})
    first = dialogue("Kuikkaperä", "2026-03-12", 12, {"Yhdessä": ["Kylän olohuone", "Kesäjuhla"], "Palvelut": ["Kirjasto"]})
    few = dialogue("Perukka", "2026-05-01", 4, {"Yhdessä": ["Salaisuus"]})
    other = dialogue("Muualla", "2026-03-01", 20, {"Yhdessä": ["Ei kuulu tähän"]}, series="Toinen sarja")
    return [made.state for made in (second, few, other, first)]


def told(states: list[Workshop]) -> str:
    return markdown(record(states, NAME, TR))


def part(text: str, title: str) -> str:
    """What stands under a heading of the first level."""
    return text.split(f" {title}\n")[1].split("\n## ")[0]


def test_the_dialogues_of_the_series_in_the_order_of_their_days(states: list[Workshop]) -> None:
    text = told(states)
    assert text.startswith(f"# Kirjaus dialogisarjasta: {NAME}")
    assert "3 dialogia, 12.3.2026–1.5.2026, yhteensä 25 osallistujaa" in text
    rows = [line for line in part(text, "Dialogit").splitlines() if line.startswith(("| 1", "| 2", "| 3"))]
    assert [row.split("|")[3].strip() for row in rows] == ["Kuikkaperä", "Hepokylä", "Perukka"]
    assert "Muualla" not in text


def test_what_was_common_and_what_differed(states: list[Workshop]) -> None:
    text = told(states)
    common = part(text, "Mikä yhdisti")
    assert "| Yhdessä | 1, 2 | 3 |" in common
    assert [line[2:] for line in common.splitlines() if line.startswith("- ")] == [
        "Kylän olohuone (dialogi 1)",
        "Talkookahvit (dialogi 2)",
        "Kesäjuhla (dialogi 1)",
    ]
    different = part(text, "Mikä erosi")
    assert "Palvelut (dialogi 1, 1 lappu)" in different
    assert "Tiet (dialogi 2, 1 lappu)" in different


def test_merged_notes_count_as_many_as_they_are() -> None:
    first = dialogue("Kuikkaperä", "2026-03-12", 12, {"Yhdessä": ["Kylän olohuone", "Olohuone kylälle", "Kesäjuhla"]})
    second = dialogue("Hepokylä", "2026-04-10", 9, {"Yhdessä": ["Talkookahvit"]})
    wall = first.state.plan.steps()[1]
    first.do(ideas.merge(wall.id, [idea.id for idea in first.state.tool(wall).on_wall()][:2]))
    text = told([first.state, second.state])
    assert "Teemat ja lappujen määrä: Yhdessä (3)." in text
    assert "| Yhdessä | 1, 2 | 4 |" in part(text, "Mikä yhdisti")


def test_one_dialogue_alone_is_compared_with_nothing() -> None:
    text = told([dialogue("Kuikkaperä", "2026-03-12", 12, {"Yhdessä": ["Kylän olohuone"]}).state])
    assert "1 dialogi, 12.3.2026, 12 osallistujaa" in text
    assert "Sarjassa on pidetty yksi dialogi." in part(text, "Mikä yhdisti")
    assert part(text, "Mikä erosi").strip() == "Eroja ei kirjattu."


def test_nothing_of_what_few_people_said_and_no_names(states: list[Workshop]) -> None:
    text = told(states)
    assert "Salaisuus" not in text
    assert "Huomio: Perukka" not in text
    assert "Huomio: Kuikkaperä" in text
    assert "Helmi" not in text
    assert text.count("osallistuja |") >= 3
    assert "Alle viiden hengen ryhmän puheesta ei kerrota" in text


def test_another_view_in_a_checking_is_a_difference() -> None:
    one = dialogue("Kuikkaperä", "2026-03-12", 12, {})
    one.do(settling.put_up([Point("Kaikki haluavat kahvilan")]))
    one.do(settling.hear("1", "Eivät kaikki"))
    check = one.state.checking.last
    assert check is not None
    one.do(settling.settle(next(iter(check.corrections)), DIFFERS))
    assert "Eivät kaikki (dialogi 1)" in part(told([one.state]), "Mikä erosi")


def test_it_is_a_draft_until_every_minutes_are_approved(states: list[Workshop]) -> None:
    assert record(states, NAME, TR).draft
    first = dialogue("Kuikkaperä", "2026-03-12", 12, {})
    first.do(closing.approve("Aino"))
    assert not record([first.state], NAME, TR).draft


def test_a_workshop_of_no_series_has_none() -> None:
    alone = dialogue("Yksin", "2026-03-12", 12, {}, series="")
    assert not possible(alone.state)
    assert not press.can_be_made(alone.state, press.SERIES)
    assert not same_series("", "")
    assert same_series(" kylien  DIALOGIT 2026", NAME)


def test_a_series_that_has_not_begun_says_so() -> None:
    planned = Evening()
    planned.do(set_info(title="Tulossa", series=NAME))
    assert "Sarjan dialogeja ei ole vielä pidetty." in told([planned.state])


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_it_comes_as_an_accessible_pdf_with_the_others(states: list[Workshop], language: str) -> None:
    order = press.Order(press.SERIES, others=lambda mine: [state for state in states if state is not mine])
    tr = translator(language)
    made = press.make(states[0], order, "pdf", tr)
    assert made.startswith(b"%PDF")
    assert press.file_name(states[0], order, "pdf", tr).endswith(f"{NAME} {tr('luonnos')}.pdf")
    for form in ("docx", "odt", "html", "md", "txt"):
        assert press.make(states[0], order, form, tr)

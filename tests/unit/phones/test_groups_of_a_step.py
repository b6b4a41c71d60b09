"""Groups that work at the same time, on the phones: where each is and on what it works, but not who leads it."""

import pytest

from fasilitaattori.i18n import LANGUAGES
from fasilitaattori.workshop.agenda import change_step
from tests.unit.phones.test_drawing import EVIL, Evening, Page

GROUPS = [
    {"name": "Koivu", "topic": "Kuka pitää huolta pihasta?", "place": "Katos", "host": "Taina Vetäjä"},
    {"place": "Kirjasto"},
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", ["talk", "talking", "cards", "ideas", "dots"])
def test_every_kind_of_step_shows_its_groups(key: str, language: str) -> None:
    evening = Evening()
    evening.do(change_step(evening.steps[key], groups=GROUPS))
    evening.go(key)
    for html in (evening.draw(language), evening.draw(language, 1)):
        Page(html)
        for words in ("Koivu", "Kuka pitää huolta pihasta?", "Katos", "Kirjasto", "2</b>"):
            assert words in html
        assert "Taina" not in html


def test_a_step_without_groups_shows_none() -> None:
    evening = Evening()
    evening.go("talk")
    assert 'id="groups"' not in evening.draw()


def test_groups_that_change_during_the_step_are_drawn_anew() -> None:
    evening = Evening()
    before = evening.go("talk").key
    evening.do(change_step(evening.steps["talk"], groups=GROUPS))
    assert evening.scene.key != before


def test_many_groups_are_folded_away_so_that_what_is_asked_stays_in_sight() -> None:
    evening = Evening()
    for count, folded in ((6, False), (7, True)):
        evening.do(change_step(evening.steps["ideas"], groups=[{"place": f"Luokka {n}"} for n in range(count)]))
        evening.go("ideas")
        Page(evening.draw())
        assert ("<details>" in evening.draw()) is folded


def test_what_is_written_of_groups_is_never_markup() -> None:
    evening = Evening()
    evening.do(change_step(evening.steps["talk"], groups=[{"name": EVIL, "topic": EVIL, "place": EVIL}]))
    evening.go("talk")
    assert "<script" not in evening.draw()

"""Finding by a few letters."""

import pytest

from fasilitaattori.desktop.finding import best, plain, score

ACTS = ["Seuraava vaihe", "Seuraava puhuja", "Pysäytä tai jatka kelloa", "Kirjaa päätös", "Näytä viesti…", "Åsa", "Asetukset"]


def found(query: str) -> list[str]:
    return best(query, ACTS, str)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("seu puh", "Seuraava puhuja"),  # the beginnings of two words
        ("puh seu", "Seuraava puhuja"),  # in whatever order
        ("paatos", "Kirjaa päätös"),  # without dots
        ("PÄÄ", "Kirjaa päätös"),
        ("viesti", "Näytä viesti…"),
        ("llo", "Pysäytä tai jatka kelloa"),  # inside a word, from three letters on
        ("å", "Åsa"),  # what was written exactly comes first
        ("a", "Asetukset"),
    ],
)
def test_a_few_letters_are_enough(query: str, first: str) -> None:
    assert found(query)[0] == first


def test_two_letters_inside_a_word_find_nothing() -> None:
    assert found("ll") == []
    assert score("seu xyz", "Seuraava vaihe") is None


def test_nothing_asked_keeps_the_order() -> None:
    assert found("") == ACTS
    assert found("  ") == ACTS


def test_letters_lose_their_dots_and_rings_but_stay_letters() -> None:
    assert plain("Hyötyä ÅÄÖ") == "hyotya aao"

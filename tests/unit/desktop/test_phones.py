"""How the phones are, in words."""

import pytest

from fasilitaattori.desktop import phones
from fasilitaattori.desktop.phones import Counts
from fasilitaattori.i18n import translator
from fasilitaattori.workshop import moderation, people
from tests.ledger import Ledger
from tests.unit.desktop.conftest import Heard

TR = translator("fi")


@pytest.mark.parametrize(
    ("heard", "words"),
    [
        (Heard("here", 12), "paikalla"),
        (Heard("here", 9, scripts=False), "paikalla, ilman skriptiä"),
        (Heard("away", 59), "taustalla"),
        (Heard("away", 150), "taustalla 2 min"),
        (Heard("lost", 45), "yhteys poikki 45 s"),
        (Heard("lost", 60), "yhteys poikki 1 min"),
        (Heard("lost", 3599), "yhteys poikki 59 min"),
        (Heard("lost", 7300), "yhteys poikki 2 h"),
        (Heard("lost", 20, scripts=False), "yhteys poikki 20 s, ilman skriptiä"),
        (None, "yhteys poikki"),
    ],
)
def test_the_words_of_a_phone(heard: Heard | None, words: str) -> None:
    assert phones.phone_words(heard, TR) == words


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        (Counts(19, 2, 1), "22 puhelinta: 19 paikalla, 2 taustalla, 1 yhteys poikki"),
        (Counts(1, 0, 0), "1 puhelin: 1 paikalla"),
        (Counts(0, 0, 3), "3 puhelinta: 0 paikalla, 3 yhteyttä poikki"),
        (Counts(), "0 puhelinta"),
    ],
)
def test_the_counts(counts: Counts, words: str) -> None:
    assert phones.counts_words(counts, TR) == words


def test_who_is_away_in_one_number() -> None:
    assert phones.gone_words(Counts(19, 2, 1), TR) == "3 poissa"
    assert phones.gone_words(Counts(19, 0, 0), TR) == ""


def test_only_those_who_are_in_are_counted() -> None:
    ledger = Ledger()
    for number in range(1, 7):
        ledger.do(people.join(f"N{number}", "fi", f"hash-{number}"))
    ledger.do(people.add_person("Pöytä 2"))
    ledger.do(people.change_person(2, present=False))
    ledger.do(moderation.remove_person(3))
    heard = {1: Heard(), 2: Heard("lost", 90), 3: Heard(), 4: Heard("away", 5), 5: Heard("lost", 9)}
    assert phones.count(ledger.state, heard) == Counts(here=1, away=1, lost=2)  # of 6 nothing has been heard

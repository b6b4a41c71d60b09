"""Where long words may be divided."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fasilitaattori.hyphens import FEWEST, SOFT, parts_of, softened, syllables


def always(word: str) -> bool:
    return True


def never(word: str) -> bool:
    return False


@pytest.mark.parametrize(
    "divided",
    [
        *("kansan-opisto", "kylä-yhdistyksen", "yhteis-työ-ryhmä", "kumppanuus-pöytä-työskentely-menetelmä-koulutus"),
        *("talous-arvio", "Puheen-vuoro", "osallisuus-suunnitelmaa", "ympäristö-strategia", "ammatti-korkea-koulu"),
        # no compounds, though they look like some
        *("demokratia", "osallistavat", "kouluilta", "kirjoittamassa"),
    ],
)
def test_finnish_compounds_are_divided_at_their_joints(divided: str) -> None:
    known = "-".join(parts_of(divided.replace("-", ""), "fi"))
    assert set(known.split("-")) <= {*divided.split("-"), divided.replace("-", ""), *_joined(divided)}
    assert known.count("-") >= min(1, divided.count("-"))


def _joined(divided: str) -> set[str]:
    """A joint that is not known is no fault; one that is wrong is."""
    parts = divided.split("-")
    return {"".join(parts[begin:end]) for begin in range(len(parts)) for end in range(begin + 1, len(parts) + 1)}


def test_a_part_that_fits_stays_whole() -> None:
    assert softened("kansanopisto", "fi", lambda word: word == "kansanopisto") == f"kansan{SOFT}opisto"
    assert softened("kumppanuuspöytätyö", "fi", always) == SOFT.join(["kump", "pa", "nuus", "pöy", "tä", "työ"])


def test_words_that_fit_are_left_alone() -> None:
    assert softened("kumppanuuspöytä ja sauna", "fi", never) == "kumppanuuspöytä ja sauna"
    assert softened("lyhyt sana", "fi", always) == "lyhyt sana"


@pytest.mark.parametrize(
    ("word", "language", "divided"),
    [
        ("delaktighetsutveckling", "sv", "del-ak-tig-hets-ut-veck-ling"),
        ("responsibilities", "en", "respons-ib-il-it-ies"),
    ],
)
def test_swedish_and_english_have_patterns(word: str, language: str, divided: str) -> None:
    assert "-".join(syllables(word, language)) == divided


@given(st.text(min_size=1, max_size=60), st.sampled_from(["fi", "sv", "en"]))
def test_nothing_is_lost_and_no_end_is_left_alone(words: str, language: str) -> None:
    found = softened(words, language, always)
    assert found.replace(SOFT, "") == words.replace(SOFT, "")


@given(st.text(alphabet="aeioukylnstämö", min_size=10, max_size=40))
def test_the_ends_of_a_word_are_never_short(word: str) -> None:
    parts = parts_of(word, "fi")
    assert "".join(parts) == word
    assert len(parts[0]) >= FEWEST
    assert len(parts[-1]) >= FEWEST

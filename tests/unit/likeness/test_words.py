"""What is read in a word: dictionary forms and parts in Finnish, stems in Swedish and English, nothing in small words."""

from hypothesis import given
from hypothesis import strategies as st

from fasilitaattori.likeness.languages import language
from fasilitaattori.likeness.words import LONGEST, MOST, readings, words


def terms(code: str, word: str) -> list[str]:
    return [term.text for term in language(code).read(word)]


def test_finnish_words_are_read_in_their_dictionary_forms_and_parts() -> None:
    assert terms("fi", "bussiyhteydet") == ["bussiyhteys", "bussi", "yhteys"]
    assert terms("fi", "mummoille") == ["mummo"]
    assert terms("fi", "kauppa-auto") == ["kauppa-auto", "kauppa", "auto"]
    assert terms("fi", "aggregaattiin") == ["aggregaatti"]  # without the marks of where it may be divided
    assert set(terms("fi", "kuusi")) == {"kuu", "kuusi"}
    assert terms("fi", "ihimisille") == ["ihimisille"]  # not in the dictionary: stands for itself


def test_small_words_say_nothing() -> None:
    for code, small in (("fi", ["ja", "että", "niinku", "olis", "pitäs"]), ("sv", ["och", "det"]), ("en", ["the", "should"])):
        assert not any(terms(code, word) for word in small)


def test_swedish_and_english_words_are_read_by_their_stems() -> None:
    assert terms("sv", "bussarna") == terms("sv", "bussar") == ["buss"]
    assert terms("en", "painted") == terms("en", "painting") == ["paint"]
    assert language("et").how == "stems"


def test_a_text_is_read_in_bounds() -> None:
    assert words("Kauppa-auto, 2 kertaa VIIKOSSA 😀!") == ["kauppa-auto", "kertaa", "viikossa"]
    assert words("ö" * 1000) == ["ö" * LONGEST]
    assert len(words("sana " * 10_000)) == MOST
    assert readings("ja 1 😀", language("fi")) == []


@given(st.text(max_size=60), st.sampled_from(["fi", "sv", "en"]))
def test_no_text_is_too_strange(text: str, code: str) -> None:
    assert all(reading.terms for reading in readings(text, language(code)))

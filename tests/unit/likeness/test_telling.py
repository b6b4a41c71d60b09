"""The words of a theme: what comes again in its notes, counted so that anybody can check it."""

from fasilitaattori.likeness import telling as room
from fasilitaattori.likeness.languages import language
from fasilitaattori.likeness.telling import Word, telling

FINNISH = {
    "Kulkeminen": ["Bussit kulkemaan", "bussia tarvitaan illalla", "Bussipysäkille katos", "Bussi viikonloppuna"],
    "Palvelut": ["Kauppa auki", "Apteekki takaisin", "Bussilla kauppaan"],
}


def test_a_word_counts_in_its_dictionary_form_once_for_each_note() -> None:
    assert telling(FINNISH, language("fi")) == {"Kulkeminen": [Word("bussi", 4)], "Palvelut": []}


def test_a_word_that_is_as_common_elsewhere_tells_nothing() -> None:
    notes = {name: ["sauna lämpimäksi", "uusi sauna", "saunan katto"] for name in ("Yksi", "Kaksi", "Kolme")}
    assert telling(notes, language("fi")) == {"Yksi": [], "Kaksi": [], "Kolme": []}


def test_the_name_of_the_theme_is_not_said_twice() -> None:
    notes = {"Sauna": ["Sauna kuntoon", "Saunalle katto", "uusi sauna"]}
    assert telling(notes, language("fi")) == {"Sauna": []}


def test_stems_are_shown_as_the_notes_have_them() -> None:
    notes = {"Travel": ["gardens in the evening", "a garden with a roof", "gardening timetable"], "Other": ["a sauna"]}
    assert telling(notes, language("en"))["Travel"] == [Word("garden", 3)]


def test_a_part_of_a_compound_stands_only_where_it_says_more_than_the_compound() -> None:
    same = {"A": ["kylätalon katto", "kylätalon ovi", "kylätalo lämpimäksi"]}
    assert [word.text for word in telling(same, language("fi"))["A"]] == ["kylätalo"]
    more = {"A": [*same["A"], "talo maalattava"]}
    assert telling(more, language("fi"))["A"] == [Word("talo", 4), Word("kylätalo", 3)]


def test_a_wall_too_large_to_be_read_in_time_has_no_words() -> None:
    many = {"A": ["bussi kulkee"] * (room.READ_MOST + 1)}
    assert telling(many, language("fi")) == {"A": []}

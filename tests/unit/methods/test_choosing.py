"""Choosing: whether a method suits the evening, and finding one by a few letters."""

from typing import get_args

import msgspec
import pytest

from fasilitaattori.i18n import translator
from fasilitaattori.likeness.languages import language as reader_of
from fasilitaattori.methods import Library, Method, fits, load_library, search
from fasilitaattori.methods.choosing import Forms
from fasilitaattori.methods.model import MODES, Mode
from fasilitaattori.paths import resource


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library([resource()])


@pytest.fixture
def eratauko(library: Library) -> Method:
    method = library.method("eratauko")
    assert method is not None
    return method


def ids(methods: list[Method]) -> list[str]:
    return [method.id for method in methods]


def test_suits(eratauko: Method) -> None:
    fit = fits(eratauko, minutes=120, people=22, without_phones=True, no_tables=True)
    assert (fit.ok, fit.text(translator("fi"))) == (True, "sopii")
    assert fits(eratauko).ok
    assert fits(eratauko, people=12).distance == 0
    assert 0 < fits(eratauko, people=13).distance < fits(eratauko, people=24).distance < 1


def test_says_why_not(library: Library, eratauko: Method) -> None:
    tr = translator("fi")
    assert fits(eratauko, minutes=45).text(tr) == "vähintään 60 min"
    assert fits(eratauko, people=40).text(tr) == "enintään 25 henkeä"
    assert fits(eratauko, people=3).text(tr) == "vähintään 6 henkeä"
    cafe = library.method("oppimiskahvila")
    assert cafe is not None
    assert fits(cafe, no_tables=True).text(tr) == "tarvitsee pöydät"
    first = msgspec.structs.replace(eratauko.in_language("fi"), works_without_phones=False)
    needy = Method({"fi": first})
    assert fits(needy, without_phones=True).text(tr) == "tarvitsee puhelimet"
    assert not fits(needy, without_phones=True).ok


def test_misfits_sort_after_those_that_suit_and_by_how_far_off_they_are(eratauko: Method) -> None:
    near, far = fits(eratauko, people=26), fits(eratauko, people=200)
    assert fits(eratauko, people=25).distance < near.distance < far.distance
    assert fits(eratauko, people=26, minutes=30).distance > near.distance


def test_search_is_forgiving(library: Library) -> None:
    def found(text: str, language: str = "fi") -> list[str]:
        return ids(search(library.methods, text, language))

    assert found("") == ids(list(library.methods))
    assert found("ERÄ") == found("era") == found("erätauko") == found("Eratauko-dialogi") == ["eratauko"]
    assert found("kahvila") == ["oppimiskahvila", "penkkikahvila"]
    assert found("penkki kahv") == ["penkkikahvila"]
    assert found("timeout") == ["eratauko"], "names are found in any language"
    assert "eratauko" in found("tuolirinki")
    assert found("dialogpaus", "sv") == ["eratauko"]
    assert set(found("suunnitteluun")) <= set(found("planera", "sv")), "what it is for, as the chooser says it"
    assert found("bänk", "sv") == found("bank", "sv")
    assert found("kvantti") == []
    assert found("yksin kaksin")[0] == "yksin-kaksin-kaikki"


@pytest.mark.parametrize(
    ("text", "language"),
    [("pareittain", "fi"), ("PARIT", "fi"), ("pari", "fi"), ("i par", "sv"), ("in pairs", "en"), ("pair", "en")],
)
def test_methods_are_found_by_how_people_work(library: Library, text: str, language: str) -> None:
    found = set(ids(search(library.methods, text, language)))
    paired = {each.id for each in library.methods if any(step.mode == "pari" for step in each.in_language("fi").steps)}
    assert paired <= found
    assert paired


@pytest.mark.parametrize(("text", "language"), [("pisteet", "fi"), ("prickarna", "sv"), ("dots by theme", "en")])
def test_methods_are_found_by_what_comes_of_them(library: Library, text: str, language: str) -> None:
    assert "aivoriihi" in ids(search(library.methods, text, language))


def test_every_way_of_working_has_words_to_be_found_by() -> None:
    assert tuple(MODES) == get_args(Mode)


def test_names_come_before_descriptions(library: Library) -> None:
    found = ids(search(library.methods, "kylä", "fi"))
    assert found[0] == "kylailta"
    assert len(found) > 1


@pytest.fixture(scope="module")
def forms() -> Forms:
    reader = reader_of("fi")
    return lambda word: {term.text for term in reader.read(word)}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("oppimiskahvilassa", "oppimiskahvila"),
        ("kahviloita", "oppimiskahvila"),
        ("kahviloita", "penkkikahvila"),
        ("keskusteluja", "eratauko"),
        ("kokemuksistamme", "eratauko"),
        ("pöytiä", "oppimiskahvila"),
        ("ideoita", "aivoriihi"),
        ("äänestyksen", "kylailta"),
        ("palautteen", "palaute"),
        ("hiljaisia", "yksin-kaksin-kaikki"),
        ("parien", "penkkikahvila"),
        ("ryhmien", "oppimiskahvila"),
        ("pisteitä", "aivoriihi"),
    ],
)
def test_inflected_words_and_parts_of_compounds_find_methods(library: Library, forms: Forms, text: str, wanted: str) -> None:
    assert wanted in ids(search(library.methods, text, "fi", forms))


def test_what_letters_find_comes_before_what_the_dictionary_finds(library: Library, forms: Forms) -> None:
    assert ids(search(library.methods, "erätauko", "fi", forms))[0] == "eratauko"
    assert search(library.methods, "avaruusraketti", "fi", forms) == []
    every = ids(search(library.methods, "kahviloita keskusteluja", "fi", forms))
    assert set(every) <= set(ids(search(library.methods, "kahviloita", "fi", forms)))

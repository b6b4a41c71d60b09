"""Which methods are shown in what order."""

from dataclasses import replace
from pathlib import Path

import pytest

from fasilitaattori.desktop.methods.choice import CLOSEST, Wish, choose, counts
from fasilitaattori.methods.library import Library, load_library
from fasilitaattori.paths import resource


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library([resource(), Path("/nowhere")])


def test_asking_for_nothing_shows_everything(library: Library) -> None:
    found = choose(library.methods, Wish(), "fi")
    assert len(found.methods) == found.suitable == len(library.methods)
    assert not Wish().narrows


def test_misfits_sink_and_never_vanish(library: Library) -> None:
    found = choose(library.methods, Wish(people=8), "fi")
    suits = [fit.ok for _, fit in found.methods]
    assert len(suits) == len(library.methods)
    assert suits == sorted(suits, reverse=True)
    assert not all(suits)


def test_when_nothing_suits_the_closest_three_are_shown(library: Library) -> None:
    found = choose(library.methods, Wish(people=400, minutes=10), "fi")
    assert found.closest_only
    assert found.suitable == 0
    assert len(found.methods) == CLOSEST


def test_a_search_without_a_hit_still_offers_something(library: Library) -> None:
    found = choose(library.methods, Wish(text="shakki"), "fi")
    assert found.closest_only
    assert len(found.methods) == CLOSEST


def test_when_no_method_has_every_word_those_with_most_of_them_are_the_closest(library: Library) -> None:
    found = choose(library.methods, Wish(text="shakki kahvila penkki"), "fi")
    assert found.closest_only
    assert [method.id for method, _ in found.methods[:2]] == ["penkkikahvila", "oppimiskahvila"]


def test_search_finds_in_any_language(library: Library) -> None:
    assert [method.id for method, _ in choose(library.methods, Wish(text="dialogpaus"), "fi").methods] == ["eratauko"]


def test_purposes(library: Library) -> None:
    for purpose, count in counts(library.methods).items():
        found = choose(library.methods, Wish(purposes=frozenset([purpose])), "fi")
        assert len(found.methods) == (count or CLOSEST)


def test_orders(library: Library) -> None:
    names = [m.in_language("fi").name for m, _ in choose(library.methods, Wish(order="name"), "fi").methods]
    assert names == sorted(names, key=str.casefold)
    lengths = [m.minutes.default for m, _ in choose(library.methods, Wish(order="short"), "fi").methods]
    assert lengths == sorted(lengths)
    assert not replace(Wish(), order="name").narrows

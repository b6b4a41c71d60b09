"""The helper beside one who groups notes, with the real vectors and the real dictionary."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.themes import labelled, shares
from fasilitaattori.likeness.engine import NOTHING, Likeness, likeness
from fasilitaattori.paths import vectors

VILLAGE = labelled("kyla.fi")
THEMES = {theme: theme for theme in VILLAGE.themes.values()}


def new() -> Likeness:
    return likeness("fi", vectors("fi"))


def placed(count: int) -> dict[str, str]:
    """The first few notes of every theme."""
    return {idea: theme for at, (idea, theme) in enumerate(VILLAGE.themes.items()) if at % 20 < count}


@pytest.fixture(scope="module")
def helper() -> Likeness:
    """Has learned the village's ideas, three placed in each theme."""
    made = new()
    made.learn(VILLAGE.ideas, placed(3), THEMES)
    return made


def test_the_sets_of_ideas_are_large_and_varied() -> None:
    assert len(VILLAGE.ideas) == 200
    assert len(THEMES) == 10
    assert len(labelled("koulu.fi").ideas) == 120
    assert len(labelled("by.sv").ideas) == len(labelled("village.en").ideas) == 96


def test_three_placed_notes_are_enough_for_good_offers() -> None:
    found = shares(new(), VILLAGE, 3, 6, names=True)
    assert found.three > 0.76
    assert found.first > 0.44
    assert found.first_when_sure > found.first + 0.05
    assert 0.4 < found.sure < 0.9


def test_without_its_table_it_goes_by_words_and_is_seldom_sure(tmp_path: Path) -> None:
    for missing in (None, tmp_path / "none.npy", Path(__file__)):
        assert likeness("fi", missing).how == "lemmas"
    found = shares(likeness("fi"), VILLAGE, 3, 3, names=True)
    assert 0.3 < found.three < 0.6
    assert found.sure < 0.2
    assert new().how == "vectors"
    assert likeness("sv", vectors("fi")).how == "stems"


def test_offers_are_for_those_that_nobody_has_placed(helper: Likeness) -> None:
    for idea in VILLAGE.ideas:
        offer = helper.suggest(idea)
        if idea in placed(3):
            assert offer == NOTHING
        else:
            assert len({one.theme for one in offer.themes}) == 3
            assert all(one.score >= other.score for one, other in pairwise(offer.themes))
    assert helper.suggest("nobody's") == NOTHING


def test_it_learns_from_every_placement() -> None:
    made, theirs = new(), {"uusi": "grillikatos", **VILLAGE.ideas}
    made.learn(theirs, placed(3), THEMES)
    before = made.suggest("uusi").themes[0]
    made.learn(theirs | {"toinen": "grillikatoksen korjaus"}, placed(3) | {"toinen": "Palvelut"}, THEMES)
    after = {one.theme: one.score for one in made.suggest("uusi").themes}
    assert before.theme != "Palvelut"
    assert max(after, key=after.__getitem__) == "Palvelut"


def test_names_alone_are_enough_to_begin_with() -> None:
    made = new()
    made.learn({"a": "bussivuoroja lisää", "b": "pizzaa"}, {}, {"1": "Liikenne", "2": "Ruoka"})
    assert made.suggest("a").themes[0].theme == "1"
    assert made.suggest("b").themes[0].theme == "2"
    made.learn({"a": "bussivuoroja lisää"}, {}, {"1": "Liikenne"})
    assert made.suggest("a") == NOTHING  # one theme is no choice


def test_notes_most_like_one_come_first(helper: Likeness) -> None:
    ski = next(idea for idea, text in VILLAGE.ideas.items() if text == "hiihtolatu hoidetuksi")
    alike = [VILLAGE.ideas[idea] for idea in helper.alike(ski, 5)]
    assert {"Pururadan purut uusiksi", "Moottorikelkkaura erilleen hiihtäjistä", "Pyöräilyreitti karttaan"} & set(alike)
    assert ski not in helper.alike(ski, 200)
    assert helper.alike("nobody's") == []


def test_starters_are_far_from_each_other(helper: Likeness) -> None:
    for count in (4, 6, 8):
        starters = helper.starters(count)
        assert len(starters) == len(set(starters)) == count
        assert len({VILLAGE.themes[idea] for idea in starters}) >= count - 2
    assert len(helper.starters(999)) == 200


def test_in_order_those_of_a_theme_stand_together(helper: Likeness) -> None:
    order = helper.ordered([*VILLAGE.ideas, "nobody's"])
    assert sorted(order) == sorted([*VILLAGE.ideas, "nobody's"])
    assert order[-1] == "nobody's"
    together = sum(VILLAGE.themes[a] == VILLAGE.themes[b] for a, b in pairwise(order[:-1]))
    assert together > 50  # by chance 19


@pytest.mark.parametrize("table", [True, False])
def test_notes_that_say_the_same_are_pointed_out(table: bool) -> None:
    made = new() if table else likeness("fi")
    more = {
        "a": "uimarannalle laituri",
        "b": "Uusi laituri uimarantaan!",
        "c": "Katuvalot kuntoon",
        "d": "katuvalot",
        "e": "Kuntosali vanhaan luokkaan",
        "f": "Kuntosali kaikenikäisille",
        "g": "katuvaloja",
    }
    made.learn({**labelled("koulu.fi").ideas, **more}, {})
    assert {("a", "b"), ("c", "d", "g") if table else ("c", "d")} <= set(made.near_duplicates())
    assert not any({"e", "f"} <= set(group) for group in made.near_duplicates())


def test_a_great_many_of_the_same_are_one_group() -> None:
    made = new()
    made.learn({str(n): "Kahvila" for n in range(300)}, {})
    assert [len(group) for group in made.near_duplicates()] == [300]


def test_a_theme_is_named_by_its_most_telling_word(helper: Likeness) -> None:
    wanted = [
        "bussi kulkemaan myös viikonloppuna",
        "junalle ei pääse ilman omaa autoa",
        "Yhteiskäyttöauto kylälle, vuokrattais tunneiksi",
    ]
    assert helper.name(idea for idea, text in VILLAGE.ideas.items() if text in wanted) == "Auto"
    assert helper.name([]) == helper.name(["nobody's"]) == ""
    swedish = likeness("sv")
    swedish.learn({"a": "bussar till staden", "b": "bussen kör inte", "c": "allsång"}, {})
    assert swedish.name(["a", "b"]) == "Bussar"


def test_nothing_to_go_by_is_said(helper: Likeness) -> None:
    made = new()
    made.learn(VILLAGE.ideas | {"x": "😀😀", "y": "", "z": "ja vaan"}, placed(3), THEMES)
    assert all(made.suggest(note).unsure for note in "xyz")
    assert made.suggest("x") == made.suggest("y") == NOTHING
    made.learn({}, {})
    assert (made.starters(), made.near_duplicates(), made.ordered([])) == ([], [], [])


TEXTS = st.one_of(
    st.text(max_size=80),
    st.sampled_from(["", "😀", "ö" * 10_000, "sana " * 2000, "Kahvila", "kahvila", "<>", "\ud800"]),
)


@settings(max_examples=40)
@given(
    st.lists(TEXTS, max_size=14),
    st.data(),
    st.sampled_from(["fi", "sv", "en"]),
    st.booleans(),
)
def test_it_never_raises_and_answers_the_same_again(texts: list[str], data: st.DataObject, code: str, table: bool) -> None:
    notes = {str(at): text for at, text in enumerate(texts)}
    themes = data.draw(st.dictionaries(st.sampled_from([*notes, "nobody's"]), st.sampled_from("ABC"), max_size=8))
    names = data.draw(st.dictionaries(st.sampled_from("ABCD"), TEXTS, max_size=4))

    def answers(made: Likeness) -> object:
        made.learn(notes, themes, names)
        offers = [made.suggest(note) for note in notes]
        return (
            offers,
            [made.alike(note) for note in notes],
            made.starters(),
            made.ordered(notes),
            made.near_duplicates(),
            made.name(notes),
        )

    where = vectors("fi") if table else None
    one = likeness(code, where)
    first = answers(one)
    one.learn({"other": "toinen"}, {}, {})
    assert answers(one) == first == answers(likeness(code, where))

"""Every method and deck that is shipped: whole, in every language, and true to what the field asks of a method."""

from collections import Counter
from typing import Any, get_args

import pytest

from fasilitaattori.i18n import LANGUAGES, translator
from fasilitaattori.methods import PURPOSES, Library, LocalMethod, load_library, scaled
from fasilitaattori.methods.model import Mode, Purpose, Scale
from fasilitaattori.paths import resource
from fasilitaattori.tools import MODELS
from fasilitaattori.workshop.agenda import MODES

METHODS = ["aivoriihi", "eratauko", "kylailta", "oppimiskahvila", "palaute", "penkkikahvila", "yksin-kaksin-kaikki"]
DECK_CARDS = 24
BIG_SCREEN_QUESTION = 90  # characters of a question that the room reads at once


def check(tool: str, settings: dict[str, Any]) -> None:
    model = MODELS[tool]
    unknown = set(settings) - set(model.settings.__struct_fields__)
    if unknown:
        raise ValueError(f"unknown settings: {sorted(unknown)}")
    model.check(settings)


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library([resource()], check)


def everything(library: Library) -> list[LocalMethod]:
    return [method.in_language(language) for method in library.methods for language in method.languages]


def test_all_load_without_problems(library: Library) -> None:
    assert [problem.text(translator("fi")) for problem in library.problems] == []
    assert [method.id for method in library.methods] == METHODS
    assert all(method.languages == LANGUAGES for method in library.methods)
    assert not any(method.own for method in library.methods)


def test_languages_have_the_same_structure(library: Library) -> None:
    for method in library.methods:
        shapes = {
            tuple(
                (
                    step.tool,
                    step.minutes,
                    step.mode,
                    step.scale,
                    step.what_next,
                    bool(step.hint),
                    bool(step.notes),
                    _shape(step.settings),
                )
                for step in method.in_language(language).steps
            )
            for language in LANGUAGES
        }
        assert len(shapes) == 1, method.id


def _shape(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ",".join(f"{key}:{_shape(value[key])}" for key in sorted(value)) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(_shape, value)) + "]"
    return "text" if isinstance(value, str) else repr(value)


def test_no_text_was_left_untranslated(library: Library) -> None:
    for method in library.methods:
        texts = [dict(_texts(method.in_language(language))) for language in LANGUAGES]
        for place in texts[0]:
            said = [text[place] for text in texts]
            assert len(set(said)) == len(LANGUAGES), (method.id, place, said)


def _texts(method: LocalMethod) -> list[tuple[str, str]]:
    found = [("name", method.name), ("summary", method.summary), ("purpose", method.purpose), ("origin", method.origin)]
    for number, step in enumerate(method.steps):
        found += [(f"{number} {key}", getattr(step, key)) for key in ("title", "hint", "notes")]
        for key in (
            "prompt",
            "prompts",
            "ground_rules",
            "aside",
            "options",
            "labels",
            "columns",
            "themes",
            "question",
            "intro",
        ):
            said = step.settings.get(key, [])
            found += [(f"{number} {key} {i}", text) for i, text in enumerate([said] if isinstance(said, str) else said)]
    return [(place, text) for place, text in found if text]


def test_every_method_ends_by_agreeing_what_happens_next(library: Library) -> None:
    for method in everything(library):
        blocks = [index for index, step in enumerate(method.steps) if step.what_next]
        assert len(blocks) == 1, method.id
        block = method.steps[blocks[0]]
        assert block.tool in ("talk", "discussion")
        assert block.scale == "fixed"
        after = method.steps[blocks[0] + 1 :]
        assert [step.tool for step in after] in ([], ["survey"]), "only the thanks may follow"
    assert library.what_next("fi") is not None


def test_what_next_says_all_three_things(library: Library) -> None:
    for method in library.methods:
        hint = next(step.hint for step in method.in_language("fi").steps if step.what_next)
        assert hint == "Mitä tällä tehdään, kuka kertoo, milloin"


@pytest.mark.parametrize("total", [60, 90, 120, 180])
def test_every_method_fits_the_usual_evenings(library: Library, total: int) -> None:
    for method in library.methods:
        fitted = scaled(method, total)
        for language in LANGUAGES:
            before, after = method.in_language(language), fitted.in_language(language)
            assert after.total == total
            assert [step.title for step in after.steps] == [step.title for step in before.steps]
            assert all(step.minutes >= 1 for step in after.steps)
            fixed = [
                (old.minutes, new.minutes) for old, new in zip(before.steps, after.steps, strict=True) if old.scale == "fixed"
            ]
            assert all(old == new for old, new in fixed)


@pytest.mark.parametrize("total", range(60, 241, 10))
def test_eratauko_gives_most_time_to_the_joint_dialogue(library: Library, total: int) -> None:
    method = library.method("eratauko")
    assert method is not None
    steps = scaled(method, total).in_language("fi").steps
    joint = [step.minutes for step in steps if step.scale == "first"]
    others = [step.minutes for step in steps if step.scale != "first"]
    assert len(joint) == 2
    assert min(joint) > max(others)


def test_eratauko_as_written_takes_the_minutes_of_its_template(library: Library) -> None:
    method = library.method("eratauko")
    assert method is not None
    assert [step.minutes for step in method.in_language("fi").steps] == [10, 5, 5, 10, 35, 5, 5, 25, 5, 10, 5]
    rules = method.in_language("fi").steps[1]
    assert (rules.title, rules.scale, len(rules.settings["ground_rules"])) == ("Pelisäännöt", "fixed", 4)


def test_the_village_evening_uses_every_tool(library: Library) -> None:
    method = library.method("kylailta")
    assert method is not None
    steps = method.in_language("fi").steps
    assert {step.tool for step in steps} == {"talk", "pause", "discussion", "cards", "ideas", "vote", "survey"}
    assert {step.settings["kind"] for step in steps if step.tool == "vote"} == {"dots", "scale"}
    assert any(step.settings.get("themes") for step in steps)
    scale = next(step for step in steps if step.settings.get("kind") == "scale")
    assert len(scale.settings["labels"]) == 6
    example = method.in_language("fi").example
    assert example is not None
    assert (example.title, example.place) == ("Kyläkoulun uusi elämä", "Kuikkaperän kylätalo")


def test_votes_on_earlier_ideas_have_an_idea_wall_before_them(library: Library) -> None:
    for method in everything(library):
        walls = False
        for step in method.steps:
            walls = walls or step.tool == "ideas"
            if step.tool == "vote":
                assert walls or not step.settings.get("source")
                assert step.settings.get("source") or step.settings.get("options") or step.settings["kind"] == "scale"


def test_questions_can_be_read_from_the_back_row(library: Library) -> None:
    for method in everything(library):
        for step in method.steps:
            questions = [step.settings.get("prompt", ""), step.settings.get("question", ""), *step.settings.get("prompts", [])]
            assert max(map(len, questions)) <= BIG_SCREEN_QUESTION, (method.id, questions)


def test_plans_bring_the_cards_along(library: Library) -> None:
    method = library.method("kylailta")
    assert method is not None
    for language in LANGUAGES:
        plans = library.plans(method, language)
        cards = next(plan for plan in plans if plan.tool == "cards").settings["cards"]
        assert len(cards) == DECK_CARDS
        assert len({plan.id for plan in plans}) == len(plans)
        assert [plan.flex for plan in plans] == [step.scale for step in method.in_language(language).steps]
        for plan in plans:
            check(plan.tool, plan.settings)


def test_the_deck_is_balanced(library: Library) -> None:
    assert [deck.id for deck in library.decks] == ["kylan-kortit"]
    for language in LANGUAGES:
        deck = library.decks[0].in_language(language)
        assert len(deck.cards) == len({card.question for card in deck.cards}) == DECK_CARDS
        assert set(Counter(card.theme for card in deck.cards).values()) == {4}
        assert all(card.question.endswith("?") and card.deeper.endswith("?") for card in deck.cards)
        assert all(len(card.question) <= BIG_SCREEN_QUESTION for card in deck.cards)


def test_the_words_used_in_files_are_the_programs_own() -> None:
    assert get_args(Mode) == MODES
    assert set(get_args(Purpose)) == set(PURPOSES)
    assert set(get_args(Scale)) == {"fixed", "first", "flexible"}


def test_a_survey_does_not_repeat_what_the_program_says_of_every_survey(library: Library) -> None:
    """The big screen, the phones and the paper say themselves that nobody asks for names."""
    said = {"fi": "nimettöm", "sv": "anonym", "en": "name"}
    intros = [
        (language, step.settings["intro"])
        for method in library.methods
        for language in method.languages
        for step in method.in_language(language).steps
        if step.tool == "survey"
    ]
    assert {language for language, _ in intros} == set(said)
    assert [intro for language, intro in intros if said[language] in intro.casefold() or not intro] == []

"""What simulated people say: enough of it, sensible, the same amount in every language, and fit for the example evening."""

from typing import Any

import pytest

from fasilitaattori.i18n import LANGUAGES
from fasilitaattori.methods import Library, load_library
from fasilitaattori.paths import resource
from fasilitaattori.rehearsal.words import Words, words


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library([resource()])


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_is_enough(language: str) -> None:
    said = words(language)
    assert len(said.ideas) == len(set(said.ideas)) >= 60
    assert len(said.first_names) == 25
    assert said.first_names.count(said.first_names[0]) == 2
    assert (len(said.feedback), len(said.notes), len(said.decisions), len(said.actions)) == (12, 10, 3, 4)
    assert (len(said.corrections), len(said.answers)) == (3, 7)
    assert len(said.insights) == 12
    assert len(said.proposals) == 7
    assert any(ord(letter) > 0x1F000 for idea in said.ideas for letter in idea), "an emoji"
    assert min(map(len, said.ideas)) < 20 < 100 < max(map(len, said.ideas))
    assert all(pair[0] in said.ideas and pair[1] in said.ideas for pair in said.same)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_fits_the_example_evening(library: Library, language: str) -> None:
    said = words(language)
    method = library.method("kylailta")
    assert method is not None
    wall, tables = (step.settings for step in method.in_language(language).steps if step.tool == "ideas")
    assert [theme.name for theme in said.themes] == wall["themes"]
    assert max(map(len, said.ideas)) <= wall["max_length"]
    assert max(len(proposal.text) for proposal in said.proposals) <= tables["max_length"]


def test_languages_are_alike() -> None:
    def shape(said: Words) -> Any:
        return (
            [len(theme.ideas) for theme in said.themes],
            [p.weight for p in said.proposals],
            len(said.loose),
            len(said.tables),
        )

    assert len({repr(shape(words(language))) for language in LANGUAGES}) == 1

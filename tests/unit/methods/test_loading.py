"""Files of the user's own: what is wrong in one is said plainly, and the others load."""

import re
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fasilitaattori.errors import RuleViolation
from fasilitaattori.i18n import translator
from fasilitaattori.methods import Library, load_decks, load_library, load_methods

GOOD = """\
id = "kavely"
languages = ["fi"]
name = "Kyläkävely"
summary = "Kierretään kylä yhdessä."
purpose = "Nähdään paikat samoin silmin."
purposes = ["ymmartaminen"]
group = { min = 2, opt = 8, max = 15 }
minutes = { min = 30, default = 45, max = 90 }
works_without_phones = true
needs_tables = false
setting = "ulkona"
materials = ["Kartta"]
cautions = []
record = ["Havainnot"]
origin = "Oma"

[[steps]]
title = "Lähtö"
tool = "talk"
minutes = 5
settings.prompt = "Mistä lähdetään?"

[[steps]]
title = "Kävely"
tool = "discussion"
minutes = 40
mode = "ryhma"
scale = "first"
settings.prompts = ["Mitä huomaat?"]
"""

THREE = """\
id = "kolme"
name = { fi = "Kolme", sv = "Tre", en = "Three" }
summary = { fi = "a", sv = "b", en = "c" }
purpose = { fi = "a", sv = "b", en = "c" }
purposes = ["arviointi"]
group = { min = 2, opt = 8, max = 15 }
minutes = { min = 5, default = 5, max = 90 }
works_without_phones = true
needs_tables = false
setting = { fi = "a", sv = "b", en = "c" }
materials = []
cautions = []
record = { fi = ["a"], sv = ["b"], en = ["c"] }
origin = { fi = "a", sv = "b", en = "c" }

[[steps]]
title.fi = "Yksi"
title.sv = "Ett"
title.en = "One"
tool = "discussion"
minutes = 5
settings.prompts.fi = ["a", "b"]
settings.prompts.sv = ["a", "b"]
settings.prompts.en = ["a", "b"]
"""


def check(tool: str, settings: dict[str, Any]) -> None:
    known = {"talk": {"prompt"}, "discussion": {"prompts"}, "cards": {"deck", "cards"}}
    if set(settings) - known[tool]:
        raise RuleViolation("bad_settings", why="liikaa")


def load(tmp_path: Path, **files: str) -> Library:
    for name, text in files.items():
        (tmp_path / f"{name}.toml").write_text(text, "utf-8")
    return load_methods([tmp_path], check)


def the_problem(tmp_path: Path, text: str, language: str = "fi") -> str:
    library = load(tmp_path, hyva=GOOD.replace('"kavely"', '"muu"'), huono=text)
    assert [method.id for method in library.methods] == ["muu"], "the good file loads beside the bad one"
    (problem,) = library.problems
    assert problem.path.name == "huono.toml"
    return problem.text(translator(language))


def test_a_method_in_one_language_stands_in_for_the_others(tmp_path: Path) -> None:
    library = load(tmp_path, kavely=GOOD)
    method = library.method("kavely")
    assert library.problems == ()
    assert method is not None
    assert method.languages == ("fi",)
    assert method.in_language("sv").name == "Kyläkävely"
    assert method.in_language("fi").rug == [(5, "kaikki", "Lähtö"), (40, "ryhma", "Kävely")]
    assert [plan.settings for plan in library.plans(method, "en")] == [
        {"prompt": "Mistä lähdetään?"},
        {"prompts": ["Mitä huomaat?"]},
    ]


def test_a_method_in_three_languages(tmp_path: Path) -> None:
    method = load(tmp_path, kolme=THREE).method("kolme")
    assert method is not None
    assert [method.in_language(language).steps[0].title for language in ("fi", "sv", "en")] == ["Yksi", "Ett", "One"]


def test_windows_text_and_byte_order_mark(tmp_path: Path) -> None:
    (tmp_path / "kavely.toml").write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert load_methods([tmp_path], check).problems == ()


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('setting = "ulkona"', 'setting = "ulkona', ["rivi 11", "lainausmerkit"]),
        ('id = "kavely"', 'id = "kavely"\nid = "toinen"', ["rivi 2"]),
        ('tool = "talk"', 'tool = "tanssi"', ["rivi 19", "Työtapaa ”tanssi” ei ole"]),
        ("minutes = 5\n", "minutes = -5\n", ["rivi 20", "”minutes” pitää olla vähintään 1"]),
        ("minutes = 5\n", "minutes = 900\n", ["rivi 20", "enintään 600"]),
        ("minutes = 5\n", 'minutes = "viisi"\n', ["rivi 20", "kokonaisluku"]),
        ("minutes = 5\n", "minutes = 6\n", ["rivi 8", "yhteensä 46 min", "45 min"]),
        ('mode = "ryhma"', 'mode = "joukko"', ["rivi 27", "arvoa ”joukko”"]),
        ('scale = "first"', 'scale = "venyy"', ["rivi 28", "arvoa ”venyy”"]),
        ('["ymmartaminen"]', '["huvi"]', ["rivi 6", "arvoa ”huvi”"]),
        ('["ymmartaminen"]', "[]", ["rivi 6", "”purposes” on tyhjä"]),
        ('title = "Kävely"\n', "", ["rivi 23", "”title” puuttuu"]),
        ('title = "Kävely"', 'title = ""', ["rivi 24", "”title” on tyhjä"]),
        ('setting = "ulkona"\n', "", ["”setting” puuttuu"]),
        ('origin = "Oma"', 'origin = "Oma"\nvari = "punainen"', ["rivi 16", "”vari” ei tunneta"]),
        ('settings.prompt = "Mistä lähdetään?"', "settings.kysymys = 1", ["rivi 21", "eivät kelpaa: liikaa"]),
        ("min = 2, opt = 8, max = 15", "min = 20, opt = 8, max = 15", ["rivi 7", "min ≤ opt ≤ max"]),
        ("min = 30, default = 45", "min = 60, default = 45", ["rivi 8", "min ≤ default ≤ max"]),
        ('id = "kavely"', 'id = "Kylä kävely"', ["rivi 1", "”id”"]),
        ('id = "kavely"', 'id = "muu"', []),
        ('languages = ["fi"]', 'languages = ["fi", "se"]', ["rivi 2", "fi, sv ja en"]),
        ('languages = ["fi"]\n', "", ["vain yhdellä kielellä", 'languages = ["fi"]']),
        ("works_without_phones = true", 'works_without_phones = "joo"', ["rivi 9", "true tai false"]),
    ],
)
def test_what_is_wrong_is_said_with_its_place(tmp_path: Path, old: str, new: str, words: list[str]) -> None:
    assert old in GOOD
    said = the_problem(tmp_path, GOOD.replace(old, new, 1)) if words else ""
    for word in words:
        assert word in said, said


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('title.sv = "Ett"\n', "", ["rivi 17", "Tekstistä ”title” puuttuu kieli ”sv”"]),
        ('title.sv = "Ett"', 'title.sv = ""', ["rivi 17", "puuttuu kieli ”sv”"]),
        (', en = "Three"', "", ["rivi 2", "”name” puuttuu kieli ”en”"]),
        ('prompts.en = ["a", "b"]', 'prompts.en = ["a"]', ["rivi 22", "eri mittainen"]),
    ],
)
def test_a_missing_language_is_said(tmp_path: Path, old: str, new: str, words: list[str]) -> None:
    assert old in THREE
    said = the_problem(tmp_path, THREE.replace(old, new, 1))
    for word in words:
        assert word in said, said


@given(st.integers(0, len(THREE)), st.integers(0, 40), st.text(max_size=6))
def test_a_file_damaged_anywhere_is_a_problem_or_a_method(at: int, cut: int, put: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        damaged = (THREE[:at] + put + THREE[at + cut :]).encode("utf-8", "surrogatepass")
        (Path(folder) / "a.toml").write_bytes(damaged)
        library = load_methods([Path(folder)], check)
    assert len(library.methods) + len(library.problems) == 1
    assert all(problem.text(translator("fi")).startswith("a.toml") for problem in library.problems)


def test_brackets_without_end(tmp_path: Path) -> None:
    assert "huono.toml" in the_problem(tmp_path, "a = " + "[" * 5000)


def test_an_empty_file_and_one_that_ends_in_the_middle(tmp_path: Path) -> None:
    assert "puuttuu" in the_problem(tmp_path, "")
    assert "huono.toml" in the_problem(tmp_path, 'id = "a"\nmaterials = [\n')


def test_a_file_that_is_not_text(tmp_path: Path) -> None:
    (tmp_path / "kuva.toml").write_bytes(b"\x89PNG\xff\xfe")
    (problem,) = load_methods([tmp_path]).problems
    assert "UTF-8" in problem.text(translator("fi"))
    assert problem.line is None


def test_a_folder_in_the_place_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "kansio.toml").mkdir()
    (problem,) = load_methods([tmp_path]).problems
    assert "ei voi lukea" in problem.text(translator("fi"))


def test_the_first_of_two_with_the_same_id_stays(tmp_path: Path) -> None:
    own = tmp_path / "omat"
    own.mkdir()
    (tmp_path / "a.toml").write_text(GOOD, "utf-8")
    (own / "b.toml").write_text(GOOD.replace("Kyläkävely", "Toinen"), "utf-8")
    (own / "c.toml").write_text(GOOD.replace('"kavely"', '"oma"'), "utf-8")
    library = load_methods([tmp_path, own, tmp_path / "ei-ole"], check)
    assert [(method.id, method.own) for method in library.methods] == [("kavely", False), ("oma", True)]
    assert library.methods[0].in_language("fi").name == "Kyläkävely"
    (problem,) = library.problems
    assert problem.text(translator("fi")).startswith("b.toml, rivi 1: Tunnus ”kavely” on jo käytössä")


def test_decks_of_ones_own(tmp_path: Path) -> None:
    (tmp_path / "decks").mkdir()
    (tmp_path / "methods").mkdir()
    deck = 'id = "omat"\nlanguages = ["fi"]\nname = "Omat"\nsummary = "s"\norigin = "o"\n'
    (tmp_path / "decks" / "hyva.toml").write_text(deck + '[[cards]]\nquestion = "Mitä?"\n', "utf-8")
    (tmp_path / "decks" / "huono.toml").write_text(deck + "[[cards]]\nquestion = 3\n", "utf-8")
    step = '\n[[steps]]\ntitle = "Kortit"\ntool = "cards"\nminutes = 5\nsettings.deck = "{}"\n'
    longer = GOOD.replace("default = 45", "default = 50")
    (tmp_path / "methods" / "a.toml").write_text(longer + step.format("omat"), "utf-8")
    (tmp_path / "methods" / "b.toml").write_text(longer.replace('"kavely"', '"b"') + step.format("muut"), "utf-8")
    library = load_library([tmp_path], check)
    method = library.method("kavely")
    assert method is not None
    assert library.plans(method, "fi")[-1].settings["cards"] == [{"question": "Mitä?", "deeper": "", "theme": ""}]
    said = [problem.text(translator("fi")) for problem in library.problems]
    assert len(said) == 2
    assert "huono.toml, rivi 7" in said[0]
    assert "Korttipakkaa ”muut” ei ole" in said[1]
    assert "rivi 35" in said[1]
    assert load_decks([tmp_path / "methods" / "ei-ole"]) == ((), ())


def test_the_examples_of_the_handbook_load(tmp_path: Path) -> None:
    handbook = (Path(__file__).parents[3] / "docs" / "handbook.md").read_text("utf-8")
    method, deck = re.findall(r"```toml\n(.*?)```", handbook, re.DOTALL)
    for folder, text in (("methods", method), ("decks", deck)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.toml").write_text(text, "utf-8")
    library = load_library([tmp_path])
    assert library.problems == ()
    assert [method.id for method in library.methods] == ["kylakavely"]
    assert [deck.id for deck in library.decks] == ["omat-kortit"]

"""Methods of one's own: what is written is read back the same, and a file from elsewhere is checked before it is kept."""

import tomllib
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fasilitaattori.errors import StorageError
from fasilitaattori.i18n import translator
from fasilitaattori.methods import Library, load_library
from fasilitaattori.methods.own import LARGEST, NotTakenIn, OwnMethods, free_id, method_of, purposes_of, to_toml
from fasilitaattori.paths import resource
from fasilitaattori.tools import MODELS
from fasilitaattori.workshop.agenda import new_step

from .test_loading import GOOD, THREE

FI = translator("fi")
WORDS = {"purpose": "Tehty kylälle.", "setting": "tuolit", "record": "Huomiot", "origin": "Oma menetelmä."}


def _check(tool: str, settings: dict[str, object]) -> None:
    MODELS[tool].check(settings)


def _library(folder: Path) -> Library:
    return load_library([resource(), folder], _check)


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
values = st.recursive(
    st.booleans() | st.integers(-(2**53), 2**53) | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(texts.filter(lambda key: key != "steps"), values, max_size=5), st.lists(st.dictionaries(texts, values)))
def test_what_is_written_is_read_back(raw: dict[str, object], steps: list[dict[str, object]]) -> None:
    whole = raw | ({"steps": steps} if steps else {})
    assert tomllib.loads(to_toml(whole)) == whole


@pytest.mark.parametrize("method_id", [method.id for method in load_library([resource()], _check).methods])
def test_every_methods_plan_can_be_kept_and_used_again(tmp_path: Path, method_id: str) -> None:
    library = _library(tmp_path)
    method = library.method(method_id)
    assert method is not None
    plans = library.plans(method, "fi")
    base = method.in_language("fi")
    kept = method_of(
        plans,
        method_id=free_id("Meidän ilta", library),
        name="Meidän ilta",
        summary="Näin me teemme.",
        people=22,
        materials=["Kahvia"],
        words=WORDS,
        base=base,
    )
    OwnMethods(tmp_path).keep(kept, "fi")
    again = _library(tmp_path)
    assert again.problems == ()
    own = again.method("meidan-ilta")
    assert own is not None
    assert own.own
    assert own.in_language("sv") == kept
    bare = [msgspec.structs.replace(plan, id="", origin="") for plan in plans]
    assert [msgspec.structs.replace(plan, id="", origin="") for plan in again.plans(own, "fi")] == bare


def test_a_plan_without_a_method_tells_what_it_can_of_itself(tmp_path: Path) -> None:
    library = _library(tmp_path)
    plans = [plan for plan in library.plans(library.methods[0], "fi") if plan.tool in ("ideas", "vote")] or library.plans(
        library.methods[0], "fi"
    )
    kept = method_of(plans, method_id="oma", name="Oma", summary="Oma.", people=0, materials=[], words=WORDS, base=None)
    assert (kept.purpose, kept.setting, kept.record) == ("Tehty kylälle.", "tuolit", ("Huomiot",))
    assert kept.group.min <= kept.group.opt <= kept.group.max
    assert kept.minutes.min <= kept.minutes.default <= kept.minutes.max
    assert purposes_of([]) == ("suunnittelu",)


def test_groups_that_work_side_by_side_are_kept_but_not_who_leads_them(tmp_path: Path) -> None:
    groups = [
        {"name": "Keittiö", "topic": "Mitä syödään?", "place": "Takahuone", "host": "Maija Meikäläinen"},
        {"host": "Olli"},
    ]
    plan = new_step("Ryhmissä", "talk", 20, "ryhma", groups=groups)
    kept = method_of([plan], method_id="oma", name="Oma", summary="Oma.", people=0, materials=[], words=WORDS, base=None)
    path = OwnMethods(tmp_path).keep(kept, "fi")
    assert "Maija" not in path.read_text("utf-8")
    again = _library(tmp_path)
    own = again.method("oma")
    assert again.problems == ()
    assert own is not None
    (step,) = again.plans(own, "fi")
    assert step.groups == [{"name": "Keittiö", "topic": "Mitä syödään?", "place": "Takahuone"}]


def test_groups_of_a_file_in_several_languages_are_read_in_each(tmp_path: Path) -> None:
    groups = 'groups = [{ name = { fi = "Pöytä", sv = "Bord", en = "Table" } }, { topic = "Metsä" }]\n'
    path = tmp_path / "kolme.toml"
    path.write_text(THREE + groups, encoding="utf-8")
    with pytest.raises(NotTakenIn) as refused:
        OwnMethods(tmp_path).take_in(path, _library(tmp_path), _check)
    assert "topic" in refused.value.text(FI)
    path.write_text(THREE + groups.replace(', { topic = "Metsä" }', ""), encoding="utf-8")
    taken = OwnMethods(tmp_path).take_in(path, _library(tmp_path), _check)
    assert [taken.in_language(language).steps[-1].plan().groups for language in ("fi", "sv")] == [
        [{"name": "Pöytä"}],
        [{"name": "Bord"}],
    ]


def test_names_that_are_taken_or_cannot_be_an_id_get_another(tmp_path: Path) -> None:
    library = _library(tmp_path)
    assert free_id("Erätauko", library) == "eratauko-2"
    assert free_id("Äänekosken ilta 2026!", library) == "aanekosken-ilta-2026"
    assert free_id("***", library) == "menetelma"
    assert free_id("x" * 200, library) == "x" * 50


def test_a_shared_file_is_taken_in_elsewhere_under_a_free_id(tmp_path: Path) -> None:
    mine, theirs, stick = tmp_path / "a", tmp_path / "b", tmp_path / "kavely.toml"
    (mine / "methods").mkdir(parents=True)
    (mine / "methods" / "vanha nimi.toml").write_text(GOOD, encoding="utf-8")
    OwnMethods(mine).share("kavely", stick)
    taken = OwnMethods(theirs).take_in(stick, _library(theirs), _check)
    twice = OwnMethods(theirs).take_in(stick, _library(theirs), _check)
    assert (taken.id, twice.id) == ("kavely", "kavely-2")
    library = _library(theirs)
    assert library.problems == ()
    assert [method.id for method in library.methods if method.own] == ["kavely-2", "kavely"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "rivi 1"),
        ("", "Tieto ”id” puuttuu"),
        (GOOD.replace('tool = "talk"', 'tool = "lento"'), "Työtapaa ”lento” ei ole."),
        (GOOD.replace("minutes = 5", "minutes = 6"), "46 min"),
        ("x" * (LARGEST + 1), "liian suuri"),
    ],
)
def test_a_bad_file_is_told_plainly_and_nothing_is_kept(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "muualta.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(NotTakenIn) as refused:
        OwnMethods(tmp_path / "data").take_in(path, _library(tmp_path / "data"), _check)
    words = refused.value.text(FI)
    assert words.startswith("muualta.toml")
    assert told in words
    assert words.endswith("Mitään ei tuotu. Pyydä tiedosto uudelleen sen tekijältä.")
    assert not (tmp_path / "data" / "methods").exists()


def test_a_file_that_is_not_text_and_one_that_is_not_there(tmp_path: Path) -> None:
    picture = tmp_path / "kuva.toml"
    picture.write_bytes(b"\x89PNG\r\n\xff\xfe")
    for path in (picture, tmp_path / "ei-ole.toml"):
        with pytest.raises(NotTakenIn):
            OwnMethods(tmp_path).take_in(path, _library(tmp_path), _check)


def test_renaming_removing_and_putting_back(tmp_path: Path) -> None:
    own = OwnMethods(tmp_path)
    (tmp_path / "methods").mkdir()
    (tmp_path / "methods" / "k.toml").write_text(GOOD, encoding="utf-8")
    own.rename("kavely", "Metsäkävely", "fi")
    found = _library(tmp_path).method("kavely")
    assert found is not None
    assert found.in_language("fi").name == "Metsäkävely"
    path, text = own.remove("kavely")
    assert _library(tmp_path).method("kavely") is None
    own.put_back(path, text)
    assert _library(tmp_path).method("kavely") is not None
    with pytest.raises(StorageError):
        own.remove("olematon")

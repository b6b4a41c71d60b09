"""The data of a workshop: the same in every form, harmless in a spreadsheet, and as the published schema says."""

import csv
import io
import json
import os
import zipfile
from importlib.util import find_spec
from pathlib import Path

import jsonschema_rs
import msgspec
import openpyxl  # type: ignore[import-untyped]  # it comes without types
import pytest

from fasilitaattori.document.records import Field, Records
from fasilitaattori.i18n import LANGUAGES, translator
from fasilitaattori.papers import press
from fasilitaattori.papers.data.commas import commas, harmless
from fasilitaattori.papers.data.package import package, schema
from fasilitaattori.papers.data.saving import FORMS, save_csv
from fasilitaattori.papers.data.tables import TOOLS, tables
from fasilitaattori.papers.data.workbook import workbook
from fasilitaattori.tools import MODELS
from tests.unit.papers.evening import Evening, village_evening

FI = translator("fi")
PUBLISHED = Path(__file__).resolve().parents[4] / "docs" / "workshop.schema.json"


def named(evening: Evening, key: str, *, public: bool = True) -> Records:
    return next(found for found in tables(evening.state, FI, public=public) if found.key == key)


def objects(records: Records) -> list[dict[str, object]]:
    return [dict(zip((field.key for field in records.fields), row, strict=True)) for row in records.rows]


def test_what_the_evening_brought_is_in_the_tables() -> None:
    evening = village_evening()
    steps = objects(named(evening, "steps"))
    assert steps[0] == {
        "step": 1,
        "title": "Tervetuloa ja esittäytyminen",
        "mode": "kaikki",
        "planned_start": "18:00",
        "planned_end": "18:10",
        "planned_minutes": 10,
        "start": "18:02",
        "end": "18:12",
        "minutes": 10,
    }
    ideas = objects(named(evening, "ideas"))
    wall = {"step": 7, "title": "Ideaseinä", "theme": "Kohtaaminen", "text": "Kylän olohuone ja kahvila", "same": 2}
    assert {**wall, "outcome": None, "answer": None, "on_paper": 0} in ideas
    votes = [row for row in objects(named(evening, "votes")) if row["option"] == "Kylän olohuone ja kahvila"]
    assert [(row["by_phone"], row["in_the_room"], row["together"], row["voters"]) for row in votes] == [(16, 4, 20, 22)]
    heard = [row for row in objects(named(evening, "surveys")) if row["question"] == "Minua kuunneltiin."]
    assert [row["answers"] for row in heard] == [1, 2, 1, 8, 1]
    assert {row["mean"] for row in heard} == {3.46}
    assert {row["kind"] for row in objects(named(evening, "record"))} == {"huomio", "päätös"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_are_in_the_internal_version_only(language: str, tmp_path: Path) -> None:
    evening = village_evening(language)
    names = [row[0] for row in tables(evening.state, translator(language), public=False)[-1].rows]
    assert names
    tr, order = translator(language), press.Order(press.DATA)
    files = [press.save(evening.state, order, form, tmp_path, tr) for form in FORMS]
    for file in (*files, *save_csv(evening.state, tmp_path, tr, public=True)):
        data = text_in(file)
        assert not [name for name in names if isinstance(name, str) and name in data]


def text_in(file: Path) -> str:
    if file.suffix == ".zip":
        with zipfile.ZipFile(file) as packed:
            return "\n".join(packed.read(name).decode("utf-8-sig") for name in packed.namelist())
    if file.suffix != ".xlsx":
        return file.read_text(encoding="utf-8-sig")
    book = openpyxl.load_workbook(file)
    return "\n".join(f"{value}" for sheet in book for row in sheet.iter_rows(values_only=True) for value in row)


RECORDS = Records(
    "x",
    "Pisteet: 1/2?",
    (Field("a", "Idea"), Field("n", "Pisteitä", number=True)),
    (('=HYPERLINK("http://paha")', 3.5), ("-1 on luku", -2), ('kaksi; "riviä"\nja, pilkku', None), ("ääkköset", 1234)),
)


def test_csv_opens_in_a_finnish_spreadsheet() -> None:
    data = commas(RECORDS, "fi")
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows == [
        ["Idea", "Pisteitä"],
        ['\'=HYPERLINK("http://paha")', "3,5"],
        ["'-1 on luku", "-2"],
        ['kaksi; "riviä"\nja, pilkku', ""],
        ["ääkköset", "1234"],
    ]


def test_csv_in_english_has_commas_and_points() -> None:
    rows = list(csv.reader(io.StringIO(commas(RECORDS, "en").decode("utf-8-sig"), newline="")))
    assert rows[1] == ['\'=HYPERLINK("http://paha")', "3.5"]


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r=1", "＝1"])
def test_no_text_is_a_formula(text: str) -> None:
    assert harmless(text).startswith("'")
    book = workbook([Records("x", "X", (Field("a", "A"),), ((text,),))], "T", "O")
    cell = openpyxl.load_workbook(io.BytesIO(book)).worksheets[0]["A2"]
    assert cell.data_type == "s"


def test_a_workbook_has_a_sheet_for_each_table_and_real_numbers() -> None:
    twice = [RECORDS, msgspec.structs.replace(RECORDS, key="y")]
    book = openpyxl.load_workbook(io.BytesIO(workbook(twice, "Ilta", "Kylä")))
    assert book.sheetnames == ["Pisteet 1 2", "y"]
    sheet = book.worksheets[0]
    assert [cell.value for cell in sheet[2]] == ['=HYPERLINK("http://paha")', 3.5]
    assert sheet["A2"].data_type == "s"
    assert sheet["B3"].value == -2
    assert sheet.freeze_panes == "A2"
    assert book.properties.title == "Ilta"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("public", [True, False])
def test_json_is_as_its_schema_says(language: str, public: bool) -> None:
    state = village_evening(language).state
    data = json.loads(package(state, tables(state, translator(language), public=public), public=public))
    jsonschema_rs.validator_for(schema()).validate(data)
    assert data["workshop"]["title"] == state.info.title
    assert data["tables"]["ideas"]
    assert ("people" in data["tables"]) is not public


def test_an_empty_workshop_is_no_trouble(tmp_path: Path) -> None:
    empty = Evening()
    for form in FORMS:
        assert press.save(empty.state, press.Order(press.DATA), form, tmp_path, FI).stat().st_size
    assert save_csv(empty.state, tmp_path, FI, public=True) == []


def test_the_published_schema_is_the_program_s() -> None:
    """UPDATE_GOLDEN=1 writes it anew."""
    made = json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        PUBLISHED.write_text(made, encoding="utf-8")
    assert PUBLISHED.read_text(encoding="utf-8") == made


def test_every_tool_with_data_is_listed() -> None:
    with_data = {name for name in MODELS if find_spec(f"fasilitaattori.tools.{name}.data") is not None}
    assert set(TOOLS) == with_data

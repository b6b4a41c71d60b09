"""Saves a workshop's data: CSV is a file for each table, the other forms are one file."""

from collections.abc import Iterable
from pathlib import Path

from fasilitaattori.i18n import Translator
from fasilitaattori.papers import export
from fasilitaattori.papers.data.commas import commas
from fasilitaattori.papers.data.package import package
from fasilitaattori.papers.data.tables import tables
from fasilitaattori.papers.data.workbook import workbook
from fasilitaattori.workshop.state import Workshop

FORMS = ("xlsx", "csv", "json")


def save(state: Workshop, form: str, folder: Path, tr: Translator, *, public: bool = True) -> list[Path]:
    """Write the data in one of FORMS into the folder and give the files. ValueError for another form; StorageError when a
    file cannot be written. Tables without rows get no CSV file."""
    files = [(folder / name, data) for name, data in _files(state, form, tr, public=public)]
    for path, data in files:
        export.save(data, path)
    return [path for path, _ in files]


def _files(state: Workshop, form: str, tr: Translator, *, public: bool) -> Iterable[tuple[str, bytes]]:
    made = tables(state, tr, public=public)
    title = " ".join(part for part in (tr("Aineisto"), state.info.title, "" if public else tr("sisäinen")) if part)
    match form:
        case "xlsx":
            yield export.file_name(title, form), workbook(made, state.info.title, state.info.organiser)
        case "json":
            yield export.file_name(title, form), package(state, made, public=public)
        case "csv":
            for records in made:
                if records.rows:
                    yield export.file_name(f"{title} {records.title}", form), commas(records, tr.language)
        case _:
            raise ValueError(f"unknown form of data: {form}")

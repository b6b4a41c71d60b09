"""A workshop's data as files: a workbook or JSON is one, CSV has one for each table."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from fasilitaattori.i18n import Translator
from fasilitaattori.papers import export
from fasilitaattori.papers.data.commas import commas
from fasilitaattori.papers.data.package import package
from fasilitaattori.papers.data.tables import tables
from fasilitaattori.papers.data.workbook import workbook
from fasilitaattori.workshop.state import Workshop

FORMS = ("xlsx", "json", "zip")


def data(state: Workshop, form: str, tr: Translator, *, public: bool) -> bytes:
    """The data in one file of FORMS: a workbook, JSON, or all CSV files packed together. ValueError for another form."""
    match form:
        case "xlsx":
            return workbook(tables(state, tr, public=public), state.info.title, state.info.organiser)
        case "json":
            return package(state, tables(state, tr, public=public), public=public)
        case "zip":
            out = io.BytesIO()
            with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
                for name, content in csv_files(state, tr, public=public):
                    packed.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content)
            return out.getvalue()
        case _:
            raise ValueError(f"unknown form of data: {form}")


def csv_files(state: Workshop, tr: Translator, *, public: bool) -> Iterator[tuple[str, bytes]]:
    """A file name and its content for each table that has rows."""
    title = " ".join(part for part in (tr("Aineisto"), state.info.title, "" if public else tr("sisäinen")) if part)
    for records in tables(state, tr, public=public):
        if records.rows:
            yield export.file_name(f"{title} {records.title}", "csv"), commas(records, tr.language)


def save_csv(state: Workshop, folder: Path, tr: Translator, *, public: bool) -> list[Path]:
    """Write the CSV files into the folder and give where they are. StorageError when one cannot be written."""
    files = [(folder / name, content) for name, content in csv_files(state, tr, public=public)]
    for path, content in files:
        export.save(content, path)
    return [path for path, _ in files]

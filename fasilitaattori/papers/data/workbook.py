"""All tables as one XLSX workbook: a sheet each, real numbers, header rows that stay in sight."""

import io
import re
from collections.abc import Sequence

from fasilitaattori.document.records import Records
from fasilitaattori.document.text import clean

_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
_NAME_LIMIT, _CELL_LIMIT = 31, 32_767  # Excel's own
_WIDTHS = (10, 60)  # letters: the narrowest and the widest a column begins with


def workbook(tables: Sequence[Records], title: str, organisation: str) -> bytes:
    """The workbook. Texts are written as texts: none is a formula or a link, whatever it begins with."""
    # Heavy, and needed only when data is saved.
    import xlsxwriter  # type: ignore[import-untyped]  # it comes without types

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(out, options)
    book.set_properties(
        {"title": clean(title)[:255], "company": clean(organisation)[:255], "author": clean(organisation)[:255]}
    )
    head = book.add_format({"bold": True, "bottom": 2, "text_wrap": True, "valign": "bottom"})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    number = book.add_format({"valign": "top"})
    for name, records in zip(_names(tables), tables, strict=True):
        sheet = book.add_worksheet(name)
        for column, field in enumerate(records.fields):
            sheet.set_column(column, column, _width(records, column))
            sheet.write_string(0, column, field.title, head)
            for line, row in enumerate(records.rows, 1):
                value = row[column]
                if isinstance(value, str):
                    sheet.write_string(line, column, clean(value)[:_CELL_LIMIT], wrap)
                elif value is not None:
                    sheet.write_number(line, column, value, number)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(1, len(records.rows)), len(records.fields) - 1)
    book.close()
    return out.getvalue()


def _names(tables: Sequence[Records]) -> list[str]:
    """The names of the sheets: without the signs Excel refuses, short enough, and different."""
    names: list[str] = []
    for records in tables:
        name = " ".join(_NOT_IN_NAMES.sub(" ", records.title).split())[:_NAME_LIMIT] or records.key
        names.append(records.key[:_NAME_LIMIT] if name.casefold() in (one.casefold() for one in names) else name)
    return names


def _width(records: Records, column: int) -> float:
    longest = max((len(f"{row[column]}") for row in records.rows if row[column] is not None), default=0)
    narrow, wide = _WIDTHS
    return min(wide, max(narrow, min(longest, wide), min(len(records.fields[column].title), 24)) + 2)

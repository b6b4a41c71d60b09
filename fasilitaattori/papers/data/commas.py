"""A table as CSV that a spreadsheet opens right when it is double-clicked.

In Finnish and Swedish settings a spreadsheet expects semicolons and decimal commas, in English ones commas and points. The
byte order mark says that letters are UTF-8. A text that a spreadsheet would run as a formula gets an apostrophe in front of
it (OWASP, CSV injection): a participant's idea never runs on the office's computer.
"""

import csv
import io

from fasilitaattori.document.records import Records, Value
from fasilitaattori.document.text import clean

_RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # untranslated: signs that begin a formula
_SIGNS = {"en": (",", ".")}
_OTHERWISE = (";", ",")


def commas(records: Records, language: str) -> bytes:
    """The table with a header row, as bytes in UTF-8."""
    between, point = _SIGNS.get(language, _OTHERWISE)
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=between, lineterminator="\r\n")
    writer.writerow([harmless(field.title) for field in records.fields])
    writer.writerows([_shown(value, point) for value in row] for row in records.rows)
    return out.getvalue().encode("utf-8-sig")


def harmless(text: str) -> str:
    """Cleaned text that no spreadsheet takes for a formula."""
    shown = clean(text)
    return f"'{shown}" if shown.lstrip(" ").startswith(_RUNS) else shown


def _shown(value: Value, point: str) -> str:
    match value:
        case None:
            return ""
        case float():
            return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", point)
        case int():
            return f"{value}"
        case _:
            return harmless(value)

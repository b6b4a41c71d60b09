"""A workshop's data as JSON for other programs, and the schema that says what is in it (docs/workshop.schema.json).

Keys are English and never change; texts are as people wrote them. `format` and `version` tell a reader what it has; a later
version only adds.
"""

from base64 import b64encode
from typing import Any

import msgspec

from fasilitaattori.document.records import Records
from fasilitaattori.i18n import translator
from fasilitaattori.papers.data.tables import tables
from fasilitaattori.workshop.letterhead import Letterhead
from fasilitaattori.workshop.state import Workshop

FORMAT, VERSION = "fasilitaattori.workshop", 1
_TEXTS = ("id", "title", "organiser", "place", "date", "start", "end", "goal", "series")


def package(state: Workshop, made: list[Records], *, public: bool) -> bytes:
    """The workshop and its tables, indented, in UTF-8."""
    info = state.info
    told = {name: getattr(info, name) for name in _TEXTS if name != "id"}
    whole = {
        "format": FORMAT,
        "version": VERSION,
        "public": public,
        "language": info.language,
        "workshop": {"id": state.id, **told, "present": state.people.count(), "letterhead": _letterhead(state)},
        "tables": {records.key: _objects(records) for records in made},
    }
    return msgspec.json.format(msgspec.json.encode(whole), indent=2) + b"\n"


def schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of what `package` gives."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "The data of a workshop run with Fasilitaattori",
        "type": "object",
        "required": ["format", "version", "public", "language", "workshop", "tables"],
        "properties": {
            "format": {"const": FORMAT},
            "version": {"type": "integer", "minimum": 1},
            "public": {"type": "boolean", "description": "true: without names of people"},
            "language": {"type": "string", "description": "the language of the workshop, as fi, sv or en"},
            "workshop": {
                "type": "object",
                "required": [*_TEXTS, "present"],
                "properties": {name: {"type": "string"} for name in _TEXTS}
                | {"present": {"type": "integer", "minimum": 0}, "letterhead": _letterhead_schema()},
            },
            "tables": {
                "type": "object",
                "properties": {records.key: _table_schema(records) for records in _empty_tables()},
            },
        },
    }


def _letterhead(state: Workshop) -> dict[str, Any] | None:
    """The workshop's own letterhead, the logo in base64; None when it follows the settings."""
    own = state.info.letterhead
    return None if own is None else {**msgspec.structs.asdict(own), "logo": b64encode(own.logo).decode()}


def _letterhead_schema() -> dict[str, Any]:
    told: dict[str, Any] = {name: {"type": "string"} for name in Letterhead.__struct_fields__}
    told["logo"] = {"type": "string", "contentEncoding": "base64", "description": "a PNG, empty for none"}
    about = "null: papers are headed as in the settings of whoever prints them"
    return {"type": ["object", "null"], "description": about, "required": list(told), "properties": told}


def _objects(records: Records) -> list[dict[str, Any]]:
    return [dict(zip((field.key for field in records.fields), row, strict=True)) for row in records.rows]


def _empty_tables() -> list[Records]:
    """Every table there can be, described in English."""
    return tables(Workshop("", {}), translator("en"), public=False)


def _table_schema(records: Records) -> dict[str, Any]:
    columns = {
        field.key: {"type": ["number" if field.number else "string", "null"], "description": field.title}
        for field in records.fields
    }
    return {
        "type": "array",
        "description": records.title,
        "items": {"type": "object", "required": list(columns), "properties": columns},
    }

"""What a workshop produced as plain tables of data, for spreadsheets and other programs: facts without layout."""

import msgspec

Value = str | int | float | None


class Field(msgspec.Struct, frozen=True):
    """A column: `key` for programs (English, never changes), `title` for people, `number` when its values are numbers."""

    key: str
    title: str
    number: bool = False


class Records(msgspec.Struct, frozen=True):
    """A table of data: every row has one value for each field, None where there is nothing to tell."""

    key: str
    title: str
    fields: tuple[Field, ...]
    rows: tuple[tuple[Value, ...], ...]

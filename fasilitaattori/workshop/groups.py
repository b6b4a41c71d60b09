"""Groups that work at the same time in one step: what each is called, what it talks about, where it is and who leads it."""

from typing import Any

import msgspec

from fasilitaattori.errors import RuleViolation

MOST_GROUPS, MAX_FIELD = 30, 120


class Group(msgspec.Struct, frozen=True, omit_defaults=True):
    """One of them. Every field may be empty, but not all of them."""

    name: str = ""
    topic: str = ""
    place: str = ""
    host: str = ""

    def written(self) -> dict[str, str]:
        """As the log keeps it."""
        return {key: value for key, value in msgspec.structs.asdict(self).items() if value}


def read_groups(raw: list[dict[str, Any]]) -> list[Group]:
    """The groups of a step; none when they cannot be read (fold never raises)."""
    try:
        return msgspec.convert(raw, list[Group])
    except msgspec.ValidationError:
        return []


def check_groups(raw: list[dict[str, Any]]) -> None:
    """RuleViolation: bad_settings, too_many_groups, too_long."""
    try:
        groups = msgspec.convert(raw, list[Group])
    except msgspec.ValidationError as error:
        raise RuleViolation("bad_settings", why=str(error)) from None
    if len(groups) > MOST_GROUPS:
        raise RuleViolation("too_many_groups", limit=MOST_GROUPS)
    if any(len(text) > MAX_FIELD for group in groups for text in group.written().values()):
        raise RuleViolation("too_long", limit=MAX_FIELD)

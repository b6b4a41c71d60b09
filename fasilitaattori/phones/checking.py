"""The summary on a phone while it is checked in the hall: the same for everybody, whatever step is on or was on last.

It is the page of a tool in all but name: no step has it, so the scene, the forms and the answers ask here.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from fasilitaattori.workshop.checking import Check, tally
from fasilitaattori.workshop.settling import MAX_WORDS

if TYPE_CHECKING:
    from fasilitaattori.workshop.state import Workshop

LIVE = frozenset({"count"})


def view(state: "Workshop", check: Check) -> dict[str, Any]:
    """points [{id, version, text, who, due}] as they read now, max_length of what is to be mended, count (phones that have
    marked something), nameless (a dialogue: nobody sees who wants what mended)."""
    points = [
        {"id": point.id, "version": point.version, "text": point.text, "who": point.who, "due": point.due}
        for point in check.points.values()
    ]
    return {
        "points": points,
        "max_length": MAX_WORDS,
        "count": tally(state, check).phones,
        "nameless": check.nameless,
    }


def mine(check: Check, author: int) -> dict[str, Any]:
    """marks: point -> {right, words, version}, this participant's own."""
    given = check.marks.get(author, {})
    return {
        "marks": {point: {"right": m.right, "words": m.words, "version": m.version} for point, m in given.items()},
    }


def body(fields: Mapping[str, list[str]]) -> dict[str, Any]:
    """What a plain form sends. Fields, of each point and its wording: `mark.<id>.<version>` ("right" or "mend") and
    `text.<id>.<version>`; `all` set = every point is right."""
    marks: dict[str, Any] = {}
    for name, values in fields.items():
        kind, _, rest = name.partition(".")
        point, _, version = rest.partition(".")
        if kind != "text" or not point:
            continue
        chosen = "right" if fields.get("all") else fields.get(f"mark.{rest}", [""])[0]
        if chosen:
            told = int(version) if version.isascii() and version.isdigit() and len(version) < 10 else version
            marks[point] = {"right": chosen == "right", "words": values[0], "version": told}
    return {"marks": marks}

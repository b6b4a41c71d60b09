"""One row of the checks. No Qt here."""

from dataclasses import dataclass

OK, BAD, OPEN, INFO, CHECKING, WAITING = "ok", "bad", "open", "info", "checking", "waiting"


@dataclass(frozen=True, slots=True)
class Finding:
    """One row. `state`: ok, bad (needs mending), open (still to be tried), info (cannot be known, or is optional), checking,
    waiting (for the ones before it). `fix` names what the button does, `verb` is on it."""

    key: str
    state: str
    title: str
    text: str = ""
    fix: str = ""
    verb: str = ""

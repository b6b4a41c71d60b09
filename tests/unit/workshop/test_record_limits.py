"""How long the short texts of the record and the wrap-up may be: nothing that a person writes has no end."""

from collections.abc import Callable

import pytest

from fasilitaattori.errors import RuleViolation
from fasilitaattori.workshop import closing, record
from fasilitaattori.workshop.events import Command
from tests.ledger import Ledger


@pytest.mark.parametrize(
    ("command", "limit"),
    [
        (lambda text: record.act("Talkoot", text), record.MAX_WHO),
        (lambda text: record.act("Talkoot", "", text), record.MAX_DUE),
        (lambda text: closing.what_next("Hallitukselle", text, "keväällä"), record.MAX_WHO),
        (lambda text: closing.what_next("Hallitukselle", "Helmi", text), record.MAX_WHO),
        (lambda text: closing.what_next(text, "Helmi", "keväällä"), record.MAX_TEXT),
        (closing.approve, closing.MAX_BY),
    ],
)
def test_what_is_too_long_is_refused_with_its_limit(command: Callable[[str], Command], limit: int) -> None:
    Ledger().do(command("x" * limit))
    with pytest.raises(RuleViolation) as caught:
        Ledger().do(command("x" * (limit + 1)))
    assert (caught.value.code, caught.value.params) == ("too_long", {"limit": limit})


def test_an_entry_is_not_lengthened_past_its_limits_either() -> None:
    ledger = Ledger()
    entry = ledger.do(record.act("Talkoot", "Helmi", "toukokuussa"))[0]
    with pytest.raises(RuleViolation):
        ledger.do(record.edit_entry(entry, "Talkoot", "x" * (record.MAX_WHO + 1)))


def test_a_line_is_one_line() -> None:
    ledger = Ledger()
    entry = ledger.do(record.act("Talkoot", " Helmi\x07\n ja\tReino ", " 1.6. "))[0]
    kept = ledger.state.record.by_id[entry]
    assert (kept.who, kept.due) == ("Helmi ja Reino", "1.6.")

"""docs/security.md says what is so: every test it names exists, and its figures are the program's own."""

import ast
import re
from pathlib import Path

from fasilitaattori.phones import personal
from fasilitaattori.phones.gate.connection import MAX_HEAD
from fasilitaattori.phones.gate.limits import WRONG, Limits
from fasilitaattori.phones.http import MAX_BODY
from fasilitaattori.workshop.people import MAX_PHONES

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
WORDS = " ".join(PAGE.split())
HOURS = 4  # a long evening


def names_in(file: Path) -> set[str]:
    return {node.name for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(node, ast.FunctionDef)}


def test_every_test_it_names_exists() -> None:
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PAGE)
    assert len(named) > 30
    for file, name in named:
        assert name in names_in(ROOT / file), f"{file}::{name}"


def test_every_promise_of_the_table_has_a_test() -> None:
    rows = [row for row in PAGE.splitlines() if row.startswith("| ") and "---" not in row and not row.startswith("| promise")]
    assert all("::test_" in row for row in rows)


def test_its_limits_are_those_of_the_program() -> None:
    limits = Limits()
    together = limits.answers_of_address
    told = [
        f"{limits.answers.burst:.0f} answers at once and then {limits.answers.per_second:.0f} a second",
        f"ask {limits.requests.burst:.0f} times at once and then {limits.requests.per_second:.0f} times a second",
        f"together may send {together.burst:,.0f} answers at once and then {together.per_second:.0f} a second",
        f"a budget of {limits.strangers.burst:,.0f} requests, refilled by {limits.strangers.per_second:.0f} a second",
        f"a wrong capability costs {WRONG:.0f}",
        f"{limits.joins.burst:.0f} people may join or come back from one address at once",
        f"{limits.connections_of_phone} connections and {limits.streams_of_phone} streams",
        f"an address {limits.connections_of_stranger}, all strangers {limits.connections_of_strangers:,}",
        f"everybody {limits.connections:,}",
        f"head must come within {limits.head:.0f} seconds and {MAX_HEAD // 1024} kB",
        f"its body within {limits.body:.0f} seconds and {MAX_BODY // 1024} kB",
        f"reads nothing for {limits.unread:.0f} seconds",
    ]
    assert f"room for {MAX_PHONES:,} phones" in WORDS
    assert limits.on_the_way == 120  # "given up after two minutes"
    for words in told:
        assert words in WORDS, words
    assert limits.joins.per_second == 2  # "then two a second"


def test_its_arithmetic_of_guessing_is_right() -> None:
    limits, codes = Limits(), len(personal.SIGNS) ** personal.LENGTH
    one = limits.guesses.burst + HOURS * 3600 * limits.guesses.per_second
    everybody = limits.all_guesses.burst + HOURS * 3600 * limits.all_guesses.per_second
    assert f"{codes:,} codes" in WORDS
    assert f"{one:.0f} tries" in WORDS
    assert f"one chance in some {round(codes / one / 150, -2):,.0f} to hit" in WORDS
    assert f"together: one in some {round(codes / everybody / 150, -1):,.0f}" in WORDS
    assert f"once in some {round(10**6 / one, -2):,.0f} such evenings" in WORDS

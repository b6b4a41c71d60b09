"""A vote repeated by a phone that was removed and let back in between: "saved" is said only of what lies in the box."""

import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from fasilitaattori.errors import RuleViolation
from fasilitaattori.log import tables
from fasilitaattori.log.backup import backups
from fasilitaattori.log.jobs import Saved
from fasilitaattori.phones.sending import Sending, command_of
from fasilitaattori.tools import MODELS
from fasilitaattori.workshop import moderation, people, running
from tests.integration.logs import Desk, make_first_schema


class Voting(Desk):
    """Helmi (1) and Reino (2) at an open vote."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.do(running.open_room())
        for name in ("Helmi", "Reino"):
            self.do(people.join(name, "fi", f"token-{name}"))
        self.step = self.start("vote", kind="one", options=["Kyllä", "Ei"])

    def give(self, number: int, request: str, option: int = 0) -> Saved:
        """A ballot as a phone sends it: the same request again is a retry."""
        body = msgspec.convert({"choices": {f"option-{option}": 1}}, MODELS["vote"].sends["vote.cast"].body)
        return self.do(command_of(Sending(request, self.step, "vote.cast", body), number), request=request, author=number)

    def totals(self) -> dict[str, int]:
        self.do(running.close_step())
        state = self.state
        totals: dict[str, int] = state.tool(state.plan.need(self.step)).result.totals
        return totals


@pytest.fixture
def voting(tmp_path: Path) -> Iterator[Voting]:
    made = Voting(tmp_path)
    yield made
    made.door.close()


@pytest.mark.parametrize("restarted", [False, True])
def test_a_vote_repeated_after_being_let_back_is_cast_anew(voting: Voting, restarted: bool) -> None:
    request = str(uuid.uuid4())
    assert not voting.give(1, request).duplicate
    assert voting.give(1, request).duplicate
    voting.give(2, str(uuid.uuid4()), 1)
    voting.do(moderation.remove_person(1))
    if restarted:
        voting.reopen()
    with pytest.raises(RuleViolation) as refused:
        voting.give(1, request)
    assert refused.value.code == "removed"
    voting.do(moderation.restore_person(1))
    if restarted:
        voting.reopen()
    assert not voting.give(1, request).duplicate
    assert voting.give(1, request).duplicate
    assert voting.totals() == {"option-0": 1, "option-1": 1}


def test_any_ballot_of_the_removed_one_may_be_sent_again_and_nobody_elses(voting: Voting) -> None:
    first, second, others = (str(uuid.uuid4()) for _ in range(3))
    voting.give(1, first, 0)
    voting.give(1, second, 1)
    voting.give(2, others, 0)
    voting.do(moderation.remove_person(1))
    voting.do(moderation.restore_person(1))
    assert voting.give(2, others, 0).duplicate
    assert not voting.give(1, first, 0).duplicate
    assert not voting.give(1, second, 1).duplicate
    assert voting.totals() == {"option-0": 1, "option-1": 1}


def test_after_the_count_a_retry_is_still_saved_and_nothing_says_whose_it_was(voting: Voting) -> None:
    request = str(uuid.uuid4())
    voting.give(1, request)
    assert voting.rows("ballot_request") == 1
    voting.totals()
    assert voting.give(1, request).duplicate
    assert voting.rows("ballot_request") == 0
    assert voting.rows("receipt") == 1


def test_a_database_of_the_first_schema_is_brought_up_to_date(voting: Voting) -> None:
    request = str(uuid.uuid4())
    voting.give(1, request)
    voting.door.close()
    make_first_schema(voting.file)
    before = len(backups(voting.folder))
    voting.open()
    with closing(sqlite3.connect(voting.file)) as now:
        assert now.execute("PRAGMA user_version").fetchone() == (tables.SCHEMA,)
    assert len(backups(voting.folder)) == before + 1
    assert voting.give(1, request).duplicate
    voting.give(2, str(uuid.uuid4()), 1)
    assert voting.totals() == {"option-0": 1, "option-1": 1}


@pytest.mark.parametrize("restarted", [False, True])
def test_a_ballot_from_before_the_upgrade_that_was_taken_out_is_cast_anew(voting: Voting, restarted: bool) -> None:
    """Which requests brought it was not written down then: the empty place in the box tells that it is not saved."""
    early, others = str(uuid.uuid4()), str(uuid.uuid4())
    voting.give(1, early)
    voting.give(2, others, 1)
    voting.door.close()
    make_first_schema(voting.file)
    voting.open()
    voting.do(moderation.remove_person(1))
    voting.do(moderation.restore_person(1))
    if restarted:
        voting.reopen()
    assert voting.give(2, others, 1).duplicate
    assert not voting.give(1, early).duplicate
    assert voting.give(1, early).duplicate
    assert voting.totals() == {"option-0": 1, "option-1": 1}
    assert voting.give(1, early).duplicate


def test_an_early_ballot_repeated_after_a_newer_one_changes_nothing(voting: Voting) -> None:
    early = str(uuid.uuid4())
    voting.give(1, early, 0)
    voting.door.close()
    make_first_schema(voting.file)
    voting.open()
    voting.do(moderation.remove_person(1))
    voting.do(moderation.restore_person(1))
    voting.give(1, str(uuid.uuid4()), 1)
    assert voting.give(1, early, 0).duplicate
    assert voting.totals() == {"option-0": 0, "option-1": 1}

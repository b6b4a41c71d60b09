"""After closing, neither the program nor its database can tell who voted what: tried on the whole program, over HTTP, by
somebody who has every file, every address, every form and the secret of the box as it was while the vote was open."""

import hashlib
import hmac
import itertools
import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import msgspec
import pytest

from fasilitaattori.log.errors import FILE
from tests.waiting import PATIENCE

ROOT = Path(__file__).parents[2]
PHONES = 7


@dataclass
class Voter:
    base: str
    number: int
    request: str = ""
    form: str = ""
    choice: dict[str, int] | None = None

    @property
    def token(self) -> str:
        return self.base.removeprefix("/o/")


class Hall:
    """The program in a process of its own, with seven phones at the vote."""

    def __init__(self, data: Path) -> None:
        self.data = data
        command = [sys.executable, "-m", "fasilitaattori", "live", "--data", str(data), "--host", "127.0.0.1", "--no-window"]
        arguments = ["--method", "aivoriihi", "--port", "0"]
        self.process = subprocess.Popen(
            [*command, *arguments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=ROOT, env=dict(os.environ)
        )
        assert self.process.stdout is not None
        said = json.loads(self.process.stdout.readline())
        self.client = httpx.Client(base_url=said["url"], trust_env=False, timeout=PATIENCE)
        self.remote: str = said["remote"]
        self.voters: list[Voter] = []
        for n in range(PHONES):
            base = self.client.post("/join", data={"language": "fi", "name": f"Nimi {n}"}).headers["location"]
            self.voters.append(Voter(base, self.state(base)["me"]["number"]))
        self.steer("start")
        self.to("ideas")
        for n in range(3):
            self.post(self.voters[n], "ideas.added", {"text": f"Ehdotus {n}"})
        self.to("vote")

    def steer(self, command: str) -> None:
        answer = self.client.post(self.remote, json={"command": command})
        assert answer.status_code == 200, answer.text

    def to(self, tool: str) -> None:
        while self.state(self.voters[0].base)["step"]["tool"] != tool:
            self.steer("next")

    def state(self, base: str) -> dict[str, Any]:
        found: dict[str, Any] = self.client.get(f"{base}/state").json()
        return found

    def post(self, voter: Voter, kind: str, body: dict[str, Any]) -> str:
        request = str(uuid.uuid4())
        message = {"id": request, "step": self.state(voter.base)["step"]["id"], "kind": kind, "body": body}
        answer = self.client.post(f"{voter.base}/events", json=message)
        assert answer.status_code == 201, answer.text
        return request

    def fill_in(self, voter: Voter, choice: dict[str, int]) -> str:
        """Vote with the plain form; gives the form's id."""
        page = self.client.get(voter.base).text
        form = re.search(r'<form[^>]*data-kind="vote.cast".*?</form>', page, re.DOTALL)
        assert form is not None
        hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', form[0]))
        fields = {f"points.{candidate}": str(points) for candidate, points in choice.items()}
        answer = self.client.post(f"{voter.base}/form", data={**hidden, **fields})
        assert answer.status_code == 303, answer.text
        return str(hidden["form"])

    def files(self) -> dict[Path, bytes]:
        """Every byte of the data folder."""
        found = (path for path in sorted(self.data.rglob("*")) if path.is_file())
        return {path: path.read_bytes() for path in found if path.name != "reserve.bin"}

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(f"{(self.data / FILE).as_uri()}?mode=ro", uri=True)) as look:
            return look.execute(query).fetchall()

    def close(self) -> None:
        self.client.close()
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        self.process.wait()
        assert self.process.stdout is not None
        self.process.stdout.close()


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    made = Hall(tmp_path / "data")
    yield made
    made.close()


def key_of(secret: bytes, voter: Voter) -> bytes:
    return hmac.digest(secret, str(voter.number).encode(), hashlib.sha256)


def choices_of(hall: Hall, secret: bytes) -> dict[int, Any]:
    """The attack that works while the vote is open, for whoever has the database and its secret."""
    kept = dict(hall.rows("SELECT key, choice FROM ballot"))
    found = {voter.number: kept.get(key_of(secret, voter)) for voter in hall.voters}
    return {number: json.loads(choice) for number, choice in found.items() if choice is not None}


def all_forms(voter: Voter, step: str, choices: list[dict[str, int]]) -> Iterator[str]:
    """The request ids that a form could have made of each choice, in each of the ways that follow from what is public."""
    for choice in choices:
        written = msgspec.json.encode([voter.token, voter.form, step, "vote.cast", {"choices": choice}], order="deterministic")
        for name in (written.hex(), written.decode()):
            for space in (uuid.NAMESPACE_OID, uuid.NAMESPACE_URL, uuid.NAMESPACE_DNS):
                yield str(uuid.uuid5(space, name))


def test_nobody_can_tell_from_any_file_who_voted_what(hall: Hall) -> None:
    step = hall.state(hall.voters[0].base)["step"]
    candidates = [candidate["id"] for candidate in step["view"]["candidates"]]
    assert len(candidates) == 3
    every = [{c: 1} for c in candidates] + [{a: 1, b: 1} for a, b in itertools.combinations(candidates, 2)]
    every.append(dict.fromkeys(candidates, 1))
    for voter, choice in zip(hall.voters, every, strict=True):
        voter.choice = choice
        if voter.number % 2:
            voter.request = hall.post(voter, "vote.cast", {"choices": choice})
        else:
            voter.form = hall.fill_in(voter, choice)

    ((secret, box),) = hall.rows("SELECT secret, vote FROM ballot_box")
    assert choices_of(hall, secret) == {voter.number: voter.choice for voter in hall.voters}  # the attack does work
    ballots = [row[0] for row in hall.rows("SELECT choice FROM ballot")]

    hall.steer("close")
    result = hall.state(hall.voters[0].base)["step"]["view"]["result"]
    assert (result["voters"], sum(row["points"] for row in result["rows"])) == (PHONES, sum(len(c) for c in every))
    assert all(hall.state(voter.base)["mine"].get("choice") is None for voter in hall.voters)

    for ended in (False, True):
        if ended:
            hall.close()  # which also makes a backup
            assert list((hall.data / "backups").glob("*.db"))
        assert hall.rows("SELECT * FROM ballot") == hall.rows("SELECT * FROM ballot_box") == []
        assert choices_of(hall, secret) == {}
        receipts = hall.rows("SELECT * FROM receipt")
        assert len(receipts) == PHONES
        for path, content in hall.files().items():
            assert secret not in content, path
            assert secret.hex().encode() not in content.lower(), path
            for ballot in ballots:
                assert ballot not in content, path
            for voter in hall.voters:
                key = key_of(secret, voter)
                assert key not in content, path
                assert key.hex().encode() not in content.lower(), path
                assert voter.token.encode() not in content, path
        check_receipts(hall, step["id"], every)
        check_events(hall, box, step["id"])


def check_receipts(hall: Hall, step: str, every: list[dict[str, int]]) -> None:
    """A receipt says that a request was answered, and nothing else: neither whose it was nor what was in it."""
    kept = hall.rows("SELECT * FROM receipt")
    assert all(len(row) == 2 and row[1] == kept[0][1] for row in kept)
    ids = {row[0] for row in kept}
    assert {voter.request for voter in hall.voters if voter.request} <= ids
    for voter in hall.voters:
        if voter.form:
            assert ids.isdisjoint(all_forms(voter, step, every))


def check_events(hall: Hall, box: str, step: str) -> None:
    """What the log has of the vote was written by nobody, and at one moment: that of the closing."""
    numbers = {voter.number for voter in hall.voters}
    of_step = hall.rows(f"SELECT kind, author, at, body FROM event WHERE step = '{step}'")
    counted = [row for row in of_step if row[0] == "vote.counted"]
    assert len(counted) == 1
    assert all(author not in numbers for _, author, *_ in of_step)
    assert {voter.request for voter in hall.voters}.isdisjoint(
        {row[0] for row in hall.rows("SELECT request FROM event")} - {""}
    )
    totals = json.loads(counted[0][3])
    assert not any(str(voter.choice) in json.dumps(totals) for voter in hall.voters)
    assert box

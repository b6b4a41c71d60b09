"""`fasilitaattori live --no-window`: the real program in a process of its own, steered and joined over HTTP."""

import json
import os
import signal
import socket
import subprocess
import sys
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.unit.desktop.network.conftest import free_port

ROOT = Path(__file__).parents[2]


class Hall:
    """The program serving one workshop."""

    def __init__(self, data: Path, *arguments: str) -> None:
        command = [sys.executable, "-m", "fasilitaattori", "live", "--data", str(data), "--host", "127.0.0.1", "--no-window"]
        self.process = subprocess.Popen(
            [*command, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT, env=dict(os.environ)
        )
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        self.said = json.loads(line) if line else {}
        self.client = httpx.Client(base_url=self.said.get("url", "http://none"), trust_env=False)

    def steer(self, command: str) -> dict[str, Any]:
        answer = self.client.post(self.said["remote"], json={"command": command})
        found: dict[str, Any] = answer.json()
        return found

    def join(self, language: str = "fi", name: str = "") -> str:
        answer = self.client.post("/join", data={"language": language, "name": name})
        assert answer.status_code == 303
        return str(answer.headers["location"])

    def state(self, address: str) -> dict[str, Any]:
        found: dict[str, Any] = self.client.get(f"{address}/state").json()
        return found

    def to_tool(self, tool: str, address: str) -> dict[str, Any]:
        """Steer on until a step of this tool is on."""
        self.steer("start")
        while (step := self.state(address)["step"])["tool"] != tool:
            assert self.steer("next")["ok"]
        return dict(step)

    def post(self, address: str, kind: str, body: Any, step: str, request: str | None = None) -> httpx.Response:
        message = {"id": request or str(uuid.uuid4()), "step": step, "kind": kind, "body": body}
        return self.client.post(f"{address}/events", json=message)

    def close(self, how: int = signal.SIGTERM) -> int:
        self.client.close()
        if self.process.poll() is None:
            self.process.send_signal(how)
        code = self.process.wait()
        for pipe in (self.process.stdout, self.process.stderr):
            assert pipe is not None
            pipe.close()
        return code


@pytest.fixture
def open_hall(tmp_path: Path) -> Iterator[Callable[..., Hall]]:
    halls: list[Hall] = []

    def build(*arguments: str, data: Path = tmp_path / "data") -> Hall:
        halls.append(Hall(data, *arguments))
        return halls[-1]

    yield build
    for hall in halls:
        hall.close()


def test_an_idea_and_a_vote_from_a_phone(open_hall: Callable[..., Hall]) -> None:
    hall = open_hall("--method", "aivoriihi", "--port", "0")
    assert set(hall.said) == {"url", "remote", "workshop"}
    phone = hall.join(name="Helmi")
    step = hall.to_tool("ideas", phone)
    request = str(uuid.uuid4())
    first = hall.post(phone, "ideas.added", {"text": "Sauna rantaan 🙂"}, step["id"], request)
    again = hall.post(phone, "ideas.added", {"text": "Sauna rantaan 🙂"}, step["id"], request)
    assert (first.status_code, again.status_code) == (201, 200)
    assert [idea["text"] for idea in hall.state(phone)["mine"]["ideas"]] == ["Sauna rantaan 🙂"]
    vote = hall.to_tool("vote", phone)
    candidate = vote["view"]["candidates"][0]["id"]
    assert hall.post(phone, "vote.cast", {"choices": {candidate: 1}}, vote["id"]).status_code == 201
    late = hall.post(phone, "ideas.added", {"text": "Myöhässä"}, step["id"])
    assert (late.status_code, late.json()["error"]) == (409, "step_closed")
    assert hall.post(phone, "ideas.added", {"text": "Sauna rantaan 🙂"}, step["id"], request).status_code == 200
    assert hall.steer("close")["ok"]
    assert hall.state(phone)["step"]["view"]["result"]["voters"] == 1
    assert hall.post(phone, "vote.cast", {"choices": {}}, vote["id"]).json()["error"] == "step_closed"
    assert hall.steer("end")["phase"] == "ended"
    assert hall.client.post("/join", data={"language": "sv", "name": ""}).status_code == 409
    assert hall.close() == 0


def test_killed_and_started_again_the_phone_goes_on_at_the_same_address(open_hall: Callable[..., Hall]) -> None:
    port = free_port()
    hall = open_hall("--method", "aivoriihi", "--port", str(port))
    phone = hall.join()
    step = hall.to_tool("ideas", phone)
    assert hall.post(phone, "ideas.added", {"text": "Kirjasto"}, step["id"]).status_code == 201
    ends = hall.state(phone)["step"]["timer"]["end"]
    hall.close(signal.SIGKILL)
    from fasilitaattori.log.errors import FILE
    from fasilitaattori.log.glance import contributions

    data = Path(hall.process.args[hall.process.args.index("--data") + 1])  # type: ignore[union-attr,index,arg-type]
    assert len(contributions(data / FILE, hall.said["workshop"])) == 1
    again = open_hall("--workshop", hall.said["workshop"], "--port", str(port))
    assert again.said["workshop"] == hall.said["workshop"]
    state = again.state(phone)
    assert state["step"]["id"] == step["id"]
    assert state["step"]["timer"]["end"] == ends
    assert [idea["text"] for idea in state["mine"]["ideas"]] == ["Kirjasto"]


def test_killed_and_started_again_the_remote_steers_on(open_hall: Callable[..., Hall]) -> None:
    port = free_port()
    hall = open_hall("--method", "aivoriihi", "--port", str(port))
    first = hall.steer("start")["step"]["id"]
    second = hall.steer("next")["step"]["id"]
    hall.close(signal.SIGKILL)
    again = open_hall("--workshop", hall.said["workshop"], "--port", str(port))
    assert again.said["remote"] == hall.said["remote"]
    late = again.client.post(hall.said["remote"], json={"command": "next", "step": first})
    assert (late.status_code, late.json()["step"]["id"]) == (409, second)
    assert again.client.post(hall.said["remote"], json={"command": "next", "step": second}).status_code == 200


def test_trouble_at_the_start_is_one_plain_sentence(open_hall: Callable[..., Hall], tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        for arguments, words in (
            (("--method", "ei-ole", "--port", "0"), "Menetelmää ei-ole ei ole."),
            (("--port", str(taken.getsockname()[1])), "on jo toisen ohjelman käytössä"),
        ):
            hall = open_hall(*arguments)
            assert hall.said == {}
            assert hall.process.wait() == 1
            assert hall.process.stderr is not None
            said = hall.process.stderr.read()
            assert words in said
            assert "Traceback" not in said
    (tmp_path / "file").write_text("no folder")
    hall = open_hall("--port", "0", data=tmp_path / "file" / "data")
    assert hall.process.wait() == 1
    assert hall.process.stderr is not None
    assert "ei voi tallentaa" in hall.process.stderr.read()


def test_a_folder_in_use_is_refused(open_hall: Callable[..., Hall]) -> None:
    open_hall("--port", "0")
    second = open_hall("--port", "0")
    assert second.process.wait() == 1
    assert second.process.stderr is not None
    assert "käyttää jo näitä työpajoja" in second.process.stderr.read()

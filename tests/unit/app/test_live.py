"""Without a window the laptop's address is followed too: whoever started the program is told the new one."""

import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from fasilitaattori.app import live
from fasilitaattori.app.program import OpenRoom, Program
from tests.waiting import eventually


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[tuple[str, OpenRoom]]:
    program = Program(tmp_path)
    program.door.start()
    program.door.wait_ready()
    stream = program.new_workshop("aivoriihi", "fi")
    yield stream, program.open_room(stream, port=0)
    program.close()


def test_a_new_address_is_told_in_a_line_like_the_first(
    opened: tuple[str, OpenRoom], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stream, room = opened
    addresses = ["192.168.8.2"]
    room.whereabouts.best = lambda chosen: addresses[-1]
    room.look_again()
    assert room.url == f"http://192.168.8.2:{room.port}/"
    monkeypatch.setattr(live, "LOOK_AGAIN", 0.01)
    over = threading.Event()
    serving = threading.Thread(target=live.serve, args=(stream, room, over))
    serving.start()
    addresses.append("10.0.0.7")
    eventually(lambda: "10.0.0.7" in room.url)
    addresses.append("127.0.0.1")  # out of every network: nothing new is told, phones come back to where they were
    eventually(lambda: not room.reachable)
    addresses.append("10.0.0.7")
    eventually(lambda: room.reachable)
    over.set()
    serving.join()
    said = capsys.readouterr().out
    lines = [json.loads(line) for line in said.splitlines()]
    assert lines == [{"url": f"http://10.0.0.7:{room.port}/", "remote": room.remote, "workshop": stream}]

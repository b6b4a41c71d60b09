"""The facilitator's remote over real HTTP: orders that say what they saw, races, retries, the stream."""

import json
import threading
import time
import uuid
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

import msgspec
import pytest

from fasilitaattori.errors import RuleViolation
from fasilitaattori.phones.api import shapes
from fasilitaattori.tools.discussion.model import start_round
from fasilitaattori.workshop import floor, record, running, steering
from tests.unit.phones.house import House
from tests.unit.phones.remotes import Remote, follow, on

# --- how things stand ---


def test_what_stands_is_told_in_the_shape_that_is_promised(house: House, remote: Remote) -> None:
    before = msgspec.convert(remote.state(), shapes.StandingNow, strict=True)
    assert (before.phase, before.step, before.timer) == ("open", None, None)
    assert before.next is not None
    assert before.next.title == "Tervetuloa"
    house.go("talking")
    stands = msgspec.convert(remote.state(), shapes.StandingNow, strict=True)
    assert stands.step is not None
    assert (stands.step.title, stands.step.place, stands.step.of) == ("Yhteinen keskustelu", 3, 12)
    assert stands.previous is not None
    assert stands.next is not None
    assert (stands.previous.title, stands.next.title) == ("Pelisäännöt", "Kysymyskortit")
    assert stands.timer is not None
    assert stands.timer.end is not None
    assert 0 < stands.timer.end - stands.now <= 35 * 60_000
    msgspec.convert(remote.order("pause").json(), shapes.Standing, strict=True)


def test_the_speaker_queue_is_in_fair_order_with_who_speaks(house: House, remote: Remote) -> None:
    house.go("talking")
    first, second = house.add("Helmi"), house.add("Reino")
    for number in (first, second):
        house.do(floor.ask(number))
    assert [one["name"] for one in remote.state()["turns"]["queue"]] == ["Helmi", "Reino"]
    turn = remote.state()["turn"]
    assert remote.order("speaker", turn=turn).status_code == 200
    assert remote.state()["turns"]["speaking"] == {"n": first, "name": "Helmi"}
    late = remote.order("speaker", turn=turn)  # somebody else gave the turn already
    assert (late.status_code, late.json()["error"]) == (409, "turn_moved_on")
    assert remote.state()["turns"]["speaking"]["name"] == "Helmi"
    assert remote.order("end_turn", turn=remote.state()["turn"]).status_code == 200
    assert house.state.floor.speaking is None


def test_a_round_moves_on_by_one_however_many_press(house: House, remote: Remote) -> None:
    step = house.go("talking")
    for name in ("Helmi", "Reino", "Aino"):
        house.add(name)
    house.do(start_round(step))
    turn = remote.state()["turn"]
    assert remote.state()["turns"]["round"] is True
    assert sorted(remote.order("speaker", turn=turn).status_code for _ in "ab") == [200, 409]
    assert remote.state()["turns"]["speaking"]["name"] == "Reino"


def test_waiting_notes_and_turnout_are_counted_and_nothing_else_is_told(house: House, remote: Remote) -> None:
    house.go("swot")
    phone, other = house.join("Helmi"), house.join("Reino")
    theme = phone.state()["step"]["view"]["columns"][0]["id"]
    phone.send("ideas.added", text="Salainen ajatus", theme=theme)
    assert (remote.state()["waiting"], remote.state()["notes"]) == (1, 0)
    house.go("survey")
    assert remote.state()["turnout"] == {"kind": "survey", "cast": 0, "of": 2}
    other.send("survey.answered", answers={"q2": 1})
    assert remote.state()["turnout"] == {"kind": "survey", "cast": 1, "of": 2}
    told = json.dumps(remote.state()) + remote.page() + remote.client.get(remote.base + "/live").text
    assert "1 / 2 vastannut" in told
    assert "Salainen ajatus" not in told
    assert "Reino" not in told


# --- orders ---


def test_the_old_body_keeps_working(house: House, remote: Remote) -> None:
    house.go("talk")
    assert remote.order("next").json()["step"]["title"] == "Pelisäännöt"
    assert remote.order("previous").json()["step"]["title"] == "Tervetuloa"


def test_an_order_for_a_step_that_is_over_is_refused_with_how_things_stand(house: House, remote: Remote) -> None:
    seen = house.go("talk")
    house.do(running.next_step())
    for command in ("next", "previous", "pause", "more", "close", "end"):
        late = remote.order(command, step=seen)
        assert (late.status_code, late.json()["error"]) == (409, "moved_on")
        assert late.json()["message"] == "Vaihe on jo vaihtunut."
        assert late.json()["step"]["title"] == "Pelisäännöt"
    assert remote.client.post(remote.base + "?language=sv", json={"command": "next", "step": seen}).json()["message"] != (
        "Vaihe on jo vaihtunut."
    )
    assert house.state.run.phase == "running"


def test_the_same_order_again_is_carried_out_once(house: House, remote: Remote) -> None:
    seen = house.go("talk")
    order = {"id": str(uuid.uuid4()), "step": seen}
    first, again = remote.order("next", **order), remote.order("next", **order)
    assert (first.json()["again"], again.json()["again"]) == (False, True)
    assert on(house) == "Pelisäännöt"
    entry = {"id": str(uuid.uuid4()), "text": "Talkoot lauantaina"}
    for _ in range(3):
        assert remote.order("decide", **entry).status_code == 200
    assert [(e.kind, e.text) for e in house.state.record.entries] == [(record.DECISION, "Talkoot lauantaina")]


def test_everything_that_the_desk_does_goes_through_the_same_door(house: House, remote: Remote) -> None:
    step = house.go("talk")
    assert remote.order("pause", step=step).json()["paused"] is True
    assert remote.order("resume", step=step).json()["paused"] is False
    assert remote.order("more", step=step).status_code == 200
    assert house.state.run.adjusted[step] == 60
    for view in ("qr", "still", "black", "step"):
        assert remote.order("screen", view=view).json()["screen"] == view
    remote.order("note", text="Etäväki kuulee huonosti")
    assert [(e.kind, e.step) for e in house.state.record.entries] == [(record.NOTE, step)]
    remote.order("screen", view="black")
    assert remote.order("next", step=step).json()["screen"] == "step"


@pytest.mark.parametrize(
    "body",
    [
        {"command": "dance"},
        {"command": "screen", "view": "message"},
        {"command": "screen"},
        {"command": "next", "id": "not-an-id"},
        {"command": "next", "step": 7},
        {},
    ],
)
def test_what_is_not_understood_is_refused(house: House, remote: Remote, body: dict[str, Any]) -> None:
    house.go("talk")
    assert remote.client.post(remote.base, json=body).status_code == 422
    assert on(house) == "Tervetuloa"


def test_an_empty_or_endless_decision_is_refused_in_words(remote: Remote) -> None:
    empty, endless = remote.order("decide", text="  "), remote.order("note", text="a" * 5000)
    assert (empty.status_code, empty.json()["error"]) == (409, "empty_text")
    assert (endless.status_code, endless.json()["error"]) == (409, "too_long")


# --- at the same moment ---


def at_once(acts: Sequence[Callable[[], Any]]) -> list[Any]:
    """Do them all at the same moment, each in a thread of its own."""
    barrier = threading.Barrier(len(acts))

    def run(act: Callable[[], Any]) -> Any:
        barrier.wait()
        return act()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def desk(house: House, seen: str) -> int:
    """Next at the desk, which saw this step on."""
    try:
        house.do(steering.seen(seen, steering.next_step()))
    except RuleViolation as refused:
        return 409 if refused.code == "moved_on" else 500
    return 200


def remote_presses(remote: Remote, seen: str) -> int:
    return remote.order("next", step=seen, id=str(uuid.uuid4())).status_code


def test_next_pressed_by_two_remotes_and_the_desk_at_the_same_moment_moves_one_step(house: House) -> None:
    house.do(running.start())
    with house.client() as one, house.client() as two:
        remotes = [Remote(house, one), Remote(house, two)]
        for place, step in enumerate(house.state.plan.steps()[:-1], 1):
            presses = [partial(desk, house, step.id), *(partial(remote_presses, remote, step.id) for remote in remotes)]
            assert sorted(at_once(presses)) == [200, 409, 409]
            assert house.state.plan.index(house.state.run.current) == place


def test_the_remote_steers(house: House) -> None:
    with house.client() as client:
        address = f"/r/{house.remote}"

        def order(command: str) -> dict[str, Any]:
            answer = client.post(address, json={"command": command})
            assert answer.status_code == 200, answer.text
            found: dict[str, Any] = answer.json()
            assert found["ok"] is True
            return found

        house.go("talk")
        assert order("next")["step"]["title"] == "Pelisäännöt"
        assert order("previous")["step"]["title"] == "Tervetuloa"
        assert order("pause")["paused"] is True
        assert order("start")["paused"] is False
        assert order("close")["step"]["open"] is False
        assert order("open")["step"]["open"] is True
        refused = client.post(address, json={"command": "previous"})
        assert (refused.status_code, refused.json()["error"]) == (409, "first_step")
        assert client.post(address, json={"command": "dance"}).status_code == 422
        assert client.post(address, content=b"{").status_code == 422
        assert client.post("/r/wrong", json={"command": "end"}).status_code == 404
        assert client.put(address).status_code == 405
        assert house.state.run.phase == "running"


# --- following ---


def shows(title: str) -> Callable[[str, Any], bool]:
    return lambda kind, data: kind == "message" and data["title"] == title


def test_the_stream_tells_every_change_and_ends_at_once_with_a_new_address(house: House, remote: Remote) -> None:
    house.do(running.start())
    finnish, swedish = follow(house, remote.base), follow(house, remote.base, "sv")
    first = finnish.wait(shows("Tervetuloa"))
    assert msgspec.convert({**first, "now": 0}, shapes.RemoteLive).facts.step is not None
    house.do(running.next_step())
    told = finnish.wait(shows("Pelisäännöt"))
    assert told["v"] > first["v"]
    assert "Seuraava: Yhteinen keskustelu" in told["parts"]["next"]
    assert "Seuraava" not in swedish.wait(shows("Pelisäännöt"))["parts"]["next"]
    house.join("Helmi")
    assert (
        "1 paikalla" in finnish.wait(lambda kind, data: kind == "message" and data["facts"]["people"] == 1)["parts"]["counts"]
    )
    fresh = house.server.renew_remote()
    assert len(fresh) == 22  # 128 bits
    assert remote.client.get(remote.base).status_code == 404
    assert remote.order("end").status_code == 404
    assert remote.client.get(f"/r/{fresh}").status_code == 200
    for stream in (finnish, swedish):
        stream.wait(lambda kind, data: kind == "gone")
        stream.wait(lambda kind, data: kind == "end")
        stream.close()
    assert house.state.run.phase == "running"


def test_the_server_ends_although_remotes_are_open(house: House, remote: Remote) -> None:
    stream = follow(house, remote.base)
    stream.wait(lambda kind, data: kind == "message")
    house.server.stop()
    stream.wait(lambda kind, data: kind == "end")
    stream.close()


def test_a_server_started_anew_knows_the_renewed_address(house: House) -> None:
    fresh = house.server.renew_remote()
    port = house.server.port
    house.server.stop()
    house.server.start("127.0.0.1", port)
    with house.client() as client:
        assert client.get(f"/r/{fresh}").status_code == 200
        assert client.get(f"/r/{house.remote}").status_code == 404


def test_time_alone_is_told_too(house: House, remote: Remote) -> None:
    """A stream gives a sign of life every few seconds, with the clock."""
    house.go("talk")
    stream = follow(house, remote.base)
    stream.wait(lambda kind, data: kind == "message")
    begun = time.monotonic()
    stream.wait(lambda kind, data: kind == "t" and len([1 for k, _ in stream.events if k == "t"]) > 1)
    assert time.monotonic() > begun
    house.server.stop()
    stream.close()

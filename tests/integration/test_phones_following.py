"""The stream of a phone: what it is told, how often, and what only it is told."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from fasilitaattori.tools.ideas.model import rules as ideas
from fasilitaattori.workshop import floor, people, running
from tests.unit.phones.house import House, Phone
from tests.unit.phones.streams import Stream


@pytest.fixture
def house(lasting_house: House) -> House:
    """One house for all of this file."""
    return lasting_house


@pytest.fixture
def stream(phone: Phone) -> Iterator[Stream]:
    opened = phone.follow()
    yield opened
    opened.close()


def test_a_step_reaches_every_phone_at_once(house: House, phone: Phone) -> None:
    house.go("talk")
    key = phone.client.get(f"{phone.base}/live").json()["key"]
    knows, new = phone.follow(key), phone.follow()
    try:
        assert "html" not in knows.next()  # the page already shows it
        assert "Miksi olemme" in new.next()["html"]
        step = house.go("cards")
        for stream in (knows, new):
            message = stream.next(wanted=lambda m: m["step"] == step)
            assert "Mikä paikka kylällä" in message["html"]
            assert message["title"].startswith("Kysymyskortit")
            assert phone.base not in message["html"]
    finally:
        knows.close()
        new.close()


def test_counts_come_as_deltas_without_the_page(house: House, phone: Phone, stream: Stream) -> None:
    step = house.go("ideas")
    stream.next(wanted=lambda m: m["step"] == step)
    other = house.join()
    delta: Any = None
    for _ in range(20):  # a reader that was late gets the whole page as it is now, and the next change as a change
        other.send("ideas.added", text="Yksi")
        delta = stream.next(wanted=lambda m: m["step"] == step and "parts" in m)
        if "html" not in delta:
            break
    assert "html" not in delta
    assert set(delta["parts"]) == {"count"}
    assert "Yksi" not in json.dumps(delta)


def test_a_burst_is_told_in_a_few_messages(house: House, phone: Phone, stream: Stream) -> None:
    step = house.go("ideas")
    others = [house.join() for _ in range(5)]
    stream.next(wanted=lambda m: m["step"] == step)
    versions = []
    for n in range(40):
        others[n % 5].send("ideas.added", step=step, text=f"Idea {n}")
    count = len(house.tool(step).on_wall())
    while True:
        message = stream.next()
        versions.append(message["v"])
        if str(count) in message.get("parts", {}).get("count", ""):
            break
    assert len(versions) < 30
    assert versions == sorted(versions)


def test_whose_turn_it_is_is_told_at_once_and_by_number(house: House, phone: Phone, stream: Stream) -> None:
    step = house.go("talking")
    number = phone.state()["me"]["number"]
    stream.next(wanted=lambda m: m["step"] == step)
    phone.send("floor.asked", reply=False)
    me = {"n": number, "name": house.state.people.shown_name(number)}
    stream.next(wanted=lambda m: me in m["facts"]["floor"]["queue"])
    asking = house.state.floor.asking_of(number, step)
    assert asking is not None
    house.do(floor.give(asking.id))
    stream.next(wanted=lambda m: m["facts"]["floor"]["speaking"] == me)
    assert "Nyt on sinun vuorosi" in phone.page()
    house.do(floor.end_turn())


def test_only_the_sender_is_told_to_look_again(house: House, phone: Phone, stream: Stream) -> None:
    step = house.go("swot")
    other = house.join()
    quiet = other.follow()
    try:
        idea = phone.send("ideas.added", text="Tarkistettava").json()["ids"][0]
        assert "ohjaaja tarkistaa" in phone.client.get(f"{phone.base}/live").json()["mine"]
        stream.next("mine")
        house.do(ideas.show(step, [idea]))
        stream.next("mine")
        house.go("talk")
        quiet.next(wanted=lambda m: m["step"] == house.steps["talk"])
        assert quiet.told("mine") == []
    finally:
        quiet.close()


def test_the_stream_says_the_time_and_the_end_of_the_step(house: House, stream: Stream) -> None:
    tick = stream.next("t")
    assert abs(tick - house.door.clock.ms()) < 60_000
    house.go("pause")
    timer = stream.next(wanted=lambda m: m["step"] == house.steps["pause"])["facts"]["timer"]
    assert timer["running"] is True
    assert 0 < timer["end"] - house.door.clock.ms() <= 20 * 60_000
    house.do(running.pause())
    assert stream.next(wanted=lambda m: not m["facts"]["timer"]["running"])["facts"]["timer"]["end"] is None
    house.do(running.resume())


def test_erasing_a_person_ends_their_page(house: House) -> None:
    erased = house.join("Poistuva")
    stream = erased.follow()
    stream.next()
    house.do(people.erase_person(erased.state()["me"]["number"]))
    stream.next("gone")
    stream.close()
    gone = erased.client.get(f"{erased.base}/state")
    assert (gone.status_code, gone.json()["ok"]) == (410, False)
    assert "ei ole enää voimassa" in erased.client.get(erased.base).text
    assert erased.send("ideas.added", step=house.steps["ideas"], text="x").status_code == 410

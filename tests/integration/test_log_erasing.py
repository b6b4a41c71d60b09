"""Erasing on a real disk: what is erased is nowhere in the files."""

from collections.abc import Callable

from fasilitaattori.log.glance import summaries
from fasilitaattori.workshop import info, people
from tests.integration.logs import STREAM, Desk, everything_in


def test_erasing_a_person_takes_the_name_off_the_disk(desk: Desk, open_desk: Callable[..., Desk]) -> None:
    desk.do(people.join("Tuntomerkkinen", "fi", "t"))
    desk.do(people.change_person(1, name="Toinen Tuntomerkki"))
    assert b"Tuntomerkkinen" in everything_in(desk.folder)
    desk.do(people.erase_person(1))
    assert b"Tuntomerkki" not in everything_in(desk.folder)
    desk.door.close()
    assert open_desk().state.people.all == {}


def test_forgetting_a_workshop_takes_all_of_it_off_the_disk(desk: Desk) -> None:
    desk.do(info.set_info(title="Poistuva ilta"))
    desk.start("ideas")
    desk.door.forget(STREAM).result()
    assert b"Poistuva" not in everything_in(desk.folder)
    assert summaries(desk.file) == []

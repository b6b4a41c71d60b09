"""Faults that happen in a hall, in their short form, with real processes in networks of their own: nothing is lost or doubled.

`python3 dev.py soak` tries the same at length; docs/reliability.md has its figures.
"""

import re
from pathlib import Path

from reliability import faults
from reliability.hall import Outcome
from tests.e2e.pages import stay
from tests.faults.conftest import OpenHall, OpenShop


def arrived(found: Outcome) -> int:
    """Every answer is acknowledged and on disk, once; gives how many there were."""
    assert found.well, found
    return found.sent


def test_a_hundred_phones_lose_the_network_with_everything_sent(open_hall: OpenHall, open_shop: OpenShop) -> None:
    hall = open_hall(100)
    found = faults.network_gone(hall, 100, 6.0, real=[open_shop(hall).phone()])
    assert arrived(found) == 2 * 100 + 1
    assert found.figures["lost_packets"] > 0  # the network was really gone


def test_killed_in_a_burst_of_three_hundred(open_hall: OpenHall, open_shop: OpenShop) -> None:
    hall = open_hall(300)
    shop = open_shop(hall)
    found = faults.killed(hall, 300, each=2, kills=2, real=[shop.phone(), shop.phone()])
    assert arrived(found) == 2 * 300 * 2 + 2 * 2
    assert found.figures["still_in_phones"] > 0  # it was in the middle of the burst


def test_the_journey_on_bad_air(open_hall: OpenHall) -> None:
    found = faults.bad_air(open_hall(8), 8, delay=0.15, loss=0.05, bits=1e6)
    assert arrived(found) == 2 * 8
    assert found.figures["lost_packets"] > 0


def test_strangers_hold_up_nobody(open_hall: OpenHall) -> None:
    found = faults.strangers(open_hall(50), 50, seconds=6.0, rounds=1)
    assert arrived(found) > 100
    assert found.figures["told_to_wait"] == 0
    assert all(found.figures.get(name, 0) > 0 for name in faults.HELD_OFF), found


def test_the_laptops_clock_is_set_during_a_step(open_hall: OpenHall, tmp_path: Path) -> None:
    ahead = tmp_path / "ahead"
    ahead.write_text("0", encoding="utf-8")
    hall = open_hall(5, launcher=("reliability._wrong_clock", str(ahead)))
    assert arrived(faults.laptop_clock_set(hall, 5, ahead)) == 4 * 5


def test_a_phone_whose_clock_is_wrong_shows_the_right_time_left(open_hall: OpenHall, open_shop: OpenShop) -> None:
    hall = open_hall(1)
    shop = open_shop(hall)
    right, wrong = shop.phone(), shop.phone(ahead_hours=7)
    hall.open(1)
    for phone in (right, wrong):
        phone.join("Helmi")
    hall.go_to("ideas", first=True)
    for phone in (right, wrong):
        phone.wait_step()
    hall.wait_for(lambda: re.search("20|19", wrong.time_left()) and wrong.time_left() == right.time_left())
    wrong.set_clock(-11)  # somebody notices, and sets it the wrong way
    hall.go_to("vote")
    for phone in (right, wrong):
        phone.wait_step('form[data-kind="vote.cast"]')
    hall.wait_for(lambda: re.search("10|9", wrong.time_left()) and wrong.time_left() == right.time_left())
    assert not wrong.reloaded


def test_a_phone_whose_clock_is_set_back_notices_that_the_network_goes_and_comes(
    open_hall: OpenHall, open_shop: OpenShop
) -> None:
    hall = open_hall(1)
    phone = open_shop(hall).phone(ahead_hours=11)
    hall.open(1)
    phone.join("Reino")
    hall.go_to("ideas", first=True)
    phone.wait_step()
    hall.network.cut(down=True)
    phone.set_clock(0)
    phone.page.wait_for_selector("#net.bad")
    stay(phone.page)
    phone.write("Avantouinti")
    hall.network.mend()
    phone.page.wait_for_selector("#net:not(.bad)")
    phone.wait_saved()
    assert hall.laptop.ideas() == {"Avantouinti": 1}

"""Here, away, lost: what the laptop can tell of a phone, on a clock that the test moves."""

import pytest

from fasilitaattori.phones.presence import AWAY, FALLEN, HERE, LOST, SILENCE, Attendance, Presence


class Clock:
    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


class Door:
    """Attendance with a clock of its own; `state` of participant 1."""

    def __init__(self) -> None:
        self.clock = Clock()
        self.here = Attendance(self.clock)

    def wait(self, seconds: float) -> None:
        self.clock.seconds += seconds

    @property
    def one(self) -> Presence:
        return self.here.now()[1]

    @property
    def state(self) -> str:
        return self.one.state


@pytest.fixture
def door() -> Door:
    return Door()


def test_signs_of_life_keep_a_phone_here_and_silence_loses_it(door: Door) -> None:
    door.here.opened(1, "a")
    door.here.follows(1)
    for _ in range(5):
        door.wait(20)
        door.here.told(1, "a", hidden=False)
        assert door.one == Presence(HERE, 0, True)
    door.wait(SILENCE)
    assert door.state == HERE
    door.wait(1)
    assert door.one == Presence(LOST, 46, True)  # the stream still looks open: a cable that nobody hears breaking
    door.here.told(1, "a", hidden=False)
    assert door.state == HERE


def test_a_hidden_page_is_away_for_as_long_as_it_likes(door: Door) -> None:
    door.here.opened(1, "a")
    door.here.told(1, "a", hidden=True)
    door.wait(600)
    assert door.one == Presence(AWAY, 600, True)
    door.here.heard(1)  # a request of its own, in a pocket
    assert door.state == AWAY
    door.here.follows(1)
    door.here.fell(1)
    door.wait(FALLEN + 1)
    assert door.state == AWAY
    door.here.told(1, "a", hidden=False)
    assert door.one == Presence(HERE, 0, True)


def test_a_fallen_stream_that_does_not_come_back(door: Door) -> None:
    door.here.opened(1, "a")
    door.here.follows(1)
    door.here.told(1, "a", hidden=False)
    door.wait(10)
    door.here.fell(1)
    door.wait(FALLEN)
    assert door.state == HERE
    door.wait(0.5)
    assert door.one == Presence(LOST, 16, True)
    door.here.follows(1)
    assert door.state == HERE


def test_a_page_that_asks_instead_of_following_is_here(door: Door) -> None:
    door.here.opened(1, "a")
    door.here.follows(1)
    door.here.fell(1)
    for _ in range(20):
        door.wait(3)
        door.here.heard(1)
        assert door.state == HERE


def test_the_frame_of_a_page_without_scripts_is_its_sign_of_life(door: Door) -> None:
    door.here.opened(1, "a")
    for _ in range(10):
        door.wait(12)
        door.here.refreshed(1, "a")
        assert door.one == Presence(HERE, 0, False)
    door.wait(SILENCE + 1)
    assert door.one == Presence(LOST, 46, False)


def test_joining_is_no_page_of_its_own(door: Door) -> None:
    door.here.heard(1)  # the form of the join page
    assert door.state == HERE
    door.here.opened(1, "a")
    door.here.told(1, "a", hidden=True)
    assert door.state == AWAY


def test_one_of_two_pages_is_enough(door: Door) -> None:
    door.here.opened(1, "a")
    door.here.told(1, "a", hidden=False)
    door.here.opened(1, "b")
    door.here.told(1, "b", hidden=True)
    assert door.state == HERE
    door.wait(SILENCE + 1)
    assert door.state == AWAY  # the last thing heard is that it was put away


def test_a_page_closed_on_purpose_does_not_hide_that_the_new_one_is_lost(door: Door) -> None:
    door.here.opened(1, "a")
    door.here.told(1, "a", hidden=True)
    door.here.opened(1, "b")
    door.wait(20)
    door.here.told(1, "b", hidden=False)
    door.wait(SILENCE + 1)
    assert door.state == LOST


def test_the_next_person_on_the_same_phone(door: Door) -> None:
    door.here.opened(1, "a")
    door.here.refreshed(1, "a")
    door.here.opened(1, "a2")  # every form without scripts is answered with a page
    door.here.left(1, "a2")
    door.here.opened(2, "b")
    assert {number: one.state for number, one in door.here.now().items()} == {1: AWAY, 2: HERE}
    door.here.opened(1, "c")
    assert door.state == HERE


def test_after_a_restart_everybody_is_waited_for(door: Door) -> None:
    door.here.expect([1, 2])
    assert door.state == HERE  # they are given a moment
    door.wait(FALLEN + 1)
    door.here.opened(2, "b")
    assert {number: one.state for number, one in door.here.now().items()} == {1: LOST, 2: HERE}
    door.here.heard(1)
    door.here.follows(1)
    assert door.state == HERE


def test_something_else_than_our_page_is_here_while_it_follows(door: Door) -> None:
    door.here.heard(1)
    door.here.follows(1)
    door.wait(600)
    assert door.state == HERE
    door.here.fell(1)
    door.wait(FALLEN + 1)
    assert door.state == LOST


def test_a_phone_reloaded_all_evening_takes_no_more_room(door: Door) -> None:
    for number in range(100):
        door.here.told(1, str(number), hidden=True)
        door.here.opened(1, str(number + 1))
    assert door.state == HERE
    assert len(door.here._phones[1].pages) <= 8

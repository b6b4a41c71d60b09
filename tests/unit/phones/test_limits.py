"""The buckets: how much at once, how fast they fill again, and how little they remember."""

import math
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fasilitaattori.phones.gate.limits import FILE, WRONG, Bucket, Limits, Rate, TooMany, Turnstile

HALL = "192.168.1.77"


class Clock:
    """Steady seconds, moved by hand."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def turnstile(clock: Clock) -> Turnstile:
    return Turnstile(Limits(), clock)


def passed(bucket: Bucket, key: str, times: int, cost: float = 1.0) -> int:
    return sum(not bucket.take(key, cost) for _ in range(times))


def until_refused(ask: Callable[[], None]) -> tuple[int, TooMany]:
    """How many times it was let through, and what was said then."""
    for times in range(10_000):
        try:
            ask()
        except TooMany as refused:
            return times, refused
    pytest.fail("never refused")


def test_so_many_at_once_and_then_at_a_pace(clock: Clock) -> None:
    bucket = Bucket(Rate(30, 5), clock, 10)
    assert passed(bucket, "a", 100) == 30
    assert passed(bucket, "b", 1) == 1  # others notice nothing
    clock.now += 1.0
    assert passed(bucket, "a", 100) == 5
    clock.now += 3600
    assert passed(bucket, "a", 100) == 30  # never more than a burst, however long it was quiet


def test_the_wait_is_as_long_as_it_says(clock: Clock) -> None:
    bucket = Bucket(Rate(5, 1 / 20), clock, 10)
    assert passed(bucket, "a", 5) == 5
    wait = bucket.take("a")
    assert math.isclose(wait, 20, abs_tol=0.001)
    clock.now += wait - 0.01
    assert bucket.take("a") > 0
    clock.now += 0.02
    assert bucket.take("a") == 0


def test_being_refused_costs_nothing(clock: Clock) -> None:
    bucket = Bucket(Rate(2, 1), clock, 10)
    passed(bucket, "a", 1000)
    clock.now += 1.001
    assert bucket.take("a") == 0


@given(st.lists(st.tuples(st.floats(0, 3), st.integers(0, 20)), max_size=40))
def test_never_more_than_the_rate_allows(steps: list[tuple[float, int]]) -> None:
    clock = Clock()
    bucket = Bucket(Rate(10, 4), clock, 10)
    began, taken = clock.now, 0
    for pause, tries in steps:
        clock.now += pause
        taken += passed(bucket, "a", tries)
        assert taken <= 10 + 4 * (clock.now - began) + 1e-6


def test_the_idle_are_forgotten(clock: Clock) -> None:
    bucket = Bucket(Rate(10, 5), clock, 1000)
    for number in range(500):
        bucket.take(str(number))
    assert len(bucket) == 500
    clock.now += 1
    bucket.tidy()
    assert len(bucket) == 0


def test_however_many_come_memory_is_bounded_and_the_busiest_stay_known(clock: Clock) -> None:
    bucket = Bucket(Rate(10, 0.001), clock, 1000)
    assert passed(bucket, "busy", 20) == 10
    for number in range(20_000):
        assert bucket.take(str(number)) == 0
        assert len(bucket) <= 1000
    assert bucket.take("busy") > 0


def test_a_whole_hall_behind_one_address_may_join_within_a_minute(turnstile: Turnstile, clock: Clock) -> None:
    for _ in range(150):
        turnstile.stranger(HALL)
        for _ in range(14):
            turnstile.stranger(HALL, FILE)
        turnstile.stranger(HALL)
        turnstile.join(HALL)
        clock.now += 60 / 150


def test_and_even_all_at_once(turnstile: Turnstile) -> None:
    for _ in range(150):
        turnstile.stranger(HALL)
        turnstile.stranger(HALL)
        turnstile.join(HALL)


def test_joining_on_and_on_ends(turnstile: Turnstile) -> None:
    times, refused = until_refused(lambda: turnstile.join(HALL))
    assert times == 200
    assert (refused.status, refused.code, refused.seconds) == (429, "too_many", 1)


def test_wrong_addresses_cost_much_more(turnstile: Turnstile) -> None:
    assert until_refused(lambda: turnstile.stranger(HALL, WRONG))[0] == 150
    assert until_refused(lambda: turnstile.stranger("192.168.1.78"))[0] == 1200


def test_codes_five_at_once_then_one_in_twenty_seconds(turnstile: Turnstile, clock: Clock) -> None:
    for _ in range(5):
        turnstile.guess(HALL)
    with pytest.raises(TooMany) as refused:
        turnstile.guess(HALL)
    assert refused.value.seconds == 20
    clock.now += 20.1
    turnstile.guess(HALL)
    with pytest.raises(TooMany):
        turnstile.guess(HALL)


def test_codes_from_many_addresses_have_a_limit_together(turnstile: Turnstile, clock: Clock) -> None:
    for number in range(60):
        turnstile.guess(f"10.0.0.{number}")
    with pytest.raises(TooMany):
        turnstile.guess("10.0.1.1")
    with pytest.raises(TooMany):
        turnstile.guess("127.0.0.1")  # the laptop too: a rehearsal guesses nothing
    clock.now += 1.01
    turnstile.guess("10.0.1.2")


def test_the_laptop_itself_is_no_stranger_but_its_phones_are_phones(turnstile: Turnstile) -> None:
    for _ in range(5000):
        turnstile.stranger("127.0.0.1", WRONG)
        turnstile.join("127.0.0.1")
    assert until_refused(lambda: turnstile.answer("a phone", HALL))[0] == 30
    assert until_refused(lambda: turnstile.request("a phone"))[0] == 90


def test_whose_laptop_it_is_can_be_told(clock: Clock) -> None:
    turnstile = Turnstile(Limits(own=("127.0.0.1",), joins=Rate(1, 1)), clock)
    turnstile.join("127.0.0.2")
    with pytest.raises(TooMany):
        turnstile.join("127.0.0.2")


def test_a_hall_behind_one_address_comes_back_with_right_codes_and_still_may_not_guess(clock: Clock) -> None:
    turnstile = Turnstile(Limits(), clock)
    for _ in range(150):
        turnstile.guess(HALL)
        turnstile.guessed_right(HALL)
    for _ in range(5):
        turnstile.guess(HALL)
    with pytest.raises(TooMany):
        turnstile.guess(HALL)


def test_a_whole_hall_may_answer_at_once_and_one_device_with_many_phones_no_more(turnstile: Turnstile) -> None:
    asked = [(phone, time) for time in range(30) for phone in range(150)]
    let_in = 0
    for phone, _ in asked:
        try:
            turnstile.answer(str(phone), HALL)
        except TooMany:
            break
        let_in += 1
    assert let_in == 1000
    turnstile.answer("another", "192.168.1.78")  # others notice nothing

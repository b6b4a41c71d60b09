"""Whatever is refused for now says when to come again, in pages too; and whatever is saved is counted as an answer."""

from collections.abc import Callable

import pytest

from fasilitaattori.phones.gate.limits import Rate
from tests.unit.phones.house import House


@pytest.fixture
def guessed_out(make_house: Callable[..., House]) -> House:
    """Somebody has tried too many codes."""
    return make_house(own=(), guesses=Rate(1, 1 / 20))


def test_the_page_for_coming_back_says_when_to_try_again(guessed_out: House) -> None:
    client = guessed_out.client()
    fields = {"code": "K7M 4PX", "language": "fi"}
    assert client.post("/back", data=fields).status_code == 404
    refused = client.post("/back", data=fields)
    assert (refused.status_code, refused.headers["retry-after"]) == (429, "20")
    assert 'value="K7M 4PX"' in refused.text  # what was typed stays
    client.close()


def test_the_page_between_two_people_says_it_too(guessed_out: House) -> None:
    phone = guessed_out.join("Helmi")
    fields = {"who": "known", "code": "K7M 4PX", "language": "fi"}
    assert phone.client.post(f"{phone.base}/next", data=fields).status_code == 404
    refused = phone.client.post(f"{phone.base}/next", data=fields)
    assert (refused.status_code, refused.headers["retry-after"]) == (429, "20")


def test_a_change_of_language_counts_as_an_answer(make_house: Callable[..., House]) -> None:
    """It is written into the log like one."""
    house = make_house(answers=Rate(3, 1))
    phone = house.join("Helmi")
    statuses = [
        phone.client.post(f"{phone.base}/language", data={"language": language}).status_code
        for language in ("sv", "fi", "en", "sv")
    ]
    assert statuses == [303, 303, 303, 429]
    assert phone.state()["me"]["language"] == "en"

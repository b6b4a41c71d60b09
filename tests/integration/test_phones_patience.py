"""Whatever is refused for now says when to come again, in pages too; and whatever is saved is counted as an answer."""

from collections.abc import Callable

import pytest

from fasilitaattori.phones.gate.limits import Rate
from tests.unit.phones.house import House
from tests.unit.phones.wire import Clock, answer, asking, connect, stranger


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


# --- without scripts a form is the only place where a name or an idea is ---


@pytest.mark.parametrize("exhausted", [{"joins": Rate(1, 1 / 7)}, {"strangers": Rate(1, 1 / 7)}])
def test_a_newcomer_keeps_the_name_and_gets_the_form_again(
    make_house: Callable[..., House], steady: Clock, exhausted: dict[str, Rate]
) -> None:
    house = make_house(**exhausted)
    fields = {"name": "Aino & Eero", "language": "sv", "aa": "2", "form": "lomake-1", "show_name": "1"}
    with stranger(house) as device:
        assert device.post("/join", data={"name": "Reino", "language": "fi"}).status_code == 303
        refused = device.post("/join", data=fields)
        assert (refused.status_code, refused.headers.get_list("retry-after")) == (429, ["7"])
        assert '<html lang="sv"' in refused.text
        for kept in ('value="Aino &amp; Eero"', 'name="form" value="lomake-1"', 'name="aa" value="2"', 'value="1" checked'):
            assert kept in refused.text
        assert 'id="trouble" role="alert"' in refused.text
        steady.now += 7.1
        assert device.post("/join", data=fields).status_code == 303
    assert [person.name for person in house.state.people.all.values()] == ["Reino", "Aino & Eero"]


def test_whoever_comes_back_or_shares_a_phone_keeps_what_was_typed(make_house: Callable[..., House]) -> None:
    house = make_house(joins=Rate(1, 0.001))
    base = house.join("Helmi").base
    with stranger(house) as device:
        assert device.post("/join", data={"name": "Reino"}).status_code == 303
        back = device.post("/back", data={"code": "K7M 4PX"})
        shared = device.post(f"{base}/next", data={"who": "new", "name": "Aino"})
    assert (back.status_code, shared.status_code) == (429, 429)
    assert 'value="K7M 4PX"' in back.text
    assert 'value="Aino"' in shared.text


def test_an_idea_stays_in_its_field(make_house: Callable[..., House]) -> None:
    house = make_house(answers=Rate(1, 1 / 7))
    house.go("ideas")
    phone = house.join("Helmi")
    assert phone.form("ideas.added", text="Sauna").status_code == 303
    refused = phone.form("ideas.added", text="Pyörätie koululle")
    assert (refused.status_code, refused.headers.get_list("retry-after")) == (429, ["7"])
    assert ">Pyörätie koululle</textarea>" in refused.text
    assert "Odota hetki" in refused.text


def test_a_script_soon_gets_the_short_refusal_unread(make_house: Callable[..., House]) -> None:
    house = make_house(joins=Rate(1, 0.001), forms_again=Rate(2, 0.001))
    with stranger(house) as device:
        device.post("/join", data={"name": "x"})
        pages = [device.post("/join", data={"name": "Aino"}) for _ in range(4)]
    assert [page.status_code for page in pages] == [429] * 4
    assert ['value="Aino"' in page.text for page in pages] == [True, True, False, False]
    with connect(house) as raw:
        raw.sendall(asking("/join", "POST", length=60000))
        assert answer(raw).startswith(b"HTTP/1.1 429")


def test_under_a_foreign_name_no_form_is_shown_again(make_house: Callable[..., House]) -> None:
    house = make_house(strangers=Rate(1, 0.001))
    with stranger(house) as device:
        device.get("/")
        refused = device.post("/join", data={"name": "Aino"}, headers={"host": "x"})
    assert refused.status_code == 429
    assert "Aino" not in refused.text
    assert "Kuikkaperän" not in refused.text

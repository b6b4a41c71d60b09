"""The page of somebody who was erased: it says the same before and after a restart, and nothing is kept for its sake."""

import re
from pathlib import Path

import httpx

from fasilitaattori.log.errors import FILE
from fasilitaattori.phones.hall import hash_of
from fasilitaattori.phones.server import PhoneServer
from fasilitaattori.workshop import people
from tests.unit.phones.house import EASY, House


def said(page: httpx.Response) -> str:
    """What stands on the page, without what differs from one to the next."""
    found = re.search(r"<main.*</main>", page.text, re.DOTALL)
    assert found is not None
    return re.sub(r' data-status="\d+"', "", found[0])


def test_an_erased_phone_is_told_the_same_before_and_after_a_restart(tmp_path: Path) -> None:
    house = House(tmp_path)
    house.open()
    phone = house.join("Poistuva")
    house.do(people.erase_person(1))
    before = phone.client.get(phone.base)
    assert before.status_code == 410
    assert "Tämä sivu ei ole enää voimassa" in before.text
    assert 'href="/?language=fi"' in before.text
    assert 'href="/back?language=fi"' in before.text
    house.server.stop()
    house.server = PhoneServer(house.door, house.stream, remote=house.remote, limits=EASY)
    house.server.start("127.0.0.1", 0)
    with house.client() as client:
        after = client.get(phone.base)
    assert after.status_code == 404
    assert said(after) == said(before)
    house.close()
    hashed = hash_of(phone.base.removeprefix("/o/")).encode()
    kept = [path for path in tmp_path.glob(f"{FILE}*") if hashed in path.read_bytes()]
    assert not kept
    assert (tmp_path / FILE).exists()


def test_an_address_that_never_was_is_told_what_to_do(tmp_path: Path) -> None:
    house = House(tmp_path)
    with house.client() as client:
        page = client.get(f"/o/{'A' * 22}", headers={"accept-language": "sv"})
        other = client.get("/no-such-page")
    assert page.status_code == 404
    assert 'href="/?language=sv"' in page.text
    assert 'href="/back?language=sv"' in page.text
    assert "/back" not in other.text
    house.close()

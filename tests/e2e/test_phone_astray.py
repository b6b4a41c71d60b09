"""The laptop stops answering to the name a phone came by (its name on the network has changed): nothing that was written is
lost or taken for refused, and the page says where to go."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Response, expect

from fasilitaattori.phones import broadcast
from fasilitaattori.tools.ideas.model import rules
from tests.e2e.pages import LATER, join, note, try_now, what_now, write
from tests.unit.phones.house import House
from tests.waiting import eventually

LETTERS = "() => sessionStorage.getItem('letters')"  # they have come: asked for under a wrong name they would be no letters
NAME = "sali.localhost"  # browsers know without asking anybody that it is this machine


@pytest.fixture(autouse=True)
def no_sign_of_life(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stream that is open from before says no word by itself, which would count as a connection in the middle of a test."""
    monkeypatch.setattr(broadcast, "HEARTBEAT", 3600.0)


def test_what_is_sent_to_a_name_that_is_no_longer_the_laptops_waits(house: House, open_page: Callable[..., Page]) -> None:
    step = house.go("ideas")
    house.server.tell_names([NAME])
    page = join(open_page(f"http://{NAME}:{house.server.port}/"))
    code = page.locator("#own-code b").inner_text()
    write(page, "Sauna")
    expect(note(page, "Sauna")).to_contain_text("Lähetetty klo", timeout=LATER)
    page.wait_for_function(LETTERS, timeout=LATER)
    house.server.tell_names([])
    write(page, "Laituri")
    told = page.locator("#notices [role=alert]")
    expect(told).to_contain_text(f"Huoneen sivu on osoitteessa http://127.0.0.1:{house.server.port}/", timeout=LATER)
    expect(told).to_contain_text(code)
    expect(note(page, "Laituri")).to_contain_text("tallessa puhelimessa")
    expect(told).to_have_count(1)
    what_now(page)
    expect(page.locator("#cut-list")).to_contain_text("Laituri")
    expect(page.get_by_role("button", name="Kopioi tekstit")).to_be_visible()
    house.server.tell_names([NAME])
    try_now(page)
    expect(note(page, "Laituri")).to_contain_text("Lähetetty klo", timeout=LATER)
    expect(told).to_have_count(0)
    assert [idea.text for idea in house.tool(step).ideas.values()] == ["Sauna", "Laituri"]


def test_a_stream_from_before_does_not_take_the_words_away(house: House, open_page: Callable[..., Page]) -> None:
    step = house.go("ideas")
    house.server.tell_names([NAME])
    page = join(open_page(f"http://{NAME}:{house.server.port}/"))
    refused: list[Response] = []
    page.on("response", lambda answer: refused.append(answer) if answer.status == 421 else None)
    page.wait_for_function(LETTERS, timeout=LATER)
    house.server.tell_names([])
    write(page, "Laituri")
    told = page.locator("#notices [role=alert]")
    expect(told).to_contain_text("Huoneen sivu on osoitteessa", timeout=LATER)
    told.evaluate("(box) => { box.id = 'first'; }")
    for number in range(1, 4):
        before = len(refused)
        house.do(rules.add(step, f"Lappu {number}"))
        expect(page.locator("#main")).to_contain_text(f"Seinällä on {number} lap", timeout=LATER)  # the stream has brought it

        def tried_again(before: int = before) -> bool:
            page.wait_for_timeout(20)  # Playwright hears of answers only while it is asked something
            return len(refused) > before

        eventually(tried_again)
    expect(told).to_have_count(1)
    expect(told).to_have_id("first")  # said once, and not anew whenever the stream brings something

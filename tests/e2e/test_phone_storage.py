"""A phone that refuses to store anything (a private window, say): everything works as long as the page is open."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from fasilitaattori.workshop import running
from tests.e2e.pages import LATER, choose, join, note, write
from tests.unit.phones.house import House

REFUSALS = {
    "there is none": "Object.defineProperty(window, 'indexedDB', { value: undefined });",
    "it throws": "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };",
    "it fails": "IDBFactory.prototype.open = () => { const asked = {}; setTimeout(() => asked.onerror(), 10); return asked; };",
    "it never answers": "IDBFactory.prototype.open = () => ({});",
}


@pytest.mark.parametrize("refusal", REFUSALS)
def test_without_storage_the_page_says_that_it_must_be_kept_open(
    house: House, open_page: Callable[..., Page], refusal: str
) -> None:
    house.go("ideas")
    page = open_page("about:blank")
    page.add_init_script(REFUSALS[refusal])
    page.goto(house.url)
    join(page)
    page.route("**/events", lambda route: route.abort())
    write(page, "Laituri")
    expect(note(page, "Laituri")).to_contain_text("pidä tämä sivu auki", timeout=LATER)
    page.unroute("**/events")
    expect(note(page, "Laituri")).to_contain_text("Lähetetty klo", timeout=LATER)
    step = house.go("one")
    choose(page.get_by_role("radio").nth(1))
    page.get_by_role("button", name="Lähetä ääni").click()
    expect(page.locator("[data-state]")).to_contain_text("Äänesi on tallessa", timeout=LATER)
    house.do(running.close_step())
    assert house.tool(step).result.totals["option-1"] == 1


def test_without_storage_nobody_is_led_away_from_what_waits(house: House, open_page: Callable[..., Page]) -> None:
    """A link would take along what this page alone has."""
    step = house.go("ideas")
    page = open_page("about:blank")
    page.add_init_script(REFUSALS["it throws"])
    page.goto(house.url)
    join(page)
    page.route("**/events", lambda route: route.fulfill(status=503, json={"ok": False, "error": "cannot_save", "message": "."}))
    write(page, "Laituri")
    expect(note(page, "Laituri")).to_contain_text("Ohjaajan kone ei juuri nyt voi tallentaa", timeout=LATER)
    page.get_by_role("link", name="Seuraava henkilö").click()
    expect(page.locator("#notices")).to_contain_text("pidä tämä sivu auki")
    page.unroute("**/events")
    expect(note(page, "Laituri")).to_contain_text("Lähetetty klo", timeout=LATER)
    page.get_by_role("link", name="Seuraava henkilö").click()
    expect(page.get_by_label("Etunimi")).to_be_visible()
    assert [idea.text for idea in house.tool(step).ideas.values()] == ["Laituri"]

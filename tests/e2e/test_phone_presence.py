"""What the laptop can tell of real browsers: here, away, lost, and a page without scripts."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e.pages import LATER, Wire, join
from tests.unit.phones.house import House
from tests.waiting import eventually


def until(house: House, number: int, state: str, *, scripts: bool = True) -> None:
    """Wait for it: what a page says needs a moment to arrive."""

    def there() -> bool:
        one = house.server.presence().get(number)
        return one is not None and (one.state, one.scripts) == (state, scripts)

    eventually(there, 60)


def hide(page: Page, hidden: bool) -> None:
    """As when the phone goes into a pocket."""
    page.evaluate(
        """hidden => {
            if (hidden) Object.defineProperty(document, "hidden", {value: true, configurable: true});
            else delete document.hidden;
            document.dispatchEvent(new Event("visibilitychange"));
        }""",
        hidden,
    )


def test_a_page_is_hidden_shown_and_left(house: House, open_page: Callable[..., Page]) -> None:
    page = join(open_page(house.url))
    until(house, 1, "here")
    hide(page, True)
    until(house, 1, "away")
    hide(page, False)
    until(house, 1, "here")
    address = page.url
    page.goto(house.url + "/privacy")
    until(house, 1, "away")
    page.goto(address)
    until(house, 1, "here")
    page.reload()
    until(house, 1, "here")
    page.close()
    until(house, 1, "away")


def test_a_cut_connection_is_lost_and_found(house: House, wire: Wire, open_page: Callable[..., Page]) -> None:
    page = join(open_page(f"http://127.0.0.1:{wire.port}/"))
    until(house, 1, "here")
    wire.cut()
    until(house, 1, "lost")
    wire.mend()
    until(house, 1, "here")
    expect(page.locator("#net")).to_contain_text("Yhteys kunnossa", timeout=LATER)


def test_a_page_without_scripts_is_here(house: House, open_page: Callable[..., Page]) -> None:
    page = join(open_page(house.url, java_script_enabled=False))
    until(house, 1, "here", scripts=False)
    page.get_by_role("link", name="Seuraava henkilö").click()
    until(house, 1, "away", scripts=False)


def test_of_two_people_on_one_phone_the_one_on_show_is_here(house: House, open_page: Callable[..., Page]) -> None:
    page = join(open_page(house.url))
    page.get_by_role("link", name="Seuraava henkilö").click()
    until(house, 1, "away")
    page.get_by_label("Etunimi").fill("Reino")
    page.get_by_role("button", name="Liity mukaan").click()
    until(house, 2, "here")
    assert house.server.presence()[1].state == "away"
    page.get_by_role("link", name="Seuraava henkilö").click()
    page.get_by_role("link", name="Helmi").click()
    until(house, 1, "here")
    until(house, 2, "away")

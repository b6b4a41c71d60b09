"""The letters are the heaviest thing there is and nobody needs them to take part: they come after what others may wait for."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e.pages import LATER, join
from tests.unit.phones.house import House
from tests.waiting import eventually

DRAWN = "() => document.fonts.check('700 18px \"Atkinson Hyperlegible Next\"') && document.fonts.size > 0"


def asked_of(page: Page) -> list[str]:
    """What the page asks for from now on, in order."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    return asked


def is_font(url: str) -> bool:
    return url.endswith(".woff2")


def test_the_letters_come_once_the_stream_is_up(house: House, open_page: Callable[..., Page]) -> None:
    page = open_page("about:blank")
    asked = asked_of(page)
    page.goto(house.url)
    join(page)
    page.wait_for_function(DRAWN, timeout=LATER)
    page.wait_for_load_state("networkidle")
    stream = next(n for n, url in enumerate(asked) if "/stream" in url)
    assert not any(map(is_font, asked[:stream]))
    assert any(map(is_font, asked[stream:]))


def test_a_tab_that_has_had_them_shows_them_at_once(house: House, open_page: Callable[..., Page]) -> None:
    page = join(open_page(house.url))
    page.wait_for_function("() => sessionStorage.getItem('letters')", timeout=LATER)
    page.route("**/stream*", lambda route: route.abort())
    page.route("**/live*", lambda route: route.abort())
    page.reload()
    page.wait_for_function(DRAWN, timeout=LATER)


def test_where_nobody_follows_anything_they_come_after_a_while(house: House, open_page: Callable[..., Page]) -> None:
    page = open_page(house.url)
    expect(page.locator('link[href$="fonts.css"]')).to_have_count(1, timeout=LATER)
    page.wait_for_function(DRAWN, timeout=LATER)


def test_without_scripts_they_come_with_the_page(house: House, open_page: Callable[..., Page]) -> None:
    page = open_page("about:blank", java_script_enabled=False)
    asked = asked_of(page)
    page.goto(house.url)

    def there() -> bool:
        page.wait_for_timeout(20)  # Playwright hears of requests only while it is asked something
        return any(map(is_font, asked))

    eventually(there)
